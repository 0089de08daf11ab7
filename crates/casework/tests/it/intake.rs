//! Who has no phone, no paper, or does not read: told at the telephone and at the counter.

use haqqi_complaints::{
    AnswerBy, FileError, IntakeError, IntakeWords, Interpreted, SaidWords, TakeIntake, Way, check_words,
    enter, open, take_intake,
};
use haqqi_kernel::{Actor, Role};
use serde_json::json;

use crate::world::World;

fn told() -> TakeIntake {
    let mut told = World::command();
    told.language = "bn".to_owned();
    told.narrative = "দুই মাস ধরে বেতন পাই না।".to_owned();
    TakeIntake {
        way: Way::Phone,
        interpreted: Interpreted::Outside,
        interpreter_apart: true,
        private: true,
        answer_by: AnswerBy::Trusted,
        words: IntakeWords {
            interpreter: "a nurse".to_owned(),
            trusted: "Rina at the tea shop".to_owned(),
            trusted_known_by: "says mango".to_owned(),
            may_be_told: "when to come to the counter".to_owned(),
        },
        kept: Some(("mango".to_owned(), "river".to_owned())),
        told,
    }
}

#[tokio::test]
async fn a_farm_hand_who_does_not_write_is_heard_at_the_telephone() {
    for world in World::all().await {
        let desk = &world.desk;
        let operator = world.staff(Role::HotlineOperator);
        let taken = take_intake(desk, &operator, &told(), None).await.unwrap();
        let reference = taken.reference.parse().unwrap();
        let code = taken.code.clone().unwrap().parse().unwrap();
        assert!(taken.filer_receipt.is_none());
        let entered = enter(desk, reference, &code).await.unwrap();
        assert!(entered.is_herself());

        // Nobody acknowledged it, and who took it down cannot look into it.
        assert!(open(desk, &operator, reference, "test").await.is_err());
        let officer = world.staff(Role::ComplaintsOfficer);
        let record = open(desk, &officer, reference, "test").await.unwrap();
        assert!(record.summary.acknowledged_at.is_none(), "{}", world.test.on);
        assert_eq!(
            (record.summary.filed_by.as_str(), record.texts[0].author_staff),
            ("self", operator.account())
        );
        let intake = record.intake.unwrap();
        assert_eq!((intake.taken_by, intake.herself, intake.private), (operator.account(), true, true));
        assert_eq!((intake.interpreted, intake.answer_by), (Interpreted::Outside, AnswerBy::Trusted));
        assert_eq!(intake.words, told().words);

        // Counted by coded dimensions alone.
        let events = world.events(entered.complaint()).await;
        let event = events.iter().find(|event| event.what == "complaint.intake").unwrap();
        let expected = json!({"answer_by": "trusted", "channel": "phone", "filed_by": "self", "interpreted": "outside", "private": "yes"});
        let dimensions: serde_json::Value = serde_json::from_str(&event.dimensions).unwrap();
        assert_eq!(dimensions, expected);
        assert_eq!(world.audited(entered.complaint(), "complaint.intake").await, 1);

        // Her two words are as good as those kept on the page.
        let said = SaidWords { first: "River".to_owned(), second: "mango".to_owned(), day: None };
        let renewed = check_words(desk, &operator, &said).await.unwrap();
        assert_eq!(renewed.reference, reference);
    }
}

#[tokio::test]
async fn who_speaks_for_her_gets_no_key_and_names_nobody_whom_she_trusts() {
    for world in World::all().await {
        let desk = &world.desk;
        let officer = world.staff(Role::ComplaintsOfficer);
        let mut other = told();
        other.way = Way::Counter;
        other.told.filed_by = Some("relative".to_owned());
        let refused = take_intake(desk, &officer, &other, None).await;
        assert!(matches!(refused, Err(IntakeError::Field("answer_by", _))), "{refused:?}");
        other.answer_by = AnswerBy::Visit;
        let refused = take_intake(desk, &officer, &other, None).await;
        assert!(matches!(refused, Err(IntakeError::Field("kept", _))), "{refused:?}");
        other.kept = None;
        let taken = take_intake(desk, &officer, &other, None).await.unwrap();
        assert!(taken.code.is_none(), "{}", world.test.on);
        let reference = taken.reference.parse().unwrap();
        let filer = enter(desk, reference, &taken.filer_receipt.unwrap().parse().unwrap()).await.unwrap();
        assert!(!filer.is_herself());
    }
}

#[tokio::test]
async fn what_would_harm_her_is_not_taken_down() {
    for world in World::all().await {
        let desk = &world.desk;
        let operator = world.staff(Role::HotlineOperator);
        let field = |taken: TakeIntake| {
            let (desk, operator) = (desk.clone(), operator.clone());
            async move {
                match take_intake(&desk, &operator, &taken, None).await {
                    Err(IntakeError::Field(field, _) | IntakeError::File(FileError::Field { field, .. })) => {
                        field
                    }
                    other => panic!("{other:?}"),
                }
            }
        };
        assert_eq!(field(TakeIntake { interpreter_apart: false, ..told() }).await, "interpreter_apart");
        let nameless = IntakeWords { interpreter: " ".to_owned(), ..told().words };
        assert_eq!(field(TakeIntake { words: nameless, ..told() }).await, "words.interpreter");
        assert_eq!(field(TakeIntake { private: false, ..told() }).await, "answer_by", "somebody listens");
        let silent = IntakeWords { may_be_told: String::new(), ..told().words };
        assert_eq!(field(TakeIntake { words: silent, ..told() }).await, "words.may_be_told");
        let call = TakeIntake { answer_by: AnswerBy::Call, ..told() };
        assert_eq!(field(call).await, "told.contact.hers_alone", "the phone may be the employer's");
        let mut empty = told();
        empty.told.narrative = " ".to_owned();
        assert_eq!(field(empty).await, "narrative");
        for nobody in [
            world.staff(Role::Inspector),
            world.staff(Role::Partner),
            world.staff(Role::Administrator),
            Actor::Stranger,
        ] {
            let refused = take_intake(desk, &nobody, &told(), None).await;
            assert!(matches!(refused, Err(IntakeError::Denied)), "{}", world.test.on);
        }
        let duty = world.staff(Role::DutyOfficer);
        take_intake(desk, &duty, &told(), None).await.unwrap();
    }
}
