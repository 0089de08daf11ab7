//! Somebody who has read her words, or heard her, says of single indicators whether they are so.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use chrono::TimeDelta;
use haqqi_casework::{IndicatorError, Interpreter, Saying, indicators, note_attempt, say_indicators};
use haqqi_complaints::{Age, FileComplaint, ReadError, open, write_back};
use haqqi_kernel::{Actor, CommitError, Reference, Role};
use haqqi_pack::Decision;
use haqqi_screening::{
    Answer, Basis, DecideError, FlagState, Found, Level, Merits, MeritsDecision, Safety, decide_merits,
    flags_of_complaint,
};

use crate::flag_page::Browser;
use crate::merits::talk;
use crate::route::account;
use crate::world::World;

const DOCS: &str = "retention_of_identity_documents";
const VIOLENCE: &str = "physical_and_sexual_violence";
const DEBT: &str = "debt_bondage";
const WAGES: &str = "withholding_of_wages";

fn says(all: &[(&str, Answer, Basis)]) -> BTreeMap<String, Saying> {
    all.iter().map(|(name, answer, basis)| ((*name).to_owned(), (*answer, *basis))).collect()
}

impl World {
    async fn say(
        &self,
        by: &Actor,
        of: Reference,
        all: &[(&str, Answer, Basis)],
    ) -> Result<Option<Level>, IndicatorError> {
        let version = indicators(&self.desk, by, of).await?.version;
        say_indicators(&self.desk, by, of, version, &says(all)).await
    }

    async fn flags_of(&self, by: &Actor, of: Reference) -> usize {
        let id = open(&self.desk, by, of, "test").await.unwrap().summary.id;
        flags_of_complaint(&self.desk.screening, id).await.unwrap().len()
    }
}

#[tokio::test]
async fn what_words_suggest_counts_once_somebody_who_knows_says_so() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let narrative = "My boss keeps my passport.".to_owned();
        let mut command = FileComplaint { narrative, ..World::command() };
        command.worker.age = Age::Adult;
        let filed = world.file(&command).await;
        world.officer_of(filed.reference).await;
        let (_, officer) = account(&world, "asma", Role::ComplaintsOfficer, &["en"]).await;
        let known = indicators(desk, &officer, filed.reference).await.unwrap();
        assert_eq!(known.suggested(), BTreeSet::from([DOCS]), "{on}");
        let place = known.places.iter().find(|hit| hit.indicator == DOCS).unwrap();
        assert!(command.narrative.get(place.start..place.end) == Some(place.phrase.as_str()), "{on}");
        assert!(!place.why.is_empty() && known.version == 1, "{on}: {}", known.version);
        assert_eq!(world.flags_of(&officer, filed.reference).await, 0, "{on}: one alone is looked at closer");

        // From a talk that nobody held nothing is known; words that are there can be read.
        let talked = world.say(&officer, filed.reference, &[(DOCS, Answer::Yes, Basis::Talk)]).await;
        assert!(matches!(talked, Err(IndicatorError::NotHeard(name)) if name == DOCS), "{on}");
        let (_, other) = account(&world, "basim", Role::ComplaintsOfficer, &["en"]).await;
        note_attempt(desk, &other, filed.reference, &talk("en", Interpreter::None)).await.unwrap();
        let talked = world.say(&officer, filed.reference, &[(DEBT, Answer::Yes, Basis::Talk)]).await;
        assert!(matches!(talked, Err(IndicatorError::NotHeard(_))), "{on}: it was another who heard her");
        let none = world.say(&officer, filed.reference, &[]).await;
        assert!(matches!(none, Err(IndicatorError::Nothing)), "{on}");
        let wrong = world.say(&officer, filed.reference, &[("tired", Answer::Yes, Basis::Seen)]).await;
        assert!(matches!(wrong, Err(IndicatorError::Unknown(_))), "{on}");

        let level = world.say(&officer, filed.reference, &[(DOCS, Answer::Yes, Basis::Words)]).await.unwrap();
        assert_eq!(level, Some(Level::LookCloser), "{on}");
        world.test.clock.advance(TimeDelta::minutes(1));
        // Whoever heard her adds what nobody had suggested: now two graded ones meet, and a flag is raised.
        let level = world.say(&other, filed.reference, &[(DEBT, Answer::Yes, Basis::Talk)]).await.unwrap();
        assert!(level > Some(Level::LookCloser), "{on}: {level:?}");
        assert_eq!(world.flags_of(&officer, filed.reference).await, 1, "{on}");
        let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        let flag = flags_of_complaint(&desk.screening, id).await.unwrap().pop().unwrap();
        let opened = world.opened(flag.reference).await;
        assert_eq!(opened.assessment.certain, [DEBT, DOCS], "{on}: both are certain, the earlier word too");
        assert!(opened.assessment.suggested.is_empty(), "{on}");
        assert_eq!(opened.said.len(), 2, "{on}");
        assert_eq!(opened.said[0].by, officer.account(), "{on}");

        // Saying the same again raises nothing again.
        world.say(&other, filed.reference, &[(DEBT, Answer::Yes, Basis::Talk)]).await.unwrap();
        assert_eq!(world.flags_of(&officer, filed.reference).await, 1, "{on}");
        assert_eq!(world.audited(id, "complaint.say-indicators").await, 3, "{on}");
        let sealed = world.count("indicator_said WHERE complaint_id IS NOT NULL").await;
        assert_eq!(sealed, 3, "{on}");
    }
}

