//! The one queue over all rooms: pages by key, danger first and then in order of what is due, and the counts above it.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::House;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::LEGAL;
use crate::entity::deadline;
use crate::entity::work_item::{Column, Entity, Model};
use crate::item::{ItemKind, Urgency};
use crate::items::ItemRef;
use crate::sight::Sight;
use crate::state::{DeadlineState, ItemState};

/// What to show of the queue. All that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Filter {
    /// Only what is assigned to the one who looks, or to those for whom they stand in.
    pub mine: bool,
    /// Only what burns: danger, or past its time.
    pub burning: bool,
    /// Only what has no office.
    pub unrouted: bool,
    /// Only what is not due before this instant.
    pub from: Option<DateTime<Utc>>,
    /// Only what is due before this instant.
    pub before: Option<DateTime<Utc>>,
    /// One office.
    pub office: Option<String>,
    /// One kind of work, as a code.
    pub kind: Option<String>,
    /// One language.
    pub language: Option<String>,
    /// One kind of complaint, or whatever the label is of.
    pub label: Option<String>,
    /// One level of a flag; `any`: whatever has a flag.
    pub level: Option<String>,
    /// One clock that runs, or ran out and is owed still.
    pub clock: Option<String>,
    /// Only what nobody has.
    pub nobodys: bool,
    /// Only what is one of several of a workplace.
    pub cluster: bool,
    /// A workplace of the register; whoever knows its complaints names them in `subjects`.
    pub employer: Option<String>,
    /// Only work on these.
    #[serde(skip)]
    pub subjects: Option<Vec<Uuid>>,
    /// `open` (the usual) or `done`.
    pub state: Option<String>,
}

/// Where a page ends and the next begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Whether the last row stood among those in danger, which come first. Of lists that know none: never.
    pub danger: bool,
    /// Due time of the last row.
    pub due_at: DateTime<Utc>,
    /// Its id.
    pub id: Uuid,
}

/// The filter's word for any level.
const ANY: &str = "any";

const DANGER: &str = "d";
const OTHER: &str = "o";

impl Cursor {
    /// As text for an address.
    #[must_use]
    pub fn encode(&self) -> String {
        let part = if self.danger { DANGER } else { OTHER };
        format!("{part}.{}.{}", self.due_at.timestamp_micros(), self.id.simple())
    }

    /// From an address; anything else is the first page.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let (part, rest) = text.split_once('.')?;
        let (micros, id) = rest.split_once('.')?;
        Some(Self {
            danger: match part {
                DANGER => true,
                OTHER => false,
                _ => return None,
            },
            due_at: DateTime::from_timestamp_micros(micros.parse().ok()?)?,
            id: Uuid::parse_str(id).ok()?,
        })
    }
}

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueueRow {
    /// The work item's id.
    pub id: Uuid,
    /// The version, to assign or finish it.
    pub version: i32,
    /// Kind of work, as a code.
    pub kind: String,
    /// Kind of subject, as a code.
    pub subject_kind: String,
    /// What people see.
    pub reference: String,
    /// Office code; none is unrouted.
    pub office: Option<String>,
    /// Who has it.
    pub assignee: Option<Uuid>,
    /// The role that should take it.
    pub role: Option<String>,
    /// Somebody is in danger.
    pub danger: bool,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// Language code.
    pub language: Option<String>,
    /// Place code.
    pub place: Option<String>,
    /// Coded label: the complaint's kind.
    pub label: Option<String>,
    /// Coded level of a flag.
    pub level: Option<String>,
    /// How many tell of one workplace, where several do.
    pub cluster: Option<i32>,
    /// `open` or `done`.
    pub state: String,
}

impl QueueRow {
    /// The row, to assign or finish it.
    #[must_use]
    pub fn item(&self) -> ItemRef {
        ItemRef { id: self.id, version: self.version }
    }

    /// The page of what the work is about, for this account: a text to translate opens for its interpreter alone, for
    /// others the complaint does.
    #[must_use]
    pub fn link(&self, account: Option<Uuid>) -> String {
        let held = self.assignee.is_some() && self.assignee == account;
        let room = match (self.kind.as_str(), self.subject_kind.as_str()) {
            ("translation", _) if held => return format!("/staff/translations/{}", self.id),
            ("call-to-interpret", _) if held => return format!("/staff/calls-to-interpret/{}", self.id),
            ("visit-pool", _) => return "/staff/visits".to_owned(),
            ("roster-gap", _) => return "/staff/roster".to_owned(),
            ("erasure-to-decide", "complaint") => {
                return format!("/staff/complaints/{}/erasure", self.reference);
            }
            ("erasure-to-decide", _) => "retention/lists",
            ("disclosure-to-approve", _) => "approvals",
            ("mediation-to-hold", _) => "mediations",
            (_, "call-back") => "call-backs",
            (_, "wording") => "wordings",
            ("text-trouble", _) | (_, "text-draft") => "texts",
            (_, "flag") => "flags",
            (_, "referral") => "referrals",
            (_, "hand-over") => "hand-overs",
            (_, "visit" | "visit-request") => "visits",
            (_, "establishment") => "establishments",
            _ => "complaints",
        };
        format!("/staff/{room}/{}", self.reference)
    }

