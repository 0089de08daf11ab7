//! How well the lexicons do on texts of which it is known what they say. Counts are exact; shares are per mille.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::learned::URGENT;
use super::load::Screener;
use super::{Input, Level, Profile, TextIn};

/// A line of the file: a text, and what it says.
#[derive(Debug, Deserialize)]
pub(crate) struct Narrative {
    #[serde(default)]
    id: String,
    /// BCP 47.
    pub lang: String,
    /// The words.
    pub text: String,
    /// ILO's indicators that it tells of.
    pub indicators: BTreeSet<String>,
    /// It tells of danger now.
    pub urgent: bool,
}

/// The lines of JSON of a file, empty ones left out, each with its number from 1.
///
/// # Errors
/// Of a line that is none of these: its number, and why.
pub(crate) fn json_lines<T: serde::de::DeserializeOwned>(
    lines: &str,
) -> impl Iterator<Item = Result<(usize, T), String>> {
    lines.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(|(line, number)| {
        let told = serde_json::from_str(line).map_err(|error| format!("line {number}: {error}"))?;
        Ok((number, told))
    })
}

/// Right, wrongly found and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Found, and there.
    pub right: u32,
    /// Found, and not there.
    pub wrong: u32,
    /// There, and not found.
    pub missed: u32,
}

/// So many of a thousand; all of nothing.
fn share(part: u32, whole: u32) -> u32 {
    (part * 1000 + whole / 2).checked_div(whole).unwrap_or(1000)
}

impl Count {
    fn see(&mut self, there: bool, found: bool) {
        match (there, found) {
            (true, true) => self.right += 1,
            (false, true) => self.wrong += 1,
            (true, false) => self.missed += 1,
            (false, false) => {}
        }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    /// How many there are to be found.
    #[must_use]
    pub fn n(self) -> u32 {
        self.right + self.missed
    }

    /// Of what was found, how much is there; per mille.
    #[must_use]
    pub fn precision(self) -> u32 {
        share(self.right, self.right + self.wrong)
    }

    /// Of what is there, how much was found; per mille.
    #[must_use]
    pub fn recall(self) -> u32 {
        share(self.right, self.n())
    }

    /// The harmonic mean of both; per mille.
    #[must_use]
    pub fn f1(self) -> u32 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }
}

/// What one language did, or all together.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// Texts.
    pub texts: u32,
    /// By indicator.
    pub indicators: BTreeMap<String, Count>,
    /// Danger now.
    pub urgent: Count,
}

impl Marks {
    /// All indicators together.
    #[must_use]
    pub fn all(&self) -> Count {
        let mut all = Count::default();
        self.indicators.values().for_each(|count| all.add(*count));
        all
    }

    fn add(&mut self, other: &Self) {
        self.texts += other.texts;
        self.urgent.add(other.urgent);
        for (name, count) in &other.indicators {
            self.indicators.entry(name.clone()).or_default().add(*count);
        }
    }
}

/// A text of which the lexicons say something else than is known.
#[derive(Debug, Clone, Serialize)]
pub struct Amiss {
    /// Its name.
    pub id: String,
    /// The words.
    pub text: String,
    /// What is there and was not found.
    pub missed: Vec<String>,
    /// What was found and is not there: indicator, entry, words.
    pub wrong: Vec<(String, String, String)>,
}

/// What an evaluation found.
#[derive(Debug, Clone, Default)]
pub struct Evaluation {
    /// By language.
    pub languages: BTreeMap<String, Marks>,
    /// Texts with something amiss.
    pub amiss: Vec<Amiss>,
}

impl Evaluation {
    /// All languages together.
    #[must_use]
    pub fn all(&self) -> Marks {
        let mut all = Marks::default();
        self.languages.values().for_each(|marks| all.add(marks));
        all
    }

    /// As a table for people.
    #[must_use]
    pub fn table(&self) -> String {
        let share = |mille: u32| format!("{}.{:03}", mille / 1000, mille % 1000);
        let row = |language: &str, name: &str, count: Count| {
            let (precision, recall, f1) =
                (share(count.precision()), share(count.recall()), share(count.f1()));
            format!("{language:<5} {name:<40} {:>5} {precision:>9} {recall:>7} {f1:>7}", count.n())
        };
        let mut lines =
            vec![format!("{:<5} {:<40} {:>5} {:>9} {:>7} {:>7}", "", "", "n", "precision", "recall", "F1")];
        let all = self.all();
        let each = self.languages.iter().map(|(language, marks)| (language.as_str(), marks));
        for (language, marks) in each.chain([("all", &all)]) {
            let names = marks.indicators.iter().map(|(name, count)| row(language, name, *count));
            lines.extend(names);
            lines.push(row(language, "indicators", marks.all()));
            lines.push(row(language, URGENT, marks.urgent));
        }
        lines.join("\n")
    }

    /// As JSON: by language and for `all`: `texts`, `indicators`, `micro`, `urgent`, each with n, precision, recall, f1.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        let share = |mille: u32| f64::from(mille) / 1000.0;
        let count = |count: Count| {
            serde_json::json!({
                "n": count.n(),
                "right": count.right,
                "wrong": count.wrong,
                "missed": count.missed,
                "precision": share(count.precision()),
                "recall": share(count.recall()),
                "f1": share(count.f1()),
            })
        };
        let marks = |marks: &Marks| {
            let names: BTreeMap<&String, _> =
                marks.indicators.iter().map(|(name, of)| (name, count(*of))).collect();
            serde_json::json!({
                "texts": marks.texts,
                "indicators": names,
                "micro": count(marks.all()),
                "urgent": count(marks.urgent),
            })
        };
        let languages: BTreeMap<&String, _> =
            self.languages.iter().map(|(tag, of)| (tag, marks(of))).collect();
        serde_json::json!({ "languages": languages, "all": marks(&self.all()) })
    }
}

