//! The audit, for auditors: who did what, to which subject, when. Each look at it is itself an entry. Never content.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::Query;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use haqqi_kernel::{
    Action, Audit, AuditFilter, AuditRow, House, Reference, Scope, SubjectKind, export_audit, judge,
    search_audit,
};
use haqqi_web::{Errors, Form, Page, Problem, attachment, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::directory::Directory;
use crate::http::extract::{References, StaffSession};

/// Entries on a page.
const A_PAGE: usize = 50;

/// What somebody asks of the audit.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    who: String,
    #[serde(default)]
    what: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    reads: String,
    #[serde(default)]
    before: String,
}

impl Asked {
    /// The question as an address carries it.
    fn query(&self) -> String {
        let pairs = [
            ("who", &self.who),
            ("what", &self.what),
            ("subject", &self.subject),
            ("from", &self.from),
            ("until", &self.until),
            ("reads", &self.reads),
            ("before", &self.before),
        ];
        let plain = |c: &u8| c.is_ascii_alphanumeric() || b"-._~".contains(c);
        let encode = |text: &str| {
            text.bytes()
                .map(|b| if plain(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
                .collect::<String>()
        };
        let asked = pairs.iter().filter(|(_, value)| !value.is_empty());
        asked.map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
    }
}

struct Row {
    entry: AuditRow,
    who: String,
    subject: String,
}

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    page: Page,
    errors: Errors,
    asked: Asked,
    rows: Vec<Row>,
    next: String,
}

/// What is typed, read against people and records; and what is wrong with it.
async fn read(
    page: &Page,
    references: &dyn References,
    asked: &Asked,
) -> Result<(AuditFilter, Errors), Problem> {
    let house = page.site().house.clone();
    let mut errors = Errors::none();
    let mut filter = AuditFilter { reads: asked.reads == "yes", ..AuditFilter::default() };
    let who = asked.who.trim().to_lowercase();
    if !who.is_empty() {
        let found = Directory::new(house).by_sign_in(&who).await.map_err(|e| Problem::because(&e))?;
        match found {
            Some(person) => filter.actor = Some(person.id),
            None => errors.add(page, "who", "accounts-error-who"),
        }
    }
    let fits = |c: char| c.is_ascii_lowercase() || c == '.' || c == '-';
    if asked.what.chars().all(fits) && asked.what.len() <= 60 {
        filter.action.clone_from(&asked.what);
    } else {
        errors.add(page, "what", "accounts-error-what");
    }
    if !asked.subject.trim().is_empty() {
        let found = match asked.subject.parse::<Reference>() {
            Ok(reference) => references.find(reference).await,
            Err(_) => None,
        };
        match found {
            Some((_, id)) => filter.subject = Some(id),
            None => errors.add(page, "subject", "accounts-error-reference"),
        }
    }
    for (text, field, into) in
        [(&asked.from, "from", &mut filter.from), (&asked.until, "until", &mut filter.until)]
    {
        if !text.is_empty() {
            *into = page.read_time(text);
            if into.is_none() {
                errors.add(page, field, "accounts-error-time");
            }
        }
    }
    Ok((filter, errors))
}

/// Writes down that the audit was looked at, and for what: codes and names of accounts, as they were asked for.
async fn note(
    house: &House,
    session: &StaffSession,
    what: &'static str,
    filter: &AuditFilter,
) -> Result<(), Problem> {
    let mut unit = house.unit(session.actor.clone());
    let (kind, subject) = match (filter.subject, filter.actor) {
        (Some(subject), _) => (SubjectKind::House, subject),
        (None, Some(actor)) => (SubjectKind::Staff, actor),
        (None, None) => (SubjectKind::House, Uuid::nil()),
    };
    let mut audit = Audit::write(what, kind, subject);
    if !filter.action.is_empty() {
        audit = audit.purpose(filter.action.clone());
    }
    unit.audit(audit);
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(())
}

fn allowed(session: &StaffSession) -> Result<Scope, Problem> {
    judge(&session.actor, Action::ReadAudit).map_err(|_| Problem::not_found())
}

async fn found(
    house: &House,
    scope: &Scope,
    references: &dyn References,
    filter: &AuditFilter,
    before: Option<Uuid>,
) -> Result<(Vec<Row>, Option<Uuid>), Problem> {
    let most = u64::try_from(A_PAGE + 1).unwrap_or(u64::MAX);
    let mut entries =
        search_audit(house, scope, filter, before, most).await.map_err(|e| Problem::because(&e))?;
    let more = entries.len() > A_PAGE;
    entries.truncate(A_PAGE);
    let next = entries.last().filter(|_| more).map(|entry| entry.id);
    let people: Vec<Uuid> = entries
        .iter()
        .filter_map(|entry| entry.actor)
        .chain(entries.iter().filter(|entry| entry.subject_kind == "staff").map(|entry| entry.subject))
        .collect();
    let names = Directory::new(house.clone()).names(&people).await.map_err(|e| Problem::because(&e))?;
    let subjects: Vec<Uuid> = entries.iter().map(|entry| entry.subject).collect();
    let known: HashMap<Uuid, String> = references.names(&subjects).await;
    let rows = entries
        .into_iter()
        .map(|entry| Row {
            who: entry.actor.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            subject: known
                .get(&entry.subject)
                .or_else(|| names.get(&entry.subject))
                .cloned()
                .unwrap_or_default(),
            entry,
        })
        .collect();
    Ok((rows, next))
}

pub(super) async fn show(
    Extension(references): Extension<Arc<dyn References>>,
    Query(asked): Query<Asked>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let scope = allowed(&session)?;
    let house = session.page.site().house.clone();
    let (filter, errors) = read(&session.page, &*references, &asked).await?;
    let (mut rows, mut next) = (Vec::new(), None);
    if errors.is_empty() {
        note(&house, &session, "audit.search", &filter).await?;
        let before = asked.before.parse().ok();
        (rows, next) = found(&house, &scope, &*references, &filter, before).await?;
    }
    let next = match next {
        Some(id) => {
            let more = Asked { before: id.to_string(), ..asked.clone() };
            format!("/staff/audit?{}", more.query())
        }
        None => String::new(),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &AuditPage { page: session.page, errors, asked, rows, next }))
}

/// The entries as signed JSON lines.
pub(super) async fn export(
    Extension(references): Extension<Arc<dyn References>>,
    session: StaffSession,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    let scope = allowed(&session)?;
    let house = session.page.site().house.clone();
    let (filter, mut errors) = read(&session.page, &*references, &asked).await?;
    if errors.is_empty() {
        note(&house, &session, "audit.export", &filter).await?;
        let (lines, more) = export_audit(&house, &scope, &filter).await.map_err(|e| Problem::because(&e))?;
        if !more {
            let name = format!("audit-{}.jsonl", house.now().format("%Y-%m-%d"));
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("application/jsonl; charset=utf-8")),
                (header::CONTENT_DISPOSITION, attachment(&name)),
            ];
            return Ok((headers, lines).into_response());
        }
        errors.add(&session.page, "from", "accounts-error-too-many");
    }
    let shown = AuditPage { page: session.page, errors, asked, rows: Vec::new(), next: String::new() };
    Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &shown))
}
