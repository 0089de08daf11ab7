//! The job that looks for complaints like a new one, or like one that was told more of: it writes the marks, then the
//! pairs, raises a cluster, and tells when somebody may be punished for having complained.

use std::collections::BTreeSet;

use haqqi_complaints::{
    Alike, Desk, Named, ReadError, Summary, alike, at_establishment, mark_traces, related, summaries_of,
    summary_of,
};
use haqqi_kernel::{Action, Actor, Audit, Claimed, Done, JobFailure, Scope, SubjectKind, Uow, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::cluster::raise_cluster;
use super::pair::{PairState, may_meet, ordered, pair_of};
use crate::entity::complaint_pair::{ActiveModel, Column, Entity};
use crate::retaliation::suspect;

/// Texts that have so much in common are suggested, whatever else is told; in thousandths.
const SAME_WORDS: u16 = 700;
/// Of one workplace, and not further apart than this, they are suggested.
const NEAR_DAYS: i64 = 90;

/// Both are linked to one workplace.
pub(super) const LINKED: &str = "linked";
/// Both tell one whole name, in one governorate.
pub(super) const NAMED: &str = "named";
/// Both tell one building.
pub(super) const PLACE: &str = "place";
/// Both tell names that are alike: for a person to compare, and nothing follows from it by itself.
pub(super) const TOLD: &str = "told";

/// What two complaints have in common.
pub(super) struct Common {
    pub phone: bool,
    pub employer_phone: bool,
    pub workplace: Option<&'static str>,
    pub words: u16,
    pub days: i64,
}

/// What they have in common, if it is enough to be suggested.
pub(super) fn common(one: &Summary, other: &Summary, found: Option<&Alike>) -> Option<Common> {
    let days = (one.received_at - other.received_at).num_days().abs();
    let here = one.governorate.is_some() && one.governorate == other.governorate;
    let near = here || one.governorate.is_none() || other.governorate.is_none();
    let named = found.map_or(Named::Untold, |found| found.employer);
    let workplace = match (one.establishment, other.establishment) {
        (Some(one), Some(other)) => (one == other).then_some(LINKED),
        _ if here && named == Named::Same => Some(NAMED),
        // Two firms of one industrial estate are not one workplace.
        _ if found.is_some_and(|found| found.place) && named != Named::Other => Some(PLACE),
        _ => (near && named >= Named::Like).then_some(TOLD),
    };
    let common = Common {
        phone: found.is_some_and(|found| found.phone),
        employer_phone: found.is_some_and(|found| found.employer_phone),
        workplace,
        words: found.map_or(0, |found| found.words),
        days,
    };
    let place = common.workplace.is_some() || common.employer_phone;
    (common.phone || common.words >= SAME_WORDS || place && days <= NEAR_DAYS).then_some(common)
}

/// The job behind [`haqqi_complaints::LOOK_ALIKE`].
///
/// # Errors
/// [`JobFailure::Again`] where it may go better later.
pub async fn look_alike(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let id = claimed.id_of("complaint")?;
    let house = &desk.site.house;
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    let complaint = match summary_of(desk, &scope, id).await {
        Ok(complaint) => complaint,
        Err(ReadError::NotFound) => return Ok(()),
        Err(error) => return Err(again(&error)),
    };
    // Marks first, in a unit of their own: of two that come together, at least one then finds the other.
    let mut unit = house.unit(Actor::System);
    mark_traces(&mut unit, id).await.map_err(|e| again(&e))?;
    unit.commit().await.map_err(|e| again(&e))?;
    let mut unit = house.unit(Actor::System);
    let fresh = pair_up(desk, &mut unit, &scope, &complaint).await.map_err(|e| again(&e))?;
    if !fresh.is_empty() {
        unit.audit(Audit::write("complaint.found-alike", SubjectKind::Complaint, id));
    }
    unit.commit().await.map_err(|e| again(&e))?;
    let mut unit = house.unit(Actor::System);
    raise_cluster(desk, &mut unit, &scope, &complaint).await.map_err(|e| again(&e))?;
    suspect(desk, &mut unit, &complaint, &fresh).await.map_err(|e| again(&e))?;
    unit.commit().await.map_err(|e| again(&e))?;
    Ok(())
}

/// Writes the pairs; gives those with which it is paired anew.
async fn pair_up(
    desk: &Desk,
    unit: &mut Uow,
    scope: &Scope,
    complaint: &Summary,
) -> Result<Vec<Summary>, DbErr> {
    let house = &desk.site.house;
    let found = alike(desk, complaint.id).await?;
    let mut ids: BTreeSet<Uuid> = found.iter().map(|alike| alike.complaint).collect();
    if let Some(establishment) = complaint.establishment {
        ids.extend(at_establishment(desk, scope, establishment).await?.iter().map(|one| one.id));
    }
    // What was filed together, or put together by an officer, is no likeness of itself.
    let grouped = related(desk, scope, complaint.id).await.map_err(|e| DbErr::Custom(e.to_string()))?;
    for one in grouped {
        ids.remove(&one.id);
    }
    ids.remove(&complaint.id);
    let mut fresh = Vec::new();
    for other in summaries_of(desk, scope, ids).await? {
        let alike = found.iter().find(|alike| alike.complaint == other.id);
        let Some(common) = common(complaint, &other, alike) else { continue };
        if !may_meet(&desk.site.pack, complaint, &other) {
            continue;
        }
        if pair_of(house, complaint.id, other.id).await?.is_none() {
            write(unit, complaint.id, other.id, &common);
            fresh.push(other);
        } else {
            more_in_common(unit, complaint.id, other.id, &common);
        }
    }
    Ok(fresh)
}

/// Writes a pair, unless it is there.
pub(super) fn write(unit: &mut Uow, one: Uuid, other: Uuid, common: &Common) {
    let (first, second) = ordered(one, other);
    let now = unit.now();
    unit.insert_or_ignore(
        ActiveModel {
            first_id: Set(first),
            second_id: Set(second),
            state: Set(PairState::Suggested.code().to_owned()),
            phone: Set(common.phone),
            employer_phone: Set(common.employer_phone),
            workplace: Set(common.workplace.map(str::to_owned)),
            words: Set(i32::from(common.words)),
            days: Set(i32::try_from(common.days).unwrap_or(i32::MAX)),
            found_at: Set(now),
            decided_at: Set(None),
            decided_by: Set(None),
            kept_id: Set(None),
            known_by: Set(None),
            version: Set(1),
        },
        [Column::FirstId, Column::SecondId],
    );
}

/// What is known of a pair now; whatever was decided stands.
fn more_in_common(unit: &mut Uow, one: Uuid, other: Uuid, common: &Common) {
    let (first, second) = ordered(one, other);
    unit.update(
        Entity::update_many()
            .col_expr(Column::Phone, Expr::value(common.phone))
            .col_expr(Column::EmployerPhone, Expr::value(common.employer_phone))
            .col_expr(Column::Workplace, Expr::value(common.workplace.map(str::to_owned)))
            .col_expr(Column::Words, Expr::value(i32::from(common.words)))
            .filter(Column::FirstId.eq(first))
            .filter(Column::SecondId.eq(second)),
    );
}
