//! A text as words to be matched: folded, each with its place, its sentence and its clause, and the atoms that it is.

use std::ops::Range;

use haqqi_names::{Folder, Listener, is_drawn_out};

use super::lookup::{Id, Lookup, Trail, arabic_forms};

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Where its folded letters stand in [`Reading::letters`].
    from: usize,
    to: usize,
    /// First byte in the original.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// Counted from 0.
    pub sentence: usize,
    /// Counted from 0 over the whole text; commas and the like end one.
    pub clause: usize,
    /// Behind the last of its atoms in [`Reading::atoms`].
    atoms: usize,
}

/// A text, read.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    letters: Vec<char>,
    atoms: Vec<Id>,
    pub words: Vec<Word>,
    /// Sentences that end with a question mark, in order.
    pub asked: Vec<usize>,
    /// Each sentence that has words, with its first word.
    sentences: Vec<(usize, usize)>,
}

/// How a language is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader {
    folder: Folder,
    /// Written without spaces between words: they are sought letter by letter.
    pub unspaced: bool,
    /// Arabic: figures stand for letters where it is romanised, and small words are written on to others.
    arabic: bool,
}

fn ends_clause(c: char) -> bool {
    matches!(c, ',' | '،' | '၊' | '、' | '，' | '፣' | '፤' | ':' | '：' | '(' | ')' | '—' | '–' | '…')
}

fn asks(behind: &str) -> bool {
    behind
        .chars()
        .find(|c| !c.is_whitespace() && *c != '"')
        .is_some_and(|c| matches!(c, '?' | '؟' | '？' | '፧'))
}

impl Reader {
    pub(super) fn of(language: &str) -> Self {
        let unspaced = matches!(language, "zh" | "my");
        Self { folder: Folder::of(language), unspaced, arabic: language == "ar" }
    }

    /// Reads a text, in place of the one before, with the atoms of a lexicon.
    pub(super) fn read(self, text: &str, lookup: &Lookup, reading: &mut Reading) {
        reading.letters.clear();
        reading.letters.reserve(text.len());
        reading.atoms.clear();
        reading.words.clear();
        reading.asked.clear();
        reading.sentences.clear();
        let place =
            Place { text, lookup, reading, sentence: 0, clause: 0, parted: false, line: false, before: None };
        if self.unspaced {
            let mut letters = Letters { place, open: None, plain: false, last: 0, skipped: Vec::new() };
            self.folder.walk(text, &mut letters);
            letters.close();
            letters.place.finish();
        } else {
            let arabic = self.arabic;
            let mut words = Words {
                place,
                arabic,
                from: 0,
                start: 0,
                end: 0,
                trail: Trail::default(),
                drawn: false,
                spare: Vec::new(),
            };
            self.folder.walk(text, &mut words);
            words.close();
            words.place.finish();
        }
    }
}

/// Where in a text a listener is.
struct Place<'a> {
    text: &'a str,
    lookup: &'a Lookup,
    reading: &'a mut Reading,
    sentence: usize,
    clause: usize,
    /// A mark that ends a clause stands behind the last word.
    parted: bool,
    /// A line ended behind the last word.
    line: bool,
    /// The last word: byte behind it, and its sentence.
    before: Option<(usize, usize)>,
}

