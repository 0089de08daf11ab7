//! What is owed, on the record; and a settlement below it, which a second person must approve.

use haqqi_casework::{
    CloseComplaint, CloseError, Closing, Evidence, PayState, Saved, Seen, Settled, SettlementError,
    WagesError, close, decide_settlement, decide_withdrawal, save_wages, see_pay, take_back_closing,
    try_wages, wages_of, waiting_settlement,
};
use haqqi_complaints::{State, WageClaim, ask_to_withdraw, enter, open, worker_view};
use haqqi_kernel::{Actor, CommitError, Reference, Role};
use haqqi_wages::{Ending, Facts, Fault, Month};

use crate::world::World;

fn claim(month: &str, agreed: i64, paid: i64) -> WageClaim {
    WageClaim { month: month.to_owned(), agreed: Some(agreed), paid: Some(paid) }
}

/// A worker who told of two months, and the officer who acknowledged it.
async fn told(world: &World) -> (Reference, Actor) {
    let mut command = World::command();
    command.claims = vec![claim("2026-05", 290_000, 100_000), claim("2026-06", 290_000, 0)];
    let filed = world.file(&command).await;
    (filed.reference, world.officer_of(filed.reference).await)
}

/// The facts that she told, completed by the officer.
async fn completed(world: &World, officer: &Actor, reference: Reference) -> Facts {
    let told = wages_of(&world.desk, officer, reference).await.unwrap().facts;
    Facts { regime: Some("general".to_owned()), ending: Some(Ending::Open), ..told }
}

async fn computed(world: &World, officer: &Actor, reference: Reference) -> Saved {
    let facts = completed(world, officer, reference).await;
    save_wages(&world.desk, officer, reference, &facts).await.unwrap()
}

fn settled(amount: i64, reason: &str) -> Settled {
    Settled { amount: Some(amount), reason: reason.to_owned() }
}

/// Closes it by a settlement of which nobody saw a payment.
async fn settle(
    world: &World,
    actor: &Actor,
    reference: Reference,
    settled: Settled,
) -> Result<Closing, CloseError> {
    let new = CloseComplaint { settled, ..world.closing("settled_unverified") };
    close(&world.desk, actor, reference, &new).await
}

#[tokio::test]
async fn what_she_told_is_there_already_and_each_calculation_stays() {
    for world in World::all().await {
        let desk = &world.desk;
        let (reference, officer) = told(&world).await;
        let before = wages_of(desk, &officer, reference).await.unwrap();
        assert!(before.saved.is_empty(), "{}", world.test.on);
        assert_eq!(before.facts.months.len(), 2);
        let mut facts = completed(&world, &officer, reference).await;
        let tried = try_wages(desk, &officer, reference, &facts).await.unwrap();
        assert_eq!((tried.least, tried.most), (480_000, Some(480_000)));
        assert!(wages_of(desk, &officer, reference).await.unwrap().saved.is_empty(), "tried, not saved");
        save_wages(desk, &officer, reference, &facts).await.unwrap();
        facts.months.push(Month {
            month: "2026-07".to_owned(),
            agreed: Some(230_000),
            received: Some(230_000),
            overtime: Some(0),
            rest: Some(0),
        });
        let second = save_wages(desk, &officer, reference, &facts).await.unwrap();
        assert_eq!((second.number, second.calculation.least), (2, 540_000), "60 under the minimum");
        let after = wages_of(desk, &officer, reference).await.unwrap();
        let kept: Vec<(i32, i64)> =
            after.saved.iter().map(|saved| (saved.number, saved.calculation.least)).collect();
        assert_eq!(kept, [(2, 540_000), (1, 480_000)]);
        assert!(
            after.saved.iter().all(|saved| saved.by == officer.account() && saved.pack.starts_with("jordan"))
        );
        assert_eq!(after.facts, facts, "the next begins with the last facts");
        let id = after.complaint.id;
        assert_eq!(world.audited(id, "complaint.save-wages").await, 2);
        assert!(world.audited(id, "complaint.read-wages").await >= 1);
        let events = world.events(id).await;
        let worked_out: Vec<_> =
            events.iter().filter(|event| event.what == "complaint.wages-worked-out").collect();
        assert_eq!(worked_out.len(), 2);
        assert!(worked_out.iter().all(|event| !event.dimensions.contains("540")), "no amount in the history");
    }
}

