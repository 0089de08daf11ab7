//! What comes after an agreement: pay followed until recovered, papers given back, mediation and what bars it.

use chrono::{NaiveDate, TimeDelta};
use haqqi_accounts::{NewStaff, add_staff};
use haqqi_casework::{
    Bar, CallError, Came, CloseError, Closing, Evidence, HeldSession, JointError, MediationError, NewAttempt,
    NewInstalment, NewPaper, PaperError, Party, PayError, PayState, Person, PlanSession, Private, Recovered,
    Seen, SessionState, Tried, Turn, Workplace, agree_pay, ask_joint, check_ins, decide_joint,
    decide_settlement, hold_session, in_homes, instalments, link, note_attempt, note_kept, note_paper,
    papers, plan_session, recovered, see_pay, sessions, sessions_to_hold,
};
use haqqi_complaints::{Confidentiality, Contact, Filed, change_contact, enter, open, write_back};
use haqqi_establishments::{Kind, NewEstablishment};
use haqqi_kernel::{Actor, Role, StaffActor};
use haqqi_pack::Decision;
use haqqi_screening::{Level, Merits, MeritsDecision, decide_merits, flags_of_complaint, open_flag};

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
        for outcome in ["settled_paid", "violation_established", "transferred", "insufficient"] {
            let waits = world.close(&officer, filed.reference, outcome).await;
            assert!(matches!(waits, Err(CloseError::Recovered(Some(Recovered::Waits)))), "{waits:?}");
        }
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
        // He was there: from now on somebody asks her whether she is punished.
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        assert_eq!(check_ins(&desk.site.house, id).await.unwrap().len(), 3);
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
        assert!(in_homes(desk, &officer, None).await.unwrap().rows.is_empty(), "{}", world.test.on);
        link(desk, &officer, filed.reference, &Workplace::New(Box::new(home))).await.unwrap();
        let rows = in_homes(desk, &officer, None).await.unwrap().rows;
        assert_eq!((rows.len(), rows[0].complaint.reference, rows[0].met), (1, filed.reference, None));
        world.met_alone(&officer, filed.reference).await;
        assert!(in_homes(desk, &officer, None).await.unwrap().rows[0].met.is_some());
        assert!(in_homes(desk, &world.staff(Role::Inspector), None).await.is_err());
    }
}

#[tokio::test]
async fn work_in_a_home_is_followed_from_filing_on_and_nobody_falls_off_the_list() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut command = World::command();
        command.kind = Some("domestic-work".to_owned());
        let first = world.file(&command).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let rows = in_homes(desk, &officer, None).await.unwrap().rows;
        assert_eq!(rows.len(), 1, "{on}: no home is known, and nobody has read it");
        assert_eq!(rows[0].complaint.reference, first.reference, "{on}");
        let mut all = vec![first.reference];
        for _ in 0..129 {
            world.test.clock.advance(chrono::TimeDelta::minutes(1));
            all.push(world.file(&command).await.reference);
        }
        // Not of a home.
        world.worker().await;
        // One of them was met: she goes to the end.
        let reader = world.officer_of(all[3]).await;
        world.met_alone(&reader, all[3]).await;
        let met = all.remove(3);
        all.push(met);
        let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
        loop {
            let page = in_homes(desk, &officer, after).await.unwrap();
            seen.extend(page.rows.iter().map(|row| row.complaint.reference));
            pages += 1;
            let Some(next) = page.next else { break };
            after = Turn::from_code(&next.code());
            assert_eq!(after, Some(next), "{on}");
        }
        assert_eq!((pages, seen.len()), (3, 130), "{on}");
        assert_eq!(seen, all, "{on}: the longest waiting first");
    }
}

