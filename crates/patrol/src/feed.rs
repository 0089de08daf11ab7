//! Feeds that are fetched again and again, and files of feeds: each entry is an advertisement, taken once.

mod entries;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, SubjectKind, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, UpdateMany};
use uuid::Uuid;

use crate::add::{AddError, NewAdvert, add};
use crate::desk::PatrolDesk;
use crate::entity::patrol_feed;
use crate::fetch::FetchError;
use crate::model::{LONGEST_ADDRESS, LONGEST_PLACE, Way};
use crate::sheet::Taken;
use entries::{Entry, entries};

/// Minutes between two fetches, fewest and most.
pub(crate) const MINUTES: std::ops::RangeInclusive<i32> = 15..=10_080;
/// So many feeds at once.
const AT_ONCE: u64 = 10;
/// At most so many feeds.
const MOST_FEEDS: u64 = 200;

/// A feed as it is asked for.
#[derive(Debug, Clone, Default)]
pub struct NewFeed {
    /// Its address.
    pub address: String,
    /// How people call it; sightings stand under this place.
    pub name: String,
    /// The language of its entries, guessed where nobody said.
    pub language: Option<String>,
    /// Minutes between two fetches.
    pub every_minutes: i32,
}

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its id, for forms.
    pub id: Uuid,
    /// Its address.
    pub address: String,
    /// How people call it.
    pub name: String,
    /// The language of its entries.
    pub language: Option<String>,
    /// Minutes between two fetches.
    pub every_minutes: i32,
    /// When it is fetched next.
    pub next_at: DateTime<Utc>,
    /// When it was fetched well.
    pub fetched_at: Option<DateTime<Utc>>,
    /// So many new advertisements it has brought.
    pub found: i32,
    /// What is wrong with it, a code, and since when.
    pub fault: Option<(String, DateTime<Utc>)>,
    /// It rests.
    pub paused: bool,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// There is none, or it is not for this account.
    #[error("not found")]
    NotFound,
    /// A field is not right; the message's end says how.
    #[error("{0} is not right: {1}")]
    Field(&'static str, &'static str),
    /// It is no feed.
    #[error("no feed")]
    NoFeed,
    /// An entry was not taken for a reason of the house's.
    #[error(transparent)]
    Add(#[from] AddError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's error.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<patrol_feed::Model> for Feed {
    fn from(row: patrol_feed::Model) -> Self {
        Self {
            id: row.id,
            address: row.address,
            name: row.name,
            language: row.language,
            every_minutes: row.every_minutes,
            next_at: row.next_at,
            fetched_at: row.fetched_at,
            found: row.found,
            fault: row.fault.zip(row.failing_since),
            paused: row.paused,
        }
    }
}

/// Every feed, by name.
///
/// # Errors
/// [`FeedError::NotFound`] for who may not patrol.
pub async fn feeds(desk: &PatrolDesk, actor: &Actor) -> Result<Vec<Feed>, FeedError> {
    judge(actor, Action::Patrol).map_err(|_| FeedError::NotFound)?;
    let rows = patrol_feed::Entity::find()
        .order_by_asc(patrol_feed::Column::Name)
        .order_by_asc(patrol_feed::Column::Id)
        .limit(MOST_FEEDS)
        .all(desk.site.house.reader())
        .await?;
    Ok(rows.into_iter().map(Feed::from).collect())
}

