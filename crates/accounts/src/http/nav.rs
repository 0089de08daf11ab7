//! The menu: a link is there only where the judge allows what it leads to.

use haqqi_kernel::{Action, Actor, Role, judge};
use haqqi_web::NavItem;

const LINKS: &[(&str, &str, Action)] = &[
    ("/staff/", "accounts-nav-queue", Action::ReadQueue),
    ("/staff/notices", "casework-notices", Action::ReadQueue),
    ("/staff/intake", "accounts-nav-intake", Action::TakeIntake),
    ("/staff/filed", "accounts-nav-filed", Action::ReadFiled),
    ("/staff/complaints", "accounts-nav-complaints", Action::ReadComplaint),
    ("/staff/search", "accounts-nav-search", Action::ReadQueue),
    ("/staff/flags", "accounts-nav-flags", Action::ReadFlag),
    ("/staff/referrals", "accounts-nav-referrals", Action::ReadReferral),
    ("/staff/hand-overs", "accounts-nav-hand-overs", Action::AnswerHandOver),
    ("/staff/mediations", "accounts-nav-mediations", Action::HoldMediation),
    ("/staff/visits", "accounts-nav-visits", Action::ScheduleVisit),
    ("/field/visits", "accounts-nav-field", Action::RecordVisit),
    ("/staff/establishments", "accounts-nav-establishments", Action::ReadEstablishment),
    ("/staff/figures", "accounts-nav-figures", Action::ReadFigures),
    ("/staff/patrol", "patrol-nav", Action::ReadPatrol),
    ("/staff/papers", "accounts-nav-papers", Action::PublishPapers),
    ("/staff/words", "accounts-nav-words", Action::CheckWords),
    ("/staff/roster", "accounts-nav-roster", Action::ManageRoster),
    ("/staff/people", "accounts-nav-people", Action::ShutAccount),
    ("/staff/audit", "accounts-nav-audit", Action::ReadAudit),
    ("/staff/retention", "retention-nav", Action::ReadRetention),
    ("/staff/openings", "accounts-nav-openings", Action::WatchOpenings),
    ("/staff/ties", "establishments-nav-ties", Action::DeclareTie),
];

/// The menu of this actor.
pub(crate) fn of(actor: &Actor) -> Vec<NavItem> {
    LINKS
        .iter()
        .filter(|(_, _, action)| judge(actor, *action).is_ok())
        .map(|(href, text, _)| NavItem { href, text })
        .collect()
}

/// The first page of this actor: the first link of the menu; for who has no list to begin with, what they do here.
#[must_use]
pub fn home(actor: &Actor) -> &'static str {
    let begins =
        [Role::Mediator, Role::Auditor, Role::DataProtectionOfficer].iter().any(|role| actor.has(*role));
    match of(actor).first() {
        Some(item) if !begins || judge(actor, Action::ReadQueue).is_ok() => item.href,
        _ => "/staff/start",
    }
}
