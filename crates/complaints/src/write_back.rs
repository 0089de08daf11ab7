//! Writing back. A message is assessed as the first words were: danger told later is danger all the same.

use chrono::{DateTime, Utc};
use haqqi_kernel::idempotency::Fresh;
use haqqi_kernel::{
    Action, Audit, CommitError, Event, Reference, SubjectKey, SubjectKind, Uow, happened_to, judge,
};
use haqqi_screening::{AssessedSubject, Level, Recorded, ScreenInput, flagged_up_to};
use haqqi_worklist::{
    About, DeadlineError, ItemKind, Matter, NewDeadline, NewItem, Urgency, is_owed, meet_deadline, open_item,
    set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::come_back::{Entered, ReturnError};
use crate::credential::code_seen;
use crate::desk::TranslationNeeded;
use crate::entity::complaint;
use crate::model::{Author, LONGEST_TEXT, TextKind};
use crate::traces::{Traced, trace};
use crate::work::{NewText, add_text};
use crate::{Desk, store};

/// How often it is tried when staff change the complaint at the same time: it is not for her to send it again.
const TRIES: usize = 5;

/// She writes back. A form that may be sent twice brings what `once` keeps, so that it is stored once.
///
/// # Errors
/// [`ReturnError`]; then nothing was stored.
pub async fn write_back(
    desk: &Desk,
    entered: &Entered,
    body: &str,
    once: Option<&Fresh>,
) -> Result<DateTime<Utc>, ReturnError> {
    if body.trim().is_empty() {
        return Err(ReturnError::Empty);
    }
    if body.len() > LONGEST_TEXT {
        return Err(ReturnError::TooLong);
    }
    for _ in 1..TRIES {
        match store_message(desk, entered, body, once).await {
            Err(ReturnError::Commit(CommitError::Stale)) => {}
            other => return other,
        }
    }
    store_message(desk, entered, body, once).await
}

async fn store_message(
    desk: &Desk,
    entered: &Entered,
    body: &str,
    once: Option<&Fresh>,
) -> Result<DateTime<Utc>, ReturnError> {
    let house = &desk.site.house;
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
    let row = store::by_id(house, &scope, entered.complaint()).await?.ok_or(ReturnError::Unknown)?;
    let key = house.subject_key(row.id).await?;
    let flagged = flagged_up_to(&desk.screening, row.id).await?;
    let by_code = code_seen(house, row.id).await?;
    let mut unit = house.unit(entered.actor());
    let now = unit.now();
    let new = NewText {
        kind: TextKind::Message,
        author: Author::Worker,
        language: &row.language,
        translation_of: None,
        body,
    };
    let text = add_text(&mut unit, row.id, &key, &new);
    if !desk.site.pack.kind(&row.kind).is_some_and(|kind| kind.against_worker) {
        trace(desk, &mut unit, row.id, &Traced { words: Some((body, &row.language)), ..Traced::default() });
    }
    let found =
        assess(desk, &mut unit, entered.reference, &row, &key, &Told { text, body, danger: false, flagged })?;
    if found.urgent {
        make_urgent(&mut unit, &row);
    }
    desk.open_translation(
        &mut unit,
        &TranslationNeeded {
            complaint: row.id,
            reference: entered.reference,
            text,
            language: &row.language,
            office: row.office.as_deref(),
            urgent: row.urgent || found.urgent,
        },
    )?;
    open_work(desk, &mut unit, entered.reference, &row, &NewWork::of(&found)).await?;
    answers(&mut unit, &row).await?;
    unit.audit(Audit::write("complaint.write-back", SubjectKind::Complaint, row.id));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.message-in")
            .office(row.office.as_deref())
            .dim("code", by_code),
    );
    if let Some(once) = once {
        once.keep(&mut unit, &[]);
    }
    unit.commit().await?;
    Ok(now)
}

/// Words of hers after a message of the office are contact between the two.
pub(crate) async fn answers(unit: &mut Uow, row: &complaint::Model) -> Result<(), DeadlineError> {
    if !happened_to(unit.house(), row.id, "complaint.message-out", None).await?.is_empty() {
        meet_deadline(unit, row.id, "first-contact").await?;
    }
    Ok(())
}

