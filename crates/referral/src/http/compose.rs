//! Composing a hand-over: what shall be shared, then exactly what the receiver will see, then sending it. Nothing is
//! kept between these steps: the choices travel in the form.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::HEXLOWER;
use haqqi_accounts::StaffSession;
use haqqi_kernel::Reference;
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::compose::{Draft, Offer, Preview, offer, preview};
use crate::desk::ReferralDesk;
use crate::http::content::ContentPart;
use crate::http::fault::{on_form, problem, reference};
use crate::model::{Basis, Content, Item};
use crate::send::{Sending, send};

/// How much of a text is shown beside its checkbox, in characters.
const GLIMPSE: usize = 120;

/// What the two forms send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    basis: String,
    share: Vec<String>,
    message: String,
    seen: String,
    key: String,
    change: String,
}

#[derive(Template)]
#[template(path = "compose.html")]
struct ComposePage {
    page: Page,
    errors: Errors,
    reference: Reference,
    bases: Vec<(String, String, String)>,
    items: Vec<(String, String, String)>,
    form: Posted,
}

#[derive(Template)]
#[template(path = "preview.html")]
struct PreviewPage {
    page: Page,
    reference: Reference,
    receiver: String,
    content: String,
    seen: String,
    key: String,
    form: Posted,
}

fn basis_text(page: &Page, basis: &Basis) -> (String, String) {
    let (receiver, purpose) = basis.target();
    let ground = match basis {
        Basis::Consent(_) => "consent",
        Basis::Ground(ground) => ground.kind.code(),
    };
    let hint = match basis {
        Basis::Consent(consent) => consent
            .ends_at
            .map(|end| format!("{} {}", page.t("referral-until"), page.date(&end)))
            .unwrap_or_default(),
        Basis::Ground(_) => String::new(),
    };
    let text = format!(
        "{}: {} · {}",
        page.label("ground", ground),
        page.label("agency", receiver),
        page.label("service", purpose)
    );
    (text, hint)
}

/// What an item says, beside its checkbox: the coordinator chooses by what is in it.
fn glimpse(page: &Page, offer: &Offer, item: Item) -> String {
    let content = Content {
        v: 1,
        receiver: String::new(),
        purpose: String::new(),
        ground: String::new(),
        message: String::new(),
        pieces: Content::pieces(&offer.facts, &[item]),
    };
    let Some(piece) = content.pieces.first() else { return String::new() };
    let (_, text) = super::content::row(page, piece);
    if text.chars().count() > GLIMPSE {
        format!("{}…", text.chars().take(GLIMPSE).collect::<String>())
    } else {
        text
    }
}

pub(super) async fn show(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    page_of(&desk, session, reference(&text)?, Errors::none(), None).await
}

async fn page_of(
    desk: &ReferralDesk,
    session: StaffSession,
    reference: Reference,
    errors: Errors,
    form: Option<Posted>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let offer = offer(desk, &actor, reference).await.map_err(problem)?;
    let form = form.unwrap_or_else(|| Posted {
        basis: offer
            .bases
            .first()
            .filter(|_| offer.bases.len() == 1)
            .map(|(c, _)| c.clone())
            .unwrap_or_default(),
        share: offer.items.iter().filter(|item| item.by_default()).map(|item| item.code()).collect(),
        ..Posted::default()
    });
    let bases = offer
        .bases
        .iter()
        .map(|(code, basis)| {
            let (text, hint) = basis_text(&page, basis);
            (code.clone(), text, hint)
        })
        .collect();
    let items = offer
        .items
        .iter()
        .map(|item| {
            let text = page.t(&format!("referral-item-{}", item.kind()));
            (item.code(), text, glimpse(&page, &offer, *item))
        })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &ComposePage { errors, reference, bases, items, form, page }))
}

/// The draft of a form: receiver and purpose are those of the basis.
async fn draft(
    desk: &ReferralDesk,
    session: &StaffSession,
    reference: Reference,
    form: &Posted,
) -> Result<Draft, Problem> {
    let offer = offer(desk, &session.actor, reference).await.map_err(problem)?;
    let target = offer.bases.iter().find(|(code, _)| *code == form.basis).map(|(_, basis)| basis.target());
    let (receiver, purpose) = target.unwrap_or_default();
    Ok(Draft {
        receiver: receiver.to_owned(),
        purpose: purpose.to_owned(),
        basis: form.basis.clone(),
        share: form.share.clone(),
        message: form.message.clone(),
    })
}

pub(super) async fn look(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Posted>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    let draft = draft(&desk, &session, reference, &form).await?;
    match preview(&desk, &session.actor, reference, &draft).await {
        Ok(shown) => return Ok(preview_page(&desk, session.page, reference, shown, form)),
        Err(error) => on_form(&session.page, &mut errors, error)?,
    }
    page_of(&desk, session, reference, errors, Some(form)).await
}

fn preview_page(
    desk: &ReferralDesk,
    page: Page,
    reference: Reference,
    shown: Preview,
    form: Posted,
) -> Response {
    let mut key = [0u8; 16];
    desk.site.house.entropy().fill(&mut key);
    let key = HEXLOWER.encode(&key);
    let content = ContentPart::of(&page, &shown.content).markup();
    let receiver = page.label("agency", &shown.content.receiver);
    render(StatusCode::OK, &PreviewPage { reference, receiver, content, seen: shown.seen, key, form, page })
}

pub(super) async fn send_form(
    State(desk): State<ReferralDesk>,
    Path(text): Path<String>,
    session: StaffSession,
    Form(form): Form<Posted>,
) -> Result<Response, Problem> {
    let reference = reference(&text)?;
    let mut errors = Errors::none();
    if form.change.is_empty() {
        let sending = Sending {
            draft: draft(&desk, &session, reference, &form).await?,
            seen: form.seen.clone(),
            key: form.key.clone(),
        };
        match send(&desk, &session.actor, reference, &sending).await {
            Ok(_) => return Ok(Redirect::to(&format!("/staff/referrals/{text}")).into_response()),
            Err(error) => on_form(&session.page, &mut errors, error)?,
        }
    }
    page_of(&desk, session, reference, errors, Some(form)).await
}