#[tokio::test]
async fn not_so_takes_a_suggestion_away_and_no_flag() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, flag, officer) = world.flagged().await;
        let before = world.opened(flag).await;
        assert!(before.assessment.suggested.iter().any(|name| name == DOCS), "{on}");
        world.test.clock.advance(TimeDelta::minutes(5));
        let level = world.say(&officer, filed.reference, &[(DOCS, Answer::No, Basis::Words)]).await.unwrap();
        assert!(level <= before.assessment.level, "{on}: {level:?}");
        let after = world.opened(flag).await;
        assert_eq!((after.row.state, after.row.level), (before.row.state, before.row.level), "{on}");
        assert_eq!(after.assessment, before.assessment, "{on}: the flag shows what it was raised by");
        assert_eq!(after.said[0].said.answer, Answer::No, "{on}");
        assert_eq!(world.flags_of(&officer, filed.reference).await, 1, "{on}");

        // She tells it in other words later: that is new, and suggested again.
        world.test.clock.advance(TimeDelta::minutes(5));
        let entered =
            haqqi_complaints::enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        write_back(desk, &entered, "The boss still keeps my passport in his office.", None).await.unwrap();
        let known = indicators(desk, &officer, filed.reference).await.unwrap();
        let stands = known.standing().get(DOCS).map(|one| one.said.answer);
        assert_eq!(stands, Some(Answer::No), "{on}");
        world.say(&officer, filed.reference, &[(WAGES, Answer::Unknown, Basis::Words)]).await.unwrap();
        let summary = open(desk, &officer, filed.reference, "test").await.unwrap().summary;
        let telling =
            haqqi_screening::tells_of(&desk.screening, summary.id, &[DOCS]).await.unwrap().pop().unwrap();
        assert_eq!(telling.at, desk.site.house.now(), "{on}: the last assessment has it again");

        // What somebody said is so is judged by who dismisses, though no word pointed to it.
        let (filed, flag, officer) = world.flagged().await;
        world.say(&officer, filed.reference, &[(DEBT, Answer::Yes, Basis::Paper)]).await.unwrap();
        let (_, boss) = account(&world, "boss", Role::Supervisor, &["bn"]).await;
        note_attempt(desk, &boss, filed.reference, &talk("bn", Interpreter::None)).await.unwrap();
        let opened = haqqi_screening::open_flag(&desk.screening, &boss, flag).await.unwrap();
        let names = opened.assessment.certain.iter().chain(&opened.assessment.suggested);
        let merits = Merits {
            decision: MeritsDecision::Dismiss,
            reason: desk.site.pack.reasons_for(Decision::MeritsDismiss).next().unwrap().code.clone(),
            words: "She says that it was another house.".to_owned(),
            found: names.map(|name| (name.clone(), Found::NotSo)).collect(),
        };
        let refused = decide_merits(&desk.screening, &boss, flag, &merits).await;
        assert!(matches!(&refused, Err(DecideError::Found(name)) if name == DEBT), "{on}: {refused:?}");
    }
}

