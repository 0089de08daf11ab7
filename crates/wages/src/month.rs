//! One month: agreed pay, the minimum wage, longer hours, rest days; less what was received.
//!
//! Each is worked out twice, for the facts that make least and for those that make most: pay, minimum and hours raise
//! what is owed, what was received lowers it. Where nothing bounds a fact, its end is left open.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use haqqi_pack::{Due, Ending};

use crate::facts::{Facts, Month, month_of};
use crate::law::{Ground, Law};
use crate::line::{Assumed, Known, Line, Missing, Part};
use crate::ratio::Ratio;
use crate::segment::{EXTRA, End, Open, Segment, segment};

/// The month and everything that is known of it.
struct Worked<'a> {
    month: &'a Month,
    from: NaiveDate,
    until: NaiveDate,
    days: i64,
    share: Ratio,
    segments: Vec<Segment>,
    missing: BTreeSet<Missing>,
    assumed: BTreeSet<Assumed>,
}

/// What is owed at one end.
struct Owed {
    wages: Open,
    minimum: Open,
    extra: [Open; 2],
    /// What was received beyond the base pay.
    surplus: Open,
}

const BY_DAY: [Due; 3] = [Due::Minimum, Due::Overtime, Due::RestDayWork];

/// The lines of a month.
pub(crate) fn lines(law: &Law<'_>, facts: &Facts, month: &Month, today: NaiveDate) -> Option<Vec<Line>> {
    let Some(worked) = worked(law, facts, month, today)? else { return Some(Vec::new()) };
    let least = owed(&worked, End::Least)?;
    let most = owed(&worked, End::Most)?;
    let mut lines = vec![wages(law, &worked, &least, &most)?];
    lines.extend(minimum(law, &worked, &least, &most)?);
    for (at, due) in EXTRA.into_iter().enumerate() {
        lines.extend(extra(law, &worked, at, due, &least, &most)?);
    }
    for line in &mut lines {
        (line.from, line.until) = (Some(worked.from), Some(worked.until));
        line.assumed.extend(&worked.assumed);
    }
    Some(lines)
}

/// The days of the month that were worked, cut where a rule changes. Nothing inside where none was worked.
fn worked<'a>(
    law: &Law<'_>,
    facts: &Facts,
    month: &'a Month,
    today: NaiveDate,
) -> Option<Option<Worked<'a>>> {
    let (first, last) = month_of(&month.month)?;
    let from = facts.began.map_or(first, |began| began.max(first));
    let until = last.min(facts.last_day(today));
    if until < from {
        return Some(None);
    }
    let of = i64::from(last.day());
    let mut segments = Vec::new();
    let mut missing = BTreeSet::new();
    let mut start = from;
    let mut cuts: Vec<NaiveDate> = law.changes(&BY_DAY, from, until).into_iter().collect();
    cuts.push(until.succ_opt()?);
    for cut in cuts {
        let days = (cut - start).num_days();
        segments.push(segment(law, start, days, of, &mut missing)?);
        start = cut;
    }
    let months = facts.sorted();
    let mut assumed = BTreeSet::new();
    let open_start = facts.began.is_none() && months.first().is_some_and(|one| one.month == month.month);
    let open_end = facts.ended.is_none()
        && facts.ending != Some(Ending::Open)
        && months.last().is_some_and(|one| one.month == month.month);
    if open_start || open_end {
        assumed.insert(Assumed::WholeMonth);
    }
    let share = Ratio::new((until - from).num_days() + 1, of)?;
    Some(Some(Worked { month, from, until, days: of, share, segments, missing, assumed }))
}

/// A sum with an open end; the outer option says that a number grew too large.
fn add(sum: Open, more: Open) -> Option<Open> {
    match (sum, more) {
        (Some(sum), Some(more)) => Some(Some(sum.plus(more)?)),
        _ => Some(None),
    }
}

