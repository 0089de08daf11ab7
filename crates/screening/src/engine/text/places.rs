//! Where the terms of a lexicon stand in a text.

/// First and last word of a place.
pub(super) type Span = (usize, usize);

/// Terms of which each must stand somewhere, as bits.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs(Vec<(usize, u64)>);

impl Needs {
    pub(super) fn of(terms: impl Iterator<Item = usize>) -> Self {
        let mut needs: Vec<(usize, u64)> = Vec::new();
        for term in terms {
            let (at, bit) = (term / 64, 1 << (term % 64));
            match needs.iter_mut().find(|(other, _)| *other == at) {
                Some((_, bits)) => *bits |= bit,
                None => needs.push((at, bit)),
            }
        }
        Self(needs)
    }
}

/// The places of all terms, each term's together and in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Places {
    spans: Vec<Span>,
    /// Where each term's places begin and end.
    ranges: Vec<(usize, usize)>,
    /// The terms that stand somewhere, as bits.
    present: Vec<u64>,
}

impl Places {
    /// From places in the order of the text, each with its term.
    pub(super) fn new(found: &[(usize, Span)], terms: usize) -> Self {
        let mut ranges = vec![(0usize, 0usize); terms];
        for (term, _) in found {
            if let Some((_, count)) = ranges.get_mut(*term) {
                *count += 1;
            }
        }
        let mut all = 0;
        let mut present = vec![0u64; terms.div_ceil(64)];
        for (term, (begin, end)) in ranges.iter_mut().enumerate() {
            let count = *end;
            if let Some(bits) = present.get_mut(term / 64).filter(|_| count > 0) {
                *bits |= 1 << (term % 64);
            }
            (*begin, *end) = (all, all);
            all += count;
        }
        let mut spans = vec![(0, 0); found.len()];
        for (term, span) in found {
            let Some((begin, end)) = ranges.get_mut(*term) else { continue };
            // What two ways of writing find at one place, one after the other, is one.
            if begin < end && end.checked_sub(1).and_then(|last| spans.get(last)) == Some(span) {
                continue;
            }
            if let Some(place) = spans.get_mut(*end) {
                *place = *span;
                *end += 1;
            }
        }
        Self { spans, ranges, present }
    }

    pub(super) fn of(&self, term: usize) -> &[Span] {
        let Some((begin, end)) = self.ranges.get(term) else { return &[] };
        self.spans.get(*begin..*end).unwrap_or_default()
    }

    /// Whether each of these stands somewhere.
    pub(super) fn have(&self, needs: &Needs) -> bool {
        needs.0.iter().all(|(at, need)| self.present.get(*at).is_some_and(|bits| bits & need == *need))
    }
}