/// Who decided on what a talk showed knows it: no word on another indicator raises the same once more.
#[tokio::test]
async fn what_the_decider_judged_is_no_news() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, flag, officer) = world.flagged().await;
        let (_, boss) = account(&world, "boss", Role::Supervisor, &["bn"]).await;
        let reason = |of: Decision| desk.site.pack.reasons_for(of).next().unwrap().code.clone();
        let opened = haqqi_screening::open_flag(&desk.screening, &boss, flag).await.unwrap();
        let (act, words) = (reason(Decision::SafetyAct), "She is at the police station.");
        haqqi_screening::decide_safety(&desk.screening, &boss, flag, &Safety::Act, &act, words)
            .await
            .unwrap();
        world.test.clock.advance(TimeDelta::minutes(5));
        note_attempt(desk, &boss, filed.reference, &talk("bn", Interpreter::None)).await.unwrap();
        let names = opened.assessment.certain.iter().chain(&opened.assessment.suggested);
        let merits = Merits {
            decision: MeritsDecision::Escalate,
            reason: reason(Decision::MeritsEscalate),
            words: "She told it all.".to_owned(),
            found: names.map(|name| (name.clone(), Found::Confirmed)).collect(),
        };
        let state = decide_merits(&desk.screening, &boss, flag, &merits).await.unwrap();
        assert_eq!(state, FlagState::Escalated, "{on}");
        world.test.clock.advance(TimeDelta::minutes(5));
        let mut others = ["debt_bondage", "isolation", "deception"].into_iter();
        let other = others.find(|name| !merits.found.contains_key(*name)).unwrap();
        world.say(&officer, filed.reference, &[(other, Answer::No, Basis::Words)]).await.unwrap();
        assert_eq!(world.flags_of(&officer, filed.reference).await, 1, "{on}: nothing that nobody knew");
        // What nobody had told is news.
        world.test.clock.advance(TimeDelta::minutes(5));
        world.say(&officer, filed.reference, &[(other, Answer::Yes, Basis::Paper)]).await.unwrap();
        assert_eq!(world.flags_of(&officer, filed.reference).await, 2, "{on}");
    }
}

#[tokio::test]
async fn two_who_save_at_once_lose_nothing_and_a_message_between_makes_it_stale() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, _, officer) = world.flagged().await;
        let version = indicators(desk, &officer, filed.reference).await.unwrap().version;
        let one = says(&[(DOCS, Answer::Yes, Basis::Words)]);
        let other = says(&[(DOCS, Answer::No, Basis::Words)]);
        let (first, second) = tokio::join!(
            say_indicators(desk, &officer, filed.reference, version, &one),
            say_indicators(desk, &officer, filed.reference, version, &other),
        );
        let stale = |done: &Result<_, IndicatorError>| {
            matches!(done, Err(IndicatorError::Commit(CommitError::Stale)))
        };
        assert!(first.is_ok() != second.is_ok(), "{on}: {first:?} {second:?}");
        assert!(stale(&first) || stale(&second), "{on}: {first:?} {second:?}");
        let known = indicators(desk, &officer, filed.reference).await.unwrap();
        assert_eq!(known.said.len(), 1, "{on}");
        let entered =
            haqqi_complaints::enter(desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        write_back(desk, &entered, "He took my telephone.", None).await.unwrap();
        let done = say_indicators(desk, &officer, filed.reference, known.version, &one).await;
        assert!(stale(&done), "{on}: {done:?}");
    }
}

