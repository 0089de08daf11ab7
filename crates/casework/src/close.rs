//! Closing with exactly one outcome of the list (`safeguards.md` 18): a reason from the pack, what was done, and words for
//! the worker in her language. What the pack or a settlement below what is owed asks for waits for a second person, what
//! she cannot read yet for its translation; until then nothing is closed ([`crate::closing`]).

use haqqi_complaints::{
    AskKind, Desk, LONGEST_TEXT, OpenedComplaint, ReadError, State, Summary, missing_in_all, open, summary,
    waiting_clock,
};
use haqqi_kernel::{Action, Actor, CommitError, OpenError, Reason, Reference, Uow, judge};
use haqqi_pack::Outcome;
use haqqi_screening::flags_of_complaint;
use haqqi_wages::LARGEST_AMOUNT;
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, meet_deadline};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::acknowledge::FIRST_CONTACT;
use crate::closing::{Content, Terms, Written, drop_waiting, is_waiting, write};
use crate::danger;
use crate::joint::JOINT;
use crate::may_close::{contact_made, other_body};
use crate::pay::{PayError, Recovered, instalments, is_due, recovered};
use crate::rescreen::asked_again;
use crate::same::kept_of;
use crate::wages::{WagesError, highest_saved};
use crate::withdrawal::open_ask;

/// The outcome of one person's second complaint, which another goes on for.
const DUPLICATE: &str = "duplicate";

/// Why it was not closed.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Not an outcome of the list.
    #[error("no such outcome")]
    Outcome,
    /// Not a reason of the list for this outcome.
    #[error("no such reason")]
    Because,
    /// It is not said what was done.
    #[error("say what was done")]
    Done,
    /// She is told nothing.
    #[error("words for her are needed")]
    Words,
    /// The words are in a language that is not known.
    #[error("no such language")]
    Language,
    /// It is not in a state in which it can be closed.
    #[error("not in this state")]
    State,
    /// She asked to take it back: somebody must speak with her alone first.
    #[error("a withdrawal is asked for")]
    WithdrawalOpen,
    /// A flag is open: somebody must decide it first.
    #[error("a flag is open")]
    FlagOpen,
    /// Nobody has found yet which complaint of the same person goes on in its place.
    #[error("no complaint of the same person is kept in its place")]
    NothingKept,
    /// A clock that runs against her comes due, and nobody has seen to it: a code of the pack.
    #[error("{0} runs against her")]
    ClockRuns(String),
    /// A closing waits for a second person or a translation.
    #[error("a closing waits")]
    SettlementWaits,
    /// Nobody has spoken with her in private, and this outcome needs it.
    #[error("not met alone")]
    NotMet,
    /// She was not tried on as many days as the pack asks for: so many of so many.
    #[error("tried on {0} days of {1}")]
    Attempts(usize, usize),
    /// She left no way to reach her, and no question has stood on her page for so many days.
    #[error("no question for {0} days")]
    NotAsked(u16),
    /// Words of hers wait for their translation.
    #[error("words of hers are not translated")]
    Untranslated,
    /// Unreachable, and indicators are present: it is never closed, it becomes a welfare visit.
    #[error("a welfare visit, not a closing")]
    Welfare,
    /// The questions on safety were not asked again before this settlement.
    #[error("ask again about safety")]
    NotAskedAgain,
    /// What was recovered is another outcome, or is followed still.
    #[error("recovered: {0:?}")]
    Recovered(Option<Recovered>),
    /// No body of the list, or not for this ground.
    #[error("no such receiver")]
    Receiver,
    /// No ground of the list, or not for this receiver.
    #[error("no such ground")]
    Ground,
    /// The ground needs an article of the law.
    #[error("no such article")]
    Article,
    /// A settlement says what she gets: something is owed to her.
    #[error("say what she gets")]
    Amount,
    /// She would get less than is owed to her at least: a reason is needed, and a second person.
    #[error("the settlement is below what is owed")]
    Below(Box<Terms>),
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// The calculation of what is owed cannot be read.
    #[error(transparent)]
    Wages(#[from] WagesError),
    /// What was agreed cannot be read.
    #[error(transparent)]
    Pay(#[from] PayError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What a settlement gives her, as the officer enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// In minor units; absent: not said.
    pub amount: Option<i64>,
    /// Why she should get less than is owed.
    pub reason: String,
}

/// To whom a complaint goes that another body is to go on with.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Transfer {
    /// The body, a code of the pack.
    pub receiver: String,
    /// The ground, a code of the pack.
    pub ground: String,
    /// The article, where the ground needs one.
    pub article: String,
}

