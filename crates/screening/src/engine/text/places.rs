//! Where the terms of a lexicon stand in a text.

/// First and last word of a place.
pub(super) type Span = (usize, usize);

/// The places of all terms, each term's together and in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Places {
    spans: Vec<Span>,
    /// Where each term's places begin and end.
    ranges: Vec<(usize, usize)>,
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
        for (begin, end) in &mut ranges {
            let count = *end;
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
        Self { spans, ranges }
    }

    pub(super) fn of(&self, term: usize) -> &[Span] {
        let Some((begin, end)) = self.ranges.get(term) else { return &[] };
        self.spans.get(*begin..*end).unwrap_or_default()
    }

    pub(super) fn has(&self, term: usize) -> bool {
        self.ranges.get(term).is_some_and(|(begin, end)| begin < end)
    }
}
