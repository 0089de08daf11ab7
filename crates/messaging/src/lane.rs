//! The lane of mails, apart from all other jobs: a server that is away holds up nothing else, mails keep their order
//! while it is, lose no try, and go within a budget when it is back. A mail that cannot go holds up no other.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Claimed, CommitError, Done, JobFailure, JobStore, Lane};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::mail;
use crate::queue::SEND_JOB;
use crate::send::{MailDesk, send};

/// How long a claimed mail is this worker's: longer than all of a batch may take.
const LEASE: Duration = Duration::from_secs(600);
/// Mails claimed at once.
const AT_ONCE: u64 = 16;
/// The first pause when the server is away; it doubles up to [`LONGEST`].
const FIRST: TimeDelta = TimeDelta::seconds(10);
/// The longest pause.
const LONGEST: TimeDelta = TimeDelta::minutes(5);
/// The budget is counted over this.
const WINDOW: TimeDelta = TimeDelta::minutes(1);

/// What one turn of the lane did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// So many mails went, so many did not.
    Worked {
        /// Taken by the server.
        sent: usize,
        /// Put aside, or to be tried again.
        failed: usize,
    },
    /// Nothing to do before this time is over.
    Rest(TimeDelta),
}

/// Why the lane stands.
#[derive(Debug, thiserror::Error)]
pub enum LaneError {
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The end of a mail's job could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

#[derive(Default)]
struct Gate {
    closed_until: Option<DateTime<Utc>>,
    pause: Option<TimeDelta>,
}

/// The lane of mails.
pub struct MailLane {
    desk: MailDesk,
    store: JobStore,
    per_minute: u32,
    gate: Mutex<Gate>,
}

impl MailLane {
    /// A lane that sends at most so many mails a minute, whatever waits.
    #[must_use]
    pub fn new(desk: MailDesk, per_minute: u32) -> Self {
        let store = JobStore::new(desk.house.clone());
        Self { desk, store, per_minute, gate: Mutex::default() }
    }

    /// Sends what may be sent now, the oldest first.
    ///
    /// # Errors
    /// [`LaneError`]; what was claimed is tried again when its lease is over.
    pub async fn turn(&self) -> Result<Turn, LaneError> {
        let now = self.desk.house.now();
        if let Some(rest) = self.rest(now) {
            return Ok(Turn::Rest(rest));
        }
        let sent = mail::Entity::find()
            .filter(mail::Column::SentAt.gt(now - WINDOW))
            .filter(mail::Column::SentAt.lte(now))
            .count(self.desk.house.reader())
            .await?;
        let left = u64::from(self.per_minute).saturating_sub(sent);
        if left == 0 {
            return Ok(Turn::Rest(TimeDelta::seconds(2)));
        }
        let claimed = self.store.claim_of(Lane::Only(SEND_JOB), left.min(AT_ONCE), LEASE).await?;
        if claimed.is_empty() {
            return Ok(Turn::Rest(TimeDelta::milliseconds(300)));
        }
        self.work(&claimed).await
    }

    async fn work(&self, claimed: &[Claimed]) -> Result<Turn, LaneError> {
        let (mut sent, mut failed) = (0, 0);
        // One that got no answer. Whether that is its own fault or the server's, the next one shows.
        let mut held: Option<(&Claimed, String)> = None;
        let mut rest = claimed.iter();
        for job in rest.by_ref() {
            let done = send(&self.desk, job).await;
            if let Err(JobFailure::Wait(why)) = done {
                failed += 1;
                if let Some((other, why_other)) = held.take() {
                    // Two without an answer: it is away.
                    self.end(other, Err(JobFailure::Wait(why_other))).await?;
                    self.end(job, Err(JobFailure::Wait(why))).await?;
                    self.shut();
                    break;
                }
                held = Some((job, why));
                continue;
            }
            if let Some((other, why)) = held.take() {
                self.end(other, Err(JobFailure::Again(why))).await?;
            }
            self.open();
            match &done {
                Ok(()) => sent += 1,
                Err(_) => failed += 1,
            }
            self.end(job, done).await?;
        }
        if let Some((job, why)) = held {
            self.end(job, Err(JobFailure::Wait(why))).await?;
            // One that failed before while others went shuts the gate for a moment only.
            if job.attempt > 1 { self.shut_for(FIRST) } else { self.shut() }
        }
        for job in rest {
            self.end(job, Err(JobFailure::Wait("the server is away".to_owned()))).await?;
        }
        Ok(Turn::Worked { sent, failed })
    }

    async fn end(&self, job: &Claimed, done: Done) -> Result<(), CommitError> {
        if let Err(JobFailure::Never(why)) = &done {
            tracing::error!(job.kind = %job.kind, %why, "a mail is put aside");
        }
        self.store.finish(job, done).await
    }

    /// How long the gate is still shut. A clock that went back opens it.
    fn rest(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        gate.closed_until
            .map(|until| until - now)
            .filter(|left| *left > TimeDelta::zero() && *left <= LONGEST)
    }

    fn shut(&self) {
        let mut gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        let pause = gate.pause.map_or(FIRST, |pause| (pause * 2).min(LONGEST));
        gate.pause = Some(pause);
        gate.closed_until = Some(self.desk.house.now() + pause);
        tracing::warn!(pause_s = pause.num_seconds(), "the mail server is away; mails wait");
    }

    fn shut_for(&self, pause: TimeDelta) {
        let mut gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        gate.closed_until = Some(self.desk.house.now() + pause);
    }

    fn open(&self) {
        *self.gate.lock().unwrap_or_else(PoisonError::into_inner) = Gate::default();
    }
}