/// A closing, as the officer enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CloseComplaint {
    /// The outcome, a code of the list.
    pub outcome: String,
    /// The reason, a code of the pack for this outcome.
    pub because: String,
    /// What was done, for the office alone.
    pub done: String,
    /// What she is told.
    pub words: String,
    /// The language of that.
    pub language: String,
    /// Of a settlement.
    pub settled: Settled,
    /// Of one that another body goes on with.
    pub transfer: Transfer,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// It is closed.
    Closed,
    /// It waits for a second person.
    Proposed,
    /// It waits for the translation of what she is told.
    Translating,
}

/// Closes a complaint, or proposes it.
///
/// # Errors
/// [`CloseError`]; then nothing was written.
pub async fn close(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    new: &CloseComplaint,
) -> Result<Closing, CloseError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let outcome = desk.site.pack.outcome(&new.outcome).ok_or(CloseError::Outcome)?;
    nothing_open(desk, actor, &complaint).await?;
    if new.outcome == DUPLICATE && kept_of(&desk.site.house, complaint.id).await?.is_none() {
        return Err(CloseError::NothingKept);
    }
    if !complaint.state.may_become(State::Closed) {
        return Err(CloseError::State);
    }
    // What was agreed is followed until somebody has seen whether she has it, however the complaint ends.
    if is_due(desk, complaint.id).await? {
        return Err(CloseError::Recovered(Some(Recovered::Waits)));
    }
    contact_made(desk, actor, &complaint, outcome).await?;
    written_out(desk, outcome, new)?;
    let second = outcome.transfer && other_body(desk, &complaint, &new.transfer)?;
    let opened = open(desk, actor, reference, "closing").await?;
    let terms = if outcome.amounts { terms(desk, actor, &opened, new).await? } else { None };
    let below = terms.as_ref().is_some_and(|terms| terms.short() > 0);
    // What nobody has computed, over all that she claims, nobody has measured either: a second person looks at it.
    let uncomputed = outcome.amounts && terms.as_ref().is_none_or(|terms| !terms.covered);
    if let Some(terms) = terms.as_ref().filter(|terms| below && Reason::parse(&terms.reason).is_err()) {
        return Err(CloseError::Below(Box::new(terms.clone())));
    }
    let written = Written {
        outcome: &new.outcome,
        because: &new.because,
        second: second || below || uncomputed || outcome.second,
        content: Content {
            done: new.done.trim().to_owned(),
            transfer: outcome.transfer.then(|| new.transfer.clone()),
        },
        terms,
        words: new.words.trim(),
        language: &new.language,
    };
    write(desk, actor, &opened, &written).await
}

