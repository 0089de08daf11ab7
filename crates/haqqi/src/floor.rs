//! The floor under a durable figure: the rows of filings that a run has left, written again into a fresh database, one
//! plain transaction each, with the same pragmas and the same one writing connection. What is above it is the product.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use haqqi_kernel::{Db, DbSettings};
use haqqi_migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DbBackend, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use uuid::Uuid;

/// What belongs to one filing: each table with the condition that finds its rows.
const ROWS: [(&str, &str); 11] = [
    ("subject_key", "subject_id = ?"),
    ("complaint", "id = ?"),
    ("complaint_text", "complaint_id = ?"),
    ("assessment", "complaint_id = ?"),
    ("flag", "complaint_id = ?"),
    ("credential", "complaint_id = ?"),
    ("work_item", "subject_id = ?"),
    ("deadline", "subject_id = ?"),
    ("rung", "deadline_id IN (SELECT id FROM run.deadline WHERE subject_id = ?)"),
    ("audit_entry", "subject_id = ?"),
    ("event", "subject_id = ?"),
];

/// Writes for so many seconds, or until all is written; prints how many a second.
pub(crate) async fn run(source: &Path, seconds: u64) -> anyhow::Result<ExitCode> {
    ensure!(source.is_file(), "{} is no database", source.display());
    let path = source.with_extension("floor");
    ensure!(!path.exists(), "{} is there already", path.display());
    let db = Db::open(&DbSettings::Sqlite { path: path.clone() }).await?;
    Migrator::up(db.chores(), None).await?;
    let writer = db.chores();
    let quoted = source.display().to_string().replace('\'', "''");
    writer.execute_unprepared(&format!("ATTACH DATABASE '{quoted}' AS run")).await?;
    let all = Statement::from_string(DbBackend::Sqlite, "SELECT id FROM run.complaint ORDER BY id");
    let ids = writer
        .query_all_raw(all)
        .await?
        .iter()
        .map(|row| row.try_get_by_index::<Uuid>(0))
        .collect::<Result<Vec<_>, _>>()
        .context("the run's filings cannot be read")?;
    let begun = Instant::now();
    let mut written = 0u32;
    for id in ids {
        if begun.elapsed() >= Duration::from_secs(seconds) {
            break;
        }
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = writer.begin_with_options(options).await?;
        for (table, condition) in ROWS {
            let sql = format!("INSERT INTO main.{table} SELECT * FROM run.{table} WHERE {condition}");
            let insert = Statement::from_sql_and_values(DbBackend::Sqlite, sql, [id.into()]);
            transaction.execute_raw(insert).await?;
        }
        transaction.commit().await?;
        written += 1;
    }
    let took = begun.elapsed().as_secs_f64();
    println!("{written} {:.1}", f64::from(written) / took);
    Ok(ExitCode::SUCCESS)
}
