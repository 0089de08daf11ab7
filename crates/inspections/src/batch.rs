//! Making visits: requests leave the pool only in a batch with routine visits, at least as many of them, all made at
//! the same moment, in shuffled order, with random references and briefs of one shape. Who reads a list of visits
//! cannot tell which of them somebody asked for (`docs/decisions/0012`).

mod draw;
mod team;
mod write;

pub(crate) use team::{needs_two, seats};
pub(crate) use write::tell;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use haqqi_kernel::{Action, Actor, CommitError, Entropy, Reference, Scope, judge};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::{InspectionDesk, split_set};
use crate::entity::{visit, visit_request};
use crate::model::{Brief, Hours, level_briefs};
use crate::places::{Workplace, of_office, workplaces};
use crate::store;

/// A batch holds at least so many routine visits, however few requests.
pub const LEAST_ROUTINE: usize = 2;
/// A batch holds at most so many routine visits.
const MOST_ROUTINE: usize = 200;
/// Whoever comes within so long after a visit comes again; routine visits do as well.
pub const ROUTINE_REST: TimeDelta = TimeDelta::days(90);
/// Hours that a visit takes in the plan.
pub const VISIT_HOURS: i64 = 2;
/// A batch is spread over at most so many days.
const MOST_DAYS: u64 = 21;
/// The longest number of an order, in characters.
const LONGEST_ORDER: usize = 100;

/// What a planner wants.
#[derive(Debug, Clone)]
pub struct MakeBatch {
    /// The office whose inspectors go.
    pub office: String,
    /// The first day.
    pub day: NaiveDate,
    /// From when on visits begin, by the office's clock.
    pub opens: NaiveTime,
    /// When the last one ends.
    pub closes: NaiveTime,
    /// Which requests of the pool.
    pub requests: Vec<Reference>,
    /// How many routine visits are wanted; never fewer than the requests ask for.
    pub routine: usize,
    /// The judicial order under which homes are entered.
    pub order: String,
}

/// Why no visit was made.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// Not for this account, or not this office.
    #[error("no such office")]
    NotFound,
    /// A request is not in the pool, or not of this office.
    #[error("a request is not in the pool")]
    Request,
    /// The hours leave no time for a visit, or the day is past or too far away.
    #[error("no visit fits into these hours")]
    Hours,
    /// There are too few places for routine visits: the requests would stand alone.
    #[error("too few places for routine visits")]
    TooFewRoutine,
    /// A home is among them, and no order was named.
    #[error("a home needs a judicial order")]
    Order,
    /// Not everybody who is needed is free, without a conflict, in this time.
    #[error("no free team without a conflict for every place")]
    Team,
    /// The commit's answer; stale when another planned the same.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// One place of the batch: with the requests that it answers, or none.
struct Stop {
    workplace: Workplace,
    worksite: Option<Uuid>,
    requests: Vec<visit_request::Model>,
    /// Whether an earlier visit there was cancelled, and this is it again.
    back: bool,
    sections: Vec<String>,
    brief: Brief,
}

/// Makes a batch of visits; answers their references in order of time.
///
/// # Errors
/// [`BatchError`]; then nothing was written.
pub async fn make_batch(
    desk: &InspectionDesk,
    actor: &Actor,
    wish: &MakeBatch,
) -> Result<Vec<Reference>, BatchError> {
    let scope = judge(actor, Action::ScheduleVisit).map_err(|_| BatchError::NotFound)?;
    let inspects = desk.pack().office(&wish.office).is_some_and(|office| office.inspections);
    if !inspects || !scope.covers(Some(&wish.office), None, false, false) {
        return Err(BatchError::NotFound);
    }
    let hours = hours(desk, wish)?;
    let mut stops = stops(desk, &scope, wish).await?;
    if stops.iter().any(|stop| stop.workplace.home)
        && (wish.order.trim().is_empty() || wish.order.chars().count() > LONGEST_ORDER)
    {
        return Err(BatchError::Order);
    }
    shuffle(desk.house().entropy(), &mut stops);
    level(desk, &mut stops);
    let planned = team::plan(desk, wish, &stops, &hours).await?;
    write::write(desk, actor, wish, &stops, &planned).await
}

