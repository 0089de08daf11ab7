//! A new complaint becomes a person's: of its office, there now, without a tie to the workplace, best one who has her
//! language, then whoever has the least to do. Where there is nobody it is an alarm, and it is tried again.

use std::collections::HashSet;

use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::{
    ASSIGN_TRANSLATION, Age, Desk, ROUTE, ReadError, State, Summary, assign_row, held_by, item_of,
    mark_workplace, summary_of, workplaces_of,
};
use haqqi_establishments::{ReadError as EstablishmentError, names_of, summary_of as summary_of_workplace};
use haqqi_kernel::{
    Action, Actor, Audit, Claimed, CommitError, Done, Event, Job, JobFailure, Role, SubjectKind, judge,
    out_of_reach,
};
use haqqi_worklist::{
    ItemKind, NewItem, Urgency, alarm, finish_items, hand_about, hand_to, let_go, loads, open_work, seek,
};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::link::register;
use crate::mediation::move_sessions;
use crate::notices::colleagues;

/// The job behind [`haqqi_complaints::ROUTE`].
///
/// # Errors
/// [`JobFailure::Again`] while nobody is there, or somebody changed the complaint in the meantime.
pub async fn route(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let complaint = claimed.id_of("complaint")?;
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    let complaint = match summary_of(desk, &scope, complaint).await {
        Ok(complaint) => complaint,
        Err(ReadError::NotFound) => return Ok(()),
        Err(error) => return Err(again(&error)),
    };
    match find(desk, &complaint).await.map_err(|e| again(&e))? {
        Found::Settled => end_alarm(desk, &complaint).await.map_err(|e| again(&e)),
        Found::Person(person) => give(desk, &complaint, person).await.map_err(|e| again(&e)),
        Found::Nobody => {
            raise_alarm(desk, &complaint).await.map_err(|e| again(&e))?;
            Err(JobFailure::Again("nobody is there to read it".to_owned()))
        }
    }
}

/// The job behind [`haqqi_accounts::TIE_DECLARED`]: what this person has of the establishment goes to others.
///
/// # Errors
/// [`JobFailure::Again`] while nobody else is there, or somebody changed a complaint in the meantime.
pub async fn part_from(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let (staff, establishment) = (claimed.id_of("staff")?, claimed.id_of("establishment")?);
    let mut done = part(desk, staff, establishment).await;
    // For whom they stand in, they would see it as well.
    let directory = Directory::new(desk.site.house.clone());
    for away in directory.stands_in_for(staff).await.map_err(|e| again(&e))? {
        done = done.and(part(desk, away, establishment).await);
    }
    done
}

/// The job behind [`haqqi_accounts::STANDS_IN`]: an absence begins, and what its deputy has a tie to goes to others, as if
/// the tie were of whoever is away.
///
/// # Errors
/// As [`part_from`].
pub async fn part_from_deputy(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let directory = Directory::new(desk.site.house.clone());
    let wanted = claimed.id_of("absence")?;
    let all = directory.absences().await.map_err(|e| again(&e))?;
    // Ended before it began, or over.
    let Some(absence) = all.into_iter().find(|one| one.id == wanted) else { return Ok(()) };
    let deputy = match absence.deputy {
        Some(deputy) => directory.person(deputy).await.map_err(|e| again(&e))?,
        None => None,
    };
    let mut done = Ok(());
    for establishment in deputy.into_iter().flat_map(|deputy| deputy.ties) {
        done = done.and(part(desk, absence.staff, establishment).await);
    }
    done
}

/// What this person has of the establishment goes to others.
async fn part(desk: &Desk, staff: Uuid, establishment: Uuid) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let scope = judge(&Actor::System, Action::WorkComplaint).map_err(|e| again(&e))?;
    look_for_named(desk, establishment).await.map_err(|e| again(&e))?;
    let out = out_of_reach(&desk.site.house, &[establishment]).await.map_err(|e| again(&e))?;
    let moved = move_sessions(desk, staff, &out).await.map_err(|e| again(&e))?;
    part_from_work(desk, staff, establishment, &out).await.map_err(|e| again(&e))?;
    let held = held_by(desk, &scope, staff).await.map_err(|e| again(&e))?;
    let nobody = || Err(JobFailure::Again("nobody else is there".to_owned()));
    let mut left = if moved { Ok(()) } else { nobody() };
    for complaint in held.iter().filter(|one| out.contains(&one.id)) {
        match find(desk, complaint).await.map_err(|e| again(&e))? {
            Found::Settled => {}
            Found::Person(person) => give(desk, complaint, person).await.map_err(|e| again(&e))?,
            Found::Nobody => {
                raise_alarm(desk, complaint).await.map_err(|e| again(&e))?;
                left = nobody();
            }
        }
    }
    left
}

/// What nobody has acknowledged yet, what is on no complaint and what is on something of one: it is let go, and whoever finds
/// people looks for others.
async fn part_from_work(
    desk: &Desk,
    staff: Uuid,
    establishment: Uuid,
    about: &HashSet<Uuid>,
) -> Result<(), DbErr> {
    let house = &desk.site.house;
    let mut unit = house.unit(Actor::System);
    let left = let_go(&mut unit, staff, about).await?;
    if left.is_empty() {
        return Ok(());
    }
    let mut complaints = Vec::new();
    for one in &left {
        if one.kind == ItemKind::Translation {
            let payload = serde_json::json!({ "text": one.subject, "language": one.language });
            unit.job(Job::new(ASSIGN_TRANSLATION, payload));
            continue;
        }
        if one.about != establishment && !complaints.contains(&one.about) {
            unit.job(Job::new(ROUTE, serde_json::json!({ "complaint": one.about })));
            complaints.push(one.about);
        }
        // Whoever else does such work is told, or that there is nobody.
        seek(&mut unit, one.item);
    }
    unit.audit(Audit::write("work.let-go", SubjectKind::Staff, staff));
    unit.commit().await.map(|_| ()).map_err(|error| DbErr::Custom(error.to_string()))
}

