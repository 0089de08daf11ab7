//! Interviews that nobody goes on with end by themselves, and what was answered is destroyed: nothing sealed lies about
//! because somebody closed a browser.

use chrono::TimeDelta;
use haqqi_casework::VisitDesk;
use haqqi_kernel::{Actor, CommitError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::stop::end;
use super::{InterviewError, InterviewState, WhyStopped, house};
use crate::entity::interview;
use crate::ground::ground_of;

/// So long after the last word an interview is taken for left.
const LEFT: TimeDelta = TimeDelta::hours(4);

/// Ends the interviews that were left. How many.
///
/// # Errors
/// [`InterviewError`].
pub async fn sweep_interviews(desk: &VisitDesk) -> Result<usize, InterviewError> {
    let house = house(desk);
    let rows = interview::Entity::find()
        .filter(interview::Column::EndedAt.is_null())
        .filter(interview::Column::TouchedAt.lt(house.now() - LEFT))
        .all(house.reader())
        .await?;
    let mut ended = 0;
    for row in rows {
        let ground = ground_of(desk, &row).await?;
        // Who stopped it and did not say what becomes of it wished that it stop.
        let hers = InterviewState::from_code(&row.state) == Some(InterviewState::Stopping);
        let why = if hers { WhyStopped::Hers } else { WhyStopped::Left };
        match end(desk, &Actor::System, (&ground, &row), (InterviewState::Stopped, Some(why))).await {
            Ok(()) => ended += 1,
            // Somebody went on with it just now.
            Err(InterviewError::Commit(CommitError::Stale)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(ended)
}
