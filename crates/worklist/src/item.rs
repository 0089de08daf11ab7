//! What a piece of work is: a closed list of kinds, each shown only to those who may open what it points to.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Reference, SubjectKind};
use uuid::Uuid;

/// No such kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of work")]
pub struct UnknownKind;

/// The kinds of work, a closed list. Labels: `work-<code>` in `staff-worklist.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// Read a complaint's words and set a next step.
    ComplaintToRead,
    /// Translate a text.
    Translation,
    /// Answer a worker's message.
    WorkerMessage,
    /// The first assessment of a complaint.
    FirstAssessment,
    /// Decide a complaint that was assessed.
    Decision,
    /// Decide a flag's safety.
    FlagSafety,
    /// Decide a flag's merits.
    FlagMerits,
    /// Ask her consent.
    ConsentToAsk,
    /// Send a hand-over.
    HandOverToSend,
    /// Approve or refuse a disclosure without consent.
    DisclosureToApprove,
    /// Answer a hand-over.
    HandOverToAnswer,
    /// An agency has answered: look at it.
    HandOverAnswered,
    /// Consent to what was handed over was withdrawn: take note.
    ConsentWithdrawn,
    /// A request waits in the pool of visits.
    VisitPool,
    /// Make a visit.
    VisitToDo,
    /// Issue a visit's report.
    VisitReport,
    /// See whether what a measure asks for was done, or approve it.
    MeasureToFollow,
    /// Look at what a visit found.
    VisitResult,
    /// Call somebody who asked for it, in her language.
    CallBack,
    /// Look at a wording that somebody calls wrong.
    Wording,
    /// Speak with the worker alone, for she asked to take it back.
    WithdrawalAsked,
    /// Look at an outcome that the worker does not agree with; never by who decided it.
    ObjectionMade,
    /// Look into a complaint that the worker opened again.
    Reopened,
    /// Take a text that came in, and file what it tells.
    TextToTake,
    /// A text message to a worker may not have arrived: see to it.
    TextTrouble,
    /// Find somebody for a time in which nobody is on duty.
    RosterGap,
    /// A clock that runs against the worker comes due: see that she asks in time.
    HerClock,
    /// Approve or refuse a closing that needs a second person, a settlement below what she is owed among them; never by
    /// who proposed it.
    SettlementToApprove,
    /// Ask a worker, safely, whether she is punished since her employer was spoken to or visited.
    CheckIn,
    /// Somebody may be punished for complaining: look into it.
    RetaliationSeen,
    /// Try to reach somebody again, at the time that was set.
    CallToMake,
    /// An instalment of what was agreed is due: see whether it was paid.
    PayDue,
    /// Approve or refuse a joint session that she asked for in private.
    JointToApprove,
    /// Hold a session of mediation, or write what came of it.
    MediationToHold,
    /// Nobody who could read a new complaint is there: find somebody.
    Unrouted,
    /// She changed how she may be reached by a code that somebody on the staff has seen: confirm it, or refuse.
    ContactToConfirm,
    /// Approve or confirm what is to be erased: a list, or a worker's wish.
    ErasureToDecide,
    /// See whether what was chosen in danger protects her.
    DangerFollowed,
    /// Interpret a call that somebody asked for.
    CallToInterpret,
}

