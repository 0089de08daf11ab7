//! The rows of a form for several workers, one fieldset each, complete without script: “more rows” sends the form back
//! with room for more and everything that was typed.

use haqqi_web::{Errors, Page};

use crate::Desk;
use crate::file::FileError;
use crate::group::{FileGroup, GroupError, GroupWorker};
use crate::http::fields::{Fields, form_field, message, say};
use crate::model::Age;

/// How many rows there are at first, and how many one press adds.
const FIRST: usize = 3;
const MORE: usize = 10;
/// The fields of a row.
const OF_A_ROW: [&str; 6] = ["name", "nationality", "speaks", "phone", "age", "words"];

/// A field of a row: its name in the form, what was typed, what is wrong with it.
pub(super) struct Cell {
    pub name: String,
    pub value: String,
    pub wrong: String,
}

/// A row as the page shows it: each field's name in the form, its value, and what is wrong with it.
pub(super) struct Row {
    pub number: usize,
    pub name: Cell,
    pub nationality: Cell,
    pub speaks: Cell,
    pub phone: Cell,
    pub age: Cell,
    pub words: Cell,
}

fn field(number: usize, what: &str) -> String {
    format!("w{number}-{what}")
}

/// How many rows the form has.
fn many(desk: &Desk, typed: &Fields) -> usize {
    let most = usize::from(desk.site.pack.identity().most_in_group);
    let filled = (1..=most).rev().find(|n| !is_empty(typed, *n)).unwrap_or(0);
    typed.get("rows").parse().unwrap_or(FIRST).max(filled).clamp(1, most.max(1))
}

fn is_empty(typed: &Fields, number: usize) -> bool {
    OF_A_ROW.iter().all(|what| typed.get(&field(number, what)).trim().is_empty())
}

/// Room for more workers.
pub(super) fn add_rows(desk: &Desk, typed: &mut Fields) {
    let rows = many(desk, typed) + MORE;
    typed.set("rows", rows.to_string());
}

/// The rows that the page shows.
pub(super) fn rows(desk: &Desk, typed: &Fields, errors: &Errors) -> Vec<Row> {
    let of = |number: usize, what: &str| {
        let name = field(number, what);
        let (value, wrong) = (typed.get(&name).to_owned(), errors.of(&name).to_owned());
        Cell { name, value, wrong }
    };
    (1..=many(desk, typed))
        .map(|number| Row {
            number,
            name: of(number, "name"),
            nationality: of(number, "nationality"),
            speaks: of(number, "speaks"),
            phone: of(number, "phone"),
            age: of(number, "age"),
            words: of(number, "words"),
        })
        .collect()
}

/// The workers that were typed, each with the number of its row. A row in which nothing stands is nobody.
pub(super) fn workers(desk: &Desk, typed: &Fields) -> Vec<(usize, GroupWorker)> {
    (1..=many(desk, typed))
        .filter(|number| !is_empty(typed, *number))
        .map(|number| {
            let text = |what: &str| typed.text(&field(number, what));
            let worker = GroupWorker {
                name: text("name"),
                nationality: Some(text("nationality").to_uppercase()).filter(|code| !code.is_empty()),
                language: Some(text("speaks")).filter(|tag| !tag.is_empty()),
                phone: text("phone"),
                age: Age::from_code(&text("age")).unwrap_or_default(),
                words: typed.get(&field(number, "words")).to_owned(),
            };
            (number, worker)
        })
        .collect()
}

/// What the form asks for, with the number of each worker's row.
pub(super) fn group(desk: &Desk, typed: &Fields, language: &str) -> (FileGroup, Vec<usize>) {
    let (numbers, workers) = workers(desk, typed).into_iter().unzip();
    (FileGroup { told: typed.told(language), workers }, numbers)
}

/// Says what can be put right in the form; whether it can.
pub(super) fn said(errors: &mut Errors, page: &Page, error: &GroupError, numbers: &[usize]) -> bool {
    match error {
        GroupError::Many => errors.add(page, "w1-name", "complaints-group-error-nobody"),
        GroupError::Worker(at, what, problem) => {
            let what = if *what == "language" { "speaks" } else { what };
            let number = numbers.get(*at).copied().unwrap_or(1);
            let id = if what == "nationality" {
                "complaints-group-error-country"
            } else {
                message(what, *problem)
            };
            errors.add(page, &field(number, what), id);
        }
        GroupError::File(FileError::Field { field, problem }) => {
            say(errors, page, form_field(field), *problem)
        }
        _ => return false,
    }
    true
}
