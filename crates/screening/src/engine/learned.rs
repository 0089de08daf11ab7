//! The learned part beside the phrases: a linear model over stretches of two to five letters, one a language, trained by
//! [`crate::train`] on the narratives of the project and kept in the pack as a table.
//!
//! It says two things. Words that no phrase knew and that resemble those of an indicator are suggested too, with the stretch
//! that speaks most for it. And what a phrase found in a text that resembles none of the indicator is *doubtful*: it still
//! asks to look closer and stays among what cannot be excluded, and counts towards no flag. Danger and a child are never
//! doubted.

use data_encoding::BASE64;
use haqqi_names::each_word;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::fault::{LoadError, fault, parse};
use super::load::{Screener, at_once};
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
    /// Under which score a phrase's place is doubtful; thousandths of the logarithm of odds.
    pub doubt: i64,
    /// From which score words that no phrase found ask to look closer, though they suggest nothing; thousandths of the logarithm
    /// of odds.
    pub look: i64,
    /// A text of fewer stretches, each as often as it stands there, is left to the phrases: one short sentence resembles
    /// every story that begins like it.
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
    /// From which score words are suggested that no phrase found; thousandths of the logarithm of odds.
    pub add: i64,
    /// The score of a text of which nothing speaks for or against; thousandths.
    pub bias: i64,
    /// What a weight of 1 is worth; millionths.
    pub step: i64,
}

/// A model made ready.
#[derive(Debug, Clone)]
pub(super) struct Learned {
    pub language: String,
    doubt: i64,
    look: i64,
    fewest: usize,
    labels: Vec<Label>,
    hashes: Vec<u32>,
    /// Where the hashes of each beginning (their first [`BEGINNING`] bits) start; behind them all their end.
    starts: Vec<u32>,
    worths: Vec<u8>,
    weights: Vec<i8>,
}

/// Bits by which a hash is looked up; hashes are spread evenly, so few share them.
const BEGINNING: u32 = 13;

/// The hashes of the stretches of a word, each as often as it stands there.
fn stretches(word: &[char], mut each: impl FnMut(u32)) {
    let figure = |c: &char| if c.is_ascii_digit() { '0' } else { *c };
    // The edges of a word are part of it.
    let letter = |at: usize| at.checked_sub(1).and_then(|at| word.get(at)).map_or(' ', figure);
    let edge = word.len() + 2;
    for from in 0..edge {
        // FNV-1a, in which a longer stretch goes on from the shorter one.
        let mut hash: u32 = 0x811C_9DC5;
        for (nth, at) in (from..edge.min(from + LONGEST)).enumerate() {
            hash = (hash ^ u32::from(letter(at))).wrapping_mul(0x0100_0193);
            if nth + 1 >= SHORTEST {
                // The last bits of a product are poor; it is stirred once more.
                each((hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D));
            }
        }
    }
}