impl Place<'_> {
    /// Before the first word behind the last stretch of letters.
    fn begin(&mut self) {
        if let Some((behind, last)) = self.before {
            self.clause += usize::from(last != self.sentence || self.parted);
            if last != self.sentence && asks(self.text.get(behind..).unwrap_or_default()) {
                self.reading.asked.push(last);
            }
        }
        if self.before.is_none_or(|(_, last)| last != self.sentence) {
            self.reading.sentences.push((self.sentence, self.reading.words.len()));
        }
        (self.parted, self.line) = (false, false);
    }

    fn part(&mut self, original: char, sentence: bool) {
        // A line may be wrapped anywhere; an empty one ends a sentence.
        let line = original == '\n';
        self.sentence += usize::from(sentence && (!line || self.line));
        self.line |= line;
        self.parted |= original != ' ' && ends_clause(original);
    }

    fn finish(&mut self) {
        if let Some((end, sentence)) = self.before
            && asks(self.text.get(end..).unwrap_or_default())
            && self.reading.asked.last() != Some(&sentence)
        {
            self.reading.asked.push(sentence);
        }
    }

    /// A word whose atoms are known.
    fn push(&mut self, from: usize, to: usize, start: usize, end: usize) {
        let (sentence, clause, atoms) = (self.sentence, self.clause, self.reading.atoms.len());
        self.reading.words.push(Word { from, to, start, end, sentence, clause, atoms });
    }

    /// A word whose atoms are sought.
    fn seek(&mut self, from: usize, to: usize, start: usize, end: usize) {
        let Reading { letters, atoms, .. } = &mut *self.reading;
        self.lookup.find(letters.get(from..to).unwrap_or_default(), atoms);
        self.push(from, to, start, end);
    }
}

/// A word in which something was drawn out, each of its letters once: “beeeats” is “beats”, and “looock” was “lock” all along.
fn once(word: &[char]) -> Vec<char> {
    let mut once = word.to_vec();
    once.dedup_by(|next, before| next == before && !before.is_ascii_digit());
    once
}

/// Words with spaces between them; a number stands apart from the unit that is written on to it.
struct Words<'a> {
    place: Place<'a>,
    arabic: bool,
    /// The word that is being read: its letters, its place, and what it may be.
    from: usize,
    start: usize,
    end: usize,
    trail: Trail,
    /// Whether a letter of it was drawn out.
    drawn: bool,
    spare: Vec<char>,
}

impl Words<'_> {
    fn close(&mut self) {
        let to = self.place.reading.letters.len();
        if to == self.from {
            return;
        }
        let (from, start, end) = (self.from, self.start, self.end);
        self.from = to;
        self.place.begin();
        self.place.before = Some((end, self.place.sentence));
        let Reading { letters, atoms, .. } = &mut *self.place.reading;
        let word = letters.get(from..to).unwrap_or_default();
        let figures = if self.arabic || !word.first().is_some_and(char::is_ascii_digit) {
            0
        } else {
            word.iter().take_while(|c| c.is_ascii_digit()).count()
        };
        if figures > 0 && figures < word.len() {
            self.trail.drop(atoms);
            self.place.seek(from, from + figures, start, end);
            self.place.seek(from + figures, to, start, end);
            return;
        }
        self.place.lookup.close(&self.trail, word, atoms);
        let (lookup, arabic, spare) = (self.place.lookup, self.arabic, &mut self.spare);
        if arabic {
            arabic_forms(word, spare, &mut |form| lookup.find(form, atoms));
        }
        if self.drawn {
            let once = once(word);
            lookup.find(&once, atoms);
            if arabic {
                arabic_forms(&once, spare, &mut |form| lookup.find(form, atoms));
            }
        }
        self.place.push(from, to, start, end);
    }
}

impl Listener for Words<'_> {
    #[inline]
    fn letter(&mut self, at: usize, original: char, letter: char) {
        let Reading { letters, atoms, .. } = &mut *self.place.reading;
        if letters.len() == self.from {
            self.start = at;
            self.trail = Trail::from(atoms.len());
            self.drawn = false;
        }
        self.end = at + original.len_utf8();
        if is_drawn_out(letters.get(self.from..).unwrap_or_default(), letter) {
            self.drawn = true;
            return;
        }
        letters.push(letter);
        if self.place.lookup.follow(&mut self.trail, letter) {
            self.place.lookup.begins(&mut self.trail, letters.get(self.from..).unwrap_or_default(), atoms);
        }
    }

    #[inline]
    fn mark(&mut self, at: usize, original: char) {
        self.end = at + original.len_utf8();
    }

    #[inline]
    fn part(&mut self, original: char, sentence: bool) {
        self.close();
        self.place.part(original, sentence);
    }
}

