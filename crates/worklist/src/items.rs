//! Opening, handing on and finishing work. Each is part of the unit of the room whose work it is; who may do the
//! work itself is judged there.

use std::collections::HashSet;

use haqqi_kernel::Uow;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;

use crate::entity::work_item::{ActiveModel, Column, Entity};
use crate::item::{ItemKind, NewItem, Urgency};
use crate::queue::{QueueRow, row_of};
use crate::sight::Sight;
use crate::state::ItemState;

/// A work item as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemRef {
    /// Its id.
    pub id: Uuid,
    /// The version that was read.
    pub version: i32,
}

/// Opens a piece of work and returns its id.
pub fn open_item(unit: &mut Uow, new: NewItem) -> Uuid {
    let id = unit.id();
    let row = opened(unit, id, new);
    unit.insert(row);
    id
}

/// The row of a piece of work that is opened now.
pub(crate) fn opened(unit: &Uow, id: Uuid, new: NewItem) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        kind: Set(new.kind.code().to_owned()),
        subject_kind: Set(new.subject_kind.code().to_owned()),
        subject_id: Set(new.subject),
        about: Set(new.about.id()),
        reference: Set(new.reference.to_string()),
        office: Set(new.office),
        agency: Set(new.agency),
        assignee: Set(new.assignee),
        role: Set(new.role.map(|role| role.code().to_owned())),
        state: Set(ItemState::Open.code().to_owned()),
        urgency: Set(new.urgency.rank()),
        due_at: Set(new.due_at),
        language: Set(new.language),
        place: Set(new.place),
        label: Set(new.label),
        level: Set(new.level),
        cluster: Set(new.cluster),
        concerned: Set(new.concerned),
        duty: Set(new.duty),
        child: Set(new.child),
        version: Set(1),
        created_at: Set(unit.now()),
        done_at: Set(None),
        done_by: Set(None),
    }
}

/// Finishes one piece of work as it was read; the commit is stale when somebody changed it.
pub fn finish_item(unit: &mut Uow, item: ItemRef) {
    let query = done(unit).filter(Column::Id.eq(item.id)).filter(Column::Version.eq(item.version));
    unit.update_one(query);
}

/// Finishes all open work of a kind on a subject, however much there is.
pub fn finish_items(unit: &mut Uow, subject: Uuid, kind: ItemKind) {
    let query = done(unit).filter(Column::SubjectId.eq(subject)).filter(Column::Kind.eq(kind.code()));
    unit.update(query);
    if unit.actor().account().is_some() && kind != ItemKind::Unrouted {
        end_alarm(unit, subject);
    }
}

/// Somebody is there for this subject: the alarm that nobody is is over.
pub(crate) fn end_alarm(unit: &mut Uow, subject: Uuid) {
    let alarms = Column::Kind.eq(ItemKind::Unrouted.code());
    let query = done(unit).filter(Column::SubjectId.eq(subject)).filter(alarms);
    unit.update(query);
}

/// Finishes the open work of a kind on a subject that has this label.
pub fn finish_labelled(unit: &mut Uow, subject: Uuid, kind: ItemKind, label: &str) {
    let query = done(unit).filter(Column::SubjectId.eq(subject)).filter(Column::Kind.eq(kind.code()));
    unit.update(query.filter(Column::Label.eq(label)));
}

fn done(unit: &Uow) -> sea_orm::UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(ItemState::Done.code()))
        .col_expr(Column::DoneAt, Expr::value(Some(unit.now())))
        .col_expr(Column::DoneBy, Expr::value(unit.actor().account()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::State.eq(ItemState::Open.code()))
}

/// Open work that goes to a person, or back to nobody.
pub(crate) fn given_to(assignee: Option<Uuid>) -> sea_orm::UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Assignee, Expr::value(assignee))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::State.eq(ItemState::Open.code()))
}

/// Open work about this concerns a child from now on: the child lead sees it.
pub fn concerns_child(unit: &mut Uow, about: Uuid) {
    unit.update(
        Entity::update_many()
            .col_expr(Column::Child, Expr::value(true))
            .filter(Column::State.eq(ItemState::Open.code()))
            .filter(Condition::any().add(Column::About.eq(about)).add(Column::SubjectId.eq(about))),
    );
}

/// What the open work on these subjects is shown with: how many tell of one workplace. It becomes no less urgent.
pub fn raise(unit: &mut Uow, subjects: &[Uuid], cluster: i32) {
    let open = Entity::update_many()
        .filter(Column::State.eq(ItemState::Open.code()))
        .filter(Column::SubjectId.is_in(subjects.to_vec()));
    unit.update(
        open.clone()
            .col_expr(Column::Urgency, Expr::value(Urgency::High.rank()))
            .filter(Column::Urgency.gt(Urgency::High.rank())),
    );
    unit.update(open.col_expr(Column::Cluster, Expr::value(Some(cluster))));
}

