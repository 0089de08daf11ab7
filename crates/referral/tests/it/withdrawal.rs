//! She takes consent back: what can be stopped stops, and each receiver is told.

use haqqi_referral::{
    Answer, HandOverState, NoGround, ReferralError, Refusal, answer, open_hand_over, open_referral, preview,
    record_consent, take_note, withdraw_consent,
};
use haqqi_screening::Level;

use crate::world::{PURPOSE, UNIT, World, agency, coordinator, draft, items, yes};

#[tokio::test]
async fn withdrawal_stops_what_has_not_gone_out() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        withdraw_consent(desk, &us, case, 1).await.unwrap();
        assert!(world.kinds_of(&us).await.is_empty(), "{on}: nothing is to be sent any more");
        let asked = draft(UNIT, PURPOSE, "consent-1", &items(&["language"]));
        let told = preview(desk, &us, case, &asked).await.unwrap_err();
        assert!(matches!(told, ReferralError::Refused(Refusal::Ground(NoGround::Refused))), "{on}: {told}");
        let twice = withdraw_consent(desk, &us, case, 1).await.unwrap_err();
        assert!(matches!(twice, ReferralError::Refused(Refusal::State)), "{on}");
        // A new answer is another answer, in another talk.
        let again = record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap_err();
        assert!(matches!(again, ReferralError::Refused(Refusal::Talk)), "{on}: {again}");
        world.test.clock.advance(chrono::TimeDelta::hours(1));
        world.met(&us, case).await;
        assert_eq!(record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap(), 2, "{on}");
        assert!(preview(desk, &us, case, &draft(UNIT, PURPOSE, "consent-2", &items(&["age"]))).await.is_ok());
    }
}

#[tokio::test]
async fn a_receiver_that_has_not_answered_sees_it_no_more_and_one_that_accepted_is_told() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        record_consent(desk, &us, case, &yes("tamkeen", "legal-aid")).await.unwrap();
        let share = items(&["language", "name"]);
        let waits = world.send(&us, case, &draft(UNIT, PURPOSE, "consent-1", &share), "a").await.unwrap();
        let to = draft("tamkeen", "legal-aid", "consent-2", &share);
        let taken = world.send(&us, case, &to, "b").await.unwrap();
        let accept = Answer::Accept { words: "Yes.".to_owned(), contact: "Desk 1".to_owned() };
        answer(desk, &agency("tamkeen"), taken, &accept).await.unwrap();

        withdraw_consent(desk, &us, case, 1).await.unwrap();
        let stopped = open_hand_over(desk, &agency(UNIT), waits).await.unwrap();
        assert_eq!(stopped.row.state, HandOverState::Stopped, "{on}");
        assert!(stopped.content.is_none(), "{on}: what was not taken on is closed again");
        assert_eq!(world.kinds_of(&agency(UNIT)).await, ["consent-withdrawn"], "{on}");
        let late = answer(desk, &agency(UNIT), waits, &accept).await.unwrap_err();
        assert!(matches!(late, ReferralError::Refused(Refusal::State)), "{on}");

        // The other receiver has its own consent: nothing changes for it, until that is withdrawn as well.
        let untouched = open_hand_over(desk, &agency("tamkeen"), taken).await.unwrap();
        assert!(untouched.row.consent_withdrawn_at.is_none(), "{on}");
        withdraw_consent(desk, &us, case, 2).await.unwrap();
        let told = open_hand_over(desk, &agency("tamkeen"), taken).await.unwrap();
        assert!(told.row.consent_withdrawn_at.is_some(), "{on}");
        assert_eq!(told.row.state, HandOverState::Accepted, "{on}");
        assert!(told.content.is_some(), "{on}: nothing is deleted");
        take_note(desk, &agency("tamkeen"), taken).await.unwrap();
        assert!(world.kinds_of(&agency("tamkeen")).await.is_empty(), "{on}");
        assert_eq!(open_referral(desk, &us, case).await.unwrap().hand_overs.len(), 2, "{on}");
    }
}
