//! Somebody left, and what only this room can give is given: sessions to a mediator, texts to an interpreter. To whom it was
//! handed where that one suits, else to another; where there is nobody, whoever supervises is told.

use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::{ASSIGN_TRANSLATION, Desk, interpreter_wish, look_for_interpreter};
use haqqi_kernel::{Actor, Audit, Claimed, Done, Job, JobFailure, Role, SubjectKind};
use haqqi_worklist::{HeldWork, ItemKind, Leaving, gave_back, held_work, pass_on};
use sea_orm::DbErr;

use crate::assign::suits;
use crate::mediation::leave_sessions;

/// The job behind [`haqqi_worklist::WORK_LEFT`], as far as complaints are concerned.
///
/// # Errors
/// [`JobFailure::Again`] while nobody else is there for a session, or it cannot be read or written.
pub async fn hand_on(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let leaving = Leaving::of(claimed)?;
    let heir = Directory::new(desk.site.house.clone()).person(leaving.to).await.map_err(|e| again(&e))?;
    for text in held_work(&desk.site.house, &leaving, ItemKind::Translation).await.map_err(|e| again(&e))? {
        give_text(desk, &leaving, heir.as_ref(), &text).await.map_err(|e| again(&e))?;
    }
    for call in
        held_work(&desk.site.house, &leaving, ItemKind::CallToInterpret).await.map_err(|e| again(&e))?
    {
        let mut unit = desk.site.house.unit(Actor::System);
        pass_on(&mut unit, &call, leaving.from, None);
        unit.job(look_for_interpreter(call.subject));
        unit.commit().await.map_err(|e| again(&e))?;
    }
    if leave_sessions(desk, &leaving).await.map_err(|e| again(&e))? {
        Ok(())
    } else {
        Err(JobFailure::Again("no other mediator is there".to_owned()))
    }
}

/// A text goes to the heir where it may be theirs; else the house looks for another interpreter.
async fn give_text(
    desk: &Desk,
    leaving: &Leaving,
    heir: Option<&StaffView>,
    text: &HeldWork,
) -> Result<(), DbErr> {
    let house = &desk.site.house;
    let language = text.language.clone().unwrap_or_default();
    let wish = interpreter_wish(desk, text.subject).await?;
    let back = gave_back(house, text.subject, ItemKind::Translation).await?;
    let fits = |person: &&StaffView| {
        !person.disabled
            && person.roles.contains(&Role::Interpreter)
            && suits(person, &language, &wish)
            && !back.contains(&person.id)
    };
    let to = heir.filter(fits).map(|person| person.id);
    let mut unit = house.unit(Actor::System);
    pass_on(&mut unit, text, leaving.from, to);
    if to.is_none() {
        let payload = serde_json::json!({ "text": text.subject, "language": language });
        let key = format!("translation:{}:{}", text.subject, unit.id());
        unit.job(Job::new(ASSIGN_TRANSLATION, payload).key(key));
    }
    unit.audit(Audit::write("text.hand-over", SubjectKind::Message, text.subject));
    unit.commit().await.map(|_| ()).map_err(|error| DbErr::Custom(error.to_string()))
}
