//! A text's signature: one permutation, its hashes dealt to 128 places, the least of each place kept; empty places
//! borrow from others (“optimal densification”, Shrivastava 2017). What two signatures share estimates what share of
//! all their 5-grams the two texts have in common (Jaccard).

use haqqi_names::fold;

use crate::Seeds;

/// Places of a signature.
const PLACES: usize = 128;
/// Values of a band.
const ROWS: usize = 4;
/// Bands of a signature: like texts share at least one of them.
pub const BANDS: usize = PLACES / ROWS;
/// Bytes of a signature as it is kept.
pub const SIGNATURE_BYTES: usize = PLACES * 2;
/// Characters of a gram.
const GRAM: u32 = 5;
/// Each gram is dealt so often, so that short texts fill their places too.
const DEALT: u64 = 4;
/// Folded texts with fewer characters have no signature: “he does not pay me” is what many say.
pub const SHORTEST: usize = 60;
/// At most so many characters are looked at: 64 KiB hold no more.
const LONGEST: usize = 65_536;

/// A text's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature([u16; PLACES]);

/// A folded text: its words with single spaces between.
fn folded(text: &str, language: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for token in fold(text, language).tokens {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(&token.word);
    }
    all
}

impl Signature {
    /// The signature of a text in this language; none where it is too short to tell anything.
    #[must_use]
    pub fn of(text: &str, language: &str, seeds: &Seeds) -> Option<Self> {
        Self::of_folded(&folded(text, language), seeds)
    }

    /// The signature of a text that is folded already.
    #[must_use]
    pub fn of_folded(text: &str, seeds: &Seeds) -> Option<Self> {
        if text.chars().take(SHORTEST).count() < SHORTEST {
            return None;
        }
        // A place's least hash; its lowest bits are kept, for the highest of a least one are nearly always 0.
        let mut least = [u64::MAX; PLACES];
        let mut gram = 0u128;
        for (at, character) in (1u32..).zip(text.chars().take(LONGEST)) {
            gram = (gram << 21 | u128::from(u32::from(character))) & ((1 << (21 * GRAM)) - 1);
            if at < GRAM {
                continue;
            }
            let mut hash = seeds.gram(gram);
            for _ in 0..DEALT {
                let (place, value) = (hash % PLACES as u64, hash >> 7);
                if let Some(kept) = usize::try_from(place).ok().and_then(|place| least.get_mut(place)) {
                    *kept = value.min(*kept);
                }
                hash = next(hash);
            }
        }
        Some(Self(filled(&least, seeds)))
    }

    /// What share of the 5-grams of both texts is common to both, in thousandths, estimated.
    #[must_use]
    pub fn per_mille(&self, other: &Self) -> u16 {
        let same = self.0.iter().zip(&other.0).filter(|(one, two)| one == two).count();
        u16::try_from(same * 1000 / PLACES).unwrap_or(1000)
    }

    /// The bands, in order. Two texts that share one may be alike.
    pub fn bands<'a>(&'a self, seeds: &'a Seeds) -> impl Iterator<Item = u64> + 'a {
        self.0.chunks(ROWS).enumerate().map(|(number, values)| seeds.band(number, values))
    }

    /// As it is kept.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|value| value.to_le_bytes()).collect()
    }

    /// From how it is kept; none for anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != SIGNATURE_BYTES {
            return None;
        }
        let mut values = [0; PLACES];
        for (value, pair) in values.iter_mut().zip(bytes.chunks_exact(2)) {
            *value = u16::from_le_bytes(pair.try_into().ok()?);
        }
        Some(Self(values))
    }
}

/// The next of the hashes that a gram deals: SplitMix64's step, a bijection, so that grams stay apart.
fn next(hash: u64) -> u64 {
    let mixed = hash.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The places with every empty one filled from another that is not, the same one for every text.
fn filled(least: &[u64; PLACES], seeds: &Seeds) -> [u16; PLACES] {
    let mut all = [0u16; PLACES];
    for (place, value) in all.iter_mut().enumerate() {
        let mut own = least.get(place).copied().unwrap_or(u64::MAX);
        let mut attempt = 0;
        while own == u64::MAX && attempt < 100_000 {
            let other = usize::try_from(seeds.hole(place, attempt) % PLACES as u64).unwrap_or(0);
            own = least.get(other).copied().unwrap_or(u64::MAX);
            attempt += 1;
        }
        *value = u16::try_from(own & 0xFFFF).unwrap_or(0);
    }
    all
}
