//! What is owed to her by dated law: worked out from facts that an officer enters, saved with the record, each
//! calculation beside the earlier ones. It is the office's arithmetic; it decides nothing.

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_complaints::{
    DaysError, Desk, Learnt, ReadError, Summary, WageClaim, claims_for_staff, last_of_month, learn_days,
    summary,
};
use haqqi_establishments::summary_of;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, OpenError, Reference, SubjectKind, judge};
use haqqi_pack::Ending;
use haqqi_wages::{Calculation, Facts, FieldFault, Month, work_out};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audited::to_read;
use crate::entity::wage_calculation;

/// The field under which a calculation is sealed.
const FIELD: &str = "casework.wages";
/// Most calculations that are shown of a complaint.
const MOST_SHOWN: u64 = 50;

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Content {
    v: u8,
    facts: Facts,
    calculation: Calculation,
}

/// A calculation that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// 1 for the first.
    pub number: i32,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<Uuid>,
    /// The pack by whose rows.
    pub pack: String,
    /// From these facts.
    pub facts: Facts,
    /// What is owed.
    pub calculation: Calculation,
}

/// What the page shows.
#[derive(Debug, Clone)]
pub struct WagesOf {
    /// The complaint.
    pub complaint: Summary,
    /// Every calculation that was saved, the newest first.
    pub saved: Vec<Saved>,
    /// What is known before anybody entered more: the last facts, or what she told.
    pub facts: Facts,
}

/// Why nothing was worked out or saved.
#[derive(Debug, thiserror::Error)]
pub enum WagesError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Facts that cannot be, by field.
    #[error("facts that cannot be")]
    Facts(Vec<FieldFault>),
    /// What it says of her days cannot be kept.
    #[error(transparent)]
    Days(#[from] DaysError),
    /// Nothing to work out.
    #[error("no facts")]
    Nothing,
    /// The complaint is closed.
    #[error("not in this state")]
    State,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The calculations of a complaint, and the facts to begin with. Reading them is an entry of the audit.
///
/// # Errors
/// [`WagesError`].
pub async fn wages_of(desk: &Desk, actor: &Actor, reference: Reference) -> Result<WagesOf, WagesError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let saved = saved(desk, actor, complaint.id, MOST_SHOWN).await?;
    let facts = match saved.first() {
        Some(last) => last.facts.clone(),
        None => told(desk, actor, &complaint).await?,
    };
    Ok(WagesOf { complaint, saved, facts })
}

/// What the facts say of days that start clocks against her.
fn learnt(facts: &Facts) -> Learnt {
    let unpaid = facts.months.iter().filter(|month| month.agreed.is_none() || month.received < month.agreed);
    Learnt {
        ended: facts.ended,
        dismissed: facts.ending == Some(Ending::Dismissed),
        unpaid: unpaid.filter_map(|month| last_of_month(&month.month)).min(),
    }
}

