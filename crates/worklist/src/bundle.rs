//! Mails to staff that say no more than that there is work: one for all that waits for a person, in waking hours; at
//! once for the legal clock and danger, and even then not more than one in ten minutes.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Audit, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::entity::{mail_way, notice, notice_mail, work_item};
use crate::state::ItemState;

/// The field under which the address of a way is sealed: that of a mail, so that it goes into one as it is.
const FIELD: &str = "mail.address";
/// Between two mails to one person lies at least this.
const APART: TimeDelta = TimeDelta::minutes(10);
/// What may not go before a time this far ahead was put off by a clock that was wrong.
const TOO_FAR: TimeDelta = TimeDelta::days(3);
/// At most so many people are looked at in one go, and so many notices of one.
const MOST: u64 = 500;

/// One mail to be queued: whom, by what address, and how much it is about.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// The person.
    pub staff: Uuid,
    /// How many mails they had before, and one.
    pub number: i32,
    /// The subject whose key seals the address.
    pub subject: Uuid,
    /// The address, sealed as `mail.address`.
    pub address: Vec<u8>,
    /// The language of the mail.
    pub language: String,
    /// Notices of work that is still open; without one no mail goes.
    pub notices: usize,
    /// Whether one of them is legal or danger.
    pub urgent: bool,
    ids: Vec<Uuid>,
}

/// What is to be mailed now.
///
/// # Errors
/// The database's error.
pub async fn bundles(house: &House) -> Result<Vec<Bundle>, DbErr> {
    use notice::Column as C;
    let now = house.now();
    let waits = || Condition::any().add(C::MailAfter.lte(now)).add(C::MailAfter.gt(now + TOO_FAR));
    let people: Vec<Uuid> = notice::Entity::find()
        .select_only()
        .column(C::StaffId)
        .distinct()
        .filter(waits())
        .limit(MOST)
        .into_tuple()
        .all(house.reader())
        .await?;
    let mut found = Vec::new();
    for staff in people {
        let last = notice_mail::Entity::find()
            .filter(notice_mail::Column::StaffId.eq(staff))
            .order_by_desc(notice_mail::Column::Number)
            .one(house.reader())
            .await?;
        // A mail of the future was written by a clock that was wrong: it holds up nothing.
        if last.as_ref().is_some_and(|last| last.made_at <= now && now - last.made_at < APART) {
            continue;
        }
        let rows = notice::Entity::find()
            .filter(C::StaffId.eq(staff))
            .filter(waits())
            .order_by_asc(C::Id)
            .limit(MOST)
            .all(house.reader())
            .await?;
        let items = rows.iter().map(|row| row.item_id).collect::<Vec<_>>();
        let open: Vec<Uuid> = work_item::Entity::find()
            .select_only()
            .column(work_item::Column::Id)
            .filter(work_item::Column::Id.is_in(items))
            .filter(work_item::Column::State.eq(ItemState::Open.code()))
            .into_tuple()
            .all(house.reader())
            .await?;
        let way = mail_way::Entity::find_by_id(staff).one(house.reader()).await?;
        let waiting = || rows.iter().filter(|row| way.is_some() && open.contains(&row.item_id));
        found.push(Bundle {
            staff,
            number: last.map_or(0, |last| last.number) + 1,
            subject: way.as_ref().map(|way| way.subject_id).unwrap_or_default(),
            address: way.as_ref().map(|way| way.address.clone()).unwrap_or_default(),
            language: way.as_ref().map(|way| way.language.clone()).unwrap_or_default(),
            notices: waiting().count(),
            urgent: waiting().any(|row| row.urgent),
            ids: rows.iter().map(|row| row.id).collect(),
        });
    }
    Ok(found)
}

/// Takes a bundle within the unit that queues its mail. Where another worker took it, the commit answers
/// [`haqqi_kernel::CommitError::Unique`], and nothing is sent twice.
pub fn take_bundle(unit: &mut Uow, bundle: &Bundle) {
    let none: Option<DateTime<Utc>> = None;
    unit.update(
        notice::Entity::update_many()
            .col_expr(notice::Column::MailAfter, Expr::value(none))
            .filter(notice::Column::Id.is_in(bundle.ids.clone())),
    );
    if bundle.notices > 0 {
        let made_at = unit.now();
        unit.insert(notice_mail::ActiveModel {
            staff_id: Set(bundle.staff),
            number: Set(bundle.number),
            notices: Set(i32::try_from(bundle.notices).unwrap_or(i32::MAX)),
            made_at: Set(made_at),
        });
    }
}

/// Says by which address a person is told of work, or by none any more.
pub fn set_mail_way(unit: &mut Uow, staff: Uuid, way: Option<(&str, &str)>) {
    unit.delete(mail_way::Entity::delete_many().filter(mail_way::Column::StaffId.eq(staff)));
    if let Some((address, language)) = way {
        let subject = unit.id();
        let key = unit.new_subject(subject);
        let sealed = unit.seal(&key, FIELD, address);
        let set_at = unit.now();
        unit.insert(mail_way::ActiveModel {
            staff_id: Set(staff),
            subject_id: Set(subject),
            address: Set(sealed),
            language: Set(language.to_owned()),
            set_at: Set(set_at),
        });
    }
    unit.audit(Audit::write("notices.mail-way", SubjectKind::Staff, staff));
}

/// Whether a person is told by mail.
///
/// # Errors
/// The database's error.
pub async fn has_mail_way(house: &House, staff: Uuid) -> Result<bool, DbErr> {
    Ok(mail_way::Entity::find_by_id(staff).one(house.reader()).await?.is_some())
}
