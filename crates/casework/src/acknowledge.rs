//! The human acknowledgement: a person has opened the words and sets a next step. Never in bulk; it stops the legal
//! clock, the automatic receipt does not (`safeguards.md` 5).

use haqqi_complaints::{
    Desk, LONGEST_TEXT, ReadError, acknowledge_row, add_note, open, open_next, summary, tell_news,
};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reach, Reason, Reference, SubjectKind, has_done, judge,
};
use haqqi_worklist::{
    DeadlineError, ItemKind, NewDeadline, UnknownClock, finish_items, hang_on, meet_deadline, open_work,
    set_deadline,
};
use sea_orm::DbErr;

use crate::comes_back::ComesBack;
use crate::danger::{DANGER, chosen, follow};

/// The clock of the first message, call or meeting in person after the acknowledgement.
pub(crate) const FIRST_CONTACT: &str = "first-contact";

/// That it was acknowledged, and whether in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acknowledged {
    /// Within the promised 24 hours.
    pub in_time: bool,
}

/// Why it was not acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum AcknowledgeError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// This person has not opened the words.
    #[error("open the words first")]
    NotRead,
    /// The pack has no such next step.
    #[error("no such next step")]
    Step,
    /// Somebody is in danger: only what protects may follow, and what is for danger alone follows nothing else.
    #[error("not a step for this urgency")]
    Urgency,
    /// The step reaches out to her, and she left no way that is hers alone.
    #[error("she cannot be reached safely")]
    Contact,
    /// The step asks somebody who comes back, and nobody does: the inspectorate opened it itself.
    #[error("nobody comes back")]
    NoCode,
    /// The step needs a reason.
    #[error("say why")]
    Why,
    /// It was acknowledged before, by this person or another.
    #[error("acknowledged already")]
    Already,
    /// The commit's answer; stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Acknowledges a complaint with a next step; `why` is noted for the office alone, and some steps need it. In danger
/// only what protects may follow (`safeguards.md` 6).
///
/// # Errors
/// [`AcknowledgeError`]; then nothing was written.
pub async fn acknowledge(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    step: &str,
    why: &str,
) -> Result<Acknowledged, AcknowledgeError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let before = summary(desk, &scope, reference).await?;
    if !has_done(&desk.site.house, actor, "complaint.read", before.id).await? {
        return Err(AcknowledgeError::NotRead);
    }
    let next = desk.site.pack.step(step).ok_or(AcknowledgeError::Step)?;
    if (before.urgent && !next.for_danger) || (!before.urgent && next.only_danger) {
        return Err(AcknowledgeError::Urgency);
    }
    if next.needs_contact && !before.reached_safely() {
        return Err(AcknowledgeError::Contact);
    }
    if next.needs_code && ComesBack::to(desk, &before).await? == ComesBack::Own {
        return Err(AcknowledgeError::NoCode);
    }
    if next.needs_reason && Reason::parse(why).is_err() || why.len() > LONGEST_TEXT {
        return Err(AcknowledgeError::Why);
    }
    // Her contact is opened for the mail: an audited read of its own.
    let opened = open(desk, actor, reference, "acknowledge").await?;
    let complaint = opened.summary;
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let routed =
        open_work(house, complaint.id, ItemKind::ComplaintToRead).await?.and_then(|work| work.assignee);
    let mut unit = house.unit(actor.clone());
    if !acknowledge_row(&mut unit, &complaint, step) {
        return Err(AcknowledgeError::Already);
    }
    add_note(desk, &mut unit, complaint.id, &key, why);
    let met = meet_deadline(&mut unit, complaint.id, "acknowledgement").await?;
    if !next.undecided {
        chosen(desk, &mut unit, complaint.id).await?;
    }
    finish_items(&mut unit, complaint.id, ItemKind::ComplaintToRead);
    finish_items(&mut unit, complaint.id, ItemKind::Unrouted);
    let in_time = met.is_some_and(|met| met.in_time);
    let clock = next.deadline.as_deref().unwrap_or("first-assessment");
    let office = complaint.office.as_deref();
    let clock = desk.clocks().begin_for(clock, unit.now(), office, complaint.matter())?;
    // What the duty officer reads at night stays whose it is by day; else whoever reads takes it.
    let by_duty = scope.reaches().iter().all(|reach| matches!(reach, Reach::OnDuty));
    let assignee = complaint.assignee.or(routed.filter(|_| by_duty)).or(actor.account());
    let item = open_next(&mut unit, &complaint, ItemKind::FirstAssessment, &clock, assignee);
    if next.undecided {
        hang_on(&mut unit, complaint.id, DANGER, item).await?;
    } else if complaint.urgent {
        follow(desk, &mut unit, &complaint, next, assignee)?;
    }
    // Whoever can be reached hears from a person, not only that one has read it.
    if complaint.reached_safely() {
        let contact = desk.clocks().begin_for(FIRST_CONTACT, unit.now(), office, complaint.matter())?;
        let of = NewDeadline {
            subject_kind: SubjectKind::Complaint,
            subject: complaint.id,
            item: Some(item),
            office,
        };
        set_deadline(&mut unit, &of, &contact);
    }
    tell_news(desk, &mut unit, &key, &complaint, &opened.contact, &format!("{}:acknowledged", complaint.id));
    unit.audit(Audit::write("complaint.acknowledge", SubjectKind::Complaint, complaint.id).purpose(step));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.acknowledged")
            .change(complaint.state.code(), "acknowledged")
            .office(complaint.office.as_deref())
            .dim("in_time", if in_time { "yes" } else { "no" })
            .dim("by", if by_duty { "duty" } else { "officer" }),
    );
    unit.commit().await?;
    Ok(Acknowledged { in_time })
}
