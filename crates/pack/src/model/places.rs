//! Where, and who: governorates, offices, agencies, hotlines, sectors, regimes.

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::de;
use crate::table::{Row, Side, Target, label};

/// `[[governorate]]`: a first-level division.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Governorate {
    /// ISO 3166-2.
    pub code: String,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Governorate {
    const TABLE: &'static str = "governorate";
    const FILE: &'static str = "governorates.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("governorate", &self.code))]
    }
}

/// What an office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfficeKind {
    /// The central office.
    Central,
    /// A directorate of one or more governorates.
    Directorate,
    /// A unit in an industrial zone.
    ZoneUnit,
}

/// `[[office]]`: an office of the inspectorate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The code; its label is `office-<code>`.
    pub code: String,
    /// What it is.
    pub kind: OfficeKind,
    /// ISO 3166-2 codes it serves.
    #[serde(default)]
    pub governorates: Vec<String>,
    /// Does it take complaints?
    pub complaints: bool,
    /// Does it send inspectors?
    pub inspections: bool,
    /// The directorate above it.
    #[serde(default)]
    pub parent: Option<String>,
    /// IANA zone, when another than the pack's.
    #[serde(default)]
    pub zone: Option<String>,
    /// The telephone that a person answers in its hours, as dialled.
    #[serde(default)]
    pub phone: Option<String>,
    /// Languages spoken there, by tag.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Its address and how to get there are told: `office-<code>-address` and `office-<code>-way`.
    #[serde(default)]
    pub told: bool,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Office {
    const TABLE: &'static str = "office";
    const FILE: &'static str = "offices.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links: Vec<_> =
            self.governorates.iter().map(|code| (Target::Governorate, code.as_str())).collect();
        links.extend(self.parent.iter().map(|code| (Target::Office, code.as_str())));
        links
    }
    fn labels(&self) -> Vec<(Side, String)> {
        let mut labels = vec![(Side::Worker, label("office", &self.code))];
        if self.told {
            labels.push((Side::Worker, label("office", &format!("{}-address", self.code))));
            labels.push((Side::Worker, label("office", &format!("{}-way", self.code))));
        }
        labels
    }
}

/// What a body is; the ground a hand-over needs depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    /// A public body.
    Public,
    /// A body of a profession, such as a bar association.
    Professional,
    /// A non-governmental organisation.
    Ngo,
    /// A union.
    Union,
    /// An international organisation.
    International,
    /// An embassy.
    Embassy,
}

/// `[[agency]]`: a body outside the inspectorate that hand-overs or re-routed complaints go to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// The code; its label is `agency-<code>`.
    pub code: String,
    /// What it is.
    pub kind: AgencyKind,
    /// Her recorded consent is needed always, whatever the other grounds.
    pub consent_always: bool,
    /// May receive hand-overs of referral cases.
    pub referral: bool,
    /// May receive complaints that belong to it.
    #[serde(default)]
    pub complaints: bool,
    /// Reachable day and night.
    #[serde(default)]
    pub always_open: bool,
    /// What it provides: codes of `services.toml`.
    #[serde(default)]
    pub services: Vec<String>,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Agency {
    const TABLE: &'static str = "agency";
    const FILE: &'static str = "agencies.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        self.services.iter().map(|code| (Target::Service, code.as_str())).collect()
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("agency", &self.code))]
    }
}

/// `[[hotline]]`: a number that a person answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hotline {
    /// The code; its label is `hotline-<code>`.
    pub code: String,
    /// As dialled, with digits, spaces and `+` only.
    pub number: String,
    /// The number for danger, shown first.
    #[serde(default)]
    pub danger: bool,
    /// Answered day and night.
    #[serde(default)]
    pub always: bool,
    /// Local time of opening on working days, unless always open.
    #[serde(default, deserialize_with = "de::time_opt")]
    pub opens: Option<NaiveTime>,
    /// Local time of closing.
    #[serde(default, deserialize_with = "de::time_opt")]
    pub closes: Option<NaiveTime>,
    /// The day on which somebody last called to see whether it is answered (safeguards 20: within 90 days).
    #[serde(default, deserialize_with = "de::date_opt")]
    pub tested: Option<NaiveDate>,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
}

impl Row for Hotline {
    const TABLE: &'static str = "hotline";
    const FILE: &'static str = "hotlines.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("hotline", &self.code))]
    }
}

/// `[[sector]]`: a section of ISIC Rev. 4.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// The ISIC section (`C`) or division (`C14`).
    pub code: String,
    /// The regime of labour law that usually applies.
    pub regime: String,
}

impl Row for Sector {
    const TABLE: &'static str = "sector";
    const FILE: &'static str = "sectors.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn links(&self) -> Vec<(Target, &str)> {
        vec![(Target::Regime, &self.regime)]
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Worker, label("sector", &self.code))]
    }
}

/// `[[regime]]`: a body of rules that holds for some workers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// The code; its label is `regime-<code>`.
    pub code: String,
    /// The agency whose inspectors are competent, when not the inspectorate itself.
    #[serde(default)]
    pub agency: Option<String>,
    /// A visit goes into a home: a man and a woman together, by order.
    #[serde(default)]
    pub home: bool,
}

impl Row for Regime {
    const TABLE: &'static str = "regime";
    const FILE: &'static str = "regimes.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn links(&self) -> Vec<(Target, &str)> {
        self.agency.iter().map(|code| (Target::Agency, code.as_str())).collect()
    }
    fn labels(&self) -> Vec<(Side, String)> {
        vec![(Side::Staff, label("regime", &self.code))]
    }
}
