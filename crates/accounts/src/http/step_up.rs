//! The second factor anew, in the middle of a form: the page that asks for it carries what was typed, and the same post goes
//! on with the code beside it. Nothing is typed twice, and nothing is kept on the server.

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use haqqi_web::{Form, Problem, Site};

use crate::http::account::{Asks, confirm_page, shown_again};
use crate::http::extract::StaffSession;
use crate::passkey::Answer;
use crate::password::PasswordError;

/// The longest form that is carried; pages of staff take no longer one.
const LONGEST: usize = 1024 * 1024;
/// The field of the code, which no form of the house has for something else.
pub(super) const CODE: &str = "step_up_code";
/// What answers a passkey, and what belongs to one showing of a form: made anew, not carried.
const NOT_CARRIED: [&str; 9] =
    [CODE, "token", "once", "challenge", "credential", "client_data", "data", "signature", "user"];

/// Where a post stands that wants the second factor anew.
pub enum StepUp {
    /// It was shown: on to the room, as it came.
    Through(Request),
    /// It is asked for, or something is wrong.
    Answer(Response),
}

/// Asks for the second factor anew before this form is taken, and takes it where it is there. The session is known.
pub async fn step_up(site: &Site, session: uuid::Uuid, request: Request) -> StepUp {
    match ask(site, session, request).await {
        Ok(done) => done,
        Err(answer) => StepUp::Answer(answer),
    }
}

async fn ask(site: &Site, own: uuid::Uuid, request: Request) -> Result<StepUp, Response> {
    let (mut parts, body) = request.into_parts();
    let body = to_bytes(body, LONGEST).await.map_err(|_| Problem::too_large().into_response())?;
    let again = |parts| Request::from_parts(parts, Body::from(body.clone()));
    // Read as the room would read it: with the session's token, and as text.
    let fields = Form::<Vec<(String, String)>>::from_request(again(parts.clone()), site).await;
    let Form(fields) = fields.map_err(IntoResponse::into_response)?;
    let session = StaffSession::from_request_parts(&mut parts, site).await?;
    let to = parts.uri.path().to_owned();
    let code = fields.iter().find(|(name, _)| name == CODE).map(|(_, code)| code.clone());
    let answers: Form<Answer> =
        Form::from_request(again(parts.clone()), site).await.unwrap_or_else(|_| Form(Answer::default()));
    let by_passkey = code.is_none() && !answers.0.challenge.is_empty() && to != "/staff/account/passkey";
    let wrong = match (code, by_passkey) {
        (None, false) => None,
        (code, _) => {
            let code = code.unwrap_or_default();
            match shown_again(site, &session.actor, own, &code, &answers.0).await {
                (Ok(()), _) => return Ok(StepUp::Through(again(parts))),
                (Err(PasswordError::Wrong), (field, message)) => {
                    Some((if field == "code" { CODE } else { field }, message))
                }
                (Err(PasswordError::Slow), _) => return Err(Problem::too_many().into_response()),
                (Err(error), _) => return Err(Problem::because(&error).into_response()),
            }
        }
    };
    let carried = fields.into_iter().filter(|(name, _)| !NOT_CARRIED.contains(&name.as_str())).collect();
    let asks = Asks { to, field: CODE, carried };
    let page = confirm_page(session, own, asks, wrong).await.map_err(IntoResponse::into_response)?;
    Ok(StepUp::Answer(page))
}
