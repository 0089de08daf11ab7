//! What may leave the house, and on what.

use haqqi_accounts::{TIE_DECLARED, declare_conflict};
use haqqi_kernel::{Actor, Claimed, Done, JobStore, Reference, Role};
use haqqi_referral::{
    GroundForm, NoGround, ReferralError, Refusal, approvals, decide_disclosure, hand_on, open_referral,
    part_from, preview, record_consent, record_ground, to_approve,
};
use haqqi_screening::Level;
use haqqi_worklist::{Leaving, WORK_LEFT};

use crate::world::{PURPOSE, UNIT, World, coordinator, draft, items, yes};

fn refusal(error: ReferralError) -> Refusal {
    match error {
        ReferralError::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

fn ground(kind: &str) -> GroundForm {
    GroundForm {
        kind: kind.to_owned(),
        receiver: UNIT.to_owned(),
        purpose: PURPOSE.to_owned(),
        told_first: "yes".to_owned(),
        words: "It cannot wait.".to_owned(),
        ..GroundForm::default()
    }
}

#[tokio::test]
async fn consent_is_for_one_receiver_and_one_purpose_and_ends() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        let cases = [
            ("social-development", "shelter", Refusal::Ground(NoGround::Other)),
            (UNIT, "escort", Refusal::Ground(NoGround::Other)),
            (UNIT, "shelter", Refusal::Ground(NoGround::Receiver)),
            ("aseza", "shelter", Refusal::Ground(NoGround::Receiver)),
        ];
        for (receiver, purpose, why) in cases {
            let other = draft(receiver, purpose, "consent-1", &items(&["language"]));
            assert_eq!(refusal(preview(desk, &us, case, &other).await.unwrap_err()), why, "{on} {receiver}");
        }
        let unticked = draft(UNIT, PURPOSE, "consent-1", &items(&["language", "sex-life"]));
        assert_eq!(refusal(preview(desk, &us, case, &unticked).await.unwrap_err()), Refusal::Items, "{on}");
        world.test.clock.advance(chrono::TimeDelta::days(40));
        let late = draft(UNIT, PURPOSE, "consent-1", &items(&["language"]));
        let why = refusal(preview(desk, &us, case, &late).await.unwrap_err());
        assert_eq!(why, Refusal::Ground(NoGround::Ended), "{on}");
    }
}

#[tokio::test]
async fn nobody_is_asked_before_a_party_or_without_the_limits_and_a_no_is_as_easy() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        for who in ["filer", "employer", "agency"] {
            let mut form = yes(UNIT, PURPOSE);
            form.alone = "no".to_owned();
            form.present = vec![who.to_owned()];
            let why = refusal(record_consent(desk, &us, case, &form).await.unwrap_err());
            assert_eq!(why, Refusal::PartyPresent, "{on} {who}");
        }
        let mut form = yes(UNIT, PURPOSE);
        form.limits_told = String::new();
        assert_eq!(refusal(record_consent(desk, &us, case, &form).await.unwrap_err()), Refusal::Limits);
        for ends in ["", "2026-11-01", "2031-01-01", "soon"] {
            let mut form = yes(UNIT, PURPOSE);
            form.ends = ends.to_owned();
            let why = refusal(record_consent(desk, &us, case, &form).await.unwrap_err());
            assert_eq!(why, Refusal::End, "{on} {ends}");
        }
        let mut no = yes(UNIT, PURPOSE);
        no.answer = "no".to_owned();
        no.ends = String::new();
        no.limits_told = String::new();
        record_consent(desk, &us, case, &no).await.unwrap();
        let opened = open_referral(desk, &us, case).await.unwrap();
        assert_eq!(opened.row.state.code(), "refused", "{on}: a no closes nothing");
        assert!(opened.row.closed_at.is_none(), "{on}");
        let asked = draft(UNIT, PURPOSE, "consent-1", &items(&["language"]));
        let why = refusal(preview(desk, &us, case, &asked).await.unwrap_err());
        assert_eq!(why, Refusal::Ground(NoGround::Refused), "{on}");
    }
}

