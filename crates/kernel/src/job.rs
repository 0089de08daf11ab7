//! Jobs: side effects (mail, an issued paper, a swept queue), written with the unit that causes them, done outside
//! it. Claimed under a lease, tried again with growing pauses, put aside as dead where people see them.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, LockBehavior, LockType, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use crate::entity::job;
use crate::{Actor, CommitError, House};

/// A job to be written with a unit of work. Its payload holds ids and codes, never content.
#[derive(Debug, Clone)]
pub struct Job {
    pub(crate) kind: &'static str,
    pub(crate) payload: Value,
    pub(crate) effect_key: Option<String>,
    pub(crate) run_after: Option<DateTime<Utc>>,
}

impl Job {
    /// A job of a kind such as `mail.send`.
    #[must_use]
    pub fn new(kind: &'static str, payload: Value) -> Self {
        Self { kind, payload, effect_key: None, run_after: None }
    }

    /// The effect's key: the same effect is written once.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.effect_key = Some(key.into());
        self
    }

    /// Not before this instant.
    #[must_use]
    pub fn run_after(mut self, at: DateTime<Utc>) -> Self {
        self.run_after = Some(at);
        self
    }
}

/// A job that was claimed.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its id.
    pub id: Uuid,
    /// What to do.
    pub kind: String,
    /// With what.
    pub payload: Value,
    /// The effect's key.
    pub effect_key: Option<String>,
    /// Which try this is, from 1.
    pub attempt: i32,
}

impl Claimed {
    /// The id that the payload holds under this name.
    ///
    /// # Errors
    /// [`JobFailure::Never`]: the job names none, and never will.
    pub fn id_of(&self, name: &str) -> Result<Uuid, JobFailure> {
        let id = self.payload.get(name).and_then(Value::as_str).and_then(|id| id.parse().ok());
        id.ok_or_else(|| JobFailure::Never(format!("the job names no {name}")))
    }
}

/// What became of a claimed job.
pub type Done = Result<(), JobFailure>;

/// Why a job failed.
#[derive(Debug, Clone)]
pub enum JobFailure {
    /// Worth another try.
    Again(String),
    /// Nothing can be said of it yet, for what it needs is away altogether: it keeps its place and loses no try.
    Wait(String),
    /// Never going to work: put aside at once.
    Never(String),
}

/// Which jobs are claimed. One kind may have a lane of its own, so that what it waits for holds up no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Every job.
    All,
    /// Jobs of this kind alone.
    Only(&'static str),
    /// All but this kind.
    Except(&'static str),
}

impl Lane {
    fn condition(self) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::Only(kind) => Condition::all().add(job::Column::Kind.eq(kind)),
            Self::Except(kind) => Condition::all().add(job::Column::Kind.ne(kind)),
        }
    }
}

/// No lease and no pause is ever this long: one that ends later was written by a clock that was wrong.
const TOO_FAR: TimeDelta = TimeDelta::hours(3);

/// After so many tries a job is dead.
pub const MOST_ATTEMPTS: i32 = 12;

/// Claims and finishes jobs.
#[derive(Clone)]
pub struct JobStore {
    house: House,
}

impl JobStore {
    /// The jobs of a house.
    #[must_use]
    pub fn new(house: House) -> Self {
        Self { house }
    }

