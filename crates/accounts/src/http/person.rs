//! One account, for who manages it or may shut it: roles, sessions, tokens. Never a credential, and nothing of any case.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_kernel::{Action, Actor, Role, judge};
use haqqi_web::{Errors, Form, Page, Problem, render};
use serde::Deserialize;

use crate::directory::StaffView;
use crate::http::account::Which;
use crate::http::extract::StaffSession;
use crate::http::people::Shown;
use crate::invite::invite_anew;
use crate::manage::{
    ChangeError, end_for, open_account, set_reach, set_roles, set_trained, shut_account, within_reach,
};
use crate::second::pending;
use crate::session::{SessionView, sessions};
use crate::token::{TokenView, tokens};

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    errors: Errors,
    person: StaffView,
    own: bool,
    may_manage: bool,
    roles: Vec<(String, String, String)>,
    held: Vec<String>,
    /// Other offices that the person reaches, in words.
    also: Vec<String>,
    governorates: Vec<(String, String)>,
    sessions: Vec<SessionView>,
    tokens: Vec<TokenView>,
    /// The roles that wait for a second person, in words.
    waits: Vec<String>,
    /// Other offices that wait for a second person, in words.
    waits_also: Vec<String>,
    invited: Option<Shown>,
}

/// The field that is wrong and why, or an answer for all else.
fn wrong(error: ChangeError) -> Result<&'static str, Problem> {
    Ok(match error {
        ChangeError::NotFound => return Err(Problem::not_found()),
        ChangeError::Oneself => "accounts-error-oneself",
        ChangeError::Last => "accounts-error-last",
        ChangeError::Roles => "accounts-error-roles",
        ChangeError::Place => "common-error-choose",
        ChangeError::Beyond => "accounts-error-beyond",
        other => return Err(Problem::because(&other)),
    })
}

/// The governorates whose offices this person may be let reach, by who may let them.
fn governorates(page: &Page, actor: &Actor, person: &StaffView) -> Vec<(String, String)> {
    let all = judge(actor, Action::ManagePeople).is_ok_and(|scope| scope.everything());
    if !all || person.office.is_none() {
        return Vec::new();
    }
    let mut places: Vec<&String> = Vec::new();
    for place in page.site().pack.offices().iter().flat_map(|office| &office.governorates) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.into_iter().map(|place| (place.clone(), page.label("governorate", place))).collect()
}

async fn page_of(
    session: StaffSession,
    name: &str,
    changed: Result<(), ChangeError>,
    invited: Option<Shown>,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, staff, .. } = session;
    let house = page.site().house.clone();
    let found = within_reach(&house, &actor, Action::ShutAccount, name).await;
    let person = match found {
        Ok(person) => person,
        Err(error) => return Err(wrong(error).err().unwrap_or_else(Problem::not_found)),
    };
    let mut errors = Errors::none();
    if let Err(error) = changed {
        let field = if matches!(error, ChangeError::Place) { "governorate" } else { "roles" };
        errors.add(&page, field, wrong(error)?);
    }
    let because = |e: sea_orm::DbErr| Problem::because(&e);
    let waits = pending(&house, &person).await.map_err(because)?;
    let (waits, also) = waits.map(|row| (row.roles, row.also)).unwrap_or_default();
    // What is held already waits for nobody.
    let waits_also = also.iter().filter(|code| !person.also.contains(code));
    let shown = PersonPage {
        waits_also: waits_also.map(|code| page.label("office", code)).collect(),
        waits: waits
            .iter()
            .filter(|role| !person.roles.contains(role))
            .map(|role| page.label("role", role.code()))
            .collect(),
        invited,
        own: person.id == staff.id,
        may_manage: judge(&actor, Action::ManagePeople).is_ok(),
        roles: Role::ALL
            .iter()
            .filter(|role| !matches!(role, Role::Partner | Role::AgencyUser))
            .map(|role| (role.code().to_owned(), page.label("role", role.code()), String::new()))
            .collect(),
        held: person.roles.iter().map(|role| role.code().to_owned()).collect(),
        also: person.also.iter().map(|code| page.label("office", code)).collect(),
        governorates: governorates(&page, &actor, &person),
        sessions: sessions(&house, person.id).await.map_err(because)?,
        tokens: tokens(&house, person.id).await.map_err(because)?,
        page,
        errors,
        person,
    };
    let status = match (shown.errors.is_empty(), &shown.invited) {
        (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, Some(_)) => StatusCode::CREATED,
        (true, None) => StatusCode::OK,
    };
    Ok(render(status, &shown))
}

