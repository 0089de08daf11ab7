//! The pack's rows for one set of facts: which rule and which figure hold on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_pack::{Due, Entitlement, Pack, Rate, Row};

use crate::facts::Facts;
use crate::ratio::Ratio;

/// What a line rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ground {
    /// The article, a code of the pack.
    pub article: Option<String>,
    /// Whether counsel approved everything of it.
    pub approved: bool,
}

impl Ground {
    /// Agreed pay where no rule is known.
    pub(crate) fn none() -> Self {
        Self { article: None, approved: false }
    }

    /// Both together: approved only where both are.
    pub(crate) fn and(mut self, approved: bool) -> Self {
        self.approved &= approved;
        self
    }
}

/// A figure on a day: one value, or two where a fact that tells them apart is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figure {
    pub least: i64,
    pub most: i64,
    pub approved: bool,
}

impl Figure {
    pub(crate) fn least(self) -> Ratio {
        Ratio::whole(self.least)
    }
}

/// The law for one set of facts.
pub(crate) struct Law<'a> {
    pack: &'a Pack,
    regime: Option<&'a str>,
    nationality: Option<&'static str>,
}

impl<'a> Law<'a> {
    pub(crate) fn new(pack: &'a Pack, facts: &'a Facts) -> Self {
        Self {
            pack,
            regime: facts.regime.as_deref(),
            nationality: facts.nationality.map(|nationality| nationality.code()),
        }
    }

    /// Whether it is known which rules hold.
    pub(crate) fn knows_regime(&self) -> bool {
        self.regime.is_some()
    }

    /// Whether the regime has a rule of this kind on any day.
    pub(crate) fn has(&self, due: Due) -> bool {
        self.rows(due).next().is_some()
    }

    fn rows(&self, due: Due) -> impl Iterator<Item = &'a Entitlement> {
        let regime = self.regime;
        self.pack.entitlements().all(due.code()).filter(move |row| Some(row.regime.as_str()) == regime)
    }

    /// The rule that holds on a day.
    pub(crate) fn rule(&self, due: Due, on: NaiveDate) -> Option<Rule<'a>> {
        let row = self.rows(due).find(|row| row.holds(on))?;
        Some(Rule { pack: self.pack, row, nationality: self.nationality, on })
    }

    /// The days after the first, up to the last, on which a rule or a figure of these kinds changes.
    pub(crate) fn changes(&self, dues: &[Due], from: NaiveDate, until: NaiveDate) -> BTreeSet<NaiveDate> {
        let mut days = BTreeSet::new();
        let mut add = |period: Option<(NaiveDate, Option<NaiveDate>)>| {
            if let Some((first, last)) = period {
                days.insert(first);
                days.extend(last.and_then(|last| last.succ_opt()));
            }
        };
        for row in dues.iter().flat_map(|due| self.rows(*due)) {
            add(row.period());
            let named = [&row.rate, &row.month_days, &row.hours_day];
            for code in named.into_iter().flatten() {
                let of = self.pack.rates().all(code).filter(|rate| rate.regime == row.rates_regime());
                of.for_each(|rate| add(rate.period()));
            }
        }
        days.into_iter().filter(|day| *day > from && *day <= until).collect()
    }
}

/// A rule on a day.
pub(crate) struct Rule<'a> {
    pack: &'a Pack,
    /// The row.
    pub row: &'a Entitlement,
    nationality: Option<&'static str>,
    on: NaiveDate,
}

impl Rule<'_> {
    /// The figure of a code. Nothing where none holds on the day.
    pub(crate) fn figure(&self, code: Option<&String>) -> Option<Figure> {
        self.rates(code).map(|rates| {
            let least = rates.iter().map(|rate| rate.value).min().unwrap_or_default();
            let most = rates.iter().map(|rate| rate.value).max().unwrap_or_default();
            Figure { least, most, approved: rates.iter().all(|rate| rate.verified) }
        })
    }

    /// The rates that hold: several where a fact that tells them apart is not known.
    pub(crate) fn rates(&self, code: Option<&String>) -> Option<Vec<&Rate>> {
        let fits = |rate: &&Rate| {
            let of = rate.nationality.as_deref();
            rate.regime == self.row.rates_regime()
                && rate.holds(self.on)
                && (of.is_none() || self.nationality.is_none() || of == self.nationality)
        };
        let rates: Vec<&Rate> = self.pack.rates().all(code?).filter(fits).collect();
        (!rates.is_empty()).then_some(rates)
    }

    /// The rule's own figure.
    pub(crate) fn rate(&self) -> Option<Figure> {
        self.figure(self.row.rate.as_ref())
    }

    /// The days by which a month's pay is divided.
    pub(crate) fn month_days(&self) -> Option<Figure> {
        self.figure(self.row.month_days.as_ref())
    }

    /// The minutes by which a day's pay is divided.
    pub(crate) fn day_minutes(&self) -> Option<Figure> {
        self.figure(self.row.hours_day.as_ref())
    }

    /// What a line by this rule rests on, its figures apart.
    pub(crate) fn ground(&self) -> Ground {
        let article = self.row.article.clone();
        let read = article
            .as_ref()
            .is_none_or(|code| self.pack.article(code, self.on).is_some_and(|article| article.verified));
        Ground { article, approved: self.row.verified && read }
    }
}