/// The stretches that a text has, each once, in order.
pub(crate) fn hashes(language: &str, body: &str) -> Vec<u32> {
    let mut all = Vec::new();
    each_word(body, language, |word, _| stretches(word, |hash| all.push(hash)));
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
        let start = |beginning: u64| {
            let before = hashes.partition_point(|hash| u64::from(*hash) < beginning << (32 - BEGINNING));
            u32::try_from(before).unwrap_or(u32::MAX)
        };
        let starts = (0..=1_u64 << BEGINNING).map(start).collect();
        let Table { language, doubt, look, fewest, labels, .. } = table;
        Ok(Self { language, doubt, look, fewest, labels, hashes, starts, worths, weights })
    }

    /// Which of the known stretches this is.
    #[inline]
    fn known(&self, hash: u32) -> Option<usize> {
        let beginning = (hash >> (32 - BEGINNING)) as usize;
        let (from, to) = (*self.starts.get(beginning)? as usize, *self.starts.get(beginning + 1)? as usize);
        Some(from + self.hashes.get(from..to)?.iter().position(|known| *known == hash)?)
    }

    fn weights(&self, nth: usize) -> &[i8] {
        let wide = self.labels.len();
        self.weights.get(nth * wide..(nth + 1) * wide).unwrap_or_default()
    }

    /// The score of each label, in thousandths; nothing of a text that is too short.
    fn scores(&self, body: &str) -> Vec<i64> {
        let (mut all, mut square) = (0_usize, 0_u64);
        let mut seen = vec![0_u64; self.hashes.len().div_ceil(64)];
        let mut sums = vec![0_i32; self.labels.len()];
        each_word(body, &self.language, |word, _| {
            stretches(word, |hash| {
                all += 1;
                let Some(nth) = self.known(hash) else { return };
                let Some(bits) = seen.get_mut(nth / 64) else { return };
                if *bits & (1 << (nth % 64)) != 0 {
                    return;
                }
                *bits |= 1 << (nth % 64);
                let worth = u64::from(self.worths.get(nth).copied().unwrap_or_default());
                square += worth * worth;
                for (sum, weight) in sums.iter_mut().zip(self.weights(nth)) {
                    *sum += i32::from(*weight);
                }
            });
        });
        if all < self.fewest {
            return Vec::new();
        }
        // By the root of the squares of what there is: a long text is no louder than a short one.
        let root = i64::try_from((square * 1_000_000).isqrt()).unwrap_or(i64::MAX).max(1);
        let scored = self.labels.iter().zip(sums);
        scored.map(|(label, sum)| label.bias + i64::from(sum) * label.step / root).collect()
    }

    /// The words in a row that speak most for a label: bytes of the original.
    fn stretch(&self, body: &str, label: usize) -> Option<(usize, usize)> {
        // Each word: where it stands, and how much it speaks for the label.
        let mut words: Vec<(usize, usize, i64)> = Vec::new();
        each_word(body, &self.language, |word, stand| {
            let mut sum = 0;
            stretches(word, |hash| {
                let weight = self.known(hash).and_then(|nth| self.weights(nth).get(label));
                sum += weight.map_or(0, |weight| i64::from(*weight));
            });
            words.push((stand.start, stand.end, sum));
        });
        let mut best: Option<(i64, usize, usize)> = None;
        for (nth, (start, ..)) in words.iter().enumerate() {
            let mut sum = 0;
            for (at, (_, end, more)) in words.iter().enumerate().skip(nth) {
                if at > nth && *end > start + SHOWN {
                    break;
                }
                sum += more;
                if best.is_none_or(|(most, ..)| sum > most) {
                    best = Some((sum, *start, *end));
                }
            }
        }
        best.map(|(_, start, end)| (start, end))
    }

    /// Doubts what the phrases of its language found in a text and this does not bear, and adds what they did not know.
    pub(super) fn weigh(&self, text: Uuid, body: &str, hits: &mut Vec<Hit>) {
        let scores = self.scores(body);
        for (nth, (label, score)) in self.labels.iter().zip(scores).enumerate() {
            let urgent = label.name == URGENT;
            let of = |hit: &Hit| if urgent { hit.urgent } else { hit.indicator == label.name };
            let known = hits.iter().any(of);
            if known {
                let own = hits.iter_mut().filter(|hit| of(hit) && !hit.urgent && !hit.child);
                // What a word beside it made doubtful is not, where the text as a whole tells of it.
                own.for_each(|hit| hit.doubtful = score < if hit.doubtful { label.add } else { self.doubt });
            } else if score > (if urgent { label.add } else { label.add.min(self.look) })
                && let Some((start, end)) = self.stretch(body, nth)
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
                    doubtful: score <= label.add,
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
        let ready = at_once(files.into_iter().collect(), |(file, text): (String, String)| {
            let table: Table = parse(&file, &text)?;
            let known = |name: &str| name == URGENT || self.names(name);
            if !self.languages().any(|own| own == table.language) {
                let message = format!("`{}` has no lexicon that it stands beside", table.language);
                return Err(fault(&file, &text, "language", message));
            }
            if let Some(label) = table.labels.iter().find(|label| !known(&label.name)) {
                let message = format!("`{}` is on no list of names", label.name);
                return Err(fault(&file, &text, &label.name, message));
            }
            let learned = Learned::new(table).map_err(|what| fault(&file, &text, "weights", what))?;
            Ok((learned, file, text))
        });
        for one in ready {
            let (learned, file, text) = one?;
            if self.learned.iter().any(|own| own.language == learned.language) {
                let message = format!("of `{}` something was learned already", learned.language);
                return Err(fault(&file, &text, "language", message));
            }
            self.digest = with(self.digest, &file, &text);
            self.learned.push(learned);
        }
        Ok(self)
    }
}