/// What she told: the months that are missing. And the regime of the workplace, where it is linked.
async fn told(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Facts, WagesError> {
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let claims = claims_for_staff(desk, actor, &scope, complaint.id).await?;
    let months = claims.into_iter().map(|claim| Month {
        month: claim.month,
        agreed: claim.agreed,
        received: claim.paid,
        overtime: Some(0),
        rest: Some(0),
    });
    let place = match complaint.establishment {
        Some(id) => summary_of(&desk.site.house, id).await?,
        None => None,
    };
    Ok(Facts { months: months.collect(), regime: place.map(|place| place.regime), ..Facts::default() })
}

/// So many calculations of a complaint are looked at; nobody makes more by hand.
const MOST_LOOKED_AT: u64 = 200;

/// Opens the newest calculations.
async fn saved(desk: &Desk, actor: &Actor, complaint: Uuid, most: u64) -> Result<Vec<Saved>, WagesError> {
    let house = &desk.site.house;
    let rows = wage_calculation::Entity::find()
        .filter(wage_calculation::Column::ComplaintId.eq(complaint))
        .order_by_desc(wage_calculation::Column::Number)
        .limit(most)
        .all(house.reader())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (key, proof) = to_read::<WagesError>(desk, actor, complaint, "complaint.read-wages").await?;
    let opened = |row: wage_calculation::Model| {
        let text = house.open(&proof, &key, FIELD, &row.content)?;
        let content: Content = serde_json::from_str(&text).map_err(|_| OpenError::Broken)?;
        Ok(Saved {
            number: row.number,
            at: row.made_at,
            by: row.made_by,
            pack: row.pack,
            facts: content.facts,
            calculation: content.calculation,
        })
    };
    rows.into_iter().map(opened).collect()
}

/// The calculation by which most is owed for certain: one that was made anew with less takes nothing from her unseen. And
/// whether any is over all that she claims.
pub(crate) async fn highest_saved(
    desk: &Desk,
    actor: &Actor,
    complaint: Uuid,
    claims: &[WageClaim],
) -> Result<(Option<Saved>, bool), WagesError> {
    let all = saved(desk, actor, complaint, MOST_LOOKED_AT).await?;
    let covered = all.iter().any(|one| covers(&one.facts, claims));
    Ok((all.into_iter().max_by_key(|one| (one.calculation.least, one.number)), covered))
}

/// Whether these facts are over all that she claims: each of her months whole, with at least the pay that she names and at
/// most what she says she got. Without claims nothing says which time they should be over, so they are over nothing.
fn covers(facts: &Facts, claims: &[WageClaim]) -> bool {
    !claims.is_empty() && claims.iter().all(|claim| covers_month(facts, claim))
}

fn covers_month(facts: &Facts, claim: &WageClaim) -> bool {
    let Some((first, last)) = haqqi_wages::month_of(&claim.month) else { return false };
    let whole = facts.began.is_none_or(|began| began <= first) && facts.ended.is_none_or(|end| end >= last);
    let says = |month: &Month| {
        let agreed = claim.agreed.is_none_or(|told| month.agreed.is_some_and(|sum| sum >= told));
        let paid = claim.paid.is_none_or(|told| month.received.is_some_and(|sum| sum <= told));
        month.month == claim.month && agreed && paid
    };
    whole && facts.months.iter().any(says)
}

/// Today, in the zone of the complaint's office.
fn today(desk: &Desk, complaint: &Summary) -> NaiveDate {
    desk.clocks().calendar(complaint.office.as_deref()).date(desk.site.house.now())
}

/// Works out what is owed, and saves nothing.
///
/// # Errors
/// [`WagesError`].
pub async fn try_wages(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    facts: &Facts,
) -> Result<Calculation, WagesError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    worked_out(desk, &complaint, facts)
}

fn worked_out(desk: &Desk, complaint: &Summary, facts: &Facts) -> Result<Calculation, WagesError> {
    let calculation = work_out(&desk.site.pack, facts, today(desk, complaint)).map_err(WagesError::Facts)?;
    if calculation.lines.is_empty() && facts.months.is_empty() {
        return Err(WagesError::Nothing);
    }
    Ok(calculation)
}

/// Works out what is owed and saves it with the record, as the next calculation.
///
/// # Errors
/// [`WagesError`]; of two people who save at once, one gets [`CommitError::Unique`].
pub async fn save_wages(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    facts: &Facts,
) -> Result<Saved, WagesError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if complaint.closed_at.is_some() {
        return Err(WagesError::State);
    }
    let calculation = worked_out(desk, &complaint, facts)?;
    let house = &desk.site.house;
    let last = wage_calculation::Entity::find()
        .filter(wage_calculation::Column::ComplaintId.eq(complaint.id))
        .order_by_desc(wage_calculation::Column::Number)
        .one(house.reader())
        .await?;
    let number = last.map_or(0, |row| row.number).saturating_add(1);
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let content = Content { v: 1, facts: facts.clone(), calculation };
    let text = serde_json::to_string(&content).map_err(|_| OpenError::Broken)?;
    let sealed = unit.seal(&key, FIELD, &text);
    let (id, at) = (unit.id(), unit.now());
    let saved = Saved {
        number,
        at,
        by: actor.account(),
        pack: desk.site.pack.stamp().to_owned(),
        facts: content.facts,
        calculation: content.calculation,
    };
    unit.insert(wage_calculation::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        number: Set(number),
        place: Set(format!("{}:{number}", complaint.id)),
        made_at: Set(at),
        made_by: Set(saved.by),
        pack: Set(saved.pack.clone()),
        content: Set(sealed),
    });
    learn_days(desk, &mut unit, &complaint, &key, &learnt(&saved.facts)).await?;
    unit.audit(
        Audit::write("complaint.save-wages", SubjectKind::Complaint, complaint.id)
            .purpose(number.to_string()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.wages-worked-out")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(saved)
}