/// Adds a feed; it is fetched at once, by the worker.
///
/// # Errors
/// [`FeedError`].
pub async fn add_feed(desk: &PatrolDesk, actor: &Actor, new: &NewFeed) -> Result<Uuid, FeedError> {
    let known = feeds(desk, actor).await?;
    let address = new.address.trim();
    let wrong = |field, how| Err(FeedError::Field(field, how));
    if address.len() > LONGEST_ADDRESS {
        return wrong("address", "address");
    }
    if let Err(error) = desk.fetcher.may(address) {
        return wrong("address", error.code());
    }
    if known.iter().any(|feed| feed.address == address) {
        return wrong("address", "twice");
    }
    if known.len() as u64 >= MOST_FEEDS {
        return wrong("address", "many");
    }
    let name = haqqi_kernel::one_line(new.name.trim());
    if name.is_empty() || name.chars().count() > LONGEST_PLACE {
        return wrong("name", "name");
    }
    if !MINUTES.contains(&new.every_minutes) {
        return wrong("every", "every");
    }
    let language = new.language.clone().filter(|tag| !tag.is_empty());
    if language.as_ref().is_some_and(|tag| haqqi_language::known(tag).is_none()) {
        return wrong("language", "language");
    }
    let mut unit = desk.site.house.unit(actor.clone());
    let id = unit.id();
    unit.insert(patrol_feed::ActiveModel {
        id: Set(id),
        address: Set(address.to_owned()),
        name: Set(name),
        language: Set(language),
        every_minutes: Set(new.every_minutes),
        next_at: Set(unit.now()),
        fetched_at: Set(None),
        found: Set(0),
        fault: Set(None),
        failing_since: Set(None),
        paused: Set(false),
        added_at: Set(unit.now()),
        added_by: Set(actor.account()),
        version: Set(1),
    });
    unit.audit(Audit::write("feed.add", SubjectKind::Feed, id));
    match unit.commit().await {
        Err(CommitError::Unique(_)) => wrong("address", "twice"),
        other => Ok(other.map(|_| id)?),
    }
}

/// The row with its version, and the next one set.
fn change(row: &patrol_feed::Model) -> UpdateMany<patrol_feed::Entity> {
    patrol_feed::Entity::update_many()
        .col_expr(patrol_feed::Column::Version, Expr::value(row.version + 1))
        .filter(patrol_feed::Column::Id.eq(row.id))
        .filter(patrol_feed::Column::Version.eq(row.version))
}

/// Does to a feed what a button says: `pause`, `resume`, `now`, `remove`. Advertisements that it brought stay.
///
/// # Errors
/// [`FeedError`].
pub async fn change_feed(desk: &PatrolDesk, actor: &Actor, id: Uuid, what: &str) -> Result<(), FeedError> {
    judge(actor, Action::Patrol).map_err(|_| FeedError::NotFound)?;
    let house = &desk.site.house;
    let row = patrol_feed::Entity::find_by_id(id).one(house.reader()).await?.ok_or(FeedError::NotFound)?;
    let mut unit = house.unit(actor.clone());
    use patrol_feed::Column as C;
    let action = match what {
        "pause" => {
            unit.update_one(change(&row).col_expr(C::Paused, Expr::value(true)));
            "feed.pause"
        }
        "resume" | "now" => {
            let next = Expr::value(unit.now());
            unit.update_one(change(&row).col_expr(C::Paused, Expr::value(false)).col_expr(C::NextAt, next));
            "feed.resume"
        }
        "remove" => {
            unit.delete(patrol_feed::Entity::delete_many().filter(C::Id.eq(id)));
            "feed.remove"
        }
        _ => return Err(FeedError::NotFound),
    };
    unit.audit(Audit::write(action, SubjectKind::Feed, id));
    unit.commit().await?;
    Ok(())
}

/// Takes every entry of a feed. An entry whose words cannot be taken is told by its number, from 1.
async fn take(
    desk: &PatrolDesk,
    actor: &Actor,
    found: Vec<Entry>,
    place: &str,
    language: Option<&str>,
    feed: Uuid,
) -> Result<Taken, FeedError> {
    let today = desk.site.house.now().with_timezone(&desk.pack().zone()).date_naive();
    let mut taken = Taken::default();
    for (at, entry) in found.into_iter().enumerate() {
        let day = entry.at.map(|at| at.with_timezone(&desk.pack().zone()).date_naive());
        let new = NewAdvert {
            text: entry.text,
            place: place.to_owned(),
            address: entry.address,
            seen_on: day.filter(|day| *day <= today),
            language: language.map(str::to_owned),
            feed: Some((feed, entry.id)),
        };
        taken.note(at + 1, add(desk, actor, Way::Feed, &new).await)?;
    }
    Ok(taken)
}

