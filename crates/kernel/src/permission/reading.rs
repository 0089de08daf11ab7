//! Two decisions about each action, once and for all of them: whether it lets somebody read, so that a second person has
//! to confirm whoever is given it; and whether a token may be made for it. Both lists are whole: an action without a
//! decision does not compile, and a role has those of its actions.

use super::{Action, granted};
use crate::Role;

/// What a token may be made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByToken {
    /// Any token of an account that may do it.
    Any,
    /// Any token, to look; to do it, one that its owner made for this very action, right after showing the second factor.
    Named,
    /// A person alone, at a page: no token does it.
    Never,
}

impl Action {
    /// Whether it lets somebody read anything of a case, of the audit, of what is kept, or figures with small numbers;
    /// or decide who else does.
    #[must_use]
    pub fn reads(self) -> bool {
        match self {
            // Saying what one must not hear of.
            Self::DeclareTie
            | Self::FileComplaint
            | Self::AddToFiled
            | Self::ManageRoster
            | Self::ManagePeople
            | Self::ShutAccount
            | Self::PublishPapers
            // Numbers of advertisements, of which no cell is a worker.
            | Self::ReadPatrol => false,
            Self::CheckWords
            | Self::TakeIntake
            | Self::ReadFiled
            | Self::ReturnToComplaint
            | Self::TakeText
            | Self::ReadQueue
            | Self::AssignWork
            | Self::ReadComplaint
            | Self::WorkComplaint
            | Self::ApproveSettlement
            | Self::HoldMediation
            | Self::Translate
            | Self::ReadFlag
            | Self::DecideFlag
            | Self::DecideChildFlag
            | Self::ReadReferral
            | Self::WorkReferral
            | Self::ApproveDisclosure
            | Self::AnswerHandOver
            | Self::ReadEstablishment
            | Self::KeepEstablishment
            | Self::OpenHome
            | Self::RequestVisit
            | Self::ScheduleVisit
            | Self::ReadVisit
            | Self::RecordVisit
            | Self::ReadFigures
            | Self::PublishFigures
            | Self::ReadAudit
            | Self::ConfirmPeople
            | Self::AskToOpen
            | Self::AgreeToOpen
            | Self::WatchOpenings
            | Self::ReadRetention
            | Self::ApproveErasure
            | Self::PutHold
            | Self::Patrol => true,
        }
    }

    /// What a token may be made for. What names a person, hands out a worker's code, leaves the house as a whole or says
    /// who may do what is for people alone; what cannot be undone wants a token of its own.
    #[must_use]
    pub fn by_token(self) -> ByToken {
        match self {
            // Her code is said to her by a person, who has heard her.
            Self::CheckWords
            | Self::PublishFigures
            | Self::PublishPapers
            | Self::OpenHome
            | Self::ReadAudit
            | Self::ManagePeople
            | Self::ShutAccount
            | Self::ConfirmPeople
            | Self::AskToOpen
            | Self::AgreeToOpen
            | Self::WatchOpenings => ByToken::Never,
            // On the national roster hangs who reads at night.
            Self::ApproveErasure | Self::ManageRoster => ByToken::Named,
            Self::DeclareTie
            | Self::FileComplaint
            | Self::AddToFiled
            | Self::TakeIntake
            | Self::ReadFiled
            | Self::ReturnToComplaint
            | Self::TakeText
            | Self::ReadQueue
            | Self::AssignWork
            | Self::ReadComplaint
            | Self::WorkComplaint
            | Self::ApproveSettlement
            | Self::HoldMediation
            | Self::Translate
            | Self::ReadFlag
            | Self::DecideFlag
            | Self::DecideChildFlag
            | Self::ReadReferral
            | Self::WorkReferral
            | Self::ApproveDisclosure
            | Self::AnswerHandOver
            | Self::ReadEstablishment
            | Self::KeepEstablishment
            | Self::RequestVisit
            | Self::ScheduleVisit
            | Self::ReadVisit
            | Self::RecordVisit
            | Self::ReadFigures
            | Self::ReadRetention
            | Self::PutHold
            | Self::ReadPatrol
            | Self::Patrol => ByToken::Any,
        }
    }
}

impl Role {
    /// Whether it does anything that reads ([`Action::reads`]): then a second person confirms whoever is given it.
    #[must_use]
    pub fn reads(self) -> bool {
        // A user of an agency is an actor of their own, whom the table for staff does not know.
        self == Self::AgencyUser
            || Action::ALL.iter().any(|action| action.reads() && granted(self, *action).is_some())
    }
}
