//! Who sees what. What one may not see answers as not found.

use haqqi_accounts::{Directory, declare_conflict};
use haqqi_kernel::{Action, Actor, Role, judge};
use haqqi_referral::{
    Answer, GroundForm, ReferralError, Refusal, answer, approvals, cases, decide_disclosure, hand_overs,
    may_approve, open_hand_over, open_referral, record_consent, record_ground, transfers,
};
use haqqi_screening::Level;
use uuid::Uuid;

use crate::world::{PURPOSE, UNIT, World, agency, coordinator, draft, items, staff, yes};

fn not_found<T>(result: Result<T, ReferralError>) -> bool {
    matches!(result, Err(ReferralError::NotFound))
}

#[tokio::test]
async fn each_sees_only_what_the_role_allows() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let strong = world.case(Level::Strong, "adult").await;
        let danger = world.case(Level::Danger, "adult").await;
        let child = world.case(Level::Strong, "child").await;
        world.met(&us, strong).await;
        record_consent(desk, &us, strong, &yes(UNIT, PURPOSE)).await.unwrap();
        let share = items(&["language"]);
        let sent = world.send(&us, strong, &draft(UNIT, PURPOSE, "consent-1", &share), "a").await.unwrap();

        for role in [
            Role::Supervisor,
            Role::Auditor,
            Role::Administrator,
            Role::Inspector,
            Role::ComplaintsOfficer,
            Role::Interpreter,
            Role::Analyst,
        ] {
            let who = staff(&[role], Some("amman"), false);
            assert!(not_found(cases(desk, &who, false, None, 10).await), "{on} {role:?}");
            assert!(not_found(open_referral(desk, &who, strong).await), "{on} {role:?}");
            assert!(
                not_found(record_consent(desk, &who, strong, &yes(UNIT, PURPOSE)).await),
                "{on} {role:?}"
            );
            assert!(not_found(open_hand_over(desk, &who, sent).await), "{on} {role:?}");
            assert!(not_found(transfers(desk, &who, None, 10).await), "{on} {role:?}");
            if role != Role::Supervisor {
                assert!(not_found(approvals(desk, &who).await), "{on} {role:?}");
            }
        }

        // The duty officer: on duty, and danger alone.
        let off = staff(&[Role::DutyOfficer], None, false);
        assert!(not_found(open_referral(desk, &off, danger).await), "{on}");
        let duty = staff(&[Role::DutyOfficer], None, true);
        let seen = cases(desk, &duty, false, None, 10).await.unwrap().0;
        assert_eq!(seen.iter().map(|row| row.reference).collect::<Vec<_>>(), [danger], "{on}");
        assert!(not_found(open_referral(desk, &duty, strong).await), "{on}");
        world.met(&duty, danger).await;
        record_consent(desk, &duty, danger, &yes(UNIT, PURPOSE)).await.unwrap();
        assert!(transfers(desk, &duty, None, 10).await.unwrap().is_empty(), "{on}: the register is not his");

        // The child lead: children, and reading only.
        let lead = staff(&[Role::ChildLead], None, false);
        let seen = cases(desk, &lead, false, None, 10).await.unwrap().0;
        assert_eq!(seen.iter().map(|row| row.reference).collect::<Vec<_>>(), [child], "{on}");
        assert!(not_found(record_consent(desk, &lead, child, &yes(UNIT, PURPOSE)).await), "{on}");

        // Another agency: not in the list, not on its page, no answer from it. Nor the case from any agency.
        let other = agency("tamkeen");
        assert!(hand_overs(desk, &other, true, None, 10).await.unwrap().0.is_empty(), "{on}");
        assert!(not_found(open_hand_over(desk, &other, sent).await), "{on}");
        let ask = Answer::Ask { words: "Who is it?".to_owned() };
        assert!(not_found(answer(desk, &other, sent, &ask).await), "{on}");
        assert!(not_found(open_referral(desk, &agency(UNIT), strong).await), "{on}");
        assert!(open_hand_over(desk, &agency(UNIT), sent).await.is_ok(), "{on}");
        // The coordinator's own way to a hand-over is the case.
        assert!(not_found(open_hand_over(desk, &us, sent).await), "{on}");
    }
}

