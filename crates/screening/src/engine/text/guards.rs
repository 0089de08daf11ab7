//! What undoes a phrase: words that negate it, that make it another's or the past, that only ask, and what settles it.

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
            push(NOT_BEFORE, &mut noted.not_before, mark.at());
            push(NOT_AFTER, &mut noted.not_after, mark.at());
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

    /// Whether what an entry found there is undone.
    pub(super) fn hold(&self, noted: &Noted, entry: &Entry, (first, last): Span, reading: &Reading) -> bool {
        let words = &reading.words;
        let (Some(begin), Some(end)) = (words.get(first), words.get(last)) else { return true };
        let has = |sentences: &[usize], sentence: usize| sentences.binary_search(&sentence).is_ok();
        // Danger and a child are not undone by a word that makes it another's or the past: a person finds out.
        if !entry.urgent && !entry.child {
            if has(&noted.over, begin.sentence) {
                return true;
            }
            let only_asked = has(&reading.asked, begin.sentence) && has(&noted.asked, begin.sentence);
            let near = begin.sentence.saturating_sub(1)..=begin.sentence + 1;
            if only_asked || near.into_iter().any(|sentence| has(&noted.settled, sentence)) {
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
        within(&noted.not_before)
            || within(&noted.not_after)
            || any(&noted.not_before, first.saturating_sub(self.before), first, begin.clause)
            || any(&noted.not_after, last + 1, last + 1 + self.after, end.clause)
    }
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
