//! The demonstration: a data folder with synthetic staff and a synthetic history, served at once. No real person,
//! employer or case is in it. Secrets are random for each installation and stand in a file that only its owner reads.

mod asked;
mod beside;
mod closing;
mod establishments;
mod history;
mod morning;
mod patrol;
mod people;
mod referrals;
mod talk;
mod there;
mod told;
mod visits;

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use chrono::TimeDelta;
use haqqi_complaints::{Doors, EvidenceRules};
use haqqi_kernel::{
    Claimed, Clock, DbSettings, Done, Entropy, Files, FixedEntropy, JobFailure, JobStore, Keys, SystemClock,
    SystemEntropy, TestClock,
};
use haqqi_messaging::KannelSettings;
use haqqi_web::Settings;

use crate::compose::{Plan, Rooms};
use crate::config::PackChoice;
use crate::papers;
use crate::serve::{admin, bind, listen, writable};
use crate::work::{WaysOut, Worker};

/// The file that marks a finished demonstration: without it a folder is not touched.
const MARK: &str = "demonstration";
/// The file with sign-ins and tokens.
const ACCESS: &str = "demo-access.json";
/// Wide enough for a load test from this machine.
const REQUESTS_PER_MINUTE: u32 = 1_000_000;
/// How many days the history goes back.
const DAYS: i64 = 90;

/// Randomness while the history is made: what is drawn follows the seed, so that the same seed tells the same history;
/// what keeps a secret (keys, nonces, tokens) is the system's, as ever.
struct Drawn {
    draws: FixedEntropy,
}

impl Entropy for Drawn {
    fn fill(&self, bytes: &mut [u8]) {
        SystemEntropy.fill(bytes);
    }

    fn below(&self, bound: u32) -> u32 {
        self.draws.below(bound)
    }
}

/// What was asked for.
pub(crate) struct Wish {
    pub data: PathBuf,
    pub listen: SocketAddr,
    pub admin: Option<SocketAddr>,
    pub reset: bool,
    pub seed: u64,
    pub pack: String,
    /// Whether the jobs are done.
    pub work: bool,
    /// Text messages, for looking at them with a gateway's own fake network.
    pub sms: Option<KannelSettings>,
    /// The secrets of whoever brings texts.
    pub doors: Doors,
}

fn plan(wish: &Wish, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> anyhow::Result<Plan> {
    Ok(Plan {
        database: DbSettings::Sqlite { path: wish.data.join("haqqi.sqlite") },
        files: Files::at(&wish.data.join("files")),
        audio: wish.data.join("audio"),
        // Only here do the keys lie beside the data: a demonstration holds nobody's words.
        keys: Keys::create(&wish.data.join("demo.keys"), &SystemEntropy)?,
        pack: PackChoice { name: wish.pack.clone(), dir: None },
        settings: Settings {
            demo: true,
            base_url: format!("http://{}", wish.listen),
            exit_url: "https://www.wikipedia.org/".to_owned(),
            requests_per_minute: REQUESTS_PER_MINUTE,
            limits: haqqi_web::Limits::none(),
        },
        evidence: EvidenceRules::default(),
        texts: wish.sms.is_some(),
        // Nobody keeps a copy of a demonstration.
        backups_kept_days: Some(0),
        doors: wish.doors.clone(),
        provider: None,
        private_feeds: false,
        clock,
        entropy,
    })
}

/// Empties the folder, if a demonstration made it.
fn empty(data: &Path) -> anyhow::Result<()> {
    let holds_something = data.exists() && fs::read_dir(data)?.next().is_some();
    if holds_something && !data.join(MARK).exists() && !data.join("demo.keys").exists() {
        bail!("{} holds something that no demonstration made; it is left alone", data.display());
    }
    if data.exists() {
        fs::remove_dir_all(data).with_context(|| format!("{} cannot be emptied", data.display()))?;
    }
    Ok(())
}

/// Does the jobs that are ready, each by this hand; what that puts off waits.
async fn do_jobs(rooms: &Rooms, hand: impl AsyncFn(&Claimed) -> Done) -> anyhow::Result<()> {
    let store = JobStore::new(rooms.site.house.clone());
    loop {
        let claimed = store.claim(50, Duration::from_secs(60)).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for job in claimed {
            let done = hand(&job).await;
            store.finish(&job, done).await?;
        }
    }
}

/// What the demonstration does not do itself.
fn left_to_the_worker() -> JobFailure {
    JobFailure::Again("left to the worker".to_owned())
}

/// `haqqi demo`.
pub(crate) async fn run(wish: &Wish) -> anyhow::Result<ExitCode> {
    let finished = wish.data.join(MARK).exists();
    // A demonstration that was cut off while it was made is made anew.
    if wish.reset || !finished {
        empty(&wish.data)?;
    }
    writable(&wish.data)?;
    let listener = bind(wish.listen, "--listen").await?;
    let admin = admin(wish.admin).await?;
    if !wish.data.join(MARK).exists() {
        println!("Making a synthetic history in {} …", wish.data.display());
        let now = SystemClock.now();
        let clock = Arc::new(TestClock::at(now - TimeDelta::days(DAYS)));
        let drawn = Drawn { draws: FixedEntropy::seeded(wish.seed) };
        let rooms = Rooms::build(plan(wish, Arc::clone(&clock) as _, Arc::new(drawn))?).await?;
        let access = people::hire(&rooms, &clock, now).await?;
        people::write(&wish.data.join(ACCESS), &access)?;
        let register = establishments::make(&rooms, wish.seed).await?;
        let counted = history::make(&rooms, &clock, now, wish.seed, &register).await?;
        let visited = visits::make(&rooms, &clock, now, wish.seed).await?;
        asked::make(&rooms, &clock, now).await?;
        beside::make(&rooms, &clock, now).await?;
        patrol::make(&rooms, &clock, now).await?;
        morning::make(&rooms, &clock, now).await?;
        fs::write(wish.data.join(MARK), format!("seed {}\n", wish.seed))?;
        println!("{} establishments, {counted}, {visited}", register.count);
    }
    let rooms = Rooms::build(plan(wish, Arc::new(SystemClock), Arc::new(SystemEntropy))?).await?;
    if let Some(admin) = admin {
        admin.serve(rooms.site.house.clone());
    }
    let ways = WaysOut { mail: None, sms: wish.sms.as_ref() };
    let worker = if wish.work { Some(Worker::start(&rooms, &ways)?) } else { None };
    let access = people::read(&wish.data.join(ACCESS))?;
    listen(&rooms, listener, || {
        println!("{}", people::card(wish.listen, &access, SystemClock.now().timestamp()));
        println!("All of this stands in {}.", wish.data.join(ACCESS).display());
        papers::warm(&rooms, |mute| println!("{mute}"));
    })
    .await?;
    if let Some(worker) = worker {
        worker.stop().await;
    }
    Ok(ExitCode::SUCCESS)
}
