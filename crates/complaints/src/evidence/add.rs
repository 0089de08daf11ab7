//! Adding evidence: what was taken gets its rows in one unit, and the officer work. The same file sent twice is there
//! once; a unit that another was faster than is tried again.

use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, House, Reference, SubjectKind, Uow, judge};
use haqqi_worklist::is_owed;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::filed::share;
use super::rows::{Place, Said, let_stay, put, tag, tag_of};
use super::{EvidenceError, Received};
use crate::come_back::Entered;
use crate::entity::{complaint, evidence};
use crate::model::Author;
use crate::write_back::{NewWork, open_work};
use crate::{Desk, store};

/// How often it is tried when something else of the complaint changes at the same time.
pub(super) const TRIES: usize = 6;

/// What a complaint holds already.
pub(super) struct Held(Vec<evidence::Model>);

impl Held {
    pub(super) async fn of(house: &House, complaint: Uuid) -> Result<Self, DbErr> {
        let rows = evidence::Entity::find()
            .filter(evidence::Column::ComplaintId.eq(complaint))
            .order_by_asc(evidence::Column::Number)
            .all(house.reader())
            .await?;
        Ok(Self(rows))
    }

    pub(super) fn next(&self) -> i32 {
        self.0.iter().map(|row| row.number).max().unwrap_or(0) + 1
    }

    pub(super) fn count(&self, said: Said) -> usize {
        self.0.iter().filter(|row| row.said == said.code()).count()
    }

    /// How many pieces somebody gave.
    pub(super) fn by(&self, author: Author) -> usize {
        self.0.iter().filter(|row| row.added_by == author.code()).count()
    }

    /// The number under which a content is there already.
    pub(super) fn number_of(&self, tag: &[u8]) -> Option<i32> {
        self.0.iter().find(|row| row.tag == tag).map(|row| row.number)
    }
}

/// Whose evidence it is and of which complaint.
pub(super) struct Adding<'a> {
    pub actor: Actor,
    pub row: &'a complaint::Model,
    pub reference: Reference,
    pub by: Author,
    /// Whether the officer must learn that there is something to look at.
    pub tells: bool,
}

/// The worker adds what was taken. Gives the numbers of the pieces, in the order of the files.
///
/// # Errors
/// [`EvidenceError`]; then nothing was stored.
pub async fn add_evidence(
    desk: &Desk,
    entered: &Entered,
    received: &mut [Received],
) -> Result<Vec<i32>, EvidenceError> {
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| EvidenceError::NotFound)?;
    let row = store::by_id(&desk.site.house, &scope, entered.complaint()).await?;
    let row = row.ok_or(EvidenceError::NotFound)?;
    let adding = Adding {
        actor: entered.actor(),
        row: &row,
        reference: entered.reference,
        by: Author::Worker,
        tells: true,
    };
    add(desk, &adding, received).await
}

/// Staff add what was taken: what she brought to the counter, or sent otherwise.
///
/// # Errors
/// [`EvidenceError`]; then nothing was stored.
pub async fn add_evidence_as_staff(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    received: &mut [Received],
) -> Result<Vec<i32>, EvidenceError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| EvidenceError::NotFound)?;
    let row = store::by_reference(&desk.site.house, &scope, reference).await?;
    let row = row.ok_or(EvidenceError::NotFound)?;
    let adding = Adding { actor: actor.clone(), row: &row, reference, by: Author::Staff, tells: false };
    add(desk, &adding, received).await
}

/// The numbers under which these contents are there.
///
/// # Errors
/// The database's error.
pub(crate) async fn numbers_of(
    desk: &Desk,
    entered: &Entered,
    digests: &[[u8; 32]],
) -> Result<Vec<i32>, EvidenceError> {
    let held = Held::of(&desk.site.house, entered.complaint()).await?;
    let tags = digests.iter().map(|digest| tag_of(&desk.site.house, entered.complaint(), digest));
    Ok(tags.filter_map(|tag| held.number_of(&tag)).collect())
}

pub(super) async fn add(
    desk: &Desk,
    adding: &Adding<'_>,
    received: &mut [Received],
) -> Result<Vec<i32>, EvidenceError> {
    let mut last = EvidenceError::NotFound;
    for _ in 0..TRIES {
        match add_once(desk, adding, received).await {
            Err(EvidenceError::Commit(error @ (CommitError::Stale | CommitError::Unique(_)))) => {
                last = error.into();
            }
            other => return other,
        }
    }
    Err(last)
}

async fn add_once(
    desk: &Desk,
    adding: &Adding<'_>,
    received: &mut [Received],
) -> Result<Vec<i32>, EvidenceError> {
    let house = &desk.site.house;
    let row = adding.row;
    let key = house.subject_key(row.id).await?;
    let held = Held::of(house, row.id).await?;
    let mut unit = house.unit(adding.actor.clone());
    let place = Place { complaint: row.id, key: &key, by: adding.by, said: Said::Evidence, text: None };
    let mut next = held.next();
    let mut numbers = Vec::with_capacity(received.len());
    let mut here: Vec<(Vec<u8>, i32)> = Vec::new();
    for one in received.iter() {
        let tag = tag(house, row.id, one);
        let there = here.iter().find(|(other, _)| *other == tag).map(|(_, number)| *number);
        if let Some(number) = held.number_of(&tag).or(there) {
            numbers.push(number);
            continue;
        }
        put(&mut unit, &place, next, one);
        here.push((tag, next));
        numbers.push(next);
        next += 1;
    }
    if here.is_empty() {
        return Ok(numbers);
    }
    if held.count(Said::Evidence) + here.len() > desk.evidence.files {
        return Err(EvidenceError::TooMany);
    }
    if adding.by == Author::Filer && held.by(Author::Filer) + here.len() > share(desk.evidence.files) {
        return Err(EvidenceError::TooMany);
    }
    if adding.tells {
        work_once(desk, &mut unit, adding.reference, row).await?;
    }
    unit.audit(Audit::write("evidence.add", SubjectKind::Complaint, row.id));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.evidence-in").office(row.office.as_deref()),
    );
    let committed = unit.commit().await;
    let fresh = received.iter_mut().filter(|one| held.number_of(&tag(house, row.id, one)).is_none());
    let_stay(&committed, first_of_each(house, row.id, fresh));
    committed?;
    Ok(numbers)
}

/// Of files with the same content, the first.
fn first_of_each<'a>(
    house: &House,
    complaint: Uuid,
    received: impl Iterator<Item = &'a mut Received>,
) -> Vec<&'a mut Received> {
    let mut seen = Vec::new();
    received
        .filter(|one| {
            let tag = tag(house, complaint, one);
            let new = !seen.contains(&tag);
            if new {
                seen.push(tag);
            }
            new
        })
        .collect()
}

/// Looking at it is work like reading a message. Whoever has yet to read the complaint, or owes an answer already, will see
/// it then.
pub(super) async fn work_once(
    desk: &Desk,
    unit: &mut Uow,
    reference: Reference,
    row: &complaint::Model,
) -> Result<(), EvidenceError> {
    if row.acknowledged_at.is_none() || is_owed(unit, row.id, "answer-message").await? {
        return Ok(());
    }
    open_work(desk, unit, reference, row, &NewWork { urgent: false, level: None }).await?;
    Ok(())
}
