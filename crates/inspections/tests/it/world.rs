//! An office with its people and the places around it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use haqqi_accounts::{Directory, NewStaff, NewToken, add_staff, new_token};
use haqqi_documents::Press;
use haqqi_establishments::{EstablishmentDesk, Kind, NewEstablishment, add};
use haqqi_inspections::{
    Answer, Ask, InspectionDesk, ItemRecord, MakeBatch, NobodyAsked, Record, VisitError, ask, make_batch,
};
use haqqi_kernel::{Actor, Claimed, JobStore, Reference, Role};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_screening::Screener;
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use haqqi_worklist::Clocks;
use uuid::Uuid;

pub const OFFICE: &str = "zarqa";
pub const PASSWORD: &str = "a long enough password";

/// Somebody of the staff, with what opens doors.
#[derive(Clone)]
pub struct Person {
    pub id: Uuid,
    pub sign_in: String,
    pub actor: Actor,
    pub token: String,
    pub totp: String,
}

pub struct World {
    pub desk: InspectionDesk,
    pub officer: Person,
    pub planner: Person,
    pub supervisor: Person,
    pub inspectors: Vec<Person>,
    pub places: Vec<Uuid>,
}

pub fn site(test: &TestHouse) -> Site {
    let pack = Pack::embedded("jordan").unwrap();
    let words: Vec<(String, String, String)> =
        pack.messages().map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned())).collect();
    let offered: Vec<String> = pack.languages().iter().map(|language| language.tag.clone()).collect();
    Site {
        house: test.house.clone(),
        languages: Arc::new(Languages::new(words, &offered).unwrap()),
        pack: Arc::new(pack),
        settings: Arc::new(Settings {
            demo: true,
            base_url: "http://localhost".to_owned(),
            exit_url: "https://example.org/".to_owned(),
            requests_per_minute: 100_000,
            limits: haqqi_web::Limits::none(),
        }),
    }
}

pub async fn hire(site: &Site, sign_in: &str, role: Role, sex: &str, languages: &[&str]) -> Person {
    let mut unit = site.house.unit(Actor::System);
    let added = add_staff(
        &mut unit,
        &NewStaff {
            sign_in: sign_in.to_owned(),
            name: format!("Name of {sign_in}"),
            office: Some(OFFICE.to_owned()),
            agency: None,
            roles: vec![role],
            languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
            sex: Some(sex.to_owned()),
            password: PASSWORD.to_owned(),
        },
    )
    .unwrap();
    let new = NewToken { staff: added.id, name: "test".to_owned(), expires_at: None };
    let token = new_token(&mut unit, &new);
    unit.commit().await.unwrap();
    let view = Directory::new(site.house.clone()).person(added.id).await.unwrap().unwrap();
    Person {
        id: added.id,
        sign_in: sign_in.to_owned(),
        actor: view.actor(false),
        token,
        totp: added.totp_secret,
    }
}

/// Five inspectors, a planner, an officer, a supervisor, and twelve places of two trades.
pub async fn world(test: &TestHouse) -> World {
    let site = site(test);
    let officer = hire(&site, "officer", Role::ComplaintsOfficer, "male", &["ar"]).await;
    let planner = hire(&site, "planner", Role::Planner, "male", &["ar"]).await;
    let supervisor = hire(&site, "supervisor", Role::Supervisor, "female", &["ar"]).await;
    let mut inspectors = Vec::new();
    for (name, sex, languages) in [
        ("anna", "female", vec!["ar", "bn"]),
        ("basil", "male", vec!["ar", "en"]),
        ("celia", "female", vec!["ar", "en"]),
        ("dawud", "male", vec!["ar"]),
        ("emil", "male", vec!["ar", "hi"]),
    ] {
        inspectors.push(hire(&site, name, Role::Inspector, sex, &languages).await);
    }
    let establishments = EstablishmentDesk::new(site.clone());
    let mut places = Vec::new();
    for n in 0..12 {
        let mut unit = test.house.unit(officer.actor.clone());
        let new = NewEstablishment {
            sector: Some(if n % 2 == 0 { "C14" } else { "G" }.to_owned()),
            governorate: Some("JO-AZ".to_owned()),
            place: format!("Street {n}"),
            sure: true,
            ..NewEstablishment::named(
                Kind::Employer,
                &format!(
                    "Company {}",
                    [
                        "Alpha", "Birch", "Cedar", "Delta", "Elm", "Fir", "Gorse", "Hazel", "Iris",
                        "Juniper", "Kale", "Laurel"
                    ][n]
                ),
            )
        };
        places.push(add(&establishments, &mut unit, &new).await.unwrap().id);
        unit.commit().await.unwrap();
    }
    let clocks = Clocks::new(Arc::clone(&site.pack)).unwrap();
    let desk = InspectionDesk {
        screener: Arc::new(Screener::from_pack(&site.pack).unwrap()),
        site,
        clocks,
        establishments,
        press: Press::new(),
        asked: Arc::new(NobodyAsked),
    };
    World { desk, officer, planner, supervisor, inspectors, places }
}

