//! The words tell of a child: a person says so, and only then the child lead sees it; no consent is taken away by it.

use haqqi_casework::may_be_child;
use haqqi_complaints::{Age, FileComplaint, Filed, open};
use haqqi_kernel::Role;
use haqqi_screening::{Level, flags, open_flag};

use crate::world::World;

async fn told(world: &World, words: &str) -> Filed {
    world.file(&FileComplaint { narrative: words.to_owned(), ..World::command() }).await
}

#[tokio::test]
async fn a_child_in_words_is_read_by_an_officer_and_handed_to_the_child_lead() {
    for world in World::all().await {
        let on = world.test.on;
        let filed = told(&world, "There is a boy of 13 years who carries bricks with us all day.").await;
        let (lead, supervisor) = (world.staff(Role::ChildLead), world.staff(Role::Supervisor));
        let screening = &world.desk.screening;
        let raised = flags(screening, &supervisor, true, None, 10).await.unwrap();
        assert_eq!(raised.len(), 1, "{on}: the words raise a flag");
        assert_eq!(raised[0].age, "unknown", "{on}");
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
        assert_eq!(seen.len(), 1, "{on}: the flag that the words raised, though it was said twice");
        assert_eq!((seen[0].reference, seen[0].age.as_str()), (raised[0].reference, "child"), "{on}");
        assert!(seen[0].dismissal_needs_two(), "{on}: nobody dismisses a child's flag alone");
        let work = world.work(&lead).await;
        assert!(
            work.iter().any(|row| row.reference == seen[0].reference.to_string()),
            "{on}: it is her work"
        );
        let events = world.events(complaint.id).await;
        assert_eq!(events.iter().filter(|one| one.what == "complaint.may-be-child").count(), 1, "{on}");
    }
}

#[tokio::test]
async fn what_harms_a_child_is_graver_and_the_card_of_it_says_what_the_words_say() {
    for world in World::all().await {
        let on = world.test.on;
        let filed = told(&world, "The boss beats me every day when I work slowly.").await;
        let (lead, supervisor) = (world.staff(Role::ChildLead), world.staff(Role::Supervisor));
        let screening = &world.desk.screening;
        let before = flags(screening, &supervisor, true, None, 10).await.unwrap();
        assert!(before.iter().all(|flag| flag.level < Level::Strong), "{on}: {before:?}");
        let officer = world.officer_of(filed.reference).await;
        may_be_child(&world.desk, &officer, filed.reference).await.unwrap();
        let seen = flags(screening, &lead, true, None, 10).await.unwrap();
        assert!(world.told_as(filed.reference).await.urgent, "{on}: the record stands among the urgent ones");
        let gravest = seen.iter().max_by_key(|flag| flag.level).unwrap();
        let opened = open_flag(screening, &lead, gravest.reference).await.unwrap();
        assert!(
            opened.assessment.suggested.iter().any(|name| name == "physical_and_sexual_violence"),
            "{on}: {:?}",
            opened.assessment
        );
        assert!(opened.assessment.reasons.iter().any(|why| why == "child-met"), "{on}");
        assert_eq!(gravest.level, Level::Danger, "{on}: a child who is beaten is in danger now");
    }
}
