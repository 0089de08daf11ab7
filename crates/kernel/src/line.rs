//! What somebody types on one line: a name, a place, a number, a word. Others read it beside their own words, so signs
//! that turn the direction of what stands around them, or that nobody sees, do not stay in it. The words of a story are
//! not touched: they stay as written, and pages set them apart.

/// Whether a sign turns the direction of writing, or is seen by nobody. The joiners of Persian, Sinhala or Hindi words
/// (U+200C, U+200D) belong to their letters and are none.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A text as one line: unseen signs and controls are gone, whatever breaks a line is a space, and no space stands at the
/// ends or twice. What was typed in good faith looks as before.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{2028}' || c == '\u{2029}' {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !c.is_control() && !is_unseen(c) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_every_script_stay_and_what_turns_them_goes() {
        for name in ["منى خليل", "می‌روم", "শ্রী ক্ষেত্র", "ශ්‍රී ලංකා", "O’Brien & Söhne, Ltd.", "陈 小明", "👩‍🏭"]
        {
            assert_eq!(one_line(name), name);
        }
        assert_eq!(one_line("Al Amal \u{202e}gnihtolC\u{202c}"), "Al Amal gnihtolC");
        assert_eq!(one_line("\u{2067}x\u{2069}\u{200f}\u{feff}"), "x");
        assert_eq!(one_line("  a\tb\r\n\u{2028}c\u{7}\u{1b}[31m \u{200b} "), "a b c[31m");
        assert_eq!(one_line("\u{202e}\u{2066}\u{7f} \u{0}"), "");
    }

    proptest! {
        #[test]
        fn a_line_is_one_line_and_stays_so(text in any::<String>()) {
            let line = one_line(&text);
            prop_assert!(!line.chars().any(|c| c.is_control() || is_unseen(c)));
            prop_assert_eq!(line.trim(), line.as_str());
            prop_assert_eq!(one_line(&line), line.clone());
            // Nothing that is seen is lost.
            let seen = |s: &str| s.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !is_unseen(*c)).count();
            prop_assert_eq!(seen(&text), seen(&line));
        }
    }
}