#[tokio::test]
async fn nobody_else_has_this_door() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, _, officer) = world.flagged().await;
        let closed =
            |done: Result<_, IndicatorError>| matches!(done, Err(IndicatorError::Read(ReadError::NotFound)));
        for role in
            [Role::Interpreter, Role::ChildLead, Role::ReferralCoordinator, Role::Inspector, Role::Partner]
        {
            let (_, who) = account(&world, &format!("who-{}", role.code()), role, &["en"]).await;
            assert!(closed(indicators(desk, &who, filed.reference).await), "{on} {role:?}");
            let said = says(&[(DOCS, Answer::Yes, Basis::Words)]);
            let done = say_indicators(desk, &who, filed.reference, 1, &said).await;
            assert!(done.is_err(), "{on} {role:?}");
        }
        // Whoever has a tie to the workplace.
        let workplace = world.workplace_of(filed.reference, "North Mill").await;
        let tied = officer.clone().tied_to(vec![workplace]);
        assert!(closed(indicators(desk, &tied, filed.reference).await), "{on}");

        // Who filed it and gains from how it ends.
        let mut command = World::command();
        let agency = desk.site.pack.filers_to_choose().find(|one| one.has_interest).unwrap();
        command.filed_by = Some(agency.code.clone());
        let (_, both) = account(&world, "both", Role::ComplaintsOfficer, &["en"]).await;
        let mut unit = desk.site.house.unit(both.clone());
        let own = haqqi_complaints::file(desk, &mut unit, "web", &command).unwrap();
        unit.commit().await.unwrap();
        assert!(closed(indicators(desk, &both, own.reference).await), "{on}");
        assert!(indicators(desk, &officer, own.reference).await.is_ok(), "{on}: others see it");
    }
}

#[tokio::test]
async fn the_page_and_the_program_say_the_same() {
    for world in World::all().await {
        let on = world.test.on;
        let (filed, flag, _) = world.flagged().await;
        let boss = Browser::of(&world, "boss", Role::Supervisor).await;
        let (_, record) = boss.see(&format!("/staff/complaints/{}", filed.reference)).await;
        assert!(record.contains("data-test=\"indicators\""), "{on}");
        let page = format!("/staff/complaints/{}/indicators", filed.reference);
        let (status, shown) = boss.see(&page).await;
        assert_eq!(status, StatusCode::OK, "{on}: {shown}");
        assert!(shown.contains("<mark title=") && shown.contains("retention of identity documents"), "{on}");
        assert!(shown.contains(&format!("name=\"said-{VIOLENCE}\"")), "{on}");

        // Half of a pair, and a talk that nobody held, are refused with what was chosen kept.
        let said = format!("said-{DOCS}");
        let from = format!("from-{DOCS}");
        let half = [("version", "1"), (said.as_str(), "yes")];
        let (status, shown) = boss.send(&page, &page, &half).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(shown.contains("Choose both"), "{on}: {shown}");
        let heard = [("version", "1"), (said.as_str(), "yes"), (from.as_str(), "talk")];
        let (status, shown) = boss.send(&page, &page, &heard).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(
            shown.contains("no talk of yours") && shown.contains("value=\"talk\" selected"),
            "{on}: {shown}"
        );
        let read = [("version", "1"), (said.as_str(), "yes"), (from.as_str(), "words")];
        assert_eq!(boss.send(&page, &page, &read).await.0, StatusCode::SEE_OTHER, "{on}");
        let (status, shown) = boss.send(&page, &page, &read).await;
        assert_eq!(status, StatusCode::CONFLICT, "{on}: the version was of before");
        assert!(shown.contains("data-test=\"stale\""), "{on}");
        let (_, shown) = boss.see(&page).await;
        assert!(
            shown.contains(&format!("Said: it is so (the words say it) – {}", boss.name)),
            "{on}: {shown}"
        );

        // The card shows it with its source, and leads here.
        let (_, card) = boss.see(&format!("/staff/flags/{flag}")).await;
        assert!(card.contains("it is so (the words say it)") && card.contains(&page), "{on}: {card}");

        let path = format!("/api/v1/casework/{}/indicators", filed.reference);
        let (status, json) = boss.api(&world, &path).await;
        assert_eq!(status, StatusCode::OK, "{on}: {json}");
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["version"], 2, "{on}");
        assert_eq!(json["said"][0]["from"], "words", "{on}");
        let put = serde_json::json!({ "version": 2, "said": { DOCS: { "said": "no", "from": "paper" } } });
        let (status, answer) = boss.put(&world, &path, &put).await;
        assert_eq!(status, StatusCode::OK, "{on}: {answer}");
        assert_eq!(boss.put(&world, &path, &put).await.0, StatusCode::CONFLICT, "{on}");
        let wrong =
            serde_json::json!({ "version": 3, "said": { DOCS: { "said": "maybe", "from": "paper" } } });
        assert_eq!(boss.put(&world, &path, &wrong).await.0, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        let (_, card) = boss.see(&format!("/staff/flags/{flag}")).await;
        assert!(card.contains("Said otherwise later; the later one counts."), "{on}: {card}");
    }
}
