//! The engine before it was made fast, kept to be compared with: phrases over folded words. A hit is a suggestion with its exact place in the original words; it
//! is never a yes.
//!
//! How phrases are written stands at [`phrase`]. Guards stand in the lexicon: what negates before or after, what says
//! that it is over, settled, another's deed, or only asked.

mod fold;
mod phrase;
mod reading;

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use phrase::{Phrase, Places, Span, Terms};
use reading::{Reading, read};

/// A place in a text that suggests an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Which text.
    pub text: Uuid,
    /// First byte in the original.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// The words as she wrote them.
    pub phrase: String,
    /// ILO's indicator, or empty for a signal of danger alone.
    pub indicator: String,
    /// The entry of the lexicon.
    pub why: String,
    /// Danger now.
    pub urgent: bool,
    /// Somebody under 18 works or is endangered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub child: bool,
}

/// One example, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Examples {
    One(String),
    Several(Vec<String>),
}

impl Examples {
    fn as_slice(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
        }
    }
}

/// `[[entry]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub id: String,
    #[serde(default)]
    pub indicator: String,
    #[serde(default)]
    pub urgent: bool,
    /// It says that somebody under 18 works or is endangered.
    #[serde(default)]
    pub child: bool,
    phrases: Vec<String>,
    /// The phrase says “not” itself: a negation beside it does not undo it.
    #[serde(default)]
    negative: bool,
    /// Phrases in the same sentence that undo it.
    #[serde(default)]
    unless: Vec<String>,
    /// Phrases in the same sentence that undo it, but where `despite` stands.
    #[serde(default)]
    often_not: Vec<String>,
    #[serde(default)]
    despite: Vec<String>,
    hit: Examples,
    miss: Examples,
}

fn three() -> usize {
    3
}

fn two() -> usize {
    2
}

fn four() -> usize {
    4
}

fn ten() -> usize {
    10
}

/// A file of `lexicons/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lexicon {
    pub language: String,
    /// Most words in a `~`.
    #[serde(default = "four")]
    gap: usize,
    /// Most words between the sides of a `&`.
    #[serde(default = "ten")]
    reach: usize,
    /// How many words before a phrase `not_before` is looked for.
    #[serde(default = "three")]
    before: usize,
    /// How many words behind a phrase `not_after` is looked for.
    #[serde(default = "two")]
    after: usize,
    /// Words that undo what follows, or stand within.
    #[serde(default)]
    not_before: Vec<String>,
    /// Words that undo what stands before them, or within.
    #[serde(default)]
    not_after: Vec<String>,
    /// Words that say that it is over or another's, anywhere in the sentence; danger excepted.
    #[serde(default)]
    over: Vec<String>,
    /// Words that make a sentence with a question mark a mere question.
    #[serde(default)]
    asked: Vec<String>,
    /// Phrases that settle what the sentence before, the same and the next say, danger excepted; one of several parts
    /// (`&`) does not where a negation stands by it.
    #[serde(default)]
    settled: Vec<String>,
    /// Classes of words, by name.
    #[serde(default)]
    words: BTreeMap<String, String>,
    #[serde(rename = "entry")]
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Ready {
    entry: Entry,
    phrases: Vec<Phrase>,
    unless: Vec<Phrase>,
    often_not: Vec<Phrase>,
    despite: Vec<Phrase>,
}

/// A lexicon made ready.
#[derive(Debug, Clone)]
pub(crate) struct Phrases {
    pub language: String,
    terms: Terms,
    before: usize,
    after: usize,
    not_before: Vec<usize>,
    not_after: Vec<usize>,
    over: Vec<usize>,
    asked: Vec<usize>,
    settled: Vec<Phrase>,
    entries: Vec<Ready>,
}

