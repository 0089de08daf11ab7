//! Asking for figures: the one door.

use haqqi_kernel::{Action, Actor, Reach, Scope, judge};
use haqqi_pack::Pack;
use haqqi_web::Site;
use sea_orm::{AccessMode, DbBackend, DbErr, IsolationLevel, TransactionOptions, TransactionTrait};
use serde::Deserialize;

use crate::count::{self, Within};
use crate::hide;
use crate::model::{Cohort, Counted, Figures, Group, Period, PeriodError};

/// What is asked, as it comes in an address. All empty: the last 30 days, all that the reader reaches.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// `month`, `30`, `90`, or `days` with `from` and `to`.
    pub period: String,
    /// First day, as `2026-11-24`.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Office, a code of the pack.
    pub office: String,
}

/// What is asked, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which days.
    pub period: Period,
    /// Which office.
    pub office: Option<String>,
}

/// Why nothing was counted.
#[derive(Debug, thiserror::Error)]
pub enum FiguresError {
    /// This account sees no figures.
    #[error("not found")]
    NotFound,
    /// A day that is none.
    #[error("{0} is no day")]
    Day(&'static str),
    /// The pack has no such way to say a period.
    #[error("no such period")]
    Unknown,
    /// The pack has no such office.
    #[error("no such office")]
    Office,
    /// The period.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Ask {
    /// Understands what is asked.
    ///
    /// # Errors
    /// [`FiguresError::Day`], [`FiguresError::Unknown`], [`FiguresError::Office`], [`FiguresError::Period`].
    pub fn understand(&self, site: &Site) -> Result<Asked, FiguresError> {
        let today = site.house.now().with_timezone(&site.pack.zone()).date_naive();
        let period = match self.period.as_str() {
            "" if self.from.is_empty() && self.to.is_empty() => Period::last(30, today),
            "30" => Period::last(30, today),
            "90" => Period::last(90, today),
            "month" => Period::month(today),
            "" | "days" => {
                let from = self.from.trim().parse().map_err(|_| FiguresError::Day("from"))?;
                let to = self.to.trim().parse().map_err(|_| FiguresError::Day("to"))?;
                Period::new(from, to)?
            }
            _ => return Err(FiguresError::Unknown),
        };
        let office = Some(self.office.clone()).filter(|office| !office.is_empty());
        if office.as_ref().is_some_and(|office| site.pack.office(office).is_none()) {
            return Err(FiguresError::Office);
        }
        Ok(Asked { period, office })
    }
}

/// The action that opens a list.
pub(crate) fn opens(list: &str) -> Action {
    match list {
        "flags" => Action::ReadFlag,
        "referrals" => Action::ReadReferral,
        "visits" => Action::ReadVisit,
        _ => Action::ReadComplaint,
    }
}

/// The offices of a scope that reaches no further than these.
fn offices_of(scope: &Scope) -> Vec<&String> {
    scope
        .reaches()
        .iter()
        .filter_map(|reach| match reach {
            Reach::Offices(offices) => Some(offices),
            _ => None,
        })
        .flatten()
        .collect()
}

/// Whether the reader may open every case behind a figure, so that a small number tells nothing new.
fn sees_all(actor: &Actor, list: &str, figures: &Scope, office: Option<&str>) -> bool {
    let Ok(cases) = judge(actor, opens(list)) else { return false };
    if cases.everything() {
        return true;
    }
    let own = offices_of(&cases);
    match office {
        Some(office) => own.iter().any(|mine| *mine == office),
        None => !figures.everything() && offices_of(figures).iter().all(|counted| own.contains(counted)),
    }
}

/// The offices that this reader may choose from.
pub(crate) fn choosable<'a>(pack: &'a Pack, scope: &'a Scope) -> Vec<&'a str> {
    let own = offices_of(scope);
    let all = pack.offices().iter().map(|office| office.code.as_str());
    all.filter(|code| scope.everything() || own.iter().any(|mine| mine.as_str() == *code)).collect()
}

/// Counts every figure of the pack as somebody sees it who may open no case at all: for what is made public.
pub(crate) async fn for_everybody(
    site: &Site,
    scope: &Scope,
    period: Period,
) -> Result<Figures, FiguresError> {
    counted(site, scope, &Asked { period, office: None }, |_| false).await
}

/// Counts every figure of the pack, all in one view of the history, so that sums hold while work goes on.
///
/// # Errors
/// [`FiguresError::NotFound`] for who may see none, and for an office beyond the reader's reach.
pub async fn figures(site: &Site, actor: &Actor, asked: &Asked) -> Result<Figures, FiguresError> {
    let scope = judge(actor, Action::ReadFigures).map_err(|_| FiguresError::NotFound)?;
    let office = asked.office.as_deref();
    if office.is_some_and(|office| !choosable(&site.pack, &scope).contains(&office)) {
        return Err(FiguresError::NotFound);
    }
    counted(site, &scope, asked, |list| sees_all(actor, list, &scope, office)).await
}

async fn counted(
    site: &Site,
    scope: &Scope,
    asked: &Asked,
    sees: impl Fn(&str) -> bool,
) -> Result<Figures, FiguresError> {
    let office = asked.office.as_deref();
    let (from, until) = asked.period.instants(&site.pack.zone());
    let within = Within { scope, from, until, office };
    // PostgreSQL would show each statement a newer state; SQLite keeps its view for the whole transaction anyway.
    let options = if site.house.db().backend() == DbBackend::Postgres {
        TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        }
    } else {
        TransactionOptions::default()
    };
    let view = site.house.reader().begin_with_options(options).await?;
    let (received, closed, open) = count::cohort(&view, &within).await?;
    let mut all = Vec::new();
    for figure in site.pack.figures() {
        let sums = count::counted(&view, figure, &within).await?;
        let sees = sees(&figure.list);
        let total = hide::whole(sums.iter().map(|(_, number)| number).sum(), sees);
        let grouped = figure.group.is_some();
        let undivided = grouped && office.is_some() && !sees;
        let groups = if grouped && !undivided { hide::groups(sums, sees) } else { Vec::new() };
        all.push(Counted { figure: figure.clone(), total, groups, undivided });
    }
    view.commit().await?;
    let sees = sees("complaints");
    let cohort = conceal(received, closed, open, sees, office.is_some());
    Ok(Figures {
        period: asked.period,
        office: asked.office.clone(),
        counted_at: site.house.now(),
        cohort,
        figures: all,
    })
}

/// Beside the outcomes, of which none is called so.
const OPEN: &str = "open";

/// The cohort as this reader may see it: *open* is hidden as if it were one more outcome.
fn conceal(received: u64, closed: count::Sums, open: u64, sees: bool, one_office: bool) -> Cohort {
    let received_shown = hide::whole(received, sees);
    if sees {
        return Cohort { received: received_shown, closed: hide::groups(closed, true), open: Some(open) };
    }
    if one_office {
        return Cohort { received: received_shown, closed: Vec::new(), open: None };
    }
    let mut parts = closed;
    parts.push((OPEN.to_owned(), open));
    parts.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let (open, closed): (Vec<Group>, Vec<Group>) =
        hide::groups(parts, false).into_iter().partition(|group| group.code == OPEN);
    Cohort { received: received_shown, closed, open: open.first().and_then(|group| group.count) }
}
