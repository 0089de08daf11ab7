//! Somebody leaves, or is away for long: the open work goes to another who may do it. What only its own room can give (a
//! session, a text, a disclosure, a visit) each room gives by a job.

use haqqi_kernel::{Actor, Claimed, House, Job, JobFailure, Scope, Uow, judge, out_of_reach};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::entity::{given_back, work_item};
use crate::item::ItemKind;
use crate::items::given_to;
use crate::state::ItemState;

/// The job by which each room gives what is its own of somebody who leaves to another.
pub const WORK_LEFT: &str = "worklist.work-left";

/// Pieces of work written in one statement.
const AT_ONCE: usize = 500;

/// Who leaves, and to whom it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// Who leaves.
    pub from: Uuid,
    /// To whom, where that one may have it.
    pub to: Uuid,
    /// Of these offices alone; none named: of all.
    pub offices: Option<Vec<String>>,
}

impl Leaving {
    /// The job for the rooms.
    #[must_use]
    pub fn job(&self) -> Job {
        let Self { from, to, offices } = self;
        Job::new(WORK_LEFT, serde_json::json!({ "from": from, "to": to, "offices": offices }))
    }

    /// What the job says.
    ///
    /// # Errors
    /// [`JobFailure::Never`] where it names nobody.
    pub fn of(claimed: &Claimed) -> Result<Self, JobFailure> {
        let list = claimed.payload.get("offices").and_then(serde_json::Value::as_array);
        let offices = list.map(|all| all.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect());
        Ok(Self { from: claimed.id_of("from")?, to: claimed.id_of("to")?, offices })
    }

    /// Whether work of this office is among it.
    #[must_use]
    pub fn reaches(&self, office: Option<&str>) -> bool {
        let within = |offices: &Vec<String>| office.is_some_and(|one| offices.iter().any(|own| own == one));
        self.offices.as_ref().is_none_or(within)
    }
}

/// What became of the open work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Handed {
    /// Pieces that the other has now.
    pub given: usize,
    /// Pieces that their own room gives, to the other or to whom else it may.
    pub by_rooms: usize,
    /// Pieces that stay: a tie to the workplace, or work that the other may not do.
    pub kept: usize,
}

/// A piece of work that somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldWork {
    /// The work itself.
    pub item: Uuid,
    /// On what.
    pub subject: Uuid,
    /// Of what it tells.
    pub about: Option<Uuid>,
    /// The language of the person concerned.
    pub language: Option<String>,
}

/// Whether an account may do work of this kind, wherever it lies.
#[must_use]
pub fn may_do(actor: &Actor, kind: ItemKind) -> bool {
    kind.done_by().iter().any(|action| judge(actor, *action).is_ok())
}

/// Whether two accounts do work of a common kind.
#[must_use]
pub fn do_the_same(one: &Actor, other: &Actor) -> bool {
    ItemKind::ALL.into_iter().any(|kind| may_do(one, kind) && may_do(other, kind))
}

async fn held(reader: &impl sea_orm::ConnectionTrait, from: Uuid) -> Result<Vec<work_item::Model>, DbErr> {
    work_item::Entity::find()
        .filter(work_item::Column::Assignee.eq(from))
        .filter(work_item::Column::State.eq(ItemState::Open.code()))
        .order_by_asc(work_item::Column::Id)
        .all(reader)
        .await
}

/// Gives the open work of one person to another who may do it. What tells of a workplace with which the other has a tie
/// stays, and so does work of another kind.
///
/// # Errors
/// The database's error; nothing is in the unit then.
pub async fn hand_all(unit: &mut Uow, leaving: &Leaving, to: &Actor) -> Result<Handed, DbErr> {
    // Nor does who has a tie hand it over.
    let ties = [to.ties(), unit.actor().ties()].concat();
    let tied = out_of_reach(unit.house(), &ties).await?;
    let mut handed = Handed::default();
    let mut given = Vec::new();
    for row in held(unit.reader(), leaving.from).await? {
        if !leaving.reaches(row.office.as_deref()) {
            continue;
        }
        let Ok(kind) = ItemKind::from_code(&row.kind) else { continue };
        if kind.given_by_its_room() {
            handed.by_rooms += 1;
        } else if row.about.is_some_and(|about| tied.contains(&about)) || !may_have(to, kind, &row) {
            handed.kept += 1;
        } else {
            given.push(row.id);
        }
    }
    for ids in given.chunks(AT_ONCE) {
        let theirs = work_item::Column::Assignee.eq(leaving.from);
        unit.update(
            given_to(to.account()).filter(work_item::Column::Id.is_in(ids.iter().copied())).filter(theirs),
        );
    }
    handed.given = given.len();
    Ok(handed)
}

/// Whether somebody may do this piece of work, and open what it points to once it is theirs.
fn may_have(to: &Actor, kind: ItemKind, row: &work_item::Model) -> bool {
    let opens = |scope: Scope| scope.covers(row.office.as_deref(), to.account(), row.duty, row.child);
    may_do(to, kind) && kind.opened_by().iter().any(|action| judge(to, *action).is_ok_and(opens))
}

/// The open work of a kind that somebody has, as far as it is among what is left.
///
/// # Errors
/// The database's error.
pub async fn held_work(house: &House, leaving: &Leaving, kind: ItemKind) -> Result<Vec<HeldWork>, DbErr> {
    let rows = held(house.reader(), leaving.from).await?;
    let ours = |row: &work_item::Model| row.kind == kind.code() && leaving.reaches(row.office.as_deref());
    Ok(rows
        .into_iter()
        .filter(ours)
        .map(|row| HeldWork {
            item: row.id,
            subject: row.subject_id,
            about: row.about,
            language: row.language,
        })
        .collect())
}

/// Gives one piece of work of somebody who leaves to another, or to nobody; it does not come back to who had it.
pub fn pass_on(unit: &mut Uow, work: &HeldWork, from: Uuid, to: Option<Uuid>) {
    unit.update(
        work_item::Entity::update_many()
            .col_expr(work_item::Column::Assignee, Expr::value(to))
            .col_expr(work_item::Column::Version, Expr::col(work_item::Column::Version).add(1))
            .filter(work_item::Column::Id.eq(work.item))
            .filter(work_item::Column::Assignee.eq(from))
            .filter(work_item::Column::State.eq(ItemState::Open.code())),
    );
    let at = unit.now();
    let left = given_back::ActiveModel {
        item_id: Set(work.item),
        staff_id: Set(from),
        reason: Set("left".to_owned()),
        at: Set(at),
    };
    unit.insert_or_ignore(left, [given_back::Column::ItemId, given_back::Column::StaffId]);
}
