//! A house with workers whose complaints grow old, and the people who decide about that.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use haqqi_accounts::{Directory, NewStaff, add_staff};
use haqqi_casework::{
    CloseComplaint, Interpreter, NewAttempt, Person, Private, Tried, Way, acknowledge, close,
    decide_settlement, note_attempt,
};
use haqqi_complaints::{
    ANY_SORT, Channel, ComplaintWords, Contact, Desk, FileComplaint, Filed, LOOK_ALIKE, Receiving,
    add_evidence, enter, file, open, write_back,
};
use haqqi_documents::Press;
use haqqi_kernel::{Actor, Claimed, JobStore, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_retention::{ERASE, RetentionDesk, SETTLE, run_batch, settle};
use haqqi_screening::{NoEscalation, Screener, ScreeningDesk};
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use haqqi_worklist::{Clocks, Filter, QueueRow, Sight, queue};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

pub const PLACE: &str = "JO-IR";
pub const OFFICE: &str = "irbid";
pub const HER_WORDS: &str = "They did not pay me for two months, in May and in June, and each time I ask for it the man in \
     the office shouts at us that there is no money and that we can go home if we do not like it here.";
pub const HER_PHONE: &str = "+962790123456";

pub struct World {
    pub test: TestHouse,
    pub desk: RetentionDesk,
}

impl World {
    pub fn of(test: TestHouse) -> Self {
        let pack = Arc::new(Pack::embedded("jordan").unwrap());
        let words = pack.messages().map(|(tag, file, text)| (tag.into(), file.into(), text.into()));
        let words: Vec<(String, String, String)> = words.collect();
        let languages = Languages::new(words, &["ar-u-nu-arab", "en-GB-u-nu-latn"]).unwrap();
        let settings = Settings {
            demo: false,
            base_url: "http://localhost".to_owned(),
            exit_url: "/".to_owned(),
            requests_per_minute: 100_000,
            limits: haqqi_web::Limits::none(),
        };
        let house = test.house.clone();
        let site = Site {
            house: house.clone(),
            pack: Arc::clone(&pack),
            languages: Arc::new(languages),
            settings: Arc::new(settings),
        };
        let screening = ScreeningDesk {
            site: site.clone(),
            screener: Arc::new(Screener::from_pack(&pack).unwrap()),
            clocks: Clocks::new(pack).unwrap(),
            escalation: Arc::new(NoEscalation),
            words: Arc::new(ComplaintWords::new(house)),
        };
        let desk = Desk::new(site, Arc::new(screening), Press::without_fonts());
        Self { test, desk: RetentionDesk::new(desk, Some(35)) }
    }

    pub async fn all() -> Vec<Self> {
        haqqi_testing::houses().await.into_iter().map(Self::of).collect()
    }

    pub fn rooms(&self) -> &Desk {
        &self.desk.complaints
    }

    pub fn staff(&self, role: Role, office: Option<&str>) -> Actor {
        let id = self.test.house.entropy().id(self.test.house.now());
        let office = office.map(str::to_owned);
        Actor::Staff(StaffActor { id, roles: vec![role], office, also: Vec::new(), on_duty: false })
    }

    pub async fn filed(&self) -> Filed {
        self.filed_with(HER_WORDS).await
    }

    pub async fn filed_with(&self, words: &str) -> Filed {
        let mut told = FileComplaint {
            language: "en".to_owned(),
            narrative: words.to_owned(),
            contact: Contact {
                channel: Channel::Phone,
                address: HER_PHONE.to_owned(),
                hers_alone: true,
                ..Contact::default()
            },
            ..FileComplaint::default()
        };
        told.employer.governorate = Some(PLACE.to_owned());
        told.employer.name = "Golden Thread Garments".to_owned();
        told.worker.name = "Amina Hassan".to_owned();
        let mut unit = self.test.house.unit(Actor::Stranger);
        let filed = file(self.rooms(), &mut unit, "web", &told).unwrap();
        unit.commit().await.unwrap();
        filed
    }

    /// She files, adds a paper and a message; it is read, she is called, and it is closed.
    pub async fn closed(&self) -> (Filed, Uuid, Actor) {
        let filed = self.filed().await;
        let desk = self.rooms();
        let her = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let mut coming = Receiving::begin(desk, "slip.pdf").await.unwrap();
        coming.write(b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n").await.unwrap();
        let came = coming.finish(desk, &ANY_SORT).await.unwrap();
        add_evidence(desk, &her, &mut [came]).await.unwrap();
        write_back(desk, &her, "It was the same in June.", None).await.unwrap();
        let officer = self.staff(Role::ComplaintsOfficer, Some(OFFICE));
        open(desk, &officer, filed.reference, "test").await.unwrap();
        acknowledge(desk, &officer, filed.reference, "ask-interpreter", "").await.unwrap();
        note_attempt(desk, &officer, filed.reference, &Self::spoke()).await.unwrap();
        let because = desk.site.pack.closing_reasons("insufficient").next();
        let end = CloseComplaint {
            outcome: "insufficient".to_owned(),
            because: because.map(|reason| reason.code.clone()).unwrap_or_default(),
            done: "Looked into it.".to_owned(),
            words: "We looked into it. You can write to us.".to_owned(),
            language: "en".to_owned(),
            ..CloseComplaint::default()
        };
        close(desk, &officer, filed.reference, &end).await.unwrap();
        let second = self.staff(Role::Supervisor, Some(OFFICE));
        decide_settlement(desk, &second, filed.reference, true, "").await.unwrap();
        (filed, her.complaint(), officer)
    }

    /// Somebody with an account in the office.
    pub async fn hired(&self, sign_in: &str, role: Role) -> Uuid {
        let mut unit = self.test.house.unit(Actor::System);
        let new = NewStaff {
            sign_in: sign_in.to_owned(),
            name: sign_in.to_owned(),
            office: Some(OFFICE.to_owned()),
            agency: None,
            roles: vec![role],
            languages: vec!["en".to_owned()],
            sex: None,
            password: "a long first password".to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        unit.commit().await.unwrap();
        added.id
    }

    /// Who this account is now, with the ties that they have declared.
    pub async fn as_now(&self, id: Uuid) -> Actor {
        Directory::new(self.test.house.clone()).person(id).await.unwrap().unwrap().actor(false)
    }

    /// What an account finds in its queue.
    pub async fn work(&self, actor: &Actor) -> Vec<QueueRow> {
        let sight = Sight::of(actor).unwrap();
        queue(&self.test.house, &sight, &Filter::default(), None, 50).await.unwrap().rows
    }

    /// She was spoken with alone.
    pub fn spoke() -> NewAttempt {
        NewAttempt {
            at: None,
            person: Person::Worker,
            way: Way::Phone,
            language: Some("en".to_owned()),
            interpreter: Interpreter::Staff,
            private: Private::Alone,
            result: Tried::Spoke,
            note: "She is well.".to_owned(),
            next_at: None,
        }
    }

    /// Years pass.
    pub fn years(&self, many: i64) {
        self.test.clock.advance(TimeDelta::days(many * 366));
    }

    /// The jobs of these kinds that are due, taken by this worker.
    pub async fn take(&self, kinds: &[&str]) -> Vec<Claimed> {
        let jobs = JobStore::new(self.test.house.clone());
        let all = jobs.claim(1_000, Duration::from_secs(60)).await.unwrap();
        all.into_iter().filter(|job| kinds.contains(&job.kind.as_str())).collect()
    }

    /// Looks for what is alike, as the worker does after each filing.
    pub async fn look_alike(&self) {
        for job in self.take(&[LOOK_ALIKE]).await {
            haqqi_casework::look_alike(self.rooms(), &job).await.unwrap();
        }
    }

    /// Does what lists and files are waiting for.
    pub async fn carry_out(&self) {
        loop {
            let jobs = self.take(&[ERASE, SETTLE]).await;
            if jobs.is_empty() {
                return;
            }
            for job in &jobs {
                // Twice: as after a process that ended between the work and the note that it was done.
                for _ in 0..2 {
                    let done = if job.kind == ERASE {
                        run_batch(&self.desk, job).await
                    } else {
                        settle(&self.desk, job).await
                    };
                    done.unwrap();
                }
                JobStore::new(self.test.house.clone()).finish(job, Ok(())).await.unwrap();
            }
        }
    }

    /// What of this room's work somebody sees in the queue: the pages that it leads to.
    pub async fn queue(&self, actor: &Actor) -> Vec<String> {
        let Ok(sight) = Sight::of(actor) else { return Vec::new() };
        let rows = queue(&self.test.house, &sight, &Filter::default(), None, 100).await.unwrap().rows;
        let work = rows.iter().filter(|row| row.kind == "erasure-to-decide");
        work.map(|row| row.link(actor.account())).collect()
    }

    pub async fn count(&self, from: &str) -> i64 {
        let house = &self.test.house;
        let sql =
            Statement::from_string(house.db().backend(), format!("SELECT COUNT(*) AS many FROM {from}"));
        house.reader().query_one_raw(sql).await.unwrap().unwrap().try_get("", "many").unwrap()
    }

    /// What a column of bytes holds, in every row.
    pub async fn bytes(&self, table: &str, column: &str) -> Vec<Vec<u8>> {
        let house = &self.test.house;
        let sql = format!("SELECT {column} AS bytes FROM {table} WHERE {column} IS NOT NULL");
        let rows = house.reader().query_all_raw(Statement::from_string(house.db().backend(), sql));
        rows.await.unwrap().iter().map(|row| row.try_get("", "bytes").unwrap()).collect()
    }

    /// Every byte below the data folder, file by file.
    pub fn on_disk(&self) -> Vec<(String, Vec<u8>)> {
        let folder = self.test.house.files().folder().parent().unwrap().to_owned();
        let (mut all, mut folders) = (Vec::new(), vec![folder]);
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.file_name().unwrap().to_string_lossy().into_owned();
                    all.push((name, std::fs::read(&path).unwrap()));
                }
            }
        }
        all
    }
}

/// Which of these parts stand anywhere in these bytes. One pass, by the first eight bytes of each.
pub fn found<'a>(all: &[u8], parts: &[&'a [u8]]) -> Vec<&'a [u8]> {
    let head = |bytes: &[u8]| u64::from_be_bytes(bytes[..8].try_into().unwrap());
    let heads: HashSet<u64> = parts.iter().map(|part| head(part)).collect();
    let mut found = Vec::new();
    for at in 0..all.len().saturating_sub(7) {
        let rest = &all[at..];
        if heads.contains(&head(rest)) {
            found.extend(parts.iter().filter(|part| rest.starts_with(part)).copied());
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
