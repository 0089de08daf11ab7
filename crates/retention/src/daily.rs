//! Once a day: lists are prepared, what goes by itself goes, and what was erased lately is swept once more. All of it in
//! bounded pieces, each with its own commit: a process that ends in between goes on the next time.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{erase_old_calls, erase_old_drafts, tombstones};
use haqqi_kernel::entity::job;
use haqqi_kernel::{Actor, Claimed, CommitError, Done, House, Job, JobFailure, JobStore, Uow};
use haqqi_pack::Ends;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use crate::RetentionDesk;
use crate::erase::{SETTLE, sweep};
use crate::model::BatchState;
use crate::prepare::{NewBatch, prepare, write_batch};
use crate::work::open_what_lacks;

/// The job of every day.
pub const DAILY: &str = "retention.daily";

/// So many of a class at once.
const PIECE: u64 = 200;
/// So many pieces of a class a day.
const PIECES: usize = 50;
/// What was erased within this time is swept once more.
const LATELY: TimeDelta = TimeDelta::days(2);

fn again(error: impl std::fmt::Display) -> JobFailure {
    JobFailure::Again(error.to_string())
}

/// Asks for the job of this day, if nobody did.
///
/// # Errors
/// The database's error; then it is asked for the next time.
pub async fn watch(house: &House) -> Result<(), DbErr> {
    let key = format!("retention:{}", house.now().date_naive());
    let there = job::Entity::find().filter(job::Column::EffectKey.eq(&key)).count(house.reader()).await?;
    if there > 0 {
        return Ok(());
    }
    let mut unit = house.unit(Actor::System);
    unit.job(Job::new(DAILY, json!({})).key(key));
    unit.commit().await.map(|_| ()).map_err(|error| DbErr::Custom(error.to_string()))
}

/// What a day brings.
///
/// # Errors
/// [`JobFailure::Again`]; what was done before stays done.
pub async fn daily(desk: &RetentionDesk, _: &Claimed) -> Done {
    open_what_lacks(desk).await.map_err(again)?;
    prepare(desk).await.map_err(again)?;
    for class in ["text-draft", "call-back", "advert-clear", "advert-marked", "sessions", "jobs"] {
        by_itself(desk, class).await.map_err(again)?;
    }
    forget_recruiters(desk).await.map_err(again)?;
    sweep_lately(desk).await
}

/// One piece of a class that goes by itself, within the unit. Gives their number.
async fn piece(unit: &mut Uow, class: &str, before: DateTime<Utc>) -> Result<usize, DbErr> {
    let subjects: Vec<Uuid> = match class {
        "text-draft" => erase_old_drafts(unit, before, PIECE).await?,
        "call-back" => erase_old_calls(unit, before, PIECE).await?,
        "advert-clear" | "advert-marked" => {
            return haqqi_patrol::erase_adverts(unit, class, before, PIECE).await.map(|ids| ids.len());
        }
        "sessions" => return haqqi_accounts::forget_sessions(unit, before, PIECE).await,
        _ => Vec::new(),
    };
    haqqi_messaging::erase_messages(unit, &subjects);
    for subject in &subjects {
        haqqi_worklist::erase_work(unit, &[*subject], *subject);
    }
    Ok(subjects.len())
}

async fn by_itself(desk: &RetentionDesk, class: &str) -> Result<(), CommitError> {
    let house = &desk.site().house;
    let row = desk.row(class).filter(|row| row.ends == Ends::ByItself);
    let Some(before) = row.and_then(|row| row.before(house.now())) else { return Ok(()) };
    for _ in 0..PIECES {
        let mut unit = house.unit(Actor::System);
        let many = match class {
            "jobs" => JobStore::new(house.clone()).forget_done(before, PIECE).await?,
            _ => piece(&mut unit, class, before).await.map_err(|error| CommitError::Db(error.to_string()))?,
        };
        if many == 0 {
            break;
        }
        let new = NewBatch {
            class,
            office: None,
            state: BatchState::Done,
            approved_by: None,
            erased: i32::try_from(many).unwrap_or(i32::MAX),
        };
        write_batch(&mut unit, &new);
        match unit.commit().await {
            Ok(_) => {}
            // Another process does the same.
            Err(CommitError::Stale) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Recruiters of whom no advertisement is left.
async fn forget_recruiters(desk: &RetentionDesk) -> Result<(), CommitError> {
    for _ in 0..PIECES {
        let mut unit = desk.site().house.unit(Actor::System);
        let gone = haqqi_patrol::forget_recruiters(&mut unit, PIECE).await;
        if gone.map_err(|error| CommitError::Db(error.to_string()))?.is_empty() {
            break;
        }
        match unit.commit().await {
            Ok(_) => {}
            Err(CommitError::Stale) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn sweep_lately(desk: &RetentionDesk) -> Done {
    let house = &desk.site().house;
    let (now, mut after) = (house.now(), None);
    loop {
        let some = tombstones(house, (now - LATELY, now), after, PIECE).await.map_err(again)?;
        let Some((id, last)) = some.last() else { return Ok(()) };
        after = Some((last.erased_at, *id));
        for (complaint, _) in &some {
            let mut unit = house.unit(Actor::System);
            let files = sweep(&mut unit, *complaint).await.map_err(again)?;
            if !files.is_empty() {
                unit.job(Job::new(SETTLE, json!({ "files": files })));
            }
            unit.commit().await.map_err(again)?;
        }
    }
}
