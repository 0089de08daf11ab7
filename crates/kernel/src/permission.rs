//! The only judge. One table, role × action × reach; deny by default; only here a [`Scope`] is made, and store
//! functions on sealed tables take one, so a forgotten check does not compile.

use sea_orm::Condition;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use uuid::Uuid;

use crate::{Actor, Role, StaffActor};

mod reading;
mod told;

pub use reading::ByToken;
use told::complaints_of;
pub use told::{Tells, out_of_reach};

/// A list that is closed: the enum as it stands, with all of it and a code for each.
macro_rules! closed {
    ($(#[$on:meta])* pub enum $name:ident { $($(#[$each:meta])* $one:ident,)* }) => {
        $(#[$on])* pub enum $name { $($(#[$each])* $one,)* }

        impl $name {
            /// All of them, in the order in which they are declared.
            pub const ALL: &[Self] = &[$(Self::$one),*];

            fn name(self) -> &'static str {
                match self { $(Self::$one => stringify!($one),)* }
            }
        }
    };
}

closed! {
/// What can be done, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// File a complaint.
    FileComplaint,
    /// Check the words of who could keep no code, and say a new one to her.
    CheckWords,
    /// Take down what somebody tells at the telephone or the counter.
    TakeIntake,
    /// See what the own organisation filed, and file for others.
    ReadFiled,
    /// Add photos and papers to what one filed for another, with the filer's code. Nothing is read by it.
    AddToFiled,
    /// See and write to the own complaint with reference and code.
    ReturnToComplaint,
    /// Read a text that came in by itself, and file what it tells or set it aside.
    TakeText,
    /// Look at the queue.
    ReadQueue,
    /// Give work to a person.
    AssignWork,
    /// Open a complaint: her words, her contact.
    ReadComplaint,
    /// Set a next step and so acknowledge; work on the case.
    WorkComplaint,
    /// Approve or refuse what somebody else proposes: a settlement below what she is owed, another closing that needs a
    /// second person, a joint session that she asks for herself.
    ApproveSettlement,
    /// Hold a session of mediation that one was asked to hold, and write what came of it.
    HoldMediation,
    /// Read the one text assigned and write its translation.
    Translate,
    /// Open a flag.
    ReadFlag,
    /// Decide a flag's safety or merits.
    DecideFlag,
    /// Decide a child's flag.
    DecideChildFlag,
    /// Open referral cases.
    ReadReferral,
    /// Record consent and other grounds, preview and send hand-overs, close.
    WorkReferral,
    /// Approve a disclosure without consent that somebody else proposes and names one for.
    ApproveDisclosure,
    /// See and answer hand-overs to the own agency.
    AnswerHandOver,
    /// Look up establishments.
    ReadEstablishment,
    /// Add establishments, names and worksites, and put names right.
    KeepEstablishment,
    /// Say which workplaces one has a tie to, so as to hear nothing of them.
    DeclareTie,
    /// Open the sealed name and address of a home or of a person in the register, and find them by name.
    OpenHome,
    /// Ask for a visit from a case.
    RequestVisit,
    /// Turn the pool of requests into visits, assign inspectors.
    ScheduleVisit,
    /// Open a visit's sheet and record.
    ReadVisit,
    /// Record a visit, issue its report.
    RecordVisit,
    /// See figures.
    ReadFigures,
    /// Make figures public.
    PublishFigures,
    /// Publish, replace and withdraw the ministry's own papers.
    PublishPapers,
    /// Read audit entries.
    ReadAudit,
    /// Manage people and their roles, badges, tokens.
    ManagePeople,
    /// Shut an account and end its sessions.
    ShutAccount,
    /// Confirm, as the second person, that an account may hold roles that read what workers told.
    ConfirmPeople,
    /// Put people on the duty roster: the nation's for who reaches everything, else that of the own office.
    ManageRoster,
    /// Ask to open one complaint that the own roles do not reach; a second person has to agree.
    AskToOpen,
    /// Agree that somebody else opens one complaint, for a time.
    AgreeToOpen,
    /// See who opened what by the consent of two.
    WatchOpenings,
    /// See how long what is kept, what falls due, and what was erased: numbers alone.
    ReadRetention,
    /// Approve or confirm a list of what is to be erased, or somebody's wish to be forgotten.
    ApproveErasure,
    /// Put a legal hold on what may not be erased, or end one that somebody else put.
    PutHold,
    /// See what the electronic patrol counted: numbers alone.
    ReadPatrol,
    /// Bring advertisements and feeds to the electronic patrol, open them, decide on them, link recruiters.
    Patrol,
}
}

