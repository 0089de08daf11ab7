//! Declaring a conflict of interest: “I know the owner”. Who declares one is never sent there.

use haqqi_accounts::{Directory, StaffView, declare_conflict, end_conflict};
use haqqi_kernel::{Action, Actor, CommitError, Reason, Reference, Uow, judge};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};

use crate::desk::EstablishmentDesk;
use crate::entity::establishment_tie;
use crate::keep::words_of;
use crate::search::{Search, find};
use crate::store;
use crate::view::{ReadError, Summary, summaries};

/// What ties somebody to an establishment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// A relative owns it, runs it or works there.
    Kinship,
    /// A friend does.
    Friendship,
    /// Money: a share, a debt, a lease.
    Money,
    /// The person worked there, or is to.
    Work,
    /// They are neighbours.
    Neighbour,
    /// Anything else.
    Other,
}

impl Tie {
    /// Every tie, in the order in which the page offers them.
    pub const ALL: [Self; 6] =
        [Self::Kinship, Self::Friendship, Self::Money, Self::Work, Self::Neighbour, Self::Other];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Kinship => "kinship",
            Self::Friendship => "friendship",
            Self::Money => "money",
            Self::Work => "work",
            Self::Neighbour => "neighbour",
            Self::Other => "other",
        }
    }

    /// The tie of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tie| tie.code() == code)
    }
}

