//! Accounts at the provider and to whom here they belong: linked by their owner, signed in; signed in by who comes back.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::flow::{Pending, Returned};
use crate::entity::{provider_link, staff};
use crate::passkey::spend;
use crate::session::{NewSession, begin};
use crate::sign_in::{Origin, SignInError, count, place, resting, second_of, take_second};

/// Why an account was not linked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LinkError {
    /// It belongs to somebody else here.
    #[error("this account at the provider belongs to somebody else here")]
    Taken,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Links the account at the provider to the own one; another that was linked before is let go.
///
/// # Errors
/// [`LinkError`].
pub(crate) async fn link(house: &House, actor: &Actor, own: Uuid, tag: &[u8]) -> Result<(), LinkError> {
    let mut unit = house.unit(actor.clone());
    unit.delete(provider_link::Entity::delete_many().filter(provider_link::Column::StaffId.eq(own)));
    unit.insert(provider_link::ActiveModel {
        staff_id: Set(own),
        tag: Set(tag.to_vec()),
        made_at: Set(unit.now()),
        last_used_at: Set(None),
    });
    unit.audit(Audit::write("staff.link-provider", SubjectKind::Staff, own));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Unique(_)) => Err(LinkError::Taken),
        Err(error) => Err(error.into()),
    }
}

/// Lets the own account at the provider go.
///
/// # Errors
/// The commit's answer.
pub(crate) async fn unlink(house: &House, actor: &Actor, own: Uuid) -> Result<(), CommitError> {
    let mut unit = house.unit(actor.clone());
    unit.delete(provider_link::Entity::delete_many().filter(provider_link::Column::StaffId.eq(own)));
    unit.audit(Audit::write("staff.unlink-provider", SubjectKind::Staff, own));
    unit.commit().await?;
    Ok(())
}

/// Since when an account at the provider is linked to the own one, and when it was last used.
///
/// # Errors
/// The database's error.
pub(crate) async fn linked(
    house: &House,
    own: Uuid,
) -> Result<Option<(DateTime<Utc>, Option<DateTime<Utc>>)>, DbErr> {
    let row = provider_link::Entity::find_by_id(own).one(house.reader()).await?;
    Ok(row.map(|row| (row.made_at, row.last_used_at)))
}

/// Somebody whom the provider knows.
pub(crate) enum Entered {
    /// Signed in.
    In(NewSession),
    /// Our second factor is still asked for: what the browser keeps until then.
    Asked(String),
}

/// Why somebody whom the provider knows was not signed in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EnterError {
    /// No open account here is linked to it.
    #[error("no account here is linked to this account at the provider")]
    Unknown,
    /// What signing in answers.
    #[error(transparent)]
    SignIn(#[from] SignInError),
}

impl From<DbErr> for EnterError {
    fn from(error: DbErr) -> Self {
        Self::SignIn(error.into())
    }
}

async fn open_account(house: &House, id: Uuid) -> Result<Option<staff::Model>, DbErr> {
    let row = staff::Entity::find_by_id(id).one(house.reader()).await?;
    Ok(row.filter(|row| row.disabled_at.is_none()))
}

/// Signs in who came back from the provider, or asks for our second factor first.
///
/// # Errors
/// [`EnterError`].
pub(crate) async fn enter(house: &House, from: &Origin, back: &Returned) -> Result<Entered, EnterError> {
    let link = provider_link::Entity::find()
        .filter(provider_link::Column::Tag.eq(back.tag.clone()))
        .one(house.reader())
        .await?
        .ok_or(EnterError::Unknown)?;
    let person = open_account(house, link.staff_id).await?.ok_or(EnterError::Unknown)?;
    if !back.second {
        return Ok(Entered::Asked(Pending::new(house, person.id, &back.next).sealed(house)));
    }
    let mut unit = house.unit(Actor::System);
    let session = signed_in(&mut unit, person.id, from, true);
    unit.commit().await.map_err(SignInError::from)?;
    Ok(Entered::In(session))
}

fn signed_in(unit: &mut haqqi_kernel::Uow, staff: Uuid, from: &Origin, fresh: bool) -> NewSession {
    let now = unit.now();
    unit.update(
        provider_link::Entity::update_many()
            .col_expr(provider_link::Column::LastUsedAt, Expr::value(Some(now)))
            .filter(provider_link::Column::StaffId.eq(staff)),
    );
    unit.audit(Audit::write("staff.sign-in-provider", SubjectKind::Staff, staff));
    begin(unit, staff, from.agent.clone(), fresh)
}

/// Signs in who came back from the provider and now shows our second factor. Wrong tries count with those at the password.
///
/// # Errors
/// [`SignInError`].
pub(crate) async fn finish(
    house: &House,
    from: &Origin,
    pending: &Pending,
    code: &str,
) -> Result<NewSession, SignInError> {
    let now = house.now();
    let Some(row) = open_account(house, pending.staff).await? else { return Err(SignInError::Wrong) };
    let place = place(house, from, &row.sign_in, Some(&row));
    let recovery = crate::recovery::find(house, row.id, code).await?;
    if recovery.is_none() && resting(&place, now) {
        return Err(SignInError::Slow);
    }
    let Some(second) = second_of(house, &row, recovery, code).await? else {
        count(&place, now, false);
        return Err(SignInError::Wrong);
    };
    let mut unit = house.unit(Actor::System);
    take_second(&mut unit, row.id, &second);
    spend(&mut unit, &pending.once);
    let session = signed_in(&mut unit, row.id, from, true);
    match unit.commit().await {
        Err(CommitError::Stale | CommitError::Unique(_)) => return Err(SignInError::Wrong),
        other => other?,
    };
    count(&place, now, true);
    Ok(session)
}
