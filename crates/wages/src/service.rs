//! What work earned by its end: leave, pay for service, notice, compensation. By the law of the last day.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use haqqi_pack::{Condition, Due, Ending, RateUnit};

use crate::facts::Facts;
use crate::law::{Ground, Law, Rule};
use crate::line::{Assumed, Known, Line, Missing, Part};
use crate::ratio::Ratio;

/// Both ends of a value; no most where nothing bounds it.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub least: Ratio,
    pub most: Option<Ratio>,
}

impl Span {
    fn exactly(ratio: Ratio) -> Self {
        Self { least: ratio, most: Some(ratio) }
    }

    fn times(self, other: Self) -> Option<Self> {
        let most = match (self.most, other.most) {
            (Some(one), Some(two)) => Some(one.times(two)?),
            _ => None,
        };
        Some(Self { least: self.least.times(other.least)?, most })
    }

    fn by(self, factor: Ratio) -> Option<Self> {
        self.times(Self::exactly(factor))
    }

    /// Never less than nothing.
    fn minus(self, other: Self) -> Option<Self> {
        let least = match other.most {
            Some(most) => self.least.minus(most)?,
            None => Ratio::ZERO,
        };
        let most = match self.most {
            Some(most) => Some(most.minus(other.least)?),
            None => None,
        };
        Some(Self { least, most })
    }

    fn larger(self, other: Self) -> Option<Self> {
        let most = match (self.most, other.most) {
            (Some(one), Some(two)) => Some(one.larger(two)?),
            _ => None,
        };
        Some(Self { least: self.least.larger(other.least)?, most })
    }

    pub(crate) fn known(self) -> Option<Known> {
        let most = match self.most {
            Some(most) => Some(most.rounded()?),
            None => None,
        };
        Some(Known { least: self.least.rounded()?, most })
    }
}

/// What the lines of the end stand on: a month's pay at the end, and what is not known of it.
pub(crate) struct Base {
    pub pay: Span,
    pub missing: BTreeSet<Missing>,
    pub assumed: BTreeSet<Assumed>,
    pub approved: bool,
}

/// A month's pay at the end: what was agreed, not less than the minimum wage of that day.
pub(crate) fn base(law: &Law<'_>, facts: &Facts, on: NaiveDate) -> Option<Base> {
    let last_known = || facts.sorted().into_iter().rev().find_map(|month| month.agreed);
    let (mut missing, mut assumed) = (BTreeSet::new(), BTreeSet::new());
    let agreed = match facts.last_pay {
        Some(pay) => Some(pay),
        None => last_known().inspect(|_| {
            assumed.insert(Assumed::LastMonth);
        }),
    };
    let mut pay = match agreed {
        Some(pay) => Span::exactly(Ratio::whole(pay)),
        None => {
            missing.insert(Missing::LastPay);
            Span { least: Ratio::ZERO, most: None }
        }
    };
    let mut approved = true;
    if let Some(rule) = law.rule(Due::Minimum, on) {
        let least = match rule.rate() {
            Some(figure) => {
                approved = figure.approved;
                if figure.least != figure.most {
                    missing.insert(Missing::Nationality);
                }
                Span { least: figure.least(), most: Some(Ratio::whole(figure.most)) }
            }
            None => {
                missing.insert(Missing::Rule);
                Span { least: Ratio::ZERO, most: None }
            }
        };
        pay = pay.larger(least)?;
    }
    Some(Base { pay, missing, assumed, approved })
}

/// Months of service: whole months, and the days that are left as a part of the month that they begin.
fn service(began: NaiveDate, ended: NaiveDate) -> Option<Ratio> {
    let after = ended.succ_opt()?;
    let mut months = 0u32;
    while began.checked_add_months(Months::new(months + 1))? <= after {
        months += 1;
    }
    let whole = began.checked_add_months(Months::new(months))?;
    let next = began.checked_add_months(Months::new(months + 1))?;
    let rest = Ratio::new((after - whole).num_days(), (next - whole).num_days())?;
    Ratio::whole(i64::from(months)).plus(rest)
}

/// A line in the making.
struct Draft {
    span: Span,
    sum: Vec<Part>,
    missing: BTreeSet<Missing>,
    assumed: BTreeSet<Assumed>,
    approved: bool,
}

const AT_THE_END: [Due; 4] = [Due::Leave, Due::ServicePay, Due::Notice, Due::Dismissal];

