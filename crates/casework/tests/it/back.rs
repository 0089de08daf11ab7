//! Coming back: contact, withdrawal, reopening, objection, and how it went.

use chrono::TimeDelta;
use haqqi_casework::{
    CloseError, DecideError, Evidence, NewInstalment, ObjectionAnswer, PayState, Seen, WithdrawalCheck,
    agree_pay, decide_objection, decide_withdrawal, open_again, opened_again, see_pay,
};
use haqqi_complaints::{
    AskError, Channel, Confidentiality, Contact, ContactError, Entered, HowItWent, REOPENED, ReturnError,
    Stands, ask_to_withdraw, change_contact, enter, object, open, reopen, say_how_it_went, worker_view,
};
use haqqi_kernel::{Actor, JobStore, Reference, Role};

use crate::world::World;

async fn what(world: &World, entered: &Entered) -> Vec<String> {
    world.events(entered.complaint()).await.into_iter().map(|event| event.what).collect()
}

async fn kinds(world: &World, reference: Reference) -> Vec<String> {
    let supervisor = world.staff(Role::Supervisor);
    let rows = world.work(&supervisor).await.into_iter().filter(|row| row.reference == reference.to_string());
    rows.map(|row| row.kind).collect()
}

#[tokio::test]
async fn a_withdrawal_waits_for_a_private_check() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        ask_to_withdraw(desk, &entered, "My brother says I must stop.").await.unwrap();
        assert!(
            matches!(ask_to_withdraw(desk, &entered, "").await, Err(AskError::Already)),
            "{}",
            world.test.on
        );
        assert!(kinds(&world, filed.reference).await.contains(&"withdrawal-asked".to_owned()));
        // It goes on, and nobody closes it past the check.
        assert_eq!(worker_view(desk, &entered).await.unwrap().stands, Stands::Acknowledged);
        let past = world.close(&officer, filed.reference, "withdrawn").await;
        assert!(matches!(past, Err(CloseError::WithdrawalOpen)), "{past:?}");
        let check = WithdrawalCheck::Pressed;
        let empty = decide_withdrawal(desk, &officer, filed.reference, check, " ").await;
        assert!(matches!(empty, Err(DecideError::Empty)), "{empty:?}");
        decide_withdrawal(desk, &officer, filed.reference, check, "Her brother was told to.").await.unwrap();
        assert_eq!(worker_view(desk, &entered).await.unwrap().stands, Stands::Acknowledged, "it goes on");
        let again = decide_withdrawal(desk, &officer, filed.reference, check, "x").await;
        assert!(matches!(again, Err(DecideError::Nothing)), "{again:?}");
        // Asked for anew, of her own wish.
        world.test.clock.advance(TimeDelta::minutes(1));
        world.met_alone(&officer, filed.reference).await;
        world.test.clock.advance(TimeDelta::minutes(1));
        ask_to_withdraw(desk, &entered, "").await.unwrap();
        let unmet = decide_withdrawal(desk, &officer, filed.reference, WithdrawalCheck::Own, "").await;
        assert!(matches!(unmet, Err(DecideError::NotMet)), "met before she asked: {unmet:?}");
        world.met_alone(&officer, filed.reference).await;
        decide_withdrawal(desk, &officer, filed.reference, WithdrawalCheck::Own, "").await.unwrap();
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!((view.stands, view.outcome.as_deref()), (Stands::Closed, Some("withdrawn")));
        assert!(kinds(&world, filed.reference).await.is_empty(), "no work is left");
        let told = what(&world, &entered).await;
        let count = |name: &str| told.iter().filter(|what| *what == name).count();
        assert_eq!((count("complaint.withdrawal-asked"), count("complaint.closed")), (2, 1));
        assert_eq!(world.audited(entered.complaint(), "complaint.decide-withdrawal").await, 2);
        assert!(matches!(ask_to_withdraw(desk, &entered, "").await, Err(AskError::State)));
    }
}

