//! What the tests share: a site over a house, people, and what happened.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use haqqi_kernel::{Actor, Event, House, Role, StaffActor, SubjectKind};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_statistics::{Ask, Counted, Figures, figures};
use haqqi_web::{Settings, Site};
use uuid::Uuid;

/// A site with the pack that is inside the binary.
pub fn site(house: &House) -> Site {
    let pack = Pack::embedded("jordan").unwrap();
    let words = pack.messages().map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    let languages = Languages::new(words.collect::<Vec<_>>(), &["en".to_owned(), "ar".to_owned()]).unwrap();
    Site {
        house: house.clone(),
        pack: Arc::new(pack),
        languages: Arc::new(languages),
        settings: Arc::new(Settings {
            demo: false,
            base_url: String::new(),
            exit_url: String::new(),
            requests_per_minute: 1,
            limits: haqqi_web::Limits::none(),
        }),
    }
}

pub fn staff(role: Role, office: Option<&str>) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(1),
        roles: vec![role],
        office: office.map(str::to_owned),
        also: Vec::new(),
        on_duty: false,
    })
}

/// Writes one event in a unit of its own; gives its id.
pub async fn happened(house: &House, event: Event) -> Uuid {
    let mut unit = house.unit(Actor::System);
    let id = unit.event(event);
    unit.commit().await.unwrap();
    id
}

pub fn received(subject: Uuid, at: DateTime<Utc>, office: &str, kind: &str) -> Event {
    Event::new(SubjectKind::Complaint, subject, "complaint.received")
        .change("", "received")
        .at(at)
        .office(Some(office))
        .dim("kind", kind)
        .dim("language", "bn")
        .dim("channel", "web")
        .dim("filed_by", "self")
}

pub fn closed(subject: Uuid, at: DateTime<Utc>, office: &str, outcome: &str) -> Event {
    Event::new(SubjectKind::Complaint, subject, "complaint.closed")
        .change("acknowledged", outcome)
        .at(at)
        .office(Some(office))
}

pub async fn ask(site: &Site, actor: &Actor, ask: &Ask) -> Figures {
    figures(site, actor, &ask.understand(site).unwrap()).await.unwrap()
}

pub fn of<'a>(found: &'a Figures, code: &str) -> &'a Counted {
    found.figures.iter().find(|counted| counted.figure.code == code).unwrap()
}

/// A figure's groups.
pub fn groups<'a>(found: &'a Figures, code: &str) -> Vec<(&'a str, Option<u64>)> {
    of(found, code).groups.iter().map(|group| (group.code.as_str(), group.count)).collect()
}