/// What texts alone would ask of people, by level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// Texts.
    pub texts: u64,
    /// Texts of which the level is this.
    pub levels: BTreeMap<Level, u64>,
}

/// The same of a whole history, and of each office that its lines name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpectedByOffice {
    /// All texts.
    pub all: Expected,
    /// Those of an office, by its code.
    pub offices: BTreeMap<String, Expected>,
}

impl Expected {
    fn add(&mut self, level: Option<Level>) {
        self.texts += 1;
        if let Some(level) = level {
            *self.levels.entry(level).or_default() += 1;
        }
    }

    /// Texts that would raise a flag.
    #[must_use]
    pub fn flags(&self) -> u64 {
        self.above(Level::LookCloser)
    }

    /// Texts of a higher level than this.
    #[must_use]
    pub fn above(&self, than: Level) -> u64 {
        self.levels.iter().filter(|(level, _)| **level > than).map(|(_, count)| count).sum()
    }

    /// Of so many, at the same share, how many; in tenths, rounded up.
    #[must_use]
    pub fn tenths_of(&self, count: u64, of: u64) -> u64 {
        count.saturating_mul(of).saturating_mul(10).div_ceil(self.texts.max(1))
    }
}

impl Screener {
    /// What the words of texts (lines of JSON with `lang` and `text`, and `office` where that is known) would ask of people by
    /// themselves.
    ///
    /// # Errors
    /// The first line that is none, with its number.
    pub fn expected(&self, lines: &str) -> Result<ExpectedByOffice, String> {
        #[derive(Deserialize)]
        struct Line {
            lang: String,
            text: String,
            #[serde(default)]
            office: Option<String>,
        }
        let mut expected = ExpectedByOffice::default();
        for line in json_lines(lines) {
            let (_, told): (usize, Line) = line?;
            let found = self.assess(&Input {
                texts: vec![TextIn { id: Uuid::nil(), language: told.lang, body: told.text }],
                answers: Vec::new(),
                profile: Profile::Unknown,
                kind_screens: false,
                declared_danger: false,
                on: NaiveDate::MAX,
            });
            expected.all.add(found.level);
            if let Some(office) = told.office {
                expected.offices.entry(office).or_default().add(found.level);
            }
        }
        Ok(expected)
    }

    /// Evaluates the lexicons on lines of JSON, each with `lang`, `text`, `indicators` and `urgent`.
    ///
    /// # Errors
    /// The first line that is none, with its number.
    pub fn evaluate(&self, lines: &str) -> Result<Evaluation, String> {
        let mut evaluation = Evaluation::default();
        for line in json_lines(lines) {
            let (at, told): (usize, Narrative) = line?;
            // A name that is misspelt would be measured as one that nothing ever finds.
            if let Some(other) = told.indicators.iter().find(|name| !self.names(name)) {
                return Err(format!("line {at}: `{other}` is no indicator of this pack"));
            }
            let found = self.assess(&Input {
                texts: vec![TextIn { id: Uuid::nil(), language: told.lang.clone(), body: told.text.clone() }],
                answers: Vec::new(),
                profile: Profile::Adult,
                kind_screens: false,
                declared_danger: false,
                on: NaiveDate::MAX,
            });
            let suggested: BTreeSet<String> = found.suggested.iter().cloned().collect();
            let marks = evaluation.languages.entry(told.lang).or_default();
            marks.texts += 1;
            for name in told.indicators.union(&suggested) {
                let (there, seen) = (told.indicators.contains(name), suggested.contains(name));
                marks.indicators.entry(name.clone()).or_default().see(there, seen);
            }
            marks.urgent.see(told.urgent, found.urgent);
            let mut missed: Vec<String> = told.indicators.difference(&suggested).cloned().collect();
            missed.extend((told.urgent && !found.urgent).then(|| URGENT.to_owned()));
            let wrong: Vec<_> = found
                .hits
                .into_iter()
                .filter(|hit| {
                    (hit.urgent && !told.urgent)
                        || !(hit.doubtful
                            || hit.indicator.is_empty()
                            || told.indicators.contains(&hit.indicator))
                })
                .map(|hit| (hit.indicator, hit.why, hit.phrase))
                .collect();
            if !(missed.is_empty() && wrong.is_empty()) {
                evaluation.amiss.push(Amiss { id: told.id, text: told.text, missed, wrong });
            }
        }
        Ok(evaluation)
    }

    /// What the lexicons catch, spelled out: language, entry, words, and whether these words are indeed hit.
    #[must_use]
    pub fn spelled(&self) -> Vec<(String, String, String, bool)> {
        self.lexicons
            .iter()
            .flat_map(|lexicon| {
                let spelled = lexicon.spelled().into_iter();
                spelled.map(|(entry, words, hit)| (lexicon.language.clone(), entry, words, hit))
            })
            .collect()
    }
}
