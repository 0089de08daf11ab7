//! Telephone numbers as a gateway takes them: E.164, from what people type in the digits of any script.

use std::fmt;

use haqqi_kernel::plain_digits;
use haqqi_pack::Phone;

/// A number in E.164: `+` and digits. Shown nowhere by itself; its text goes to the vault or to the gateway.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(String);

/// Why a text is no number to which a message can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// It has no shape of a number, or of one of another country without its prefix.
    #[error("not a telephone number")]
    Shape,
    /// It has the shape of a number, and no telephone can have it.
    #[error("no telephone has this number")]
    Nobodys,
}

/// Longest text that is looked at: no number needs more, whatever stands between its digits.
const LONGEST: usize = 60;

/// Digits of a number with its calling code, fewest and most (ITU-T E.164; the shortest in use have seven).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Fewest digits of a number inside a country.
const FEWEST_INSIDE: usize = 6;

impl Number {
    /// Reads what somebody typed. With `+` or `00` it is a number of any country, else one of this country, whose calling
    /// code may stand before it; where the pack tells nothing of its numbers, none can be read without their `+`.
    ///
    /// # Errors
    /// [`NumberError`].
    pub fn read(text: &str, home: Option<&Phone>) -> Result<Self, NumberError> {
        let plain: String = plain_digits(text).chars().filter(|c| !is_mark(*c)).collect();
        let plain = plain.trim();
        let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
        let plus = plain.starts_with('+');
        let rest = plain.strip_prefix('+').unwrap_or(plain);
        let odd = |c: char| !(c.is_ascii_digit() || c.is_whitespace() || "-–()./".contains(c));
        if plain.len() > LONGEST || rest.chars().any(odd) || digits.is_empty() {
            return Err(NumberError::Shape);
        }
        let whole = match (plus, digits.strip_prefix("00"), home) {
            (true, ..) => digits,
            (false, Some(rest), _) => rest.to_owned(),
            (false, None, None) => return Err(NumberError::Shape),
            (false, None, Some(home)) => at_home(&digits, home)?,
        };
        let whole = home.map_or_else(|| whole.clone(), |home| without_trunk(&whole, home));
        // No calling code begins with 0.
        if whole.starts_with('0') || !DIGITS.contains(&whole.len()) {
            return Err(NumberError::Nobodys);
        }
        Ok(Self(format!("+{whole}")))
    }

    /// `+` and digits (ITU-T E.164).
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A number with its calling code, in which many leave the trunk's digit that is dialled inside the country only.
fn without_trunk(whole: &str, home: &Phone) -> String {
    let inside =
        whole.strip_prefix(home.code.as_str()).and_then(|rest| rest.strip_prefix(home.trunk.as_str()));
    inside.map_or_else(|| whole.to_owned(), |inside| format!("{}{inside}", home.code))
}

/// A number as it is dialled inside the country, with its calling code.
fn at_home(digits: &str, home: &Phone) -> Result<String, NumberError> {
    let inside = match digits.strip_prefix(home.trunk.as_str()) {
        Some(inside) if !home.trunk.is_empty() => inside,
        // Without the trunk's digit it is a number with its calling code, or one that somebody cut short.
        _ => match digits.strip_prefix(home.code.as_str()) {
            Some(inside) => inside,
            None => digits,
        },
    };
    if inside.len() < FEWEST_INSIDE {
        return Err(NumberError::Nobodys);
    }
    Ok(format!("{}{inside}", home.code))
}

/// Says that there is one, not which.
impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Number(…)")
    }
}

/// Marks of direction that a telephone adds when a number is pasted.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn home() -> Phone {
        Phone { code: "962".to_owned(), trunk: "0".to_owned() }
    }

    fn read(text: &str) -> Result<String, NumberError> {
        Number::read(text, Some(&home())).map(|number| number.0)
    }

    #[test]
    fn one_phone_has_one_number_however_it_is_typed() {
        for typed in [
            "0790000001",
            "079 000 0001",
            "+962 79 000 0001",
            "00962790000001",
            "962790000001",
            "+962 (0)79 000 0001",
            "009620790000001",
            "9620790000001",
            "(079) 000-0001",
            "٠٧٩٠٠٠٠٠٠١",
            "০৭৯০০০০০০১",
            "\u{202d}+962790000001\u{202c}",
        ] {
            assert_eq!(read(typed).as_deref(), Ok("+962790000001"), "{typed}");
        }
        assert_eq!(read("+8801712345678").as_deref(), Ok("+8801712345678"), "a number from home");
    }

    #[test]
    fn what_no_message_can_reach_is_refused() {
        for typed in [
            "",
            "+",
            "abc",
            "079 ask for Rana",
            "1",
            "0790000001, 0790000002",
            "+0962790000001",
            "079+0000001",
            "++962790000001",
        ] {
            assert!(read(typed).is_err(), "{typed}");
        }
        assert!(read(&"7".repeat(500)).is_err());
        assert_eq!(
            Number::read("0790000001", None),
            Err(NumberError::Shape),
            "nothing is told of its numbers"
        );
        assert!(Number::read("+962790000001", None).is_ok());
    }

    #[test]
    fn a_log_shows_no_number() {
        let number = Number::read("0790000001", Some(&home())).unwrap();
        assert!(!format!("{number:?}").contains('9'));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(text in any::<String>()) {
            if let Ok(number) = Number::read(&text, Some(&home())) {
                prop_assert!(number.0.starts_with('+'));
                prop_assert!(number.0.chars().skip(1).all(|c| c.is_ascii_digit()));
                let again = Number::read(&number.0, Some(&home())).ok();
                prop_assert_eq!(again, Some(number));
            }
        }

        #[test]
        fn digits_alone_never_break_it(text in "[+0-9 ()./-]{0,70}") {
            let _ = Number::read(&text, Some(&home()));
            let _ = Number::read(&text, None);
        }
    }
}
