//! Prints what a country's offices do in ninety days: complaints come at all hours, officers read by day, duty officers
//! at night and on holidays, with a clock that is moved along and workers that are killed at their work.
//! `cargo run --release --example ninety_days -- DAYS A_DAY SEED`
//!
//! What must come out: no complaint without somebody whose work it is, and nobody told twice of one thing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::allow_attributes,
    reason = "a measurement"
)]

#[allow(dead_code, reason = "the tests' world has more than this needs")]
#[path = "../tests/it/world.rs"]
mod world;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc, Weekday};
use haqqi_accounts::{Directory, NewStaff, add_staff};
use haqqi_casework::{
    CloseComplaint, acknowledge, assess, choose_mail, close, decide_settlement, mail_staff, note_attempt,
    route, tell_roster_gap, tell_staff,
};
use haqqi_complaints::{FileComplaint, ROUTE, open};
use haqqi_kernel::{Actor, House, JobStore, Lane, Role, StaffActor};
use haqqi_messaging::{Mail, MailDesk, MailError, MailLane, Outbound, SEND_JOB, Turn};
use haqqi_worklist::{
    AddShift, Filter, ItemKind, QueueRow, ROSTER_ALARM, Sight, TELL, add_shift, on_duty, queue, tick,
    watch_roster,
};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;
use world::World;

/// How far the clock is moved at once.
const STEP: TimeDelta = TimeDelta::minutes(30);
/// What an office reads in half an hour, and what the duty officers do together.
const BY_DAY: usize = 16;
const AT_NIGHT: usize = 40;
/// One job in so many is cut off after it was done and before that was written.
const CUT: u64 = 97;
/// The mail server is away from this day on, for three days.
const AWAY: i64 = 40;
/// Every so manieth shift of the roster stays empty.
const EMPTY_SHIFT: i64 = 61;

/// Where mails go, and how often each was taken.
#[derive(Default)]
struct Post {
    away: AtomicBool,
    taken: Mutex<BTreeMap<String, u32>>,
}

#[async_trait]
impl Outbound for Post {
    async fn deliver(&self, mail: &Mail) -> Result<(), MailError> {
        if self.away.load(Ordering::SeqCst) {
            return Err(MailError::Away("no route to host".to_owned()));
        }
        *self.taken.lock().unwrap().entry(mail.message_id.clone()).or_default() += 1;
        Ok(())
    }
}

/// Numbers as if by chance, the same for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }
}

struct Offices {
    /// By office: who reads.
    officers: BTreeMap<String, Vec<Actor>>,
    duty: Vec<Uuid>,
}

/// Officers and supervisors of each office, four duty officers, one directorate; all are told by mail.
async fn hire(world: &World) -> Offices {
    let house = &world.desk.site.house;
    let mut officers: BTreeMap<String, Vec<Actor>> = BTreeMap::new();
    let mut duty = Vec::new();
    let offices: Vec<String> = world.desk.site.pack.offices().iter().map(|row| row.code.clone()).collect();
    let mut wanted: Vec<(String, Role, Option<String>)> =
        vec![("directorate".to_owned(), Role::Supervisor, None)];
    wanted.extend((0..4).map(|n| (format!("duty-{n}"), Role::DutyOfficer, None)));
    for office in &offices {
        wanted.push((format!("{office}-head"), Role::Supervisor, Some(office.clone())));
        wanted
            .extend((0..3).map(|n| (format!("{office}-{n}"), Role::ComplaintsOfficer, Some(office.clone()))));
    }
    for (sign_in, role, office) in wanted {
        let mut unit = house.unit(Actor::System);
        let new = NewStaff {
            name: sign_in.clone(),
            office: office.clone(),
            agency: None,
            roles: vec![role],
            languages: vec!["ar".to_owned(), "en".to_owned()],
            sex: None,
            password: format!("a long first password of {sign_in}"),
            sign_in,
        };
        let added = add_staff(&mut unit, &new).unwrap();
        unit.commit().await.unwrap();
        let person = Directory::new(house.clone()).person(added.id).await.unwrap().unwrap();
        let address = format!("{}@office.example", person.sign_in);
        choose_mail(house, &person.actor(false), &address, "en").await.unwrap();
        match (role, office) {
            (Role::DutyOfficer, _) => duty.push(person.id),
            (Role::ComplaintsOfficer, Some(office)) => {
                officers.entry(office).or_default().push(person.actor(false));
            }
            _ => {}
        }
    }
    Offices { officers, duty }
}

