//! How fast texts are read: `measure PACK FOLDER` prints figures as JSON and leaves phrases and folded texts in the folder
//! for a peer. Called by `cargo xtask prove screening`.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use haqqi_names::fold;
use haqqi_pack::Pack;
use haqqi_screening::engine::Screener;
use serde_json::{Value, json};

/// How often each figure is taken; the best counts for throughput, the middle for a single text.
const ROUNDS: u32 = 15;
/// A complaint of this many bytes at most, and nearly as many.
const COMPLAINT: usize = 1000;

fn texts(folder: &Path) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    let mut texts = Vec::new();
    for file in files.iter().map(std::fs::DirEntry::path) {
        if file.extension().is_none_or(|ending| ending != "jsonl") {
            continue;
        }
        for line in std::fs::read_to_string(file)?.lines() {
            let told: Value = serde_json::from_str(line)?;
            let of = |name: &str| told.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            texts.push((of("lang"), of("text")));
        }
    }
    Ok(texts)
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pack, folder] = arguments.as_slice() else { return Err("measure PACK FOLDER".into()) };
    let pack = Pack::load(Path::new(pack)).map_err(|error| error.problems().len().to_string())?;
    let texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("training"))?;

    let mut loads = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let ready = black_box(Screener::from_pack(&pack)?);
        loads.push(begun.elapsed());
        // Taking it apart is no part of loading it.
        drop(ready);
    }
    let screener = Screener::from_pack(&pack)?;

    let bytes: usize = texts.iter().map(|(_, body)| body.len()).sum();
    let (mut best, mut hits) = (Duration::MAX, 0);
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        hits = texts.iter().map(|(language, body)| screener.count(language, body)).sum();
        best = best.min(begun.elapsed());
    }
    let by_language: Vec<Value> = screener
        .languages()
        .map(|tag| {
            let own: Vec<&str> =
                texts.iter().filter(|(language, _)| language == tag).map(|(_, body)| body.as_str()).collect();
            let size: usize = own.iter().map(|body| body.len()).sum();
            let time = (0..ROUNDS)
                .map(|_| {
                    let begun = Instant::now();
                    own.iter().for_each(|body| _ = black_box(screener.count(tag, body)));
                    begun.elapsed()
                })
                .min()
                .unwrap_or_default();
            json!([tag, size, time.as_nanos()])
        })
        .collect();

    // One complaint of about a kilobyte in each language, with the languages that its words speak for.
    let mut complaints = Vec::new();
    for tag in screener.languages() {
        let mut body = String::new();
        for (_, text) in texts.iter().filter(|(language, _)| language == tag) {
            if body.len() + text.len() < COMPLAINT {
                body.push_str(text);
                body.push(' ');
            }
        }
        let times = (0..200).map(|_| {
            let begun = Instant::now();
            black_box(screener.told(Some(tag), &body));
            begun.elapsed()
        });
        complaints.push(json!([tag, body.len(), middle(times.collect()).as_nanos()]));
    }

    let folded = |language: &str, text: &str| -> String {
        let words: Vec<String> = fold(text, language).tokens.into_iter().map(|token| token.word).collect();
        words.join(" ")
    };
    let phrases: Vec<Value> =
        screener.choices().map(|(language, words)| json!([language, folded(language, &words)])).collect();
    let texts: Vec<Value> =
        texts.iter().map(|(language, body)| json!([language, folded(language, body)])).collect();
    let peer = json!({ "texts": texts, "phrases": phrases });
    std::fs::write(Path::new(folder).join("peer.json"), peer.to_string())?;
    println!(
        "{}",
        json!({
            "texts": texts.len(),
            "bytes": bytes,
            "hits": hits,
            "phrases": phrases.len(),
            "scan_ns": best.as_nanos(),
            "load_ns": middle(loads).as_nanos(),
            "languages": by_language,
            "complaints": complaints,
        })
    );
    Ok(())
}
