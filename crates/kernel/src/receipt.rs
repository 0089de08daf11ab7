//! The signed receipt. What it says (reference, times, office) is signed with Ed25519 together with the worker's code,
//! and then locked with that code: letters that tell nothing to whoever finds them, and that anybody who has the code
//! can open and check, here or offline, with the published key alone. A notice that she means to show is signed and
//! not locked, and its signature holds no code (`safeguards.md` 12 and 14).
//!
//! The box: version 1, salt (12 bytes), ciphertext of XChaCha20-Poly1305 under a key that Argon2id (4 MiB, one pass)
//! makes of code and salt, with a nonce of zeros, for a key is used once. Inside: the statement and the signature.
//! The notice: version 2, the statement, the signature. Both are written in base32, so that a QR code of them is small.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::BASE32_NOPAD;
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use zeroize::Zeroizing;

use crate::{Entropy, ReceiptCode, Reference, Vault};

const LOCKED: u8 = 1;
const SHOWN: u8 = 2;
const SALT: usize = 12;
const SIGNATURE: usize = 64;
/// More letters than any receipt has.
const LONGEST: usize = 1024;

/// What a receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The reference.
    pub reference: Reference,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Before when a person reads it; nothing on a filer's receipt.
    pub promised_at: Option<DateTime<Utc>>,
    /// The office, a code of the pack; nothing on a filer's receipt.
    pub office: Option<String>,
}

/// Why letters are no receipt of this house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Not the letters of a receipt.
    #[error("these are not the letters of a receipt")]
    Shape,
    /// The code does not open it, or none was given.
    #[error("the code does not open it")]
    Locked,
    /// It opens, but its signature is not of this key.
    #[error("the signature does not hold")]
    Forged,
}

impl Statement {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.reference.to_string().into_bytes();
        bytes.extend_from_slice(&self.received_at.timestamp_micros().to_be_bytes());
        let promised = self.promised_at.map_or(i64::MIN, |at| at.timestamp_micros());
        bytes.extend_from_slice(&promised.to_be_bytes());
        bytes.extend_from_slice(self.office.as_deref().unwrap_or_default().as_bytes());
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (reference, rest) = bytes.split_at_checked(13)?;
        let (received, rest) = rest.split_at_checked(8)?;
        let (promised, office) = rest.split_at_checked(8)?;
        let micros = |bytes: &[u8]| <[u8; 8]>::try_from(bytes).ok().map(i64::from_be_bytes);
        let promised = micros(promised)?;
        let written = std::str::from_utf8(reference).ok()?;
        let reference: Reference = written.parse().ok()?;
        // Small letters are read as large ones elsewhere; here each statement has one way to be written.
        if reference.to_string() != written {
            return None;
        }
        Some(Self {
            reference,
            received_at: DateTime::from_timestamp_micros(micros(received)?)?,
            promised_at: if promised == i64::MIN {
                None
            } else {
                Some(DateTime::from_timestamp_micros(promised)?)
            },
            office: Some(std::str::from_utf8(office).ok()?.to_owned()).filter(|office| !office.is_empty()),
        })
    }

    /// What is signed: lines of text, the code last; `-` stands for what is not said.
    fn signed(&self, code: Option<&ReceiptCode>) -> Zeroizing<Vec<u8>> {
        let time = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let kind = if code.is_some() { "haqqi receipt 1" } else { "haqqi notice 1" };
        let mut lines = [
            kind.to_owned(),
            self.reference.to_string(),
            time(self.received_at),
            self.promised_at.map_or_else(|| "-".to_owned(), time),
            self.office.clone().unwrap_or_else(|| "-".to_owned()),
        ]
        .join("\n");
        if let Some(code) = code {
            lines.push('\n');
            lines.push_str(&code.digits());
        }
        Zeroizing::new(lines.into_bytes())
    }
}

/// The key that a code and a salt make.
fn key_of(code: &ReceiptCode, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(4096, 1, 1, Some(32)).ok()?;
    let mut key = Zeroizing::new([0u8; 32]);
    let digits = Zeroizing::new(code.digits());
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(digits.as_bytes(), salt, key.as_mut())
        .ok()?;
    Some(key)
}

impl Vault {
    /// The public key of receipts, to be published.
    #[must_use]
    pub fn receipt_key(&self) -> [u8; 32] {
        self.keys.receipt.verifying_key().to_bytes()
    }

    /// A receipt as letters, locked with the code; takes some milliseconds.
    pub fn lock_receipt(&self, statement: &Statement, code: &ReceiptCode, entropy: &dyn Entropy) -> String {
        let mut plain = Zeroizing::new(statement.bytes());
        plain.extend_from_slice(&self.keys.receipt.sign(&statement.signed(Some(code))).to_bytes());
        let mut salt = [0u8; SALT];
        entropy.fill(&mut salt);
        let Some(key) = key_of(code, &salt) else { return String::new() };
        let cipher = XChaCha20Poly1305::new((&*key).into());
        // Encryption fails only beyond 256 GiB; empty letters would never open, so it cannot pass unseen.
        let sealed = cipher
            .encrypt(&XNonce::from([0u8; 24]), Payload { msg: &plain, aad: &[LOCKED] })
            .unwrap_or_default();
        let letters = [&[LOCKED], salt.as_slice(), sealed.as_slice()].concat();
        BASE32_NOPAD.encode(&letters)
    }

    /// A notice as letters that anybody can check without a code: only for one that she means to show.
    #[must_use]
    pub fn sign_notice(&self, statement: &Statement) -> String {
        let signature = self.keys.receipt.sign(&statement.signed(None)).to_bytes();
        BASE32_NOPAD.encode(&[&[SHOWN], statement.bytes().as_slice(), signature.as_slice()].concat())
    }
}

