//! Whether two texts are nearly the same, without keeping either: a keyed MinHash over the character 5-grams of the
//! folded text, and bands by which like texts are found.
//!
//! Every value is the output of a keyed hash, so whoever has the values without the key learns which texts are alike
//! and nothing of what they say. No I/O.
//!
//! ```
//! use haqqi_likeness::{Seeds, Signature};
//!
//! let seeds = Seeds::from_key(&[7; 32]);
//! let one = Signature::of("They keep our passports in the office and do not pay us since May.", "en", &seeds);
//! let other = Signature::of("they keep our passports in the office and did not pay us since May", "en", &seeds);
//! assert!(one.unwrap().per_mille(&other.unwrap()) > 700);
//! ```

mod seeds;
mod signature;

pub use seeds::Seeds;
pub use signature::{BANDS, SHORTEST, SIGNATURE_BYTES, Signature};
