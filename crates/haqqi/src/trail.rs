//! The audit from the command line: checking it, keeping its head elsewhere, giving it out.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, AuditFilter, MOST_EXPORTED, SubjectKind, audit_head, audit_key, check_audit_export,
    export_audit, holds_head, judge, verify_audit,
};
use uuid::Uuid;

use crate::AuditCommand;
use crate::compose::Rooms;
use crate::config::Config;
use crate::serve::plan;

/// The first instant of a day, in UTC: what the entries themselves say.
pub(crate) fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// `haqqi audit …`, over this house.
pub(crate) async fn run(config: &Config, what: AuditCommand) -> anyhow::Result<ExitCode> {
    let rooms = Rooms::build(plan(config)?).await?;
    let house = &rooms.site.house;
    match what {
        AuditCommand::Verify { head } => {
            let mut verdict = verify_audit(house).await?;
            if let Some(head) = head.filter(|head| !head.is_empty())
                && !holds_head(house, &head).await?
            {
                verdict.faults.push(format!("the head that was kept is not in the trail: {head}"));
            }
            for fault in &verdict.faults {
                println!("{fault}");
            }
            println!(
                "{} batches, {} entries, {} not sealed yet, {} faults",
                verdict.batches,
                verdict.entries,
                verdict.unsealed,
                verdict.faults.len()
            );
            return Ok(if verdict.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        AuditCommand::Head => match audit_head(house).await? {
            Some(head) => println!("{head}"),
            None => return Err(anyhow!("nothing is sealed yet")),
        },
        AuditCommand::Key => println!("{}", audit_key(house)),
        AuditCommand::Export { from, until } => {
            let mut unit = house.unit(Actor::System);
            unit.audit(Audit::write("audit.export", SubjectKind::House, Uuid::nil()).purpose("command-line"));
            unit.commit().await?;
            let scope = judge(&Actor::System, Action::ReadAudit)?;
            let filter = AuditFilter {
                from: from.map(midnight),
                until: until.map(midnight),
                ..AuditFilter::default()
            };
            let (lines, more) = export_audit(house, &scope, &filter).await?;
            if more {
                return Err(anyhow!("there are more than {MOST_EXPORTED} entries; say --from and --until"));
            }
            print!("{lines}");
        }
        AuditCommand::Check { file, key } => return check(&file, &key),
    }
    Ok(ExitCode::SUCCESS)
}

/// `haqqi audit check`.
pub(crate) fn check(file: &Path, key: &str) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    match check_audit_export(&text, key) {
        Ok(entries) => {
            println!("{entries} entries, as they were signed");
            Ok(ExitCode::SUCCESS)
        }
        Err(fault) => {
            println!("{fault}");
            Ok(ExitCode::FAILURE)
        }
    }
}
