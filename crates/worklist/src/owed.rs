//! What is owed for one subject: the clocks that run or ran out, for whoever waits for it.

use chrono::{DateTime, Utc};
use haqqi_kernel::House;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::deadline;
use crate::state::DeadlineState;

/// A clock that runs, or ran out and is owed still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Which clock, a code of the pack.
    pub clock: String,
    /// Until when.
    pub due_at: DateTime<Utc>,
}

/// What is owed for a subject, the earliest first.
///
/// # Errors
/// The database's error.
pub async fn owed(house: &House, subject: Uuid) -> Result<Vec<Owed>, DbErr> {
    let open = [DeadlineState::Running.code(), DeadlineState::Breached.code()];
    let rows = deadline::Entity::find()
        .filter(deadline::Column::SubjectId.eq(subject))
        .filter(deadline::Column::State.is_in(open))
        .order_by_asc(deadline::Column::DueAt)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| Owed { clock: row.clock, due_at: row.due_at }).collect())
}

/// What became of the last clock of this code for a subject, and until when it ran.
///
/// # Errors
/// The database's error.
pub async fn last_clock(
    house: &House,
    subject: Uuid,
    clock: &str,
) -> Result<Option<(DeadlineState, DateTime<Utc>)>, DbErr> {
    let row = deadline::Entity::find()
        .filter(deadline::Column::SubjectId.eq(subject))
        .filter(deadline::Column::Clock.eq(clock))
        .order_by_desc(deadline::Column::BeganAt)
        .one(house.reader())
        .await?;
    Ok(row.and_then(|row| Some((DeadlineState::from_code(&row.state)?, row.due_at))))
}
