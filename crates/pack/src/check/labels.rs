//! Every code has its words in every language that needs them.

use std::collections::{BTreeMap, BTreeSet};

use super::required::{STAFF_WORDS, WORKER_WORDS};
use super::{Faults, Visitor, each_table};
use crate::table::{Row, Side, Table, label};

/// A row's file and line, for each id that it needs.
#[derive(Default)]
struct Needed<'a> {
    sources: Option<&'a crate::source::Sources>,
    ids: BTreeMap<(Side, String), (&'static str, usize)>,
}

impl Visitor for Needed<'_> {
    fn table<T: Row>(&mut self, table: &Table<T>) {
        for (row, start, _) in table.placed() {
            let line = self.sources.map_or(0, |sources| sources.line(T::FILE, start));
            for key in row.labels() {
                self.ids.entry(key).or_insert((T::FILE, line));
            }
        }
    }
}

/// Missing labels, ids written twice, languages without files.
pub fn check(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    let mut needed = Needed { sources: Some(&pack.sources), ids: BTreeMap::new() };
    each_table(pack, &mut needed);
    for word in WORKER_WORDS {
        needed.ids.insert((Side::Worker, word.to_owned()), ("pack.toml", 1));
    }
    for word in STAFF_WORDS {
        needed.ids.insert((Side::Staff, word.to_owned()), ("pack.toml", 1));
    }
    let holidays = pack.calendar.fixed.iter().map(|day| day.code.as_str());
    for code in holidays.chain(pack.calendar.movable.iter().map(|day| day.code.as_str())) {
        let line = pack.sources.line_of("calendar.toml", 0, None, code);
        needed.ids.entry((Side::Staff, label("holiday", code))).or_insert(("calendar.toml", line));
    }

    for code in pack.calendar.hours.iter().map(|hours| hours.code.as_str()) {
        let line = pack.sources.line_of("calendar.toml", 0, None, code);
        needed.ids.entry((Side::Worker, label("hours", code))).or_insert(("calendar.toml", line));
    }

    let staff: BTreeSet<&str> = pack.identity.staff_languages.iter().map(String::as_str).collect();
    let workers: BTreeSet<&str> = pack.languages.iter().map(|language| language.tag.as_str()).collect();
    for tag in staff.union(&workers) {
        let (on_worker, on_staff) = ids(faults, tag);
        for ((side, id), (file, line)) in &needed.ids {
            let (present, name) = match side {
                Side::Worker => (on_worker.contains(id), "worker"),
                Side::Staff if staff.contains(tag) => (on_staff.contains(id), "staff"),
                Side::Staff => continue,
            };
            if !present {
                faults.at(file, *line, format!("the label `{id}` is missing in locales/{tag}/{name}-*.ftl"));
            }
        }
    }
}

/// The ids of a language's worker files and staff files; a message with no text does not count.
fn ids(faults: &mut Faults<'_>, tag: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let pack = faults.pack;
    let (mut worker, mut staff) = (BTreeSet::new(), BTreeSet::new());
    for (_, file, text) in pack.messages().filter(|(of, ..)| *of == tag) {
        let path = format!("locales/{tag}/{file}");
        let set = match file {
            file if file.starts_with("worker-") => &mut worker,
            file if file.starts_with("staff-") => &mut staff,
            _ => {
                faults.at(&path, 0, "a file of messages is called worker-….ftl or staff-….ftl");
                continue;
            }
        };
        for (line, id) in messages(text) {
            if !set.insert(id.to_owned()) {
                faults.at(&path, line, format!("`{id}` stands twice"));
            }
        }
    }
    for id in worker.intersection(&staff) {
        faults.at(
            &format!("locales/{tag}/staff-pack.ftl"),
            0,
            format!("`{id}` is among the worker messages too"),
        );
    }
    (worker, staff)
}

/// Each message with a value: line (from 1) and id.
fn messages(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((at, line)) = lines.next() {
        let Some((id, value)) = line.split_once('=') else {
            continue;
        };
        let id = id.trim_end();
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if !id.starts_with(|c: char| c.is_ascii_alphabetic()) || !id.chars().all(fits) {
            continue;
        }
        let goes_on = lines.peek().is_some_and(|(_, next)| {
            next.starts_with(' ') && !next.trim().is_empty() && !next.trim_start().starts_with('.')
        });
        if !value.trim().is_empty() || goes_on {
            found.push((at + 1, id));
        }
    }
    found
}
