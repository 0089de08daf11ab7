//! Who the pack is for: country, money, time zone, languages.

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::de;

/// `pack.toml`, table `[pack]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The pack's own name; `[a-z-]`.
    pub id: String,
    /// The declared version, raised when the content changes.
    pub version: String,
    /// ISO 3166-1 alpha-2 (user-assigned codes such as `XM` for invented countries).
    pub country: String,
    /// ISO 4217.
    pub currency: String,
    /// Decimals of the currency: 3 for one with 1,000 minor units.
    pub currency_decimals: u8,
    /// IANA name of the zone of all offices that name no other.
    pub zone: String,
    /// How its telephone numbers are written; absent: only numbers with their `+` are taken.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// The language a worker sees before she has chosen one.
    pub default_language: String,
    /// The language of staff pages until a user chooses.
    pub default_staff_language: String,
    /// Tags of the languages of the staff side.
    pub staff_languages: Vec<String>,
    /// The office that takes what no other office serves.
    pub default_office: String,
    /// The kind of a complaint that names none.
    pub default_kind: String,
    /// The kind of a complaint about an official, and about somebody who only says to be one; it names the office
    /// that reads it, whatever the place.
    pub official_kind: String,
    /// For how many workers one filer files at once, at most.
    #[serde(default = "fifty")]
    pub most_in_group: u16,
    /// So many who tell of one workplace are a cluster: all of them become more urgent.
    #[serde(default = "three")]
    pub cluster_many: u16,
    /// Within so many days of each other.
    #[serde(default = "thirty")]
    pub cluster_days: u16,
    /// The agency that a flag of trafficking is handed over to, if nothing else is chosen.
    pub default_agency: String,
    /// The usual ladder: whom a clock that brings no steps of its own tells, after which share of its time.
    pub ladder: Vec<Step>,
    /// When staff may be told of what is neither legal nor dangerous.
    pub waking: Waking,
}

/// `ladder = [{ share = 50, who = "owner" }, …]`: one step of the usual ladder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Percent of the clock's time; 100 is the breach.
    pub share: u32,
    /// `owner`, `on-duty`, `supervisor`, `directorate`, or the code of a role.
    pub who: String,
}

/// `waking = { from = 07:00:00, until = 21:00:00, hours = 4 }`: from when to when mails go to staff, and how long they
/// are gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waking {
    /// Local time of the first mail of a day.
    #[serde(deserialize_with = "de::time")]
    pub from: NaiveTime,
    /// Local time after which none goes.
    #[serde(deserialize_with = "de::time")]
    pub until: NaiveTime,
    /// Hours that one mail gathers.
    pub hours: u32,
}

fn fifty() -> u16 {
    50
}

fn three() -> u16 {
    3
}

fn thirty() -> u16 {
    30
}

/// `phone = { code = "962", trunk = "0" }`: the numbers of the country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// The calling code, digits alone (ITU-T E.164).
    pub code: String,
    /// What stands before a number inside the country and falls away behind the calling code.
    #[serde(default)]
    pub trunk: String,
}

/// `[[language]]`: one language offered to workers; the file's order is the page's order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47.
    pub tag: String,
    /// Its own name for itself, the only text in a table: it is never translated.
    pub name: String,
    /// CLDR numbering system for figures in this language: `latn`, `arab`, `beng`, …
    pub digits: String,
    /// Which groups of texts a native reader has checked in this language. What is not here is a draft, and the pages
    /// say so.
    #[serde(default)]
    pub checked: Vec<Checked>,
}

impl Language {
    /// Whether a native reader has checked these texts.
    #[must_use]
    pub fn is_checked(&self, texts: Texts) -> bool {
        self.checked.iter().any(|checked| checked.texts == texts)
    }
}

/// A group of texts that is checked at once (safeguards 20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Texts {
    /// What to do in danger, and the questions about safety.
    Danger,
    /// Consent to interviews and hand-overs.
    Consent,
    /// Who learns what.
    Confidentiality,
    /// Leaving an employer.
    Leaving,
    /// Everything else.
    Rest,
}

impl Texts {
    /// Every group.
    pub const ALL: [Self; 5] =
        [Self::Danger, Self::Consent, Self::Confidentiality, Self::Leaving, Self::Rest];
    /// The groups in which a wrong word does most harm: until they are checked, an interpreter's call is offered.
    pub const GRAVE: [Self; 4] = [Self::Danger, Self::Consent, Self::Confidentiality, Self::Leaving];

    /// The code in the pack and in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Consent => "consent",
            Self::Confidentiality => "confidentiality",
            Self::Leaving => "leaving",
            Self::Rest => "rest",
        }
    }

    /// The group of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|texts| texts.code() == code)
    }
}

/// `checked = [{ texts = "danger", on = 2026-12-01, by = "…" }]`: who compared which texts with what they should say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// Which texts.
    pub texts: Texts,
    /// When.
    #[serde(deserialize_with = "de::date")]
    pub on: NaiveDate,
    /// Who: an organisation or an initial, never a person's whole name.
    pub by: String,
}
