//! The own account: what one may do here, where one is signed in, tokens, recovery codes, password.

use askama::Template;
use axum::Extension;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Role, judge};
use haqqi_web::{Errors, Form, Json, Page, Problem, Site, render};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::absence::is_ours;
use crate::http::extract::{ApiStaff, OwnSession, StaffSession};
use crate::http::provider::Way;
use crate::http::sign_in::local;
use crate::http::tokens::{AskedToken, TokensPart};
use crate::manage::{ChangeError, Ending, end_own};
use crate::passkey::{
    Answer, Offer, Party, PasskeyError, PasskeyView, confirm_by_passkey, offer_confirming, passkeys,
};
use crate::password::{PasswordError, change_password, confirm};
use crate::provider::linked;
use crate::recovery::{new_recovery_codes, recovery_codes_left};
use crate::session::{SessionView, sessions};
use crate::token::tokens;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    rows: Vec<(String, String)>,
    /// What each role does, and what it never sees.
    duties: Vec<(String, String, String)>,
    /// Whether somebody of the inspectorate looks: others are given no work.
    ours: bool,
    sessions: Vec<(SessionView, bool)>,
    tokens: TokensPart,
    codes_left: u64,
    codes: Vec<String>,
    /// Whether passkeys can be used under this address.
    offered: bool,
    passkeys: Vec<PasskeyView>,
    /// What the other provider of sign-ins is called, if there is one.
    provider: Option<String>,
    /// Since when the own account there is linked, and when it was last used.
    linked: Option<(DateTime<Utc>, Option<DateTime<Utc>>)>,
}

/// What a role does and what it never sees, in words.
fn duty(page: &Page, role: Role) -> (String, String, String) {
    let code = role.code();
    (
        page.label("role", code),
        page.t(&format!("accounts-does-{code}")),
        page.t(&format!("accounts-never-{code}")),
    )
}

/// What went wrong inside where passkeys were asked for.
pub(super) fn refused(error: &PasskeyError) -> Problem {
    match error {
        PasskeyError::Commit(error) => Problem::uncommitted(error),
        error => Problem::because(error),
    }
}

pub(super) async fn page_of(
    session: StaffSession,
    way: &Way,
    own: Uuid,
    codes: Vec<String>,
    asked: AskedToken,
) -> Result<Response, Problem> {
    let StaffSession { staff, page, actor, .. } = session;
    let because = |e: sea_orm::DbErr| Problem::because(&e);
    let house = page.site().house.clone();
    let roles: Vec<String> = staff.roles.iter().map(|role| page.label("role", role.code())).collect();
    let mut rows = vec![
        (page.t("accounts-name"), staff.name.clone()),
        (page.t("accounts-sign-in-name"), staff.sign_in.clone()),
        (page.t("accounts-roles"), page.language().list(&roles)),
    ];
    if let Some(office) = &staff.office {
        rows.push((page.t("accounts-office"), page.label("office", office)));
    }
    if let Some(agency) = &staff.agency {
        rows.push((page.t("accounts-agency"), page.label("agency", agency)));
    }
    let duties = staff.roles.iter().map(|role| duty(&page, *role)).collect();
    let all = sessions(&house, staff.id).await.map_err(because)?;
    let sessions = all.into_iter().map(|one| (one.id == own, one)).map(|(own, one)| (one, own)).collect();
    let tokens = TokensPart::of(&page, &actor, tokens(&house, staff.id).await.map_err(because)?, asked);
    let codes_left = recovery_codes_left(&house, staff.id).await.map_err(because)?;
    let passkeys = passkeys(&house, &actor).await.map_err(|e| refused(&e))?;
    let offered = Party::of(&page.site().settings.base_url).is_some();
    let provider = way.label(&page);
    let linked = linked(&house, staff.id).await.map_err(because)?;
    let cookie = page.language_cookie();
    let status = if codes.is_empty() { tokens.status() } else { StatusCode::CREATED };
    let ours = is_ours(&staff);
    let shown = AccountPage {
        page,
        rows,
        duties,
        ours,
        sessions,
        tokens,
        codes_left,
        codes,
        offered,
        passkeys,
        provider,
        linked,
    };
    Ok(([(axum::http::header::SET_COOKIE, cookie)], render(status, &shown)).into_response())
}

