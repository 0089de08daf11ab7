//! A lexicon gains an entry. What is open is read anew, once, whatever is killed between; what people decided stands.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use haqqi_casework::{
    READ_ANEW, READ_AT_ONCE, note_attempt, open_again, opened_again, read_anew, watch_rules,
};
use haqqi_complaints::{FileComplaint, Filed, REOPENED, open};
use haqqi_kernel::{Claimed, Done, JobStore, Reference, Role};
use haqqi_pack::{Decision, Pack};
use haqqi_screening::{
    FlagState, Found, Level, Merits, MeritsDecision, Safety, Screener, Walk, decide_merits, decide_safety,
    flags_of_complaint, last_walk, open_flag,
};
use haqqi_testing::TestHouse;

use crate::merits::{pointed, talk};
use crate::route::account;
use crate::world::World;

/// Two words that no lexicon has until the entry is there.
const NEW: &str = "\n[[entry]]\nid = \"zorbing\"\nindicator = \"debt_bondage\"\nphrases = [\"zorbing fee\"]\nhit = \"There is a zorbing fee.\"\nmiss = \"There is a fee.\"\n";
const LEASE: Duration = Duration::from_secs(60);

/// The pack of Jordan, copied, with one more entry in its English lexicon.
fn with_one_more(on: &str) -> Pack {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/jordan");
    let to = std::env::temp_dir().join(format!("haqqi_pack_{on}_{}", std::process::id()));
    copy(&from, &to);
    let file = to.join("lexicons/en.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{text}{NEW}")).unwrap();
    let pack = Pack::load(&to).unwrap();
    std::fs::remove_dir_all(&to).unwrap();
    pack
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl World {
    async fn walk(&self) -> Walk {
        last_walk(&self.desk.site.house).await.unwrap().unwrap()
    }

    /// The next job that reads anew, claimed; others are done with.
    async fn next_reading(&self) -> Option<Claimed> {
        let store = JobStore::new(self.desk.site.house.clone());
        let mut own = None;
        for job in store.claim(1000, LEASE).await.unwrap() {
            if job.kind == READ_ANEW && own.is_none() {
                own = Some(job);
            } else {
                store.finish(&job, Ok(())).await.unwrap();
            }
        }
        own
    }

    async fn read_to_the_end(&self) -> usize {
        let store = JobStore::new(self.desk.site.house.clone());
        let mut jobs = 0;
        while let Some(job) = self.next_reading().await {
            let done: Done = read_anew(&self.desk, &job).await;
            assert!(done.is_ok(), "{}: {done:?}", self.test.on);
            store.finish(&job, done).await.unwrap();
            self.test.clock.advance(TimeDelta::seconds(1));
            jobs += 1;
        }
        jobs
    }

    async fn told(&self, words: &str) -> Filed {
        self.test.clock.advance(TimeDelta::seconds(1));
        self.file(&FileComplaint { narrative: words.to_owned(), ..Self::command() }).await
    }

    async fn anew(&self, of: Reference) -> (usize, Vec<(Level, FlagState)>) {
        let supervisor = self.staff(Role::Supervisor);
        let id = open(&self.desk, &supervisor, of, "test").await.unwrap().summary.id;
        let events = self.events(id).await;
        let read = events.iter().filter(|event| event.what == "complaint.read-anew").count();
        let flags = flags_of_complaint(&self.desk.screening, id).await.unwrap();
        (read, flags.iter().map(|flag| (flag.level, flag.state)).collect())
    }

    /// The flag of a complaint, dismissed: she was met, and nothing of it is so.
    async fn dismissed(&self, of: &Filed) {
        let screening = &self.desk.screening;
        let (_, boss) = account(self, "boss", Role::Supervisor, &["en"]).await;
        let id = open(&self.desk, &boss, of.reference, "test").await.unwrap().summary.id;
        let flag = flags_of_complaint(screening, id).await.unwrap().pop().unwrap().reference;
        let opened = open_flag(screening, &boss, flag).await.unwrap();
        let reason = |what| self.desk.site.pack.reasons_for(what).next().unwrap().code.clone();
        let words = "Called at the safe hour; she can speak.".to_owned();
        decide_safety(screening, &boss, flag, &Safety::Act, &reason(Decision::SafetyAct), &words)
            .await
            .unwrap();
        self.test.clock.advance(TimeDelta::minutes(5));
        let met = talk("en", haqqi_casework::Interpreter::None);
        note_attempt(&self.desk, &boss, of.reference, &met).await.unwrap();
        let merits = Merits {
            decision: MeritsDecision::Dismiss,
            reason: reason(Decision::MeritsDismiss),
            words,
            found: pointed(&opened).into_iter().map(|name| (name.to_owned(), Found::NotSo)).collect(),
        };
        let mut state = decide_merits(screening, &boss, flag, &merits).await.unwrap();
        if state == FlagState::DismissalProposed {
            let (_, second) = account(self, "second", Role::Supervisor, &["en"]).await;
            open_flag(screening, &second, flag).await.unwrap();
            state = decide_merits(screening, &second, flag, &merits).await.unwrap();
        }
        assert_eq!(state, FlagState::Dismissed);
    }

    /// The house, begun again with other instruments and lexicons.
    fn begun_again(test: TestHouse, pack: &Pack) -> Self {
        let mut world = Self::on(test);
        let mut screening = world.desk.screening.as_ref().clone();
        screening.screener = Arc::new(Screener::from_pack(pack).unwrap());
        world.desk.screening = Arc::new(screening);
        world
    }
}

