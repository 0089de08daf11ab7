//! Taking an advertisement in: read, found again where it is nearly the same, linked to who recruits.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, ReferenceKind, SubjectKind, Uow, judge,
};
use haqqi_likeness::Signature;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::assess::{Assessed, assess};
use crate::contact::{Contact, contacts, without_contacts};
use crate::desk::PatrolDesk;
use crate::entity::{advert, advert_indicator, advert_mark, advert_sighting};
use crate::model::{LONGEST_ADDRESS, LONGEST_PLACE, LONGEST_TEXT, Way};
use crate::recruiter::resolve;
use crate::store;

/// Texts that share so many of a thousand 5-grams are one advertisement, if the same was found in both.
const NEAR: u16 = 650;
/// Characters of a title.
const TITLE: usize = 90;
/// Bytes of a mark.
const MARK: usize = 16;
/// So often it is tried where others write to the same rows.
const TRIES: usize = 4;
/// The first day on which anything can have been seen: before it a date is mistyped.
const FIRST_YEAR: i32 = 2000;

/// An advertisement as it comes in.
#[derive(Debug, Clone, Default)]
pub struct NewAdvert {
    /// The words.
    pub text: String,
    /// Where it was seen: a newspaper, a group, a wall. Empty: the host of the address.
    pub place: String,
    /// The address of the page, `http` or `https`, or nothing.
    pub address: String,
    /// The day on which it was seen; today where nobody said.
    pub seen_on: Option<NaiveDate>,
    /// Its language, of those of the pack; guessed where nobody said.
    pub language: Option<String>,
    /// The feed that brought it, and the mark by which that feed knows it.
    pub feed: Option<(Uuid, String)>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// The advertisement.
    pub reference: Reference,
    /// It was not known.
    pub new: bool,
    /// This sighting was not known.
    pub seen: bool,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It is needed.
    Empty,
    /// It is too long.
    Long,
    /// It is no day, or one that has not been.
    Day,
    /// It is no address of a page.
    Address,
    /// It is none of the choices.
    Unknown,
}