/// What the letters say, if they are a receipt that `key` signed and that `code` opens; a notice needs no code.
///
/// # Errors
/// [`ReceiptError`].
pub fn open_receipt(
    letters: &str,
    code: Option<&ReceiptCode>,
    key: &[u8; 32],
) -> Result<Statement, ReceiptError> {
    let typed: String =
        letters.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    if typed.len() > LONGEST {
        return Err(ReceiptError::Shape);
    }
    let bytes = BASE32_NOPAD.decode(typed.as_bytes()).map_err(|_| ReceiptError::Shape)?;
    let (version, rest) = bytes.split_first().ok_or(ReceiptError::Shape)?;
    let (plain, code) = match (*version, code) {
        (SHOWN, _) => (Zeroizing::new(rest.to_vec()), None),
        (LOCKED, None) => return Err(ReceiptError::Locked),
        (LOCKED, Some(code)) => {
            let (salt, sealed) = rest.split_at_checked(SALT).ok_or(ReceiptError::Shape)?;
            let unlocked = key_of(code, salt).ok_or(ReceiptError::Shape)?;
            let plain = XChaCha20Poly1305::new((&*unlocked).into())
                .decrypt(&XNonce::from([0u8; 24]), Payload { msg: sealed, aad: &[LOCKED] })
                .map_err(|_| ReceiptError::Locked)?;
            (Zeroizing::new(plain), Some(code))
        }
        _ => return Err(ReceiptError::Shape),
    };
    let at = plain.len().checked_sub(SIGNATURE).ok_or(ReceiptError::Shape)?;
    let (said, signature) = plain.split_at_checked(at).ok_or(ReceiptError::Shape)?;
    let statement = Statement::read(said).ok_or(ReceiptError::Shape)?;
    let signature = Signature::from_slice(signature).map_err(|_| ReceiptError::Shape)?;
    VerifyingKey::from_bytes(key)
        .and_then(|key| key.verify_strict(&statement.signed(code), &signature))
        .map_err(|_| ReceiptError::Forged)?;
    Ok(statement)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use proptest::prelude::*;

    use super::*;
    use crate::{FixedEntropy, Keys, ReferenceKind};

    fn statement(entropy: &FixedEntropy, office: Option<&str>) -> Statement {
        let at = Utc.with_ymd_and_hms(2026, 11, 24, 6, 0, 0).unwrap();
        Statement {
            reference: Reference::random(ReferenceKind::Complaint, at, entropy),
            received_at: at,
            promised_at: office.map(|_| at + chrono::TimeDelta::hours(24)),
            office: office.map(str::to_owned),
        }
    }

    #[test]
    fn her_code_opens_it_another_does_not_and_it_says_nothing_without() {
        let vault = Vault::new(Keys::from_root(&[7; 32]));
        let entropy = FixedEntropy::seeded(1);
        let said = statement(&entropy, Some("an-office"));
        let (hers, other) = (ReceiptCode::random(&entropy), ReceiptCode::random(&entropy));
        let letters = vault.lock_receipt(&said, &hers, &entropy);
        let key = vault.receipt_key();
        assert_eq!(open_receipt(&letters, Some(&hers), &key).unwrap(), said);
        let typed = letters.to_lowercase().replace('A', " A");
        assert_eq!(open_receipt(&typed, Some(&hers), &key).unwrap(), said);
        assert_eq!(open_receipt(&letters, Some(&other), &key), Err(ReceiptError::Locked));
        assert_eq!(open_receipt(&letters, None, &key), Err(ReceiptError::Locked));
        let raw = BASE32_NOPAD.decode(letters.as_bytes()).unwrap();
        let shown = String::from_utf8_lossy(&raw);
        assert!(!shown.contains(&said.reference.to_string()) && !shown.contains("office"));
        assert_ne!(
            vault.lock_receipt(&said, &hers, &entropy),
            letters,
            "two papers cannot be held side by side"
        );
    }

    #[test]
    fn another_house_did_not_sign_it() {
        let (ours, theirs) = (Vault::new(Keys::from_root(&[7; 32])), Vault::new(Keys::from_root(&[8; 32])));
        let entropy = FixedEntropy::seeded(2);
        let said = statement(&entropy, None);
        let code = ReceiptCode::random(&entropy);
        let letters = theirs.lock_receipt(&said, &code, &entropy);
        assert_eq!(open_receipt(&letters, Some(&code), &ours.receipt_key()), Err(ReceiptError::Forged));
        let notice = theirs.sign_notice(&said);
        assert_eq!(open_receipt(&notice, None, &theirs.receipt_key()).unwrap(), said);
        assert_eq!(open_receipt(&notice, None, &ours.receipt_key()), Err(ReceiptError::Forged));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn one_changed_bit_is_found(seed in any::<u64>(), at in any::<prop::sample::Index>(), bit in 0u8..8, shown in any::<bool>()) {
            let vault = Vault::new(Keys::from_root(&[7; 32]));
            let entropy = FixedEntropy::seeded(seed);
            let said = statement(&entropy, Some("x"));
            let code = ReceiptCode::random(&entropy);
            let letters = if shown { vault.sign_notice(&said) } else { vault.lock_receipt(&said, &code, &entropy) };
            let mut raw = BASE32_NOPAD.decode(letters.as_bytes()).unwrap();
            let at = at.index(raw.len());
            raw[at] ^= 1 << bit;
            prop_assert!(open_receipt(&BASE32_NOPAD.encode(&raw), Some(&code), &vault.receipt_key()).is_err());
        }

        #[test]
        fn any_text_is_answered(text in ".{0,300}") {
            let vault = Vault::new(Keys::from_root(&[7; 32]));
            prop_assert!(open_receipt(&text, None, &vault.receipt_key()).is_err());
        }
    }
}
