//! Rows with a code, and the tables that hold them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// The Fluent id of a row: `label("governorate", "XA-AB")` is `governorate-xa-ab`.
///
/// Codes may hold capitals, underscores and dots; ids are kebab-case.
pub fn label(prefix: &str, code: &str) -> String {
    let code: String =
        code.chars().map(|c| if c == '_' || c == '.' { '-' } else { c.to_ascii_lowercase() }).collect();
    format!("{prefix}-{code}")
}

/// Who reads a label, and so in which languages it must exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// In `worker-*.ftl`, in every language offered to workers; staff read it too.
    Worker,
    /// In `staff-*.ftl`, in every staff language.
    Staff,
}

/// A table that rows of other tables point into by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the table of that name")]
pub enum Target {
    Agency,
    Article,
    Channel,
    Deadline,
    Document,
    Governorate,
    Hazard,
    Kind,
    Law,
    Measure,
    Office,
    Regime,
    Role,
    Sector,
    Service,
}

/// A row of a pack's table.
pub trait Row {
    /// What the table is called in messages and, in TOML, in `[[…]]`.
    const TABLE: &'static str;
    /// The file it stands in.
    const FILE: &'static str;

    /// The code, which never changes its meaning.
    fn code(&self) -> &str;

    /// What must be unique among rows that hold on the same day.
    fn key(&self) -> String {
        self.code().to_owned()
    }

    /// The days on which the row holds, both included; `None` for rows without dates.
    fn period(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        None
    }

    /// Has a person compared the row with its source?
    fn verified(&self) -> bool {
        true
    }

    /// Codes of other tables that the row names.
    fn links(&self) -> Vec<(Target, &str)> {
        Vec::new()
    }

    /// The Fluent ids that must exist for the row.
    fn labels(&self) -> Vec<(Side, String)> {
        Vec::new()
    }

    /// Does the row hold on this day?
    fn holds(&self, on: NaiveDate) -> bool {
        self.period().is_none_or(|(from, until)| from <= on && until.is_none_or(|until| on <= until))
    }
}

/// The rows of one kind, in the order of the file, found by code.
#[derive(Debug, Clone)]
pub struct Table<T> {
    rows: Vec<T>,
    starts: Vec<usize>,
    index: BTreeMap<String, Vec<usize>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), starts: Vec::new(), index: BTreeMap::new() }
    }
}

impl<T: Row> Table<T> {
    pub(crate) fn new(rows: Vec<toml::Spanned<T>>) -> Self {
        let mut table = Self::default();
        for (at, row) in rows.into_iter().enumerate() {
            table.starts.push(row.span().start);
            let row = row.into_inner();
            table.index.entry(row.code().to_owned()).or_default().push(at);
            table.rows.push(row);
        }
        table
    }

    /// All rows, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Is the table empty?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Is there a row with this code?
    pub fn has(&self, code: &str) -> bool {
        self.index.contains_key(code)
    }

    /// The row with this code; of a dated table, the first in the file.
    pub fn get(&self, code: &str) -> Option<&T> {
        self.all(code).next()
    }

    /// The row with this code that holds on a day.
    pub fn on(&self, code: &str, day: NaiveDate) -> Option<&T> {
        self.all(code).find(|row| row.holds(day))
    }

    /// All rows with this code, whatever their dates.
    pub fn all(&self, code: &str) -> impl Iterator<Item = &T> {
        self.index.get(code).into_iter().flatten().filter_map(|at| self.rows.get(*at))
    }

    /// Each row with the bytes of its file at which it starts and the next one starts.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (&T, usize, Option<usize>)> {
        let ends = self.starts.iter().skip(1).map(|end| Some(*end)).chain(std::iter::once(None));
        self.rows.iter().zip(&self.starts).zip(ends).map(|((row, start), end)| (row, *start, end))
    }
}

impl<'a, T: Row> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
