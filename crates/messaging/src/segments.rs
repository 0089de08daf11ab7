//! How long a text message is on the air: in the letters of GSM 03.38 where all of its letters are there, else in
//! UCS-2. Counted by ourselves, for each part is paid for and arrives by itself.

/// The letters of GSM 03.38 that take one septet.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Those of its extension, which take two.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// In which letters a text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// GSM 03.38, seven bits a letter.
    Gsm,
    /// UCS-2, sixteen bits a unit.
    Ucs2,
}

/// What a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Its letters.
    pub alphabet: Alphabet,
    /// Septets, or units of sixteen bits.
    pub units: usize,
    /// Messages on the air.
    pub segments: usize,
}

/// How many units one message holds, alone and as a part of several.
fn room(alphabet: Alphabet) -> (usize, usize) {
    match alphabet {
        Alphabet::Gsm => (160, 153),
        Alphabet::Ucs2 => (70, 67),
    }
}

fn septets(letter: char) -> Option<usize> {
    if BASIC.contains(letter) { Some(1) } else { EXTENDED.contains(letter).then_some(2) }
}

/// Measures a text. A letter of two units is never cut between two messages.
#[must_use]
pub fn measure(text: &str) -> Measure {
    let gsm: Option<Vec<usize>> = text.chars().map(septets).collect();
    let (alphabet, letters) = match gsm {
        Some(letters) => (Alphabet::Gsm, letters),
        None => (Alphabet::Ucs2, text.chars().map(char::len_utf16).collect()),
    };
    let units = letters.iter().sum();
    let (alone, part) = room(alphabet);
    let segments = if units == 0 {
        0
    } else if units <= alone {
        1
    } else {
        let mut segments = 1;
        let mut filled = 0;
        for letter in letters {
            if filled + letter > part {
                segments += 1;
                filled = 0;
            }
            filled += letter;
        }
        segments
    };
    Measure { alphabet, units, segments }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> (Alphabet, usize, usize) {
        let Measure { alphabet, units, segments } = measure(text);
        (alphabet, units, segments)
    }

    #[test]
    fn the_known_borders_hold() {
        use Alphabet::{Gsm, Ucs2};
        assert_eq!(of(""), (Gsm, 0, 0));
        assert_eq!(of(&"a".repeat(160)), (Gsm, 160, 1));
        assert_eq!(of(&"a".repeat(161)), (Gsm, 161, 2));
        assert_eq!(of(&"a".repeat(306)), (Gsm, 306, 2));
        assert_eq!(of(&"a".repeat(307)), (Gsm, 307, 3));
        assert_eq!(of(&"€".repeat(80)), (Gsm, 160, 1));
        // 153 is odd: a letter of two septets does not fit into the last place of a part.
        assert_eq!(of(&"€".repeat(153)), (Gsm, 306, 3));
        assert_eq!(of(&"ক".repeat(70)), (Ucs2, 70, 1));
        assert_eq!(of(&"ক".repeat(71)), (Ucs2, 71, 2));
        assert_eq!(of(&"ক".repeat(134)), (Ucs2, 134, 2));
        assert_eq!(of(&"ক".repeat(135)), (Ucs2, 135, 3));
        assert_eq!(of("one letter more: ș"), (Ucs2, 18, 1));
        assert_eq!(of(&"𝐀".repeat(67)), (Ucs2, 134, 3), "a pair is not torn: 33 in each part");
    }

    proptest! {
        #[test]
        fn a_text_takes_no_less_than_its_units_and_no_more_than_pairs_waste(text in any::<String>()) {
            let Measure { alphabet, units, segments } = measure(&text);
            let (alone, part) = room(alphabet);
            prop_assert_eq!(segments == 0, text.is_empty());
            if units <= alone {
                prop_assert!(segments <= 1);
            } else {
                prop_assert!(segments >= units.div_ceil(part));
                prop_assert!(segments <= units.div_ceil(part - 1));
            }
            if alphabet == Alphabet::Ucs2 {
                prop_assert_eq!(units, text.encode_utf16().count());
            }
        }

        #[test]
        fn a_longer_text_is_never_shorter_on_the_air(text in any::<String>(), more in any::<char>()) {
            let longer = format!("{text}{more}");
            prop_assert!(measure(&longer).segments >= measure(&text).segments);
        }

        #[test]
        fn one_letter_from_elsewhere_makes_the_whole_text_ucs2(text in "[a-zA-Z0-9 .,?!]{0,300}") {
            prop_assert_eq!(measure(&text).alphabet, Alphabet::Gsm);
            prop_assert_eq!(measure(&format!("{text}ش")).alphabet, Alphabet::Ucs2);
        }
    }
}
