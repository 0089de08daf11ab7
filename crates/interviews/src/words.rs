//! The words of her screen, with a line and without one.

use haqqi_casework::VisitDesk;
use serde::Serialize;

use crate::interview::{InterviewState, WhyStopped};

/// What stands on her screen beside a question.
#[derive(Debug, Clone, Serialize)]
pub struct HerWords {
    /// What the screen is called: it tells nothing.
    pub title: String,
    /// Yes.
    pub yes: String,
    /// No.
    pub no: String,
    /// She would rather not say.
    pub skip: String,
    /// She stops.
    pub stop: String,
    /// The screen is hidden.
    pub hide: String,
    /// What becomes of her answers.
    pub stopped: String,
    /// Destroyed.
    pub destroy: String,
    /// Kept.
    pub keep: String,
    /// She gives the device back.
    pub back: String,
    /// The device reads it.
    pub listen: String,
    /// Somebody has recorded it.
    pub by_recording: String,
    /// The device's own voice.
    pub by_device: String,
    /// Nobody has recorded it.
    pub by_person: String,
    /// All was asked.
    pub ended: String,
    /// She did not wish it.
    pub declined: String,
    /// She stopped, and nothing is kept.
    pub destroyed: String,
    /// She stopped, and it is kept.
    pub kept: String,
    /// Danger now.
    pub danger: String,
    /// A child.
    pub child: String,
    /// Whom to call in danger.
    pub danger_call: String,
    /// The number for that; empty where the pack has none.
    pub danger_number: String,
    /// How she tells us herself.
    pub yourself: String,
    /// The numbers at which a person answers.
    pub numbers: Vec<String>,
}

/// For how many months what comes of it is kept after the complaint is closed, by the pack.
pub(crate) fn months(desk: &VisitDesk) -> i64 {
    let row = desk.complaints.site.pack.retention("complaint-closed");
    let months = row.and_then(|row| row.months.or(row.days.map(|days| days.div_ceil(30))));
    months.map_or(0, i64::from)
}

/// What she reads when it is over.
pub(crate) fn over_id(state: InterviewState, why: Option<WhyStopped>, weighed: bool) -> &'static str {
    match (state, why) {
        (InterviewState::Ended, _) => "interviews-hers-over-ended",
        (InterviewState::Declined, _) => "interviews-hers-over-declined",
        (_, Some(WhyStopped::Danger)) => "interviews-hers-over-danger",
        (_, Some(WhyStopped::Child)) => "interviews-hers-over-child",
        _ if weighed => "interviews-hers-over-kept",
        _ => "interviews-hers-over-stopped",
    }
}

/// The words of an id: at a visit, where there is no complaint, no name and no code, some are said otherwise.
pub(crate) fn words_id(at_visit: bool, id: &str) -> String {
    let there = match id {
        "interviews-hers-consent-interview" => "interviews-hers-visit-consent-interview",
        "interviews-hers-consent-see" => "interviews-hers-visit-consent-see",
        "interviews-hers-consent-kept" => "interviews-hers-visit-consent-kept",
        "interviews-hers-consent-withdraw" => "interviews-hers-visit-consent-withdraw",
        "interviews-hers-over-declined" => "interviews-hers-visit-over-declined",
        _ => id,
    };
    if at_visit { there } else { id }.to_owned()
}
