//! A flag's merits rest on a talk in which they understood one another, and on what two people judged of it, each for the other
//! to see.

use chrono::TimeDelta;
use haqqi_casework::{Interpreter, NewAttempt, Private, Tried, Way, attempts, note_attempt};
use haqqi_complaints::{FileComplaint, Filed, open};
use haqqi_kernel::{Actor, Reference, Role, StaffActor};
use haqqi_pack::Decision;
use haqqi_screening::{
    DecideError, FlagState, Found, Merits, MeritsDecision, OpenedFlag, Safety, decide_merits, decide_safety,
    flags_of_complaint, measured, open_flag,
};

use crate::route::account;
use crate::world::World;

const GRAVE: &str = "He keeps my passport, beats me and locks the door, I am not allowed to go out.";

impl World {
    fn first_reason(&self, decision: Decision) -> String {
        self.desk.site.pack.reasons_for(decision).next().unwrap().code.clone()
    }

    /// A strong flag of somebody who speaks Bengali; another told it in English.
    pub async fn flagged(&self) -> (Filed, Reference, Actor) {
        let mut command = FileComplaint { narrative: GRAVE.to_owned(), ..World::command() };
        command.worker.language = Some("bn".to_owned());
        let filed = self.file(&command).await;
        let officer = self.officer_of(filed.reference).await;
        let id = open(&self.desk, &officer, filed.reference, "test").await.unwrap().summary.id;
        let flag = flags_of_complaint(&self.desk.screening, id).await.unwrap().pop().unwrap();
        (filed, flag.reference, officer)
    }

    /// The flag, opened by somebody of the office.
    pub async fn opened(&self, flag: Reference) -> OpenedFlag {
        open_flag(&self.desk.screening, &self.staff(Role::Supervisor), flag).await.unwrap()
    }

    /// A supervisor who has read the flag and seen to her safety.
    async fn safe_for_now(&self, flag: Reference) -> Actor {
        let (_, boss) = account(self, "first-boss", Role::Supervisor, &["ar"]).await;
        open_flag(&self.desk.screening, &boss, flag).await.unwrap();
        let reason = self.first_reason(Decision::SafetyAct);
        let words = "Called at the safe hour; she can speak.";
        decide_safety(&self.desk.screening, &boss, flag, &Safety::Act, &reason, words).await.unwrap();
        self.test.clock.advance(TimeDelta::minutes(5));
        boss
    }

    async fn dismiss(
        &self,
        by: &Actor,
        flag: Reference,
        found: &[(&str, Found)],
    ) -> Result<FlagState, DecideError> {
        let merits = Merits {
            decision: MeritsDecision::Dismiss,
            reason: self.first_reason(Decision::MeritsDismiss),
            words: "She says that it was another house.".to_owned(),
            found: found.iter().map(|(name, found)| ((*name).to_owned(), *found)).collect(),
        };
        decide_merits(&self.desk.screening, by, flag, &merits).await
    }
}

pub fn pointed(flag: &OpenedFlag) -> Vec<&str> {
    flag.assessment.certain.iter().chain(&flag.assessment.suggested).map(String::as_str).collect()
}

pub fn talk(language: &str, interpreter: Interpreter) -> NewAttempt {
    let spoke = World::attempt(Tried::Spoke, Private::Alone);
    NewAttempt { language: Some(language.to_owned()), interpreter, way: Way::Visit, ..spoke }
}

