//! The doors for casework: changes of a complaint's row and its texts, within the caller's unit. The rules of who may
//! and when are casework's; here stand the ones that no caller can break: versions and the table of states.

use chrono::{DateTime, Utc};
use haqqi_kernel::entity::event;
use haqqi_kernel::{
    Action, Actor, Audit, Event, Job, OpenError, ReceiptCode, Scope, SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_messaging::drop_waiting;
use haqqi_worklist::{About, Clock, ItemKind, NewDeadline, NewItem, Urgency, open_item, set_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set, UpdateMany};
use uuid::Uuid;

use crate::entity::{complaint, complaint_text};
use crate::her_clock::look_again;
use crate::model::{Age, Author, Contact, State, TextKind};
use crate::open::{ReadError, Summary};
use crate::traces::{forget_named, workplaces_of};
use crate::{Desk, REOPENED, credential, store};

fn change(summary: &Summary) -> UpdateMany<complaint::Entity> {
    complaint::Entity::update_many()
        .col_expr(complaint::Column::Version, Expr::value(summary.version + 1))
        .filter(complaint::Column::Id.eq(summary.id))
        .filter(complaint::Column::Version.eq(summary.version))
}

/// Moves a complaint to a state. `false` when the table of states does not allow it; nothing is written then.
#[must_use]
pub fn set_state(unit: &mut Uow, summary: &Summary, to: State) -> bool {
    if !summary.state.may_become(to) {
        return false;
    }
    unit.update_one(change(summary).col_expr(complaint::Column::State, Expr::value(to.code())));
    true
}

/// Writes the acknowledgement: who, when, which next step. `false` when it was acknowledged before.
#[must_use]
pub fn acknowledge_row(unit: &mut Uow, summary: &Summary, next_step: &str) -> bool {
    if !summary.state.may_become(State::Acknowledged) || summary.acknowledged_at.is_some() {
        return false;
    }
    let now = unit.now();
    let by = unit.actor().account();
    unit.update_one(
        change(summary)
            .col_expr(complaint::Column::State, Expr::value(State::Acknowledged.code()))
            .col_expr(complaint::Column::AcknowledgedAt, Expr::value(Some(now)))
            .col_expr(complaint::Column::AcknowledgedBy, Expr::value(by))
            .col_expr(complaint::Column::NextStep, Expr::value(Some(next_step.to_owned())))
            .col_expr(complaint::Column::Assignee, Expr::value(summary.assignee.or(by))),
    );
    true
}

/// Writes the next step that an assessment led to.
pub fn assess_row(unit: &mut Uow, summary: &Summary, next_step: &str) {
    unit.update_one(
        change(summary).col_expr(complaint::Column::NextStep, Expr::value(Some(next_step.to_owned()))),
    );
}

/// Gives a complaint to a person.
pub fn assign_row(unit: &mut Uow, summary: &Summary, to: Option<Uuid>) {
    unit.update_one(change(summary).col_expr(complaint::Column::Assignee, Expr::value(to)));
}

/// Ends what goes to her by itself. The number stays: a person may still call, as she allowed; what waits in the queue
/// of text messages is stopped too.
pub fn quiet_row(unit: &mut Uow, key: &SubjectKey, summary: &Summary, contact: Contact) {
    drop_waiting(unit, summary.id);
    let contact = Contact { no_message: true, ..contact };
    let json = serde_json::json!({ "v": 1, "is": contact }).to_string();
    let sealed = unit.seal(key, "complaint.contact", &json);
    unit.update_one(
        change(summary)
            .col_expr(complaint::Column::Contact, Expr::value(Some(sealed)))
            .col_expr(complaint::Column::ContactQuiet, Expr::value(true)),
    );
}

/// Links a complaint to an establishment.
pub fn link_establishment(unit: &mut Uow, summary: &Summary, establishment: Uuid) {
    forget_named(unit, summary.id);
    unit.update_one(
        change(summary).col_expr(complaint::Column::EstablishmentId, Expr::value(Some(establishment))),
    );
}

/// Closes a complaint with exactly one outcome. `false` when its state does not allow it.
#[must_use]
pub fn close_row(unit: &mut Uow, summary: &Summary, outcome: &str) -> bool {
    if !summary.state.may_become(State::Closed) {
        return false;
    }
    let now = unit.now();
    unit.update_one(
        change(summary)
            .col_expr(complaint::Column::State, Expr::value(State::Closed.code()))
            .col_expr(complaint::Column::Outcome, Expr::value(Some(outcome.to_owned())))
            .col_expr(complaint::Column::ClosedAt, Expr::value(Some(now))),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, summary.id, "complaint.closed")
            .change(summary.state.code(), outcome)
            .office(summary.office.as_deref())
            .dim("kind", summary.kind.clone()),
    );
    true
}

