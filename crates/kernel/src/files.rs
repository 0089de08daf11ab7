//! Sealed files: what is too large for a row. Each has a random name that tells nothing and a random key of its own,
//! which the row that names the file keeps, sealed under the subject's key; so erasing the subject erases its files.
//!
//! On the disk stand format version (1 byte), key id (4), a random prefix (19), then pieces of 64 KiB, each sealed with
//! XChaCha20-Poly1305. A piece's nonce is the prefix, its number and whether it is the last; associated data binds the
//! file's name. So no piece can be moved, left out, repeated or cut off, and any piece can be read without the others.
//!
//! A file is on the disk, and so is its name in the folder, before a row may name it. What no row names is swept.

mod incoming;
mod opened;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use crate::{Committed, House, OpenError, SubjectKey};

pub use incoming::{Incoming, Kept};
pub use opened::OpenedFile;

const FORMAT: u8 = 1;
const KEY_ID: [u8; 4] = *b"file";
const PREFIX: usize = 19;
const HEAD: u64 = 24;
/// How much is sealed at once, in bytes.
pub const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// Hexadecimal characters of a name.
const NAME: usize = 32;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The disk's answer.
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// The bytes were altered, cut off, moved, or sealed under another key; or the read was not audited.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// The folder of sealed files.
#[derive(Clone, Debug)]
pub struct Files(Arc<PathBuf>);

impl Files {
    /// The files of this folder. It is made when the first file comes.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self(Arc::new(folder.to_owned()))
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Where a file of this name lies. A name that the house did not make leads nowhere.
    fn path(&self, name: &str) -> io::Result<PathBuf> {
        let ours = name.len() == NAME && name.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        if ours { Ok(self.0.join(name)) } else { Err(io::Error::from(io::ErrorKind::NotFound)) }
    }

    /// The names of files that were last written before this instant: those that nobody is writing any more.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn older_than(&self, at: DateTime<Utc>) -> io::Result<Vec<String>> {
        let mut entries = match tokio::fs::read_dir(self.folder()).await {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        while let Some(entry) = entries.next_entry().await? {
            let Ok(name) = entry.file_name().into_string() else { continue };
            if self.path(&name).is_err() {
                continue;
            }
            // Another sweeper may have been faster.
            let Ok(about) = entry.metadata().await else { continue };
            if DateTime::<Utc>::from(about.modified()?) < at {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// Has it on the disk that files were removed.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn sync(&self) -> io::Result<()> {
        match tokio::fs::File::open(self.folder()).await {
            Ok(folder) => folder.sync_all().await,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Removes a file. One that is gone already is no error.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn remove(&self, name: &str) -> io::Result<()> {
        match tokio::fs::remove_file(self.path(name)?).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// What a file is sealed with.
struct Seal {
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX],
    aad: Vec<u8>,
}

impl Seal {
    fn new(key: &[u8; 32], prefix: [u8; PREFIX], name: &str) -> Self {
        let aad = [&[FORMAT][..], &KEY_ID, name.as_bytes()].concat();
        Self { cipher: XChaCha20Poly1305::new(key.into()), prefix, aad }
    }

    fn nonce(&self, piece: u32, last: bool) -> XNonce {
        let mut nonce = [0u8; 24];
        let parts = self.prefix.iter().copied().chain(piece.to_be_bytes()).chain([u8::from(last)]);
        for (place, byte) in nonce.iter_mut().zip(parts) {
            *place = byte;
        }
        XNonce::from(nonce)
    }
}

/// The name of the field under which a file's key is sealed: it binds the key to the file.
fn key_field(name: &str) -> String {
    format!("file.key:{name}")
}

impl House {
    /// Opens a sealed file, given the proof that reading this subject stands in the audit, and the file's key as the row
    /// keeps it.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn open_file(
        &self,
        proof: &Committed,
        key: &SubjectKey,
        name: &str,
        sealed_key: &[u8],
    ) -> Result<OpenedFile, FileError> {
        let plain = self.open_bytes(proof, key, &key_field(name), sealed_key)?;
        let plain = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| OpenError::Broken)?;
        OpenedFile::open(self.files(), name, &Zeroizing::new(plain)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_the_house_did_not_make_leads_nowhere() {
        let files = Files::at(Path::new("/data/files"));
        for name in
            ["", "..", "../haqqi.sqlite", "/etc/passwd", &"A".repeat(32), &"a".repeat(31), &"g".repeat(32)]
        {
            assert!(files.path(name).is_err(), "{name}");
        }
        assert!(files.path(&"0a".repeat(16)).is_ok());
    }
}
