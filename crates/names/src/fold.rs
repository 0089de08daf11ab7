//! Folding text to words, by language: NFKC, format characters off, case, digits of every script, Arabic letters and
//! marks, Urdu apart, Bengali and Hindi forms, Amharic homophones.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

/// A folded word and where it stands in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The folded word.
    pub word: String,
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

/// What a character of a text does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It is a letter: this one.
    Letter(char),
    /// It is several letters: [`Folder::letters`].
    Letters,
    /// It belongs to a word and adds nothing to it.
    Mark,
    /// It is as if it were not there.
    Skip,
    /// It ends a word.
    Break,
    /// It ends a word and a sentence.
    Sentence,
}

/// Characters whose steps are kept together.
const PAGE: usize = 256;
type Page = Box<[Step; PAGE]>;
type Pages = [OnceLock<Page>; PAGE];
/// What is kept for the characters of two bytes: of every language, and of Urdu.
static PAGES: [Pages; 2] = [const { [const { OnceLock::new() }; PAGE] }; 2];

/// How the characters of a language fold. What a character does is worked out once and kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folder {
    urdu: bool,
}

impl Folder {
    /// For a language.
    #[must_use]
    pub fn of(language: &str) -> Self {
        Self { urdu: language == "ur" }
    }

    fn kept(self, nth: usize) -> Option<&'static [Step; PAGE]> {
        let pages = if self.urdu { PAGES.last() } else { PAGES.first() };
        Some(pages?.get(nth)?.get_or_init(|| self.page(nth)))
    }

    fn page(self, nth: usize) -> Page {
        let point = |at: usize| u32::try_from(nth * PAGE + at).ok().and_then(char::from_u32);
        Box::new(std::array::from_fn(|at| point(at).map_or(Step::Break, |c| self.work_out(c))))
    }

    /// The letters that a character becomes, put behind what is there.
    fn letters(self, c: char, into: &mut String) {
        let whole = std::iter::once(c).nfkc().flat_map(char::to_lowercase);
        into.extend(whole.filter_map(|folded| letter(folded, self.urdu)));
    }

    fn work_out(self, c: char) -> Step {
        if is_format(c) {
            return Step::Skip;
        }
        if is_sentence_end(c) {
            return Step::Sentence;
        }
        let mut letters = String::new();
        self.letters(c, &mut letters);
        let mut each = letters.chars();
        match (each.next(), each.next()) {
            (None, _) => {
                if is_mark(c) {
                    Step::Mark
                } else {
                    Step::Break
                }
            }
            _ if letters.chars().any(|c| !is_word(c)) => Step::Break,
            (Some(one), None) => Step::Letter(one),
            _ => Step::Letters,
        }
    }
}

/// What is told of a text while it is walked through.
pub trait Listener {
    /// A letter of a word: the byte where its character stands, the character, and what it folds to. A character of several
    /// letters is told as often.
    fn letter(&mut self, at: usize, original: char, letter: char);
    /// A character that belongs to the word before it and adds nothing.
    fn mark(&mut self, at: usize, original: char);
    /// A character that is as if it were not there.
    fn skip(&mut self, _at: usize, _original: char) {}
    /// A character that ends a word, and whether it ends a sentence.
    fn part(&mut self, original: char, sentence: bool);
}

impl Folder {
    /// Walks through a text, character by character.
    #[inline]
    pub fn walk(self, text: &str, listener: &mut impl Listener) {
        let latin = self.kept(0);
        let (mut nth, mut page) = (0, latin);
        for (at, original) in text.char_indices() {
            let point = original as usize;
            let page = if point < PAGE {
                latin
            } else {
                if point / PAGE != nth {
                    nth = point / PAGE;
                    page = self.kept(nth);
                }
                page
            };
            let kept = page.and_then(|page| page.get(point % PAGE)).copied();
            match kept.unwrap_or_else(|| self.work_out(original)) {
                Step::Letter(letter) => listener.letter(at, original, letter),
                step @ (Step::Break | Step::Sentence) => listener.part(original, step == Step::Sentence),
                Step::Letters => self.tell_letters(at, original, listener),
                Step::Mark => listener.mark(at, original),
                Step::Skip => listener.skip(at, original),
            }
        }
    }

