//! Somebody leaves, or is away for long: all that she has goes to another, closed records included, so that nothing is
//! nobody's when it is opened again. Whoever follows may do such work: an officer for an officer, an inspector for an
//! inspector. What concerns a workplace with which the other has a tie stays, and is said; what only its own room can give
//! is given there ([`haqqi_worklist::WORK_LEFT`]).

use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::{Age, Desk, ReadError, Summary, assign_row, held_by};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reach, Role, Scope, SubjectKind, judge, out_of_reach,
};
use haqqi_worklist::{Handed, Leaving, do_the_same, hand_all};
use sea_orm::DbErr;
use uuid::Uuid;

/// What was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedOver {
    /// Complaints that the other has now.
    pub given: usize,
    /// Complaints that stay, for the other has a tie to their workplace or works on none.
    pub kept: usize,
    /// The open work.
    pub work: Handed,
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
    /// The other may not have it: another office, other work, an account that is shut or away, or the same person.
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
    let house = &desk.site.house;
    let directory = Directory::new(house.clone());
    let leaver = directory.person(from).await?.filter(|person| may_leave(&gives, person));
    let leaver = leaver.ok_or(HandOverError::Leaver)?.actor(false);
    let other = directory.person(to).await?.filter(|person| !person.disabled).ok_or(HandOverError::Person)?;
    let heir = other.actor(false);
    let away = directory.away().await?;
    if from == to || !may_leave(&gives, &other) || away.contains_key(&to) || !do_the_same(&leaver, &heir) {
        return Err(HandOverError::Person);
    }
    let out = out_of_reach(house, &[other.ties.as_slice(), actor.ties()].concat()).await?;
    let works = judge(&heir, Action::WorkComplaint).ok();
    let stays = |one: &Summary| {
        let office = one.office.as_deref();
        out.contains(&one.id)
            || works
                .as_ref()
                .is_none_or(|works| !works.covers(office, Some(to), false, one.age == Age::Child))
    };
    let (kept, given): (Vec<Summary>, Vec<Summary>) = match judge(actor, Action::WorkComplaint) {
        Ok(reads) => held_by(desk, &reads, from).await?.into_iter().partition(stays),
        Err(_) => Default::default(),
    };
    let mut unit = house.unit(actor.clone());
    for one in &given {
        assign_row(&mut unit, one, Some(to));
        unit.audit(Audit::write("complaint.hand-over", SubjectKind::Complaint, one.id));
        unit.event(
            Event::new(SubjectKind::Complaint, one.id, "complaint.handed-over").office(one.office.as_deref()),
        );
    }
    let offices = gives
        .reaches()
        .iter()
        .filter_map(|reach| match reach {
            Reach::Offices(offices) => Some(offices.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let leaving = Leaving { from, to, offices: (!gives.everything()).then_some(offices) };
    let work = hand_all(&mut unit, &leaving, &heir).await?;
    unit.job(leaving.job());
    unit.audit(Audit::write("work.handed-over", SubjectKind::Staff, from).purpose(to.to_string()));
    unit.commit().await?;
    Ok(HandedOver { given: given.len(), kept: kept.len(), work })
}

/// Whether this giver hands over what somebody has, or gives it to them: of the own offices, or an interpreter, who is of
/// none and has texts of all. Of what they have, only what is of the giver's offices goes.
pub(crate) fn may_leave(gives: &Scope, person: &StaffView) -> bool {
    let near = gives.covers(person.office.as_deref(), None, false, false);
    person.agency.is_none() && (near || person.roles.contains(&Role::Interpreter))
}
