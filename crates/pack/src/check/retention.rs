//! The schedule of what is kept: every class has its row, ends as the program can end it, and says truly what stays and
//! what goes.

use std::collections::BTreeSet;

use super::Faults;
use crate::model::retention::Ends;
use crate::table::Row;

const FILE: &str = "retention.toml";

/// A class of records: how it may end, what of it stays, what is destroyed.
type Class = (&'static str, &'static [Ends], &'static [&'static str], &'static [&'static str]);

/// The classes of records that the program keeps.
pub const RETAINED: [Class; 18] = {
    use Ends::{ByItself, Kept, TwoPeople, WithComplaint};
    const CODED: &[&str] = &["codes", "history", "audit", "tombstone"];
    const TOLD: &[&str] =
        &["words", "names", "contact", "answers", "claims", "traces", "receipts", "links", "reference"];
    [
        ("complaint-closed", &[TwoPeople], CODED, TOLD),
        ("complaint-withdrawn", &[TwoPeople], CODED, TOLD),
        ("evidence", &[WithComplaint], &[], &["files", "words"]),
        ("messages", &[WithComplaint], &["history"], &["words", "contact"]),
        ("call-logs", &[WithComplaint], &["history"], &["notes"]),
        ("interview", &[WithComplaint], &["history"], &["answers"]),
        ("mediation", &[WithComplaint], &["history"], &["notes"]),
        ("wages", &[WithComplaint], &["history"], &["claims"]),
        ("flag", &[WithComplaint], &["codes", "history"], &["words", "reference"]),
        (
            "referral-case",
            &[WithComplaint],
            &["codes", "history"],
            &["words", "names", "contact", "reference"],
        ),
        ("visit-record", &[Kept], &["codes", "history", "words"], &[]),
        ("text-draft", &[ByItself], &["history"], &["words", "contact", "reference"]),
        ("call-back", &[ByItself], &["history"], &["contact", "reference"]),
        ("advert-clear", &[ByItself], &["codes", "history"], &["words", "contact", "traces", "reference"]),
        (
            "advert-marked",
            &[ByItself],
            &["codes", "history"],
            &["words", "contact", "traces", "notes", "reference"],
        ),
        ("audit", &[Kept], &["audit"], &[]),
        ("sessions", &[ByItself], &["audit"], &["sign-ins"]),
        ("jobs", &[ByItself], &["audit"], &["chores"]),
    ]
};

/// Classes without a row, rows of no class, times that are missing, and what a row says falsely.
pub fn check(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for (code, ..) in RETAINED {
        if !pack.tables.retentions.has(code) {
            faults.at(FILE, 0, format!("the class `{code}` has no row"));
        }
    }
    for (row, start, end) in pack.tables.retentions.placed() {
        let line = |needle: &str| pack.sources.line_of(FILE, start, end, needle);
        let code = row.code();
        let Some((_, ends, kept, gone)) = RETAINED.iter().find(|(class, ..)| *class == code) else {
            faults.at(FILE, line(code), format!("`{code}` is no class of records"));
            continue;
        };
        if !ends.contains(&row.ends) {
            let may = ends.iter().map(|ends| ends.code()).collect::<Vec<_>>().join(", ");
            faults.at(FILE, line("ends"), format!("the class `{code}` can only end so: {may}"));
        }
        let timed = matches!(row.ends, Ends::TwoPeople | Ends::ByItself);
        match (row.months, row.days) {
            (Some(_), Some(_)) => {
                faults.at(
                    FILE,
                    line("days"),
                    format!("`{code}` names months and days: one of them is enough"),
                );
            }
            (None, None) if timed => {
                faults.at(FILE, line(code), format!("`{code}` names neither `months` nor `days`"));
            }
            (Some(0), None) | (None, Some(0)) => {
                faults.at(FILE, line(code), format!("`{code}` is kept for no time at all"));
            }
            _ => {}
        }
        for (said, true_of_it, what) in [(&row.kept, *kept, "kept"), (&row.destroyed, *gone, "destroyed")] {
            let said: BTreeSet<&str> = said.iter().map(String::as_str).collect();
            let is: BTreeSet<&str> = true_of_it.iter().copied().collect();
            if said != is {
                let is = true_of_it.join("\", \"");
                let is = if is.is_empty() { String::new() } else { format!("\"{is}\"") };
                faults.at(FILE, line(what), format!("of `{code}` is {what}: [{is}]; the row says otherwise"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::Pack;

    /// The faults of the example when its schedule is changed.
    fn told(change: impl Fn(&str) -> String) -> Vec<String> {
        let pack = Pack::embedded("example").unwrap();
        let mut files: BTreeMap<String, String> =
            pack.sources().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        let schedule = change(&files["retention.toml"]);
        files.insert("retention.toml".to_owned(), schedule);
        match Pack::from_files(files) {
            Ok(_) => Vec::new(),
            Err(error) => error.problems().iter().map(|one| one.message.clone()).collect(),
        }
    }

    #[test]
    fn a_schedule_that_says_something_false_is_refused() {
        assert!(told(str::to_owned).is_empty());
        for (from, to, expected) in [
            ("code = \"jobs\"", "code = \"papers\"", "the class `jobs` has no row"),
            ("ends = \"two-people\"", "ends = \"by-itself\"", "can only end so: two-people"),
            ("\"traces\", ", "", "the row says otherwise"),
            ("months = 60", "months = 0", "kept for no time at all"),
            ("months = 60\n", "", "names neither"),
        ] {
            let faults = told(|text| {
                assert!(text.contains(from), "{from}");
                text.replacen(from, to, 1)
            });
            assert!(faults.iter().any(|fault| fault.contains(expected)), "{from}: {faults:?}");
        }
    }
}
