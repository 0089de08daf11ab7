//! Finding an establishment again: by reference, by number, by name in any script. Keys narrow, likeness orders.

use std::collections::HashMap;

use haqqi_kernel::{Action, Actor, Reference, ReferenceKind, judge};
use haqqi_names::Name;
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::EstablishmentDesk;
use crate::entity::establishment_name;
use crate::keep::blind;
use crate::model::Kind;
use crate::store;
use crate::view::{ReadError, Summary, summaries};

/// At most so many that share keys are compared in full.
const COMPARED: u64 = 400;
/// Less alike than this is not shown.
const SHOWN: u16 = 450;
/// As alike as this may be the same.
const SAME: u16 = 780;
/// What sharing every blind key is worth: names that are sealed are not compared.
const BLIND: i64 = 800;

/// What is looked for. All that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// A reference, a number, or a name in any script. Empty: the whole register, by name.
    pub q: String,
    /// Governorate, a code of the pack.
    pub governorate: Option<String>,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// Sector, a code of the pack.
    pub sector: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Where the page before ended.
    pub after: Option<Reference>,
    /// At most so many.
    pub most: usize,
}

/// Why it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No name was asked for.
    Listed,
    /// By its reference or number.
    Number,
    /// By its name.
    Name(haqqi_names::Why),
    /// By a name that is sealed.
    Sealed,
}

impl Why {
    /// The code, for messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Number => "number",
            Self::Name(why) => why.code(),
            Self::Sealed => "sealed",
        }
    }
}

/// One that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Which.
    pub summary: Summary,
    /// How alike, 0 to 1000.
    pub score: u16,
    /// Whether it may be the same, 0 to 1000.
    pub both: u16,
    /// Why.
    pub why: Why,
}

/// A page of what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// In order: by likeness where a name was asked for, else by name.
    pub rows: Vec<Match>,
    /// Where the next page begins.
    pub next: Option<Reference>,
}

/// Finds establishments.
///
/// # Errors
/// [`ReadError::NotFound`] where the actor may look up none.
pub async fn search(desk: &EstablishmentDesk, actor: &Actor, asked: &Search) -> Result<Found, ReadError> {
    judge(actor, Action::ReadEstablishment).map_err(|_| ReadError::NotFound)?;
    find(desk, actor, asked).await
}

/// The same for a caller who has judged: names that are sealed are found by who may open them alone.
pub(crate) async fn find(
    desk: &EstablishmentDesk,
    actor: &Actor,
    asked: &Search,
) -> Result<Found, ReadError> {
    let q = asked.q.trim();
    let house = &desk.site.house;
    if q.is_empty() {
        return listed(desk, asked).await;
    }
    if let Ok(reference) = q.parse::<Reference>()
        && reference.kind() == ReferenceKind::Establishment
    {
        let Some(row) = store::by_reference(house, reference).await? else { return Ok(Found::default()) };
        let summary = summaries(house, &[row.id]).await?.remove(&row.id);
        return Ok(by_number(summary.into_iter().collect()));
    }
    let numbered = store::by_registration(house, asked, q).await?;
    if !numbered.is_empty() {
        let ids: Vec<Uuid> = numbered.iter().map(|row| row.id).collect();
        let mut all = summaries(house, &ids).await?;
        return Ok(by_number(ids.iter().filter_map(|id| all.remove(id)).collect()));
    }
    Ok(cut(named(desk, actor, asked, q).await?, asked))
}

fn by_number(summaries: Vec<Summary>) -> Found {
    let rows = summaries.into_iter();
    let rows = rows.map(|summary| Match { summary, score: 1000, both: 1000, why: Why::Number }).collect();
    Found { rows, next: None }
}

/// The register by name.
async fn listed(desk: &EstablishmentDesk, asked: &Search) -> Result<Found, ReadError> {
    let house = &desk.site.house;
    let after = match asked.after {
        Some(reference) => store::by_reference(house, reference).await?,
        None => None,
    };
    let most = u64::try_from(asked.most).unwrap_or(u64::MAX).saturating_add(1);
    let rows = store::page(house, asked, after.as_ref(), most).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut all = summaries(house, &ids).await?;
    let rows: Vec<Match> = ids
        .iter()
        .filter_map(|id| all.remove(id))
        .map(|summary| Match { summary, score: 0, both: 0, why: Why::Listed })
        .collect();
    Ok(cut(rows, &Search { after: None, ..asked.clone() }))
}

