//! Weighing: the engine reads her answers, and they go. What was not asked is open, so that nothing is excluded by a talk
//! that stopped early. The audit says that a rule of the house has read them, not a person. At a visit a complaint comes of
//! it where anything asks to look closer, opened by the inspectorate in the same unit; else nothing of it is kept.

use std::collections::BTreeMap;

use haqqi_casework::{
    Interpreter, Private, Talk, VisitDesk, note_talk, subject, tell_child_lead as tell_lead, understood,
};
use haqqi_complaints::{Age, ExOfficio, FileError, Summary, open_ex_officio, urgent_row, weigh_unfiled};
use haqqi_establishments::summary_of;
use haqqi_inspections::VisitRow;
use haqqi_kernel::{Actor, Audit, Uow};
use haqqi_screening::{Answer, Graded, Level, ScreenInput, Source, flagged_up_to, record};
use haqqi_worklist::UnknownClock;
use sea_orm::sea_query::Expr;
use sea_orm::{DbErr, UpdateMany};
use uuid::Uuid;

use super::answer::FIELD;
use super::{AGE, InterviewError, InterviewState, Said, WhyStopped, answered, ending, house, questions};
use crate::entity::interview;
use crate::ground::Ground;

/// What comes of her answers, as far as who asked may learn it.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    /// The assessment of her complaint. None at a visit: nothing joins a visit to what came of it.
    pub assessment: Option<Uuid>,
    /// What is certain asks this of people.
    pub level: Option<Level>,
    /// What cannot be excluded asks this.
    pub possible: Option<Level>,
    /// Whose rules gave it.
    pub profile: Option<String>,
    /// The way on that the instrument names.
    pub route: Option<String>,
}

impl Outcome {
    fn of(assessment: Option<Uuid>, level: Option<Level>, graded: Option<Graded>) -> Self {
        let graded = graded.as_ref();
        Self {
            assessment,
            level: graded.map_or(level, |graded| graded.certain),
            possible: graded.map_or(level, |graded| graded.possible),
            profile: graded.map(|graded| graded.profile.clone()),
            route: graded.map(|graded| graded.route.clone()),
        }
    }
}

/// How she was met: in which language, and through whom.
#[derive(Debug, Clone)]
pub(crate) struct Met {
    /// Her language.
    pub language: String,
    /// Who interpreted.
    pub interpreter: Interpreter,
}

impl Met {
    pub(super) fn of(row: &interview::Model) -> Self {
        Self {
            language: row.language.clone(),
            interpreter: Interpreter::from_code(&row.interpreter).unwrap_or(Interpreter::None),
        }
    }
}

/// Why a result could not be written down.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TellError {
    /// The complaint cannot be opened.
    #[error(transparent)]
    File(#[from] FileError),
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
            TellError::File(error) => error.into(),
            TellError::Clock(error) => error.into(),
            TellError::Db(error) => error.into(),
        }
    }
}

impl From<TellError> for super::BeginError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::File(error) => error.into(),
            TellError::Clock(error) => error.into(),
            TellError::Db(error) => error.into(),
        }
    }
}

/// What she said so far, opened: question → answer.
async fn opened(
    desk: &VisitDesk,
    ground: &Ground,
    row: &interview::Model,
) -> Result<BTreeMap<String, Said>, InterviewError> {
    let kept = answered(desk, row.id).await?;
    if kept.is_empty() {
        return Ok(BTreeMap::new());
    }
    let house = house(desk);
    let key = house.subject_key(ground.sealed_under(row.id)).await?;
    let mut unit = house.unit(Actor::System);
    // At a visit the key is this interview's own.
    unit.audit(Audit::read("interview.weigh", ground.kind(), ground.sealed_under(row.id)));
    let proof = unit.commit().await?;
    let mut said = BTreeMap::new();
    for one in kept {
        let code = house.open(&proof, &key, FIELD, &one.answer)?;
        said.insert(one.question, Said::from_code(&code).unwrap_or(Said::Skip));
    }
    Ok(said)
}

/// Weighs her answers and ends it.
pub(super) async fn weigh(
    desk: &VisitDesk,
    actor: &Actor,
    (ground, row): (&Ground, &interview::Model),
    last: Option<(&str, Said)>,
    (state, why): (InterviewState, Option<WhyStopped>),
) -> Result<(), InterviewError> {
    let mut said = opened(desk, ground, row).await?;
    said.extend(last.map(|(question, said)| (question.to_owned(), said)));
    let grown = said.remove(AGE) == Some(Said::Yes);
    let answers = answers_of(desk, row.begun_at, &said);
    let mut unit = house(desk).unit(actor.clone());
    let found = match ground {
        Ground::Complaint(complaint) => of_complaint(desk, &mut unit, complaint, grown, answers).await?,
        Ground::Visit(visit) => {
            let age = if grown { Age::Adult } else { Age::Unknown };
            at_visit(desk, &mut unit, visit, &Met::of(row), age, answers).await?
        }
    };
    let end = weighed(ending(row, &mut unit, state, why), &found);
    unit.update_one(end);
    unit.audit(Audit::write("interview.end", ground.kind(), ground.id()));
    unit.event(ground.told(state, why));
    unit.commit().await?;
    Ok(())
}

