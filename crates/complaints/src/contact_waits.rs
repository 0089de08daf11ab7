//! A change of how she may be reached that came in by a code which somebody on the staff has seen: that person could have
//! used the code in her place. It waits for a second person, and until then nobody calls or writes to either number: the
//! old one she gave up, the new one nobody has checked (`safeguards.md` 6).

use chrono::{DateTime, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, OpenError, Reason, Reference, SubjectKey, SubjectKind, Uow,
    judge,
};
use haqqi_worklist::{DeadlineError, ItemKind, finish_items, is_owed, meet_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::change_contact::{Change, write_contact};
use crate::come_back::ReturnError;
use crate::credential::{code_shown_to, end_codes};
use crate::entity::complaint;
use crate::keep::end_words;
use crate::model::{Confidentiality, Contact, LONGEST_TEXT};
use crate::open::{ReadError, Summary, unsealed};
use crate::store;
use crate::work::{add_note, open_next};

/// The field under which it is sealed.
const FIELD: &str = "complaint.contact-waiting";
/// The clock of the second person.
const CLOCK: &str = "contact-confirmed";

/// What waits.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct WaitingContact {
    /// How she wants to be reached.
    pub contact: Contact,
    /// How much the employer may learn.
    pub confidentiality: Confidentiality,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Why it was not settled. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SettleError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nothing waits.
    #[error("no change waits")]
    Nothing,
    /// Whoever gave her a code does not confirm what came in by it.
    #[error("another person must confirm it")]
    SamePerson,
    /// Refusing needs words.
    #[error("say why")]
    Empty,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Puts a change aside for a second person. A later one takes its place, on the same clock.
pub(crate) async fn put_aside(
    desk: &Desk,
    unit: &mut Uow,
    key: &SubjectKey,
    row: &complaint::Model,
    change: &Change<'_>,
) -> Result<(), ReturnError> {
    let waiting = WaitingContact {
        contact: change.contact.clone(),
        confidentiality: change.confidentiality,
        since: unit.now(),
    };
    let sealed = unit.seal(key, FIELD, &serde_json::json!({ "v": 1, "is": waiting }).to_string());
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::ContactWaiting, Expr::value(Some(sealed)))
            .col_expr(complaint::Column::ContactQuiet, Expr::value(true))
            .col_expr(complaint::Column::Version, Expr::value(row.version + 1))
            .filter(complaint::Column::Id.eq(row.id))
            .filter(complaint::Column::Version.eq(row.version)),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.contact-waits").office(row.office.as_deref()),
    );
    if is_owed(unit, row.id, CLOCK).await? {
        return Ok(());
    }
    let Some(summary) = Summary::of(row.clone()) else { return Ok(()) };
    let clock = desk.clocks().begin(CLOCK, unit.now(), row.office.as_deref())?;
    open_next(unit, &summary, ItemKind::ContactToConfirm, &clock, None);
    Ok(())
}

/// What waits, opened: an entry of the audit.
///
/// # Errors
/// [`SettleError`].
pub async fn waiting_contact(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<Option<WaitingContact>, SettleError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let row = store::by_reference(house, &scope, reference).await?.ok_or(ReadError::NotFound)?;
    let Some(sealed) = &row.contact_waiting else { return Ok(None) };
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read-contact", SubjectKind::Complaint, row.id));
    let proof = unit.commit().await?;
    Ok(Some(unsealed(Some(house.open(&proof, &key, FIELD, sealed)?))?))
}

/// Confirms what waits, or refuses it. What is confirmed takes the place of what was there. With a refusal her codes and her
/// words end:
/// whoever holds one is perhaps not she, and she gets a new one when somebody meets her.
///
/// # Errors
/// [`SettleError`]; then nothing was written.
pub async fn settle_contact(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    confirm: bool,
    why: &str,
) -> Result<(), SettleError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let waiting = waiting_contact(desk, actor, reference).await?.ok_or(SettleError::Nothing)?;
    let row = store::by_reference(house, &scope, reference).await?.ok_or(ReadError::NotFound)?;
    let account = actor.account().ok_or(SettleError::SamePerson)?;
    if code_shown_to(house, row.id, account).await? {
        return Err(SettleError::SamePerson);
    }
    if !confirm && Reason::parse(why).is_err() {
        return Err(SettleError::Empty);
    }
    if why.len() > LONGEST_TEXT {
        return Err(SettleError::TooLong);
    }
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    if confirm {
        let change = Change { contact: &waiting.contact, confidentiality: waiting.confidentiality };
        write_contact(desk, &mut unit, &key, &row, &change);
    } else {
        let before = old_contact(desk, actor, &row).await?;
        unit.update_one(
            complaint::Entity::update_many()
                .col_expr(complaint::Column::ContactWaiting, Expr::value(Option::<Vec<u8>>::None))
                .col_expr(complaint::Column::ContactQuiet, Expr::value(before.no_message))
                .col_expr(complaint::Column::Version, Expr::value(row.version + 1))
                .filter(complaint::Column::Id.eq(row.id))
                .filter(complaint::Column::Version.eq(row.version)),
        );
        end_codes(&mut unit, row.id);
        end_words(&mut unit, row.id);
    }
    add_note(desk, &mut unit, row.id, &key, why);
    finish_items(&mut unit, row.id, ItemKind::ContactToConfirm);
    meet_deadline(&mut unit, row.id, CLOCK).await?;
    let decision = if confirm { "confirmed" } else { "refused" };
    unit.audit(Audit::write("complaint.settle-contact", SubjectKind::Complaint, row.id).purpose(decision));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.contact-settled")
            .change("waiting", decision)
            .office(row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// What she gave before the change that waits.
async fn old_contact(desk: &Desk, actor: &Actor, row: &complaint::Model) -> Result<Contact, SettleError> {
    let house = &desk.site.house;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read-contact", SubjectKind::Complaint, row.id));
    let proof = unit.commit().await?;
    let json = row.contact.as_ref().map(|sealed| house.open(&proof, &key, "complaint.contact", sealed));
    Ok(unsealed(json.transpose()?)?)
}
