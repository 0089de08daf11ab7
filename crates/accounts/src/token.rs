//! Tokens of the API: made by their owner (`own_token.rs`) or by `haqqi user token`, sent as `Authorization: Bearer hq_…`. A
//! token may be bounded to a few actions; it never adds one, and what a person alone does (`Action::by_token`) it never
//! does. Their owner sees them, with their last use, and ends them.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Action, Audit, ByToken, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::directory::StaffView;
use crate::entity::{api_token, passkey, provider_link, session, staff};
use crate::session::{mark, secret};

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Whose.
    pub staff: Uuid,
    /// What for.
    pub name: String,
    /// Until when; absent: until it is revoked.
    pub expires_at: Option<DateTime<Utc>>,
}

/// The time of a token's last use is written at most so often.
const NOTED: TimeDelta = TimeDelta::minutes(1);

/// Bounds as they are kept: codes of actions, with spaces between.
fn kept(only: &[Action]) -> String {
    only.iter().map(|action| action.code()).collect::<Vec<_>>().join(" ")
}

/// Makes a token in this unit that lets only these actions through; what is returned is shown once.
pub fn new_bounded_token(unit: &mut Uow, new: &NewToken, only: &[Action]) -> String {
    make(unit, new, Some(kept(only)), None)
}

/// The same, by its owner, who showed the second factor just now.
pub(crate) fn new_proven_token(unit: &mut Uow, new: &NewToken, only: &[Action]) -> String {
    let now = unit.now();
    make(unit, new, Some(kept(only)), Some(now))
}

/// Makes a token in this unit; what is returned is shown once.
pub fn new_token(unit: &mut Uow, new: &NewToken) -> String {
    make(unit, new, None, None)
}

fn make(unit: &mut Uow, new: &NewToken, scopes: Option<String>, proven: Option<DateTime<Utc>>) -> String {
    let id = unit.id();
    let secret = secret(unit);
    let digest = unit.house().vault().digest_secret(id, secret.as_bytes());
    unit.insert(api_token::ActiveModel {
        id: Set(id),
        digest: Set(digest.to_vec()),
        staff_id: Set(new.staff),
        name: Set(new.name.clone()),
        created_at: Set(unit.now()),
        expires_at: Set(new.expires_at),
        revoked_at: Set(None),
        scopes: Set(scopes),
        last_used_at: Set(None),
        proven_at: Set(proven),
    });
    unit.audit(Audit::write("staff.token", SubjectKind::Staff, new.staff));
    format!("hq_{}_{secret}", id.simple())
}

/// Ends every token and every session of a person in this unit, with passkeys and the link to a provider: a tablet was
/// lost, a person leaves.
pub fn revoke(unit: &mut Uow, staff: Uuid) {
    let now = unit.now();
    end_all(unit, staff);
    unit.update(
        session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(Some(now)))
            .filter(session::Column::StaffId.eq(staff))
            .filter(session::Column::RevokedAt.is_null()),
    );
    unit.delete(passkey::Entity::delete_many().filter(passkey::Column::StaffId.eq(staff)));
    unit.delete(provider_link::Entity::delete_many().filter(provider_link::Column::StaffId.eq(staff)));
    unit.audit(Audit::write("staff.revoke", SubjectKind::Staff, staff));
}

/// Ends every token of a person: what they may do became more, and a token made before must not do more than it was made for.
pub(crate) fn end_all(unit: &mut Uow, staff: Uuid) {
    let now = unit.now();
    unit.update(
        api_token::Entity::update_many()
            .col_expr(api_token::Column::RevokedAt, Expr::value(Some(now)))
            .filter(api_token::Column::StaffId.eq(staff))
            .filter(api_token::Column::RevokedAt.is_null()),
    );
}

/// A token as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenView {
    pub(crate) id: Uuid,
    /// A mark for forms, which tells nothing.
    pub mark: String,
    /// What for.
    pub name: String,
    /// The only actions that it lets through; all of its owner's without.
    pub only: Option<Vec<Action>>,
    /// When it was made.
    pub since: DateTime<Utc>,
    /// Until when; absent: until it is revoked.
    pub until: Option<DateTime<Utc>>,
    /// When it was last used.
    pub last: Option<DateTime<Utc>>,
}

