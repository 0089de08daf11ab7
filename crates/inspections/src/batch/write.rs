//! Writing the visits of a batch: all in one unit, made at the same moment.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Actor, Audit, Event, Job, Reference, ReferenceKind, Role, SubjectKind, Uow};
use haqqi_worklist::{About, ItemKind, NewItem, finish_items, open_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::{BatchError, MakeBatch, Stop};
use crate::NEWS;
use crate::desk::{InspectionDesk, joined, random_id};
use crate::entity::{visit, visit_inspector, visit_request};
use crate::model::{Planned, RequestState, VisitState};

/// Writes them; answers their references in order of time.
pub(super) async fn write(
    desk: &InspectionDesk,
    actor: &Actor,
    wish: &MakeBatch,
    stops: &[Stop],
    planned: &[Planned],
) -> Result<Vec<Reference>, BatchError> {
    let house = desk.house();
    let mut unit = house.unit(actor.clone());
    let batch = random_id(house);
    let mut made: Vec<(DateTime<Utc>, Reference)> = Vec::new();
    for placed in planned {
        let Some(stop) = stops.get(placed.at) else { continue };
        let reference = unit.reference(ReferenceKind::Visit);
        let id = write_visit(desk, &mut unit, wish, stop, placed, batch, reference);
        for row in &stop.requests {
            take(&mut unit, row, id);
        }
        made.push((placed.from, reference));
    }
    unit.commit().await?;
    made.sort_by_key(|(at, reference)| (*at, reference.to_string()));
    Ok(made.into_iter().map(|(_, reference)| reference).collect())
}

fn write_visit(
    desk: &InspectionDesk,
    unit: &mut Uow,
    wish: &MakeBatch,
    stop: &Stop,
    placed: &Planned,
    batch: Uuid,
    reference: Reference,
) -> Uuid {
    let id = random_id(desk.house());
    let key = unit.new_subject(id);
    let order = stop.workplace.home.then(|| unit.seal(&key, "visit.order", wish.order.trim()));
    let checklist = desk.checklist(&stop.workplace.regime);
    unit.insert(visit::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        batch_id: Set(batch),
        establishment_id: Set(stop.workplace.id),
        worksite_id: Set(stop.worksite),
        office: Set(wish.office.clone()),
        sector: Set(stop.workplace.sector.clone()),
        regime: Set(stop.workplace.regime.clone()),
        home: Set(stop.workplace.home),
        order_number: Set(order),
        checklist: Set(checklist.map(|list| list.code.clone()).unwrap_or_default()),
        checklist_version: Set(checklist.map(|list| list.version.clone()).unwrap_or_default()),
        sections: Set(joined(&stop.brief.sections)),
        hazards: Set(joined(&stop.brief.hazards)),
        languages: Set(joined(&stop.brief.languages)),
        state: Set(VisitState::Planned.code().to_owned()),
        starts_at: Set(placed.from),
        ends_at: Set(placed.until),
        created_at: Set(unit.now()),
        began_at: Set(None),
        finished_at: Set(None),
        record: Set(None),
        interviews: Set(None),
        interviews_alone: Set(None),
        cancel_reason: Set(None),
        found_on: Set(None),
        corrected_by: Set(None),
        corrected_at: Set(None),
        corrected_why: Set(None),
        version: Set(1),
    });
    for (at, person) in placed.team.iter().enumerate() {
        unit.insert(visit_inspector::ActiveModel {
            visit_id: Set(id),
            staff_id: Set(*person),
            leads: Set(at == 0),
            took_over: Set(false),
        });
    }
    open_item(
        unit,
        NewItem {
            office: Some(wish.office.clone()),
            assignee: placed.team.first().copied(),
            role: Some(Role::Inspector),
            ..NewItem::new(
                ItemKind::VisitToDo,
                SubjectKind::Visit,
                id,
                About::Workplace(stop.workplace.id),
                reference,
                placed.from,
            )
        },
    );
    unit.audit(Audit::write("visit.schedule", SubjectKind::Visit, id));
    unit.event(
        Event::new(SubjectKind::Visit, id, "visit.scheduled")
            .change("none", VisitState::Planned.code())
            .office(Some(&wish.office))
            .dim("sector", stop.workplace.sector.clone())
            .dim("regime", stop.workplace.regime.clone()),
    );
    id
}

/// Takes a request out of the pool, and lets those who asked know.
fn take(unit: &mut Uow, row: &visit_request::Model, visit: Uuid) {
    unit.update_one(
        visit_request::Entity::update_many()
            .col_expr(visit_request::Column::State, Expr::value(RequestState::Planned.code()))
            .col_expr(visit_request::Column::VisitId, Expr::value(Some(visit)))
            .col_expr(visit_request::Column::Version, Expr::value(row.version + 1))
            .filter(visit_request::Column::Id.eq(row.id))
            .filter(visit_request::Column::Version.eq(row.version)),
    );
    finish_items(unit, row.id, ItemKind::VisitPool);
    tell(unit, row.id, visit, "planned");
}

/// News of a request, for whoever holds the sealed link.
pub(crate) fn tell(unit: &mut Uow, request: Uuid, visit: Uuid, news: &str) {
    unit.job(
        Job::new(NEWS, serde_json::json!({ "request": request, "news": news }))
            .key(format!("{NEWS}:{request}:{visit}:{news}")),
    );
}