#[tokio::test]
async fn it_is_for_who_may_work_the_complaint_and_reading_it_does_not_count_as_reading_her_words() {
    for world in World::all().await {
        let desk = &world.desk;
        let filed = world.file(&World::command()).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        wages_of(desk, &officer, filed.reference).await.unwrap();
        let unread =
            haqqi_casework::acknowledge(desk, &officer, filed.reference, "ask-interpreter", "").await;
        assert!(unread.is_err(), "{}: her words were not opened", world.test.on);
        for role in [
            Role::Inspector,
            Role::Interpreter,
            Role::Administrator,
            Role::Auditor,
            Role::ReferralCoordinator,
        ] {
            let other = world.staff(role);
            let facts = Facts::default();
            let read = wages_of(desk, &other, filed.reference).await;
            assert!(matches!(read, Err(WagesError::Read(_))), "{role:?}");
            let saved = save_wages(desk, &other, filed.reference, &facts).await;
            assert!(matches!(saved, Err(WagesError::Read(_))), "{role:?}");
        }
    }
}

#[tokio::test]
async fn facts_that_cannot_be_are_refused_and_nothing_is_stored() {
    for world in World::all().await {
        let desk = &world.desk;
        let (reference, officer) = told(&world).await;
        let empty =
            save_wages(desk, &officer, reference, &Facts { ending: Some(Ending::Open), ..Facts::default() })
                .await;
        assert!(matches!(empty, Err(WagesError::Nothing)), "{}: {empty:?}", world.test.on);
        let wrong = Month { month: "2026-99".to_owned(), agreed: Some(-1), ..Month::default() };
        let wrong =
            save_wages(desk, &officer, reference, &Facts { months: vec![wrong], ..Facts::default() }).await;
        let Err(WagesError::Facts(faults)) = wrong else { panic!("{wrong:?}") };
        let faults: Vec<(&str, Fault)> = faults.iter().map(|one| (one.field.as_str(), one.fault)).collect();
        assert_eq!(faults, [("months.0.month", Fault::Month), ("months.0.agreed", Fault::Amount)]);
        assert!(wages_of(desk, &officer, reference).await.unwrap().saved.is_empty());
    }
}

#[tokio::test]
async fn two_people_who_save_at_once_make_two_calculations_or_one_is_told() {
    for world in World::all().await {
        let desk = &world.desk;
        let (reference, officer) = told(&world).await;
        let other = world.staff(Role::Supervisor);
        let facts = completed(&world, &officer, reference).await;
        let both = tokio::join!(
            save_wages(desk, &officer, reference, &facts),
            save_wages(desk, &other, reference, &facts)
        );
        let told = |one: &Result<Saved, WagesError>| {
            one.is_ok() || matches!(one, Err(WagesError::Commit(CommitError::Unique(_))))
        };
        assert!(told(&both.0) && told(&both.1), "{both:?}");
        let kept = wages_of(desk, &officer, reference).await.unwrap().saved;
        let well = [both.0.is_ok(), both.1.is_ok()].into_iter().filter(|ok| *ok).count();
        assert_eq!(kept.len(), well, "{}", world.test.on);
    }
}