/// A line that nothing can be said of while it is not known which rules hold.
fn unruled(due: Due) -> Option<Line> {
    let mut line = Line::of(due, Ground::none(), (Ratio::ZERO, None))?;
    line.missing.insert(Missing::Regime);
    Some(line)
}

/// The lines of the end.
pub(crate) fn lines(law: &Law<'_>, facts: &Facts, today: NaiveDate) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    if facts.ending == Some(Ending::Open) {
        return Some(lines);
    }
    if !law.knows_regime() {
        return AT_THE_END.into_iter().map(unruled).collect();
    }
    let on = facts.last_day(today);
    let base = base(law, facts, on)?;
    let months = match facts.began {
        Some(began) => Some(service(began, on)?),
        None => None,
    };
    for due in AT_THE_END {
        let Some(rule) = law.rule(due, on) else { continue };
        let Some(unknown) = conditions(&rule, facts) else { continue };
        let draft = match due {
            Due::Leave => leave(&rule, facts, &base, months)?,
            Due::Notice => notice(&rule, facts, &base)?,
            _ => by_service(&rule, &base, months)?,
        };
        let Some(mut draft) = draft else { continue };
        if !unknown.is_empty() {
            draft.span.least = Ratio::ZERO;
        }
        let approved = draft.approved && base.approved;
        let mut line = Line::of(due, rule.ground().and(approved), (draft.span.least, draft.span.most))?;
        if (line.least, line.most) == (0, Some(0)) {
            continue;
        }
        line.sum = draft.sum;
        line.missing = draft.missing.into_iter().chain(unknown).chain(base.missing.iter().copied()).collect();
        line.assumed = draft.assumed.into_iter().chain(base.assumed.iter().copied()).collect();
        if facts.ended.is_none() {
            line.assumed.insert(Assumed::EndsToday);
        }
        (line.from, line.until) = (facts.began, facts.ended);
        lines.push(line);
    }
    Some(lines)
}

/// Which of its conditions are not known; nothing where one does not hold.
fn conditions(rule: &Rule<'_>, facts: &Facts) -> Option<BTreeSet<Missing>> {
    let mut unknown = BTreeSet::new();
    if !rule.row.when.is_empty() {
        match facts.ending {
            Some(ending) if !rule.row.when.contains(&ending) => return None,
            Some(_) => {}
            None => {
                unknown.insert(Missing::Ending);
            }
        }
    }
    for condition in &rule.row.needs {
        let (holds, missing) = match condition {
            Condition::NotInsured => (facts.insured.map(|insured| !insured), Missing::Insured),
            Condition::Unfair => (facts.unfair, Missing::Unfair),
        };
        match holds {
            Some(false) => return None,
            Some(true) => {}
            None => {
                unknown.insert(missing);
            }
        }
    }
    Some(unknown)
}

fn one(rule: &Rule<'_>, code: Option<&String>) -> Option<(i64, bool)> {
    rule.figure(code).map(|figure| (figure.most, figure.approved))
}

/// Days that were earned and not taken, each at a day's pay. Not known: at most all that the rule gives in this time.
fn leave(rule: &Rule<'_>, facts: &Facts, base: &Base, months: Option<Ratio>) -> Option<Option<Draft>> {
    let (Some((rate, rate_ok)), Some(divisor)) = (one(rule, rule.row.rate.as_ref()), rule.month_days())
    else {
        return Some(None);
    };
    let (mut missing, mut assumed) = (BTreeSet::new(), BTreeSet::new());
    let earned = match months {
        Some(months) => Some(earned_days(rule, rate, months)?),
        None => None,
    };
    let days = match facts.leave_days.map(Ratio::whole) {
        Some(days) => {
            if let Some(earned) = earned
                && days.minus(earned)? != Ratio::ZERO
            {
                assumed.insert(Assumed::BeyondRule);
            }
            Span::exactly(days)
        }
        None => {
            missing.insert(Missing::LeaveDays);
            if months.is_none() {
                missing.insert(Missing::Began);
            }
            Span { least: Ratio::ZERO, most: earned }
        }
    };
    let span = base.pay.times(days)?.by(Ratio::ONE.over(Ratio::whole(divisor.most))?)?;
    let sum = vec![
        Part::Days(days.known()?),
        Part::Times,
        Part::Money(base.pay.known()?),
        Part::Over,
        Part::Number(divisor.most),
    ];
    Some(Some(Draft { span, sum, missing, assumed, approved: rate_ok && divisor.approved }))
}

