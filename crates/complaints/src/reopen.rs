//! She opens her closed complaint again, within the days of the pack. It is read anew from its first assessment on; the
//! closing is corrected in the history, so that figures count it as open.

use haqqi_kernel::entity::event;
use haqqi_kernel::{Audit, Event, SubjectKind};
use haqqi_worklist::{ItemKind, NewDeadline, NewItem, Urgency, open_item, set_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Desk;
use crate::ask::{AskError, her_row, until};
use crate::come_back::Entered;
use crate::entity::complaint;
use crate::model::State;

/// Opens it again.
///
/// # Errors
/// [`AskError`]: it is not closed, or the time is over.
pub async fn reopen(desk: &Desk, entered: &Entered) -> Result<(), AskError> {
    let row = her_row(desk, entered).await?;
    let house = &desk.site.house;
    let closed_at = row.closed_at.filter(|_| row.state == State::Closed.code()).ok_or(AskError::State)?;
    let end = until(desk, "reopening", closed_at, row.office.as_deref()).ok_or(AskError::Late)?;
    if house.now() > end {
        return Err(AskError::Late);
    }
    let closing = event::Entity::find()
        .filter(event::Column::SubjectId.eq(row.id))
        .filter(event::Column::What.eq("complaint.closed"))
        .order_by_desc(event::Column::HappenedAt)
        .one(house.reader())
        .await?;
    let mut unit = house.unit(entered.actor());
    let now = unit.now();
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::State, Expr::value(State::Acknowledged.code()))
            .col_expr(complaint::Column::Outcome, Expr::value(Option::<String>::None))
            .col_expr(complaint::Column::ClosedAt, Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None))
            .col_expr(complaint::Column::Version, Expr::value(row.version + 1))
            .filter(complaint::Column::Id.eq(row.id))
            .filter(complaint::Column::Version.eq(row.version)),
    );
    let clock = desk.clocks().begin("first-assessment", now, row.office.as_deref())?;
    let item = open_item(
        &mut unit,
        NewItem {
            office: row.office.clone(),
            assignee: row.assignee,
            urgency: if row.urgent { Urgency::High } else { Urgency::Normal },
            language: Some(row.language.clone()),
            place: row.governorate.clone(),
            label: Some(row.kind.clone()),
            child: row.age == "child",
            ..NewItem::new(
                ItemKind::Reopened,
                SubjectKind::Complaint,
                row.id,
                entered.reference,
                clock.due_at,
            )
        },
    );
    let deadline = NewDeadline {
        subject_kind: SubjectKind::Complaint,
        subject: row.id,
        item: Some(item),
        office: row.office.as_deref(),
    };
    set_deadline(&mut unit, &deadline, &clock);
    unit.audit(Audit::write("complaint.reopen", SubjectKind::Complaint, row.id));
    let mut reopened = Event::new(SubjectKind::Complaint, row.id, "complaint.reopened")
        .change(row.outcome.as_deref().unwrap_or_default(), State::Acknowledged.code())
        .office(row.office.as_deref());
    if let Some(closing) = closing {
        reopened = reopened.corrects(closing.id);
    }
    unit.event(reopened);
    unit.commit().await?;
    Ok(())
}
