//! Reading a sealed file, from the beginning or from anywhere.

use std::io::{self, SeekFrom};

use chacha20poly1305::aead::{Aead, Payload};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use zeroize::Zeroizing;

use super::{FORMAT, FileError, Files, HEAD, KEY_ID, PIECE, PREFIX, Seal, TAG};
use crate::OpenError;

/// A sealed file, open for reading.
pub struct OpenedFile {
    file: File,
    seal: Seal,
    /// Bytes of sealed pieces on the disk.
    sealed: u64,
    at: u64,
}

const SEALED_PIECE: u64 = (PIECE + TAG) as u64;

impl OpenedFile {
    pub(super) async fn open(
        files: &Files,
        name: &str,
        key: &Zeroizing<[u8; 32]>,
    ) -> Result<Self, FileError> {
        let mut file = File::open(files.path(name)?).await?;
        let mut head = [0u8; HEAD as usize];
        file.read_exact(&mut head).await.map_err(cut_off)?;
        let (format, rest) = head.split_at(1);
        let (key_id, prefix) = rest.split_at(KEY_ID.len());
        if format != [FORMAT] || key_id != KEY_ID {
            return Err(OpenError::Broken.into());
        }
        let prefix = <[u8; PREFIX]>::try_from(prefix).map_err(|_| OpenError::Broken)?;
        let sealed = file.metadata().await?.len().saturating_sub(HEAD);
        // The last piece holds at least its tag.
        let tail = sealed % SEALED_PIECE;
        if sealed == 0 || (tail != 0 && tail < TAG as u64) {
            return Err(OpenError::Broken.into());
        }
        Ok(Self { file, seal: Seal::new(key, prefix, name), sealed, at: HEAD })
    }

    fn pieces(&self) -> u64 {
        self.sealed.div_ceil(SEALED_PIECE)
    }

    /// How many plain bytes it holds.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.sealed - self.pieces() * TAG as u64
    }

    /// The piece that holds the plain byte `at`: where in the file it begins, and its bytes. Nothing beyond the end.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn piece_at(&mut self, at: u64) -> Result<Option<(u64, Zeroizing<Vec<u8>>)>, FileError> {
        let number = at / PIECE as u64;
        if at >= self.size() && !(self.size() == 0 && at == 0) {
            return Ok(None);
        }
        let from = number * SEALED_PIECE;
        let length = SEALED_PIECE.min(self.sealed - from);
        let place = HEAD + from;
        if self.at != place {
            self.file.seek(SeekFrom::Start(place)).await?;
        }
        let mut sealed = vec![0u8; usize::try_from(length).unwrap_or(PIECE + TAG)];
        self.file.read_exact(&mut sealed).await.map_err(cut_off)?;
        self.at = place + length;
        let last = number + 1 == self.pieces();
        let nonce = self.seal.nonce(u32::try_from(number).map_err(|_| OpenError::Broken)?, last);
        let payload = Payload { msg: &sealed, aad: &self.seal.aad };
        let plain = self.seal.cipher.decrypt(&nonce, payload).map_err(|_| OpenError::Broken)?;
        Ok(Some((number * PIECE as u64, Zeroizing::new(plain))))
    }

    /// All of it in memory, up to `most` bytes.
    ///
    /// # Errors
    /// [`FileError`]; a longer file is [`OpenError::Broken`].
    pub async fn whole(&mut self, most: u64) -> Result<Zeroizing<Vec<u8>>, FileError> {
        if self.size() > most {
            return Err(OpenError::Broken.into());
        }
        let mut whole = Zeroizing::new(Vec::with_capacity(usize::try_from(self.size()).unwrap_or(0)));
        while let Some((_, piece)) = self.piece_at(whole.len() as u64).await? {
            whole.extend_from_slice(&piece);
            if piece.is_empty() {
                break;
            }
        }
        Ok(whole)
    }
}

/// A file that ends too early was cut off.
fn cut_off(error: io::Error) -> FileError {
    if error.kind() == io::ErrorKind::UnexpectedEof { OpenError::Broken.into() } else { error.into() }
}
