//! The columns of a sheet, and the headings by which each is known in the languages of the staff.

use haqqi_kernel::one_line;
use haqqi_language::Language;
use haqqi_web::Page;

use crate::Desk;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Nationality,
    Language,
    Phone,
    When,
    Age,
    Secret,
    Month,
    Agreed,
    Paid,
    Words,
}

impl Column {
    /// All of them, in the order in which they stand where the sheet has no headings.
    pub(super) const ALL: [Self; 11] = [
        Self::Name,
        Self::Nationality,
        Self::Language,
        Self::Phone,
        Self::When,
        Self::Age,
        Self::Secret,
        Self::Month,
        Self::Agreed,
        Self::Paid,
        Self::Words,
    ];

    /// The field of a row that it fills.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nationality => "nationality",
            Self::Language => "speaks",
            Self::Phone => "phone",
            Self::When => "when",
            Self::Age => "age",
            Self::Secret => "secret",
            Self::Month => "month",
            Self::Agreed => "agreed",
            Self::Paid => "paid",
            Self::Words => "words",
        }
    }

    /// The message that names it: headings by which it is known, the first of them its own.
    fn message(self) -> &'static str {
        match self {
            Self::Name => "complaints-sheet-name",
            Self::Nationality => "complaints-sheet-nationality",
            Self::Language => "complaints-sheet-language",
            Self::Phone => "complaints-sheet-phone",
            Self::When => "complaints-sheet-when",
            Self::Age => "complaints-sheet-age",
            Self::Secret => "complaints-sheet-secret",
            Self::Month => "complaints-sheet-month",
            Self::Agreed => "complaints-sheet-agreed",
            Self::Paid => "complaints-sheet-paid",
            Self::Words => "complaints-sheet-words",
        }
    }

    fn headings(self, language: &Language) -> Vec<String> {
        language.attribute(self.message()).split([';', '؛']).map(folded).collect()
    }

    /// What the page calls it.
    pub(super) fn label(self, page: &Page) -> String {
        let all = page.attribute(self.message());
        all.split([';', '؛']).next().unwrap_or_default().trim().to_owned()
    }

    fn of(desk: &Desk, heading: &str) -> Option<Self> {
        let heading = folded(heading);
        let known = |column: Self| {
            column.field() == heading
                || desk
                    .site
                    .pack
                    .staff_languages()
                    .iter()
                    .filter_map(|tag| desk.site.languages.for_staff(tag))
                    .any(|language| column.headings(&language).contains(&heading))
        };
        Self::ALL.into_iter().find(|column| known(*column))
    }
}

/// A text as it is compared: one line, small letters, no marks around it.
pub(super) fn folded(text: &str) -> String {
    one_line(text).to_lowercase().trim_matches(|c: char| c.is_ascii_punctuation()).trim().to_owned()
}

/// Whether a line is a heading: most of what stands in it names a column.
pub(super) fn is_heading(desk: &Desk, row: &[String]) -> bool {
    let filled: Vec<&String> = row.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let known = filled.iter().filter(|cell| Column::of(desk, cell).is_some()).count();
    known > 0 && known * 2 >= filled.len()
}

/// The columns under a heading; one that is named twice is known the first time.
pub(super) fn of_heading(desk: &Desk, row: &[String], wide: usize) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(wide);
    for at in 0..wide {
        let column = row.get(at).and_then(|cell| Column::of(desk, cell));
        columns.push(column.filter(|column| !columns.contains(&Some(*column))));
    }
    columns
}
