//! The house's keys: one file, outside the data folder except in the demonstration. From its root are derived the
//! key that wraps data keys, the pepper of machine-made secrets, the audit's MAC key, the blind-index key and the
//! signing keys of audit batches and of receipts. Lose the file and nothing sealed can be read again: two people keep a copy.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use ed25519_dalek::SigningKey;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::Entropy;

/// The derived keys, in memory only.
pub struct Keys {
    pub(crate) wrap: Zeroizing<[u8; 32]>,
    pub(crate) pepper: Zeroizing<[u8; 32]>,
    pub(crate) audit: Zeroizing<[u8; 32]>,
    pub(crate) blind: Zeroizing<[u8; 32]>,
    pub(crate) replay: Zeroizing<[u8; 32]>,
    pub(crate) web: Zeroizing<[u8; 32]>,
    pub(crate) signing: SigningKey,
    pub(crate) receipt: SigningKey,
}

/// Why the keys could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file could not be read or written.
    #[error("the key file {path} cannot be used: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// The file holds something else than 64 hexadecimal characters.
    #[error("the key file {0} does not hold a key")]
    Shape(String),
    /// Others than the owner may read the file.
    #[error("the key file {0} can be read by others than its owner; run: chmod 600 {0}")]
    Exposed(String),
}

fn derive(root: &[u8; 32], label: &str) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0u8; 32]);
    // 32 bytes are always within HKDF's limit, so the expansion cannot fail.
    let _ = Hkdf::<Sha256>::new(None, root).expand(label.as_bytes(), out.as_mut());
    out
}

impl Keys {
    /// The keys of a root.
    #[must_use]
    pub fn from_root(root: &[u8; 32]) -> Self {
        Self {
            wrap: derive(root, "haqqi/1 wrap"),
            pepper: derive(root, "haqqi/1 pepper"),
            audit: derive(root, "haqqi/1 audit"),
            blind: derive(root, "haqqi/1 blind"),
            replay: derive(root, "haqqi/1 replay"),
            web: derive(root, "haqqi/1 web"),
            signing: SigningKey::from_bytes(&derive(root, "haqqi/1 sign")),
            receipt: SigningKey::from_bytes(&derive(root, "haqqi/1 receipt")),
        }
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// [`KeyError`] if it is missing, of another shape, or readable by others.
    pub fn read(path: &Path) -> Result<Self, KeyError> {
        let shown = path.display().to_string();
        let file = |source| KeyError::File { path: shown.clone(), source };
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            if fs::metadata(path).map_err(file)?.permissions().mode() & 0o077 != 0 {
                return Err(KeyError::Exposed(shown));
            }
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(file)?);
        let bytes = Zeroizing::new(
            data_encoding::HEXLOWER
                .decode(text.trim().as_bytes())
                .map_err(|_| KeyError::Shape(shown.clone()))?,
        );
        let root = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| KeyError::Shape(shown))?;
        Ok(Self::from_root(&Zeroizing::new(root)))
    }

    /// Makes a new key file that only its owner can read, and reads it. An existing file is kept.
    ///
    /// # Errors
    /// [`KeyError`] if it cannot be written or read.
    pub fn create(path: &Path, entropy: &dyn Entropy) -> Result<Self, KeyError> {
        if path.exists() {
            return Self::read(path);
        }
        let mut root = Zeroizing::new([0u8; 32]);
        entropy.fill(root.as_mut());
        let text = Zeroizing::new(data_encoding::HEXLOWER.encode(root.as_ref()) + "\n");
        write_private(path, text.as_bytes())
            .map_err(|source| KeyError::File { path: path.display().to_string(), source })?;
        Self::read(path)
    }
}

/// Writes a file that only its owner can read, and has it on disk before it returns.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
