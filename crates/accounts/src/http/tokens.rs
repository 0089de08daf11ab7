//! The tokens of the own account: the list, the form that makes one, and what programs see of them.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_kernel::{Action, Actor, ByToken};
use haqqi_web::{Errors, Form, Json, Page, Problem, Site, instant};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::account::page_of;
use crate::http::extract::{ApiStaff, OwnSession, StaffSession};
use crate::http::provider::Way;
use crate::manage::{ChangeError, Ending, end_own};
use crate::own_token::{OwnToken, OwnTokenError, TOKEN_DAYS, make_own_token, token_actions};
use crate::token::{TokenView, tokens};

/// What somebody typed into the form, what was wrong with it, or the token that came of it.
#[derive(Default)]
pub(super) struct AskedToken {
    name: String,
    actions: Vec<String>,
    days: String,
    wrong: Option<(&'static str, &'static str)>,
    made: Option<String>,
}

/// What the page of the account shows of tokens.
pub(super) struct TokensPart {
    pub(super) errors: Errors,
    /// A token that was made just now.
    pub(super) made: Option<String>,
    /// Each, and what it lets through in words.
    pub(super) rows: Vec<(TokenView, Vec<String>)>,
    /// For what one may be made: code, words, hint.
    pub(super) actions: Vec<(String, String, String)>,
    pub(super) days: Vec<(String, String)>,
    pub(super) name: String,
    pub(super) chosen: Vec<String>,
    pub(super) day: String,
}

/// An action, in words.
fn words(page: &Page, action: Action) -> String {
    page.t(&format!("accounts-action-{}", action.code()))
}

impl TokensPart {
    pub(super) fn of(page: &Page, actor: &Actor, tokens: Vec<TokenView>, asked: AskedToken) -> Self {
        let mut errors = Errors::none();
        if let Some((field, message)) = asked.wrong {
            errors.add(page, field, message);
        }
        let hint = |action: Action| match action.by_token() {
            ByToken::Named => page.t("accounts-token-named"),
            ByToken::Any | ByToken::Never => String::new(),
        };
        let allowed = token_actions(actor);
        let actions = allowed.iter().map(|one| (one.code(), words(page, *one), hint(*one))).collect();
        // What no token lets through is on none, whatever was once written on it.
        let lets = |one: &TokenView| -> Vec<String> {
            let only = one.only.iter().flatten().filter(|action| action.by_token() != ByToken::Never);
            only.map(|action| words(page, *action)).collect()
        };
        Self {
            errors,
            made: asked.made,
            rows: tokens.into_iter().map(|one| (lets(&one), one)).map(|(lets, one)| (one, lets)).collect(),
            actions,
            days: TOKEN_DAYS
                .iter()
                .map(|days| (days.to_string(), page.tn("accounts-token-days", "count", usize::from(*days))))
                .collect(),
            name: asked.name,
            chosen: asked.actions,
            day: if asked.days.is_empty() { "30".to_owned() } else { asked.days },
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        match (self.errors.is_empty(), &self.made) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, Some(_)) => StatusCode::CREATED,
            (true, None) => StatusCode::OK,
        }
    }
}

/// Makes a token; it is shown once.
pub(super) async fn make(
    session: StaffSession,
    OwnSession(own): OwnSession,
    Extension(way): Extension<Way>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let all = |name: &str| -> Vec<String> {
        fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect()
    };
    let one = |name: &str| all(name).into_iter().next().unwrap_or_default();
    let mut asked =
        AskedToken { name: one("name"), actions: all("actions"), days: one("days"), ..AskedToken::default() };
    let actions: Option<Vec<Action>> = asked.actions.iter().map(|code| Action::from_code(code)).collect();
    let new = OwnToken {
        name: asked.name.clone(),
        // An action that is none fits nobody.
        actions: actions.unwrap_or_default(),
        days: asked.days.parse().unwrap_or_default(),
    };
    let house = session.page.site().house.clone();
    match make_own_token(&house, &session.actor, own, &new).await {
        Ok(made) => asked = AskedToken { made: Some(made), ..AskedToken::default() },
        Err(OwnTokenError::NotFresh) => return Err(Problem::confirm()),
        Err(OwnTokenError::Name) => asked.wrong = Some(("name", "accounts-error-token-name")),
        Err(OwnTokenError::Actions) => asked.wrong = Some(("actions", "accounts-error-token-actions")),
        Err(OwnTokenError::Days) => asked.wrong = Some(("days", "common-error-choose")),
        Err(OwnTokenError::NamedDays) => asked.wrong = Some(("days", "accounts-error-token-named")),
        Err(OwnTokenError::Many) => asked.wrong = Some(("name", "accounts-error-token-many")),
        Err(OwnTokenError::Commit(error)) => return Err(Problem::uncommitted(&error)),
        Err(OwnTokenError::Db(error)) => return Err(Problem::because(&error)),
    }
    page_of(session, &way, own, Vec::new(), asked).await
}

/// A token of the own account: never its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = ApiToken)]
pub(super) struct Token {
    /// By which it is ended.
    mark: String,
    /// What for.
    name: String,
    /// The only actions that it lets through; absent: all of its owner's that a token may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    actions: Option<Vec<String>>,
    /// When it was made.
    since: String,
    /// Until when it holds; absent: until it is ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// When it was last used.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used: Option<String>,
}

impl Token {
    fn of(one: TokenView) -> Self {
        let codes = |only: Vec<Action>| only.into_iter().map(Action::code).collect();
        Self {
            mark: one.mark,
            name: one.name,
            actions: one.only.map(codes),
            since: instant(one.since),
            until: one.until.map(instant),
            last_used: one.last.map(instant),
        }
    }
}

/// The own tokens that hold, the newest first. They are made by a person, at the page of the account.
#[utoipa::path(get, path = "/api/v1/tokens", responses((status = 200, body = Vec<Token>), (status = 401)),
    tag = "accounts")]
pub(super) async fn api_list(
    State(site): State<Site>,
    caller: ApiStaff,
) -> Result<Json<Vec<Token>>, Problem> {
    let all = tokens(&site.house, caller.staff.id).await.map_err(|e| Problem::because(&e))?;
    Ok(Json(all.into_iter().map(Token::of).collect()))
}

/// Ends a token of one's own.
#[utoipa::path(delete, path = "/api/v1/tokens/{mark}", params(("mark" = String, Path)),
    responses((status = 204), (status = 401), (status = 404)), tag = "accounts")]
pub(super) async fn api_end(
    State(site): State<Site>,
    Path(mark): Path<String>,
    caller: ApiStaff,
) -> Result<StatusCode, Problem> {
    match end_own(&site.house, &caller.actor, Ending::Token(&mark), None).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(ChangeError::NotFound) => Err(Problem::not_found()),
        Err(ChangeError::Commit(error)) => Err(Problem::uncommitted(&error)),
        Err(error) => Err(Problem::because(&error)),
    }
}
