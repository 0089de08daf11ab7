//! People: list, invite. For administrators, of the nation or of an office; who may shut accounts sees the list.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, CommitError, Role, Uow, judge};
use haqqi_web::{Errors, Form, Page, Problem, Site, render};
use serde::Deserialize;
use uuid::Uuid;

use crate::directory::{Directory, StaffView};
use crate::http::extract::StaffSession;
use crate::invite::{Invitation, NewPerson, invite_staff};
use crate::manage::{reaches, within_reach};
use crate::partner::{PartnerError, join_organisation, names_of, organisation};
use crate::people::{AddStaffError, give_badge, take_badge};

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    page: Page,
    errors: Errors,
    people: Vec<StaffView>,
    roles: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    languages: Vec<(String, String, String)>,
    filers: Vec<(String, String)>,
    organisations: HashMap<Uuid, String>,
    typed: Typed,
    invited: Option<Shown>,
    may_manage: bool,
    may_confirm: bool,
}

/// An invitation as it is shown, once, to whoever hands it over.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) link: String,
    pub(super) code: String,
    pub(super) until: DateTime<Utc>,
    pub(super) waits: bool,
}

impl Shown {
    pub(super) fn of(site: &Site, name: &str, made: Invitation) -> Self {
        let base = site.settings.base_url.trim_end_matches('/');
        Self {
            name: name.to_owned(),
            link: format!("{base}/staff/invitation?code={}", made.code),
            code: made.code,
            until: made.until,
            waits: made.waits,
        }
    }
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    sign_in: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    filer: String,
    #[serde(default)]
    organisation: String,
    /// Languages they work in.
    #[serde(default)]
    languages: Vec<String>,
}

/// The languages of which an account can have some: the staff's, then the workers'.
fn offered(site: &Site) -> impl Iterator<Item = &str> {
    let staff = site.pack.staff_languages();
    let workers = site.pack.languages().iter().map(|language| language.tag.as_str());
    let workers = workers.filter(move |tag| staff.iter().all(|one| one != tag));
    staff.iter().map(String::as_str).chain(workers)
}

/// The languages that were chosen; the page's where none was. A talk alone in a worker's language rests on them.
fn spoken(site: &Site, page: &Page, chosen: &[String]) -> Vec<String> {
    let known: Vec<String> =
        offered(site).filter(|tag| chosen.iter().any(|one| one == tag)).map(str::to_owned).collect();
    if known.is_empty() { vec![page.tag().to_owned()] } else { known }
}

async fn page_of(
    site: &Site,
    (actor, page): (&Actor, Page),
    errors: Errors,
    typed: Typed,
    invited: Option<Shown>,
) -> Result<PeoplePage, Problem> {
    let directory = Directory::new(site.house.clone());
    let scope = judge(actor, Action::ShutAccount).map_err(|_| Problem::not_found())?;
    let mut people = directory.everybody().await.map_err(|e| Problem::because(&e))?;
    people.retain(|person| reaches(&scope, person));
    let manages = judge(actor, Action::ManagePeople).ok();
    let of =
        |office: &str| manages.as_ref().is_some_and(|scope| scope.covers(Some(office), None, false, false));
    let organisations = names_of(&directory, &people).await.map_err(|e| Problem::because(&e))?;
    let filers = site
        .pack
        .filers_to_choose()
        .filter(|filer| !filer.worker)
        .map(|filer| (filer.code.clone(), page.label("filer", &filer.code)))
        .collect();
    let roles =
        Role::ALL.iter().map(|role| (role.code().to_owned(), page.label("role", role.code()))).collect();
    let offices = site
        .pack
        .offices()
        .iter()
        .filter(|office| of(&office.code))
        .map(|office| (office.code.clone(), page.label("office", &office.code)))
        .collect();
    let agencies =
        site.pack.agencies().iter().map(|a| (a.code.clone(), page.label("agency", &a.code))).collect();
    let languages =
        offered(site).map(|tag| (tag.to_owned(), page.language_name(tag), String::new())).collect();
    Ok(PeoplePage {
        languages,
        may_manage: manages.is_some(),
        may_confirm: judge(actor, Action::ConfirmPeople).is_ok(),
        page,
        errors,
        people,
        roles,
        offices,
        agencies,
        filers,
        organisations,
        typed,
        invited,
    })
}

pub(super) async fn show(State(site): State<Site>, session: StaffSession) -> Result<Response, Problem> {
    let shown =
        page_of(&site, (&session.actor, session.page), Errors::none(), Typed::default(), None).await?;
    Ok(render(StatusCode::OK, &shown))
}

