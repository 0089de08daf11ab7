//! Erasing a complaint: in one unit its key is destroyed and every row goes that was told, found or kept of it; its codes,
//! its history and a tombstone stay, so that figures are the same before and after. Its files go after the commit.
//!
//! The complaint's own row comes first in the unit and is guarded by its version: whoever changed the complaint since it
//! was read, or put a hold on it, wins, and nothing is erased.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, Event, House, Reference, Scope, SubjectKind, Uow, judge};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use crate::entity::{
    ask, call_back, complaint, complaint_group, complaint_of_visit, complaint_text, complaint_visit,
    credential, evidence, filer_sight, filing, intake, kept_words, text_draft, text_part, told_dates,
    tombstone, upload,
};
use crate::model::State;
use crate::traces::forget_traces;
use crate::upload::{UploadOwner, write_gone};

/// The state of what was erased. It is none of [`State`]: whatever reads a complaint finds none.
const ERASED: &str = "erased";
/// The outcome of a complaint that she took back.
const WITHDRAWN: &str = "withdrawn";

/// A complaint as the schedule sees it: codes alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasable {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// When it was closed; nothing while it is open.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether she took it back before anybody had read it.
    pub unread: bool,
    /// The establishment it was linked to.
    pub establishment: Option<Uuid>,
    /// What guards the row.
    version: i32,
}

/// Of which complaints the time may be over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Over {
    /// Those that she took back before anybody read them, or all others.
    pub unread: bool,
    /// Closed before this instant.
    pub before: DateTime<Utc>,
}

/// By which rule and whose decision something is erased.
#[derive(Debug, Clone)]
pub struct ByRule<'a> {
    /// The class of the schedule, or `on-request`.
    pub class: &'a str,
    /// The list that it stood on.
    pub batch: Uuid,
    /// Who approved it.
    pub approved_by: Option<Uuid>,
    /// Who confirmed it.
    pub confirmed_by: Option<Uuid>,
}

/// That a complaint was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// The class of the schedule, or `on-request`.
    pub class: String,
    /// When.
    pub erased_at: DateTime<Utc>,
    /// The list that it stood on.
    pub batch: Uuid,
    /// Who approved it.
    pub approved_by: Option<Uuid>,
    /// Who confirmed it.
    pub confirmed_by: Option<Uuid>,
    /// A keyed tag of the reference.
    pub reference_tag: Vec<u8>,
    /// The version of the pack by whose schedule it was.
    pub pack: String,
}

impl From<tombstone::Model> for Tombstone {
    fn from(row: tombstone::Model) -> Self {
        Self {
            office: row.office,
            class: row.class,
            erased_at: row.erased_at,
            batch: row.batch_id,
            approved_by: row.approved_by,
            confirmed_by: row.confirmed_by,
            reference_tag: row.reference_tag,
            pack: row.pack,
        }
    }
}

fn erasable(row: complaint::Model) -> Option<Erasable> {
    Some(Erasable {
        id: row.id,
        reference: row.reference.parse().ok()?,
        office: row.office,
        closed_at: row.closed_at.filter(|_| row.state == State::Closed.code()),
        unread: row.outcome.as_deref() == Some(WITHDRAWN) && row.acknowledged_at.is_none(),
        establishment: row.establishment_id,
        version: row.version,
    })
}

fn tag(house: &House, reference: Reference) -> Vec<u8> {
    house.vault().blind_index("erased.reference", reference.to_string().as_bytes()).to_vec()
}

fn over(which: Over) -> Condition {
    use complaint::Column as C;
    let unread = Condition::all().add(C::Outcome.eq(WITHDRAWN)).add(C::AcknowledgedAt.is_null());
    let others = Condition::any()
        .add(C::Outcome.is_null())
        .add(C::Outcome.ne(WITHDRAWN))
        .add(C::AcknowledgedAt.is_not_null());
    Condition::all()
        .add(C::State.eq(State::Closed.code()))
        .add(C::ClosedAt.lt(which.before))
        .add(if which.unread { unread } else { others })
}

