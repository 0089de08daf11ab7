//! A line of the sheet, cell by cell: what each means, or what is wrong with it.

use haqqi_kernel::{one_line, plain_digits};
use haqqi_web::Page;

use super::columns::{Column, folded};
use super::{Line, Shown};
use crate::Desk;
use crate::check::is_phone;
use crate::claims::{amount, month_of};
use crate::group::is_country;
use crate::model::{LONGEST_FIELD, LONGEST_TEXT};

/// The columns of a month of missing pay.
const OF_A_MONTH: [Column; 3] = [Column::Month, Column::Agreed, Column::Paid];

/// Reads a line. `above` is what the line above told.
pub(super) fn line(
    desk: &Desk,
    page: &Page,
    of: &[Option<Column>],
    row: &[String],
    above: Option<&[(&'static str, String)]>,
) -> Line {
    let mut values = Vec::new();
    let mut cells = Vec::with_capacity(of.len());
    for (at, column) in of.iter().enumerate() {
        let raw = row.get(at).map_or("", String::as_str);
        let mut wrong = String::new();
        match column.map(|column| (column, value(desk, page, column, raw))) {
            Some((column, Ok(value))) if !value.is_empty() => values.push((column.field(), value)),
            Some((_, Err(id))) => wrong = page.t(id),
            // What stands in no column would be lost.
            None if !raw.trim().is_empty() => wrong = page.t("complaints-sheet-error-column"),
            _ => {}
        }
        cells.push(Shown { value: raw.to_owned(), wrong });
    }
    let has = |field: &str| values.iter().any(|(name, _)| *name == field);
    let pay = OF_A_MONTH.iter().any(|column| has(column.field()));
    let of_month = |name: &str| OF_A_MONTH.iter().any(|column| column.field() == name);
    let only_pay =
        pay && values.iter().all(|(name, _)| of_month(name)) && cells.iter().all(|c| c.wrong.is_empty());
    let same = pay && above.is_some_and(|above| same_worker(above, &values));
    // A sum without its month says nothing of any month.
    if pay && !has("month") {
        let at = of.iter().position(|column| column.is_some_and(|column| OF_A_MONTH.contains(&column)));
        if let Some(cell) = at.and_then(|at| cells.get_mut(at)).filter(|cell| cell.wrong.is_empty()) {
            cell.wrong = page.t("complaints-error-month");
        }
    }
    Line { number: 0, cells, goes_on: only_pay || same, values }
}

/// Whether a line is about the worker of the line above: the same name and the same phone. Without a phone, two men of
/// one name are two men.
fn same_worker(above: &[(&'static str, String)], values: &[(&'static str, String)]) -> bool {
    let of = |all: &[(&'static str, String)], field: &str| {
        all.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone())
    };
    let same = |field: &str| of(values, field).is_some() && of(values, field) == of(above, field);
    same("name") && same("phone")
}

/// Says of a line as a whole what is wrong, in its first cell.
pub(super) fn wrong(line: &mut Line, what: String) {
    if let Some(first) = line.cells.first_mut() {
        first.wrong = what;
    }
}

/// What a cell puts into the form, or the message that says what is wrong with it.
fn value(desk: &Desk, page: &Page, column: Column, raw: &str) -> Result<String, &'static str> {
    let text = one_line(raw);
    if column == Column::Words {
        return if raw.len() > LONGEST_TEXT {
            Err("complaints-error-long")
        } else {
            Ok(raw.trim().to_owned())
        };
    }
    if text.is_empty() {
        return Ok(text);
    }
    if text.chars().count() > LONGEST_FIELD {
        return Err("complaints-error-long");
    }
    match column {
        Column::Name | Column::When | Column::Words => Ok(text),
        Column::Nationality => {
            let code = text.to_uppercase();
            if is_country(&code) { Ok(code) } else { Err("complaints-group-error-country") }
        }
        Column::Language => language(desk, &text).ok_or("complaints-sheet-error-language"),
        Column::Phone => {
            if is_phone(&text) {
                Ok(text)
            } else {
                Err("complaints-error-address")
            }
        }
        Column::Age => age(desk, &text).map(str::to_owned).ok_or("complaints-sheet-error-age"),
        Column::Secret => secret(desk, &text).map(str::to_owned).ok_or("complaints-sheet-error-secret"),
        Column::Month => month(&text).ok_or("complaints-error-month"),
        Column::Agreed | Column::Paid => {
            let decimals = page.site().pack.identity().currency_decimals;
            amount(&text, decimals).map(|_| text).map_err(|_| "complaints-error-amount")
        }
    }
}

/// A language by its tag or its own name.
fn language(desk: &Desk, text: &str) -> Option<String> {
    let wanted = folded(text);
    let known = haqqi_language::KNOWN
        .iter()
        .find(|known| known.tag.eq_ignore_ascii_case(&wanted) || folded(known.own_name) == wanted)?;
    desk.site.languages.for_worker(known.tag).map(|_| known.tag.to_owned())
}

/// Whether a text is one of these words in a language of the staff.
fn says(desk: &Desk, text: &str, id: &str) -> bool {
    let wanted = folded(text);
    let tags = desk.site.pack.staff_languages();
    let languages = tags.iter().filter_map(|tag| desk.site.languages.for_staff(tag));
    languages.into_iter().any(|language| folded(&language.attribute(id)) == wanted)
}

/// An age as a code, a word of the form, or in years.
fn age(desk: &Desk, text: &str) -> Option<&'static str> {
    let ids = [
        ("adult", "complaints-age-adult"),
        ("child", "complaints-age-child"),
        ("unknown", "complaints-age-unknown"),
    ];
    let named = ids.into_iter().find(|(code, id)| folded(text) == *code || says(desk, text, id));
    let years = || match plain_digits(text).trim().parse::<u8>() {
        Ok(5..=17) => Some("child"),
        Ok(18..=110) => Some("adult"),
        _ => None,
    };
    named.map(|(code, _)| code).or_else(years)
}