pub(super) async fn add(
    State(site): State<Site>,
    session: StaffSession,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    judge(&session.actor, Action::ManagePeople).map_err(|_| Problem::not_found())?;
    let (actor, page) = (session.actor, session.page);
    let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let known_office = chosen(&typed.office).filter(|code| site.pack.office(code).is_some());
    let known_agency = chosen(&typed.agency).filter(|code| site.pack.agency(code).is_some());
    let new = NewPerson {
        sign_in: typed.sign_in.trim().to_lowercase(),
        name: typed.name.trim().to_owned(),
        office: known_office,
        agency: known_agency,
        roles: Role::from_code(&typed.role).into_iter().collect(),
        languages: spoken(&site, &page, &typed.languages),
    };
    let mut errors = Errors::none();
    if !typed.office.is_empty() && new.office.is_none() {
        errors.add(&page, "office", "common-error-choose");
    }
    if !typed.agency.is_empty() && new.agency.is_none() {
        errors.add(&page, "agency", "common-error-choose");
    }
    if new.name.is_empty() {
        errors.add(&page, "name", "common-error-required");
    }
    let mut unit = site.house.unit(actor.clone());
    let added = match invite_staff(&mut unit, &new) {
        Ok(added) => Some(added),
        Err(AddStaffError::Denied) => return Err(Problem::not_found()),
        Err(AddStaffError::SignIn) => {
            errors.add(&page, "sign_in", "accounts-error-sign-in");
            None
        }
        Err(AddStaffError::Beyond) => {
            errors.add(&page, "role", "accounts-error-beyond");
            None
        }
        Err(AddStaffError::Roles) => {
            errors.add(&page, "role", "accounts-error-roles");
            None
        }
        Err(other) => return Err(Problem::because(&other)),
    };
    if let Some(added) = &added {
        with_organisation(&page, &mut unit, &mut errors, &new, added.staff, &typed).await?;
    }
    if errors.is_empty() {
        match unit.commit().await {
            Ok(_) => {}
            Err(CommitError::Unique(_)) => errors.add(&page, "sign_in", "accounts-error-taken"),
            Err(error) => return Err(Problem::because(&error)),
        }
    }
    if errors.is_empty() {
        let shown = added.map(|made| Shown::of(&site, &new.name, made));
        let shown = page_of(&site, (&actor, page), errors, Typed::default(), shown).await?;
        return Ok(render(StatusCode::CREATED, &shown));
    }
    let shown = page_of(&site, (&actor, page), errors, typed, None).await?;
    Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &shown))
}

/// A partner belongs to an organisation, and nobody else does.
async fn with_organisation(
    page: &Page,
    unit: &mut Uow,
    errors: &mut Errors,
    new: &NewPerson,
    id: Uuid,
    typed: &Typed,
) -> Result<(), Problem> {
    let partner = new.roles == [Role::Partner];
    if !partner && typed.filer.is_empty() && typed.organisation.trim().is_empty() {
        return Ok(());
    }
    let pack = &page.site().pack;
    if pack.filer(&typed.filer).is_none_or(|filer| filer.worker) {
        errors.add(page, "filer", "accounts-error-filer");
        return Ok(());
    }
    let joined = match organisation(unit, &typed.filer, &typed.organisation).await {
        Ok(found) => join_organisation(unit, id, &new.roles, &found),
        Err(error) => Err(error),
    };
    match joined {
        Ok(()) => {}
        Err(PartnerError::Name) => errors.add(page, "organisation", "accounts-error-organisation"),
        Err(PartnerError::Role) => errors.add(page, "role", "accounts-error-roles"),
        Err(PartnerError::Denied) => return Err(Problem::not_found()),
        Err(error) => return Err(Problem::because(&error)),
    }
    Ok(())
}

#[derive(Deserialize)]
pub(super) struct Badge {
    #[serde(default)]
    sign_in: String,
    #[serde(default)]
    take: String,
}

/// Gives a number, or a new one in place of a lost one; or takes it away.
pub(super) async fn badge(
    State(site): State<Site>,
    session: StaffSession,
    Form(asked): Form<Badge>,
) -> Result<Response, Problem> {
    let person = within_reach(&site.house, &session.actor, Action::ManagePeople, &asked.sign_in)
        .await
        .map_err(|_| Problem::not_found())?;
    if person.disabled {
        return Err(Problem::not_found());
    }
    let mut unit = site.house.unit(session.actor);
    if asked.take.is_empty() {
        give_badge(&mut unit, person.id).map_err(|_| Problem::not_found())?;
    } else {
        take_badge(&mut unit, person.id).map_err(|_| Problem::not_found())?;
    }
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(Redirect::to("/staff/people").into_response())
}
