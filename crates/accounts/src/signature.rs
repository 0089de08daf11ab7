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

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;

    use super::*;

    // Made by `openssl genrsa 2048` and `openssl dgst -sha256 -sign`; the private half was thrown away.
    const MODULUS: &str = concat!(
        "291C_Gu9CWKb6mrVMwlEOwdt7vQrNLjFBQK01RaMtTPGLYWM7miO_Ll2XPx_ozMCQFIQWURskaQsTOdCuIftW1u15cSpe_L54XMk",
        "Bbw16fo82GT0Y-OZ4uqA_r_Jf0cUpHM8Wa1xc0bSwoXcAxE6uPSSWA35EBC3ltviiXzaHV0omV6uHC51Zx6ukmfxr73aWkuuHROF",
        "KdQ4cFlGAlR5cSys6jiJh81kf1TIdfnU4Ak0Cj1jopaoGfMTJllvtM4alu69fMCm9Yf1kZn_wPxFWh9Fu2QViybw8t-68uMlXekb",
        "8QE3jyeIdiLzdIZAYeeS_ra1Jh1uITPMy76Wd7UcVQ",
    );
    const SIGNATURE: &str = concat!(
        "vDL4gir-Z_YUSFOVHMsHpUU2TkRClyzOVxbpBcNrCClNACm05kQTScH6ePTCZN5HBp-LYWX_PDCjMwObHSGe0A0TwAjZuj5H1fHY",
        "wcpWVONa53le-w-LyiMyhv8WeRKgoCcYsgdM-bu-FvN7VlQ5c0wr3A4EXO5KmDN16uHdFUwledAqRvjyJoPhNrGDffyvzqad24hS",
        "VEz0td8zr-h_pWTYK2OB3UpgCqPM75KNRTAkSyaHNU07b9oaKb7xfba4ZsgchoJtrm5Q86rXEIOZu8O65h3rOe75ersO8juX8AQ5",
        "zc0tnWrW1qbLrfSCqdrv3nHmt32rsx3Ya9rjONheaw",
    );

    fn bytes(text: &str) -> Vec<u8> {
        BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()
    }

    #[test]
    fn an_rsa_key_knows_its_signature_and_short_ones_are_not_taken() {
        let (n, signature) = (bytes(MODULUS), bytes(SIGNATURE));
        let padded = [&[0u8, 0], n.as_slice()].concat();
        for n in [&n, &padded] {
            let key = PublicKey::rsa(n, &[1, 0, 1]).unwrap();
            assert!(key.signed(b"what was asked", &signature, Written::Asn1));
            assert!(!key.signed(b"what was not", &signature, Written::Asn1));
            assert!(!key.signed(b"what was asked", &signature[1..], Written::Asn1));
        }
        assert_eq!(PublicKey::rsa(&n[128..], &[1, 0, 1]), None, "1024 bits");
        assert_eq!(PublicKey::rsa(&n.repeat(5), &[1, 0, 1]), None, "10240 bits");
        for e in [&[][..], &[0, 0], &[1, 0, 0, 0, 1]] {
            assert_eq!(PublicKey::rsa(&n, e), None, "{e:?}");
        }
        let even = PublicKey::rsa(&n, &[2]).unwrap();
        assert!(!even.signed(b"what was asked", &signature, Written::Asn1), "an exponent that is none");
        assert_eq!(PublicKey::p256(&[0; 32], &[0; 31]), None);
        let nowhere = PublicKey::p256(&[1; 32], &[1; 32]).unwrap();
        assert!(!nowhere.signed(b"", &[0; 64], Written::Fixed), "a point that is not on the curve");
    }
}
