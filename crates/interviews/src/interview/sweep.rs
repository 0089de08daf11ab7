//! Interviews that nobody goes on with end by themselves, and what was answered is destroyed: nothing sealed lies about
//! because somebody closed a browser.

use chrono::TimeDelta;
use haqqi_complaints::{Desk, ReadError, summary_of};
use haqqi_kernel::{Action, Actor, CommitError, judge};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::stop::end;
use super::{InterviewError, InterviewState, WhyStopped};
use crate::entity::interview;

/// So long after the last word an interview is taken for left.
const LEFT: TimeDelta = TimeDelta::hours(4);

/// Ends the interviews that were left. How many.
///
/// # Errors
/// [`InterviewError`].
pub async fn sweep_interviews(desk: &Desk) -> Result<usize, InterviewError> {
    let house = &desk.site.house;
    let scope = judge(&Actor::System, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let rows = interview::Entity::find()
        .filter(interview::Column::EndedAt.is_null())
        .filter(interview::Column::TouchedAt.lt(house.now() - LEFT))
        .all(house.reader())
        .await?;
    let mut ended = 0;
    for row in rows {
        let complaint = summary_of(desk, &scope, row.about_id).await?;
        // Who stopped it and did not say what becomes of it wished that it stop.
        let hers = InterviewState::from_code(&row.state) == Some(InterviewState::Stopping);
        let why = if hers { WhyStopped::Hers } else { WhyStopped::Left };
        match end(desk, &Actor::System, (&complaint, &row), (InterviewState::Stopped, Some(why))).await {
            Ok(()) => ended += 1,
            // Somebody went on with it just now.
            Err(InterviewError::Commit(CommitError::Stale)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(ended)
}
