//! Why something was not done.

use haqqi_kernel::{CommitError, OpenError};
use haqqi_worklist::{DeadlineError, UnknownClock};
use sea_orm::DbErr;

use crate::model::NoGround;

/// A rule that says no, for the form to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such receiver for this purpose.
    #[error("no such receiver for this purpose")]
    Receiver,
    /// Neither yes nor no.
    #[error("say yes or no")]
    Answer,
    /// No such language.
    #[error("no such language")]
    Language,
    /// How she was asked is not said.
    #[error("say how it was asked")]
    How,
    /// Through whom is not said.
    #[error("say through whom")]
    Interpreter,
    /// It is not said whether she was alone, or who else was there.
    #[error("say who was there")]
    Presence,
    /// Filer, employer or agency was there: what she said then does not count.
    #[error("asked in the presence of a party")]
    PartyPresent,
    /// The call log shows no talk in private with the one who is named, since the case was opened or since her last no.
    #[error("no talk in private is shown")]
    Talk,
    /// No words of hers with a code that is hers alone, since the case was opened or since her last no.
    #[error("no words of hers are there")]
    Message,
    /// She was not told first what cannot be kept secret.
    #[error("the limits of confidence were not told")]
    Limits,
    /// No day, a day in the past, or more than a year ahead.
    #[error("the end must lie within a year")]
    End,
    /// It is no reason in words, or too long a one.
    #[error("say why")]
    Why,
    /// Words are missing or too long.
    #[error("say it in at most 4,000 characters")]
    Words,
    /// No such ground.
    #[error("no such ground")]
    Kind,
    /// No article of the pack.
    #[error("no such article")]
    Article,
    /// The order's number is missing.
    #[error("the number is missing")]
    OrderNumber,
    /// It is not said whether she was told first.
    #[error("say whether it was told first")]
    Told,
    /// The child's own view is missing.
    #[error("the child's own view is missing")]
    View,
    /// No approver who may approve.
    #[error("no such approver")]
    Approver,
    /// The one who proposes cannot approve.
    #[error("another person must approve")]
    SamePerson,
    /// The basis is not there.
    #[error("no such basis")]
    Basis,
    /// An item that is not there to be shared.
    #[error("no such item")]
    Items,
    /// What was previewed is not what would be sent now.
    #[error("it changed since the preview")]
    Changed,
    /// This receiver already has one that waits for an answer.
    #[error("a hand-over to this receiver waits for its answer")]
    Waiting,
    /// Its state does not allow it.
    #[error("not in this state")]
    State,
    /// No such reason.
    #[error("no such reason")]
    Reason,
    /// No such outcome.
    #[error("no such outcome")]
    Outcome,
    /// No answer of hers is on the record.
    #[error("she has not been asked")]
    NotAsked,
    /// No such status.
    #[error("no such status")]
    Status,
    /// No ground holds.
    #[error(transparent)]
    Ground(NoGround),
}

/// Why something was not done. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum ReferralError {
    /// There is none, or it is not for this account: the same answer.
    #[error("no such case")]
    NotFound,
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer; stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// A deadline could not be met or dropped.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

impl From<NoGround> for ReferralError {
    fn from(why: NoGround) -> Self {
        Self::Refused(Refusal::Ground(why))
    }
}

impl From<haqqi_kernel::Denied> for ReferralError {
    fn from(_: haqqi_kernel::Denied) -> Self {
        Self::NotFound
    }
}