/// The hours of the days to come, in order.
fn hours(desk: &InspectionDesk, wish: &MakeBatch) -> Result<Vec<Hours>, BatchError> {
    let calendar = desk.clocks.calendar(Some(&wish.office));
    let now = desk.house().now();
    let today = calendar.date(now);
    if wish.day < today || wish.day > today + Days::new(180) {
        return Err(BatchError::Hours);
    }
    let length = TimeDelta::hours(VISIT_HOURS);
    let mut hours = Vec::new();
    for day in wish.day.iter_days().take(usize::try_from(MOST_DAYS).unwrap_or(1)) {
        if !calendar.is_working_day(day) {
            continue;
        }
        let closes = calendar.instant(day, wish.closes);
        let mut from = calendar.instant(day, wish.opens);
        while from + length <= closes {
            if from > now {
                hours.push((from, from + length));
            }
            from += length;
        }
    }
    if hours.is_empty() { Err(BatchError::Hours) } else { Ok(hours) }
}

/// What is to be visited: the requests, those of one place together, and the routine visits drawn for them.
async fn stops(desk: &InspectionDesk, scope: &Scope, wish: &MakeBatch) -> Result<Vec<Stop>, BatchError> {
    let house = desk.house();
    let pool = store::pool(house, scope).await?;
    let mut by_place: BTreeMap<Uuid, Vec<visit_request::Model>> = BTreeMap::new();
    let wanted: BTreeSet<String> = wish.requests.iter().map(Reference::to_string).collect();
    for reference in &wanted {
        let row = pool
            .iter()
            .find(|row| row.reference == *reference && row.office == wish.office)
            .ok_or(BatchError::Request)?;
        by_place.entry(row.establishment_id).or_default().push(row.clone());
    }
    let since = house.now() - ROUTINE_REST;
    let earlier = store::visited_since(house, scope, &wish.office, since).await?;
    // What was cancelled comes back whole, asked for or not: the planner can leave out neither.
    let back = passable(desk, wish, store::cancelled_not_back(house, scope, &wish.office).await?).await?;
    for row in &back {
        by_place.entry(row.establishment_id).or_default();
    }
    for row in pool.iter().filter(|row| row.office == wish.office && !wanted.contains(&row.reference)) {
        if back.iter().any(|cancelled| cancelled.establishment_id == row.establishment_id) {
            by_place.entry(row.establishment_id).or_default().push(row.clone());
        }
    }
    let ids: Vec<Uuid> = by_place.keys().copied().collect();
    let mut stops = Vec::new();
    for workplace in workplaces(desk, &ids).await? {
        let requests = by_place.remove(&workplace.id).unwrap_or_default();
        let mut brief = earlier_brief(&earlier, workplace.id);
        let mut cancelled = back.iter().filter(|row| row.establishment_id == workplace.id).peekable();
        let is_back = cancelled.peek().is_some();
        for row in cancelled {
            brief.sections.extend(split_set(&row.sections));
            brief.hazards.extend(split_set(&row.hazards));
            brief.languages.extend(split_set(&row.languages));
        }
        for row in &requests {
            brief.sections.extend(split_set(&row.sections));
            brief.hazards.extend(split_set(&row.hazards));
            brief.languages.extend(split_set(&row.languages));
        }
        stops.push(Stop {
            sections: desk.sections(&workplace.regime),
            worksite: requests.iter().find_map(|row| row.worksite_id),
            workplace,
            requests,
            back: is_back,
            brief,
        });
    }
    // A place that was cancelled and is gone from the register keeps no batch from being made.
    if by_place.values().flatten().any(|row| wanted.contains(&row.reference)) {
        return Err(BatchError::Request);
    }
    let routine = routine(desk, wish, &earlier, &stops).await?;
    stops.extend(routine);
    Ok(stops)
}

