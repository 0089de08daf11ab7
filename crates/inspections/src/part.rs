//! An inspector who declared a tie to a workplace: visits that were planned there are made by others.

use haqqi_kernel::{Actor, Claimed, Done, JobFailure};
use haqqi_worklist::{ItemKind, loads, open_work, seek};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::batch::seats;
use crate::change::{ChangeError, check_team, place_of, send};
use crate::desk::InspectionDesk;
use crate::entity::visit;
use crate::model::VisitState;
use crate::store;

/// The job behind `haqqi_accounts::TIE_DECLARED`, as far as this room is concerned. For each planned visit the others of the
/// team stay, and somebody who may go, is free and has the least to do goes in the place of who may not. Where nobody can,
/// the visit stays for the office's planner, who is told by whoever supervises.
///
/// # Errors
/// [`JobFailure::Again`] where it cannot be read or written.
pub async fn part_from(desk: &InspectionDesk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let (staff, establishment) = (claimed.id_of("staff")?, claimed.id_of("establishment")?);
    let house = desk.house();
    let planned = visit::Entity::find()
        .filter(visit::Column::EstablishmentId.eq(establishment))
        .filter(visit::Column::State.eq(VisitState::Planned.code()))
        .all(house.reader())
        .await
        .map_err(|e| again(&e))?;
    for row in planned {
        let teams = store::teams(house, &[row.id]).await.map_err(|e| again(&e))?;
        let team = teams.get(&row.id).cloned().unwrap_or_default();
        if !team.contains(&staff) {
            continue;
        }
        let found = others(desk, &row, &team, staff).await.map_err(|e| again(&e))?;
        let mut unit = house.unit(Actor::System);
        match found {
            Some(team) => send(&mut unit, &row, &team),
            None => {
                let work = open_work(house, row.id, ItemKind::VisitToDo).await;
                if let Some(work) = work.map_err(|e| again(&e))? {
                    seek(&mut unit, work.id);
                }
            }
        }
        unit.commit().await.map_err(|e| again(&e))?;
    }
    Ok(())
}

/// The team without this person: enough of them, or with one more.
pub(crate) async fn others(
    desk: &InspectionDesk,
    row: &visit::Model,
    team: &[Uuid],
    without: Uuid,
) -> Result<Option<Vec<Uuid>>, ChangeError> {
    let stay: Vec<Uuid> = team.iter().copied().filter(|who| *who != without).collect();
    let house = desk.house();
    let place = place_of(desk, row).await?;
    let load = loads(house).await?;
    let mut able: Vec<(usize, i64, Uuid)> =
        seats(house, &row.office, &[(row.starts_at, row.ends_at)], Some(row.id))
            .await?
            .into_iter()
            .filter(|(_, seat)| seat.may_go(&place) && seat.is_free(row.starts_at, row.ends_at))
            .filter(|(_, seat)| !team.contains(&seat.id))
            .map(|(_, seat)| {
                let speaks = seat.languages.iter().filter(|tag| place.languages.contains(*tag)).count();
                (usize::MAX - speaks, load.get(&seat.id).copied().unwrap_or(0), seat.id)
            })
            .collect();
    able.sort_unstable();
    for (_, _, other) in able {
        let with = [stay.as_slice(), &[other]].concat();
        match check_team(desk, row, &with, row.starts_at, row.ends_at).await {
            Ok(()) => return Ok(Some(with)),
            Err(ChangeError::Visit(error)) => return Err(error.into()),
            Err(_) => {}
        }
    }
    Ok(None)
}
