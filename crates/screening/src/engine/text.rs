//! Text indicators: phrases over folded words. A hit is a suggestion with its exact place in the original words; it
//! is never a yes.
//!
//! How phrases are written stands at [`phrase`]. Guards stand in the lexicon: what negates before or after, what says
//! that it is over, settled, another's deed, or only asked.

mod group;
mod guards;
mod lexicon;
mod lookup;
mod marks;
mod phrase;
mod reading;
mod set;

use std::cell::Cell;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::learned::LEARNED;
use group::Room;
use guards::{Guards, Left, Noted};
use lexicon::Entry;
pub(super) use lexicon::{Lexicon, Wrong};
use marks::{Marks, Span};
use phrase::{Phrase, Terms};
use reading::Reading;
use set::Set;

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
    /// A phrase stands there, and the text as a whole resembles none of the indicator, or words beside it make it another's,
    /// over, settled or only asked: it asks to look closer, no more.
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

/// An entry made ready.
#[derive(Debug, Clone)]
struct Ready {
    entry: Entry,
    /// Which of the lexicon's phrases are its own.
    phrases: Range<usize>,
    unless: Vec<Phrase>,
    often_not: Vec<Phrase>,
    despite: Vec<Phrase>,
    /// Its place among all entries by their names.
    rank: usize,
}

