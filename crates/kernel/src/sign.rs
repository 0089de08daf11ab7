//! Numbers by which people outside can see that somebody or something is ours: on a badge, on a paper. They are
//! random and count nothing, so they tell neither when they were made nor how many there are.

use std::fmt;
use std::str::FromStr;

use crate::Entropy;
use crate::reference::{ALPHABET, ReferenceError, clean, value};

/// What carries the number: its first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignKind {
    /// The badge of a person.
    Badge,
    /// A paper that was handed out.
    Paper,
}

impl SignKind {
    const ALL: [(Self, u8); 2] = [(Self::Badge, b'B'), (Self::Paper, b'K')];

    fn letter(self) -> u8 {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or(b'B', |(_, letter)| *letter)
    }
}

/// A number such as `B-7KQ4-M2XA-X`: kind, eight random characters (31^8, about 8.5 × 10^11), check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sign {
    kind: SignKind,
    body: [u8; 8],
}

impl Sign {
    /// A new random one.
    pub fn random(kind: SignKind, entropy: &dyn Entropy) -> Self {
        let mut body = [0u8; 8];
        for place in &mut body {
            let drawn = entropy.below(31);
            *place = usize::try_from(drawn).ok().and_then(|at| ALPHABET.get(at)).copied().unwrap_or(b'2');
        }
        Self { kind, body }
    }

    /// What carries it.
    #[must_use]
    pub fn kind(&self) -> SignKind {
        self.kind
    }

    fn check(&self) -> char {
        let head = u32::from(self.kind.letter() - b'A');
        let body = self.body.iter().map(|c| value(*c).unwrap_or(0));
        let sum: u32 = std::iter::once(head).chain(body).zip(2u32..).map(|(v, weight)| v * weight).sum();
        let at = usize::try_from(sum % 31).unwrap_or(0);
        char::from(ALPHABET.get(at).copied().unwrap_or(b'2'))
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", char::from(self.kind.letter()))?;
        for (at, character) in self.body.iter().enumerate() {
            if at == 4 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*character))?;
        }
        write!(f, "-{}", self.check())
    }
}

impl FromStr for Sign {
    type Err = ReferenceError;

    /// Reads what a person typed: small letters, spaces, missing dashes and digits of her script are forgiven.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let clean = clean(text)?;
        let [letter, body @ .., check] = clean.as_slice() else { return Err(ReferenceError::Shape) };
        let kind = SignKind::ALL.iter().find(|(_, l)| l == letter).ok_or(ReferenceError::Shape)?.0;
        let body: [u8; 8] = body.try_into().map_err(|_| ReferenceError::Shape)?;
        if body.iter().any(|c| value(*c).is_none()) {
            return Err(ReferenceError::Shape);
        }
        let sign = Self { kind, body };
        if sign.check() == char::from(*check) { Ok(sign) } else { Err(ReferenceError::Check) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FixedEntropy;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_back_and_finds_each_wrong_character_and_swap(seed in any::<u64>(), at in 0usize..8, other in 0usize..31) {
            for kind in [SignKind::Badge, SignKind::Paper] {
                let sign = Sign::random(kind, &FixedEntropy::seeded(seed));
                let text = sign.to_string();
                prop_assert_eq!(text.parse::<Sign>(), Ok(sign));
                prop_assert_eq!(text.to_lowercase().replace('-', " ").parse::<Sign>(), Ok(sign));
                let plain: Vec<u8> = text.bytes().filter(|c| *c != b'-').collect();
                let mut wrong = plain.clone();
                wrong[1 + at] = ALPHABET[other];
                if wrong != plain {
                    prop_assert_eq!(String::from_utf8(wrong).unwrap().parse::<Sign>(), Err(ReferenceError::Check));
                }
                let mut swapped = plain.clone();
                swapped.swap(1 + at, if at < 7 { 2 + at } else { at });
                if swapped != plain {
                    prop_assert_eq!(String::from_utf8(swapped).unwrap().parse::<Sign>(), Err(ReferenceError::Check));
                }
            }
        }

        #[test]
        fn nothing_typed_breaks_it(text in "\\PC{0,40}") {
            let _ = text.parse::<Sign>();
        }
    }
}
