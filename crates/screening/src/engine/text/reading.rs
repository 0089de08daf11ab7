//! A text as words to be matched: folded, each with its place, its sentence and its clause.

use haqqi_names::{Folder, Step};

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
}

/// A text, read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    letters: Vec<char>,
    pub words: Vec<Word>,
    /// Sentences that end with a question mark, in order.
    pub asked: Vec<usize>,
}

/// How a language is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader {
    folder: Folder,
    /// Written without spaces between words: they are sought letter by letter.
    pub unspaced: bool,
    /// Arabic: figures stand for letters where it is romanised, and small words are written on to others.
    pub arabic: bool,
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

/// Where the words of a text are counted.
#[derive(Default)]
struct Count {
    sentence: usize,
    clause: usize,
    /// A mark that ends a clause stands behind the last word.
    parted: bool,
    /// The last word: byte behind it, and its sentence.
    before: Option<(usize, usize)>,
}

impl Reader {
    pub(super) fn of(language: &str) -> Self {
        let unspaced = matches!(language, "zh" | "my");
        Self { folder: Folder::of(language), unspaced, arabic: language == "ar" }
    }

    /// Reads a text, in place of the one before.
    pub(super) fn read(self, text: &str, reading: &mut Reading) {
        reading.letters.clear();
        reading.words.clear();
        reading.asked.clear();
        let (mut count, mut steps) = (Count::default(), self.folder.steps());
        let (mut from, mut start, mut end) = (0, 0, 0);
        for (at, original) in text.char_indices() {
            let step = steps.step(original);
            match step {
                Step::Letter(letter) => {
                    if reading.letters.len() == from {
                        start = at;
                    }
                    reading.push(from, letter);
                    end = at + original.len_utf8();
                }
                Step::Letters => {
                    if reading.letters.len() == from {
                        start = at;
                    }
                    self.push_letters(reading, from, original);
                    end = at + original.len_utf8();
                }
                Step::Mark => end = at + original.len_utf8(),
                Step::Skip => {}
                Step::Break | Step::Sentence => {
                    if reading.letters.len() > from {
                        self.close(text, reading, &mut count, (from, start, end));
                        from = reading.letters.len();
                    }
                    count.sentence += usize::from(step == Step::Sentence);
                    count.parted |= original != ' ' && ends_clause(original);
                }
            }
        }
        if reading.letters.len() > from {
            self.close(text, reading, &mut count, (from, start, end));
        }
        if let Some((end, sentence)) = count.before
            && asks(text.get(end..).unwrap_or_default())
            && reading.asked.last() != Some(&sentence)
        {
            reading.asked.push(sentence);
        }
    }

    fn push_letters(self, reading: &mut Reading, from: usize, original: char) {
        let mut letters = String::new();
        self.folder.letters(original, &mut letters);
        letters.chars().for_each(|letter| reading.push(from, letter));
    }

    /// A stretch of letters as words: the letters of unspaced scripts apart, and a number apart from the unit that is
    /// written on to it.
    fn close(
        self,
        text: &str,
        reading: &mut Reading,
        count: &mut Count,
        (from, start, end): (usize, usize, usize),
    ) {
        let sentence = count.sentence;
        if let Some((behind, last)) = count.before {
            count.clause += usize::from(last != sentence || count.parted);
            if last != sentence && asks(text.get(behind..).unwrap_or_default()) {
                reading.asked.push(last);
            }
        }
        count.before = Some((end, sentence));
        count.parted = false;
        let clause = count.clause;
        if self.unspaced {
            reading.letters.truncate(from);
            self.clusters(text, reading, Word { from, to: from, start, end, sentence, clause });
            return;
        }
        let to = reading.letters.len();
        let word = Word { from, to, start, end, sentence, clause };
        let figures = match reading.letters.get(from..to) {
            Some(letters) if !self.arabic => letters.iter().take_while(|c| c.is_ascii_digit()).count(),
            _ => 0,
        };
        if figures > 0 && figures < to - from {
            reading.words.push(Word { to: from + figures, ..word });
            reading.words.push(Word { from: from + figures, ..word });
        } else {
            reading.words.push(word);
        }
    }

    /// Letters with their marks; figures and Latin words stay whole.
    fn clusters(self, text: &str, reading: &mut Reading, whole: Word) {
        let mut last: Option<Word> = None;
        let mut plain = false;
        for (at, c) in text.get(whole.start..whole.end).unwrap_or_default().char_indices() {
            let (start, end) = (whole.start + at, whole.start + at + c.len_utf8());
            let now_plain = c.is_ascii_alphanumeric() || matches!(c, '၀'..='၉' | '０'..='９');
            let joins = (now_plain && plain)
                || matches!(u32::from(c), 0x102B..=0x103E | 0x1056..=0x1059 | 0x200B..=0x200F);
            plain = now_plain;
            let from = reading.letters.len();
            match &mut last {
                Some(last) if joins => last.end = end,
                _ => {
                    reading.words.extend(last.filter(|word| word.to > word.from));
                    last = Some(Word { from, to: from, start, end, ..whole });
                }
            }
            if let Some(last) = &mut last {
                match self.folder.step(c) {
                    Step::Letter(letter) => reading.push(last.from, letter),
                    Step::Letters => self.push_letters(reading, last.from, c),
                    Step::Mark | Step::Skip | Step::Break | Step::Sentence => {}
                }
                last.to = reading.letters.len();
            }
        }
        reading.words.extend(last.filter(|word| word.to > word.from));
    }
}

impl Reading {
    pub(super) fn of(reader: Reader, text: &str) -> Self {
        let mut reading = Self::default();
        reader.read(text, &mut reading);
        reading
    }

    /// A letter of the word that begins at `from`. Elongation (“noooo”, “لاااا”): a third and later repetition is
    /// dropped. A figure is none: 1000 is not 100.
    fn push(&mut self, from: usize, letter: char) {
        if !letter.is_ascii_digit()
            && let [.., first, second] = self.letters.get(from..).unwrap_or_default()
            && *first == letter
            && *second == letter
        {
            return;
        }
        self.letters.push(letter);
    }

    /// The folded letters of a word.
    pub(super) fn letters(&self, word: &Word) -> &[char] {
        self.letters.get(word.from..word.to).unwrap_or_default()
    }

    pub(super) fn sentence(&self, at: usize) -> Option<usize> {
        self.words.get(at).map(|word| word.sentence)
    }
}
