//! Mails whose server is away for days: each goes once, in order, within the budget; and one that cannot go holds up
//! no other.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::TimeDelta;
use haqqi_kernel::{Actor, JobStore};
use haqqi_language::Languages;
use haqqi_messaging::{Mail, MailDesk, MailError, MailKind, MailLane, NewMail, Outbound, Turn, queue_mail};
use haqqi_testing::TestHouse;

/// A server that may be away, refuses one address, and never answers for another.
#[derive(Default)]
struct Server {
    away: Mutex<bool>,
    taken: Mutex<Vec<Mail>>,
}

#[async_trait]
impl Outbound for Server {
    async fn deliver(&self, mail: &Mail) -> Result<(), MailError> {
        if *self.away.lock().unwrap() || mail.to.starts_with("silent") {
            return Err(MailError::Away("no answer".to_owned()));
        }
        if mail.to.starts_with("nobody") {
            return Err(MailError::Refused("550".to_owned()));
        }
        if mail.to.starts_with("full") {
            return Err(MailError::Later("452".to_owned()));
        }
        self.taken.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

struct World {
    test: TestHouse,
    server: Arc<Server>,
    lane: MailLane,
}

const PER_MINUTE: u32 = 20;

impl World {
    async fn all() -> Vec<Self> {
        let of = |test: TestHouse| {
            let server = Arc::new(Server::default());
            let languages = Languages::new(Vec::<(String, String, String)>::new(), &["en"]).unwrap();
            let desk = MailDesk {
                house: test.house.clone(),
                languages: Arc::new(languages),
                out: Arc::clone(&server) as _,
            };
            Self { lane: MailLane::new(desk, PER_MINUTE), server, test }
        };
        haqqi_testing::houses().await.into_iter().map(of).collect()
    }

    async fn queue(&self, to: &str) {
        self.test.clock.advance(TimeDelta::seconds(1));
        let mut unit = self.test.house.unit(Actor::System);
        let id = unit.id();
        let key = unit.new_subject(id);
        let address = format!("{to}@mail.example");
        let mail =
            NewMail { address: &address, kind: MailKind::News, open: false, language: "en", effect: to };
        queue_mail(&mut unit, &key, &mail);
        unit.commit().await.unwrap();
    }

    /// The lane runs for so long, on the test's clock. Gives how many mails went in each minute.
    async fn run(&self, minutes: i64) -> Vec<usize> {
        let mut by_minute = Vec::new();
        for _ in 0..minutes {
            let before = self.server.taken.lock().unwrap().len();
            let end = self.test.house.now() + TimeDelta::minutes(1);
            while self.test.house.now() < end {
                let rest = match self.lane.turn().await.unwrap() {
                    Turn::Worked { .. } => TimeDelta::seconds(1),
                    Turn::Rest(rest) => rest.max(TimeDelta::seconds(10)),
                };
                self.test.clock.set((self.test.house.now() + rest).min(end));
            }
            by_minute.push(self.server.taken.lock().unwrap().len() - before);
        }
        by_minute
    }

    fn addresses(&self) -> Vec<String> {
        let taken = self.server.taken.lock().unwrap();
        taken.iter().map(|mail| mail.to.trim_end_matches("@mail.example").to_owned()).collect()
    }
}

#[tokio::test]
async fn three_days_without_a_server_lose_nothing_and_flood_nobody() {
    for world in World::all().await {
        let on = world.test.on;
        *world.server.away.lock().unwrap() = true;
        let mut wanted = Vec::new();
        for n in 0..45 {
            let name = format!("m{n}");
            world.queue(&name).await;
            wanted.push(name);
        }
        world.run(5).await;
        // The rest of three days; the lane tries every five minutes at most, which the clock need not walk through.
        for _ in 0..12 {
            world.test.clock.advance(TimeDelta::hours(6));
            world.run(1).await;
        }
        assert!(world.addresses().is_empty(), "{on}");
        assert_eq!(
            JobStore::new(world.test.house.clone()).count("dead").await.unwrap(),
            0,
            "{on}: none is given up"
        );

        *world.server.away.lock().unwrap() = false;
        world.test.clock.advance(TimeDelta::minutes(6));
        let by_minute = world.run(5).await;
        assert_eq!(world.addresses(), wanted, "{on}: each once, in order");
        let most = usize::try_from(PER_MINUTE).unwrap();
        assert!(by_minute.iter().all(|sent| *sent <= most), "{on}: {by_minute:?}");
        let ids: std::collections::BTreeSet<String> =
            world.server.taken.lock().unwrap().iter().map(|mail| mail.message_id.clone()).collect();
        assert_eq!(ids.len(), wanted.len(), "{on}");
    }
}

#[tokio::test]
async fn a_mail_that_cannot_go_holds_up_no_other() {
    for world in World::all().await {
        let on = world.test.on;
        for name in ["silent", "nobody", "full", "a", "b"] {
            world.queue(name).await;
        }
        world.run(2).await;
        assert_eq!(world.addresses(), ["a", "b"], "{on}");
        let store = JobStore::new(world.test.house.clone());
        assert_eq!(store.count("dead").await.unwrap(), 1, "{on}: the refused one is put where people see it");
        assert_eq!(store.count("ready").await.unwrap(), 2, "{on}: the others are tried again");
        // Still there when the next one comes.
        world.queue("c").await;
        world.run(2).await;
        assert_eq!(world.addresses(), ["a", "b", "c"], "{on}");
    }
}
