//! What may be kept back from pay at most, and what a breach may cost an employer: for the office, owed to nobody.

use chrono::NaiveDate;
use haqqi_pack::{Due, Penalty, PenaltyPer};

use crate::facts::Facts;
use crate::law::Law;
use crate::line::Limit;
use crate::ratio::Ratio;
use crate::service::base;

/// The limits of the regime, on the pay at the end. Nothing where that pay is not known.
pub(crate) fn limits(law: &Law<'_>, facts: &Facts, today: NaiveDate) -> Option<Vec<Limit>> {
    let on = facts.last_day(today);
    let base = base(law, facts, on)?;
    let mut limits = Vec::new();
    let Some(pay) = base.pay.known()?.most.filter(|_| base.missing.is_empty()) else { return Some(limits) };
    for due in [Due::KeptAdvance, Due::KeptFine, Due::KeptDamage] {
        let Some(rule) = law.rule(due, on) else { continue };
        let Some(rate) = rule.rate() else { continue };
        let (amount, approved) = match (due, rule.month_days()) {
            (Due::KeptAdvance, _) => (most_of_advance(pay, rate.least)?, rate.approved),
            (_, Some(days)) => {
                let amount =
                    Ratio::whole(pay).times(Ratio::whole(rate.least))?.over(Ratio::whole(days.most))?;
                (amount.rounded()?, rate.approved && days.approved)
            }
            (_, None) => continue,
        };
        let ground = rule.ground().and(approved && base.approved);
        limits.push(Limit { due, amount, article: ground.article, approved: ground.approved });
    }
    Some(limits)
}

/// A share of an amount, in hundredths of a percent: what of a month's pay may be taken back at a time.
#[must_use]
pub fn most_of_advance(pay: i64, basis_points: i64) -> Option<i64> {
    Ratio::whole(pay).times(Ratio::new(basis_points, 10_000)?)?.rounded()
}

/// What a breach may cost an employer: least and most, in minor units.
#[must_use]
pub fn employer_fine(penalty: &Penalty, workers: i64, repeated: bool) -> Option<(i64, i64)> {
    let each = if penalty.per == PenaltyPer::Worker { workers.max(0) } else { 1 };
    let times = if repeated { i64::from(penalty.repeated.max(1)) } else { 1 };
    let of = |amount: i64| amount.checked_mul(each)?.checked_mul(times);
    Some((of(penalty.least)?, of(penalty.most)?))
}
