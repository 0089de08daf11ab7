//! The coded side of a visit: nothing sealed, nothing that tells why it is made.

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_kernel::Reference;
use uuid::Uuid;

use crate::desk::split;
use crate::entity::visit;
use crate::model::VisitState;

/// A visit as lists show it.
#[derive(Debug, Clone)]
pub struct VisitRow {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// The establishment.
    pub establishment: Uuid,
    /// One of its worksites.
    pub worksite: Option<Uuid>,
    /// The office whose inspectors go.
    pub office: String,
    /// The trade, a code of the pack.
    pub sector: String,
    /// The rules that hold there, a code of the pack.
    pub regime: String,
    /// Whether it is somebody's home.
    pub home: bool,
    /// The checklist, a code of the pack.
    pub checklist: String,
    /// Sections to begin with.
    pub sections: Vec<String>,
    /// What may hurt somebody there.
    pub hazards: Vec<String>,
    /// Languages spoken there.
    pub languages: Vec<String>,
    /// Where it stands.
    pub state: VisitState,
    /// Planned start.
    pub starts_at: DateTime<Utc>,
    /// Planned end.
    pub ends_at: DateTime<Utc>,
    /// When its record was closed.
    pub finished_at: Option<DateTime<Utc>>,
    /// The day on which its inspectors were there, as it stands; once finished.
    pub found_on: Option<NaiveDate>,
    /// For optimistic locking.
    pub version: i32,
}

impl VisitRow {
    pub(crate) fn of(row: &visit::Model) -> Option<Self> {
        Some(Self {
            id: row.id,
            reference: row.reference.parse().ok()?,
            establishment: row.establishment_id,
            worksite: row.worksite_id,
            office: row.office.clone(),
            sector: row.sector.clone(),
            regime: row.regime.clone(),
            home: row.home,
            checklist: row.checklist.clone(),
            sections: split(&row.sections),
            hazards: split(&row.hazards),
            languages: split(&row.languages),
            state: VisitState::from_code(&row.state)?,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            finished_at: row.finished_at,
            found_on: row.found_on,
            version: row.version,
        })
    }
}
