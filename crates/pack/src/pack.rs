//! The pack as loaded: tables, look-ups, raw files.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::audio::Audio;
use crate::check;
use crate::embedded;
use crate::model::calendar::Calendar;
use crate::model::casework::{Decision, Ground, NextStep, Outcome, Reason, Role, Service};
use crate::model::complaints::{ContactChannel, DocumentHolder, Filer, HelpfulDocument, Kind, LeavingReason};
use crate::model::figures::Figure;
use crate::model::guide::Topic;
use crate::model::identity::{Identity, Language};
use crate::model::inspection::{Checklist, Hazard, Measure};
use crate::model::law::{Article, Deadline, Law, Penalty, Rate};
use crate::model::places::{Agency, Governorate, Hotline, Office, Regime, Sector};
use crate::model::retention::Retention;
use crate::model::wages::Entitlement;
use crate::report::PackError;
use crate::source::Sources;
use crate::table::{Row, Table};

mod load;

/// One jurisdiction, loaded and free of known faults.
#[derive(Debug, Clone)]
pub struct Pack {
    pub(crate) identity: Identity,
    pub(crate) zone: Tz,
    pub(crate) hash: String,
    pub(crate) stamp: String,
    pub(crate) languages: Vec<Language>,
    pub(crate) calendar: Calendar,
    pub(crate) tables: Tables,
    pub(crate) sources: Sources,
    pub(crate) audio: Audio,
}

/// All tables of rows with codes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    pub agencies: Table<Agency>,
    pub articles: Table<Article>,
    pub channels: Table<ContactChannel>,
    pub checklists: Table<Checklist>,
    pub deadlines: Table<Deadline>,
    pub documents: Table<HelpfulDocument>,
    pub entitlements: Table<Entitlement>,
    pub figures: Table<Figure>,
    pub filers: Table<Filer>,
    pub governorates: Table<Governorate>,
    pub grounds: Table<Ground>,
    pub hazards: Table<Hazard>,
    pub holders: Table<DocumentHolder>,
    pub hotlines: Table<Hotline>,
    pub kinds: Table<Kind>,
    pub laws: Table<Law>,
    pub leaving_reasons: Table<LeavingReason>,
    pub measures: Table<Measure>,
    pub offices: Table<Office>,
    pub outcomes: Table<Outcome>,
    pub penalties: Table<Penalty>,
    pub rates: Table<Rate>,
    pub reasons: Table<Reason>,
    pub regimes: Table<Regime>,
    pub retentions: Table<Retention>,
    pub roles: Table<Role>,
    pub sectors: Table<Sector>,
    pub services: Table<Service>,
    pub steps: Table<NextStep>,
    pub topics: Table<Topic>,
}

/// A row that no lawyer or keeper has approved yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unverified {
    /// The file inside the pack.
    pub file: String,
    /// The line of the row, from 1.
    pub line: usize,
    /// The table: `deadline`, `article`, …
    pub table: &'static str,
    /// The row's code.
    pub code: String,
}

