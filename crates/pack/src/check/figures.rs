//! Figures count events that exist, by what these carry.

use super::Faults;
use super::required::{COUNTED, EVENTS, LISTS};
use crate::model::figures::{Figure, FigureUnit};

const FILE: &str = "figures.toml";

/// Columns of every event, beside its dimensions.
const COLUMNS: [&str; 3] = ["to", "from", "office"];

pub fn check(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for (row, start, end) in pack.tables.figures.placed() {
        for (needle, message) in wrong(row) {
            let line = pack.sources.line_of(FILE, start, end, &needle);
            faults.at(FILE, line, format!("figure `{}` {message}", row.code));
        }
    }
    for event in COUNTED {
        if !pack.tables.figures.iter().any(|row| row.event == event) {
            faults.at(FILE, 0, format!("no figure counts `{event}`"));
        }
    }
}

/// What is wrong with a row, each with the word at which it stands.
fn wrong(row: &Figure) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let Some((_, dimensions)) = EVENTS.iter().find(|(event, _)| *event == row.event) else {
        return vec![("event".to_owned(), format!("counts `{}`, which is no event", row.event))];
    };
    for name in row.holds.keys().chain(&row.sum).filter(|name| !dimensions.contains(&name.as_str())) {
        found.push((name.clone(), format!("asks for `{name}`, which `{}` does not carry", row.event)));
    }
    if let Some(group) = &row.group
        && !COLUMNS.contains(&group.as_str())
        && !dimensions.contains(&group.as_str())
    {
        found
            .push(("group".to_owned(), format!("groups by `{group}`, which `{}` does not carry", row.event)));
    }
    if row.group.is_some() != row.labels.is_some() {
        found.push(("group".to_owned(), "needs `group` and `labels` together".to_owned()));
    }
    if (row.unit == FigureUnit::Sum) != row.sum.is_some() {
        found.push(("unit".to_owned(), "needs `sum` with the unit `sum`, and only with it".to_owned()));
    }
    if row.chart && row.group.is_none() {
        found.push(("chart".to_owned(), "has nothing to draw: it has no `group`".to_owned()));
    }
    if !LISTS.contains(&row.list.as_str()) {
        found.push(("list".to_owned(), format!("leads to `{}`, which is no list", row.list)));
    }
    found
}
