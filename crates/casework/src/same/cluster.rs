//! Several who tell of one workplace within some weeks: all of them become more urgent, and say so. From the moment in which
//! that is seen, what they wait for runs by the pack's rows for what is urgent, where that is sooner; the queue and the
//! ladder go by these clocks. The legal clock is the same for everybody, and is not moved.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use haqqi_complaints::{Desk, Summary, at_establishment, note_cluster, related, summaries_of};
use haqqi_kernel::{Event, Scope, SubjectKind, Uow};
use haqqi_screening::flags_of_complaint;
use haqqi_worklist::{Matter, owed, raise, set_again};
use sea_orm::DbErr;
use uuid::Uuid;

use super::find::{LINKED, NAMED, PLACE};
use super::pair::{PairState, may_meet, other_of, pairs_of};
use crate::entity::complaint_pair::Model;

/// Whether a pair says that both tell of one workplace. Names that are only alike do not: unrelated firms share a first
/// word, and one's clock must not run faster for another's.
pub(super) fn one_workplace(pair: &Model) -> bool {
    let sure = [LINKED, NAMED, PLACE];
    match PairState::from_code(&pair.state) {
        Some(PairState::SameWorkplace) => true,
        Some(PairState::Suggested) => {
            pair.employer_phone || pair.workplace.as_deref().is_some_and(|found| sure.contains(&found))
        }
        _ => false,
    }
}

/// Those who tell of the workplace of this complaint, with itself: as far as the scope reaches, within the pack's days,
/// one person's two complaints counted once.
pub(super) async fn cluster_of(
    desk: &Desk,
    scope: &Scope,
    complaint: &Summary,
) -> Result<Vec<Summary>, DbErr> {
    let house = &desk.site.house;
    let pack = &desk.site.pack;
    let pairs = pairs_of(house, complaint.id).await?;
    let mut ids: BTreeSet<Uuid> =
        pairs.iter().filter(|pair| one_workplace(pair)).map(|pair| other_of(pair, complaint.id)).collect();
    let apart: BTreeSet<Uuid> = pairs
        .iter()
        .filter(|pair| {
            matches!(PairState::from_code(&pair.state), Some(PairState::Different | PairState::SamePerson))
        })
        .map(|pair| other_of(pair, complaint.id))
        .collect();
    let grouped = related(desk, scope, complaint.id).await.map_err(|e| DbErr::Custom(e.to_string()))?;
    ids.extend(grouped.iter().map(|one| one.id));
    if let Some(establishment) = complaint.establishment {
        ids.extend(at_establishment(desk, scope, establishment).await?.iter().map(|one| one.id));
    }
    ids.remove(&complaint.id);
    let near = TimeDelta::days(i64::from(pack.identity().cluster_days));
    let mut all = summaries_of(desk, scope, ids).await?;
    all.retain(|one| {
        !apart.contains(&one.id)
            && may_meet(pack, one, complaint)
            && one.outcome.as_deref() != Some("duplicate")
            && (one.received_at - complaint.received_at).abs() <= near
    });
    all.push(complaint.clone());
    Ok(all)
}

/// What a complaint waits for runs by the rows for what is urgent from now on, where these end sooner.
async fn hasten(desk: &Desk, unit: &mut Uow, complaint: &Summary) -> Result<(), DbErr> {
    if complaint.urgent {
        return Ok(());
    }
    let (office, matter) = (complaint.office.as_deref(), Matter { kind: &complaint.kind, urgent: true });
    let today = desk.clocks().calendar(office).date(unit.now());
    for owed in owed(&desk.site.house, complaint.id).await? {
        // Only what the pack has a row of its own for; a clock of the law has none, and what ran out is late already.
        let row = desk.site.pack.deadline_for(&owed.clock, today, &complaint.kind, true);
        if row.is_none_or(|row| row.urgent != Some(true)) || owed.due_at <= unit.now() {
            continue;
        }
        let Ok(clock) = desk.clocks().begin_for(&owed.clock, unit.now(), office, matter) else { continue };
        if !clock.legal && clock.due_at < owed.due_at {
            set_again(unit, complaint.id, &clock).await.map_err(|e| DbErr::Custom(e.to_string()))?;
        }
    }
    Ok(())
}

/// Raises the work of all who tell of this workplace, where they are enough to be a cluster. Each is shown how many of
/// its own office they are, so that a number tells nobody of another office's complaints.
pub(super) async fn raise_cluster(
    desk: &Desk,
    unit: &mut Uow,
    scope: &Scope,
    complaint: &Summary,
) -> Result<(), DbErr> {
    let all = cluster_of(desk, scope, complaint).await?;
    if all.len() < usize::from(desk.site.pack.identity().cluster_many) {
        return Ok(());
    }
    let mut offices: BTreeMap<Option<&str>, Vec<&Summary>> = BTreeMap::new();
    for one in &all {
        offices.entry(one.office.as_deref()).or_default().push(one);
    }
    for (office, of_one) in offices {
        let many = i32::try_from(of_one.len()).unwrap_or(i32::MAX);
        let ids: Vec<Uuid> = of_one.iter().map(|one| one.id).collect();
        let mut subjects = ids.clone();
        for id in &ids {
            subjects.extend(flags_of_complaint(&desk.screening, *id).await?.iter().map(|flag| flag.id));
        }
        note_cluster(unit, &ids, many);
        raise(unit, &subjects, many);
        for one in of_one.iter().filter(|one| one.cluster.is_none()) {
            hasten(desk, unit, one).await?;
            unit.event(Event::new(SubjectKind::Complaint, one.id, "complaint.clustered").office(office));
        }
    }
    Ok(())
}
