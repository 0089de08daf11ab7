//! Text indicators: phrases over folded words. A hit is a suggestion with its exact place in the original words; it
//! is never a yes.
//!
//! How phrases are written stands at [`phrase`]. Guards stand in the lexicon: what negates before or after, what says
//! that it is over, settled, another's deed, or only asked.

mod group;
mod lexicon;
mod lookup;
mod phrase;
mod places;
mod reading;

use std::cell::Cell;
use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::learned::LEARNED;
use group::Room;
use lexicon::Entry;
pub(super) use lexicon::{Lexicon, Wrong};
use phrase::{Atoms, Phrase, Terms};
use places::{Places, Span};
use reading::Reading;

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
    /// A phrase stands there, and the text as a whole resembles none of the indicator: it asks to look closer, no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
}

impl Hit {
    /// Whether no phrase stands there: the words resemble those of accounts that tell of it.
    #[must_use]
    pub fn is_learned(&self) -> bool {
        self.why == LEARNED
    }
}

#[derive(Debug, Clone)]
struct Ready {
    entry: Entry,
    phrases: Vec<Phrase>,
    unless: Vec<Phrase>,
}

/// A lexicon made ready.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
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
    pub(super) fn new(lexicon: Lexicon) -> Result<Self, Wrong> {
        let wrong = |at: &str, what: String| Wrong { at: Some(at.to_owned()), what };
        let mut terms = Terms::new(&lexicon.language, lexicon.gap, lexicon.reach, lexicon.words);
        let mut guards = |words: &[String]| -> Result<Vec<usize>, Wrong> {
            let each = words.iter().flat_map(|line| line.split_whitespace().map(move |word| (line, word)));
            each.map(|(line, word)| terms.term(word).map_err(|error| wrong(line, error))).collect()
        };
        let (not_before, not_after) = (guards(&lexicon.not_before)?, guards(&lexicon.not_after)?);
        let (over, asked) = (guards(&lexicon.over)?, guards(&lexicon.asked)?);
        let mut phrases = |owner: &str, texts: &[String]| -> Result<Vec<Phrase>, Wrong> {
            let faulty = |text: &str, error| wrong(text, format!("entry `{owner}`: {error}"));
            texts.iter().map(|text| terms.phrase(text).map_err(|error| faulty(text, error))).collect()
        };
        let settled = phrases("settled", &lexicon.settled)?;
        let mut entries = Vec::with_capacity(lexicon.entries.len());
        let mut ids = HashSet::new();
        for entry in lexicon.entries {
            if !ids.insert(entry.id.clone()) {
                return Err(wrong(&entry.id, format!("the entry `{}` stands twice", entry.id)));
            }
            let (ready, unless) = (phrases(&entry.id, &entry.phrases)?, phrases(&entry.id, &entry.unless)?);
            entries.push(Ready { entry, phrases: ready, unless });
        }
        terms.finish();
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
    fn examples(&self) -> Result<(), Wrong> {
        let mut faults: Vec<(&String, String)> = Vec::new();
        for Ready { entry, .. } in &self.entries {
            let mut fault = |text, what: &str| {
                faults.push((text, format!("entry `{}`: its example `{text}` {what}", entry.id)));
            };
            let hit = entry.hit.as_slice().iter().filter(|text| !self.finds(entry, text));
            hit.for_each(|text| fault(text, "is not hit"));
            let miss = entry.miss.as_slice().iter().filter(|text| self.finds(entry, text));
            miss.for_each(|text| fault(text, "is hit"));
        }
        let Some((first, _)) = faults.first() else { return Ok(()) };
        let at = Some((*first).clone());
        Err(Wrong { at, what: faults.into_iter().map(|(_, what)| what).collect::<Vec<_>>().join("; ") })
    }

    /// What each entry catches, spelled out: every choice of every phrase once. Entry, words, and whether these words
    /// are indeed hit.
    pub(super) fn spelled(&self) -> Vec<(String, String, bool)> {
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
    pub(super) fn find(&self, text: Uuid, body: &str) -> Vec<Hit> {
        let hits = self.scanned(body, |found| found.to_vec());
        let hits = hits.iter().filter_map(|found| {
            let Ready { entry, .. } = self.entries.get(found.entry)?;
            Some(Hit {
                text,
                start: found.start,
                end: found.end,
                phrase: body.get(found.start..found.end)?.to_owned(),
                indicator: entry.indicator.clone(),
                why: entry.id.clone(),
                urgent: entry.urgent,
                child: entry.child,
                doubtful: false,
            })
        });
        hits.collect()
    }

    /// Every way in which a word or words of a phrase are written.
    pub(super) fn choices(&self) -> BTreeSet<String> {
        self.terms.choices()
    }

    /// How many places a text has that suggest something.
    pub(super) fn count(&self, body: &str) -> usize {
        self.scanned(body, <[Found]>::len)
    }

    /// Every place of a text that suggests something, without what stands there.
    fn scanned<T>(&self, body: &str, done: impl Fn(&[Found]) -> T) -> T {
        DESK.with(|desk| {
            let mut desk = desk.take();
            self.scan(body, &mut desk);
            let done = done(&desk.hits);
            if body.len() <= KEPT {
                DESK.set(desk);
            }
            done
        })
    }

    fn scan(&self, body: &str, desk: &mut Desk) {
        let Desk { reading, atoms, places, room, aside, hits } = desk;
        self.terms.reader.read(body, reading);
        self.terms.places(reading, atoms, places);
        let (reading, places) = (&*reading, &*places);
        let mut guards = None;
        hits.clear();
        for (nth, Ready { entry, phrases, unless }) in self.entries.iter().enumerate() {
            let mut undone = None;
            for phrase in phrases {
                self.terms.spans(phrase, places, reading, room);
                let mut from = 0;
                for span in room.spans.iter().copied() {
                    if span.0 < from {
                        continue;
                    }
                    let undone = undone.get_or_insert_with(|| self.undone(unless, places, reading, aside));
                    let guards = guards.get_or_insert_with(|| Guards::new(self, reading, places, aside));
                    if guards.hold(entry, span, undone) {
                        continue;
                    }
                    from = span.1 + 1;
                    let (first, last) = (reading.words.get(span.0), reading.words.get(span.1));
                    let place = first.zip(last).map(|(first, last)| (first.start, last.end));
                    hits.extend(place.map(|(start, end)| Found { start, end, entry: nth }));
                }
            }
        }
        let why = |found: &Found| self.entries.get(found.entry).map(|ready| ready.entry.id.as_str());
        hits.sort_by(|a, b| (a.start, a.end, why(a)).cmp(&(b.start, b.end, why(b))));
        hits.dedup_by(|a, b| a.entry == b.entry && a.start == b.start);
    }

    /// The sentences in which something undoes an entry, in order.
    fn undone(&self, unless: &[Phrase], places: &Places, reading: &Reading, room: &mut Room) -> Vec<usize> {
        let mut undone: Vec<usize> = Vec::new();
        for phrase in unless {
            self.terms.spans(phrase, places, reading, room);
            undone.extend(room.spans.iter().filter_map(|(first, _)| reading.sentence(*first)));
        }
        undone.sort_unstable();
        undone
    }
}

/// What reading a text needs, used again from text to text.
#[derive(Default)]
struct Desk {
    reading: Reading,
    atoms: Atoms,
    places: Places,
    room: Room,
    aside: Room,
    hits: Vec<Found>,
}

/// After a text of more bytes its room is given back.
const KEPT: usize = 64 * 1024;

thread_local! {
    static DESK: Cell<Desk> = Cell::default();
}

/// A place that an entry found: bytes of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    entry: usize,
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
    fn new(of: &'a Phrases, reading: &'a Reading, places: &Places, room: &mut Room) -> Self {
        let starts = |terms: &[usize]| {
            let mut at: Vec<usize> =
                terms.iter().flat_map(|term| places.of(*term)).map(|span| span.0).collect();
            at.sort_unstable();
            at
        };
        let sentence = |at: usize| reading.sentence(at);
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
            of.terms.spans(phrase, places, reading, room);
            let holding = room.spans.iter().filter(|span| !denied(phrase, **span));
            settled.extend(holding.filter_map(|(first, _)| sentence(*first)));
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
        // Danger and a child are not undone by a word that makes it another's or the past: a person finds out.
        if !entry.urgent && !entry.child {
            if has(&self.over, begin.sentence) {
                return true;
            }
            let only_asked = has(&self.reading.asked, begin.sentence) && has(&self.asked, begin.sentence);
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
