//! Codes that bring people back. The worker's own is issued to her alone; who filed for her gets another, which
//! shows *received* and *closed* and nothing else (`safeguards.md` 4). Stored as a keyed digest, several to a
//! complaint, issued later if need be.

use haqqi_kernel::{ReceiptCode, Uow};
use sea_orm::Set;
use uuid::Uuid;

use crate::entity::credential;

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