/// Closed complaints of which the time is over, in the order of their closing, behind `after`.
///
/// # Errors
/// The database's error.
pub async fn over_since(
    house: &House,
    which: Over,
    after: Option<(DateTime<Utc>, Uuid)>,
    most: u64,
) -> Result<Vec<Erasable>, DbErr> {
    use complaint::Column as C;
    let mut rows = complaint::Entity::find().filter(over(which));
    if let Some((at, id)) = after {
        let behind = Condition::all().add(C::ClosedAt.eq(at)).add(C::Id.gt(id));
        rows = rows.filter(Condition::any().add(C::ClosedAt.gt(at)).add(behind));
    }
    let rows = rows.order_by_asc(C::ClosedAt).order_by_asc(C::Id).limit(most).all(house.reader()).await?;
    Ok(rows.into_iter().filter_map(erasable).collect())
}

/// How many complaints of each office are over by then.
///
/// # Errors
/// The database's error.
pub async fn over_by_office(house: &House, which: Over) -> Result<Vec<(Option<String>, i64)>, DbErr> {
    complaint::Entity::find()
        .select_only()
        .column(complaint::Column::Office)
        .column_as(complaint::Column::Id.count(), "many")
        .filter(over(which))
        .group_by(complaint::Column::Office)
        .into_tuple()
        .all(house.reader())
        .await
}

/// One complaint as the schedule sees it; nothing once it was erased.
///
/// # Errors
/// The database's error.
pub async fn erasable_of(house: &House, id: Uuid) -> Result<Option<Erasable>, DbErr> {
    Ok(complaint::Entity::find_by_id(id).one(house.reader()).await?.and_then(erasable))
}

/// One complaint as the schedule sees it, by its reference, as far as the scope reaches.
///
/// # Errors
/// The database's error.
pub async fn erasable_by_reference(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<Erasable>, DbErr> {
    Ok(crate::store::by_reference(house, scope, reference).await?.and_then(erasable))
}

/// Says within a unit that something stands in the way of erasing this complaint: whoever read it before is stale.
pub fn guard(unit: &mut Uow, of: &Erasable) {
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Version, Expr::value(of.version + 1))
            .filter(complaint::Column::Id.eq(of.id))
            .filter(complaint::Column::Version.eq(of.version)),
    );
}

/// The same for all complaints that are linked to an establishment.
pub fn guard_establishment(unit: &mut Uow, establishment: Uuid) {
    unit.update(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Version, Expr::col(complaint::Column::Version).add(1))
            .filter(complaint::Column::EstablishmentId.eq(establishment)),
    );
}

/// Something is written to a complaint that is closed: if it was erased meanwhile, nothing is written, and she is told so.
pub(crate) fn still_there(unit: &mut Uow, row: &complaint::Model) {
    if row.state != State::Closed.code() {
        return;
    }
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Version, Expr::col(complaint::Column::Version).add(1))
            .filter(complaint::Column::Id.eq(row.id))
            .filter(complaint::Column::State.ne(ERASED)),
    );
}

/// Whether something waits for a person's decision: she asks to withdraw, or that the outcome be looked at again.
///
/// # Errors
/// The database's error.
pub async fn has_open_ask(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let open = ask::Entity::find()
        .filter(ask::Column::ComplaintId.eq(complaint))
        .filter(ask::Column::DecidedAt.is_null());
    Ok(open.count(house.reader()).await? > 0)
}

/// What of a complaint lies elsewhere: other rooms erase what they own of it by this.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leavings {
    /// Names of its sealed files, to be removed after the commit.
    pub files: Vec<String>,
    /// Its texts and drafts: what else is kept under these ids.
    pub texts: Vec<Uuid>,
}

