//! The key to which a tablet seals. Its public half is in the page; its private half is made anew from the house's keys each
//! time that it is needed, so it lies nowhere: neither on a tablet nor in the database.
//!
//! ECDH on P-256 with a key of the tablet's own for each interview, HKDF with SHA-256, AES-256-GCM: what every browser has
//! built in. The number of the interview is bound in, so that one cannot be passed off as another.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use data_encoding::BASE64URL_NOPAD;
use haqqi_kernel::House;
use hkdf::Hkdf;
use p256::ecdh::diffie_hellman;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What both sides bind into the key that they agree on.
const INFO: &[u8] = b"haqqi interview 1";
/// The most that is taken of one interview, sealed.
const MOST: usize = 64 * 1024;

/// One interview, as the tablet kept it.
#[derive(Debug, Clone, Deserialize)]
pub struct SealedInterview {
    /// Its number, made by the tablet: sent twice, it is one interview.
    pub once: Uuid,
    /// To which key it is sealed.
    pub key: String,
    /// The tablet's public half for this interview, a point of the curve (base64url).
    pub from: String,
    /// The nonce, 12 bytes (base64url).
    pub iv: String,
    /// The sealed words (base64url).
    pub sealed: String,
}

/// Why it does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// Sealed to a key that this house does not have.
    #[error("sealed to another key")]
    Key,
    /// Changed, or cut.
    #[error("it does not open")]
    Sealed,
}

/// The house's key pair for interviews without a line.
pub struct OfflineKey {
    secret: SecretKey,
    public: Vec<u8>,
}

impl OfflineKey {
    /// The pair of this house, if the curve has one for its keys: it has, but for one in four thousand million.
    #[must_use]
    pub fn of(house: &House) -> Option<Self> {
        (0..=u8::MAX).find_map(|n| {
            let bytes = house.vault().blind_index("interviews.offline", &[n]);
            let secret = SecretKey::from_slice(&bytes).ok()?;
            let public = secret.public_key().to_sec1_point(false).as_bytes().to_vec();
            Some(Self { secret, public })
        })
    }

    /// The public half, for the page (base64url).
    #[must_use]
    pub fn public(&self) -> String {
        BASE64URL_NOPAD.encode(&self.public)
    }

    /// By what an interview says to which key it is sealed.
    #[must_use]
    pub fn id(&self) -> String {
        let digest = Sha256::digest(&self.public);
        BASE64URL_NOPAD.encode(digest.get(..9).unwrap_or_default())
    }

    /// Opens what a tablet sealed.
    ///
    /// # Errors
    /// [`Broken`].
    pub fn open(&self, kept: &SealedInterview) -> Result<Vec<u8>, Broken> {
        if kept.key != self.id() {
            return Err(Broken::Key);
        }
        let bytes = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Broken::Sealed);
        if kept.sealed.len() > MOST {
            return Err(Broken::Sealed);
        }
        let (from, iv, sealed) = (bytes(&kept.from)?, bytes(&kept.iv)?, bytes(&kept.sealed)?);
        let theirs = PublicKey::from_sec1_bytes(&from).map_err(|_| Broken::Sealed)?;
        let shared = diffie_hellman(self.secret.to_nonzero_scalar(), theirs.as_affine());
        let mut key = [0u8; 32];
        Hkdf::<Sha256>::new(None, shared.raw_secret_bytes().as_slice())
            .expand_multi_info(&[INFO, &from, &self.public], &mut key)
            .map_err(|_| Broken::Sealed)?;
        let nonce = Nonce::try_from(iv.as_slice()).map_err(|_| Broken::Sealed)?;
        let cipher = Aes256Gcm::new_from_slice(&key).map_err(|_| Broken::Sealed)?;
        let aad = kept.once.to_string();
        cipher.decrypt(&nonce, Payload { msg: &sealed, aad: aad.as_bytes() }).map_err(|_| Broken::Sealed)
    }
}
