//! What comes after an agreement: pay followed until recovered, papers given back, mediation and what bars it.

use chrono::{NaiveDate, TimeDelta};
use haqqi_accounts::{NewStaff, add_staff};
use haqqi_casework::{
    Came, CloseError, Closing, Evidence, HeldSession, JointError, MediationError, NewInstalment, NewPaper,
    PaperError, Party, PayError, PayState, PlanSession, Recovered, Seen, SessionState, Workplace, agree_pay,
    ask_joint, decide_joint, decide_settlement, hold_session, in_homes, instalments, link, note_kept,
    note_paper, papers, plan_session, recovered, see_pay, sessions, sessions_to_hold,
};
use haqqi_complaints::open;
use haqqi_establishments::{Kind, NewEstablishment};
use haqqi_kernel::{Actor, Role, StaffActor};

use crate::world::World;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn seen(state: PayState, evidence: Option<Evidence>) -> Seen {
    Seen { state, amount: None, evidence, note: String::new() }
}

#[tokio::test]
async fn pay_is_followed_and_the_outcome_follows_from_what_somebody_saw() {
    for world in World::all().await {
        let desk = &world.desk;
        let (filed, _) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        let agreed = [("2026-12-01", 100_000), ("2027-01-01", 50_000)]
            .map(|(on, amount)| NewInstalment { due_on: day(on), amount });
        let wrong = [agreed[1], agreed[0]];
        let refused = agree_pay(desk, &officer, filed.reference, &wrong).await;
        assert!(matches!(refused, Err(PayError::Day)), "{}: {refused:?}", world.test.on);
        agree_pay(desk, &officer, filed.reference, &agreed).await.unwrap();
        let reminders = async || {
            let work = world.work(&officer).await.into_iter().filter(|row| row.kind == "pay-due");
            work.map(|row| row.due_at.date_naive()).collect::<Vec<_>>()
        };
        assert_eq!(reminders().await, [day("2026-12-01"), day("2027-01-01")]);
        world.safe(&officer, filed.reference).await;
        let waits = world.close(&officer, filed.reference, "settled_paid").await;
        assert!(matches!(waits, Err(CloseError::Recovered(Some(Recovered::Waits)))), "{waits:?}");
        let unseen = see_pay(desk, &officer, filed.reference, 1, &seen(PayState::Paid, None)).await;
        assert!(matches!(unseen, Err(PayError::Evidence)), "{unseen:?}");
        see_pay(desk, &officer, filed.reference, 1, &seen(PayState::Paid, Some(Evidence::Worker)))
            .await
            .unwrap();
        see_pay(desk, &officer, filed.reference, 2, &seen(PayState::Paid, Some(Evidence::Employer)))
            .await
            .unwrap();
        assert!(reminders().await.is_empty());
        let summary = open(desk, &officer, filed.reference, "test").await.unwrap().summary;
        let found = recovered(&instalments(desk, &officer, &summary).await.unwrap());
        assert_eq!(found, Some(Recovered::Unverified), "the employer alone says so");
        let said = world.close(&officer, filed.reference, "settled_paid").await;
        assert!(matches!(said, Err(CloseError::Recovered(_))), "{said:?}");
        see_pay(desk, &officer, filed.reference, 2, &seen(PayState::Paid, Some(Evidence::Bank)))
            .await
            .unwrap();
        // Nobody has computed what was owed: a second person looks at it.
        let closed = world.close(&officer, filed.reference, "settled_paid").await.unwrap();
        assert_eq!(closed, Closing::Proposed, "{}", world.test.on);
        decide_settlement(desk, &world.staff(Role::Supervisor), filed.reference, true, "").await.unwrap();
        let events = world.events(summary.id).await;
        let pay: Vec<_> = events.iter().filter(|event| event.what == "complaint.pay-seen").collect();
        assert!(pay.len() == 3 && pay.iter().all(|event| !event.dimensions.contains("000")), "no amounts");
        // Papers are an axis of their own: noted after it is closed as well.
        let paper = NewPaper {
            paper: "passport".to_owned(),
            holder: Some("employer".to_owned()),
            seen_on: desk.site.house.now().date_naive(),
            note: "She showed it.".to_owned(),
        };
        let ahead = NewPaper { seen_on: day("2030-01-01"), ..paper.clone() };
        let ahead = note_paper(desk, &officer, filed.reference, &ahead).await;
        assert!(matches!(ahead, Err(PaperError::Day)), "{ahead:?}");
        note_paper(desk, &officer, filed.reference, &paper).await.unwrap();
        let all = papers(desk, &officer, &summary).await.unwrap();
        assert_eq!((all.len(), all[0].note.as_str(), all[0].by), (1, "She showed it.", officer.account()));
    }
}

/// A mediator of the house, as an actor.
async fn mediator(world: &World, sign_in: &str) -> Actor {
    let new = NewStaff {
        sign_in: sign_in.to_owned(),
        name: "M".to_owned(),
        office: None,
        agency: None,
        roles: vec![Role::Mediator],
        languages: Vec::new(),
        sex: None,
        password: "correct horse battery".to_owned(),
    };
    let mut unit = world.desk.site.house.unit(Actor::System);
    let added = add_staff(&mut unit, &new).unwrap();
    unit.commit().await.unwrap();
    Actor::Staff(StaffActor {
        id: added.id,
        roles: vec![Role::Mediator],
        office: None,
        also: Vec::new(),
        on_duty: false,
    })
}

