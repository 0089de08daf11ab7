//! What the offices did until yesterday evening, so that the first morning of the demonstration shows what is new: notices
//! were seen, of most of what ran out a supervisor has said why, and each new complaint is somebody's.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_casework::{LateError, route, say_why_late, tell_staff};
use haqqi_complaints::ROUTE;
use haqqi_kernel::{Actor, Clock as _, JobStore, Lane, Role, TestClock};
use haqqi_pack::Decision;
use haqqi_worklist::{Sight, TELL, breaches, see, tick};

use crate::compose::Rooms;

/// How much is explained at once.
const AT_ONCE: u64 = 200;

/// Brings the notices and the reasons up to the evening before.
pub(super) async fn make(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<()> {
    let house = &rooms.site.house;
    clock.set(now - TimeDelta::hours(12));
    while tick(house).await?.more {}
    let jobs = JobStore::new(house.clone());
    loop {
        let claimed = jobs.claim_of(Lane::Only(TELL), 100, Duration::from_secs(60)).await?;
        if claimed.is_empty() {
            break;
        }
        for job in claimed {
            let done = tell_staff(&rooms.complaints, &job).await;
            jobs.finish(&job, done).await?;
        }
    }
    let directory = Directory::new(house.clone());
    for person in directory.everybody().await? {
        let mut unit = house.unit(person.actor(false));
        see(&mut unit, person.id, None);
        unit.commit().await?;
    }
    let reason = rooms.site.pack.reasons_for(Decision::Breach).next();
    let Some(reason) = reason else { return Ok(()) };
    for supervisor in directory.with_role(Role::Supervisor, None).await? {
        let actor = supervisor.actor(false);
        explain(rooms, &actor, &reason.code, clock.now() - TimeDelta::days(1)).await?;
    }
    clock.set(now);
    loop {
        let claimed = jobs.claim_of(Lane::Only(ROUTE), 100, Duration::from_secs(60)).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for job in claimed {
            let done = route(&rooms.complaints, &job).await;
            jobs.finish(&job, done).await?;
        }
    }
}

/// Says why of all that ran out before an instant.
async fn explain(rooms: &Rooms, actor: &Actor, reason: &str, before: DateTime<Utc>) -> anyhow::Result<()> {
    let sight = Sight::of(actor).map_err(|_| anyhow::anyhow!("a supervisor without work"))?;
    loop {
        let rows = breaches(&rooms.site.house, &sight, false, AT_ONCE).await?;
        let old: Vec<_> = rows.into_iter().filter(|row| row.due_at < before).collect();
        if old.is_empty() {
            return Ok(());
        }
        for row in old {
            match say_why_late(&rooms.complaints, actor, row.deadline, reason, "الأمطار.").await {
                Ok(()) | Err(LateError::Already) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
