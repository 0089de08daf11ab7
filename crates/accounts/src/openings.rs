//! One complaint, opened by two people to one of them who does not reach it: to read, for four hours. It makes noise: who
//! supervises, who protects data and who audits see it on each of their pages, with the reason, while it lasts and after.
//!
//! What is told about an official is opened by nobody of that official's office and to nobody there, and nobody there sees
//! that it was asked (`safeguards.md` 16).

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, House, Reason, Reference, Scope, SubjectKind, Uow, judge, out_of_reach,
};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Set,
};
use uuid::Uuid;

use crate::directory::{Directory, StaffView};
use crate::entity::opening;
use crate::session::mark;

/// Knows of which office an official is about whom a complaint tells. The complaints' room knows; the composition root asks.
#[async_trait]
pub trait Concerned: Send + Sync {
    /// Whether this complaint is about an official of one of these offices, or may be, where that is not known.
    ///
    /// # Errors
    /// The database's error.
    async fn tells_of(&self, complaint: Uuid, offices: &[String]) -> Result<bool, DbErr>;
}

/// Whether the complaint is about the office of who acts, or about a workplace with which they have a tie.
async fn tells_of_own(
    house: &House,
    concerned: &dyn Concerned,
    scope: &Scope,
    complaint: Uuid,
) -> Result<bool, DbErr> {
    if out_of_reach(house, scope.ties()).await?.contains(&complaint) {
        return Ok(true);
    }
    Ok(!scope.offices().is_empty() && concerned.tells_of(complaint, scope.offices()).await?)
}

/// Somebody of the office that the complaint is about asked or would have agreed: it stays shut, and the audit tells.
async fn refuse(house: &House, actor: &Actor, complaint: Uuid) -> Result<(), CommitError> {
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::write("opening.concerned", SubjectKind::Complaint, complaint));
    unit.commit().await.map(|_| ())
}

/// So long it lasts once the second person agreed.
const LASTS: TimeDelta = TimeDelta::hours(4);
/// So long the second person may take.
const WAITS: TimeDelta = TimeDelta::hours(24);
/// So long it stays in the list.
const LISTED: TimeDelta = TimeDelta::days(90);
/// At most so many in the list.
const MOST: u64 = 200;
/// Fewest and most characters of a reason.
const WORDS: std::ops::RangeInclusive<usize> = 20..=2_000;

/// Where an opening stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningState {
    /// A second person has to agree.
    Asked,
    /// It is open now.
    Open,
    /// It was refused, or nobody answered in time.
    Refused,
    /// It is over.
    Over,
}

impl OpeningState {
    /// The end of the messages that name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Open => "open",
            Self::Refused => "refused",
            Self::Over => "over",
        }
    }

    fn of(row: &opening::Model, now: DateTime<Utc>) -> Self {
        match (row.decided_at, row.ends_at) {
            (_, Some(ends)) if row.ended_at.is_none() && ends > now => Self::Open,
            (_, Some(_)) => Self::Over,
            (None, None) if row.ended_at.is_none() && row.asked_at + WAITS > now => Self::Asked,
            _ => Self::Refused,
        }
    }
}

/// An opening as those see it who may.
#[derive(Debug, Clone)]
pub struct OpeningView {
    /// A mark for forms, which tells nothing.
    pub mark: String,
    /// The complaint's reference.
    pub reference: String,
    /// Who asked.
    pub asked_by: Uuid,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Why, in the asker's words; nothing once the complaint was erased.
    pub why: String,
    /// Who agreed or refused.
    pub decided_by: Option<Uuid>,
    /// When it ends or ended.
    pub ends_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub state: OpeningState,
}

/// Why nothing was opened.
#[derive(Debug, thiserror::Error)]
pub enum OpeningError {
    /// Not allowed, or there is none.
    #[error("there is no such opening for this account")]
    NotFound,
    /// The complaint is about the office of the one who asks. It is told as if there were no such complaint.
    #[error("there is no such complaint for this account")]
    Concerned,
    /// The reason is missing, or no reason.
    #[error("a reason has 20 to 2000 characters")]
    Why,
    /// The same person asks and agrees.
    #[error("somebody else has to agree")]
    SamePerson,
    /// Whoever agrees is of the asker's own office: two colleagues open nothing.
    #[error("somebody of another office has to agree")]
    SameOffice,
    /// It was decided or has ended in the meantime.
    #[error("this was decided in the meantime")]
    Decided,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Asks that a complaint be opened to the one who asks.
///
/// # Errors
/// [`OpeningError`].
pub async fn ask_to_open(
    house: &House,
    actor: &Actor,
    (complaint, reference): (Uuid, Reference),
    why: &str,
    concerned: &dyn Concerned,
) -> Result<(), OpeningError> {
    let scope = judge(actor, Action::AskToOpen).map_err(|_| OpeningError::NotFound)?;
    let own = actor.account().ok_or(OpeningError::NotFound)?;
    let why = Reason::parse(why).ok().filter(|why| WORDS.contains(&why.length())).ok_or(OpeningError::Why)?;
    if tells_of_own(house, concerned, &scope, complaint).await? {
        refuse(house, actor, complaint).await?;
        return Err(OpeningError::Concerned);
    }
    let key = house.subject_key(complaint).await?;
    let mut unit = house.unit(actor.clone());
    let id = unit.id();
    let sealed = unit.seal(&key, "opening.why", why.as_str());
    unit.insert(opening::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        reference: Set(reference.to_string()),
        asked_by: Set(own),
        asked_at: Set(unit.now()),
        why: Set(sealed),
        decided_by: Set(None),
        decided_at: Set(None),
        ends_at: Set(None),
        ended_at: Set(None),
        version: Set(1),
    });
    unit.audit(Audit::write("opening.ask", SubjectKind::Complaint, complaint));
    unit.commit().await?;
    Ok(())
}

