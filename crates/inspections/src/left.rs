//! An inspector leaves: planned visits are made by another, and what was visited is followed up by another, who reads the
//! record and was not there.

use haqqi_kernel::{Actor, Audit, Claimed, Done, JobFailure, SubjectKind, Uow};
use haqqi_worklist::{HeldWork, ItemKind, Leaving, held_work, loads, pass_on, seek};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::batch::seats;
use crate::change::{ChangeError, check_team, send};
use crate::desk::{InspectionDesk, VisitError};
use crate::entity::{visit, visit_inspector};
use crate::model::VisitState;
use crate::part::others;
use crate::store;

/// The job behind [`haqqi_worklist::WORK_LEFT`], as far as visits are concerned. A planned visit goes to the heir, who must be
/// an inspector of the office, free then and without a tie, else to whom of the office may go; where nobody can, the
/// office's planner is told. What was visited, closed records included, goes to the heir, with the measures to follow; where
/// the heir has a tie to the place, to the inspector of the office with the least to do.
///
/// # Errors
/// [`JobFailure::Again`] where it cannot be read or written.
pub async fn hand_on(desk: &InspectionDesk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let leaving = Leaving::of(claimed)?;
    for row in theirs(desk, &leaving).await.map_err(|e| again(&e))? {
        match VisitState::from_code(&row.state) {
            Some(VisitState::Planned) => {
                planned(desk, &leaving, &row).await.map_err(|e| again(&e))?;
            }
            Some(VisitState::UnderWay | VisitState::Finished | VisitState::Reported) => {
                visited(desk, &leaving, &row).await.map_err(|e| again(&e))?;
            }
            Some(VisitState::Cancelled) | None => {}
        }
    }
    Ok(())
}

/// The visits of somebody who leaves, of the offices that are meant.
async fn theirs(desk: &InspectionDesk, leaving: &Leaving) -> Result<Vec<visit::Model>, VisitError> {
    let own = Query::select()
        .column(visit_inspector::Column::VisitId)
        .from(visit_inspector::Entity)
        .and_where(visit_inspector::Column::StaffId.eq(leaving.from))
        .to_owned();
    let rows = visit::Entity::find()
        .filter(visit::Column::Id.in_subquery(own))
        .order_by_asc(visit::Column::Reference)
        .all(desk.house().reader())
        .await?;
    Ok(rows.into_iter().filter(|row| leaving.reaches(Some(&row.office))).collect())
}

/// The work of these kinds that the leaver has on a visit: on the visit itself or on one of its measures.
async fn work_of(
    desk: &InspectionDesk,
    leaving: &Leaving,
    row: &visit::Model,
) -> Result<Vec<HeldWork>, VisitError> {
    let house = desk.house();
    let mut subjects: Vec<Uuid> =
        store::measures(house, row.id).await?.into_iter().map(|measure| measure.id).collect();
    subjects.push(row.id);
    let mut all = Vec::new();
    for kind in [ItemKind::VisitToDo, ItemKind::VisitReport, ItemKind::MeasureToFollow] {
        let held = held_work(house, leaving, kind).await?;
        all.extend(held.into_iter().filter(|work| subjects.contains(&work.subject)));
    }
    Ok(all)
}

async fn planned(desk: &InspectionDesk, leaving: &Leaving, row: &visit::Model) -> Result<(), ChangeError> {
    let house = desk.house();
    let team = store::teams(house, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    if !team.contains(&leaving.from) {
        return Ok(());
    }
    let heir = |who: &Uuid| if *who == leaving.from { leaving.to } else { *who };
    let with: Vec<Uuid> = team.iter().map(heir).collect();
    let team = match check_team(desk, row, &with, row.starts_at, row.ends_at).await {
        Ok(()) if !team.contains(&leaving.to) => Some(with),
        Err(ChangeError::Visit(error)) => return Err(error.into()),
        Ok(()) | Err(_) => others(desk, row, &team, leaving.from).await?,
    };
    let mut unit = house.unit(Actor::System);
    match team {
        Some(team) => send(&mut unit, row, &team),
        // Whoever plans sees that nobody can go; the visit stays where it is until then.
        None => {
            for work in work_of(desk, leaving, row).await? {
                pass_on(&mut unit, &work, leaving.from, None);
                seek(&mut unit, work.item);
            }
        }
    }
    unit.commit().await?;
    Ok(())
}

async fn visited(desk: &InspectionDesk, leaving: &Leaving, row: &visit::Model) -> Result<(), VisitError> {
    let house = desk.house();
    let work = work_of(desk, leaving, row).await?;
    let heir = follower(desk, leaving, row, !work.is_empty()).await?;
    let mut unit = house.unit(Actor::System);
    if let Some(heir) = heir {
        take_over(&mut unit, row, leaving.from, heir);
    }
    for work in &work {
        pass_on(&mut unit, work, leaving.from, heir);
        if heir.is_none() {
            seek(&mut unit, work.item);
        }
    }
    unit.commit().await?;
    Ok(())
}

/// Who follows up: the heir, else, where there is something to follow up, the inspector of the office with the least to do.
/// Nobody who has a tie to the place.
async fn follower(
    desk: &InspectionDesk,
    leaving: &Leaving,
    row: &visit::Model,
    needed: bool,
) -> Result<Option<Uuid>, VisitError> {
    let house = desk.house();
    let now = house.now();
    let load = loads(house).await?;
    let there = seats(house, &row.office, &[(now, now + chrono::TimeDelta::hours(1))], None).await?;
    let mut able: Vec<(bool, bool, i64, Uuid)> = there
        .into_iter()
        .filter(|(_, seat)| seat.id != leaving.from && !seat.conflicts.contains(&row.establishment_id))
        .map(|(_, seat)| {
            let away = !seat.is_free(now, now + chrono::TimeDelta::hours(1));
            (seat.id != leaving.to, away, load.get(&seat.id).copied().unwrap_or(0), seat.id)
        })
        .collect();
    able.sort_unstable();
    let best = able.first().map(|(_, _, _, id)| *id);
    Ok(best.filter(|id| needed || *id == leaving.to))
}

/// Reads the visit from now on. Whoever had taken it over before, and was not there either, has it no more.
fn take_over(unit: &mut Uow, row: &visit::Model, from: Uuid, heir: Uuid) {
    use visit_inspector::Column as C;
    let new = visit_inspector::ActiveModel {
        visit_id: Set(row.id),
        staff_id: Set(heir),
        leads: Set(false),
        took_over: Set(true),
    };
    unit.insert_or_ignore(new, [C::VisitId, C::StaffId]);
    unit.delete(
        visit_inspector::Entity::delete_many()
            .filter(C::VisitId.eq(row.id))
            .filter(C::StaffId.eq(from))
            .filter(C::TookOver.eq(true)),
    );
    unit.audit(Audit::write("visit.take-over", SubjectKind::Visit, row.id).purpose(heir.to_string()));
}
