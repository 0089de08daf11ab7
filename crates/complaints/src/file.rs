//! Filing: the one door through which a complaint comes in, whoever brings it. In one transaction the complaint is
//! stored, its words and answers are assessed, its clocks are set, the audit entries and the jobs are written.

use haqqi_kernel::{Action, Audit, Event, Job, ReferenceKind, SubjectKey, SubjectKind, Uow, judge};
use haqqi_screening::{AssessedSubject, Level, Recorded, ScreenInput, Source};
use haqqi_worklist::{About, ItemKind, NewDeadline, NewItem, Urgency, open_item, set_deadline};
use sea_orm::Set;
use serde::Serialize;
use uuid::Uuid;

use crate::check::{check, check_filer, check_spoken, in_lines};
use crate::credential::{Holder, issue};
use crate::days::{Learnt, insert_days, today};
use crate::entity::{complaint, complaint_text};
use crate::evidence::Narrative;
use crate::ex_officio::ExOfficio;
use crate::kinds::kind_of;
use crate::model::{Age, Author, Confidentiality, State, TextKind};
use crate::tell::{Tidings, tell};
use crate::traces::{Traced, look_again, trace};
use crate::{Desk, ROUTE, office};

mod brought;

pub use brought::{FileComplaint, FileError, Filed};

/// The clock of a kind that says that she is punished for complaining.
const RETALIATION: &str = "retaliation";

/// The field under which answers to the questions about safety are sealed.
pub(crate) const ANSWERS: &str = "complaint.answers";

/// Seals a value as JSON, or gives nothing for an empty one.
pub(crate) fn seal_json<T: Serialize + Default + PartialEq>(
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
    file_told(desk, unit, channel, command).map(|(filed, ..)| filed)
}

/// The same; gives the complaint's id and key too, for what is stored beside it.
pub(crate) fn file_told(
    desk: &Desk,
    unit: &mut Uow,
    channel: &str,
    command: &FileComplaint,
) -> Result<(Filed, Uuid, SubjectKey), FileError> {
    check(desk, command)?;
    // Danger told with one tap has no words: then there is no text, and nothing to translate.
    let text = (!command.narrative.trim().is_empty()).then(|| unit.id());
    let (filed, complaint, key, _) = file_with(desk, unit, channel, command, text, None)?;
    Ok((filed, complaint, key))
}

/// The same where the words are spoken: gives the text that a recording must speak.
pub(crate) fn file_spoken(
    desk: &Desk,
    unit: &mut Uow,
    channel: &str,
    command: &FileComplaint,
) -> Result<(Filed, Narrative), FileError> {
    let text = unit.id();
    let (filed, complaint, key, _) = file_with(desk, unit, channel, command, Some(text), None)?;
    let by = if filed.code.is_some() { Author::Worker } else { Author::Filer };
    Ok((filed, Narrative { complaint, text, key, by }))
}

