//! Signatures of others: of a passkey over what it was asked, of a provider over what it says about a person. The arithmetic is `ring`'s; which kinds of key are taken is ours.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey,
};

/// Longest modulus that is taken: 8192 bits.
const LONGEST_MODULUS: usize = 1024;

/// How the two numbers of an ECDSA signature are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// As ASN.1, which passkeys do.
    Asn1,
    /// One after the other, which JSON Web Signatures do.
    Fixed,
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PublicKey {
    /// ECDSA on P-256 with SHA-256: the point, uncompressed.
    P256([u8; 65]),
    /// RSA PKCS #1 v1.5 with SHA-256: modulus and exponent, big-endian.
    Rsa {
        /// Modulus.
        n: Vec<u8>,
        /// Exponent.
        e: Vec<u8>,
    },
    /// Ed25519.
    Ed25519([u8; 32]),
}

impl PublicKey {
    /// A point on P-256, from its coordinates.
    pub(crate) fn p256(x: &[u8], y: &[u8]) -> Option<Self> {
        let mut point = [4u8; 65];
        let (_, coordinates) = point.split_first_mut()?;
        let (left, right) = coordinates.split_at_mut(32);
        if x.len() != left.len() || y.len() != right.len() {
            return None;
        }
        left.copy_from_slice(x);
        right.copy_from_slice(y);
        Some(Self::P256(point))
    }

    /// An RSA key of 2048 to 8192 bits. Zeros before the number are left out.
    pub(crate) fn rsa(n: &[u8], e: &[u8]) -> Option<Self> {
        let number = |bytes: &[u8]| {
            let first = bytes.iter().position(|byte| *byte != 0)?;
            bytes.get(first..).map(<[u8]>::to_vec)
        };
        let (n, e) = (number(n)?, number(e)?);
        ((256..=LONGEST_MODULUS).contains(&n.len()) && e.len() <= 4).then_some(Self::Rsa { n, e })
    }

    /// An Ed25519 key.
    pub(crate) fn ed25519(x: &[u8]) -> Option<Self> {
        x.try_into().ok().map(Self::Ed25519)
    }

    /// Whether this key signed the message.
    pub(crate) fn signed(&self, message: &[u8], signature: &[u8], written: Written) -> bool {
        match self {
            Self::P256(point) => {
                let algorithm = match written {
                    Written::Asn1 => &ECDSA_P256_SHA256_ASN1,
                    Written::Fixed => &ECDSA_P256_SHA256_FIXED,
                };
                UnparsedPublicKey::new(algorithm, point).verify(message, signature).is_ok()
            }
            Self::Rsa { n, e } => {
                let key = RsaPublicKeyComponents { n, e };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok()
            }
            Self::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(message, signature).is_ok(),
        }
    }
}