/// Eight-hour shifts, of which some stay empty.
async fn roster(house: &House, duty: &[Uuid], from: DateTime<Utc>, days: i64) {
    for n in 0..days * 3 {
        if n % EMPTY_SHIFT == EMPTY_SHIFT - 1 {
            continue;
        }
        let start = from + TimeDelta::hours(8 * n);
        let staff = duty[usize::try_from(n).unwrap() % duty.len()];
        let mut unit = house.unit(Actor::System);
        add_shift(&mut unit, AddShift { staff, office: None, from: start, to: start + TimeDelta::hours(8) })
            .unwrap();
        unit.commit().await.unwrap();
    }
}

/// Whether the offices are open, as nearly all of them are.
fn working(world: &World, at: DateTime<Utc>) -> bool {
    let there = at.with_timezone(&world.desk.site.pack.zone());
    !matches!(there.weekday(), Weekday::Fri | Weekday::Sat) && (9..15).contains(&there.hour())
}

async fn file_some(world: &World, chance: &mut Chance, many: u64) {
    let pack = &world.desk.site.pack;
    let places: Vec<String> = pack.offices().iter().flat_map(|office| office.governorates.clone()).collect();
    for _ in 0..many {
        let n = chance.next();
        let mut command = FileComplaint {
            language: if n.is_multiple_of(3) { "ar" } else { "en" }.to_owned(),
            narrative: format!("My pay of last month came {} days late and I ask why.", n % 20),
            danger: n.is_multiple_of(97),
            ..FileComplaint::default()
        };
        command.employer.governorate =
            Some(places[usize::try_from(n / 7).unwrap_or(0) % places.len()].clone());
        world.file(&command).await;
    }
}

async fn waiting(world: &World, actor: &Actor, kind: ItemKind, most: usize) -> Vec<QueueRow> {
    let sight = Sight::of(actor).unwrap();
    let filter = Filter { kind: Some(kind.code().to_owned()), ..Filter::default() };
    queue(&world.desk.site.house, &sight, &filter, None, u64::try_from(most).unwrap()).await.unwrap().rows
}

/// Reads in the order of the queue, and sets the next step.
async fn read(world: &World, actor: &Actor, most: usize) -> usize {
    let rows = waiting(world, actor, ItemKind::ComplaintToRead, most).await;
    for row in &rows {
        let reference = row.reference.parse().unwrap();
        let complaint = open(&world.desk, actor, reference, "casework").await.unwrap().summary;
        let pack = &world.desk.site.pack;
        let step = pack.steps().iter().find(|step| {
            let fits = if complaint.urgent { step.for_danger } else { !step.only_danger };
            fits && !step.needs_reason && (!step.needs_contact || complaint.reached_safely())
        });
        acknowledge(&world.desk, actor, reference, &step.unwrap().code, "").await.unwrap();
    }
    rows.len()
}

/// The second person of every closing, above the offices.
fn above() -> Actor {
    let (id, roles) = (Uuid::from_u128(9), vec![Role::Supervisor]);
    Actor::Staff(StaffActor { id, roles, office: None, also: Vec::new(), on_duty: false })
}

/// What follows the first reading: assessed, spoken with in private, closed.
async fn work(world: &World, actor: &Actor, most: usize) {
    let pack = &world.desk.site.pack;
    let step = pack.steps().iter().find(|step| !step.only_danger && !step.needs_contact).unwrap();
    for row in waiting(world, actor, ItemKind::FirstAssessment, most).await {
        let reference = row.reference.parse().unwrap();
        if assess(&world.desk, actor, reference, &step.code, "Looked into it.").await.is_err() {
            continue;
        }
        let met = World::attempt(haqqi_casework::Tried::Spoke, haqqi_casework::Private::Alone);
        note_attempt(&world.desk, actor, reference, &met).await.unwrap();
        // She is told in her language. Where a flag is open, closing is rightly refused: it stays with the officer.
        let language = row.language.clone().unwrap_or_default();
        let closing = CloseComplaint { language, ..world.closing("insufficient") };
        if close(&world.desk, actor, reference, &closing).await.is_ok() {
            decide_settlement(&world.desk, &above(), reference, true, "").await.unwrap();
        }
    }
}

/// The worker's beat: the ladder, the roster, jobs and mails. Some jobs are done and cut off before that is written, so
/// that they are done again when their lease is over.
async fn beat(world: &World, lane: &MailLane, chance: &mut Chance, cut: &mut u64) {
    let house = &world.desk.site.house;
    while tick(house).await.unwrap().more {}
    watch_roster(house).await.unwrap();
    let store = JobStore::new(house.clone());
    loop {
        let claimed = store.claim_of(Lane::Except(SEND_JOB), 64, Duration::from_secs(60)).await.unwrap();
        if claimed.is_empty() {
            break;
        }
        for job in claimed {
            let done = match job.kind.as_str() {
                TELL => tell_staff(&world.desk, &job).await,
                ROUTE => route(&world.desk, &job).await,
                ROSTER_ALARM => tell_roster_gap(&world.desk, &job).await,
                _ => Ok(()),
            };
            if chance.below(CUT) == 0 {
                *cut += 1;
                continue;
            }
            store.finish(&job, done).await.unwrap();
        }
    }
    mail_staff(house).await.unwrap();
    while let Turn::Worked { .. } = lane.turn().await.unwrap() {}
}

