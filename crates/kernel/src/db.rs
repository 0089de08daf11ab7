//! The database: readers for queries, and one door for writes. On SQLite a single writer task runs units in
//! batches, so that units that wait together share one commit; on PostgreSQL each unit is its own transaction.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};

use crate::group::{self, Writer};

/// Where the database is.
#[derive(Debug, Clone)]
pub enum DbSettings {
    /// An embedded SQLite file.
    Sqlite {
        /// The file; made when missing.
        path: PathBuf,
    },
    /// PostgreSQL by URL.
    Postgres {
        /// `postgresql://…`
        url: String,
        /// Connections in the pool.
        connections: u32,
    },
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver's answer.
    #[error("the database does not open: {0}")]
    Open(#[from] DbErr),
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Db {
    reader: DatabaseConnection,
    raw_writer: DatabaseConnection,
    writer: Writer,
}

impl Db {
    /// Opens the database. SQLite in WAL with `synchronous=FULL`: an answered write is on the disk.
    ///
    /// # Errors
    /// [`DbError`] if it does not open.
    pub async fn open(settings: &DbSettings) -> Result<Self, DbError> {
        let (reader, raw_writer) = match settings {
            DbSettings::Sqlite { path } => {
                let writer = Database::connect(sqlite_options(path, 1)).await?;
                let reader = Database::connect(sqlite_options(path, 4)).await?;
                (reader, writer)
            }
            DbSettings::Postgres { url, connections } => {
                let mut options = ConnectOptions::new(url.clone());
                options
                    .max_connections(*connections)
                    .connect_timeout(Duration::from_secs(10))
                    .sqlx_logging(false);
                let pool = Database::connect(options).await?;
                (pool.clone(), pool)
            }
        };
        let writer = group::spawn(raw_writer.clone());
        Ok(Self { reader, raw_writer, writer })
    }

    /// For queries.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// For migrations and operators' chores only; use cases write through a unit of work.
    #[must_use]
    pub fn chores(&self) -> &DatabaseConnection {
        &self.raw_writer
    }

    pub(crate) fn writer(&self) -> &Writer {
        &self.writer
    }

    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    /// Whether the file holds together; what is wrong with it, a line each. PostgreSQL watches over its own files.
    ///
    /// # Errors
    /// The driver's error, when it cannot even be looked at.
    pub async fn faults(&self) -> Result<Vec<String>, DbErr> {
        if self.backend() != DbBackend::Sqlite {
            return Ok(Vec::new());
        }
        let question = Statement::from_string(DbBackend::Sqlite, "PRAGMA quick_check(10)");
        let rows = self.reader.query_all_raw(question).await?;
        let lines =
            rows.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }

    /// Writes what was overwritten through to the file, so that nothing of it waits in the log beside it. PostgreSQL does
    /// that by itself, in its own time.
    ///
    /// # Errors
    /// The driver's error.
    pub async fn settle(&self) -> Result<(), DbErr> {
        if self.backend() == DbBackend::Sqlite {
            self.raw_writer.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// Writes the whole database anew without what was deleted. It takes its time, and on SQLite nobody writes meanwhile.
    ///
    /// # Errors
    /// The driver's error.
    pub async fn tidy(&self) -> Result<(), DbErr> {
        self.raw_writer.execute_unprepared("VACUUM").await?;
        self.settle().await
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// The driver's error if it does not.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reader.ping().await
    }
}

fn sqlite_options(path: &Path, connections: u32) -> ConnectOptions {
    // The path is given as a path: a folder's name may hold what would mean something else in an address.
    let path = path.to_owned();
    let mut options = ConnectOptions::new("sqlite://haqqi.sqlite?mode=rwc");
    options.max_connections(connections).min_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(
        move |sqlite| {
            sqlite
                .filename(&path)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                // What is deleted is overwritten: an erased key must not stand in a free page.
                .pragma("secure_delete", "ON")
                .pragma("cache_size", "-65536")
                .pragma("temp_store", "MEMORY")
                .pragma("mmap_size", "268435456")
        },
    );
    options
}
