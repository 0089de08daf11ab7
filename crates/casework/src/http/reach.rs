//! How she may be reached, before anything else that an officer reads: whoever calls or writes must have seen it. And
//! the pay that she says is missing.

use haqqi_complaints::{Channel, OpenedComplaint, Whose, missing_in_all, month_of};
use haqqi_web::Page;

use crate::comes_back::ComesBack;

/// The panel on how to reach her.
pub(super) struct Reach {
    /// What must not be done.
    pub never: Vec<String>,
    /// How, where, when, with which word.
    pub rows: Vec<(String, String)>,
    /// Something goes to her by itself, and she may want that ended.
    pub may_be_quiet: bool,
}

impl Reach {
    pub(super) fn of(page: &Page, record: &OpenedComplaint, back: ComesBack) -> Self {
        let contact = &record.contact;
        let mut never = Vec::new();
        if contact.never_call {
            never.push(page.t("casework-never-call"));
        }
        if contact.no_message {
            never.push(page.t(if back.said().is_none() {
                "casework-no-message"
            } else {
                "casework-no-message-either"
            }));
        }
        let reachable = contact.channel != Channel::None;
        if reachable && record.summary.filed_by != "self" {
            never.push(page.t("casework-number-of-filer"));
        }
        if reachable && !contact.is_hers_alone() {
            never.push(page.t("casework-not-hers"));
        }
        let channel = match back.said().filter(|_| !reachable) {
            Some(nobody) => page.t(nobody),
            None => page.t(&format!("casework-channel-{}", contact.channel.code())),
        };
        let mut rows = vec![(page.t("casework-reach"), channel)];
        let mut add = |id: &str, value: String| {
            if !value.is_empty() {
                rows.push((page.t(id), value));
            }
        };
        let whose = contact.whose.or_else(|| contact.hers_alone.then_some(Whose::Alone));
        add(
            "casework-whose",
            whose.map(|w| page.t(&format!("casework-whose-{}", w.code()))).unwrap_or_default(),
        );
        add("casework-when", contact.when.clone());
        add("casework-safe-word", contact.safe_word.clone());
        let sex = record.summary.interpreter_sex.as_deref();
        add(
            "casework-interpreter",
            sex.map(|sex| page.t(&format!("casework-interpreter-{sex}"))).unwrap_or_default(),
        );
        let may_be_quiet = record.summary.told_by_mail() || record.summary.told_by_text();
        Self { never, rows, may_be_quiet }
    }
}

/// The months of missing pay: month, agreed, paid, missing; and the sum of what is known, if any.
pub(super) fn claims(page: &Page, record: &OpenedComplaint) -> (Vec<[String; 4]>, String) {
    let known = |amount: Option<i64>| amount.map_or_else(|| "–".to_owned(), |minor| page.money(minor));
    let claims = record
        .claims
        .iter()
        .map(|claim| {
            let month =
                month_of(&claim.month).map(|(year, month)| page.month(year, month)).unwrap_or_default();
            [month, known(claim.agreed), known(claim.paid), known(claim.missing())]
        })
        .collect();
    let any = record.claims.iter().any(|claim| claim.missing().is_some());
    (claims, if any { page.money(missing_in_all(&record.claims)) } else { String::new() })
}
