//! The form of what is owed: facts as they are typed, and what was typed as facts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use haqqi_complaints::read_amount;
use haqqi_kernel::plain_digits;
use haqqi_wages::{Ending, Facts, FieldFault, MOST_MONTHS, Month, Nationality};
use haqqi_web::{Errors, Page};

/// Rows of months at first, and how many one press adds.
const FIRST: usize = 3;
const MORE: usize = 6;
/// The fields of a row.
const OF_A_ROW: [&str; 5] = ["month", "agreed", "received", "overtime", "rest"];
/// What is typed where something is not known.
const UNKNOWN: &str = "?";

/// What was typed: every value as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed(BTreeMap<String, String>);

/// A field of a row: its name in the form, what was typed, what is wrong with it.
pub(super) struct Cell {
    pub name: String,
    pub value: String,
    pub wrong: String,
}

/// A month as the form shows it.
pub(super) struct Row {
    pub number: usize,
    pub month: Cell,
    pub agreed: Cell,
    pub received: Cell,
    pub overtime: Cell,
    pub rest: Cell,
}

fn field(number: usize, what: &str) -> String {
    format!("m{number}-{what}")
}

impl Typed {
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The value of a field, or an empty text.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.insert(name.to_owned(), value);
        }
    }

    fn text(&self, name: &str) -> String {
        plain_digits(self.get(name)).trim().to_owned()
    }

    fn is_empty(&self, number: usize) -> bool {
        OF_A_ROW.iter().all(|what| self.get(&field(number, what)).trim().is_empty())
    }

    /// How many rows the form has.
    fn many(&self) -> usize {
        let filled = (1..=MOST_MONTHS).rev().find(|n| !self.is_empty(*n)).unwrap_or(0);
        self.get("rows").parse().unwrap_or(FIRST).max(filled).clamp(1, MOST_MONTHS)
    }

    /// Room for more months.
    pub(super) fn add_rows(&mut self) {
        let rows = self.many().saturating_add(MORE);
        self.0.insert("rows".to_owned(), rows.to_string());
    }

    /// The rows that the page shows.
    pub(super) fn rows(&self, errors: &Errors) -> Vec<Row> {
        let of = |number: usize, what: &str| {
            let name = field(number, what);
            let (value, wrong) = (self.get(&name).to_owned(), errors.of(&name).to_owned());
            Cell { name, value, wrong }
        };
        (1..=self.many())
            .map(|number| Row {
                number,
                month: of(number, "month"),
                agreed: of(number, "agreed"),
                received: of(number, "received"),
                overtime: of(number, "overtime"),
                rest: of(number, "rest"),
            })
            .collect()
    }

    /// Facts as they are typed.
    pub(super) fn from_facts(facts: &Facts, decimals: u8) -> Self {
        let mut typed = Self::default();
        let amount =
            |amount: Option<i64>| amount.map(|amount| plain_amount(amount, decimals)).unwrap_or_default();
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let yes = |fact: Option<bool>| fact.map_or("", |fact| if fact { "yes" } else { "no" });
        typed.set("regime", facts.regime.clone().unwrap_or_default());
        typed.set("nationality", facts.nationality.map_or("", Nationality::code));
        typed.set("began", day(facts.began));
        typed.set("ended", day(facts.ended));
        typed.set("ending", facts.ending.map_or("", Ending::code));
        typed.set("last_pay", amount(facts.last_pay));
        typed.set("leave_days", number(facts.leave_days));
        typed.set("notice_days", number(facts.notice_days));
        typed.set("insured", yes(facts.insured));
        typed.set("unfair", yes(facts.unfair));
        for (at, month) in facts.months.iter().enumerate() {
            let number = at + 1;
            typed.set(&field(number, "month"), month.month.clone());
            typed.set(&field(number, "agreed"), amount(month.agreed));
            typed.set(&field(number, "received"), amount(month.received));
            typed.set(&field(number, "overtime"), plain_hours(month.overtime));
            typed.set(&field(number, "rest"), plain_hours(month.rest));
        }
        typed.set("rows", (facts.months.len() + 1).max(FIRST).to_string());
        typed
    }

    /// What was typed as facts, with the row of each month; what cannot be read is said by its field.
    pub(super) fn facts(&self, page: &Page, decimals: u8, errors: &mut Errors) -> (Facts, Vec<usize>) {
        let mut wrong = |field: &str, id: &str| errors.add(page, field, id);
        let mut facts = Facts { regime: self.chosen("regime"), ..Facts::default() };
        facts.nationality =
            Nationality::ALL.into_iter().find(|nationality| nationality.code() == self.get("nationality"));
        facts.ending = Ending::from_code(self.get("ending"));
        for (name, known) in
            [("nationality", facts.nationality.is_some()), ("ending", facts.ending.is_some())]
        {
            if !known && !self.get(name).is_empty() {
                wrong(name, "common-error-choose");
            }
        }
        for (name, slot) in [("began", &mut facts.began), ("ended", &mut facts.ended)] {
            let text = self.text(name);
            *slot = text.parse().ok();
            if slot.is_none() && !text.is_empty() {
                wrong(name, "casework-wages-error-date");
            }
        }
        for (name, slot) in [("leave_days", &mut facts.leave_days), ("notice_days", &mut facts.notice_days)] {
            let text = self.text(name);
            *slot = text.parse().ok();
            if slot.is_none() && !text.is_empty() && text != UNKNOWN {
                wrong(name, "casework-wages-error-days");
            }
        }
        for (name, slot) in [("insured", &mut facts.insured), ("unfair", &mut facts.unfair)] {
            *slot = match self.get(name) {
                "yes" => Some(true),
                "no" => Some(false),
                "" => None,
                _ => {
                    wrong(name, "common-error-choose");
                    None
                }
            };
        }
        match self.amount("last_pay", decimals) {
            Some(amount) => facts.last_pay = amount,
            None => wrong("last_pay", "casework-wages-error-amount"),
        }
        let mut rows = Vec::new();
        for number in (1..=self.many()).filter(|number| !self.is_empty(*number)) {
            facts.months.push(self.month(number, decimals, &mut wrong));
            rows.push(number);
        }
        (facts, rows)
    }

    fn chosen(&self, name: &str) -> Option<String> {
        Some(self.get(name).to_owned()).filter(|value| !value.is_empty())
    }

    /// An amount; nothing where it cannot be read.
    fn amount(&self, name: &str, decimals: u8) -> Option<Option<i64>> {
        let text = self.get(name);
        if text.trim() == UNKNOWN { Some(None) } else { read_amount(text, decimals).ok() }
    }

    fn month(&self, number: usize, decimals: u8, wrong: &mut impl FnMut(&str, &str)) -> Month {
        let mut month = Month { month: self.text(&field(number, "month")), ..Month::default() };
        if month.month.is_empty() {
            wrong(&field(number, "month"), "casework-wages-error-month");
        }
        for (what, slot) in [("agreed", &mut month.agreed), ("received", &mut month.received)] {
            let name = field(number, what);
            match self.amount(&name, decimals) {
                Some(amount) => *slot = amount,
                None => wrong(&name, "casework-wages-error-amount"),
            }
        }
        for (what, slot) in [("overtime", &mut month.overtime), ("rest", &mut month.rest)] {
            let name = field(number, what);
            match minutes(&self.text(&name)) {
                Some(minutes) => *slot = minutes,
                None => wrong(&name, "casework-wages-error-hours"),
            }
        }
        month
    }
}

