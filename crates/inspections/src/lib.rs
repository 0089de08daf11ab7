//! Visits: asked for, planned among routine ones, recorded; findings, measures, reports.

mod ask;
mod batch;
mod change;
mod desk;
mod entity;
mod finish;
mod found_on;
mod genuine;
mod http;
mod left;
mod list;
mod look;
mod measure;
mod model;
mod open;
mod part;
mod places;
mod report;
mod result;
mod row;
mod save;
mod store;

pub use ask::{Ask, AskError, Asked, ask};
pub use batch::{BatchError, LEAST_ROUTINE, MakeBatch, ROUTINE_REST, VISIT_HOURS, make_batch};
pub use change::{Candidate, ChangeError, cancel, candidates, reassign, reschedule};
pub use desk::{AskedAlike, InspectionDesk, NobodyAsked, VisitError};
pub use finish::{Finished, finish};
pub use found_on::{DayError, correct_day};
pub use genuine::{genuine, new_paper_code};
pub use http::{api, pages};
pub use left::hand_on;
pub use list::{ListedVisit, PooledRequest, VisitFilter, list, pool};
pub use look::{SeenThere, seen_there};
pub use measure::{SettleError, settle};
pub use model::{
    Answer, Interpreted, Interviews, ItemRecord, MeasureRecord, MeasureState, Observed, Record,
    RecordProblem, RequestState, VisitState,
};
pub use open::{DayCorrected, OpenedFinding, OpenedMeasure, OpenedVisit, open, own_visit, visit_of};
pub use part::part_from;
pub use places::Workplace;
pub use report::{
    Report, ReportFile, ReportedFinding, ReportedMeasure, is_issued, issue, issue_report, report, report_file,
};
pub use result::{FoundThere, ImposedThere, RequestResult, result_of};
pub use row::VisitRow;
pub use save::{RecordError, save};

/// The job that tells whoever asked what became of a request: `request` and `news` (`planned`, `waiting`, `visited`,
/// `reported`). This room does not know who asked.
pub const NEWS: &str = "visit.news";
/// The job that tells of each visit that was made, whatever it was for: `establishment`. Whoever complained there is asked
/// afterwards whether she is punished.
pub const VISITED: &str = "visit.made";
/// The job that has what was seen at a visit looked at for indicators: `visit`. The same for every finished visit, whatever
/// was seen; at once where what is saved means danger. This room does not know what comes of it.
pub const LOOK: &str = "visit.look";
/// The job that issues a visit's report, once.
pub const ISSUE_REPORT: &str = "visit.issue-report";
