//! What the journey stores, on both databases.

use haqqi_complaints::{
    AskCallBack, CallBackError, CallOutcome, Channel, Contact, FieldProblem, FileComplaint, FileError,
    TellWording, WageClaim, Whose, WordingError, ask_call_back, check, finish_call_back, missing_in_all,
    open, open_call_back, open_wording, settle_wording, summary, tell_wording,
};
use haqqi_kernel::{Action, Actor, CommitError, Reference, Role, judge};
use haqqi_pack::Texts;
use sea_orm::{ConnectionTrait, Statement};

use crate::world::{World, staff};

async fn count(world: &World, table: &str) -> i64 {
    let house = &world.test.house;
    let sql = format!("SELECT COUNT(*) AS many FROM {table}");
    let statement = Statement::from_string(house.db().backend(), sql);
    house.reader().query_one_raw(statement).await.unwrap().unwrap().try_get("", "many").unwrap()
}

fn told(words: &str) -> FileComplaint {
    FileComplaint { language: "bn".to_owned(), narrative: words.to_owned(), ..FileComplaint::default() }
}

#[tokio::test]
async fn danger_with_one_tap_needs_no_word_and_is_read_within_the_hour_by_whoever_is_on_duty() {
    for world in World::all().await {
        let on = world.test.on;
        let nothing = told("  ");
        let refused = check(&world.desk, &nothing);
        assert!(
            matches!(refused, Err(FileError::Field { field: "narrative", problem: FieldProblem::Empty })),
            "{on}"
        );
        let filed = world.file(&FileComplaint { danger: true, ..nothing }).await;
        assert!(filed.danger && filed.code.is_some(), "{on}");
        assert_eq!((filed.read_by - filed.received_at).num_minutes(), 60, "{on}");
        let duty = staff(Role::DutyOfficer, Some("elsewhere"), true);
        let rows = world.queue(&duty).await;
        assert!(
            rows.iter().any(|row| row.reference == filed.reference.to_string() && row.danger),
            "{on}: {rows:?}"
        );
        let opened = open(&world.desk, &duty, filed.reference, "test").await.unwrap();
        assert!(opened.texts.is_empty() && opened.summary.urgent, "{on}");
        // Without words there is nothing to translate.
        let interpreters = world.queue(&world.staff(Role::Supervisor)).await;
        assert!(interpreters.iter().all(|row| row.kind != "translation"), "{on}");
    }
}

#[tokio::test]
async fn missing_pay_is_sealed_and_read_back_with_its_sum() {
    for world in World::all().await {
        let on = world.test.on;
        let month = |month: &str, agreed, paid| WageClaim { month: month.to_owned(), agreed, paid };
        let claims = vec![
            month("2026-09", Some(280_000), Some(100_000)),
            month("2026-10", Some(280_000), Some(0)),
            month("2026-08", Some(280_000), None),
        ];
        let filed = world
            .file(&FileComplaint {
                kind: Some("wages-unpaid".to_owned()),
                claims: claims.clone(),
                ..told("No pay.")
            })
            .await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let opened = open(&world.desk, &officer, filed.reference, "test").await.unwrap();
        assert_eq!(opened.claims, claims, "{on}");
        assert_eq!(missing_in_all(&opened.claims), 460_000, "{on}");
        for wrong in
            [month("2026-13", None, None), month("2026-01", Some(-1), None), month("", Some(1), Some(1))]
        {
            let command = FileComplaint { claims: vec![wrong], ..told("No pay.") };
            assert!(
                matches!(check(&world.desk, &command), Err(FileError::Field { field: "claims", .. })),
                "{on}"
            );
        }
    }
}

#[tokio::test]
async fn nothing_is_sent_where_she_said_so_and_openly_only_where_she_asked() {
    for world in World::all().await {
        let on = world.test.on;
        let hers = Contact {
            channel: Channel::Email,
            address: "her@mail.example".to_owned(),
            hers_alone: true,
            whose: Some(Whose::Alone),
            safe_word: "মেঘ".to_owned(),
            ..Contact::default()
        };
        let with = |contact: Contact| FileComplaint { contact, ..told("কথা") };
        let scope = judge(&world.staff(Role::ComplaintsOfficer), Action::ReadComplaint).unwrap();
        let filed = world.file(&with(hers.clone())).await;
        assert!(summary(&world.desk, &scope, filed.reference).await.unwrap().told_by_mail(), "{on}");
        assert_eq!(count(&world, "mail WHERE kind = 'arrived'").await, 1, "{on}");
        let filed = world.file(&with(Contact { no_message: true, ..hers.clone() })).await;
        assert!(!summary(&world.desk, &scope, filed.reference).await.unwrap().told_by_mail(), "{on}");
        assert_eq!(count(&world, "mail").await, 1, "{on}: asked for no message, got none");
        world.file(&with(Contact { open_words: true, ..hers.clone() })).await;
        assert_eq!(count(&world, "mail WHERE kind = 'arrived-open'").await, 1, "{on}");
        for whose in [Whose::Seen, Whose::Trusted, Whose::Employer] {
            let filed =
                world.file(&with(Contact { hers_alone: false, whose: Some(whose), ..hers.clone() })).await;
            assert!(
                !summary(&world.desk, &scope, filed.reference).await.unwrap().told_by_mail(),
                "{on}: {whose:?}"
            );
            let both = with(Contact { whose: Some(whose), ..hers.clone() });
            assert!(
                matches!(check(&world.desk, &both), Err(FileError::Field { field: "contact.whose", .. })),
                "{on}"
            );
        }
        assert_eq!(count(&world, "mail").await, 2, "{on}");
        let call = Contact {
            channel: Channel::Phone,
            address: "0791234567".to_owned(),
            never_call: true,
            ..Contact::default()
        };
        assert!(
            matches!(
                check(&world.desk, &with(call)),
                Err(FileError::Field { field: "contact.never_call", .. })
            ),
            "{on}"
        );
        let odd = Contact { address: "a@b@c".to_owned(), ..hers.clone() };
        assert!(
            matches!(
                check(&world.desk, &with(odd)),
                Err(FileError::Field { problem: FieldProblem::Malformed, .. })
            ),
            "{on}"
        );
        let opened =
            open(&world.desk, &world.staff(Role::ComplaintsOfficer), filed.reference, "test").await.unwrap();
        assert_eq!((opened.contact.no_message, opened.contact.safe_word.as_str()), (true, "মেঘ"), "{on}");
    }
}

