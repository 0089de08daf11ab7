//! The worker's secret code: 15 random digits and a check digit, in groups of four.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroize;

use crate::Entropy;

/// Damm's quasigroup of order 10: finds each single wrong digit and each swap of neighbours
/// (H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004).
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// A receipt code. It is shown once, to the worker; the database keeps a keyed digest.
#[derive(Clone, PartialEq, Eq, Zeroize)]
#[zeroize(drop)]
pub struct ReceiptCode([u8; 16]);

/// Why what was typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Not 16 digits.
    #[error("a code has 16 digits")]
    Length,
    /// The last digit does not fit the others: one digit was mistyped.
    #[error("the check digit does not fit")]
    Check,
}

fn damm(digits: &[u8]) -> u8 {
    digits.iter().fold(0u8, |row, digit| {
        DAMM.get(usize::from(row)).and_then(|r| r.get(usize::from(*digit))).copied().unwrap_or(0)
    })
}

/// The ASCII digit of a digit of any script that workers type, or nothing.
pub(crate) fn ascii_digit(character: char) -> Option<u8> {
    const ZEROS: [u32; 13] =
        [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xBE6, 0xDE6, 0x1040, 0x1090, 0xFF10, 0xA66, 0xE50, 0x7C0];
    let point = u32::from(character);
    ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&point))
        .and_then(|zero| u8::try_from(point - zero).ok())
        .map(|d| b'0' + d)
}

/// The text with the digits of every script that people type as ASCII digits: for numbers in forms.
#[must_use]
pub fn plain_digits(text: &str) -> String {
    text.chars().map(|c| ascii_digit(c).map_or(c, char::from)).collect()
}

impl ReceiptCode {
    /// A new random code.
    pub fn random(entropy: &dyn Entropy) -> Self {
        let mut digits = [0u8; 16];
        if let Some((last, head)) = digits.split_last_mut() {
            for digit in head.iter_mut() {
                *digit = u8::try_from(entropy.below(10)).unwrap_or(0);
            }
            *last = damm(head);
        }
        Self(digits)
    }

    /// The 16 ASCII digits without spaces: what is digested.
    #[must_use]
    pub fn digits(&self) -> String {
        self.0.iter().map(|d| char::from(b'0' + d)).collect()
    }
}

impl fmt::Display for ReceiptCode {
    /// Four groups of four, as it is shown and read aloud.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.0.iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

impl FromStr for ReceiptCode {
    type Err = CodeError;

    /// Reads what a person typed, in the digits of any script, with spaces or dashes.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut digits = [0u8; 16];
        let mut count = 0usize;
        for character in text.chars() {
            if character.is_whitespace() || "-‐‑–—.\u{200e}\u{200f}".contains(character) {
                continue;
            }
            let digit = ascii_digit(character).ok_or(CodeError::Length)? - b'0';
            *digits.get_mut(count).ok_or(CodeError::Length)? = digit;
            count += 1;
        }
        if count != 16 {
            return Err(CodeError::Length);
        }
        if damm(&digits) == 0 { Ok(Self(digits)) } else { Err(CodeError::Check) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FixedEntropy;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_wrong_digit_is_told(seed in any::<u64>(), at in 0usize..16, add in 1u8..10) {
            let code = ReceiptCode::random(&FixedEntropy::seeded(seed));
            prop_assert!(code.to_string().parse::<ReceiptCode>().unwrap() == code);
            let mut wrong = code.0;
            wrong[at] = (wrong[at] + add) % 10;
            let text: String = wrong.iter().map(|d| char::from(b'0' + d)).collect();
            prop_assert_eq!(text.parse::<ReceiptCode>().unwrap_err(), CodeError::Check);
        }
    }

    #[test]
    fn digits_of_her_script_are_read() {
        let code = ReceiptCode::random(&FixedEntropy::seeded(7));
        let bengali: String =
            code.digits().chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0x9E6).unwrap()).collect();
        assert!(bengali.parse::<ReceiptCode>().unwrap() == code);
    }
}
