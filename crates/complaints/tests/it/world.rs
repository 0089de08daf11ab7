//! A complaints room on a fresh house.

use std::sync::Arc;

use haqqi_complaints::{ComplaintWords, Desk, FileComplaint, Filed, file};
use haqqi_documents::Press;
use haqqi_kernel::{Actor, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_screening::{NoEscalation, Screener, ScreeningDesk};
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use haqqi_worklist::{Clocks, Filter, QueueRow, Sight, queue};
use uuid::Uuid;

pub struct World {
    pub test: TestHouse,
    pub desk: Desk,
}

impl World {
    pub fn of(test: TestHouse) -> Self {
        Self::in_pack(test, "jordan")
    }

    pub fn in_pack(test: TestHouse, name: &str) -> Self {
        let pack = Arc::new(Pack::embedded(name).unwrap());
        let words: Vec<(String, String, String)> = pack
            .messages()
            .map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned()))
            .collect();
        let tags: Vec<String> =
            pack.languages().iter().map(|l| format!("{}-u-nu-{}", l.tag, l.digits)).collect();
        let screener = Screener::from_pack(&pack).unwrap();
        let clocks = Clocks::new(Arc::clone(&pack)).unwrap();
        let site = Site {
            house: test.house.clone(),
            pack,
            languages: Arc::new(Languages::new(words, &tags).unwrap()),
            settings: Arc::new(Settings {
                demo: false,
                base_url: "http://localhost".to_owned(),
                exit_url: "/".to_owned(),
                requests_per_minute: 100_000,
                limits: haqqi_web::Limits::none(),
            }),
        };
        let screening = ScreeningDesk {
            site: site.clone(),
            screener: Arc::new(screener),
            clocks,
            escalation: Arc::new(NoEscalation),
            words: Arc::new(ComplaintWords::new(test.house.clone())),
        };
        let desk = Desk::new(site, Arc::new(screening), Press::without_fonts());
        Self { test, desk }
    }

    pub async fn all() -> Vec<Self> {
        haqqi_testing::houses().await.into_iter().map(Self::of).collect()
    }

    pub async fn file(&self, command: &FileComplaint) -> Filed {
        let mut unit = self.test.house.unit(Actor::Stranger);
        let filed = file(&self.desk, &mut unit, "web", command).unwrap();
        unit.commit().await.unwrap();
        filed
    }

    /// The queue as this person sees it.
    pub async fn queue(&self, actor: &Actor) -> Vec<QueueRow> {
        let sight = Sight::of(actor).unwrap();
        queue(&self.test.house, &sight, &Filter::default(), None, 50).await.unwrap().rows
    }

    /// A member of staff of the office that takes what no other serves.
    pub fn staff(&self, role: Role) -> Actor {
        staff(role, Some(&self.desk.site.pack.identity().default_office), false)
    }
}

pub fn staff(role: Role, office: Option<&str>, on_duty: bool) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(9),
        roles: vec![role],
        office: office.map(str::to_owned),
        also: Vec::new(),
        on_duty,
    })
}
