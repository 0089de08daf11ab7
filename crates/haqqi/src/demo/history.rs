//! A deterministic history of ninety days, made through the product's own doors with a clock that is moved along.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_casework::{
    Workplace, acknowledge, assess, assign_translation, link, look_alike, looked_into, message, read_anew,
    route, seek_somebody, suspected, to_translate, translate, watch_rules,
};
use haqqi_complaints::{ASSIGN_TRANSLATION, FileComplaint, LOOK_ALIKE, ROUTE, Summary, file, open};
use haqqi_kernel::{Actor, Role, TestClock};
use haqqi_pack::Pack;
use haqqi_screening::{
    FlagRow, Found, Merits, MeritsDecision, READ_ANEW, Safety, decide_merits, decide_safety, flags, open_flag,
};
use haqqi_worklist::{Filter, ItemKind, SEEK, Sight, queue};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use super::closing::close_one;
use super::establishments::Register;
use super::people::offices;
use super::talk::spoke_alone;
use super::told::{EVERYDAY, GRAVE, Told, translation, with_number};
use super::{do_jobs, left_to_the_worker};
use crate::compose::Rooms;

/// How many complaints.
const COMPLAINTS: i64 = 600;
/// What the officers of the demonstration note.
const NOTE: &str = "تم الاتصال في الوقت الآمن، وأُخذت الأقوال، وطُلبت كشوف الأجور من المنشأة كلها.";
/// Every so manieth holds indicators: 20 in all.
const GRAVE_EVERY: i64 = 30;

fn pick<'a, T>(rng: &mut StdRng, from: &'a [T]) -> Option<&'a T> {
    if from.is_empty() { None } else { from.get(rng.random_range(0..from.len())) }
}

/// A step that may follow the first reading: in danger only what protects, and no call where none is safe.
fn first_step<'a>(pack: &'a Pack, read: &Summary, rng: &mut StdRng) -> Option<&'a str> {
    let fits: Vec<&str> = pack
        .steps()
        .iter()
        .filter(|step| if read.urgent { step.for_danger } else { !step.only_danger })
        .filter(|step| !step.needs_reason && (!step.needs_contact || read.reached_safely()))
        .map(|step| step.code.as_str())
        .collect();
    pick(rng, &fits).copied()
}

/// The house knows its instruments and lexicons before anybody complains: there is nothing to read anew.
async fn rules(rooms: &Rooms) -> anyhow::Result<()> {
    watch_rules(&rooms.complaints).await?;
    do_jobs(rooms, async |job| match job.kind.as_str() {
        READ_ANEW => read_anew(&rooms.complaints, job).await,
        _ => Err(left_to_the_worker()),
    })
    .await
}

