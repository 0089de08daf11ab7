//! When the house begins with other instruments or lexicons, what is open is read anew: in batches, each a job, so that other
//! work goes on between. An assessment is made only where another comes of it, a flag raised only where it is more than
//! what waits for a person already or a person decided on. Where the way stands is written with each complaint.

use haqqi_complaints::{Desk, ReadError, Summary, open_behind};
use haqqi_kernel::{
    Actor, Audit, Claimed, CommitError, Done, Event, JobFailure, OpenError, SubjectKind, Uow,
};
use haqqi_screening::{FlagError, Occasion, Recorded, Walk, begin_walk, last_walk};

use crate::whole::{Whole, WholeError};

/// How many complaints one job reads.
pub const AT_ONCE: u64 = 25;

/// Begins to read what is open anew, where the house has other instruments or lexicons than the last time. Whether it did.
///
/// # Errors
/// [`CommitError`]; then nothing was written.
pub async fn watch_rules(desk: &Desk) -> Result<bool, CommitError> {
    begin_walk(&desk.screening).await
}

/// Reads some of what is open anew, and asks for the next job.
///
/// # Errors
/// [`JobFailure`]: another try goes on where this one stopped.
pub async fn read_anew(desk: &Desk, claimed: &Claimed) -> Done {
    let number = claimed.payload.get("walk").and_then(serde_json::Value::as_i64);
    let number = number.ok_or_else(|| JobFailure::Never("the job names no walk".to_owned()))?;
    some(desk, number).await.map_err(|stop| JobFailure::Again(stop.to_string()))
}

async fn some(desk: &Desk, number: i64) -> Result<(), WholeError> {
    let house = &desk.site.house;
    let walk = last_walk(house).await?.filter(|walk| i64::from(walk.number) == number);
    let Some(kept) = walk.filter(|walk| walk.ended_at.is_none()) else { return Ok(()) };
    // A process that still has the rules of before reads nothing by them; whoever has the new ones goes on.
    if kept.stamp != desk.screening.screener.stamp(desk.screening.today()) {
        return Err(
            CommitError::Db("these are not the instruments and lexicons of this process".to_owned()).into()
        );
    }
    let batch = open_behind(house, kept.after, AT_ONCE).await?;
    let mut written = kept.clone();
    let mut walk = kept;
    for (id, complaint) in &batch {
        let mut next = Walk { after: Some(*id), looked: walk.looked + 1, ..walk.clone() };
        match complaint {
            None => next.broken += 1,
            Some(complaint) => {
                // Where the way stands is written with it.
                let step = |unit: &mut Uow, found: &Recorded| {
                    next.made += 1;
                    next.raised += i32::from(found.flag.is_some());
                    written.step(unit, &next);
                };
                match read_one(desk, complaint, step).await {
                    Ok(true) => written = next.clone(),
                    Ok(false) => {}
                    Err(error) if is_broken(&error) => {
                        tracing::error!(%error, complaint = %id, "a complaint cannot be read anew");
                        next.broken += 1;
                    }
                    Err(other) => return Err(other),
                }
            }
        }
        walk = next;
    }
    let mut unit = house.unit(Actor::System);
    let mut to = walk;
    if batch.is_empty() {
        to.ended_at = Some(unit.now());
    } else {
        to.go_on(&mut unit);
    }
    written.step(&mut unit, &to);
    unit.commit().await?;
    Ok(())
}

/// Whether it will be no better by trying again: then the way goes on behind it.
fn is_broken(error: &WholeError) -> bool {
    matches!(
        error,
        WholeError::Open(OpenError::Broken)
            | WholeError::Read(ReadError::Open(OpenError::Broken))
            | WholeError::Flag(FlagError::Open(OpenError::Broken))
    )
}

/// Reads one anew. Whether anything was written; what else is to be written then is put into the same unit.
pub(crate) async fn read_one(
    desk: &Desk,
    complaint: &Summary,
    with: impl FnOnce(&mut Uow, &Recorded),
) -> Result<bool, WholeError> {
    let whole = Whole::of(desk, complaint).await?;
    if !whole.differs(desk) {
        return Ok(false);
    }
    let mut unit = desk.site.house.unit(Actor::System);
    let found = whole.record(desk, &mut unit, complaint, &[], Occasion::ReadAnew)?;
    with(&mut unit, &found);
    unit.audit(Audit::write("complaint.read-anew", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.read-anew")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(true)
}
