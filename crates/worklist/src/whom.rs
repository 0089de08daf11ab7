//! Whom a step of the ladder tells: who has the work, whoever is on duty for the office, its supervisor, the directorate.
//! Where nobody stands on a step who may open the work, it is told one step further up: nothing falls between two.

use std::collections::HashSet;

use haqqi_kernel::{Actor, Role};
use uuid::Uuid;

use crate::entity::work_item;
use crate::sight::Sight;

/// The step of whoever has the work, or should.
pub(crate) const OWNER: &str = "owner";
/// The step of an office's supervisor.
pub(crate) const SUPERVISOR: &str = "supervisor";

/// Somebody whom the ladder may tell.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// The account.
    pub id: Uuid,
    /// What they may do, on duty or not.
    pub actor: Actor,
    /// What is out of their reach by a tie.
    pub tied: HashSet<Uuid>,
    /// Their office; none for those above the offices.
    pub office: Option<String>,
    /// Away at this moment.
    pub away: bool,
    /// For whom they stand in at this moment.
    pub stands_in_for: Vec<Uuid>,
}

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Owner,
    OnDuty,
    Role(Role),
    Supervisor,
    /// A supervisor without an office.
    Directorate,
    /// Any supervisor who may open it: where there is no directorate.
    Anybody,
}

impl Step {
    fn of(who: &str) -> Self {
        match who {
            OWNER => Self::Owner,
            "on-duty" => Self::OnDuty,
            "directorate" => Self::Directorate,
            code => match Role::from_code(code) {
                None | Some(Role::Supervisor) => Self::Supervisor,
                Some(role) => Self::Role(role),
            },
        }
    }

    fn up(self) -> Option<Self> {
        match self {
            Self::Owner => Some(Self::OnDuty),
            Self::OnDuty | Self::Role(_) => Some(Self::Supervisor),
            Self::Supervisor => Some(Self::Directorate),
            Self::Directorate => Some(Self::Anybody),
            Self::Anybody => None,
        }
    }
}

/// The people whom a step tells of this work.
pub(crate) fn whom<'a>(
    people: &'a [Colleague],
    row: &work_item::Model,
    who: &str,
    on_shift: &[Uuid],
) -> Vec<&'a Colleague> {
    let mut step = Some(Step::of(who));
    while let Some(at) = step {
        let there: Vec<&Colleague> = standing(people, row, at, on_shift).collect();
        if !there.is_empty() {
            return there;
        }
        step = at.up();
    }
    Vec::new()
}

/// Whether somebody who has the work, or should, is there and may open it.
pub(crate) fn stand_by(people: &[Colleague], row: &work_item::Model, on_shift: &[Uuid]) -> bool {
    standing(people, row, Step::Owner, on_shift).next().is_some()
}

fn standing<'a>(
    people: &'a [Colleague],
    row: &work_item::Model,
    step: Step,
    on_shift: &[Uuid],
) -> impl Iterator<Item = &'a Colleague> {
    people
        .iter()
        .filter(move |person| stands(person, row, step, on_shift) && !person.away && may_open(person, row))
}

fn may_open(person: &Colleague, row: &work_item::Model) -> bool {
    Sight::of(&person.actor).is_ok_and(|sight| sight.covers(row, &person.tied))
}

/// Whether this person stands on the step, for work of this office.
fn stands(person: &Colleague, row: &work_item::Model, step: Step, on_shift: &[Uuid]) -> bool {
    // Of the office, or above the offices.
    let near = row.office.is_none() || person.office.is_none() || person.office == row.office;
    match step {
        Step::Owner => match row.assignee {
            Some(assignee) => person.id == assignee || person.stands_in_for.contains(&assignee),
            None if row.agency.is_some() => matches!(person.actor.who(), Actor::Agency(_)),
            // What nobody has is the role's that should take it.
            None => {
                let role = row.role.as_deref().and_then(Role::from_code).unwrap_or(Role::ComplaintsOfficer);
                near && person.actor.has(role)
            }
        },
        Step::OnDuty => on_shift.contains(&person.id),
        Step::Role(role) => near && person.actor.has(role),
        Step::Supervisor => {
            row.office.is_some() && person.office == row.office && person.actor.has(Role::Supervisor)
        }
        Step::Directorate => person.office.is_none() && person.actor.has(Role::Supervisor),
        Step::Anybody => person.actor.has(Role::Supervisor),
    }
}
