//! What a complaint may be about, who may file it, and how she can be reached.

use serde::Deserialize;

use crate::de;
use crate::table::{Row, Side, Target, label};

/// Can it be pursued without revealing the worker? Said before she sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// The whole workplace is inspected.
    Feasible,
    /// Only with care.
    Difficult,
    /// It concerns one person.
    Impossible,
}

/// How soon a complaint of a kind is read, unless its content says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Urgency {
    Normal,
    High,
    Urgent,
}

/// `[[kind]]`: a kind of complaint; the file's order is the page's order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The code; its label is `kind-<code>`; `kind-<code>-hint` explains it where that is needed.
    pub code: String,
    /// Short code of the ministry's tables.
    pub short: String,
    /// Articles.
    #[serde(default)]
    pub law: Vec<String>,
    /// Can the worker stay unknown?
    pub confidentiality: Confidentiality,
    /// Default urgency.
    pub urgency: Urgency,
    /// The clock of its first stage after acknowledgement.
    pub first_stage: String,
    /// Opens a full assessment by itself: her own choice is enough.
    #[serde(default)]
    pub screen: bool,
    /// An urgent signal by itself: the clock `danger` runs.
    #[serde(default)]
    pub danger: bool,
    /// About a child.
    #[serde(default)]
    pub child: bool,
    /// Pay is missing: the page asks for months and amounts.
    #[serde(default)]
    pub claims: bool,
    /// No mediation or joint session while it is open (safeguards 10).
    #[serde(default)]
    pub no_mediation: bool,
    /// Offered to workers on the page; others are for filers and staff.
    #[serde(default = "de::yes")]
    pub on_page: bool,
    /// Filed by employers, and by nobody else.
    #[serde(default)]
    pub employer: bool,
    /// What an employer brings against a worker: never put together with what workers bring.
    #[serde(default)]
    pub against_worker: bool,
    /// Of those who work in a home: on their follow-up list from filing on, before anybody knows which home.
    #[serde(default)]
    pub in_home: bool,
    /// Position on the page, from 1; the ministry's counts give the order.
    pub order: u16,
    /// Name of an icon in the sprite.
    pub icon: String,
    /// Routed to this office whatever the place (safeguards 16).
    #[serde(default)]
    pub office: Option<String>,
    /// Belongs to another body: re-routed with a hand-over, never refused.
    #[serde(default)]
    pub agency: Option<String>,
    /// The kind of a notice of leaving: the event of a clock that starts on the day she left.
    #[serde(default)]
    pub leaving: Option<String>,
    /// Papers that help, never required.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Kind {
    const TABLE: &'static str = "kind";
    const FILE: &'static str = "kinds.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links: Vec<_> = self.law.iter().map(|code| (Target::Article, code.as_str())).collect();
        links.push((Target::Deadline, &self.first_stage));
        links.extend(self.office.iter().map(|code| (Target::Office, code.as_str())));
        links.extend(self.agency.iter().map(|code| (Target::Agency, code.as_str())));
        links.extend(self.documents.iter().map(|code| (Target::Document, code.as_str())));
        links
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("kind", &self.code))]
    }
}

/// `[[leaving]]`: a reason why somebody left, or must leave; the file's order is the page's order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeavingReason {
    /// The code; its label is `leaving-<code>`.
    pub code: String,
    /// Whoever is still where this happens is in danger now.
    #[serde(default)]
    pub danger: bool,
}

impl Row for LeavingReason {
    const TABLE: &'static str = "leaving";
    const FILE: &'static str = "leaving.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("leaving", &self.code))]
    }
}

/// `[[document]]`: a paper that helps a complaint.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpfulDocument {
    /// The code; its label is `document-<code>`.
    pub code: String,
}

impl Row for HelpfulDocument {
    const TABLE: &'static str = "document";
    const FILE: &'static str = "documents.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("document", &self.code))]
    }
}

/// `[[filer]]`: who files.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filer {
    /// The code; its label is `filer-<code>`.
    pub code: String,
    /// The worker herself.
    #[serde(default)]
    pub worker: bool,
    /// Gains from how it ends: sees no content, flags or messages (safeguards 4).
    #[serde(default)]
    pub has_interest: bool,
    /// An employer: files only kinds of an employer's own, never a worker's.
    #[serde(default)]
    pub employer: bool,
    /// Somebody of the same workplace: what a worker is for others when she says “we are several”.
    #[serde(default)]
    pub colleague: bool,
    /// The inspectorate itself, which opens a complaint because of what a visit brought to light: nobody chooses it.
    #[serde(default)]
    pub inspectorate: bool,
    /// Offered on the public page.
    #[serde(default = "de::yes")]
    pub on_page: bool,
}

impl Row for Filer {
    const TABLE: &'static str = "filer";
    const FILE: &'static str = "who-files.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("filer", &self.code))]
    }
}

/// `[[channel]]`: a way to reach her.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactChannel {
    /// The code; its label is `channel-<code>`.
    pub code: String,
    /// What she must write for it.
    pub needs: ChannelNeeds,
    /// The machine can send on it by itself.
    #[serde(default)]
    pub automatic: bool,
}

/// What a way of contact needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelNeeds {
    /// Nothing: she comes back with her code, or by visit.
    Nothing,
    /// A telephone number.
    Phone,
    /// A mail address.
    Mail,
    /// Free words: a place, a person she trusts.
    Words,
}

impl Row for ContactChannel {
    const TABLE: &'static str = "channel";
    const FILE: &'static str = "contact-channels.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("channel", &self.code))]
    }
}

/// `[[holder]]`: who has her papers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentHolder {
    /// The code; its label is `holder-<code>`.
    pub code: String,
    /// Held by somebody against whom the law protects her.
    #[serde(default)]
    pub withheld: bool,
}

impl Row for DocumentHolder {
    const TABLE: &'static str = "holder";
    const FILE: &'static str = "document-holders.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("holder", &self.code))]
    }
}
