//! Exact fractions that are never less than nothing. What grows too large is said, never cut.

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    over: i128,
    under: i128,
}

fn common(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };
    /// One.
    pub const ONE: Self = Self { over: 1, under: 1 };

    /// A whole number; what is less than nothing is nothing.
    #[must_use]
    pub fn whole(n: i64) -> Self {
        Self { over: i128::from(n.max(0)), under: 1 }
    }

    /// A fraction; nothing where it is divided by nothing.
    #[must_use]
    pub fn new(over: i64, under: i64) -> Option<Self> {
        (under > 0).then_some(())?;
        Self::reduced(i128::from(over.max(0)), i128::from(under))
    }

    fn reduced(over: i128, under: i128) -> Option<Self> {
        let by = common(over, under);
        Some(Self { over: over.checked_div(by)?, under: under.checked_div(by)? })
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let by = common(self.under, other.under);
        let left = self.over.checked_mul(other.under.checked_div(by)?)?;
        let right = other.over.checked_mul(self.under.checked_div(by)?)?;
        Self::reduced(left.checked_add(right)?, self.under.checked_div(by)?.checked_mul(other.under)?)
    }

    /// The difference, never less than nothing.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let by = common(self.under, other.under);
        let left = self.over.checked_mul(other.under.checked_div(by)?)?;
        let right = other.over.checked_mul(self.under.checked_div(by)?)?;
        Self::reduced(left.checked_sub(right)?.max(0), self.under.checked_div(by)?.checked_mul(other.under)?)
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let across = common(self.over, other.under);
        let back = common(other.over, self.under);
        let over = self.over.checked_div(across)?.checked_mul(other.over.checked_div(back)?)?;
        let under = self.under.checked_div(back)?.checked_mul(other.under.checked_div(across)?)?;
        Self::reduced(over, under)
    }

    /// The quotient; nothing where it is divided by nothing.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if other.over == 0 {
            return None;
        }
        self.times(Self { over: other.under, under: other.over })
    }

    /// The larger one.
    #[must_use]
    pub fn larger(self, other: Self) -> Option<Self> {
        self.minus(other)?.plus(other)
    }

    /// The smaller one.
    #[must_use]
    pub fn smaller(self, other: Self) -> Option<Self> {
        self.minus(self.minus(other)?)
    }

    /// The nearest whole number, a half upwards.
    #[must_use]
    pub fn rounded(self) -> Option<i64> {
        let twice = self.over.checked_mul(2)?.checked_add(self.under)?;
        i64::try_from(twice.checked_div(self.under.checked_mul(2)?)?).ok()
    }

    /// Above and below the line, where both are small enough to be shown.
    #[must_use]
    pub fn parts(self) -> Option<(i64, i64)> {
        Some((i64::try_from(self.over).ok()?, i64::try_from(self.under).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_and_products_are_exact(a in 0i64..1_000_000, b in 1i64..1000, c in 0i64..1_000_000, d in 1i64..1000) {
            let (x, y) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
            prop_assert_eq!(x.plus(y), Ratio::new(a * d + c * b, b * d));
            prop_assert_eq!(x.times(y), y.times(x));
            prop_assert_eq!(x.plus(y).unwrap().minus(y), Some(x));
            prop_assert_eq!(x.larger(y).unwrap().plus(x.smaller(y).unwrap()), x.plus(y));
            prop_assert_eq!(x.rounded().unwrap(), (2 * a + b) / (2 * b));
        }
    }

    #[test]
    fn what_grows_too_large_is_said() {
        let huge = Ratio::whole(i64::MAX);
        let more = huge.times(huge).unwrap();
        assert_eq!(more.times(more), None);
        assert_eq!(more.rounded(), None);
        assert_eq!(huge.over(Ratio::ZERO), None);
    }
}
