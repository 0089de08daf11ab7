//! The ministry's own publications: the list that staff keep, and the form that takes a PDF in each language.

use askama::Template;
use axum::Extension;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Errors, Form, Page, Problem, Sent, Site, Upload, render};
use uuid::Uuid;

use crate::publication::{
    LONGEST_PAPER, NewPublication, Publication, PublishError, Standing, Words, publications, publish,
    withdraw_paper,
};

/// A publication as a line of a list.
pub(super) struct PaperRow {
    pub id: String,
    pub code: String,
    pub title: String,
    pub dated: String,
    /// What became of it, where it is public no more.
    pub ended: String,
    /// Language, its name, and size of each paper.
    pub papers: Vec<(String, String, String)>,
    pub public: bool,
}

/// The words in the language of the page, or the first there are.
pub(super) fn in_language(page: &Page, words: &Words) -> String {
    let own = words.iter().find(|(tag, _)| tag == page.tag()).or_else(|| words.first());
    own.map(|(_, text)| text.clone()).unwrap_or_default()
}

/// A publication as a line.
pub(super) fn row(page: &Page, one: &Publication) -> PaperRow {
    let noon = one.dated.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc();
    let ended = one.ended.as_ref().map_or_else(String::new, |(at, reason)| {
        let id = match one.standing {
            Standing::Replaced => "statistics-paper-replaced",
            Standing::Public | Standing::Withdrawn => "statistics-paper-withdrawn",
        };
        let args =
            haqqi_language::Args::new().set("at", page.date(at)).set("reason", in_language(page, reason));
        page.ta(id, &args)
    });
    let public = one.standing == Standing::Public;
    let size = |bytes: u64| page.t1("statistics-paper-size", "number", page.number(bytes.div_ceil(1000)));
    let papers = one.papers.iter().map(|(tag, bytes)| (tag.clone(), page.language_name(tag), size(*bytes)));
    PaperRow {
        id: one.id.to_string(),
        code: one.code.clone(),
        title: in_language(page, &one.titles),
        dated: page.date(&noon),
        ended,
        papers: if public { papers.collect() } else { Vec::new() },
        public,
    }
}

