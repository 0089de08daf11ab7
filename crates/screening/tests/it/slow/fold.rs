//! Folding text to words, by language: NFKC, format characters off, case, digits of every script, Arabic letters and
//! marks, Urdu apart, Bengali and Hindi forms, Amharic homophones.

use unicode_normalization::UnicodeNormalization;

/// A folded word and where it stands in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The folded word.
    pub word: String,
    /// Whether a letter of it was drawn out.
    pub drawn: bool,
    /// First byte in the original.
    pub start: usize,
    /// Byte behind the last in the original.
    pub end: usize,
    /// Which sentence it belongs to, counted from 0.
    pub sentence: usize,
}

/// A text as folded words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The words, in order.
    pub tokens: Vec<Token>,
}

/// Folds a text of a language.
#[must_use]
pub fn fold(text: &str, language: &str) -> Folded {
    let mut tokens: Vec<Token> = Vec::new();
    let mut word = String::new();
    let mut letters = String::new();
    let (mut drawn, mut line) = (false, false);
    let (mut start, mut end, mut sentence) = (0usize, 0usize, 0usize);
    let mut close = |word: &mut String, drawn: &mut bool, start: usize, end: usize, sentence: usize| {
        if !word.is_empty() {
            tokens.push(Token { word: std::mem::take(word), drawn: *drawn, start, end, sentence });
        }
        *drawn = false;
    };
    for (at, original) in text.char_indices() {
        let after = at + original.len_utf8();
        if is_format(original) {
            continue;
        }
        if is_sentence_end(original) {
            close(&mut word, &mut drawn, start, end, sentence);
            // A line may be wrapped anywhere; an empty one ends a sentence.
            sentence += usize::from(original != '\n' || line);
            line |= original == '\n';
            continue;
        }
        letters.clear();
        if original.is_ascii() {
            // Nothing to compose or take apart: most of a text in Latin letters, and every space.
            letters.extend(letter(original.to_ascii_lowercase(), language));
        } else {
            let whole = std::iter::once(original).nfkc().flat_map(char::to_lowercase);
            letters.extend(whole.filter_map(|folded| letter(folded, language)));
        }
        let separates = letters.is_empty() && !is_mark(original);
        let breaks = letters.chars().any(|c| !is_word(c));
        if separates || breaks {
            close(&mut word, &mut drawn, start, end, sentence);
        } else if !letters.is_empty() {
            line = false;
            if word.is_empty() {
                start = at;
            }
            // Elongation (“noooo”, “لاااا”): a third and later repetition is dropped. A figure is none: 1000 is not 100.
            for folded in letters.chars() {
                let mut last = word.chars().rev();
                if !folded.is_ascii_digit() && last.next() == Some(folded) && last.next() == Some(folded) {
                    drawn = true;
                    continue;
                }
                word.push(folded);
            }
            end = after;
        } else {
            end = after;
        }
    }
    close(&mut word, &mut drawn, start, end, sentence);
    Folded { tokens }
}

fn is_format(c: char) -> bool {
    matches!(u32::from(c), 0x00AD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFEFF | 0x061C)
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '।' | '۔' | '።' | '။' | '。' | '！' | '？' | '\n' | ';' | '؛')
}

/// Marks that fold to nothing but do not end a word.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0640 | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED | 0x0300..=0x036F | 0x0621 | 0x2019 | 0x27 | 0x0981 | 0x09BC | 0x093C)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(u32::from(c), 0x0900..=0x0963 | 0x0980..=0x09E3 | 0x0B80..=0x0BFF | 0x0D80..=0x0DFF | 0x1000..=0x109F)
}

/// The folded form of a letter, or nothing where it is dropped.
fn letter(c: char, language: &str) -> Option<char> {
    if let Some(digit) = c.to_digit(10) {
        return char::from_digit(digit, 10);
    }
    let point = u32::from(c);
    for zero in [0x660u32, 0x6F0, 0x966, 0x9E6, 0xBE6, 0xDE6, 0x1040] {
        if (zero..zero + 10).contains(&point) {
            return char::from_digit(point - zero, 10);
        }
    }
    if is_mark(c) {
        return None;
    }
    // Urdu is typed on keyboards of Arabic.
    if language == "ur" {
        match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => return Some('ا'),
            'ي' | 'ى' | 'ې' | 'ے' | 'ئ' => return Some('ی'),
            'ؤ' => return Some('و'),
            'ه' | 'ة' | 'ۃ' | 'ھ' | 'ە' => return Some('ہ'),
            'ك' => return Some('ک'),
            'ں' => return Some('ن'),
            _ => {}
        }
    } else {
        match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => return Some('ا'),
            'ى' | 'ئ' | 'ی' | 'ې' => return Some('ي'),
            'ؤ' => return Some('و'),
            'ة' | 'ہ' | 'ھ' | 'ە' => return Some('ه'),
            'ک' => return Some('ك'),
            _ => {}
        }
    }
    match c {
        // NFKC has split Bengali ড় ঢ় য় already: their nukta is among the marks.
        'ৎ' => Some('ত'),
        // Hindi: chandrabindu as anusvara.
        'ँ' => Some('ं'),
        'ሐ' | 'ኀ' | 'ኸ' => Some('ሀ'),
        'ሠ' => Some('ሰ'),
        'ዐ' => Some('አ'),
        'ፀ' => Some('ጸ'),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    fn words(text: &str, language: &str) -> Vec<String> {
        fold(text, language).tokens.into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn arabic_marks_and_letters_fold() {
        assert_eq!(words("أَخَذَ جوازَ سفـــري", "ar"), words("اخذ جواز سفري", "ar"));
        assert_eq!(words("٣ شهور", "ar"), ["3", "شهور"]);
    }

    #[test]
    fn a_token_knows_where_it_stood() {
        let text = "Boss KEEPS my “passport”.";
        let folded = fold(text, "en");
        let passport = folded.tokens.last().unwrap();
        assert_eq!(&text[passport.start..passport.end], "passport");
        assert_eq!(passport.word, "passport");
    }

    #[test]
    fn composed_and_decomposed_bengali_are_the_same() {
        assert_eq!(words("দেয় না", "bn"), words("দেয\u{09BC} না", "bn"));
    }

    #[test]
    fn sentences_are_counted() {
        let folded = fold("One two. Three", "en");
        assert_eq!(folded.tokens.iter().map(|t| t.sentence).collect::<Vec<_>>(), [0, 0, 1]);
    }

    #[test]
    fn hostile_text_does_no_harm() {
        for text in ["", "\u{202E}abc", "a\u{0301}\u{0301}\u{0301}", "........", "💥💥"] {
            let folded = fold(text, "en");
            assert!(folded.tokens.iter().all(|t| t.start < t.end && t.end <= text.len()));
        }
    }
}
