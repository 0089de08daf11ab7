//! Where no worker comes back with a code, no page says that somebody does, and nobody is asked who is not there.

use axum::http::StatusCode;
use haqqi_casework::{AcknowledgeError, AssessError, MessageError, acknowledge, assess, give_code, message};
use haqqi_complaints::{Age, ExOfficio, FileComplaint, open, open_ex_officio};
use haqqi_kernel::{Actor, Reference, Role};
use haqqi_screening::Answer;

use crate::flag_page::Browser;
use crate::world::{OFFICE, PLACE, World};

/// What is said where she comes back.
const TOLD: [&str; 4] =
    ["comes back with the code", "the worker sees it", "She sees these days", "What the worker is told"];

/// Opened by the inspectorate itself, because of what was seen at a visit.
async fn own(world: &World) -> Reference {
    let (filed, _) = world.worker().await;
    let establishment = world.workplace_of(filed.reference, "Noor Garments").await;
    let own = ExOfficio {
        office: OFFICE.to_owned(),
        establishment,
        governorate: Some(PLACE.to_owned()),
        language: "en".to_owned(),
        age: Age::Adult,
        child_met: false,
        answers: [("O.papers".to_owned(), Answer::Yes)].into(),
        seen: true,
    };
    let mut unit = world.desk.site.house.unit(Actor::System);
    let opened = open_ex_officio(&world.desk, &mut unit, &own).unwrap();
    unit.commit().await.unwrap();
    opened.reference
}

#[tokio::test]
async fn nobody_is_promised_what_the_inspectorate_opened_itself() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let reference = own(&world).await;
        let browser = Browser::of(&world, "asma", Role::ComplaintsOfficer).await;
        let at = |page: &str| format!("/staff/complaints/{reference}{page}");
        let nobody = "Nobody has a code for this complaint: the inspectorate opened it itself.";
        let says_so = async |page: &str| {
            let (status, shown) = browser.see(&at(page)).await;
            assert_eq!(status, StatusCode::OK, "{on}: {shown}");
            assert!(shown.contains(nobody), "{on} {page}: {shown}");
            for told in TOLD {
                assert!(!shown.contains(told), "{on} {page}: {told}");
            }
            shown
        };
        // Steps that ask or call somebody are not offered, and not taken.
        let first = says_so("").await;
        let officer = world.staff(Role::ComplaintsOfficer);
        open(desk, &officer, reference, "test").await.unwrap();
        let asked = acknowledge(desk, &officer, reference, "ask-by-message", "").await;
        assert!(matches!(asked, Err(AcknowledgeError::NoCode)), "{on}: {asked:?}");
        acknowledge(desk, &officer, reference, "assess", "").await.unwrap();
        let then = says_so("").await;
        for page in [first, then] {
            assert!(page.contains("request-inspection"), "{on}");
            assert!(!page.contains("ask-by-message") && !page.contains("call-safely"), "{on}: {page}");
            assert!(!page.contains("data-test=\"message\""), "{on}");
        }
        for step in ["ask-by-message", "call-safely"] {
            let asked = assess(desk, &officer, reference, step, "Nobody was met.").await;
            assert!(matches!(asked, Err(AssessError::NoCode)), "{on}: {step} {asked:?}");
        }
        let said = message(desk, &officer, reference, "en", "Do you have your passport?").await;
        assert!(matches!(said, Err(MessageError::NoCode)), "{on}: {said:?}");
        says_so("/calls").await;
        says_so("/close?outcome=insufficient").await;

        // A worker is met alone, and given a code: from now on somebody comes back.
        world.met_alone(&officer, reference).await;
        give_code(desk, &officer, reference, ("en", "She works there.")).await.unwrap();
        let (_, page) = browser.see(&at("")).await;
        assert!(
            page.contains("comes back with the code") && page.contains("She sees these days"),
            "{on}: {page}"
        );
        assert!(page.contains("ask-by-message") && !page.contains(nobody), "{on}");
        message(desk, &officer, reference, "en", "Do you have your passport?").await.unwrap();
    }
}

#[tokio::test]
async fn who_was_spoken_for_reads_nothing_before_she_has_a_code() {
    for world in World::all().await {
        let on = world.test.on;
        let filed =
            world.file(&FileComplaint { filed_by: Some("union".to_owned()), ..World::command() }).await;
        let officer = world.officer_of(filed.reference).await;
        let browser = Browser::of(&world, "asma", Role::ComplaintsOfficer).await;
        let page = format!("/staff/complaints/{}", filed.reference);
        let (_, shown) = browser.see(&page).await;
        assert!(shown.contains("The worker has no code for this complaint"), "{on}: {shown}");
        assert!(
            !shown.contains("comes back with the code") && shown.contains("data-test=\"message\""),
            "{on}"
        );
        world.met_alone(&officer, filed.reference).await;
        give_code(&world.desk, &officer, filed.reference, ("en", "She was asked, and knew.")).await.unwrap();
        let (_, shown) = browser.see(&page).await;
        assert!(shown.contains("comes back with the code"), "{on}");
        assert!(!shown.contains("The worker has no code"), "{on}");
    }
}