    /// Claims up to `most` jobs that are due, the longest due first, for the length of `lease`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn claim(&self, most: u64, lease: Duration) -> Result<Vec<Claimed>, DbErr> {
        self.claim_of(Lane::All, most, lease).await
    }

    /// As [`JobStore::claim`], of one lane. A lease or a pause that lies too far ahead was written by a clock that was
    /// wrong, and holds nothing back.
    ///
    /// # Errors
    /// The database's error.
    pub async fn claim_of(&self, lane: Lane, most: u64, lease: Duration) -> Result<Vec<Claimed>, DbErr> {
        let now = self.house.now();
        let until = now + TimeDelta::from_std(lease).unwrap_or_else(|_| TimeDelta::minutes(1));
        let free = Condition::any()
            .add(job::Column::LeasedUntil.is_null())
            .add(job::Column::LeasedUntil.lt(now))
            .add(job::Column::LeasedUntil.gt(now + TOO_FAR));
        // Tried before, it was due before.
        let misled =
            Condition::all().add(job::Column::Attempts.gt(0)).add(job::Column::RunAfter.gt(now + TOO_FAR));
        let is_due = Condition::any().add(job::Column::RunAfter.lte(now)).add(misled);
        let mut due = job::Entity::find()
            .select_only()
            .column(job::Column::Id)
            .filter(job::Column::State.eq("ready"))
            .filter(is_due)
            .filter(free)
            .filter(lane.condition())
            .order_by_asc(job::Column::RunAfter)
            .order_by_asc(job::Column::Id)
            .limit(most);
        // SQLite has one writer, so nobody can stand between the choice and the claim; PostgreSQL skips rows that
        // another worker is claiming.
        if self.house.db().backend() == DbBackend::Postgres {
            due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        }
        let claim = Query::update()
            .table(job::Entity)
            .value(job::Column::LeasedUntil, until)
            .value(
                job::Column::Attempts,
                sea_orm::sea_query::ExprTrait::add(Expr::col(job::Column::Attempts), 1),
            )
            .and_where(job::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(due)))
            .returning_all()
            .to_owned();
        let rows = self.house.db().chores().query_all(&claim).await?;
        let rows =
            rows.iter().map(|row| <job::Model as sea_orm::FromQueryResult>::from_query_result(row, ""));
        let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
        // An UPDATE gives its rows back in no order of ours.
        rows.sort_by_key(|row| (row.run_after, row.id));
        let claimed = |row: job::Model| Claimed {
            id: row.id,
            kind: row.kind,
            payload: serde_json::from_str(&row.payload).unwrap_or(Value::Null),
            effect_key: row.effect_key,
            attempt: row.attempts,
        };
        Ok(rows.into_iter().map(claimed).collect())
    }

    /// Says what became of a claimed job.
    ///
    /// # Errors
    /// [`CommitError`] if that could not be written; the lease then runs out and the job is tried again.
    pub async fn finish(&self, claimed: &Claimed, done: Done) -> Result<(), CommitError> {
        let mut unit = self.house.unit(Actor::System);
        let now = unit.now();
        let base = job::Entity::update_many()
            .col_expr(job::Column::LeasedUntil, Expr::value(Option::<DateTime<Utc>>::None))
            .filter(job::Column::Id.eq(claimed.id));
        let query = match done {
            Ok(()) => base
                .col_expr(job::Column::State, Expr::value("done"))
                .col_expr(job::Column::FinishedAt, Expr::value(Some(now))),
            Err(JobFailure::Wait(error)) => base
                .col_expr(
                    job::Column::Attempts,
                    sea_orm::sea_query::ExprTrait::sub(Expr::col(job::Column::Attempts), 1),
                )
                .col_expr(job::Column::LastError, Expr::value(Some(error))),
            Err(JobFailure::Again(error)) if claimed.attempt < MOST_ATTEMPTS => base
                .col_expr(job::Column::RunAfter, Expr::value(now + pause(claimed.attempt)))
                .col_expr(job::Column::LastError, Expr::value(Some(error))),
            Err(JobFailure::Again(error) | JobFailure::Never(error)) => base
                .col_expr(job::Column::State, Expr::value("dead"))
                .col_expr(job::Column::FinishedAt, Expr::value(Some(now)))
                .col_expr(job::Column::LastError, Expr::value(Some(error))),
        };
        unit.update_one(query);
        unit.commit().await.map(|_| ())
    }

    /// Forgets up to `most` jobs that were done before this instant; what was given up stays until somebody looked at it.
    /// Gives their number.
    ///
    /// # Errors
    /// [`CommitError`] if that could not be read or written.
    pub async fn forget_done(&self, before: DateTime<Utc>, most: u64) -> Result<usize, CommitError> {
        let old: Vec<Uuid> = job::Entity::find()
            .select_only()
            .column(job::Column::Id)
            .filter(job::Column::State.eq("done"))
            .filter(job::Column::FinishedAt.lt(before))
            .limit(most)
            .into_tuple()
            .all(self.house.reader())
            .await
            .map_err(|error| CommitError::Db(error.to_string()))?;
        let many = old.len();
        let mut unit = self.house.unit(Actor::System);
        unit.delete(job::Entity::delete_many().filter(job::Column::Id.is_in(old)));
        unit.commit().await.map(|_| many)
    }

    /// How many jobs are in a state (`ready`, `done`, `dead`).
    ///
    /// # Errors
    /// The database's error.
    pub async fn count(&self, state: &str) -> Result<u64, DbErr> {
        job::Entity::find().filter(job::Column::State.eq(state)).count(self.house.reader()).await
    }

    /// How many jobs are not done, by kind and state.
    ///
    /// # Errors
    /// The database's error.
    pub async fn undone(&self) -> Result<Vec<(String, String, i64)>, DbErr> {
        job::Entity::find()
            .select_only()
            .column(job::Column::Kind)
            .column(job::Column::State)
            .column_as(job::Column::Id.count(), "number")
            .filter(job::Column::State.is_in(["ready", "dead"]))
            .group_by(job::Column::Kind)
            .group_by(job::Column::State)
            .into_tuple()
            .all(self.house.reader())
            .await
    }

    /// Since when the oldest job of a lane that is due waits.
    ///
    /// # Errors
    /// The database's error.
    pub async fn oldest_due(&self, lane: Lane) -> Result<Option<DateTime<Utc>>, DbErr> {
        let row = job::Entity::find()
            .filter(job::Column::State.eq("ready"))
            .filter(lane.condition())
            .filter(job::Column::RunAfter.lte(self.house.now()))
            .order_by_asc(job::Column::RunAfter)
            .one(self.house.reader())
            .await?;
        Ok(row.map(|row| row.run_after))
    }
}

/// The pause before the next try: 10 s, doubling, at most an hour.
fn pause(attempt: i32) -> TimeDelta {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0).min(9);
    TimeDelta::seconds((10i64 << doublings).min(3600))
}
