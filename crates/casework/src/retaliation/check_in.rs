//! What came of asking her. That she could not be reached says nothing of whether she is well: the next day stands, and
//! who cannot be reached at all is seen on a visit among routine ones (`safeguards.md` 13).

use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, add_note, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reason, Reference, SubjectKind, judge};
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, meet_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::suspect::open_suspicion;
use crate::entity::check_in::{Column, Entity};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckInAnswer {
    /// She was reached, alone, and is not punished.
    Well,
    /// She was not reached.
    NotReached,
    /// She is punished, or fears it.
    Punished,
    /// She does not want to be asked.
    Unneeded,
}

impl CheckInAnswer {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Well, Self::NotReached, Self::Punished, Self::Unneeded];

    /// The code in records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::NotReached => "not-reached",
            Self::Punished => "punished",
            Self::Unneeded => "unneeded",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }

    /// Whether it says that somebody spoke with her: only where her phone is hers alone, or she came by.
    #[must_use]
    pub fn was_reached(self) -> bool {
        self != Self::NotReached
    }
}

/// Why nothing was noted.
#[derive(Debug, thiserror::Error)]
pub enum CheckInError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nobody has acknowledged it yet.
    #[error("not acknowledged")]
    NotAcknowledged,
    /// No such day is to come.
    #[error("nothing is planned")]
    Nothing,
    /// It says nothing of how she was reached, or what was found.
    #[error("the note is empty")]
    Empty,
    /// The note is longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Notes what came of asking her, with how she was met (sealed).
///
/// # Errors
/// [`CheckInError`]; then nothing was written.
pub async fn check_in(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    day: Uuid,
    answer: CheckInAnswer,
    note: &str,
) -> Result<(), CheckInError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if note.len() > LONGEST_TEXT {
        return Err(CheckInError::TooLong);
    }
    let note = Reason::parse(note).map_err(|_| CheckInError::Empty)?;
    let house = &desk.site.house;
    let row = Entity::find_by_id(day)
        .filter(Column::ComplaintId.eq(complaint.id))
        .filter(Column::Answer.is_null())
        .one(house.reader())
        .await?;
    let row = row.ok_or(CheckInError::Nothing)?;
    let key = house.subject_key(complaint.id).await.map_err(ReadError::from)?;
    let mut unit = house.unit(actor.clone());
    add_note(desk, &mut unit, complaint.id, &key, note.as_str());
    unit.update_one(
        Entity::update_many()
            .col_expr(Column::DoneAt, Expr::value(Some(unit.now())))
            .col_expr(Column::DoneBy, Expr::value(actor.account()))
            .col_expr(Column::Answer, Expr::value(Some(answer.code())))
            .filter(Column::Id.eq(row.id))
            .filter(Column::Answer.is_null()),
    );
    meet_deadline(&mut unit, row.id, &row.clock).await?;
    finish_items(&mut unit, row.id, ItemKind::CheckIn);
    if answer == CheckInAnswer::Punished {
        open_suspicion(desk, &mut unit, &complaint, "told").await?;
    }
    unit.audit(
        Audit::write("complaint.check-in", SubjectKind::Complaint, complaint.id).purpose(answer.code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.checked-in")
            .change("", answer.code())
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}
