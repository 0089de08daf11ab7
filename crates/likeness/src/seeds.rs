//! The keyed hashes: derived from one secret key, each for one use.

use std::fmt;
use std::hash::Hasher as _;

use siphasher::sip::{SipHasher13, SipHasher24};

/// The keys of the hashes.
#[derive(Clone)]
pub struct Seeds {
    grams: SipHasher13,
    bands: SipHasher24,
    holes: SipHasher13,
}

impl fmt::Debug for Seeds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seeds")
    }
}

impl Seeds {
    /// The seeds of a secret key. The same key gives the same seeds for ever: signatures under another key cannot be
    /// compared.
    #[must_use]
    pub fn from_key(key: &[u8; 32]) -> Self {
        let word = |part: usize, add: u64| {
            let bytes = key.iter().skip(8 * part).take(8);
            bytes.fold(add, |word, byte| (word << 8) ^ u64::from(*byte) ^ (word >> 56))
        };
        // Both halves of the key take part in each of the derived keys.
        let derived = |label: u64| {
            let mut one = SipHasher24::new_with_keys(word(0, 0), word(1, 0));
            let mut two = SipHasher24::new_with_keys(word(2, 0), word(3, 0));
            one.write_u64(label);
            two.write_u64(label);
            let (a, b) = (one.finish(), two.finish());
            one.write_u64(b);
            two.write_u64(a);
            (one.finish() ^ b, two.finish() ^ a)
        };
        let (grams, bands, holes) = (derived(1), derived(2), derived(3));
        Self {
            grams: SipHasher13::new_with_keys(grams.0, grams.1),
            bands: SipHasher24::new_with_keys(bands.0, bands.1),
            holes: SipHasher13::new_with_keys(holes.0, holes.1),
        }
    }

    /// The hash of five characters.
    pub(crate) fn gram(&self, gram: u128) -> u64 {
        let bytes = gram.to_le_bytes();
        let mut hasher = self.grams;
        hasher.write(&bytes);
        hasher.finish()
    }

    /// The hash of a band: its number and its values.
    pub(crate) fn band(&self, number: usize, values: &[u16]) -> u64 {
        let mut hasher = self.bands;
        hasher.write_u64(number as u64);
        for value in values {
            hasher.write_u16(*value);
        }
        hasher.finish()
    }

    /// Where an empty place looks for a value at the n-th try.
    pub(crate) fn hole(&self, place: usize, attempt: u32) -> u64 {
        let mut hasher = self.holes;
        hasher.write_u64(place as u64);
        hasher.write_u32(attempt);
        hasher.finish()
    }
}