impl Action {
    /// The code by which tokens and configuration name it, such as `read-complaint`.
    #[must_use]
    pub fn code(self) -> String {
        let mut code = String::new();
        for letter in self.name().chars() {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.push(letter.to_ascii_lowercase());
        }
        code
    }

    /// The action of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.code() == code)
    }
}

/// How far a permission reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Every row.
    Everything,
    /// Rows of these offices.
    Offices(Vec<String>),
    /// Rows assigned to this account.
    Assigned(Uuid),
    /// Unacknowledged and dangerous rows of every office, while on the roster.
    OnDuty,
    /// Rows handed to this agency.
    Agency(String),
    /// This one subject.
    Subject(Uuid),
    /// Rows that concern a child.
    Children,
}

/// What the judge allowed: an action and how far it reaches. Only [`judge`] makes one.
#[derive(Debug, Clone)]
pub struct Scope {
    action: Action,
    reaches: Vec<Reach>,
    offices: Vec<String>,
    ties: Vec<Uuid>,
}

impl Scope {
    /// The action that was asked for.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// How far it reaches: a row is in scope if any of these holds.
    #[must_use]
    pub fn reaches(&self) -> &[Reach] {
        &self.reaches
    }

    /// The offices of the one who acts: what is told about an official of an office never reaches it by duty.
    #[must_use]
    pub fn offices(&self) -> &[String] {
        &self.offices
    }

    /// Establishments with which the one who acts has a tie: what is told of them is out of every reach.
    #[must_use]
    pub fn ties(&self) -> &[Uuid] {
        &self.ties
    }

    /// The complaints that are out of reach by a tie, for a row that stands for many of them.
    #[must_use]
    pub fn complaints_out_of_reach(&self) -> Option<SelectStatement> {
        (!self.ties.is_empty()).then(|| complaints_of(&self.ties))
    }

    /// Whether every row is in scope.
    #[must_use]
    pub fn everything(&self) -> bool {
        self.reaches.contains(&Reach::Everything)
    }

    /// The scope as a condition of a query: `of` says which rows one reach covers, or none, and `tells` what a row tells of.
    /// Starts from *no row*, so a reach that a room does not know shows nothing; what is told of a workplace with which the
    /// one who acts has a tie is reached in no way.
    #[must_use]
    pub fn condition(&self, tells: Tells, of: impl Fn(&Reach) -> Option<Condition>) -> Condition {
        let nothing = Condition::any().add(Expr::value(1).eq(0));
        let reached = self
            .reaches
            .iter()
            .filter_map(|reach| match reach {
                Reach::Everything => Some(Condition::all().add(Expr::value(1).eq(1))),
                other => of(other),
            })
            .fold(nothing, Condition::add);
        match tells {
            Tells::Of(about) if !self.ties.is_empty() => {
                let others = Condition::all()
                    .add(about.clone().is_not_in(self.ties.iter().copied()))
                    .add(about.clone().not_in_subquery(complaints_of(&self.ties)));
                Condition::all().add(reached).add(Condition::any().add(about.is_null()).add(others))
            }
            _ => reached,
        }
    }

    /// Whether a row of this office, assigned to this account, is in scope, as far as no tie is in the way: that, queries ask.
    /// `duty` tells that the row is unacknowledged or dangerous, `child` that it concerns a child.
    #[must_use]
    pub fn covers(&self, office: Option<&str>, assigned: Option<Uuid>, duty: bool, child: bool) -> bool {
        self.reaches.iter().any(|reach| match reach {
            Reach::Everything => true,
            Reach::Offices(own) => office.is_some_and(|o| own.iter().any(|mine| mine == o)),
            Reach::Assigned(id) => assigned == Some(*id),
            Reach::OnDuty => duty,
            Reach::Children => child,
            Reach::Agency(_) | Reach::Subject(_) => false,
        })
    }
}

/// The judge said no. What one may not see answers as not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this account may not do that")]
pub struct Denied;

#[derive(Clone, Copy)]
enum Grant {
    All,
    /// Everything, for an account without an office.
    Nation,
    Office,
    Own,
    Duty,
    Child,
}

