//! The second person. Whatever lets an account read more than before is given by two: an administrator asks, and who answers
//! for the work confirms, with a code that the account's owner alone sees. So nobody reads by accounts that they made
//! themselves. What narrows an account holds at once.
//!
//! Administrators do not confirm each other: one of them may make another. A supervisor confirms for the offices that she
//! reads already, whose people she knows; above the offices, a supervisor or the data-protection officer
//! (`docs/decisions/0033`, `0037`).

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Role, Scope, SubjectKind, Uow, judge};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Set,
};
use uuid::Uuid;

use crate::directory::{Directory, StaffView, offices_in};
use crate::entity::{confirmation, staff};
use crate::manage::{reaches, write_reach, write_roles};
use crate::session::mark;
use crate::{sign_in, token};

/// So long a second person may take; then it is asked anew.
const WAITS: TimeDelta = TimeDelta::days(30);
/// At most so many in the list.
const MOST: u64 = 500;
/// Letters of the owner's code.
const LETTERS: usize = 6;

/// Whether one of these roles reads anything: the kernel's one decision for each action says so.
pub(crate) fn read_records(roles: &[Role]) -> bool {
    roles.iter().any(|role| role.reads())
}

/// Whether an account would read more than before: by another role that reads, in another office or above all of them, or
/// open again where it was shut. This is the one rule of what waits for a second person.
pub(crate) fn widens(before: &StaffView, after: &StaffView) -> bool {
    if after.disabled || !read_records(&after.roles) {
        return false;
    }
    let new: Vec<Role> = after.roles.iter().filter(|role| !before.roles.contains(role)).copied().collect();
    let reached = |office: &String| before.office.as_ref() == Some(office) || before.also.contains(office);
    let farther = match (&before.office, &after.office) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(_), Some(own)) => !reached(own) || !after.also.iter().all(reached),
    };
    before.disabled || farther || read_records(&new)
}

/// Roles as they are kept.
pub(crate) fn codes_of(roles: &[Role]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")
}

/// What waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A new account.
    New,
    /// Other roles.
    Roles,
    /// New secrets for the same roles.
    Anew,
    /// Other offices beside the own one.
    Reach,
    /// Open again, after it was shut.
    Open,
}

impl What {
    /// The code kept in tables, and the end of the messages that name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Roles => "roles",
            Self::Anew => "anew",
            Self::Reach => "reach",
            Self::Open => "open",
        }
    }

    fn from_code(code: &str) -> Self {
        match code {
            "new" => Self::New,
            "anew" => Self::Anew,
            "reach" => Self::Reach,
            "open" => Self::Open,
            _ => Self::Roles,
        }
    }
}

/// What an account is to hold once a second person has confirmed it: all of it, so that they see all of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) what: What,
    pub(crate) roles: &'a [Role],
    /// Other offices that it reaches.
    pub(crate) also: &'a [String],
}

/// Asks, in this unit, that a second person confirm this. What waited before for this person waits no more.
pub(crate) fn ask_second(unit: &mut Uow, staff: Uuid, wanted: Wanted<'_>) {
    let by = unit.actor().account();
    ask_for(unit, staff, wanted, by);
}

/// The same, in the name of who let it be asked.
pub(crate) fn ask_for(unit: &mut Uow, staff: Uuid, wanted: Wanted<'_>, by: Option<Uuid>) {
    set_aside(unit, staff);
    let row = confirmation::ActiveModel {
        id: Set(unit.id()),
        staff_id: Set(staff),
        what: Set(wanted.what.code().to_owned()),
        roles: Set(codes_of(wanted.roles)),
        also: Set((!wanted.also.is_empty()).then(|| wanted.also.join(" "))),
        asked_by: Set(by),
        asked_at: Set(unit.now()),
        decided_by: Set(None),
        decided_at: Set(None),
        agreed: Set(None),
    };
    unit.insert(row);
    let purpose = [codes_of(wanted.roles), wanted.also.join(" ")].join(" ");
    unit.audit(
        Audit::write("staff.ask-second", SubjectKind::Staff, staff).purpose(purpose.trim().to_owned()),
    );
}

