//! The learned part beside the phrases: a linear model over stretches of two to five letters, one a language, trained by
//! [`crate::train`] on the narratives of the project and kept in the pack as a table.
//!
//! It says two things. Words that no phrase knew and that resemble those of an indicator are suggested too, with the stretch
//! that speaks most for it. And what a phrase found in a text that resembles none of the indicator is *doubtful*: it still
//! asks to look closer and stays among what cannot be excluded, and counts towards no flag. Danger and a child are never
//! doubted.

use data_encoding::BASE64;
use haqqi_names::{Token, fold};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::load::{LoadError, Screener, fault, parse};
use super::stamp::with;
use super::text::Hit;

/// What stands in place of an entry where the learned part speaks.
pub(super) const LEARNED: &str = "learned";
/// The label of danger, beside the names of indicators.
pub(crate) const URGENT: &str = "urgent";
/// Stretches are of so many letters, the edges of a word included.
const SHORTEST: usize = 2;
const LONGEST: usize = 5;
/// Most bytes of the words that are shown for a suggestion, where they are more than one: a dozen words, or a clause of a script
/// without spaces.
const SHOWN: usize = 96;

/// The file of a language.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// BCP 47.
    pub language: String,
    /// SHA-256 of the lines that it was trained on, in hexadecimal digits.
    pub trained_on: String,
    /// From which score words are suggested that no phrase found; thousandths of the logarithm of odds.
    pub add: i64,
    /// Under which score a phrase's place is doubtful; the same unit.
    pub doubt: i64,
    /// A text of fewer stretches is left to the phrases: one short sentence resembles every story that begins like it.
    pub fewest: usize,
    /// What is told apart.
    pub labels: Vec<Label>,
    /// Base64: the hash of each stretch that is known, four bytes from the least, in order.
    pub stretches: String,
    /// Base64: for each stretch how much it counts in a text, a byte; the seldom ones count more.
    pub worths: String,
    /// Base64: for each stretch the weight of each label, a signed byte.
    pub weights: String,
}

/// What is told apart, with what its weights are worth.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    /// ILO's indicator, or `urgent`.
    pub name: String,
    /// The score of a text of which nothing speaks for or against; thousandths.
    pub bias: i64,
    /// What a weight of 1 is worth; millionths.
    pub step: i64,
}

/// A model made ready.
#[derive(Debug, Clone)]
pub(super) struct Learned {
    pub language: String,
    add: i64,
    doubt: i64,
    fewest: usize,
    labels: Vec<Label>,
    hashes: Vec<u32>,
    /// Where the hashes of each beginning (their first [`BEGINNING`] bits) start; behind them all their end.
    starts: Vec<usize>,
    worths: Vec<u8>,
    weights: Vec<i8>,
}

/// Bits by which a hash is looked up; hashes are spread evenly, so few share them.
const BEGINNING: u32 = 13;

/// The hashes of the stretches of a word, each as often as it stands there.
fn stretches(word: &str, mut each: impl FnMut(u32)) {
    let edge = std::iter::once(' ');
    let figure = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let letters: Vec<char> = edge.clone().chain(word.chars().map(figure)).chain(edge).collect();
    for from in 0..letters.len() {
        // FNV-1a, in which a longer stretch goes on from the shorter one.
        let mut hash: u32 = 0x811C_9DC5;
        for (nth, letter) in letters.iter().skip(from).take(LONGEST).enumerate() {
            hash = (hash ^ u32::from(*letter)).wrapping_mul(0x0100_0193);
            if nth + 1 >= SHORTEST {
                // The last bits of a product are poor; it is stirred once more.
                let stirred = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
                each(stirred);
            }
        }
    }
}

/// The words of a text as the model reads them.
pub(crate) fn words(language: &str, body: &str) -> Vec<Token> {
    fold(body, language).tokens
}

/// The stretches that a text has, each once, in order.
pub(crate) fn hashes(words: &[Token]) -> Vec<u32> {
    let mut all = Vec::new();
    words.iter().for_each(|token| stretches(&token.word, |hash| all.push(hash)));
    all.sort_unstable();
    all.dedup();
    all
}

