//! A text as words to be matched: folded, with the forms that a word may be looked up under, its sentence and its clause.

use std::collections::BTreeSet;

use super::fold::{Token, fold};

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The folded word, and what is left of it without what its language writes on to it.
    pub forms: Vec<String>,
    /// First byte in the original.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// Counted from 0.
    pub sentence: usize,
    /// Counted from 0 over the whole text; commas and the like end one.
    pub clause: usize,
}

/// A text, read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub words: Vec<Word>,
    /// Sentences that end with a question mark.
    pub asked: BTreeSet<usize>,
}

/// Whether a language is written without spaces between words, so that its words are sought letter by letter.
pub(super) fn unspaced(language: &str) -> bool {
    matches!(language, "zh" | "my")
}

fn ends_clause(c: char) -> bool {
    matches!(c, ',' | '،' | '၊' | '、' | '，' | '፣' | '፤' | ':' | '：' | '(' | ')' | '—' | '–' | '…')
}

/// Reads a text of a language.
pub(super) fn read(text: &str, language: &str) -> Reading {
    let mut reading = Reading::default();
    let (mut clause, mut before): (usize, Option<(usize, usize)>) = (0, None);
    for token in fold(text, language).tokens {
        if let Some((end, sentence)) = before {
            let between = text.get(end..token.start).unwrap_or_default();
            clause += usize::from(sentence != token.sentence || between.chars().any(ends_clause));
            if sentence != token.sentence && asks(between) {
                reading.asked.insert(sentence);
            }
        }
        before = Some((token.end, token.sentence));
        split(text, token, language, clause, &mut reading.words);
    }
    if let Some((end, sentence)) = before
        && asks(text.get(end..).unwrap_or_default())
    {
        reading.asked.insert(sentence);
    }
    reading
}

fn asks(between: &str) -> bool {
    between
        .chars()
        .find(|c| !c.is_whitespace() && *c != '"')
        .is_some_and(|c| matches!(c, '?' | '؟' | '？' | '፧'))
}

/// A token as words: the letters of unspaced scripts apart, and a number apart from the unit that is written on to it.
fn split(text: &str, token: Token, language: &str, clause: usize, words: &mut Vec<Word>) {
    let (sentence, word) = (token.sentence, token.word);
    let mut push = |forms: Vec<String>, start: usize, end: usize| {
        words.push(Word { forms, start, end, sentence, clause });
    };
    if unspaced(language) {
        for (start, end) in clusters(text, token.start, token.end) {
            let folded = fold(text.get(start..end).unwrap_or_default(), language);
            for part in folded.tokens {
                push(vec![part.word], start, end);
            }
        }
        return;
    }
    // In romanised Arabic figures stand for letters: nothing is split there.
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    if language != "ar"
        && let Some((number, unit)) = word.split_at_checked(digits)
        && !number.is_empty()
        && !unit.is_empty()
    {
        push(vec![number.to_owned()], token.start, token.end);
        push(vec![unit.to_owned()], token.start, token.end);
        return;
    }
    let mut all = forms(word.clone(), language);
    if token.drawn {
        // Each of its letters once.
        let mut once: Vec<char> = word.chars().collect();
        once.dedup_by(|next, before| next == before && !before.is_ascii_digit());
        all.extend(forms(once.into_iter().collect(), language));
    }
    push(all, token.start, token.end);
}

/// Letters with their marks; figures and Latin words stay whole.
fn clusters(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut plain = false;
    for (at, c) in text.get(from..to).unwrap_or_default().char_indices() {
        let (start, end) = (from + at, from + at + c.len_utf8());
        let now_plain = c.is_ascii_alphanumeric() || matches!(c, '၀'..='၉' | '０'..='９');
        let joins = (now_plain && plain)
            || matches!(u32::from(c), 0x102B..=0x103E | 0x1056..=0x1059 | 0x200B..=0x200F);
        match found.last_mut() {
            Some(last) if joins => last.1 = end,
            _ => found.push((start, end)),
        }
        plain = now_plain;
    }
    found
}

/// Arabic writes “and”, “the”, “with”, “for”, “on the” on to the word: what is left without them is sought as well.
fn forms(word: String, language: &str) -> Vec<String> {
    let mut forms = vec![word];
    if language != "ar" {
        return forms;
    }
    let without = |word: &str, prefixes: &[&str], least: usize| {
        let left = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
        left.filter(|left| left.chars().count() >= least).map(str::to_owned)
    };
    let bare = forms.first().and_then(|word| without(word, &["و", "ف"], 2));
    forms.extend(bare);
    for form in forms.clone() {
        if let Some(left) = without(&form, &["بال", "عال", "هال", "كال", "لل"], 3) {
            forms.extend([format!("ال{left}"), left]);
        } else {
            forms.extend(without(&form, &["ال", "ب", "ل", "ع", "ه", "ح"], 3));
        }
    }
    forms
}
