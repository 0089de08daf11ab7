//! A desk on a test's house, and the people who come to it.

use std::sync::Arc;

use haqqi_establishments::EstablishmentDesk;
use haqqi_kernel::{Actor, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_patrol::{Added, Fetcher, NewAdvert, PatrolDesk, Way, add};
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use uuid::Uuid;

/// The desk of a house; its feeds may stand on this machine.
pub fn desk(test: &TestHouse) -> PatrolDesk {
    desk_of(test, true)
}

/// The same, as it is configured: `private` says whether feeds may stand in the own network.
pub fn desk_of(test: &TestHouse, private: bool) -> PatrolDesk {
    let pack = Pack::embedded("jordan").unwrap();
    let words: Vec<(String, String, String)> =
        pack.messages().map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned())).collect();
    let offered: Vec<String> = pack.languages().iter().map(|language| language.tag.clone()).collect();
    let site = Site {
        house: test.house.clone(),
        languages: Arc::new(Languages::new(words, &offered).unwrap()),
        pack: Arc::new(pack),
        settings: Arc::new(Settings {
            demo: true,
            base_url: "http://localhost".to_owned(),
            exit_url: "https://example.org/".to_owned(),
            requests_per_minute: 1000,
            limits: haqqi_web::Limits::none(),
        }),
    };
    let establishments = EstablishmentDesk::new(site.clone());
    PatrolDesk::new(site, establishments, Arc::new(Fetcher::new(private).unwrap())).unwrap()
}

/// Somebody of the staff, without a row: enough for the judge.
pub fn person(role: Role) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(1),
        roles: vec![role],
        office: None,
        also: Vec::new(),
        on_duty: false,
    })
}

/// An advertisement.
pub fn seen(text: &str, place: &str, on: &str) -> NewAdvert {
    NewAdvert {
        text: text.to_owned(),
        place: place.to_owned(),
        seen_on: Some(on.parse().unwrap()),
        ..NewAdvert::default()
    }
}

/// Pastes one.
pub async fn paste(desk: &PatrolDesk, actor: &Actor, text: &str, place: &str, on: &str) -> Added {
    add(desk, actor, Way::Paste, &seen(text, place, on)).await.unwrap()
}
