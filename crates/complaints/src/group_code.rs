//! Several filers, one group: whoever files for workers of a workplace gets a code for the group, which another
//! organisation may be given. With it they add workers of the same workplace; they learn nothing of those who are there,
//! and each organisation lists its own alone. Agencies and employers neither get such a code nor use one.

use haqqi_accounts::Organisation;
use haqqi_kernel::{Actor, Audit, ReceiptCode, SubjectKind, Uow};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::Desk;
use crate::come_back::ReturnError;
use crate::entity::{complaint, complaint_group, group_code};
use crate::group::GroupError;
use crate::model::Employer;
use crate::open::unsealed;

fn tag(desk: &Desk, code: &ReceiptCode) -> Vec<u8> {
    desk.site.house.vault().blind_index("complaint.group-code", code.digits().as_bytes()).to_vec()
}

/// A code for a group, shown once.
pub(crate) fn issue(
    desk: &Desk,
    unit: &mut Uow,
    group: Uuid,
    organisation: &Organisation,
) -> Option<ReceiptCode> {
    let account = unit.actor().account()?;
    let code = ReceiptCode::random(desk.site.house.entropy());
    let (id, now) = (unit.id(), unit.now());
    unit.insert(group_code::ActiveModel {
        id: Set(id),
        tag: Set(tag(desk, &code)),
        group_id: Set(group),
        organisation_id: Set(organisation.id),
        made_by: Set(account),
        made_at: Set(now),
    });
    Some(code)
}

/// The group of a code, and its workplace as it was told first. That read is audited.
///
/// # Errors
/// [`GroupError::Code`] where there is none.
pub(crate) async fn group_of(
    desk: &Desk,
    actor: &Actor,
    typed: &str,
) -> Result<(Uuid, Employer), GroupError> {
    let code = typed.parse::<ReceiptCode>().map_err(|_| GroupError::Code)?;
    let house = &desk.site.house;
    let row = group_code::Entity::find()
        .filter(group_code::Column::Tag.eq(tag(desk, &code)))
        .one(house.reader())
        .await?
        .ok_or(GroupError::Code)?;
    let first = complaint_group::Entity::find()
        .filter(complaint_group::Column::GroupId.eq(row.group_id))
        .order_by_asc(complaint_group::Column::ComplaintId)
        .one(house.reader())
        .await?
        .ok_or(GroupError::Code)?;
    let first = complaint::Entity::find_by_id(first.complaint_id).one(house.reader()).await?;
    let first = first.ok_or(GroupError::Code)?;
    let key = house.subject_key(first.id).await?;
    let mut reading = house.unit(actor.clone());
    reading.audit(Audit::read("complaint.read-workplace", SubjectKind::Complaint, first.id).purpose("group"));
    let proof = reading.commit().await?;
    let sealed = first.employer.as_ref();
    let employer = sealed.map(|s| house.open(&proof, &key, "complaint.employer", s)).transpose();
    let employer = unsealed::<Employer>(employer.map_err(ReturnError::Open)?).map_err(ReturnError::Open)?;
    Ok((row.group_id, employer))
}