/// The table for staff: what each role may do, and how far (`domain.md`, Roles).
fn granted(role: Role, action: Action) -> Option<Grant> {
    use Action as A;
    use Grant::{All, Child, Duty, Nation, Office, Own};
    use Role as R;
    match (role, action) {
        // Whoever may come to hear of a workplace says which they have a tie to; an agency's users by their own way in, below.
        (role, A::DeclareTie) if role != R::AgencyUser => Some(All),

        (R::HotlineOperator, A::TakeText) => Some(All),
        (R::HotlineOperator, A::FileComplaint) | (R::Partner, A::FileComplaint) => Some(All),
        (R::HotlineOperator | R::ComplaintsOfficer, A::TakeIntake) => Some(All),
        (R::HotlineOperator, A::ReadQueue) => Some(Own),
        (R::DutyOfficer, A::TakeIntake | A::FileComplaint) => Some(Duty),
        (R::Partner, A::ReadFiled) => Some(Own),
        (R::HotlineOperator | R::ComplaintsOfficer, A::CheckWords) => Some(All),
        (R::DutyOfficer, A::CheckWords) => Some(Duty),

        (R::ComplaintsOfficer, A::ReadQueue | A::ReadComplaint | A::WorkComplaint | A::RequestVisit) => {
            Some(Office)
        }
        (R::ComplaintsOfficer, A::ReadEstablishment | A::KeepEstablishment | A::FileComplaint) => Some(All),
        (R::ComplaintsOfficer, A::ReadFigures | A::OpenHome) => Some(Office),

        (
            R::DutyOfficer,
            A::ReadQueue | A::ReadComplaint | A::WorkComplaint | A::ReadFlag | A::DecideFlag,
        ) => Some(Duty),
        (R::DutyOfficer, A::ReadReferral | A::WorkReferral) => Some(Duty),
        // At night nobody else may be there to take a text.
        (R::DutyOfficer, A::TakeText) => Some(Duty),

        (
            R::Supervisor,
            A::ReadQueue | A::AssignWork | A::ReadComplaint | A::WorkComplaint | A::RequestVisit,
        ) => Some(Office),
        (R::Supervisor, A::TakeText) => Some(Office),
        (
            R::Supervisor,
            A::ReadFlag
            | A::DecideFlag
            | A::ScheduleVisit
            | A::ReadVisit
            | A::OpenHome
            | A::ApproveSettlement,
        ) => Some(Office),
        (R::Supervisor, A::ReadEstablishment | A::KeepEstablishment | A::ReadFigures) => Some(All),
        // Of the own office; the nation's roster is for who stands above the offices.
        (R::Supervisor, A::ManageRoster) => Some(Office),

        (
            R::ChildLead,
            A::ReadQueue
            | A::ReadFlag
            | A::DecideFlag
            | A::DecideChildFlag
            | A::ReadComplaint
            | A::ReadReferral,
        ) => Some(Child),

        (R::Interpreter, A::ReadQueue | A::Translate) => Some(Own),
        (R::Mediator, A::ReadQueue | A::HoldMediation) => Some(Own),

        (R::Inspector, A::ReadQueue | A::ReadVisit | A::RecordVisit) => Some(Own),
        // An inspector gets a home's address with the visit, from the visit's own room.
        (R::Inspector, A::ReadEstablishment | A::KeepEstablishment) => Some(All),

        (R::Planner, A::ReadQueue | A::ScheduleVisit | A::ReadVisit) => Some(Office),
        (R::Planner, A::ReadEstablishment | A::KeepEstablishment | A::ReadFigures) => Some(All),

        (R::ReferralCoordinator, A::ReadQueue | A::ReadReferral | A::WorkReferral | A::ReadFlag) => Some(All),
        (R::ReferralCoordinator, A::ReadFigures) => Some(All),

        // Only what names this very person as the approver.
        (
            R::Supervisor | R::ReferralCoordinator | R::ChildLead | R::DataProtectionOfficer,
            A::ApproveDisclosure,
        ) => Some(Own),

        // An advertisement names whom to call: who may see no person gets the numbers alone.
        (R::Supervisor | R::Inspector, A::Patrol | A::ReadPatrol) => Some(All),
        (R::Analyst | R::Planner, A::ReadPatrol) => Some(All),

        (R::Analyst, A::ReadFigures | A::PublishFigures | A::PublishPapers) => Some(All),
        (R::Administrator, A::PublishPapers) => Some(All),
        (R::Auditor, A::ReadAudit) => Some(All),
        // An office's administrator manages that office; the roster is the nation's.
        (R::Administrator, A::ManagePeople | A::ShutAccount) => Some(Office),
        (R::Administrator, A::ManageRoster) => Some(Nation),
        // More than one person can shut an account; nobody but an administrator opens it again.
        (R::Supervisor, A::ShutAccount) => Some(Office),
        (R::DataProtectionOfficer, A::ShutAccount) => Some(All),
        // No administrator: one of them may make another, and would confirm what he asked for himself.
        (R::Supervisor, A::ConfirmPeople) => Some(Office),
        (R::DataProtectionOfficer, A::ConfirmPeople) => Some(All),

        // Two people and everybody's eyes, for one record (`safeguards.md` 8, `domain.md`, Separation).
        (
            R::ComplaintsOfficer | R::Supervisor | R::DutyOfficer | R::ReferralCoordinator | R::ChildLead,
            A::AskToOpen,
        ) => Some(Own),
        (R::Supervisor | R::DataProtectionOfficer, A::AgreeToOpen) => Some(All),
        (R::Supervisor | R::DataProtectionOfficer | R::Auditor, A::WatchOpenings) => Some(All),

        // Nothing that cannot be undone is done by one person; who approves opens no record by it.
        (R::DataProtectionOfficer, A::ReadRetention | A::ApproveErasure | A::PutHold) => Some(All),
        // What waits for them stands in the queue; of it they see what they may decide, and no more.
        (R::DataProtectionOfficer, A::ReadQueue) => Some(Own),
        (R::Supervisor, A::ReadRetention | A::ApproveErasure | A::PutHold) => Some(Office),
        (R::Auditor, A::ReadRetention) => Some(All),
        (R::Administrator, A::ReadRetention) => Some(Office),
        _ => None,
    }
}

