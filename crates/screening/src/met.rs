//! Somebody spoke with her in private: from then the merits of a flag are decided within their days (`safeguards.md` 8).
//! Until then the clock that began with the decision on her safety holds, so that no flag is without one.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Happened, House, SubjectKind, Uow, happened_to};
use haqqi_worklist::{
    About, DeadlineError, ItemKind, NewDeadline, NewItem, UnknownClock, Urgency, drop_deadline, finish_items,
    is_owed, open_item, set_deadline,
};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::ScreeningDesk;
use crate::model::FlagState;
use crate::open::{FlagRow, flags_of_complaint};

/// What the history calls a talk in private.
const MET: &str = "complaint.met-alone";
/// What it calls each attempt to reach somebody.
const TRIED: &str = "complaint.contact-tried";
/// What an attempt is called that was private and in no language that both have.
const NOT_UNDERSTOOD: &str = "not-understood";
const CLOCK: &str = "flag-merits";

/// Why the clocks were not begun.
#[derive(Debug, thiserror::Error)]
pub enum MetError {
    /// The pack lacks the clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// A clock could not be dropped.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The talks with her in private since then, the first first: the call log tells of each in the history.
///
/// # Errors
/// The database's error.
pub async fn talks(house: &House, complaint: Uuid, since: DateTime<Utc>) -> Result<Vec<Happened>, DbErr> {
    happened_to(house, complaint, MET, Some(since)).await
}

/// The last talk with her in private since then that this account noted.
///
/// # Errors
/// The database's error.
pub async fn heard(
    house: &House,
    complaint: Uuid,
    account: Uuid,
    since: DateTime<Utc>,
) -> Result<Option<Happened>, DbErr> {
    let mut all = talks(house, complaint, since).await?;
    all.retain(|talk| talk.by == Some(account));
    Ok(all.pop())
}

/// The first talk in private since a flag was raised, if there was one.
pub(crate) async fn met_since(house: &House, row: &FlagRow) -> Result<Option<Happened>, DbErr> {
    Ok(talks(house, row.complaint, row.raised_at).await?.into_iter().next())
}

/// The last talk alone since a flag was raised that counts for nothing, because neither had the other's language and nobody
/// interpreted.
pub(crate) async fn uncounted_since(house: &House, row: &FlagRow) -> Result<Option<DateTime<Utc>>, DbErr> {
    let tried = happened_to(house, row.complaint, TRIED, Some(row.raised_at)).await?;
    let of = |talk: &&Happened| {
        talk.dim("private") == Some(NOT_UNDERSTOOD) && talk.dim("person") == Some("worker")
    };
    Ok(tried.iter().rev().find(of).map(|talk| talk.at))
}

/// The work of deciding a flag's merits.
pub(crate) fn merits_item(row: &FlagRow, due_at: DateTime<Utc>) -> NewItem {
    NewItem {
        office: row.office.clone(),
        urgency: Urgency::High,
        language: Some(row.language.clone()),
        label: Some(row.kind.clone()),
        level: Some(row.level.code().to_owned()),
        child: row.age == "child",
        ..NewItem::new(
            ItemKind::FlagMerits,
            SubjectKind::Flag,
            row.id,
            About::Complaint(row.complaint),
            row.reference,
            due_at,
        )
    }
}

/// Notes in the caller's unit that she was spoken with in private at this time: the first time since a flag was raised
/// begins the clock of its merits anew. A flag whose safety nobody has decided yet takes it up at that decision.
///
/// # Errors
/// [`MetError`]; then the unit must be dropped.
pub async fn met_alone(
    desk: &ScreeningDesk,
    unit: &mut Uow,
    complaint: Uuid,
    at: DateTime<Utc>,
) -> Result<(), MetError> {
    for row in flags_of_complaint(desk, complaint).await? {
        let waits = row.state.is_open() && row.state != FlagState::Open && row.raised_at <= at;
        if !waits || met_since(unit.house(), &row).await?.is_some() || !is_owed(unit, row.id, CLOCK).await? {
            continue;
        }
        // One that ran out is owed still, and its breach stays.
        if !drop_deadline(unit, row.id, CLOCK).await? {
            continue;
        }
        let clock = desk.clocks.begin(CLOCK, at, row.office.as_deref())?;
        finish_items(unit, row.id, ItemKind::FlagMerits);
        let item = open_item(unit, merits_item(&row, clock.due_at));
        let deadline = NewDeadline {
            subject_kind: SubjectKind::Flag,
            subject: row.id,
            item: Some(item),
            office: row.office.as_deref(),
        };
        set_deadline(unit, &deadline, &clock);
    }
    Ok(())
}
