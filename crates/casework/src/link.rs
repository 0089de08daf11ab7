//! Which workplace a complaint is about. The complaint knows its establishment; the establishment's own history and
//! events stay as they were, so that nobody who looks there learns that anyone complained (`safeguards.md` 11).

use haqqi_complaints::{
    Desk, OpenedComplaint, ROUTE, ReadError, State, link_establishment, look_again, summary,
};
use haqqi_establishments::{
    EstablishmentDesk, FieldProblem, KeepError, Kind, Match, NewEstablishment,
    ReadError as EstablishmentError, Search, add, by_reference, search,
};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Job, Reference, SubjectKind, judge};

use crate::domestic::HOME;

/// How many are suggested.
const SUGGESTED: usize = 5;
/// What lying in the place that she told adds to a likeness, in thousandths.
const SAME_PLACE: u16 = 60;

/// The workplace to be linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Workplace {
    /// One of the register.
    Known(Reference),
    /// One that is added in the same unit.
    New(Box<NewEstablishment>),
}

/// Why it was not linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The register has none of this reference, or it is not for this account.
    #[error("no such establishment")]
    Establishment,
    /// It is closed and linked: what holds or tells of that workplace would lose it. Open it again first.
    #[error("closed, and linked to another")]
    Closed,
    /// It is linked to this one already.
    #[error("linked already")]
    Already,
    /// The new one cannot be added like this.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// The commit's answer; stale when the complaint changed in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] sea_orm::DbErr),
}

impl From<EstablishmentError> for LinkError {
    fn from(error: EstablishmentError) -> Self {
        match error {
            EstablishmentError::Db(error) => Self::Db(error),
            _ => Self::Establishment,
        }
    }
}

/// The register's desk, on the same site.
pub(crate) fn register(desk: &Desk) -> EstablishmentDesk {
    EstablishmentDesk::new(desk.site.clone())
}

/// Links a complaint to an establishment, in place of the one it was linked to, if any.
///
/// # Errors
/// [`LinkError`]; then nothing was written, and no establishment was added.
pub async fn link(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    workplace: &Workplace,
) -> Result<Reference, LinkError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let register = register(desk);
    let mut unit = desk.site.house.unit(actor.clone());
    let (id, linked, home) = match workplace {
        Workplace::Known(reference) => {
            let known = by_reference(&register, actor, *reference).await?;
            (known.id, known.reference, known.is_home())
        }
        Workplace::New(new) => {
            like_any_other(new)?;
            let added = add(&register, &mut unit, new).await?;
            (added.id, added.reference, new.kind == Kind::Household)
        }
    };
    if complaint.establishment == Some(id) {
        return Err(LinkError::Already);
    }
    if complaint.state == State::Closed && complaint.establishment.is_some() {
        return Err(LinkError::Closed);
    }
    link_establishment(&mut unit, &complaint, id);
    // Whoever has it may have a tie to this workplace.
    unit.job(Job::new(ROUTE, serde_json::json!({ "complaint": complaint.id })));
    look_again(&mut unit, complaint.id, id);
    unit.audit(Audit::write("complaint.link", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.linked")
            .office(complaint.office.as_deref())
            .dim(HOME.0, if home { HOME.1 } else { "no" })
            .dim("again", if complaint.establishment.is_some() { "yes" } else { "no" }),
    );
    unit.commit().await?;
    Ok(linked)
}

/// An entry without sector or place would stand out in the register as one that a complaint has brought.
fn like_any_other(new: &NewEstablishment) -> Result<(), KeepError> {
    let empty = |field| Err(KeepError::Field { field, problem: FieldProblem::Empty });
    match (&new.sector, &new.governorate) {
        (None, _) => empty("sector"),
        (_, None) => empty("governorate"),
        _ => Ok(()),
    }
}

/// Establishments that may be the one she told of, the likest first; those in the place she told before others as
/// alike. Empty where the actor may look up none, or she told no name.
///
/// # Errors
/// [`LinkError`].
pub async fn suggest(desk: &Desk, actor: &Actor, record: &OpenedComplaint) -> Result<Vec<Match>, LinkError> {
    let told = record.employer.name.trim();
    if told.is_empty() || judge(actor, Action::ReadEstablishment).is_err() {
        return Ok(Vec::new());
    }
    let asked = Search { q: told.to_owned(), most: 4 * SUGGESTED, ..Search::default() };
    let mut rows = search(&register(desk), actor, &asked).await?.rows;
    let place = record.summary.governorate.as_ref();
    let rank = |row: &Match| {
        let near = place.is_some() && row.summary.governorate.as_ref() == place;
        row.score + if near { SAME_PLACE } else { 0 }
    };
    rows.sort_by_key(|row| (std::cmp::Reverse(rank(row)), row.summary.reference.to_string()));
    rows.truncate(SUGGESTED);
    Ok(rows)
}
