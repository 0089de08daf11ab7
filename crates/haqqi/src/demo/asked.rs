//! After the visits of the history, workers were asked whether they are punished, on the days that were planned: most are
//! not, some were not reached.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_casework::{CheckInAnswer, check_in, check_ins};
use haqqi_complaints::summary;
use haqqi_kernel::{Action, Role, TestClock, judge};
use haqqi_worklist::{Filter, Sight, queue};

use crate::compose::Rooms;

/// What an officer wrote.
const NOTE: &str = "Asked alone, at the time that she said is safe.";

/// What was written where she was not reached.
const NOT_REACHED: &str = "No safe way to reach her was found; a visit among routine ones is asked for.";

/// Asks on every day of a plan that is over.
pub(super) async fn make(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<u32> {
    let house = &rooms.site.house;
    let officers = Directory::new(house.clone()).with_role(Role::ComplaintsOfficer, None).await?;
    let mut asked = 0;
    for officer in officers.iter().map(|person| person.actor(false)) {
        let Ok(sight) = Sight::of(&officer) else { continue };
        let scope = judge(&officer, Action::ReadComplaint)?;
        let due = Filter { kind: Some("check-in".to_owned()), before: Some(now), ..Filter::default() };
        clock.set(now);
        for row in queue(house, &sight, &due, None, 200).await?.rows {
            let Ok(reference) = row.reference.parse() else { continue };
            let complaint = summary(&rooms.complaints, &scope, reference).await?;
            for day in check_ins(house, complaint.id).await? {
                if day.answer.is_some() || day.due_at > now {
                    continue;
                }
                clock.set(day.due_at - TimeDelta::hours(3));
                let reached = complaint.reached_safely() && asked % 3 != 2;
                let (answer, note) = if reached {
                    (CheckInAnswer::Well, NOTE)
                } else {
                    (CheckInAnswer::NotReached, NOT_REACHED)
                };
                check_in(&rooms.complaints, &officer, reference, day.id, answer, note).await?;
                asked += 1;
            }
        }
    }
    clock.set(now);
    Ok(asked)
}
