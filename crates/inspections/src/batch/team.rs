//! Who goes: the inspectors of the office with what keeps them from going somewhere, and a team for each place.

use std::collections::BTreeSet;

use haqqi_accounts::{Directory, StaffView};
use haqqi_kernel::{House, Role};
use sea_orm::DbErr;
use uuid::Uuid;

use super::{BatchError, MakeBatch, Stop};
use crate::desk::InspectionDesk;
use crate::model::{Hours, Place, Planned, Seat, place_teams};
use crate::store;

/// Inspectors of an office with what keeps them from going somewhere. `but` is a visit that does not count.
pub(crate) async fn seats(
    house: &House,
    office: &str,
    hours: &[Hours],
    but: Option<Uuid>,
) -> Result<Vec<(StaffView, Seat)>, DbErr> {
    let directory = Directory::new(house.clone());
    let people = directory.with_role(Role::Inspector, Some(office)).await?;
    let ids: Vec<Uuid> = people.iter().map(|person| person.id).collect();
    let first = hours.iter().map(|(from, _)| *from).min().unwrap_or_default();
    let last = hours.iter().map(|(_, until)| *until).max().unwrap_or_default();
    let mut taken = store::taken(house, &ids, first, last, but).await?;
    let mut seats = Vec::with_capacity(people.len());
    for person in people {
        let mut busy = taken.remove(&person.id).unwrap_or_default();
        if directory.absent(person.id, first, last).await? {
            for (from, until) in hours {
                if directory.absent(person.id, *from, *until).await? {
                    busy.push((*from, *until));
                }
            }
        }
        let seat = Seat {
            id: person.id,
            languages: person.languages.clone(),
            sex: person.sex.clone(),
            conflicts: person.ties.clone(),
            taken: busy,
        };
        seats.push((person, seat));
    }
    Ok(seats)
}

/// The place of a stop as the plan sees it. Who asked is not sent to look.
fn place_of(desk: &InspectionDesk, stop: &Stop) -> Place {
    Place {
        establishment: stop.workplace.id,
        languages: stop.brief.languages.clone(),
        two: needs_two(desk, &stop.brief.hazards),
        home: stop.workplace.home,
        never: stop.requests.iter().filter_map(|row| row.asked_by).collect(),
    }
}

/// Whether one of the hazards asks for two people.
pub(crate) fn needs_two(desk: &InspectionDesk, hazards: &BTreeSet<String>) -> bool {
    hazards.iter().any(|code| desk.pack().hazard(code).is_some_and(|hazard| hazard.two_people))
}

/// A team and a time for each place.
pub(super) async fn plan(
    desk: &InspectionDesk,
    wish: &MakeBatch,
    stops: &[Stop],
    hours: &[Hours],
) -> Result<Vec<Planned>, BatchError> {
    let mut seats: Vec<Seat> =
        seats(desk.house(), &wish.office, hours, None).await?.into_iter().map(|(_, seat)| seat).collect();
    let places: Vec<Place> = stops.iter().map(|stop| place_of(desk, stop)).collect();
    place_teams(&places, hours, &mut seats).ok_or(BatchError::Team)
}