#[tokio::test]
async fn what_is_upheld_bars_as_what_is_open_and_graver_news_end_her_request() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut command = World::command();
        command.narrative =
            "He keeps my passport, beats me and locks the door, I am not allowed to go out.".to_owned();
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let supervisor = world.staff(Role::Supervisor);
        let employer =
            NewAttempt { person: Person::Employer, ..World::attempt(Tried::Spoke, Private::Unknown) };
        let barred = async || match note_attempt(desk, &officer, filed.reference, &employer).await {
            Err(CallError::Barred(bars)) => bars.contains(&Bar::Flag),
            other => {
                other.unwrap();
                false
            }
        };
        assert!(barred().await, "{on}: a strong flag is open");
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        let flag = flags_of_complaint(&desk.screening, id).await.unwrap().pop().unwrap();
        open_flag(&desk.screening, &supervisor, flag.reference).await.unwrap();
        let reason = desk.site.pack.reasons_for(Decision::MeritsEscalate).next().unwrap().code.clone();
        let words = "Indicators are present.".to_owned();
        let upheld = Merits { decision: MeritsDecision::Escalate, reason, words, found: Default::default() };
        decide_merits(&desk.screening, &supervisor, flag.reference, &upheld).await.unwrap();
        assert!(barred().await, "{on}: upheld, it bars as before");
        let pay = [NewInstalment { due_on: day("2026-12-01"), amount: 100_000 }];
        let agreed = agree_pay(desk, &officer, filed.reference, &pay).await;
        assert!(matches!(agreed, Err(PayError::FlagOpen)), "{on}: {agreed:?}");
        // She asks for it herself, alone, and a supervisor approves.
        world.met_alone(&officer, filed.reference).await;
        ask_joint(desk, &officer, filed.reference, "I want to speak to him.").await.unwrap();
        decide_joint(desk, &supervisor, filed.reference, true, "She says so.").await.unwrap();
        assert!(!barred().await, "{on}");
        world.test.clock.advance(TimeDelta::minutes(1));
        let entered = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let worse = "I am locked in now and he says he will kill me tonight.";
        write_back(desk, &entered, worse, None).await.unwrap();
        assert!(barred().await, "{on}: what she asked for before that does not hold now");
    }
}

#[tokio::test]
async fn words_of_held_papers_and_her_wish_bar_the_employer_until_she_agrees_alone() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let session = async |officer: &Actor, filed: &Filed, holds: &Actor| {
            let plan = PlanSession {
                at: desk.site.house.now() + TimeDelta::days(2),
                mediator: holds.account().unwrap(),
                parties: vec![Party::Worker, Party::Employer],
            };
            match plan_session(desk, officer, filed.reference, &plan).await {
                Err(MediationError::Barred(bars)) => bars,
                other => {
                    other.unwrap();
                    Vec::new()
                }
            }
        };
        let holds = mediator(&world, "mediator.three").await;
        // Nobody is to know of it: that she agrees is said in a talk alone, and is enough.
        let filed = world.file(&World::command()).await;
        let officer = world.officer_of(filed.reference).await;
        assert_eq!(session(&officer, &filed, &holds).await, [Bar::Wish], "{on}");
        let employer =
            NewAttempt { person: Person::Employer, ..World::attempt(Tried::Spoke, Private::Unknown) };
        let called = note_attempt(desk, &officer, filed.reference, &employer).await;
        assert!(matches!(called, Err(CallError::Barred(_))), "{on}: {called:?}");
        world.met_alone(&officer, filed.reference).await;
        ask_joint(desk, &officer, filed.reference, "He may know that it is me.").await.unwrap();
        assert!(session(&officer, &filed, &holds).await.is_empty(), "{on}");
        // She thinks better of it.
        world.test.clock.advance(TimeDelta::minutes(1));
        let her = enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let contact = Contact::default();
        for wish in [Confidentiality::Open, Confidentiality::Confidential] {
            change_contact(desk, &her, &contact, wish).await.unwrap();
        }
        assert_eq!(session(&officer, &filed, &holds).await, [Bar::Wish], "{on}");

        // Held papers, and no flag that is strong; she is open about her name.
        let mut command = World::command();
        command.confidentiality = Confidentiality::Open;
        command.narrative = "My employer keeps my passport.".to_owned();
        let filed = world.file(&command).await;
        let officer = world.officer_of(filed.reference).await;
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        let flags = flags_of_complaint(&desk.screening, id).await.unwrap();
        assert!(flags.iter().all(|flag| flag.level < Level::Strong), "{on}");
        assert_eq!(session(&officer, &filed, &holds).await, [Bar::Indicator], "{on}");
        world.met_alone(&officer, filed.reference).await;
        ask_joint(desk, &officer, filed.reference, "I want it back from him.").await.unwrap();
        assert_eq!(session(&officer, &filed, &holds).await, [Bar::Indicator], "{on}: asked, not approved");
        let supervisor = world.staff(Role::Supervisor);
        decide_joint(desk, &supervisor, filed.reference, true, "She says so.").await.unwrap();
        assert!(session(&officer, &filed, &holds).await.is_empty(), "{on}");
    }
}