#[tokio::test]
async fn what_is_due_is_followed_again_whoever_opens_it() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let jobs = async || {
            let store = JobStore::new(desk.site.house.clone());
            for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
                if job.kind == REOPENED {
                    opened_again(desk, &job).await.unwrap();
                    // Done twice it does nothing more.
                    opened_again(desk, &job).await.unwrap();
                }
                store.finish(&job, Ok(())).await.unwrap();
            }
        };
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let agreed = [("2026-12-20", 100_000), ("2027-01-20", 50_000)]
            .map(|(on, amount)| NewInstalment { due_on: day(on), amount });
        agree_pay(desk, &officer, filed.reference, &agreed).await.unwrap();
        let paid = Seen {
            state: PayState::Paid,
            amount: None,
            evidence: Some(Evidence::Employer),
            note: String::new(),
        };
        see_pay(desk, &officer, filed.reference, 1, &paid).await.unwrap();
        let due = async |who: &Actor| {
            let rows = world.work(who).await.into_iter().filter(|row| row.kind == "pay-due");
            rows.map(|row| (row.due_at.date_naive(), row.assignee)).collect::<Vec<_>>()
        };
        let mut holds = officer.clone();
        for hers in [true, false] {
            world.test.clock.advance(TimeDelta::minutes(1));
            ask_to_withdraw(desk, &entered, "").await.unwrap();
            world.test.clock.advance(TimeDelta::minutes(1));
            world.met_alone(&holds, filed.reference).await;
            decide_withdrawal(desk, &holds, filed.reference, WithdrawalCheck::Own, "").await.unwrap();
            jobs().await;
            assert!(due(&holds).await.is_empty(), "{on}: nobody's work while it is taken back");
            if hers {
                reopen(desk, &entered).await.unwrap();
            } else {
                holds = world.staff(Role::ComplaintsOfficer);
                open_again(desk, &holds, filed.reference, "She did not wish it after all.").await.unwrap();
            }
            jobs().await;
            assert_eq!(
                due(&holds).await,
                [(day("2027-01-20"), holds.account())],
                "{on}: opened by her: {hers}"
            );
        }
    }
}

#[tokio::test]
async fn a_flag_survives_a_withdrawal_and_unmet_nothing_is_closed() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.narrative = "The employer keeps my passport and locks the door, I may not go out.".to_owned();
        command.kind = Some("cannot-leave".to_owned());
        let filed = world.file(&command).await;
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let officer = world.officer_of(filed.reference).await;
        let open_flags = async || {
            let flags =
                haqqi_screening::flags_of_complaint(&desk.screening, entered.complaint()).await.unwrap();
            flags.iter().filter(|flag| flag.state.is_open()).count()
        };
        assert!(open_flags().await > 0, "{}", world.test.on);
        ask_to_withdraw(desk, &entered, "").await.unwrap();
        let unmet = WithdrawalCheck::Unchecked;
        let refused = decide_withdrawal(desk, &officer, filed.reference, unmet, "Called three times.").await;
        assert!(matches!(refused, Err(DecideError::FlagOpen)), "{refused:?}");
        world.met_alone(&officer, filed.reference).await;
        decide_withdrawal(desk, &officer, filed.reference, WithdrawalCheck::Own, "").await.unwrap();
        assert!(open_flags().await > 0, "the flag survives");
    }
}

#[tokio::test]
async fn a_closed_complaint_is_opened_again_within_the_days_and_no_later() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        assert!(matches!(reopen(desk, &entered).await, Err(AskError::State)));
        world.closed(&officer, filed.reference).await;
        world.test.clock.advance(TimeDelta::days(59));
        reopen(desk, &entered).await.unwrap();
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!((view.stands, view.outcome), (Stands::Acknowledged, None), "{}", world.test.on);
        assert_eq!(kinds(&world, filed.reference).await, ["reopened"]);
        let events = world.events(entered.complaint()).await;
        let closing = events.iter().find(|event| event.what == "complaint.closed").unwrap();
        let reopened = events.iter().find(|event| event.what == "complaint.reopened").unwrap();
        assert_eq!(reopened.corrects, Some(closing.id), "the figures count it as open");
        haqqi_casework::assess(desk, &officer, filed.reference, "assess", "Looked again.").await.unwrap();
        world.closed(&officer, filed.reference).await;
        assert!(kinds(&world, filed.reference).await.is_empty());
        world.test.clock.advance(TimeDelta::days(61));
        assert!(matches!(reopen(desk, &entered).await, Err(AskError::Late)));
    }
}

