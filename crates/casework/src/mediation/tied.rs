//! Sessions whose mediator may not hold them, for a tie to the workplace, or will not, for he leaves: they go to another.

use std::collections::HashSet;

use haqqi_accounts::Directory;
use haqqi_complaints::{Desk, ReadError, summary_of};
use haqqi_kernel::{Action, Actor, Audit, SubjectKind, judge};
use haqqi_worklist::{ItemKind, Leaving, hand_to, loads, open_work, seek};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{MediationError, SessionState, mediators};
use crate::entity::mediation;

/// Gives the planned sessions that this person was to hold about these complaints to the mediator without a tie who has the
/// least to do. Whether there was one for each; where there is none, whoever supervises is told.
///
/// # Errors
/// [`MediationError`]; what was given before stays.
pub(crate) async fn move_sessions(
    desk: &Desk,
    from: Uuid,
    about: &HashSet<Uuid>,
) -> Result<bool, MediationError> {
    let mut all = true;
    for session in planned(desk, from).await? {
        if about.contains(&session.complaint_id) {
            all &= move_one(desk, &session, None, None).await?;
        }
    }
    Ok(all)
}

/// Gives the planned sessions of somebody who leaves to the heir, where he may hold them, else as [`move_sessions`].
///
/// # Errors
/// [`MediationError`]; what was given before stays.
pub(crate) async fn leave_sessions(desk: &Desk, leaving: &Leaving) -> Result<bool, MediationError> {
    let mut all = true;
    for session in planned(desk, leaving.from).await? {
        all &= move_one(desk, &session, Some(leaving.to), Some(leaving)).await?;
    }
    Ok(all)
}

async fn planned(desk: &Desk, mediator: Uuid) -> Result<Vec<mediation::Model>, MediationError> {
    let rows = mediation::Entity::find()
        .filter(mediation::Column::Mediator.eq(mediator))
        .filter(mediation::Column::State.eq(SessionState::Planned.code()));
    Ok(rows.all(desk.site.house.reader()).await?)
}

/// One session, to whom it shall be where that one may, else to whom has the least to do.
async fn move_one(
    desk: &Desk,
    session: &mediation::Model,
    heir: Option<Uuid>,
    within: Option<&Leaving>,
) -> Result<bool, MediationError> {
    use mediation::Column as C;
    let house = &desk.site.house;
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary_of(desk, &scope, session.complaint_id).await?;
    if within.is_some_and(|leaving| !leaving.reaches(complaint.office.as_deref())) {
        return Ok(true);
    }
    let load = loads(house).await?;
    let away = Directory::new(house.clone()).away().await?;
    let others = mediators(house, &complaint).await?.into_iter().map(|(id, _)| id);
    let other = others
        .filter(|id| *id != session.mediator && !away.contains_key(id))
        .min_by_key(|id| (heir != Some(*id), load.get(id).copied().unwrap_or(0), *id));
    let mut unit = house.unit(Actor::System);
    match other {
        Some(other) => {
            unit.update_one(
                mediation::Entity::update_many()
                    .col_expr(C::Mediator, Expr::value(other))
                    .col_expr(C::Version, Expr::col(C::Version).add(1))
                    .filter(C::Id.eq(session.id))
                    .filter(C::Version.eq(session.version)),
            );
            hand_to(&mut unit, complaint.id, ItemKind::MediationToHold, Some(other));
            let moved = Audit::write("complaint.move-mediation", SubjectKind::Complaint, complaint.id);
            unit.audit(moved.purpose(other.to_string()));
        }
        None => {
            if let Some(work) = open_work(house, complaint.id, ItemKind::MediationToHold).await? {
                seek(&mut unit, work.id);
            }
        }
    }
    unit.commit().await?;
    Ok(other.is_some())
}
