//! Asking for an inspection from a case. Inspectors learn nothing of it: the request goes into the pool, the link stays
//! here, sealed (`safeguards.md` 11). While a grave flag is open the employer is not approached, unless she asks for it
//! in private and a supervisor agrees (`safeguards.md` 10).

use std::collections::BTreeSet;

use haqqi_accounts::Directory;
use haqqi_complaints::{
    Desk, LinkedVisit, ReadError, Source, State, Summary, link_visit, linked_visits, set_state, summary,
};
use haqqi_inspections::{Ask, AskError, InspectionDesk, RequestResult, ask, result_of};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, Role, SubjectKind, judge};
use haqqi_screening::{Level, flags_of_complaint, talks};
use haqqi_worklist::{ItemKind, finish_items};
use sea_orm::DbErr;

use crate::bars::bars;

/// The longest words about a consent, in characters.
const LONGEST: usize = 1000;

/// Both rooms that asking for a visit needs.
#[derive(Clone)]
pub struct VisitDesk {
    /// The complaints.
    pub complaints: Desk,
    /// The visits.
    pub inspections: InspectionDesk,
}

impl axum::extract::FromRef<VisitDesk> for haqqi_web::Site {
    fn from_ref(desk: &VisitDesk) -> Self {
        desk.complaints.site.clone()
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct RequestVisit {
    /// The office that visits; absent is the complaint's own.
    pub office: Option<String>,
    /// What to look at: sections of the checklist.
    pub sections: BTreeSet<String>,
    /// What may hurt somebody there.
    pub hazards: BTreeSet<String>,
    /// Languages spoken there.
    pub languages: BTreeSet<String>,
    /// Whether inspectors may learn who complained.
    pub source: Source,
    /// For a named source: where her written consent is kept, and what it covers.
    pub consent: String,
    /// It was seen that in this office one person may be officer and inspector.
    pub small_office: bool,
    /// She asked for it herself, in private: needed while a grave flag is open, and a supervisor must be the one.
    pub asked_in_private: bool,
}

/// Why no visit was asked for.
#[derive(Debug, thiserror::Error)]
pub enum RequestVisitError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No workplace is linked to it yet.
    #[error("link the workplace first")]
    NotLinked,
    /// It is not in a state in which one can be asked for: nobody read it yet, or it is closed.
    #[error("not in this state")]
    State,
    /// Named, without her written consent, or with more than 1,000 characters about it.
    #[error("a named source needs her written consent")]
    Consent,
    /// In that office one person may be officer and inspector: choose another, or say that it was seen.
    #[error("one person may be officer and inspector there")]
    SmallOffice,
    /// A grave flag is open.
    #[error("a grave flag is open")]
    FlagOpen,
    /// She is said to have asked for it, and the call log shows no talk with her alone since the flag was raised.
    #[error("not met alone")]
    NotMet,
    /// It would name her, and contact with the employer is barred.
    #[error("contact with the employer is barred")]
    Barred,
    /// What was asked for is not right.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// The commit's answer; stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whether in an office one person may read complaints and visit workplaces.
///
/// # Errors
/// The database's error.
pub async fn is_small_office(desk: &VisitDesk, office: &str) -> Result<bool, DbErr> {
    let directory = Directory::new(desk.complaints.site.house.clone());
    let inspectors = directory.with_role(Role::Inspector, Some(office)).await?;
    let reads = |roles: &[Role]| {
        roles.iter().any(|role| {
            matches!(role, Role::ComplaintsOfficer | Role::Supervisor | Role::DutyOfficer | Role::Interpreter)
        })
    };
    Ok(inspectors.is_empty() || inspectors.iter().any(|person| reads(&person.roles)))
}

/// The complaint for which this actor may ask for a visit.
///
/// # Errors
/// [`ReadError::NotFound`] where it is out of reach.
pub async fn visit_case(desk: &VisitDesk, actor: &Actor, reference: Reference) -> Result<Summary, ReadError> {
    let scope = judge(actor, Action::RequestVisit).map_err(|_| ReadError::NotFound)?;
    summary(&desk.complaints, &scope, reference).await
}

/// Asks for a visit of the workplace that the complaint is linked to.
///
/// # Errors
/// [`RequestVisitError`]; then nothing was written.
pub async fn request_visit(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
    wish: &RequestVisit,
) -> Result<(), RequestVisitError> {
    let complaint = visit_case(desk, actor, reference).await?;
    let establishment = complaint.establishment.ok_or(RequestVisitError::NotLinked)?;
    let again = matches!(complaint.state, State::VisitPlanned);
    if !again && !complaint.state.may_become(State::VisitPlanned) {
        return Err(RequestVisitError::State);
    }
    let consent = wish.consent.trim();
    if wish.source == Source::Named && (consent.is_empty() || consent.chars().count() > LONGEST) {
        return Err(RequestVisitError::Consent);
    }
    // A visit that names her is contact with the employer like any other.
    if wish.source == Source::Named && !bars(&desk.complaints, actor, &complaint).await?.is_empty() {
        return Err(RequestVisitError::Barred);
    }
    let flags = flags_of_complaint(&desk.complaints.screening, complaint.id).await?;
    let grave = flags.iter().filter(|flag| flag.state.is_open() && flag.level >= Level::Strong);
    if let Some(raised) = grave.map(|flag| flag.raised_at).max() {
        if !(wish.asked_in_private && actor.has(Role::Supervisor)) {
            return Err(RequestVisitError::FlagOpen);
        }
        // That she asked for it is shown by a talk, not by a tick.
        if talks(&desk.complaints.site.house, complaint.id, raised).await?.is_empty() {
            return Err(RequestVisitError::NotMet);
        }
    }
    let office = wish
        .office
        .clone()
        .filter(|office| !office.is_empty())
        .or_else(|| complaint.office.clone())
        .ok_or(AskError::Office)?;
    if !wish.small_office && is_small_office(desk, &office).await? {
        return Err(RequestVisitError::SmallOffice);
    }
    let house = &desk.complaints.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let asked = ask(
        &desk.inspections,
        &mut unit,
        &Ask {
            establishment,
            worksite: None,
            office,
            sections: wish.sections.clone(),
            hazards: wish.hazards.clone(),
            languages: wish.languages.clone(),
        },
    )
    .await?;
    let consent = (wish.source == Source::Named).then_some(consent);
    link_visit(&mut unit, complaint.id, &key, asked.id, wish.source, consent);
    if !again {
        // The table was asked above; the version guards what it said.
        let _ = set_state(&mut unit, &complaint, State::VisitPlanned);
    }
    unit.audit(
        Audit::write("complaint.request-visit", SubjectKind::Complaint, complaint.id)
            .purpose(wish.source.code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.visit-asked")
            .change(complaint.state.code(), State::VisitPlanned.code())
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// A request with what it led to.
#[derive(Debug, Clone)]
pub struct RequestedVisit {
    /// The link.
    pub link: LinkedVisit,
    /// What it led to.
    pub result: Option<RequestResult>,
}

/// The visits that were asked for because of a complaint, and what they found. Audited.
///
/// # Errors
/// [`ReadError`].
pub async fn requested_visits(
    desk: &VisitDesk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<Vec<RequestedVisit>, ReadError> {
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let mut visits = Vec::new();
    for link in linked_visits(&desk.complaints, actor, &scope, complaint).await? {
        let result = result_of(&desk.inspections, &scope, link.request).await?;
        visits.push(RequestedVisit { link, result });
    }
    Ok(visits)
}

/// Notes that somebody looked at what a visit found: its work is done.
///
/// # Errors
/// [`RequestVisitError`].
pub async fn seen_result(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(), RequestVisitError> {
    let complaint = visit_case(desk, actor, reference).await?;
    let mut unit = desk.complaints.site.house.unit(actor.clone());
    finish_items(&mut unit, complaint.id, ItemKind::VisitResult);
    unit.audit(Audit::write("complaint.seen-visit", SubjectKind::Complaint, complaint.id));
    unit.commit().await?;
    Ok(())
}