/// Nothing is closed while a closing, a withdrawal, a flag or a day of hers waits.
async fn nothing_open(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<(), CloseError> {
    if is_waiting(desk, complaint.id).await? {
        return Err(CloseError::SettlementWaits);
    }
    match in_the_way(desk, actor, complaint).await? {
        Some(InTheWay::Withdrawal) => Err(CloseError::WithdrawalOpen),
        Some(InTheWay::Flag) => Err(CloseError::FlagOpen),
        Some(InTheWay::Clock(clock)) => Err(CloseError::ClockRuns(clock)),
        None => Ok(()),
    }
}

/// What stands in the way of an end, when it is proposed and again when it is carried out.
pub(crate) enum InTheWay {
    /// She asked to take it back.
    Withdrawal,
    /// A flag that nobody decided.
    Flag,
    /// A clock that runs against her and waits for somebody: a code of the pack.
    Clock(String),
}

/// The first that stands in the way, if anything does.
pub(crate) async fn in_the_way(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<Option<InTheWay>, ReadError> {
    if open_ask(desk, complaint.id, AskKind::Withdrawal).await?.is_some() {
        return Ok(Some(InTheWay::Withdrawal));
    }
    if flags_of_complaint(&desk.screening, complaint.id).await?.iter().any(|flag| flag.state.is_open()) {
        return Ok(Some(InTheWay::Flag));
    }
    Ok(waiting_clock(desk, actor, complaint).await?.map(InTheWay::Clock))
}

fn written_out(desk: &Desk, outcome: &Outcome, new: &CloseComplaint) -> Result<(), CloseError> {
    if !desk.site.pack.closing_reasons(&outcome.code).any(|reason| reason.code == new.because) {
        return Err(CloseError::Because);
    }
    if Reason::parse(&new.done).is_err() {
        return Err(CloseError::Done);
    }
    if Reason::parse(&new.words).is_err() {
        return Err(CloseError::Words);
    }
    if haqqi_language::known(&new.language).is_none() {
        return Err(CloseError::Language);
    }
    if [&new.done, &new.words, &new.settled.reason].into_iter().any(|text| text.len() > LONGEST_TEXT) {
        return Err(CloseError::TooLong);
    }
    Ok(())
}

/// What is agreed and what it is measured by: the officer's calculations, and what she herself says is missing, whichever
/// is more. Nothing where no amount is said and nothing is owed.
async fn terms(
    desk: &Desk,
    actor: &Actor,
    opened: &OpenedComplaint,
    new: &CloseComplaint,
) -> Result<Option<Terms>, CloseError> {
    let complaint = &opened.summary;
    if asked_again(desk, complaint).await?.is_none() {
        return Err(CloseError::NotAskedAgain);
    }
    let agreed = instalments(desk, actor, complaint).await?;
    let found = recovered(&agreed);
    // Without an agreement that was followed nobody has seen that she was paid.
    let follows = found.map_or(Some("settled_unverified"), Recovered::outcome);
    if follows != Some(new.outcome.as_str()) {
        return Err(CloseError::Recovered(found));
    }
    let (last, covered) = highest_saved(desk, actor, complaint.id, &opened.claims).await?;
    let computed = last.as_ref().map(|last| last.calculation.least);
    let claimed = Some(missing_in_all(&opened.claims)).filter(|sum| *sum > 0);
    let owed = computed.max(claimed).is_some_and(|sum| sum > 0);
    let received: i64 = agreed.iter().map(|one| one.received).sum();
    let amount = match (found, new.settled.amount) {
        (Some(_), _) => received,
        (None, Some(amount)) => amount,
        (None, None) if owed => return Err(CloseError::Amount),
        (None, None) => return Ok(None),
    };
    if !(0..=LARGEST_AMOUNT).contains(&amount) {
        return Err(CloseError::Amount);
    }
    let reason = new.settled.reason.trim().to_owned();
    let calculation = last.map(|last| last.number);
    Ok(Some(Terms { amount, computed, claimed, calculation, reason, covered }))
}

/// Ends the work and the clocks of a complaint that is closed in this unit: the office's. Her own days run on, and pay that
/// nobody saw is looked at again.
pub(crate) async fn finish_work(desk: &Desk, unit: &mut Uow, complaint: Uuid) -> Result<(), DeadlineError> {
    for kind in [
        ItemKind::FirstAssessment,
        ItemKind::Reopened,
        ItemKind::Decision,
        ItemKind::WorkerMessage,
        ItemKind::VisitResult,
        ItemKind::SettlementToApprove,
        ItemKind::CallToMake,
        ItemKind::JointToApprove,
        ItemKind::MediationToHold,
        ItemKind::DangerFollowed,
    ] {
        finish_items(unit, complaint, kind);
    }
    for clock in
        ["first-assessment", FIRST_CONTACT, "decision", "answer-message", "settlement-approved", JOINT]
    {
        meet_deadline(unit, complaint, clock).await?;
    }
    for clock in danger::clocks(desk) {
        meet_deadline(unit, complaint, &clock).await?;
    }
    Ok(drop_waiting(unit, complaint).await?)
}
