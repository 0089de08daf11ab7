//! Her words, spoken: a voice message is a text without words and the recording that belongs to it. An interpreter hears it
//! where the office does not speak the language; the machine can find nothing in it, so she may say that she is in danger.

use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_screening::flagged_up_to;
use haqqi_worklist::is_owed;
use uuid::Uuid;

use super::add::{Held, TRIES};
use super::rows::{Place, Said, let_stay, put, tag};
use super::{EvidenceError, Received};
use crate::come_back::Entered;
use crate::credential::code_seen;
use crate::desk::TranslationNeeded;
use crate::entity::complaint;
use crate::file::{FileComplaint, FileError, Filed, file_spoken};
use crate::model::{Author, TextKind};
use crate::work::{NewText, add_text};
use crate::write_back::{NewWork, Told, answers, assess, make_urgent, open_work};
use crate::{Desk, store};

/// She speaks instead of writing back. The same recording sent twice is one message.
///
/// # Errors
/// [`EvidenceError`]; then nothing was stored.
pub async fn say(
    desk: &Desk,
    entered: &Entered,
    received: &mut Received,
    danger: bool,
) -> Result<(), EvidenceError> {
    let mut last = EvidenceError::NotFound;
    for _ in 0..TRIES {
        match say_once(desk, entered, received, danger).await {
            Err(EvidenceError::Commit(error @ (CommitError::Stale | CommitError::Unique(_)))) => {
                last = error.into();
            }
            other => return other,
        }
    }
    Err(last)
}

async fn say_once(
    desk: &Desk,
    entered: &Entered,
    received: &mut Received,
    danger: bool,
) -> Result<(), EvidenceError> {
    let house = &desk.site.house;
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| EvidenceError::NotFound)?;
    let row = store::by_id(house, &scope, entered.complaint()).await?.ok_or(EvidenceError::NotFound)?;
    let held = Held::of(house, row.id).await?;
    if held.number_of(&tag(house, row.id, received)).is_some() {
        return Ok(());
    }
    if held.count(Said::Voice) >= desk.evidence.voice_messages {
        return Err(EvidenceError::TooMany);
    }
    let key = house.subject_key(row.id).await?;
    let flagged = flagged_up_to(&desk.screening, row.id).await?;
    let by_code = code_seen(house, row.id).await?;
    let mut unit = house.unit(entered.actor());
    let new = NewText {
        kind: TextKind::Message,
        author: Author::Worker,
        language: &row.language,
        translation_of: None,
        body: "",
    };
    let text = add_text(&mut unit, row.id, &key, &new);
    let place =
        Place { complaint: row.id, key: &key, by: Author::Worker, said: Said::Voice, text: Some(text) };
    put(&mut unit, &place, held.next(), received);
    let mut work = NewWork { urgent: danger, level: None };
    if danger {
        let told = Told { text, body: "", danger, flagged };
        let found = assess(desk, &mut unit, entered.reference, &row, &key, &told)?;
        work = NewWork { urgent: true, ..NewWork::of(&found) };
        make_urgent(&mut unit, &row);
    }
    let needed = TranslationNeeded {
        complaint: row.id,
        reference: entered.reference,
        text,
        language: &row.language,
        office: row.office.as_deref(),
        urgent: row.urgent || danger,
    };
    desk.open_translation(&mut unit, &needed)?;
    make_work(desk, &mut unit, entered.reference, &row, &work).await?;
    answers(&mut unit, &row).await?;
    unit.audit(Audit::write("complaint.write-back", SubjectKind::Complaint, row.id));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.message-in")
            .office(row.office.as_deref())
            .dim("code", by_code),
    );
    let committed = unit.commit().await;
    let_stay(&committed, [received]);
    committed?;
    Ok(())
}

/// A voice is heard like a message is read; danger is work of its own, whatever else is owed.
async fn make_work(
    desk: &Desk,
    unit: &mut Uow,
    reference: Reference,
    row: &complaint::Model,
    work: &NewWork,
) -> Result<(), EvidenceError> {
    let owed = row.acknowledged_at.is_none() || is_owed(unit, row.id, "answer-message").await?;
    if work.urgent || !owed {
        open_work(desk, unit, reference, row, work).await?;
    }
    Ok(())
}

/// Files a complaint whose words are spoken, and commits it with whatever the caller keeps beside it.
///
/// # Errors
/// [`FileError`]; then nothing was stored.
pub async fn say_filed(
    desk: &Desk,
    channel: &str,
    command: &FileComplaint,
    received: &mut Received,
    keep: impl FnOnce(&mut Uow, &Filed),
) -> Result<Filed, FileError> {
    let mut unit = desk.site.house.unit(Actor::Stranger);
    let (filed, narrative) = file_spoken(desk, &mut unit, channel, command)?;
    put_narrative(&mut unit, &narrative, received);
    keep(&mut unit, &filed);
    let committed = unit.commit().await;
    let_stay(&committed, [received]);
    committed?;
    Ok(filed)
}

/// The text that a voice speaks, of a complaint that is being filed.
pub(crate) struct Narrative {
    pub complaint: Uuid,
    pub text: Uuid,
    pub key: SubjectKey,
    pub by: Author,
}

fn put_narrative(unit: &mut Uow, narrative: &Narrative, received: &Received) {
    let place = Place {
        complaint: narrative.complaint,
        key: &narrative.key,
        by: narrative.by,
        said: Said::Voice,
        text: Some(narrative.text),
    };
    put(unit, &place, 1, received);
}
