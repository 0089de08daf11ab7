//! From files to tables. Stops at nothing: every file is tried, so that all faults are told at once.

use chrono::Weekday;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{Pack, Tables};
use crate::ics;
use crate::model::calendar::{Calendar, FixedHoliday, MovableHoliday, OfficeHours};
use crate::model::identity::{Identity, Language};
use crate::report::{PackError, Problem};
use crate::source::Sources;
use crate::table::{Row, Table};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    pack: Identity,
    #[serde(default)]
    language: Vec<Language>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    weekend: Vec<Weekday>,
    #[serde(default)]
    ics: Vec<String>,
    #[serde(default)]
    hours: Vec<OfficeHours>,
    #[serde(default)]
    holiday: Vec<FixedHoliday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawFile {
    #[serde(default = "Vec::new")]
    law: Vec<Spanned<crate::Law>>,
    #[serde(default = "Vec::new")]
    article: Vec<Spanned<crate::Article>>,
    #[serde(default = "Vec::new")]
    penalty: Vec<Spanned<crate::Penalty>>,
}

/// A file with rows of one kind. The key is not known to serde, so the file is read as a map with one entry.
#[derive(Deserialize)]
#[serde(transparent)]
struct RowsFile<T>(std::collections::BTreeMap<String, Vec<Spanned<T>>>);

struct Loader {
    sources: Sources,
    problems: Vec<Problem>,
}

impl Loader {
    fn fault(&mut self, file: &str, line: usize, message: impl Into<String>) {
        self.problems.push(Problem { file: file.to_owned(), line, message: message.into() });
    }

    fn read<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let Some(text) = self.sources.get(file) else {
            self.fault(file, 0, "the file is missing");
            return None;
        };
        match toml::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let line = self.sources.line(file, error.span().map_or(0, |span| span.start));
                self.fault(file, line, error.message().trim().to_owned());
                None
            }
        }
    }

    fn rows<T: Row + DeserializeOwned>(&mut self) -> Table<T> {
        let Some(RowsFile(mut map)) = self.read::<RowsFile<T>>(T::FILE) else {
            return Table::default();
        };
        let rows = map.remove(T::TABLE).unwrap_or_default();
        for (key, other) in map {
            let line = self.sources.line(T::FILE, other.first().map_or(0, |row| row.span().start));
            self.fault(T::FILE, line, format!("unknown table `{key}`, expected `[[{}]]`", T::TABLE));
        }
        if rows.is_empty() {
            self.fault(T::FILE, 0, format!("the file has no `[[{}]]`", T::TABLE));
        }
        Table::new(rows)
    }

    fn calendar(&mut self) -> Calendar {
        let file: CalendarFile = self.read("calendar.toml").unwrap_or_default();
        let mut movable: Vec<MovableHoliday> = Vec::new();
        for path in &file.ics {
            match self.sources.get(path).map(ics::holidays) {
                Some(Ok(days)) => movable.extend(days),
                Some(Err((line, message))) => self.fault(path, line, message),
                None => {
                    let line = self.sources.line_of("calendar.toml", 0, None, path);
                    self.fault("calendar.toml", line, format!("the file {path} is missing"));
                }
            }
        }
        Calendar { weekend: file.weekend, hours: file.hours, fixed: file.holiday, movable }
    }

    fn tables(&mut self) -> Tables {
        let mut tables = Tables {
            agencies: self.rows(),
            channels: self.rows(),
            checklists: self.rows(),
            deadlines: self.rows(),
            documents: self.rows(),
            entitlements: self.rows(),
            figures: self.rows(),
            filers: self.rows(),
            governorates: self.rows(),
            grounds: self.rows(),
            hazards: self.rows(),
            holders: self.rows(),
            hotlines: self.rows(),
            kinds: self.rows(),
            leaving_reasons: self.rows(),
            measures: self.rows(),
            offices: self.rows(),
            outcomes: self.rows(),
            rates: self.rows(),
            reasons: self.rows(),
            regimes: self.rows(),
            retentions: self.rows(),
            roles: self.rows(),
            sectors: self.rows(),
            services: self.rows(),
            steps: self.rows(),
            topics: self.rows(),
            ..Tables::default()
        };
        if let Some(law) = self.read::<LawFile>("law.toml") {
            tables.laws = Table::new(law.law);
            tables.articles = Table::new(law.article);
            tables.penalties = Table::new(law.penalty);
        }
        tables
    }
}

/// Reads all files; the faults of reading come before those of meaning.
pub fn load(sources: Sources) -> Result<Pack, PackError> {
    let mut loader = Loader { sources, problems: Vec::new() };
    let file: Option<PackFile> = loader.read("pack.toml");
    let calendar = loader.calendar();
    let tables = loader.tables();
    let zone = file.as_ref().and_then(|file| match file.pack.zone.parse::<chrono_tz::Tz>() {
        Ok(zone) => Some(zone),
        Err(_) => {
            let line = loader.sources.line_of("pack.toml", 0, None, &file.pack.zone);
            loader.fault("pack.toml", line, format!("`{}` is no zone of the IANA list", file.pack.zone));
            None
        }
    });
    let (Some(file), Some(zone), true) = (file, zone, loader.problems.is_empty()) else {
        return Err(PackError::new(loader.problems));
    };
    let hash = loader.sources.hash();
    let stamp = format!("{} {} sha256:{hash}", file.pack.id, file.pack.version);
    Ok(Pack {
        identity: file.pack,
        zone,
        hash,
        stamp,
        languages: file.language,
        calendar,
        tables,
        sources: loader.sources,
        audio: crate::Audio::default(),
    })
}
