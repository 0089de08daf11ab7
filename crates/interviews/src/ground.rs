//! What an interview is about: the complaint of the worker who is asked, or a visit to the place where she works, of which
//! nobody has complained.

use chrono::{DateTime, Utc};
use haqqi_casework::VisitDesk;
use haqqi_complaints::{ReadError, Summary, summary, summary_of};
use haqqi_inspections::{VisitError, VisitRow, own_visit, visit_of};
use haqqi_kernel::{Action, Actor, Event, Reference, ReferenceKind, SubjectKind, judge};
use uuid::Uuid;

use crate::entity::interview;
use crate::interview::{InterviewError, InterviewState, WhyStopped};

/// What an interview is about.
#[derive(Debug, Clone)]
pub(crate) enum Ground {
    /// Her complaint.
    Complaint(Box<Summary>),
    /// A visit: she is nobody, and stays it.
    Visit(Box<VisitRow>),
}

impl Ground {
    pub(crate) fn id(&self) -> Uuid {
        match self {
            Self::Complaint(complaint) => complaint.id,
            Self::Visit(visit) => visit.id,
        }
    }

    pub(crate) fn kind(&self) -> SubjectKind {
        match self {
            Self::Complaint(_) => SubjectKind::Complaint,
            Self::Visit(_) => SubjectKind::Visit,
        }
    }

    pub(crate) fn is_visit(&self) -> bool {
        matches!(self, Self::Visit(_))
    }

    /// Whose key seals her answers: the complaint's, or one that this interview has alone and that goes with its end.
    pub(crate) fn sealed_under(&self, interview: Uuid) -> Uuid {
        match self {
            Self::Complaint(complaint) => complaint.id,
            Self::Visit(_) => interview,
        }
    }

    /// What the history says of an end. Of a visit's not even how it ended: who was there could tell who it was.
    pub(crate) fn told(&self, state: InterviewState, why: Option<WhyStopped>) -> Event {
        let (what, office) = match self {
            Self::Visit(visit) => ("visit.interviewed", Some(visit.office.as_str())),
            Self::Complaint(complaint) => {
                let what = match state {
                    InterviewState::Declined => "complaint.interview-declined",
                    InterviewState::Stopped => "complaint.interview-stopped",
                    _ => "complaint.interviewed",
                };
                (what, complaint.office.as_deref())
            }
        };
        let event = Event::new(self.kind(), self.id(), what).office(office);
        if self.is_visit() { event } else { event.dim("why", why.map_or("none", WhyStopped::code)) }
    }
}

/// What this account may hold an interview about.
///
/// # Errors
/// *Not found*, or the database's error.
pub(crate) async fn ground(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Ground, InterviewError> {
    if reference.kind() == ReferenceKind::Visit {
        return Ok(Ground::Visit(Box::new(own_visit(&desk.inspections, actor, reference).await?)));
    }
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    Ok(Ground::Complaint(Box::new(summary(&desk.complaints, &scope, reference).await?)))
}

/// The same for the house, by what an interview says itself.
///
/// # Errors
/// As above.
pub(crate) async fn ground_of(desk: &VisitDesk, row: &interview::Model) -> Result<Ground, InterviewError> {
    if row.at_visit {
        let visit = visit_of(&desk.inspections, row.about_id).await?.ok_or(VisitError::NotFound)?;
        return Ok(Ground::Visit(Box::new(visit)));
    }
    let scope = judge(&Actor::System, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    Ok(Ground::Complaint(Box::new(summary_of(&desk.complaints, &scope, row.about_id).await?)))
}

/// Until when a visit is so near that somebody may be asked there.
pub(crate) fn is_on(visit: &VisitRow, now: DateTime<Utc>) -> bool {
    visit.state.is_open() && visit.starts_at <= now
}
