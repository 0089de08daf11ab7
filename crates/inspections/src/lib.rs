//! Visits: asked for, planned among routine ones, recorded; findings, measures, reports.

mod ask;
mod batch;
mod change;
mod desk;
mod entity;
mod finish;
mod list;
mod measure;
mod model;
mod open;
mod places;
mod report;
mod result;
mod row;
mod save;
mod store;

/// The job that tells whoever asked what became of a request: `request` and `news` (`planned`, `waiting`, `visited`,
/// `reported`). This room does not know who asked.
pub const NEWS: &str = "visit.news";
/// The job that issues a visit's report, once.
pub const ISSUE_REPORT: &str = "visit.issue-report";
