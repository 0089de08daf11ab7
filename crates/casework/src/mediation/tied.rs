//! A mediator who declared a tie to the workplace: the sessions that he was to hold go to another.

use std::collections::HashSet;

use haqqi_accounts::Directory;
use haqqi_complaints::{Desk, ReadError, summary_of};
use haqqi_kernel::{Action, Actor, Audit, SubjectKind, judge};
use haqqi_worklist::{ItemKind, hand_to, loads, open_work, seek};
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
    use mediation::Column as C;
    let house = &desk.site.house;
    let planned = mediation::Entity::find()
        .filter(C::Mediator.eq(from))
        .filter(C::State.eq(SessionState::Planned.code()))
        .filter(C::ComplaintId.is_in(about.iter().copied()))
        .all(house.reader())
        .await?;
    let mut all = true;
    for session in planned {
        let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
        let complaint = summary_of(desk, &scope, session.complaint_id).await?;
        let load = loads(house).await?;
        let away = Directory::new(house.clone()).away().await?;
        let others = mediators(house, &complaint).await?.into_iter().map(|(id, _)| id);
        let other = others
            .filter(|id| *id != from && !away.contains_key(id))
            .min_by_key(|id| (load.get(id).copied().unwrap_or(0), *id));
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
                all = false;
                let work = open_work(house, complaint.id, ItemKind::MediationToHold).await?;
                if let Some(work) = work {
                    seek(&mut unit, work.id);
                }
            }
        }
        unit.commit().await?;
    }
    Ok(all)
}
