//! Whoever works on a complaint says of single indicators whether what the words suggest is so, and adds what nobody
//! suggested: from a talk, from the words, from a paper, from what was seen. One save is one assessment of the whole.
//! Nothing of it takes back a flag or a decision.

use std::collections::{BTreeMap, BTreeSet};

use haqqi_complaints::{Desk, ReadError, State, Stored, StoredText, Summary, stored, summary};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, happened_to, has_done_since, judge,
};
use haqqi_screening::engine::{Hit, TextIn};
use haqqi_screening::{
    Answer, Basis, Level, Occasion, Said, Source, Statement, assessed, counts, heard, statements,
};
use sea_orm::DbErr;

use crate::audited::to_read;
use crate::whole::{Whole, WholeError};

/// What is suggested of a complaint's indicators, and what was said of them.
#[derive(Debug)]
pub struct Indicators {
    /// The coded side.
    pub complaint: Summary,
    /// What a save must name: so many assessments there were.
    pub version: i32,
    /// Her words, and those of who filed, oldest first.
    pub texts: Vec<StoredText>,
    /// The places in them that suggest anything, today.
    pub places: Vec<Hit>,
    /// What was said, the first first; of one indicator the last counts.
    pub said: Vec<Statement>,
}

impl Indicators {
    /// The indicators that the words suggest.
    #[must_use]
    pub fn suggested(&self) -> BTreeSet<&str> {
        let named = self.places.iter().map(|hit| hit.indicator.as_str());
        named.filter(|name| !name.is_empty()).collect()
    }

    /// Of each indicator what was said last.
    #[must_use]
    pub fn standing(&self) -> BTreeMap<&str, &Statement> {
        counts(&self.said)
    }
}

/// What is said of one indicator: whether it is so, and on what that rests.
pub type Saying = (Answer, Basis);

/// Why nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum IndicatorError {
    /// The complaint cannot be reached, or its filer gains from how it ends and is the one who asks.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is closed.
    #[error("not in this state")]
    State,
    /// Of nothing is anything said.
    #[error("nothing is said")]
    Nothing,
    /// No such indicator.
    #[error("`{0}` is no indicator")]
    Unknown(String),
    /// It rests on a talk, and this person noted none with the worker alone in which they understood one another.
    #[error("`{0}` needs a talk of one's own in the call log")]
    NotHeard(String),
    /// It rests on words, and there are none, or this person has not opened them.
    #[error("`{0}` needs words that were read")]
    NotRead(String),
    /// It cannot be weighed.
    #[error(transparent)]
    Whole(#[from] WholeError),
    /// The commit's answer; stale when another assessment was made in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whether this person filed the complaint and gains from how it ends: then they judge nothing of it.
pub(crate) async fn gains(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<bool, DbErr> {
    if !complaint.filer_has_interest {
        return Ok(false);
    }
    let filed = happened_to(&desk.site.house, complaint.id, "complaint.received", None).await?;
    Ok(filed.iter().any(|one| one.by.is_some() && one.by == actor.account()))
}

/// The complaint, for whoever may work on it and does not gain from it.
async fn to_judge(desk: &Desk, actor: &Actor, reference: Reference) -> Result<Summary, IndicatorError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if gains(desk, actor, &complaint).await? {
        return Err(ReadError::NotFound.into());
    }
    Ok(complaint)
}

/// Opens what was told. The read is audited before anything is opened, and counts as having read the words.
async fn opened(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<(Stored, Vec<Statement>), IndicatorError> {
    let (key, proof) = to_read::<WholeError>(desk, actor, complaint.id, "complaint.read").await?;
    let stored = stored(desk, complaint, &key, &proof).await?;
    let said = statements(&desk.site.house, complaint.id, &key, &proof).await.map_err(WholeError::from)?;
    Ok((stored, said))
}

fn places(desk: &Desk, stored: &Stored) -> Vec<Hit> {
    let texts: Vec<TextIn> = stored.texts.iter().map(|text| text.told.text.clone()).collect();
    desk.screening.screener.places(&texts)
}

/// What is suggested, and what was said so far.
///
/// # Errors
/// [`IndicatorError`].
pub async fn indicators(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<Indicators, IndicatorError> {
    let complaint = to_judge(desk, actor, reference).await?;
    let version = assessed(&desk.site.house, complaint.id).await?;
    let (stored, said) = opened(desk, actor, &complaint).await?;
    let places = places(desk, &stored);
    Ok(Indicators { complaint, version, texts: stored.texts, places, said })
}

/// Whose words say it: hers, unless only those of who filed suggest it.
fn whose(stored: &Stored, places: &[Hit], name: &str) -> Option<Source> {
    let by_filer = |text: &StoredText| if text.by_filer { Source::Reported } else { Source::Worker };
    let suggests =
        |text: &&StoredText| places.iter().any(|hit| hit.text == text.told.text.id && hit.indicator == name);
    let those = stored.texts.iter().filter(suggests).map(by_filer).min();
    those.or_else(|| stored.texts.iter().map(by_filer).min())
}

/// Keeps what this person says of these indicators, and weighs the whole with it. `version` is that of [`Indicators`] which
/// the person saw. The level that comes of it.
///
/// # Errors
/// [`IndicatorError`]; then nothing was written.
pub async fn say_indicators(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    version: i32,
    sayings: &BTreeMap<String, Saying>,
) -> Result<Option<Level>, IndicatorError> {
    let complaint = to_judge(desk, actor, reference).await?;
    if complaint.state == State::Closed {
        return Err(IndicatorError::State);
    }
    if sayings.is_empty() {
        return Err(IndicatorError::Nothing);
    }
    let house = &desk.site.house;
    let list = desk.screening.screener.list(desk.screening.today());
    if let Some(other) = sayings.keys().find(|name| !list.contains(&name.as_str())) {
        return Err(IndicatorError::Unknown(other.clone()));
    }
    let on = |basis: Basis| sayings.iter().find(|(_, (_, own))| *own == basis).map(|(name, _)| name.clone());
    if let Some(name) = on(Basis::Talk) {
        let talk = match actor.account() {
            Some(account) => heard(house, complaint.id, account, complaint.received_at).await?,
            None => None,
        };
        talk.ok_or(IndicatorError::NotHeard(name))?;
    }
    if let Some(name) = on(Basis::Words)
        && !has_done_since(house, actor, "complaint.read", complaint.id, None).await?
    {
        return Err(IndicatorError::NotRead(name));
    }
    let whole = Whole::of(desk, &complaint).await?;
    if whole.before.number != version {
        return Err(CommitError::Stale.into());
    }
    let places = places(desk, whole.stored());
    let mut said = Vec::new();
    for (name, (answer, basis)) in sayings {
        let source = match basis {
            Basis::Talk => Source::Worker,
            Basis::Paper => Source::Document,
            Basis::Seen => Source::Observed,
            Basis::Words => {
                whose(whole.stored(), &places, name).ok_or_else(|| IndicatorError::NotRead(name.clone()))?
            }
        };
        said.push(Said { indicator: name.clone(), answer: *answer, basis: *basis, source });
    }
    let mut unit = house.unit(actor.clone());
    let found = whole.record(desk, &mut unit, &complaint, &said, Occasion::Said).map_err(WholeError::from)?;
    unit.audit(Audit::write("complaint.say-indicators", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.indicators-said")
            .office(complaint.office.as_deref()),
    );
    match unit.commit().await {
        // Somebody else counted the first one.
        Err(CommitError::Unique(_)) => Err(CommitError::Stale.into()),
        other => other.map(|_| found.level).map_err(IndicatorError::from),
    }
}
