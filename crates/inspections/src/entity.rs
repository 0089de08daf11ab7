//! One file a table. Private to the room.

pub(crate) mod paper_code;
pub(crate) mod visit;
pub(crate) mod visit_answer;
pub(crate) mod visit_finding;
pub(crate) mod visit_inspector;
pub(crate) mod visit_measure;
pub(crate) mod visit_paper;
pub(crate) mod visit_report;
pub(crate) mod visit_request;
