//! One complaint, opened by two people: to read, for a time, before everybody's eyes.

use chrono::TimeDelta;
use haqqi_accounts::{
    Concerned, OpeningError, OpeningState, ask_to_open, decide_opening, end_opening, openings,
};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Actor, House, Reference, ReferenceKind, Role};
use sea_orm::{DbErr, EntityTrait};
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

/// Every complaint is about this office.
struct Of(&'static str);

#[async_trait::async_trait]
impl Concerned for Of {
    async fn tells_of(&self, _: Uuid, offices: &[String]) -> Result<bool, DbErr> {
        Ok(offices.iter().any(|office| office == self.0))
    }
}

#[tokio::test]
async fn nobody_of_the_office_that_it_is_about_asks_agrees_or_sees_that_it_was_asked() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let officer = hire(house, "officer-a", Role::ComplaintsOfficer, Some("a")).await;
        let head = hire(house, "head-a", Role::Supervisor, Some("a")).await;
        let asker = hire(house, "officer-b", Role::ComplaintsOfficer, Some("b")).await;
        let second = hire(house, "head-c", Role::Supervisor, Some("c")).await;
        let subject = complaint(house).await;
        let about = Of("a");
        let refused = ask_to_open(house, &officer.actor, subject, WHY, &about).await;
        assert!(matches!(refused, Err(OpeningError::Concerned)), "{on}: {refused:?}");
        ask_to_open(house, &asker.actor, subject, WHY, &about).await.unwrap();
        let mark = openings(house, &second.actor, &about).await.unwrap()[0].mark.clone();
        assert!(openings(house, &head.actor, &about).await.unwrap().is_empty(), "{on}: she learns nothing");
        for agree in [true, false] {
            let refused = decide_opening(house, &head.actor, &mark, agree, &about).await;
            assert!(matches!(refused, Err(OpeningError::NotFound)), "{on}: {refused:?}");
        }
        assert!(end_opening(house, &head.actor, &mark, &about).await.is_err(), "{on}");
        let tried = audit_entry::Entity::find().all(house.reader()).await.unwrap();
        let tried = tried.iter().filter(|entry| entry.action == "opening.concerned").count();
        assert_eq!(tried, 3, "{on}: each try is in the audit");
        decide_opening(house, &second.actor, &mark, true, &about).await.unwrap();
    }
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
        let ask = async |actor: &Actor, why: &str| ask_to_open(house, actor, subject, why, &Of("c")).await;
        assert!(matches!(ask(&inspector.actor, WHY).await, Err(OpeningError::NotFound)));
        assert!(matches!(ask(&asker.actor, " because ").await, Err(OpeningError::Why)));
        ask(&asker.actor, WHY).await.unwrap();
        test.clock.advance(TimeDelta::seconds(1));
        ask(&second.actor, WHY).await.unwrap();
        let seen = openings(house, &second.actor, &Of("c")).await.unwrap();
        assert_eq!(seen.len(), 2);
        let (own, mark) = (&seen[0].mark, seen[1].mark.clone());
        assert!(seen.iter().all(|one| one.state == OpeningState::Asked && one.why == WHY));
        let alone = decide_opening(house, &second.actor, own, true, &Of("c")).await;
        assert!(matches!(alone, Err(OpeningError::SamePerson)), "{}", test.on);
        let asks = decide_opening(house, &asker.actor, &mark, true, &Of("c")).await;
        assert!(matches!(asks, Err(OpeningError::NotFound)), "{}: nor who may not agree", test.on);
        decide_opening(house, &second.actor, &mark, true, &Of("c")).await.unwrap();
        let again = decide_opening(house, &second.actor, &mark, false, &Of("c")).await;
        assert!(matches!(again, Err(OpeningError::Decided)), "{}", test.on);

        // Everybody whose eyes are on it sees it; an auditor not the words.
        let audited = openings(house, &auditor.actor, &Of("c")).await.unwrap();
        assert_eq!(audited.len(), 2);
        assert!(audited.iter().all(|one| one.why.is_empty()));
        assert_eq!(audited[1].state, OpeningState::Open);
        assert_eq!(
            openings(house, &asker.actor, &Of("c")).await.unwrap().len(),
            1,
            "{}: others' are not told",
            test.on
        );
        assert!(openings(house, &inspector.actor, &Of("c")).await.is_err());
        let state = async || openings(house, &asker.actor, &Of("c")).await.unwrap()[0].state;
        test.clock.advance(TimeDelta::hours(4) - TimeDelta::seconds(1));
        assert_eq!(state().await, OpeningState::Open);
        test.clock.advance(TimeDelta::seconds(1));
        assert_eq!(state().await, OpeningState::Over, "{}", test.on);

        // What is asked once more may be ended before its time, and what nobody answers is not opened.
        test.clock.advance(TimeDelta::seconds(1));
        ask(&asker.actor, WHY).await.unwrap();
        let mark = openings(house, &asker.actor, &Of("c")).await.unwrap()[0].mark.clone();
        decide_opening(house, &second.actor, &mark, true, &Of("c")).await.unwrap();
        assert_eq!(state().await, OpeningState::Open);
        assert!(end_opening(house, &inspector.actor, &mark, &Of("c")).await.is_err());
        end_opening(house, &asker.actor, &mark, &Of("c")).await.unwrap();
        assert_eq!(state().await, OpeningState::Over, "{}", test.on);
        test.clock.advance(TimeDelta::seconds(1));
        ask(&asker.actor, WHY).await.unwrap();
        let mark = openings(house, &asker.actor, &Of("c")).await.unwrap()[0].mark.clone();
        test.clock.advance(TimeDelta::hours(25));
        assert_eq!(state().await, OpeningState::Refused);
        assert!(matches!(
            decide_opening(house, &second.actor, &mark, true, &Of("c")).await,
            Err(OpeningError::Decided)
        ));

        // What was erased takes the reasons along.
        let mut unit = house.unit(Actor::System);
        unit.erase_subject(subject.0);
        unit.commit().await.unwrap();
        let left = openings(house, &second.actor, &Of("c")).await.unwrap();
        assert!(left.iter().all(|one| one.why.is_empty()), "{}", test.on);
    }
}