    /// Percent of its time that is left at an instant: 0 when it is over.
    #[must_use]
    pub fn percent_left(&self, now: DateTime<Utc>) -> i64 {
        let whole = (self.due_at - self.created_at).num_seconds();
        let left = (self.due_at - now).num_seconds();
        if whole <= 0 { 0 } else { (left * 100 / whole).clamp(0, 100) }
    }
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOf {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// Where the next page begins, when there is one.
    pub next: Option<Cursor>,
}

/// The counts above the queue. Each leads to the list behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Open work in all.
    pub open: u64,
    /// Danger, or past its time.
    pub burning: u64,
    /// Due from now until the instant asked for.
    pub soon: u64,
    /// Of the one who looks.
    pub mine: u64,
    /// Without an office.
    pub unrouted: u64,
    /// Of a thousand complaints whose 24 hours ended (or that were read) in the last 30 days, how many a person had
    /// read in time; none when there were none, or they are not for this account.
    pub read_in_time_per_mille: Option<u64>,
}

/// A page of what the account sees: danger before all else, then in order of due time.
///
/// # Errors
/// The database's error.
pub async fn queue(
    house: &House,
    sight: &Sight,
    filter: &Filter,
    after: Option<Cursor>,
    most: u64,
) -> Result<PageOf, DbErr> {
    let most = most.clamp(1, 200);
    let now = house.now();
    // Two parts, each in the order of an index: one order over both would sort all that is open for every page.
    let mut found = Vec::new();
    if after.is_none_or(|cursor| cursor.danger) {
        found = part(sight, filter, now, true, after).limit(most + 1).all(house.reader()).await?;
    }
    let left = (most + 1).saturating_sub(u64::try_from(found.len()).unwrap_or(u64::MAX));
    if left > 0 {
        let behind = after.filter(|cursor| !cursor.danger);
        found.extend(part(sight, filter, now, false, behind).limit(left).all(house.reader()).await?);
    }
    let wanted = usize::try_from(most).unwrap_or(usize::MAX);
    let more = found.len() > wanted;
    found.truncate(wanted);
    let next = found.last().filter(|_| more).map(|row| Cursor {
        danger: row.urgency == Urgency::Danger.rank(),
        due_at: row.due_at,
        id: row.id,
    });
    Ok(PageOf { rows: found.into_iter().map(row_of).collect(), next })
}

/// The work, open or done, on what people know under a reference, as far as the account sees it, the newest first.
///
/// # Errors
/// The database's error.
pub async fn work_on(house: &House, sight: &Sight, reference: &str) -> Result<Vec<QueueRow>, DbErr> {
    let rows = Entity::find()
        .filter(Column::Reference.eq(reference))
        .filter(sight.condition())
        .order_by_desc(Column::Id)
        .limit(20)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(row_of).collect())
}

/// The counts above the queue; `soon` is the instant before which work counts as due soon.
///
/// # Errors
/// The database's error.
pub async fn counts(house: &House, sight: &Sight, soon: DateTime<Utc>) -> Result<Counts, DbErr> {
    let now = house.now();
    let sum = |holds: Condition| {
        let one = Expr::Case(Box::new(Expr::case(holds, 1).finally(0)));
        Expr::expr(sea_orm::sea_query::Func::sum(one))
    };
    let danger = Column::Urgency.eq(Urgency::Danger.rank());
    let unrouted =
        Condition::all().add(Column::Office.is_null()).add(Column::Kind.eq(ItemKind::ComplaintToRead.code()));
    // One reading of what is open for all five.
    let row = seen(sight, &Filter::default(), now)
        .select_only()
        .column_as(Column::Id.count(), "open")
        .column_as(sum(Condition::any().add(danger).add(Column::DueAt.lt(now))), "burning")
        .column_as(sum(Condition::all().add(Column::DueAt.gte(now)).add(Column::DueAt.lt(soon))), "soon")
        .column_as(sum(sight.own()), "mine")
        .column_as(sum(unrouted), "unrouted")
        .into_tuple::<(i64, Option<i64>, Option<i64>, Option<i64>, Option<i64>)>()
        .one(house.reader())
        .await?;
    let (open, burning, soon, mine, unrouted) = row.unwrap_or_default();
    let number = |many: Option<i64>| u64::try_from(many.unwrap_or(0)).unwrap_or(0);
    Ok(Counts {
        open: number(Some(open)),
        burning: number(burning),
        soon: number(soon),
        mine: number(mine),
        unrouted: number(unrouted),
        read_in_time_per_mille: read_in_time(house, sight).await?,
    })
}

