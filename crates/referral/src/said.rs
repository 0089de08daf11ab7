//! Where the record shows that she said it: a talk in private that the call log tells of, or words of hers with a code that
//! nobody else has seen (decision 0035). An answer that rests on neither is one coordinator's word.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_kernel::{Actor, happened_to};
use haqqi_screening::{heard, talks};
use uuid::Uuid;

use crate::consent::ConsentForm;
use crate::desk::ReferralDesk;
use crate::error::{ReferralError, Refusal};
use crate::held::Held;
use crate::model::{Answered, How};

/// What the history calls words of hers.
const WROTE: &str = "complaint.message-in";

/// So long what was said in a talk stands for an answer that is recorded now: a talk of months ago was about something else.
const FRESH: TimeDelta = TimeDelta::days(14);

/// When she said it, and who heard it; nobody, where she wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    pub at: DateTime<Utc>,
    pub heard_by: Option<Uuid>,
}

/// A talk with her alone since a case was opened, for a form to choose from.
#[derive(Debug, Clone)]
pub struct Talk {
    /// The name under which whoever heard her signs in.
    pub sign_in: String,
    /// Their name.
    pub name: String,
    /// When they last spoke with her.
    pub at: DateTime<Utc>,
}

/// Since when she must have said it: since the case was opened. A yes counts only after her last no to the same, and
/// after she took one back.
fn since(held: &Held, form: &ConsentForm) -> (DateTime<Utc>, Option<DateTime<Utc>>) {
    let same =
        held.consents.iter().filter(|row| row.receiver == form.receiver && row.purpose == form.purpose);
    let last_no = same
        .filter_map(|row| {
            let no = row.answer == Answered::No.code();
            row.withdrawn_at.or_else(|| no.then(|| row.said_at.unwrap_or(row.asked_at)))
        })
        .max();
    (held.row.opened_at, last_no.filter(|_| form.answer == Answered::Yes.code()))
}

/// What the record shows of this answer.
///
/// # Errors
/// [`Refusal::Talk`] or [`Refusal::Message`] where it shows nothing.
pub(crate) async fn said(
    desk: &ReferralDesk,
    actor: &Actor,
    held: &Held,
    form: &ConsentForm,
) -> Result<Said, ReferralError> {
    let house = &desk.site.house;
    let (opened, last_no) = since(held, form);
    let counts = |at: DateTime<Utc>| last_no.is_none_or(|no| at > no);
    if How::from_code(&form.how) == Some(How::Messages) {
        let mut wrote = happened_to(house, held.row.complaint, WROTE, Some(opened)).await?;
        wrote.retain(|one| one.dim("code") == Some("hers") && counts(one.at));
        return match wrote.pop() {
            Some(one) => Ok(Said { at: one.at, heard_by: None }),
            None => Err(Refusal::Message.into()),
        };
    }
    let account = match form.heard_by.trim() {
        "" => actor.account(),
        name => Directory::new(house.clone()).by_sign_in(name).await?.map(|person| person.id),
    };
    let account = account.ok_or(Refusal::Talk)?;
    let talk = heard(house, held.row.complaint, account, opened.max(house.now() - FRESH)).await?;
    let talk = talk.filter(|talk| counts(talk.at)).ok_or(Refusal::Talk)?;
    Ok(Said { at: talk.at, heard_by: Some(account) })
}

/// The talks with her alone since the case was opened, one for each person, the last first.
///
/// # Errors
/// The database's error.
pub(crate) async fn talks_of(desk: &ReferralDesk, held: &Held) -> Result<Vec<Talk>, ReferralError> {
    let house = &desk.site.house;
    let since = held.row.opened_at.max(house.now() - FRESH);
    let mut all = talks(house, held.row.complaint, since).await?;
    all.reverse();
    let mut by: Vec<Uuid> = all.iter().filter_map(|talk| talk.by).collect();
    by.sort_unstable();
    by.dedup();
    let people = Directory::new(house.clone()).people(&by).await?;
    let mut found: Vec<Talk> = Vec::new();
    for talk in all {
        let Some(person) = people.iter().find(|person| Some(person.id) == talk.by) else { continue };
        if !found.iter().any(|one| one.sign_in == person.sign_in) {
            found.push(Talk { sign_in: person.sign_in.clone(), name: person.name.clone(), at: talk.at });
        }
    }
    Ok(found)
}
