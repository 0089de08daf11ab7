//! Prints how long a page of the queue takes with ten thousand pieces of work in the table, and with many: on both
//! databases. `cargo run --release --example queue_speed -- ROWS`; PostgreSQL is the cluster of
//! `HAQQI_TEST_POSTGRES`. What is open stays the same, what is done grows: as in a house that keeps up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::allow_attributes, reason = "a measurement")]

use std::time::Instant;

use chrono::TimeDelta;
use haqqi_kernel::{Actor, Role, StaffActor};
use haqqi_testing::TestHouse;
use haqqi_worklist::{Cursor, Filter, Sight, counts, queue};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use uuid::Uuid;

/// The table to compare with.
const SMALL: u64 = 10_000;
/// Open, whatever the table holds.
const OPEN: u64 = 5_000;
/// Readings of each page.
const TIMES: usize = 300;
/// Rows of one statement.
const AT_ONCE: u64 = 500_000;

const COLUMNS: &str = "id, kind, subject_kind, subject_id, reference, office, assignee, state, urgency, due_at, \
    language, place, label, level, duty, child, version, created_at, done_at";

/// Work from the n-th on, so much of it.
fn fill(backend: DbBackend, from: u64, many: u64) -> String {
    let (series, id, other, time, done) = match backend {
        DbBackend::Sqlite => (
            format!(
                "WITH RECURSIVE s(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM s WHERE n + 1 < {})",
                from + many
            ),
            // In the order of time, as the house gives them.
            "CAST(printf('%010d', n) || randomblob(6) AS BLOB)",
            "randomblob(16)",
            "strftime('%Y-%m-%dT%H:%M:%f', '2026-11-24', ((n * 7919) % 2000000 - 1000000) || ' seconds') || '+00:00'",
            "'2026-11-24T06:00:00+00:00'",
        ),
        _ => (
            format!("WITH s AS (SELECT n FROM generate_series({from}::bigint, {}) AS n)", from + many - 1),
            "gen_random_uuid()",
            "gen_random_uuid()",
            "timestamptz '2026-11-24' + ((n * 7919) % 2000000 - 1000000) * interval '1 second'",
            "timestamptz '2026-11-24'",
        ),
    };
    let (no, yes) = if backend == DbBackend::Sqlite { ("0", "1") } else { ("false", "true") };
    // `random()` is negative half of the time on SQLite: what is dealt comes from the number instead.
    format!(
        "INSERT INTO work_item ({COLUMNS}) {series} SELECT {id}, \
         CASE n % 5 WHEN 0 THEN 'complaint-to-read' WHEN 1 THEN 'decision' WHEN 2 THEN 'worker-message' \
         WHEN 3 THEN 'flag-safety' ELSE 'translation' END, 'complaint', {other}, 'C-' || n, 'office-' || (n % 12), NULL, \
         CASE WHEN n < {OPEN} THEN 'open' ELSE 'done' END, CASE WHEN n % 97 = 0 THEN 0 ELSE 2 END, {time}, \
         CASE n % 3 WHEN 0 THEN 'ar' WHEN 1 THEN 'bn' ELSE 'en' END, NULL, 'wages', NULL, \
         CASE WHEN n % 97 = 0 THEN {yes} ELSE {no} END, {no}, 1, {time}, {done} FROM s"
    )
}

fn staff(role: Role, office: Option<&str>) -> Sight {
    let office = office.map(str::to_owned);
    let actor =
        StaffActor { id: Uuid::from_u128(1), roles: vec![role], office, also: Vec::new(), on_duty: true };
    Sight::of(&Actor::Staff(actor)).unwrap()
}

/// The 99th percentile, in microseconds.
fn p99(mut all: Vec<u128>) -> u128 {
    all.sort_unstable();
    all[all.len() * 99 / 100]
}

/// Every view, and what it takes.
async fn measure(test: &TestHouse, rows: u64) {
    let house = &test.house;
    let officer = staff(Role::ComplaintsOfficer, Some("office-3"));
    let nation = staff(Role::Supervisor, None);
    let duty = staff(Role::DutyOfficer, Some("office-3"));
    let usual = Filter::default();
    let narrow = Filter { kind: Some("decision".into()), language: Some("ar".into()), ..Filter::default() };
    let deep = {
        let mut after: Option<Cursor> = None;
        for _ in 0..20 {
            after = queue(house, &nation, &usual, after, 50).await.unwrap().next;
        }
        after
    };
    let views = [
        ("an office", &officer, &usual, None),
        ("the country", &nation, &usual, None),
        ("the country, page 21", &nation, &usual, deep),
        ("an office, one kind and language", &officer, &narrow, None),
        ("on duty", &duty, &usual, None),
    ];
    for (name, sight, filter, after) in views {
        let mut all = Vec::new();
        for _ in 0..TIMES {
            let begun = Instant::now();
            let page = queue(house, sight, filter, after, 50).await.unwrap();
            all.push(begun.elapsed().as_micros());
            assert!(!page.rows.is_empty(), "{name}");
        }
        println!("{{\"on\":\"{}\",\"rows\":{rows},\"view\":\"{name}\",\"p99\":{}}}", test.on, p99(all));
    }
    let mut all = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        counts(house, &nation, house.now() + TimeDelta::hours(6)).await.unwrap();
        all.push(begun.elapsed().as_micros());
    }
    println!("{{\"on\":\"{}\",\"rows\":{rows},\"view\":\"the counts above\",\"p99\":{}}}", test.on, p99(all));
}

/// The indexes of the queue beside its key: each one's name, and what makes it.
async fn indexes(db: &DatabaseConnection) -> Vec<(String, String)> {
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'work_item' AND sql IS NOT NULL"
        }
        _ => {
            "SELECT indexname AS name, indexdef AS sql FROM pg_indexes \
             WHERE tablename = 'work_item' AND indexname NOT LIKE '%pkey'"
        }
    };
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| (row.try_get("", "name").unwrap(), row.try_get("", "sql").unwrap())).collect()
}

#[tokio::main]
async fn main() {
    let many: u64 = std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    for test in haqqi_testing::houses().await {
        let db = test.house.db().chores();
        let backend = test.house.db().backend();
        let mut there = 0;
        for rows in [SMALL, many] {
            // Built once over the whole table, as a restored backup has them, in minutes rather than hours.
            let indexes = indexes(db).await;
            for (name, _) in &indexes {
                db.execute_unprepared(&format!("DROP INDEX {name}")).await.unwrap();
            }
            while there < rows {
                let more = (rows - there).min(AT_ONCE);
                db.execute_unprepared(&fill(backend, there, more)).await.unwrap();
                there += more;
            }
            for (_, made) in &indexes {
                db.execute_unprepared(made).await.unwrap();
            }
            db.execute_unprepared("ANALYZE").await.unwrap();
            measure(&test, rows).await;
        }
    }
}
