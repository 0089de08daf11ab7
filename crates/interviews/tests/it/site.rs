//! A visit under way, and whoever makes it.

use std::time::Duration;

use chrono::{NaiveDate, NaiveTime};
use haqqi_accounts::{Directory, NewStaff, add_staff, note_trained};
use haqqi_complaints::OpenedComplaint;
use haqqi_establishments::{EstablishmentDesk, Kind, NewEstablishment, add};
use haqqi_inspections::{
    Answer, ItemRecord, LOOK, MakeBatch, Observed, Record, VisitError, finish, make_batch, open, save,
};
use haqqi_kernel::{Actor, Claimed, JobStore, Reference, Role};
use haqqi_worklist::ItemKind;
use uuid::Uuid;

use crate::world::{OFFICE, PLACE, World};

/// A visit, with its inspector.
pub struct Visit {
    pub reference: Reference,
    pub inspector: Actor,
    pub establishment: Uuid,
}

impl Visit {
    pub async fn id(&self, world: &World) -> Uuid {
        open(&world.visits.inspections, &self.inspector, self.reference).await.unwrap().row.id
    }
}

impl World {
    pub async fn hire(&self, sign_in: &str, role: Role) -> Actor {
        let house = &self.desk.site.house;
        let mut unit = house.unit(Actor::System);
        let new = NewStaff {
            sign_in: sign_in.to_owned(),
            name: format!("Name of {sign_in}"),
            office: Some(OFFICE.to_owned()),
            agency: None,
            roles: vec![role],
            languages: vec!["ar".to_owned(), "en".to_owned()],
            sex: Some("female".to_owned()),
            password: "a long first password".to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        note_trained(&mut unit, added.id, true);
        unit.commit().await.unwrap();
        Directory::new(house.clone()).person(added.id).await.unwrap().unwrap().actor(false)
    }

    /// Routine visits of the office, each with its inspector.
    pub async fn visits(&self) -> Vec<Visit> {
        let house = &self.desk.site.house;
        let register = EstablishmentDesk::new(self.desk.site.clone());
        let officer = self.hire("keeper", Role::ComplaintsOfficer).await;
        for name in ["Alpha", "Birch", "Cedar", "Delta", "Elm", "Fir"] {
            let mut unit = house.unit(officer.clone());
            let new = NewEstablishment {
                sector: Some("C14".to_owned()),
                governorate: Some(PLACE.to_owned()),
                place: format!("Street of {name}"),
                sure: true,
                ..NewEstablishment::named(Kind::Employer, &format!("Company {name}"))
            };
            add(&register, &mut unit, &new).await.unwrap();
            unit.commit().await.unwrap();
        }
        let mut people = Vec::new();
        for name in ["anna", "basil", "celia"] {
            people.push(self.hire(name, Role::Inspector).await);
        }
        let planner = self.hire("planner", Role::Planner).await;
        let batch = MakeBatch {
            office: OFFICE.to_owned(),
            day: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            opens: NaiveTime::from_hms_opt(9, 0, 0).unwrap(),
            closes: NaiveTime::from_hms_opt(15, 0, 0).unwrap(),
            requests: Vec::new(),
            routine: 3,
            order: String::new(),
        };
        let desk = &self.visits.inspections;
        let mut all = Vec::new();
        for reference in make_batch(desk, &planner, &batch).await.unwrap() {
            for person in &people {
                match open(desk, person, reference).await {
                    Ok(visit) => all.push(Visit {
                        reference,
                        inspector: person.clone(),
                        establishment: visit.row.establishment,
                    }),
                    Err(VisitError::NotFound) => {}
                    Err(other) => panic!("{other}"),
                }
            }
        }
        all
    }

    /// A whole record in which everything is in order, with these sights.
    pub fn record(&self, regime: &str, sights: &[(&str, Observed)]) -> Record {
        let checklist = self.visits.inspections.checklist(regime).unwrap();
        let items = checklist.under(regime).flat_map(|(_, items)| items);
        let told = ItemRecord { answer: Some(Answer::Yes), ..ItemRecord::default() };
        let mut record = Record {
            items: items.map(|item| (item.code.clone(), told.clone())).collect(),
            observations: sights.iter().map(|(id, seen)| ((*id).to_owned(), *seen)).collect(),
            ..Record::default()
        };
        record.interviews.number = Some(2);
        record.interviews.alone = Some(true);
        record
    }

    /// Writes down what was seen, without closing the record.
    pub async fn sees(&self, visit: &Visit, sights: &[(&str, Observed)]) {
        let desk = &self.visits.inspections;
        let record = self.record(&self.regime(visit).await, sights);
        save(desk, &visit.inspector, visit.reference, None, &record).await.unwrap();
    }

    /// The same, and closes it.
    pub async fn finishes(&self, visit: &Visit, sights: &[(&str, Observed)]) {
        let desk = &self.visits.inspections;
        let record = self.record(&self.regime(visit).await, sights);
        finish(desk, &visit.inspector, visit.reference, None, &record).await.unwrap();
    }

    async fn regime(&self, visit: &Visit) -> String {
        open(&self.visits.inspections, &visit.inspector, visit.reference).await.unwrap().row.regime
    }

    /// The jobs that have a visit looked at, each taken from the store; the others are done as if by somebody else.
    pub async fn looks(&self) -> Vec<Claimed> {
        let store = JobStore::new(self.desk.site.house.clone());
        let mut all = Vec::new();
        loop {
            let claimed = store.claim(100, Duration::from_secs(60)).await.unwrap();
            if claimed.is_empty() {
                return all;
            }
            for job in claimed {
                store.finish(&job, Ok(())).await.unwrap();
                if job.kind == LOOK {
                    all.push(job);
                }
            }
        }
    }

    /// The complaints that the inspectorate opened itself, opened by a supervisor.
    pub async fn own(&self) -> Vec<OpenedComplaint> {
        let supervisor = self.staff(Role::Supervisor);
        let mut own = Vec::new();
        let work = self.work(&supervisor).await;
        for row in work.iter().filter(|row| row.kind == ItemKind::ComplaintToRead.code()) {
            let reference = row.reference.parse().unwrap();
            let opened = haqqi_complaints::open(&self.desk, &supervisor, reference, "test").await.unwrap();
            if opened.summary.filed_by == "inspection" {
                own.push(opened);
            }
        }
        own
    }
}
