//! Somebody leaves, or is away for long: all that she has goes to another, closed records included, so that nothing is
//! nobody's when it is opened again. What concerns a workplace with which the other has a tie stays, and is said.

use haqqi_accounts::Directory;
use haqqi_complaints::{Desk, ReadError, Summary, assign_row, held_by};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reach, SubjectKind, judge, out_of_reach};
use haqqi_worklist::hand_all;
use sea_orm::DbErr;
use uuid::Uuid;

/// What was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedOver {
    /// Complaints that the other has now.
    pub given: usize,
    /// Complaints that stay, for the other has a tie to their workplace.
    pub kept: usize,
}

/// Why nothing was handed over.
#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    /// This account gives no work.
    #[error("not for this account")]
    Denied,
    /// Whose work is handed over: nobody whom the giver reaches.
    #[error("nobody of this name")]
    Leaver,
    /// The other may not have it: another office, an account that is shut, or the same person.
    #[error("not to this person")]
    Person,
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Somebody changed one of them in the meantime: nothing was handed over.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Hands all that one person has, as far as the giver reaches, to another.
///
/// # Errors
/// [`HandOverError`]; then nothing was handed over.
pub async fn hand_over(
    desk: &Desk,
    actor: &Actor,
    from: Uuid,
    to: Uuid,
) -> Result<HandedOver, HandOverError> {
    let gives = judge(actor, Action::AssignWork).map_err(|_| HandOverError::Denied)?;
    let works = judge(actor, Action::WorkComplaint).map_err(|_| HandOverError::Denied)?;
    let house = &desk.site.house;
    let directory = Directory::new(house.clone());
    let reaches = |office: Option<&str>| gives.covers(office, None, false, false);
    let leaver = directory.person(from).await?.filter(|person| reaches(person.office.as_deref()));
    if leaver.is_none() {
        return Err(HandOverError::Leaver);
    }
    let other = directory.person(to).await?.filter(|person| !person.disabled).ok_or(HandOverError::Person)?;
    if from == to
        || !reaches(other.office.as_deref())
        || judge(&other.actor(false), Action::WorkComplaint).is_err()
    {
        return Err(HandOverError::Person);
    }
    let out = out_of_reach(house, &other.ties).await?;
    let tied = |one: &Summary| out.contains(&one.id);
    let (kept, given): (Vec<Summary>, Vec<Summary>) =
        held_by(desk, &works, from).await?.into_iter().partition(tied);
    let mut unit = house.unit(actor.clone());
    for one in &given {
        assign_row(&mut unit, one, Some(to));
        unit.audit(Audit::write("complaint.hand-over", SubjectKind::Complaint, one.id));
        unit.event(
            Event::new(SubjectKind::Complaint, one.id, "complaint.handed-over").office(one.office.as_deref()),
        );
    }
    let offices: Vec<String> = gives
        .reaches()
        .iter()
        .filter_map(|reach| match reach {
            Reach::Offices(offices) => Some(offices.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let within = (!gives.everything()).then_some(offices.as_slice());
    hand_all(&mut unit, from, &other.actor(false), within).await?;
    unit.audit(Audit::write("work.handed-over", SubjectKind::Staff, from).purpose(to.to_string()));
    unit.commit().await?;
    Ok(HandedOver { given: given.len(), kept: kept.len() })
}
