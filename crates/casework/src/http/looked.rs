//! Who looked at a complaint, and a copy without what tells who she is.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, OpenedComplaint, Summary, TextKind, open};
use haqqi_kernel::Action;
use haqqi_web::{Page, Problem, render};

use super::record::{found, problem, reference};
use crate::looked::{Looked, LookedError, who_looked};
use crate::reveal::PURPOSES;
use crate::timeline::timeline;

/// Somebody who looked, as the page shows it.
struct Shown {
    who: String,
    last: String,
    times: String,
    purposes: Vec<String>,
}

#[derive(Template)]
#[template(path = "looked.html")]
struct LookedPage {
    page: Page,
    complaint: Summary,
    rows: Vec<Shown>,
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let complaint = found(&desk, &actor, Action::ReadComplaint, &text).await?;
    let all = who_looked(&desk, &actor, &complaint).await.map_err(|error| match error {
        LookedError::Read(error) => problem(error),
        LookedError::Commit(error) => Problem::uncommitted(&error),
        LookedError::Db(error) => Problem::because(&error),
    })?;
    let rows = all.into_iter().map(|one| shown(&page, one)).collect();
    Ok(render(StatusCode::OK, &LookedPage { page, complaint, rows }))
}

fn shown(page: &Page, one: Looked) -> Shown {
    let who = if one.name.is_empty() { page.t(&format!("casework-looked-{}", one.kind)) } else { one.name };
    // What a door of the house has no words for, somebody wrote themselves.
    let said = |code: String| match PURPOSES.contains(&code.as_str()) {
        true => page.t(&format!("casework-purpose-{code}")),
        false => page.label("casework-looked", &code.replace('.', "-")),
    };
    Shown {
        who,
        last: page.date_time(&one.last),
        times: page.number(i64::try_from(one.times).unwrap_or(i64::MAX)),
        purposes: one.purposes.into_iter().map(said).collect(),
    }
}

#[derive(Template)]
#[template(path = "copy.html")]
struct CopyPage {
    page: Page,
    complaint: Summary,
    rows: Vec<(String, String)>,
    texts: Vec<(String, String, String)>,
    entries: Vec<(String, String, String)>,
}

/// A copy to be given on: what tells who she is, is blacked out wherever it stands in the texts. Notes of the office are
/// not in it. A person reads it over before it leaves, and the page says so.
pub(super) async fn copy(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let record = open(&desk, &actor, reference(&text)?, "redacted-copy").await.map_err(problem)?;
    let happened = timeline(&desk, record.summary.id).await.map_err(|e| Problem::because(&e))?;
    let complaint = record.summary.clone();
    let secrets = secrets(&record);
    let texts = record
        .texts
        .iter()
        .filter(|one| matches!(one.kind, TextKind::Narrative | TextKind::Message | TextKind::Translation))
        .map(|one| (page.date_time(&one.at), one.language.clone(), redacted(&one.body, &secrets)))
        .collect();
    let mut rows = vec![
        (page.t("casework-kind"), page.label("kind", &complaint.kind)),
        (page.t("casework-received"), page.date_time(&complaint.received_at)),
        (page.t("casework-language"), page.language_name(&complaint.language)),
    ];
    if let Some(outcome) = &complaint.outcome {
        rows.push((page.t("casework-outcome"), page.label("outcome", outcome)));
    }
    let entries = happened
        .iter()
        .map(|one| (page.machine_time(&one.at), page.date_time(&one.at), page.label("event", &one.what)))
        .collect();
    Ok(render(StatusCode::OK, &CopyPage { page, complaint, rows, texts, entries }))
}

/// What is blacked out: her name and each part of it, number, address, safe word; the employer's name and place.
fn secrets(record: &OpenedComplaint) -> Vec<String> {
    let contact = &record.contact;
    let employer = &record.employer;
    let whole = [
        &record.worker.name,
        &contact.address,
        &contact.safe_word,
        &employer.name,
        &employer.place,
        &employer.phone,
    ];
    let mut all: Vec<String> = whole.into_iter().map(|text| text.trim().to_lowercase()).collect();
    all.extend(record.worker.name.split_whitespace().map(str::to_lowercase));
    all.retain(|text| text.chars().count() >= 3);
    all.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
    all
}

/// The text with every secret and every longer number blacked out.
fn redacted(text: &str, secrets: &[String]) -> String {
    const BLACK: &str = "████";
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let low = |c: &char| c.to_lowercase().next().unwrap_or(*c);
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let meets = |secret: &&String| {
            let mut wanted = secret.chars();
            let mut has = rest.iter().map(low);
            wanted.all(|c| has.next() == Some(c))
        };
        if let Some(secret) = secrets.iter().find(meets) {
            out.push_str(BLACK);
            at += secret.chars().count();
            continue;
        }
        // A number of a phone or a paper: five digits or more, however they are spaced.
        let number = rest.iter().take_while(|c| c.is_numeric() || matches!(c, ' ' | '-' | '+' | '/')).count();
        let digits = rest.iter().take(number).filter(|c| c.is_numeric()).count();
        let starts = rest.first().is_some_and(|c| c.is_numeric() || *c == '+');
        if starts && digits >= 5 {
            let last = rest.iter().take(number).rposition(|c| c.is_numeric()).unwrap_or(0);
            out.push_str(BLACK);
            at += last + 1;
            continue;
        }
        out.extend(rest.first());
        at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::redacted;

    proptest! {
        #[test]
        fn nothing_that_is_secret_stands_in_a_copy(before in "\\PC{0,20}", secret in "[a-z]{3,9}", after in "\\PC{0,20}") {
            let text = format!("{before}{}{after}", secret.to_uppercase());
            let copy = redacted(&text, std::slice::from_ref(&secret)).to_lowercase();
            prop_assert!(!copy.contains(&secret), "{copy}");
        }
    }

    #[test]
    fn names_and_numbers_go_and_the_rest_stays() {
        let secrets = ["noor garments".to_owned(), "rahima".to_owned()];
        assert_eq!(
            redacted("I am Rahima of Noor Garments, call +962 7 9000 0001, 3 months.", &secrets),
            "I am ████ of ████, call ████, 3 months."
        );
        assert_eq!(redacted("رقمي ٠٧٩٠٠٠٠٠٠١ منذ ٣ أشهر", &[]), "رقمي ████ منذ ٣ أشهر");
    }
}
