//! Keeping a text: a draft of its own, or a part of one that nobody has taken yet, with the work and the clocks of it.

use haqqi_kernel::{ReferenceKind, SubjectKey, SubjectKind, Uow};
use haqqi_worklist::{
    About, ItemKind, NewDeadline, NewItem, Urgency, finish_items, is_owed, open_item, set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Inbound, InboundError, Read, Sender};
use crate::Desk;
use crate::entity::text_draft;

/// Begins a draft, with its work and its clocks.
pub(super) fn begin(
    desk: &Desk,
    unit: &mut Uow,
    text: &Inbound,
    sender: &Sender,
    read: &Read,
    answers: bool,
) -> Result<SubjectKey, InboundError> {
    let (id, now) = (unit.id(), unit.now());
    let reference = unit.reference(ReferenceKind::TextDraft);
    let office = desk.site.pack.identity().default_office.clone();
    let key = unit.new_subject(id);
    let number = unit.seal(&key, "text-draft.number", &sender.text);
    let mut draft = text_draft::Model {
        id,
        reference: reference.to_string(),
        way: text.way.code().to_owned(),
        language: read.language.clone(),
        office,
        received_at: now,
        due_at: now,
        number,
        number_tag: sender.tag.clone(),
        hers_alone: read.hers_alone,
        urgent: read.urgent,
        answered_at: answers.then_some(now),
        complaint: None,
        outcome: None,
        done_at: None,
        done_by: None,
        version: 1,
    };
    let clock = desk.clocks().begin("text-draft", now, Some(&draft.office))?;
    let danger =
        if draft.urgent { Some(desk.clocks().begin("danger", now, Some(&draft.office))?) } else { None };
    draft.due_at = danger.as_ref().map_or(clock.due_at, |danger| danger.due_at.min(clock.due_at));
    let item = open_work(unit, &draft)?;
    set_deadline(unit, &deadline_of(&draft, item), &clock);
    if let Some(danger) = &danger {
        set_deadline(unit, &deadline_of(&draft, item), danger);
    }
    unit.insert(text_draft::ActiveModel::from(draft));
    Ok(key)
}

fn deadline_of(draft: &text_draft::Model, item: Uuid) -> NewDeadline<'_> {
    NewDeadline {
        subject_kind: SubjectKind::TextDraft,
        subject: draft.id,
        item: Some(item),
        office: Some(&draft.office),
    }
}

/// The work of taking a draft: on top where its words tell of danger.
fn open_work(unit: &mut Uow, draft: &text_draft::Model) -> Result<Uuid, InboundError> {
    let reference = draft.reference.parse().map_err(|_| DbErr::Custom("not a reference".to_owned()))?;
    let item = NewItem {
        office: Some(draft.office.clone()),
        role: Some(haqqi_kernel::Role::HotlineOperator),
        urgency: if draft.urgent { Urgency::Danger } else { Urgency::Normal },
        language: draft.language.clone(),
        duty: true,
        ..NewItem::new(
            ItemKind::TextToTake,
            SubjectKind::TextDraft,
            draft.id,
            About::Nothing,
            reference,
            draft.due_at,
        )
    };
    Ok(open_item(unit, item))
}

/// Adds to a draft. Danger told later is danger all the same.
pub(super) async fn append(
    desk: &Desk,
    unit: &mut Uow,
    draft: &text_draft::Model,
    read: &Read,
    answers: bool,
) -> Result<(), InboundError> {
    use text_draft::Column as C;
    let now = unit.now();
    let danger = if read.urgent && !draft.urgent {
        Some(desk.clocks().begin("danger", now, Some(&draft.office))?)
    } else {
        None
    };
    let next = text_draft::Model {
        urgent: draft.urgent || read.urgent,
        due_at: danger.as_ref().map_or(draft.due_at, |danger| danger.due_at.min(draft.due_at)),
        hers_alone: draft.hers_alone || read.hers_alone,
        language: draft.language.clone().or_else(|| read.language.clone()),
        answered_at: if answers { Some(now) } else { draft.answered_at },
        ..draft.clone()
    };
    unit.update_one(
        text_draft::Entity::update_many()
            .col_expr(C::Urgent, Expr::value(next.urgent))
            .col_expr(C::DueAt, Expr::value(next.due_at))
            .col_expr(C::HersAlone, Expr::value(next.hers_alone))
            .col_expr(C::Language, Expr::value(next.language.clone()))
            .col_expr(C::AnsweredAt, Expr::value(next.answered_at))
            .col_expr(C::Version, Expr::value(draft.version + 1))
            .filter(C::Id.eq(draft.id))
            .filter(C::Version.eq(draft.version)),
    );
    if let Some(danger) = &danger {
        finish_items(unit, draft.id, ItemKind::TextToTake);
        let item = open_work(unit, &next)?;
        if !is_owed(unit, draft.id, "danger").await? {
            set_deadline(unit, &deadline_of(&next, item), danger);
        }
    }
    Ok(())
}