/// A piece of work on a complaint as every queue shows it: whose it is, how urgent, and a child is seen by who leads for
/// children.
#[must_use]
pub fn item_of(summary: &Summary, kind: ItemKind, due_at: DateTime<Utc>) -> NewItem {
    NewItem {
        office: summary.office.clone(),
        assignee: summary.assignee,
        urgency: if summary.urgent || summary.cluster.is_some() { Urgency::High } else { Urgency::Normal },
        cluster: summary.cluster,
        language: Some(summary.language.clone()),
        place: summary.governorate.clone(),
        label: Some(summary.kind.clone()),
        child: summary.age == Age::Child,
        ..NewItem::new(
            kind,
            SubjectKind::Complaint,
            summary.id,
            About::Complaint(summary.id),
            summary.reference,
            due_at,
        )
    }
}

/// Opens a piece of work and sets its clock. Gives the work's id.
pub fn open_clocked(unit: &mut Uow, summary: &Summary, item: NewItem, clock: &Clock) -> Uuid {
    let item = open_item(unit, item);
    let deadline = NewDeadline {
        subject_kind: SubjectKind::Complaint,
        subject: summary.id,
        item: Some(item),
        office: summary.office.as_deref(),
    };
    set_deadline(unit, &deadline, clock);
    item
}

/// Opens a piece of work on a complaint for one person, or whoever takes it, due when this clock is.
pub fn open_next(
    unit: &mut Uow,
    summary: &Summary,
    kind: ItemKind,
    clock: &Clock,
    assignee: Option<Uuid>,
) -> Uuid {
    let item = NewItem { assignee, ..item_of(summary, kind, clock.due_at) };
    open_clocked(unit, summary, item, clock)
}

/// The event that closed a complaint last, if it was ever closed.
///
/// # Errors
/// The database's error.
pub async fn last_closing(desk: &Desk, complaint: Uuid) -> Result<Option<event::Model>, DbErr> {
    event::Entity::find()
        .filter(event::Column::SubjectId.eq(complaint))
        .filter(event::Column::What.eq("complaint.closed"))
        .order_by_desc(event::Column::HappenedAt)
        .order_by_desc(event::Column::Id)
        .one(desk.site.house.reader())
        .await
}

/// Adds a note of the office, if there is anything in it, in the first language of the staff.
pub fn add_note(desk: &Desk, unit: &mut Uow, complaint: Uuid, key: &SubjectKey, body: &str) {
    if body.trim().is_empty() {
        return;
    }
    let language = desk.site.pack.staff_languages().first().cloned().unwrap_or_default();
    let note = NewText {
        kind: TextKind::Note,
        author: Author::Staff,
        language: &language,
        translation_of: None,
        body,
    };
    add_text(unit, complaint, key, &note);
}

/// Opens a closed complaint again: acknowledged, without an outcome, with whom it is given to. Whoever opens it, a job has
/// followed again what its end had ended.
pub fn reopen_row(unit: &mut Uow, summary: &Summary, assignee: Option<Uuid>) {
    unit.update_one(
        change(summary)
            .col_expr(complaint::Column::State, Expr::value(State::Acknowledged.code()))
            .col_expr(complaint::Column::Outcome, Expr::value(Option::<String>::None))
            .col_expr(complaint::Column::ClosedAt, Expr::value(Option::<DateTime<Utc>>::None))
            .col_expr(complaint::Column::Assignee, Expr::value(assignee)),
    );
    // What a withdrawal ended runs on: her days, and pay that is due.
    look_again(unit, summary.id);
    unit.job(Job::new(REOPENED, serde_json::json!({ "complaint": summary.id })));
}

/// A text to be added.
#[derive(Debug, Clone)]
pub struct NewText<'a> {
    /// What it is.
    pub kind: TextKind,
    /// Whose.
    pub author: Author,
    /// Its language.
    pub language: &'a str,
    /// Which text it translates.
    pub translation_of: Option<Uuid>,
    /// The words.
    pub body: &'a str,
}

/// Adds a text to a complaint, sealed under its key.
pub fn add_text(unit: &mut Uow, complaint: Uuid, key: &SubjectKey, text: &NewText<'_>) -> Uuid {
    let id = unit.id();
    let body = unit.seal(key, "text.body", text.body);
    unit.insert(complaint_text::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        kind: Set(text.kind.code().to_owned()),
        author: Set(text.author.code().to_owned()),
        author_staff: Set(unit.actor().account()),
        language: Set(text.language.to_owned()),
        translation_of: Set(text.translation_of),
        body: Set(body),
        created_at: Set(unit.now()),
        seen_at: Set(None),
    });
    id
}

/// Lets her read what was written for the closing: from now on it is a message of the office.
pub fn send_answer(unit: &mut Uow, text: Uuid) {
    unit.update_one(
        complaint_text::Entity::update_many()
            .col_expr(complaint_text::Column::Kind, Expr::value(TextKind::Message.code()))
            .filter(complaint_text::Column::Id.eq(text))
            .filter(complaint_text::Column::Kind.eq(TextKind::Answer.code())),
    );
}