/// Puts open work in the queue by another time than its clock's, where that is sooner: a call that was arranged.
pub fn bring_forward(unit: &mut Uow, subject: Uuid, kind: ItemKind, due_at: chrono::DateTime<chrono::Utc>) {
    let query = Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(due_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::State.eq(ItemState::Open.code()))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Kind.eq(kind.code()))
        .filter(Column::DueAt.gt(due_at));
    unit.update(query);
}

/// Gives all open work on a subject to a person, after the room has judged that this is right: the officer who
/// acknowledges takes what follows.
pub fn hand_to(unit: &mut Uow, subject: Uuid, kind: ItemKind, assignee: Option<Uuid>) {
    let query = given_to(assignee).filter(Column::SubjectId.eq(subject)).filter(Column::Kind.eq(kind.code()));
    unit.update(query);
}

/// Work that somebody had and must not have any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetGo {
    /// The work itself.
    pub item: Uuid,
    /// What it was.
    pub kind: ItemKind,
    /// On what.
    pub subject: Uuid,
    /// Of what it tells.
    pub about: Uuid,
    /// The language of the person concerned, where that is known.
    pub language: Option<String>,
}

/// Takes from a person the open work that tells of these complaints and workplaces, and says what it was: the rooms find
/// others for it. What only whoever has it may open stays, for nobody else would see it: its room gives it to another.
///
/// # Errors
/// The database's error; nothing is in the unit then.
pub async fn let_go(unit: &mut Uow, person: Uuid, about: &HashSet<Uuid>) -> Result<Vec<LetGo>, DbErr> {
    let alone = [ItemKind::DisclosureToApprove, ItemKind::MediationToHold].map(ItemKind::code);
    let about: Vec<Uuid> = about.iter().copied().collect();
    let of = Condition::all()
        .add(Column::State.eq(ItemState::Open.code()))
        .add(Column::Assignee.eq(person))
        .add(Column::About.is_in(about))
        .add(Column::Kind.is_not_in(alone));
    let rows = Entity::find().filter(of.clone()).all(unit.reader()).await?;
    unit.update(given_to(None).filter(of));
    let told = |row: crate::entity::work_item::Model| {
        let kind = ItemKind::from_code(&row.kind).ok()?;
        Some(LetGo { item: row.id, kind, subject: row.subject_id, about: row.about?, language: row.language })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

/// Gives the open work of these kinds that tells of a complaint to a person, whatever it is on.
pub fn hand_about(unit: &mut Uow, about: Uuid, kinds: &[ItemKind], to: Uuid) {
    let query = given_to(Some(to))
        .filter(Column::About.eq(about))
        .filter(Column::Kind.is_in(kinds.iter().map(|kind| kind.code())));
    unit.update(query);
}

/// How much open work each person has.
///
/// # Errors
/// The database's error.
pub async fn loads(
    house: &haqqi_kernel::House,
) -> Result<std::collections::HashMap<Uuid, i64>, sea_orm::DbErr> {
    let rows = Entity::find()
        .select_only()
        .column(Column::Assignee)
        .column_as(Column::Id.count(), "many")
        .filter(Column::State.eq(ItemState::Open.code()))
        .filter(Column::Assignee.is_not_null())
        .group_by(Column::Assignee)
        .into_tuple::<(Uuid, i64)>()
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().collect())
}

/// The open work of a kind on a subject, whoever has it.
///
/// # Errors
/// The database's error.
pub async fn open_work(
    house: &haqqi_kernel::House,
    subject: Uuid,
    kind: ItemKind,
) -> Result<Option<QueueRow>, sea_orm::DbErr> {
    let row = Entity::find()
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Kind.eq(kind.code()))
        .filter(Column::State.eq(ItemState::Open.code()))
        .one(house.reader())
        .await?;
    Ok(row.map(row_of))
}

/// The subject of an open piece of work that an account sees and has, by the work's id: an interpreter's one text.
///
/// # Errors
/// The database's error.
pub async fn held_subject(
    house: &haqqi_kernel::House,
    sight: &Sight,
    item: Uuid,
    kind: ItemKind,
) -> Result<Option<Uuid>, sea_orm::DbErr> {
    let row = seen(house, sight, item, kind).await?;
    Ok(row.filter(|row| row.assignee.is_some() && row.assignee == sight.account()).map(|row| row.subject_id))
}

/// Subject and language of an open piece of work that an account sees, whoever has it.
///
/// # Errors
/// The database's error.
pub async fn seen_subject(
    house: &haqqi_kernel::House,
    sight: &Sight,
    item: Uuid,
    kind: ItemKind,
) -> Result<Option<(Uuid, Option<String>)>, sea_orm::DbErr> {
    Ok(seen(house, sight, item, kind).await?.map(|row| (row.subject_id, row.language)))
}

async fn seen(
    house: &haqqi_kernel::House,
    sight: &Sight,
    item: Uuid,
    kind: ItemKind,
) -> Result<Option<crate::entity::work_item::Model>, sea_orm::DbErr> {
    Entity::find_by_id(item)
        .filter(Column::Kind.eq(kind.code()))
        .filter(Column::State.eq(ItemState::Open.code()))
        .filter(sight.condition())
        .one(house.reader())
        .await
}