pub(super) async fn show(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Extension(way): Extension<Way>,
) -> Result<Response, Problem> {
    page_of(session, &way, own, Vec::new(), AskedToken::default()).await
}

/// What is to end: a session or a token by its mark, or all other sessions.
#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    session: String,
    #[serde(default)]
    token_mark: String,
}

impl Which {
    pub(super) fn ending(&self) -> Ending<'_> {
        match (self.session.as_str(), self.token_mark.as_str()) {
            ("", "") => Ending::Sessions,
            ("", mark) => Ending::Token(mark),
            (mark, _) => Ending::Session(mark),
        }
    }
}

pub(super) async fn end(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Form(which): Form<Which>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    match end_own(&house, &session.actor, which.ending(), Some(own)).await {
        Ok(()) | Err(ChangeError::NotFound) => Ok(Redirect::to("/staff/account").into_response()),
        Err(error) => Err(Problem::because(&error)),
    }
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// New recovery codes, shown once.
pub(super) async fn recovery(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Extension(way): Extension<Way>,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let mut unit = session.page.site().house.unit(session.actor.clone());
    let codes = new_recovery_codes(&mut unit, session.staff.id);
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    page_of(session, &way, own, codes, AskedToken::default()).await
}

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordPage {
    page: Page,
    errors: Errors,
    done: bool,
}

pub(super) async fn password(session: StaffSession) -> Response {
    render(StatusCode::OK, &PasswordPage { page: session.page, errors: Errors::none(), done: false })
}

#[derive(Deserialize)]
pub(super) struct NewPassword {
    #[serde(default)]
    password: String,
    #[serde(default)]
    new_password: String,
    #[serde(default)]
    code: String,
}

/// The field and the message of what is wrong with a password or a code.
fn wrong(error: PasswordError) -> Result<(&'static str, &'static str), Problem> {
    Ok(match error {
        PasswordError::Wrong => ("code", "accounts-error-confirm"),
        PasswordError::Slow => return Err(Problem::too_many()),
        PasswordError::Short => ("new_password", "accounts-error-password"),
        PasswordError::Breached => ("new_password", "accounts-error-breached"),
        other => return Err(Problem::because(&other)),
    })
}

pub(super) async fn set_password(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Form(typed): Form<NewPassword>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let house = page.site().house.clone();
    let changed =
        change_password(&house, &actor, own, (&typed.password, &typed.new_password), &typed.code).await;
    let mut errors = Errors::none();
    if let Err(error) = changed {
        let (field, message) = wrong(error)?;
        errors.add(&page, field, message);
        let shown = PasswordPage { page, errors, done: false };
        return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &shown));
    }
    Ok(render(StatusCode::OK, &PasswordPage { page, errors, done: true }))
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct ConfirmPage {
    page: Page,
    errors: Errors,
    asks: Asks,
    offer: Option<Offer>,
}

/// Where the answer goes, in which field the code stands, and what the form carries besides.
pub(super) struct Asks {
    pub(super) to: String,
    pub(super) field: &'static str,
    pub(super) carried: Vec<(String, String)>,
}

