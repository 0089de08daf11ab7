//! Rows from a spreadsheet, pasted into the form for several workers: CSV or what a spreadsheet puts on the clipboard.
//! Each line is read by itself; what cannot be read is said by row and column, and stays where it was pasted.

mod cells;
mod columns;
mod split;

use haqqi_language::Args;
use haqqi_web::Page;

use crate::Desk;
pub(super) use cells::month;
use columns::Column;

/// The most lines that are looked at.
const MOST_LINES: usize = 1_000;

/// A cell as the preview shows it.
pub(super) struct Shown {
    pub value: String,
    pub wrong: String,
}

/// A line of the sheet.
pub(super) struct Line {
    /// Its number in the sheet, from 1, the heading included.
    pub number: usize,
    pub cells: Vec<Shown>,
    /// It tells one more month of the worker above.
    goes_on: bool,
    /// The fields of a row that it fills: name and value.
    values: Vec<(&'static str, String)>,
}

impl Line {
    fn is_right(&self) -> bool {
        self.cells.iter().all(|cell| cell.wrong.is_empty())
    }
}

/// A sheet that was read.
pub(super) struct Sheet {
    /// The headings of the columns, and what is wrong with one.
    pub heads: Vec<Shown>,
    pub lines: Vec<Line>,
    /// As it was pasted, line by line, with the heading if it has one.
    raw: Vec<Vec<String>>,
    headed: bool,
}

/// One worker: the fields of her row, and those of each of her months.
pub(super) struct Worker {
    pub fields: Vec<(&'static str, String)>,
    pub months: Vec<[String; 3]>,
}

impl Sheet {
    /// Reads what was pasted; at most `room` workers fit.
    pub(super) fn read(desk: &Desk, page: &Page, text: &str, room: usize) -> Self {
        let mut raw = split::lines(text);
        raw.truncate(MOST_LINES);
        let headed = raw.first().is_some_and(|first| columns::is_heading(desk, first));
        let wide = raw.iter().map(Vec::len).max().unwrap_or(0);
        let of: Vec<Option<Column>> = if headed {
            columns::of_heading(desk, raw.first().map_or(&[], Vec::as_slice), wide)
        } else {
            (0..wide).map(|at| Column::ALL.get(at).copied()).collect()
        };
        let heads = of
            .iter()
            .enumerate()
            .map(|(at, column)| match column {
                Some(column) => Shown { value: column.label(page), wrong: String::new() },
                None => Shown {
                    value: raw
                        .first()
                        .filter(|_| headed)
                        .and_then(|row| row.get(at))
                        .cloned()
                        .unwrap_or_default(),
                    wrong: page.t("complaints-sheet-error-column"),
                },
            })
            .collect();
        let mut sheet = Self { heads, lines: Vec::new(), raw, headed };
        sheet.lines = sheet.read_lines(desk, page, &of, room);
        sheet
    }

    fn read_lines(&self, desk: &Desk, page: &Page, of: &[Option<Column>], room: usize) -> Vec<Line> {
        let first = usize::from(self.headed);
        let mut lines: Vec<Line> = Vec::new();
        let mut workers = 0;
        for (at, row) in self.raw.iter().enumerate().skip(first) {
            let above = lines.last();
            let mut line = cells::line(desk, page, of, row, above.map(|line| line.values.as_slice()));
            line.number = at + 1;
            if line.goes_on && above.is_none() {
                cells::wrong(&mut line, page.t("complaints-sheet-error-above"));
            }
            workers += usize::from(!line.goes_on);
            if workers > room {
                cells::wrong(&mut line, page.t("complaints-sheet-error-many"));
            }
            lines.push(line);
        }
        lines
    }

    /// Whether everything can be taken as it is.
    pub(super) fn is_right(&self) -> bool {
        !self.lines.is_empty() && self.faultless_heads() && self.lines.iter().all(Line::is_right)
    }

    fn faultless_heads(&self) -> bool {
        self.heads.iter().all(|head| head.wrong.is_empty())
    }

    /// Each worker's lines: the first, and those that tell more of her months.
    fn blocks(&self) -> Vec<&[Line]> {
        let mut blocks = Vec::new();
        let mut rest = self.lines.as_slice();
        while !rest.is_empty() {
            let more = rest.iter().skip(1).take_while(|line| line.goes_on).count();
            let (block, after) = rest.split_at(1 + more);
            blocks.push(block);
            rest = after;
        }
        blocks
    }

    /// How many workers can be taken.
    pub(super) fn right(&self) -> usize {
        if !self.faultless_heads() {
            return 0;
        }
        self.blocks().iter().filter(|block| block.iter().all(Line::is_right)).count()
    }

    /// The workers of whom every line is right.
    pub(super) fn workers(&self) -> Vec<Worker> {
        if !self.faultless_heads() {
            return Vec::new();
        }
        let right = self.blocks().into_iter().filter(|block| block.iter().all(Line::is_right));
        right.map(worker).collect()
    }

    /// What is left when these were taken, as it was pasted, with its heading.
    pub(super) fn rest(&self) -> String {
        let blocks = self.blocks();
        let wrong =
            blocks.iter().filter(|block| !block.iter().all(Line::is_right)).flat_map(|block| block.iter());
        let left: Vec<&Vec<String>> = wrong.filter_map(|line| self.raw.get(line.number - 1)).collect();
        if left.is_empty() {
            return String::new();
        }
        let head = self.raw.first().filter(|_| self.headed);
        split::joined(head.into_iter().chain(left))
    }

    /// What is wrong, row by row and column by column, in words.
    pub(super) fn faults(&self, page: &Page) -> Vec<String> {
        let head = |at: usize| self.heads.get(at).map(|head| head.value.clone()).unwrap_or_default();
        let say = |row: usize, column: usize, what: &str| {
            let args = Args::new()
                .set("row", page.number(row))
                .set("column", page.number(column + 1))
                .set("name", head(column))
                .set("what", what);
            page.ta("complaints-sheet-fault", &args)
        };
        let heads = self.heads.iter().enumerate().filter(|(_, head)| !head.wrong.is_empty());
        let mut faults: Vec<String> = heads.map(|(at, head)| say(1, at, &head.wrong)).collect();
        for line in &self.lines {
            let cells = line.cells.iter().enumerate().filter(|(_, cell)| !cell.wrong.is_empty());
            faults.extend(cells.map(|(at, cell)| say(line.number, at, &cell.wrong)));
        }
        faults
    }
}

/// The fields of one worker's lines.
fn worker(block: &[Line]) -> Worker {
    let value = |line: &Line, name: &str| {
        line.values
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    };
    let months = block
        .iter()
        .map(|line| ["month", "agreed", "paid"].map(|name| value(line, name)))
        .filter(|month| month.iter().any(|text| !text.is_empty()))
        .collect();
    let of_her = |(name, _): &&(&'static str, String)| !["month", "agreed", "paid"].contains(name);
    let fields = block.first().map_or(&[][..], |line| line.values.as_slice()).iter().filter(of_her);
    Worker { fields: fields.cloned().collect(), months }
}
