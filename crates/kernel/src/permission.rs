//! The only judge. One table, role × action × reach; deny by default; only here a [`Scope`] is made, and store
//! functions on sealed tables take one, so a forgotten check does not compile.

use sea_orm::Condition;
use sea_orm::sea_query::{Expr, ExprTrait};
use uuid::Uuid;

use crate::{Actor, Role};

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
    /// Manage people, offices, tokens, roster.
    ManagePeople,
    /// Put people on the duty roster.
    ManageRoster,
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
    office: Option<String>,
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

    /// The office of the one who acts: what is told about an official of an office never reaches it by duty.
    #[must_use]
    pub fn office(&self) -> Option<&str> {
        self.office.as_deref()
    }

    /// Whether every row is in scope.
    #[must_use]
    pub fn everything(&self) -> bool {
        self.reaches.contains(&Reach::Everything)
    }

    /// The scope as a condition of a query: `of` says which rows one reach covers, or none. Starts from *no row*,
    /// so a reach that a room does not know shows nothing.
    #[must_use]
    pub fn condition(&self, of: impl Fn(&Reach) -> Option<Condition>) -> Condition {
        let nothing = Condition::any().add(Expr::value(1).eq(0));
        self.reaches
            .iter()
            .filter_map(|reach| match reach {
                Reach::Everything => Some(Condition::all().add(Expr::value(1).eq(1))),
                other => of(other),
            })
            .fold(nothing, Condition::add)
    }

    /// Whether a row of this office, assigned to this account, is in scope. `duty` tells that the row is
    /// unacknowledged or dangerous, `child` that it concerns a child.
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
    Office,
    Own,
    Duty,
    Child,
}

/// The table for staff: what each role may do, and how far (`domain.md`, Roles).
fn granted(role: Role, action: Action) -> Option<Grant> {
    use Action as A;
    use Grant::{All, Child, Duty, Office, Own};
    use Role as R;
    match (role, action) {
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
        (R::Supervisor, A::ReadEstablishment | A::KeepEstablishment | A::ReadFigures | A::ManageRoster) => {
            Some(All)
        }

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

        (R::Analyst, A::ReadFigures | A::PublishFigures | A::PublishPapers) => Some(All),
        (R::Administrator, A::PublishPapers) => Some(All),
        (R::Auditor, A::ReadAudit) => Some(All),
        (R::Administrator, A::ManagePeople | A::ManageRoster) => Some(All),
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
        }
        Actor::Staff(staff) => {
            for role in &staff.roles {
                match granted(*role, action) {
                    Some(Grant::All) => reaches.push(Reach::Everything),
                    Some(Grant::Office) => match &staff.office {
                        Some(office) => reaches.push(Reach::Offices(vec![office.clone()])),
                        // The directorate above the offices; a caseworker without an office sees nothing.
                        None if matches!(role, Role::Supervisor | Role::Planner) => {
                            reaches.push(Reach::Everything)
                        }
                        None => {}
                    },
                    Some(Grant::Own) => reaches.push(Reach::Assigned(staff.id)),
                    Some(Grant::Duty) if staff.on_duty => reaches.push(Reach::OnDuty),
                    Some(Grant::Child) => reaches.push(Reach::Children),
                    Some(Grant::Duty) | None => {}
                }
            }
        }
    }
    let office = match actor {
        Actor::Staff(staff) => staff.office.clone(),
        _ => None,
    };
    if reaches.is_empty() { Err(Denied) } else { Ok(Scope { action, reaches, office }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AgencyActor, StaffActor};

    fn staff(roles: &[Role], office: Option<&str>, on_duty: bool) -> Actor {
        Actor::Staff(StaffActor {
            id: Uuid::nil(),
            roles: roles.to_vec(),
            office: office.map(str::to_owned),
            on_duty,
        })
    }

    #[test]
    fn an_inspector_never_reads_a_complaint_or_a_flag() {
        let inspector = staff(&[Role::Inspector], Some("a"), false);
        for action in [
            Action::ReadComplaint,
            Action::WorkComplaint,
            Action::ReadFlag,
            Action::ReadReferral,
            Action::RequestVisit,
        ] {
            assert_eq!(judge(&inspector, action).unwrap_err(), Denied, "{action:?}");
        }
    }

    #[test]
    fn an_officer_reaches_the_own_office_only_and_without_one_nothing() {
        let scope =
            judge(&staff(&[Role::ComplaintsOfficer], Some("a"), false), Action::ReadComplaint).unwrap();
        assert_eq!(scope.reaches(), &[Reach::Offices(vec!["a".to_owned()])]);
        assert!(judge(&staff(&[Role::ComplaintsOfficer], None, false), Action::ReadComplaint).is_err());
    }

    #[test]
    fn the_duty_officer_reaches_every_office_only_while_on_the_roster() {
        assert!(judge(&staff(&[Role::DutyOfficer], Some("a"), false), Action::ReadComplaint).is_err());
        let scope = judge(&staff(&[Role::DutyOfficer], Some("a"), true), Action::ReadComplaint).unwrap();
        assert_eq!(scope.reaches(), &[Reach::OnDuty]);
        assert!(scope.covers(Some("b"), None, true, false) && !scope.covers(Some("b"), None, false, false));
    }

    #[test]
    fn only_the_own_office_opens_a_home_and_no_inspector_by_the_register() {
        let officer = staff(&[Role::ComplaintsOfficer], Some("a"), false);
        let scope = judge(&officer, Action::OpenHome).unwrap();
        assert!(scope.covers(Some("a"), None, false, false) && !scope.covers(Some("b"), None, false, false));
        for role in [Role::Inspector, Role::Planner] {
            let person = staff(&[role], Some("a"), false);
            assert!(judge(&person, Action::KeepEstablishment).is_ok(), "{role:?}");
            assert!(judge(&person, Action::OpenHome).is_err(), "{role:?}");
        }
    }

    #[test]
    fn an_administrator_sees_no_content_and_an_agency_only_its_hand_overs() {
        let admin = staff(&[Role::Administrator], None, false);
        let agency = Actor::Agency(AgencyActor { id: Uuid::nil(), agency: "x".to_owned() });
        for action in [
            Action::ReadComplaint,
            Action::ReadFlag,
            Action::ReadReferral,
            Action::ReadVisit,
            Action::ReadQueue,
        ] {
            assert!(judge(&admin, action).is_err() && judge(&agency, action).is_err(), "{action:?}");
        }
        assert_eq!(
            judge(&agency, Action::AnswerHandOver).unwrap().reaches(),
            &[Reach::Agency("x".to_owned())]
        );
    }

    #[test]
    fn a_reach_that_a_room_does_not_know_shows_nothing() {
        let scope = judge(&staff(&[Role::Interpreter], None, false), Action::Translate).unwrap();
        let condition = format!("{:?}", scope.condition(|_| None));
        assert!(!condition.is_empty());
    }
}
