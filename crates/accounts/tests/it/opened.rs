//! One complaint, opened by two people: to read, for a time, before everybody's eyes.

use chrono::TimeDelta;
use haqqi_accounts::{OpeningError, OpeningState, ask_to_open, decide_opening, end_opening, openings};
use haqqi_kernel::{Actor, House, Reference, ReferenceKind, Role};
use uuid::Uuid;

use crate::world::hire;

const WHY: &str = "She called the hotline and asks what became of it; her officer is ill.";

async fn complaint(house: &House) -> (Uuid, Reference) {
    let mut unit = house.unit(Actor::System);
    let (id, reference) = (unit.id(), unit.reference(ReferenceKind::Complaint));
    unit.new_subject(id);
    unit.commit().await.unwrap();
    (id, reference)
}

#[tokio::test]
async fn two_people_open_one_record_for_four_hours() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let asker = hire(house, "coordinator", Role::ReferralCoordinator, None).await;
        let second = hire(house, "supervisor", Role::Supervisor, Some("a")).await;
        let auditor = hire(house, "auditor", Role::Auditor, None).await;
        let inspector = hire(house, "inspector", Role::Inspector, Some("a")).await;
        let subject = complaint(house).await;
        let ask = async |actor: &Actor, why: &str| ask_to_open(house, actor, subject, why).await;
        assert!(matches!(ask(&inspector.actor, WHY).await, Err(OpeningError::NotFound)));
        assert!(matches!(ask(&asker.actor, " because ").await, Err(OpeningError::Why)));
        ask(&asker.actor, WHY).await.unwrap();
        test.clock.advance(TimeDelta::seconds(1));
        ask(&second.actor, WHY).await.unwrap();
        let seen = openings(house, &second.actor).await.unwrap();
        assert_eq!(seen.len(), 2);
        let (own, mark) = (&seen[0].mark, seen[1].mark.clone());
        assert!(seen.iter().all(|one| one.state == OpeningState::Asked && one.why == WHY));
        let alone = decide_opening(house, &second.actor, own, true).await;
        assert!(matches!(alone, Err(OpeningError::SamePerson)), "{}", test.on);
        let asks = decide_opening(house, &asker.actor, &mark, true).await;
        assert!(matches!(asks, Err(OpeningError::NotFound)), "{}: nor who may not agree", test.on);
        decide_opening(house, &second.actor, &mark, true).await.unwrap();
        let again = decide_opening(house, &second.actor, &mark, false).await;
        assert!(matches!(again, Err(OpeningError::Decided)), "{}", test.on);

        // Everybody whose eyes are on it sees it; an auditor not the words.
        let audited = openings(house, &auditor.actor).await.unwrap();
        assert_eq!(audited.len(), 2);
        assert!(audited.iter().all(|one| one.why.is_empty()));
        assert_eq!(audited[1].state, OpeningState::Open);
        assert_eq!(
            openings(house, &asker.actor).await.unwrap().len(),
            1,
            "{}: others' are not told",
            test.on
        );
        assert!(openings(house, &inspector.actor).await.is_err());
        let state = async || openings(house, &asker.actor).await.unwrap()[0].state;
        test.clock.advance(TimeDelta::hours(4) - TimeDelta::seconds(1));
        assert_eq!(state().await, OpeningState::Open);
        test.clock.advance(TimeDelta::seconds(1));
        assert_eq!(state().await, OpeningState::Over, "{}", test.on);

        // What is asked once more may be ended before its time, and what nobody answers is not opened.
        test.clock.advance(TimeDelta::seconds(1));
        ask(&asker.actor, WHY).await.unwrap();
        let mark = openings(house, &asker.actor).await.unwrap()[0].mark.clone();
        decide_opening(house, &second.actor, &mark, true).await.unwrap();
        assert_eq!(state().await, OpeningState::Open);
        assert!(end_opening(house, &inspector.actor, &mark).await.is_err());
        end_opening(house, &asker.actor, &mark).await.unwrap();
        assert_eq!(state().await, OpeningState::Over, "{}", test.on);
        test.clock.advance(TimeDelta::seconds(1));
        ask(&asker.actor, WHY).await.unwrap();
        let mark = openings(house, &asker.actor).await.unwrap()[0].mark.clone();
        test.clock.advance(TimeDelta::hours(25));
        assert_eq!(state().await, OpeningState::Refused);
        assert!(matches!(
            decide_opening(house, &second.actor, &mark, true).await,
            Err(OpeningError::Decided)
        ));

        // What was erased takes the reasons along.
        let mut unit = house.unit(Actor::System);
        unit.erase_subject(subject.0);
        unit.commit().await.unwrap();
        let left = openings(house, &second.actor).await.unwrap();
        assert!(left.iter().all(|one| one.why.is_empty()), "{}", test.on);
    }
}