/// What is owed where the unknown facts make least, or most.
fn owed(worked: &Worked<'_>, end: End) -> Option<Owed> {
    let month = worked.month;
    let mut base: Open = Some(Ratio::ZERO);
    let mut by_law: Open = Some(Ratio::ZERO);
    for segment in &worked.segments {
        let own = segment.base(month.agreed, end)?;
        base = add(base, share_of(own, segment.share)?)?;
        let wage = if end == End::Least { Some(segment.least_wage) } else { segment.most_wage };
        by_law = add(by_law, share_of(wage, segment.share)?)?;
    }
    // What was received: not known is all that was due, or nothing.
    let received: Open = match (month.received, end) {
        (Some(received), _) => Some(Ratio::whole(received)),
        (None, End::Most) => Some(Ratio::ZERO),
        (None, End::Least) => None,
    };
    let agreed = match (month.agreed, end) {
        (Some(agreed), _) => Some(Ratio::whole(agreed).times(worked.share)?),
        (None, End::Least) => Some(Ratio::ZERO),
        (None, End::Most) => None,
    };
    let Some(received) = received else {
        let nothing = Some(Ratio::ZERO);
        return Some(Owed { wages: nothing, minimum: nothing, extra: [nothing; 2], surplus: None });
    };
    let wages = match agreed {
        Some(agreed) => Some(agreed.minus(received)?),
        None => None,
    };
    let minimum = match (agreed, base) {
        (Some(agreed), Some(base)) => Some(base.minus(agreed.larger(received)?)?),
        (Some(_), None) => None,
        (None, _) => match by_law {
            Some(by_law) => Some(by_law.minus(received)?),
            None => None,
        },
    };
    let surplus = match base {
        Some(base) => received.minus(base)?,
        None => Ratio::ZERO,
    };
    let mut left = surplus;
    let mut extra = [None; 2];
    for (at, slot) in extra.iter_mut().enumerate() {
        *slot = match earned(worked, at, end)? {
            Some(earned) => {
                let own = earned.minus(left)?;
                left = left.minus(earned)?;
                Some(own)
            }
            None => None,
        };
    }
    Some(Owed { wages, minimum, extra, surplus: Some(surplus) })
}

fn share_of(amount: Open, share: Ratio) -> Option<Open> {
    match amount {
        Some(amount) => Some(Some(amount.times(share)?)),
        None => Some(None),
    }
}

fn minutes_of(month: &Month, at: usize) -> Option<i64> {
    if at == 0 { month.overtime } else { month.rest }
}

/// What hours beyond the usual earned.
fn earned(worked: &Worked<'_>, at: usize, end: End) -> Option<Open> {
    let minutes = match (minutes_of(worked.month, at), end) {
        (Some(minutes), _) => minutes,
        (None, End::Least) => 0,
        (None, End::Most) => return Some(None),
    };
    if minutes == 0 {
        return Some(Some(Ratio::ZERO));
    }
    let mut sum: Open = Some(Ratio::ZERO);
    for segment in &worked.segments {
        let factor = segment.factors.get(at).and_then(Option::as_ref);
        let own = match (factor, segment.base(worked.month.agreed, end)?, end) {
            (Some(factor), Some(base), _) => {
                let percent = if end == End::Least { factor.percent.0 } else { factor.percent.1 };
                let hour =
                    base.over(Ratio::whole(factor.month_days))?.over(Ratio::whole(factor.day_minutes))?;
                let own = Ratio::whole(minutes).times(segment.share.over(worked.share)?)?;
                Some(own.times(hour)?.times(Ratio::new(percent, 10_000)?)?)
            }
            (_, _, End::Least) => Some(Ratio::ZERO),
            (_, _, End::Most) => None,
        };
        sum = add(sum, own)?;
    }
    Some(sum)
}

fn ground(law: &Law<'_>, due: Due, on: NaiveDate) -> Ground {
    law.rule(due, on).map_or_else(Ground::none, |rule| rule.ground())
}

fn exactly_or_open(value: Option<i64>) -> Known {
    value.map_or(Known { least: 0, most: None }, Known::exactly)
}

/// `× days of the month`, unless it is the whole month.
fn times_share(sum: &mut Vec<Part>, days: i64, of: i64) {
    if days != of {
        sum.extend([Part::Times, Part::Share(days, of)]);
    }
}

fn wages(law: &Law<'_>, worked: &Worked<'_>, least: &Owed, most: &Owed) -> Option<Line> {
    let month = worked.month;
    let ends = (least.wages?, most.wages);
    let mut line = Line::of(Due::Wages, ground(law, Due::Wages, worked.until), ends)?;
    line.sum.push(Part::Money(exactly_or_open(month.agreed)));
    times_share(&mut line.sum, (worked.until - worked.from).num_days() + 1, worked.days);
    line.sum.extend([Part::Minus, Part::Money(exactly_or_open(month.received))]);
    let missing = [(month.agreed.is_none(), Missing::Agreed), (month.received.is_none(), Missing::Received)];
    line.missing.extend(missing.into_iter().filter_map(|(is, what)| is.then_some(what)));
    Some(line)
}