/// Erases what this room keeps of a complaint, within the caller's unit; its row first.
///
/// # Errors
/// The database's error.
pub async fn erase_complaint(unit: &mut Uow, of: &Erasable, rule: &ByRule<'_>) -> Result<Leavings, DbErr> {
    use complaint::Column as C;
    let (now, pack) = (unit.now(), unit.house().pack_version().to_owned());
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(C::Reference, Expr::value(format!("{ERASED}:{}", of.id)))
            .col_expr(C::State, Expr::value(ERASED))
            .col_expr(C::Employer, nothing())
            .col_expr(C::Worker, nothing())
            .col_expr(C::Contact, nothing())
            .col_expr(C::ContactWaiting, nothing())
            .col_expr(C::Answers, nothing())
            .col_expr(C::Claims, nothing())
            .col_expr(C::ContactChannel, Expr::value("none"))
            .col_expr(C::ContactHersAlone, Expr::value(false))
            .col_expr(C::InterpreterSex, Expr::value(Option::<String>::None))
            .col_expr(C::EstablishmentId, Expr::value(Option::<Uuid>::None))
            .col_expr(C::Assignee, Expr::value(Option::<Uuid>::None))
            .col_expr(C::Cluster, Expr::value(Option::<i32>::None))
            .col_expr(C::Concerned, Expr::value(Option::<String>::None))
            .col_expr(C::Version, Expr::value(of.version + 1))
            .filter(C::Id.eq(of.id))
            .filter(C::Version.eq(of.version)),
    );
    unit.erase_subject(of.id);
    unit.insert(tombstone::ActiveModel {
        subject_id: Set(of.id),
        reference_tag: Set(tag(unit.house(), of.reference)),
        office: Set(of.office.clone()),
        class: Set(rule.class.to_owned()),
        pack: Set(pack),
        erased_at: Set(now),
        batch_id: Set(rule.batch),
        approved_by: Set(rule.approved_by),
        confirmed_by: Set(rule.confirmed_by),
    });
    let leavings = sweep_complaint(unit, of.id, Some(of.reference)).await?;
    unit.audit(Audit::write("complaint.erase", SubjectKind::Complaint, of.id).purpose(rule.class));
    unit.event(
        Event::new(SubjectKind::Complaint, of.id, "complaint.erased")
            .office(of.office.as_deref())
            .dim("class", rule.class),
    );
    Ok(leavings)
}

/// Deletes every row that tells of a complaint, beside its own. Done again after the erasure, it takes what a request
/// wrote that had begun before.
///
/// # Errors
/// The database's error.
pub async fn sweep_complaint(
    unit: &mut Uow,
    id: Uuid,
    reference: Option<Reference>,
) -> Result<Leavings, DbErr> {
    let reader = unit.reader().clone();
    let mut left = Leavings::default();
    let texts = complaint_text::Entity::find().filter(complaint_text::Column::ComplaintId.eq(id));
    left.texts = texts.all(&reader).await?.into_iter().map(|text| text.id).collect();
    for piece in evidence::Entity::find().filter(evidence::Column::ComplaintId.eq(id)).all(&reader).await? {
        left.files.push(piece.file);
        left.files.extend(piece.shown_file);
    }
    let owner = UploadOwner::Worker(id).tag(unit.house());
    for coming in upload::Entity::find().filter(upload::Column::Owner.eq(owner)).all(&reader).await? {
        left.files.extend(write_gone(unit, &coming).await?);
    }
    if let Some(reference) = reference {
        // The texts that came by themselves and became this complaint: they have keys of their own.
        let drafts = text_draft::Entity::find()
            .filter(text_draft::Column::Complaint.eq(reference.to_string()))
            .all(&reader)
            .await?;
        for draft in drafts {
            left.texts.push(draft.id);
            erase_draft(unit, draft.id);
        }
    }
    macro_rules! gone {
        ($($table:ident),*) => {
            $(unit.delete($table::Entity::delete_many().filter($table::Column::ComplaintId.eq(id)));)*
        };
    }
    gone!(
        complaint_text,
        evidence,
        credential,
        kept_words,
        intake,
        filing,
        filer_sight,
        complaint_group,
        complaint_visit,
        complaint_of_visit,
        ask,
        told_dates
    );
    forget_traces(unit, id);
    Ok(left)
}

