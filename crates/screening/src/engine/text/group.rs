//! Parts of a phrase: terms one behind the other, and what stands near.

use super::marks::{Marks, Span};
use super::phrase::Terms;

#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Term, and how many words may stand before it.
    pub terms: Vec<(usize, usize)>,
}

/// Lists that are used again from phrase to phrase.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// The places of the phrase that was asked for last.
    pub spans: Vec<Span>,
    /// The places of the group that was asked for last.
    pub others: Vec<Span>,
    next: Vec<Span>,
    pub spare: Vec<Span>,
}

impl Group {
    /// Every place of the group in the sentence that was marked, put among the room's others.
    pub(super) fn spans(&self, terms: &Terms, marks: &Marks, room: &mut Room) {
        let Room { others: into, next, spare, .. } = room;
        into.clear();
        let mut own = self.terms.iter();
        let Some((first, _)) = own.next() else { return };
        terms.places(*first, marks, into);
        for (term, gap) in own {
            if into.is_empty() {
                return;
            }
            terms.places(*term, marks, next);
            spare.clear();
            for (begin, end) in &*into {
                let from = next.partition_point(|(start, _)| *start <= *end);
                let within = next.iter().skip(from).take_while(|(start, _)| *start <= end + 1 + gap);
                spare.extend(within.map(|(_, last)| (*begin, *last)));
            }
            spare.dedup();
            std::mem::swap(into, spare);
        }
    }
}

/// The span widened to the nearest of the others that does not overlap it.
pub(super) fn nearest(span: Span, others: &[Span], reach: usize) -> Option<Span> {
    let (begin, end) = span;
    let from = others.partition_point(|(start, _)| *start <= end);
    let after = others.get(from).filter(|(start, _)| *start <= end + 1 + reach);
    let before =
        others.iter().take(from).rev().take(8).find(|(_, last)| *last < begin && *last + 1 + reach >= begin);
    match (before, after) {
        (Some(before), Some(after)) if begin - before.1 < after.0 - end => Some((before.0, end)),
        (_, Some(after)) => Some((begin, after.1)),
        (Some(before), None) => Some((before.0, end)),
        (None, None) => None,
    }
}