/// One part of the queue, in order: those in danger, or the others; behind a row where a page goes on.
fn part(
    sight: &Sight,
    filter: &Filter,
    now: DateTime<Utc>,
    danger: bool,
    after: Option<Cursor>,
) -> Select<Entity> {
    let rank = Urgency::Danger.rank();
    let mut rows = seen(sight, filter, now);
    rows = rows.filter(if danger { Column::Urgency.eq(rank) } else { Column::Urgency.ne(rank) });
    if let Some(cursor) = after {
        let beyond = Condition::any().add(Column::DueAt.gt(cursor.due_at)).add(Column::Id.gt(cursor.id));
        rows = rows.filter(Column::DueAt.gte(cursor.due_at)).filter(beyond);
    }
    rows.order_by_asc(Column::DueAt).order_by_asc(Column::Id)
}

fn seen(sight: &Sight, filter: &Filter, now: DateTime<Utc>) -> Select<Entity> {
    let state = filter.state.as_deref().and_then(ItemState::from_code).unwrap_or(ItemState::Open);
    let mut rows = Entity::find().filter(Column::State.eq(state.code())).filter(sight.condition());
    if filter.mine {
        rows = rows.filter(sight.own());
    }
    if filter.burning {
        let danger = Column::Urgency.eq(Urgency::Danger.rank());
        rows = rows.filter(Condition::any().add(danger).add(Column::DueAt.lt(now)));
    }
    if filter.unrouted {
        rows =
            rows.filter(Column::Office.is_null()).filter(Column::Kind.eq(ItemKind::ComplaintToRead.code()));
    }
    if let Some(from) = filter.from {
        rows = rows.filter(Column::DueAt.gte(from));
    }
    if let Some(before) = filter.before {
        rows = rows.filter(Column::DueAt.lt(before));
    }
    if filter.nobodys {
        rows = rows.filter(Column::Assignee.is_null());
    }
    if filter.cluster {
        rows = rows.filter(Column::Cluster.is_not_null());
    }
    let mut level = filter.level.as_ref();
    if level.is_some_and(|level| level == ANY) {
        rows = rows.filter(Column::Level.is_not_null());
        level = None;
    }
    if let Some(subjects) = &filter.subjects {
        rows = rows.filter(Column::SubjectId.is_in(subjects.clone()));
    }
    if let Some(clock) = filter.clock.as_deref().filter(|clock| !clock.is_empty() && !clock.contains('\0')) {
        let owed = [DeadlineState::Running.code(), DeadlineState::Breached.code()];
        let of_clock = deadline::Entity::find()
            .select_only()
            .column(deadline::Column::ItemId)
            .filter(deadline::Column::Clock.eq(clock))
            .filter(deadline::Column::State.is_in(owed))
            .filter(deadline::Column::ItemId.is_not_null());
        rows = rows.filter(Column::Id.in_subquery(sea_orm::QueryTrait::into_query(of_clock)));
    }
    for (column, value) in [
        (Column::Office, filter.office.as_ref()),
        (Column::Kind, filter.kind.as_ref()),
        (Column::Language, filter.language.as_ref()),
        (Column::Label, filter.label.as_ref()),
        (Column::Level, level),
    ] {
        // A zero byte is in no code, and one of the databases takes none.
        if let Some(value) = value.filter(|value| !value.is_empty() && !value.contains('\0')) {
            rows = rows.filter(column.eq(value));
        }
    }
    rows
}

async fn read_in_time(house: &House, sight: &Sight) -> Result<Option<u64>, DbErr> {
    use deadline::Column as C;
    let Some(own) = sight.acknowledgements() else { return Ok(None) };
    let now = house.now();
    let since = now - TimeDelta::days(30);
    let ended = deadline::Entity::find()
        .filter(C::Clock.eq(LEGAL))
        .filter(C::DueAt.gt(since))
        .filter(Condition::any().add(C::DueAt.lte(now)).add(C::MetAt.is_not_null()))
        .filter(own);
    let all = ended.clone().count(house.reader()).await?;
    if all == 0 {
        return Ok(None);
    }
    let in_time = ended.filter(C::State.eq(DeadlineState::Met.code())).count(house.reader()).await?;
    Ok(Some(in_time * 1000 / all))
}

pub(crate) fn row_of(row: Model) -> QueueRow {
    QueueRow {
        id: row.id,
        version: row.version,
        kind: row.kind,
        subject_kind: row.subject_kind,
        reference: row.reference,
        office: row.office,
        assignee: row.assignee,
        role: row.role,
        danger: row.urgency == Urgency::Danger.rank(),
        created_at: row.created_at,
        due_at: row.due_at,
        language: row.language,
        place: row.place,
        label: row.label,
        level: row.level,
        cluster: row.cluster,
        state: row.state,
    }
}
