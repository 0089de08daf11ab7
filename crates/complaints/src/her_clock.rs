//! A clock that runs against her comes due: whoever is responsible for her complaint gets work, with its own deadline and
//! ladder, so that the day cannot pass unseen. It is opened when her first reminder would be sent, or at once where less
//! time is left. A job looks at the days that she told, as often as these, or the complaint, change; it keeps one piece
//! of work for each clock and ends what no longer runs.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use haqqi_kernel::{Action, Actor, Claimed, Done, Job, JobFailure, Uow, judge};
use haqqi_pack::{Pack, Party};
use haqqi_worklist::{
    Clock, DeadlineState, ItemKind, NewItem, Rung, Urgency, drop_deadline, finish_labelled, last_clock,
    meet_deadline, owed,
};
use uuid::Uuid;

use crate::Desk;
use crate::days::{HerClock, ToldDays, clocks_of, days_for_staff, row_of};
use crate::model::State;
use crate::open::{ReadError, Summary};
use crate::work::{item_of, open_clocked};

/// The job that looks whether somebody must be warned.
pub const WARN: &str = "complaint.warn";
/// Where the pack names no reminder, work begins so many days before the last day.
const USUAL: u32 = 7;
/// The supervisor is told so many days before it.
const SUPERVISOR: u64 = 1;

/// Whether a clock of the pack runs against the worker.
#[must_use]
pub fn is_her_clock(pack: &Pack, code: &str) -> bool {
    pack.deadlines().iter().any(|row| row.code == code && row.against == Party::Worker)
}

fn at(desk: &Desk, office: Option<&str>, day: NaiveDate, hour: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    desk.clocks().calendar(office).instant(day, time)
}

fn days_before(desk: &Desk, office: Option<&str>, clock: &HerClock, days: u64) -> Option<DateTime<Utc>> {
    Some(at(desk, office, clock.by.checked_sub_days(Days::new(days))?, 9))
}

/// When work on a clock begins.
fn first(desk: &Desk, office: Option<&str>, clock: &HerClock) -> Option<DateTime<Utc>> {
    let days = clock.remind.iter().copied().max().unwrap_or(USUAL);
    days_before(desk, office, clock, u64::from(days))
}

/// When its day is over for the office: noon, so that somebody can still act.
fn due(desk: &Desk, office: Option<&str>, clock: &HerClock) -> DateTime<Utc> {
    at(desk, office, clock.by, 12)
}

/// Has the days looked at: now, for what stands may have changed, and whenever work on a clock is to begin.
pub(crate) fn plan_warnings(
    desk: &Desk,
    unit: &mut Uow,
    complaint: Uuid,
    office: Option<&str>,
    days: &ToldDays,
) {
    look_again(unit, complaint);
    for clock in clocks_of(desk, office, days) {
        if let Some(begins) = first(desk, office, &clock).filter(|begins| *begins > unit.now()) {
            let key = format!("warn:{complaint}:{}:{}", clock.code, clock.by);
            unit.job(job(complaint).run_after(begins).key(key));
        }
    }
}

/// Has the days looked at soon.
pub(crate) fn look_again(unit: &mut Uow, complaint: Uuid) {
    unit.job(job(complaint));
}

fn job(complaint: Uuid) -> Job {
    Job::new(WARN, serde_json::json!({ "complaint": complaint }))
}

