//! A note on how it went: one of three answers, counted; once for each time it was closed. Words beside it are a message
//! ([`crate::write_back`]), for danger told there is danger all the same.

use haqqi_kernel::{Audit, Event, SubjectKind, happened_to};
use uuid::Uuid;

use crate::Desk;
use crate::ask::{AskError, her_row};
use crate::come_back::Entered;

const FEEDBACK: &str = "complaint.feedback";

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowItWent {
    /// It helped.
    Helped,
    /// It helped a little.
    Little,
    /// It did not help.
    NotAtAll,
}

impl HowItWent {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Helped, Self::Little, Self::NotAtAll];

    /// The code in events.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::Little => "little",
            Self::NotAtAll => "not-at-all",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// Whether she has said how it went.
///
/// # Errors
/// The database's error.
pub async fn has_said(desk: &Desk, complaint: Uuid) -> Result<bool, sea_orm::DbErr> {
    Ok(!happened_to(&desk.site.house, complaint, FEEDBACK, None).await?.is_empty())
}

/// She says how it went.
///
/// # Errors
/// [`AskError::Already`] the second time.
pub async fn say_how_it_went(desk: &Desk, entered: &Entered, answer: HowItWent) -> Result<(), AskError> {
    let row = her_row(desk, entered).await?;
    if has_said(desk, row.id).await? {
        return Err(AskError::Already);
    }
    let mut unit = desk.site.house.unit(entered.actor());
    unit.audit(Audit::write("complaint.feedback", SubjectKind::Complaint, row.id));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, FEEDBACK)
            .office(row.office.as_deref())
            .dim("answer", answer.code())
            .dim("kind", row.kind.clone()),
    );
    unit.commit().await?;
    Ok(())
}
