//! Somebody has seen to a clock that runs against the worker: she asked in time, or knows the day and decides herself, or
//! it does not concern her. Only that ends the work; the day itself stays on her page.

use haqqi_complaints::{Desk, ReadError, end_warning, is_her_clock, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{DeadlineError, ItemKind, finish_labelled, meet_deadline, owed};
use sea_orm::DbErr;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockAnswer {
    /// She asked where it is to be asked, or it was asked for her.
    Asked,
    /// She was told the day, in her language, and decides herself.
    Told,
    /// It does not concern her.
    Unneeded,
    /// The day passed and she had not asked.
    Missed,
}

impl ClockAnswer {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Told, Self::Unneeded, Self::Missed];

    /// The code in records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Told => "told",
            Self::Unneeded => "unneeded",
            Self::Missed => "missed",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// Why nothing was noted.
#[derive(Debug, thiserror::Error)]
pub enum ClockError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No such clock waits for anybody.
    #[error("nothing waits")]
    Nothing,
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

/// Notes what became of a clock that runs against her, and ends the work.
///
/// # Errors
/// [`ClockError`]; then nothing was written.
pub async fn settle_clock(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    clock: &str,
    answer: ClockAnswer,
) -> Result<(), ClockError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let house = &desk.site.house;
    let waits = owed(house, complaint.id).await?.iter().any(|owed| owed.clock == clock);
    if !waits || !is_her_clock(&desk.site.pack, clock) {
        return Err(ClockError::Nothing);
    }
    let mut unit = house.unit(actor.clone());
    finish_labelled(&mut unit, complaint.id, ItemKind::HerClock, clock);
    meet_deadline(&mut unit, complaint.id, clock).await?;
    unit.audit(
        Audit::write("complaint.clock-settled", SubjectKind::Complaint, complaint.id).purpose(answer.code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.clock-settled")
            .office(complaint.office.as_deref())
            .dim("clock", clock.to_owned())
            .dim("answer", answer.code().to_owned()),
    );
    unit.commit().await?;
    Ok(())
}

/// Ends all work on clocks that run against her, for she takes her complaint back in this unit.
pub(crate) async fn end_all(
    desk: &Desk,
    unit: &mut haqqi_kernel::Uow,
    complaint: uuid::Uuid,
) -> Result<(), DeadlineError> {
    for open in owed(&desk.site.house, complaint).await? {
        if is_her_clock(&desk.site.pack, &open.clock) {
            end_warning(unit, complaint, &open.clock).await?;
        }
    }
    Ok(())
}