/// Opens the work whose time has come, and ends what no longer runs.
///
/// # Errors
/// [`JobFailure`].
pub async fn warn(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |e: &dyn std::fmt::Display| JobFailure::Again(e.to_string());
    let id = claimed.id_of("complaint")?;
    let Some(row) = row_of(desk, id).await.map_err(|e| again(&e))? else { return Ok(()) };
    let Some(summary) = Summary::of(row) else { return Ok(()) };
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    // Her days run on when a complaint is closed; only what she took back is nobody's work.
    let withdrawn = summary.state == State::Closed && summary.outcome.as_deref() == Some("withdrawn");
    let days = if withdrawn {
        ToldDays::new()
    } else {
        days_for_staff(desk, &Actor::System, &scope, id).await.map_err(|e| again(&e))?
    };
    let office = summary.office.as_deref();
    let clocks = clocks_of(desk, office, &days);
    let house = &desk.site.house;
    let mut unit = house.unit(Actor::System);
    for open in owed(house, id).await.map_err(|e| again(&e))? {
        if is_her_clock(&desk.site.pack, &open.clock) {
            let stands =
                clocks.iter().any(|one| one.code == open.clock && due(desk, office, one) == open.due_at);
            if !stands {
                end_warning(&mut unit, id, &open.clock).await.map_err(|e| again(&e))?;
            }
        }
    }
    for clock in clocks.iter().filter(|clock| !clock.past) {
        let begins = first(desk, office, clock).is_none_or(|begins| begins <= unit.now());
        let before = last_clock(house, id, &clock.code).await.map_err(|e| again(&e))?;
        let there = before.is_some_and(|(state, until)| {
            state != DeadlineState::Dropped && until == due(desk, office, clock)
        });
        if begins && !there {
            open_warning(desk, &mut unit, &summary, clock);
        }
    }
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// The first clock that runs against her and has to be seen to now: its work is there, or is to be opened and no job has come to
/// it yet. Worked out from her days, so that nothing is closed between a day that was told and its work.
///
/// # Errors
/// [`ReadError`].
pub async fn waiting_clock(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<Option<String>, ReadError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let office = complaint.office.as_deref();
    let days = days_for_staff(desk, actor, &scope, complaint.id).await?;
    for clock in clocks_of(desk, office, &days).into_iter().filter(|clock| !clock.past) {
        let begun = first(desk, office, &clock).is_none_or(|begins| begins <= house.now());
        let answered = last_clock(house, complaint.id, &clock.code).await?.is_some_and(|(state, until)| {
            matches!(state, DeadlineState::Met | DeadlineState::MetLate) && until == due(desk, office, &clock)
        });
        if begun && !answered {
            return Ok(Some(clock.code));
        }
    }
    let open = owed(house, complaint.id).await?;
    Ok(open.into_iter().map(|owed| owed.clock).find(|clock| is_her_clock(&desk.site.pack, clock)))
}

/// Ends the work and the deadline of one clock, within the unit.
///
/// # Errors
/// [`haqqi_worklist::DeadlineError`].
pub async fn end_warning(
    unit: &mut Uow,
    complaint: Uuid,
    clock: &str,
) -> Result<(), haqqi_worklist::DeadlineError> {
    finish_labelled(unit, complaint, ItemKind::HerClock, clock);
    if !drop_deadline(unit, complaint, clock).await? {
        meet_deadline(unit, complaint, clock).await?;
    }
    Ok(())
}

fn open_warning(desk: &Desk, unit: &mut Uow, summary: &Summary, clock: &HerClock) {
    let office = summary.office.as_deref();
    let due_at = due(desk, office, clock);
    let item = NewItem {
        urgency: Urgency::High,
        label: Some(clock.code.clone()),
        ..item_of(summary, ItemKind::HerClock, due_at)
    };
    let owner = clock.remind.iter().map(|days| (u64::from(*days), "owner"));
    let mut rungs: Vec<Rung> = owner
        .chain([(SUPERVISOR, "supervisor")])
        .filter_map(|(days, who)| {
            let at = days_before(desk, office, clock, days).filter(|at| *at > unit.now() && *at < due_at)?;
            Some(Rung { at, code: "warning", who: who.to_owned() })
        })
        .collect();
    rungs.push(Rung { at: due_at, code: "breach", who: "supervisor".to_owned() });
    rungs.sort_by_key(|rung| rung.at);
    let clock =
        Clock { code: clock.code.clone(), legal: false, began_at: unit.now(), due_at, rule: None, rungs };
    open_clocked(unit, summary, item, &clock);
}