#[tokio::test]
async fn a_statutory_duty_needs_an_article_and_another_person_by_name() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (us, _) = world.hire("coordinator", Role::ReferralCoordinator, None).await;
        let (supervisor, _) = world.hire("supervisor", Role::Supervisor, None).await;
        let (other, _) = world.hire("other-supervisor", Role::Supervisor, None).await;
        world.hire("inspector", Role::Inspector, None).await;
        let case = world.case(Level::Strong, "adult").await;
        let mut form = ground("statutory-duty");
        let why = refusal(record_ground(desk, &us, case, &form).await.unwrap_err());
        assert_eq!(why, Refusal::Ground(NoGround::Unnamed), "{on}");
        form.article = "lab-9".to_owned();
        let why = refusal(record_ground(desk, &us, case, &form).await.unwrap_err());
        assert_eq!(why, Refusal::Article, "{on}: an article that obliges nobody to tell");
        form.article = "aht-child-report".to_owned();
        for (approver, why) in
            [("", Refusal::Approver), ("inspector", Refusal::Approver), ("coordinator", Refusal::SamePerson)]
        {
            form.approver = approver.to_owned();
            let told = refusal(record_ground(desk, &us, case, &form).await.unwrap_err());
            assert_eq!(told, why, "{on} {approver}");
        }
        form.approver = "supervisor".to_owned();
        let number = record_ground(desk, &us, case, &form).await.unwrap();

        // Nothing goes out before the second person has said yes.
        let on_it = draft(UNIT, PURPOSE, "ground-1", &items(&["language"]));
        let why = refusal(preview(desk, &us, case, &on_it).await.unwrap_err());
        assert_eq!(why, Refusal::Ground(NoGround::NotApproved), "{on}");
        assert_eq!(world.kinds_of(&supervisor).await, ["disclosure-to-approve"], "{on}");
        assert!(world.kinds_of(&other).await.is_empty(), "{on}: work of the person named alone");

        // Not by who proposed it, not by another supervisor, not by somebody who may approve nothing.
        for not in [&us, &other] {
            assert!(approvals(desk, not).await.unwrap().is_empty(), "{on}");
            let told = decide_disclosure(desk, not, case, number, true, "Yes.").await.unwrap_err();
            assert!(matches!(told, ReferralError::NotFound), "{on}: {told}");
        }
        let (row, waiting) = to_approve(desk, &supervisor, case).await.unwrap();
        assert_eq!((row.reference, waiting[0].words.as_str()), (case, "It cannot wait."), "{on}");
        decide_disclosure(desk, &supervisor, case, number, true, "The article obliges us.").await.unwrap();
        assert!(world.kinds_of(&supervisor).await.is_empty(), "{on}");
        world.send(&us, case, &on_it, "a").await.unwrap();
        // The supervisor who approved does not thereby open the case.
        let told = open_referral(desk, &supervisor, case).await.unwrap_err();
        assert!(matches!(told, ReferralError::NotFound), "{on}");
    }
}

#[tokio::test]
async fn a_refused_ground_and_a_body_that_is_not_public_let_nothing_out() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (us, _) = world.hire("coordinator", Role::ReferralCoordinator, None).await;
        let (lead, _) = world.hire("child-lead", Role::ChildLead, None).await;
        let case = world.case(Level::Strong, "adult").await;
        let mut form = ground("danger");
        form.approver = "child-lead".to_owned();
        let number = record_ground(desk, &us, case, &form).await.unwrap();
        decide_disclosure(desk, &lead, case, number, false, "She is safe since this morning.").await.unwrap();
        let on_it = draft(UNIT, PURPOSE, "ground-1", &items(&["language"]));
        assert_eq!(refusal(preview(desk, &us, case, &on_it).await.unwrap_err()), Refusal::Basis, "{on}");

        let danger = world.case(Level::Danger, "adult").await;
        let mut ngo = ground("danger");
        ngo.receiver = "womens-union".to_owned();
        ngo.purpose = "shelter".to_owned();
        let why = refusal(record_ground(desk, &us, danger, &ngo).await.unwrap_err());
        assert_eq!(why, Refusal::Ground(NoGround::ConsentAlways), "{on}");
        // Where the flag itself says danger, one person is enough.
        record_ground(desk, &us, danger, &ground("danger")).await.unwrap();
        world.send(&us, danger, &on_it, "b").await.unwrap();
        let mut order = ground("court-order");
        let why = refusal(record_ground(desk, &us, case, &order).await.unwrap_err());
        assert_eq!(why, Refusal::OrderNumber, "{on}");
        order.order_number = "17/2026".to_owned();
        let why = refusal(record_ground(desk, &us, case, &order).await.unwrap_err());
        assert_eq!(why, Refusal::Approver, "{on}: nobody sends alone on a number that he typed");
        order.approver = "child-lead".to_owned();
        record_ground(desk, &us, case, &order).await.unwrap();
    }
}

