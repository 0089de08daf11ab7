//! Who the pack is for: country, money, time zone, languages.

use serde::Deserialize;

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
    /// The agency that a flag of trafficking is handed over to, if nothing else is chosen.
    pub default_agency: String,
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
}