/// Makes the history; tells what was made.
pub(super) async fn make(
    rooms: &Rooms,
    clock: &TestClock,
    now: DateTime<Utc>,
    seed: u64,
    register: &Register,
) -> anyhow::Result<String> {
    rules(rooms).await?;
    let mut rng = StdRng::seed_from_u64(seed);
    let pack = &rooms.site.pack;
    let begin = now - TimeDelta::days(super::DAYS);
    let step = (now - begin) / i32::try_from(COMPLAINTS + 1)?;
    let directory = Directory::new(rooms.site.house.clone());
    let ours = offices(rooms);
    let mut officers: BTreeMap<String, Actor> = BTreeMap::new();
    let mut supervisors: BTreeMap<String, Actor> = BTreeMap::new();
    for office in &ours {
        for (role, map) in [(Role::ComplaintsOfficer, &mut officers), (Role::Supervisor, &mut supervisors)] {
            let people = directory.with_role(role, Some(office)).await?;
            let person = people.first().context("an office without staff")?;
            map.insert(office.clone(), person.actor(false));
        }
    }
    let governorates: Vec<String> = ours
        .iter()
        .filter_map(|code| pack.office(code))
        .flat_map(|office| office.governorates.clone())
        .collect();
    let kinds: Vec<String> = pack
        .kinds_on_page()
        .iter()
        .filter(|k| !k.screen && !k.danger && k.office.is_none())
        .map(|k| k.code.clone())
        .collect();
    let steps: Vec<String> = pack.steps().iter().filter(|s| !s.only_danger).map(|s| s.code.clone()).collect();
    let outcomes: Vec<String> = pack
        .outcomes()
        .iter()
        // That needs another complaint of the same person, which the history does not have.
        .filter(|outcome| outcome.code != "duplicate")
        .map(|outcome| outcome.code.clone())
        .collect();
    let (mut filed, mut read, mut linked, mut closed) = (0u32, 0u32, 0u32, 0u32);
    for n in 1..=COMPLAINTS {
        let grave = n % GRAVE_EVERY == 0;
        let told: &Told = pick(&mut rng, if grave { GRAVE } else { EVERYDAY }).context("nothing is told")?;
        let at = begin + step * i32::try_from(n)? + TimeDelta::minutes(rng.random_range(0..90));
        let at = at.min(now - TimeDelta::minutes(5));
        clock.set(at);
        let governorate = pick(&mut rng, &governorates).cloned();
        // Three in four name the workplace, as they say it; the office finds most of those in the register.
        let workplace = governorate.as_deref().and_then(|place| register.employer(&mut rng, place));
        let workplace = workplace.filter(|_| rng.random_range(0..4) > 0);
        let command = FileComplaint {
            language: told.language.to_owned(),
            narrative: with_number(told.words, &rng.random_range(3..9).to_string()),
            kind: pick(&mut rng, &kinds).cloned(),
            employer: haqqi_complaints::Employer {
                name: workplace.map(|made| made.told(&mut rng, told.language)).unwrap_or_default(),
                governorate,
                ..haqqi_complaints::Employer::default()
            },
            ..FileComplaint::default()
        };
        let mut unit = rooms.site.house.unit(Actor::Stranger);
        let done = file(&rooms.complaints, &mut unit, "web", &command)?;
        unit.commit().await?;
        filed += 1;
        // One in sixteen is read late; those of the last hours wait for a person.
        let hours =
            if rng.random_range(0..16) == 0 { rng.random_range(25..40) } else { rng.random_range(1..22) };
        let when = at + TimeDelta::hours(hours);
        let office = pack.office_for(command.employer.governorate.as_deref()).to_owned();
        if when > now || !officers.contains_key(&office) {
            continue;
        }
        let Some(officer) = officers.get(&office) else { continue };
        clock.set(when);
        let read_it = open(&rooms.complaints, officer, done.reference, "casework").await?;
        let step = first_step(pack, &read_it.summary, &mut rng).context("the pack has no next step")?;
        acknowledge(&rooms.complaints, officer, done.reference, step, "").await?;
        read += 1;
        if suspected(&rooms.site.house, read_it.summary.id).await? {
            looked_into(&rooms.complaints, officer, done.reference, false, NOTE).await?;
        }
        if let Some(made) = workplace.filter(|_| rng.random_range(0..3) > 0) {
            link(&rooms.complaints, officer, done.reference, &Workplace::Known(made.reference)).await?;
            linked += 1;
        }
        // The first assessment follows within a day, but for one in twelve, which is late.
        let assessed = when + TimeDelta::hours(rng.random_range(2..30));
        if assessed < now && rng.random_range(0..12) > 0 {
            clock.set(assessed);
            let step = pick(&mut rng, &steps).context("the pack has no next step")?;
            assess(&rooms.complaints, officer, done.reference, step, NOTE).await?;
        }
        if !grave
            && when + TimeDelta::days(12) < now
            && (rng.random_range(0..8) > 0 || when + TimeDelta::days(40) < now)
        {
            clock.set(when + TimeDelta::days(rng.random_range(3..12)));
            let second = supervisors.get(&office).unwrap_or(officer);
            if close_one(rooms, clock, (officer, second), done.reference, pick(&mut rng, &outcomes)).await? {
                closed += 1;
            }
        } else if rng.random_range(0..4) == 0 && rooms.site.languages.for_staff(told.language).is_some() {
            clock.set(when + TimeDelta::hours(2).min(now - when));
            message(&rooms.complaints, officer, done.reference, told.language, thanks(told.language)).await?;
        }
    }
    let translated = translations(rooms, clock, now).await?;
    let (raised, decided) = decisions(rooms, clock, now, &supervisors).await?;
    let referred = super::referrals::make(rooms, clock, now).await?;
    clock.set(now);
    Ok(format!(
        "{filed} complaints, {read} read, {linked} linked to a workplace, {closed} closed, {translated} texts translated, {raised} flags, {decided} of them decided, {referred}"
    ))
}

