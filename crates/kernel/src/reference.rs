//! References that people see: `C-26-7KQ4M2-X`. Kind, year, six random characters, check character. They do not
//! count, so they tell neither how many there are nor which came first.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Utc};

use crate::Entropy;

/// 31 characters without 0 O 1 I L. The size is prime, so a weighted sum finds each single wrong character and
/// each swap of two neighbours.
pub(crate) const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// What a reference points to: its first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceKind {
    /// A complaint.
    Complaint,
    /// A flag: an assessment that needs a person's decision.
    Flag,
    /// A referral case.
    Referral,
    /// A hand-over of a referral case to an agency.
    HandOver,
    /// A visit to a workplace.
    Visit,
    /// An establishment.
    Establishment,
    /// A visit's report.
    Report,
    /// A call that somebody asked for.
    CallBack,
    /// A report that a wording is wrong.
    Wording,
    /// A text that came in by itself.
    TextDraft,
    /// An alarm of the duty roster.
    Roster,
    /// A list of what is to be erased.
    Erasure,
    /// An advertisement or a post in which workers are sought or offered.
    Advert,
    /// Whoever recruits, as advertisements show it.
    Recruiter,
}

impl ReferenceKind {
    const ALL: [(Self, u8); 14] = [
        (Self::Complaint, b'C'),
        (Self::Flag, b'F'),
        (Self::Referral, b'R'),
        (Self::HandOver, b'H'),
        (Self::Visit, b'V'),
        (Self::Establishment, b'E'),
        (Self::Report, b'P'),
        (Self::CallBack, b'K'),
        (Self::Wording, b'W'),
        (Self::TextDraft, b'T'),
        (Self::Roster, b'D'),
        (Self::Erasure, b'X'),
        (Self::Advert, b'A'),
        (Self::Recruiter, b'B'),
    ];

    fn letter(self) -> u8 {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or(b'C', |(_, letter)| *letter)
    }
}

/// A reference with a right check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference {
    kind: ReferenceKind,
    year: u8,
    body: [u8; 6],
}

/// Why a text is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// The text has another shape than `C-26-7KQ4M2-X`.
    #[error("not the shape of a reference")]
    Shape,
    /// The check character does not fit: something was mistyped.
    #[error("the check character does not fit")]
    Check,
}

pub(crate) fn value(character: u8) -> Option<u32> {
    ALPHABET.iter().position(|c| *c == character).and_then(|at| u32::try_from(at).ok())
}

impl Reference {
    /// A new random reference of this kind and of the year of `at`.
    pub fn random(kind: ReferenceKind, at: DateTime<Utc>, entropy: &dyn Entropy) -> Self {
        let mut body = [0u8; 6];
        for place in &mut body {
            let drawn = entropy.below(31);
            *place = usize::try_from(drawn).ok().and_then(|at| ALPHABET.get(at)).copied().unwrap_or(b'2');
        }
        let year = u8::try_from(at.year().rem_euclid(100)).unwrap_or(0);
        Self { kind, year, body }
    }

    /// What it points to.
    #[must_use]
    pub fn kind(&self) -> ReferenceKind {
        self.kind
    }

    fn check(&self) -> char {
        let digits = [u32::from(self.year / 10), u32::from(self.year % 10)];
        let head = std::iter::once(u32::from(self.kind.letter() - b'A')).chain(digits);
        let body = self.body.iter().map(|c| value(*c).unwrap_or(0));
        let sum: u32 = head.chain(body).zip(2u32..).map(|(v, weight)| v * weight).sum();
        let at = usize::try_from(sum % 31).unwrap_or(0);
        char::from(ALPHABET.get(at).copied().unwrap_or(b'2'))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = std::str::from_utf8(&self.body).unwrap_or("222222");
        write!(f, "{}-{:02}-{body}-{}", char::from(self.kind.letter()), self.year, self.check())
    }
}

/// The characters that count of what a person typed, as capitals and ASCII digits: spaces and dashes are forgiven.
pub(crate) fn clean(text: &str) -> Result<Vec<u8>, ReferenceError> {
    let counts = |c: &char| !c.is_whitespace() && !"-‐‑–—\u{200e}\u{200f}".contains(*c);
    let plain = |c: char| {
        let digit = crate::code::ascii_digit(c);
        digit.or_else(|| u8::try_from(c.to_ascii_uppercase()).ok()).ok_or(ReferenceError::Shape)
    };
    text.chars().filter(counts).map(plain).collect()
}

impl FromStr for Reference {
    type Err = ReferenceError;

    /// Reads what a person typed: small letters, spaces and missing dashes are forgiven.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let clean = clean(text)?;
        let [letter, y1, y2, b1, b2, b3, b4, b5, b6, check] = clean.as_slice() else {
            return Err(ReferenceError::Shape);
        };
        let kind = ReferenceKind::ALL.iter().find(|(_, l)| l == letter).ok_or(ReferenceError::Shape)?.0;
        if !y1.is_ascii_digit() || !y2.is_ascii_digit() {
            return Err(ReferenceError::Shape);
        }
        let body = [*b1, *b2, *b3, *b4, *b5, *b6];
        if body.iter().any(|c| value(*c).is_none()) {
            return Err(ReferenceError::Shape);
        }
        let reference = Self { kind, year: (y1 - b'0') * 10 + (y2 - b'0'), body };
        if reference.check() == char::from(*check) { Ok(reference) } else { Err(ReferenceError::Check) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FixedEntropy;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_back_and_finds_each_wrong_character_and_swap(seed in any::<u64>(), at in 0usize..6, other in 0usize..31) {
            let entropy = FixedEntropy::seeded(seed);
            let reference = Reference::random(ReferenceKind::Complaint, DateTime::UNIX_EPOCH, &entropy);
            let text = reference.to_string();
            prop_assert_eq!(text.parse::<Reference>(), Ok(reference));
            prop_assert_eq!(text.to_lowercase().replace('-', " ").parse::<Reference>(), Ok(reference));
            let mut wrong: Vec<u8> = text.bytes().collect();
            wrong[5 + at] = ALPHABET[other];
            let wrong = String::from_utf8(wrong).unwrap();
            if wrong != text {
                prop_assert_eq!(wrong.parse::<Reference>(), Err(ReferenceError::Check));
            }
            let mut swapped: Vec<u8> = text.bytes().collect();
            if at < 5 {
                swapped.swap(5 + at, 6 + at);
                let swapped = String::from_utf8(swapped).unwrap();
                if swapped != text {
                    prop_assert_eq!(swapped.parse::<Reference>(), Err(ReferenceError::Check));
                }
            }
        }
    }
}