/// One page out of all rows.
fn cut(rows: Vec<Match>, asked: &Search) -> Found {
    let behind = asked
        .after
        .and_then(|after| rows.iter().position(|row| row.summary.reference == after))
        .map_or(0, |at| at + 1);
    let mut rows: Vec<Match> = rows.into_iter().skip(behind).collect();
    let more = rows.len() > asked.most;
    rows.truncate(asked.most);
    let next = rows.last().filter(|_| more).map(|row| row.summary.reference);
    Found { rows, next }
}

/// Those whose names are like this one, the likest first.
async fn named(
    desk: &EstablishmentDesk,
    actor: &Actor,
    asked: &Search,
    text: &str,
) -> Result<Vec<Match>, DbErr> {
    let house = &desk.site.house;
    // What somebody tells is often two names in one: in both scripts, or the sign's beside the licence's.
    let pieces = text.split(['/', '|', '(', ')', '\n']).map(Name::read).filter(|name| !name.is_empty());
    let asked_names: Vec<Name> = pieces.collect();
    let mut keys: Vec<String> = asked_names.iter().flat_map(Name::search_keys).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let scope = judge(actor, Action::OpenHome).ok();
    let blinded =
        scope.as_ref().map(|scope| (scope, keys.iter().map(|key| blind(house, key)).collect::<Vec<_>>()));
    let sharing = store::sharing(house, asked, &keys, blinded, COMPARED).await?;
    let ids: Vec<Uuid> = sharing.iter().map(|(id, _)| *id).collect();
    let mut names: HashMap<Uuid, Vec<establishment_name::Model>> = HashMap::new();
    for row in store::names(house, &ids).await? {
        names.entry(row.establishment_id).or_default().push(row);
    }
    let mut all = summaries(house, &ids).await?;
    let wanted = i64::try_from(keys.len()).unwrap_or(i64::MAX).max(1);
    let mut rows: Vec<Match> = Vec::new();
    for (id, shared) in sharing {
        let Some(summary) = all.remove(&id) else { continue };
        if summary.kind.is_sealed() {
            let score = u16::try_from((BLIND * shared / wanted).clamp(0, BLIND)).unwrap_or(0);
            rows.push(Match { summary, score, both: score, why: Why::Sealed });
            continue;
        }
        let best = names
            .get(&id)
            .into_iter()
            .flatten()
            .filter_map(|row| row.text.as_deref())
            .map(Name::read)
            .flat_map(|found| asked_names.iter().map(move |name| name.likeness(&found)).collect::<Vec<_>>())
            .max_by_key(|likeness| likeness.score);
        if let Some(best) = best {
            rows.push(Match { summary, score: best.score, both: best.both, why: Why::Name(best.why) });
        }
    }
    rows.retain(|row| row.score >= SHOWN);
    rows.sort_by_key(|row| (std::cmp::Reverse(row.score), row.summary.reference.to_string()));
    Ok(rows)
}

/// Those that may be the same as one of these names, in this governorate or without one.
///
/// # Errors
/// The database's error.
pub async fn similar(
    desk: &EstablishmentDesk,
    actor: &Actor,
    names: &[&str],
    governorate: Option<&str>,
) -> Result<Vec<Summary>, DbErr> {
    let mut found: Vec<Summary> = Vec::new();
    for name in names {
        for row in named(desk, actor, &Search::default(), name).await? {
            let near = row.summary.governorate.is_none()
                || governorate.is_none()
                || row.summary.governorate.as_deref() == governorate;
            let sealed = row.why == Why::Sealed;
            let same = row.both >= SAME && !sealed && near;
            if same && !found.iter().any(|there| there.id == row.summary.id) && found.len() < 5 {
                found.push(row.summary);
            }
        }
    }
    Ok(found)
}