/// Why it was not declared.
#[derive(Debug, thiserror::Error)]
pub enum DeclareError {
    /// This account is nobody's of the staff, or may not look up establishments.
    #[error("not allowed")]
    Denied,
    /// More words than fit.
    #[error("at most {} characters", crate::LONGEST_NAME)]
    Words,
    /// It is declared already.
    #[error("declared already")]
    Already,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What the person who looks has declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declared {
    /// What ties them.
    pub tie: Tie,
    /// When.
    pub at: chrono::DateTime<chrono::Utc>,
}

/// Declares what ties the person who acts to an establishment. The words are sealed under that person's own key. No
/// event is written on the establishment: it is the person's matter.
///
/// # Errors
/// [`DeclareError`]; then nothing was collected.
pub async fn declare(
    _desk: &EstablishmentDesk,
    unit: &mut Uow,
    summary: &Summary,
    tie: Tie,
    words: &str,
) -> Result<(), DeclareError> {
    judge(unit.actor(), Action::DeclareTie).map_err(|_| DeclareError::Denied)?;
    let staff = unit.actor().account().ok_or(DeclareError::Denied)?;
    let words = words_of("words", words).map_err(|_| DeclareError::Words)?;
    let house = unit.house().clone();
    if !store::ties(&house, staff, summary.id).await?.is_empty() {
        return Err(DeclareError::Already);
    }
    let sealed = match &words {
        Some(words) => {
            let key = house.subject_key(staff).await?;
            Some(unit.seal(&key, "tie.words", words))
        }
        None => None,
    };
    declare_conflict(unit, staff, summary.id);
    let id = unit.id();
    unit.insert(establishment_tie::ActiveModel {
        id: Set(id),
        establishment_id: Set(summary.id),
        staff_id: Set(staff),
        tie: Set(tie.code().to_owned()),
        words: Set(sealed),
        declared_at: Set(unit.now()),
    });
    Ok(())
}

/// At most so many are found for who says what ties them.
const FOUND: usize = 20;

/// Establishments of this name, number or reference, for who has a tie to one, whether or not they may look up the register:
/// a home by its reference alone, for nobody learns here in whose name it stands.
///
/// # Errors
/// [`ReadError`].
pub async fn for_tie(desk: &EstablishmentDesk, actor: &Actor, q: &str) -> Result<Vec<Summary>, ReadError> {
    judge(actor, Action::DeclareTie).map_err(|_| ReadError::NotFound)?;
    if q.trim().is_empty() {
        return Ok(Vec::new());
    }
    let q = q.chars().take(crate::LONGEST_NAME).collect();
    let found = find(desk, &Actor::Stranger, &Search { q, most: FOUND, ..Search::default() }).await?;
    Ok(found.rows.into_iter().map(|row| row.summary).collect())
}

/// The establishment of this reference, for who has a tie to it.
///
/// # Errors
/// [`ReadError`].
pub async fn tie_to(
    desk: &EstablishmentDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Option<Summary>, ReadError> {
    Ok(for_tie(desk, actor, &reference.to_string()).await?.pop())
}

/// All that the person who looks declared, the newest first: their own alone.
///
/// # Errors
/// [`ReadError`].
pub async fn declared_ties(
    desk: &EstablishmentDesk,
    actor: &Actor,
) -> Result<Vec<(Summary, Declared)>, ReadError> {
    let staff = actor.account().ok_or(ReadError::NotFound)?;
    let house = &desk.site.house;
    let rows = store::ties_of(house, staff).await?;
    let mut places =
        summaries(house, &rows.iter().map(|row| row.establishment_id).collect::<Vec<_>>()).await?;
    let declared = |row: establishment_tie::Model| {
        let declared = Declared { tie: Tie::from_code(&row.tie)?, at: row.declared_at };
        Some((places.remove(&row.establishment_id)?, declared))
    };
    Ok(rows.into_iter().filter_map(declared).collect())
}

/// What the person who looks declared about an establishment: their own alone.
///
/// # Errors
/// The database's error.
pub async fn declared_by(
    desk: &EstablishmentDesk,
    actor: &Actor,
    summary: &Summary,
) -> Result<Option<Declared>, DbErr> {
    let Some(staff) = actor.account() else { return Ok(None) };
    let rows = store::ties(&desk.site.house, staff, summary.id).await?;
    Ok(rows.iter().find_map(|row| Some(Declared { tie: Tie::from_code(&row.tie)?, at: row.declared_at })))
}

/// Most characters of a reason.
const LONGEST_WHY: usize = 500;

/// Who of the offices of this supervisor declared a tie here. What it is stays the person's.
///
/// # Errors
/// The database's error.
pub async fn tied_people(
    desk: &EstablishmentDesk,
    actor: &Actor,
    summary: &Summary,
) -> Result<Vec<StaffView>, DbErr> {
    let Ok(scope) = judge(actor, Action::AssignWork) else { return Ok(Vec::new()) };
    // Who has a tie here as well neither sees nor ends those of others: a colleague would read for them.
    if scope.ties().contains(&summary.id) {
        return Ok(Vec::new());
    }
    let directory = Directory::new(desk.site.house.clone());
    let tied = directory.tied_to(summary.id).await?;
    let mut people = directory.people(&tied).await?;
    people.retain(|person| {
        Some(person.id) != actor.account() && scope.covers(person.office.as_deref(), None, false, false)
    });
    Ok(people)
}

/// Ends a tie that one of the own office's people declared, with a reason that the audit keeps. Nobody ends their own.
///
/// # Errors
/// [`DeclareError::Denied`] where there is none for this account, [`DeclareError::Words`] without a reason.
pub async fn end_tie(
    desk: &EstablishmentDesk,
    actor: &Actor,
    summary: &Summary,
    sign_in: &str,
    why: &str,
) -> Result<(), DeclareError> {
    let people = tied_people(desk, actor, summary).await?;
    let person = people.iter().find(|person| person.sign_in == sign_in).ok_or(DeclareError::Denied)?;
    let why = Reason::parse(why).ok().filter(|why| why.length() <= LONGEST_WHY).ok_or(DeclareError::Words)?;
    let mut unit = desk.site.house.unit(actor.clone());
    end_conflict(&mut unit, person.id, summary.id, why.as_str());
    unit.delete(
        establishment_tie::Entity::delete_many()
            .filter(establishment_tie::Column::StaffId.eq(person.id))
            .filter(establishment_tie::Column::EstablishmentId.eq(summary.id)),
    );
    unit.commit().await?;
    Ok(())
}
