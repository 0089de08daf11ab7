//! Finding an interpreter for a text: one who has the language, is of the sex that she asked for, has no conflict and
//! did not give it back; the one with the least to do first.

use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::{Desk, InterpreterWish, interpreter_wish};
use haqqi_kernel::{Actor, Claimed, Done, JobFailure, Role};
use haqqi_worklist::{ItemKind, ItemRef, Sight, gave_back, hand_to, loads, seen_subject};
use sea_orm::DbErr;
use uuid::Uuid;

/// The job behind [`haqqi_complaints::ASSIGN_TRANSLATION`].
///
/// # Errors
/// [`JobFailure::Again`] while nobody has the language: an interpreter may be added.
pub async fn assign_translation(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |e: &dyn std::fmt::Display| JobFailure::Again(e.to_string());
    let text = claimed.id_of("text")?;
    let language = claimed.payload.get("language").and_then(serde_json::Value::as_str).unwrap_or_default();
    let house = &desk.site.house;
    let wish = interpreter_wish(desk, text).await.map_err(|e| again(&e))?;
    let best = best_interpreter(desk, (text, ItemKind::Translation), language, &wish).await;
    let chosen = best
        .map_err(|e| again(&e))?
        .ok_or_else(|| JobFailure::Again(format!("no interpreter for {language}")))?;
    let mut unit = house.unit(Actor::System);
    hand_to(&mut unit, text, ItemKind::Translation, Some(chosen));
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// Of the interpreters whom a text or a call suits, who are there and did not give it back, the one with the least to do.
///
/// # Errors
/// The database's error.
pub(crate) async fn best_interpreter(
    desk: &Desk,
    (subject, kind): (Uuid, ItemKind),
    language: &str,
    wish: &InterpreterWish,
) -> Result<Option<Uuid>, DbErr> {
    let house = &desk.site.house;
    let directory = Directory::new(house.clone());
    let (away, load) = (directory.away().await?, loads(house).await?);
    let back = gave_back(house, subject, kind).await?;
    let there = directory.with_role(Role::Interpreter, None).await?.into_iter();
    Ok(there
        .filter(|person| suits(person, language, wish))
        .filter(|person| !away.contains_key(&person.id) && !back.contains(&person.id))
        .min_by_key(|person| (load.get(&person.id).copied().unwrap_or(0), person.sign_in.clone()))
        .map(|person| person.id))
}

/// Whether an interpreter has the language, is of the sex that she asked for and has no tie to where she works. Who asked for
/// a woman gets a woman, or waits while people look for one.
pub(crate) fn suits(person: &StaffView, language: &str, wish: &InterpreterWish) -> bool {
    person.languages.iter().any(|tag| tag == language)
        && wish.sex.as_ref().is_none_or(|sex| person.sex.as_ref() == Some(sex))
        && !wish.workplaces.iter().any(|about| person.ties.contains(about))
}

/// Whether all of these are texts, seen by this actor, that may be given to this interpreter by hand; who gave one back does
/// not get it again.
///
/// # Errors
/// The database's error.
pub(crate) async fn may_interpret(
    desk: &Desk,
    actor: &Actor,
    items: &[ItemRef],
    person: &StaffView,
) -> Result<bool, DbErr> {
    let house = &desk.site.house;
    let Ok(sight) = Sight::of(actor) else { return Ok(false) };
    for item in items {
        let seen = seen_subject(house, &sight, item.id, ItemKind::Translation).await?;
        let Some((text, language)) = seen else { return Ok(false) };
        let wish = interpreter_wish(desk, text).await?;
        let language = language.unwrap_or_default();
        if !suits(person, &language, &wish)
            || gave_back(house, text, ItemKind::Translation).await?.contains(&person.id)
        {
            return Ok(false);
        }
    }
    Ok(true)
}
