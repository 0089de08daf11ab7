//! Views of the queue that a person keeps, and giving several pieces of work to one person. Work is given in bulk, never
//! acknowledged in bulk (`safeguards.md` 5).

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::{ApiStaff, Directory, StaffSession, StaffView};
use haqqi_complaints::Desk;
use haqqi_kernel::{Action, Actor, CommitError, Role, judge};
use haqqi_language::Args;
use haqqi_web::{Errors, Form, Json, Page, Problem};
use haqqi_worklist::{
    AssignError, Filter, ItemRef, Sight, ViewError, assign, drop_view, loads, save_view, saved_views,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::assign::may_interpret;
use crate::hand_over::{HandOverError, hand_over, may_leave};
use crate::http::queue::{Asked, page_of};

/// At most so many at once: what one page shows.
const AT_ONCE: usize = 50;

/// A view that is kept, as a link.
pub(super) struct ViewRow {
    pub id: String,
    pub name: String,
    pub href: String,
    pub here: bool,
}

/// The address of a kept filter. Moments in time are not kept, the name of the view is.
fn asked_of(filter: &Filter) -> Asked {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let yes = |holds: bool| if holds { "yes".to_owned() } else { String::new() };
    let view = match (filter.mine, filter.burning, filter.unrouted) {
        (true, ..) => "mine",
        (_, true, _) => "burning",
        (_, _, true) => "unrouted",
        _ => "",
    };
    Asked {
        view: view.to_owned(),
        kind: text(&filter.kind),
        office: text(&filter.office),
        language: text(&filter.language),
        label: text(&filter.label),
        level: text(&filter.level),
        clock: text(&filter.clock),
        employer: text(&filter.employer),
        state: text(&filter.state),
        nobodys: yes(filter.nobodys),
        cluster: yes(filter.cluster),
        after: String::new(),
    }
}

/// The views of this person.
pub(super) async fn views_of(desk: &Desk, actor: &Actor, asked: &Asked) -> Result<Vec<ViewRow>, Problem> {
    let Some(account) = actor.account() else { return Ok(Vec::new()) };
    let views = saved_views(&desk.site.house, account).await.map_err(|e| Problem::because(&e))?;
    let here = asked.address("");
    let row = |view: haqqi_worklist::SavedView| {
        let href = asked_of(&view.filter).address("");
        ViewRow { id: view.id.simple().to_string(), name: view.name, here: href == here, href }
    };
    Ok(views.into_iter().map(row).collect())
}

/// Those who work on complaints in the offices that a person reaches, as choices of a form, the least laden first.
#[derive(Default)]
pub(super) struct People {
    /// Who may be given work: whoever is there now.
    pub there: Vec<(String, String)>,
    /// To whom may be handed what somebody has who leaves: whoever is there, of any role that has work.
    pub heirs: Vec<(String, String)>,
    /// Who may leave: all who may have work, shut accounts too.
    pub leavers: Vec<(String, String)>,
}

/// Who may be given work by this person, and whose work may be handed over, with how much each has.
pub(super) async fn people_of(desk: &Desk, actor: &Actor, page: &Page) -> Result<People, Problem> {
    let Ok(scope) = judge(actor, Action::AssignWork) else { return Ok(People::default()) };
    let house = &desk.site.house;
    let directory = Directory::new(house.clone());
    let all = directory.everybody().await.map_err(|e| Problem::because(&e))?;
    let away = directory.away().await.map_err(|e| Problem::because(&e))?;
    let load = loads(house).await.map_err(|e| Problem::because(&e))?;
    let works = |roles: &[Role]| {
        roles.iter().any(|role| matches!(role, Role::ComplaintsOfficer | Role::Supervisor | Role::Mediator))
    };
    let here = |office: Option<&str>| office.is_some() && scope.covers(office, None, false, false);
    let officer = |person: &StaffView| here(person.office.as_deref()) && works(&person.roles);
    // Whoever has work of any kind may leave, and be followed by one who does the same.
    let has_work = |person: &StaffView| may_leave(&scope, person) && Sight::of(&person.actor(false)).is_ok();
    // Interpreters are of no office: any may get a text, if it may be theirs.
    let interpreter = |person: &StaffView| person.roles.contains(&Role::Interpreter) && !person.disabled;
    let ours = all.into_iter().filter(|person| officer(person) || interpreter(person) || has_work(person));
    let mut ours: Vec<_> = ours.map(|person| (load.get(&person.id).copied().unwrap_or(0), person)).collect();
    ours.sort_by_key(|(load, person)| (*load, person.name.clone()));
    let mut people = People::default();
    for (load, person) in ours {
        let is_there = !person.disabled && !away.contains_key(&person.id);
        let (gets, leaves) = (officer(&person) || interpreter(&person), has_work(&person));
        let interprets = person.roles.contains(&Role::Interpreter) && !officer(&person);
        let words = if interprets { "casework-queue-interpreter" } else { "casework-queue-person" };
        let role = person.roles.first().filter(|_| !gets).map(|role| page.label("role", role.code()));
        let name = [Some(person.name), role].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let args = Args::new().set("name", name).set("many", load);
        let choice = (person.id.simple().to_string(), page.ta(words, &args));
        if is_there && gets {
            people.there.push(choice.clone());
        }
        if is_there && leaves {
            people.heirs.push(choice.clone());
        }
        if leaves {
            people.leavers.push(choice);
        }
    }
    Ok(people)
}

#[derive(Deserialize)]
pub(super) struct NewView {
    #[serde(default)]
    name: String,
}

/// Keeps a view.
pub(super) async fn save(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
    Form(new): Form<NewView>,
) -> Result<Response, Problem> {
    let house = &desk.site.house;
    let filter = asked.filter(&desk, &session.actor, house.now()).await?;
    // Moments are no view: what is due soon is another every hour.
    let filter = Filter { from: None, before: None, ..filter };
    let mut unit = house.unit(session.actor.clone());
    let message = match save_view(&mut unit, &new.name, &filter).await {
        Ok(_) => {
            unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
            return Ok(Redirect::to(&asked.address("")).into_response());
        }
        Err(ViewError::Name) => "casework-queue-error-name",
        Err(ViewError::Many) => "casework-queue-error-many",
        Err(ViewError::Nobody) => return Err(Problem::not_found()),
        Err(ViewError::Db(error)) => return Err(Problem::because(&error)),
    };
    let mut errors = Errors::none();
    errors.add(&session.page, "name", message);
    page_of(&desk, session, asked, errors).await
}

#[derive(Deserialize)]
pub(super) struct OldView {
    #[serde(default)]
    id: String,
}

/// Forgets a view.
pub(super) async fn remove(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(old): Form<OldView>,
) -> Result<Response, Problem> {
    let mut unit = desk.site.house.unit(session.actor.clone());
    drop_view(&mut unit, Uuid::parse_str(&old.id).map_err(|_| Problem::not_found())?);
    unit.commit().await.map_err(|e| Problem::uncommitted(&e))?;
    Ok(Redirect::to("/staff/").into_response())
}

#[derive(Deserialize)]
pub(super) struct Given {
    /// Each as `id.version`.
    #[serde(default)]
    item: Vec<String>,
    #[serde(default)]
    to: String,
}

/// A piece of work as a form names it.
fn item(text: &str) -> Option<ItemRef> {
    let (id, version) = text.split_once('.')?;
    Some(ItemRef { id: Uuid::parse_str(id).ok()?, version: version.parse().ok()? })
}

/// Why nothing was given, as a message of the form; the others are no fault of whoever sent it.
enum NotGiven {
    Said(&'static str, &'static str),
    Other(Problem),
}

/// Gives all of these to one person, or none.
async fn give(desk: &Desk, actor: &Actor, items: &[ItemRef], to: Uuid) -> Result<(), NotGiven> {
    if items.is_empty() || items.len() > AT_ONCE {
        return Err(NotGiven::Said("item", "casework-queue-error-none"));
    }
    let directory = Directory::new(desk.site.house.clone());
    let person = directory.person(to).await.map_err(|e| NotGiven::Other(Problem::because(&e)))?;
    let scope = judge(actor, Action::AssignWork).map_err(|_| NotGiven::Other(Problem::not_found()))?;
    let fits = |person: &StaffView| {
        let works = judge(&person.actor(false), Action::WorkComplaint).is_ok();
        works && scope.covers(person.office.as_deref(), None, false, false)
    };
    let person = person.filter(|person| !person.disabled);
    let person = person.ok_or(NotGiven::Said("to", "common-error-choose"))?;
    if !fits(&person) {
        let interprets = person.roles.contains(&Role::Interpreter);
        if !interprets
            || !may_interpret(desk, actor, items, &person)
                .await
                .map_err(|e| NotGiven::Other(Problem::because(&e)))?
        {
            let why = if interprets { "casework-queue-error-interpreter" } else { "common-error-choose" };
            return Err(NotGiven::Said("to", why));
        }
    }
    let person = person.actor(false);
    let mut unit = desk.site.house.unit(actor.clone());
    for item in items {
        match assign(&mut unit, *item, &person).await {
            Ok(()) => {}
            Err(AssignError::NotFound | AssignError::NotYours) => {
                return Err(NotGiven::Said("item", "casework-queue-error-yours"));
            }
            Err(AssignError::NotTheirs) => return Err(NotGiven::Said("to", "casework-queue-error-theirs")),
            Err(AssignError::Tied) => return Err(NotGiven::Said("to", "casework-queue-error-tied")),
            Err(AssignError::Db(error)) => return Err(NotGiven::Other(Problem::because(&error))),
        }
    }
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(NotGiven::Said("item", "casework-queue-error-changed")),
        Err(error) => Err(NotGiven::Other(Problem::uncommitted(&error))),
    }
}

