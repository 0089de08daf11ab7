//! The call log: each attempt to reach the worker, or somebody else about her complaint, with what came of it. What the
//! worker may be harmed by is said before the call (`safeguards.md` 6) and refused here: nobody calls a number that is
//! never to be called, and nobody speaks with the employer while that is barred (`safeguards.md` 10). The first talk in
//! private starts the clock of a flag's merits (`safeguards.md` 8).

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, State, Summary, open, set_state, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, OpenError, Reference, SubjectKind, Uow, judge};
use haqqi_screening::{MetError, met_alone};
use haqqi_worklist::{
    About, DeadlineError, ItemKind, NewItem, Urgency, finish_items, meet_deadline, open_item,
};
use sea_orm::{DbErr, Set};
use uuid::Uuid;

use crate::acknowledge::FIRST_CONTACT;
use crate::bars::{Bar, bars};
use crate::danger::chosen;
use crate::entity::contact_attempt;
use crate::retaliation::employer_contacted;

mod log;
mod model;
pub use log::attempts;
pub(crate) use log::{alone_with, days_tried, last_alone, last_talks, tried_since};
pub use model::{Interpreter, Person, Private, Tried, Way};

/// The field under which a note is sealed.
const FIELD: &str = "casework.contact";
/// How far ahead the next attempt may be set.
const LONGEST_WAIT: TimeDelta = TimeDelta::days(60);

/// An attempt to reach somebody, to be noted.
#[derive(Debug, Clone)]
pub struct NewAttempt {
    /// When, if not now.
    pub at: Option<DateTime<Utc>>,
    /// Whom.
    pub person: Person,
    /// By what.
    pub way: Way,
    /// In which language it was spoken.
    pub language: Option<String>,
    /// Who interpreted.
    pub interpreter: Interpreter,
    /// Whether anybody else could hear.
    pub private: Private,
    /// What came of it.
    pub result: Tried,
    /// What was said, for the office alone.
    pub note: String,
    /// When it is to be tried again.
    pub next_at: Option<DateTime<Utc>>,
}

/// An attempt, as it was noted.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Which, never shown.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who noted it.
    pub by: Option<Uuid>,
    /// Whom.
    pub person: Person,
    /// By what.
    pub way: Way,
    /// In which language.
    pub language: Option<String>,
    /// Who interpreted.
    pub interpreter: Interpreter,
    /// Whether anybody else could hear.
    pub private: Private,
    /// What came of it.
    pub result: Tried,
    /// What was said.
    pub note: String,
    /// When it is to be tried again.
    pub next_at: Option<DateTime<Utc>>,
}

impl Attempt {
    /// Whether the worker was spoken with, and nobody else could hear.
    #[must_use]
    pub fn met_alone(&self) -> bool {
        self.person == Person::Worker && self.result == Tried::Spoke && self.private == Private::Alone
    }
}