/// Whether a text was translated into this language.
///
/// # Errors
/// The database's error.
pub async fn is_translated(desk: &Desk, text: Uuid, language: &str) -> Result<bool, DbErr> {
    let row = complaint_text::Entity::find()
        .filter(complaint_text::Column::TranslationOf.eq(text))
        .filter(complaint_text::Column::Language.eq(language))
        .one(desk.site.house.reader())
        .await?;
    Ok(row.is_some())
}

/// Puts a complaint among the urgent ones, for danger was found by asking again.
pub fn urgent_row(unit: &mut Uow, summary: &Summary) {
    if !summary.urgent {
        unit.update_one(change(summary).col_expr(complaint::Column::Urgent, Expr::value(true)));
    }
}

/// Notes that the worker is, or may be, under 18, so that who works with children sees it (`safeguards.md` 3), and whether that is
/// danger: both in one change of the row.
pub fn child_row(unit: &mut Uow, summary: &Summary, urgent: bool) {
    let urgent = urgent && !summary.urgent;
    if summary.age == Age::Child && !urgent {
        return;
    }
    let mut row = change(summary).col_expr(complaint::Column::Age, Expr::value(Age::Child.code()));
    if urgent {
        row = row.col_expr(complaint::Column::Urgent, Expr::value(true));
    }
    unit.update_one(row);
}

/// Issues the worker's own code, for her alone, and ends those that she had: who filed for her has none of it
/// (`safeguards.md` 4). Audited with how she was met; shown once.
pub fn renew_worker_code(unit: &mut Uow, complaint: Uuid, met: &str) -> ReceiptCode {
    unit.audit(Audit::write("complaint.issue-code", SubjectKind::Complaint, complaint).purpose(met));
    credential::renew(unit, complaint)
}

/// One text for an interpreter: nothing else of the complaint.
#[derive(Debug, Clone)]
pub struct OneText {
    /// The complaint, never shown.
    pub complaint: Uuid,
    /// The text.
    pub text: Uuid,
    /// Its language.
    pub language: String,
    /// The language of the person whose complaint it is.
    pub complaint_language: String,
    /// The office that has the complaint.
    pub office: Option<String>,
    /// The words.
    pub body: String,
    /// Whether the office wrote it, so that it goes back to her.
    pub from_office: bool,
}

/// Opens one text, audited. The caller shows that the text is this person's work: scope of `Translate`.
///
/// # Errors
/// [`ReadError`].
pub async fn one_text(desk: &Desk, actor: &Actor, _scope: &Scope, text: Uuid) -> Result<OneText, ReadError> {
    let house = &desk.site.house;
    judge(actor, Action::Translate).map_err(|_| ReadError::NotFound)?;
    let row = store::text(house, text).await?.ok_or(ReadError::NotFound)?;
    let complaint = complaint::Entity::find_by_id(row.complaint_id)
        .one(house.reader())
        .await?
        .ok_or(ReadError::NotFound)?;
    let key = house.subject_key(row.complaint_id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("text.read", SubjectKind::Complaint, row.complaint_id).purpose("translation"));
    let proof = unit.commit().await?;
    let body =
        house.open(&proof, &key, "text.body", &row.body).map_err(|_: OpenError| ReadError::NotFound)?;
    Ok(OneText {
        complaint: row.complaint_id,
        text,
        language: row.language,
        complaint_language: complaint.language,
        office: complaint.office,
        body,
        from_office: row.author == Author::Staff.code(),
    })
}

/// What an interpreter of a text must be, for whoever chooses one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InterpreterWish {
    /// The sex that she asked for.
    pub sex: Option<String>,
    /// The establishments that it is or may be about: nobody with a conflict there.
    pub workplaces: Vec<Uuid>,
}

/// What she asked of her interpreter. Codes and ids alone.
///
/// # Errors
/// The database's error.
pub async fn interpreter_wish(desk: &Desk, text: Uuid) -> Result<InterpreterWish, DbErr> {
    let house = &desk.site.house;
    let Some(row) = store::text(house, text).await? else { return Ok(InterpreterWish::default()) };
    let complaint = complaint::Entity::find_by_id(row.complaint_id).one(house.reader()).await?;
    let Some(row) = complaint else { return Ok(InterpreterWish::default()) };
    let workplaces = workplaces_of(house, row.id, row.establishment_id).await?;
    Ok(InterpreterWish { sex: row.interpreter_sex, workplaces })
}

/// Opens the work of translating a text of the office into her language.
///
/// # Errors
/// [`haqqi_worklist::UnknownClock`] when the pack lacks the clock.
pub fn translation_wanted(
    desk: &Desk,
    unit: &mut Uow,
    summary: &Summary,
    text: Uuid,
) -> Result<(), haqqi_worklist::UnknownClock> {
    desk.translate(
        unit,
        &crate::desk::TranslationNeeded {
            complaint: summary.id,
            reference: summary.reference,
            text,
            language: &summary.language,
            office: summary.office.as_deref(),
            urgent: summary.urgent,
        },
    )
}
