//! A guided interview: the worker is asked alone, in her language, on a screen that is hers while she answers; everybody is
//! asked alike. Who asks learns the graded result and the next safe step, never an answer: until the end the answers are
//! sealed, then they are weighed, and what is kept is what an assessment keeps.

mod answer;
mod begin;
mod consent;
mod model;
mod stop;
mod sweep;
mod weigh;

pub use answer::answer;
pub use begin::{BeginError, BeginInterview, begin};
pub(crate) use begin::{check, is_trained, may_begin};
pub use consent::consent;
pub use model::{ConsentItem, InterviewState, Said, WhyStopped};
pub use stop::{break_off, settle_answers, stop};
pub use sweep::sweep_interviews;
pub(crate) use weigh::{Met, Outcome, answers_of, at_visit, tell_child_lead};

use chrono::{DateTime, Utc};
use haqqi_casework::VisitDesk;
use haqqi_complaints::{FileError, ReadError};
use haqqi_inspections::VisitError;
use haqqi_kernel::{Actor, CommitError, House, OpenError, Reference, Uow};
use haqqi_screening::{InterviewQuestion, Level};
use haqqi_worklist::UnknownClock;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, UpdateMany};
use uuid::Uuid;

use crate::entity::{interview, interview_answer, interview_consent};
use crate::ground::{Ground, ground};

/// The first question, of everybody: whether she is 18. It is no indicator.
pub const AGE: &str = "age";

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum InterviewError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The visit cannot be reached.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// The complaint that comes of it cannot be opened.
    #[error(transparent)]
    File(#[from] FileError),
    /// No interview of this person goes on, or not at this step.
    #[error("no interview goes on")]
    Nothing,
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// An interview, as far as staff see it: nothing of it tells an answer.
#[derive(Debug, Clone)]
pub struct Interview {
    /// Id, never shown.
    pub id: Uuid,
    /// It was held without a line, and came in afterwards.
    pub kept: bool,
    /// Who asks.
    pub asker: Uuid,
    /// In which language.
    pub language: String,
    /// Who interprets.
    pub interpreter: String,
    /// Where it stands.
    pub state: InterviewState,
    /// Why it stopped, where it did.
    pub why: Option<WhyStopped>,
    /// When it began.
    pub begun_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Whether answers were weighed.
    pub weighed: bool,
    /// What is certain asks this of people.
    pub level: Option<Level>,
    /// What cannot be excluded asks this.
    pub possible: Option<Level>,
    /// Whose rules gave it: `adult` or `child`.
    pub profile: Option<String>,
    /// The way on that the instrument names.
    pub route: Option<String>,
}

/// By how its place begins, an interview was kept on a tablet.
pub(crate) const KEPT: &str = "kept:";

impl Interview {
    pub(crate) fn of(row: interview::Model) -> Option<Self> {
        let level = |code: Option<String>| code.and_then(|code| Level::from_code(&code));
        Some(Self {
            id: row.id,
            kept: row.place.starts_with(KEPT),
            asker: row.asker,
            language: row.language,
            interpreter: row.interpreter,
            state: InterviewState::from_code(&row.state)?,
            why: row.reason.and_then(|code| WhyStopped::from_code(&code)),
            begun_at: row.begun_at,
            ended_at: row.ended_at,
            weighed: row.weighed,
            level: level(row.level),
            possible: level(row.possible),
            profile: row.profile,
            route: row.route,
        })
    }
}

/// What her screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HerStep {
    /// An item of consent.
    Consent(ConsentItem),
    /// Whether she is 18.
    Age,
    /// A question: its id, and the Fluent id of its words.
    Question(String, String),
    /// What becomes of her answers.
    Stopping,
    /// It is over.
    Over,
}

/// The interviews about a complaint or at a visit, the newest first. Nothing of them is sealed.
///
/// # Errors
/// The database's error.
pub async fn interviews(desk: &VisitDesk, about: Uuid) -> Result<Vec<Interview>, DbErr> {
    let rows = interview::Entity::find()
        .filter(interview::Column::AboutId.eq(about))
        .order_by_desc(interview::Column::BegunAt)
        .order_by_desc(interview::Column::Id)
        .all(house(desk).reader())
        .await?;
    Ok(rows.into_iter().filter_map(Interview::of).collect())
}