/// The letters of a script without spaces, each with its marks; figures and Latin words stay whole.
struct Letters<'a> {
    place: Place<'a>,
    /// The letter that is being read: where its folded letters begin, its first byte, and the byte behind.
    open: Option<(usize, usize, usize)>,
    /// The last character was a figure or a Latin letter.
    plain: bool,
    /// Byte behind the last character that counts.
    last: usize,
    /// What may belong to the stretch, if more follows.
    skipped: Vec<(usize, char)>,
}

impl Letters<'_> {
    /// One character within a stretch.
    fn take(&mut self, at: usize, original: char) {
        let end = at + original.len_utf8();
        let plain = original.is_ascii_alphanumeric() || matches!(original, '၀'..='၉' | '０'..='９');
        let joins = (plain && self.plain)
            || matches!(u32::from(original), 0x102B..=0x103E | 0x1056..=0x1059 | 0x200B..=0x200F);
        self.plain = plain;
        match &mut self.open {
            Some((.., behind)) if joins => *behind = end,
            _ => {
                self.put();
                self.open = Some((self.place.reading.letters.len(), at, end));
            }
        }
    }

    /// The letter that was read is a word.
    fn put(&mut self) {
        let to = self.place.reading.letters.len();
        if let Some((from, start, end)) = self.open.take().filter(|(from, ..)| *from < to) {
            self.place.seek(from, to, start, end);
        }
    }

    /// What stood between is within the stretch after all.
    fn catch_up(&mut self) {
        for nth in 0..self.skipped.len() {
            if let Some((at, original)) = self.skipped.get(nth).copied() {
                self.take(at, original);
            }
        }
        self.skipped.clear();
    }

    /// The stretch ends.
    fn close(&mut self) {
        self.skipped.clear();
        if self.open.is_some() {
            self.put();
            self.place.before = Some((self.last, self.place.sentence));
        }
        self.plain = false;
    }
}

impl Listener for Letters<'_> {
    #[inline]
    fn letter(&mut self, at: usize, original: char, letter: char) {
        let end = at + original.len_utf8();
        if self.open.is_none() {
            self.place.begin();
        }
        // A character of several letters is taken once.
        if self.open.is_none() || self.last != end {
            self.catch_up();
            self.take(at, original);
            self.last = end;
        }
        let from = self.open.map_or(0, |(from, ..)| from);
        let letters = &mut self.place.reading.letters;
        if !is_drawn_out(letters.get(from..).unwrap_or_default(), letter) {
            letters.push(letter);
        }
    }

    #[inline]
    fn mark(&mut self, at: usize, original: char) {
        if self.open.is_some() {
            self.catch_up();
            self.take(at, original);
            self.last = at + original.len_utf8();
        }
    }

    #[inline]
    fn skip(&mut self, at: usize, original: char) {
        if self.open.is_some() {
            self.skipped.push((at, original));
        }
    }

    #[inline]
    fn part(&mut self, original: char, sentence: bool) {
        self.close();
        self.place.part(original, sentence);
    }
}

impl Reading {
    /// Each sentence that has words, with its words.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let ends = self.sentences.iter().skip(1).map(|(_, from)| *from).chain([self.words.len()]);
        self.sentences.iter().zip(ends).map(|((sentence, from), end)| (*sentence, *from..end))
    }

    /// The folded letters of a word.
    pub(super) fn letters(&self, word: &Word) -> &[char] {
        self.letters.get(word.from..word.to).unwrap_or_default()
    }

    pub(super) fn clause(&self, at: usize) -> Option<usize> {
        self.words.get(at).map(|word| word.clause)
    }

    /// The atoms that a word is.
    #[inline]
    pub(super) fn atoms(&self, at: usize) -> &[Id] {
        let from = at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.atoms);
        let Some(word) = self.words.get(at) else { return &[] };
        self.atoms.get(from..word.atoms).unwrap_or_default()
    }
}