#[tokio::test]
async fn a_lexicon_that_gains_an_entry_reads_what_is_open_once() {
    for world in World::all().await {
        let on = world.test.on;
        let pack = with_one_more(on);
        // The first start: nothing is there to be read.
        assert!(watch_rules(&world.desk).await.unwrap() && !watch_rules(&world.desk).await.unwrap(), "{on}");
        world.read_to_the_end().await;
        assert!(world.walk().await.ended_at.is_some(), "{on}");

        let more = world.told("He keeps my passport and there is a zorbing fee.").await;
        let same = world.told("He keeps my passport and I can not go out, the door is locked.").await;
        let decided = world.told("He keeps my passport, beats me and locks the door. A zorbing fee.").await;
        world.officer_of(decided.reference).await;
        world.dismissed(&decided).await;
        let shut = world.told("He keeps my passport and there is a zorbing fee.").await;
        let officer = world.officer_of(shut.reference).await;
        world.closed(&officer, shut.reference).await;
        for _ in 0..READ_AT_ONCE * 2 {
            world.told("There is a zorbing fee, and he keeps my passport.").await;
        }
        let before = world.anew(same.reference).await;
        let decided_before = world.anew(decided.reference).await;
        assert_eq!(world.anew(more.reference).await, (0, Vec::new()), "{on}");
        // The same rules read nothing.
        assert!(!watch_rules(&world.desk).await.unwrap(), "{on}");
        let made = world.count("assessment").await;

        // It begins again with the copy.
        let World { test, .. } = world;
        let world = World::begun_again(test, &pack);
        world.test.clock.advance(TimeDelta::minutes(1));
        assert!(watch_rules(&world.desk).await.unwrap(), "{on}");
        let job = world.next_reading().await.unwrap();
        // Killed in the middle of a batch.
        let some = async {
            while world.walk().await.made < 5 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            biased;
            () = some => {}
            done = read_anew(&world.desk, &job) => assert!(done.is_ok(), "{on}: faster than who looked"),
        }
        let killed = world.walk().await;
        assert!(killed.ended_at.is_none() && killed.made >= 5, "{on}: {killed:?}");

        // Begun again: the lease runs out, and the way goes on; then it is killed between two batches.
        let World { test, .. } = world;
        let world = World::begun_again(test, &pack);
        world.test.clock.advance(TimeDelta::minutes(2));
        assert!(!watch_rules(&world.desk).await.unwrap(), "{on}: the same set begins nothing");
        let job = world.next_reading().await.unwrap();
        assert!(read_anew(&world.desk, &job).await.is_ok(), "{on}");
        let between = world.walk().await;
        assert!(between.looked > killed.looked && between.ended_at.is_none(), "{on}: {between:?}");
        let World { test, .. } = world;
        let world = World::begun_again(test, &pack);
        world.test.clock.advance(TimeDelta::minutes(2));
        assert!(world.read_to_the_end().await >= 2, "{on}: one job is bounded");

        let walk = world.walk().await;
        let open = i32::try_from(READ_AT_ONCE).unwrap() * 2 + 3;
        assert_eq!((walk.looked, walk.broken), (open, 0), "{on}: {walk:?}");
        assert!(walk.ended_at.is_some(), "{on}");
        assert_eq!(walk.raised, open - 1 - 1, "{on}: not of what said the same, nor of what was decided");
        // Once each: what gained something has one assessment and one flag more.
        assert_eq!(world.anew(more.reference).await, (1, vec![(Level::Possible, FlagState::Open)]), "{on}");
        assert_eq!(world.anew(same.reference).await, before, "{on}: nothing else comes of it");
        assert_eq!(world.anew(shut.reference).await, (0, Vec::new()), "{on}: it is closed");
        let (read, flags) = world.anew(decided.reference).await;
        assert_eq!(read, 1, "{on}: what was not so counts no more");
        assert_eq!(flags, decided_before.1, "{on}: decisions stand");
        assert_eq!(world.count("assessment").await, made + i64::from(walk.made), "{on}");
        assert_eq!(
            world
                .count("(SELECT complaint_id FROM flag GROUP BY complaint_id HAVING COUNT(*) > 1) AS twice")
                .await,
            0,
            "{on}"
        );

        // What was closed meanwhile is read when it is opened again, once.
        open_again(&world.desk, &officer, shut.reference, "She wrote to us.").await.unwrap();
        let store = JobStore::new(world.desk.site.house.clone());
        for job in store.claim(1000, LEASE).await.unwrap() {
            if job.kind == REOPENED {
                opened_again(&world.desk, &job).await.unwrap();
                opened_again(&world.desk, &job).await.unwrap();
            }
            store.finish(&job, Ok(())).await.unwrap();
        }
        assert_eq!(world.anew(shut.reference).await, (1, vec![(Level::Possible, FlagState::Open)]), "{on}");

        // And read again by the same, nothing differs.
        let World { test, .. } = world;
        let world = World::begun_again(test, &Pack::embedded("jordan").unwrap());
        world.test.clock.advance(TimeDelta::minutes(2));
        assert!(watch_rules(&world.desk).await.unwrap(), "{on}: the copy is taken back");
        world.read_to_the_end().await;
        let back = world.walk().await;
        assert_eq!((back.raised, back.looked), (0, open + 1), "{on}: {back:?}");
        assert_eq!(
            world.anew(more.reference).await.1,
            vec![(Level::Possible, FlagState::Open)],
            "{on}: no flag goes"
        );
    }
}
