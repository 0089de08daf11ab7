//! Training the learned part of the text screening: logistic regression, one a language and label, by dual coordinate
//! descent (Yu, Huang and Lin, *Dual coordinate descent methods for logistic regression and maximum entropy models*,
//! Machine Learning 85, 2011). What comes out is a table for the pack; nothing here runs while complaints are read.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};

use crate::engine::{LearnedLabel, LearnedTable, Narrative, URGENT, json_lines, learned_hashes};

/// How much a wrong text costs beside large weights.
const COST: f64 = 70.0;
/// Rounds over all texts at most, and the change below which it has settled.
const ROUNDS: usize = 200;
const SETTLED: f64 = 0.01;
/// With fewer texts of a label nothing can be learned of it.
const FEWEST: usize = 3;
/// The feature that every text has; it carries the bias.
const ALWAYS: f64 = 1.0;
/// Stretches of letters that stand in fewer texts teach nothing.
const SELDOM: usize = 2;
/// Steps of what a stretch is worth.
const WORTHS: f64 = 32.0;

/// What is asked of the tables.
#[derive(Debug, Clone, Copy)]
pub struct Training {
    /// From which score words are suggested that no phrase found; thousandths of the logarithm of odds.
    pub add: i64,
    /// The same for danger: rather one look too many.
    pub add_danger: i64,
    /// Under which score what a phrase found is doubtful.
    pub doubt: i64,
    /// From which score words that no phrase found ask to look closer.
    pub look: i64,
    /// A text of fewer stretches, each as often as it stands there, is left to the phrases.
    pub fewest: usize,
}

impl Default for Training {
    fn default() -> Self {
        Self { add: -1000, add_danger: -1400, doubt: -4300, look: -1700, fewest: 300 }
    }
}

/// A text: which of the known stretches it has, each with what it is worth there.
struct Row {
    known: Vec<(usize, f64)>,
}

impl Row {
    fn square(&self) -> f64 {
        self.known.iter().map(|(_, worth)| worth * worth).sum::<f64>() + ALWAYS * ALWAYS
    }

    fn dot(&self, weights: &[f64]) -> f64 {
        let each = self.known.iter().filter_map(|(nth, worth)| Some(weights.get(*nth)? * worth));
        each.sum::<f64>() + weights.last().copied().unwrap_or_default() * ALWAYS
    }

    fn add(&self, to: &mut [f64], by: f64) {
        for (nth, worth) in &self.known {
            if let Some(weight) = to.get_mut(*nth) {
                *weight += by * worth;
            }
        }
        if let Some(bias) = to.last_mut() {
            *bias += by * ALWAYS;
        }
    }
}

/// The weights of one label, and behind them its bias.
fn separate(rows: &[Row], there: &[bool], stretches: usize) -> Vec<f64> {
    let mut weights = vec![0.0; stretches + 1];
    let sides: Vec<f64> = there.iter().map(|there| if *there { 1.0 } else { -1.0 }).collect();
    // Each text pulls with a part of its cost, and keeps the rest.
    let start = (0.001 * COST).min(1e-8);
    let mut pulls = vec![(start, COST - start); rows.len()];
    for (row, side) in rows.iter().zip(&sides) {
        row.add(&mut weights, start * side);
    }
    for _ in 0..ROUNDS {
        let mut most: f64 = 0.0;
        for ((row, side), pull) in rows.iter().zip(&sides).zip(&mut pulls) {
            let square = row.square();
            let margin = side * row.dot(&weights);
            // The smaller of both parts is the one that is solved for: it is the exact one.
            let pulls_less = 0.5 * square * (pull.1 - pull.0) + margin >= 0.0;
            let (old, sign) = if pulls_less { (pull.0, 1.0) } else { (pull.1, -1.0) };
            let slope = |part: f64| square * (part - old) + sign * margin + (part / (COST - part)).ln();
            most = most.max(slope(old).abs());
            let mut part = if COST - old < 0.5 * COST { 0.1 * old } else { old };
            for _ in 0..100 {
                let at = slope(part);
                if at.abs() < 1e-6 {
                    break;
                }
                let next = part - at / (square + COST / (COST - part) / part);
                part = if next <= 0.0 { part * 0.1 } else { next };
            }
            *pull = if pulls_less { (part, COST - part) } else { (COST - part, part) };
            row.add(&mut weights, sign * (part - old) * side);
        }
        if most < SETTLED {
            break;
        }
    }
    weights
}

