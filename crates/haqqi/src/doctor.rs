//! `haqqi doctor`: what keeps this installation from serving, and what should be put right.

use std::process::ExitCode;

use haqqi_accounts::{BreachedList, Directory};
use haqqi_complaints::{EvidenceRules, can_play, look_at_scanner};
use haqqi_documents::Press;
use haqqi_kernel::{JobStore, Role, verify_audit};
use haqqi_pack::Pack;

use crate::compose::{Rooms, load_pack};
use crate::config::Config;
use crate::papers::mute;
use crate::serve::plan;

/// The offices to which complaints go and where nobody can read them: from there they would reach no one.
fn unread(pack: &Pack, everybody: &[haqqi_accounts::StaffView]) -> String {
    let reads = |office: &str| {
        everybody.iter().any(|person| {
            let reader =
                person.roles.iter().any(|role| matches!(role, Role::ComplaintsOfficer | Role::Supervisor));
            !person.disabled && reader && person.office.as_deref() == Some(office)
        })
    };
    let takes = pack.offices().iter().filter(|office| office.complaints);
    let empty: Vec<&str> = takes.map(|office| office.code.as_str()).filter(|code| !reads(code)).collect();
    if empty.is_empty() { String::new() } else { format!("; nobody in: {}", empty.join(" ")) }
}

/// Whether somebody can fill the national roster, and whether somebody can confirm accounts of every office.
fn above_the_offices(everybody: &[haqqi_accounts::StaffView]) -> (bool, String) {
    let is = |role: Role| {
        everybody.iter().any(|one| !one.disabled && one.office.is_none() && one.roles.contains(&role))
    };
    let mut missing = Vec::new();
    if !is(Role::Supervisor) && !is(Role::Administrator) {
        missing.push("fills the national roster (a supervisor or administrator without an office)");
    }
    if !is(Role::Supervisor) && !is(Role::DataProtectionOfficer) {
        missing
            .push("confirms accounts of every office (a supervisor or data-protection officer without one)");
    }
    let told = if missing.is_empty() {
        "the roster is filled and accounts are confirmed above the offices".to_owned()
    } else {
        format!("nobody {}; haqqi user add", missing.join("; nobody "))
    };
    (missing.is_empty(), told)
}

/// Each language with the groups of grave texts that no native reader has checked (`safeguards.md` 20).
fn drafts(pack: &Pack) -> Vec<(&str, Vec<&'static str>)> {
    let unchecked = |language: &haqqi_pack::Language| {
        let grave = haqqi_pack::Texts::GRAVE.into_iter();
        grave.filter(|texts| !language.is_checked(*texts)).map(haqqi_pack::Texts::code).collect()
    };
    pack.languages().iter().map(|language| (language.tag.as_str(), unchecked(language))).collect()
}

/// Whether passwords are looked up among those that were found in breaches.
fn breached(config: &Config) -> (bool, String) {
    match &config.accounts.breached {
        None => (
            true,
            "passwords are not looked up among breached ones: accounts.breached names no list; Have I Been Pwned gives \
             one as SHA-1, or make your own with haqqi user breached"
                .to_owned(),
        ),
        Some(file) => match BreachedList::open(file).and_then(|list| list.holds("password")) {
            Ok(_) => (true, format!("passwords are looked up in {}", file.display())),
            Err(error) => (false, format!("the list of breached passwords {} cannot be used: {error}", file.display())),
        },
    }
}

/// What checks files, and what makes recordings playable.
async fn files(rules: &EvidenceRules) -> Vec<(bool, String)> {
    let mut told = Vec::new();
    match &rules.clamd {
        None => told.push((
            true,
            "files are not checked for harm: evidence.clamd names nothing; to have them checked: sudo apt-get \
             install clamav-daemon, then clamd = \"/run/clamav/clamd.ctl\""
                .to_owned(),
        )),
        Some(at) => match look_at_scanner(at, rules.longest()).await {
            Err(error) => told.push((
                false,
                format!(
                    "clamd does not answer at {at} ({error}): files wait, and nobody opens them; is clamav-daemon \
                     running, and may this account open its socket?"
                ),
            )),
            Ok(state) => {
                told.push((true, format!("clamd answers at {at}: {}", state.version)));
                let found = if state.refuses_test_file { "" } else { ", but not: it has no definitions; run freshclam" };
                told.push((state.refuses_test_file, format!("clamd finds EICAR's test file{found}")));
                let length = if state.takes_longest { "" } else { ", but not: raise its StreamMaxLength" };
                told.push((state.takes_longest, format!("clamd takes files of {} MB{length}", rules.megabytes)));
            }
        },
    }
    let ffmpeg = rules.ffmpeg.display();
    let played = can_play(&rules.ffmpeg).await;
    let help = if played {
        String::new()
    } else {
        format!(
            ", but not: {ffmpeg} does not run or knows no MP3; sudo apt-get install ffmpeg; until then they can only \
             be taken as they came"
        )
    };
    told.push((played, format!("recordings are made playable everywhere by {ffmpeg}{help}")));
    told
}

/// How much of what a guided interview says is recorded, by language. Nothing is wrong where it is not: then the device's own
/// voice reads it, or a person.
fn recorded(rooms: &Rooms) -> Vec<String> {
    let questions = rooms.complaints.screening.screener.interview(rooms.complaints.screening.today());
    let of = |language: &haqqi_language::Language| {
        let page = haqqi_web::Page::for_worker(rooms.site.clone(), language.clone(), "/");
        let missing = questions.iter().filter(|question| page.recording(question.ask).is_none()).count();
        let tag = language.tag();
        format!("{tag}: {missing} of {} questions of an interview have no recording", questions.len())
    };
    rooms.site.languages.worker().iter().map(of).collect()
}

