//! Tokens of the API: made by `haqqi user token`, sent as `Authorization: Bearer hq_…`.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Audit, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::directory::StaffView;
use crate::entity::{api_token, session, staff};
use crate::session::secret;

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

/// Makes a token in this unit; what is returned is shown once.
pub fn new_token(unit: &mut Uow, new: &NewToken) -> String {
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
    });
    unit.audit(Audit::write("staff.token", SubjectKind::Staff, new.staff));
    format!("hq_{}_{secret}", id.simple())
}

/// Ends every token and every session of a person in this unit: a tablet was lost, a person leaves.
pub fn revoke(unit: &mut Uow, staff: Uuid) {
    let now = unit.now();
    unit.update(
        api_token::Entity::update_many()
            .col_expr(api_token::Column::RevokedAt, Expr::value(Some(now)))
            .filter(api_token::Column::StaffId.eq(staff))
            .filter(api_token::Column::RevokedAt.is_null()),
    );
    unit.update(
        session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(Some(now)))
            .filter(session::Column::StaffId.eq(staff))
            .filter(session::Column::RevokedAt.is_null()),
    );
    unit.audit(Audit::write("staff.revoke", SubjectKind::Staff, staff));
}

/// Who a token belongs to, if it holds.
pub(crate) async fn person_of(house: &House, token: &str) -> Result<Option<StaffView>, DbErr> {
    let Some((id, secret)) = token.strip_prefix("hq_").and_then(|rest| rest.split_once('_')) else {
        return Ok(None);
    };
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let Some(row) = api_token::Entity::find_by_id(id).one(house.reader()).await? else { return Ok(None) };
    let holds = house.vault().secret_matches(row.id, secret.as_bytes(), &row.digest)
        && row.revoked_at.is_none()
        && row.expires_at.is_none_or(|end| end > house.now());
    if !holds {
        return Ok(None);
    }
    let person = staff::Entity::find_by_id(row.staff_id).one(house.reader()).await?;
    Ok(person.filter(|person| person.disabled_at.is_none()).map(StaffView::of))
}
