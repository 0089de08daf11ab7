//! How many pairs of spellings share a key: `cargo run --release -p haqqi-names --example recall FILE`, where FILE has a
//! Latin spelling, a tab and its Arabic letters on each line. Prints recall, how many other spellings share a key with
//! one (the work that the key leaves), and how often the right spelling comes first when all that share a key are
//! ordered by likeness.

use std::collections::{HashMap, HashSet};
use std::process::ExitCode;

use haqqi_names::{Name, keys_of_word};

fn word(text: &str) -> String {
    Name::fold_words(text).concat()
}

fn main() -> ExitCode {
    let Some(Ok(text)) = std::env::args().nth(1).map(std::fs::read_to_string) else {
        eprintln!("name a file of pairs");
        return ExitCode::FAILURE;
    };
    let pairs: Vec<(String, String)> = text
        .lines()
        .filter_map(|line| {
            let mut columns = line.split('\t');
            Some((word(columns.next()?), word(&columns.next()?.replace(' ', ""))))
        })
        .filter(|(latin, arabic)| !latin.is_empty() && !arabic.is_empty())
        .collect();
    let mut kept: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (latin, _)) in pairs.iter().enumerate() {
        for key in keys_of_word(latin) {
            kept.entry(key).or_default().push(at);
        }
    }
    let names: Vec<Name> = pairs.iter().map(|(latin, _)| Name::read(latin)).collect();
    let (mut together, mut first, mut ten, mut candidates) = (0usize, 0usize, 0usize, 0usize);
    for (at, (latin, arabic)) in pairs.iter().enumerate() {
        let found: HashSet<usize> =
            keys_of_word(arabic).iter().filter_map(|key| kept.get(key)).flatten().copied().collect();
        candidates += found.len();
        if !found.contains(&at) {
            continue;
        }
        together += 1;
        let asked = Name::read(arabic);
        let mut ranked: Vec<(u16, &str)> = found
            .iter()
            .filter_map(|other| {
                Some((asked.likeness(names.get(*other)?).score, pairs.get(*other)?.0.as_str()))
            })
            .collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        ranked.dedup_by(|a, b| a.1 == b.1);
        let place = ranked.iter().position(|(_, spelling)| spelling == latin);
        first += usize::from(place == Some(0));
        ten += usize::from(place.is_some_and(|place| place < 10));
    }
    let per_mille = |n: usize| n * 1000 / pairs.len().max(1);
    println!("pairs {}", pairs.len());
    println!("share a key          {} per mille", per_mille(together));
    println!("candidates each      {}", candidates / pairs.len().max(1));
    println!("right one first      {} per mille", per_mille(first));
    println!("right one within ten {} per mille", per_mille(ten));
    ExitCode::SUCCESS
}
