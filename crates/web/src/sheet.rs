//! A table to be taken along: CSV as spreadsheets read it, with no cell that any of them takes for a formula.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::Problem;

/// A cell that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let starts = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.trim_start().starts_with(starts) { format!("'{text}") } else { text.to_owned() }
}

/// The table as a file of this name (without ending), the heads first: UTF-8 with its mark, every cell in quotes.
///
/// # Errors
/// [`Problem`] where the rows are not equally long.
pub fn sheet(name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Result<Response, Problem> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|text| cell(text))).map_err(|error| Problem::because(&error))?;
    }
    let body = writer.into_inner().map_err(|error| Problem::because(&error))?;
    let name = format!("attachment; filename=\"{name}.csv\"");
    let heads = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((heads, body).into_response())
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_cell_becomes_a_formula() {
        assert_eq!(super::cell("=1+1"), "'=1+1");
        assert_eq!(super::cell(" @x"), "' @x");
        assert_eq!(super::cell("fees"), "fees");
    }
}
