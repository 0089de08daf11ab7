//! Lists: visits in order of their time, and the pool of requests for those who plan.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use haqqi_accounts::{Directory, StaffView};
use haqqi_kernel::{Action, Actor, Reference, judge};
use uuid::Uuid;

use crate::desk::{InspectionDesk, VisitError, split};
use crate::model::VisitState;
use crate::places::{Workplace, workplaces};
use crate::row::VisitRow;
use crate::store::{self, Wanted};

/// A visit with its place and its people.
#[derive(Debug, Clone)]
pub struct ListedVisit {
    /// The coded side.
    pub row: VisitRow,
    /// Where.
    pub workplace: Option<Workplace>,
    /// Who goes; who leads stands first.
    pub team: Vec<(Uuid, String)>,
    /// Who took it over from somebody who left.
    pub heirs: Vec<Uuid>,
    /// Whether one of them has declared a conflict since: somebody else must go.
    pub conflict: bool,
}

/// Which visits are asked for.
#[derive(Debug, Clone, Default)]
pub struct VisitFilter {
    /// From this time on.
    pub from: Option<DateTime<Utc>>,
    /// In this state only.
    pub state: Option<VisitState>,
    /// Only those whose record can still be written.
    pub open_only: bool,
    /// Behind this visit.
    pub after: Option<(DateTime<Utc>, Reference)>,
}

/// Visits that the actor may see, by time, then by reference.
///
/// # Errors
/// [`VisitError::NotFound`] where the actor may see none at all.
pub async fn list(
    desk: &InspectionDesk,
    actor: &Actor,
    filter: &VisitFilter,
    most: u64,
) -> Result<Vec<ListedVisit>, VisitError> {
    let scope = judge(actor, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    let after = filter.after.map(|(at, reference)| (at, reference.to_string()));
    let wanted = Wanted {
        from: filter.from,
        state: filter.state,
        open_only: filter.open_only,
        after: after.as_ref().map(|(at, reference)| (*at, reference.as_str())),
    };
    let rows = store::visits(desk.house(), &scope, &wanted, most).await?;
    listed(desk, rows.iter().filter_map(VisitRow::of).collect()).await
}

/// Adds places and people to rows that were read.
pub(crate) async fn listed(
    desk: &InspectionDesk,
    rows: Vec<VisitRow>,
) -> Result<Vec<ListedVisit>, VisitError> {
    let house = desk.house();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let teams = store::teams(house, &ids).await?;
    let mut heirs = store::heirs(house, &ids).await?;
    let places: BTreeSet<Uuid> = rows.iter().map(|row| row.establishment).collect();
    let places: HashMap<Uuid, Workplace> = workplaces(desk, &places.into_iter().collect::<Vec<_>>())
        .await?
        .into_iter()
        .map(|place| (place.id, place))
        .collect();
    let people: BTreeSet<Uuid> = teams.values().flatten().copied().collect();
    let directory = Directory::new(house.clone());
    let people = directory.people(&people.into_iter().collect::<Vec<_>>()).await?;
    let people: HashMap<Uuid, StaffView> = people.into_iter().map(|person| (person.id, person)).collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let team = teams.get(&row.id).cloned().unwrap_or_default();
            ListedVisit {
                heirs: heirs.remove(&row.id).unwrap_or_default(),
                workplace: places.get(&row.establishment).cloned(),
                conflict: team
                    .iter()
                    .any(|who| people.get(who).is_some_and(|one| one.ties.contains(&row.establishment))),
                team: team
                    .into_iter()
                    .map(|who| (who, people.get(&who).map(|one| one.name.clone()).unwrap_or_default()))
                    .collect(),
                row,
            }
        })
        .collect())
}

/// A request of the pool, for those who plan.
#[derive(Debug, Clone)]
pub struct PooledRequest {
    /// Its reference.
    pub reference: Reference,
    /// The office that visits.
    pub office: String,
    /// Where.
    pub workplace: Option<Workplace>,
    /// What to look at.
    pub sections: Vec<String>,
    /// What may hurt somebody there.
    pub hazards: Vec<String>,
    /// Languages spoken there.
    pub languages: Vec<String>,
    /// When the visit should have been made.
    pub due_at: DateTime<Utc>,
}

/// The pool of the offices for which the actor plans.
///
/// # Errors
/// [`VisitError::NotFound`] for everybody who does not plan: inspectors above all.
pub async fn pool(desk: &InspectionDesk, actor: &Actor) -> Result<Vec<PooledRequest>, VisitError> {
    let scope = judge(actor, Action::ScheduleVisit).map_err(|_| VisitError::NotFound)?;
    let rows = store::pool(desk.house(), &scope).await?;
    let ids: BTreeSet<Uuid> = rows.iter().map(|row| row.establishment_id).collect();
    let places = workplaces(desk, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(PooledRequest {
                reference: row.reference.parse().ok()?,
                workplace: places.iter().find(|place| place.id == row.establishment_id).cloned(),
                office: row.office,
                sections: split(&row.sections),
                hazards: split(&row.hazards),
                languages: split(&row.languages),
                due_at: row.due_at,
            })
        })
        .collect())
}
