//! What was said of single indicators, as the flag's card shows it: with from where it is known, by whom and when.

use std::collections::HashMap;

use haqqi_language::Args;
use haqqi_web::Page;
use uuid::Uuid;

use crate::said::{Statement, counts};

/// A line of a timeline for each, the first first: a machine's time, a person's, what was said.
pub(super) fn said_lines(
    page: &Page,
    said: &[Statement],
    people: &HashMap<Uuid, String>,
) -> Vec<(String, String, String)> {
    let last = counts(said);
    let line = |one: &Statement| {
        let over = last.get(one.said.indicator.as_str()).is_some_and(|last| *last != one);
        let args = Args::new()
            .set("indicator", page.label("indicator", &one.said.indicator))
            .set("said", page.t(&format!("screening-said-{}", one.said.code())))
            .set("from", page.t(&format!("screening-basis-{}", one.said.basis.code())))
            .set(
                "by",
                one.by.and_then(|id| people.get(&id).cloned()).unwrap_or_else(|| page.t("staff-none")),
            );
        let id = if over { "screening-said-then" } else { "screening-said" };
        (page.machine_time(&one.at), page.date_time(&one.at), page.ta(id, &args))
    };
    said.iter().map(line).collect()
}