/// Gives what is ticked to one person.
pub(super) async fn give_form(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
    Form(given): Form<Given>,
) -> Result<Response, Problem> {
    let items: Vec<ItemRef> = given.item.iter().filter_map(|text| item(text)).collect();
    let to = Uuid::parse_str(&given.to).unwrap_or_default();
    match give(&desk, &session.actor, &items, to).await {
        Ok(()) => Ok(Redirect::to(&asked.address("")).into_response()),
        Err(NotGiven::Other(problem)) => Err(problem),
        Err(NotGiven::Said(field, message)) => {
            let mut errors = Errors::none();
            errors.add(&session.page, field, message);
            page_of(&desk, session, asked, errors).await
        }
    }
}

/// A piece of work, as the queue gave it.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemOf {
    id: Uuid,
    version: i32,
}

/// Work for one person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GiveWork {
    /// At most 50.
    items: Vec<ItemOf>,
    /// The account that gets them.
    to: Uuid,
}

/// Gives several pieces of work to one person: all of them, or none. Nothing is acknowledged by it.
#[utoipa::path(post, path = "/api/v1/queue/assignment", tag = "casework", request_body = GiveWork,
    responses((status = 204), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn give_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Json(work): Json<GiveWork>,
) -> Result<Response, Problem> {
    judge(&caller.actor, Action::AssignWork).map_err(|_| Problem::not_found())?;
    let items: Vec<ItemRef> =
        work.items.iter().map(|item| ItemRef { id: item.id, version: item.version }).collect();
    match give(&desk, &caller.actor, &items, work.to).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(NotGiven::Other(problem)) => Err(problem),
        Err(NotGiven::Said(field, message)) => {
            let field = if field == "to" { "to" } else { "items" };
            Err(Problem::unprocessable().field(field, message))
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Leaving {
    #[serde(default)]
    from: String,
    #[serde(default)]
    heir: String,
}

/// Why nothing was handed over, as a message of the form.
fn kept(error: HandOverError) -> NotGiven {
    match error {
        HandOverError::Denied => NotGiven::Other(Problem::not_found()),
        HandOverError::Leaver => NotGiven::Said("from", "common-error-choose"),
        HandOverError::Person => NotGiven::Said("heir", "casework-queue-error-heir"),
        HandOverError::Read(error) => NotGiven::Other(crate::http::record::problem(error)),
        HandOverError::Commit(CommitError::Stale) => NotGiven::Said("heir", "casework-queue-error-changed"),
        HandOverError::Commit(error) => NotGiven::Other(Problem::uncommitted(&error)),
        HandOverError::Db(error) => NotGiven::Other(Problem::because(&error)),
    }
}

/// Hands all that one person has to another.
pub(super) async fn hand_over_form(
    State(desk): State<Desk>,
    session: StaffSession,
    Form(form): Form<Leaving>,
) -> Result<Response, Problem> {
    let person = |text: &str| Uuid::parse_str(text).unwrap_or_default();
    match hand_over(&desk, &session.actor, person(&form.from), person(&form.heir)).await.map_err(kept) {
        Ok(_) => Ok(Redirect::to("/staff/").into_response()),
        Err(NotGiven::Other(problem)) => Err(problem),
        Err(NotGiven::Said(field, message)) => {
            let mut errors = Errors::none();
            errors.add(&session.page, field, message);
            page_of(&desk, session, Asked::default(), errors).await
        }
    }
}

/// Who leaves, and who gets it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HandOverWork {
    from: Uuid,
    to: Uuid,
}

/// What was handed over.
#[derive(Serialize, ToSchema)]
pub(super) struct HandedAnswer {
    /// Complaints, closed ones included.
    given: usize,
    /// Complaints that stay, for the other has a tie to their workplace or works on none.
    kept: usize,
    /// Pieces of open work that the other has now.
    work_given: usize,
    /// Pieces that their own room gives, to the other or to whom else it may: texts, sessions, disclosures, visits.
    work_given_by_rooms: usize,
    /// Pieces that stay.
    work_kept: usize,
}

/// Hands all that one person has to another, closed records included.
#[utoipa::path(post, path = "/api/v1/queue/hand-over", tag = "casework", request_body = HandOverWork,
    responses((status = 200, body = HandedAnswer), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn hand_over_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
    Json(asked): Json<HandOverWork>,
) -> Result<Json<HandedAnswer>, Problem> {
    match hand_over(&desk, &caller.actor, asked.from, asked.to).await.map_err(kept) {
        Ok(handed) => Ok(Json(HandedAnswer {
            given: handed.given,
            kept: handed.kept,
            work_given: handed.work.given,
            work_given_by_rooms: handed.work.by_rooms,
            work_kept: handed.work.kept,
        })),
        Err(NotGiven::Other(problem)) => Err(problem),
        Err(NotGiven::Said(field, message)) => {
            let field = if field == "from" { "from" } else { "to" };
            Err(Problem::unprocessable().field(field, message))
        }
    }
}
