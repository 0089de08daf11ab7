//! The receipt once more, for whoever holds reference and code.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Audit, Reference, SubjectKind, judge};
use haqqi_worklist::Promise;
use sea_orm::EntityTrait;

use crate::come_back::{Entered, ReturnError};
use crate::entity::complaint;
use crate::{Desk, store};

/// What a receipt says beside the code, which is kept nowhere.
#[derive(Debug, Clone)]
pub struct ReceiptAgain {
    /// The reference.
    pub reference: Reference,
    /// Her language; a filer's is not known.
    pub language: Option<String>,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Before when a person reads it.
    pub promise: Promise,
    /// The office that reads it, a code of the pack; not for who filed for her.
    pub office: Option<String>,
}

/// What the receipt says. Taking it once more is audited; it counts no message as seen.
///
/// # Errors
/// [`ReturnError`].
pub async fn receipt_again(desk: &Desk, entered: &Entered) -> Result<ReceiptAgain, ReturnError> {
    let house = &desk.site.house;
    let row = if entered.is_herself() {
        let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
        store::by_id(house, &scope, entered.complaint()).await?
    } else {
        complaint::Entity::find_by_id(entered.complaint()).one(house.reader()).await?
    };
    let row = row.ok_or(ReturnError::Unknown)?;
    let promise = desk.promise(row.office.as_deref(), row.received_at, row.acknowledge_by).await?;
    let mut unit = house.unit(entered.actor());
    unit.audit(Audit::read("complaint.receipt", SubjectKind::Complaint, row.id));
    unit.commit().await?;
    Ok(ReceiptAgain {
        reference: entered.reference,
        office: row.office.filter(|_| entered.is_herself()),
        language: entered.is_herself().then_some(row.language),
        received_at: row.received_at,
        promise,
    })
}