impl ItemKind {
    /// Every kind, in the order in which filters show them.
    pub const ALL: [Self; 39] = [
        Self::ComplaintToRead,
        Self::Translation,
        Self::WorkerMessage,
        Self::FirstAssessment,
        Self::Decision,
        Self::FlagSafety,
        Self::FlagMerits,
        Self::ConsentToAsk,
        Self::HandOverToSend,
        Self::DisclosureToApprove,
        Self::HandOverToAnswer,
        Self::HandOverAnswered,
        Self::ConsentWithdrawn,
        Self::VisitPool,
        Self::VisitToDo,
        Self::VisitReport,
        Self::MeasureToFollow,
        Self::VisitResult,
        Self::CallBack,
        Self::Wording,
        Self::WithdrawalAsked,
        Self::ObjectionMade,
        Self::Reopened,
        Self::TextToTake,
        Self::TextTrouble,
        Self::RosterGap,
        Self::HerClock,
        Self::SettlementToApprove,
        Self::CheckIn,
        Self::RetaliationSeen,
        Self::CallToMake,
        Self::PayDue,
        Self::JointToApprove,
        Self::MediationToHold,
        Self::Unrouted,
        Self::ContactToConfirm,
        Self::ErasureToDecide,
        Self::DangerFollowed,
        Self::CallToInterpret,
    ];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ComplaintToRead => "complaint-to-read",
            Self::Translation => "translation",
            Self::WorkerMessage => "worker-message",
            Self::FirstAssessment => "first-assessment",
            Self::Decision => "decision",
            Self::FlagSafety => "flag-safety",
            Self::FlagMerits => "flag-merits",
            Self::ConsentToAsk => "consent-to-ask",
            Self::HandOverToSend => "hand-over-to-send",
            Self::DisclosureToApprove => "disclosure-to-approve",
            Self::HandOverToAnswer => "hand-over-to-answer",
            Self::HandOverAnswered => "hand-over-answered",
            Self::ConsentWithdrawn => "consent-withdrawn",
            Self::VisitPool => "visit-pool",
            Self::VisitToDo => "visit-to-do",
            Self::VisitReport => "visit-report",
            Self::MeasureToFollow => "measure-to-follow",
            Self::VisitResult => "visit-result",
            Self::CallBack => "call-back",
            Self::Wording => "wording",
            Self::WithdrawalAsked => "withdrawal-asked",
            Self::ObjectionMade => "objection-made",
            Self::Reopened => "reopened",
            Self::TextToTake => "text-to-take",
            Self::TextTrouble => "text-trouble",
            Self::RosterGap => "roster-gap",
            Self::HerClock => "her-clock",
            Self::SettlementToApprove => "settlement-to-approve",
            Self::CheckIn => "check-in",
            Self::RetaliationSeen => "retaliation-seen",
            Self::CallToMake => "call-to-make",
            Self::PayDue => "pay-due",
            Self::JointToApprove => "joint-to-approve",
            Self::MediationToHold => "mediation-to-hold",
            Self::Unrouted => "unrouted",
            Self::ContactToConfirm => "contact-to-confirm",
            Self::ErasureToDecide => "erasure-to-decide",
            Self::DangerFollowed => "danger-followed",
            Self::CallToInterpret => "call-to-interpret",
        }
    }

    /// The kind of a code.
    ///
    /// # Errors
    /// [`UnknownKind`].
    pub fn from_code(code: &str) -> Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == code).ok_or(UnknownKind)
    }

    /// The permissions, any one of which lets a person do the work, and not only read what it points to: whoever leaves is
    /// followed by somebody who has one.
    #[must_use]
    pub fn done_by(self) -> &'static [Action] {
        match self {
            Self::FlagSafety | Self::FlagMerits => &[Action::DecideFlag],
            Self::ConsentToAsk | Self::HandOverToSend | Self::HandOverAnswered => &[Action::WorkReferral],
            Self::HandOverToAnswer => &[Action::AnswerHandOver, Action::WorkReferral],
            Self::Translation | Self::CallToInterpret => &[Action::Translate],
            Self::VisitToDo | Self::VisitReport => &[Action::RecordVisit],
            Self::MeasureToFollow => &[Action::RecordVisit, Action::ScheduleVisit],
            _ if self.opened_by() == [Action::ReadComplaint] => &[Action::WorkComplaint],
            _ => self.opened_by(),
        }
    }

    /// Whether only the room of this work can give it to another, for a row of its own names who has it, or not everybody
    /// suits.
    #[must_use]
    pub fn given_by_its_room(self) -> bool {
        matches!(
            self,
            Self::Translation
                | Self::CallToInterpret
                | Self::DisclosureToApprove
                | Self::MediationToHold
                | Self::VisitToDo
                | Self::VisitReport
                | Self::MeasureToFollow
        )
    }

    /// The permissions, any one of which lets a person open what the work points to. The queue shows a row only to
    /// those who have one that reaches it: a list never shows more than the page.
    #[must_use]
    pub fn opened_by(self) -> &'static [Action] {
        match self {
            Self::ComplaintToRead
            | Self::WorkerMessage
            | Self::FirstAssessment
            | Self::Decision
            | Self::VisitResult
            | Self::CallBack
            | Self::Wording
            | Self::WithdrawalAsked
            | Self::ObjectionMade
            | Self::Reopened
            | Self::TextTrouble
            | Self::CallToMake
            | Self::PayDue
            | Self::HerClock
            | Self::CheckIn
            | Self::ContactToConfirm
            | Self::DangerFollowed
            | Self::RetaliationSeen => &[Action::ReadComplaint],
            Self::TextToTake => &[Action::TakeText],
            Self::RosterGap => &[Action::ManageRoster],
            Self::Unrouted => &[Action::AssignWork],
            Self::SettlementToApprove | Self::JointToApprove => &[Action::ApproveSettlement],
            Self::MediationToHold => &[Action::HoldMediation],
            Self::ErasureToDecide => &[Action::ApproveErasure],
            Self::Translation | Self::CallToInterpret => &[Action::Translate, Action::ReadComplaint],
            Self::FlagSafety | Self::FlagMerits => &[Action::ReadFlag],
            Self::ConsentToAsk | Self::HandOverToSend | Self::HandOverAnswered => &[Action::ReadReferral],
            Self::DisclosureToApprove => &[Action::ApproveDisclosure],
            Self::ConsentWithdrawn => &[Action::AnswerHandOver],
            Self::HandOverToAnswer => &[Action::AnswerHandOver, Action::ReadReferral],
            Self::VisitPool => &[Action::ScheduleVisit],
            Self::VisitToDo | Self::VisitReport | Self::MeasureToFollow => &[Action::ReadVisit],
        }
    }
}