/// Why nothing was noted.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nobody has acknowledged it yet; or it is closed, and it is not the worker who was tried.
    #[error("not in this state")]
    State,
    /// It lies in the future, before the complaint, or the next attempt is not within sixty days.
    #[error("not at this time")]
    Time,
    /// She asked never to be called.
    #[error("never to be called")]
    NeverCall,
    /// She asked that no message be left or sent.
    #[error("no message")]
    NoMessage,
    /// She changed how she may be reached, and a second person has to confirm it first.
    #[error("the contact waits for a second person")]
    ContactWaits,
    /// The employer is not spoken with while this is open.
    #[error("no contact with the employer")]
    Barred(Vec<Bar>),
    /// A language that is not known, or none where she was spoken with.
    #[error("no such language")]
    Language,
    /// Whether it was private is not said, though she was spoken with.
    #[error("private or not?")]
    Private,
    /// The note is longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be set or met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The clock of a flag's merits could not be begun.
    #[error(transparent)]
    Met(#[from] MetError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Notes an attempt.
///
/// # Errors
/// [`CallError`]; then nothing was written.
pub async fn note_attempt(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    new: &NewAttempt,
) -> Result<(), CallError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let over = complaint.state == State::Closed && new.person != Person::Worker;
    if complaint.state == State::Received || over {
        return Err(CallError::State);
    }
    if new.note.len() > LONGEST_TEXT {
        return Err(CallError::TooLong);
    }
    let house = &desk.site.house;
    let now = house.now();
    let at = new.at.unwrap_or(now);
    let next_wrong = new.next_at.is_some_and(|next| next <= now || next > now + LONGEST_WAIT);
    if at > now || at < complaint.received_at || next_wrong {
        return Err(CallError::Time);
    }
    let spoke = new.result == Tried::Spoke;
    if new.language.as_deref().is_some_and(|tag| haqqi_language::known(tag).is_none())
        || (spoke && new.person == Person::Worker && new.language.is_none())
    {
        return Err(CallError::Language);
    }
    if spoke && new.person == Person::Worker && new.private == Private::Unknown {
        return Err(CallError::Private);
    }
    allowed(desk, actor, &complaint, new).await?;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let note = new.note.trim();
    let private = counts_as(desk, actor, &complaint, new).await?;
    let sealed = (!note.is_empty()).then(|| unit.seal(&key, FIELD, note));
    finish_items(&mut unit, complaint.id, ItemKind::CallToMake);
    if let Some(next) = new.next_at {
        call_again(&mut unit, &complaint, next, actor.account());
    }
    if new.person == Person::Worker && spoke {
        if complaint.state == State::Acknowledged {
            let _ = set_state(&mut unit, &complaint, State::InContact);
        }
        if private == Private::Alone {
            chosen(desk, &mut unit, complaint.id).await?;
            meet_deadline(&mut unit, complaint.id, FIRST_CONTACT).await?;
            in_private(desk, &mut unit, &complaint, at, new).await?;
        }
    }
    if new.person == Person::Employer && new.result.tells() {
        employer_contacted(desk, &mut unit, &complaint).await?;
    }
    let tried = Attempted { new, private, at };
    put(&mut unit, (complaint.id, complaint.office.as_deref()), &tried, sealed);
    unit.commit().await?;
    Ok(())
}

/// What is written of an attempt.
struct Attempted<'a> {
    new: &'a NewAttempt,
    /// As what it counts.
    private: Private,
    at: DateTime<Utc>,
}

/// Writes an attempt into the log, with its trail.
fn put(
    unit: &mut Uow,
    (complaint, office): (Uuid, Option<&str>),
    tried: &Attempted<'_>,
    note: Option<Vec<u8>>,
) {
    let Attempted { new, private, at } = tried;
    let (id, now, by) = (unit.id(), unit.now(), unit.actor().account());
    unit.insert(contact_attempt::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        at: Set(*at),
        noted_at: Set(now),
        noted_by: Set(by),
        person: Set(new.person.code().to_owned()),
        way: Set(new.way.code().to_owned()),
        language: Set(new.language.clone()),
        interpreter: Set(new.interpreter.code().to_owned()),
        private: Set(private.code().to_owned()),
        result: Set(new.result.code().to_owned()),
        note: Set(note),
        next_at: Set(new.next_at),
    });
    unit.audit(
        Audit::write("complaint.note-contact", SubjectKind::Complaint, complaint).purpose(new.person.code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint, "complaint.contact-tried")
            .at(*at)
            .office(office)
            .dim("person", new.person.code())
            .dim("way", new.way.code())
            .dim("result", new.result.code())
            .dim("private", private.code()),
    );
}

/// Tells the history that she was met alone.
fn tell_met(unit: &mut Uow, complaint: Uuid, office: Option<&str>, at: DateTime<Utc>, new: &NewAttempt) {
    let mut met = Event::new(SubjectKind::Complaint, complaint, "complaint.met-alone")
        .at(at)
        .office(office)
        .dim("interpreter", new.interpreter.code());
    if let Some(language) = &new.language {
        met = met.dim("language", language.as_str());
    }
    unit.event(met);
}

/// A talk with somebody who works at a place, at a visit there.
#[derive(Debug, Clone)]
pub struct Talk {
    /// Her language.
    pub language: String,
    /// Who interpreted.
    pub interpreter: Interpreter,
    /// Whether they were alone, and understood one another.
    pub private: Private,
}

