//! Opening an advertisement: its words, where they suggest something, where it was seen, who recruits.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, OpenError, Reference, SubjectKind, judge};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::assess::Hit;
use crate::desk::PatrolDesk;
use crate::list::{AdvertRow, rows_of};
use crate::model::{Decision, Verdict, Way};
use crate::recruiter::{LinkError, RecruiterRow, rows_by_id};
use crate::store;

/// Where it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The place.
    pub place: String,
    /// The address of the page, if there was one.
    pub address: Option<String>,
    /// The day.
    pub seen_on: NaiveDate,
    /// How it came in.
    pub way: Option<Way>,
}

/// What somebody decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What.
    pub decision: Option<Decision>,
    /// In what words.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Option<Uuid>,
}

/// An advertisement, opened.
#[derive(Debug, Clone)]
pub struct OpenedAdvert {
    /// The row.
    pub row: AdvertRow,
    /// The words.
    pub text: String,
    /// Where they suggest something, in order.
    pub hits: Vec<Hit>,
    /// With what they were read.
    pub instrument: String,
    /// Each indicator, and what a person said of it.
    pub verdicts: Vec<(String, Option<Verdict>)>,
    /// Where it was seen, the last first.
    pub sightings: Vec<Sighting>,
    /// Who can be reached by it.
    pub recruiters: Vec<RecruiterRow>,
    /// What people decided, the last first.
    pub decisions: Vec<Made>,
}

/// Why it is not opened.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none, or it is out of reach.
    #[error("not found")]
    NotFound,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database's error.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<LinkError> for ReadError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NotFound | LinkError::Establishment => Self::NotFound,
            LinkError::Commit(error) => Self::Commit(error),
            LinkError::Open(error) => Self::Open(error),
            LinkError::Db(error) => Self::Db(error),
        }
    }
}

impl OpenedAdvert {
    /// The words in pieces, each with the indicators that it suggests: what stands under several is one piece with all of
    /// them. Together they are the whole text.
    #[must_use]
    pub fn pieces(&self) -> Vec<(String, Vec<String>)> {
        pieces(&self.text, &self.hits)
    }
}

fn pieces(text: &str, hits: &[Hit]) -> Vec<(String, Vec<String>)> {
    let right = |at: &usize| text.is_char_boundary(*at);
    let mut edges: Vec<usize> = vec![0, text.len()];
    edges.extend(hits.iter().flat_map(|hit| [hit.start, hit.end]).filter(right));
    edges.sort_unstable();
    edges.dedup();
    let mut pieces = Vec::new();
    for pair in edges.windows(2) {
        let [from, to] = pair else { continue };
        let Some(words) = text.get(*from..*to).filter(|words| !words.is_empty()) else { continue };
        let mut over: BTreeMap<&str, ()> = BTreeMap::new();
        for hit in hits.iter().filter(|hit| hit.start <= *from && *to <= hit.end) {
            over.insert(&hit.indicator, ());
        }
        pieces.push((words.to_owned(), over.into_keys().map(str::to_owned).collect()));
    }
    pieces
}

/// Opens an advertisement; the audit says that it was read.
///
/// # Errors
/// [`ReadError`].
pub async fn open(desk: &PatrolDesk, actor: &Actor, reference: Reference) -> Result<OpenedAdvert, ReadError> {
    let scope = judge(actor, Action::Patrol).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let model = store::by_reference(house, &scope, reference).await?.ok_or(ReadError::NotFound)?;
    let id = model.id;
    let key = house.subject_key(id).await?;
    let seen = store::sightings_of(house, &[id]).await?;
    let made = store::decisions_of(house, id).await?;
    let indicators = store::indicators_of(house, &[id]).await?;
    let pairs = store::recruiters_of(house, &[id]).await?;
    let recruiters: Vec<Uuid> = pairs.into_iter().map(|(_, recruiter)| recruiter).collect();
    let recruiters = rows_by_id(desk, &scope, &recruiters).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("advert.read", SubjectKind::Advert, id));
    let proof = unit.commit().await?;
    let text = house.open(&proof, &key, "advert.body", &model.body)?;
    let mut sightings = Vec::with_capacity(seen.len());
    for one in seen {
        let address = one.address.as_deref();
        let address =
            address.map(|sealed| house.open(&proof, &key, "sighting.address", sealed)).transpose()?;
        let way = Way::from_code(&one.way);
        sightings.push(Sighting { place: one.place, address, seen_on: one.seen_on, way });
    }
    let mut decisions = Vec::with_capacity(made.len());
    for one in made {
        let note = one.note.as_deref();
        let note = note.map(|sealed| house.open(&proof, &key, "decision.note", sealed)).transpose()?;
        let decision = Decision::from_code(&one.decision);
        decisions.push(Made { decision, note, at: one.decided_at, by: one.decided_by });
    }
    let hits: Vec<Hit> = serde_json::from_str(&model.hits).unwrap_or_default();
    let instrument = model.instrument.clone();
    let verdict = |code: Option<String>| code.as_deref().and_then(Verdict::from_code);
    let verdicts = indicators.into_iter().map(|one| (one.indicator, verdict(one.verdict))).collect();
    let row = rows_of(desk, vec![model]).await?.pop().ok_or(ReadError::NotFound)?;
    Ok(OpenedAdvert { row, text, hits, instrument, verdicts, sightings, recruiters, decisions })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hit(start: usize, end: usize, indicator: &str) -> Hit {
        Hit { start, end, indicator: indicator.to_owned(), why: "test".to_owned() }
    }

    #[test]
    fn what_stands_under_two_is_one_piece_with_both() {
        let found = pieces("pay the fee now", &[hit(0, 11, "a"), hit(8, 15, "b")]);
        let shown: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|(words, of)| (words.as_str(), of.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(shown, [("pay the ", vec!["a"]), ("fee", vec!["a", "b"]), (" now", vec!["b"])]);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in ".{0,60}", spans in prop::collection::vec((0usize..80, 0usize..80), 0..6)) {
            let hits: Vec<Hit> = spans.into_iter().map(|(a, b)| hit(a.min(b), a.max(b), "x")).collect();
            let whole: String = pieces(&text, &hits).into_iter().map(|(words, _)| words).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