impl Asks {
    /// On to a page.
    fn before(next: String) -> Self {
        let carried = vec![("next".to_owned(), next)];
        Self { to: "/staff/confirm".to_owned(), field: "code", carried }
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

/// The page that asks whether it is still the same person, with what is wrong.
pub(super) async fn confirm_page(
    session: StaffSession,
    own: Uuid,
    asks: Asks,
    wrong: Option<(&str, &str)>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let site = page.site();
    let offer = match Party::of(&site.settings.base_url) {
        Some(party) => {
            offer_confirming(&site.house, &actor, own, &party).await.map_err(|error| refused(&error))?
        }
        None => None,
    };
    let mut errors = Errors::none();
    if let Some((field, message)) = wrong {
        errors.add(&page, field, message);
    }
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(render(status, &ConfirmPage { page, errors, asks, offer }))
}

/// Asks for the second factor anew, before a name is opened or much leaves the house.
pub(super) async fn ask_again(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let next = local(&asked.next).unwrap_or("/staff/account").to_owned();
    confirm_page(session, own, Asks::before(next), None).await
}

/// Whether the second factor was shown, by a passkey or by a code; and what is wrong where it was not.
pub(super) async fn shown_again(
    site: &Site,
    actor: &Actor,
    own: Uuid,
    code: &str,
    passkey: &Answer,
) -> (Result<(), PasswordError>, (&'static str, &'static str)) {
    let party = Party::of(&site.settings.base_url).filter(|_| !passkey.challenge.is_empty());
    match &party {
        Some(party) => {
            let shown = confirm_by_passkey(&site.house, actor, own, party, passkey).await;
            (shown, ("passkey", "accounts-error-passkey"))
        }
        None => (confirm(&site.house, actor, own, code).await, ("code", "accounts-error-confirm")),
    }
}

#[derive(Deserialize)]
pub(super) struct Confirmed {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
    #[serde(flatten)]
    passkey: Answer,
}

pub(super) async fn again(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Form(typed): Form<Confirmed>,
) -> Result<Response, Problem> {
    let site = session.page.site().clone();
    let next = local(&typed.next).unwrap_or("/staff/account").to_owned();
    let (shown, way) = shown_again(&site, &session.actor, own, &typed.code, &typed.passkey).await;
    match shown {
        Ok(()) => Ok(Redirect::to(&next).into_response()),
        Err(PasswordError::Wrong) => confirm_page(session, own, Asks::before(next), Some(way)).await,
        Err(error) => Err(wrong(error).err().unwrap_or_else(Problem::internal)),
    }
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    page: Page,
    duties: Vec<(String, String, String)>,
    links: Vec<(&'static str, String, String)>,
}

/// Where somebody begins who has no queue: what they do here, what they never see, and where it is done.
pub(super) async fn start(session: StaffSession) -> Response {
    const PLACES: [(&str, &str, Action); 5] = [
        ("/staff/audit", "accounts-start-audit", Action::ReadAudit),
        ("/staff/openings", "accounts-start-openings", Action::WatchOpenings),
        ("/staff/approvals", "accounts-start-approvals", Action::ApproveDisclosure),
        ("/staff/people", "accounts-start-people", Action::ShutAccount),
        ("/staff/papers", "accounts-start-papers", Action::PublishPapers),
    ];
    let StaffSession { actor, staff, page, .. } = session;
    let duties = staff.roles.iter().map(|role| duty(&page, *role)).collect();
    let links = PLACES
        .iter()
        .filter(|(_, _, action)| judge(&actor, *action).is_ok())
        .map(|(href, text, _)| (*href, page.t(text), page.t(&format!("{text}-hint"))))
        .collect();
    render(StatusCode::OK, &StartPage { page, duties, links })
}

/// Who the token belongs to.
#[derive(Serialize, ToSchema)]
pub(super) struct Me {
    /// The account, as work names who has it.
    id: Uuid,
    /// Name under which the person signs in.
    sign_in: String,
    /// Name.
    name: String,
    /// Office, a code of the pack.
    office: Option<String>,
    /// Agency, for a user of one.
    agency: Option<String>,
    /// Roles.
    roles: Vec<&'static str>,
    /// What this token and these roles let through, by code of the action.
    actions: Vec<String>,
}

/// Who am I?
#[utoipa::path(get, path = "/api/v1/me", responses((status = 200, body = Me), (status = 401)), tag = "accounts")]
pub(super) async fn me(caller: ApiStaff) -> Json<Me> {
    let may = |action: &&Action| judge(&caller.actor, **action).is_ok();
    let actions = Action::ALL.iter().filter(may).map(|action| action.code()).collect();
    Json(Me {
        id: caller.staff.id,
        sign_in: caller.staff.sign_in,
        name: caller.staff.name,
        office: caller.staff.office,
        agency: caller.staff.agency,
        roles: caller.staff.roles.iter().map(|role| role.code()).collect(),
        actions,
    })
}
