//! Running units of work. One unit is a list of statements that all happen or none does. On SQLite the writer task
//! takes whatever units wait, runs each under a savepoint of one IMMEDIATE transaction, and answers them after the
//! shared commit: many filings, one fsync, and no answer before the disk has it.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, SqlErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::CommitError;

/// One statement of a unit.
#[derive(Debug)]
pub(crate) struct Write {
    pub statement: Statement,
    /// Exactly so many rows must be affected, else the unit is stale and nothing of it is written.
    pub expect: Option<u64>,
}

/// What waits to be written, and where to answer.
pub(crate) struct Waiting {
    writes: Vec<Write>,
    answer: oneshot::Sender<Result<(), CommitError>>,
}

/// The door to the writer.
#[derive(Clone, Debug)]
pub(crate) enum Writer {
    Grouped(mpsc::Sender<Waiting>),
    Single(DatabaseConnection),
}

/// At most so many units share one commit: bounds how long the first of them waits.
const BATCH: usize = 256;

pub(crate) fn spawn(connection: DatabaseConnection) -> Writer {
    if connection.get_database_backend() != DbBackend::Sqlite {
        return Writer::Single(connection);
    }
    let (send, mut receive) = mpsc::channel::<Waiting>(4 * BATCH);
    tokio::spawn(async move {
        let mut batch = Vec::with_capacity(BATCH);
        while receive.recv_many(&mut batch, BATCH).await > 0 {
            run_batch(&connection, std::mem::take(&mut batch)).await;
        }
    });
    Writer::Grouped(send)
}

impl Writer {
    pub(crate) async fn write(&self, writes: Vec<Write>) -> Result<(), CommitError> {
        match self {
            Self::Grouped(send) => {
                let (answer, answered) = oneshot::channel();
                send.send(Waiting { writes, answer }).await.map_err(|_| CommitError::Closed)?;
                answered.await.map_err(|_| CommitError::Closed)?
            }
            Self::Single(connection) => {
                let transaction = connection.begin().await.map_err(failure)?;
                run(&transaction, &writes).await?;
                transaction.commit().await.map_err(failure)
            }
        }
    }
}

async fn run<C: ConnectionTrait>(connection: &C, writes: &[Write]) -> Result<(), CommitError> {
    for write in writes {
        let done = connection.execute_raw(write.statement.clone()).await.map_err(failure)?;
        if write.expect.is_some_and(|expected| expected != done.rows_affected()) {
            return Err(CommitError::Stale);
        }
    }
    Ok(())
}

async fn run_batch(connection: &DatabaseConnection, batch: Vec<Waiting>) {
    let mut answers = Vec::with_capacity(batch.len());
    let outcome = async {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let transaction = connection.begin_with_options(options).await?;
        for waiting in batch {
            let unit = transaction.begin().await?;
            match run(&unit, &waiting.writes).await {
                Ok(()) => {
                    unit.commit().await?;
                    answers.push((waiting.answer, Ok(())));
                }
                Err(error) => {
                    unit.rollback().await?;
                    answers.push((waiting.answer, Err(error)));
                }
            }
        }
        transaction.commit().await
    }
    .await;
    if let Err(error) = &outcome {
        tracing::error!(%error, "a commit failed; its connection is given up");
        give_up(connection).await;
    }
    for (answer, result) in answers {
        // A unit whose writes went well is answered with success only when the shared commit did.
        let result = match (&outcome, result) {
            (Err(error), Ok(())) => Err(CommitError::Db(error.to_string())),
            (_, result) => result,
        };
        let _ = answer.send(result);
    }
}

/// Closes the writer's connection, so that the next batch begins on a new one.
///
/// A disk that is full or fails makes SQLite roll back by itself. The driver then still counts an open transaction,
/// begins the next one as a savepoint inside it, and *commits* by releasing that savepoint: in some states that writes
/// nothing, and a filing would be answered that is not on the disk. No such connection is used twice.
async fn give_up(connection: &DatabaseConnection) {
    if connection.get_database_backend() == DbBackend::Sqlite {
        match connection.get_sqlite_connection_pool().acquire().await {
            Ok(spoiled) => {
                if let Err(error) = spoiled.close().await {
                    tracing::error!(%error, "the connection does not close; it is dropped");
                }
            }
            Err(error) => tracing::error!(%error, "the writer's connection cannot be had"),
        }
    }
}

fn failure(error: DbErr) -> CommitError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(what)) => CommitError::Unique(what),
        _ => CommitError::Db(error.to_string()),
    }
}
