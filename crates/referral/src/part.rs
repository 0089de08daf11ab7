//! An approver who declared a tie to the workplace, or leaves: what waited for her waits for another, for nobody else may open
//! it.

use haqqi_accounts::{Directory, StaffView};
use haqqi_kernel::{Actor, Audit, Claimed, Done, JobFailure, SubjectKind, out_of_reach};
use haqqi_worklist::{ItemKind, Leaving, hand_to, loads, open_work, seek};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::entity::{referral_case, referral_ground};
use crate::ground::may_be_approver;
use crate::store;

/// The job behind `haqqi_accounts::TIE_DECLARED`, as far as this room is concerned: another approver without a tie, of the
/// case's office first, with the least to do; never whoever proposed it. Where there is none, whoever supervises is told.
///
/// # Errors
/// [`JobFailure::Again`] while nobody else may approve.
pub async fn part_from(desk: &ReferralDesk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let (staff, establishment) = (claimed.id_of("staff")?, claimed.id_of("establishment")?);
    let about = out_of_reach(&desk.site.house, &[establishment]).await.map_err(|e| again(&e))?;
    let tied = |case: &referral_case::Model| about.contains(&case.complaint_id);
    give_grounds(desk, staff, None, tied).await
}

/// The job behind [`haqqi_worklist::WORK_LEFT`], as far as this room is concerned: what waits for somebody who leaves waits
/// for the heir, where that one may approve it, else as [`part_from`].
///
/// # Errors
/// [`JobFailure::Again`] while nobody else may approve.
pub async fn hand_on(desk: &ReferralDesk, claimed: &Claimed) -> Done {
    let leaving = Leaving::of(claimed)?;
    let ours = |case: &referral_case::Model| leaving.reaches(case.office.as_deref());
    give_grounds(desk, leaving.from, Some(leaving.to), ours).await
}

/// Gives what waits for this approver, of the cases that are meant, to another.
async fn give_grounds(
    desk: &ReferralDesk,
    staff: Uuid,
    heir: Option<Uuid>,
    meant: impl Fn(&referral_case::Model) -> bool,
) -> Done {
    use referral_ground::Column as C;
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let house = &desk.site.house;
    let waiting = referral_ground::Entity::find()
        .filter(C::Approver.eq(staff))
        .filter(C::Decision.is_null())
        .all(house.reader())
        .await
        .map_err(|e| again(&e))?;
    let mut left = Ok(());
    for ground in waiting {
        let case = store::case_of(house, ground.case_id).await.map_err(|e| again(&e))?;
        let Some(case) = case.filter(&meant) else { continue };
        let directory = Directory::new(house.clone());
        let (load, away) = (loads(house).await, directory.away().await);
        let (load, away) = (load.map_err(|e| again(&e))?, away.map_err(|e| again(&e))?);
        let mut others = directory.everybody().await.map_err(|e| again(&e))?;
        others.retain(|person| {
            may_be_approver(person)
                && person.id != staff
                && Some(person.id) != ground.recorded_by
                && !away.contains_key(&person.id)
        });
        others.sort_by_key(|person| {
            let load = load.get(&person.id).copied().unwrap_or(0);
            (heir != Some(person.id), person.office != case.office, load, person.sign_in.clone())
        });
        let other = first_free(desk, others, case.complaint_id).await.map_err(|e| again(&e))?;
        let mut unit = house.unit(Actor::System);
        if let Some(other) = other {
            unit.update_one(
                referral_ground::Entity::update_many()
                    .col_expr(C::Approver, Expr::value(Some(other.id)))
                    .col_expr(C::Version, Expr::col(C::Version).add(1))
                    .filter(C::Id.eq(ground.id))
                    .filter(C::Version.eq(ground.version)),
            );
            hand_to(&mut unit, ground.id, ItemKind::DisclosureToApprove, Some(other.id));
            let moved = Audit::write("referral.move-approval", SubjectKind::Referral, ground.case_id);
            unit.audit(moved.purpose(other.id.to_string()));
        } else {
            left = Err(JobFailure::Again("nobody else may approve it".to_owned()));
            let work = open_work(house, ground.id, ItemKind::DisclosureToApprove).await;
            if let Some(work) = work.map_err(|e| again(&e))? {
                seek(&mut unit, work.id);
            }
        }
        unit.commit().await.map_err(|e| again(&e))?;
    }
    left
}

/// The first of these who has no tie to what this complaint is about.
async fn first_free(
    desk: &ReferralDesk,
    people: Vec<StaffView>,
    complaint: Uuid,
) -> Result<Option<StaffView>, DbErr> {
    for person in people {
        if !out_of_reach(&desk.site.house, &person.ties).await?.contains(&complaint) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}