#[tokio::test]
async fn mediation_is_barred_until_she_asks_in_private_and_a_supervisor_approves() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut command = World::command();
        command.answers = [("S.papers".to_owned(), haqqi_screening::Answer::Yes)].into();
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let mediator_one = mediator(&world, "mediator.one").await;
        let mediator_two = mediator(&world, "mediator.two").await;
        let plan = PlanSession {
            at: desk.site.house.now() + TimeDelta::days(2),
            mediator: mediator_one.account().unwrap(),
            parties: vec![Party::Worker, Party::Employer, Party::Interpreter],
        };
        let barred = plan_session(desk, &officer, filed.reference, &plan).await;
        assert!(matches!(barred, Err(MediationError::Barred(_))), "{}: {barred:?}", world.test.on);
        let words = "She wants her passport first, and to say it to his face.";
        let unmet = ask_joint(desk, &officer, filed.reference, words).await;
        assert!(matches!(unmet, Err(JointError::NotMet)), "{unmet:?}");
        world.met_alone(&officer, filed.reference).await;
        ask_joint(desk, &officer, filed.reference, words).await.unwrap();
        let again = ask_joint(desk, &officer, filed.reference, words).await;
        assert!(matches!(again, Err(JointError::Already)), "{again:?}");
        let barred = plan_session(desk, &officer, filed.reference, &plan).await;
        assert!(matches!(barred, Err(MediationError::Barred(_))), "asked is not approved");
        let own = decide_joint(desk, &officer, filed.reference, true, "Yes.").await;
        assert!(matches!(own, Err(JointError::Read(_))), "{own:?}");
        let supervisor = world.staff(Role::Supervisor);
        decide_joint(desk, &supervisor, filed.reference, true, "She knows what she asks for.").await.unwrap();
        let one_side = PlanSession { parties: vec![Party::Worker], ..plan.clone() };
        let one_side = plan_session(desk, &officer, filed.reference, &one_side).await;
        assert!(matches!(one_side, Err(MediationError::Parties)), "{one_side:?}");
        plan_session(desk, &officer, filed.reference, &plan).await.unwrap();
        // Its mediator sees it, and nobody else's.
        assert_eq!(sessions_to_hold(desk, &mediator_one).await.unwrap().len(), 1);
        assert!(sessions_to_hold(desk, &mediator_two).await.unwrap().is_empty());
        assert!(sessions(desk, &mediator_two, filed.reference).await.is_err());
        assert!(open(desk, &mediator_one, filed.reference, "test").await.is_err(), "never her words");
        assert_eq!(world.work(&mediator_one).await.len(), 1);
        let held = HeldSession {
            came: Came::Agreed,
            minutes: "Both came.".to_owned(),
            terms: "Passport today, pay in December.".to_owned(),
            pay: vec![NewInstalment { due_on: day("2026-12-20"), amount: 90_000 }],
        };
        let early = hold_session(desk, &mediator_one, filed.reference, 1, &held).await;
        assert!(matches!(early, Err(MediationError::Time)), "{early:?}");
        world.test.clock.advance(TimeDelta::days(2));
        hold_session(desk, &mediator_one, filed.reference, 1, &held).await.unwrap();
        assert!(world.work(&mediator_one).await.is_empty());
        let (summary, all) = sessions(desk, &officer, filed.reference).await.unwrap();
        assert_eq!((all[0].state, all[0].minutes.as_str()), (SessionState::Agreed, "Both came."));
        assert_eq!(
            instalments(desk, &officer, &summary).await.unwrap().len(),
            1,
            "pay is followed from here"
        );
        note_kept(desk, &officer, filed.reference, 1, false).await.unwrap();
        let (_, all) = sessions(desk, &officer, filed.reference).await.unwrap();
        assert_eq!(all[0].state, SessionState::Broken);
        let nobody = hold_session(desk, &mediator_two, filed.reference, 1, &held).await;
        assert!(matches!(nobody, Err(MediationError::Read(_))), "{nobody:?}");
    }
}

#[tokio::test]
async fn who_works_in_a_home_stands_on_a_list_of_its_own_until_met_alone() {
    for world in World::all().await {
        let desk = &world.desk;
        let mut home = NewEstablishment::named(Kind::Household, "A family");
        home.sector = Some("T".to_owned());
        home.governorate = Some(crate::world::PLACE.to_owned());
        let (filed, _) = world.worker().await;
        let officer = world.officer_of(filed.reference).await;
        assert!(in_homes(desk, &officer).await.unwrap().is_empty(), "{}", world.test.on);
        link(desk, &officer, filed.reference, &Workplace::New(Box::new(home))).await.unwrap();
        let rows = in_homes(desk, &officer).await.unwrap();
        assert_eq!((rows.len(), rows[0].complaint.reference, rows[0].met), (1, filed.reference, None));
        world.met_alone(&officer, filed.reference).await;
        assert!(in_homes(desk, &officer).await.unwrap()[0].met.is_some());
        assert!(in_homes(desk, &world.staff(Role::Inspector)).await.is_err());
    }
}
