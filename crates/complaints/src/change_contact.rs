//! She changes how she may be reached, and how much the employer may learn. What was there before is gone at once: a
//! number that is safe no longer must not be called once more.

use haqqi_kernel::{Audit, CommitError, Event, SubjectKey, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::Desk;
use crate::ask::her_row;
use crate::check::{FieldProblem, check, contact_in_lines};
use crate::come_back::{Entered, ReturnError};
use crate::contact_waits::put_aside;
use crate::credential::shown_to_staff;
use crate::entity::complaint;
use crate::file::{FileComplaint, FileError};
use crate::model::{Channel, Confidentiality, Contact};
use crate::open::unsealed;
use crate::traces::{Traced, forget_phone, trace};

/// Why it was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// A field cannot be used as it is.
    #[error("{field}: {problem:?}")]
    Field {
        /// Which, as in the JSON.
        field: &'static str,
        /// What is wrong.
        problem: FieldProblem,
        /// By what she wants to be reached.
        channel: Channel,
    },
    /// As when coming back.
    #[error(transparent)]
    Return(#[from] ReturnError),
}

/// What she told before about reaching her: her wishes (never call, no message, the safe word) outlive a new number. The
/// read is audited.
///
/// # Errors
/// [`ReturnError`].
pub(crate) async fn contact_before(desk: &Desk, entered: &Entered) -> Result<Contact, ReturnError> {
    let row = her_row(desk, entered).await?;
    let house = &desk.site.house;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(entered.actor());
    unit.audit(Audit::read("complaint.read-contact", SubjectKind::Complaint, row.id));
    let proof = unit.commit().await?;
    let json = row.contact.as_ref().map(|sealed| house.open(&proof, &key, "complaint.contact", sealed));
    Ok(unsealed::<Contact>(json.transpose()?)?)
}

/// What she changes.
pub(crate) struct Change<'a> {
    /// How she may be reached.
    pub contact: &'a Contact,
    /// How much the employer may learn.
    pub confidentiality: Confidentiality,
}

/// Changes contact and confidentiality; `false` where a second person has to confirm it first ([`crate::contact_waits`]).
///
/// # Errors
/// [`ContactError`]; then nothing was changed.
pub async fn change_contact(
    desk: &Desk,
    entered: &Entered,
    contact: &Contact,
    confidentiality: Confidentiality,
) -> Result<bool, ContactError> {
    let row = her_row(desk, entered).await?;
    let contact = &contact_in_lines(contact);
    let command = FileComplaint {
        language: row.language.clone(),
        narrative: "-".to_owned(),
        contact: contact.clone(),
        ..FileComplaint::default()
    };
    match check(desk, &command) {
        Ok(()) => {}
        Err(FileError::Field { field, problem }) => {
            return Err(ContactError::Field { field, problem, channel: contact.channel });
        }
        Err(_) => return Err(ReturnError::Denied.into()),
    }
    let house = &desk.site.house;
    let key = house.subject_key(row.id).await.map_err(ReturnError::from)?;
    let mut unit = house.unit(entered.actor());
    let change = Change { contact, confidentiality };
    let waits = shown_to_staff(house, row.id).await.map_err(ReturnError::from)?;
    if waits {
        put_aside(desk, &mut unit, &key, &row, &change).await?;
    } else {
        write_contact(desk, &mut unit, &key, &row, &change);
    }
    unit.audit(Audit::write("complaint.change-contact", SubjectKind::Complaint, row.id));
    unit.commit().await.map_err(|error: CommitError| ReturnError::from(error))?;
    Ok(!waits)
}

/// Writes the change to her row: what was there before, or waited, is gone at once.
pub(crate) fn write_contact(
    desk: &Desk,
    unit: &mut Uow,
    key: &SubjectKey,
    row: &complaint::Model,
    change: &Change<'_>,
) {
    let Change { contact, confidentiality } = *change;
    let json = serde_json::json!({ "v": 1, "is": contact }).to_string();
    let sealed = unit.seal(key, "complaint.contact", &json);
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Contact, Expr::value(Some(sealed)))
            .col_expr(complaint::Column::ContactWaiting, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(complaint::Column::ContactChannel, Expr::value(contact.channel.code()))
            .col_expr(complaint::Column::ContactHersAlone, Expr::value(contact.is_hers_alone()))
            .col_expr(complaint::Column::ContactQuiet, Expr::value(contact.no_message))
            .col_expr(complaint::Column::ContactOpen, Expr::value(contact.open_words))
            .col_expr(complaint::Column::Confidentiality, Expr::value(confidentiality.code()))
            .col_expr(complaint::Column::Version, Expr::value(row.version + 1))
            .filter(complaint::Column::Id.eq(row.id))
            .filter(complaint::Column::Version.eq(row.version)),
    );
    forget_phone(unit, row.id);
    if !desk.site.pack.kind(&row.kind).is_some_and(|kind| kind.against_worker) {
        trace(desk, unit, row.id, &Traced { contact: Some(contact), ..Traced::default() });
    }
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.contact-changed")
            .change(&row.contact_channel, contact.channel.code())
            .office(row.office.as_deref()),
    );
    if row.confidentiality != confidentiality.code() {
        unit.event(
            Event::new(SubjectKind::Complaint, row.id, "complaint.confidentiality-changed")
                .change(&row.confidentiality, confidentiality.code())
                .office(row.office.as_deref()),
        );
    }
}