#[tokio::test]
async fn a_settlement_below_what_is_owed_waits_for_another_supervisor() {
    for world in World::all().await {
        let desk = &world.desk;
        let (reference, officer) = told(&world).await;
        computed(&world, &officer, reference).await;
        let unsafe_yet = settle(&world, &officer, reference, settled(480_000, "")).await;
        assert!(matches!(unsafe_yet, Err(CloseError::NotAskedAgain)), "{unsafe_yet:?}");
        world.safe(&officer, reference).await;
        let unsaid = world.close(&officer, reference, "settled_unverified").await;
        assert!(matches!(unsaid, Err(CloseError::Amount)), "{}: {unsaid:?}", world.test.on);
        let below = settle(&world, &officer, reference, settled(300_000, " ")).await;
        let Err(CloseError::Below(terms)) = below else { panic!("{below:?}") };
        let measured = (terms.amount, terms.computed, terms.claimed, terms.short());
        assert_eq!(measured, (300_000, Some(480_000), Some(480_000), 180_000));
        // A supervisor may propose it as well, but not approve her own.
        let supervisor = world.staff(Role::Supervisor);
        let reason = "She wants to go home this week.";
        let proposed = settle(&world, &supervisor, reference, settled(300_000, reason)).await;
        assert_eq!(proposed.unwrap(), Closing::Proposed);
        let complaint = open(desk, &officer, reference, "test").await.unwrap().summary;
        assert_ne!(complaint.state, State::Closed, "nothing is closed");
        for outcome in ["settled_paid", "insufficient"] {
            let again = world.close(&officer, reference, outcome).await;
            assert!(matches!(again, Err(CloseError::SettlementWaits)), "{again:?}");
        }
        let seen = waiting_settlement(desk, &officer, &complaint).await.unwrap().unwrap();
        let why = seen.terms.map(|terms| terms.reason).unwrap();
        assert_eq!((seen.outcome.as_str(), why.as_str()), ("settled_unverified", reason));
        let kinds = async |actor: &Actor| -> Vec<String> {
            world.work(actor).await.into_iter().map(|row| row.kind).collect()
        };
        let second = world.staff(Role::Supervisor);
        assert!(kinds(&second).await.contains(&"settlement-to-approve".to_owned()));
        assert!(!kinds(&officer).await.contains(&"settlement-to-approve".to_owned()));
        let own = decide_settlement(desk, &supervisor, reference, true, "").await;
        assert!(matches!(own, Err(SettlementError::SamePerson)), "{own:?}");
        let officers = decide_settlement(desk, &officer, reference, true, "").await;
        assert!(matches!(officers, Err(SettlementError::Read(_))), "{officers:?}");
        let mute = decide_settlement(desk, &second, reference, false, " ").await;
        assert!(matches!(mute, Err(SettlementError::Empty)), "{mute:?}");
        decide_settlement(desk, &second, reference, false, "Ask for the whole of May first.").await.unwrap();
        assert!(!kinds(&second).await.contains(&"settlement-to-approve".to_owned()));
        // Refused: it stays open, and may be proposed anew.
        world.test.clock.advance(chrono::TimeDelta::minutes(1));
        let again = settle(&world, &officer, reference, settled(400_000, reason)).await;
        assert_eq!(again.unwrap(), Closing::Proposed);
        decide_settlement(desk, &second, reference, true, "").await.unwrap();
        let complaint = open(desk, &officer, reference, "test").await.unwrap().summary;
        assert_eq!(
            (complaint.state, complaint.outcome.as_deref()),
            (State::Closed, Some("settled_unverified"))
        );
        // Nobody saw the money: on the day of the pack somebody looks again, closed or not.
        assert_eq!(kinds(&officer).await, ["pay-due"]);
        let seen = Seen {
            state: PayState::Paid,
            amount: None,
            evidence: Some(Evidence::Worker),
            note: String::new(),
        };
        see_pay(desk, &officer, reference, 1, &seen).await.unwrap();
        assert!(kinds(&second).await.is_empty() && kinds(&officer).await.is_empty(), "no work is left");
        let late = decide_settlement(desk, &second, reference, true, "").await;
        assert!(matches!(late, Err(SettlementError::Nothing)), "{late:?}");
        assert_eq!(world.audited(complaint.id, "complaint.decide-settlement").await, 2);
        let closed = save_wages(desk, &officer, reference, &Facts::default()).await;
        assert!(matches!(closed, Err(WagesError::State)), "{closed:?}");
    }
}

