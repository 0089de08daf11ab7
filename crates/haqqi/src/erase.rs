//! What is to be erased, from the command line: lists are prepared, what two people decided on is carried out, and a signed
//! report is given out.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, anyhow};
use haqqi_kernel::{Actor, SignedLines, check_signed_lines};
use haqqi_retention::{carry_out, due, prepare, report_lines};

use crate::EraseCommand;
use crate::compose::Rooms;
use crate::config::Config;
use crate::serve::plan;
use crate::trail::midnight;

/// `haqqi erase …`, over this house.
pub(crate) async fn run(config: &Config, what: EraseCommand) -> anyhow::Result<ExitCode> {
    let rooms = Rooms::build(plan(config)?).await?;
    let desk = &rooms.retention;
    match what {
        EraseCommand::Plan => {
            let many = prepare(desk).await?;
            println!("{many} complaints were put on lists; one person approves a list, another confirms it");
            for one in due(desk, &Actor::System).await? {
                let office = one.office.unwrap_or_else(|| "-".to_owned());
                println!("{}\t{office}\t{} over now\t{} within 90 days", one.class, one.now, one.soon);
            }
        }
        EraseCommand::Run => {
            let erased = carry_out(desk).await.map_err(|failure| anyhow!("{failure:?}"))?;
            println!("{erased} erased; the worker removes their files");
            match config.retention.backups_kept_days {
                Some(days) => println!("it is complete when the last backup is gone, {days} days from now"),
                None => println!(
                    "it is complete when the last backup is gone; say how long they are kept: \
                     retention.backups_kept_days"
                ),
            }
        }
        EraseCommand::Report { from, until } => {
            print!("{}", report_lines(desk, &Actor::System, midnight(from), midnight(until)).await?);
        }
        EraseCommand::Check { file, key } => return check(&file, &key),
        EraseCommand::Tidy => {
            rooms.site.house.db().tidy().await?;
            println!("the database is written anew, without what was deleted");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `haqqi erase check`.
pub(crate) fn check(file: &Path, key: &str) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    match check_signed_lines(SignedLines::ERASED, &text, key) {
        Ok(entries) => {
            println!("{entries} erasures, as they were signed");
            Ok(ExitCode::SUCCESS)
        }
        Err(fault) => {
            println!("{fault}");
            Ok(ExitCode::FAILURE)
        }
    }
}
