//! Changing accounts: roles, shutting and opening again, ending sessions and tokens.
//!
//! An office's administrator manages that office alone, and grants what belongs to it. Nobody changes their own roles or
//! shuts their own account, and the last administrator of the nation stays: no house locks itself out.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Role, Scope, SubjectKind, Uow, judge};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryTrait};
use uuid::Uuid;

use crate::directory::{Directory, StaffView};
use crate::entity::staff;
use crate::people::{fit_together, may_grant, note_trained};
use crate::second::{Wanted, What, ask_second, codes_of, pending, set_aside, widens};
use crate::{session, token};

/// Why an account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// Not allowed, or there is no such person within reach.
    #[error("there is no such person for this account")]
    NotFound,
    /// It is the own account.
    #[error("nobody does this to the own account")]
    Oneself,
    /// It is the last open account of an administrator of the nation.
    #[error("the last administrator stays")]
    Last,
    /// The roles do not fit together.
    #[error("the roles do not fit together")]
    Roles,
    /// There is no office in this place.
    #[error("no office is there")]
    Place,
    /// The roles are not this account's to grant.
    #[error("this account grants only what belongs to its own office")]
    Beyond,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl StaffView {
    /// Whether this is an administrator of the whole nation.
    pub(crate) fn administers_all(&self) -> bool {
        self.office.is_none() && self.roles.contains(&Role::Administrator)
    }
}

/// A person whom the actor reaches by this action, under the name for signing in.
///
/// # Errors
/// [`ChangeError::NotFound`], or the database's.
pub async fn within_reach(
    house: &House,
    actor: &Actor,
    action: Action,
    sign_in: &str,
) -> Result<StaffView, ChangeError> {
    let scope = judge(actor, action).map_err(|_| ChangeError::NotFound)?;
    let person = Directory::new(house.clone()).by_sign_in(sign_in).await?;
    person.filter(|person| reaches(&scope, person)).ok_or(ChangeError::NotFound)
}

/// Whether the scope reaches a person. An office reaches its own people; never a partner or an agency's user.
pub(crate) fn reaches(scope: &Scope, person: &StaffView) -> bool {
    scope.covers(person.office.as_deref(), None, false, false)
}

/// Another open administrator of the nation than this one, as a condition of the statement that would shut him: so two
/// who shut each other at one moment cannot both succeed on a database that takes one writer at a time.
fn another_administrator(but: Uuid) -> Expr {
    let query = staff::Entity::find()
        .filter(staff::Column::Id.ne(but))
        .filter(staff::Column::DisabledAt.is_null())
        .filter(staff::Column::Office.is_null())
        .filter(staff::Column::Roles.eq(Role::Administrator.code()))
        .into_query();
    Expr::exists(query)
}

/// Shuts an account: its sessions and tokens end with it.
///
/// # Errors
/// [`ChangeError`].
pub async fn shut_account(house: &House, actor: &Actor, sign_in: &str) -> Result<(), ChangeError> {
    let person = within_reach(house, actor, Action::ShutAccount, sign_in).await?;
    if actor.account() == Some(person.id) {
        return Err(ChangeError::Oneself);
    }
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    let mut query = staff::Entity::update_many()
        .col_expr(staff::Column::DisabledAt, Expr::value(Some(now)))
        .filter(staff::Column::Id.eq(person.id));
    if person.administers_all() {
        one_after_the_other(&mut unit);
        query = query.filter(another_administrator(person.id));
    }
    unit.update_one(query);
    token::revoke(&mut unit, person.id);
    unit.audit(Audit::write("staff.disable", SubjectKind::Staff, person.id));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) if person.administers_all() => Err(ChangeError::Last),
        Err(error) => Err(error.into()),
    }
}

/// Notes that a person was trained to interview workers, or takes that back. Nobody notes it of themselves: the talk with a
/// trained person is what a worker agrees to (`screening.md`, cautions).
///
/// # Errors
/// [`ChangeError`].
pub async fn set_trained(
    house: &House,
    actor: &Actor,
    sign_in: &str,
    trained: bool,
) -> Result<(), ChangeError> {
    let person = within_reach(house, actor, Action::ManagePeople, sign_in).await?;
    if actor.account() == Some(person.id) {
        return Err(ChangeError::Oneself);
    }
    let mut unit = house.unit(actor.clone());
    note_trained(&mut unit, person.id, trained);
    unit.commit().await?;
    Ok(())
}

