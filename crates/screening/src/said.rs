//! What officers and supervisors say of single indicators: what the words suggest is so, is not so, or she did not say; each
//! with from where it is known. It counts from then on, stands with who said it and when, and takes back no flag.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::{Committed, House, OpenError, SubjectKey, Uow};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::engine::{Answer, Source};
use crate::entity::indicator_said;
use crate::open::FlagError;

/// The field under which it is sealed.
const FIELD: &str = "indicator.said";

/// On what somebody rests it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// She said it in a talk alone, in which they understood one another.
    Talk,
    /// The words say it, as she or who filed wrote or spoke them.
    Words,
    /// A paper was seen.
    Paper,
    /// Somebody saw it.
    Seen,
}

impl Basis {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Talk, Self::Words, Self::Paper, Self::Seen];

    /// The code in forms and `screening-basis-…` words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Words => "words",
            Self::Paper => "paper",
            Self::Seen => "seen",
        }
    }

    /// The basis of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What is said of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// One of ILO's.
    pub indicator: String,
    /// Yes: it is so. No: it is not so. Else she did not say.
    pub answer: Answer,
    /// On what it rests.
    pub basis: Basis,
    /// From where it is known by that: words may be another's.
    pub source: Source,
}

impl Said {
    /// The code in forms and `screening-said-…` words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.answer {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Refused | Answer::Unknown => "unsaid",
        }
    }
}

/// The answer of a code of the form.
#[must_use]
pub fn said_of_code(code: &str) -> Option<Answer> {
    match code {
        "yes" => Some(Answer::Yes),
        "no" => Some(Answer::No),
        "unsaid" => Some(Answer::Unknown),
        _ => None,
    }
}

/// What was said, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What.
    pub said: Said,
    /// When.
    pub at: DateTime<Utc>,
    /// By which account.
    pub by: Option<Uuid>,
}

/// All that was said of a complaint's indicators, the first first: also what was said otherwise later. The proof is that the
/// complaint is read.
///
/// # Errors
/// [`FlagError::Db`], [`FlagError::Open`].
pub async fn statements(
    house: &House,
    complaint: Uuid,
    key: &SubjectKey,
    proof: &Committed,
) -> Result<Vec<Statement>, FlagError> {
    let rows = indicator_said::Entity::find()
        .filter(indicator_said::Column::ComplaintId.eq(complaint))
        .order_by_asc(indicator_said::Column::At)
        .order_by_asc(indicator_said::Column::Id)
        .all(house.reader())
        .await?;
    let mut all = Vec::new();
    for row in rows {
        let json = house.open(proof, key, FIELD, &row.said)?;
        let each: Vec<Said> = serde_json::from_str(&json).map_err(|_| OpenError::Broken)?;
        all.extend(each.into_iter().map(|said| Statement { said, at: row.at, by: row.by }));
    }
    Ok(all)
}

/// Of each indicator what counts: what was said last.
#[must_use]
pub fn counts(all: &[Statement]) -> BTreeMap<&str, &Statement> {
    all.iter().map(|one| (one.said.indicator.as_str(), one)).collect()
}

/// The indicators of which was said last that they are so.
pub(crate) fn is_so(all: &[Statement]) -> Vec<&str> {
    let yes = |one: &&Statement| one.said.answer == Answer::Yes;
    counts(all).into_values().filter(yes).map(|one| one.said.indicator.as_str()).collect()
}

/// Keeps within the unit what its actor says, beside the assessment that was made with it.
pub(crate) fn keep(unit: &mut Uow, key: &SubjectKey, complaint: Uuid, assessment: Uuid, said: &[Said]) {
    let sealed = unit.seal(key, FIELD, &serde_json::to_string(said).unwrap_or_default());
    let (id, at, by) = (unit.id(), unit.now(), unit.actor().account());
    unit.insert(indicator_said::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        assessment_id: Set(assessment),
        at: Set(at),
        by: Set(by),
        said: Set(sealed),
    });
}
