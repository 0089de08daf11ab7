//! What falls due: numbers by class and office, and nothing else.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use haqqi_complaints::{Over, over_by_office};
use haqqi_kernel::{Action, Actor, judge};
use sea_orm::DbErr;

use crate::RetentionDesk;
use crate::model::COMPLAINTS;

/// So far ahead one looks.
const AHEAD: TimeDelta = TimeDelta::days(90);

/// How many complaints of a class and an office are over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The class of the schedule.
    pub class: &'static str,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// Of so many the time is over now.
    pub now: i64,
    /// Of so many more within 90 days.
    pub soon: i64,
}

/// What is over and what will be within 90 days, as far as the actor's scope reaches. Nothing for who may not see it.
///
/// # Errors
/// The database's error.
pub async fn due(desk: &RetentionDesk, actor: &Actor) -> Result<Vec<Due>, DbErr> {
    let Ok(scope) = judge(actor, Action::ReadRetention) else { return Ok(Vec::new()) };
    let house = &desk.site().house;
    let mut all = Vec::new();
    for (class, unread) in COMPLAINTS {
        let Some(row) = desk.row(class) else { continue };
        let (Some(now), Some(soon)) = (row.before(house.now()), row.before(house.now() + AHEAD)) else {
            continue;
        };
        let mut offices: BTreeMap<Option<String>, (i64, i64)> = BTreeMap::new();
        for (office, many) in over_by_office(house, Over { unread, before: now }).await? {
            offices.entry(office).or_default().0 = many;
        }
        for (office, many) in over_by_office(house, Over { unread, before: soon }).await? {
            offices.entry(office).or_default().1 = many;
        }
        let reached =
            offices.into_iter().filter(|(office, _)| scope.covers(office.as_deref(), None, false, false));
        all.extend(reached.map(|(office, (now, both))| Due { class, office, now, soon: both - now }));
    }
    Ok(all)
}