/// A count as a real number.
fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// A real number as a whole one. What is none or too large does not come out of training.
#[expect(clippy::cast_possible_truncation, reason = "bounded by the caller")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// The table of one language.
fn table(language: &str, lines: &[Narrative], how: Training) -> LearnedTable {
    let mut digest = Sha256::new();
    let mut texts = Vec::with_capacity(lines.len());
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for line in lines {
        digest.update(line.text.as_bytes());
        digest.update([u8::from(line.urgent)]);
        line.indicators.iter().for_each(|name| digest.update(name.as_bytes()));
        let hashes = learned_hashes(language, &line.text);
        hashes.iter().for_each(|hash| *seen.entry(*hash).or_default() += 1);
        texts.push(hashes);
    }
    seen.retain(|_, texts| *texts >= SELDOM);
    let stretches: Vec<u32> = seen.keys().copied().collect();
    // The fewer texts have it, the more it tells: the logarithm of their share, as usual, in steps of a byte.
    let all = real(texts.len());
    let worth = |among: &usize| whole(((1.0 + all) / (1.0 + real(*among))).ln().mul_add(WORTHS, WORTHS));
    let worths: Vec<u8> = seen.values().map(|among| u8::try_from(worth(among)).unwrap_or(u8::MAX)).collect();
    let row = |hashes: &Vec<u32>| {
        let known = hashes.iter().filter_map(|hash| stretches.binary_search(hash).ok());
        let known: Vec<(usize, f64)> =
            known.map(|nth| (nth, f64::from(worths.get(nth).copied().unwrap_or_default()))).collect();
        let root = known.iter().map(|(_, worth)| worth * worth).sum::<f64>().sqrt();
        Row { known: known.into_iter().map(|(nth, worth)| (nth, worth / root)).collect() }
    };
    let rows: Vec<Row> = texts.iter().map(row).collect();
    let names: BTreeSet<&str> = lines.iter().flat_map(|line| &line.indicators).map(String::as_str).collect();
    let (mut labels, mut columns) = (Vec::new(), Vec::new());
    for name in names.into_iter().chain([URGENT]) {
        let there: Vec<bool> = lines
            .iter()
            .map(|line| if name == URGENT { line.urgent } else { line.indicators.contains(name) })
            .collect();
        if there.iter().filter(|there| **there).count() < FEWEST {
            continue;
        }
        let weights = separate(&rows, &there, stretches.len());
        let (bias, each) = weights.split_last().map_or((0.0, [].as_slice()), |(bias, each)| (*bias, each));
        // What a stretch is worth is in its weight already. In steps of a 127th of the largest it fits a signed byte.
        let each: Vec<f64> =
            each.iter().zip(&worths).map(|(weight, worth)| weight * f64::from(*worth)).collect();
        let most = each.iter().fold(f64::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
        let column: Vec<i8> = each
            .iter()
            .map(|weight| i8::try_from(whole(weight / most * 127.0)).unwrap_or_default())
            .collect();
        labels.push(LearnedLabel {
            name: name.to_owned(),
            add: if name == URGENT { how.add_danger } else { how.add },
            bias: whole(bias * ALWAYS * 1000.0),
            step: whole(most / 127.0 * 1e6),
        });
        columns.push(column);
    }
    let hashes: Vec<u8> = stretches.iter().flat_map(|hash| hash.to_le_bytes()).collect();
    let bytes: Vec<u8> = (0..stretches.len())
        .flat_map(|nth| columns.iter().map(move |column| column.get(nth).copied().unwrap_or_default()))
        .map(i8::cast_unsigned)
        .collect();
    LearnedTable {
        language: language.to_owned(),
        trained_on: HEXLOWER.encode(&digest.finalize()),
        doubt: how.doubt,
        look: how.look,
        fewest: how.fewest,
        labels,
        stretches: BASE64.encode(&hashes),
        worths: BASE64.encode(&worths),
        weights: BASE64.encode(&bytes),
    }
}

fn by_language(lines: &str) -> Result<BTreeMap<String, Vec<Narrative>>, String> {
    let mut languages: BTreeMap<String, Vec<Narrative>> = BTreeMap::new();
    for line in json_lines(lines) {
        let (number, line): (usize, Narrative) = line?;
        if line.lang.is_empty() || !line.lang.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(format!("line {number}: `{}` is no language tag", line.lang));
        }
        languages.entry(line.lang.clone()).or_default().push(line);
    }
    Ok(languages)
}

/// Trains on lines of JSON, each with `lang`, `text`, `indicators` and `urgent`: a file for the pack's `learned` folder for
/// each language. The same lines give the same files.
///
/// # Errors
/// The first line that is none, with its number.
pub fn train(lines: &str, how: Training) -> Result<BTreeMap<String, String>, String> {
    let files = by_language(lines)?.into_iter().map(|(language, lines)| {
        let file = toml::to_string(&table(&language, &lines, how)).map_err(|error| error.to_string())?;
        // Base64 has nothing to unescape: in single quotes it is read much faster.
        let bare = |line: &str| ["stretches", "worths", "weights"].iter().any(|name| line.starts_with(name));
        let line = |line: &str| if bare(line) { line.replace('"', "'") } else { line.to_owned() };
        Ok((language, file.lines().map(|one| line(one) + "\n").collect()))
    });
    files.collect()
}
