//! A file on its way in: sealed as it comes, so that its plain bytes never touch the disk.

use std::io;

use chacha20poly1305::aead::{Aead, Payload};
use sha2::{Digest, Sha256};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;
use zeroize::Zeroizing;

use super::{FORMAT, FileError, Files, KEY_ID, OpenedFile, PIECE, PREFIX, Seal, key_field};
use crate::{Entropy, SubjectKey, Uow};

/// Removes the file when dropped, unless it was let go.
struct Guard {
    files: Files,
    name: String,
    stays: bool,
}

impl Drop for Guard {
    fn drop(&mut self) {
        if !self.stays
            && let Ok(path) = self.files.path(&self.name)
        {
            // If this fails, or the process ends before it, the sweeper finds the file.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// A file that is being written. Dropped before [`Incoming::finish`], nothing of it stays.
pub struct Incoming {
    guard: Guard,
    key: Zeroizing<[u8; 32]>,
    seal: Seal,
    file: File,
    waiting: Zeroizing<Vec<u8>>,
    piece: u32,
    size: u64,
    digest: Sha256,
}

/// A file that is sealed and on the disk. Dropped before [`Kept::stay`], it is removed.
pub struct Kept {
    guard: Guard,
    key: Zeroizing<[u8; 32]>,
    size: u64,
    digest: [u8; 32],
}

impl Files {
    /// Begins a new file.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn begin(&self, entropy: &dyn Entropy) -> io::Result<Incoming> {
        let (mut name, mut prefix, mut key) = ([0u8; 16], [0u8; PREFIX], Zeroizing::new([0u8; 32]));
        entropy.fill(&mut name);
        entropy.fill(&mut prefix);
        entropy.fill(key.as_mut());
        let name = data_encoding::HEXLOWER.encode(&name);
        let path = self.path(&name)?;
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let file = match options.open(&path).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                tokio::fs::create_dir_all(self.folder()).await?;
                sync_folder(self.folder().parent()).await?;
                options.open(&path).await?
            }
            other => other?,
        };
        let guard = Guard { files: self.clone(), name, stays: false };
        let seal = Seal::new(&key, prefix, &guard.name);
        let waiting = Zeroizing::new(Vec::with_capacity(PIECE));
        let mut incoming =
            Incoming { guard, key, seal, file, waiting, piece: 0, size: 0, digest: Sha256::new() };
        let head = [&[FORMAT][..], &KEY_ID, &prefix].concat();
        incoming.file.write_all(&head).await?;
        Ok(incoming)
    }
}

/// Has a folder's entries on the disk.
async fn sync_folder(folder: Option<&std::path::Path>) -> io::Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    File::open(folder).await?.sync_all().await
}

impl Incoming {
    /// How many bytes came so far.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Takes more bytes.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        while !bytes.is_empty() {
            // A full piece is written only when more comes: the last one is sealed as the last.
            if self.waiting.len() == PIECE {
                self.write_piece(false).await?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            self.size += now.len() as u64;
            bytes = later;
        }
        Ok(())
    }

    async fn write_piece(&mut self, last: bool) -> io::Result<()> {
        let nonce = self.seal.nonce(self.piece, last);
        let payload = Payload { msg: &self.waiting, aad: &self.seal.aad };
        let sealed = self
            .seal
            .cipher
            .encrypt(&nonce, payload)
            .map_err(|_| io::Error::other("a piece cannot be sealed"))?;
        self.piece = self.piece.checked_add(1).ok_or_else(|| io::Error::other("the file is too long"))?;
        self.waiting.clear();
        self.file.write_all(&sealed).await
    }

    /// Seals the end, and has file and name on the disk before it returns.
    ///
    /// # Errors
    /// The disk's error; then nothing stays.
    pub async fn finish(mut self) -> io::Result<Kept> {
        self.write_piece(true).await?;
        self.file.sync_all().await?;
        sync_folder(Some(self.guard.files.folder())).await?;
        let Self { guard, key, size, digest, .. } = self;
        Ok(Kept { guard, key, size, digest: digest.finalize().into() })
    }
}

impl Kept {
    /// Its random name, for the row.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.guard.name
    }

    /// Its plain size in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The digest of its plain bytes. It is for a keyed tag and must be stored nowhere as it is.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// Its key, sealed under the subject's, for the row.
    #[must_use]
    pub fn sealed_key(&self, unit: &Uow, key: &SubjectKey) -> Vec<u8> {
        key.seal(&key_field(self.name()), self.key.as_ref(), unit.house().entropy())
    }

    /// Opens it, for whoever has just written it and must look at it before any row names it.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn look(&self) -> Result<OpenedFile, FileError> {
        OpenedFile::open(&self.guard.files, self.name(), &self.key).await
    }

    /// Lets it stay: its row is committed, or may be.
    pub fn stay(&mut self) {
        self.guard.stays = true;
    }
}