impl Learned {
    /// Makes a table ready.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub(super) fn new(table: Table) -> Result<Self, String> {
        let read = |name: &str, text: &str| {
            BASE64.decode(text.as_bytes()).map_err(|error| format!("`{name}`: {error}"))
        };
        let bytes = read("stretches", &table.stretches)?;
        let (each, rest) = bytes.as_chunks::<4>();
        let hashes: Vec<u32> = each.iter().map(|four| u32::from_le_bytes(*four)).collect();
        if !rest.is_empty() || !hashes.is_sorted_by(|a, b| a < b) {
            return Err("`stretches` are not whole and in order".to_owned());
        }
        let weights: Vec<i8> = read("weights", &table.weights)?.into_iter().map(u8::cast_signed).collect();
        let worths = read("worths", &table.worths)?;
        let asked = table.labels.len() * hashes.len();
        if worths.len() != hashes.len() {
            return Err(format!("`worths` has {} where there are {} stretches", worths.len(), hashes.len()));
        }
        if weights.len() != asked {
            return Err(format!("`weights` has {} where stretches and labels ask {asked}", weights.len()));
        }
        let start =
            |beginning: u64| hashes.partition_point(|hash| u64::from(*hash) < beginning << (32 - BEGINNING));
        let starts = (0..=1_u64 << BEGINNING).map(start).collect();
        let Table { language, add, doubt, fewest, labels, .. } = table;
        Ok(Self { language, add, doubt, fewest, labels, hashes, starts, worths, weights })
    }

    /// What a stretch is worth, and its weights; none where it is not known.
    fn row(&self, hash: u32) -> Option<(u8, &[i8])> {
        let beginning = (hash >> (32 - BEGINNING)) as usize;
        let (from, to) = (*self.starts.get(beginning)?, *self.starts.get(beginning + 1)?);
        let nth = from + self.hashes.get(from..to)?.iter().position(|known| *known == hash)?;
        let wide = self.labels.len();
        Some((*self.worths.get(nth)?, self.weights.get(nth * wide..(nth + 1) * wide)?))
    }

    /// The score of each label, in thousandths; nothing of a text that is too short.
    fn scores(&self, words: &[Token]) -> Vec<i64> {
        let hashes = hashes(words);
        if hashes.len() < self.fewest {
            return Vec::new();
        }
        let mut square = 0_u64;
        let mut sums = vec![0_i64; self.labels.len()];
        for (worth, weights) in hashes.into_iter().filter_map(|hash| self.row(hash)) {
            square += u64::from(worth) * u64::from(worth);
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i64::from(*weight);
            }
        }
        // By the root of the squares of what there is: a long text is no louder than a short one.
        let root = i64::try_from((square * 1_000_000).isqrt()).unwrap_or(i64::MAX).max(1);
        let scored = self.labels.iter().zip(sums);
        scored.map(|(label, sum)| label.bias + sum * label.step / root).collect()
    }

    /// The words in a row that speak most for a label: bytes of the original.
    fn stretch(&self, words: &[Token], label: usize) -> Option<(usize, usize)> {
        let speaks = |token: &Token| {
            let mut sum = 0_i64;
            stretches(&token.word, |hash| {
                let weight = self.row(hash).and_then(|(_, weights)| weights.get(label));
                sum += weight.map_or(0, |weight| i64::from(*weight));
            });
            sum
        };
        let each: Vec<i64> = words.iter().map(speaks).collect();
        let mut best: Option<(i64, usize, usize)> = None;
        let mut near = 0;
        for (from, first) in words.iter().enumerate() {
            let mut sum = 0;
            near = near.max(from + 1);
            near += words.iter().skip(near).take_while(|last| last.end <= first.start + SHOWN).count();
            for (to, more) in each.iter().enumerate().take(near).skip(from) {
                sum += more;
                if best.is_none_or(|(most, ..)| sum > most) {
                    best = Some((sum, from, to));
                }
            }
        }
        let (_, from, to) = best?;
        words.get(from).zip(words.get(to)).map(|(first, last)| (first.start, last.end))
    }

    /// Doubts what the phrases of its language found in a text and this does not bear, and adds what they did not know.
    pub(super) fn weigh(&self, text: Uuid, body: &str, hits: &mut Vec<Hit>) {
        let words = words(&self.language, body);
        let scores = self.scores(&words);
        for (nth, (label, score)) in self.labels.iter().zip(scores).enumerate() {
            let urgent = label.name == URGENT;
            let of = |hit: &Hit| if urgent { hit.urgent } else { hit.indicator == label.name };
            let known = hits.iter().any(of);
            if known {
                let doubted = score < self.doubt;
                let own = hits.iter_mut().filter(|hit| of(hit) && !hit.urgent && !hit.child);
                own.for_each(|hit| hit.doubtful = doubted);
            } else if score > self.add
                && let Some((start, end)) = self.stretch(&words, nth)
            {
                hits.push(Hit {
                    text,
                    start,
                    end,
                    phrase: body.get(start..end).unwrap_or_default().to_owned(),
                    indicator: if urgent { String::new() } else { label.name.clone() },
                    why: LEARNED.to_owned(),
                    urgent,
                    child: false,
                    doubtful: false,
                });
            }
        }
    }
}

impl Screener {
    /// The same with these tables of the learned part: (file, TOML).
    ///
    /// # Errors
    /// [`LoadError`]: a table without a lexicon, twice, of other names or of another size than it says.
    pub fn with_learned(
        mut self,
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, LoadError> {
        self.learned.clear();
        for (file, text) in files {
            self.digest = with(self.digest, &file, &text);
            let table: Table = parse(&file, &text)?;
            let known = |name: &str| name == URGENT || self.names(name);
            if !self.languages().any(|own| own == table.language) {
                let message = format!("`{}` has no lexicon that it stands beside", table.language);
                return Err(fault(&file, &text, "language", message));
            }
            if self.learned.iter().any(|own| own.language == table.language) {
                let message = format!("of `{}` something was learned already", table.language);
                return Err(fault(&file, &text, "language", message));
            }
            if let Some(label) = table.labels.iter().find(|label| !known(&label.name)) {
                let message = format!("`{}` is on no list of names", label.name);
                return Err(fault(&file, &text, &label.name, message));
            }
            let learned = Learned::new(table).map_err(|what| fault(&file, &text, "weights", what))?;
            self.learned.push(learned);
        }
        Ok(self)
    }
}