/// Touches every administrator of the nation: on a database of several writers, two who shut each other wait here for one
/// another, and the second sees what the first did.
fn one_after_the_other(unit: &mut Uow) {
    unit.update(
        staff::Entity::update_many()
            .col_expr(staff::Column::Version, Expr::col(staff::Column::Version).add(1))
            .filter(staff::Column::Office.is_null())
            .filter(staff::Column::Roles.eq(Role::Administrator.code())),
    );
}

/// Lets a person reach other offices beside their own: those of a governorate. None: the own alone. An office more waits
/// for a second person; an office less is gone at once, and their sessions with it, so that what they see is what they may.
///
/// # Errors
/// [`ChangeError`]; [`ChangeError::Beyond`] for who manages one office alone, and for a person without an office.
pub async fn set_reach(
    house: &House,
    actor: &Actor,
    sign_in: &str,
    offices: &[String],
) -> Result<Granted, ChangeError> {
    let scope = judge(actor, Action::ManagePeople).map_err(|_| ChangeError::NotFound)?;
    let person = within_reach(house, actor, Action::ManagePeople, sign_in).await?;
    if actor.account() == Some(person.id) {
        return Err(ChangeError::Oneself);
    }
    if !scope.everything() || person.office.is_none() {
        return Err(ChangeError::Beyond);
    }
    let wanted: Vec<String> =
        offices.iter().filter(|code| Some(*code) != person.office.as_ref()).cloned().collect();
    let waits = pending(house, &person).await?;
    // What it will hold, if a second person agrees to what waits already.
    let roles = waits.as_ref().map_or(&person.roles, |row| &row.roles);
    let with = |also: &[String]| StaffView { roles: roles.clone(), also: also.to_vec(), ..person.clone() };
    let more = widens(&with(&person.also), &with(&wanted));
    let now: Vec<String> =
        wanted.iter().filter(|code| !more || person.also.contains(code)).cloned().collect();
    let mut unit = house.unit(actor.clone());
    if now.len() != person.also.len() || !now.iter().all(|code| person.also.contains(code)) {
        write_reach(&mut unit, person.id, &now);
        session::end(&mut unit, person.id, None, None);
    }
    match waits.as_ref().map(|row| row.what).filter(|what| *what != What::Reach) {
        // What waits already is asked for anew, with these offices in it.
        Some(what) => ask_second(&mut unit, person.id, Wanted { what, roles, also: &wanted }),
        None if more => ask_second(&mut unit, person.id, Wanted { what: What::Reach, roles, also: &wanted }),
        None => set_aside(&mut unit, person.id),
    }
    unit.audit(Audit::write("staff.reach", SubjectKind::Staff, person.id).purpose(offices.join(" ")));
    unit.commit().await?;
    Ok(if more { Granted::Waits } else { Granted::Now })
}

/// Writes, in this unit, which other offices a person reaches.
pub(crate) fn write_reach(unit: &mut Uow, person: Uuid, also: &[String]) {
    let also = (!also.is_empty()).then(|| also.join(" "));
    unit.update_one(
        staff::Entity::update_many()
            .col_expr(staff::Column::Also, Expr::value(also))
            .filter(staff::Column::Id.eq(person)),
    );
}

/// Opens an account again that was shut. What it held waits for a second person, as for a new account: its owner signs in,
/// sees the code, and says it to them.
///
/// # Errors
/// [`ChangeError`].
pub async fn open_account(house: &House, actor: &Actor, sign_in: &str) -> Result<Granted, ChangeError> {
    let person = within_reach(house, actor, Action::ManagePeople, sign_in).await?;
    let waits = widens(&person, &StaffView { disabled: false, ..person.clone() });
    let mut unit = house.unit(actor.clone());
    let never: Option<DateTime<Utc>> = None;
    let mut query = staff::Entity::update_many()
        .col_expr(staff::Column::DisabledAt, Expr::value(never))
        .filter(staff::Column::Id.eq(person.id));
    if waits {
        let none: Option<String> = None;
        query = query
            .col_expr(staff::Column::Roles, Expr::value(codes_of(&[])))
            .col_expr(staff::Column::Also, Expr::value(none));
        let wanted = Wanted { what: What::Open, roles: &person.roles, also: &person.also };
        ask_second(&mut unit, person.id, wanted);
    }
    unit.update_one(query);
    unit.audit(Audit::write("staff.enable", SubjectKind::Staff, person.id));
    unit.commit().await?;
    Ok(if waits { Granted::Waits } else { Granted::Now })
}

/// What became of what was to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Granted {
    /// It holds.
    Now,
    /// A second person has to confirm it; until then nothing more is read than before.
    Waits,
}

