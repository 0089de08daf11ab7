//! Sessions of the staff pages: a secret in a cookie, its keyed digest in the table, idle and absolute ends.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Audit, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::directory::StaffView;
use crate::entity::{session, staff};

/// Without a request for so long, a session ends (OWASP ASVS 5.0, 7.3).
const IDLE: TimeDelta = TimeDelta::minutes(30);
/// So long after sign-in, a session ends whatever happens: one working day.
const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// The time of the last request is written at most so often.
const NOTED: TimeDelta = TimeDelta::minutes(1);

/// A new session: the cookie's value, shown once.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// `<id>.<secret>`.
    pub cookie: String,
    /// When it ends whatever happens.
    pub expires_at: DateTime<Utc>,
}

/// A fresh secret of 256 bits, in hexadecimal.
pub(crate) fn secret(unit: &Uow) -> String {
    let mut bytes = [0u8; 32];
    unit.house().entropy().fill(&mut bytes);
    data_encoding::HEXLOWER.encode(&bytes)
}

pub(crate) fn begin(unit: &mut Uow, staff: Uuid) -> NewSession {
    let id = unit.id();
    let secret = secret(unit);
    let now = unit.now();
    let expires_at = now + ABSOLUTE;
    let digest = unit.house().vault().digest_secret(id, secret.as_bytes());
    unit.insert(session::ActiveModel {
        id: Set(id),
        digest: Set(digest.to_vec()),
        staff_id: Set(staff),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(expires_at),
        revoked_at: Set(None),
    });
    NewSession { cookie: format!("{}.{secret}", id.simple()), expires_at }
}

async fn find(house: &House, cookie: &str) -> Result<Option<session::Model>, DbErr> {
    let Some((id, secret)) = cookie.split_once('.') else { return Ok(None) };
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let row = session::Entity::find_by_id(id).one(house.reader()).await?;
    let now = house.now();
    Ok(row.filter(|row| {
        house.vault().secret_matches(row.id, secret.as_bytes(), &row.digest)
            && row.revoked_at.is_none()
            && row.expires_at > now
            && row.last_seen_at + IDLE > now
    }))
}

/// Who a session cookie belongs to, if it still holds.
pub(crate) async fn person_of(house: &House, cookie: &str) -> Result<Option<StaffView>, DbErr> {
    let Some(row) = find(house, cookie).await? else { return Ok(None) };
    let Some(person) = staff::Entity::find_by_id(row.staff_id).one(house.reader()).await? else {
        return Ok(None);
    };
    if person.disabled_at.is_some() {
        return Ok(None);
    }
    if row.last_seen_at + NOTED < house.now() {
        let mut unit = house.unit(haqqi_kernel::Actor::System);
        let now = unit.now();
        unit.update(
            session::Entity::update_many()
                .col_expr(session::Column::LastSeenAt, Expr::value(now))
                .filter(session::Column::Id.eq(row.id)),
        );
        unit.commit().await.map_err(|e| DbErr::Custom(e.to_string()))?;
    }
    Ok(Some(StaffView::of(person)))
}

/// Ends a session.
///
/// # Errors
/// The database's error.
pub async fn end_session(house: &House, cookie: &str) -> Result<(), DbErr> {
    let Some(row) = find(house, cookie).await? else { return Ok(()) };
    let mut unit = house.unit(haqqi_kernel::Actor::System);
    let now = unit.now();
    unit.update(
        session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(Some(now)))
            .filter(session::Column::Id.eq(row.id)),
    );
    unit.audit(Audit::write("staff.sign-out", SubjectKind::Staff, row.staff_id));
    unit.commit().await.map_err(|e| DbErr::Custom(e.to_string()))?;
    Ok(())
}