#[tokio::test]
async fn who_has_a_tie_hears_nothing_of_the_case() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        let other = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        let share = items(&["language"]);
        world.send(&us, case, &draft(UNIT, PURPOSE, "consent-1", &share), "a").await.unwrap();
        assert_eq!(transfers(desk, &us, None, 10).await.unwrap().len(), 1, "{on}");

        let tied = us.clone().tied_to(vec![world.complaint_of(case).await]);
        let (rows, _) = cases(desk, &tied, false, None, 10).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.reference).collect::<Vec<_>>(), [other], "{on}");
        assert!(not_found(open_referral(desk, &tied, case).await), "{on}");
        assert!(not_found(record_consent(desk, &tied, case, &yes(UNIT, PURPOSE)).await), "{on}");
        assert!(transfers(desk, &tied, None, 10).await.unwrap().is_empty(), "{on}");
        let queue = world.queue_of(&tied).await;
        assert!(!queue.is_empty() && queue.iter().all(|row| row.reference == other.to_string()), "{on}");
    }
}

#[tokio::test]
async fn an_agencys_user_and_an_approver_with_a_tie_are_passed_over() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        let share = items(&["language"]);
        let sent = world.send(&us, case, &draft(UNIT, PURPOSE, "consent-1", &share), "a").await.unwrap();
        let complaint = world.complaint_of(case).await;

        // A user of the agency says what ties her; from then her colleague alone has what was handed over of it.
        let (tied, _) = world.hire("tied", Role::AgencyUser, Some(UNIT)).await;
        let (free, _) = world.hire("free", Role::AgencyUser, Some(UNIT)).await;
        assert!(judge(&tied, Action::DeclareTie).is_ok(), "{on}: she can say so");
        let (boss, _) = world.hire("boss", Role::Supervisor, None).await;
        let (other, _) = world.hire("other-boss", Role::Supervisor, None).await;
        assert!(open_hand_over(desk, &tied, sent).await.is_ok(), "{on}");
        let mut unit = world.test.house.unit(Actor::System);
        for person in [&tied, &boss] {
            declare_conflict(&mut unit, person.account().unwrap(), complaint);
        }
        unit.commit().await.unwrap();
        let directory = Directory::new(world.test.house.clone());
        let now = async |actor: &Actor| {
            directory.person(actor.account().unwrap()).await.unwrap().unwrap().actor(false)
        };
        let tied = now(&tied).await;
        assert!(hand_overs(desk, &tied, false, None, 10).await.unwrap().0.is_empty(), "{on}");
        assert!(not_found(open_hand_over(desk, &tied, sent).await), "{on}");
        assert!(world.queue_of(&tied).await.is_empty(), "{on}");
        assert!(open_hand_over(desk, &now(&free).await, sent).await.is_ok(), "{on}");

        // Nor is who has a tie offered as an approver of this case, or taken; of another case she is.
        let names = async |complaint: Uuid| {
            let may = may_approve(desk, &us, complaint).await.unwrap();
            may.into_iter().map(|person| person.sign_in).collect::<Vec<_>>()
        };
        assert_eq!(names(complaint).await, ["other-boss"], "{on}");
        let elsewhere = world.complaint_of(world.case(Level::Strong, "adult").await).await;
        assert_eq!(names(elsewhere).await, ["boss", "other-boss"], "{on}");
        let ground = |approver: &str| GroundForm {
            kind: "court-order".to_owned(),
            order_number: "12/2026".to_owned(),
            receiver: UNIT.to_owned(),
            purpose: PURPOSE.to_owned(),
            told_first: "yes".to_owned(),
            words: "The court asks for it in its order.".to_owned(),
            approver: approver.to_owned(),
            ..GroundForm::default()
        };
        let refused = record_ground(desk, &us, case, &ground("boss")).await;
        assert!(matches!(refused, Err(ReferralError::Refused(Refusal::Approver))), "{on}: {refused:?}");
        let said = GroundForm { words: ".".to_owned(), ..ground("other-boss") };
        let refused = record_ground(desk, &us, case, &said).await;
        assert!(matches!(refused, Err(ReferralError::Refused(Refusal::Why))), "{on}: {refused:?}");
        record_ground(desk, &us, case, &ground("other-boss")).await.unwrap();
        let other = now(&other).await;
        for none in [".", "ok"] {
            let refused = decide_disclosure(desk, &other, case, 1, true, none).await;
            assert!(matches!(refused, Err(ReferralError::Refused(Refusal::Why))), "{on}: {refused:?}");
        }
        decide_disclosure(desk, &other, case, 1, true, "The order is in the file, with its stamp.")
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn lists_go_page_by_page_without_a_gap() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let mut all = Vec::new();
        for _ in 0..5 {
            all.push(world.case(Level::Strong, "adult").await);
            world.test.clock.advance(chrono::TimeDelta::days(1));
        }
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let (rows, next) = cases(desk, &us, false, after, 2).await.unwrap();
            seen.extend(rows.iter().map(|row| row.reference));
            match next {
                Some(cursor) => after = Some(cursor),
                None => break,
            }
        }
        assert_eq!(seen, all, "{on}: by what is due");
    }
}
