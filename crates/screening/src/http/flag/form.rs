//! The two decisions, as their forms send them.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use haqqi_accounts::StaffSession;
use haqqi_kernel::CommitError;
use haqqi_web::{Errors, Form, Page, Problem};
use serde::Deserialize;

use super::{page_of, problem, reference};
use crate::decide::{DecideError, Merits, MeritsDecision, Safety, decide_merits, decide_safety};
use crate::desk::ScreeningDesk;
use crate::measured::Found;

/// What the decision's forms send.
#[derive(Default, Deserialize)]
pub(in crate::http) struct Decided {
    #[serde(default)]
    pub decision: String,
    #[serde(default)]
    pub days: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub words: String,
    /// `found-<indicator>`: what a talk showed.
    #[serde(flatten)]
    found: BTreeMap<String, String>,
}

impl Decided {
    /// What was chosen of an indicator, or nothing.
    pub fn chosen(&self, field: &str) -> String {
        self.found.get(field).cloned().unwrap_or_default()
    }

    /// What the talk showed, of what somebody chose something.
    fn found(&self) -> BTreeMap<String, Found> {
        let one = |(field, code): (&String, &String)| {
            Some((field.strip_prefix("found-")?.to_owned(), Found::from_code(code)?))
        };
        self.found.iter().filter_map(one).collect()
    }

    /// What the page proposes until somebody types something else.
    pub fn days_or<'a>(&'a self, proposed: &'a str) -> &'a str {
        if self.days.is_empty() { proposed } else { &self.days }
    }

    fn until(&self, desk: &ScreeningDesk) -> chrono::DateTime<chrono::Utc> {
        let days = haqqi_kernel::plain_digits(&self.days).trim().parse::<i64>().unwrap_or(0);
        desk.site.house.now() + TimeDelta::days(days.clamp(0, 60))
    }
}

/// What is wrong, on the form; what is worse, as a problem.
fn fault(page: &Page, errors: &mut Errors, error: DecideError) -> Result<(), Problem> {
    let (field, message) = match error {
        DecideError::Words => ("words", "staff-error-reason"),
        DecideError::NotRead => ("words", "screening-error-not-read"),
        DecideError::Untranslated => ("decision", "screening-error-untranslated"),
        DecideError::OnDuty => ("decision", "screening-error-on-duty"),
        DecideError::Reason => ("reason", "screening-error-reason"),
        DecideError::Date => ("days", "screening-error-date"),
        DecideError::State => ("decision", "screening-error-state"),
        DecideError::NotMetAlone => ("decision", "screening-error-alone"),
        DecideError::SamePerson => ("decision", "screening-error-same"),
        DecideError::Found(_) => ("found", "screening-error-found"),
        DecideError::Confirmed => ("decision", "screening-error-confirmed"),
        DecideError::Flag(error) => return Err(problem(error)),
        DecideError::Commit(CommitError::Stale) => return Err(Problem::conflict()),
        other => return Err(Problem::because(&other)),
    };
    errors.add(page, field, message);
    Ok(())
}

fn back(text: &str) -> Response {
    Redirect::to(&format!("/staff/flags/{text}")).into_response()
}

pub(in crate::http) async fn safety(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Decided>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let safety = match form.decision.as_str() {
        "act" => Some(Safety::Act),
        "safe-until" => Some(Safety::SafeUntil { until: form.until(&desk) }),
        _ => None,
    };
    match safety {
        None => errors.add(&session.page, "decision", "common-error-choose"),
        Some(safety) => {
            match decide_safety(&desk, &session.actor, reference, &safety, &form.reason, &form.words).await {
                Ok(()) => return Ok(back(&text)),
                Err(error) => fault(&session.page, &mut errors, error)?,
            }
        }
    }
    page_of(&desk, session, reference, errors, form).await
}

pub(in crate::http) async fn merits(
    State(desk): State<ScreeningDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Decided>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let decision = match form.decision.as_str() {
        "escalate" => Some(MeritsDecision::Escalate),
        "interview" => Some(MeritsDecision::Interview),
        "watch" => Some(MeritsDecision::Watch { until: form.until(&desk) }),
        "dismiss" => Some(MeritsDecision::Dismiss),
        _ => None,
    };
    match decision {
        None => errors.add(&session.page, "decision", "common-error-choose"),
        Some(decision) => {
            let (reason, words) = (form.reason.clone(), form.words.clone());
            let merits = Merits { decision, reason, words, found: form.found() };
            match decide_merits(&desk, &session.actor, reference, &merits).await {
                Ok(_) => return Ok(back(&text)),
                Err(error) => fault(&session.page, &mut errors, error)?,
            }
        }
    }
    page_of(&desk, session, reference, errors, form).await
}
