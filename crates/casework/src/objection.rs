//! A worker does not agree with the outcome: an officer who did not decide it looks at it, answers her, and lets it
//! stand or opens the complaint for a new decision.

use haqqi_complaints::{
    AskKind, Author, Desk, LONGEST_TEXT, NewText, ReadError, TextKind, add_text, decide_ask, last_closing,
    open, open_next, reopen_row, tell_news, translation_wanted,
};
use haqqi_kernel::{Action, Actor, Audit, Event, Reason, Reference, SubjectKind, has_done, judge};
use haqqi_worklist::{ItemKind, finish_items, meet_deadline};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::closing::proposed_by;
use crate::withdrawal::{DecideError, open_ask};

/// What became of an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectionAnswer {
    /// The outcome stands.
    Stands,
    /// It is decided anew.
    Anew,
}

impl ObjectionAnswer {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Stands, Self::Anew];

    /// The code in records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Anew => "anew",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// Whether this account may look at the objection: it neither proposed nor decided the outcome, nor assessed what it rests on.
///
/// # Errors
/// The database's error.
pub async fn may_decide_objection(desk: &Desk, actor: &Actor, complaint: Uuid) -> Result<bool, DbErr> {
    let closed_by = last_closing(desk, complaint).await?.and_then(|closing| closing.actor_id);
    let proposed_by = proposed_by(desk, complaint).await?;
    let assessed = has_done(&desk.site.house, actor, "complaint.assess", complaint).await?;
    let other = actor.account().is_some() && actor.account() != closed_by && actor.account() != proposed_by;
    Ok(other && !assessed)
}

/// Decides on an objection, with an answer to her.
///
/// # Errors
/// [`DecideError`].
pub async fn decide_objection(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    answer: ObjectionAnswer,
    language: &str,
    words: &str,
) -> Result<(), DecideError> {
    judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let told = Reason::parse(words).map_err(|_| DecideError::Empty)?;
    if words.len() > LONGEST_TEXT {
        return Err(DecideError::TooLong);
    }
    if haqqi_language::known(language).is_none() {
        return Err(DecideError::Language);
    }
    let opened = open(desk, actor, reference, "objection").await?;
    let complaint = opened.summary;
    let ask = open_ask(desk, complaint.id, AskKind::Objection).await?.ok_or(DecideError::Nothing)?;
    if !may_decide_objection(desk, actor, complaint.id).await? {
        return Err(DecideError::SamePerson);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    decide_ask(&mut unit, &ask, answer.code());
    let new = NewText {
        kind: TextKind::Message,
        author: Author::Staff,
        language,
        translation_of: None,
        body: told.as_str(),
    };
    let text = add_text(&mut unit, complaint.id, &key, &new);
    if language != complaint.language {
        translation_wanted(desk, &mut unit, &complaint, text)?;
    }
    finish_items(&mut unit, complaint.id, ItemKind::ObjectionMade);
    meet_deadline(&mut unit, complaint.id, AskKind::Objection.clock()).await?;
    let mut decided = Event::new(SubjectKind::Complaint, complaint.id, "complaint.objection-decided")
        .change(complaint.outcome.as_deref().unwrap_or_default(), answer.code())
        .office(complaint.office.as_deref());
    // Reopened in the meantime: there is nothing left to open.
    if answer == ObjectionAnswer::Anew && complaint.closed_at.is_some() {
        reopen_row(&mut unit, &complaint, actor.account());
        if let Some(closing) = last_closing(desk, complaint.id).await? {
            decided = decided.corrects(closing.id);
        }
        let clock = desk.clocks().begin("decision", unit.now(), complaint.office.as_deref())?;
        open_next(&mut unit, &complaint, ItemKind::Decision, &clock, actor.account());
    }
    tell_news(desk, &mut unit, &key, &complaint, &opened.contact, &format!("{text}:message"));
    unit.audit(
        Audit::write("complaint.decide-objection", SubjectKind::Complaint, complaint.id)
            .purpose(answer.code()),
    );
    unit.event(decided);
    unit.commit().await?;
    Ok(())
}
