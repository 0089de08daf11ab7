//! Where the terms of a lexicon stand in a text.

/// First and last word of a place.
pub(super) type Span = (usize, usize);

/// Terms of which each must stand somewhere, as bits.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs {
    first: (usize, u64),
    rest: Vec<(usize, u64)>,
}

impl Needs {
    /// The terms, the rarest first.
    pub(super) fn of(terms: impl Iterator<Item = usize>) -> Self {
        let mut needs: Vec<(usize, u64)> = Vec::new();
        for term in terms {
            let (at, bit) = (term / 64, 1 << (term % 64));
            match needs.iter_mut().find(|(other, _)| *other == at) {
                Some((_, bits)) => *bits |= bit,
                None => needs.push((at, bit)),
            }
        }
        let mut rest = needs.into_iter();
        Self { first: rest.next().unwrap_or_default(), rest: rest.collect() }
    }
}

/// The places of all terms, each term's together and in the order of the text. Used again from text to text.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// What is found, in the order of the text, each with its term.
    pub found: Vec<(usize, Span)>,
    spans: Vec<Span>,
    /// Where each term's places begin and end.
    ranges: Vec<(usize, usize)>,
    /// The terms that have any.
    touched: Vec<usize>,
    /// The same as bits.
    present: Vec<u64>,
}

impl Places {
    /// Forgets the text before.
    pub(super) fn clear(&mut self, terms: usize) {
        self.found.clear();
        for term in self.touched.drain(..) {
            if let Some(range) = self.ranges.get_mut(term) {
                *range = (0, 0);
            }
        }
        if self.ranges.len() < terms {
            self.ranges.resize(terms, (0, 0));
        }
        self.present.clear();
        self.present.resize(terms.div_ceil(64), 0);
    }

    /// Sorts what is found by term.
    pub(super) fn sort(&mut self) {
        for (term, _) in &self.found {
            if let Some((_, count)) = self.ranges.get_mut(*term) {
                if *count == 0 {
                    self.touched.push(*term);
                    if let Some(bits) = self.present.get_mut(term / 64) {
                        *bits |= 1 << (term % 64);
                    }
                }
                *count += 1;
            }
        }
        let mut all = 0;
        for term in &self.touched {
            if let Some((begin, end)) = self.ranges.get_mut(*term) {
                let count = *end;
                (*begin, *end) = (all, all);
                all += count;
            }
        }
        self.spans.clear();
        self.spans.resize(all, (0, 0));
        for (term, span) in &self.found {
            let Some((begin, end)) = self.ranges.get_mut(*term) else { continue };
            // What two ways of writing find at one place, one after the other, is one.
            if begin < end && end.checked_sub(1).and_then(|last| self.spans.get(last)) == Some(span) {
                continue;
            }
            if let Some(place) = self.spans.get_mut(*end) {
                *place = *span;
                *end += 1;
            }
        }
    }

    pub(super) fn of(&self, term: usize) -> &[Span] {
        let Some((begin, end)) = self.ranges.get(term) else { return &[] };
        self.spans.get(*begin..*end).unwrap_or_default()
    }

    /// Whether each of these stands somewhere.
    pub(super) fn have(&self, needs: &Needs) -> bool {
        let has = |(at, need): &(usize, u64)| self.present.get(*at).is_some_and(|bits| bits & need == *need);
        has(&needs.first) && needs.rest.iter().all(has)
    }
}