/// Bounds as they are kept, read. A code that is no action any more bounds all the same.
fn bounds(row: &api_token::Model) -> Option<Vec<Action>> {
    row.scopes.as_ref().map(|codes| codes.split(' ').filter_map(Action::from_code).collect())
}

/// What a token lets through at most, whatever its owner may do.
pub(crate) struct Lets {
    /// The only actions.
    pub(crate) only: Vec<Action>,
    /// Those of them that want a token of their own, and have it in this one.
    pub(crate) named: Vec<Action>,
}

impl Lets {
    fn of(row: &api_token::Model) -> Self {
        let written = bounds(row);
        let lets = |action: &Action| {
            action.by_token() != ByToken::Never
                && written.as_ref().is_none_or(|written| written.contains(action))
        };
        let only: Vec<Action> = Action::ALL.iter().copied().filter(lets).collect();
        let own = |action: &Action| {
            action.by_token() == ByToken::Named && written.is_some() && row.proven_at.is_some()
        };
        Self { named: only.iter().copied().filter(own).collect(), only }
    }
}

/// The tokens of a person that hold, the newest first.
///
/// # Errors
/// The database's error.
pub async fn tokens(house: &House, staff: Uuid) -> Result<Vec<TokenView>, DbErr> {
    let now = house.now();
    let rows = api_token::Entity::find()
        .filter(api_token::Column::StaffId.eq(staff))
        .filter(api_token::Column::RevokedAt.is_null())
        .order_by_desc(api_token::Column::CreatedAt)
        .all(house.reader())
        .await?;
    let holds = |row: &api_token::Model| row.expires_at.is_none_or(|end| end > now);
    let view = |row: api_token::Model| TokenView {
        id: row.id,
        mark: mark(house, row.id),
        only: bounds(&row),
        name: row.name,
        since: row.created_at,
        until: row.expires_at,
        last: row.last_used_at,
    };
    Ok(rows.into_iter().filter(holds).map(view).collect())
}

/// Ends, in this unit, one token of a person.
pub(crate) fn end(unit: &mut Uow, staff: Uuid, id: Uuid) {
    let now = unit.now();
    unit.update(
        api_token::Entity::update_many()
            .col_expr(api_token::Column::RevokedAt, Expr::value(Some(now)))
            .filter(api_token::Column::StaffId.eq(staff))
            .filter(api_token::Column::Id.eq(id))
            .filter(api_token::Column::RevokedAt.is_null()),
    );
    unit.audit(Audit::write("staff.end-token", SubjectKind::Staff, staff));
}

/// Who a token belongs to and what it lets through, if it holds.
pub(crate) async fn held(house: &House, token: &str) -> Result<Option<(StaffView, Lets)>, DbErr> {
    let Some((id, secret)) = token.strip_prefix("hq_").and_then(|rest| rest.split_once('_')) else {
        return Ok(None);
    };
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let Some(row) = api_token::Entity::find_by_id(id).one(house.reader()).await? else { return Ok(None) };
    let now = house.now();
    let holds = house.vault().secret_matches(row.id, secret.as_bytes(), &row.digest)
        && row.revoked_at.is_none()
        && row.expires_at.is_none_or(|end| end > now);
    if !holds {
        return Ok(None);
    }
    let person = staff::Entity::find_by_id(row.staff_id).one(house.reader()).await?;
    let Some(person) = person.filter(|person| person.disabled_at.is_none()) else { return Ok(None) };
    if row.last_used_at.is_none_or(|last| last + NOTED < now) {
        let mut unit = house.unit(haqqi_kernel::Actor::System);
        unit.update(
            api_token::Entity::update_many()
                .col_expr(api_token::Column::LastUsedAt, Expr::value(Some(now)))
                .filter(api_token::Column::Id.eq(row.id)),
        );
        unit.commit().await.map_err(|e| DbErr::Custom(e.to_string()))?;
    }
    let lets = Lets::of(&row);
    let person = StaffView::of_one(house, Some(person)).await?;
    Ok(person.map(|person| (person, lets)))
}