#[tokio::test]
async fn a_child_needs_a_strong_flag_and_an_unknown_age_removes_no_consent() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (us, _) = world.hire("coordinator", Role::ReferralCoordinator, None).await;
        world.hire("child-lead", Role::ChildLead, None).await;
        let mut form = ground("child");
        let child = world.case(Level::Strong, "child").await;
        let why = refusal(record_ground(desk, &us, child, &form).await.unwrap_err());
        assert_eq!(why, Refusal::View, "{on}: the child's own view first");
        form.view = "I want to sleep elsewhere.".to_owned();
        for (level, age) in [(Level::Possible, "child"), (Level::Strong, "unknown"), (Level::Danger, "adult")]
        {
            let case = world.case(level, age).await;
            let why = refusal(record_ground(desk, &us, case, &form).await.unwrap_err());
            assert_eq!(why, Refusal::Ground(NoGround::NoChild), "{on} {level:?} {age}");
        }
        record_ground(desk, &us, child, &form).await.unwrap();
        // A child by appearance only: another person must agree.
        let unknown = world.case(Level::Strong, "unknown").await;
        form.apparent = "yes".to_owned();
        let why = refusal(record_ground(desk, &us, unknown, &form).await.unwrap_err());
        assert_eq!(why, Refusal::Approver, "{on}");
        form.approver = "child-lead".to_owned();
        record_ground(desk, &us, unknown, &form).await.unwrap();
        let on_it = draft(UNIT, PURPOSE, "ground-1", &items(&["language"]));
        let why = refusal(preview(desk, &us, unknown, &on_it).await.unwrap_err());
        assert_eq!(why, Refusal::Ground(NoGround::NotApproved), "{on}");
        let _: &Actor = &us;
    }
}

/// Does the job of a tie that this person declares to what a case is about, as the worker does: the job and what it came to.
async fn tied(world: &World, who: &Actor, case: Reference) -> (Claimed, Done) {
    let mut unit = world.test.house.unit(Actor::System);
    declare_conflict(&mut unit, who.account().unwrap(), world.complaint_of(case).await);
    unit.commit().await.unwrap();
    let store = JobStore::new(world.test.house.clone());
    let mut found = None;
    for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
        store.finish(&job, Ok(())).await.unwrap();
        if job.kind == TIE_DECLARED {
            let end = part_from(&world.desk, &job).await;
            found = Some((job, end));
        }
    }
    found.unwrap()
}

#[tokio::test]
async fn an_approver_with_a_tie_lets_go_and_another_is_asked() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (us, _) = world.hire("coordinator", Role::ReferralCoordinator, None).await;
        let (first, _) = world.hire("supervisor", Role::Supervisor, None).await;
        let (second, _) = world.hire("other-supervisor", Role::Supervisor, None).await;
        let case = world.case(Level::Strong, "adult").await;
        let form = GroundForm {
            article: "aht-child-report".to_owned(),
            approver: "supervisor".to_owned(),
            ..ground("statutory-duty")
        };
        let number = record_ground(desk, &us, case, &form).await.unwrap();
        let (_, end) = tied(&world, &first, case).await;
        assert!(end.is_ok(), "{on}: {end:?}");
        assert!(approvals(desk, &first).await.unwrap().is_empty(), "{on}: she hears nothing of it any more");
        assert_eq!(world.kinds_of(&second).await, ["disclosure-to-approve"], "{on}: it is another's");

        // Nobody is left but whoever proposed it, who never is asked: it is looked again until somebody is there.
        let (job, end) = tied(&world, &second, case).await;
        assert!(end.is_err(), "{on}");
        assert!(approvals(desk, &us).await.unwrap().is_empty(), "{on}");
        let (third, _) = world.hire("third", Role::Supervisor, None).await;
        part_from(desk, &job).await.unwrap();
        decide_disclosure(desk, &third, case, number, true, "The article obliges us.").await.unwrap();
        assert!(world.kinds_of(&third).await.is_empty(), "{on}");
    }
}

#[tokio::test]
async fn what_waits_for_who_leaves_waits_for_the_heir() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (us, _) = world.hire("coordinator", Role::ReferralCoordinator, None).await;
        let (first, _) = world.hire("supervisor", Role::Supervisor, None).await;
        world.hire("a-third", Role::Supervisor, None).await;
        let (heir, _) = world.hire("heir", Role::Supervisor, None).await;
        let case = world.case(Level::Strong, "adult").await;
        let form = GroundForm {
            article: "aht-child-report".to_owned(),
            approver: "supervisor".to_owned(),
            ..ground("statutory-duty")
        };
        record_ground(desk, &us, case, &form).await.unwrap();
        let (from, to) = (first.account().unwrap(), heir.account().unwrap());
        let mut unit = world.test.house.unit(Actor::System);
        unit.job(Leaving { from, to, offices: None }.job());
        unit.commit().await.unwrap();
        let store = JobStore::new(world.test.house.clone());
        for job in store.claim(100, std::time::Duration::from_secs(60)).await.unwrap() {
            let end = if job.kind == WORK_LEFT { hand_on(desk, &job).await } else { Ok(()) };
            store.finish(&job, end).await.unwrap();
        }
        assert!(approvals(desk, &first).await.unwrap().is_empty(), "{on}");
        assert_eq!(approvals(desk, &heir).await.unwrap().len(), 1, "{on}");
        assert_eq!(world.kinds_of(&heir).await, ["disclosure-to-approve"], "{on}");
    }
}
