//! What officers, supervisors and coordinators choose from.

use serde::Deserialize;

use crate::de;
use crate::table::{Row, Side, Target, label};

/// `[[outcome]]`: how a closed complaint ended; exactly one each (safeguards 18).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// One of [`crate::OUTCOMES`]; its labels are `outcome-<code>` (staff) and `outcome-told-<code>` (worker).
    pub code: String,
    /// States agreed and paid amounts.
    #[serde(default)]
    pub amounts: bool,
    /// Needs a private contact with the worker first, unless she is anonymous.
    #[serde(default = "de::yes")]
    pub private_contact: bool,
    /// A second person approves it before anything is closed.
    #[serde(default)]
    pub second: bool,
    /// So many attempts to reach the worker, each on another day, come before it.
    #[serde(default)]
    pub attempts: u8,
    /// Where she left no way to reach her: so many days a question stood on her page before it. 0: none is asked for.
    #[serde(default)]
    pub asked_days: u16,
    /// Another body goes on with it: the receiver is named, and the ground.
    #[serde(default)]
    pub transfer: bool,
}

impl Row for Outcome {
    const TABLE: &'static str = "outcome";
    const FILE: &'static str = "outcomes.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("outcome", &self.code)), (Side::Worker, label("outcome-told", &self.code))]
    }
}

/// The decision that a reason is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Safety: act now.
    SafetyAct,
    /// Safety: safe until a date.
    SafetySafeUntil,
    /// Merits: open a referral case.
    MeritsEscalate,
    /// Merits: interview first.
    MeritsInterview,
    /// Merits: watch, with an owner and an end.
    MeritsWatch,
    /// Merits: dismiss.
    MeritsDismiss,
    /// A clock was not met.
    Breach,
    /// Danger was read: what was chosen and why.
    Danger,
    /// An agency declines a hand-over.
    Decline,
    /// A complaint is closed with an outcome.
    Close,
}

/// `[[reason]]`: a reason of a decision.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The code; its label is `reason-<code>`.
    pub code: String,
    /// The decision it belongs to.
    pub decision: Decision,
    /// Words are needed beside it.
    #[serde(default)]
    pub words: bool,
    /// It says that she was met alone: the call log must show it.
    #[serde(default)]
    pub met: bool,
    /// Of a closing: the outcomes for which it may be given.
    #[serde(default)]
    pub outcomes: Vec<String>,
}

impl Row for Reason {
    const TABLE: &'static str = "reason";
    const FILE: &'static str = "reasons.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("reason", &self.code))]
    }
}

/// `[[step]]`: what an officer sets next, and so acknowledges.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// The code; its labels are `step-<code>` (staff) and `step-told-<code>`, the sentence the worker reads.
    pub code: String,
    /// Among what may be chosen when somebody is in danger.
    #[serde(default)]
    pub for_danger: bool,
    /// Only for danger, not offered otherwise.
    #[serde(default)]
    pub only_danger: bool,
    /// Reaches out to her, so a safe way of contact is needed.
    #[serde(default)]
    pub needs_contact: bool,
    /// Asks her on her page, so somebody must come back to it.
    #[serde(default)]
    pub needs_code: bool,
    /// A reason in words goes with it.
    #[serde(default)]
    pub needs_reason: bool,
    /// With it nothing is chosen for her yet: in danger the clock of danger runs on (`safeguards.md` 6).
    #[serde(default)]
    pub undecided: bool,
    /// The clock that starts with it.
    #[serde(default)]
    pub deadline: Option<String>,
    /// The near clock that starts beside it in danger: until then somebody sees that it protects her.
    #[serde(default)]
    pub danger_deadline: Option<String>,
}

impl NextStep {
    /// The Fluent id of the sentence the worker reads.
    pub fn told(&self) -> String {
        label("step-told", &self.code)
    }
}

impl Row for NextStep {
    const TABLE: &'static str = "step";
    const FILE: &'static str = "next_steps.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let clocks = self.deadline.iter().chain(&self.danger_deadline);
        clocks.map(|code| (Target::Deadline, code.as_str())).collect()
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("step", &self.code)), (Side::Worker, self.told())]
    }
}

/// `[[service]]`: what a referral case may provide.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The code; its label is `service-<code>`.
    pub code: String,
    /// The stage of the mechanism it belongs to, from 1.
    pub stage: u8,
}

impl Row for Service {
    const TABLE: &'static str = "service";
    const FILE: &'static str = "services.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("service", &self.code))]
    }
}

/// `[[ground]]`: why a hand-over may be made (safeguards 1).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// One of `consent`, `child`, `danger`, `statutory-duty`, `court-order`; its label is `ground-<code>`.
    pub code: String,
    /// Needs an article.
    #[serde(default)]
    pub article: bool,
    /// Needs a named approver.
    #[serde(default)]
    pub approver: bool,
    /// Holds for public bodies only; others need her consent.
    #[serde(default)]
    pub public_only: bool,
}

impl Row for Ground {
    const TABLE: &'static str = "ground";
    const FILE: &'static str = "grounds.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("ground", &self.code))]
    }
}

/// `[[role]]`: a role of the closed list in the kernel, which the pack only labels.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The kernel's code in kebab-case; its label is `role-<code>`.
    pub code: String,
}

impl Row for Role {
    const TABLE: &'static str = "role";
    const FILE: &'static str = "roles.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("role", &self.code))]
    }
}
