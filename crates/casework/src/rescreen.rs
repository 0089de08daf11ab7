//! The questions on safety, asked again in private before anything is closed by a settlement: what she could not say when
//! she filed may be said now. What is found raises a flag as it would have at the first time; it closes nothing.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{Desk, ReadError, State, Summary, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, happened_to, judge};
use haqqi_screening::{Answer, AssessedSubject, Level, ScreenInput, Source, flagged_up_to};
use haqqi_worklist::UnknownClock;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};

use crate::bars::barring;
use crate::calls::last_alone;
use crate::entity::rescreening;
use crate::whole::record_answers;

/// The field under which the answers are sealed.
pub(crate) const FIELD: &str = "casework.rescreening";
/// So long the answers hold: what was safe three weeks ago is asked again.
const HOLDS: TimeDelta = TimeDelta::days(14);

/// Why nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum RescreenError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nobody has spoken with her in private in the last days.
    #[error("not met alone")]
    NotMet,
    /// A question is not answered, or it is none of the questions. “Not known” is an answer.
    #[error("every question wants an answer")]
    Question(String),
    /// Nobody has acknowledged it yet, or it is closed.
    #[error("not in this state")]
    State,
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Keeps what she answered, and assesses it. The level, if any indicator is present.
///
/// # Errors
/// [`RescreenError`]; then nothing was written.
pub async fn rescreen(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    answers: &BTreeMap<String, Answer>,
) -> Result<Option<Level>, RescreenError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if matches!(complaint.state, State::Received | State::Closed) {
        return Err(RescreenError::State);
    }
    let questions = desk.screening.questions();
    if let Some(left) = questions.iter().find(|question| !answers.contains_key(&question.id)) {
        return Err(RescreenError::Question(left.id.clone()));
    }
    if let Some(other) = answers.keys().find(|id| questions.iter().all(|question| question.id != **id)) {
        return Err(RescreenError::Question(other.clone()));
    }
    let house = &desk.site.house;
    let (_, met) = last_alone(desk, complaint.id).await?.ok_or(RescreenError::NotMet)?;
    if met + HOLDS < house.now() {
        return Err(RescreenError::NotMet);
    }
    let flagged = flagged_up_to(&desk.screening, complaint.id).await?;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let input = ScreenInput { answers: Source::Worker.says(answers), flagged, ..ScreenInput::default() };
    let found = record_answers(desk, &mut unit, &complaint, &key, &input)?;
    let sealed = unit.seal(&key, FIELD, &serde_json::json!(answers).to_string());
    let (id, now) = (unit.id(), unit.now());
    unit.insert(rescreening::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        at: Set(now),
        by: Set(actor.account()),
        answers: Set(sealed),
        level: Set(found.level.map(|level| level.code().to_owned())),
        bars: Set(barring(desk, answers)),
    });
    unit.audit(Audit::write("complaint.rescreen", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.rescreened")
            .office(complaint.office.as_deref())
            .dim("level", found.level.map_or("none", Level::code)),
    );
    unit.commit().await?;
    Ok(found.level)
}

/// The complaint as it is assessed.
#[must_use]
pub fn subject(complaint: &Summary) -> AssessedSubject {
    AssessedSubject {
        complaint: complaint.id,
        reference: complaint.reference,
        office: complaint.office.clone(),
        concerned: complaint.concerned.clone(),
        language: complaint.language.clone(),
        kind: complaint.kind.clone(),
        kind_screens: false,
        age: complaint.age.code().to_owned(),
        filed_by: complaint.filed_by.clone(),
        filer_has_interest: complaint.filer_has_interest,
    }
}

/// When she was asked last, if the answers hold still: within fourteen days, and since it was opened again.
///
/// # Errors
/// The database's error.
pub async fn asked_again(desk: &Desk, complaint: &Summary) -> Result<Option<DateTime<Utc>>, DbErr> {
    let house = &desk.site.house;
    let last = rescreening::Entity::find()
        .filter(rescreening::Column::ComplaintId.eq(complaint.id))
        .order_by_desc(rescreening::Column::At)
        .one(house.reader())
        .await?;
    let Some(at) = last.map(|row| row.at).filter(|at| *at + HOLDS >= house.now()) else { return Ok(None) };
    let closed_since = happened_to(house, complaint.id, "complaint.closed", Some(at)).await?;
    Ok(if closed_since.is_empty() { Some(at) } else { None })
}
