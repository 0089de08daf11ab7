//! `haqqi calendar …`: the days on which this installation is closed beside those of its pack.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use chrono::NaiveDate;
use haqqi_kernel::Actor;
use haqqi_pack::announced_holidays;
use haqqi_worklist::{ClosedDay, add_closed_days, closed_days, remove_closed_day};

use crate::compose::Rooms;
use crate::config::Config;
use crate::serve::plan;

/// The days of an iCalendar file; what is wrong with it is said with its line.
fn days_of(file: &Path) -> anyhow::Result<Vec<ClosedDay>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let spans =
        announced_holidays(&text).map_err(|(line, why)| anyhow!("{}:{line}: {why}", file.display()))?;
    let days = spans.iter().flat_map(|span| {
        let days = span.from.iter_days().take_while(|day| *day <= span.until);
        days.map(|day| ClosedDay { day, code: span.code.clone() })
    });
    Ok(days.collect())
}

/// `haqqi calendar import`: adds the days of a file. Open clocks in the office's time move; the legal one never does.
pub(crate) async fn import(config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    // A file that cannot be read is said before anything is opened.
    let days = days_of(file)?;
    let rooms = Rooms::build(plan(config)?).await?;
    let house = &rooms.site.house;
    let before = closed_days(house).await?;
    let new = days.iter().filter(|day| before.iter().all(|old| old.day != day.day)).count();
    let mut unit = house.unit(Actor::System);
    add_closed_days(&mut unit, &days)?;
    unit.commit().await?;
    println!("{new} days are new, {} were there", days.len().saturating_sub(new));
    println!("open clocks in working time are moved by the worker; the 24 hours are never moved");
    Ok(ExitCode::SUCCESS)
}

/// `haqqi calendar list`.
pub(crate) async fn list(config: &Config) -> anyhow::Result<ExitCode> {
    let rooms = Rooms::build(plan(config)?).await?;
    for day in closed_days(&rooms.site.house).await? {
        println!("{} {}", day.day, day.code);
    }
    Ok(ExitCode::SUCCESS)
}

/// `haqqi calendar remove`: the office works on that day after all.
pub(crate) async fn remove(config: &Config, day: NaiveDate) -> anyhow::Result<ExitCode> {
    let rooms = Rooms::build(plan(config)?).await?;
    let house = &rooms.site.house;
    if closed_days(house).await?.iter().all(|closed| closed.day != day) {
        bail!("{day} is not among the closed days; `haqqi calendar list` shows them");
    }
    let mut unit = house.unit(Actor::System);
    remove_closed_day(&mut unit, day)?;
    unit.commit().await?;
    println!("{day} is a day like others again");
    Ok(ExitCode::SUCCESS)
}
