//! Searching: by reference, by an exact telephone number, by an employer's name in any script, by kind, state and
//! outcome. Within what the searcher may see, each search an entry of the audit, so many a minute. What people told is
//! sealed and cannot be searched: whoever could would learn who complained of whom.

use std::collections::BTreeSet;

use haqqi_complaints::{
    Desk, LookUp, ReadError, State, Summary, at_establishment, look_up, summary, with_employer_told,
    with_phone,
};
use haqqi_establishments::{Match, ReadError as EstablishmentError, Search, search as search_establishments};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, ReferenceKind, Scope, SubjectKind, judge};
use haqqi_worklist::{QueueRow, Sight, work_on};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::link::register;

/// Rows on a page.
const ROWS: usize = 50;
/// Establishments that are shown, and whose complaints are.
const WORKPLACES: usize = 10;
/// An establishment is as alike as this, or its complaints are not shown; in thousandths.
const ALIKE: u16 = 700;
/// The longest thing to be looked for, in characters.
pub(crate) const LONGEST: usize = 200;

/// What is looked for. All that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// A reference, a telephone number, or an employer's name in any script; or nothing.
    pub q: String,
    /// Kind, a code of the pack.
    pub kind: Option<String>,
    /// State, as a code.
    pub state: Option<String>,
    /// Outcome, a code of the closed list.
    pub outcome: Option<String>,
    /// Behind this one.
    pub after: Option<Reference>,
}

/// As what it was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Nothing was asked for.
    Nothing,
    /// As a reference.
    Reference,
    /// As a telephone number.
    Phone,
    /// As an employer's name.
    Employer,
    /// By codes alone.
    Codes,
}

impl How {
    /// The code kept in the audit.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Reference => "reference",
            Self::Phone => "phone",
            Self::Employer => "employer",
            Self::Codes => "codes",
        }
    }
}

/// What was found.
#[derive(Debug, Clone)]
pub struct SearchFound {
    /// As what it was looked for.
    pub how: How,
    /// Complaints, the newest first.
    pub complaints: Vec<Summary>,
    /// Workplaces of the register, the likest first.
    pub workplaces: Vec<Match>,
    /// Work on what has this reference, where it is no complaint.
    pub work: Vec<QueueRow>,
    /// Where the next page begins.
    pub next: Option<Reference>,
}

/// Why nothing was searched.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// This account looks for nothing.
    #[error("not for this account")]
    Denied,
    /// It looked too often in this minute.
    #[error("too many searches")]
    TooMany,
    /// Too long to be a reference, a number or a name.
    #[error("too long")]
    TooLong,
    /// No such kind, state or outcome: the field.
    #[error("no such code")]
    Code(&'static str),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The audit entry could not be written, so nothing was looked for.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Whether a text is meant as a telephone number: digits of any script, and what people write between them.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    digits >= 6 && text.chars().all(|c| c.is_numeric() || c.is_whitespace() || "+-–()./".contains(c))
}

fn how(asked: &Asked) -> How {
    let q = asked.q.trim();
    if q.is_empty() {
        let codes = asked.kind.is_some() || asked.state.is_some() || asked.outcome.is_some();
        return if codes { How::Codes } else { How::Nothing };
    }
    match q.parse::<Reference>() {
        Ok(_) => How::Reference,
        Err(_) if is_number(q) => How::Phone,
        Err(_) => How::Employer,
    }
}

