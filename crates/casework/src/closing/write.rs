//! Writing a closing, with what she is told of it.

use haqqi_complaints::{
    Author, Desk, NewText, OpenedComplaint, TextKind, add_text, close_row, open_next, tell_news,
    translation_wanted,
};
use haqqi_kernel::{Actor, Audit, Event, SubjectKind};
use haqqi_worklist::ItemKind;
use sea_orm::Set;

use super::{CLOCK, CONTENT, TERMS, UNVERIFIED, Written};
use crate::close::{CloseError, Closing, finish_work};
use crate::entity::closing;
use crate::pay::look_again;

/// Writes a closing: carried out at once where nothing stands in its way, else waiting.
pub(crate) async fn write(
    desk: &Desk,
    actor: &Actor,
    opened: &OpenedComplaint,
    new: &Written<'_>,
) -> Result<Closing, CloseError> {
    let complaint = &opened.summary;
    let house = &desk.site.house;
    let foreign = new.language != complaint.language;
    let waits = new.second || foreign;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let text = add_text(
        &mut unit,
        complaint.id,
        &key,
        &NewText {
            kind: if waits { TextKind::Answer } else { TextKind::Message },
            author: Author::Staff,
            language: new.language,
            translation_of: None,
            body: new.words,
        },
    );
    if foreign {
        translation_wanted(desk, &mut unit, complaint, text)?;
    }
    let terms = new.terms.as_ref().map(|terms| unit.seal(&key, TERMS, &serde_json::json!(terms).to_string()));
    let content = unit.seal(&key, CONTENT, &serde_json::json!(new.content).to_string());
    let (id, now, by) = (unit.id(), unit.now(), actor.account());
    unit.insert(closing::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        place: Set(if waits { complaint.id.to_string() } else { id.to_string() }),
        outcome: Set(new.outcome.to_owned()),
        reason: Set(Some(new.because.to_owned())),
        second: Set(new.second),
        terms: Set(terms),
        content: Set(Some(content)),
        text_id: Set(Some(text)),
        proposed_at: Set(now),
        proposed_by: Set(by),
        decided_at: Set((!waits).then_some(now)),
        decided_by: Set(if waits { None } else { by }),
        decision: Set((!waits).then(|| "enough".to_owned())),
    });
    if !waits {
        if !close_row(&mut unit, complaint, new.outcome) {
            return Err(CloseError::State);
        }
        finish_work(desk, &mut unit, complaint.id).await?;
        if new.outcome == UNVERIFIED {
            let amount = new.terms.as_ref().map(|terms| terms.amount);
            look_again(desk, &mut unit, complaint, &key, amount).await?;
        }
        tell_news(desk, &mut unit, &key, complaint, &opened.contact, &format!("{text}:closed"));
        unit.audit(
            Audit::write("complaint.close", SubjectKind::Complaint, complaint.id).purpose(new.outcome),
        );
        unit.commit().await?;
        return Ok(Closing::Closed);
    }
    if new.second {
        let clock = desk.clocks().begin(CLOCK, now, complaint.office.as_deref())?;
        open_next(&mut unit, complaint, ItemKind::SettlementToApprove, &clock, None);
    }
    unit.audit(
        Audit::write("complaint.propose-closing", SubjectKind::Complaint, complaint.id).purpose(new.outcome),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.closing-proposed")
            .office(complaint.office.as_deref())
            .dim("second", if new.second { "yes" } else { "no" }),
    );
    unit.commit().await?;
    Ok(if new.second { Closing::Proposed } else { Closing::Translating })
}