/// Takes a file of a feed, as it was saved somewhere. `place` is where it comes from.
///
/// # Errors
/// [`FeedError::NoFeed`] where it is none.
pub async fn take_feed(
    desk: &PatrolDesk,
    actor: &Actor,
    bytes: Vec<u8>,
    place: &str,
    language: Option<&str>,
) -> Result<Taken, FeedError> {
    judge(actor, Action::Patrol).map_err(|_| FeedError::NotFound)?;
    if place.trim().is_empty() || place.chars().count() > LONGEST_PLACE {
        return Err(FeedError::Field("place", "name"));
    }
    let found = entries(bytes).await.ok_or(FeedError::NoFeed)?;
    take(desk, actor, found, place, language, Uuid::nil()).await
}

/// Fetches the feeds that are due, one after the other, each claimed first, so that of several workers one does it. Gives
/// how many were fetched, well or not.
///
/// # Errors
/// The database's error; what was fetched before stays.
pub async fn fetch_due(desk: &PatrolDesk) -> Result<usize, FeedError> {
    let house = &desk.site.house;
    let now = house.now();
    let due = patrol_feed::Entity::find()
        .filter(patrol_feed::Column::Paused.eq(false))
        .filter(patrol_feed::Column::NextAt.lte(now))
        .order_by_asc(patrol_feed::Column::NextAt)
        .limit(AT_ONCE)
        .all(house.reader())
        .await?;
    let mut fetched = 0;
    for mut row in due {
        let mut unit = house.unit(Actor::System);
        let next = now + TimeDelta::minutes(row.every_minutes.into());
        unit.update_one(change(&row).col_expr(patrol_feed::Column::NextAt, Expr::value(next)));
        match unit.commit().await {
            Ok(_) => row.version += 1,
            Err(CommitError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        fetch_one(desk, &row).await?;
        fetched += 1;
    }
    Ok(fetched)
}

async fn fetch_one(desk: &PatrolDesk, row: &patrol_feed::Model) -> Result<(), FeedError> {
    let house = &desk.site.house;
    let found = match desk.fetcher.fetch(&row.address).await {
        Ok(bytes) => entries(bytes.to_vec()).await.ok_or(FetchError::NoFeed),
        Err(error) => Err(error),
    };
    use patrol_feed::Column as C;
    let mut unit = house.unit(Actor::System);
    match found {
        Ok(found) => {
            let taken = take(desk, &Actor::System, found, &row.name, row.language.as_deref(), row.id).await?;
            let new = i32::try_from(taken.added).unwrap_or(i32::MAX);
            unit.update_one(
                change(row)
                    .col_expr(C::FetchedAt, Expr::value(Some(unit.now())))
                    .col_expr(C::Found, Expr::value(row.found.saturating_add(new)))
                    .col_expr(C::Fault, Expr::value(Option::<String>::None))
                    .col_expr(C::FailingSince, Expr::value(Option::<DateTime<Utc>>::None)),
            );
        }
        Err(error) => {
            tracing::warn!(feed = %row.id, %error, "a feed cannot be fetched");
            let since = row.failing_since.unwrap_or_else(|| unit.now());
            unit.update_one(
                change(row)
                    .col_expr(C::Fault, Expr::value(Some(error.code())))
                    .col_expr(C::FailingSince, Expr::value(Some(since))),
            );
        }
    }
    match unit.commit().await {
        // Somebody pressed a button meanwhile: what they said holds, and the next fetch tells how it is.
        Ok(_) | Err(CommitError::Stale) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