macro_rules! look_ups {
    ($($(#[doc = $one_doc:literal])* $one:ident, $all:ident: $row:ty;)*) => {
        impl Pack {
            $(
                $(#[doc = $one_doc])*
                pub fn $one(&self, code: &str) -> Option<&$row> {
                    self.tables.$all.get(code)
                }

                /// The whole table, in the order of its file.
                pub fn $all(&self) -> &Table<$row> {
                    &self.tables.$all
                }
            )*
        }
    };
}

look_ups! {
    /// The agency with this code.
    agency, agencies: Agency;
    /// The way of contact with this code.
    channel, channels: ContactChannel;
    /// The checklist with this code.
    checklist, checklists: Checklist;
    /// The helpful paper with this code.
    document, documents: HelpfulDocument;
    /// The figure with this code.
    figure, figures: Figure;
    /// The kind of filer with this code.
    filer, filers: Filer;
    /// The governorate with this ISO 3166-2 code.
    governorate, governorates: Governorate;
    /// The ground of a hand-over with this code.
    ground, grounds: Ground;
    /// The hazard with this code.
    hazard, hazards: Hazard;
    /// The holder of papers with this code.
    holder, holders: DocumentHolder;
    /// The hotline with this code.
    hotline, hotlines: Hotline;
    /// The kind of complaint with this code.
    kind, kinds: Kind;
    /// The law with this code.
    law, laws: Law;
    /// The reason for leaving with this code.
    leaving_reason, leaving_reasons: LeavingReason;
    /// The measure with this code.
    measure, measures: Measure;
    /// The office with this code.
    office, offices: Office;
    /// The outcome with this code.
    outcome, outcomes: Outcome;
    /// The reason with this code.
    reason, reasons: Reason;
    /// The regime with this code.
    regime, regimes: Regime;
    /// How long the class of records with this code is kept.
    retention, retentions: Retention;
    /// The role with this code.
    role, roles: Role;
    /// The ISIC section with this code.
    sector, sectors: Sector;
    /// The service with this code.
    service, services: Service;
    /// The next step with this code.
    step, steps: NextStep;
    /// The public page with this code.
    topic, topics: Topic;
}

impl Pack {
    /// The names of the packs inside the binary.
    pub fn embedded_names() -> impl Iterator<Item = &'static str> {
        embedded::names()
    }

    /// A pack inside the binary.
    ///
    /// # Errors
    /// The name is unknown, or the pack has faults.
    pub fn embedded(name: &str) -> Result<Self, PackError> {
        Self::build(embedded::sources(name)?)
    }

    /// A pack in a folder.
    ///
    /// # Errors
    /// The folder cannot be read, or the pack has faults; all that are known are listed.
    pub fn load(dir: &Path) -> Result<Self, PackError> {
        let folder = dir.join("audio");
        let audio = Audio::load(&folder).map_err(|error| PackError::one("audio", 0, error))?;
        Ok(Self::build(Sources::read(dir)?)?.with_audio(audio))
    }

    /// The pack with more recordings of its messages.
    #[must_use]
    pub fn with_audio(mut self, more: Audio) -> Self {
        self.audio = std::mem::take(&mut self.audio).and(more);
        self
    }

    /// Recordings of messages.
    pub fn audio(&self) -> &Audio {
        &self.audio
    }

    /// A pack from the files that [`Self::sources`] gave, as kept by hash in the data folder.
    ///
    /// # Errors
    /// The pack has faults.
    pub fn from_files(files: BTreeMap<String, String>) -> Result<Self, PackError> {
        Self::build(Sources::from_map(files))
    }

    fn build(sources: Sources) -> Result<Self, PackError> {
        let pack = load::load(sources)?;
        let problems = check::check(&pack);
        if problems.is_empty() { Ok(pack) } else { Err(PackError::new(problems)) }
    }

    /// Country, money, default languages and offices.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The pack's name.
    pub fn id(&self) -> &str {
        &self.identity.id
    }

    /// SHA-256 over all files, lower-case hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// What records keep: `name 0.1.0 sha256:…` with the whole hash.
    pub fn stamp(&self) -> &str {
        &self.stamp
    }

    /// ISO 4217.
    pub fn currency(&self) -> &str {
        &self.identity.currency
    }

    /// Decimals of the currency.
    pub fn currency_decimals(&self) -> u8 {
        self.identity.currency_decimals
    }

    /// The zone of all offices that name no other.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The zone of an office; the pack's where it names none or is unknown.
    pub fn office_zone(&self, office: &str) -> Tz {
        let named = self.office(office).and_then(|office| office.zone.as_deref());
        named.and_then(|zone| zone.parse().ok()).unwrap_or(self.zone)
    }

    /// Languages offered to workers, in order.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The language offered to workers with this tag.
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }

    /// Tags of the languages of the staff side.
    pub fn staff_languages(&self) -> &[String] {
        &self.identity.staff_languages
    }

    /// Working days and office hours.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The first office that takes complaints from this governorate; the default office when none does.
    pub fn office_for(&self, governorate: Option<&str>) -> &str {
        let serves = |office: &&Office| {
            office.complaints && office.governorates.iter().any(|code| Some(code.as_str()) == governorate)
        };
        self.tables
            .offices
            .iter()
            .find(serves)
            .map_or(self.identity.default_office.as_str(), |office| &office.code)
    }

    /// The kind of a notice of leaving, with the event that the day of leaving starts; none where the country has none.
    pub fn leaving_kind(&self) -> Option<(&Kind, &str)> {
        self.tables.kinds.iter().find_map(|kind| Some((kind, kind.leaving.as_deref()?)))
    }

    /// What a worker is for others of her workplace.
    pub fn colleague(&self) -> Option<&Filer> {
        self.tables.filers.iter().find(|filer| filer.colleague)
    }

    /// What the inspectorate is as a filer, where a visit brought something to light.
    pub fn inspectorate(&self) -> Option<&Filer> {
        self.tables.filers.iter().find(|filer| filer.inspectorate)
    }

    /// Who may be chosen as filer by somebody who is signed in: all but the inspectorate itself.
    pub fn filers_to_choose(&self) -> impl Iterator<Item = &Filer> {
        self.tables.filers.iter().filter(|filer| !filer.inspectorate)
    }

    /// The kind of what an employer brings against a worker.
    pub fn against_worker(&self) -> Option<&Kind> {
        self.tables.kinds.iter().find(|kind| kind.against_worker)
    }

    /// Kinds offered to workers, in the order of the page.
    pub fn kinds_on_page(&self) -> Vec<&Kind> {
        let mut kinds: Vec<_> = self.tables.kinds.iter().filter(|kind| kind.on_page).collect();
        kinds.sort_by_key(|kind| kind.order);
        kinds
    }

    /// Reasons of one decision, in order.
    pub fn reasons_for(&self, decision: Decision) -> impl Iterator<Item = &Reason> {
        self.tables.reasons.iter().filter(move |reason| reason.decision == decision)
    }

    /// The reasons that may be given for closing with an outcome.
    pub fn closing_reasons<'a>(&'a self, outcome: &'a str) -> impl Iterator<Item = &'a Reason> {
        self.reasons_for(Decision::Close)
            .filter(move |reason| reason.outcomes.iter().any(|one| one == outcome))
    }

    /// The hotline for danger; a pack without one is refused.
    pub fn danger_line(&self) -> Option<&Hotline> {
        self.tables.hotlines.iter().find(|line| line.danger)
    }

    /// The clock with this code that holds on a day for every kind, when it is used in this country.
    pub fn deadline(&self, code: &str, on: NaiveDate) -> Option<&Deadline> {
        let holds = |row: &&Deadline| row.is_general() && row.holds(on);
        self.tables.deadlines.all(code).find(holds).filter(|deadline| deadline.on)
    }

    /// The clock with this code that holds on a day for a complaint of this kind: the row that fits closest.
    pub fn deadline_for(&self, code: &str, on: NaiveDate, kind: &str, urgent: bool) -> Option<&Deadline> {
        let rows = self.tables.deadlines.all(code).filter(|row| row.on && row.holds(on));
        let fitting = rows.filter_map(|row| Some((row.fits(kind, urgent)?, row)));
        // Of two that fit as closely, the first of the file.
        fitting.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, row)| row)
    }

    /// All clocks, whatever their dates.
    pub fn deadlines(&self) -> &Table<Deadline> {
        &self.tables.deadlines
    }

    /// The article with this code in the wording of a day.
    pub fn article(&self, code: &str, on: NaiveDate) -> Option<&Article> {
        self.tables.articles.on(code, on)
    }

    /// All articles, whatever their dates.
    pub fn articles(&self) -> &Table<Article> {
        &self.tables.articles
    }

    /// The penalty with this code on a day.
    pub fn penalty(&self, code: &str, on: NaiveDate) -> Option<&Penalty> {
        self.tables.penalties.on(code, on)
    }

    /// All penalties, whatever their dates.
    pub fn penalties(&self) -> &Table<Penalty> {
        &self.tables.penalties
    }

    /// The figure with this code that holds on a day under a regime; `nationality` is `nationals` or `others`.
    pub fn rate(&self, code: &str, regime: &str, nationality: &str, on: NaiveDate) -> Option<&Rate> {
        self.tables.rates.all(code).find(|rate| {
            rate.regime == regime
                && rate.nationality.as_deref().is_none_or(|of| of == nationality)
                && rate.holds(on)
        })
    }

    /// How what may be owed is worked out, whatever the dates.
    pub fn entitlements(&self) -> &Table<Entitlement> {
        &self.tables.entitlements
    }

    /// All rates, whatever their dates.
    pub fn rates(&self) -> &Table<Rate> {
        &self.tables.rates
    }

    /// Fluent files: language tag, file name, text.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.sources.under("locales").filter_map(|(path, text)| {
            let (tag, file) = path.strip_prefix("locales/")?.split_once('/')?;
            file.ends_with(".ftl").then_some((tag, file, text))
        })
    }

    /// Raw files below a folder of the pack (`instruments`, `lexicons`): path and text.
    pub fn files<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.sources.under(folder)
    }

    /// All files: path and text. [`Self::from_files`] makes the same pack of them.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sources.iter()
    }

    /// Rows that a lawyer or a keeper has still to approve.
    pub fn unverified(&self) -> Vec<Unverified> {
        check::unverified(self)
    }
}