async fn number(house: &House, sql: &str) -> i64 {
    let statement = Statement::from_string(house.db().backend(), sql.to_owned());
    house.reader().query_one_raw(statement).await.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|text| text.parse::<u64>().ok());
    let days = i64::try_from(arguments.next().unwrap_or(90)).unwrap();
    let a_day = arguments.next().unwrap_or(1000);
    let mut chance = Chance(arguments.next().unwrap_or(7));
    let world = World::on(haqqi_testing::sqlite().await);
    let house = world.desk.site.house.clone();
    let begin = house.now();
    let offices = hire(&world).await;
    roster(&house, &offices.duty, begin, days + 3).await;
    let post = Arc::new(Post::default());
    let languages = Arc::clone(&world.desk.site.languages);
    let out: Arc<dyn Outbound> = Arc::clone(&post) as _;
    let lane = MailLane::new(MailDesk { house: house.clone(), languages, out }, 600);
    let (mut cut, mut filed) = (0, 0);
    let steps = days * 48;
    for n in 0..steps + 96 {
        let mut now = begin + STEP * i32::try_from(n).unwrap();
        // The clock of the machine is put back by two hours for half an hour, and forward by three, once a fortnight.
        match n % 672 {
            335 => now -= TimeDelta::hours(2),
            500 => now += TimeDelta::hours(3),
            _ => {}
        }
        world.test.clock.set(now);
        post.away.store((AWAY * 48..(AWAY + 3) * 48).contains(&n), Ordering::SeqCst);
        if n < steps {
            // As many as a day has, spread by chance over its half hours.
            let many = a_day / 48 + u64::from(chance.below(48) < a_day % 48);
            file_some(&world, &mut chance, many).await;
            filed += many;
        }
        beat(&world, &lane, &mut chance, &mut cut).await;
        for id in on_duty(&house, None, now).await.unwrap() {
            let person = Directory::new(house.clone()).person(id).await.unwrap().unwrap();
            if !working(&world, now) {
                read(&world, &person.actor(true), AT_NIGHT).await;
            }
        }
        if working(&world, now) {
            for officers in offices.officers.values() {
                let officer = &officers[usize::try_from(chance.below(3)).unwrap()];
                read(&world, officer, BY_DAY).await;
                work(&world, officer, BY_DAY).await;
            }
        }
        if n % 480 == 479 {
            eprintln!("day {}: {filed} filed", n / 48 + 1);
        }
    }
    report(&house, &post, filed, cut).await;
}

async fn report(house: &House, post: &Post, filed: u64, cut: u64) {
    let legal = "SELECT COUNT(*) AS n FROM deadline WHERE clock = 'acknowledgement'";
    let lost = number(
        house,
        "SELECT COUNT(*) AS n FROM complaint c WHERE c.state = 'received' AND NOT EXISTS \
         (SELECT 1 FROM work_item w WHERE w.subject_id = c.id AND w.kind = 'complaint-to-read' AND w.state = 'open')",
    )
    .await;
    let all = number(house, "SELECT COUNT(*) AS n FROM complaint").await;
    let twice = number(
        house,
        "SELECT COUNT(*) AS n FROM (SELECT 1 FROM notice GROUP BY staff_id, item_id, kind, clock, due_at \
         HAVING COUNT(*) > 1) AS x",
    )
    .await;
    let notices = number(house, "SELECT COUNT(*) AS n FROM notice").await;
    let dead = number(house, "SELECT COUNT(*) AS n FROM job WHERE state = 'dead'").await;
    let queued = number(house, "SELECT COUNT(*) AS n FROM mail WHERE sent_at IS NULL").await;
    let (mails, again) = {
        let taken = post.taken.lock().unwrap();
        (taken.len(), taken.values().filter(|times| **times > 1).count())
    };
    let figures = serde_json::json!({
        "filed": filed,
        "kept": all,
        "in_time": number(house, &format!("{legal} AND state = 'met'")).await,
        "late": number(house, &format!("{legal} AND state IN ('met-late', 'breached')")).await,
        "open": number(house, &format!("{legal} AND state = 'running'")).await,
        "lost": lost + i64::try_from(filed).unwrap() - all,
        "notices": notices,
        "told_twice": twice,
        "mails": mails,
        "same_message_again": again,
        "mails_waiting": queued,
        "jobs_cut": cut,
        "jobs_dead": dead,
    });
    println!("{figures}");
}
