//! Prints how many texts a second get a signature, and how many of them are found again when words were changed.
//! `cargo run --release --example likeness_speed -- FOLDER` writes the texts there as `texts.jsonl`, so
//! that the peer reads the same ones.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::allow_attributes, reason = "a measurement")]

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use haqqi_likeness::{Seeds, Signature};
use haqqi_names::fold;

/// Texts in all.
const TEXTS: usize = 12_000;
/// Words changed, in hundredths.
const CHANGED: [u64; 4] = [5, 10, 20, 30];

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// The words of a language, in the order in which the packs' own pages have them.
fn running(language: &str) -> Vec<String> {
    let mut words = Vec::new();
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let inside = |folder: &Path| -> Vec<std::path::PathBuf> {
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let mut topics: Vec<_> = inside(&packs).iter().flat_map(|pack| inside(&pack.join("guide"))).collect();
    topics.sort();
    for topic in topics {
        let Ok(text) = std::fs::read_to_string(topic.join(format!("{language}.md"))) else { continue };
        words.extend(fold(&text, language).tokens.into_iter().map(|token| token.word));
    }
    words
}

fn texts(dice: &mut Dice) -> Vec<Vec<String>> {
    let languages: Vec<Vec<String>> =
        ["ar", "en", "bn", "hi", "ur", "ne", "am", "id"].iter().map(|tag| running(tag)).collect();
    let one = |at: usize, dice: &mut Dice| {
        let words = &languages[at % languages.len()];
        let length = 60 + dice.roll(120);
        let mut text = Vec::new();
        while text.len() < length {
            let (from, run) = (dice.roll(words.len()), 2 + dice.roll(5));
            text.extend(words.iter().skip(from).take(run).cloned());
        }
        text
    };
    (0..TEXTS).map(|at| one(at, dice)).collect()
}

fn changed(text: &[String], share: u64, others: &[String], dice: &mut Dice) -> String {
    let swap = |word: &String, dice: &mut Dice| {
        if (dice.roll(100) as u64) < share { others[dice.roll(others.len())].clone() } else { word.clone() }
    };
    text.iter().map(|word| swap(word, dice)).collect::<Vec<_>>().join(" ")
}

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let all = texts(&mut dice);
    let plain: Vec<String> = all.iter().map(|words| words.join(" ")).collect();
    let mut lines = String::new();
    let mut copies: Vec<Vec<String>> = vec![Vec::new(); CHANGED.len()];
    for (at, words) in all.iter().enumerate() {
        for (share, copies) in CHANGED.iter().zip(&mut copies) {
            copies.push(changed(words, *share, &all[(at + 8) % all.len()], &mut dice));
        }
        let row: Vec<String> = std::iter::once(&plain[at])
            .chain(copies.iter().map(|copies| &copies[at]))
            .map(|text| format!("\"{text}\""))
            .collect();
        writeln!(lines, "[{}]", row.join(",")).unwrap();
    }
    std::fs::write(Path::new(&folder).join("texts.jsonl"), lines).unwrap();

    let seeds = Seeds::from_key(&[7; 32]);
    let begun = Instant::now();
    let signatures: Vec<Signature> =
        plain.iter().map(|text| Signature::of_folded(text, &seeds).unwrap()).collect();
    let second = TEXTS as f64 / begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    for text in &plain {
        std::hint::black_box(Signature::of(text, "en", &seeds));
    }
    let folding = TEXTS as f64 / begun.elapsed().as_secs_f64();

    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, signature) in signatures.iter().enumerate() {
        for band in signature.bands(&seeds) {
            index.entry(band).or_default().push(at);
        }
    }
    let (mut recall, mut found) = (Vec::new(), 0usize);
    for copies in &copies {
        let mut hits = 0;
        for (at, copy) in copies.iter().enumerate() {
            let signature = Signature::of_folded(copy, &seeds).unwrap();
            let candidates: HashSet<usize> =
                signature.bands(&seeds).filter_map(|band| index.get(&band)).flatten().copied().collect();
            found += candidates.len();
            hits += usize::from(candidates.contains(&at));
        }
        recall.push(format!("{:.4}", hits as f64 / TEXTS as f64));
    }
    let candidates = found as f64 / (TEXTS * CHANGED.len()) as f64;
    println!(
        "{{\"texts\":{TEXTS},\"second\":{second:.0},\"folding\":{folding:.0},\"recall\":[{}],\"candidates\":{candidates:.2}}}",
        recall.join(",")
    );
}
