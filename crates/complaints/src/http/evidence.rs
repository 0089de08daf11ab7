//! Photos, papers and recordings: the page on which she adds them, after filing or when she comes back, and the files
//! themselves, which only she gets here.

use askama::Template;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_language::Args;
use haqqi_web::{Errors, Page, Problem, Upload, WorkerPage, download, render};

use crate::Desk;
use crate::come_back::Entered;
use crate::evidence::{
    EvidenceError, Piece, Received, Receiving, Refusal, Sort, TakeError, add_evidence, evidence_for_worker,
    room_for_worker, worker_evidence,
};
use crate::http::filed_evidence;
use crate::http::mine::{door, marked, of_this};
use crate::http::receipt::Receipt;
use crate::http::resumed::take_named;
use crate::http::seal::RECEIPT;

/// What may be chosen: browsers offer camera and album for it, and iPhones turn their own kind of photo into JPEG.
pub(super) const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf,audio/*";

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePage {
    page: Page,
    errors: Errors,
    rows: Vec<Row>,
    left: usize,
    accepted: &'static str,
    limit: String,
    /// The longest file, in bytes.
    longest: u64,
    /// Where she came from.
    back: &'static str,
}

/// A piece as she sees it.
pub(super) struct Row {
    pub number: i32,
    pub icon: &'static str,
    pub title: String,
    pub size: String,
    pub state: String,
    pub photo: bool,
    pub sound: bool,
}

/// The answer to what went wrong with evidence.
#[must_use]
pub fn evidence_problem(error: &EvidenceError) -> Problem {
    match error {
        EvidenceError::NotFound => Problem::not_found(),
        EvidenceError::Waiting => Problem::new(StatusCode::CONFLICT, "complaints-problem-waiting"),
        EvidenceError::TooMany => Problem::unprocessable().field("file", Refusal::TooMany.message()),
        EvidenceError::Commit(error) => Problem::uncommitted(error),
        other => Problem::because(other),
    }
}

/// A file that the disk does not take is refused for now; nothing of it stays.
pub(super) fn untaken(error: &TakeError) -> Problem {
    tracing::error!(%error, "a file cannot be kept");
    Problem::unavailable()
}

/// Whoever came back, or has just got a receipt: she or a filer; and the page on which they stand.
async fn came(desk: &Desk, headers: &HeaderMap) -> Result<Option<(Entered, &'static str)>, Problem> {
    if let Some(entered) = door(desk, headers).await? {
        return Ok(Some((entered, "/mine")));
    }
    let Some(receipt) = RECEIPT.read::<Receipt>(&desk.site, headers) else { return Ok(None) };
    Ok(receipt.enter(desk).await.ok().map(|(entered, _)| (entered, "/receipt")))
}

/// The same, if it is she herself.
pub(super) async fn entered(
    desk: &Desk,
    headers: &HeaderMap,
) -> Result<Option<(Entered, &'static str)>, Problem> {
    Ok(came(desk, headers).await?.filter(|(entered, _)| entered.is_herself()))
}

/// A size in whole kilobytes or tenths of a megabyte, in her digits.
#[must_use]
pub fn file_size(page: &Page, bytes: u64) -> String {
    let (id, number) = if bytes < 1_000_000 {
        ("complaints-size-kb", bytes.div_ceil(1_000))
    } else {
        ("complaints-size-mb", bytes.div_ceil(1_000_000))
    };
    page.ta(id, &Args::new().set("number", page.number(number)))
}

pub(super) fn row(page: &Page, piece: &Piece) -> Row {
    let sort = piece.sort();
    let (icon, id) = match sort {
        _ if piece.voice => ("speech", "complaints-evidence-voice"),
        Sort::Photo => ("eye", "complaints-evidence-photo"),
        Sort::Paper => ("document", "complaints-evidence-paper"),
        Sort::Sound => ("listen", "complaints-evidence-sound"),
    };
    let state = if piece.refused {
        "complaints-evidence-refused"
    } else if piece.waiting {
        "complaints-evidence-waiting"
    } else {
        "complaints-evidence-kept"
    };
    Row {
        number: piece.number,
        icon,
        title: page.ta(id, &Args::new().set("number", page.number(piece.number))),
        size: file_size(page, piece.size),
        state: page.t(state),
        photo: piece.showable && sort == Sort::Photo,
        sound: piece.showable && sort == Sort::Sound,
    }
}

async fn page_of(
    desk: &Desk,
    page: Page,
    (entered, back): (&Entered, &'static str),
    errors: Errors,
) -> Result<Response, Problem> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = marked(desk, page, entered);
    let pieces = worker_evidence(desk, entered).await.map_err(|e| evidence_problem(&e))?;
    let (left, _) = room_for_worker(desk, entered).await.map_err(|e| evidence_problem(&e))?;
    let rows = pieces.iter().map(|piece| row(&page, piece)).collect();
    let longest = desk.evidence.longest();
    let limit = file_size(&page, longest);
    let accepted = ACCEPTED;
    Ok(render(status, &EvidencePage { page, errors, rows, left, accepted, limit, longest, back }))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    match came(&desk, &headers).await? {
        Some((entered, back)) if entered.is_herself() => {
            page_of(&desk, page, (&entered, back), Errors::none()).await
        }
        Some((entered, back)) => filed_evidence::page_of(&desk, page, (&entered, back), Errors::none()).await,
        None => Ok(Redirect::to(&page.at("/return")).into_response()),
    }
}

/// What came with a form.
#[derive(Default)]
pub struct Taken {
    /// What was taken, in order.
    pub received: Vec<Received>,
    /// Which file, from 1, was refused, and why.
    pub refused: Vec<(usize, Refusal)>,
    /// The digests of what came in pieces and was taken by the same form before.
    pub before: Vec<[u8; 32]>,
    /// The fields of text.
    pub fields: Vec<(String, String)>,
}

impl Taken {
    /// Notes whether what was received could be kept: files that did not fit any more are refused under this number.
    ///
    /// # Errors
    /// Any other fault.
    pub fn kept<T>(&mut self, added: Result<T, EvidenceError>, file: usize) -> Result<bool, Problem> {
        match added {
            Ok(_) => Ok(true),
            Err(EvidenceError::TooMany) => {
                self.refused.push((file, Refusal::TooMany));
                Ok(false)
            }
            Err(other) => Err(evidence_problem(&other)),
        }
    }
}

/// Takes the files of a form, at most `left`, each of one of these sorts. What is refused stays nowhere.
///
/// # Errors
/// The form cannot be read, or the disk does not take a file.
pub async fn take_files(
    desk: &Desk,
    upload: &mut Upload,
    left: usize,
    sorts: &[Sort],
) -> Result<Taken, Problem> {
    let mut taken = Taken::default();
    let mut files = 0;
    while let Some(mut part) = upload.part().await? {
        let Some(name) = part.file_name() else {
            let field = part.name().to_owned();
            taken.fields.push((field, part.text().await?));
            continue;
        };
        let first = part.chunk().await?;
        if first.as_ref().is_none_or(|bytes| bytes.is_empty()) && name.is_empty() {
            // A field for files in which none was chosen.
            continue;
        }
        files += 1;
        if taken.received.len() >= left {
            taken.refused.push((files, Refusal::TooMany));
            while part.chunk().await?.is_some() {}
            continue;
        }
        let mut receiving = Receiving::begin(desk, &name).await.map_err(|e| untaken(&e))?;
        let mut chunk = first;
        while let Some(bytes) = chunk {
            receiving.write(&bytes).await.map_err(|e| untaken(&e))?;
            chunk = part.chunk().await?;
        }
        match receiving.finish(desk, sorts).await {
            Ok(received) => taken.received.push(received),
            Err(TakeError::Refused(why)) => taken.refused.push((files, why)),
            Err(error) => return Err(untaken(&error)),
        }
    }
    Ok(taken)
}

/// Every sort that evidence may be of.
pub const ANY_SORT: [Sort; 3] = [Sort::Photo, Sort::Paper, Sort::Sound];

pub(super) async fn add(
    State(desk): State<Desk>,
    WorkerPage(page): WorkerPage,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let (entered, back) = came(&desk, &headers).await?.ok_or_else(Problem::expired)?;
    if !entered.is_herself() {
        return filed_evidence::add(&desk, page, (&entered, back), request).await;
    }
    of_this(&desk, &page, &entered)?;
    let (left, _) = room_for_worker(&desk, &entered).await.map_err(|e| evidence_problem(&e))?;
    let mut upload = Upload::from_request(request, &desk).await?;
    let mut taken = take_files(&desk, &mut upload, left, &ANY_SORT).await?;
    let resumed = take_named(&desk, &headers, &mut taken, left, &ANY_SORT).await?;
    let mut errors = Errors::none();
    if !taken.received.is_empty() {
        let added = add_evidence(&desk, &entered, &mut taken.received).await;
        if taken.kept(added, 0)? {
            resumed.are_kept(&desk).await;
        } else {
            resumed.are_refused(&desk).await?;
        }
    }
    say_refused(&page, &mut errors, &taken);
    if errors.is_empty() {
        return Ok(Redirect::to(&page.at("/evidence")).into_response());
    }
    page_of(&desk, page, (&entered, back), errors).await
}

/// Says what was refused and why; nothing chosen is a fault too.
pub fn say_refused(page: &Page, errors: &mut Errors, taken: &Taken) {
    for (file, why) in &taken.refused {
        let args = Args::new().set("number", page.number(*file));
        let which = page.ta("complaints-evidence-which", &args);
        errors.add_text("file", &format!("{which} {}", page.t(why.message())));
    }
    if taken.received.is_empty() && taken.refused.is_empty() && taken.before.is_empty() {
        errors.add(page, "file", "complaints-evidence-error-none");
    }
}

pub(super) async fn file(
    State(desk): State<Desk>,
    WorkerPage(_): WorkerPage,
    Path((_, number, text)): Path<(String, i32, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let which = super::api_evidence::which_file(&text)?;
    let (entered, _) = entered(&desk, &headers).await?.ok_or_else(Problem::not_found)?;
    let ready =
        evidence_for_worker(&desk, &entered, number, which).await.map_err(|e| evidence_problem(&e))?;
    Ok(download(ready.file, ready.format.media(), &ready.name, &headers))
}
