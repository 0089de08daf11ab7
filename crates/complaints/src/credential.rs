//! Codes that bring people back. The worker's own is issued to her alone; who filed for her gets another, which
//! shows *received* and *closed* and nothing else (`safeguards.md` 4). Stored as a keyed digest, several to a
//! complaint, issued later if need be.

use chrono::{DateTime, Utc};
use haqqi_kernel::{House, ReceiptCode, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::credential;
use crate::tell::code_renewed;

/// Who holds a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The worker herself.
    Worker,
    /// Who filed for her.
    Filer,
}

impl Holder {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Filer => "filer",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Worker, Self::Filer].into_iter().find(|h| h.code() == code)
    }
}

/// Issues a new code within this unit. It is shown once; the table keeps its digest.
pub(crate) fn issue(unit: &mut Uow, complaint: Uuid, holder: Holder) -> ReceiptCode {
    let code = ReceiptCode::random(unit.house().entropy());
    let id = unit.id();
    let digest = unit.house().vault().digest_secret(id, code.digits().as_bytes());
    unit.insert(credential::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        holder: Set(holder.code().to_owned()),
        digest: Set(digest.to_vec()),
        issued_at: Set(unit.now()),
        issued_by: Set(unit.actor().account()),
        revoked_at: Set(None),
    });
    code
}

/// Issues the worker a new code in place of all that she had: whoever else holds one of them comes in no more, and she
/// is told where she can be told.
pub(crate) fn renew(unit: &mut Uow, complaint: Uuid) -> ReceiptCode {
    end_codes(unit, complaint);
    code_renewed(unit, complaint);
    issue(unit, complaint, Holder::Worker)
}

/// Ends all codes that the worker has.
pub(crate) fn end_codes(unit: &mut Uow, complaint: Uuid) {
    let now = unit.now();
    unit.update(
        credential::Entity::update_many()
            .col_expr(credential::Column::RevokedAt, Expr::value(Some(now)))
            .filter(credential::Column::ComplaintId.eq(complaint))
            .filter(credential::Column::Holder.eq(Holder::Worker.code()))
            .filter(credential::Column::RevokedAt.is_null()),
    );
}

/// Whether the worker has a code that is good: somebody comes back.
///
/// # Errors
/// The database's error.
pub async fn worker_has_code(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let good = credential::Entity::find()
        .filter(credential::Column::ComplaintId.eq(complaint))
        .filter(credential::Column::Holder.eq(Holder::Worker.code()))
        .filter(credential::Column::RevokedAt.is_null())
        .one(house.reader())
        .await?;
    Ok(good.is_some())
}

/// Whether a code of the worker's that is good was issued by somebody on the staff, who has seen it.
pub(crate) async fn shown_to_staff(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let shown = credential::Entity::find()
        .filter(credential::Column::ComplaintId.eq(complaint))
        .filter(credential::Column::Holder.eq(Holder::Worker.code()))
        .filter(credential::Column::RevokedAt.is_null())
        .filter(credential::Column::IssuedBy.is_not_null())
        .one(house.reader())
        .await?;
    Ok(shown.is_some())
}

/// Whose eyes have seen the codes by which she comes in now, as the history calls it: `hers` alone, or `shown` to somebody
/// on the staff, who could write in her place.
pub(crate) async fn code_seen(house: &House, complaint: Uuid) -> Result<&'static str, DbErr> {
    Ok(if shown_to_staff(house, complaint).await? { "shown" } else { "hers" })
}

/// Whether this account ever issued the worker a code, at an intake or later, and so has seen it.
///
/// # Errors
/// The database's error.
pub async fn code_shown_to(house: &House, complaint: Uuid, account: Uuid) -> Result<bool, DbErr> {
    let issued = credential::Entity::find()
        .filter(credential::Column::ComplaintId.eq(complaint))
        .filter(credential::Column::Holder.eq(Holder::Worker.code()))
        .filter(credential::Column::IssuedBy.eq(account))
        .one(house.reader())
        .await?;
    Ok(issued.is_some())
}

/// Whether a code of this holder was ended after that moment: what was opened with it before is closed.
pub(crate) async fn ended_since(
    house: &House,
    complaint: Uuid,
    holder: Holder,
    since: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let ended = credential::Entity::find()
        .filter(credential::Column::ComplaintId.eq(complaint))
        .filter(credential::Column::Holder.eq(holder.code()))
        .filter(credential::Column::RevokedAt.gt(since))
        .one(house.reader())
        .await?;
    Ok(ended.is_some())
}
