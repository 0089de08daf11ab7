//! “Tell us why you left, or must leave” (`safeguards.md` 14): a dated notice in two minutes. It is filed as a complaint
//! of the kind that the pack names, so it is stored, screened, read by a person and answered like any other; the day
//! that she left starts her clocks. It goes to nobody without her consent: filing hands nothing over.

use chrono::NaiveDate;
use haqqi_kernel::{CommitError, Uow};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::check::check;
use crate::days::{DaysError, ToldDays, check_days};
use crate::file::{FileComplaint, FileError, Filed, file_spoken};
use crate::model::Employer;
use crate::office;

/// What she tells.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeavingNotice {
    /// BCP 47 tag of the language that the words are in.
    pub language: String,
    /// Whether she has left; else she must leave.
    #[serde(default)]
    pub left: bool,
    /// Since when, if she knows.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Why, codes of the pack.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// A few words, if she likes. At most 64 KiB.
    #[serde(default)]
    pub words: String,
    /// Where and for whom.
    #[serde(default)]
    pub employer: Employer,
    /// She says that she is in danger now.
    #[serde(default)]
    pub danger: bool,
}

/// Why it was not taken. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum LeaveError {
    /// This country has no such notice.
    #[error("the pack has no kind for it")]
    Off,
    /// Neither a reason nor a word.
    #[error("neither a reason nor a word")]
    Empty,
    /// A reason that the pack does not know.
    #[error("no such reason")]
    Reason,
    /// The day lies in the future, or too long ago.
    #[error("the day cannot be")]
    Day,
    /// As when filing.
    #[error(transparent)]
    File(#[from] FileError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// The words of a notice that has none: what she chose, in her language.
fn narrative(desk: &Desk, notice: &LeavingNotice) -> String {
    let languages = &desk.site.languages;
    let language = languages.for_worker(&notice.language).unwrap_or_else(|| languages.english());
    let label = |code: &String| language.attribute(&haqqi_pack::label("leaving", code));
    let how = language.attribute(if notice.left { "complaints-left-left" } else { "complaints-left-must" });
    let mut lines = vec![match notice.since {
        Some(day) => format!("{how}: {day}"),
        None => how,
    }];
    lines.extend(notice.reasons.iter().map(label));
    lines.extend(Some(notice.words.trim().to_owned()).filter(|words| !words.is_empty()));
    lines.join("\n")
}

/// Files the notice within the unit; the caller commits it.
///
/// # Errors
/// [`LeaveError`]; then the unit must be dropped.
pub fn tell_leaving(
    desk: &Desk,
    unit: &mut Uow,
    channel: &str,
    notice: &LeavingNotice,
) -> Result<Filed, LeaveError> {
    let pack = &desk.site.pack;
    let (kind, starts) = pack.leaving_kind().ok_or(LeaveError::Off)?;
    if notice.reasons.is_empty() && notice.words.trim().is_empty() {
        return Err(LeaveError::Empty);
    }
    let reasons: Option<Vec<_>> = notice.reasons.iter().map(|code| pack.leaving_reason(code)).collect();
    let reasons = reasons.ok_or(LeaveError::Reason)?;
    let office = office::of(pack, kind, notice.employer.governorate.as_deref());
    let mut days = ToldDays::new();
    if let Some(day) = notice.since.filter(|_| notice.left) {
        days.insert(starts.to_owned(), day);
    }
    let told = notice.since.map(|day| ToldDays::from([(starts.to_owned(), day)])).unwrap_or_default();
    match check_days(desk, office.as_deref(), &told) {
        Ok(()) => {}
        Err(DaysError::Unknown(_)) => return Err(LeaveError::Off),
        Err(_) => return Err(LeaveError::Day),
    }
    let command = FileComplaint {
        language: notice.language.clone(),
        narrative: narrative(desk, notice),
        kind: Some(kind.code.clone()),
        employer: notice.employer.clone(),
        // Whoever is still where such a thing happens is in danger now.
        days,
        danger: notice.danger || (!notice.left && reasons.iter().any(|reason| reason.danger)),
        ..FileComplaint::default()
    };
    check(desk, &command)?;
    Ok(file_spoken(desk, unit, channel, &command)?.0)
}