/// Writes a person's roles in this unit. Stale where the last administrator of the nation would go.
pub(crate) fn write_roles(unit: &mut Uow, person: &StaffView, roles: &[Role]) {
    let mut query = staff::Entity::update_many()
        .col_expr(staff::Column::Roles, Expr::value(codes_of(roles)))
        .filter(staff::Column::Id.eq(person.id));
    if person.administers_all() && !roles.contains(&Role::Administrator) {
        one_after_the_other(unit);
        query = query.filter(another_administrator(person.id));
    }
    unit.update_one(query);
}

/// Gives a person other roles. Where one that reads is new among them, a second person has to confirm all of it. Their
/// sessions end, so that the menu they see is the one they have.
///
/// # Errors
/// [`ChangeError`].
pub async fn set_roles(
    house: &House,
    actor: &Actor,
    sign_in: &str,
    roles: &[Role],
) -> Result<Granted, ChangeError> {
    let scope = judge(actor, Action::ManagePeople).map_err(|_| ChangeError::NotFound)?;
    let person = within_reach(house, actor, Action::ManagePeople, sign_in).await?;
    if actor.account() == Some(person.id) {
        return Err(ChangeError::Oneself);
    }
    if !fit_together(roles, person.agency.is_some()) || roles.contains(&Role::Partner) {
        return Err(ChangeError::Roles);
    }
    if !may_grant(&scope, roles, person.office.as_deref())
        || !may_grant(&scope, &person.roles, person.office.as_deref())
    {
        return Err(ChangeError::Beyond);
    }
    let mut unit = house.unit(actor.clone());
    if widens(&person, &StaffView { roles: roles.to_vec(), ..person.clone() }) {
        let waits = pending(house, &person).await?;
        let what = if person.roles.is_empty() { What::New } else { What::Roles };
        // Offices that wait already wait on.
        let also = waits.as_ref().map_or(&person.also, |row| &row.also);
        ask_second(&mut unit, person.id, Wanted { what, roles, also });
        unit.commit().await?;
        return Ok(Granted::Waits);
    }
    set_aside(&mut unit, person.id);
    write_roles(&mut unit, &person, roles);
    session::end(&mut unit, person.id, None, None);
    let audit = Audit::write("staff.roles", SubjectKind::Staff, person.id);
    unit.audit(audit.purpose(codes_of(roles)));
    match unit.commit().await {
        Ok(_) => Ok(Granted::Now),
        Err(CommitError::Stale) if person.administers_all() => Err(ChangeError::Last),
        Err(error) => Err(error.into()),
    }
}

/// Ends sessions or tokens of a person within reach: one by its mark, or all sessions without one.
///
/// # Errors
/// [`ChangeError`].
pub async fn end_for(
    house: &House,
    actor: &Actor,
    sign_in: &str,
    which: Ending<'_>,
) -> Result<(), ChangeError> {
    let person = within_reach(house, actor, Action::ShutAccount, sign_in).await?;
    end_of(house, actor, person.id, which, None).await
}

/// Ends the own sessions or tokens; the session that asks is kept when all others end.
///
/// # Errors
/// [`ChangeError`].
pub async fn end_own(
    house: &House,
    actor: &Actor,
    which: Ending<'_>,
    kept: Option<Uuid>,
) -> Result<(), ChangeError> {
    let own = actor.account().ok_or(ChangeError::NotFound)?;
    end_of(house, actor, own, which, kept).await
}

/// What ends.
#[derive(Debug, Clone, Copy)]
pub enum Ending<'a> {
    /// All sessions.
    Sessions,
    /// The session of this mark.
    Session(&'a str),
    /// The token of this mark.
    Token(&'a str),
}

async fn end_of(
    house: &House,
    actor: &Actor,
    person: Uuid,
    which: Ending<'_>,
    kept: Option<Uuid>,
) -> Result<(), ChangeError> {
    let mut unit = house.unit(actor.clone());
    match which {
        Ending::Sessions => session::end(&mut unit, person, None, kept),
        Ending::Session(mark) => {
            let all = session::sessions(house, person).await?;
            let one = all.into_iter().find(|one| one.mark == mark).ok_or(ChangeError::NotFound)?;
            session::end(&mut unit, person, Some(one.id), None);
        }
        Ending::Token(mark) => {
            let all = token::tokens(house, person).await?;
            let one = all.into_iter().find(|one| one.mark == mark).ok_or(ChangeError::NotFound)?;
            token::end(&mut unit, person, one.id);
        }
    }
    unit.commit().await?;
    Ok(())
}