/// Marks the names of a workplace to which there is a tie, so that a complaint that tells one is out of reach before it is
/// linked. A home's name is sealed: nobody compares it.
async fn look_for_named(desk: &Desk, establishment: Uuid) -> Result<(), DbErr> {
    let house = &desk.site.house;
    let Some(summary) = summary_of_workplace(house, establishment).await? else { return Ok(()) };
    let names = match names_of(&register(desk), &Actor::System, &summary).await {
        Ok(names) => names,
        Err(EstablishmentError::Db(error)) => return Err(error),
        Err(_) => return Ok(()),
    };
    let texts: Vec<String> = names.into_iter().filter_map(|name| name.text).collect();
    let mut unit = house.unit(Actor::System);
    mark_workplace(&mut unit, establishment, &texts);
    unit.commit().await.map(|_| ()).map_err(|error| DbErr::Custom(error.to_string()))
}

/// Who is to have a complaint.
enum Found {
    /// Somebody has it who may, or it is over.
    Settled,
    Person(Uuid),
    Nobody,
}

async fn find(desk: &Desk, complaint: &Summary) -> Result<Found, DbErr> {
    let house = &desk.site.house;
    let directory = Directory::new(house.clone());
    let mut tied = Vec::new();
    for workplace in workplaces_of(house, complaint.id, complaint.establishment).await? {
        tied.extend(directory.tied_to(workplace).await?);
    }
    let unread = open_work(house, complaint.id, ItemKind::ComplaintToRead).await?;
    let has = complaint.assignee.or(unread.as_ref().and_then(|work| work.assignee));
    let away = directory.away().await?;
    // Whoever is away keeps it, for a deputy sees it; but for one who has a tie.
    let unseen = |person: &Uuid| away.get(person).copied().flatten().is_some_and(|who| tied.contains(&who));
    let may_keep = has.is_some_and(|person| !tied.contains(&person) && !unseen(&person));
    if may_keep || complaint.state == State::Closed || has.is_none() && unread.is_none() {
        return Ok(Found::Settled);
    }
    let load = loads(house).await?;
    // What has no office is read by whoever is of none.
    let officers = directory.with_role(Role::ComplaintsOfficer, None).await?;
    let best = officers
        .into_iter()
        .filter(|person| person.office == complaint.office)
        .filter(|person| !away.contains_key(&person.id) && !tied.contains(&person.id))
        .min_by_key(|person| {
            let load = load.get(&person.id).copied().unwrap_or(0);
            (fit(person, complaint), load, person.sign_in.clone())
        });
    Ok(best.map_or(Found::Nobody, |person| Found::Person(person.id)))
}

/// How well a person fits, the smaller the better: a child's complaint to who leads for children, then who has her
/// language before who needs an interpreter.
fn fit(person: &StaffView, complaint: &Summary) -> (bool, bool) {
    let leads = complaint.age != Age::Child || person.roles.contains(&Role::ChildLead);
    (!leads, !person.languages.contains(&complaint.language))
}

async fn give(desk: &Desk, complaint: &Summary, person: Uuid) -> Result<(), CommitError> {
    let mut unit = desk.site.house.unit(Actor::System);
    if complaint.assignee.is_some() {
        // Whoever worked on it has a tie: all of it goes to another.
        assign_row(&mut unit, complaint, Some(person));
        let read = ItemKind::ALL.into_iter().filter(|kind| kind.opened_by() == [Action::ReadComplaint]);
        hand_about(&mut unit, complaint.id, &read.collect::<Vec<_>>(), person);
    }
    for kind in [ItemKind::ComplaintToRead, ItemKind::RetaliationSeen] {
        hand_to(&mut unit, complaint.id, kind, Some(person));
    }
    finish_items(&mut unit, complaint.id, ItemKind::Unrouted);
    unit.audit(
        Audit::write("complaint.route", SubjectKind::Complaint, complaint.id).purpose(person.to_string()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.routed")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await.map(|_| ())
}

/// Somebody gave it to a person: the alarm is over.
async fn end_alarm(desk: &Desk, complaint: &Summary) -> Result<(), DbErr> {
    let house = &desk.site.house;
    if open_work(house, complaint.id, ItemKind::Unrouted).await?.is_none() {
        return Ok(());
    }
    let mut unit = house.unit(Actor::System);
    finish_items(&mut unit, complaint.id, ItemKind::Unrouted);
    unit.commit().await.map(|_| ()).map_err(|error| DbErr::Custom(error.to_string()))
}

async fn raise_alarm(desk: &Desk, complaint: &Summary) -> Result<(), DbErr> {
    let house = &desk.site.house;
    if open_work(house, complaint.id, ItemKind::Unrouted).await?.is_some() {
        return Ok(());
    }
    let people = colleagues(house).await?;
    let mut unit = house.unit(Actor::System);
    let item = NewItem {
        assignee: None,
        role: Some(Role::Supervisor),
        urgency: if complaint.urgent { Urgency::Danger } else { Urgency::High },
        ..item_of(complaint, ItemKind::Unrouted, complaint.acknowledge_by)
    };
    alarm(&mut unit, &people, item).await?;
    unit.audit(Audit::write("complaint.unrouted", SubjectKind::Complaint, complaint.id));
    unit.commit().await.map(|_| ()).map_err(|error| DbErr::Custom(error.to_string()))
}
