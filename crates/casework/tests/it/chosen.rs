//! What is chosen for somebody in danger: by who has read all that she told, where it can be done, and followed.

use chrono::TimeDelta;
use haqqi_casework::{AssessError, acknowledge, assess};
use haqqi_complaints::{enter, open, write_back};
use haqqi_kernel::{Actor, Role};
use haqqi_pack::Decision;
use haqqi_screening::{DecideError, Level, Safety, decide_safety, flags_of_complaint, open_flag};
use haqqi_worklist::owed;
use uuid::Uuid;

use crate::world::World;

/// When the clock of danger is due, and when the one is on which what was chosen is followed, from now.
async fn due(world: &World, id: Uuid) -> [Option<TimeDelta>; 2] {
    let all = owed(&world.desk.site.house, id).await.unwrap();
    let now = world.desk.site.house.now();
    ["danger", "danger-followed"]
        .map(|clock| all.iter().find(|one| one.clock == clock).map(|one| one.due_at - now))
}

async fn followed(world: &World, actor: &Actor) -> usize {
    world.work(actor).await.iter().filter(|row| row.kind == "danger-followed").count()
}

#[tokio::test]
async fn a_choice_in_danger_is_made_by_who_has_read_where_it_can_be_done_and_is_followed() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut command = World::command();
        command.danger = true;
        let filed = world.file(&command).await;
        let her = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let id = her.complaint();
        let officer = world.staff(Role::ComplaintsOfficer);
        open(desk, &officer, filed.reference, "test").await.unwrap();
        acknowledge(desk, &officer, filed.reference, "ask-interpreter", "").await.unwrap();
        assert_eq!(due(&world, id).await, [Some(TimeDelta::hours(1)), None], "{on}: nothing is chosen yet");

        world.test.clock.advance(TimeDelta::minutes(10));
        write_back(desk, &her, "He has locked the door again.", None).await.unwrap();
        world.test.clock.advance(TimeDelta::minutes(10));
        let choose = async |step: &str| assess(desk, &officer, filed.reference, step, "As she says.").await;
        let unread = choose("police").await;
        assert!(matches!(unread, Err(AssessError::NotRead)), "{on}: {unread:?}");
        // Another has read it; who chooses has to have read it as well.
        open(desk, &world.staff(Role::Supervisor), filed.reference, "test").await.unwrap();
        let unread = choose("wait-and-look-again").await;
        assert!(matches!(unread, Err(AssessError::NotRead)), "{on}: {unread:?}");
        open(desk, &officer, filed.reference, "test").await.unwrap();
        let unreached = choose("call-safely").await;
        assert!(matches!(unreached, Err(AssessError::Contact)), "{on}: {unreached:?}");
        assert_eq!(due(&world, id).await, [Some(TimeDelta::minutes(40)), None], "{on}: it runs on");

        // To wait is to look again within the hour; to act is to see soon that it happened.
        choose("wait-and-look-again").await.unwrap();
        assert_eq!(due(&world, id).await, [Some(TimeDelta::hours(1)), None], "{on}");
        assert_eq!(followed(&world, &officer).await, 1, "{on}");
        choose("police").await.unwrap();
        assert_eq!(due(&world, id).await, [None, Some(TimeDelta::hours(4))], "{on}");
        assert_eq!(followed(&world, &officer).await, 1, "{on}: what was chosen before is done with");
        // Whoever does something else meanwhile has not seen to it.
        choose("assess").await.unwrap();
        assert_eq!(due(&world, id).await, [None, Some(TimeDelta::hours(4))], "{on}");
        world.met_alone(&officer, filed.reference).await;
        assert_eq!(due(&world, id).await, [None, None], "{on}");
        assert_eq!(followed(&world, &officer).await, 0, "{on}");
    }
}

#[tokio::test]
async fn an_acknowledgement_in_danger_begins_a_near_clock_beside_the_usual_one() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut command = World::command();
        command.danger = true;
        let filed = world.file(&command).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        acknowledge(desk, &officer, filed.reference, "shelter", "").await.unwrap();
        assert_eq!(due(&world, id).await, [None, Some(TimeDelta::hours(4))], "{on}");
        let clocks = owed(&desk.site.house, id).await.unwrap();
        assert!(clocks.iter().any(|one| one.clock == "first-assessment"), "{on}: {clocks:?}");
    }
}

#[tokio::test]
async fn whoever_is_in_danger_is_safe_until_a_date_only_by_her_own_words() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut command = World::command();
        command.danger = true;
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let supervisor = world.staff(Role::Supervisor);
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        let flag = flags_of_complaint(&desk.screening, id).await.unwrap().pop().unwrap();
        assert_eq!(flag.level, Level::Danger, "{on}");
        open_flag(&desk.screening, &supervisor, flag.reference).await.unwrap();
        let until = Safety::SafeUntil { until: desk.site.house.now() + TimeDelta::hours(12) };
        let reason = desk.site.pack.reasons_for(Decision::SafetySafeUntil).find(|reason| !reason.met);
        let reason = &reason.unwrap().code;
        let decide = async || {
            let words = "She is at her sister's.";
            decide_safety(&desk.screening, &supervisor, flag.reference, &until, reason, words).await
        };
        let unheard = decide().await;
        assert!(matches!(unheard, Err(DecideError::NotMetAlone)), "{on}: {unheard:?}");
        world.met_alone(&officer, filed.reference).await;
        decide().await.unwrap();
    }
}
