//! From the opened case to the agency's acceptance.

use chrono::TimeDelta;
use haqqi_kernel::{Reference, Role};
use haqqi_referral::{
    Answer, CaseState, Draft, HandOverState, Item, ReferralError, Refusal, Sending, answer, cases, close,
    hand_overs, open_hand_over, open_referral, preview, record_consent, reply, send, transfers,
};
use haqqi_screening::Level;

use crate::world::{
    EMPLOYER, HER_WORDS, PURPOSE, UNIT, World, agency, coordinator, draft, items, staff, text, yes,
};

async fn state(world: &World, case: Reference) -> CaseState {
    open_referral(&world.desk, &coordinator(), case).await.unwrap().row.state
}

fn shared() -> Draft {
    let words = Item::Words(text()).code();
    draft(UNIT, PURPOSE, "consent-1", &[items(&["language", "reach"]), vec![words]].concat())
}

#[tokio::test]
async fn from_the_flag_to_the_agencys_acceptance() {
    for world in World::all().await {
        let (desk, us, unit, on) = (&world.desk, coordinator(), agency(UNIT), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;

        // Opening sends nothing: the agency has nothing, the coordinator has somebody to ask.
        assert_eq!(world.kinds_of(&us).await, ["consent-to-ask"], "{on}");
        assert!(world.kinds_of(&unit).await.is_empty(), "{on}");
        assert!(hand_overs(desk, &unit, true, None, 10).await.unwrap().0.is_empty(), "{on}");
        assert_eq!(state(&world, case).await, CaseState::ToAsk, "{on}");
        let early = preview(desk, &us, case, &shared()).await.unwrap_err();
        assert!(matches!(early, ReferralError::Refused(Refusal::Basis)), "{on}: {early}");

        // She says yes to this receiver for this purpose.
        assert_eq!(record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap(), 1, "{on}");
        assert_eq!(state(&world, case).await, CaseState::Ready, "{on}");
        assert_eq!(world.kinds_of(&us).await, ["hand-over-to-send"], "{on}");

        // The preview is not the sending: still nobody outside has anything.
        let shown = preview(desk, &us, case, &shared()).await.unwrap();
        assert!(world.kinds_of(&unit).await.is_empty(), "{on}");

        // What was looked at, and only that, can be sent.
        let other = Sending {
            draft: draft(UNIT, PURPOSE, "consent-1", &items(&["language", "name", "employer"])),
            seen: shown.seen.clone(),
            key: "another-form-0123456789".to_owned(),
        };
        let refused = send(desk, &us, case, &other).await.unwrap_err();
        assert!(matches!(refused, ReferralError::Refused(Refusal::Changed)), "{on}: {refused}");

        // It is sent once, however often the form is posted.
        let sending =
            Sending { draft: shared(), seen: shown.seen, key: "one-form-0123456789abcdef".to_owned() };
        let sent = send(desk, &us, case, &sending).await.unwrap();
        assert_eq!(send(desk, &us, case, &sending).await.unwrap(), sent, "{on}");
        let (first, second) = tokio::join!(send(desk, &us, case, &sending), send(desk, &us, case, &sending));
        assert_eq!((first.unwrap(), second.unwrap()), (sent, sent), "{on}");
        let waiting = hand_overs(desk, &unit, true, None, 10).await.unwrap().0;
        assert_eq!(waiting.len(), 1, "{on}");
        assert_eq!(waiting[0].due_at - waiting[0].sent_at, TimeDelta::hours(24), "{on}");
        assert_eq!(state(&world, case).await, CaseState::HandedOver, "{on}");

        // The agency's work tells nothing that the hand-over does not.
        let queue = world.queue_of(&unit).await;
        assert_eq!(queue.len(), 1, "{on}");
        let row = &queue[0];
        assert_eq!(row.kind, "hand-over-to-answer", "{on}");
        assert!(row.language.is_none() && row.office.is_none() && row.level.is_none(), "{on}");

        // It sees what was shown before, and nothing else; reading is audited.
        let before = world.audited("hand-over.read").await;
        let opened = open_hand_over(desk, &unit, sent).await.unwrap();
        assert_eq!(world.audited("hand-over.read").await, before + 1, "{on}");
        assert_eq!(opened.content.as_ref(), Some(&shown.content), "{on}: preview is what is seen");
        let seen = serde_json::to_string(&opened.content).unwrap();
        assert!(seen.contains(HER_WORDS) && seen.contains("Friday"), "{on}");
        assert!(!seen.contains("Amina") && !seen.contains(EMPLOYER), "{on}: what was not ticked stays here");

        // Closing waits for the answer.
        let early = close(desk, &us, case, "taken-over").await.unwrap_err();
        assert!(matches!(early, ReferralError::Refused(Refusal::Waiting)), "{on}: {early}");

        // A question and its reply; then the agency takes it on.
        let ask = Answer::Ask { words: "Which interpreter?".to_owned() };
        assert_eq!(answer(desk, &unit, sent, &ask).await.unwrap(), HandOverState::Asked, "{on}");
        assert_eq!(world.kinds_of(&us).await, ["hand-over-answered"], "{on}");
        world.test.clock.advance(TimeDelta::hours(30));
        reply(desk, &us, sent, "A woman, Swahili.").await.unwrap();
        let again = open_hand_over(desk, &unit, sent).await.unwrap();
        assert_eq!(again.row.due_at, world.test.house.now() + TimeDelta::hours(24), "{on}: a new clock");
        world.test.clock.advance(TimeDelta::hours(1));
        let accept =
            Answer::Accept { words: "We meet her on Friday.".to_owned(), contact: "Desk 4".to_owned() };
        assert_eq!(answer(desk, &unit, sent, &accept).await.unwrap(), HandOverState::Accepted, "{on}");
        let twice = answer(desk, &unit, sent, &accept).await.unwrap_err();
        assert!(matches!(twice, ReferralError::Refused(Refusal::State)), "{on}: {twice}");

        // The answer is the coordinator's work; the case says so; the register has its line.
        assert_eq!(world.kinds_of(&us).await, ["hand-over-answered"], "{on}");
        let opened = open_referral(desk, &us, case).await.unwrap();
        assert_eq!(opened.row.state, CaseState::Accepted, "{on}");
        let notes: Vec<&str> = opened.hand_overs[0].1.iter().map(|note| note.kind.as_str()).collect();
        assert_eq!(notes, ["question", "reply", "acceptance", "contact"], "{on}");
        let lines = transfers(desk, &us, None, 10).await.unwrap();
        assert_eq!(lines.len(), 1, "{on}");
        assert_eq!(lines[0].items, ["language", "reach", "words"], "{on}");
        assert_eq!(
            (lines[0].ground.as_str(), lines[0].hand_over.as_str()),
            ("consent", sent.to_string().as_str())
        );

        close(desk, &us, case, "taken-over").await.unwrap();
        assert!(world.kinds_of(&us).await.is_empty(), "{on}: a closed case leaves no work");
        assert!(cases(desk, &us, false, None, 10).await.unwrap().0.is_empty(), "{on}");
        assert_eq!(cases(desk, &us, true, None, 10).await.unwrap().0.len(), 1, "{on}");
        let history: Vec<String> =
            open_referral(desk, &us, case).await.unwrap().history.into_iter().map(|h| h.what).collect();
        for what in
            ["referral.opened", "referral.consent", "hand-over.sent", "hand-over.asked", "hand-over.answered"]
        {
            assert!(history.iter().any(|happened| happened == what), "{on}: {what} in {history:?}");
        }
    }
}

#[tokio::test]
async fn an_agency_that_declines_says_why_and_another_can_be_asked_at_once() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Danger, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        let sent = world.send(&us, case, &shared(), "a").await.unwrap();
        let due = hand_overs(desk, &agency(UNIT), true, None, 10).await.unwrap().0[0].clone();
        assert_eq!(due.due_at - due.sent_at, TimeDelta::hours(1), "{on}: danger has an hour");
        let no_reason = Answer::Decline { reason: "mood".to_owned(), words: String::new() };
        let refused = answer(desk, &agency(UNIT), sent, &no_reason).await.unwrap_err();
        assert!(matches!(refused, ReferralError::Refused(Refusal::Reason)), "{on}: {refused}");
        let silent = Answer::Decline { reason: "decline-other".to_owned(), words: " ".to_owned() };
        let refused = answer(desk, &agency(UNIT), sent, &silent).await.unwrap_err();
        assert!(matches!(refused, ReferralError::Refused(Refusal::Why)), "{on}: {refused}");
        let full = Answer::Decline { reason: "decline-no-capacity".to_owned(), words: String::new() };
        assert!(open_hand_over(desk, &agency(UNIT), sent).await.unwrap().content.is_some(), "{on}");
        let ask = Answer::Ask { words: "From when?".to_owned() };
        answer(desk, &agency(UNIT), sent, &ask).await.unwrap();
        world.test.clock.advance(TimeDelta::minutes(5));
        reply(desk, &us, sent, "Tonight, behind the bakery.").await.unwrap();
        answer(desk, &agency(UNIT), sent, &full).await.unwrap();
        assert_eq!(state(&world, case).await, CaseState::Declined, "{on}");
        let closed = open_hand_over(desk, &agency(UNIT), sent).await.unwrap();
        assert_eq!(closed.row.state, HandOverState::Declined, "{on}: it keeps reference and state");
        assert!(closed.content.is_none(), "{on}: what it does not take on is closed to it again");
        let kinds: Vec<_> = closed.notes.iter().map(|note| note.kind.as_str()).collect();
        assert!(
            kinds.contains(&"question") && !kinds.contains(&"reply"),
            "{on}: its own words alone: {kinds:?}"
        );
        record_consent(desk, &us, case, &yes("tamkeen", "legal-aid")).await.unwrap();
        let draft = draft("tamkeen", "legal-aid", "consent-2", &items(&["language"]));
        world.send(&us, case, &draft, "b").await.unwrap();
        assert_eq!(state(&world, case).await, CaseState::HandedOver, "{on}");
        assert!(world.kinds_of(&us).await.iter().all(|kind| kind != "hand-over-answered"), "{on}");
    }
}

#[tokio::test]
async fn an_overdue_answer_climbs_to_the_coordinator() {
    for world in World::all().await {
        let (desk, us, on) = (&world.desk, coordinator(), world.test.on);
        let case = world.case(Level::Strong, "adult").await;
        world.met(&us, case).await;
        record_consent(desk, &us, case, &yes(UNIT, PURPOSE)).await.unwrap();
        world.send(&us, case, &shared(), "a").await.unwrap();
        world.test.clock.advance(TimeDelta::hours(25));
        haqqi_worklist::tick(&world.test.house).await.unwrap();
        let rows = world.queue_of(&us).await;
        let late =
            rows.iter().find(|row| row.kind == "hand-over-to-answer").expect("the coordinator sees it");
        assert_eq!(late.role.as_deref(), Some(Role::ReferralCoordinator.code()), "{on}");
        let nobody = staff(&[Role::Supervisor], Some("amman"), false);
        assert!(!world.kinds_of(&nobody).await.iter().any(|kind| kind.starts_with("hand-over")), "{on}");
    }
}
