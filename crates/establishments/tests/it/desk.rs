//! A desk on a test's house, and the people who come to it.

use std::sync::Arc;

use haqqi_accounts::{NewStaff, add_staff};
use haqqi_establishments::{
    Added, EstablishmentDesk, KeepError, Kind, NewEstablishment, Summary, add, by_reference,
};
use haqqi_kernel::{Actor, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use uuid::Uuid;

/// The desk of a house.
pub fn desk(test: &TestHouse) -> EstablishmentDesk {
    let pack = Pack::embedded("jordan").unwrap();
    let words: Vec<(String, String, String)> =
        pack.messages().map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned())).collect();
    let offered: Vec<String> = pack.languages().iter().map(|language| language.tag.clone()).collect();
    EstablishmentDesk::new(Site {
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
    })
}

/// Somebody of the staff, without a row: enough for the judge.
pub fn person(role: Role, office: &str) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::from_u128(1),
        roles: vec![role],
        office: Some(office.to_owned()),
        also: Vec::new(),
        on_duty: false,
    })
}

/// A member of staff with an account.
pub async fn hired(desk: &EstablishmentDesk, role: Role, office: &str) -> Actor {
    let mut unit = desk.site.house.unit(Actor::System);
    let added = add_staff(
        &mut unit,
        &NewStaff {
            sign_in: "somebody".to_owned(),
            name: "Somebody".to_owned(),
            office: Some(office.to_owned()),
            agency: None,
            roles: vec![role],
            languages: vec!["en".to_owned()],
            sex: None,
            password: "a long enough password".to_owned(),
        },
    )
    .unwrap();
    unit.commit().await.unwrap();
    Actor::Staff(StaffActor {
        id: added.id,
        roles: vec![role],
        office: Some(office.to_owned()),
        also: Vec::new(),
        on_duty: false,
    })
}

/// A company of this name in a governorate.
pub fn company(name: &str, other: &str, governorate: &str) -> NewEstablishment {
    NewEstablishment {
        other_name: other.to_owned(),
        governorate: Some(governorate.to_owned()),
        sector: Some("C14".to_owned()),
        ..NewEstablishment::named(Kind::Employer, name)
    }
}

/// Adds one and commits.
pub async fn added(
    desk: &EstablishmentDesk,
    actor: &Actor,
    new: &NewEstablishment,
) -> Result<Added, KeepError> {
    let mut unit = desk.site.house.unit(actor.clone());
    let added = add(desk, &mut unit, new).await?;
    unit.commit().await?;
    Ok(added)
}

/// What the register says of it now.
pub async fn seen(desk: &EstablishmentDesk, actor: &Actor, of: Added) -> Summary {
    by_reference(desk, actor, of.reference).await.unwrap()
}