impl World {
    /// The officer asks for a visit of this place.
    pub async fn ask(&self, place: Uuid, sections: &[&str], hazards: &[&str]) -> (Uuid, Reference) {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        let mut unit = self.desk.site.house.unit(self.officer.actor.clone());
        let wish = Ask {
            establishment: place,
            office: OFFICE.to_owned(),
            sections: owned(sections),
            hazards: owned(hazards),
            languages: owned(&["bn"]),
            ..Ask::default()
        };
        let asked = ask(&self.desk, &mut unit, &wish).await.unwrap();
        unit.commit().await.unwrap();
        (asked.id, asked.reference)
    }

    pub fn batch(&self, requests: &[Reference]) -> MakeBatch {
        MakeBatch {
            office: OFFICE.to_owned(),
            day: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            opens: NaiveTime::from_hms_opt(9, 0, 0).unwrap(),
            closes: NaiveTime::from_hms_opt(15, 0, 0).unwrap(),
            requests: requests.to_vec(),
            routine: 0,
            order: String::new(),
        }
    }

    pub async fn made(&self, requests: &[Reference]) -> Vec<Reference> {
        make_batch(&self.desk, &self.planner.actor, &self.batch(requests)).await.unwrap()
    }

    /// The inspector whose visit this is.
    pub async fn inspector_of(&self, visit: Reference) -> &Person {
        for person in &self.inspectors {
            match haqqi_inspections::open(&self.desk, &person.actor, visit).await {
                Ok(_) => return person,
                Err(VisitError::NotFound) => {}
                Err(other) => panic!("{other}"),
            }
        }
        panic!("nobody goes there");
    }

    /// A whole record: everything in order but these.
    pub fn record(&self, regime: &str, wrong: &[(&str, &str)]) -> Record {
        let checklist = self.desk.checklist(regime).unwrap();
        let mut items = BTreeMap::new();
        for item in checklist.under(regime).flat_map(|(_, items)| items) {
            let found = wrong.iter().find(|(code, _)| *code == item.code);
            let told = match found {
                Some((_, measure)) => ItemRecord {
                    answer: Some(Answer::No),
                    workers: Some(7),
                    words: "Seen in the register.".to_owned(),
                    measure: Some((*measure).to_owned()).filter(|code| !code.is_empty()),
                },
                None => ItemRecord { answer: Some(Answer::Yes), ..ItemRecord::default() },
            };
            items.insert(item.code.clone(), told);
        }
        let mut record = Record { items, present: "The manager".to_owned(), ..Record::default() };
        record.interviews.number = Some(3);
        record.interviews.alone = Some(true);
        record
    }

    /// All jobs that are due, claimed.
    pub async fn jobs(&self) -> Vec<Claimed> {
        let store = JobStore::new(self.desk.site.house.clone());
        let mut all = Vec::new();
        loop {
            let claimed = store.claim(100, std::time::Duration::from_secs(60)).await.unwrap();
            if claimed.is_empty() {
                return all;
            }
            for job in claimed {
                store.finish(&job, Ok(())).await.unwrap();
                all.push(job);
            }
        }
    }
}