impl Phrases {
    pub(crate) fn new(lexicon: Lexicon) -> Result<Self, String> {
        let mut terms = Terms::new(&lexicon.language, lexicon.gap, lexicon.reach, lexicon.words);
        let mut guards = |words: &[String]| -> Result<Vec<usize>, String> {
            words.iter().flat_map(|line| line.split_whitespace()).map(|word| terms.term(word)).collect()
        };
        let (not_before, not_after) = (guards(&lexicon.not_before)?, guards(&lexicon.not_after)?);
        let (over, asked) = (guards(&lexicon.over)?, guards(&lexicon.asked)?);
        let mut phrases = |owner: &str, texts: &[String]| -> Result<Vec<Phrase>, String> {
            texts
                .iter()
                .map(|text| terms.phrase(text).map_err(|error| format!("entry `{owner}`: {error}")))
                .collect()
        };
        let settled = phrases("settled", &lexicon.settled)?;
        let mut entries = Vec::with_capacity(lexicon.entries.len());
        for entry in lexicon.entries {
            let (ready, unless) = (phrases(&entry.id, &entry.phrases)?, phrases(&entry.id, &entry.unless)?);
            let often_not = phrases(&entry.id, &entry.often_not)?;
            let despite = phrases(&entry.id, &entry.despite)?;
            entries.push(Ready { entry, phrases: ready, unless, often_not, despite });
        }
        let (language, before, after) = (lexicon.language, lexicon.before, lexicon.after);
        let ready =
            Self { language, terms, before, after, not_before, not_after, over, asked, settled, entries };
        ready.examples()?;
        Ok(ready)
    }

    fn finds(&self, entry: &Entry, text: &str) -> bool {
        self.find(Uuid::nil(), text).iter().any(|hit| hit.why == entry.id)
    }

    /// Each entry's examples do what they say.
    fn examples(&self) -> Result<(), String> {
        let mut faults = Vec::new();
        for Ready { entry, .. } in &self.entries {
            let hit = entry.hit.as_slice().iter().filter(|text| !self.finds(entry, text));
            faults.extend(hit.map(|text| format!("entry `{}`: its example `{text}` is not hit", entry.id)));
            let miss = entry.miss.as_slice().iter().filter(|text| self.finds(entry, text));
            faults.extend(miss.map(|text| format!("entry `{}`: its example `{text}` is hit", entry.id)));
        }
        if faults.is_empty() { Ok(()) } else { Err(faults.join("; ")) }
    }

    /// What each entry catches, spelled out: every choice of every phrase once. Entry, words, and whether these words
    /// are indeed hit.
    pub(crate) fn spelled(&self) -> Vec<(String, String, bool)> {
        let mut all = Vec::new();
        for Ready { entry, phrases, .. } in &self.entries {
            let mut tried = HashSet::new();
            let mut texts: Vec<String> =
                phrases.iter().flat_map(|phrase| self.terms.spelled(phrase, &mut tried)).collect();
            texts.sort();
            texts.dedup();
            for text in texts {
                let hit = self.finds(entry, &text);
                all.push((entry.id.clone(), text, hit));
            }
        }
        all
    }

    /// Every place of a text that suggests something.
    pub(crate) fn find(&self, text: Uuid, body: &str) -> Vec<Hit> {
        let reading = read(body, &self.language);
        let places = self.terms.places(&reading);
        let guards = Guards::new(self, &reading, &places);
        let mut hits = Vec::new();
        for Ready { entry, phrases, unless, often_not, despite } in &self.entries {
            let sentences = |of: &[Phrase]| -> Vec<usize> {
                of.iter()
                    .flat_map(|phrase| self.terms.spans(phrase, &places, &reading))
                    .filter_map(|(first, _)| reading.words.get(first).map(|word| word.sentence))
                    .collect()
            };
            let (mut undone, lifted) = (sentences(unless), sentences(despite));
            undone.extend(sentences(often_not).into_iter().filter(|sentence| !lifted.contains(sentence)));
            undone.sort_unstable();
            for phrase in phrases {
                let mut from = 0;
                for span in self.terms.spans(phrase, &places, &reading) {
                    if span.0 >= from && !guards.hold(entry, span, &undone) {
                        from = span.1 + 1;
                        hits.extend(hit_of(text, body, entry, &reading, span));
                    }
                }
            }
        }
        hits.sort_by(|a, b| (a.start, a.end, &a.why).cmp(&(b.start, b.end, &b.why)));
        hits.dedup_by(|a, b| a.why == b.why && a.start == b.start);
        hits
    }
}