/// The last interview that this person began about a complaint, and what her screen shows of it.
///
/// # Errors
/// [`InterviewError::Nothing`] where there was none.
pub async fn her_step(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(Interview, HerStep), InterviewError> {
    let ground = ground(desk, actor, reference).await?;
    let all = interviews(desk, ground.id()).await?;
    let mut own: Vec<_> = all.into_iter().filter(|one| Some(one.asker) == actor.account()).collect();
    // One that goes on comes before others that began at the same moment.
    own.sort_by_key(|one| !one.state.is_open());
    let own = own.into_iter().next().ok_or(InterviewError::Nothing)?;
    let step = match own.state {
        InterviewState::Consenting => HerStep::Consent(next_item(desk, own.id).await?),
        InterviewState::Asking => match next_question(desk, own.id, own.begun_at).await? {
            Next::Age => HerStep::Age,
            Next::Question(question, _) => HerStep::Question(question.id.to_owned(), question.ask.to_owned()),
            Next::None => HerStep::Over,
        },
        InterviewState::Stopping => HerStep::Stopping,
        InterviewState::Ended | InterviewState::Stopped | InterviewState::Declined => HerStep::Over,
    };
    Ok((own, step))
}

/// The interview of this person that goes on, with what it is about.
async fn under_way(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(Ground, interview::Model, InterviewState), InterviewError> {
    let ground = ground(desk, actor, reference).await?;
    let row = interview::Entity::find()
        .filter(interview::Column::AboutId.eq(ground.id()))
        .filter(interview::Column::Asker.eq(actor.account()))
        .filter(interview::Column::EndedAt.is_null())
        .one(house(desk).reader())
        .await?;
    let row = row.ok_or(InterviewError::Nothing)?;
    let state = InterviewState::from_code(&row.state).ok_or(InterviewError::Nothing)?;
    Ok((ground, row, state))
}

/// Whether an interview of this person goes on.
///
/// # Errors
/// [`InterviewError::Nothing`] where none does.
pub(crate) async fn goes_on(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(), InterviewError> {
    under_way(desk, actor, reference).await.map(drop)
}

/// The first item of consent that she has not answered.
async fn next_item(desk: &VisitDesk, interview: Uuid) -> Result<ConsentItem, DbErr> {
    let said = interview_consent::Entity::find()
        .filter(interview_consent::Column::InterviewId.eq(interview))
        .all(house(desk).reader())
        .await?;
    let open = |item: &ConsentItem| said.iter().all(|one| one.item != item.code());
    Ok(ConsentItem::ALL.into_iter().find(open).unwrap_or(ConsentItem::Withdraw))
}

/// What is asked next.
enum Next<'a> {
    Age,
    /// The question, and whether it is the last one.
    Question(InterviewQuestion<'a>, bool),
    None,
}

/// The first question that has no answer, of those that were asked on the day on which it began.
async fn next_question(
    desk: &VisitDesk,
    interview: Uuid,
    begun_at: DateTime<Utc>,
) -> Result<Next<'_>, DbErr> {
    let asked = answered(desk, interview).await?;
    let has = |id: &str| asked.iter().any(|one| one.question == id);
    if !has(AGE) {
        return Ok(Next::Age);
    }
    let mut open = questions(desk, begun_at).into_iter().filter(|question| !has(question.id));
    Ok(open.next().map_or(Next::None, |question| Next::Question(question, open.next().is_none())))
}

/// The questions of an interview that began then: the same for everybody.
pub(crate) fn questions(desk: &VisitDesk, begun_at: DateTime<Utc>) -> Vec<InterviewQuestion<'_>> {
    let complaints = &desk.complaints;
    let day = begun_at.with_timezone(&complaints.site.pack.zone()).date_naive();
    complaints.screening.screener.interview(day)
}

async fn answered(desk: &VisitDesk, interview: Uuid) -> Result<Vec<interview_answer::Model>, DbErr> {
    let of = interview_answer::Column::InterviewId.eq(interview);
    interview_answer::Entity::find().filter(of).all(house(desk).reader()).await
}

/// A change of the row, guarded by its version.
fn change(row: &interview::Model, unit: &Uow) -> UpdateMany<interview::Entity> {
    interview::Entity::update_many()
        .col_expr(interview::Column::Version, Expr::value(row.version + 1))
        .col_expr(interview::Column::TouchedAt, Expr::value(unit.now()))
        .filter(interview::Column::Id.eq(row.id))
        .filter(interview::Column::Version.eq(row.version))
}

/// The same, ending it: her answers go, whatever was done with them before.
fn ending(
    row: &interview::Model,
    unit: &mut Uow,
    state: InterviewState,
    why: Option<WhyStopped>,
) -> UpdateMany<interview::Entity> {
    let gone = interview_answer::Column::InterviewId.eq(row.id);
    unit.delete(interview_answer::Entity::delete_many().filter(gone));
    if row.at_visit {
        unit.erase_subject(row.id);
    }
    change(row, unit)
        .col_expr(interview::Column::State, Expr::value(state.code()))
        .col_expr(interview::Column::Reason, Expr::value(why.map(WhyStopped::code)))
        .col_expr(interview::Column::EndedAt, Expr::value(Some(unit.now())))
        .col_expr(interview::Column::Place, Expr::value(row.id.to_string()))
}

/// The house of a desk.
pub(crate) fn house(desk: &VisitDesk) -> &House {
    &desk.complaints.site.house
}