/// Days of leave that months of service earn.
fn earned_days(rule: &Rule<'_>, rate: i64, months: Ratio) -> Option<Ratio> {
    let year = Ratio::whole(12);
    let long = one(rule, rule.row.long.as_ref()).zip(one(rule, rule.row.long_after.as_ref()));
    let (short, beyond, more) = match long {
        Some(((more, _), (after, _))) => {
            let until = Ratio::whole(after).times(year)?;
            (months.smaller(until)?, months.minus(until)?, more)
        }
        None => (months, Ratio::ZERO, rate),
    };
    let days = short.times(Ratio::whole(rate))?.plus(beyond.times(Ratio::whole(more))?)?;
    days.over(year)
}

/// Pay for the notice that was not given.
fn notice(rule: &Rule<'_>, facts: &Facts, base: &Base) -> Option<Option<Draft>> {
    let Some(divisor) = rule.month_days() else { return Some(None) };
    let Some(rates) = rule.rates(rule.row.rate.as_ref()) else { return Some(None) };
    let Some(rate) = rates.first() else { return Some(None) };
    let day = Ratio::ONE.over(Ratio::whole(divisor.most))?;
    let pay = Part::Money(base.pay.known()?);
    let (whole, mut sum) = match rate.unit {
        RateUnit::Months => {
            (Ratio::whole(rate.value), vec![Part::Months(rate.value), Part::Times, pay.clone()])
        }
        unit => {
            let days = if unit == RateUnit::Weeks { rate.value.checked_mul(7)? } else { rate.value };
            let days_of = Part::Days(Known::exactly(days));
            let sum = vec![days_of, Part::Times, pay.clone(), Part::Over, Part::Number(divisor.most)];
            (Ratio::whole(days).times(day)?, sum)
        }
    };
    let mut missing = BTreeSet::new();
    let given = match facts.notice_days {
        Some(days) => Span::exactly(Ratio::whole(days).times(day)?),
        None => {
            missing.insert(Missing::NoticeDays);
            Span { least: Ratio::ZERO, most: None }
        }
    };
    let months = Span::exactly(whole).minus(given)?;
    if facts.notice_days != Some(0) {
        let days = facts.notice_days.map_or(Known { least: 0, most: None }, Known::exactly);
        let more = [Part::Minus, Part::Days(days), Part::Times, pay, Part::Over, Part::Number(divisor.most)];
        sum.extend(more);
    }
    let span = base.pay.times(months)?;
    let approved = rate.verified && divisor.approved;
    Some(Some(Draft { span, sum, missing, assumed: BTreeSet::new(), approved }))
}

/// A share of a month's pay for each year of service, not less than so many months of it.
fn by_service(rule: &Rule<'_>, base: &Base, months: Option<Ratio>) -> Option<Option<Draft>> {
    let Some((rate, mut approved)) = one(rule, rule.row.rate.as_ref()) else { return Some(None) };
    let (mut missing, mut assumed) = (BTreeSet::new(), BTreeSet::new());
    let years = match months {
        Some(months) => Span::exactly(months.over(Ratio::whole(12))?),
        None => {
            missing.insert(Missing::Began);
            Span { least: Ratio::ZERO, most: None }
        }
    };
    let share = Ratio::new(rate, 10_000)?;
    let mut span = base.pay.times(years)?.by(share)?;
    let pay = Part::Money(base.pay.known()?);
    let mut sum = vec![pay.clone(), Part::Times, Part::Percent(rate)];
    if let Some((over, under)) =
        months.and_then(|months| months.over(Ratio::whole(12))).and_then(Ratio::parts)
    {
        sum.extend([Part::Times, Part::Share(over, under)]);
    }
    if let Some((least, ok)) = one(rule, rule.row.least.as_ref()) {
        approved &= ok;
        let floor = base.pay.by(Ratio::whole(least))?;
        let raised = span.larger(floor)?;
        if raised.least != span.least {
            assumed.insert(Assumed::Least);
            sum = vec![Part::Months(least), Part::Times, pay];
        }
        span = raised;
    }
    Some(Some(Draft { span, sum, missing, assumed, approved }))
}
