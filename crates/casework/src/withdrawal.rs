//! A worker asked to take her complaint back: somebody speaks with her alone, then decides. It is closed as withdrawn
//! where it is her own wish; where she was pressed it goes on. A flag survives a withdrawal (`safeguards.md` 4).

use haqqi_complaints::{
    AskKind, Asked, Desk, ReadError, add_note, asked, close_row, code_shown_to, decide_ask, summary,
};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reason, Reference, SubjectKind, judge};
use haqqi_screening::flags_of_complaint;
use haqqi_worklist::{DeadlineError, ItemKind, finish_items, meet_deadline};
use sea_orm::DbErr;

use crate::calls::{alone_with, tried_since};
use crate::close::finish_work;
use crate::her_clock::end_all;
use crate::may_close::reaches_somebody;
use crate::pay::end_reminders;

/// What the private check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithdrawalCheck {
    /// It is her own wish: somebody spoke with her alone.
    Own,
    /// She could not be reached alone, though it was tried.
    Unchecked,
    /// Somebody told or forced her to: it goes on.
    Pressed,
}

impl WithdrawalCheck {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Own, Self::Unchecked, Self::Pressed];

    /// The code in records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Unchecked => "unchecked",
            Self::Pressed => "pressed",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.code() == code)
    }
}

/// Why it was not decided. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nothing of the kind is asked for.
    #[error("nothing is asked for")]
    Nothing,
    /// Words are needed: what was tried, or what she said.
    #[error("say what was found out")]
    Empty,
    /// The call log has no talk of this person with her alone since she asked.
    #[error("not met alone")]
    NotMet,
    /// The call log has no attempt to reach her since she asked.
    #[error("not tried")]
    NotTried,
    /// A flag is open: without a private check nothing is closed.
    #[error("a flag is open")]
    FlagOpen,
    /// Whoever decided the outcome does not look at it again.
    #[error("another person must decide")]
    SamePerson,
    /// It is not in a state in which this can be.
    #[error("not in this state")]
    State,
    /// A language that is not known.
    #[error("no such language")]
    Language,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] haqqi_worklist::UnknownClock),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What is open of a kind.
pub(crate) async fn open_ask(
    desk: &Desk,
    complaint: uuid::Uuid,
    kind: AskKind,
) -> Result<Option<Asked>, DbErr> {
    let all = asked(&desk.site.house, complaint).await?;
    Ok(all.into_iter().find(|asked| asked.kind == kind && asked.decided_at.is_none()))
}

/// Decides on a withdrawal. Words are needed unless it is her own wish.
///
/// # Errors
/// [`DecideError`].
pub async fn decide_withdrawal(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    check: WithdrawalCheck,
    note: &str,
) -> Result<(), DecideError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let ask = open_ask(desk, complaint.id, AskKind::Withdrawal).await?.ok_or(DecideError::Nothing)?;
    // Who took her complaint, or gave her a new code, could have used the code in her place: another person looks, and
    // has spoken with her.
    let own = actor.account().ok_or(DecideError::SamePerson)?;
    if code_shown_to(&desk.site.house, complaint.id, own).await? {
        return Err(DecideError::SamePerson);
    }
    if check != WithdrawalCheck::Own && Reason::parse(note).is_err() {
        return Err(DecideError::Empty);
    }
    if note.len() > haqqi_complaints::LONGEST_TEXT {
        return Err(DecideError::TooLong);
    }
    let flags = flags_of_complaint(&desk.screening, complaint.id).await?;
    if check == WithdrawalCheck::Unchecked && flags.iter().any(|flag| flag.state.is_open()) {
        return Err(DecideError::FlagOpen);
    }
    match check {
        WithdrawalCheck::Own => {
            alone_with(desk, complaint.id, own, ask.asked_at).await?.ok_or(DecideError::NotMet)?;
        }
        WithdrawalCheck::Unchecked if reaches_somebody(desk, &complaint) => {
            if !tried_since(desk, complaint.id, ask.asked_at).await? {
                return Err(DecideError::NotTried);
            }
        }
        WithdrawalCheck::Unchecked | WithdrawalCheck::Pressed => {}
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    decide_ask(&mut unit, &ask, check.code());
    add_note(desk, &mut unit, complaint.id, &key, note);
    finish_items(&mut unit, complaint.id, ItemKind::WithdrawalAsked);
    meet_deadline(&mut unit, complaint.id, AskKind::Withdrawal.clock()).await?;
    if check != WithdrawalCheck::Pressed {
        if !close_row(&mut unit, &complaint, "withdrawn") {
            return Err(DecideError::State);
        }
        finish_work(desk, &mut unit, complaint.id).await?;
        end_reminders(desk, &mut unit, complaint.id).await?;
        end_all(desk, &mut unit, complaint.id).await?;
    }
    let checked = if check == WithdrawalCheck::Unchecked { "no" } else { "yes" };
    unit.audit(
        Audit::write("complaint.decide-withdrawal", SubjectKind::Complaint, complaint.id)
            .purpose(check.code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.withdrawal-decided")
            .change("asked", check.code())
            .office(complaint.office.as_deref())
            .dim("checked", checked),
    );
    unit.commit().await?;
    Ok(())
}