pub(super) async fn show(Path(name): Path<String>, session: StaffSession) -> Result<Response, Problem> {
    page_of(session, &name, Ok(()), None).await
}

/// Back to the account, or the account with what is wrong.
async fn answer(
    session: StaffSession,
    name: &str,
    changed: Result<(), ChangeError>,
) -> Result<Response, Problem> {
    match changed {
        Ok(()) => Ok(Redirect::to(&format!("/staff/people/of/{name}")).into_response()),
        Err(error) => page_of(session, name, Err(error), None).await,
    }
}

pub(super) async fn roles(
    Path(name): Path<String>,
    session: StaffSession,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let chosen = fields.iter().filter(|(field, _)| field == "roles");
    let roles: Option<Vec<Role>> = chosen.map(|(_, code)| Role::from_code(code)).collect();
    let changed = match roles {
        Some(roles) => set_roles(&house, &session.actor, &name, &roles).await.map(|_| ()),
        None => Err(ChangeError::Roles),
    };
    answer(session, &name, changed).await
}

#[derive(Deserialize)]
pub(super) struct Reaches {
    #[serde(default)]
    governorate: String,
}

pub(super) async fn reach(
    Path(name): Path<String>,
    session: StaffSession,
    Form(asked): Form<Reaches>,
) -> Result<Response, Problem> {
    let site = session.page.site().clone();
    let there = site.pack.offices().iter().filter(|office| office.governorates.contains(&asked.governorate));
    let offices: Vec<String> = there.map(|office| office.code.clone()).collect();
    let changed = if offices.is_empty() && !asked.governorate.is_empty() {
        Err(ChangeError::Place)
    } else {
        set_reach(&site.house, &session.actor, &name, &offices).await.map(|_| ())
    };
    answer(session, &name, changed).await
}

#[derive(Deserialize)]
pub(super) struct Training {
    #[serde(default)]
    trained: String,
}

pub(super) async fn trained(
    Path(name): Path<String>,
    session: StaffSession,
    Form(asked): Form<Training>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let changed = set_trained(&house, &session.actor, &name, asked.trained == "yes").await;
    answer(session, &name, changed).await
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn shut(
    Path(name): Path<String>,
    session: StaffSession,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let changed = shut_account(&house, &session.actor, &name).await;
    answer(session, &name, changed).await
}

pub(super) async fn reopen(
    Path(name): Path<String>,
    session: StaffSession,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let changed = open_account(&house, &session.actor, &name).await.map(|_| ());
    answer(session, &name, changed).await
}

/// Lets the person choose password and second factor anew; the invitation is shown once.
pub(super) async fn invite(
    Path(name): Path<String>,
    session: StaffSession,
    Form(_): Form<Nothing>,
) -> Result<Response, Problem> {
    let site = session.page.site().clone();
    match invite_anew(&site.house, &session.actor, &name).await {
        Ok(made) => {
            let shown = Shown::of(&site, &name, made);
            page_of(session, &name, Ok(()), Some(shown)).await
        }
        Err(error) => page_of(session, &name, Err(error), None).await,
    }
}

pub(super) async fn end(
    Path(name): Path<String>,
    session: StaffSession,
    Form(which): Form<Which>,
) -> Result<Response, Problem> {
    let house = session.page.site().house.clone();
    let changed = end_for(&house, &session.actor, &name, which.ending()).await;
    answer(session, &name, changed).await
}