/// Files; `own` is what the inspectorate brings itself, which no account is asked for.
pub(crate) fn file_with(
    desk: &Desk,
    unit: &mut Uow,
    channel: &str,
    command: &FileComplaint,
    narrative_id: Option<Uuid>,
    own: Option<&ExOfficio>,
) -> Result<(Filed, Uuid, SubjectKey, Recorded), FileError> {
    if own.is_none() {
        judge(unit.actor(), Action::FileComplaint).map_err(|_| FileError::Denied)?;
        check_filer(desk, unit.actor(), command)?;
    }
    let command = &in_lines(command);
    check_spoken(desk, command)?;
    let pack = &desk.site.pack;
    let now = unit.now();
    let received_at = command.received_at.map_or(now, |at| at.min(now));
    let id = unit.id();
    let reference = unit.reference(ReferenceKind::Complaint);
    let kind = kind_of(pack, command).ok_or_else(|| FileError::Pack("no kind of this name".to_owned()))?;
    // The language in which one speaks with her; the words may be in another, where another tells them.
    let hers = command.worker.language.as_ref().unwrap_or(&command.language);
    let herself = command.filed_by.as_deref().is_none_or(|filer| filer == "self");
    let filed_by = command.filed_by.clone().unwrap_or_else(|| "self".to_owned());
    let has_interest = !herself && pack.filer(&filed_by).is_some_and(|filer| filer.has_interest);
    let place = command.employer.governorate.as_deref();
    let office = own.map(|own| own.office.clone()).or_else(|| office::of(pack, kind, place));
    let concerned = office::concerned(pack, kind, place);
    // Only she can agree to be named (`safeguards.md` 4).
    let confidentiality = match command.confidentiality {
        Confidentiality::Open if !herself => Confidentiality::Confidential,
        hers => hers,
    };
    let age = if kind.child { Age::Child } else { command.worker.age };
    let legal = desk.clocks().begin("acknowledgement", received_at, office.as_deref())?;
    let acknowledge_by = legal.due_at;

    let key = unit.new_subject(id);
    if let Some(narrative_id) = narrative_id {
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
    }

    let recorded = haqqi_screening::record(
        unit,
        &desk.screening,
        &AssessedSubject {
            complaint: id,
            reference,
            office: office.clone(),
            concerned: concerned.clone(),
            language: hers.clone(),
            kind: kind.code.clone(),
            kind_screens: kind.screen,
            age: age.code().to_owned(),
            filed_by: filed_by.clone(),
            filer_has_interest: has_interest,
        },
        &key,
        &ScreenInput {
            texts: narrative_id
                .map(|id| (id, command.language.clone(), command.narrative.clone()))
                .into_iter()
                .collect(),
            answers: match own {
                Some(own) => own.source().says(&own.answers),
                None if herself => Source::Worker.says(&command.answers),
                None => Source::Reported.says(&command.answers),
            },
            declared_danger: command.danger || kind.danger,
            child_met: own.is_some_and(|own| own.child_met),
            ..ScreenInput::default()
        },
    )?;
    let urgent = recorded.urgent || command.danger || kind.danger;

    let employer = seal_json(unit, &key, "complaint.employer", &command.employer);
    let worker = seal_json(unit, &key, "complaint.worker", &command.worker);
    let contact = seal_json(unit, &key, "complaint.contact", &command.contact);
    let answers = seal_json(unit, &key, ANSWERS, &command.answers);
    let claims = seal_json(unit, &key, "complaint.claims", &command.claims);
    unit.insert(complaint::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        received_at: Set(received_at),
        acknowledge_by: Set(acknowledge_by),
        language: Set(hers.clone()),
        kind: Set(kind.code.clone()),
        filed_by: Set(filed_by.clone()),
        filer_has_interest: Set(has_interest),
        channel: Set(channel.to_owned()),
        confidentiality: Set(confidentiality.code().to_owned()),
        governorate: Set(command.employer.governorate.clone()),
        office: Set(office.clone()),
        assignee: Set(None),
        state: Set(State::Received.code().to_owned()),
        outcome: Set(None),
        urgent: Set(urgent),
        age: Set(age.code().to_owned()),
        contact_channel: Set(command.contact.channel.code().to_owned()),
        contact_hers_alone: Set(command.contact.is_hers_alone()),
        contact_quiet: Set(command.contact.no_message),
        contact_open: Set(command.contact.open_words),
        interpreter_sex: Set(command.interpreter_sex.clone()),
        employer: Set(employer),
        worker: Set(worker),
        contact: Set(contact),
        contact_waiting: Set(None),
        answers: Set(answers),
        claims: Set(claims),
        establishment_id: Set(own.map(|own| own.establishment)),
        acknowledged_at: Set(None),
        acknowledged_by: Set(None),
        next_step: Set(None),
        seen_by_worker_at: Set(None),
        closed_at: Set(None),
        cluster: Set(None),
        concerned: Set(concerned.clone()),
        version: Set(1),
    });

    // A day that nobody has told is learnt from the months that are claimed.
    let learnt = Learnt::of_claims(&command.claims).days(pack, today(desk, office.as_deref()));
    insert_days(desk, unit, &key, (id, office.as_deref()), &command.days, &learnt);

    let danger = if urgent { Some(desk.clocks().begin("danger", now, office.as_deref())?) } else { None };
    let due_at = danger.as_ref().map_or(acknowledge_by, |danger| danger.due_at.min(acknowledge_by));
    let item = open_item(
        unit,
        NewItem {
            office: office.clone(),
            urgency: if urgent { Urgency::Danger } else { Urgency::Normal },
            language: Some(hers.clone()),
            place: command.employer.governorate.clone(),
            label: Some(kind.code.clone()),
            level: recorded
                .level
                .filter(|level| *level > Level::LookCloser)
                .map(|level| level.code().to_owned()),
            duty: true,
            concerned,
            child: age == Age::Child,
            ..NewItem::new(
                ItemKind::ComplaintToRead,
                SubjectKind::Complaint,
                id,
                About::Complaint(id),
                reference,
                due_at,
            )
        },
    );
    unit.job(Job::new(ROUTE, serde_json::json!({ "complaint": id })));
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
    if kind.first_stage == RETALIATION {
        // She says herself that she is punished: somebody looks into it within the short clock.
        let clock = desk.clocks().begin(RETALIATION, received_at, office.as_deref())?;
        let item = open_item(
            unit,
            NewItem {
                office: office.clone(),
                urgency: if urgent { Urgency::Danger } else { Urgency::High },
                language: Some(hers.clone()),
                place: command.employer.governorate.clone(),
                label: Some(kind.code.clone()),
                child: age == Age::Child,
                ..NewItem::new(
                    ItemKind::RetaliationSeen,
                    SubjectKind::Complaint,
                    id,
                    About::Complaint(id),
                    reference,
                    clock.due_at,
                )
            },
        );
        set_deadline(unit, &NewDeadline { item: Some(item), ..clock_of.clone() }, &clock);
    }
    if let Some(text) = narrative_id {
        desk.open_translation(
            unit,
            &crate::desk::TranslationNeeded {
                complaint: id,
                reference,
                text,
                language: &command.language,
                office: office.as_deref(),
                urgent,
            },
        )?;
    }

    let spoken = narrative_id.is_none() || command.narrative.trim().is_empty();
    let traced = Traced {
        words: (!spoken).then_some((command.narrative.as_str(), command.language.as_str())),
        contact: Some(&command.contact),
        employer: Some(&command.employer),
    };
    // What an employer brings against a worker is never put beside what workers bring.
    if let Some(own) = own {
        look_again(unit, id, own.establishment);
    } else if !kind.against_worker {
        trace(desk, unit, id, &traced);
    }

    let (code, filer_receipt) = if own.is_some() {
        // Nobody has filed: there is nobody to come back with a code.
        (None, None)
    } else if herself {
        (Some(issue(unit, id, Holder::Worker)), None)
    } else {
        (None, Some(issue(unit, id, Holder::Filer)))
    };
    if herself {
        let effect = format!("{id}:arrived");
        tell(desk, unit, &key, &command.contact, &command.language, Tidings::Arrived, &effect);
    }
    unit.audit(Audit::write("complaint.file", SubjectKind::Complaint, id));
    unit.event(
        Event::new(SubjectKind::Complaint, id, "complaint.received")
            .change("", State::Received.code())
            .office(office.as_deref())
            .dim("kind", kind.code.clone())
            .dim("language", hers.clone())
            .dim("channel", channel)
            .dim("filed_by", filed_by)
            .dim("confidentiality", confidentiality.code())
            .dim("governorate", command.employer.governorate.clone().unwrap_or_default()),
    );
    // Who files for another learns of danger only what they said themselves, not what was found in the words.
    let danger = if herself { urgent } else { command.danger };
    let filed = Filed {
        reference,
        received_at,
        acknowledge_by,
        office,
        read_by: if danger { due_at } else { acknowledge_by },
        danger,
        code,
        filer_receipt,
    };
    Ok((filed, id, key, recorded))
}