/// Why nothing was taken.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Not for this account.
    #[error("not found")]
    NotFound,
    /// A field is not right.
    #[error("{0} is not right")]
    Field(&'static str, Wrong),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's error.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// An advertisement whose fields are right.
struct Ready {
    text: String,
    place: String,
    address: String,
    seen_on: NaiveDate,
    language: Option<String>,
}

/// The host of an address, without `www.`.
pub(crate) fn host_of(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    (!host.is_empty() && host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

fn ready(desk: &PatrolDesk, new: &NewAdvert) -> Result<Ready, AddError> {
    let wrong = |field, wrong| Err(AddError::Field(field, wrong));
    let text: String = new.text.trim().chars().filter(|c| *c != '\0').collect();
    if !text.chars().any(char::is_alphanumeric) {
        return wrong("text", Wrong::Empty);
    }
    if text.chars().count() > LONGEST_TEXT {
        return wrong("text", Wrong::Long);
    }
    let address = new.address.trim().to_owned();
    if address.len() > LONGEST_ADDRESS {
        return wrong("address", Wrong::Long);
    }
    let host = host_of(&address);
    if !address.is_empty() && host.is_none() {
        return wrong("address", Wrong::Address);
    }
    let place = haqqi_kernel::one_line(new.place.trim());
    if place.chars().count() > LONGEST_PLACE {
        return wrong("place", Wrong::Long);
    }
    let place = if place.is_empty() { host.unwrap_or_default() } else { place };
    if place.is_empty() {
        return wrong("place", Wrong::Empty);
    }
    let today = desk.site.house.now().with_timezone(&desk.pack().zone()).date_naive();
    let seen_on = new.seen_on.unwrap_or(today);
    if seen_on > today || chrono::Datelike::year(&seen_on) < FIRST_YEAR {
        return wrong("seen_on", Wrong::Day);
    }
    let language = new.language.clone().filter(|tag| !tag.is_empty());
    if language.as_ref().is_some_and(|tag| haqqi_language::known(tag).is_none()) {
        return wrong("language", Wrong::Unknown);
    }
    Ok(Ready { text, place, address, seen_on, language })
}

/// The keyed marks of a text: of its whole folded form, and of each band of its signature.
fn marks(desk: &PatrolDesk, text: &str) -> (Option<Signature>, Vec<Vec<u8>>) {
    let words: Vec<String> = haqqi_names::fold(text, "und").tokens.into_iter().map(|t| t.word).collect();
    let folded = words.join(" ");
    let vault = desk.site.house.vault();
    let mark = |field: &str, bytes: &[u8]| vault.blind_index(field, bytes).into_iter().take(MARK).collect();
    let seeds = desk.seeds();
    let signature = Signature::of_folded(&folded, &seeds);
    let mut all: Vec<Vec<u8>> = vec![mark("patrol.text", folded.as_bytes())];
    if let Some(signature) = &signature {
        all.extend(signature.bands(&seeds).map(|band| mark("patrol.band", &band.to_be_bytes())));
    }
    all.sort_unstable();
    all.dedup();
    (signature, all)
}

/// The one that this is seen again of: nearly the same text, in which the same was found.
async fn known(
    desk: &PatrolDesk,
    signature: Option<&Signature>,
    marks: &[Vec<u8>],
    found: &Assessed,
) -> Result<Option<advert::Model>, DbErr> {
    let house = &desk.site.house;
    let rows = store::alike(house, marks).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let indicators = store::indicators_of(house, &ids).await?;
    let wanted: BTreeSet<&str> = found.indicators.iter().map(String::as_str).collect();
    let mut best: Option<(u16, advert::Model)> = None;
    for row in rows {
        let own: BTreeSet<&str> = indicators
            .iter()
            .filter(|one| one.advert_id == row.id)
            .map(|one| one.indicator.as_str())
            .collect();
        if own != wanted || row.level != found.level.code() {
            continue;
        }
        let theirs = row.signature.as_deref().and_then(Signature::from_bytes);
        let near = match (signature, theirs) {
            (Some(one), Some(other)) => one.per_mille(&other),
            // Both too short for a signature: they share the mark of the whole text.
            (None, None) => 1000,
            _ => 0,
        };
        if near >= NEAR && best.as_ref().is_none_or(|(most, _)| near > *most) {
            best = Some((near, row));
        }
    }
    Ok(best.map(|(_, row)| row))
}

/// Takes an advertisement in.
///
/// # Errors
/// [`AddError`]; then nothing was written.
pub async fn add(desk: &PatrolDesk, actor: &Actor, way: Way, new: &NewAdvert) -> Result<Added, AddError> {
    judge(actor, Action::Patrol).map_err(|_| AddError::NotFound)?;
    let ready = ready(desk, new)?;
    let found = assess(&desk.assessor, ready.language.as_deref(), &ready.text, ready.seen_on);
    let reach = contacts(&ready.text, desk.pack().identity().phone.as_ref(), &desk.words);
    let mut last = CommitError::Stale;
    for _ in 0..TRIES {
        let mut unit = desk.site.house.unit(actor.clone());
        let added = collect(desk, &mut unit, way, new, &ready, &found, &reach).await?;
        if !added.seen {
            return Ok(added);
        }
        match unit.commit().await {
            Ok(_) => return Ok(added),
            // Somebody else wrote to the same advert or recruiter: what is there now is looked at anew.
            Err(error @ (CommitError::Stale | CommitError::Unique(_))) => last = error,
            Err(error) => return Err(error.into()),
        }
    }
    Err(last.into())
}

async fn collect(
    desk: &PatrolDesk,
    unit: &mut Uow,
    way: Way,
    new: &NewAdvert,
    ready: &Ready,
    found: &Assessed,
    reach: &[Contact],
) -> Result<Added, AddError> {
    let house = unit.house().clone();
    let (signature, marks) = marks(desk, &ready.text);
    let known = known(desk, signature.as_ref(), &marks, found).await?;
    let id = known.as_ref().map_or_else(|| unit.id(), |row| row.id);
    let once = match &new.feed {
        Some((feed, item)) => format!("feed {feed} {item}"),
        None => format!("{id} {} {} {}", ready.place, ready.address, ready.seen_on),
    };
    let once = house.vault().blind_index("patrol.sighting", once.as_bytes()).to_vec();
    let reference = match &known {
        Some(row) => row.reference.parse().map_err(|_| DbErr::Custom("not a reference".to_owned()))?,
        None => unit.reference(ReferenceKind::Advert),
    };
    if store::is_seen(&house, &once).await? {
        return Ok(Added { reference, new: false, seen: false });
    }
    let key = match &known {
        Some(row) => {
            seen_again(unit, row, ready.seen_on);
            house.subject_key(id).await?
        }
        None => {
            let key = unit.new_subject(id);
            let title = without_contacts(&ready.text, reach, TITLE);
            let fresh = Fresh { id, reference, title, signature, marks };
            write(unit, &key, fresh, ready, found);
            key
        }
    };
    let sighting = unit.id();
    let address = (!ready.address.is_empty()).then(|| unit.seal(&key, "sighting.address", &ready.address));
    unit.insert(advert_sighting::ActiveModel {
        id: Set(sighting),
        advert_id: Set(id),
        once: Set(once),
        place: Set(ready.place.clone()),
        address: Set(address),
        seen_on: Set(ready.seen_on),
        way: Set(way.code().to_owned()),
        feed_id: Set(new.feed.as_ref().map(|(feed, _)| *feed)),
        added_at: Set(unit.now()),
        added_by: Set(unit.actor().account()),
    });
    resolve(unit, id, reach).await?;
    let what = if known.is_some() { "advert.seen-again" } else { "advert.add" };
    unit.audit(Audit::write(what, SubjectKind::Advert, id).purpose(way.code()));
    unit.event(match &known {
        Some(_) => Event::new(SubjectKind::Advert, id, "advert.seen-again").dim("way", way.code()),
        None => Event::new(SubjectKind::Advert, id, "advert.added")
            .dim("language", found.language.as_str())
            .dim("level", found.level.code())
            .dim("way", way.code()),
    });
    Ok(Added { reference, new: known.is_none(), seen: true })
}

/// An advertisement that was not known.
struct Fresh {
    id: Uuid,
    reference: Reference,
    title: String,
    signature: Option<Signature>,
    marks: Vec<Vec<u8>>,
}

fn write(unit: &mut Uow, key: &haqqi_kernel::SubjectKey, fresh: Fresh, ready: &Ready, found: &Assessed) {
    let id = fresh.id;
    let body = unit.seal(key, "advert.body", &ready.text);
    unit.insert(advert::ActiveModel {
        id: Set(id),
        reference: Set(fresh.reference.to_string()),
        title: Set(fresh.title),
        body: Set(body),
        language: Set(found.language.clone()),
        level: Set(found.level.code().to_owned()),
        hits: Set(serde_json::to_string(&found.hits).unwrap_or_default()),
        instrument: Set(found.instrument.clone()),
        signature: Set(fresh.signature.map(|signature| signature.to_bytes())),
        first_seen: Set(ready.seen_on),
        last_seen: Set(ready.seen_on),
        sightings: Set(1),
        decision: Set(None),
        decided_at: Set(None),
        added_at: Set(unit.now()),
        added_by: Set(unit.actor().account()),
        erased_at: Set(None),
        version: Set(1),
    });
    for mark in fresh.marks {
        unit.insert(advert_mark::ActiveModel { mark: Set(mark), advert_id: Set(id) });
    }
    for indicator in &found.indicators {
        unit.insert(advert_indicator::ActiveModel {
            advert_id: Set(id),
            indicator: Set(indicator.clone()),
            verdict: Set(None),
        });
    }
}

/// One more sighting of one that is known. What was only watched is open again.
fn seen_again(unit: &mut Uow, row: &advert::Model, on: NaiveDate) {
    let watched = row.decision.as_deref() == Some(crate::Decision::Watch.code());
    let mut change = advert::Entity::update_many()
        .col_expr(advert::Column::Sightings, Expr::value(row.sightings.saturating_add(1)))
        .col_expr(advert::Column::FirstSeen, Expr::value(row.first_seen.min(on)))
        .col_expr(advert::Column::LastSeen, Expr::value(row.last_seen.max(on)))
        .col_expr(advert::Column::Version, Expr::value(row.version + 1));
    if watched {
        change = change.col_expr(advert::Column::Decision, Expr::value(Option::<String>::None));
    }
    unit.update_one(
        change
            .filter(advert::Column::Id.eq(row.id))
            .filter(advert::Column::Version.eq(row.version))
            .filter(advert::Column::ErasedAt.is_null()),
    );
}