/// Of what was cancelled, that to which enough inspectors without a conflict may go: the rest waits, asked for or not,
/// and keeps no batch from being made.
async fn passable(
    desk: &InspectionDesk,
    wish: &MakeBatch,
    mut back: Vec<visit::Model>,
) -> Result<Vec<visit::Model>, DbErr> {
    if !back.is_empty() {
        let seats = seats(desk.house(), &wish.office, &[], None).await?;
        back.retain(|row| {
            let able =
                seats.iter().filter(|(_, seat)| !seat.conflicts.contains(&row.establishment_id)).count();
            able > usize::from(needs_two(desk, &split_set(&row.hazards)))
        });
    }
    Ok(back)
}

/// Hazards and languages that earlier visits left of a place: a routine visit knows them as well.
fn earlier_brief(earlier: &[visit::Model], establishment: Uuid) -> Brief {
    let mut brief = Brief::default();
    for row in earlier.iter().filter(|row| row.establishment_id == establishment) {
        brief.hazards.extend(split_set(&row.hazards));
        brief.languages.extend(split_set(&row.languages));
    }
    brief
}

/// Draws the routine visits: for each request a place visited lately or not, as its own, and of the same trade where
/// there is one, so that neither the coming again nor trade nor brief singles it out.
async fn routine(
    desk: &InspectionDesk,
    wish: &MakeBatch,
    earlier: &[visit::Model],
    asked: &[Stop],
) -> Result<Vec<Stop>, BatchError> {
    // What comes back covers nobody but itself: all of it does, asked for or not.
    let new: Vec<&Stop> = asked.iter().filter(|stop| !stop.back).collect();
    let least = new.len().max(LEAST_ROUTINE).max(wish.routine.min(MOST_ROUTINE));
    let lately: BTreeSet<Uuid> = earlier.iter().map(|row| row.establishment_id).collect();
    let free: Vec<Workplace> = of_office(desk, &wish.office)
        .await?
        .into_iter()
        .filter(|place| !place.home && !asked.iter().any(|stop| stop.workplace.id == place.id))
        .collect();
    let sorts: Vec<(&str, bool)> = new
        .iter()
        .map(|stop| (stop.workplace.sector.as_str(), lately.contains(&stop.workplace.id)))
        .collect();
    let drawn =
        draw::draw(desk.house().entropy(), free, &lately, &sorts, least).ok_or(BatchError::TooFewRoutine)?;
    Ok(drawn
        .into_iter()
        .map(|workplace| Stop {
            sections: desk.sections(&workplace.regime),
            worksite: None,
            requests: Vec::new(),
            back: false,
            brief: earlier_brief(earlier, workplace.id),
            workplace,
        })
        .collect())
}

fn shuffle<T>(entropy: &dyn Entropy, list: &mut [T]) {
    for last in (1..list.len()).rev() {
        let bound = u32::try_from(last + 1).unwrap_or(1);
        list.swap(last, usize::try_from(entropy.below(bound)).unwrap_or(0));
    }
}

/// Gives every sheet of the batch the same shape. Where a trade that was asked for has no routine visit beside it,
/// the whole batch counts as one trade.
fn level(desk: &InspectionDesk, stops: &mut [Stop]) {
    let alone = stops.iter().filter(|stop| !stop.requests.is_empty()).any(|asked| {
        !stops
            .iter()
            .any(|other| other.requests.is_empty() && other.workplace.sector == asked.workplace.sector)
    });
    let spoken = desk.pack().staff_languages().first().cloned();
    let mut briefs: Vec<(String, Vec<String>, Brief)> = stops
        .iter()
        .map(|stop| {
            let trade = if alone { String::new() } else { stop.workplace.sector.clone() };
            let mut brief = stop.brief.clone();
            brief.languages.extend(spoken.clone());
            (trade, stop.sections.clone(), brief)
        })
        .collect();
    level_briefs(&mut briefs, desk.house().entropy());
    for (stop, (_, _, brief)) in stops.iter_mut().zip(briefs) {
        stop.brief = brief;
    }
}
