//! Reading an advertisement: the screening engine, with the pack's instrument and lexicons of advertisements alone.

use chrono::NaiveDate;
use haqqi_pack::Pack;
use haqqi_screening::{Input, LoadError, Profile, Screener, TextIn};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::Level;

/// What a language is called that nobody said and nothing tells (BCP 47).
const UNDETERMINED: &str = "und";

/// The language that is tried for words in Latin letters beside the one that is guessed.
const LATIN: &str = "en";

/// A place in the words that suggests an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// The indicator, a name of the pack's instrument.
    pub indicator: String,
    /// The entry of the lexicon that found it.
    pub why: String,
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    /// As declared, else as guessed; `und` where nothing tells.
    pub language: String,
    /// What it asks of people.
    pub level: Level,
    /// Where, in order.
    pub hits: Vec<Hit>,
    /// The indicators, each once, in the instrument's order.
    pub indicators: Vec<String>,
    /// The instruments that it was read with, each with its version.
    pub instrument: String,
}

/// The engine with what the pack keeps below `adverts`: none of it is known to the screening of complaints, and nothing of
/// that is known here.
///
/// # Errors
/// [`LoadError`]: the first thing that cannot work.
pub fn assessor(pack: &Pack) -> Result<Screener, LoadError> {
    let own = |folder| pack.files(folder).map(|(file, text)| (file.to_owned(), text.to_owned()));
    let instruments: Vec<_> = own("adverts/instruments").collect();
    let lexicons: Vec<_> = own("adverts/lexicons").collect();
    Screener::from_files(instruments, lexicons)
}

/// Reads a text: in the language that it is said to be in, and in those that its words speak for.
#[must_use]
pub fn assess(screener: &Screener, declared: Option<&str>, text: &str, on: NaiveDate) -> Assessed {
    let guessed = haqqi_names::guess(text);
    let language = declared.or(guessed).unwrap_or(UNDETERMINED).to_owned();
    let one =
        |language: &str| TextIn { id: Uuid::nil(), language: language.to_owned(), body: text.to_owned() };
    let mut texts = vec![one(&language)];
    // A few words in Latin letters are easily taken for another language: where nobody said which, English is tried too.
    if declared.is_none() && language != LATIN && text.chars().any(|c| c.is_ascii_alphabetic()) {
        texts.push(one(LATIN));
    }
    let input = Input {
        texts,
        answers: Vec::new(),
        profile: Profile::Adult,
        kind_screens: false,
        declared_danger: false,
        on,
    };
    let found = screener.assess(&input);
    let listed = screener.list(on);
    let indicators =
        listed.iter().filter(|name| found.suggested.iter().any(|own| own == *name)).map(|n| (*n).to_owned());
    let instruments = screener.holding(on).map(|one| &one.instrument);
    let instrument: Vec<String> = instruments.map(|head| format!("{} {}", head.id, head.version)).collect();
    let hits = found.hits.into_iter().map(|hit| Hit {
        start: hit.start,
        end: hit.end,
        indicator: hit.indicator,
        why: hit.why,
    });
    let mut hits: Vec<Hit> = hits.collect();
    hits.sort_by(|a, b| (a.start, a.end, &a.why).cmp(&(b.start, b.end, &b.why)));
    hits.dedup();
    Assessed {
        language,
        level: Level::from(found.level),
        indicators: indicators.collect(),
        hits,
        instrument: instrument.join(", "),
    }
}
