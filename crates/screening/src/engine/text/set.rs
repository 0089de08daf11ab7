//! Terms of a lexicon, as bits.

/// A set of terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub(super) fn of(terms: impl IntoIterator<Item = usize>) -> Self {
        let mut all = Self::default();
        terms.into_iter().for_each(|term| all.insert(term));
        all
    }

    pub(super) fn insert(&mut self, term: usize) {
        if self.0.len() <= term / 64 {
            self.0.resize(term / 64 + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(term / 64) {
            *bits |= 1 << (term % 64);
        }
    }

    /// Makes it empty, with room for so many words of bits.
    pub(super) fn clear(&mut self, wide: usize) {
        self.0.clear();
        self.0.resize(wide, 0);
    }

    /// Adds what fits into its room.
    #[inline]
    pub(super) fn add(&mut self, more: &[u64]) {
        self.0.iter_mut().zip(more).for_each(|(bits, more)| *bits |= more);
    }

    /// Whether all of these are among them.
    #[inline]
    pub(super) fn have(&self, all: &Self) -> bool {
        all.0.iter().zip(&self.0).all(|(all, bits)| bits & all == *all)
    }

    /// Calls for each term that is in both.
    #[inline]
    pub(super) fn shared(&self, others: &Self, mut each: impl FnMut(usize)) {
        for (at, (some, others)) in self.0.iter().zip(&others.0).enumerate() {
            let mut both = some & others;
            while both != 0 {
                each(at * 64 + both.trailing_zeros() as usize);
                both &= both - 1;
            }
        }
    }

    /// Calls for each.
    pub(super) fn each(&self, each: impl FnMut(usize)) {
        self.shared(self, each);
    }

    pub(super) fn meets(&self, bits: &[u64]) -> bool {
        self.0.iter().zip(bits).any(|(own, bits)| own & bits != 0)
    }
}