/// Puts a complaint among the urgent ones, if it is not there yet.
pub(crate) fn make_urgent(unit: &mut Uow, row: &complaint::Model) {
    if row.urgent {
        return;
    }
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Urgent, Expr::value(true))
            .col_expr(complaint::Column::Version, Expr::value(row.version + 1))
            .filter(complaint::Column::Id.eq(row.id))
            .filter(complaint::Column::Version.eq(row.version)),
    );
}

/// What was told later.
pub(crate) struct Told<'a> {
    pub text: Uuid,
    /// The words; none where they are spoken.
    pub body: &'a str,
    /// She says that she is in danger.
    pub danger: bool,
    /// Up to which level the complaint is flagged already.
    pub flagged: Option<Level>,
}

/// Assesses a message in the language of the complaint.
pub(crate) fn assess(
    desk: &Desk,
    unit: &mut Uow,
    reference: Reference,
    row: &complaint::Model,
    key: &SubjectKey,
    told: &Told<'_>,
) -> Result<Recorded, haqqi_worklist::UnknownClock> {
    assess_in(desk, unit, reference, row, key, &row.language, told)
}

/// Assesses the message alone: what was told before was assessed before, and so was the kind of complaint.
pub(crate) fn assess_in(
    desk: &Desk,
    unit: &mut Uow,
    reference: Reference,
    row: &complaint::Model,
    key: &SubjectKey,
    language: &str,
    told: &Told<'_>,
) -> Result<Recorded, haqqi_worklist::UnknownClock> {
    let subject = AssessedSubject {
        complaint: row.id,
        reference,
        office: row.office.clone(),
        concerned: row.concerned.clone(),
        language: row.language.clone(),
        kind: row.kind.clone(),
        kind_screens: false,
        age: row.age.clone(),
        filed_by: row.filed_by.clone(),
        filer_has_interest: row.filer_has_interest,
    };
    let texts = vec![(told.text, language.to_owned(), told.body.to_owned())];
    let input =
        ScreenInput { texts, flagged: told.flagged, declared_danger: told.danger, ..ScreenInput::default() };
    haqqi_screening::record(unit, &desk.screening, &subject, key, &input)
}

/// The work that something told later makes.
pub(crate) struct NewWork {
    /// Danger was told.
    pub urgent: bool,
    /// What was found in it.
    pub level: Option<Level>,
}

impl NewWork {
    pub(crate) fn of(found: &Recorded) -> Self {
        Self { urgent: found.urgent, level: found.level }
    }
}

/// The work of reading and answering it. Where the message tells of danger, whoever is on duty has it too, at once.
pub(crate) async fn open_work(
    desk: &Desk,
    unit: &mut Uow,
    reference: Reference,
    row: &complaint::Model,
    found: &NewWork,
) -> Result<(), ReturnError> {
    crate::erase::still_there(unit, row);
    let (now, office) = (unit.now(), row.office.as_deref());
    let matter = Matter { kind: &row.kind, urgent: row.urgent || row.cluster.is_some() || found.urgent };
    let clock = desk.clocks().begin_for("answer-message", now, office, matter)?;
    let danger = if found.urgent { Some(desk.clocks().begin("danger", now, office)?) } else { None };
    let due_at = danger.as_ref().map_or(clock.due_at, |danger| danger.due_at.min(clock.due_at));
    let urgency = match (found.urgent, row.urgent) {
        (true, _) => Urgency::Danger,
        (false, true) => Urgency::High,
        (false, false) => Urgency::Normal,
    };
    let level = found.level.filter(|level| *level > Level::LookCloser);
    let item = open_item(
        unit,
        NewItem {
            office: row.office.clone(),
            assignee: row.assignee,
            urgency,
            language: Some(row.language.clone()),
            place: row.governorate.clone(),
            label: Some(row.kind.clone()),
            level: level.map(|level| level.code().to_owned()),
            duty: found.urgent,
            concerned: row.concerned.clone(),
            child: row.age == "child",
            ..NewItem::new(
                ItemKind::WorkerMessage,
                SubjectKind::Complaint,
                row.id,
                About::Complaint(row.id),
                reference,
                due_at,
            )
        },
    );
    let deadline =
        NewDeadline { subject_kind: SubjectKind::Complaint, subject: row.id, item: Some(item), office };
    set_deadline(unit, &deadline, &clock);
    // One that is owed already is the earlier one: it stands.
    if let Some(danger) = danger
        && !is_owed(unit, row.id, "danger").await?
    {
        set_deadline(unit, &deadline, &danger);
    }
    Ok(())
}