#[tokio::test]
async fn a_talk_in_no_language_of_both_dismisses_nothing() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let (filed, flag, _) = world.flagged().await;
        let boss = world.safe_for_now(flag).await;
        let opened = open_flag(&desk.screening, &boss, flag).await.unwrap();
        let all: Vec<(&str, Found)> = pointed(&opened).into_iter().map(|name| (name, Found::NotSo)).collect();
        let (_, arabic) = account(&world, "asma", Role::ComplaintsOfficer, &["ar"]).await;
        let (_, bengali) = account(&world, "basim", Role::ComplaintsOfficer, &["ar", "bn"]).await;

        // In Arabic, which she does not speak; in Bengali, which the officer does not; in Arabic by the one who has both.
        for (who, language) in [(&arabic, "ar"), (&arabic, "bn"), (&bengali, "ar")] {
            note_attempt(desk, who, filed.reference, &talk(language, Interpreter::None)).await.unwrap();
            let record = open(desk, who, filed.reference, "test").await.unwrap().summary;
            let log = attempts(desk, who, &record).await.unwrap();
            assert!(log.iter().all(|one| one.private == Private::NotUnderstood && !one.met_alone()), "{on}");
            let refused = world.dismiss(&boss, flag, &all).await;
            assert!(matches!(refused, Err(DecideError::NotMetAlone)), "{on} {language}: {refused:?}");
            world.test.clock.advance(TimeDelta::minutes(5));
        }
        let kept = world.events(open(desk, &arabic, filed.reference, "test").await.unwrap().summary.id).await;
        assert!(kept.iter().all(|event| event.what != "complaint.met-alone"), "{on}: it rests on nothing");

        // Her language by somebody who has it is a talk; so is any with an interpreter.
        note_attempt(desk, &bengali, filed.reference, &talk("bn", Interpreter::None)).await.unwrap();
        assert_eq!(world.dismiss(&boss, flag, &all).await.unwrap(), FlagState::DismissalProposed, "{on}");
        world.test.clock.advance(TimeDelta::minutes(5));
        note_attempt(desk, &arabic, filed.reference, &talk("ar", Interpreter::Outside)).await.unwrap();
        let record = open(desk, &arabic, filed.reference, "test").await.unwrap().summary;
        let log = attempts(desk, &arabic, &record).await.unwrap();
        assert!(log[0].met_alone() && log[1].met_alone(), "{on}");
    }
}

#[tokio::test]
async fn the_second_sees_what_the_first_judged_and_what_she_leaves_stays() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let screening = &desk.screening;
        let (filed, flag, _) = world.flagged().await;
        let first = world.safe_for_now(flag).await;
        let (_, officer) = account(&world, "asma", Role::ComplaintsOfficer, &["ar"]).await;
        note_attempt(desk, &officer, filed.reference, &talk("bn", Interpreter::Staff)).await.unwrap();
        let opened = open_flag(screening, &first, flag).await.unwrap();
        let names = pointed(&opened);
        let (one, other) = (names[0], names[1]);
        let mut all: Vec<(&str, Found)> = names.iter().map(|name| (*name, Found::NotSo)).collect();
        all[0].1 = Found::Unclear;
        assert!(opened.judged.is_empty(), "{on}");
        assert!(matches!(world.dismiss(&first, flag, &all[1..]).await, Err(DecideError::Found(_))), "{on}");
        assert_eq!(world.dismiss(&first, flag, &all).await.unwrap(), FlagState::DismissalProposed, "{on}");
        let proposed_at = desk.site.house.now();
        world.test.clock.advance(TimeDelta::hours(2));

        // The second opens it: beside each indicator stands what the first found, who that was, and when.
        let (_, second) = account(&world, "second-boss", Role::Supervisor, &["ar"]).await;
        let opened = open_flag(screening, &second, flag).await.unwrap();
        assert_eq!(opened.judged.len(), names.len(), "{on}");
        let of = |name: &str| opened.judged.iter().find(|judged| judged.indicator == name).unwrap();
        assert_eq!((of(one).found, of(other).found), (Found::Unclear, Found::NotSo), "{on}");
        assert!(
            opened.judged.iter().all(|judged| judged.by == first.account() && judged.at == proposed_at),
            "{on}"
        );

        // What she confirms herself is not dismissed; what she leaves is as the first judged it, and what she judges
        // otherwise counts.
        let confirmed = world.dismiss(&second, flag, &[(other, Found::Confirmed)]).await;
        assert!(matches!(confirmed, Err(DecideError::Confirmed)), "{on}: {confirmed:?}");
        assert_eq!(
            world.dismiss(&second, flag, &[(one, Found::NotSo)]).await.unwrap(),
            FlagState::Dismissed,
            "{on}: nothing else has to be said again"
        );
        let opened = open_flag(screening, &second, flag).await.unwrap();
        let history: Vec<(Found, Option<_>)> = opened
            .judged
            .iter()
            .filter(|judged| judged.indicator == one)
            .map(|judged| (judged.found, judged.by))
            .collect();
        assert_eq!(
            history,
            [(Found::Unclear, first.account()), (Found::NotSo, second.account())],
            "{on}: both stand"
        );
        assert_eq!(opened.judged.iter().filter(|judged| judged.indicator == other).count(), 1, "{on}");
        let now = desk.site.house.now();
        let counted =
            measured(screening, &second, now - TimeDelta::days(1), now + TimeDelta::days(1)).await.unwrap();
        let tally = counted.indicators[one];
        assert_eq!((tally.not_so, tally.unclear), (1, 0), "{on}: the later counts");
        assert_eq!(counted.indicators[other].not_so, 1, "{on}");
        assert_eq!(counted.hours.unwrap().decided, 1, "{on}");
        let crossed = counted.crossed.iter().find(|cell| cell.indicator == one).unwrap();
        assert_eq!(
            (crossed.language.as_str(), crossed.tally),
            ("bn", tally),
            "{on}: by indicator and language"
        );
        assert!(counted.nationalities.is_empty(), "{on}: an office learns no nationality");

        // Whoever reads single flags at night reads no figures of them.
        let (_, duty) = account(&world, "duty", Role::DutyOfficer, &["ar"]).await;
        assert!(measured(screening, &duty, now - TimeDelta::days(1), now).await.is_err(), "{on}");
    }
}