async fn by_mark(house: &House, wanted: &str) -> Result<opening::Model, OpeningError> {
    let since = house.now() - LISTED;
    let rows = opening::Entity::find()
        .filter(opening::Column::AskedAt.gt(since))
        .order_by_desc(opening::Column::Id)
        .limit(MOST)
        .all(house.reader())
        .await?;
    rows.into_iter().find(|row| mark(house, row.id) == wanted).ok_or(OpeningError::NotFound)
}

/// Whether the two work in one office.
async fn of_one_office(house: &House, one: Uuid, other: Uuid) -> Result<bool, DbErr> {
    let directory = Directory::new(house.clone());
    let (one, other) = (directory.person(one).await?, directory.person(other).await?);
    let office = |person: Option<StaffView>| person.and_then(|person| person.office);
    let (one, other) = (office(one), office(other));
    Ok(one.is_some() && one == other)
}

/// The second person, of another office than who asked and than the complaint is about, agrees, which opens the complaint at once and for a time, or refuses.
///
/// # Errors
/// [`OpeningError`].
pub async fn decide_opening(
    house: &House,
    actor: &Actor,
    wanted: &str,
    agree: bool,
    concerned: &dyn Concerned,
) -> Result<(), OpeningError> {
    let scope = judge(actor, Action::AgreeToOpen).map_err(|_| OpeningError::NotFound)?;
    let own = actor.account().ok_or(OpeningError::NotFound)?;
    let row = by_mark(house, wanted).await?;
    if tells_of_own(house, concerned, &scope, row.complaint_id).await? {
        refuse(house, actor, row.complaint_id).await?;
        return Err(OpeningError::NotFound);
    }
    if row.asked_by == own {
        return Err(OpeningError::SamePerson);
    }
    if agree && of_one_office(house, row.asked_by, own).await? {
        return Err(OpeningError::SameOffice);
    }
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    if OpeningState::of(&row, now) != OpeningState::Asked {
        return Err(OpeningError::Decided);
    }
    let ends = agree.then(|| now + LASTS);
    unit.update_one(
        opening::Entity::update_many()
            .col_expr(opening::Column::DecidedBy, Expr::value(Some(own)))
            .col_expr(opening::Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(opening::Column::EndsAt, Expr::value(ends))
            .col_expr(opening::Column::Version, Expr::value(row.version + 1))
            .filter(opening::Column::Id.eq(row.id))
            .filter(opening::Column::Version.eq(row.version)),
    );
    let what = if agree { "opening.agree" } else { "opening.refuse" };
    unit.audit(Audit::write(what, SubjectKind::Complaint, row.complaint_id));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(OpeningError::Decided),
        Err(error) => Err(error.into()),
    }
}

/// Ends an opening before its time: whoever asked, or anybody who may agree to one.
///
/// # Errors
/// [`OpeningError`].
pub async fn end_opening(
    house: &House,
    actor: &Actor,
    wanted: &str,
    concerned: &dyn Concerned,
) -> Result<(), OpeningError> {
    let row = by_mark(house, wanted).await?;
    let own = actor.account() == Some(row.asked_by) && judge(actor, Action::AskToOpen).is_ok();
    let may = match judge(actor, Action::AgreeToOpen) {
        _ if own => true,
        Ok(scope) => !tells_of_own(house, concerned, &scope, row.complaint_id).await?,
        Err(_) => false,
    };
    if !may {
        return Err(OpeningError::NotFound);
    }
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    unit.update_one(
        opening::Entity::update_many()
            .col_expr(opening::Column::EndedAt, Expr::value(Some(now)))
            .col_expr(opening::Column::Version, Expr::value(row.version + 1))
            .filter(opening::Column::Id.eq(row.id))
            .filter(opening::Column::Version.eq(row.version)),
    );
    unit.audit(Audit::write("opening.end", SubjectKind::Complaint, row.complaint_id));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(OpeningError::Decided),
        Err(error) => Err(error.into()),
    }
}

