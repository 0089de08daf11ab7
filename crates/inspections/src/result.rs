//! What a request led to, for the side that asked: it holds the request's id, sealed, and nothing here says who asked.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Scope};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::InspectionDesk;
use crate::entity::visit;
use crate::model::{RequestState, VisitState};
use crate::store;

/// A finding, coded.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FoundThere {
    /// The statement of the checklist that was not true.
    pub item: String,
    /// The article, a code of the pack.
    pub article: String,
    /// What it weighs.
    pub severity: String,
    /// How many workers it concerns.
    pub workers: Option<i32>,
    /// The measure taken because of it.
    pub measure: Option<String>,
}

/// A measure, coded.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ImposedThere {
    /// A code of the pack.
    pub code: String,
    /// Where it stands.
    pub state: String,
    /// By when what it asks for must be done.
    pub due_at: Option<DateTime<Utc>>,
}

/// What a request led to. Neither the visit's reference nor its people or its time before it was made: who asked
/// needs none of them, and what is not known cannot be told.
#[derive(Debug, Clone)]
pub struct RequestResult {
    /// Where the request stands.
    pub state: RequestState,
    /// When the visit ended.
    pub visited_at: Option<DateTime<Utc>>,
    /// Whether the report is issued.
    pub reported: bool,
    /// What was found.
    pub findings: Vec<FoundThere>,
    /// What was imposed.
    pub measures: Vec<ImposedThere>,
}

/// What a request led to. The caller shows by a scope of [`Action::ReadComplaint`] that it may open the side that
/// holds the link.
///
/// # Errors
/// The database's error.
pub async fn result_of(
    desk: &InspectionDesk,
    scope: &Scope,
    request: Uuid,
) -> Result<Option<RequestResult>, DbErr> {
    use sea_orm::EntityTrait;
    if scope.action() != Action::ReadComplaint {
        return Ok(None);
    }
    let house = desk.house();
    let Some(row) = store::request(house, request).await? else { return Ok(None) };
    let Some(state) = RequestState::from_code(&row.state) else { return Ok(None) };
    let mut result = RequestResult {
        state,
        visited_at: None,
        reported: false,
        findings: Vec::new(),
        measures: Vec::new(),
    };
    let Some(id) = row.visit_id.filter(|_| state == RequestState::Visited) else { return Ok(Some(result)) };
    let Some(visit) = visit::Entity::find_by_id(id).one(house.reader()).await? else {
        return Ok(Some(result));
    };
    result.visited_at = visit.finished_at;
    result.reported = VisitState::from_code(&visit.state) == Some(VisitState::Reported);
    result.findings = store::findings(house, id)
        .await?
        .into_iter()
        .map(|row| FoundThere {
            item: row.item,
            article: row.article,
            severity: row.severity,
            workers: row.workers,
            measure: row.measure,
        })
        .collect();
    result.measures = store::measures(house, id)
        .await?
        .into_iter()
        .map(|row| ImposedThere { code: row.code, state: row.state, due_at: row.due_at })
        .collect();
    Ok(Some(result))
}