/// How urgent: the smaller, the sooner it is shown among those due together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Somebody is in danger.
    Danger,
    /// Soon.
    High,
    /// Usual.
    Normal,
}

impl Urgency {
    /// The rank kept in the table.
    #[must_use]
    pub fn rank(self) -> i32 {
        match self {
            Self::Danger => 0,
            Self::High => 1,
            Self::Normal => 2,
        }
    }
}

/// What a piece of work tells of: who has a tie to that workplace does not see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Of a complaint, and so of the workplace to which that is linked, now or later.
    Complaint(Uuid),
    /// Of a workplace: a visit tells nobody of a complaint.
    Workplace(Uuid),
    /// Of no workplace that is known.
    Nothing,
}

impl About {
    /// What the table keeps.
    pub(crate) fn id(self) -> Option<Uuid> {
        match self {
            Self::Complaint(id) | Self::Workplace(id) => Some(id),
            Self::Nothing => None,
        }
    }
}

/// The office of an official of whom nobody knows the office.
pub const ANY_OFFICE: &str = "*";

/// A piece of work to be opened. Codes and ids only.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// What is to be done.
    pub kind: ItemKind,
    /// To what.
    pub subject_kind: SubjectKind,
    /// To which.
    pub subject: Uuid,
    /// What it tells of.
    pub about: About,
    /// What people see and what the link is made of. Of a visit's work, the visit's own.
    pub reference: Reference,
    /// Whose work; none is unrouted.
    pub office: Option<String>,
    /// The receiving agency of a hand-over.
    pub agency: Option<String>,
    /// Who does it, when somebody has it already.
    pub assignee: Option<Uuid>,
    /// The code of the role that should take it.
    pub role: Option<haqqi_kernel::Role>,
    /// How urgent.
    pub urgency: Urgency,
    /// When it should be done.
    pub due_at: DateTime<Utc>,
    /// Language of the person concerned, where that is known.
    pub language: Option<String>,
    /// Governorate or other place code of the pack.
    pub place: Option<String>,
    /// The complaint's kind or another coded label.
    pub label: Option<String>,
    /// The level of a flag.
    pub level: Option<String>,
    /// The office that it is about, which never sees it by duty; [`ANY_OFFICE`] where that may be any.
    pub concerned: Option<String>,
    /// How many tell of one workplace, where several do.
    pub cluster: Option<i32>,
    /// Unacknowledged or dangerous: the duty officer sees it, whatever the office.
    pub duty: bool,
    /// Concerns a child: the child lead sees it.
    pub child: bool,
}

impl NewItem {
    /// A piece of usual work that is unrouted and nobody's, to be filled in by struct update.
    #[must_use]
    pub fn new(
        kind: ItemKind,
        subject_kind: SubjectKind,
        subject: Uuid,
        about: About,
        reference: Reference,
        due_at: DateTime<Utc>,
    ) -> Self {
        Self {
            kind,
            subject_kind,
            subject,
            about,
            reference,
            office: None,
            agency: None,
            assignee: None,
            role: None,
            urgency: Urgency::Normal,
            due_at,
            language: None,
            place: None,
            label: None,
            level: None,
            cluster: None,
            concerned: None,
            duty: false,
            child: false,
        }
    }
}
