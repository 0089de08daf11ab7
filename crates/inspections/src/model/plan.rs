//! Placing visits on inspectors and hours: who is free, who may go, who speaks what is spoken there.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// From when to when.
pub type Hours = (DateTime<Utc>, DateTime<Utc>);

/// A place to be visited.
#[derive(Debug, Clone)]
pub struct Place {
    /// The establishment.
    pub establishment: Uuid,
    /// Languages spoken there.
    pub languages: BTreeSet<String>,
    /// Two people go: a hazard asks for it.
    pub two: bool,
    /// A home: a woman and a man go together.
    pub home: bool,
    /// People who are not sent there, beside those with a conflict.
    pub never: Vec<Uuid>,
}

/// An inspector as the plan sees one.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Who.
    pub id: Uuid,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// `female` or `male`, where told.
    pub sex: Option<String>,
    /// Establishments with which a conflict was declared.
    pub conflicts: Vec<Uuid>,
    /// Times that are taken: absences, other visits.
    pub taken: Vec<Hours>,
}

impl Seat {
    /// Whether this person may be sent there at all.
    #[must_use]
    pub fn may_go(&self, place: &Place) -> bool {
        !self.conflicts.contains(&place.establishment) && !place.never.contains(&self.id)
    }

    /// Whether nothing else is in this time.
    #[must_use]
    pub fn is_free(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        self.taken.iter().all(|(start, end)| *end <= from || *start >= until)
    }

    fn speaks(&self, place: &Place) -> usize {
        self.languages.iter().filter(|tag| place.languages.contains(*tag)).count()
    }
}

/// Who goes: the first leads.
pub type Team = Vec<Uuid>;

/// A place with its hour and its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which of the places.
    pub at: usize,
    /// Start.
    pub from: DateTime<Utc>,
    /// End.
    pub until: DateTime<Utc>,
    /// Who goes.
    pub team: Team,
}

/// Places each visit in the first hour for which there is a team; `None` when one cannot be placed: then nothing of
/// the batch is, so that no request stands out by being late.
#[must_use]
pub fn place_teams(places: &[Place], hours: &[Hours], seats: &mut [Seat]) -> Option<Vec<Planned>> {
    let mut planned = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let found = hours.iter().find_map(|(from, until)| {
            team_for(place, *from, *until, seats).map(|team| (*from, *until, team))
        });
        let (from, until, team) = found?;
        for seat in seats.iter_mut().filter(|seat| team.contains(&seat.id)) {
            seat.taken.push((from, until));
        }
        planned.push(Planned { at, from, until, team });
    }
    Some(planned)
}

/// The people who can go there then, best first: those who speak the language, then those with the least to do.
fn team_for(place: &Place, from: DateTime<Utc>, until: DateTime<Utc>, seats: &[Seat]) -> Option<Team> {
    let mut free: Vec<&Seat> =
        seats.iter().filter(|seat| seat.may_go(place) && seat.is_free(from, until)).collect();
    free.sort_by_key(|seat| (std::cmp::Reverse(seat.speaks(place)), seat.taken.len(), seat.id));
    let first = free.first()?;
    if place.home {
        let of = |sex: &str| free.iter().find(|seat| seat.sex.as_deref() == Some(sex));
        let (woman, man) = (of("female")?, of("male")?);
        return Some(vec![woman.id, man.id]);
    }
    let mut team = vec![first.id];
    if place.two {
        team.push(free.get(1)?.id);
    }
    Some(team)
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone};
    use proptest::prelude::*;

    use super::*;

    fn hour(n: i64) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 25, 6, 0, 0).unwrap() + TimeDelta::hours(n)
    }

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    proptest! {
        #[test]
        fn nobody_is_in_two_places_none_goes_with_a_conflict_and_a_home_is_visited_by_both(
            kinds in prop::collection::vec((any::<bool>(), any::<bool>()), 1..8),
            conflicts in prop::collection::vec(prop::collection::vec(0u128..8, 0..4), 2..6),
        ) {
            let places: Vec<Place> = kinds.iter().enumerate().map(|(n, (two, home))| Place {
                establishment: id(n as u128), languages: BTreeSet::new(), two: *two, home: *home, never: vec![id(100)],
            }).collect();
            let mut seats: Vec<Seat> = conflicts.iter().enumerate().map(|(n, of)| Seat {
                id: id(100 + n as u128), languages: Vec::new(),
                sex: Some(if n % 2 == 0 { "female" } else { "male" }.to_owned()),
                conflicts: of.iter().map(|n| id(*n)).collect(), taken: Vec::new(),
            }).collect();
            let before = seats.clone();
            let hours: Vec<_> = (0..8).map(|n| (hour(n * 2), hour(n * 2 + 2))).collect();
            if let Some(planned) = place_teams(&places, &hours, &mut seats) {
                prop_assert_eq!(planned.len(), places.len());
                for visit in &planned {
                    let place = &places[visit.at];
                    let people: Vec<&Seat> = before.iter().filter(|seat| visit.team.contains(&seat.id)).collect();
                    prop_assert!(people.iter().all(|seat| seat.may_go(place)));
                    prop_assert!(!place.two || people.len() == 2 || place.home);
                    if place.home {
                        let sexes: BTreeSet<_> = people.iter().filter_map(|seat| seat.sex.clone()).collect();
                        prop_assert_eq!(sexes.len(), 2);
                    }
                    let same = planned.iter().filter(|other| other.at != visit.at && other.from == visit.from);
                    for other in same {
                        prop_assert!(other.team.iter().all(|person| !visit.team.contains(person)));
                    }
                }
            }
        }
    }
}
