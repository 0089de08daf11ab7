//! Weighing: the engine reads her answers, and they go. What was not asked is open, so that nothing is excluded by a talk
//! that stopped early. The audit says that a rule of the house has read them, not a person.

use std::collections::BTreeMap;

use haqqi_casework::{subject, to_read};
use haqqi_complaints::{Age, Desk, Summary, child_row, urgent_row};
use haqqi_kernel::{Actor, Audit, SubjectKey, SubjectKind, Uow};
use haqqi_screening::{
    Answer, AssessedSubject, Given, Level, Recorded, ScreenInput, Source, flagged_up_to, record,
};
use haqqi_worklist::UnknownClock;
use sea_orm::sea_query::Expr;
use sea_orm::{DbErr, UpdateMany};

use super::answer::FIELD;
use super::{AGE, InterviewError, InterviewState, Said, WhyStopped, answered, ending, questions, told};
use crate::entity::interview;

/// What she said so far, opened: question → answer.
async fn opened(
    desk: &Desk,
    complaint: &Summary,
    row: &interview::Model,
) -> Result<BTreeMap<String, Said>, InterviewError> {
    let kept = answered(desk, row.id).await?;
    if kept.is_empty() {
        return Ok(BTreeMap::new());
    }
    let house = &desk.site.house;
    let (key, proof) =
        to_read::<InterviewError>(desk, &Actor::System, complaint.id, "interview.weigh").await?;
    let mut said = BTreeMap::new();
    for one in kept {
        let code = house.open(&proof, &key, FIELD, &one.answer)?;
        said.insert(one.question, Said::from_code(&code).unwrap_or(Said::Skip));
    }
    Ok(said)
}

/// Weighs her answers and ends it.
pub(super) async fn weigh(
    desk: &Desk,
    actor: &Actor,
    (complaint, row): (&Summary, &interview::Model),
    last: Option<(&str, Said)>,
    (state, why): (InterviewState, Option<WhyStopped>),
) -> Result<(), InterviewError> {
    let house = &desk.site.house;
    let mut said = opened(desk, complaint, row).await?;
    said.extend(last.map(|(question, said)| (question.to_owned(), said)));
    let mut assessed = subject(complaint);
    if said.remove(AGE) == Some(Said::Yes) && complaint.age == Age::Unknown {
        "adult".clone_into(&mut assessed.age);
    }
    let answers = questions(desk, row.begun_at).into_iter().map(|question| {
        let answer = match said.get(question.id) {
            Some(Said::Yes) => Answer::Yes,
            Some(Said::No) => Answer::No,
            Some(Said::Skip) => Answer::Refused,
            None => Answer::Unknown,
        };
        Given { id: question.id.to_owned(), answer, source: Source::Worker }
    });
    let input = ScreenInput {
        answers: answers.collect(),
        flagged: flagged_up_to(&desk.screening, complaint.id).await?,
        ..ScreenInput::default()
    };
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let found = record(&mut unit, &desk.screening, &assessed, &key, &input)?;
    if found.urgent {
        urgent_row(&mut unit, complaint);
    }
    let end = weighed(ending(row, &mut unit, state, why), &found);
    unit.update_one(end);
    unit.audit(Audit::write("interview.end", SubjectKind::Complaint, complaint.id));
    unit.event(told(complaint, state, why));
    unit.commit().await?;
    Ok(())
}

/// The row with what may be told of the result.
pub(super) fn weighed(row: UpdateMany<interview::Entity>, found: &Recorded) -> UpdateMany<interview::Entity> {
    use interview::Column as C;
    let level = |level: Option<Level>| Expr::value(level.map(Level::code));
    let graded = found.graded.as_ref();
    row.col_expr(C::AssessmentId, Expr::value(Some(found.assessment)))
        .col_expr(C::Weighed, Expr::value(true))
        .col_expr(C::Level, level(graded.map_or(found.level, |graded| graded.certain)))
        .col_expr(C::Possible, level(graded.map_or(found.level, |graded| graded.possible)))
        .col_expr(C::Profile, Expr::value(graded.map(|graded| graded.profile.clone())))
        .col_expr(C::Route, Expr::value(graded.map(|graded| graded.route.clone())))
}

/// Why the child lead could not be told.
#[derive(Debug, thiserror::Error)]
pub(super) enum TellError {
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<TellError> for InterviewError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::Clock(error) => error.into(),
            TellError::Db(error) => error.into(),
        }
    }
}

impl From<TellError> for super::BeginError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::Clock(error) => error.into(),
            TellError::Db(error) => error.into(),
        }
    }
}

/// A child was met: the child lead sees the complaint from now on, and a flag that a person decides on.
pub(super) async fn tell_child_lead(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
) -> Result<Recorded, TellError> {
    // A flag that was raised before anybody knew is not among those that the child lead sees.
    let flagged = match complaint.age {
        Age::Child => flagged_up_to(&desk.screening, complaint.id).await?,
        Age::Adult | Age::Unknown => None,
    };
    let assessed = AssessedSubject { age: Age::Child.code().to_owned(), ..subject(complaint) };
    let input = ScreenInput { child_met: true, flagged, ..ScreenInput::default() };
    let found = record(unit, &desk.screening, &assessed, key, &input)?;
    child_row(unit, complaint);
    Ok(found)
}
