//! What an inspector checks, finds and imposes.

use serde::Deserialize;

use crate::table::{Row, Side, Target, label};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// To be told.
    Minor,
    /// To be remedied.
    Serious,
    /// Harms people now.
    Grave,
}

/// `[[checklist]]`: what is gone through on a visit.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// The code; its label is `checklist-<code>`.
    pub code: String,
    /// Raised when items change; answers keep it.
    pub version: String,
    /// Its sections, in order.
    #[serde(default)]
    pub section: Vec<Section>,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

impl Checklist {
    /// The item with this code.
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.section.iter().flat_map(|section| &section.item).find(|item| item.code == code)
    }

    /// The sections and items that hold under a regime.
    pub fn under<'a>(&'a self, regime: &'a str) -> impl Iterator<Item = (&'a Section, Vec<&'a Item>)> {
        let holds = move |regimes: &[String]| regimes.is_empty() || regimes.iter().any(|code| code == regime);
        self.section
            .iter()
            .filter(move |section| holds(&section.regimes))
            .map(move |section| (section, section.item.iter().filter(|item| holds(&item.regimes)).collect()))
    }
}

/// A section of a checklist.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The code; its label is `section-<code>`.
    pub code: String,
    /// The regimes it is for; empty means all.
    #[serde(default)]
    pub regimes: Vec<String>,
    /// Its items, in order.
    #[serde(default)]
    pub item: Vec<Item>,
}

/// One thing to check, answered yes (in order), no, not applicable, or not seen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The code; its label, the statement that should be true, is `item-<code>`.
    pub code: String,
    /// The article a finding rests on.
    pub article: String,
    /// What a “no” weighs.
    pub severity: Severity,
    /// The regimes it is for; empty means all of the section's.
    #[serde(default)]
    pub regimes: Vec<String>,
    /// The hazard a “no” tells of.
    #[serde(default)]
    pub hazard: Option<String>,
    /// A “no” asks for a private screening interview.
    #[serde(default)]
    pub screen: bool,
}

impl Row for Checklist {
    const TABLE: &'static str = "checklist";
    const FILE: &'static str = "checklists.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links = Vec::new();
        for section in &self.section {
            links.extend(section.regimes.iter().map(|code| (Target::Regime, code.as_str())));
            for item in &section.item {
                links.push((Target::Article, &item.article));
                links.extend(item.regimes.iter().map(|code| (Target::Regime, code.as_str())));
                links.extend(item.hazard.iter().map(|code| (Target::Hazard, code.as_str())));
            }
        }
        links
    }
    fn labels(&self) -> Vec<(Side, String)> {
        let mut labels = vec![(Side::Staff, label("checklist", &self.code))];
        for section in &self.section {
            labels.push((Side::Staff, label("section", &section.code)));
            labels.extend(section.item.iter().map(|item| (Side::Staff, label("item", &item.code))));
        }
        labels
    }
}

/// What a measure does, whatever a country calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureClass {
    /// Technical advice.
    Advice,
    /// A written warning with a time to remedy.
    Warning,
    /// An infringement notice.
    InfringementNotice,
    /// Work stops, in part or whole, because of danger.
    StopWork,
    /// A closure is recommended to whoever may order it.
    ClosureRecommendation,
    /// The file goes to a court.
    CourtReferral,
}

/// `[[measure]]`: what an inspector may impose.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The code; its label is `measure-<code>`.
    pub code: String,
    /// What it does.
    pub class: MeasureClass,
    /// Articles that empower.
    #[serde(default)]
    pub law: Vec<String>,
    /// Calendar days to remedy that the form proposes; 0 means at once; absent means none is set.
    #[serde(default)]
    pub days: Option<u16>,
    /// The most days that may be given.
    #[serde(default)]
    pub most_days: Option<u16>,
    /// The clock that runs from it.
    #[serde(default)]
    pub deadline: Option<String>,
    /// The role whose approval it needs.
    #[serde(default)]
    pub approval: Option<String>,
    /// A follow-up visit is planned by itself.
    #[serde(default)]
    pub follow_up: bool,
    /// A lawyer has approved the row.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Measure {
    const TABLE: &'static str = "measure";
    const FILE: &'static str = "measures.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links: Vec<_> = self.law.iter().map(|code| (Target::Article, code.as_str())).collect();
        links.extend(self.deadline.iter().map(|code| (Target::Deadline, code.as_str())));
        links.extend(self.approval.iter().map(|code| (Target::Role, code.as_str())));
        links
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("measure", &self.code))]
    }
}

/// `[[hazard]]`: what may hurt an inspector or a worker there; always passed on, without its source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hazard {
    /// The code; its label is `hazard-<code>`.
    pub code: String,
    /// Two people go together.
    #[serde(default)]
    pub two_people: bool,
}

impl Row for Hazard {
    const TABLE: &'static str = "hazard";
    const FILE: &'static str = "hazards.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("hazard", &self.code))]
    }
}
