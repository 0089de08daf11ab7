//! What an organisation sees of the complaints it filed: that they were received, and that they are closed. More only
//! where the worker agreed, until the day she chose, and never for an agency or an employer (`safeguards.md` 2 and 4).

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, House, Reference, SubjectKind, Uow, happened_to, judge,
};
use haqqi_screening::heard;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::come_back::{Entered, ReturnError};
use crate::entity::{complaint, filer_sight, filing};
use crate::group::{GroupError, organisation_of};
use crate::model::State;
use crate::open::{ReadError, Summary, summary};
use crate::stands::Stands;
use crate::{Desk, store};

/// For how many days she may let them see: each with an end.
pub const SIGHT_DAYS: [i64; 3] = [30, 90, 180];
/// What the history calls her answer.
const DECIDED: &str = "complaint.filer-sight";
/// Rows on a page of the list.
const ROWS: u64 = 50;

/// A complaint as the organisation that filed it sees it.
#[derive(Debug, Clone)]
pub struct FiledRow {
    /// The reference.
    pub reference: Reference,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Whether it is closed.
    pub closed: bool,
    /// More, where the worker agreed, and never of a workplace with which the reader has a tie.
    pub more: Option<FiledMore>,
    /// The reader has a tie to the workplace: they see that it is there and whether it is closed, and add nothing to it.
    pub tied: bool,
}

/// What is seen where the worker agreed. Never her words, flags or messages.
#[derive(Debug, Clone)]
pub struct FiledMore {
    /// Where it stands, as the worker is told.
    pub stands: Stands,
    /// The next step, a code of the pack.
    pub next_step: Option<String>,
    /// The outcome, once closed.
    pub outcome: Option<String>,
    /// Until when this is shown.
    pub until: DateTime<Utc>,
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct FiledList {
    /// The organisation's name.
    pub organisation: String,
    /// What it is, a code of the pack.
    pub filer: String,
    /// Newest first.
    pub rows: Vec<FiledRow>,
    /// The reference after which the next page begins.
    pub next: Option<Reference>,
}

/// What the organisation of this account filed. Of a workplace with which this account has a tie, what it filed itself alone,
/// and of that no more than the reference and whether it is closed.
///
/// # Errors
/// [`GroupError::Denied`] where the account files for nobody.
pub async fn filed_list(
    desk: &Desk,
    actor: &Actor,
    after: Option<Reference>,
) -> Result<FiledList, GroupError> {
    let organisation = organisation_of(desk, actor).await?;
    let scope = judge(actor, Action::ReadFiled).map_err(|_| GroupError::Denied)?;
    let house = &desk.site.house;
    let mut reached = Condition::all().add(filing::Column::OrganisationId.eq(organisation.id));
    if let Some(tied) = scope.complaints_out_of_reach() {
        let own = filing::Column::FiledBy.eq(actor.account().unwrap_or_default());
        let other = filing::Column::ComplaintId.not_in_subquery(tied);
        reached = reached.add(Condition::any().add(own).add(other));
    }
    let mut query =
        filing::Entity::find().filter(reached).order_by_desc(filing::Column::ComplaintId).limit(ROWS + 1);
    if let Some(after) = after {
        let last = complaint::Entity::find()
            .filter(complaint::Column::Reference.eq(after.to_string()))
            .one(house.reader())
            .await?;
        query = query.filter(filing::Column::ComplaintId.lt(last.map_or_else(Uuid::nil, |row| row.id)));
    }
    let ids: Vec<Uuid> = query.all(house.reader()).await?.into_iter().map(|row| row.complaint_id).collect();
    let mut rows = complaint::Entity::find()
        .filter(complaint::Column::Id.is_in(ids.clone()))
        .order_by_desc(complaint::Column::Id)
        .all(house.reader())
        .await?;
    let more = rows.len() > usize::try_from(ROWS).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(ROWS).unwrap_or(usize::MAX));
    let seen = open_sights(house, &ids).await?;
    let rows: Vec<FiledRow> = rows.iter().filter_map(|row| shown(row, &seen, scope.ties())).collect();
    let next = rows.last().map(|row| row.reference).filter(|_| more);
    Ok(FiledList { organisation: organisation.name, filer: organisation.filer, rows, next })
}

fn shown(row: &complaint::Model, seen: &[filer_sight::Model], ties: &[Uuid]) -> Option<FiledRow> {
    let tied = row.establishment_id.is_some_and(|place| ties.contains(&place));
    let may = !row.filer_has_interest && !tied;
    let sight = seen.iter().find(|sight| sight.complaint_id == row.id && may);
    Some(FiledRow {
        tied,
        reference: row.reference.parse().ok()?,
        received_at: row.received_at,
        closed: row.state == State::Closed.code(),
        more: sight.and_then(|sight| {
            Some(FiledMore {
                stands: Stands::of(State::from_code(&row.state)?),
                next_step: row.next_step.clone(),
                outcome: row.outcome.clone(),
                until: sight.until_at,
            })
        }),
    })
}

/// The consents that hold now.
async fn open_sights(house: &House, complaints: &[Uuid]) -> Result<Vec<filer_sight::Model>, DbErr> {
    filer_sight::Entity::find()
        .filter(filer_sight::Column::ComplaintId.is_in(complaints.to_vec()))
        .filter(filer_sight::Column::EndedAt.is_null())
        .filter(filer_sight::Column::UntilAt.gt(house.now()))
        .all(house.reader())
        .await
}