/// How much the employer may learn. Nobody says for her that she may be named.
fn secret(desk: &Desk, text: &str) -> Option<&'static str> {
    let ids = [
        ("confidential", "complaints-secret-confidential"),
        ("anonymous", "complaints-group-secret-anonymous"),
    ];
    let known = ids.into_iter().find(|(code, id)| folded(text) == *code || says(desk, text, id));
    known.map(|(code, _)| code)
}

/// A month as people and spreadsheets write it: `2026-05`, `05/2026`, `5.2026`, `2026-05-01`, in the digits of any script.
pub(in crate::http) fn month(text: &str) -> Option<String> {
    let plain = plain_digits(text.trim());
    let parts: Vec<&str> = plain.split(['-', '/', '.', ' ', '–']).filter(|part| !part.is_empty()).collect();
    let (year, month) = match parts.as_slice() {
        [year, month] | [year, month, _] if year.len() == 4 => (*year, *month),
        [month, year] if year.len() == 4 => (*year, *month),
        // A day of a month: which of the first two is the month is not said where both could be.
        [_, month, year]
            if year.len() == 4 && parts.first().is_some_and(|day| *day == "1" || *day == "01") =>
        {
            (*year, *month)
        }
        _ => return None,
    };
    let month: u8 = month.parse().ok()?;
    let code = format!("{year}-{month:02}");
    month_of(&code).map(|_| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_people_write_them_and_nothing_else_is_one() {
        for text in
            ["2026-05", "2026/5", "05/2026", "5.2026", "٠٥/٢٠٢٦", "2026-05-01", "01/05/2026", " 5 2026 "]
        {
            assert_eq!(month(text).as_deref(), Some("2026-05"), "{text}");
        }
        for text in
            ["", "May", "2026", "13/2026", "2026-00", "05/26", "14/05/2026", "\u{202e}6202-50", "9999-01"]
        {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
