//! What must be true of a pack beyond its form.

use crate::pack::{Pack, Unverified};
use crate::report::Problem;
use crate::table::{Row, Table, Target};

mod figures;
mod labels;
pub mod required;
pub mod retention;
mod rules;
mod wages;

/// All faults of meaning.
pub fn check(pack: &Pack) -> Vec<Problem> {
    let mut faults = Faults { pack, problems: Vec::new() };
    each_table(pack, &mut Rows(&mut faults));
    rules::check(&mut faults);
    figures::check(&mut faults);
    wages::check(&mut faults);
    retention::check(&mut faults);
    labels::check(&mut faults);
    faults.problems
}

/// All rows without approval.
pub fn unverified(pack: &Pack) -> Vec<Unverified> {
    let mut found = Found { pack, rows: Vec::new() };
    each_table(pack, &mut found);
    let calendar = |line, code: &str| Unverified {
        file: "calendar.toml".to_owned(),
        line,
        table: "calendar",
        code: code.to_owned(),
    };
    let line = |code: &str| pack.sources.line_of("calendar.toml", 0, None, code);
    found.rows.extend(
        pack.calendar
            .hours
            .iter()
            .filter(|row| !row.verified)
            .map(|row| calendar(line(&row.code), &row.code)),
    );
    found.rows.extend(
        pack.calendar
            .fixed
            .iter()
            .filter(|row| !row.verified)
            .map(|row| calendar(line(&row.code), &row.code)),
    );
    found.rows.extend(
        pack.calendar
            .movable
            .iter()
            .filter(|row| !row.verified)
            .map(|row| calendar(line("ics"), &format!("{} {}", row.code, row.from))),
    );
    found.rows
}

/// Something done to every table, whatever its rows.
trait Visitor {
    fn table<T: Row>(&mut self, table: &Table<T>);
}

fn each_table(pack: &Pack, visitor: &mut impl Visitor) {
    let tables = &pack.tables;
    visitor.table(&tables.agencies);
    visitor.table(&tables.articles);
    visitor.table(&tables.channels);
    visitor.table(&tables.checklists);
    visitor.table(&tables.deadlines);
    visitor.table(&tables.documents);
    visitor.table(&tables.entitlements);
    visitor.table(&tables.figures);
    visitor.table(&tables.filers);
    visitor.table(&tables.governorates);
    visitor.table(&tables.grounds);
    visitor.table(&tables.hazards);
    visitor.table(&tables.holders);
    visitor.table(&tables.hotlines);
    visitor.table(&tables.kinds);
    visitor.table(&tables.laws);
    visitor.table(&tables.leaving_reasons);
    visitor.table(&tables.measures);
    visitor.table(&tables.offices);
    visitor.table(&tables.outcomes);
    visitor.table(&tables.penalties);
    visitor.table(&tables.rates);
    visitor.table(&tables.reasons);
    visitor.table(&tables.regimes);
    visitor.table(&tables.retentions);
    visitor.table(&tables.roles);
    visitor.table(&tables.sectors);
    visitor.table(&tables.services);
    visitor.table(&tables.steps);
    visitor.table(&tables.topics);
}

/// Faults as they are found.
pub struct Faults<'a> {
    pack: &'a Pack,
    problems: Vec<Problem>,
}

impl Faults<'_> {
    fn at(&mut self, file: &str, line: usize, message: impl Into<String>) {
        self.problems.push(Problem { file: file.to_owned(), line, message: message.into() });
    }

    /// A fault on the first line of a file that holds `"needle"` or `needle =`.
    fn on(&mut self, file: &str, needle: &str, message: impl Into<String>) {
        let line = self.pack.sources.line_of(file, 0, None, needle);
        self.at(file, line, message);
    }

    fn has(&self, target: Target, code: &str) -> bool {
        let tables = &self.pack.tables;
        match target {
            Target::Agency => tables.agencies.has(code),
            Target::Article => tables.articles.has(code),
            Target::Channel => tables.channels.has(code),
            Target::Deadline => tables.deadlines.has(code),
            Target::Document => tables.documents.has(code),
            Target::Governorate => tables.governorates.has(code),
            Target::Hazard => tables.hazards.has(code),
            Target::Kind => tables.kinds.has(code),
            Target::Law => tables.laws.has(code),
            Target::Measure => tables.measures.has(code),
            Target::Office => tables.offices.has(code),
            Target::Regime => tables.regimes.has(code),
            Target::Role => tables.roles.has(code),
            Target::Sector => tables.sectors.has(code),
            Target::Service => tables.services.has(code),
        }
    }
}

/// Duplicates, overlaps, ranges that end before they start, codes that lead nowhere.
struct Rows<'a, 'p>(&'a mut Faults<'p>);

impl Visitor for Rows<'_, '_> {
    fn table<T: Row>(&mut self, table: &Table<T>) {
        let faults = &mut *self.0;
        let placed: Vec<_> = table.placed().collect();
        for (at, (row, start, end)) in placed.iter().enumerate() {
            let code = row.code();
            let line = |needle: &str| faults.pack.sources.line_of(T::FILE, *start, *end, needle);
            let mut found = Vec::new();
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            if code.is_empty() || !code.chars().all(fits) {
                found.push((
                    line(code),
                    format!("the code `{code}` may hold letters, digits, `-`, `_` and `.` only"),
                ));
            }
            if let Some((from, Some(until))) = row.period()
                && until < from
            {
                found.push((line("until"), format!("{} `{code}` ends before it starts", T::TABLE)));
            }
            if placed.iter().take(at).any(|(other, ..)| clash(*other, *row)) {
                let what =
                    if row.period().is_some() { "holds twice on the same day" } else { "stands twice" };
                found.push((line(code), format!("{} `{}` {what}", T::TABLE, row.key().trim_end())));
            }
            for (target, to) in row.links() {
                if !faults.has(target, to) {
                    let message =
                        format!("{} `{code}` names {target:?} `{to}`, which is in no table", T::TABLE);
                    found.push((line(to), message));
                }
            }
            for (line, message) in found {
                faults.at(T::FILE, line, message);
            }
        }
    }
}

fn clash<T: Row>(one: &T, other: &T) -> bool {
    if one.key() != other.key() {
        return false;
    }
    match (one.period(), other.period()) {
        (Some((a, a_end)), Some((b, b_end))) => {
            a_end.is_none_or(|end| b <= end) && b_end.is_none_or(|end| a <= end)
        }
        _ => true,
    }
}

struct Found<'a> {
    pack: &'a Pack,
    rows: Vec<Unverified>,
}

impl Visitor for Found<'_> {
    fn table<T: Row>(&mut self, table: &Table<T>) {
        for (row, start, _) in table.placed().filter(|(row, ..)| !row.verified()) {
            self.rows.push(Unverified {
                file: T::FILE.to_owned(),
                line: self.pack.sources.line(T::FILE, start),
                table: T::TABLE,
                code: row.code().to_owned(),
            });
        }
    }
}