#[tokio::test]
async fn an_objection_goes_to_another_officer_than_the_one_who_decided() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, entered) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        assert!(matches!(object(desk, &entered, "No!").await, Err(AskError::State)));
        world.closed(&officer, filed.reference).await;
        assert!(matches!(object(desk, &entered, " ").await, Err(AskError::Empty)));
        object(desk, &entered, "They did not look at the payslips.").await.unwrap();
        assert_eq!(kinds(&world, filed.reference).await, ["objection-made"]);
        let anew = ObjectionAnswer::Anew;
        let same = decide_objection(desk, &officer, filed.reference, anew, "en", "We look again.").await;
        assert!(matches!(same, Err(DecideError::SamePerson)), "{}: {same:?}", world.test.on);
        let other = world.staff(Role::ComplaintsOfficer);
        let mute = decide_objection(desk, &other, filed.reference, anew, "en", "").await;
        assert!(matches!(mute, Err(DecideError::Empty)));
        decide_objection(desk, &other, filed.reference, anew, "en", "We look again.").await.unwrap();
        let view = worker_view(desk, &entered).await.unwrap();
        assert_eq!(view.stands, Stands::Acknowledged);
        assert!(view.messages.iter().any(|message| !message.hers && message.body == "We look again."));
        assert_eq!(kinds(&world, filed.reference).await, ["decision"]);
        // The second officer decides; the first may look at the next objection.
        world.test.clock.advance(TimeDelta::minutes(1));
        world.closed(&other, filed.reference).await;
        world.test.clock.advance(TimeDelta::minutes(1));
        object(desk, &entered, "Still wrong.").await.unwrap();
        let stands = ObjectionAnswer::Stands;
        decide_objection(desk, &officer, filed.reference, stands, "en", "It stands.").await.unwrap();
        assert_eq!(worker_view(desk, &entered).await.unwrap().outcome.as_deref(), Some("insufficient"));
        world.test.clock.advance(TimeDelta::days(31));
        assert!(matches!(object(desk, &entered, "Too late").await, Err(AskError::Late)));
    }
}

#[tokio::test]
async fn a_changed_contact_leaves_nothing_of_the_old_one() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.contact = Contact {
            channel: Channel::Phone,
            address: "0799 000 111".to_owned(),
            hers_alone: true,
            ..Contact::default()
        };
        let filed = world.file(&command).await;
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let officer = world.officer_of(filed.reference).await;
        let new = Contact {
            channel: Channel::Email,
            address: "new@mail.example".to_owned(),
            hers_alone: true,
            ..Contact::default()
        };
        let bad = Contact { address: "nowhere".to_owned(), ..new.clone() };
        let refused = change_contact(desk, &entered, &bad, Confidentiality::Open).await;
        assert!(matches!(refused, Err(ContactError::Field { field: "contact.address", .. })), "{refused:?}");
        change_contact(desk, &entered, &new, Confidentiality::Open).await.unwrap();
        let record = open(desk, &officer, filed.reference, "test").await.unwrap();
        assert_eq!(record.contact, new, "{}", world.test.on);
        assert_eq!(record.summary.contact_channel, Channel::Email);
        assert_eq!(record.summary.confidentiality, Confidentiality::Open);
        let told = what(&world, &entered).await;
        assert!(told.contains(&"complaint.contact-changed".to_owned()), "{told:?}");
        assert!(told.contains(&"complaint.confidentiality-changed".to_owned()), "{told:?}");
    }
}

#[tokio::test]
async fn how_it_went_is_counted_once_and_a_filer_does_none_of_this() {
    for world in World::all().await {
        let desk = &world.desk;
        let (_, entered) = world.worker().await;
        say_how_it_went(desk, &entered, HowItWent::Helped).await.unwrap();
        assert!(matches!(say_how_it_went(desk, &entered, HowItWent::Little).await, Err(AskError::Already)));
        let counted =
            what(&world, &entered).await.iter().filter(|what| *what == "complaint.feedback").count();
        assert_eq!(counted, 1, "{}", world.test.on);
        let mut command = World::command();
        command.filed_by = Some("relative".to_owned());
        let filed = world.file(&command).await;
        let filer = enter(desk, filed.reference, filed.filer_receipt.as_ref().unwrap()).await.unwrap();
        let denied = |error: AskError| matches!(error, AskError::Return(ReturnError::Denied));
        assert!(denied(ask_to_withdraw(desk, &filer, "for her").await.unwrap_err()));
        assert!(denied(object(desk, &filer, "for her").await.unwrap_err()));
        assert!(denied(reopen(desk, &filer).await.unwrap_err()));
        assert!(denied(say_how_it_went(desk, &filer, HowItWent::Helped).await.unwrap_err()));
    }
}
