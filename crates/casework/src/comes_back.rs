//! Who comes back to a complaint with the worker's code, and so reads what is written on it: the pages of staff promise
//! nothing to nobody.

use haqqi_complaints::{Desk, Summary, worker_has_code};
use sea_orm::DbErr;

/// Who comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComesBack {
    /// The worker: a code of hers is good.
    Worker,
    /// Nobody yet: it was told for her, or her codes were ended.
    NotYet,
    /// Nobody: an employer complains.
    Employer,
    /// Nobody: the inspectorate opened it itself, and no worker was met and given a code since.
    Own,
}

impl ComesBack {
    /// Who comes back to this complaint.
    ///
    /// # Errors
    /// The database's error.
    pub async fn to(desk: &Desk, complaint: &Summary) -> Result<Self, DbErr> {
        let pack = &desk.site.pack;
        if worker_has_code(&desk.site.house, complaint.id).await? {
            return Ok(Self::Worker);
        }
        let own = pack.filer(&complaint.filed_by).is_some_and(|filer| filer.inspectorate);
        let employer = pack.kind(&complaint.kind).is_some_and(|kind| kind.employer);
        Ok(match (own, employer) {
            (true, _) => Self::Own,
            (false, true) => Self::Employer,
            (false, false) => Self::NotYet,
        })
    }

    /// Whether a worker reads what is written to her, now or once she has a code.
    #[must_use]
    pub fn reads(self) -> bool {
        matches!(self, Self::Worker | Self::NotYet)
    }

    /// The message that says so on a page; none where she comes back.
    #[must_use]
    pub fn said(self) -> Option<&'static str> {
        match self {
            Self::Worker => None,
            Self::NotYet => Some("casework-no-code-yet"),
            Self::Employer => Some("casework-no-code-employer"),
            Self::Own => Some("casework-no-code-own"),
        }
    }
}
