//! Sessions of the staff pages: a secret in a cookie, its keyed digest in the table, idle and absolute ends. Their owner
//! sees them and ends them, and so does who may shut the account.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Audit, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::directory::StaffView;
use crate::entity::{session, staff};

/// Without a request for so long, a session ends (OWASP ASVS 5.0, 7.3).
const IDLE: TimeDelta = TimeDelta::minutes(30);
/// So long after sign-in, a session ends whatever happens: one working day.
const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// The time of the last request is written at most so often.
const NOTED: TimeDelta = TimeDelta::minutes(1);

/// So long the second factor counts as just shown: for opening names, and for what leaves the house.
pub(crate) const FRESH: TimeDelta = TimeDelta::minutes(10);

/// A new session: the cookie's value, shown once.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// `<id>.<secret>`.
    pub cookie: String,
    /// When it ends whatever happens.
    pub expires_at: DateTime<Utc>,
    /// The mark for the browser, by which wrong tries from it are counted by themselves. It opens nothing.
    pub device: String,
}

/// Forgets up to `most` sessions that ended before this instant, within the unit. Gives their number; who signed in when
/// stays in the audit.
///
/// # Errors
/// The database's error.
pub async fn forget_sessions(unit: &mut Uow, before: DateTime<Utc>, most: u64) -> Result<usize, DbErr> {
    let old: Vec<Uuid> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::ExpiresAt.lt(before))
        .limit(most)
        .into_tuple()
        .all(unit.reader())
        .await?;
    let many = old.len();
    unit.delete(session::Entity::delete_many().filter(session::Column::Id.is_in(old)));
    Ok(many)
}

/// A fresh secret of 256 bits, in hexadecimal.
pub(crate) fn secret(unit: &Uow) -> String {
    let mut bytes = [0u8; 32];
    unit.house().entropy().fill(&mut bytes);
    data_encoding::HEXLOWER.encode(&bytes)
}

/// Begins one. The second factor was shown just now, or is shown later (`fresh`).
pub(crate) fn begin(unit: &mut Uow, staff: Uuid, agent: Option<String>, fresh: bool) -> NewSession {
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
        fresh_at: Set(fresh.then_some(now)),
        agent: Set(agent),
        lent: Set(None),
    });
    let device = crate::sign_in::device_mark(unit.house(), staff);
    NewSession { cookie: format!("{}.{secret}", id.simple()), expires_at, device }
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

/// A session that holds, with whose it is.
pub(crate) struct Held {
    pub(crate) id: Uuid,
    pub(crate) person: StaffView,
    /// Until when the second factor counts as just shown.
    pub(crate) fresh_until: DateTime<Utc>,
    /// The only address that it opens, where it is lent.
    pub(crate) lent: Option<String>,
}

/// Who a session cookie belongs to, if it still holds.
pub(crate) async fn held(house: &House, cookie: &str) -> Result<Option<Held>, DbErr> {
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
    let fresh_until = row.fresh_at.map_or(row.created_at, |at| at + FRESH);
    let person = StaffView::of_one(house, Some(person)).await?;
    let lent = row.lent;
    Ok(person.map(|person| Held { id: row.id, person, fresh_until, lent }))
}

/// A session as its owner and who may shut the account see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    pub(crate) id: Uuid,
    /// A mark for forms, which tells nothing.
    pub mark: String,
    /// What it came from, in a word or two, as far as the browser said.
    pub agent: String,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When it was last used.
    pub last: DateTime<Utc>,
}

impl SessionView {
    /// Its id, for whoever acts in it. It is never shown.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }
}

/// A short mark for an id in a form: it tells neither the id nor its time, and fits this house alone.
pub(crate) fn mark(house: &House, id: Uuid) -> String {
    let tag = house.vault().web_tag("account-mark", id.as_bytes());
    data_encoding::HEXLOWER.encode(tag.get(..10).unwrap_or_default())
}

/// The sessions of a person that hold, the last used first.
///
/// # Errors
/// The database's error.
pub async fn sessions(house: &House, staff: Uuid) -> Result<Vec<SessionView>, DbErr> {
    let now = house.now();
    let rows = session::Entity::find()
        .filter(session::Column::StaffId.eq(staff))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .filter(session::Column::LastSeenAt.gt(now - IDLE))
        .order_by_desc(session::Column::LastSeenAt)
        .all(house.reader())
        .await?;
    let view = |row: session::Model| SessionView {
        id: row.id,
        mark: mark(house, row.id),
        agent: row.agent.unwrap_or_default(),
        since: row.created_at,
        last: row.last_seen_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Ends, in this unit, the sessions of a person: the one with this id, or all but the one that is kept.
pub(crate) fn end(unit: &mut Uow, staff: Uuid, only: Option<Uuid>, kept: Option<Uuid>) {
    let now = unit.now();
    let mut query = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(Some(now)))
        .filter(session::Column::StaffId.eq(staff))
        .filter(session::Column::RevokedAt.is_null());
    if let Some(only) = only {
        query = query.filter(session::Column::Id.eq(only));
    }
    if let Some(kept) = kept {
        query = query.filter(session::Column::Id.ne(kept));
    }
    unit.update(query);
    unit.audit(Audit::write("staff.end-sessions", SubjectKind::Staff, staff));
}

/// Lends, in this unit, a session to somebody else who sits before the device: from now on it opens the screen at this address,
/// and nothing of its owner's. What its owner had lent before ends. Only signing in anew gives back the rest.
pub fn lend(unit: &mut Uow, staff: Uuid, session: Uuid, at: &str) {
    let now = unit.now();
    unit.update(
        session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(Some(now)))
            .filter(session::Column::StaffId.eq(staff))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::Lent.is_not_null()),
    );
    unit.update_one(
        session::Entity::update_many()
            .col_expr(session::Column::Lent, Expr::value(Some(at.to_owned())))
            .filter(session::Column::Id.eq(session))
            .filter(session::Column::StaffId.eq(staff))
            .filter(session::Column::RevokedAt.is_null()),
    );
    unit.audit(Audit::write("staff.lend-session", SubjectKind::Staff, staff));
}

/// Notes, in this unit, that the second factor was shown just now in this session.
pub(crate) fn refresh(unit: &mut Uow, id: Uuid) {
    let now = unit.now();
    unit.update_one(
        session::Entity::update_many()
            .col_expr(session::Column::FreshAt, Expr::value(Some(now)))
            .filter(session::Column::Id.eq(id))
            .filter(session::Column::RevokedAt.is_null()),
    );
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
