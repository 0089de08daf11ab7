//! A reason in words, as the house asks for it wherever somebody decides what another may want to understand later: why a
//! flag is dismissed, why she is thought safe, why a clock ran out, why a record is opened. A full stop is no reason.

use std::collections::HashSet;

use crate::line::is_unseen;

/// Fewest letters of a reason in a script that writes sounds: two or three short words.
const FEWEST: usize = 8;
/// Of fewer different letters nobody can make a sentence.
const FEWEST_DIFFERENT: usize = 4;
/// So many letters a sign counts that stands for a word or a part of one.
const OF_A_WORD: usize = 3;
/// So many letters a sign counts that stands for a syllable.
const OF_A_SYLLABLE: usize = 2;

/// A reason in words: at least eight letters of any script, four of them different, without spaces at its ends. Chinese,
/// Japanese, Korean and Ethiopic signs hold more than a letter each and count as two or three; spaces, digits and
/// punctuation count as none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

/// It is no reason in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("say why in words: at least eight letters, not the same ones again and again")]
pub struct NoReason;

impl Reason {
    /// Reads what somebody typed.
    ///
    /// # Errors
    /// [`NoReason`] where it has too few letters, or too few different ones.
    pub fn parse(text: &str) -> Result<Self, NoReason> {
        let text = text.trim();
        let letters = || text.chars().filter(|c| c.is_alphabetic() && !is_unseen(*c));
        let many: usize = letters().map(weight).sum();
        let different: HashSet<char> = letters().flat_map(char::to_lowercase).collect();
        // A sign that is a word by itself need not be followed by as many others.
        let wanted =
            if letters().any(|c| weight(c) == OF_A_WORD) { FEWEST_DIFFERENT - 1 } else { FEWEST_DIFFERENT };
        if many < FEWEST || different.len() < wanted { Err(NoReason) } else { Ok(Self(text.to_owned())) }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many characters it has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }
}

/// How many letters a sign counts as.
fn weight(c: char) -> usize {
    match u32::from(c) {
        // Han, with its extensions.
        0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff => OF_A_WORD,
        // Ethiopic, kana, Yi, Hangul.
        0x1200..=0x139f | 0x2d80..=0x2ddf | 0x3040..=0x30ff | 0xa000..=0xa4cf | 0xac00..=0xd7a3 => {
            OF_A_SYLLABLE
        }
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{NoReason, Reason};

    #[test]
    fn a_full_stop_is_no_reason_and_neither_is_one_letter_again_and_again() {
        for text in [
            "",
            " ",
            ".",
            "x",
            "...........",
            "no",
            "ok ok",
            "xxxxxxxxxxxxxxxx",
            "ababababababab",
            "1234567890123",
            "؟؟؟",
            "شششششششششش",
            "好",
            "好好好好好",
            "\u{2066}\u{200b}\u{200b}\u{200b}",
        ] {
            assert_eq!(Reason::parse(text), Err(NoReason), "{text:?}");
        }
    }

    #[test]
    fn a_short_sentence_of_every_script_is_one() {
        for text in [
            "She is at home.",
            "تحدثنا معها وحدها",
            "မိန်းကလေးနှင့် တွေ့ခဲ့သည်",
            "她一个人来过",
            "그녀를 만났다",
            "彼女に会った",
            "সে নিরাপদে আছে",
            "අපි ඇය හමුවුණා",
            "தனியாக பேசினோம்",
            "ከእርሷ ጋር ተነጋገርን",
            "เราได้คุยกับเธอ",
            "Nakausap namin siya.",
        ] {
            let reason = Reason::parse(&format!("  {text}\n"));
            assert_eq!(reason.as_ref().map(Reason::as_str), Ok(text), "{text}");
        }
    }
}