#[tokio::test]
async fn a_settlement_is_measured_by_her_own_claims_too() {
    for world in World::all().await {
        let (reference, officer) = told(&world).await;
        world.safe(&officer, reference).await;
        // Without a calculation it is what she says is missing.
        let unsaid = world.close(&officer, reference, "settled_unverified").await;
        assert!(matches!(unsaid, Err(CloseError::Amount)), "{}: {unsaid:?}", world.test.on);
        let below = settle(&world, &officer, reference, settled(400_000, "")).await;
        let Err(CloseError::Below(terms)) = below else { panic!("{below:?}") };
        assert_eq!((terms.computed, terms.claimed, terms.short()), (None, Some(480_000), 80_000));
        // Nobody saw a payment: it is not “paid”.
        let new = CloseComplaint { settled: settled(480_000, ""), ..world.closing("settled_paid") };
        let unseen = close(&world.desk, &officer, reference, &new).await;
        assert!(matches!(unseen, Err(CloseError::Recovered(None))), "{unseen:?}");
        let all = settle(&world, &officer, reference, settled(480_000, "")).await;
        assert_eq!(all.unwrap(), Closing::Proposed, "all that she asks for, and nobody has computed more");
        // An outcome that is no settlement asks for no amount.
        let (reference, officer) = told(&world).await;
        computed(&world, &officer, reference).await;
        world.closed(&officer, reference).await;
    }
}

#[tokio::test]
async fn a_complaint_that_she_takes_back_leaves_no_settlement_waiting() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.claims = vec![claim("2026-05", 290_000, 0)];
        let filed = world.file(&command).await;
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let officer = world.officer_of(filed.reference).await;
        computed(&world, &officer, filed.reference).await;
        world.safe(&officer, filed.reference).await;
        let proposed = settle(&world, &officer, filed.reference, settled(1, "She leaves tomorrow.")).await;
        assert_eq!(proposed.unwrap(), Closing::Proposed);
        ask_to_withdraw(desk, &entered, "").await.unwrap();
        world.met_alone(&officer, filed.reference).await;
        let own = haqqi_casework::WithdrawalCheck::Own;
        decide_withdrawal(desk, &officer, filed.reference, own, "").await.unwrap();
        assert_eq!(worker_view(desk, &entered).await.unwrap().outcome.as_deref(), Some("withdrawn"));
        let second = world.staff(Role::Supervisor);
        let late = decide_settlement(desk, &second, filed.reference, true, "").await;
        assert!(matches!(late, Err(SettlementError::Nothing)), "{}: {late:?}", world.test.on);
        assert!(world.work(&second).await.is_empty());
    }
}

#[tokio::test]
async fn a_calculation_over_less_than_she_claims_approves_no_settlement() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (reference, officer) = told(&world).await;
        world.safe(&officer, reference).await;
        let whole = completed(&world, &officer, reference).await;
        let one_month = Facts { months: whole.months[..1].to_vec(), ..whole.clone() };
        let some_days = Facts { began: "2026-05-20".parse().ok(), ..whole.clone() };
        let mut received = whole.clone();
        received.months[0].received = Some(280_000);
        for facts in [one_month, some_days, received] {
            save_wages(desk, &officer, reference, &facts).await.unwrap();
            let done = settle(&world, &officer, reference, settled(480_000, "")).await.unwrap();
            assert_eq!(done, Closing::Proposed, "{on}: {facts:?}");
            take_back_closing(desk, &officer, reference).await.unwrap();
            world.test.clock.advance(chrono::TimeDelta::minutes(1));
        }
        save_wages(desk, &officer, reference, &whole).await.unwrap();
        let done = settle(&world, &officer, reference, settled(480_000, "")).await.unwrap();
        assert_eq!(done, Closing::Closed, "{on}: all of it was worked out");
    }
}
