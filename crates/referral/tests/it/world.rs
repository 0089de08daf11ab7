//! A referral room with invented facts, and its people.

use std::sync::Arc;

use async_trait::async_trait;
use haqqi_accounts::{NewStaff, add_staff, sign_in};
use haqqi_kernel::{
    Actor, AgencyActor, CommitError, Event, Reference, ReferenceKind, Role, Scope, StaffActor, SubjectKind,
};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_referral::{
    CaseFacts, CaseOpener, ConsentForm, Draft, Facts, ReferralDesk, Sending, TextFact, WhichCase,
    open_referral, preview, send,
};
use haqqi_screening::{EscalatedFlag, Escalation, Level};
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use haqqi_worklist::{Clocks, Filter, QueueRow, Sight, queue};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use uuid::Uuid;

pub const UNIT: &str = "anti-trafficking-unit";
pub const PURPOSE: &str = "formal-identification";
pub const HER_WORDS: &str = "Madam keeps my passport in the cupboard.";
pub const EMPLOYER: &str = "Rosewater Villa";

/// Facts that nobody lived.
struct Invented;

#[async_trait]
impl CaseFacts for Invented {
    async fn facts(&self, _: &Actor, scope: &Scope, _: WhichCase) -> Result<Facts, CommitError> {
        assert_eq!(scope.action(), haqqi_kernel::Action::WorkReferral);
        Ok(Facts {
            name: "Amina".to_owned(),
            reach_channel: "phone".to_owned(),
            reach_address: "0700 123".to_owned(),
            reach_when: "Friday mornings".to_owned(),
            reach_hers_alone: true,
            reach_never_call: false,
            reach_no_message: false,
            reach_safe_word: String::new(),
            age: "adult".to_owned(),
            language: "sw".to_owned(),
            interpreter_sex: Some("female".to_owned()),
            place: "behind the bakery".to_owned(),
            employer: EMPLOYER.to_owned(),
            indicators: vec!["retention_of_identity_documents".to_owned()],
            texts: vec![TextFact {
                id: text(),
                by_filer: false,
                language: "en".to_owned(),
                body: HER_WORDS.to_owned(),
                translation: None,
            }],
            ..Facts::default()
        })
    }
}

/// The one text.
pub fn text() -> Uuid {
    Uuid::from_u128(7)
}

pub struct World {
    pub test: TestHouse,
    pub desk: ReferralDesk,
    opener: CaseOpener,
}