/// Notes within the unit the talk because of which the inspectorate opens a complaint, in the complaint's call log: what
/// rests on a talk in private finds it there.
pub fn note_talk(unit: &mut Uow, complaint: Uuid, office: &str, talk: &Talk) {
    let new = NewAttempt {
        at: None,
        person: Person::Worker,
        way: Way::Visit,
        language: Some(talk.language.clone()),
        interpreter: talk.interpreter,
        private: talk.private,
        result: Tried::Spoke,
        note: String::new(),
        next_at: None,
    };
    let at = unit.now();
    put(unit, (complaint, Some(office)), &Attempted { new: &new, private: talk.private, at }, None);
    if talk.private == Private::Alone {
        tell_met(unit, complaint, Some(office), at, &new);
    }
}

/// What must not be done is not noted as if it were usual: the page says so before, and here it is refused.
async fn allowed(desk: &Desk, actor: &Actor, complaint: &Summary, new: &NewAttempt) -> Result<(), CallError> {
    match new.person {
        Person::Worker => {
            // She herself may have called: what was spoken is noted.
            let at_a_distance = matches!(new.way, Way::Phone | Way::Text | Way::Mail);
            if complaint.contact_waits && at_a_distance && new.result != Tried::Spoke {
                return Err(CallError::ContactWaits);
            }
            let opened = open(desk, actor, complaint.reference, "call").await?;
            let contact = &opened.contact;
            if contact.never_call && new.way == Way::Phone {
                return Err(CallError::NeverCall);
            }
            if contact.no_message && matches!(new.way, Way::Text | Way::Mail) {
                return Err(CallError::NoMessage);
            }
        }
        Person::Employer => {
            let found = bars(desk, actor, complaint).await?;
            if !found.is_empty() {
                return Err(CallError::Barred(found));
            }
        }
        Person::Trusted | Person::Filer | Person::Other => {}
    }
    Ok(())
}

/// What a talk that is said to have been in private counts as (`safeguards.md` 8: private *interpreted* contact).
async fn counts_as(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    new: &NewAttempt,
) -> Result<Private, CallError> {
    if new.private != Private::Alone {
        return Ok(new.private);
    }
    // An interpreter of the other side hears it: that is not alone. Nor does anybody hear who writes, and of what is written
    // nobody knows who was beside her.
    if new.interpreter == Interpreter::Party || matches!(new.way, Way::Text | Way::Mail) {
        return Ok(Private::NotAlone);
    }
    let spoke_with_her = new.result == Tried::Spoke && new.person == Person::Worker;
    // Spoken in another language than hers, it needs somebody who interprets.
    let hers = new.language.as_deref() == Some(complaint.language.as_str());
    let could = hers || new.interpreter != Interpreter::None;
    if !spoke_with_her || could && understood(desk, actor, new.interpreter, &complaint.language).await? {
        return Ok(Private::Alone);
    }
    Ok(Private::NotUnderstood)
}

/// Whether they understood one another: somebody interpreted, or whoever spoke has the language in their account.
///
/// # Errors
/// The database's error.
pub async fn understood(
    desk: &Desk,
    actor: &Actor,
    interpreter: Interpreter,
    language: &str,
) -> Result<bool, DbErr> {
    if interpreter != Interpreter::None {
        return Ok(true);
    }
    let Some(account) = actor.account() else { return Ok(false) };
    let who = Directory::new(desk.site.house.clone()).person(account).await?;
    Ok(who.is_some_and(|who| who.languages.iter().any(|tag| tag == language)))
}

/// Work for the next attempt, due when it was set.
fn call_again(unit: &mut Uow, complaint: &Summary, at: DateTime<Utc>, who: Option<Uuid>) {
    open_item(
        unit,
        NewItem {
            office: complaint.office.clone(),
            assignee: complaint.assignee.or(who),
            urgency: if complaint.urgent { Urgency::High } else { Urgency::Normal },
            language: Some(complaint.language.clone()),
            place: complaint.governorate.clone(),
            label: Some(complaint.kind.clone()),
            ..NewItem::new(
                ItemKind::CallToMake,
                SubjectKind::Complaint,
                complaint.id,
                About::Complaint(complaint.id),
                complaint.reference,
                at,
            )
        },
    );
}

/// A talk in private: from the first one the merits of her flags are decided within their days.
async fn in_private(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    at: DateTime<Utc>,
    new: &NewAttempt,
) -> Result<(), CallError> {
    met_alone(&desk.screening, unit, complaint.id, at).await?;
    tell_met(unit, complaint.id, complaint.office.as_deref(), at, new);
    Ok(())
}
