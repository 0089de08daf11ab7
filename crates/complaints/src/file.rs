//! Filing: the one door through which a complaint comes in, whoever brings it. In one transaction the complaint is
//! stored, its words and answers are assessed, its clocks are set, the audit entries and the jobs are written.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::{
    Action, Audit, CommitError, Event, ReceiptCode, Reference, ReferenceKind, SubjectKind, Uow, judge,
};
use haqqi_messaging::{MailKind, NewMail, queue_mail};
use haqqi_screening::{Answer, AssessedSubject, Level, ScreenInput};
use haqqi_worklist::{ItemKind, NewDeadline, NewItem, Urgency, open_item, set_deadline};
use sea_orm::Set;
use serde::{Deserialize, Serialize};

use crate::credential::{Holder, issue};
use crate::entity::{complaint, complaint_text};
use crate::evidence::Narrative;
use crate::model::{
    Age, Author, Channel, Confidentiality, Contact, Employer, LONGEST_FIELD, LONGEST_TEXT, State, TextKind,
    Worker,
};
use crate::{Desk, office};

/// What somebody brings. Only language and narrative are needed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileComplaint {
    /// BCP 47 tag of the language that the words are in.
    pub language: String,
    /// What happened, in her words. At most 64 KiB.
    pub narrative: String,
    /// Kind of complaint, a code of the pack; absent: anything else.
    #[serde(default)]
    pub kind: Option<String>,
    /// Who files, a code of the pack; absent: the worker herself.
    #[serde(default)]
    pub filed_by: Option<String>,
    /// How much the employer may learn; absent: nothing.
    #[serde(default)]
    pub confidentiality: Confidentiality,
    /// Where she works and for whom.
    #[serde(default)]
    pub employer: Employer,
    /// Herself, as far as she tells.
    #[serde(default)]
    pub worker: Worker,
    /// How she may be reached.
    #[serde(default)]
    pub contact: Contact,
    /// Answers to the questions about safety: indicator id → answer.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// `male` or `female`, if she wants an interpreter of that sex.
    #[serde(default)]
    pub interpreter_sex: Option<String>,
    /// She says that she is in danger now.
    #[serde(default)]
    pub danger: bool,
}

/// What the one who filed takes away.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The reference.
    pub reference: Reference,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Before when a person will have read it.
    pub acknowledge_by: DateTime<Utc>,
    /// The worker's own code, if she files herself.
    pub code: Option<ReceiptCode>,
    /// The filer's code, if another files: it shows *received* and *closed*.
    pub filer_receipt: Option<ReceiptCode>,
}

/// Why it was not taken. Nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// This account may not file.
    #[error("not allowed")]
    Denied,
    /// A field cannot be used as it is.
    #[error("{field}: {problem:?}")]
    Field {
        /// Which, as in the JSON.
        field: &'static str,
        /// What is wrong.
        problem: FieldProblem,
    },
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks what filing needs.
    #[error("the pack cannot serve this: {0}")]
    Pack(String),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] haqqi_worklist::UnknownClock),
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing is in it.
    Empty,
    /// More than fits.
    TooLong,
    /// A code that the pack does not know.
    Unknown,
    /// Not a mail address or number.
    Malformed,
}

fn field(field: &'static str, problem: FieldProblem) -> FileError {
    FileError::Field { field, problem }
}

/// Checks what was brought against the pack. Says the first thing that is wrong.
///
/// # Errors
/// [`FileError::Field`].
pub fn check(desk: &Desk, command: &FileComplaint) -> Result<(), FileError> {
    if command.narrative.trim().is_empty() {
        return Err(field("narrative", FieldProblem::Empty));
    }
    check_spoken(desk, command)
}

