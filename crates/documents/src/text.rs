//! From a person's words to what the typesetter gets: cleaned, with their direction.

use std::collections::BTreeSet;

use haqqi_language::KNOWN;
use icu::properties::CodePointMapData;
use icu::properties::props::{BidiClass, Script};
use serde::Serialize;

use crate::PressError;
use crate::fonts::Fonts;

/// A text as the template takes it.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(crate) struct Said {
    lines: Vec<Line>,
    /// Whether it holds a word so long that it may have to be broken where nothing else would break it.
    long: bool,
}

/// A line of a text, which runs as its own letters do: what somebody wrote below the paper's words does not turn them.
#[derive(Debug, Serialize, PartialEq, Eq)]
struct Line {
    text: String,
    rtl: bool,
}

/// A word of more characters than this may not fit a column.
pub(crate) const LONG: usize = 18;

/// Cleans the texts of one paper.
pub(crate) struct Cleaner<'a> {
    pub fonts: &'a Fonts,
    /// Characters that the fonts turned out not to have, though their lists say so.
    pub without: &'a BTreeSet<char>,
    pub rtl: bool,
}

impl Cleaner<'_> {
    /// A text of several lines.
    pub(crate) fn said(&self, text: &str) -> Result<Said, PressError> {
        let clean = self.clean(text)?;
        let long = clean.lines().flat_map(|line| line.split(' ')).any(|word| word.chars().count() > LONG);
        let line = |line: &str| Line { rtl: direction(line, self.rtl), text: line.trim_end().to_owned() };
        Ok(Said { lines: clean.lines().map(line).collect(), long })
    }

    /// A text of one line, as plain string.
    pub(crate) fn line(&self, text: &str) -> Result<String, PressError> {
        Ok(self.clean(text)?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Without control characters and without what would reorder the line; a sign that no font has is named by its
    /// code point.
    fn clean(&self, text: &str) -> Result<String, PressError> {
        let mut clean = String::with_capacity(text.len());
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                '\r' if signs.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
                '\t' | '\u{0b}' | '\u{0c}' => clean.push(' '),
                '\u{202a}'..='\u{202e}' => {}
                _ if sign.is_control() => {}
                _ if self.fonts.covers(sign) && !self.without.contains(&sign) => clean.push(sign),
                _ => {
                    let script = CodePointMapData::<Script>::new().get(sign);
                    if let Some(name) = lacking(self.fonts, script) {
                        return Err(PressError::NoFont { script: name });
                    }
                    clean.push_str(&format!("[U+{:04X}]", u32::from(sign)));
                }
            }
        }
        Ok(clean)
    }
}

/// The name of this script, if a language that the product can speak is written in it and the fonts lack it.
fn lacking(fonts: &Fonts, script: Script) -> Option<&'static str> {
    let languages = KNOWN.iter().filter(|known| {
        known.own_name.chars().any(|sign| CodePointMapData::<Script>::new().get(sign) == script)
    });
    let lacks = |name: &str| name.chars().any(|sign| !fonts.covers(sign));
    languages.into_iter().find(|known| lacks(known.own_name)).map(|known| script_name(known.script))
}

/// The English name of a script, for operators.
pub(crate) fn script_name(code: &'static str) -> &'static str {
    match code {
        "Arab" => "Arabic",
        "Beng" => "Bengali",
        "Deva" => "Devanagari",
        "Ethi" => "Ethiopic",
        "Hans" => "Chinese",
        "Latn" => "Latin",
        "Mymr" => "Myanmar",
        "Sinh" => "Sinhala",
        "Taml" => "Tamil",
        other => other,
    }
}

/// Whether a line runs from right to left: as most of its letters do, those in isolation (names and values that a
/// message took in) left aside. Without letters, as numbers run; when even, as the paper does.
fn direction(text: &str, paper: bool) -> bool {
    let classes = CodePointMapData::<BidiClass>::new();
    let (mut left, mut right, mut isolated, mut inside) = (0_usize, 0_usize, 0_usize, (0_usize, 0_usize));
    for sign in text.chars() {
        let class = classes.get(sign);
        let toward = |left: &mut usize, right: &mut usize| match class {
            BidiClass::LeftToRight => *left += 1,
            BidiClass::RightToLeft | BidiClass::ArabicLetter => *right += 1,
            _ => {}
        };
        match sign {
            '\u{2066}'..='\u{2068}' => isolated += 1,
            '\u{2069}' => isolated = isolated.saturating_sub(1),
            _ if isolated > 0 => toward(&mut inside.0, &mut inside.1),
            _ => toward(&mut left, &mut right),
        }
    }
    if left + right == 0 {
        // A message that is nothing but what it took in.
        (left, right) = inside;
    }
    match left.cmp(&right) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal => paper && left > 0,
    }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn a_text_runs_as_most_of_its_letters_do() {
        assert!(direction("نص من company واحد", true));
        assert!(direction("نص عربي", false));
        assert!(!direction("The word حسن is a name", true));
        assert!(!direction("+962 6 580 2666", true));
    }

    #[test]
    fn what_a_message_took_in_does_not_turn_it() {
        assert!(direction("الاسم \u{2068}Very Long Company Name Limited\u{2069}", true));
        assert!(!direction("\u{2068}Company\u{2069}", true));
    }
}