#[tokio::test]
async fn nationalities_are_counted_without_a_record_and_told_of_enough_to_who_reads_all() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let screening = &desk.screening;
        let (_, boss) = account(&world, "boss", Role::Supervisor, &["ar"]).await;
        let (_, bengali) = account(&world, "basim", Role::ComplaintsOfficer, &["ar", "bn"]).await;
        let judge_one = async |nationality: &str, found: Found| {
            let mut command = FileComplaint { narrative: GRAVE.to_owned(), ..World::command() };
            command.worker.language = Some("bn".to_owned());
            command.worker.nationality = Some(nationality.to_owned()).filter(|told| !told.is_empty());
            let filed = world.file(&command).await;
            let officer = world.officer_of(filed.reference).await;
            let id = open(desk, &officer, filed.reference, "test").await.unwrap().summary.id;
            let flag = flags_of_complaint(screening, id).await.unwrap().pop().unwrap().reference;
            let opened = open_flag(screening, &boss, flag).await.unwrap();
            let reason = world.first_reason(Decision::SafetyAct);
            let words = "Called at the safe hour; she can speak.";
            decide_safety(screening, &boss, flag, &Safety::Act, &reason, words).await.unwrap();
            world.test.clock.advance(TimeDelta::minutes(5));
            note_attempt(desk, &bengali, filed.reference, &talk("bn", Interpreter::None)).await.unwrap();
            let all: Vec<(&str, Found)> = pointed(&opened).into_iter().map(|name| (name, found)).collect();
            world.dismiss(&boss, flag, &all).await.unwrap();
            (flag, all.len() as u64)
        };
        let mut cleared = 0;
        while cleared < 20 {
            cleared += judge_one("BD", Found::NotSo).await.1;
        }
        judge_one("LK", Found::NotSo).await;
        judge_one("", Found::Unclear).await;

        let national = Actor::Staff(StaffActor {
            id: boss.account().unwrap(),
            roles: vec![Role::Supervisor],
            office: None,
            also: Vec::new(),
            on_duty: false,
        });
        let now = desk.site.house.now();
        let day = TimeDelta::days(1);
        let told =
            async |who: &Actor| measured(screening, who, now - day, now + day).await.unwrap().nationalities;
        let all = told(&national).await;
        let (names, tallies): (Vec<&str>, Vec<u64>) =
            all.iter().map(|(name, tally)| (name.as_str(), tally.not_so)).unzip();
        assert_eq!((names, tallies), (vec!["BD"], vec![cleared]), "{on}: of the others too few are known");
        assert!(told(&boss).await.is_empty(), "{on}: no office learns it");

        // One that is judged again counts once, as it was judged last; what is counted belongs to no record.
        let (flag, many) = judge_one("BD", Found::Unclear).await;
        let opened = open_flag(screening, &boss, flag).await.unwrap();
        let again: Vec<(&str, Found)> =
            pointed(&opened).into_iter().map(|name| (name, Found::NotSo)).collect();
        let (_, second) = account(&world, "second", Role::Supervisor, &["ar"]).await;
        open_flag(screening, &second, flag).await.unwrap();
        world.dismiss(&second, flag, &again).await.unwrap();
        let tally = told(&national).await["BD"];
        assert_eq!((tally.not_so, tally.unclear), (cleared + many, 0), "{on}");
    }
}
