//! A full stop is no reason, at whichever door a reason is asked for.

use chrono::TimeDelta;
use haqqi_casework::{
    AcknowledgeError, CloseError, OpenAgainError, acknowledge, close, decide_settlement, give_code,
    open_again,
};
use haqqi_complaints::{FileComplaint, open};
use haqqi_kernel::Role;
use haqqi_pack::Decision;
use haqqi_screening::{
    DecideError, Merits, MeritsDecision, Safety, decide_merits, decide_safety, flags_of_complaint, open_flag,
};

use crate::world::World;

const NONE: [&str; 5] =
    [".", "x", "....................", "aaaaaaaaaaaaaaaaaaaa", " \u{200b} 12345678901234567890 "];
const SOME: &str = "No answer at the safe hour; again at six.";

#[tokio::test]
async fn danger_waits_and_a_flag_is_decided_for_a_reason_in_words_alone() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let told = "He locks the door and says he will kill me tonight. He keeps my passport.".to_owned();
        let filed = world.file(&FileComplaint { narrative: told, danger: true, ..World::command() }).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        let step = desk.site.pack.steps().iter().find(|step| step.needs_reason && step.for_danger).unwrap();
        for none in NONE {
            let refused = acknowledge(desk, &officer, filed.reference, &step.code, none).await;
            assert!(matches!(refused, Err(AcknowledgeError::Why)), "{on} {none:?}: {refused:?}");
        }
        world.test.clock.advance(TimeDelta::minutes(5));
        acknowledge(desk, &officer, filed.reference, &step.code, SOME).await.unwrap();

        let boss = world.staff(Role::Supervisor);
        let flag = flags_of_complaint(&desk.screening, id).await.unwrap().pop().unwrap().reference;
        open_flag(&desk.screening, &boss, flag).await.unwrap();
        let reason = |decision| desk.site.pack.reasons_for(decision).next().unwrap().code.clone();
        let act = reason(Decision::SafetyAct);
        for none in NONE {
            let refused = decide_safety(&desk.screening, &boss, flag, &Safety::Act, &act, none).await;
            assert!(matches!(refused, Err(DecideError::Words)), "{on} {none:?}: {refused:?}");
        }
        decide_safety(&desk.screening, &boss, flag, &Safety::Act, &act, "她现在在警察局。").await.unwrap();
        let merits = |words: &str| Merits {
            decision: MeritsDecision::Interview,
            reason: reason(Decision::MeritsInterview),
            words: words.to_owned(),
            found: Default::default(),
        };
        for none in NONE {
            let refused = decide_merits(&desk.screening, &boss, flag, &merits(none)).await;
            assert!(matches!(refused, Err(DecideError::Words)), "{on} {none:?}: {refused:?}");
        }
        let said = "ကိုယ်တိုင် တွေ့ဆုံပြောဆိုရန် လိုသည်။";
        decide_merits(&desk.screening, &boss, flag, &merits(said)).await.unwrap();
    }
}

#[tokio::test]
async fn a_complaint_is_closed_refused_and_opened_again_for_a_reason_in_words_alone() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, _) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        world.met_alone(&officer, filed.reference).await;
        for none in NONE {
            let refused = give_code(desk, &officer, filed.reference, ("en", none)).await;
            assert!(refused.is_err(), "{on} {none:?}: how she was known");
            let closing =
                haqqi_casework::CloseComplaint { done: none.to_owned(), ..world.closing("insufficient") };
            let refused = close(desk, &officer, filed.reference, &closing).await;
            assert!(matches!(refused, Err(CloseError::Done)), "{on} {none:?}: {refused:?}");
            let closing =
                haqqi_casework::CloseComplaint { words: none.to_owned(), ..world.closing("insufficient") };
            let refused = close(desk, &officer, filed.reference, &closing).await;
            assert!(matches!(refused, Err(CloseError::Words)), "{on} {none:?}: {refused:?}");
        }
        world.close(&officer, filed.reference, "insufficient").await.unwrap();
        let second = world.staff(Role::Supervisor);
        for none in NONE {
            assert!(
                decide_settlement(desk, &second, filed.reference, false, none).await.is_err(),
                "{on} {none:?}"
            );
        }
        decide_settlement(desk, &second, filed.reference, true, "").await.unwrap();
        for none in NONE {
            let refused = open_again(desk, &officer, filed.reference, none).await;
            assert!(matches!(refused, Err(OpenAgainError::Empty)), "{on} {none:?}: {refused:?}");
        }
        open_again(desk, &officer, filed.reference, "She came back with new papers.").await.unwrap();
    }
}