/// What undoes a hit in one text.
struct Guards<'a> {
    of: &'a Phrases,
    reading: &'a Reading,
    /// Places of `not_before`, `not_after`: sorted first words.
    not_before: Vec<usize>,
    not_after: Vec<usize>,
    over: Vec<usize>,
    asked: Vec<usize>,
    settled: Vec<usize>,
}

impl<'a> Guards<'a> {
    fn new(of: &'a Phrases, reading: &'a Reading, places: &Places) -> Self {
        let starts = |terms: &[usize]| {
            let mut at: Vec<usize> =
                terms.iter().flat_map(|term| places.of(*term)).map(|span| span.0).collect();
            at.sort_unstable();
            at
        };
        let sentence = |at: usize| reading.words.get(at).map(|word| word.sentence);
        let sentences = |terms: &[usize]| starts(terms).into_iter().filter_map(sentence).collect::<Vec<_>>();
        let (not_before, not_after) = (starts(&of.not_before), starts(&of.not_after));
        // “Passport … returned” settles; “passport … not returned” does not.
        let denied = |phrase: &Phrase, (first, last): Span| {
            phrase.is_unordered()
                && (stands(&not_before, first.saturating_sub(of.before), last + 1)
                    || stands(&not_after, first, last + 1 + of.after))
        };
        let mut settled: Vec<usize> = Vec::new();
        for phrase in &of.settled {
            let spans = of.terms.spans(phrase, places, reading);
            let holding = spans.into_iter().filter(|span| !denied(phrase, *span));
            settled.extend(holding.filter_map(|(first, _)| sentence(first)));
        }
        settled.sort_unstable();
        let (over, asked) = (sentences(&of.over), sentences(&of.asked));
        Self { of, reading, not_before, not_after, over, asked, settled }
    }

    fn hold(&self, entry: &Entry, (first, last): Span, undone: &[usize]) -> bool {
        let words = &self.reading.words;
        let (Some(begin), Some(end)) = (words.get(first), words.get(last)) else { return true };
        let has = |sentences: &[usize], sentence: usize| sentences.binary_search(&sentence).is_ok();
        if has(undone, begin.sentence) {
            return true;
        }
        // Danger is not undone by a word that makes it another's or the past: a person finds out.
        if !entry.urgent {
            if has(&self.over, begin.sentence) {
                return true;
            }
            let only_asked = self.reading.asked.contains(&begin.sentence) && has(&self.asked, begin.sentence);
            let near = begin.sentence.saturating_sub(1)..=begin.sentence + 1;
            if only_asked || near.into_iter().any(|sentence| has(&self.settled, sentence)) {
                return true;
            }
        }
        if entry.negative {
            return false;
        }
        // A negation counts in the clause of the phrase's end that it stands beside.
        let any = |places: &[usize], from: usize, to: usize, clause: usize| {
            let at = places.partition_point(|place| *place < from);
            places
                .iter()
                .skip(at)
                .take_while(|place| **place < to)
                .any(|place| words.get(*place).is_some_and(|word| word.clause == clause))
        };
        let within = |places: &[usize]| {
            any(places, first, last + 1, begin.clause) || any(places, first, last + 1, end.clause)
        };
        within(&self.not_before)
            || within(&self.not_after)
            || any(&self.not_before, first.saturating_sub(self.of.before), first, begin.clause)
            || any(&self.not_after, last + 1, last + 1 + self.of.after, end.clause)
    }
}

/// Whether one of the sorted places lies in the range.
fn stands(places: &[usize], from: usize, to: usize) -> bool {
    let at = places.partition_point(|place| *place < from);
    places.get(at).is_some_and(|place| *place < to)
}

fn hit_of(text: Uuid, body: &str, entry: &Entry, reading: &Reading, (first, last): Span) -> Option<Hit> {
    let (start, end) = (reading.words.get(first)?.start, reading.words.get(last)?.end);
    Some(Hit {
        text,
        start,
        end,
        phrase: body.get(start..end)?.to_owned(),
        indicator: entry.indicator.clone(),
        why: entry.id.clone(),
        urgent: entry.urgent,
        child: entry.child,
    })
}