impl World {
    pub fn of(test: TestHouse) -> Self {
        let pack = Arc::new(Pack::embedded("jordan").unwrap());
        let words: Vec<(String, String, String)> = pack
            .messages()
            .map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned()))
            .collect();
        let languages = Languages::new(words, &["ar-u-nu-latn".to_owned(), "en-GB-u-nu-latn".to_owned()]);
        let clocks = Clocks::new(Arc::clone(&pack)).unwrap();
        let site = Site {
            house: test.house.clone(),
            pack,
            languages: Arc::new(languages.unwrap()),
            settings: Arc::new(Settings {
                demo: false,
                base_url: "http://localhost".to_owned(),
                exit_url: "/".to_owned(),
                requests_per_minute: 100_000,
                limits: haqqi_web::Limits::none(),
            }),
        };
        let opener = CaseOpener::new(test.house.clone(), clocks.clone());
        Self { desk: ReferralDesk { site, clocks, facts: Arc::new(Invented) }, opener, test }
    }

    pub async fn all() -> Vec<Self> {
        haqqi_testing::houses().await.into_iter().map(Self::of).collect()
    }

    /// A case as the screening room opens one.
    pub async fn case(&self, level: Level, age: &str) -> Reference {
        let supervisor = staff(&[Role::Supervisor], Some("amman"), false);
        let mut unit = self.test.house.unit(supervisor);
        let complaint = unit.id();
        let flag = EscalatedFlag {
            flag: unit.id(),
            reference: unit.reference(ReferenceKind::Flag),
            complaint,
            complaint_reference: unit.reference(ReferenceKind::Complaint),
            level,
            office: Some("amman".to_owned()),
            age: age.to_owned(),
            language: "sw".to_owned(),
        };
        self.opener.open_case(&mut unit, &flag).await.unwrap();
        unit.commit().await.unwrap();
        self.opener.case_of(flag.flag).await.unwrap().unwrap().0
    }

    /// Something that the history tells of the case's complaint.
    pub async fn tell(
        &self,
        by: &Actor,
        case: Reference,
        what: &'static str,
        more: impl FnOnce(Event) -> Event,
    ) {
        let complaint = open_referral(&self.desk, &coordinator(), case).await.unwrap().row.complaint;
        let mut unit = self.test.house.unit(by.clone());
        unit.event(more(Event::new(SubjectKind::Complaint, complaint, what)));
        unit.commit().await.unwrap();
    }

    /// This person spoke with her alone, and noted it in the call log.
    pub async fn met(&self, by: &Actor, case: Reference) {
        self.tell(by, case, "complaint.met-alone", |event| event).await;
    }

    /// A person with an account; and, for pages, a cookie.
    pub async fn hire(&self, sign_in_name: &str, role: Role, agency: Option<&str>) -> (Actor, String) {
        let mut unit = self.test.house.unit(Actor::System);
        let added = add_staff(
            &mut unit,
            &NewStaff {
                sign_in: sign_in_name.to_owned(),
                name: sign_in_name.to_owned(),
                office: None,
                agency: agency.map(str::to_owned),
                roles: vec![role],
                languages: vec!["en".to_owned()],
                sex: None,
                password: "a-long-password".to_owned(),
            },
        )
        .unwrap();
        unit.commit().await.unwrap();
        let code = haqqi_accounts::code_at(&added.totp_secret, self.test.house.now().timestamp()).unwrap();
        let session = sign_in(
            &self.test.house,
            haqqi_web::Network(0),
            haqqi_accounts::SignIn {
                name: sign_in_name.to_owned(),
                password: "a-long-password".to_owned(),
                code,
            },
        )
        .await
        .unwrap();
        let actor = match agency {
            Some(agency) => Actor::Agency(AgencyActor { id: added.id, agency: agency.to_owned() }),
            None => Actor::Staff(StaffActor {
                id: added.id,
                roles: vec![role],
                office: None,
                also: Vec::new(),
                on_duty: false,
            }),
        };
        (actor, session.cookie)
    }

    /// The complaint behind a case.
    pub async fn complaint_of(&self, case: Reference) -> Uuid {
        let sql = format!("SELECT complaint_id FROM referral_case WHERE reference = '{case}'");
        let sql = Statement::from_string(self.test.house.db().backend(), sql);
        let row = self.test.house.reader().query_one_raw(sql).await;
        row.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// What an account finds in its queue.
    pub async fn queue_of(&self, actor: &Actor) -> Vec<QueueRow> {
        let sight = Sight::of(actor).unwrap();
        queue(&self.test.house, &sight, &Filter::default(), None, 100).await.unwrap().rows
    }

    pub async fn kinds_of(&self, actor: &Actor) -> Vec<String> {
        self.queue_of(actor).await.into_iter().map(|row| row.kind).collect()
    }

    /// Previews and sends.
    pub async fn send(
        &self,
        actor: &Actor,
        case: Reference,
        draft: &Draft,
        key: &str,
    ) -> Result<Reference, haqqi_referral::ReferralError> {
        let seen = preview(&self.desk, actor, case, draft).await?.seen;
        let sending = Sending { draft: draft.clone(), seen, key: format!("{key}-0123456789abcdef") };
        send(&self.desk, actor, case, &sending).await
    }

    /// How often an action stands in the audit.
    pub async fn audited(&self, action: &str) -> usize {
        use haqqi_kernel::entity::audit_entry::{Column, Entity};
        let rows = Entity::find().filter(Column::Action.eq(action)).all(self.test.house.reader()).await;
        rows.unwrap().len()
    }
}

pub fn staff(roles: &[Role], office: Option<&str>, on_duty: bool) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(u128::from(on_duty) + 100 + roles.first().map_or(0, |role| *role as u128)),
        roles: roles.to_vec(),
        office: office.map(str::to_owned),
        also: Vec::new(),
        on_duty,
    })
}

pub fn coordinator() -> Actor {
    staff(&[Role::ReferralCoordinator], None, false)
}

pub fn agency(code: &str) -> Actor {
    Actor::Agency(AgencyActor { id: Uuid::from_u128(500), agency: code.to_owned() })
}

/// Her yes, given alone, for this receiver and purpose.
pub fn yes(receiver: &str, purpose: &str) -> ConsentForm {
    ConsentForm {
        receiver: receiver.to_owned(),
        purpose: purpose.to_owned(),
        answer: "yes".to_owned(),
        ends: "2026-12-31".to_owned(),
        language: "sw".to_owned(),
        how: "in-person".to_owned(),
        interpreter: "of-the-house".to_owned(),
        alone: "yes".to_owned(),
        limits_told: "yes".to_owned(),
        words: "Only please no police car at the house.".to_owned(),
        ..ConsentForm::default()
    }
}

/// A draft on a basis, with what is ticked.
pub fn draft(receiver: &str, purpose: &str, basis: &str, share: &[String]) -> Draft {
    Draft {
        receiver: receiver.to_owned(),
        purpose: purpose.to_owned(),
        basis: basis.to_owned(),
        share: share.to_vec(),
        message: "Please meet her on a Friday morning.".to_owned(),
    }
}

pub fn items(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}
