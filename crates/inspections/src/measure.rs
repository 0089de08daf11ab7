//! What becomes of a measure: agreed to or not by whoever must approve it, remedied or not, filed where it belongs.

use haqqi_kernel::{Action, Actor, Audit, Event, Reference, Role, SubjectKind, judge};
use haqqi_worklist::{
    About, ItemKind, NewItem, drop_deadline, finish_items, hang_on, meet_deadline, open_item,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::desk::{InspectionDesk, VisitError};
use crate::entity::visit_measure;
use crate::model::MeasureState;
use crate::store;

/// Why a measure was not settled.
#[derive(Debug, thiserror::Error)]
pub enum SettleError {
    /// The visit cannot be reached.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// There is no such measure, or its state does not allow this.
    #[error("not in this state")]
    State,
    /// It needs the approval of another role, and of somebody who was not there.
    #[error("another person approves this")]
    NotYours,
}

impl From<haqqi_kernel::CommitError> for SettleError {
    fn from(error: haqqi_kernel::CommitError) -> Self {
        Self::Visit(error.into())
    }
}

impl From<sea_orm::DbErr> for SettleError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Visit(error.into())
    }
}

/// Settles a measure of a visit.
///
/// # Errors
/// [`SettleError`]; then nothing was written.
pub async fn settle(
    desk: &InspectionDesk,
    actor: &Actor,
    visit: Reference,
    number: i32,
    to: MeasureState,
) -> Result<(), SettleError> {
    let house = desk.house();
    let approves = matches!(to, MeasureState::Imposed | MeasureState::Refused);
    let scope = judge(actor, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    let row = store::visit(house, &scope, visit).await?.ok_or(VisitError::NotFound)?;
    let team = store::teams(house, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let all = store::measures(house, row.id).await?;
    let measure = all.into_iter().find(|measure| measure.number == number).ok_or(SettleError::State)?;
    let state = MeasureState::from_code(&measure.state).ok_or(SettleError::State)?;
    if !state.may_become(to) {
        return Err(SettleError::State);
    }
    let heirs = store::heirs(house, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let was_there = actor.account().is_some_and(|account| team.contains(&account));
    let follows = was_there || actor.account().is_some_and(|account| heirs.contains(&account));
    if approves {
        let role = measure.approval.as_deref().and_then(Role::from_code).unwrap_or(Role::Supervisor);
        if !actor.has(role) || follows {
            return Err(SettleError::NotYours);
        }
    } else if !follows && judge(actor, Action::ScheduleVisit).is_err() {
        return Err(SettleError::NotYours);
    }
    let mut unit = house.unit(actor.clone());
    let approved_by = if approves { actor.account() } else { measure.approved_by };
    unit.update_one(
        visit_measure::Entity::update_many()
            .col_expr(visit_measure::Column::State, Expr::value(to.code()))
            .col_expr(visit_measure::Column::ApprovedBy, Expr::value(approved_by))
            .col_expr(visit_measure::Column::Version, Expr::value(measure.version + 1))
            .filter(visit_measure::Column::Id.eq(measure.id))
            .filter(visit_measure::Column::Version.eq(measure.version)),
    );
    let clock = desk.pack().measure(&measure.code).and_then(|row| row.deadline.clone());
    match to {
        MeasureState::Imposed => {
            finish_items(&mut unit, measure.id, ItemKind::MeasureToFollow);
            // What was agreed to is the inspector's to follow up.
            if let Some(due_at) = measure.due_at {
                let item = open_item(
                    &mut unit,
                    NewItem {
                        office: Some(row.office.clone()),
                        assignee: heirs.first().or(team.first()).copied(),
                        role: Some(Role::Inspector),
                        ..NewItem::new(
                            ItemKind::MeasureToFollow,
                            SubjectKind::Visit,
                            measure.id,
                            About::Workplace(row.establishment_id),
                            visit,
                            due_at,
                        )
                    },
                );
                if let Some(clock) = &clock {
                    hang_on(&mut unit, measure.id, clock, item).await?;
                }
            }
        }
        MeasureState::NotRemedied => {}
        MeasureState::Refused => {
            finish_items(&mut unit, measure.id, ItemKind::MeasureToFollow);
            if let Some(clock) = &clock {
                drop_deadline(&mut unit, measure.id, clock).await.map_err(VisitError::from)?;
            }
        }
        _ => {
            finish_items(&mut unit, measure.id, ItemKind::MeasureToFollow);
            if let Some(clock) = &clock {
                meet_deadline(&mut unit, measure.id, clock).await.map_err(VisitError::from)?;
            }
        }
    }
    unit.audit(Audit::write("visit.settle-measure", SubjectKind::Visit, row.id).purpose(to.code()));
    unit.event(
        Event::new(SubjectKind::Visit, row.id, "measure.settled")
            .change(measure.state.clone(), to.code())
            .office(Some(&row.office))
            .dim("class", measure.class.clone()),
    );
    let seen = match to {
        MeasureState::Imposed => Some("establishment.measure-imposed"),
        MeasureState::Remedied => Some("establishment.measure-met"),
        MeasureState::NotRemedied => Some("establishment.measure-missed"),
        _ => None,
    };
    if let Some(what) = seen {
        unit.event(
            Event::new(SubjectKind::Establishment, row.establishment_id, what)
                .office(Some(&row.office))
                .dim("class", measure.class.clone()),
        );
    }
    unit.commit().await?;
    Ok(())
}