/// The same where the words are spoken: none need be written.
///
/// # Errors
/// [`FileError::Field`].
pub fn check_spoken(desk: &Desk, command: &FileComplaint) -> Result<(), FileError> {
    let pack = &desk.site.pack;
    if command.narrative.len() > LONGEST_TEXT {
        return Err(field("narrative", FieldProblem::TooLong));
    }
    if haqqi_language::known(&command.language).is_none() {
        return Err(field("language", FieldProblem::Unknown));
    }
    if command.kind.as_ref().is_some_and(|kind| pack.kind(kind).is_none()) {
        return Err(field("kind", FieldProblem::Unknown));
    }
    if command.filed_by.as_ref().is_some_and(|filer| filer != "self" && pack.filer(filer).is_none()) {
        return Err(field("filed_by", FieldProblem::Unknown));
    }
    if command.employer.governorate.as_ref().is_some_and(|code| pack.governorate(code).is_none()) {
        return Err(field("employer.governorate", FieldProblem::Unknown));
    }
    if command.interpreter_sex.as_ref().is_some_and(|sex| sex != "male" && sex != "female") {
        return Err(field("interpreter_sex", FieldProblem::Unknown));
    }
    if command.answers.keys().any(|id| !desk.screening.asks(id)) {
        return Err(field("answers", FieldProblem::Unknown));
    }
    let short = [
        ("employer.name", &command.employer.name),
        ("employer.place", &command.employer.place),
        ("employer.phone", &command.employer.phone),
        ("worker.name", &command.worker.name),
        ("contact.address", &command.contact.address),
        ("contact.when", &command.contact.when),
    ];
    for (name, text) in short {
        if text.chars().count() > LONGEST_FIELD {
            return Err(field(name, FieldProblem::TooLong));
        }
    }
    match command.contact.channel {
        Channel::None => {}
        Channel::Email => {
            let address = command.contact.address.trim();
            if !address.contains('@') || address.contains(char::is_whitespace) {
                return Err(field("contact.address", FieldProblem::Malformed));
            }
        }
        Channel::Phone => {
            if command.contact.address.chars().filter(|c| c.is_numeric()).count() < 5 {
                return Err(field("contact.address", FieldProblem::Malformed));
            }
        }
    }
    Ok(())
}

/// Seals a value as JSON, or gives nothing for an empty one.
fn seal_json<T: Serialize + Default + PartialEq>(
    unit: &Uow,
    key: &haqqi_kernel::SubjectKey,
    name: &str,
    value: &T,
) -> Option<Vec<u8>> {
    if *value == T::default() {
        return None;
    }
    let json = serde_json::json!({ "v": 1, "is": value }).to_string();
    Some(unit.seal(key, name, &json))
}

/// Files a complaint within the unit. The caller commits it, with the kept answer of its idempotency key if it has
/// one, so that all of it is one transaction.
///
/// # Errors
/// [`FileError`]; then the unit must be dropped.
pub fn file(desk: &Desk, unit: &mut Uow, channel: &str, command: &FileComplaint) -> Result<Filed, FileError> {
    check(desk, command)?;
    file_spoken(desk, unit, channel, command).map(|(filed, _)| filed)
}