/// How far what is open was read anew with the instruments and lexicons of this pack.
async fn read_anew(rooms: &Rooms) -> anyhow::Result<(bool, String)> {
    let (house, screening) = (&rooms.site.house, &rooms.complaints.screening);
    let stamp = screening.screener.stamp(screening.today());
    let Some(walk) = haqqi_screening::last_walk(house).await?.filter(|walk| walk.stamp == stamp) else {
        let many = haqqi_complaints::many_open_behind(house, None).await?;
        let told = format!(
            "these instruments and lexicons are new: the worker will read {many} open complaints anew"
        );
        return Ok((true, told));
    };
    let since = walk.began_at.format("%Y-%m-%d %H:%M UTC");
    let counted = format!(
        "{} open complaints looked at, {} assessed otherwise, {} flags raised",
        walk.looked, walk.made, walk.raised
    );
    let left = match walk.ended_at {
        Some(_) => String::new(),
        None => format!(", {} to go", haqqi_complaints::many_open_behind(house, walk.after).await?),
    };
    let broken = match walk.broken {
        0 => String::new(),
        many => format!(", but not: {many} cannot be opened"),
    };
    Ok((walk.broken == 0, format!("instruments and lexicons since {since}: {counted}{left}{broken}")))
}

/// `haqqi doctor`: what keeps this installation from serving, and what should be put right.
pub(crate) async fn doctor(config: &Config) -> anyhow::Result<ExitCode> {
    let mut well = true;
    let mut say = |good: bool, what: &str| {
        well &= good;
        println!("{} {what}", if good { "ok  " } else { "FAIL" });
    };
    let loaded = load_pack(&config.pack);
    match &loaded {
        Ok((pack, languages)) => {
            say(true, &format!("pack {}", pack.stamp()));
            let tags: Vec<_> = languages.worker().iter().map(haqqi_language::Language::tag).collect();
            say(!tags.is_empty(), &format!("languages offered to workers: {}", tags.join(" ")));
            let tested = pack.hotlines().iter().all(|line| line.tested.is_some());
            say(tested, "every hotline number has been test-called");
            for (language, drafts) in drafts(pack) {
                say(
                    drafts.is_empty(),
                    &format!(
                        "{language}: a native reader has checked the texts on danger, consent, confidentiality and leaving{}",
                        if drafts.is_empty() {
                            String::new()
                        } else {
                            format!(", but not: {}; an interpreter's call is offered there", drafts.join(" "))
                        }
                    ),
                );
            }
            let mute = mute(&Press::new(), languages);
            say(mute.is_empty(), "papers can be printed in every language offered");
            mute.iter().for_each(|mute| say(false, &mute.to_string()));
        }
        Err(error) => say(false, &format!("{error:#}")),
    }
    match plan(config) {
        Ok(plan) => {
            say(true, &format!("key file {}", config.keys.display()));
            match Rooms::build(plan).await {
                Ok(rooms) => {
                    let house = &rooms.site.house;
                    say(true, "the database opens, its tables are up to date, the keys fit");
                    let faults = house.db().faults().await?;
                    say(
                        faults.is_empty(),
                        &format!("the database file holds together {}", faults.join("; ")),
                    );
                    let verdict = verify_audit(house).await?;
                    let audited = format!(
                        "the audit holds: {} entries sealed, {} not yet, {} faults",
                        verdict.entries,
                        verdict.unsealed,
                        verdict.faults.len()
                    );
                    say(verdict.faults.is_empty(), &audited);
                    recorded(&rooms).iter().for_each(|told| say(true, told));
                    let (good, told) = read_anew(&rooms).await?;
                    say(good, &told);
                    let dead = JobStore::new(house.clone()).count("dead").await?;
                    say(dead == 0, &format!("{dead} jobs were put aside"));
                    let everybody = Directory::new(house.clone()).everybody().await?;
                    say(!everybody.is_empty(), &format!("{} people can sign in", everybody.len()));
                    let empty = unread(&rooms.site.pack, &everybody);
                    say(empty.is_empty(), &format!("somebody reads in every office{empty}"));
                    let (good, told) = above_the_offices(&everybody);
                    say(good, &told);
                }
                Err(error) => say(false, &format!("{error:#}")),
            }
        }
        Err(error) => say(false, &format!("{error:#}")),
    }
    for (good, what) in files(&config.evidence).await {
        say(good, &what);
    }
    let (good, what) = breached(config);
    say(good, &what);
    let passkeys = match haqqi_accounts::Party::of(&config.server.base_url) {
        Some(party) => format!("passkeys are offered at {}", party.origin),
        None => "passkeys are not offered: browsers want https:// and a name in server.base_url".to_owned(),
    };
    say(true, &passkeys);
    if let Ok(Some(provider)) = config.provider() {
        let answer = provider.answers().await;
        let why = answer.as_ref().err().map(|why| format!(", but not: {why}")).unwrap_or_default();
        say(answer.is_ok(), &format!("the provider of sign-ins answers{why}"));
    }
    say(config.mail.is_some(), "a mail server is configured");
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
