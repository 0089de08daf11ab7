//! A sheet of advertisements: CSV with a row of headings. Good rows are taken, and each bad one is told with its number and
//! why: nothing is lost in silence.

use haqqi_kernel::{Action, Actor, CommitError, judge, read_day};
use sea_orm::DbErr;

use crate::add::{AddError, Added, NewAdvert, Wrong, add};
use crate::desk::PatrolDesk;
use crate::model::Way;

/// At most so many rows of one sheet.
pub const MOST_ROWS: usize = 1_000;
/// The longest sheet, in bytes.
pub(crate) const LONGEST_SHEET: usize = 4 * 1024 * 1024;
/// The columns, in the order of the example.
pub(crate) const COLUMNS: [&str; 5] = ["text", "place", "address", "seen_on", "language"];

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its number, as a spreadsheet shows it: the headings are 1. Of a feed the entry, from 1.
    pub number: usize,
    /// The column.
    pub column: &'static str,
    /// What is wrong: the end of a message's id.
    pub why: &'static str,
}

/// What became of a sheet or a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Advertisements that were not known.
    pub added: usize,
    /// New sightings of those that were.
    pub seen_again: usize,
    /// Sightings that were known.
    pub known: usize,
    /// Rows that were not taken.
    pub bad: Vec<BadRow>,
}

/// Why nothing of a sheet was taken.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Not for this account.
    #[error("not found")]
    NotFound,
    /// It is no text in UTF-8 or UTF-16.
    #[error("not a text")]
    NoText,
    /// The headings lack `text`, or have one that nobody knows.
    #[error("the headings are not right")]
    Heads,
    /// The database is away.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's error.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Wrong {
    /// The end of the message's id.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Long => "long",
            Self::Day => "day",
            Self::Address => "address",
            Self::Unknown => "unknown",
        }
    }
}

impl Taken {
    /// Counts what became of a row. An error of the house is handed on.
    pub(crate) fn note(&mut self, number: usize, done: Result<Added, AddError>) -> Result<(), AddError> {
        match done {
            Ok(Added { new: true, .. }) => self.added += 1,
            Ok(Added { seen: true, .. }) => self.seen_again += 1,
            Ok(_) => self.known += 1,
            Err(AddError::Field(column, wrong)) => {
                self.bad.push(BadRow { number, column, why: wrong.code() });
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// The text of a file as spreadsheets save it.
fn text_of(bytes: &[u8]) -> Option<String> {
    let wide = |of: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| of(*pair)).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// What stands between cells: what the headings have most of.
fn delimiter(text: &str) -> u8 {
    let heads = text.lines().next().unwrap_or_default();
    let many = |mark: u8| heads.bytes().filter(|byte| *byte == mark).count();
    [b';', b'\t'].into_iter().fold(b',', |best, mark| if many(mark) > many(best) { mark } else { best })
}

/// Which column stands where: the headings in any order, in small or capital letters.
fn columns(heads: &csv::StringRecord) -> Option<Vec<&'static str>> {
    let known = |head: &str| {
        let head = head.trim().to_lowercase();
        COLUMNS.into_iter().find(|own| *own == head)
    };
    let found: Option<Vec<&'static str>> = heads.iter().map(known).collect();
    found.filter(|found| found.contains(&"text"))
}

/// Takes a sheet, row by row.
///
/// # Errors
/// [`SheetError`]: nothing of it can be read. A database that goes away in the middle leaves the rows before it taken; the
/// same sheet sent again knows them.
pub async fn take_sheet(desk: &PatrolDesk, actor: &Actor, bytes: &[u8]) -> Result<Taken, SheetError> {
    judge(actor, Action::Patrol).map_err(|_| SheetError::NotFound)?;
    let text = text_of(bytes).ok_or(SheetError::NoText)?;
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter(&text)).flexible(true).from_reader(text.as_bytes());
    let heads = reader.headers().map_err(|_| SheetError::NoText)?.clone();
    let columns = columns(&heads).ok_or(SheetError::Heads)?;
    let mut taken = Taken::default();
    let mut number = 1;
    for row in reader.into_records() {
        number += 1;
        let bad = |column, why| BadRow { number, column, why };
        let Ok(row) = row else {
            taken.bad.push(bad("text", "row"));
            continue;
        };
        if number > MOST_ROWS + 1 {
            taken.bad.push(bad("text", "many"));
            break;
        }
        if row.len() > columns.len() {
            taken.bad.push(bad("text", "wide"));
            continue;
        }
        let cell = |name: &str| {
            let at = columns.iter().position(|own| *own == name);
            at.and_then(|at| row.get(at)).unwrap_or_default().trim().to_owned()
        };
        if columns.iter().all(|name| cell(name).is_empty()) {
            continue;
        }
        let typed = cell("seen_on");
        let seen_on = read_day(&typed);
        if !typed.is_empty() && seen_on.is_none() {
            taken.bad.push(bad("seen_on", "day"));
            continue;
        }
        let new = NewAdvert {
            text: cell("text"),
            place: cell("place"),
            address: cell("address"),
            seen_on,
            language: Some(cell("language")).filter(|tag| !tag.is_empty()),
            feed: None,
        };
        taken.note(number, add(desk, actor, Way::Sheet, &new).await).map_err(|error| match error {
            AddError::Commit(error) => SheetError::Commit(error),
            AddError::Db(error) => SheetError::Db(error),
            AddError::NotFound | AddError::Field(..) => SheetError::NotFound,
        })?;
    }
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_come_as_spreadsheets_save_them() {
        assert_eq!(text_of(b"\xEF\xBB\xBFtext"), Some("text".to_owned()));
        assert_eq!(text_of(b"\xFF\xFEt\0e\0"), Some("te".to_owned()));
        assert_eq!(text_of(b"\xFE\xFF\0t\0e"), Some("te".to_owned()));
        assert_eq!(text_of(b"\xFF\xFEt"), None);
        assert_eq!(text_of(b"\xC3\x28"), None);
        assert_eq!(
            (delimiter("text,place"), delimiter("text;place"), delimiter("a\tb")),
            (b',', b';', b'\t')
        );
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 4);
        for typed in ["2026-11-04", " 4/11/2026", "04.11.2026", "٠٤/١١/٢٠٢٦"] {
            assert_eq!(read_day(typed), date, "{typed}");
        }
        assert_eq!((read_day("11/24/2026"), read_day("soon")), (None, None));
        let heads = |row: &str| columns(&csv::StringRecord::from(row.split(',').collect::<Vec<_>>()));
        assert_eq!(heads("Place, TEXT"), Some(vec!["place", "text"]));
        assert_eq!((heads("place"), heads("text,phone")), (None, None));
    }
}