/// Those of these that are not about the office of who looks; the own ones were refused where they were asked.
async fn of_others(
    house: &House,
    rows: Vec<opening::Model>,
    actor: &Actor,
    concerned: &dyn Concerned,
) -> Result<Vec<opening::Model>, DbErr> {
    let Ok(scope) = judge(actor, Action::WatchOpenings) else { return Ok(rows) };
    let mut others = Vec::with_capacity(rows.len());
    for row in rows {
        let own = actor.account() == Some(row.asked_by);
        if own || !tells_of_own(house, concerned, &scope, row.complaint_id).await? {
            others.push(row);
        }
    }
    Ok(others)
}

/// The openings of the last 90 days, newest first: all for those who watch, the own ones for those who ask. The reasons
/// are for who may agree and for who wrote them; reading them is audited, for each complaint.
///
/// # Errors
/// [`OpeningError`].
pub async fn openings(
    house: &House,
    actor: &Actor,
    concerned: &dyn Concerned,
) -> Result<Vec<OpeningView>, OpeningError> {
    let agrees = judge(actor, Action::AgreeToOpen).is_ok();
    let watches = agrees || judge(actor, Action::WatchOpenings).is_ok();
    let reads = |row: &opening::Model| agrees || Some(row.asked_by) == actor.account();
    if !watches && judge(actor, Action::AskToOpen).is_err() {
        return Err(OpeningError::NotFound);
    }
    let mut query = opening::Entity::find()
        .filter(opening::Column::AskedAt.gt(house.now() - LISTED))
        .order_by_desc(opening::Column::Id)
        .limit(MOST);
    if !watches {
        query = query.filter(opening::Column::AskedBy.eq(actor.account()));
    }
    let rows = of_others(house, query.all(house.reader()).await?, actor, concerned).await?;
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    for row in rows.iter().filter(|row| reads(row)) {
        unit.audit(Audit::read("opening.read", SubjectKind::Complaint, row.complaint_id));
    }
    let proof = unit.commit().await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        // What was erased has no key, and no reason either.
        let why = match house.subject_key(row.complaint_id).await {
            Ok(key) if reads(&row) => {
                house.open(&proof, &key, "opening.why", &row.why).map(|why| why.to_string())
            }
            _ => Ok(String::new()),
        };
        all.push(OpeningView {
            mark: mark(house, row.id),
            state: OpeningState::of(&row, now),
            ends_at: row.ended_at.or(row.ends_at),
            why: why.unwrap_or_default(),
            reference: row.reference,
            asked_by: row.asked_by,
            asked_at: row.asked_at,
            decided_by: row.decided_by,
        });
    }
    Ok(all)
}

/// Whether two people have opened this complaint to one of them now, or one has asked for it.
///
/// # Errors
/// The database's error.
pub async fn is_opened(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let rows = opening::Entity::find()
        .filter(opening::Column::ComplaintId.eq(complaint))
        .filter(opening::Column::EndedAt.is_null())
        .all(house.reader())
        .await?;
    let now = house.now();
    Ok(rows.iter().any(|row| matches!(OpeningState::of(row, now), OpeningState::Asked | OpeningState::Open)))
}

/// Erases why a complaint was opened, and its reference, within the unit that erases the complaint. That it was opened, and
/// to whom, stays in the audit.
pub fn erase_openings(unit: &mut Uow, complaint: Uuid) {
    unit.delete(opening::Entity::delete_many().filter(opening::Column::ComplaintId.eq(complaint)));
}

fn open_now(now: DateTime<Utc>) -> Condition {
    Condition::all().add(opening::Column::EndsAt.gt(now)).add(opening::Column::EndedAt.is_null())
}

/// The complaints that are open to this account now.
pub(crate) async fn opened_to(house: &House, staff: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let rows = opening::Entity::find()
        .filter(opening::Column::AskedBy.eq(staff))
        .filter(open_now(house.now()))
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| row.complaint_id).collect())
}

fn open_or_asked(now: DateTime<Utc>) -> Select<opening::Entity> {
    let asked = Condition::all()
        .add(opening::Column::DecidedAt.is_null())
        .add(opening::Column::EndedAt.is_null())
        .add(opening::Column::AskedAt.gt(now - WAITS));
    opening::Entity::find().filter(Condition::any().add(open_now(now)).add(asked))
}

/// Those that are open or asked for.
pub(crate) fn rows_to_watch(now: DateTime<Utc>) -> SelectStatement {
    open_or_asked(now).into_query()
}

/// How many are open or asked for: what the pages of those who watch say.
pub(crate) async fn noise(house: &House, actor: &Actor, concerned: &dyn Concerned) -> Result<usize, DbErr> {
    let query = open_or_asked(house.now());
    Ok(of_others(house, query.all(house.reader()).await?, actor, concerned).await?.len())
}
