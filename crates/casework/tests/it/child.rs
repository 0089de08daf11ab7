//! The words tell of a child: a person says so, and only then the child lead sees it; no consent is taken away by it.

use haqqi_casework::may_be_child;
use haqqi_complaints::{Age, open};
use haqqi_kernel::Role;
use haqqi_screening::{Level, flags};

use crate::world::World;

#[tokio::test]
async fn a_child_in_words_is_read_by_an_officer_and_handed_to_the_child_lead() {
    for world in World::all().await {
        let on = world.test.on;
        let mut command = World::command();
        command.narrative = "There is a boy of 13 years who carries bricks with us all day.".to_owned();
        let filed = world.file(&command).await;
        let (lead, supervisor) = (world.staff(Role::ChildLead), world.staff(Role::Supervisor));
        let screening = &world.desk.screening;
        let raised = flags(screening, &supervisor, true, None, 10).await.unwrap();
        assert_eq!(raised.len(), 1, "{on}: the words raise a flag");
        assert_eq!(world.told_as(filed.reference).await.age, Age::Unknown, "{on}: and set nobody's age");
        assert!(open(&world.desk, &lead, filed.reference, "test").await.is_err(), "{on}");
        assert!(flags(screening, &lead, true, None, 10).await.unwrap().is_empty(), "{on}");

        // Neither the lead nor a coordinator says it of what they do not work on.
        for other in [&lead, &world.staff(Role::ReferralCoordinator)] {
            assert!(may_be_child(&world.desk, other, filed.reference).await.is_err(), "{on}");
        }
        let officer = world.officer_of(filed.reference).await;
        may_be_child(&world.desk, &officer, filed.reference).await.unwrap();
        may_be_child(&world.desk, &officer, filed.reference).await.unwrap();

        let complaint = world.told_as(filed.reference).await;
        assert_eq!(complaint.age, Age::Child, "{on}");
        assert!(open(&world.desk, &lead, filed.reference, "test").await.is_ok(), "{on}: the lead reads it");
        let seen = flags(screening, &lead, true, None, 10).await.unwrap();
        assert_eq!(seen.len(), 1, "{on}: one flag, though it was said twice");
        assert!(seen[0].level >= Level::Possible && seen[0].age == "child", "{on}: {seen:?}");
        let events = world.events(complaint.id).await;
        assert_eq!(events.iter().filter(|one| one.what == "complaint.may-be-child").count(), 1, "{on}");
    }
}
