//! The two words of who could keep nothing, checked by a person on the telephone: if they fit, the worker gets a new
//! code, told to her alone, and the old one ends. Audited, right or wrong; wrong words are limited for each member of
//! staff, in the database, so that a restart forgives nothing.

use chrono::{NaiveDate, TimeDelta};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, ReceiptCode, Reference, SubjectKind, judge};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{complaint, kept_words};
use crate::keep::{comparable, tag_of};
use crate::{Desk, credential};

/// The audit's name of words that fit nothing.
const REFUSED: &str = "complaint.words-refused";
/// How many wrong tries one member of staff has in an hour.
const TRIES: u64 = 10;
/// How far from the day she remembers a complaint may lie, in days.
const NEAR: i64 = 3;
/// How many hashes are compared at most for one try.
const COMPARED: usize = 24;

/// What the caller said.
#[derive(Debug, Clone, Default)]
pub struct SaidWords {
    /// One word.
    pub first: String,
    /// The other.
    pub second: String,
    /// The day she wrote, as far as she remembers.
    pub day: Option<NaiveDate>,
}

/// What she gets.
#[derive(Debug)]
pub struct NewCode {
    /// Her reference.
    pub reference: Reference,
    /// Her new code: to be said to her alone, now.
    pub code: ReceiptCode,
}

/// Why no code was made.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// This account may not.
    #[error("not allowed")]
    Denied,
    /// Not two words.
    #[error("not two words")]
    Shape,
    /// Too many wrong tries within an hour.
    #[error("too many tries")]
    TooMany,
    /// They fit nothing.
    #[error("these words fit nothing")]
    Unknown,
    /// Two people chose the same words: the day must tell them apart.
    #[error("they fit more than one")]
    Several,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Checks the words, and makes a new code if they fit one complaint.
///
/// # Errors
/// [`WordsError`].
pub async fn check_words(desk: &Desk, actor: &Actor, said: &SaidWords) -> Result<NewCode, WordsError> {
    judge(actor, Action::CheckWords).map_err(|_| WordsError::Denied)?;
    let words = comparable(&said.first, &said.second).ok_or(WordsError::Shape)?;
    if wrong_tries(desk, actor).await? >= TRIES {
        return Err(WordsError::TooMany);
    }
    let mut found = Vec::new();
    for row in candidates(desk, &words, said.day).await? {
        if haqqi_accounts::words_match(words.clone(), row.digest.clone()).await {
            found.push(row.complaint_id);
        }
    }
    let error = match found.as_slice() {
        [id] => return renew(desk, actor, *id).await,
        [] => WordsError::Unknown,
        _ => WordsError::Several,
    };
    let mut unit = desk.site.house.unit(actor.clone());
    unit.audit(Audit::write(REFUSED, SubjectKind::House, Uuid::nil()));
    unit.commit().await?;
    Err(error)
}

async fn wrong_tries(desk: &Desk, actor: &Actor) -> Result<u64, DbErr> {
    let since = desk.site.house.now() - TimeDelta::hours(1);
    audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(Uuid::nil()))
        .filter(audit_entry::Column::Action.eq(REFUSED))
        .filter(audit_entry::Column::ActorId.eq(actor.account()))
        .filter(audit_entry::Column::At.gt(since))
        .count(desk.site.house.reader())
        .await
}

/// Complaints whose words have the same tag, near the day if she remembers one. Where there are none, one that fits
/// nothing is compared all the same, so that the time does not tell.
async fn candidates(
    desk: &Desk,
    words: &str,
    day: Option<NaiveDate>,
) -> Result<Vec<kept_words::Model>, DbErr> {
    let rows = kept_words::Entity::find()
        .filter(kept_words::Column::Tag.eq(tag_of(desk, words)))
        .filter(kept_words::Column::RevokedAt.is_null())
        .all(desk.site.house.reader())
        .await?;
    let zone = desk.site.pack.zone();
    let near = |row: &kept_words::Model| {
        day.is_none_or(|day| {
            (row.received_at.with_timezone(&zone).date_naive() - day).num_days().abs() <= NEAR
        })
    };
    let mut rows: Vec<_> = rows.into_iter().filter(near).take(COMPARED).collect();
    if rows.is_empty() {
        let _ = haqqi_accounts::words_match(words.to_owned(), String::new()).await;
        rows.clear();
    }
    Ok(rows)
}

/// A new code in place of all that the worker had: who could keep nothing has none of them, and somebody else may.
async fn renew(desk: &Desk, actor: &Actor, id: Uuid) -> Result<NewCode, WordsError> {
    let house = &desk.site.house;
    let row = complaint::Entity::find_by_id(id).one(house.reader()).await?.ok_or(WordsError::Unknown)?;
    let reference = row.reference.parse().map_err(|_| WordsError::Unknown)?;
    let mut unit = house.unit(actor.clone());
    let code = credential::renew(&mut unit, id);
    unit.audit(Audit::write("complaint.words-checked", SubjectKind::Complaint, id));
    unit.audit(Audit::write("complaint.issue-code", SubjectKind::Complaint, id));
    unit.event(
        Event::new(SubjectKind::Complaint, id, "complaint.code-renewed").office(row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(NewCode { reference, code })
}
