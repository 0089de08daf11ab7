//! Who acts. Ids and codes only: a name or a contact never travels with an actor.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Action;

/// The roles of the house, a closed list; packs only label them (`domain.md`, Roles; `safeguards.md` 19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A union, NGO, embassy or agency that files for others.
    Partner,
    /// Answers the telephone, files with the caller.
    HotlineOperator,
    /// Casework in the own office.
    ComplaintsOfficer,
    /// Visits workplaces.
    Inspector,
    /// Reads unacknowledged and dangerous items of every office, on the roster.
    DutyOfficer,
    /// Translates the one text or call assigned.
    Interpreter,
    /// Children's flags and cases.
    ChildLead,
    /// Holds mediation sessions.
    Mediator,
    /// Inventories, breaches, requests of data subjects.
    DataProtectionOfficer,
    /// Campaigns and schedules of visits.
    Planner,
    /// Flags and queues of the office, approvals.
    Supervisor,
    /// Referral cases, hand-overs, the register.
    ReferralCoordinator,
    /// A user of an agency that receives hand-overs.
    AgencyUser,
    /// Released figures.
    Analyst,
    /// Audit entries, read-only.
    Auditor,
    /// Users, packs, settings; never content.
    Administrator,
}

impl Role {
    /// Every role, in the order in which lists show them.
    pub const ALL: [Self; 16] = [
        Self::HotlineOperator,
        Self::ComplaintsOfficer,
        Self::DutyOfficer,
        Self::Supervisor,
        Self::Interpreter,
        Self::Inspector,
        Self::Planner,
        Self::ReferralCoordinator,
        Self::AgencyUser,
        Self::ChildLead,
        Self::Mediator,
        Self::Partner,
        Self::Analyst,
        Self::DataProtectionOfficer,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The code kept in tables and in `role-…` labels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::HotlineOperator => "hotline-operator",
            Self::ComplaintsOfficer => "complaints-officer",
            Self::Inspector => "inspector",
            Self::DutyOfficer => "duty-officer",
            Self::Interpreter => "interpreter",
            Self::ChildLead => "child-lead",
            Self::Mediator => "mediator",
            Self::DataProtectionOfficer => "data-protection-officer",
            Self::Planner => "planner",
            Self::Supervisor => "supervisor",
            Self::ReferralCoordinator => "referral-coordinator",
            Self::AgencyUser => "agency-user",
            Self::Analyst => "analyst",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A member of staff who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffActor {
    /// The account.
    pub id: Uuid,
    /// What they may be; in a small office one person has several.
    pub roles: Vec<Role>,
    /// The office whose work they do; none for national roles.
    pub office: Option<String>,
    /// Other offices that they reach too: those of a governorate, for who works for several.
    pub also: Vec<String>,
    /// Whether the national roster has them on duty at this moment.
    pub on_duty: bool,
}

/// A user of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyActor {
    /// The account.
    pub id: Uuid,
    /// The agency's code in the pack.
    pub agency: String,
}

/// Somebody signed in whose way in takes something away from their roles, or adds one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Staff, or a user of an agency.
    pub who: Actor,
    /// The only actions that the token lets through; all of them without it.
    pub only: Option<Vec<Action>>,
    /// Complaints that two people opened to this account, for a time: to read, and no more.
    pub opened: Vec<Uuid>,
    /// Establishments with which this person has a tie: what is told of them is for others to read.
    pub ties: Vec<Uuid>,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Signed-in staff.
    Staff(StaffActor),
    /// A signed-in user of an agency.
    Agency(AgencyActor),
    /// One of these two, by a token with bounds, or with a record that two people opened.
    Arrived(Box<Arrived>),
    /// The worker, by reference and code.
    Worker {
        /// Her complaint.
        complaint: Uuid,
    },
    /// Who filed for another, by reference only.
    Filer {
        /// The complaint filed.
        complaint: Uuid,
    },
    /// Somebody at the door: filing, before anything exists.
    Stranger,
    /// The house itself: jobs and the sealer.
    System,
}

impl Actor {
    /// This account within a token's bounds and with records that two people opened to it.
    #[must_use]
    pub fn arriving(self, only: Option<Vec<Action>>, opened: Vec<Uuid>) -> Self {
        if only.is_none() && opened.is_empty() {
            return self;
        }
        match self {
            Self::Arrived(arrived) => {
                // What took something away before takes it away still.
                let only = only.or_else(|| arrived.only.clone());
                Self::Arrived(Box::new(Arrived { only, opened, ..*arrived }))
            }
            who => Self::Arrived(Box::new(Arrived { who, only, opened, ties: Vec::new() })),
        }
    }

    /// This account with its ties to establishments.
    #[must_use]
    pub fn tied_to(self, ties: Vec<Uuid>) -> Self {
        match self {
            who if ties.is_empty() => who,
            Self::Arrived(arrived) => Self::Arrived(Box::new(Arrived { ties, ..*arrived })),
            who => Self::Arrived(Box::new(Arrived { who, only: None, opened: Vec::new(), ties })),
        }
    }

    /// Establishments with which this person has a tie.
    #[must_use]
    pub fn ties(&self) -> &[Uuid] {
        match self {
            Self::Arrived(arrived) => &arrived.ties,
            _ => &[],
        }
    }

    /// Who it is, whatever the way in.
    #[must_use]
    pub fn who(&self) -> &Self {
        match self {
            Self::Arrived(arrived) => arrived.who.who(),
            other => other,
        }
    }

    /// Whether this is staff, whatever the way in.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        matches!(self.who(), Self::Staff(_))
    }

    /// The account's id, where there is one.
    #[must_use]
    pub fn account(&self) -> Option<Uuid> {
        match self.who() {
            Self::Staff(staff) => Some(staff.id),
            Self::Agency(agency) => Some(agency.id),
            _ => None,
        }
    }

    /// Whether this is staff with the role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        matches!(self.who(), Self::Staff(staff) if staff.roles.contains(&role))
    }

    /// The code kept in audit entries.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Staff(_) => "staff",
            Self::Agency(_) => "agency",
            Self::Arrived(arrived) => arrived.who.code(),
            Self::Worker { .. } => "worker",
            Self::Filer { .. } => "filer",
            Self::Stranger => "stranger",
            Self::System => "system",
        }
    }
}