fn erase_draft(unit: &mut Uow, draft: Uuid) {
    unit.delete(text_part::Entity::delete_many().filter(text_part::Column::DraftId.eq(draft)));
    unit.delete(text_draft::Entity::delete_many().filter(text_draft::Column::Id.eq(draft)));
    unit.erase_subject(draft);
}

/// Up to `most` texts that came by themselves and were dealt with before this instant, each erased with its key. Gives
/// their ids.
///
/// # Errors
/// The database's error.
pub async fn erase_old_drafts(unit: &mut Uow, before: DateTime<Utc>, most: u64) -> Result<Vec<Uuid>, DbErr> {
    let rows = text_draft::Entity::find()
        .filter(text_draft::Column::DoneAt.lt(before))
        .order_by_asc(text_draft::Column::DoneAt)
        .limit(most)
        .all(unit.reader())
        .await?;
    let ids: Vec<Uuid> = rows.into_iter().map(|row| row.id).collect();
    for id in &ids {
        erase_draft(unit, *id);
        unit.audit(Audit::write("text.erase", SubjectKind::TextDraft, *id));
    }
    Ok(ids)
}

/// Up to `most` calls that were asked for before any complaint and made before this instant, each erased with its key.
/// Gives their ids.
///
/// # Errors
/// The database's error.
pub async fn erase_old_calls(unit: &mut Uow, before: DateTime<Utc>, most: u64) -> Result<Vec<Uuid>, DbErr> {
    let rows = call_back::Entity::find()
        .filter(call_back::Column::DoneAt.lt(before))
        .order_by_asc(call_back::Column::DoneAt)
        .limit(most)
        .all(unit.reader())
        .await?;
    let ids: Vec<Uuid> = rows.into_iter().map(|row| row.id).collect();
    for id in &ids {
        unit.delete(call_back::Entity::delete_many().filter(call_back::Column::Id.eq(*id)));
        unit.erase_subject(*id);
        unit.audit(Audit::write("call-back.erase", SubjectKind::CallBack, *id));
    }
    Ok(ids)
}

/// That the complaint of this reference was erased, for those who could have opened it.
///
/// # Errors
/// The database's error.
pub async fn erased(house: &House, actor: &Actor, reference: Reference) -> Result<Option<Tombstone>, DbErr> {
    let Ok(scope) = judge(actor, Action::ReadComplaint) else { return Ok(None) };
    let row = tombstone::Entity::find()
        .filter(tombstone::Column::ReferenceTag.eq(tag(house, reference)))
        .one(house.reader())
        .await?;
    Ok(row.map(Tombstone::from).filter(|row| scope.covers(row.office.as_deref(), None, false, false)))
}

/// Complaints that were erased from `from` until before `until`, in order, behind `after`; their ids beside them.
///
/// # Errors
/// The database's error.
pub async fn tombstones(
    house: &House,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    after: Option<(DateTime<Utc>, Uuid)>,
    most: u64,
) -> Result<Vec<(Uuid, Tombstone)>, DbErr> {
    use tombstone::Column as C;
    let mut rows = tombstone::Entity::find().filter(C::ErasedAt.gte(from)).filter(C::ErasedAt.lt(until));
    if let Some((at, id)) = after {
        let behind = Condition::all().add(C::ErasedAt.eq(at)).add(C::SubjectId.gt(id));
        rows = rows.filter(Condition::any().add(C::ErasedAt.gt(at)).add(behind));
    }
    let rows =
        rows.order_by_asc(C::ErasedAt).order_by_asc(C::SubjectId).limit(most).all(house.reader()).await?;
    Ok(rows.into_iter().map(|row| (row.subject_id, row.into())).collect())
}