/// What she decided about who filed for her.
#[derive(Debug, Clone)]
pub struct Sight {
    /// Who filed: a code of the pack.
    pub filer: String,
    /// Until when they see more; none: they do not.
    pub until: Option<DateTime<Utc>>,
}

/// Whether an organisation filed this complaint that may be let see more, and what holds now.
///
/// # Errors
/// The database's error.
pub async fn sight_of(desk: &Desk, complaint: Uuid) -> Result<Option<Sight>, DbErr> {
    let house = &desk.site.house;
    let Some(row) = complaint::Entity::find_by_id(complaint).one(house.reader()).await? else {
        return Ok(None);
    };
    if row.filer_has_interest || filing::Entity::find_by_id(complaint).one(house.reader()).await?.is_none() {
        return Ok(None);
    }
    let open = open_sights(house, &[complaint]).await?;
    Ok(Some(Sight { filer: row.filed_by, until: open.iter().map(|sight| sight.until_at).max() }))
}

/// Why it was not written.
#[derive(Debug, thiserror::Error)]
pub enum SightError {
    /// There is nobody who could be let see, or not for this account.
    #[error("nobody to be let see")]
    Nobody,
    /// Not one of the periods.
    #[error("not a period")]
    Period,
    /// The call log shows no talk in private with the one who is named, since she filed or since her last no.
    #[error("no talk in private is shown")]
    NotShown,
    /// As when coming back.
    #[error(transparent)]
    Return(#[from] ReturnError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// She lets who filed for her see more for so many days; none: she does not, and what held ends at once.
///
/// # Errors
/// [`SightError`]; then nothing was written.
pub async fn decide_sight(desk: &Desk, entered: &Entered, days: Option<i64>) -> Result<(), SightError> {
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
    let row = store::by_id(&desk.site.house, &scope, entered.complaint()).await?;
    let row = row.ok_or(ReturnError::Unknown)?;
    write(desk, &entered.actor(), row.id, row.office.as_deref(), days).await
}

/// Staff write down what she answered. A yes rests on a talk in private that the call log shows (decision 0035): of the one
/// who writes it down, or of another, named by sign-in. A no needs nothing.
///
/// # Errors
/// [`SightError`]; then nothing was written.
pub async fn note_sight(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    days: Option<i64>,
    heard_by: &str,
) -> Result<(), SightError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| SightError::Nobody)?;
    let complaint = summary(desk, &scope, reference).await?;
    if sight_of(desk, complaint.id).await?.is_none() {
        return Err(SightError::Nobody);
    }
    if days.is_some() && !told_alone(desk, actor, &complaint, heard_by).await? {
        return Err(SightError::NotShown);
    }
    write(desk, actor, complaint.id, complaint.office.as_deref(), days).await
}

/// Whether the history shows a talk in private with this person, since she filed and after her last no.
async fn told_alone(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    heard_by: &str,
) -> Result<bool, SightError> {
    let house = &desk.site.house;
    let account = match heard_by.trim() {
        "" => actor.account(),
        name => Directory::new(house.clone()).by_sign_in(name).await?.map(|person| person.id),
    };
    let Some(account) = account else { return Ok(false) };
    let mut said = happened_to(house, complaint.id, DECIDED, None).await?;
    said.retain(|one| one.dim("answer") == Some("no"));
    let last_no = said.pop().map(|one| one.at);
    let talk = heard(house, complaint.id, account, complaint.received_at).await?;
    Ok(talk.is_some_and(|talk| last_no.is_none_or(|no| talk.at > no)))
}

async fn write(
    desk: &Desk,
    actor: &Actor,
    complaint: Uuid,
    office: Option<&str>,
    days: Option<i64>,
) -> Result<(), SightError> {
    if sight_of(desk, complaint).await?.is_none() {
        return Err(SightError::Nobody);
    }
    if days.is_some_and(|days| !SIGHT_DAYS.contains(&days)) {
        return Err(SightError::Period);
    }
    let mut unit: Uow = desk.site.house.unit(actor.clone());
    let now = unit.now();
    unit.update(
        filer_sight::Entity::update_many()
            .col_expr(filer_sight::Column::EndedAt, Expr::value(Some(now)))
            .filter(filer_sight::Column::ComplaintId.eq(complaint))
            .filter(filer_sight::Column::EndedAt.is_null()),
    );
    if let Some(days) = days {
        let id = unit.id();
        unit.insert(filer_sight::ActiveModel {
            id: Set(id),
            complaint_id: Set(complaint),
            given_at: Set(now),
            given_by: Set(unit.actor().account()),
            until_at: Set(now + TimeDelta::days(days)),
            ended_at: Set(None),
        });
    }
    let answer = if days.is_some() { "yes" } else { "no" };
    unit.audit(Audit::write("complaint.filer-sight", SubjectKind::Complaint, complaint).purpose(answer));
    unit.event(Event::new(SubjectKind::Complaint, complaint, DECIDED).office(office).dim("answer", answer));
    unit.commit().await?;
    Ok(())
}