fn minimum(law: &Law<'_>, worked: &Worked<'_>, least: &Owed, most: &Owed) -> Option<Option<Line>> {
    let ends = (least.minimum?, most.minimum);
    if ends == (Ratio::ZERO, Some(Ratio::ZERO)) {
        return Some(None);
    }
    let approved = worked.segments.iter().all(|segment| segment.wage_approved);
    let mut line = Line::of(Due::Minimum, ground(law, Due::Minimum, worked.until).and(approved), ends)?;
    let month = worked.month;
    for segment in &worked.segments {
        if !line.sum.is_empty() {
            line.sum.push(Part::Plus);
        }
        let own = |wage: Ratio| wage.larger(Ratio::whole(month.agreed.unwrap_or_default()));
        let most = match segment.most_wage {
            Some(wage) => Some(own(wage)?.rounded()?),
            None => None,
        };
        line.sum.push(Part::Money(Known { least: own(segment.least_wage)?.rounded()?, most }));
        times_share(&mut line.sum, segment.days, worked.days);
    }
    let agreed = Ratio::whole(month.agreed.unwrap_or_default()).times(worked.share)?;
    let less = match month.received {
        Some(received) => Known::exactly(agreed.larger(Ratio::whole(received))?.rounded()?),
        None => Known { least: agreed.rounded()?, most: None },
    };
    line.sum.extend([Part::Minus, Part::Money(less)]);
    line.missing.extend(&worked.missing);
    if month.received.is_none() {
        line.missing.insert(Missing::Received);
    }
    Some(Some(line))
}

fn extra(
    law: &Law<'_>,
    worked: &Worked<'_>,
    at: usize,
    due: Due,
    least: &Owed,
    most: &Owed,
) -> Option<Option<Line>> {
    let month = worked.month;
    let minutes = minutes_of(month, at);
    if minutes == Some(0) {
        return Some(None);
    }
    let factors = || worked.segments.iter().map(|segment| segment.factors.get(at).and_then(Option::as_ref));
    let approved = factors().flatten().all(|factor| factor.approved)
        && worked.segments.iter().all(|segment| segment.wage_approved);
    let ends = (least.extra.get(at).copied().flatten()?, most.extra.get(at).copied().flatten());
    let mut line = Line::of(due, ground(law, due, worked.until).and(approved), ends)?;
    for (segment, factor) in worked.segments.iter().zip(factors()) {
        if !line.sum.is_empty() {
            line.sum.push(Part::Plus);
        }
        let known = |open: Open| open.map_or(Some(None), |ratio| ratio.rounded().map(Some));
        let least = known(segment.base(month.agreed, End::Least)?)?.unwrap_or_default();
        let base = Known { least, most: known(segment.base(month.agreed, End::Most)?)? };
        line.sum.push(Part::Minutes(exactly_or_open(minutes)));
        if worked.segments.len() > 1 {
            let days = (worked.until - worked.from).num_days() + 1;
            line.sum.extend([Part::Times, Part::Share(segment.days, days)]);
        }
        match factor {
            Some(factor) => line.sum.extend([
                Part::Times,
                Part::Open,
                Part::Money(base),
                Part::Over,
                Part::Number(factor.month_days),
                Part::Over,
                Part::Minutes(Known::exactly(factor.day_minutes)),
                Part::Close,
                Part::Times,
                Part::Percent(factor.percent.1),
            ]),
            None => {
                line.missing.insert(if law.knows_regime() { Missing::Rule } else { Missing::Regime });
            }
        }
    }
    if let Some(surplus) = least.surplus.filter(|surplus| *surplus != Ratio::ZERO) {
        line.sum.extend([Part::Minus, Part::Money(Known::exactly(surplus.rounded()?))]);
    }
    line.missing.extend(&worked.missing);
    let unknown = [
        (minutes.is_none(), if at == 0 { Missing::Overtime } else { Missing::Rest }),
        (month.agreed.is_none(), Missing::Agreed),
        (month.received.is_none(), Missing::Received),
    ];
    line.missing.extend(unknown.into_iter().filter_map(|(is, what)| is.then_some(what)));
    if worked.segments.len() > 1 {
        line.assumed.insert(Assumed::Spread);
    }
    Some(Some(line))
}