/// A lexicon made ready.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
    pub language: String,
    terms: Terms,
    guards: Guards,
    entries: Vec<Ready>,
    /// Every phrase with its entry, entry by entry; without one those that settle.
    phrases: Vec<(Option<usize>, Phrase)>,
    /// Of each term the phrases of which it is the rarest.
    by_rarest: Vec<Vec<usize>>,
    /// The terms that have any.
    rarest: Set,
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
        let mut each = |owner: &str, texts: &[String]| -> Result<Vec<Phrase>, Wrong> {
            let faulty = |text: &str, error| wrong(text, format!("entry `{owner}`: {error}"));
            texts.iter().map(|text| terms.phrase(text).map_err(|error| faulty(text, error))).collect()
        };
        let settled = each("settled", &lexicon.settled)?;
        let mut phrases: Vec<(Option<usize>, Phrase)> = settled.into_iter().map(|one| (None, one)).collect();
        let mut entries: Vec<Ready> = Vec::with_capacity(lexicon.entries.len());
        let mut names: Vec<String> = lexicon.entries.iter().map(|entry| entry.id.clone()).collect();
        names.sort_unstable();
        if let Some((twice, _)) = names.iter().zip(names.iter().skip(1)).find(|(one, next)| one == next) {
            return Err(wrong(twice, format!("the entry `{twice}` stands twice")));
        }
        for entry in lexicon.entries {
            let rank = names.partition_point(|name| *name < entry.id);
            let (own, unless) = (each(&entry.id, &entry.phrases)?, each(&entry.id, &entry.unless)?);
            let (often_not, despite) = (each(&entry.id, &entry.often_not)?, each(&entry.id, &entry.despite)?);
            let from = phrases.len();
            phrases.extend(own.into_iter().map(|phrase| (Some(entries.len()), phrase)));
            entries.push(Ready { entry, phrases: from..phrases.len(), unless, often_not, despite, rank });
        }
        terms.finish();
        let seen = seen(&terms, &entries);
        let mut by_rarest = vec![Vec::new(); terms.count()];
        let mut rarest = Set::default();
        for (nth, (_, phrase)) in phrases.iter().enumerate() {
            let Some(term) = phrase.terms().min_by_key(|term| seen.get(*term)) else { continue };
            by_rarest.get_mut(term).into_iter().for_each(|own| own.push(nth));
            rarest.insert(term);
        }
        let kinds = [&not_before, &not_after, &over, &asked].map(Vec::as_slice);
        let guards = Guards::new(lexicon.before, lexicon.after, kinds, &terms);
        let language = lexicon.language;
        Ok(Self { language, terms, guards, entries, phrases, by_rarest, rarest })
    }

    /// Whether an entry, by its place, finds anything in a text that nothing makes doubtful.
    fn finds(&self, entry: usize, text: &str) -> bool {
        self.scanned(text, |found| found.iter().any(|hit| hit.entry == entry && !hit.doubtful))
    }

    /// Each entry's examples do what they say.
    pub(super) fn examples(&self) -> Result<(), Wrong> {
        let mut faults: Vec<(&String, String)> = Vec::new();
        for (nth, Ready { entry, .. }) in self.entries.iter().enumerate() {
            let mut fault = |text, what: &str| {
                faults.push((text, format!("entry `{}`: its example `{text}` {what}", entry.id)));
            };
            let hit = entry.hit.as_slice().iter().filter(|text| !self.finds(nth, text));
            hit.for_each(|text| fault(text, "is not hit"));
            let miss = entry.miss.as_slice().iter().filter(|text| self.finds(nth, text));
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
        for (nth, Ready { entry, phrases, .. }) in self.entries.iter().enumerate() {
            let mut tried = HashSet::new();
            let own = self.phrases.get(phrases.clone()).unwrap_or_default();
            let mut texts: Vec<String> =
                own.iter().flat_map(|(_, phrase)| self.terms.spelled(phrase, &mut tried)).collect();
            texts.sort();
            texts.dedup();
            for text in texts {
                let hit = self.finds(nth, &text);
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
                doubtful: found.doubtful,
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
        desk.hits.clear();
        self.look(body, desk);
        self.decide(desk);
        let rank = |found: &Found| self.entries.get(found.entry).map(|ready| ready.rank);
        desk.hits.sort_unstable_by_key(|found| (found.start, found.end, rank(found)));
        desk.hits.dedup_by(|a, b| a.entry == b.entry && a.start == b.start);
    }

    /// Finds what stands in each sentence of a text, and the guards.
    fn look(&self, body: &str, desk: &mut Desk) {
        let Desk { reading, marks, candidates, noted, room, aside, stood, spans, .. } = desk;
        self.terms.reader.read(body, &self.terms.lookup, reading);
        noted.clear();
        stood.clear();
        spans.clear();
        for (sentence, words) in reading.sentences() {
            self.terms.mark(reading, words, marks);
            self.guards.note(marks, sentence, noted);
            candidates.clear();
            marks.present.shared(&self.rarest, |term| {
                candidates.extend_from_slice(self.by_rarest.get(term).map_or(&[], Vec::as_slice));
            });
            for nth in &*candidates {
                let Some((entry, phrase)) = self.phrases.get(*nth) else { continue };
                self.terms.spans(phrase, marks, room);
                if room.spans.is_empty() {
                    continue;
                }
                let Some(entry) = entry else {
                    let settling = room.spans.iter();
                    noted.settling.extend(settling.map(|span| (sentence, phrase.is_unordered(), *span)));
                    continue;
                };
                let Some(ready) = self.entries.get(*entry) else { continue };
                let mut stands = |phrase: &Phrase| {
                    self.terms.spans(phrase, marks, aside);
                    !aside.spans.is_empty()
                };
                let undone = ready.unless.iter().any(&mut stands)
                    || (ready.often_not.iter().any(&mut stands) && !ready.despite.iter().any(&mut stands));
                if !undone {
                    let before = spans.len();
                    spans.extend_from_slice(&room.spans);
                    stood.push((*entry, before..spans.len()));
                }
            }
        }
    }

    /// Of what stands in a text takes what no guard undoes.
    fn decide(&self, desk: &mut Desk) {
        let Desk { reading, noted, stood, spans, hits, .. } = desk;
        if stood.is_empty() {
            return;
        }
        self.guards.settle(noted);
        for (entry, own) in stood.drain(..) {
            let Some(Ready { entry: of, .. }) = self.entries.get(entry) else { continue };
            let mut from = 0;
            for span in spans.get(own).unwrap_or_default() {
                if span.0 < from {
                    continue;
                }
                let left = self.guards.left(noted, of, *span, reading);
                if left == Left::Nothing {
                    continue;
                }
                from = span.1 + 1;
                let (first, last) = (reading.words.get(span.0), reading.words.get(span.1));
                let place = first.zip(last).map(|(first, last)| (first.start, last.end));
                hits.extend(place.map(|(start, end)| Found {
                    start,
                    end,
                    entry,
                    doubtful: left == Left::Doubt,
                }));
            }
        }
    }
}

/// In how many sentences of the examples each term stands: how often people say it.
fn seen(terms: &Terms, entries: &[Ready]) -> Vec<usize> {
    let mut seen = vec![0; terms.count()];
    let (mut reading, mut marks) = (Reading::default(), Marks::default());
    for Ready { entry, .. } in entries {
        for text in entry.hit.as_slice() {
            terms.reader.read(text, &terms.lookup, &mut reading);
            for (_, sentence) in reading.sentences() {
                terms.mark(&reading, sentence, &mut marks);
                marks.present.each(|term| seen.get_mut(term).into_iter().for_each(|seen| *seen += 1));
            }
        }
    }
    seen
}

/// What reading a text needs, used again from text to text.
#[derive(Default)]
struct Desk {
    reading: Reading,
    marks: Marks,
    /// Phrases that may stand in a sentence.
    candidates: Vec<usize>,
    noted: Noted,
    room: Room,
    aside: Room,
    /// What stands in the text, undone or not: entry, and which of the spans.
    stood: Vec<(usize, Range<usize>)>,
    spans: Vec<Span>,
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
    doubtful: bool,
}