/// Sets aside, in this unit, what waits for this person.
pub(crate) fn set_aside(unit: &mut Uow, staff: Uuid) {
    let (now, by) = (unit.now(), unit.actor().account());
    unit.update(
        confirmation::Entity::update_many()
            .col_expr(confirmation::Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(confirmation::Column::DecidedBy, Expr::value(by))
            .filter(confirmation::Column::StaffId.eq(staff))
            .filter(confirmation::Column::DecidedAt.is_null()),
    );
}

/// What waits for a second person, as they see it.
#[derive(Debug, Clone)]
pub struct WaitingView {
    /// A mark for forms, which tells nothing.
    pub mark: String,
    /// For whom.
    pub person: StaffView,
    /// What.
    pub what: What,
    /// The roles that are to be given.
    pub roles: Vec<Role>,
    /// The offices that the account will reach beside its own.
    pub also: Vec<String>,
    /// Who asked.
    pub asked_by: Option<Uuid>,
    /// When.
    pub asked_at: DateTime<Utc>,
}

/// Why nothing was confirmed.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// Not allowed, or nothing waits.
    #[error("nothing waits for this account")]
    NotFound,
    /// Who asked, or the person concerned.
    #[error("somebody else has to confirm it")]
    Oneself,
    /// The code is not the one that the account's owner sees.
    #[error("this is not the code that the account's owner sees")]
    Code,
    /// Too many wrong codes.
    #[error("too many tries")]
    Slow,
    /// It is the last administrator of the nation.
    #[error("the last administrator stays")]
    Last,
    /// It was decided in the meantime.
    #[error("this was decided in the meantime")]
    Decided,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// What waits still, of everybody or of this account.
fn open_now(now: DateTime<Utc>, of: Option<Uuid>) -> Select<confirmation::Entity> {
    let query = confirmation::Entity::find()
        .filter(confirmation::Column::DecidedAt.is_null())
        .filter(confirmation::Column::AskedAt.gt(now - WAITS));
    match of {
        Some(of) => query.filter(confirmation::Column::StaffId.eq(of)),
        None => query,
    }
}

/// The same, for a look at whether there is any.
pub(crate) fn open_rows(now: DateTime<Utc>, of: Option<Uuid>) -> SelectStatement {
    open_now(now, of).into_query()
}

async fn open(house: &House, of: Option<Uuid>) -> Result<Vec<confirmation::Model>, DbErr> {
    let query = open_now(house.now(), of).order_by_asc(confirmation::Column::Id).limit(MOST);
    query.all(house.reader()).await
}

fn view(house: &House, row: &confirmation::Model, person: StaffView) -> WaitingView {
    WaitingView {
        mark: mark(house, row.id),
        person,
        what: What::from_code(&row.what),
        roles: row.roles.split(' ').filter_map(Role::from_code).collect(),
        also: offices_in(row.also.as_deref()),
        asked_by: row.asked_by,
        asked_at: row.asked_at,
    }
}

/// What this account may confirm, with the rows.
async fn within(
    house: &House,
    actor: &Actor,
    scope: &Scope,
) -> Result<Vec<(confirmation::Model, StaffView)>, DbErr> {
    let rows = open(house, None).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.staff_id).collect();
    let people = Directory::new(house.clone()).people(&ids).await?;
    let found = rows.into_iter().filter_map(|row| {
        let person = people.iter().find(|person| person.id == row.staff_id)?.clone();
        let mine = actor.account() == Some(person.id);
        // Who confirms reads already wherever the account will.
        let also = offices_in(row.also.as_deref());
        let all = reaches(scope, &person)
            && also
                .into_iter()
                .all(|office| reaches(scope, &StaffView { office: Some(office), ..person.clone() }));
        (!person.disabled && !mine && all).then_some((row, person))
    });
    Ok(found.collect())
}

/// What waits within reach of who may confirm, the oldest first.
///
/// # Errors
/// [`ConfirmError`].
pub async fn waiting(house: &House, actor: &Actor) -> Result<Vec<WaitingView>, ConfirmError> {
    let scope = judge(actor, Action::ConfirmPeople).map_err(|_| ConfirmError::NotFound)?;
    let rows = within(house, actor, &scope).await?;
    Ok(rows.into_iter().map(|(row, person)| view(house, &row, person)).collect())
}

