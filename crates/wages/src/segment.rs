//! Days of a month under the same rules: the minimum wage, and how hours beyond the usual are paid.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_pack::Due;

use crate::law::{Law, Rule};
use crate::line::Missing;
use crate::ratio::Ratio;

/// What is paid beside the base pay.
pub(crate) const EXTRA: [Due; 2] = [Due::Overtime, Due::RestDayWork];

/// No end.
pub(crate) type Open = Option<Ratio>;

/// How one hour beyond the usual is paid.
pub(crate) struct Factor {
    pub percent: (i64, i64),
    pub month_days: i64,
    pub day_minutes: i64,
    pub approved: bool,
}

/// Days of the month under the same rules.
pub(crate) struct Segment {
    pub days: i64,
    pub share: Ratio,
    pub least_wage: Ratio,
    pub most_wage: Open,
    pub wage_approved: bool,
    /// For longer hours and for rest days.
    pub factors: [Option<Factor>; 2],
}

/// One choice of the facts that are not known.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    Least,
    Most,
}

/// Days that begin on this one, under the rules that hold then.
pub(crate) fn segment(
    law: &Law<'_>,
    on: NaiveDate,
    days: i64,
    of: i64,
    missing: &mut BTreeSet<Missing>,
) -> Option<Segment> {
    let (mut least_wage, mut most_wage, mut wage_approved) = (Ratio::ZERO, Some(Ratio::ZERO), true);
    match law.rule(Due::Minimum, on) {
        Some(rule) => match rule.rate() {
            Some(figure) => {
                (least_wage, most_wage) = (figure.least(), Some(Ratio::whole(figure.most)));
                wage_approved = figure.approved;
                if figure.least != figure.most {
                    missing.insert(Missing::Nationality);
                }
            }
            None => {
                most_wage = None;
                missing.insert(Missing::Rule);
            }
        },
        None if !law.knows_regime() => {
            most_wage = None;
            missing.insert(Missing::Regime);
        }
        None if law.has(Due::Minimum) => {
            most_wage = None;
            missing.insert(Missing::Rule);
        }
        // The regime has no minimum wage.
        None => {}
    }
    let factors = EXTRA.map(|due| law.rule(due, on).as_ref().and_then(factor));
    Some(Segment { days, share: Ratio::new(days, of)?, least_wage, most_wage, wage_approved, factors })
}

fn factor(rule: &Rule<'_>) -> Option<Factor> {
    let (rate, days, minutes) = (rule.rate()?, rule.month_days()?, rule.day_minutes()?);
    Some(Factor {
        percent: (rate.least, rate.most),
        month_days: days.least,
        day_minutes: minutes.least,
        approved: rate.approved && days.approved && minutes.approved,
    })
}

impl Segment {
    /// A whole month's base pay under the segment's rules.
    pub(crate) fn base(&self, agreed: Option<i64>, end: End) -> Option<Open> {
        let wage = if end == End::Least { Some(self.least_wage) } else { self.most_wage };
        match (agreed, end) {
            (None, End::Most) => Some(None),
            (None, End::Least) => Some(wage),
            (Some(agreed), _) => match wage {
                Some(wage) => Some(Some(wage.larger(Ratio::whole(agreed))?)),
                None => Some(None),
            },
        }
    }
}
