//! What stands by a phrase: words that negate it undo it; words that make it another's or the past, that only ask, and what
//! settles it make it doubtful.

use std::ops::Range;

use super::lexicon::Entry;
use super::marks::{Marks, Span};
use super::phrase::Terms;
use super::reading::Reading;
use super::set::Set;

/// Which guards a term is, as bits.
const NOT_BEFORE: u8 = 1;
const NOT_AFTER: u8 = 2;
const OVER: u8 = 4;
const ASKED: u8 = 8;

/// The guards of a lexicon that are single words.
#[derive(Debug, Clone, Default)]
pub(super) struct Guards {
    before: usize,
    after: usize,
    /// By wording.
    wordings: Vec<u8>,
}

impl Guards {
    /// When all terms of the lexicon are known: these of each kind.
    pub(super) fn new(before: usize, after: usize, kinds: [&[usize]; 4], terms: &Terms) -> Self {
        let sets = [NOT_BEFORE, NOT_AFTER, OVER, ASKED]
            .into_iter()
            .zip(kinds.map(|own| Set::of(own.iter().copied())));
        let sets: Vec<(u8, Set)> = sets.collect();
        let kinds = |wording: usize| {
            let own = sets.iter().filter(|(_, set)| set.meets(terms.saying(wording)));
            own.fold(0, |all, (kind, _)| all | kind)
        };
        Self { before, after, wordings: (0..terms.wordings()).map(kinds).collect() }
    }

    /// Notes those of the sentence that was marked, behind those before it.
    pub(super) fn note(&self, marks: &Marks, sentence: usize, noted: &mut Noted) {
        for mark in &marks.all {
            let kinds = self.wordings.get(mark.wording).copied().unwrap_or_default();
            if kinds == 0 {
                continue;
            }
            let push = |kind: u8, list: &mut Vec<usize>, what: usize| {
                if kinds & kind != 0 {
                    list.push(what);
                }
            };
            push(NOT_BEFORE, &mut noted.not_before, mark.at);
            push(NOT_AFTER, &mut noted.not_after, mark.at);
            push(OVER, &mut noted.over, sentence);
            push(ASKED, &mut noted.asked, sentence);
        }
    }

    /// Which sentences are settled: “passport … returned” settles, “passport … not returned” does not.
    pub(super) fn settle(&self, noted: &mut Noted) {
        let Noted { not_before, not_after, settling, settled, .. } = noted;
        for (sentence, unordered, (first, last)) in settling.drain(..) {
            let denied = unordered
                && (stands(not_before, first.saturating_sub(self.before)..last + 1)
                    || stands(not_after, first..last + 1 + self.after));
            if !denied {
                settled.push(sentence);
            }
        }
    }

    /// What of what an entry found there is left.
    pub(super) fn left(&self, noted: &Noted, entry: &Entry, span: Span, reading: &Reading) -> Left {
        if self.denied(noted, entry, span, reading) {
            Left::Nothing
        } else if doubted(noted, entry, span, reading) {
            Left::Doubt
        } else {
            Left::Whole
        }
    }

    /// Whether a negation beside it says that it is not so.
    fn denied(&self, noted: &Noted, entry: &Entry, (first, last): Span, reading: &Reading) -> bool {
        let words = &reading.words;
        let (Some(begin), Some(end)) = (words.get(first), words.get(last)) else { return true };
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
        within(&noted.not_before)
            || within(&noted.not_after)
            || any(&noted.not_before, first.saturating_sub(self.before), first, begin.clause)
            || any(&noted.not_after, last + 1, last + 1 + self.after, end.clause)
    }
}

/// What a guard leaves of what an entry found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// No guard stands by it.
    Whole,
    /// Somewhere near stands that it is another's, over, settled or only asked: who wrote may have meant something else by it.
    Doubt,
    /// It is denied.
    Nothing,
}

/// Whether words in its sentence make it another's or the past, only ask, or settle it. Danger and a child are not doubted for
/// such a word: a person finds out.
fn doubted(noted: &Noted, entry: &Entry, (first, _): Span, reading: &Reading) -> bool {
    let Some(sentence) = reading.words.get(first).map(|word| word.sentence) else { return false };
    if entry.urgent || entry.child {
        return false;
    }
    let has = |sentences: &[usize], sentence: usize| sentences.binary_search(&sentence).is_ok();
    let only_asked = has(&reading.asked, sentence) && has(&noted.asked, sentence);
    let mut near = sentence.saturating_sub(1)..=sentence + 1;
    has(&noted.over, sentence) || only_asked || near.any(|sentence| has(&noted.settled, sentence))
}

/// The guards that stand in a text, in order. Used again from text to text.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// Words.
    not_before: Vec<usize>,
    not_after: Vec<usize>,
    /// Sentences.
    over: Vec<usize>,
    asked: Vec<usize>,
    /// What may settle a sentence: whether its parts may stand in any order, and where it stands.
    pub settling: Vec<(usize, bool, Span)>,
    settled: Vec<usize>,
}

impl Noted {
    /// Forgets the text before.
    pub(super) fn clear(&mut self) {
        let Self { not_before, not_after, over, asked, settled, settling } = self;
        [not_before, not_after, over, asked, settled].into_iter().for_each(Vec::clear);
        settling.clear();
    }
}

/// Whether one of the sorted places lies in the range.
fn stands(places: &[usize], range: Range<usize>) -> bool {
    let at = places.partition_point(|place| *place < range.start);
    places.get(at).is_some_and(|place| *place < range.end)
}