/// Searches.
///
/// # Errors
/// [`SearchError`].
pub async fn search(desk: &Desk, actor: &Actor, asked: &Asked) -> Result<SearchFound, SearchError> {
    let house = &desk.site.house;
    judge(actor, Action::ReadQueue).map_err(|_| SearchError::Denied)?;
    let sight = Sight::of(actor).map_err(|_| SearchError::Denied)?;
    let account = actor.account().ok_or(SearchError::Denied)?;
    if asked.q.chars().count() > LONGEST {
        return Err(SearchError::TooLong);
    }
    let pack = &desk.site.pack;
    let fits = |code: &Option<String>, is: &dyn Fn(&str) -> bool| code.as_deref().is_none_or(is);
    for (field, known) in [
        ("kind", fits(&asked.kind, &|code| pack.kinds().iter().any(|kind| kind.code == code))),
        ("state", fits(&asked.state, &|code| State::from_code(code).is_some())),
        ("outcome", fits(&asked.outcome, &|code| pack.outcome(code).is_some())),
    ] {
        if !known {
            return Err(SearchError::Code(field));
        }
    }
    let how = how(asked);
    let mut found =
        SearchFound { how, complaints: Vec::new(), workplaces: Vec::new(), work: Vec::new(), next: None };
    if how == How::Nothing {
        return Ok(found);
    }
    if !desk.searches.allows(account, house.now()) {
        return Err(SearchError::TooMany);
    }
    // As what it was looked for is kept, never what.
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::write("search", SubjectKind::Staff, account).purpose(how.code()));
    unit.commit().await?;
    let scope = judge(actor, Action::ReadComplaint).ok();
    let q = asked.q.trim();
    if let Ok(reference) = q.parse::<Reference>() {
        by_reference(desk, actor, (scope.as_ref(), &sight), reference, &mut found).await?;
        return Ok(found);
    }
    let among = match (how, &scope) {
        (How::Employer, scope) => Some(by_employer(desk, actor, scope.as_ref(), q, &mut found).await?),
        (How::Phone, Some(scope)) => {
            let rows = with_phone(desk, scope, q).await?.unwrap_or_default();
            Some(rows.iter().map(|row| row.id).collect())
        }
        (How::Phone, None) => Some(BTreeSet::new()),
        _ => None,
    };
    let Some(scope) = scope else { return Ok(found) };
    let before = match asked.after {
        Some(after) => Some(summary(desk, &scope, after).await?.id),
        None => None,
    };
    let wanted = LookUp {
        kind: asked.kind.clone(),
        state: asked.state.clone(),
        outcome: asked.outcome.clone(),
        among: among.map(|ids: BTreeSet<Uuid>| ids.into_iter().collect()),
        before,
    };
    let most = u64::try_from(ROWS + 1).unwrap_or(u64::MAX);
    found.complaints = look_up(desk, &scope, &wanted, most).await?;
    if found.complaints.len() > ROWS {
        found.complaints.truncate(ROWS);
        found.next = found.complaints.last().map(|row| row.reference);
    }
    Ok(found)
}

/// What has this reference: a complaint, a workplace, or whatever there is work on that this account sees.
async fn by_reference(
    desk: &Desk,
    actor: &Actor,
    (scope, sight): (Option<&Scope>, &Sight),
    reference: Reference,
    found: &mut SearchFound,
) -> Result<(), SearchError> {
    if reference.kind() == ReferenceKind::Establishment {
        let asked = Search { q: reference.to_string(), most: 1, ..Search::default() };
        found.workplaces = workplaces(desk, actor, &asked).await?;
        return Ok(());
    }
    if let (ReferenceKind::Complaint, Some(scope)) = (reference.kind(), scope) {
        match summary(desk, scope, reference).await {
            Ok(complaint) => found.complaints.push(complaint),
            Err(ReadError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    if found.complaints.is_empty() {
        let mut work = work_on(&desk.site.house, sight, &reference.to_string()).await?;
        work.truncate(1);
        found.work = work;
    }
    Ok(())
}

async fn workplaces(desk: &Desk, actor: &Actor, asked: &Search) -> Result<Vec<Match>, SearchError> {
    match search_establishments(&register(desk), actor, asked).await {
        Ok(found) => Ok(found.rows),
        Err(EstablishmentError::NotFound) => Ok(Vec::new()),
        Err(EstablishmentError::Db(error)) => Err(error.into()),
        Err(other) => Err(SearchError::Db(DbErr::Custom(other.to_string()))),
    }
}

/// The workplaces of a name like this, and the complaints that are linked to one of them or told a name like it.
async fn by_employer(
    desk: &Desk,
    actor: &Actor,
    scope: Option<&Scope>,
    name: &str,
    found: &mut SearchFound,
) -> Result<BTreeSet<Uuid>, SearchError> {
    let asked = Search { q: name.to_owned(), most: WORKPLACES, ..Search::default() };
    found.workplaces = workplaces(desk, actor, &asked).await?;
    let mut ids = BTreeSet::new();
    let Some(scope) = scope else { return Ok(ids) };
    ids.extend(with_employer_told(desk, scope, name).await?.iter().map(|row| row.id));
    for workplace in found.workplaces.iter().filter(|row| row.score >= ALIKE) {
        ids.extend(at_establishment(desk, scope, workplace.summary.id).await?.iter().map(|row| row.id));
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_what(q: &str) -> How {
        how(&Asked { q: q.to_owned(), ..Asked::default() })
    }

    #[test]
    fn a_number_in_any_script_is_a_number_and_a_name_with_one_is_a_name() {
        assert_eq!(as_what("+962 79-000 0001"), How::Phone);
        assert_eq!(as_what("٠٧٩٠٠٠٠٠٠١"), How::Phone);
        assert_eq!(as_what("Plot 7 Garments"), How::Employer);
        assert_eq!(as_what("12345"), How::Employer);
        assert_eq!(as_what("  "), How::Nothing);
        let kind = Asked { kind: Some("x".to_owned()), ..Asked::default() };
        assert_eq!(how(&kind), How::Codes);
    }
}
