//! Synthetic staff of every role, with secrets of their own.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{
    NewStaff, NewToken, add_staff, code_at, give_badge, join_organisation, new_token, note_trained,
    organisation,
};
use haqqi_kernel::{Actor, Entropy, Role, SystemEntropy, TestClock};
use haqqi_worklist::{AddShift, add_shift};
use serde::{Deserialize, Serialize};

use crate::compose::Rooms;

/// One sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Access {
    pub role: String,
    pub name: String,
    pub office: Option<String>,
    pub agency: Option<String>,
    pub password: String,
    pub totp_secret: String,
    pub token: String,
    /// The number on the badge of who goes out.
    #[serde(default)]
    pub badge: Option<String>,
}

/// The file's shape.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct AccessFile {
    pub users: Vec<Access>,
}

/// How many of each role: in each of the three offices, then for the whole country.
const IN_OFFICE: [(Role, usize); 3] =
    [(Role::ComplaintsOfficer, 2), (Role::Supervisor, 1), (Role::Inspector, 2)];
const NATIONAL: [(Role, usize); 13] = [
    (Role::DutyOfficer, 2),
    (Role::Interpreter, 3),
    (Role::HotlineOperator, 1),
    (Role::Planner, 1),
    (Role::ReferralCoordinator, 1),
    (Role::AgencyUser, 1),
    (Role::ChildLead, 1),
    (Role::Mediator, 1),
    (Role::Partner, 1),
    (Role::Analyst, 2),
    (Role::DataProtectionOfficer, 1),
    (Role::Auditor, 1),
    (Role::Administrator, 1),
];

/// The offices of the demonstration: the first three of the pack that take complaints.
pub(super) fn offices(rooms: &Rooms) -> Vec<String> {
    let takes = rooms.site.pack.offices().iter().filter(|o| o.complaints && !o.governorates.is_empty());
    takes.take(3).map(|office| office.code.clone()).collect()
}

fn password() -> String {
    const LETTERS: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
    let letter = || {
        let at = usize::try_from(SystemEntropy.below(31)).unwrap_or(0);
        char::from(LETTERS.get(at).copied().unwrap_or(b'2'))
    };
    (0..16)
        .map(|at| if at > 0 && at % 4 == 0 { format!("-{}", letter()) } else { letter().to_string() })
        .collect()
}

/// Adds everybody and puts the duty officers on the roster for three weeks from now.
pub(super) async fn hire(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<AccessFile> {
    let english = rooms.site.languages.english();
    let mut users = Vec::new();
    let mut wanted: Vec<(Role, Option<String>, usize)> = Vec::new();
    for (at, office) in offices(rooms).into_iter().enumerate() {
        for (role, many) in IN_OFFICE {
            wanted.extend((0..many).map(|n| (role, Some(office.clone()), at * many + n + 1)));
        }
    }
    // The office that reads what names no place has people too: nothing may lie where nobody sees it.
    let usual = rooms.site.pack.identity().default_office.clone();
    if !offices(rooms).contains(&usual) && rooms.site.pack.office(&usual).is_some() {
        let beyond = offices(rooms).len();
        for (role, many) in IN_OFFICE.iter().filter(|(role, _)| *role != Role::Inspector) {
            wanted.push((*role, Some(usual.clone()), beyond * many + 1));
        }
    }
    // The directorate above the offices: it fills the national roster, and answers for what no office may decide.
    let heads = wanted.iter().filter(|(role, ..)| *role == Role::Supervisor).count();
    wanted.push((Role::Supervisor, None, heads + 1));
    for (role, many) in NATIONAL {
        wanted.extend((0..many).map(|n| (role, None, n + 1)));
    }
    let languages: Vec<String> = haqqi_language::KNOWN.iter().map(|known| known.tag.to_owned()).collect();
    let start = rooms.site.house.now();
    for (role, office, number) in wanted {
        let agency = (role == Role::AgencyUser).then(|| rooms.site.pack.identity().default_agency.clone());
        let sign_in = format!("{}-{number}", role.code());
        let password = password();
        let mut unit = rooms.site.house.unit(Actor::System);
        let added = add_staff(
            &mut unit,
            &NewStaff {
                sign_in: sign_in.clone(),
                name: format!("{} {number}", english.text(&haqqi_pack::label("role", role.code()))),
                office: office.clone(),
                agency: agency.clone(),
                roles: vec![role],
                // Each interpreter of the demonstration has every language; others work in the staff's.
                languages: if role == Role::Interpreter {
                    languages.clone()
                } else {
                    rooms.site.pack.staff_languages().to_vec()
                },
                sex: Some(if number % 2 == 0 { "male" } else { "female" }.to_owned()),
                password: password.clone(),
            },
        )?;
        if matches!(role, Role::ComplaintsOfficer | Role::Inspector | Role::DutyOfficer) {
            note_trained(&mut unit, added.id, true);
        }
        let badge =
            if role == Role::Inspector { Some(give_badge(&mut unit, added.id)?.to_string()) } else { None };
        if role == Role::Partner {
            // A partner without an interest of its own, as the pack has one.
            let filers = rooms.site.pack.filers();
            let helps = |f: &&haqqi_pack::Filer| !f.worker && !f.has_interest && !f.colleague;
            if let Some(filer) = filers.iter().rfind(|filer| helps(filer) && filer.on_page) {
                let kind = english.text(&haqqi_pack::label("filer", &filer.code));
                let found = organisation(&mut unit, &filer.code, &format!("{kind} {number}")).await?;
                join_organisation(&mut unit, added.id, &[role], &found)?;
            }
        }
        let token = new_token(
            &mut unit,
            &NewToken { staff: added.id, name: "demonstration".to_owned(), expires_at: None },
        );
        unit.commit().await?;
        if role == Role::DutyOfficer {
            clock.set(now);
            let mut unit = rooms.site.house.unit(Actor::System);
            add_shift(
                &mut unit,
                AddShift { staff: added.id, office: None, from: now, to: now + TimeDelta::days(21) },
            )?;
            unit.commit().await?;
            clock.set(start);
        }
        users.push(Access {
            role: role.code().to_owned(),
            name: sign_in,
            office,
            agency,
            password,
            totp_secret: added.totp_secret,
            token,
            badge,
        });
    }
    Ok(AccessFile { users })
}

/// Writes the file so that only its owner can read it.
pub(super) fn write(path: &Path, access: &AccessFile) -> anyhow::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path).with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(serde_json::to_string_pretty(access)?.as_bytes())?;
    file.sync_all()?;
    Ok(())
}

/// Reads the file.
pub(super) fn read(path: &Path) -> anyhow::Result<AccessFile> {
    let text = fs::read_to_string(path)
        .with_context(|| format!("{} cannot be read; try --reset", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// What is printed: the addresses, and one sign-in and token of each role.
pub(super) fn card(at: SocketAddr, access: &AccessFile, unix: i64) -> String {
    let mut card = format!(
        "\nHaqqi, a demonstration\n  workers    http://{at}/\n  staff      http://{at}/staff/\n  patterns   http://{at}/patterns\n  API        http://{at}/api/v1/openapi.json\n\n"
    );
    let mut seen = Vec::new();
    for user in &access.users {
        if seen.contains(&user.role) {
            continue;
        }
        seen.push(user.role.clone());
        let code = code_at(&user.totp_secret, unix).unwrap_or_default();
        let _ = writeln!(
            card,
            "{}\n  sign-in    {}\n  password   {}\n  authenticator {} (now: {code})\n  API token  {}",
            user.role, user.name, user.password, user.totp_secret, user.token
        );
    }
    card
}