/// Her answers as the engine reads them: what was not asked is not known.
pub(crate) fn answers_of(
    desk: &VisitDesk,
    begun_at: chrono::DateTime<chrono::Utc>,
    said: &BTreeMap<String, Said>,
) -> BTreeMap<String, Answer> {
    let answer = |id: &str| match said.get(id) {
        Some(Said::Yes) => Answer::Yes,
        Some(Said::No) => Answer::No,
        Some(Said::Skip) => Answer::Refused,
        None => Answer::Unknown,
    };
    let asked = questions(desk, begun_at).into_iter();
    asked.map(|question| (question.id.to_owned(), answer(question.id))).collect()
}

async fn of_complaint(
    desk: &VisitDesk,
    unit: &mut Uow,
    complaint: &Summary,
    grown: bool,
    answers: BTreeMap<String, Answer>,
) -> Result<Outcome, TellError> {
    let screening = &desk.complaints.screening;
    let mut assessed = subject(complaint);
    if grown && complaint.age == Age::Unknown {
        "adult".clone_into(&mut assessed.age);
    }
    let flagged = flagged_up_to(screening, complaint.id).await?;
    let input = ScreenInput { answers: Source::Worker.says(&answers), flagged, ..ScreenInput::default() };
    let key = house(desk).subject_key(complaint.id).await?;
    let found = record(unit, screening, &assessed, &key, &input)?;
    if found.urgent {
        urgent_row(unit, complaint);
    }
    Ok(Outcome::of(Some(found.assessment), found.level, found.graded))
}

/// Of a worker who was asked at a visit and is nobody: a complaint where anything asks to look closer, and else nothing.
pub(crate) async fn at_visit(
    desk: &VisitDesk,
    unit: &mut Uow,
    visit: &VisitRow,
    met: &Met,
    age: Age,
    answers: BTreeMap<String, Answer>,
) -> Result<Outcome, TellError> {
    let screening = &desk.complaints.screening;
    let found = weigh_unfiled(&desk.complaints, Source::Worker, age, &answers);
    let graded = screening.screener.may_be_told(&found);
    if found.level.is_some() {
        open_there(desk, unit, visit, met, (age, false), answers).await?;
    }
    Ok(Outcome::of(None, found.level, graded))
}

/// Opens a complaint within the unit for somebody who was met there, with the talk in its call log.
async fn open_there(
    desk: &VisitDesk,
    unit: &mut Uow,
    visit: &VisitRow,
    met: &Met,
    (age, child_met): (Age, bool),
    answers: BTreeMap<String, Answer>,
) -> Result<Option<Level>, TellError> {
    let place = summary_of(house(desk), visit.establishment).await?;
    let own = ExOfficio {
        office: visit.office.clone(),
        establishment: visit.establishment,
        governorate: place.and_then(|place| place.governorate),
        language: met.language.clone(),
        age,
        child_met,
        answers,
        seen: false,
    };
    let opened = open_ex_officio(&desk.complaints, unit, &own)?;
    let met_well = understood(&desk.complaints, unit.actor(), met.interpreter, &met.language).await?;
    let private = if met_well { Private::Alone } else { Private::NotUnderstood };
    let talk = Talk { language: met.language.clone(), interpreter: met.interpreter, private };
    note_talk(unit, opened.complaint, &visit.office, &talk);
    Ok(opened.recorded.level)
}

/// The row with what may be told of the result.
pub(super) fn weighed(row: UpdateMany<interview::Entity>, found: &Outcome) -> UpdateMany<interview::Entity> {
    use interview::Column as C;
    let level = |level: Option<Level>| Expr::value(level.map(Level::code));
    row.col_expr(C::AssessmentId, Expr::value(found.assessment))
        .col_expr(C::Weighed, Expr::value(true))
        .col_expr(C::Level, level(found.level))
        .col_expr(C::Possible, level(found.possible))
        .col_expr(C::Profile, Expr::value(found.profile.clone()))
        .col_expr(C::Route, Expr::value(found.route.clone()))
}

/// A child was met: the child lead sees the complaint from now on, and a flag that a person decides on. At a visit a complaint
/// is opened for that.
pub(crate) async fn tell_child_lead(
    desk: &VisitDesk,
    unit: &mut Uow,
    ground: &Ground,
    met: &Met,
) -> Result<Outcome, TellError> {
    let complaint = match ground {
        Ground::Complaint(complaint) => complaint,
        Ground::Visit(visit) => {
            let level = open_there(desk, unit, visit, met, (Age::Child, true), BTreeMap::new()).await?;
            return Ok(Outcome::of(None, level, None));
        }
    };
    let flagged = flagged_up_to(&desk.complaints.screening, complaint.id).await?;
    let key = house(desk).subject_key(complaint.id).await?;
    let found = tell_lead(&desk.complaints, unit, complaint, &key, flagged)?;
    Ok(Outcome::of(Some(found.assessment), found.level, found.graded))
}
