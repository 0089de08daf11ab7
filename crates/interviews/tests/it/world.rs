//! The rooms on one house, a worker, and people of one office.

use std::sync::Arc;

use haqqi_casework::VisitDesk;
use haqqi_complaints::{ComplaintWords, Desk, Entered, FileComplaint, Filed, enter, file, open};
use haqqi_documents::Press;
use haqqi_establishments::EstablishmentDesk;
use haqqi_inspections::InspectionDesk;
use haqqi_interviews::AskedAtVisits;
use haqqi_kernel::entity::event;
use haqqi_kernel::{Actor, Reference, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_screening::{NoEscalation, Screener, ScreeningDesk};
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use haqqi_worklist::{Clocks, Filter, QueueRow, Sight, queue};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use uuid::Uuid;

/// The place whose office has the complaint, and that office.
pub const PLACE: &str = "JO-IR";
pub const OFFICE: &str = "irbid";

pub struct World {
    pub test: TestHouse,
    pub desk: Desk,
    /// The same room with the visits.
    pub visits: VisitDesk,
}

impl World {
    /// On this house.
    pub fn on(test: TestHouse) -> Self {
        let pack = Arc::new(Pack::embedded("jordan").unwrap());
        let words = pack.messages().map(|(tag, file, text)| (tag.into(), file.into(), text.into()));
        let words: Vec<(String, String, String)> = words.collect();
        let offered = ["ar-u-nu-arab", "en-GB-u-nu-latn", "bn-u-nu-beng"];
        let languages = Languages::new(words, &offered).unwrap();
        let clocks = Clocks::new(Arc::clone(&pack)).unwrap();
        let screener = Arc::new(Screener::from_pack(&pack).unwrap());
        let settings = Settings {
            demo: false,
            base_url: "http://localhost".to_owned(),
            exit_url: "/".to_owned(),
            requests_per_minute: 100_000,
            limits: haqqi_web::Limits::none(),
        };
        let house = test.house.clone();
        let (languages, settings) = (Arc::new(languages), Arc::new(settings));
        let site = Site { house: house.clone(), pack, languages, settings };
        let screening = ScreeningDesk {
            site: site.clone(),
            screener,
            clocks,
            escalation: Arc::new(NoEscalation),
            words: Arc::new(ComplaintWords::new(house)),
        };
        let inspections = InspectionDesk {
            site: site.clone(),
            clocks: screening.clocks.clone(),
            establishments: EstablishmentDesk::new(site.clone()),
            asked: Arc::new(AskedAtVisits(site.house.clone())),
            screener: Arc::clone(&screening.screener),
            press: Press::new(),
        };
        let desk = Desk::new(site, Arc::new(screening), Press::new());
        let visits = VisitDesk { complaints: desk.clone(), inspections };
        Self { desk, visits, test }
    }

    pub async fn all() -> Vec<Self> {
        haqqi_testing::houses().await.into_iter().map(Self::on).collect()
    }

    pub fn command() -> FileComplaint {
        let mut command = FileComplaint {
            language: "en".to_owned(),
            narrative: "They did not pay me for two months.".to_owned(),
            ..FileComplaint::default()
        };
        command.employer.governorate = Some(PLACE.to_owned());
        command
    }

    pub async fn file(&self, command: &FileComplaint) -> Filed {
        let mut unit = self.desk.site.house.unit(Actor::Stranger);
        let filed = file(&self.desk, &mut unit, "web", command).unwrap();
        unit.commit().await.unwrap();
        filed
    }

    /// A worker who filed herself and came back with her code.
    pub async fn worker(&self) -> (Filed, Entered) {
        let filed = self.file(&Self::command()).await;
        let code = filed.code.clone().unwrap();
        let entered = enter(&self.desk, filed.reference, &code).await.unwrap();
        (filed, entered)
    }

    pub fn staff(&self, role: Role) -> Actor {
        let id = self.desk.site.house.entropy().id(self.desk.site.house.now());
        let office = Some(OFFICE.to_owned());
        Actor::Staff(StaffActor { id, roles: vec![role], office, also: Vec::new(), on_duty: true })
    }

    /// An officer who has read and acknowledged it.
    pub async fn officer_of(&self, reference: Reference) -> Actor {
        let officer = self
            .hire(&format!("officer-{}", reference.to_string().to_lowercase()), Role::ComplaintsOfficer)
            .await;
        open(&self.desk, &officer, reference, "test").await.unwrap();
        haqqi_casework::acknowledge(&self.desk, &officer, reference, "ask-interpreter", "").await.unwrap();
        officer
    }

    /// What the history says of it, by name.
    pub async fn events(&self, subject: Uuid) -> Vec<event::Model> {
        let of = event::Entity::find().filter(event::Column::SubjectId.eq(subject));
        of.all(self.desk.site.house.reader()).await.unwrap()
    }

    pub async fn count(&self, from: &str) -> i64 {
        let house = &self.desk.site.house;
        let sql =
            Statement::from_string(house.db().backend(), format!("SELECT COUNT(*) AS many FROM {from}"));
        house.reader().query_one_raw(sql).await.unwrap().unwrap().try_get("", "many").unwrap()
    }

    /// The open work that this person sees.
    pub async fn work(&self, actor: &Actor) -> Vec<QueueRow> {
        let sight = Sight::of(actor).unwrap();
        queue(&self.desk.site.house, &sight, &Filter::default(), None, 100).await.unwrap().rows
    }
}