    /// Few characters are several letters: kept apart, so that the others are told at once.
    #[cold]
    fn tell_letters(self, at: usize, original: char, listener: &mut impl Listener) {
        let mut letters = String::new();
        self.letters(original, &mut letters);
        letters.chars().for_each(|letter| listener.letter(at, original, letter));
    }
}

/// Whether a letter is drawn out (“noooo”, “لاااا”): a third and later repetition is dropped. A figure is none: 1000 is not
/// 100.
#[must_use]
#[inline]
pub fn is_drawn_out(before: &[char], letter: char) -> bool {
    matches!(before, [.., first, second] if *first == letter && *second == letter) && !letter.is_ascii_digit()
}

/// Tells each word.
struct Words<F> {
    word: Vec<char>,
    start: usize,
    end: usize,
    sentence: usize,
    each: F,
}

impl<F: FnMut(&[char], Stand)> Words<F> {
    fn close(&mut self) {
        if !self.word.is_empty() {
            (self.each)(&self.word, Stand { start: self.start, end: self.end, sentence: self.sentence });
            self.word.clear();
        }
    }
}

impl<F: FnMut(&[char], Stand)> Listener for Words<F> {
    fn letter(&mut self, at: usize, original: char, letter: char) {
        if self.word.is_empty() {
            self.start = at;
        }
        self.end = at + original.len_utf8();
        if !is_drawn_out(&self.word, letter) {
            self.word.push(letter);
        }
    }

    fn mark(&mut self, at: usize, original: char) {
        self.end = at + original.len_utf8();
    }

    fn part(&mut self, _original: char, sentence: bool) {
        self.close();
        self.sentence += usize::from(sentence);
    }
}

/// Where a word stands in the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// First byte.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// Which sentence it belongs to, counted from 0.
    pub sentence: usize,
}

/// Calls for each word of a text of a language, in order, with its folded letters.
pub fn each_word(text: &str, language: &str, each: impl FnMut(&[char], Stand)) {
    let mut words = Words { word: Vec::new(), start: 0, end: 0, sentence: 0, each };
    Folder::of(language).walk(text, &mut words);
    words.close();
}

/// Folds a text of a language.
#[must_use]
pub fn fold(text: &str, language: &str) -> Folded {
    let mut tokens = Vec::new();
    each_word(text, language, |word, Stand { start, end, sentence }| {
        tokens.push(Token { word: word.iter().collect(), start, end, sentence });
    });
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
fn letter(c: char, urdu: bool) -> Option<char> {
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
    // Urdu is typed on keyboards of Arabic, which lack its ی ک ہ ھ ے ں: each becomes what stands for it there, in Urdu's
    // own letters.
    if urdu {
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
    use super::{Folder, PAGE, fold};

    fn words(text: &str, language: &str) -> Vec<String> {
        fold(text, language).tokens.into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn arabic_marks_and_letters_fold() {
        assert_eq!(words("أَخَذَ جوازَ سفـــري", "ar"), words("اخذ جواز سفري", "ar"));
        assert_eq!(words("٣ شهور", "ar"), ["3", "شهور"]);
    }

    #[test]
    fn letters_are_drawn_out_and_figures_are_not() {
        assert_eq!(words("noooo لاااا", "en"), ["noo", "لاا"]);
        assert_eq!(words("1000 ١٠٠٠", "ar"), ["1000", "1000"]);
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

    /// What is kept of a character is what is worked out for it, planes above included.
    #[test]
    fn kept_steps_are_the_worked_out_ones() {
        for language in ["en", "ur"] {
            let folder = Folder::of(language);
            let kept = |c: char| {
                let page = folder.kept(c as usize / PAGE)?;
                page.get(c as usize % PAGE).copied()
            };
            for c in ('\u{0}'..='\u{ffff}').step_by(7).chain(['😀', '𝐀', 'ﷺ', 'ﻻ', '½']) {
                let step = kept(c).unwrap_or_else(|| folder.work_out(c));
                assert_eq!(step, folder.work_out(c), "{language} {c:?}");
            }
        }
        assert_eq!(words("ﻻ 𝐀b ﬁx", "ar"), ["لا", "ab", "fix"]);
    }

    #[test]
    fn hostile_text_does_no_harm() {
        for text in ["", "\u{202E}abc", "a\u{0301}\u{0301}\u{0301}", "........", "💥💥"] {
            let folded = fold(text, "en");
            assert!(folded.tokens.iter().all(|t| t.start < t.end && t.end <= text.len()));
        }
    }
}
