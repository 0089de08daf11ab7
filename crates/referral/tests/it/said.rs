//! What she said of a disclosure rests on a talk alone that the call log shows, or on words of hers with her own code.

use chrono::TimeDelta;
use haqqi_kernel::{Actor, Role};
use haqqi_referral::{ConsentForm, ReferralError, Refusal, open_referral, record_consent};
use haqqi_screening::Level;

use crate::world::{PURPOSE, UNIT, World, coordinator, yes};

fn refusal<T: std::fmt::Debug>(result: Result<T, ReferralError>) -> Refusal {
    match result.unwrap_err() {
        ReferralError::Refused(refusal) => refusal,
        other => panic!("{other}"),
    }
}

fn no() -> ConsentForm {
    ConsentForm { answer: "no".to_owned(), ends: String::new(), ..yes(UNIT, PURPOSE) }
}

#[tokio::test]
async fn a_yes_that_nobody_heard_alone_is_not_recorded() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let (officer, _) = world.hire("officer", Role::ComplaintsOfficer, None).await;
        let case = world.case(Level::Strong, "adult").await;
        let mut form = yes(UNIT, PURPOSE);
        assert_eq!(refusal(record_consent(desk, &us, case, &form).await), Refusal::Talk, "{on}: a mere tick");

        // A talk before the case was opened was about something else.
        let before = world.test.house.now() - TimeDelta::hours(1);
        world.tell(&officer, case, "complaint.met-alone", |event| event.at(before)).await;
        form.heard_by = "officer".to_owned();
        assert_eq!(refusal(record_consent(desk, &us, case, &form).await), Refusal::Talk, "{on}: too early");

        // Somebody heard it since: it is said who, and stands in the case.
        world.test.clock.advance(TimeDelta::hours(1));
        world.met(&officer, case).await;
        for who in ["", "nobody"] {
            form.heard_by = who.to_owned();
            let why = refusal(record_consent(desk, &us, case, &form).await);
            assert_eq!(why, Refusal::Talk, "{on}: {who:?} did not hear it");
        }
        form.heard_by = "officer".to_owned();
        record_consent(desk, &us, case, &form).await.unwrap();
        let consent = open_referral(desk, &us, case).await.unwrap().consents.remove(0);
        assert_eq!(consent.said_at, Some(world.test.house.now()), "{on}");
        assert_eq!(consent.heard_by, officer.account(), "{on}");
    }
}

#[tokio::test]
async fn a_yes_in_writing_is_hers_only_with_a_code_that_nobody_else_has_seen() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        let complaint = open_referral(desk, &us, case).await.unwrap().row.complaint;
        let her = Actor::Worker { complaint };
        let form = ConsentForm { how: "messages".to_owned(), ..yes(UNIT, PURPOSE) };
        assert_eq!(refusal(record_consent(desk, &us, case, &form).await), Refusal::Message, "{on}");
        world.tell(&her, case, "complaint.message-in", |event| event.dim("code", "shown")).await;
        assert_eq!(refusal(record_consent(desk, &us, case, &form).await), Refusal::Message, "{on}");
        world.tell(&her, case, "complaint.message-in", |event| event.dim("code", "hers")).await;
        record_consent(desk, &us, case, &form).await.unwrap();
        let consent = open_referral(desk, &us, case).await.unwrap().consents.remove(0);
        assert!(consent.said_at.is_some() && consent.heard_by.is_none(), "{on}");
    }
}

#[tokio::test]
async fn a_no_holds_at_once_but_she_is_still_to_be_asked_until_a_talk_is_shown() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        record_consent(desk, &us, case, &no()).await.unwrap();
        assert_eq!(world.kinds_of(&us).await, ["consent-to-ask"], "{on}: a tick asks nobody");
        world.test.clock.advance(TimeDelta::hours(1));
        world.met(&us, case).await;
        record_consent(desk, &us, case, &no()).await.unwrap();
        assert!(world.kinds_of(&us).await.is_empty(), "{on}");
        // The talk in which she said no does not turn into a yes.
        let why = refusal(record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await);
        assert_eq!(why, Refusal::Talk, "{on}");
        world.test.clock.advance(TimeDelta::hours(1));
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
    }
}
