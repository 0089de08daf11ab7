//! An interpreter for a call: found as for a text, by language, sex, absence and load; nobody who gave it back. Where there is
//! none, whoever supervises is told, and it is looked again.

use std::collections::HashSet;

use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::{
    CallBackError, CallToInterpret, CallWanted, Desk, InterpreterWish, call_for_interpreter, call_wanted,
    look_for_interpreter, want_interpreter,
};
use haqqi_kernel::{Action, Actor, Claimed, Done, JobFailure, Role, judge};
use haqqi_worklist::{
    ItemKind, Sight, finish_items, give_back, hand_to, held_subject, on_duty, open_work, seek,
};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::assign::{best_interpreter, suits};
use crate::give_back::{BackError, BackReason};

/// The job behind [`haqqi_complaints::ASSIGN_CALL`]: whoever calls may have the language; else the work is an interpreter's.
///
/// # Errors
/// [`JobFailure::Again`] while no interpreter is there: one may be added.
pub async fn assign_call(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let house = &desk.site.house;
    let call = call_wanted(desk, claimed.id_of("call")?).await.map_err(|e| again(&e))?;
    let Some(call) = call else { return Ok(()) };
    let work = open_work(house, call.id, ItemKind::CallToInterpret).await.map_err(|e| again(&e))?;
    if work.as_ref().is_some_and(|work| work.assignee.is_some()) {
        return Ok(());
    }
    if work.is_none() && is_spoken(desk, &call).await.map_err(|e| again(&e))? {
        return Ok(());
    }
    let of = (call.id, ItemKind::CallToInterpret);
    let best = best_interpreter(desk, of, &call.language, &wish_of(&call)).await.map_err(|e| again(&e))?;
    let mut unit = house.unit(Actor::System);
    let item = match &work {
        Some(work) => work.id,
        None => want_interpreter(desk, &mut unit, &call).map_err(|e| again(&e))?,
    };
    if let Some(person) = best {
        hand_to(&mut unit, call.id, ItemKind::CallToInterpret, Some(person));
        finish_items(&mut unit, call.id, ItemKind::Unrouted);
    } else {
        // Told once for each time that it became nobody's.
        seek(&mut unit, item);
    }
    unit.commit().await.map_err(|e| again(&e))?;
    match best {
        Some(_) => Ok(()),
        None => Err(JobFailure::Again(format!("no interpreter for {}", call.language))),
    }
}

/// Whether somebody who would call has the language, and is of the sex that she asked for: of those who are there, and in
/// danger outside the office's hours of those on duty.
async fn is_spoken(desk: &Desk, call: &CallWanted) -> Result<bool, DbErr> {
    let house = &desk.site.house;
    let directory = Directory::new(house.clone());
    let away = directory.away().await?;
    let shift: HashSet<Uuid> =
        on_duty(house, call.office.as_deref(), house.now()).await?.into_iter().collect();
    let open = desk.clocks().calendar(call.office.as_deref()).is_working(house.now());
    let wish = wish_of(call);
    let calls = |person: &StaffView| {
        let officer = person.roles.contains(&Role::ComplaintsOfficer) && person.office == call.office;
        (officer && (open || !call.urgent)) || (call.urgent && shift.contains(&person.id))
    };
    Ok(directory.everybody().await?.iter().any(|person| {
        !person.disabled
            && calls(person)
            && !away.contains_key(&person.id)
            && suits(person, &call.language, &wish)
    }))
}

fn wish_of(call: &CallWanted) -> InterpreterWish {
    InterpreterWish { sex: call.sex.clone(), workplaces: Vec::new() }
}

/// Who interprets a call: the work, and the person once there is one.
///
/// # Errors
/// The database's error.
pub async fn interpreter_of_call(desk: &Desk, call: Uuid) -> Result<Option<Option<Uuid>>, DbErr> {
    let work = open_work(&desk.site.house, call, ItemKind::CallToInterpret).await?;
    Ok(work.map(|work| work.assignee))
}

/// A call that this interpreter has, with the name of the officer who calls. The read is audited.
///
/// # Errors
/// [`CallBackError::NotFound`] where it is not this person's work.
pub async fn call_to_interpret(
    desk: &Desk,
    actor: &Actor,
    item: Uuid,
) -> Result<(CallToInterpret, String), CallBackError> {
    let scope = judge(actor, Action::Translate).map_err(|_| CallBackError::NotFound)?;
    let call = held(desk, actor, item).await?.ok_or(CallBackError::NotFound)?;
    let call = call_for_interpreter(desk, actor, &scope, call).await?;
    let by = call.joint.iter().map(|joint| joint.by);
    let names = Directory::new(desk.site.house.clone()).names_of(by).await?;
    Ok((call, names.into_values().next().unwrap_or_default()))
}

async fn held(desk: &Desk, actor: &Actor, item: Uuid) -> Result<Option<Uuid>, DbErr> {
    let Ok(sight) = Sight::of(actor) else { return Ok(None) };
    held_subject(&desk.site.house, &sight, item, ItemKind::CallToInterpret).await
}

/// Gives a call back: a conflict is declared, or it cannot be done. Another is looked for at once, and the clock runs on.
///
/// # Errors
/// [`BackError`]; then nothing was written.
pub async fn give_call_back(
    desk: &Desk,
    actor: &Actor,
    item: Uuid,
    reason: BackReason,
) -> Result<(), BackError> {
    judge(actor, Action::Translate).map_err(|_| BackError::NotFound)?;
    held(desk, actor, item).await?.ok_or(BackError::NotFound)?;
    let mut unit = desk.site.house.unit(actor.clone());
    let call = give_back(&mut unit, item, ItemKind::CallToInterpret, reason.code()).await?;
    unit.job(look_for_interpreter(call.ok_or(BackError::NotFound)?));
    unit.commit().await?;
    Ok(())
}