/// The minutes of `40`, `7.5`, `7:30`; none were worked where nothing is typed, and `?` is not known.
fn minutes(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(Some(0));
    }
    if text == UNKNOWN {
        return Some(None);
    }
    let whole = |text: &str| -> Option<i64> {
        (!text.is_empty() && text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit())).then_some(())?;
        text.parse().ok()
    };
    if let Some((hours, rest)) = text.split_once(':') {
        let rest = whole(rest).filter(|rest| *rest < 60)?;
        return Some(Some(whole(hours)? * 60 + rest));
    }
    let (hours, part) = text.split_once(['.', ',', '٫']).unwrap_or((text, "0"));
    let hundredths = match part.len() {
        1 => whole(part)? * 10,
        2 => whole(part)?,
        _ => return None,
    };
    Some(Some(whole(hours)? * 60 + (hundredths * 60 + 50) / 100))
}

/// Hours as they are typed.
fn plain_hours(minutes: Option<i64>) -> String {
    match minutes {
        None => UNKNOWN.to_owned(),
        Some(0) => String::new(),
        Some(minutes) if minutes % 60 == 0 => (minutes / 60).to_string(),
        Some(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
    }
}

/// An amount as it is typed: digits that every reader of amounts takes.
pub(super) fn plain_amount(minor: i64, decimals: u8) -> String {
    let unit = 10i64.pow(u32::from(decimals));
    let (whole, part) = (minor / unit, minor % unit);
    if part == 0 {
        return whole.to_string();
    }
    format!("{whole}.{part:0width$}", width = usize::from(decimals))
}

/// Says what cannot be, where it was typed.
pub(super) fn say(errors: &mut Errors, page: &Page, faults: &[FieldFault], rows: &[usize]) {
    for fault in faults {
        let name = match fault.field.strip_prefix("months.").and_then(|rest| rest.split_once('.')) {
            Some((at, what)) => {
                let row = at.parse::<usize>().ok().and_then(|at| rows.get(at)).copied().unwrap_or(1);
                field(row, what)
            }
            None if fault.field == "months" => field(1, "month"),
            None => fault.field.clone(),
        };
        errors.add(page, &name, &format!("casework-wages-error-{}", fault.fault.code()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_as_people_write_them() {
        for (text, wanted) in [
            ("", Some(0)),
            ("40", Some(2400)),
            ("7.5", Some(450)),
            ("7,25", Some(435)),
            ("7:30", Some(450)),
            ("?", None),
        ] {
            assert_eq!(minutes(text), Some(wanted), "{text}");
        }
        for text in ["-1", "x", "7:60", "7.", ".5", "7.555", "99999", "7:3:1"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_typed_reads_back() {
        for decimals in 0..=3 {
            for minor in [0, 1, 10, 290_000, 135_333, 999_999_999] {
                assert_eq!(
                    read_amount(&plain_amount(minor, decimals), decimals),
                    Ok(Some(minor)),
                    "{decimals}"
                );
            }
        }
        for minutes_of in [None, Some(0), Some(60), Some(450), Some(61)] {
            assert_eq!(minutes(&plain_hours(minutes_of)), Some(minutes_of));
        }
    }
}