/// A field for each language of the staff: tag, name, direction, what was typed.
pub(super) type Fields = Vec<(String, String, &'static str, String)>;

/// A field of words for each language, filled with what was typed.
pub(super) fn fields(page: &Page, typed: &[(String, String)], name: &str) -> Fields {
    let tags = page.site().pack.staff_languages().iter();
    let value = |tag: &str| {
        let field = format!("{name}_{tag}");
        typed.iter().find(|(typed, _)| *typed == field).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    tags.map(|tag| (tag.clone(), page.language_name(tag), page.dir_of(tag), value(tag))).collect()
}

/// What was typed into the fields of this name.
pub(super) fn words(page: &Page, typed: &[(String, String)], name: &str) -> Words {
    fields(page, typed, name).into_iter().map(|(tag, _, _, text)| (tag, text)).collect()
}

#[derive(Template)]
#[template(path = "papers.html")]
struct PapersPage {
    page: Page,
    errors: Errors,
    rows: Vec<PaperRow>,
    titles: Fields,
    reasons: Fields,
    files: Fields,
    dated: String,
    replaces: String,
    choices: Vec<(String, String)>,
    limit: String,
}

fn typed<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
}

async fn page_of(
    site: &Site,
    page: Page,
    errors: Errors,
    sent: &[(String, String)],
) -> Result<Response, Problem> {
    let all = publications(site).await.map_err(|e| Problem::because(&e))?;
    let rows: Vec<PaperRow> = all.iter().map(|one| row(&page, one)).collect();
    let public = rows.iter().filter(|row| row.public);
    let choices = public.map(|row| (row.id.clone(), format!("{} ({})", row.title, row.dated))).collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = PapersPage {
        rows,
        choices,
        titles: fields(&page, sent, "title"),
        reasons: fields(&page, sent, "reason"),
        files: fields(&page, sent, "file"),
        dated: typed(sent, "dated").to_owned(),
        replaces: typed(sent, "replaces").to_owned(),
        limit: page.t1("statistics-paper-limit", "number", page.number(LONGEST_PAPER / 1_000_000)),
        errors,
        page,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(State(site): State<Site>, session: StaffSession) -> Result<Response, Problem> {
    judge(&session.actor, Action::PublishPapers).map_err(|_| Problem::not_found())?;
    page_of(&site, session.page, Errors::none(), &[]).await
}

/// The field and the message of a refusal that a person can put right.
pub(super) fn wrong(error: PublishError) -> Result<(&'static str, &'static str), Problem> {
    match error {
        PublishError::Field(field @ "dated") => Ok((field, "statistics-paper-error-day")),
        PublishError::Field(field @ "file") => Ok((field, "statistics-paper-error-none")),
        PublishError::Field(field @ "reason") => Ok((field, "statistics-paper-error-reason")),
        PublishError::Field(field) => Ok((field, "statistics-paper-error-words")),
        PublishError::NoPdf => Ok(("file", "statistics-paper-error-pdf")),
        PublishError::TooLong => Ok(("file", "statistics-paper-error-long")),
        PublishError::Ended => Ok(("replaces", "statistics-paper-error-ended")),
        PublishError::NotFound => Err(Problem::not_found()),
        PublishError::Commit(error) => Err(Problem::uncommitted(&error)),
        PublishError::Db(error) => Err(Problem::because(&error)),
    }
}

/// What a form brought: its fields, and the PDFs by language. One that is too long is read to its end and forgotten.
struct Brought {
    fields: Vec<(String, String)>,
    papers: Vec<(String, Vec<u8>)>,
    long: bool,
}

async fn brought(upload: &mut Upload, fields: Vec<(String, String)>) -> Result<Brought, Problem> {
    let mut brought = Brought { fields, papers: Vec::new(), long: false };
    while let Some(mut part) = upload.part().await? {
        let name = part.name().to_owned();
        let Some(tag) = name.strip_prefix("file_") else {
            brought.fields.push((name, part.text().await?));
            continue;
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await? {
            if bytes.len() + chunk.len() > LONGEST_PAPER {
                brought.long = true;
                bytes.clear();
            }
            if !brought.long {
                bytes.extend_from_slice(&chunk);
            }
        }
        if !bytes.is_empty() {
            brought.papers.push((tag.to_owned(), bytes));
        }
    }
    Ok(brought)
}

/// A refusal with what was typed, so that the sender gets it back. Files are not read.
async fn refused(mut upload: Upload, answer: Response) -> Result<Response, Problem> {
    let mut fields = Vec::new();
    while let Some(part) = upload.part().await? {
        if part.file_name().is_none() {
            fields.push((part.name().to_owned(), part.text().await?));
        }
    }
    Ok((Extension(Sent(fields)), answer).into_response())
}

/// Publishes.
pub(super) async fn submit(
    State(site): State<Site>,
    session: Result<StaffSession, Response>,
    request: Request,
) -> Result<Response, Problem> {
    let upload = Upload::from_request(request, &site).await;
    let session = match session {
        Ok(session) => session,
        Err(answer) => return refused(upload?, answer).await,
    };
    judge(&session.actor, Action::PublishPapers).map_err(|_| Problem::not_found())?;
    let mut upload = upload?;
    let StaffSession { actor, page, .. } = session;
    if !upload.is_from(&page).await? {
        return refused(upload, Problem::expired().into_response()).await;
    }
    let Brought { fields: sent, papers, long } = brought(&mut upload, Vec::new()).await?;
    let mut errors = Errors::none();
    let replaces = match typed(&sent, "replaces") {
        "" => None,
        id => match id.parse::<Uuid>() {
            Ok(id) => Some((id, words(&page, &sent, "reason"))),
            Err(_) => return Err(Problem::not_found()),
        },
    };
    let day = haqqi_kernel::plain_digits(typed(&sent, "dated").trim());
    let new = NewPublication {
        titles: words(&page, &sent, "title"),
        dated: day.parse::<NaiveDate>().ok(),
        papers,
        replaces,
    };
    let published = if long { Err(PublishError::TooLong) } else { publish(&site, &actor, &new).await };
    match published {
        Ok(_) => Ok(Redirect::to("/staff/papers").into_response()),
        Err(error) => {
            let (field, message) = wrong(error)?;
            errors.add(&page, field, message);
            page_of(&site, page, errors, &sent).await
        }
    }
}

pub(super) async fn withdraw_form(
    State(site): State<Site>,
    Path(id): Path<String>,
    session: StaffSession,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    judge(&actor, Action::PublishPapers).map_err(|_| Problem::not_found())?;
    let id = id.parse::<Uuid>().map_err(|_| Problem::not_found())?;
    match withdraw_paper(&site, &actor, id, &words(&page, &sent, "why")).await {
        Ok(()) => Ok(Redirect::to("/staff/papers").into_response()),
        Err(PublishError::Ended) => Err(Problem::conflict()),
        Err(error) => {
            let (_, message) = wrong(error)?;
            let mut errors = Errors::none();
            errors.add(&page, "why", message);
            page_of(&site, page, errors, &[]).await
        }
    }
}
