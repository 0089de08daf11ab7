//! A pair of complaints: its words and its rows.

use haqqi_complaints::Summary;
use haqqi_kernel::House;
use haqqi_pack::Pack;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::complaint_pair::{Column, Entity, Model};

/// At most so many pairs of one complaint are looked at.
const MOST: u64 = 200;

/// What a pair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairState {
    /// Found by the house; nobody has looked.
    Suggested,
    /// One person told twice.
    SamePerson,
    /// Two people of one workplace.
    SameWorkplace,
    /// Nothing to do with each other.
    Different,
}

impl PairState {
    const ALL: [Self; 4] = [Self::Suggested, Self::SamePerson, Self::SameWorkplace, Self::Different];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::SamePerson => "same-person",
            Self::SameWorkplace => "same-workplace",
            Self::Different => "different",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How an officer knows that two complaints are one person's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownBy {
    /// She has the codes of both.
    Codes,
    /// She said so, alone, when she was met.
    Met,
    /// She said so when she was called on a phone that is hers alone.
    Called,
}

impl KnownBy {
    /// Every answer, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::Codes, Self::Met, Self::Called];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Codes => "codes",
            Self::Met => "met",
            Self::Called => "called",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// Both ids, the earlier first: so that a pair has one row.
pub(super) fn ordered(one: Uuid, other: Uuid) -> (Uuid, Uuid) {
    if one <= other { (one, other) } else { (other, one) }
}

/// The other of a pair.
pub(super) fn other_of(pair: &Model, complaint: Uuid) -> Uuid {
    if pair.first_id == complaint { pair.second_id } else { pair.first_id }
}

/// Whether two complaints may stand beside each other at all: never what an employer brings against a worker, and what
/// is told about an official only beside what the same office reads (`safeguards.md` 16).
pub(super) fn may_meet(pack: &Pack, one: &Summary, other: &Summary) -> bool {
    let kind = |complaint: &Summary| pack.kind(&complaint.kind);
    let office = |complaint: &Summary| kind(complaint).and_then(|kind| kind.office.clone());
    let against = |complaint: &Summary| kind(complaint).is_some_and(|kind| kind.against_worker);
    one.id != other.id && !against(one) && !against(other) && office(one) == office(other)
}

/// The pairs of a complaint, the newest first.
pub(super) async fn pairs_of(house: &House, complaint: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Condition::any().add(Column::FirstId.eq(complaint)).add(Column::SecondId.eq(complaint)))
        .order_by_desc(Column::FoundAt)
        .limit(MOST)
        .all(house.reader())
        .await
}

/// One pair.
pub(super) async fn pair_of(house: &House, one: Uuid, other: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(ordered(one, other)).one(house.reader()).await
}

/// The complaint that goes on in place of this one, where an officer found that one person told twice.
pub(crate) async fn kept_of(house: &House, complaint: Uuid) -> Result<Option<Uuid>, DbErr> {
    let rows = Entity::find()
        .filter(Condition::any().add(Column::FirstId.eq(complaint)).add(Column::SecondId.eq(complaint)))
        .filter(Column::State.eq(PairState::SamePerson.code()))
        .filter(Column::KeptId.ne(complaint))
        .one(house.reader())
        .await?;
    Ok(rows.and_then(|row| row.kept_id))
}