/// What waits for this very person, and the code that they say to the second one.
///
/// # Errors
/// The database's error.
pub async fn own_waiting(house: &House, person: &StaffView) -> Result<Option<(WaitingView, String)>, DbErr> {
    let Some(row) = open(house, Some(person.id)).await?.pop() else { return Ok(None) };
    let Some(account) = staff::Entity::find_by_id(person.id).one(house.reader()).await? else {
        return Ok(None);
    };
    Ok(Some((view(house, &row, person.clone()), check(house, &row, &account))))
}

/// What waits for this person, for who changes the account further.
pub(crate) async fn pending(house: &House, person: &StaffView) -> Result<Option<WaitingView>, DbErr> {
    let row = open(house, Some(person.id)).await?.pop();
    Ok(row.map(|row| view(house, &row, person.clone())))
}

/// The owner's code: of this asking and these secrets. Whoever changes the secrets changes the code.
fn check(house: &House, row: &confirmation::Model, account: &staff::Model) -> String {
    let bytes = [row.id.as_bytes().as_slice(), &account.totp].concat();
    let tag = house.vault().web_tag("confirmation", &bytes);
    data_encoding::BASE32_NOPAD.encode(&tag).chars().take(LETTERS).collect()
}

/// What the second person says.
#[derive(Debug, Clone, Copy)]
pub enum Said<'a> {
    /// It is she, and she shall do this: with the code that she sees.
    Yes(&'a str),
    /// No. A new account, one with new secrets, or one that was shut before, is shut.
    No,
}

/// Confirms or refuses what waits.
///
/// # Errors
/// [`ConfirmError`].
pub async fn confirm_waiting(
    house: &House,
    actor: &Actor,
    wanted: &str,
    said: Said<'_>,
) -> Result<(), ConfirmError> {
    let scope = judge(actor, Action::ConfirmPeople).map_err(|_| ConfirmError::NotFound)?;
    let own = actor.account().ok_or(ConfirmError::NotFound)?;
    let rows = within(house, actor, &scope).await?;
    let found = rows.into_iter().find(|(row, _)| mark(house, row.id) == wanted);
    let (row, person) = found.ok_or(ConfirmError::NotFound)?;
    if row.asked_by == Some(own) {
        return Err(ConfirmError::Oneself);
    }
    let account = staff::Entity::find_by_id(person.id).one(house.reader()).await?;
    let account = account.ok_or(ConfirmError::NotFound)?;
    let mut unit = house.unit(actor.clone());
    let (now, seen) = (unit.now(), view(house, &row, person.clone()));
    let agreed = matches!(said, Said::Yes(_));
    match said {
        Said::Yes(code) => {
            let place = format!("confirmation {}", row.id);
            if sign_in::resting(&place, now) {
                return Err(ConfirmError::Slow);
            }
            let typed: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
            if !typed.eq_ignore_ascii_case(&check(house, &row, &account)) {
                sign_in::count(&place, now, false);
                return Err(ConfirmError::Code);
            }
            write_roles(&mut unit, &person, &seen.roles);
            write_reach(&mut unit, person.id, &seen.also);
            token::end_all(&mut unit, person.id);
            let purpose = [row.roles.as_str(), row.also.as_deref().unwrap_or_default()].join(" ");
            unit.audit(
                Audit::write("staff.confirm-roles", SubjectKind::Staff, person.id)
                    .purpose(purpose.trim().to_owned()),
            );
        }
        Said::No => {
            if !matches!(seen.what, What::Roles | What::Reach) {
                unit.update_one(
                    staff::Entity::update_many()
                        .col_expr(staff::Column::DisabledAt, Expr::value(Some(now)))
                        .filter(staff::Column::Id.eq(person.id)),
                );
                token::revoke(&mut unit, person.id);
            }
            unit.audit(
                Audit::write("staff.refuse-roles", SubjectKind::Staff, person.id).purpose(row.roles.clone()),
            );
        }
    }
    unit.update_one(
        confirmation::Entity::update_many()
            .col_expr(confirmation::Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(confirmation::Column::DecidedBy, Expr::value(Some(own)))
            .col_expr(confirmation::Column::Agreed, Expr::value(Some(agreed)))
            .filter(confirmation::Column::Id.eq(row.id))
            .filter(confirmation::Column::DecidedAt.is_null()),
    );
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) if person.administers_all() => Err(ConfirmError::Last),
        Err(CommitError::Stale) => Err(ConfirmError::Decided),
        Err(error) => Err(error.into()),
    }
}
