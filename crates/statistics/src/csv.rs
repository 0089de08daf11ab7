//! The figures as a table for spreadsheets: codes and labels, one line a number. UTF-8 with the mark by which
//! spreadsheets know it; a cell that a spreadsheet would take for a formula is quoted as text.

use haqqi_language::strip_isolation;
use haqqi_web::Page;

use crate::model::{Counted, Figures};

/// Spreadsheets read the file as UTF-8 because of it.
const MARK: &str = "\u{feff}";

/// One cell, always in double quotes. What begins like a formula is preceded by an apostrophe.
fn cell(text: &str) -> String {
    let plain = strip_isolation(text);
    let formula =
        plain.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
            || plain.starts_with(['\t', '\r', '\n']);
    let plain = plain.replace('"', "\"\"");
    if formula { format!("\"'{plain}\"") } else { format!("\"{plain}\"") }
}

fn line(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// How a group is called: by its label, a language by its own name.
pub(crate) fn called(page: &Page, counted: &Counted, code: &str) -> String {
    if code.is_empty() {
        return page.t("statistics-not-said");
    }
    match counted.figure.labels.as_deref() {
        Some("language") => page.language_name(code),
        Some(prefix) => page.label(prefix, code),
        None => code.to_owned(),
    }
}

fn number(page: &Page, count: Option<u64>) -> String {
    count.map_or_else(|| page.tn("statistics-few", "count", crate::FEWEST), |count| count.to_string())
}

/// The figures as CSV, in the page's language.
#[must_use]
pub fn csv(page: &Page, figures: &Figures) -> String {
    let mut out = MARK.to_owned();
    let (from, to) = (figures.period.from.to_string(), figures.period.to.to_string());
    let office = figures.office.clone().unwrap_or_default();
    let office_label =
        if office.is_empty() { page.t("statistics-all-offices") } else { page.label("office", &office) };
    let heads = [
        "from",
        "to",
        "office",
        "office-label",
        "figure",
        "figure-label",
        "unit",
        "group",
        "group-label",
        "count",
    ];
    line(&mut out, &heads);
    let mut row = |figure: &str, label: &str, unit: &str, group: &str, group_label: &str, count: &str| {
        line(&mut out, &[&from, &to, &office, &office_label, figure, label, unit, group, group_label, count]);
    };
    let cohort = &figures.cohort;
    let name = page.t("statistics-cohort");
    row("cohort", &name, "cases", "received", &page.t("statistics-received"), &number(page, cohort.received));
    for group in &cohort.closed {
        let label = page.label("outcome", &group.code);
        row("cohort", &name, "cases", &group.code, &label, &number(page, group.count));
    }
    row("cohort", &name, "cases", "open", &page.t("statistics-open"), &number(page, cohort.open));
    for counted in &figures.figures {
        let figure = &counted.figure;
        let (name, unit) = (page.label("figure", &figure.code), figure.unit.code());
        row(&figure.code, &name, unit, "", &page.t("statistics-all"), &number(page, counted.total));
        for group in &counted.groups {
            let label = called(page, counted, &group.code);
            row(&figure.code, &name, unit, &group.code, &label, &number(page, group.count));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_becomes_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell(" @SUM(A1)"), "\"' @SUM(A1)\"");
        assert_eq!(cell("-2"), "\"'-2\"");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("\u{2068}الأجور\u{2069}"), "\"الأجور\"");
    }
}
