//! For tests: a house on a fresh database of either kind, with a clock that stands still and seeded randomness.
//!
//! ```no_run
//! # async fn story() {
//! for house in haqqi_testing::houses().await {
//!     // the same story on SQLite and on PostgreSQL
//! }
//! # }
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::allow_attributes,
    reason = "a test may panic"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, TimeZone, Utc};
use haqqi_kernel::{Db, DbSettings, Files, FixedEntropy, House, HouseParts, Keys, TestClock, Vault};
use haqqi_migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database};

/// A house for one test. Its database goes when it is dropped.
pub struct TestHouse {
    /// The house.
    pub house: House,
    /// Its clock: starts on Tuesday 24 November 2026, 06:00 UTC.
    pub clock: Arc<TestClock>,
    /// Which database, for messages.
    pub on: &'static str,
    _folder: Folder,
    made: Option<Made>,
}

struct Folder(std::path::PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(unique("haqqi_test"));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The instant at which tests begin: Tuesday 24 November 2026, 06:00 UTC.
#[must_use]
pub fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 6, 0, 0).unwrap()
}

static COUNT: AtomicU64 = AtomicU64::new(0);

/// A name that no other test of this run has.
fn unique(prefix: &str) -> String {
    format!("{prefix}_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A fresh, migrated SQLite database.
///
/// # Panics
/// When it cannot be made.
pub async fn sqlite() -> TestHouse {
    let folder = Folder::new();
    let settings = DbSettings::Sqlite { path: folder.0.join("haqqi.sqlite") };
    house("sqlite", &settings, folder).await
}

/// A fresh, migrated PostgreSQL database in the cluster of `HAQQI_TEST_POSTGRES` (a URL to its `postgres`
/// database). `cargo xtask test` starts such a cluster.
///
/// # Panics
/// When there is no cluster: a test that cannot run fails.
pub async fn postgres() -> TestHouse {
    let base = std::env::var("HAQQI_TEST_POSTGRES")
        .expect("HAQQI_TEST_POSTGRES names no cluster: run `cargo xtask test`, or set HAQQI_TEST_SQLITE_ONLY=1 while writing");
    let name = unique("t");
    let admin = Database::connect(&base).await.expect("the test cluster answers");
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database can be made");
    let url = base.replacen("/postgres?", &format!("/{name}?"), 1);
    let made = Made { base, name };
    let mut test = house("postgresql", &DbSettings::Postgres { url, connections: 4 }, Folder::new()).await;
    test.made = Some(made);
    test
}

/// A database that was made for a test and goes with it: some hundreds of them fill a disk.
struct Made {
    base: String,
    name: String,
}

impl Drop for Made {
    fn drop(&mut self) {
        let (base, name) = (std::mem::take(&mut self.base), std::mem::take(&mut self.name));
        // On a thread of its own, for the test's runtime may be ending; and not waited for, for nothing hangs on it.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let Ok(runtime) = runtime else { return };
            runtime.block_on(async {
                let Ok(admin) = Database::connect(&base).await else { return };
                let _ = admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
            });
        });
    }
}

/// One house on each database.
///
/// # Panics
/// When one cannot be made.
pub async fn houses() -> Vec<TestHouse> {
    let mut all = vec![sqlite().await];
    if std::env::var_os("HAQQI_TEST_SQLITE_ONLY").is_none() {
        all.push(postgres().await);
    }
    all
}

async fn house(on: &'static str, settings: &DbSettings, folder: Folder) -> TestHouse {
    let db = Db::open(settings).await.expect("the database opens");
    Migrator::up(db.chores(), None).await.expect("the migrations run");
    let clock = Arc::new(TestClock::at(start()));
    let house = House::new(HouseParts {
        db,
        files: Files::at(&folder.0.join("files")),
        clock: Arc::clone(&clock) as _,
        entropy: Arc::new(FixedEntropy::seeded(COUNT.load(Ordering::Relaxed))),
        vault: Vault::new(Keys::from_root(&[7; 32])),
        pack_version: "test".to_owned(),
    });
    TestHouse { house, clock, on, _folder: folder, made: None }
}