fn thanks(language: &str) -> &'static str {
    if language == "ar" {
        "شكرًا لك. هل يمكنك أن تخبرنا منذ متى؟"
    } else {
        "Thank you. Can you tell us since when?"
    }
}

/// An interpreter has translated what is older than a day.
async fn translations(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<u32> {
    let directory = Directory::new(rooms.site.house.clone());
    let interpreters = directory.with_role(Role::Interpreter, None).await?;
    clock.set(now);
    do_jobs(rooms, async |job| match job.kind.as_str() {
        ROUTE => route(&rooms.complaints, job).await,
        ASSIGN_TRANSLATION => assign_translation(&rooms.complaints, job).await,
        LOOK_ALIKE => look_alike(&rooms.complaints, job).await,
        SEEK => seek_somebody(&rooms.complaints, job).await,
        _ => Err(left_to_the_worker()),
    })
    .await?;
    let mut translated = 0;
    // What an officer wrote to somebody whose language the pack does not offer waits.
    let mut waiting: Vec<Uuid> = Vec::new();
    for interpreter in interpreters {
        let actor = interpreter.actor(false);
        let sight = Sight::of(&actor).map_err(|_| anyhow::anyhow!("an interpreter without work"))?;
        loop {
            let filter = Filter {
                mine: true,
                kind: Some(ItemKind::Translation.code().to_owned()),
                ..Filter::default()
            };
            let found = queue(&rooms.site.house, &sight, &filter, None, 200).await?;
            let old = found.rows.iter().filter(|row| row.created_at + TimeDelta::days(1) < now);
            let old: Vec<_> = old.filter(|row| !waiting.contains(&row.id)).collect();
            if old.is_empty() {
                break;
            }
            for row in old {
                clock.set(row.created_at + TimeDelta::hours(3));
                let work = to_translate(&rooms.complaints, &actor, row.id).await?;
                let Some(said) = translation(&work.from, &work.into, &work.body) else {
                    waiting.push(row.id);
                    continue;
                };
                translate(&rooms.complaints, &actor, row.id, &said).await?;
                translated += 1;
            }
        }
    }
    Ok(translated)
}

/// The supervisors have decided the older flags: safety first, then merits. Eight are escalated: four soon, four after
/// an interview and not long ago.
async fn decisions(
    rooms: &Rooms,
    clock: &TestClock,
    now: DateTime<Utc>,
    supervisors: &BTreeMap<String, Actor>,
) -> anyhow::Result<(usize, usize)> {
    let mut all = Vec::new();
    for supervisor in supervisors.values() {
        let rows = flags(&rooms.screening, supervisor, true, None, 200).await?;
        all.extend(rows.into_iter().map(|row| (supervisor, row)));
    }
    let raised = all.len();
    all.retain(|(_, row)| row.raised_at + TimeDelta::days(6) < now);
    all.sort_by_key(|(_, row)| row.raised_at);
    for (at, (supervisor, row)) in all.iter().enumerate() {
        clock.set(row.raised_at + TimeDelta::hours(3));
        open_flag(&rooms.screening, supervisor, row.reference).await?;
        let act = reason(rooms, haqqi_pack::Decision::SafetyAct);
        let words = "Called at the safe hour; she can speak.";
        decide_safety(&rooms.screening, supervisor, row.reference, &Safety::Act, &act, words).await?;
        let recent = ESCALATED_LATELY.get(at.wrapping_sub(ESCALATED_SOON));
        if at < ESCALATED_SOON {
            merits(rooms, clock, supervisor, row, MeritsDecision::Escalate, TimeDelta::days(2)).await?;
        } else if let Some(hours) = recent {
            merits(rooms, clock, supervisor, row, MeritsDecision::Interview, TimeDelta::days(2)).await?;
            let lately = now - TimeDelta::hours(*hours) - row.raised_at;
            merits(rooms, clock, supervisor, row, MeritsDecision::Escalate, lately).await?;
        } else if at % 2 == 0 {
            merits(rooms, clock, supervisor, row, MeritsDecision::Interview, TimeDelta::days(2)).await?;
        }
    }
    Ok((raised, all.len()))
}

/// How many flags are escalated soon after they were raised.
const ESCALATED_SOON: usize = 4;
/// How many hours ago the others were.
const ESCALATED_LATELY: [i64; 4] = [20, 16, 10, 5];

fn reason(rooms: &Rooms, decision: haqqi_pack::Decision) -> String {
    rooms.site.pack.reasons_for(decision).next().map(|r| r.code.clone()).unwrap_or_default()
}

/// A decision on the merits, so long after the flag was raised. Before one is escalated somebody has spoken with her alone, and
/// what the talk showed of each indicator is noted.
async fn merits(
    rooms: &Rooms,
    clock: &TestClock,
    supervisor: &Actor,
    row: &FlagRow,
    decision: MeritsDecision,
    after: TimeDelta,
) -> anyhow::Result<()> {
    clock.set(row.raised_at + after);
    let escalates = decision == MeritsDecision::Escalate;
    let (list, words) = if escalates {
        (haqqi_pack::Decision::MeritsEscalate, "Indicators are present; she wants somebody to help her.")
    } else {
        (haqqi_pack::Decision::MeritsInterview, "Questions are open; an interview alone is arranged.")
    };
    let mut found = BTreeMap::new();
    if escalates {
        spoke_alone(rooms, row.complaint_reference, row.office.as_deref(), &row.language).await?;
        found = shown(rooms, supervisor, row).await?;
    }
    let merits = Merits { decision, reason: reason(rooms, list), words: words.to_owned(), found };
    decide_merits(&rooms.screening, supervisor, row.reference, &merits).await?;
    Ok(())
}

/// What a talk showed: most of what words and answers had pointed to, and now and then something else.
async fn shown(rooms: &Rooms, supervisor: &Actor, row: &FlagRow) -> anyhow::Result<BTreeMap<String, Found>> {
    let told = open_flag(&rooms.screening, supervisor, row.reference).await?.assessment;
    let pointed: Vec<&String> = told.certain.iter().chain(&told.suggested).collect();
    // The day of the month varies it, and is the same whenever the history is made of the same seed.
    let turn = usize::try_from(row.raised_at.timestamp() / 86_400).unwrap_or_default();
    let answer = |at: usize| match (at, (at + turn) % 5) {
        (0, _) => Found::Confirmed,
        (_, 0) => Found::NotSo,
        (_, 1) => Found::Unclear,
        _ => Found::Confirmed,
    };
    let mut found: BTreeMap<String, Found> =
        pointed.iter().enumerate().map(|(at, name)| ((*name).clone(), answer(at))).collect();
    if turn % 3 == 0 {
        let all = rooms.screening.screener.list(row.raised_at.date_naive());
        let other = all.into_iter().find(|name| !found.contains_key(*name)).map(str::to_owned);
        found.extend(other.map(|name| (name, Found::Confirmed)));
    }
    Ok(found)
}
