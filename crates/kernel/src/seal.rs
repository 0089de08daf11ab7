//! Sealing at rest. Each subject (a person, a submission) has a data key of its own, wrapped under the house's;
//! a field is sealed under the subject's key with XChaCha20-Poly1305. The envelope is format version (1 byte), key
//! id (4 bytes), nonce (24 bytes), ciphertext; associated data binds field, subject and version, so that a value
//! cannot be moved to another field or person. Destroying the subject's key erases all of it.

use std::fmt;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{Entropy, Keys};

const FORMAT: u8 = 1;
const WRAP_KEY_ID: [u8; 4] = *b"wrap";
const SUBJECT_KEY_ID: [u8; 4] = *b"subj";

/// Why something sealed could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes were altered, moved, or sealed under another key.
    #[error("the sealed value does not open")]
    Broken,
    /// The subject's key was destroyed: what it sealed is erased.
    #[error("the subject was erased")]
    Erased,
    /// The unit that was committed holds no audit entry for reading this subject.
    #[error("reading this subject was not audited")]
    NotAudited,
}

fn aad(field: &str, subject: Uuid) -> Vec<u8> {
    let mut aad = vec![FORMAT];
    aad.extend_from_slice(subject.as_bytes());
    aad.extend_from_slice(field.as_bytes());
    aad
}

fn seal_under(key: &[u8; 32], key_id: [u8; 4], aad: &[u8], plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
    let mut nonce = [0u8; 24];
    entropy.fill(&mut nonce);
    let cipher = XChaCha20Poly1305::new(key.into());
    // Encryption fails only beyond 256 GiB; an empty ciphertext would never open, so it cannot pass unseen.
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad }).unwrap_or_default();
    let mut envelope = Vec::with_capacity(29 + sealed.len());
    envelope.push(FORMAT);
    envelope.extend_from_slice(&key_id);
    envelope.extend_from_slice(&nonce);
    envelope.extend_from_slice(&sealed);
    envelope
}

fn open_under(
    key: &[u8; 32],
    key_id: [u8; 4],
    aad: &[u8],
    envelope: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (head, rest) = envelope.split_at_checked(5).ok_or(OpenError::Broken)?;
    let (nonce, sealed) = rest.split_at_checked(24).ok_or(OpenError::Broken)?;
    if head.first() != Some(&FORMAT) || head.get(1..) != Some(&key_id[..]) {
        return Err(OpenError::Broken);
    }
    let nonce = <[u8; 24]>::try_from(nonce).map_err(|_| OpenError::Broken)?;
    let cipher = XChaCha20Poly1305::new(key.into());
    let plain =
        cipher.decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad }).map_err(|_| OpenError::Broken)?;
    Ok(Zeroizing::new(plain))
}

/// The data key of one subject.
#[derive(Clone)]
pub struct SubjectKey {
    subject: Uuid,
    key: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for SubjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SubjectKey({})", self.subject)
    }
}

impl SubjectKey {
    /// Whose key it is.
    #[must_use]
    pub fn subject(&self) -> Uuid {
        self.subject
    }

    /// Seals `plain` as the logical field `field` of this subject.
    pub fn seal(&self, field: &str, plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        seal_under(&self.key, SUBJECT_KEY_ID, &aad(field, self.subject), plain, entropy)
    }

    pub(crate) fn open(&self, field: &str, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        open_under(&self.key, SUBJECT_KEY_ID, &aad(field, self.subject), envelope)
    }
}

/// The house's keys at work: wraps data keys, digests secrets, makes blind indexes and tokens.
pub struct Vault {
    pub(crate) keys: Keys,
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC pads a short key with zeros to the block's size (RFC 2104): the same MAC, and it cannot fail.
    let mut block = Zeroizing::new([0u8; 64]);
    for (place, byte) in block.iter_mut().zip(key) {
        *place = *byte;
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    for part in parts {
        // Each part with its length, so that no two lists of parts are the same bytes.
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl Vault {
    /// A vault with these keys.
    #[must_use]
    pub fn new(keys: Keys) -> Self {
        Self { keys }
    }

    pub(crate) fn new_subject_key(&self, subject: Uuid, entropy: &dyn Entropy) -> (SubjectKey, Vec<u8>) {
        let mut key = Zeroizing::new([0u8; 32]);
        entropy.fill(key.as_mut());
        let wrapped =
            seal_under(&self.keys.wrap, WRAP_KEY_ID, &aad("subject_key", subject), key.as_ref(), entropy);
        (SubjectKey { subject, key }, wrapped)
    }

    pub(crate) fn unwrap_subject_key(&self, subject: Uuid, wrapped: &[u8]) -> Result<SubjectKey, OpenError> {
        let plain = open_under(&self.keys.wrap, WRAP_KEY_ID, &aad("subject_key", subject), wrapped)?;
        let key = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| OpenError::Broken)?;
        Ok(SubjectKey { subject, key: Zeroizing::new(key) })
    }

    /// The digest under which a machine-made secret (receipt code, session, token) is stored:
    /// HMAC-SHA-256 over pepper, credential id and secret.
    #[must_use]
    pub fn digest_secret(&self, credential: Uuid, secret: &[u8]) -> [u8; 32] {
        mac(&self.keys.pepper, &[credential.as_bytes(), secret])
    }

    /// Compares a secret with its stored digest in constant time.
    #[must_use]
    pub fn secret_matches(&self, credential: Uuid, secret: &[u8], stored: &[u8]) -> bool {
        self.digest_secret(credential, secret).ct_eq(stored).into()
    }

    /// A blind index: finds equal phone or document numbers without holding them.
    #[must_use]
    pub fn blind_index(&self, field: &str, normalised: &[u8]) -> [u8; 32] {
        mac(&self.keys.blind, &[field.as_bytes(), normalised])
    }

    /// A keyed tag for forms and short-lived cookies.
    #[must_use]
    pub fn web_tag(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        mac(&self.keys.web, &[purpose.as_bytes(), bytes])
    }

    /// Whether `tag` is the tag of these bytes, in constant time.
    #[must_use]
    pub fn web_tag_matches(&self, purpose: &str, bytes: &[u8], tag: &[u8]) -> bool {
        self.web_tag(purpose, bytes).ct_eq(tag).into()
    }

    /// Seals a small value for a cookie of this purpose.
    pub fn seal_cookie(&self, purpose: &str, plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        seal_under(&self.keys.web, *b"cook", purpose.as_bytes(), plain, entropy)
    }

    /// Opens a sealed cookie.
    ///
    /// # Errors
    /// [`OpenError::Broken`] if it is not this house's, or of another purpose.
    pub fn open_cookie(&self, purpose: &str, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        open_under(&self.keys.web, *b"cook", purpose.as_bytes(), envelope)
    }

    pub(crate) fn audit_mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        mac(&self.keys.audit, parts)
    }

    /// The key under which a replayable answer is sealed, from the caller's key and the body's keyed digest.
    pub(crate) fn replay_key(&self, key: &str, body: &[u8]) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(mac(&self.keys.replay, &[b"answer", key.as_bytes(), body]))
    }

    pub(crate) fn replay_mac(&self, label: &str, bytes: &[u8]) -> [u8; 32] {
        mac(&self.keys.replay, &[label.as_bytes(), bytes])
    }

    pub(crate) fn seal_answer(&self, key: &[u8; 32], plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        seal_under(key, *b"answ", b"replay", plain, entropy)
    }

    pub(crate) fn open_answer(
        &self,
        key: &[u8; 32],
        envelope: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        open_under(key, *b"answ", b"replay", envelope)
    }
}
