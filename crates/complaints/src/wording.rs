//! A wording that is wrong or hard to understand, told by somebody who reads it. Nothing about a person is asked; what
//! is typed is sealed all the same, for people write where there is room. A budget for the whole house keeps robots
//! from filling the list.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, OpenError, Reach, Reference, ReferenceKind, Scope, SubjectKind, judge,
};
use haqqi_worklist::{
    About, DeadlineError, ItemKind, NewDeadline, NewItem, UnknownClock, finish_items, meet_deadline,
    open_item, set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};

use crate::Desk;
use crate::entity::wording;
use crate::open::unsealed;

/// How many reports the whole house takes in an hour.
const IN_AN_HOUR: u64 = 120;
/// Longest text, in characters.
const LONGEST: usize = 2_000;

/// What somebody tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TellWording {
    /// Language of the page.
    pub language: String,
    /// Which page: a word of its address.
    pub place: String,
    /// The words as they stand there.
    pub shown: String,
    /// How she would say it.
    pub better: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Sealed {
    shown: String,
    better: String,
}

/// Why a report could not be taken, opened or settled.
#[derive(Debug, thiserror::Error)]
pub enum WordingError {
    /// There is none, or it is not for this account.
    #[error("no such report")]
    NotFound,
    /// Neither field says anything.
    #[error("nothing was told")]
    Empty,
    /// A field is longer than fits.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// The house has taken as many as it takes in an hour.
    #[error("too many reports in an hour")]
    TooMany,
    /// It is settled already.
    #[error("settled before")]
    Done,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The deadline's answer.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

/// A page's name as it may be kept: a short word of an address, else nothing.
fn place_of(told: &str) -> String {
    let fits = told.len() <= 32 && told.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if fits { told.to_owned() } else { String::new() }
}

/// Takes a report.
///
/// # Errors
/// [`WordingError`]; then nothing was stored.
pub async fn tell_wording(desk: &Desk, told: &TellWording) -> Result<(), WordingError> {
    if told.shown.trim().is_empty() && told.better.trim().is_empty() {
        return Err(WordingError::Empty);
    }
    for (name, text) in [("shown", &told.shown), ("better", &told.better)] {
        if text.chars().count() > LONGEST {
            return Err(WordingError::TooLong(name));
        }
    }
    let house = &desk.site.house;
    let lately = wording::Entity::find()
        .filter(wording::Column::ToldAt.gt(house.now() - TimeDelta::hours(1)))
        .count(house.reader())
        .await?;
    if lately >= IN_AN_HOUR {
        return Err(WordingError::TooMany);
    }
    let mut unit = house.unit(Actor::Stranger);
    judge(unit.actor(), Action::FileComplaint).map_err(|_| WordingError::NotFound)?;
    let office = Some(desk.site.pack.identity().default_office.clone());
    let (id, now) = (unit.id(), unit.now());
    let reference = unit.reference(ReferenceKind::Wording);
    let clock = desk.clocks().begin("wording", now, office.as_deref())?;
    let key = unit.new_subject(id);
    let sealed = Sealed { shown: told.shown.trim().to_owned(), better: told.better.trim().to_owned() };
    let words = unit.seal(&key, "wording.words", &serde_json::json!({ "v": 1, "is": sealed }).to_string());
    unit.insert(wording::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        language: Set(told.language.clone()),
        place: Set(place_of(&told.place)),
        told_at: Set(now),
        words: Set(words),
        done_at: Set(None),
        done_by: Set(None),
        version: Set(1),
    });
    let item = open_item(
        &mut unit,
        NewItem {
            office: office.clone(),
            language: Some(told.language.clone()),
            ..NewItem::new(
                ItemKind::Wording,
                SubjectKind::Wording,
                id,
                About::Nothing,
                reference,
                clock.due_at,
            )
        },
    );
    let deadline = NewDeadline {
        subject_kind: SubjectKind::Wording,
        subject: id,
        item: Some(item),
        office: office.as_deref(),
    };
    set_deadline(&mut unit, &deadline, &clock);
    unit.audit(Audit::write("wording.tell", SubjectKind::Wording, id));
    unit.commit().await?;
    Ok(())
}

/// A report, opened.
#[derive(Debug, Clone)]
pub struct OpenedWording {
    /// Reference.
    pub reference: Reference,
    /// Language of the page.
    pub language: String,
    /// Which page.
    pub place: String,
    /// When it was told.
    pub told_at: DateTime<Utc>,
    /// The words as they stand there.
    pub shown: String,
    /// How the reader would say it.
    pub better: String,
    /// Whether it was settled.
    pub settled: bool,
}

/// Reports belong to the office that takes what no other serves: whoever reads complaints there reads them.
fn reaches(desk: &Desk, scope: &Scope) -> bool {
    let ours = desk.site.pack.identity().default_office.as_str();
    scope.reaches().iter().any(|reach| match reach {
        Reach::Everything => true,
        Reach::Offices(offices) => offices.iter().any(|office| office == ours),
        _ => false,
    })
}

async fn row(desk: &Desk, scope: &Scope, reference: Reference) -> Result<wording::Model, WordingError> {
    if !reaches(desk, scope) {
        return Err(WordingError::NotFound);
    }
    wording::Entity::find()
        .filter(wording::Column::Reference.eq(reference.to_string()))
        .one(desk.site.house.reader())
        .await?
        .ok_or(WordingError::NotFound)
}

/// Opens a report, audited.
///
/// # Errors
/// [`WordingError`].
pub async fn open_wording(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedWording, WordingError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| WordingError::NotFound)?;
    let row = row(desk, &scope, reference).await?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("wording.read", SubjectKind::Wording, row.id));
    let proof = unit.commit().await?;
    let sealed = unsealed::<Sealed>(Some(house.open(&proof, &key, "wording.words", &row.words)?))?;
    Ok(OpenedWording {
        reference,
        language: row.language,
        place: row.place,
        told_at: row.told_at,
        shown: sealed.shown,
        better: sealed.better,
        settled: row.done_at.is_some(),
    })
}

/// Settles a report: the wording was put right, or stays.
///
/// # Errors
/// [`WordingError`]; then nothing was written.
pub async fn settle_wording(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), WordingError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| WordingError::NotFound)?;
    let row = row(desk, &scope, reference).await?;
    if row.done_at.is_some() {
        return Err(WordingError::Done);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    let (now, by) = (unit.now(), unit.actor().account());
    unit.update_one(
        wording::Entity::update_many()
            .col_expr(wording::Column::DoneAt, Expr::value(Some(now)))
            .col_expr(wording::Column::DoneBy, Expr::value(by))
            .col_expr(wording::Column::Version, Expr::value(row.version + 1))
            .filter(wording::Column::Id.eq(row.id))
            .filter(wording::Column::Version.eq(row.version)),
    );
    meet_deadline(&mut unit, row.id, "wording").await?;
    finish_items(&mut unit, row.id, ItemKind::Wording);
    unit.audit(Audit::write("wording.settle", SubjectKind::Wording, row.id));
    unit.commit().await?;
    Ok(())
}
