//! What the room works with.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use haqqi_documents::{Press, PressError};
use haqqi_establishments::EstablishmentDesk;
use haqqi_kernel::{CommitError, House, OpenError};
use haqqi_pack::{Checklist, Pack};
use haqqi_screening::Screener;
use haqqi_screening::engine::{Audience, Question};
use haqqi_web::Site;
use haqqi_worklist::{Clocks, DeadlineError, UnknownClock};
use sea_orm::DbErr;
use uuid::Uuid;

/// Counts those who were asked alike at a visit. Interviews are another room's, above this one, and no more of them comes
/// down here.
#[async_trait]
pub trait AskedAlike: Send + Sync {
    /// How many.
    async fn at(&self, visit: Uuid) -> Result<u64, DbErr>;
}

/// For a house without interviews: tests of this room alone.
pub struct NobodyAsked;

#[async_trait]
impl AskedAlike for NobodyAsked {
    async fn at(&self, _visit: Uuid) -> Result<u64, DbErr> {
        Ok(0)
    }
}

/// Site, clocks, the room of the establishments, the instruments, the press.
#[derive(Clone)]
pub struct InspectionDesk {
    /// The site.
    pub site: Site,
    /// The clocks.
    pub clocks: Clocks,
    /// Who employs, and where.
    pub establishments: EstablishmentDesk,
    /// The instruments: what an inspector looks at.
    pub screener: Arc<Screener>,
    /// How many were asked alike.
    pub asked: Arc<dyn AskedAlike>,
    /// Prints reports.
    pub press: Press,
}

impl axum::extract::FromRef<InspectionDesk> for Site {
    fn from_ref(desk: &InspectionDesk) -> Self {
        desk.site.clone()
    }
}

impl InspectionDesk {
    pub(crate) fn house(&self) -> &House {
        &self.site.house
    }

    pub(crate) fn pack(&self) -> &Pack {
        &self.site.pack
    }

    /// What whoever visits looks at today without asking anybody, the same at every visit; empty where the pack has no
    /// instrument for that.
    #[must_use]
    pub fn observations(&self) -> Vec<&Question> {
        let today = self.house().now().with_timezone(&self.pack().zone()).date_naive();
        self.screener.questions(today, Audience::Staff)
    }

    /// The checklist of a regime: the first of the pack that has statements for it.
    #[must_use]
    pub fn checklist(&self, regime: &str) -> Option<&Checklist> {
        self.pack().checklists().iter().find(|list| list.under(regime).any(|(_, items)| !items.is_empty()))
    }

    /// The sections that hold under a regime, in the checklist's order.
    #[must_use]
    pub fn sections(&self, regime: &str) -> Vec<String> {
        self.checklist(regime).map_or_else(Vec::new, |list| {
            let filled = list.under(regime).filter(|(_, items)| !items.is_empty());
            filled.map(|(section, _)| section.code.clone()).collect()
        })
    }
}

/// Why a visit could not be reached or changed.
#[derive(Debug, thiserror::Error)]
pub enum VisitError {
    /// There is none, or it is not for this account: the same answer.
    #[error("no such visit")]
    NotFound,
    /// Its state does not allow it.
    #[error("not in this state")]
    State,
    /// The commit's answer; stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// A deadline could not be met or dropped.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The report could not be printed.
    #[error(transparent)]
    Press(PressError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// An id that is not ordered by time: of a visit and of a request even the id must not tell when it was made.
pub(crate) fn random_id(house: &House) -> Uuid {
    let mut bytes = [0u8; 16];
    house.entropy().fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Codes as they are kept in one column.
pub(crate) fn joined<'a>(codes: impl IntoIterator<Item = &'a String>) -> String {
    codes.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Codes out of one column.
pub(crate) fn split(codes: &str) -> Vec<String> {
    codes.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// Codes out of one column, as a set.
pub(crate) fn split_set(codes: &str) -> BTreeSet<String> {
    split(codes).into_iter().collect()
}
