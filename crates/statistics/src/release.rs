//! Making figures public. An analyst releases whole calendar months that are over, each day once: what was released is
//! kept as it was shown and never counted anew, and no two releases share a day, so that nobody can subtract the one
//! from the other; what was wrong is withdrawn with a notice, and the same days are released anew. Every number is hidden by the rule for those who may open no case ([`crate::FEWEST`]).

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, SubjectKind, judge};
use haqqi_web::Site;
use sea_orm::{DbErr, EntityTrait, QueryOrder, Set};
use serde::{Deserialize, Serialize};

use crate::ask::{FiguresError, for_everybody};
use crate::entity::figure_release;
use crate::model::{Cohort, Counted, Figures, Group, Period};
use crate::withdrawal::withdrawn;

/// Figures that anybody may see.
#[derive(Debug, Clone)]
pub struct Release {
    /// What was released, as it was counted then.
    pub figures: Figures,
    /// When.
    pub released_at: DateTime<Utc>,
}

impl Release {
    /// Whether it is a whole year: the annual report.
    #[must_use]
    pub fn is_year(&self) -> bool {
        let Period { from, to } = self.figures.period;
        from.year() == to.year() && (from.month(), to.month()) == (1, 12)
    }
}

/// Why figures were not made public.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseError {
    /// This account may not.
    #[error("not found")]
    NotFound,
    /// Not from the first day of a month to the last day of one.
    #[error("a release has whole calendar months")]
    Months,
    /// The period is not over yet.
    #[error("the period is not over yet")]
    Early,
    /// A day of it was released before.
    #[error("a day of this period was released before")]
    Before,
    /// Some of its days were withdrawn with others: only that whole period can be released anew.
    #[error("only the period that was withdrawn can be released anew")]
    Other(Period),
    /// Counting.
    #[error(transparent)]
    Figures(#[from] FiguresError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What is kept of a group or a figure: codes and numbers, no words.
#[derive(Serialize, Deserialize)]
struct KeptGroup(String, Option<u64>);

#[derive(Serialize, Deserialize)]
struct KeptFigure {
    code: String,
    total: Option<u64>,
    groups: Vec<KeptGroup>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    v: u32,
    counted_at: DateTime<Utc>,
    received: Option<u64>,
    closed: Vec<KeptGroup>,
    open: Option<u64>,
    figures: Vec<KeptFigure>,
}

fn keep(groups: &[Group]) -> Vec<KeptGroup> {
    groups.iter().map(|group| KeptGroup(group.code.clone(), group.count)).collect()
}

fn back(groups: Vec<KeptGroup>) -> Vec<Group> {
    groups.into_iter().map(|KeptGroup(code, count)| Group { code, count }).collect()
}

/// Whether a period can be released, whoever asks.
///
/// # Errors
/// [`ReleaseError::Months`], [`ReleaseError::Early`].
pub fn releasable(period: Period, today: NaiveDate) -> Result<(), ReleaseError> {
    let after = period.to.checked_add_days(Days::new(1)).unwrap_or(period.to);
    if period.from.day() != 1 || after.day() != 1 || after <= period.from {
        return Err(ReleaseError::Months);
    }
    if period.to >= today { Err(ReleaseError::Early) } else { Ok(()) }
}

/// The figures of a period as everybody would see them, before they are released.
///
/// # Errors
/// [`ReleaseError`].
pub async fn preview(site: &Site, actor: &Actor, period: Period) -> Result<Figures, ReleaseError> {
    let scope = judge(actor, Action::PublishFigures).map_err(|_| ReleaseError::NotFound)?;
    let today = site.house.now().with_timezone(&site.pack.zone()).date_naive();
    releasable(period, today)?;
    let meets = |other: &Period| other.from <= period.to && period.from <= other.to;
    if released(site).await?.iter().any(|release| meets(&release.figures.period)) {
        return Err(ReleaseError::Before);
    }
    let kept = withdrawn(site).await?;
    if let Some(other) = kept.iter().find(|one| meets(&one.period) && one.period != period) {
        return Err(ReleaseError::Other(other.period));
    }
    Ok(for_everybody(site, &scope, period).await?)
}

/// Makes the figures of a period public, once and for all.
///
/// # Errors
/// [`ReleaseError`]; then nothing is public that was not before.
pub async fn release(site: &Site, actor: &Actor, period: Period) -> Result<(), ReleaseError> {
    let figures = preview(site, actor, period).await?;
    let kept = Kept {
        v: 1,
        counted_at: figures.counted_at,
        received: figures.cohort.received,
        closed: keep(&figures.cohort.closed),
        open: figures.cohort.open,
        figures: figures
            .figures
            .iter()
            .map(|counted| KeptFigure {
                code: counted.figure.code.clone(),
                total: counted.total,
                groups: keep(&counted.groups),
            })
            .collect(),
    };
    let mut unit = site.house.unit(actor.clone());
    let id = unit.id();
    unit.insert(figure_release::ActiveModel {
        id: Set(id),
        from_day: Set(period.from.to_string()),
        to_day: Set(period.to.to_string()),
        figures: Set(serde_json::to_string(&kept).unwrap_or_default()),
        released_at: Set(unit.now()),
        released_by: Set(actor.account().unwrap_or_default()),
    });
    unit.audit(Audit::write("figures.release", SubjectKind::House, id));
    match unit.commit().await {
        Ok(_) => Ok(()),
        // Another analyst was faster.
        Err(CommitError::Unique(_)) => Err(ReleaseError::Before),
        Err(error) => Err(error.into()),
    }
}

/// Everything that was released, the newest period first. For everybody.
///
/// # Errors
/// The database's error.
pub async fn released(site: &Site) -> Result<Vec<Release>, DbErr> {
    let rows = figure_release::Entity::find()
        .order_by_desc(figure_release::Column::FromDay)
        .all(site.house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(|row| read(site, row)).collect())
}

/// A row as it was released. A figure that the pack has no more is left out: nobody could say what it meant.
fn read(site: &Site, row: figure_release::Model) -> Option<Release> {
    let kept: Kept = serde_json::from_str(&row.figures).ok()?;
    let period = Period { from: row.from_day.parse().ok()?, to: row.to_day.parse().ok()? };
    let figures = kept.figures.into_iter().filter_map(|figure| {
        Some(Counted {
            figure: site.pack.figure(&figure.code)?.clone(),
            total: figure.total,
            groups: back(figure.groups),
            undivided: false,
        })
    });
    let figures = Figures {
        period,
        office: None,
        counted_at: kept.counted_at,
        cohort: Cohort { received: kept.received, closed: back(kept.closed), open: kept.open },
        figures: figures.collect(),
    };
    Some(Release { figures, released_at: row.released_at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_months_that_are_over_are_released() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let may = |from: &str, to: &str| {
            releasable(Period { from: day(from), to: day(to) }, day("2026-11-24")).map_err(|e| e.to_string())
        };
        assert!(may("2026-10-01", "2026-10-31").is_ok());
        assert!(may("2025-01-01", "2025-12-31").is_ok());
        assert!(may("2024-02-01", "2024-02-29").is_ok());
        assert!(may("2026-10-02", "2026-10-31").is_err());
        assert!(may("2026-02-01", "2026-02-27").is_err());
        assert!(may("2026-11-01", "2026-11-30").is_err(), "not over yet");
        assert!(may("2026-11-01", "2026-10-31").is_err());
    }
}