/// Decides whether the actor may do the action, and how far.
///
/// # Errors
/// [`Denied`] where no rule of the table allows it.
pub fn judge(actor: &Actor, action: Action) -> Result<Scope, Denied> {
    let mut reaches = Vec::new();
    match actor {
        Actor::Arrived(arrived) => {
            if arrived.only.as_ref().is_some_and(|only| !only.contains(&action)) {
                return Err(Denied);
            }
            if let Ok(scope) = judge(&arrived.who, action) {
                reaches = scope.reaches;
            }
            if action == Action::ReadComplaint {
                reaches.extend(arrived.opened.iter().map(|complaint| Reach::Subject(*complaint)));
            }
        }
        Actor::System => reaches.push(Reach::Everything),
        Actor::Stranger => {
            if action == Action::FileComplaint {
                reaches.push(Reach::Everything);
            }
        }
        Actor::Worker { complaint } => {
            if action == Action::ReturnToComplaint {
                reaches.push(Reach::Subject(*complaint));
            }
            if action == Action::FileComplaint {
                reaches.push(Reach::Everything);
            }
        }
        Actor::Filer { complaint } => {
            if action == Action::AddToFiled {
                reaches.push(Reach::Subject(*complaint));
            }
        }
        Actor::Agency(agency) => {
            if action == Action::AnswerHandOver {
                reaches.push(Reach::Agency(agency.agency.clone()));
            }
            if action == Action::DeclareTie {
                reaches.push(Reach::Everything);
            }
        }
        Actor::Staff(staff) => {
            for role in &staff.roles {
                match granted(*role, action) {
                    Some(Grant::All) => reaches.push(Reach::Everything),
                    Some(Grant::Office) => match &staff.office {
                        Some(_) => reaches.push(Reach::Offices(offices_of(staff))),
                        // The directorate above the offices; a caseworker without an office sees nothing.
                        None if matches!(role, Role::Supervisor | Role::Planner | Role::Administrator) => {
                            reaches.push(Reach::Everything)
                        }
                        None => {}
                    },
                    Some(Grant::Nation) if staff.office.is_none() => reaches.push(Reach::Everything),
                    Some(Grant::Own) => reaches.push(Reach::Assigned(staff.id)),
                    Some(Grant::Duty) if staff.on_duty => reaches.push(Reach::OnDuty),
                    Some(Grant::Child) => reaches.push(Reach::Children),
                    Some(Grant::Duty | Grant::Nation) | None => {}
                }
            }
        }
    }
    let offices = match actor.who() {
        Actor::Staff(staff) => offices_of(staff),
        _ => Vec::new(),
    };
    let ties = actor.ties().to_vec();
    if reaches.is_empty() { Err(Denied) } else { Ok(Scope { action, reaches, offices, ties }) }
}

/// The own office first, then those that a person reaches too. Without an office of their own nobody reaches another's.
fn offices_of(staff: &StaffActor) -> Vec<String> {
    let own = staff.office.iter();
    own.flat_map(|office| std::iter::once(office).chain(&staff.also)).cloned().collect()
}
