//! Both rooms on one house, a worker, and people of one office.

use std::sync::Arc;

use haqqi_casework::{
    CloseComplaint, CloseError, Closing, Interpreter, NewAttempt, Person, Private, Transfer, Tried, Way,
    Workplace, close, decide_settlement, note_attempt, rescreen,
};
use haqqi_complaints::{ComplaintWords, Desk, Entered, FileComplaint, Filed, enter, file, open};
use haqqi_documents::Press;
use haqqi_establishments::{EstablishmentDesk, Kind, NewEstablishment, add};
use haqqi_kernel::entity::{audit_entry, event};
use haqqi_kernel::{Actor, Reference, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_screening::{Answer, NoEscalation, Screener, ScreeningDesk};
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
        Self { desk: Desk::new(site, Arc::new(screening), Press::new()), test }
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
        let officer = self.staff(Role::ComplaintsOfficer);
        open(&self.desk, &officer, reference, "test").await.unwrap();
        haqqi_casework::acknowledge(&self.desk, &officer, reference, "ask-interpreter", "").await.unwrap();
        officer
    }

    /// Links the complaint to a new workplace of this name; its id.
    pub async fn workplace_of(&self, reference: Reference, name: &str) -> Uuid {
        let register = EstablishmentDesk::new(self.desk.site.clone());
        let mut unit = self.desk.site.house.unit(Actor::System);
        let new = NewEstablishment {
            sector: Some("C".to_owned()),
            governorate: Some(PLACE.to_owned()),
            ..NewEstablishment::named(Kind::Employer, name)
        };
        let added = add(&register, &mut unit, &new).await.unwrap();
        unit.commit().await.unwrap();
        let officer = self.staff(Role::ComplaintsOfficer);
        let known = Workplace::Known(added.reference);
        haqqi_casework::link(&self.desk, &officer, reference, &known).await.unwrap();
        added.id
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

    pub async fn audited(&self, subject: Uuid, action: &str) -> usize {
        let of = audit_entry::Entity::find()
            .filter(audit_entry::Column::SubjectId.eq(subject))
            .filter(audit_entry::Column::Action.eq(action));
        of.all(self.desk.site.house.reader()).await.unwrap().len()
    }

    /// The open work that this person sees.
    pub async fn work(&self, actor: &Actor) -> Vec<QueueRow> {
        let sight = Sight::of(actor).unwrap();
        queue(&self.desk.site.house, &sight, &Filter::default(), None, 100).await.unwrap().rows
    }

    /// A closing as an officer writes it: a reason of the pack, what was done, words in her language.
    pub fn closing(&self, outcome: &str) -> CloseComplaint {
        let because = self.desk.site.pack.closing_reasons(outcome).next();
        CloseComplaint {
            outcome: outcome.to_owned(),
            because: because.map(|reason| reason.code.clone()).unwrap_or_default(),
            done: "Looked into it.".to_owned(),
            words: "We looked into it. You can write to us.".to_owned(),
            language: "en".to_owned(),
            ..CloseComplaint::default()
        }
    }

    pub async fn close(
        &self,
        actor: &Actor,
        reference: Reference,
        outcome: &str,
    ) -> Result<Closing, CloseError> {
        close(&self.desk, actor, reference, &self.closing(outcome)).await
    }

    /// Closed with nothing to go on with: somebody spoke with her alone, and a second person approves it.
    pub async fn closed(&self, actor: &Actor, reference: Reference) {
        let mut done = self.close(actor, reference, "insufficient").await;
        if matches!(done, Err(CloseError::NotMet | CloseError::NotAsked(_))) {
            self.met_alone(actor, reference).await;
            done = self.close(actor, reference, "insufficient").await;
        }
        assert_eq!(done.unwrap(), Closing::Proposed);
        let second = self.staff(Role::Supervisor);
        decide_settlement(&self.desk, &second, reference, true, "").await.unwrap();
    }

    /// A closing that one person carries out: another body goes on with it.
    pub fn elsewhere(&self) -> CloseComplaint {
        let (receiver, ground) = ("social-security".to_owned(), "consent".to_owned());
        let transfer = Transfer { receiver, ground, article: String::new() };
        CloseComplaint { transfer, ..self.closing("transferred") }
    }

    /// An attempt to reach the worker by telephone.
    pub fn attempt(result: Tried, private: Private) -> NewAttempt {
        NewAttempt {
            at: None,
            person: Person::Worker,
            way: Way::Phone,
            language: (result == Tried::Spoke).then(|| "en".to_owned()),
            // Whoever acts here has no account, and so no language: what they speak is interpreted.
            interpreter: Interpreter::Staff,
            private,
            result,
            note: String::new(),
            next_at: None,
        }
    }

    pub async fn met_alone(&self, officer: &Actor, reference: Reference) {
        let met = Self::attempt(Tried::Spoke, Private::Alone);
        note_attempt(&self.desk, officer, reference, &met).await.unwrap();
    }

    /// She was met alone, and asked again about safety: no to everything.
    pub async fn safe(&self, officer: &Actor, reference: Reference) {
        self.met_alone(officer, reference).await;
        let questions = self.desk.screening.questions();
        let answers = questions.iter().map(|question| (question.id.clone(), Answer::No)).collect();
        assert_eq!(rescreen(&self.desk, officer, reference, &answers).await.unwrap(), None);
    }
}
