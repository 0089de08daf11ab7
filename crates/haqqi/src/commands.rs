//! Chores from the command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use chrono::TimeDelta;
use haqqi_accounts::{
    Directory, NewStaff, NewToken, add_staff, breached_list_of, join_organisation, new_bounded_token,
    new_recovery_codes, new_token, note_trained, organisation, revoke,
};
use haqqi_guide::Guide;
use haqqi_kernel::{Action, Actor, ByToken, Db, House, Keys, Role, SystemEntropy};
use haqqi_migrations::{Migrator, MigratorTrait};
use haqqi_pack::{Pack, label};
use haqqi_patrol::Words;
use haqqi_screening::Screener;
use uuid::Uuid;

use crate::UserCommand;
use crate::compose::{Rooms, load_pack};
use crate::config::{Config, PackChoice};
use crate::screen;
use crate::serve::plan;

/// `haqqi migrate`.
pub(crate) async fn migrate(config: &Config, direction: &str) -> anyhow::Result<ExitCode> {
    std::fs::create_dir_all(&config.data)?;
    let db = Db::open(&config.database()).await?;
    match direction {
        "up" => Migrator::up(db.chores(), None).await?,
        "down" => Migrator::down(db.chores(), Some(1)).await?,
        "status" => {
            let pending = Migrator::get_pending_migrations(db.chores()).await?;
            println!("{} pending", pending.len());
            for migration in pending {
                println!("{}", migration.name());
            }
        }
        other => bail!("say up, down or status, not {other}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// `haqqi pack check`.
pub(crate) fn pack_check(dir: &Path, week: Option<(u64, PathBuf)>) -> anyhow::Result<ExitCode> {
    let pack = match Pack::load(dir) {
        Ok(pack) => pack,
        Err(error) => {
            for problem in error.problems() {
                println!("{problem}");
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let screener = match Screener::tried(&pack) {
        Ok(screener) => screener,
        Err(error) => {
            println!("{error}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let adverts = match haqqi_patrol::assessor(&pack).and_then(|found| Words::from_pack(&pack).map(|_| found))
    {
        Ok(adverts) => adverts,
        Err(error) => {
            println!("{error}");
            return Ok(ExitCode::FAILURE);
        }
    };
    if let Err(error) = Guide::from_pack(&pack) {
        for problem in error.problems() {
            println!("{problem}");
        }
        return Ok(ExitCode::FAILURE);
    }
    let (_, languages) = load_pack(&PackChoice { name: String::new(), dir: Some(dir.to_owned()) })?;
    let mut lacking = Vec::new();
    for language in pack.languages() {
        let Some(spoken) = languages.for_worker(&language.tag) else {
            lacking.push(format!("{} is not offered: its worker messages are not complete", language.tag));
            continue;
        };
        let unasked = screener.asked().filter(|(_, ask)| !spoken.has(ask));
        lacking.extend(
            unasked.map(|(id, ask)| format!("{} lacks the question `{ask}` of `{id}`", language.tag)),
        );
    }
    for tag in pack.staff_languages() {
        let Some(spoken) = languages.for_staff(tag) else { continue };
        let unnamed = adverts.all_names().filter(|name| !spoken.has(&label("advert", name)));
        lacking.extend(unnamed.map(|name| format!("{tag} lacks the label of `{name}` in advertisements")));
        let unsaid = screener.card_labels().filter(|(kind, code)| !spoken.has(&label(kind, code)));
        lacking.extend(unsaid.map(|(kind, code)| format!("{tag} lacks `{kind}-{code}` of a procedure card")));
    }
    if !lacking.is_empty() {
        println!("{}", lacking.join("\n"));
        return Ok(ExitCode::FAILURE);
    }
    println!("{} holds", pack.stamp());
    let unverified = pack.unverified();
    println!("{} rows wait for a lawyer or a person who checks them", unverified.len());
    match week {
        Some((complaints, history)) => {
            println!("{}", screen::expect(&pack, &screener, complaints, &history)?)
        }
        None => println!("flags a week: say --complaints-a-week and --history to learn how many to expect"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Whose name this is.
async fn known(house: &House, sign_in: &str) -> anyhow::Result<Uuid> {
    let person = Directory::new(house.clone()).by_sign_in(sign_in).await?;
    person.map(|person| person.id).ok_or_else(|| anyhow!("nobody signs in as {sign_in}"))
}

/// `haqqi user …`.
pub(crate) async fn user(config: &Config, what: UserCommand) -> anyhow::Result<ExitCode> {
    let rooms = Rooms::build(plan(config)?).await?;
    let house = &rooms.site.house;
    let mut unit = house.unit(Actor::System);
    match what {
        UserCommand::Add {
            sign_in,
            name,
            role,
            office,
            agency,
            filer,
            organisation: of,
            language,
            trained,
            password_file,
        } => {
            let roles = role
                .iter()
                .map(|code| Role::from_code(code).ok_or_else(|| anyhow!("there is no role {code}")))
                .collect::<anyhow::Result<Vec<_>>>()?;
            if let Some(office) = office.as_ref().filter(|code| rooms.site.pack.office(code).is_none()) {
                bail!("the pack has no office {office}");
            }
            if let Some(agency) = agency.as_ref().filter(|code| rooms.site.pack.agency(code).is_none()) {
                bail!("the pack has no agency {agency}");
            }
            if let Some(filer) =
                filer.as_ref().filter(|code| rooms.site.pack.filer(code).is_none_or(|f| f.worker))
            {
                bail!("nobody files for others as {filer} in this pack");
            }
            let password = std::fs::read_to_string(&password_file)
                .with_context(|| format!("{} cannot be read", password_file.display()))?;
            let new = NewStaff {
                sign_in,
                name,
                office,
                agency,
                roles,
                languages: language,
                sex: None,
                password: password.trim_end().to_owned(),
            };
            let added = add_staff(&mut unit, &new)?;
            if trained {
                note_trained(&mut unit, added.id, true);
            }
            if let Some((filer, name)) = filer.zip(of) {
                let found = organisation(&mut unit, &filer, &name).await?;
                join_organisation(&mut unit, added.id, &new.roles, &found)?;
            }
            unit.commit().await?;
            println!("{}", added.totp_secret);
        }
        UserCommand::Token { sign_in, name, days, scope } => {
            let staff = known(house, &sign_in).await?;
            let expires_at = days.map(|days| unit.now() + TimeDelta::days(days.into()));
            let only = scope
                .iter()
                .map(|code| {
                    Action::from_code(code).ok_or_else(|| anyhow!("there is no action {code}; {}", codes()))
                })
                .collect::<anyhow::Result<Vec<_>>>()?;
            if let Some(action) = only.iter().find(|action| action.by_token() == ByToken::Never) {
                bail!("no token does {}; {}", action.code(), codes());
            }
            let new = NewToken { staff, name, expires_at };
            let token = if only.is_empty() {
                new_token(&mut unit, &new)
            } else {
                new_bounded_token(&mut unit, &new, &only)
            };
            unit.commit().await?;
            println!("{token}");
        }
        UserCommand::Revoke { sign_in } => {
            let staff = known(house, &sign_in).await?;
            revoke(&mut unit, staff);
            unit.commit().await?;
            println!(
                "{sign_in} is signed out everywhere, and no token and no passkey of theirs holds any more"
            );
        }
        UserCommand::Recovery { sign_in } => {
            let staff = known(house, &sign_in).await?;
            let codes = new_recovery_codes(&mut unit, staff);
            unit.commit().await?;
            println!("{}", codes.join("\n"));
        }
        UserCommand::Breached { words, out } => return breached(&words, &out),
    }
    Ok(ExitCode::SUCCESS)
}

/// What a token may be bounded to.
fn codes() -> String {
    let any = Action::ALL.iter().filter(|action| action.by_token() != ByToken::Never);
    format!("these are: {}", any.map(|action| action.code()).collect::<Vec<_>>().join(" "))
}

/// `haqqi user breached`.
pub(crate) fn breached(words: &Path, out: &Path) -> anyhow::Result<ExitCode> {
    let text =
        std::fs::read_to_string(words).with_context(|| format!("{} cannot be read", words.display()))?;
    let list = breached_list_of(&text);
    std::fs::write(out, &list).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{} passwords are in {}", list.lines().count(), out.display());
    Ok(ExitCode::SUCCESS)
}

/// `haqqi keys new`.
pub(crate) fn keys_new(file: &Path) -> anyhow::Result<ExitCode> {
    if file.exists() {
        bail!("{} is there already; a key file is never overwritten", file.display());
    }
    Keys::create(file, &SystemEntropy)?;
    println!("{} is made. Keep copies of it in two places, with two people.", file.display());
    println!("Without it nothing sealed can be read again; whoever has it can read everything.");
    Ok(ExitCode::SUCCESS)
}

/// `haqqi openapi`.
pub(crate) async fn openapi() -> anyhow::Result<ExitCode> {
    println!("{}", Rooms::on_paper().await?.description().to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}