async fn ask(world: &World, asked: &AskCallBack) -> Result<(), CallBackError> {
    let mut unit = world.test.house.unit(Actor::Stranger);
    ask_call_back(&world.desk, &mut unit, asked)?;
    unit.commit().await.unwrap();
    Ok(())
}

#[tokio::test]
async fn a_call_is_asked_for_without_a_name_made_in_time_and_ended_once() {
    for world in World::all().await {
        let on = world.test.on;
        let asked = AskCallBack {
            language: "my".to_owned(),
            about: Some(Texts::Danger),
            number: "၀၉ ၁၂၃ ၄၅၆".to_owned(),
            hers_alone: true,
            when: "ည ၈ နာရီ".to_owned(),
            ..AskCallBack::default()
        };
        let others = AskCallBack { hers_alone: false, ..asked.clone() };
        assert!(matches!(ask(&world, &others).await, Err(CallBackError::NotHers)), "{on}");
        let words = AskCallBack { number: "call me".to_owned(), ..asked.clone() };
        assert!(matches!(ask(&world, &words).await, Err(CallBackError::Number)), "{on}");
        assert_eq!(count(&world, "call_back").await, 0, "{on}: nothing of a refusal stays");
        ask(&world, &asked).await.unwrap();
        ask(&world, &AskCallBack { about: Some(Texts::Leaving), ..asked.clone() }).await.unwrap();
        let officer = world.staff(Role::ComplaintsOfficer);
        let rows = world.queue(&officer).await;
        assert_eq!(rows.iter().filter(|row| row.kind == "call-back").count(), 2, "{on}");
        let row = rows.iter().find(|row| row.danger).unwrap();
        assert!(row.link(None).starts_with("/staff/call-backs/K-"), "{on}: {}", row.link(None));
        let reference: Reference = row.reference.parse().unwrap();
        // Another office does not see it; whoever is on duty sees the urgent one.
        let elsewhere = staff(Role::ComplaintsOfficer, Some("elsewhere"), false);
        let refused = open_call_back(&world.desk, &elsewhere, reference).await;
        assert!(matches!(refused, Err(CallBackError::NotFound)), "{on}");
        let duty = staff(Role::DutyOfficer, Some("elsewhere"), true);
        let opened = open_call_back(&world.desk, &duty, reference).await.unwrap();
        assert_eq!((opened.number.as_str(), opened.when.as_str()), ("၀၉ ၁၂၃ ၄၅၆", "ည ၈ နာရီ"), "{on}");
        assert_eq!((opened.due_at - opened.asked_at).num_minutes(), 60, "{on}");
        finish_call_back(&world.desk, &officer, reference, CallOutcome::Reached, None).await.unwrap();
        let again = finish_call_back(&world.desk, &officer, reference, CallOutcome::Reached, None).await;
        assert!(
            matches!(again, Err(CallBackError::Done | CallBackError::Commit(CommitError::Stale))),
            "{on}"
        );
        assert_eq!(
            world.queue(&officer).await.iter().filter(|row| row.kind == "call-back").count(),
            1,
            "{on}"
        );
    }
}

#[tokio::test]
async fn a_wording_is_told_looked_at_and_settled_and_a_flood_of_them_stops() {
    for world in World::all().await {
        let on = world.test.on;
        let told = TellWording {
            language: "sw".to_owned(),
            place: "../mine?code=1".to_owned(),
            shown: "namba ya siri".to_owned(),
            better: "nambari ya siri".to_owned(),
        };
        assert!(
            matches!(tell_wording(&world.desk, &TellWording::default()).await, Err(WordingError::Empty)),
            "{on}"
        );
        tell_wording(&world.desk, &told).await.unwrap();
        let officer = world.staff(Role::ComplaintsOfficer);
        let rows = world.queue(&officer).await;
        let row = rows.iter().find(|row| row.kind == "wording").unwrap();
        let reference: Reference = row.reference.parse().unwrap();
        let opened = open_wording(&world.desk, &officer, reference).await.unwrap();
        assert_eq!(
            (opened.shown.as_str(), opened.better.as_str()),
            ("namba ya siri", "nambari ya siri"),
            "{on}"
        );
        assert_eq!(opened.place, "", "{on}: only the name of a page is kept");
        settle_wording(&world.desk, &officer, reference).await.unwrap();
        assert!(world.queue(&officer).await.iter().all(|row| row.kind != "wording"), "{on}");
        let mut refused = None;
        for _ in 0..200 {
            if let Err(error) = tell_wording(&world.desk, &told).await {
                refused = Some(error);
                break;
            }
        }
        assert!(matches!(refused, Some(WordingError::TooMany)), "{on}");
        world.test.clock.advance(chrono::TimeDelta::hours(1));
        tell_wording(&world.desk, &told).await.unwrap();
    }
}