/// The same where the words may be spoken: gives the text that a recording must speak, if none are written.
pub(crate) fn file_spoken(
    desk: &Desk,
    unit: &mut Uow,
    channel: &str,
    command: &FileComplaint,
) -> Result<(Filed, Narrative), FileError> {
    judge(unit.actor(), Action::FileComplaint).map_err(|_| FileError::Denied)?;
    check_spoken(desk, command)?;
    let pack = &desk.site.pack;
    let now = unit.now();
    let id = unit.id();
    let reference = unit.reference(ReferenceKind::Complaint);
    let kind = command.kind.as_deref().unwrap_or(&pack.identity().default_kind);
    let kind = pack.kind(kind).ok_or_else(|| FileError::Pack(format!("no kind {kind}")))?;
    let herself = command.filed_by.as_deref().is_none_or(|filer| filer == "self");
    let filed_by = command.filed_by.clone().unwrap_or_else(|| "self".to_owned());
    let has_interest = !herself && pack.filer(&filed_by).is_some_and(|filer| filer.has_interest);
    let office = office::of(pack, kind, command.employer.governorate.as_deref());
    let age = if kind.child { Age::Child } else { command.worker.age };
    let legal = desk.clocks().begin("acknowledgement", now, office.as_deref())?;
    let acknowledge_by = legal.due_at;

    let key = unit.new_subject(id);
    let narrative_id = unit.id();
    let body = unit.seal(&key, "text.body", &command.narrative);
    unit.insert(complaint_text::ActiveModel {
        id: Set(narrative_id),
        complaint_id: Set(id),
        kind: Set(TextKind::Narrative.code().to_owned()),
        author: Set(if herself { Author::Worker } else { Author::Filer }.code().to_owned()),
        author_staff: Set(unit.actor().account()),
        language: Set(command.language.clone()),
        translation_of: Set(None),
        body: Set(body),
        created_at: Set(now),
        seen_at: Set(None),
    });

    let recorded = haqqi_screening::record(
        unit,
        &desk.screening,
        &AssessedSubject {
            complaint: id,
            reference,
            office: office.clone(),
            language: command.language.clone(),
            kind: kind.code.clone(),
            kind_screens: kind.screen,
            age: age.code().to_owned(),
            filed_by: filed_by.clone(),
            filer_has_interest: has_interest,
        },
        &key,
        &ScreenInput {
            texts: vec![(narrative_id, command.language.clone(), command.narrative.clone())],
            answers: command.answers.clone(),
            declared_danger: command.danger || kind.danger,
            flagged: None,
        },
    )?;
    let urgent = recorded.urgent || command.danger || kind.danger;

    let employer = seal_json(unit, &key, "complaint.employer", &command.employer);
    let worker = seal_json(unit, &key, "complaint.worker", &command.worker);
    let contact = seal_json(unit, &key, "complaint.contact", &command.contact);
    let answers = seal_json(unit, &key, "complaint.answers", &command.answers);
    unit.insert(complaint::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        received_at: Set(now),
        acknowledge_by: Set(acknowledge_by),
        language: Set(command.language.clone()),
        kind: Set(kind.code.clone()),
        filed_by: Set(filed_by.clone()),
        filer_has_interest: Set(has_interest),
        channel: Set(channel.to_owned()),
        confidentiality: Set(command.confidentiality.code().to_owned()),
        governorate: Set(command.employer.governorate.clone()),
        office: Set(office.clone()),
        assignee: Set(None),
        state: Set(State::Received.code().to_owned()),
        outcome: Set(None),
        urgent: Set(urgent),
        age: Set(age.code().to_owned()),
        contact_channel: Set(command.contact.channel.code().to_owned()),
        contact_hers_alone: Set(command.contact.hers_alone),
        interpreter_sex: Set(command.interpreter_sex.clone()),
        employer: Set(employer),
        worker: Set(worker),
        contact: Set(contact),
        answers: Set(answers),
        establishment_id: Set(None),
        acknowledged_at: Set(None),
        acknowledged_by: Set(None),
        next_step: Set(None),
        seen_by_worker_at: Set(None),
        closed_at: Set(None),
        version: Set(1),
    });

    let danger = if urgent { Some(desk.clocks().begin("danger", now, office.as_deref())?) } else { None };
    let due_at = danger.as_ref().map_or(acknowledge_by, |danger| danger.due_at.min(acknowledge_by));
    let item = open_item(
        unit,
        NewItem {
            office: office.clone(),
            urgency: if urgent { Urgency::Danger } else { Urgency::Normal },
            language: Some(command.language.clone()),
            place: command.employer.governorate.clone(),
            label: Some(kind.code.clone()),
            level: recorded
                .level
                .filter(|level| *level > Level::LookCloser)
                .map(|level| level.code().to_owned()),
            duty: true,
            child: age == Age::Child,
            ..NewItem::new(ItemKind::ComplaintToRead, SubjectKind::Complaint, id, reference, due_at)
        },
    );
    let clock_of = NewDeadline {
        subject_kind: SubjectKind::Complaint,
        subject: id,
        item: Some(item),
        office: office.as_deref(),
    };
    set_deadline(unit, &clock_of, &legal);
    if let Some(danger) = &danger {
        set_deadline(unit, &clock_of, danger);
    }
    desk.open_translation(
        unit,
        &crate::desk::TranslationNeeded {
            reference,
            text: narrative_id,
            language: &command.language,
            office: office.as_deref(),
            urgent,
        },
    )?;

    let (code, filer_receipt) = if herself {
        (Some(issue(unit, id, Holder::Worker)), None)
    } else {
        (None, Some(issue(unit, id, Holder::Filer)))
    };
    if command.contact.channel == Channel::Email && command.contact.hers_alone && herself {
        let effect = format!("{id}:arrived");
        queue_mail(
            unit,
            &key,
            &NewMail {
                address: command.contact.address.trim(),
                kind: MailKind::Arrived,
                language: &command.language,
                effect: &effect,
            },
        );
    }
    unit.audit(Audit::write("complaint.file", SubjectKind::Complaint, id));
    unit.event(
        Event::new(SubjectKind::Complaint, id, "complaint.received")
            .change("", State::Received.code())
            .office(office.as_deref())
            .dim("kind", kind.code.clone())
            .dim("language", command.language.clone())
            .dim("channel", channel)
            .dim("filed_by", filed_by)
            .dim("confidentiality", command.confidentiality.code())
            .dim("governorate", command.employer.governorate.clone().unwrap_or_default()),
    );
    let by = if herself { Author::Worker } else { Author::Filer };
    let narrative = Narrative { complaint: id, text: narrative_id, key, by };
    Ok((Filed { reference, received_at: now, acknowledge_by, code, filer_receipt }, narrative))
}
