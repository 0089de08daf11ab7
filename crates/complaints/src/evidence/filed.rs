//! What whoever filed for her adds: a partner, the hotline or counter that took it down, or who holds a filer's code.
//! They may add to what they filed and never look at any of it, for it is the worker's; who gave each piece is kept. Half
//! of the places stay hers: nobody who files can keep her own papers out.

use haqqi_kernel::{Action, Actor, Reference, judge};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::add::{Adding, Held, add};
use super::rows::Said;
use super::{EvidenceError, Received};
use crate::come_back::Entered;
use crate::entity::{complaint, filing};
use crate::group::{GroupError, organisation_of};
use crate::intake::intake_row;
use crate::model::Author;
use crate::{Desk, store};

/// How many files were given by filers, and how many more they may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// Given so far.
    pub given: usize,
    /// More that may be.
    pub left: usize,
}

/// How many of a complaint's places filers may take.
pub(super) fn share(files: usize) -> usize {
    files.div_ceil(2)
}

async fn given(desk: &Desk, row: &complaint::Model, by: Author) -> Result<Given, EvidenceError> {
    let held = Held::of(&desk.site.house, row.id).await?;
    let given = held.by(by);
    let most = desk.evidence.files;
    let free = most.saturating_sub(held.count(Said::Evidence));
    let own = if by == Author::Filer { share(most).saturating_sub(given) } else { free };
    Ok(Given { given, left: own.min(free) })
}

/// The complaint of a filer's code.
async fn row_of(desk: &Desk, entered: &Entered) -> Result<complaint::Model, EvidenceError> {
    let scope = judge(&entered.actor(), Action::AddToFiled).map_err(|_| EvidenceError::NotFound)?;
    let row = store::by_id(&desk.site.house, &scope, entered.complaint()).await?;
    row.ok_or(EvidenceError::NotFound)
}

/// How many files whoever holds the filer's code has given and may still give.
///
/// # Errors
/// [`EvidenceError`].
pub async fn room_for_filer(desk: &Desk, entered: &Entered) -> Result<Given, EvidenceError> {
    let row = row_of(desk, entered).await?;
    given(desk, &row, Author::Filer).await
}

/// Whoever holds the filer's code adds what was taken.
///
/// # Errors
/// [`EvidenceError`]; then nothing was stored.
pub async fn add_evidence_as_filer(
    desk: &Desk,
    entered: &Entered,
    received: &mut [Received],
) -> Result<(), EvidenceError> {
    let row = row_of(desk, entered).await?;
    let adding = Adding {
        actor: entered.actor(),
        row: &row,
        reference: entered.reference,
        by: Author::Filer,
        tells: true,
    };
    add(desk, &adding, received).await.map(|_| ())
}

/// The complaint that the organisation of this account filed, or that this account took down; and whose its pieces are.
async fn filed_row(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<(complaint::Model, Author), EvidenceError> {
    let house = &desk.site.house;
    let account = actor.account().ok_or(EvidenceError::NotFound)?;
    let row = complaint::Entity::find()
        .filter(complaint::Column::Reference.eq(reference.to_string()))
        .one(house.reader())
        .await?
        .ok_or(EvidenceError::NotFound)?;
    let taken = judge(actor, Action::TakeIntake).is_ok()
        && intake_row(house, row.id).await?.is_some_and(|intake| intake.taken_by == Some(account));
    if taken {
        return Ok((row, Author::Staff));
    }
    let organisation = organisation_of(desk, actor).await.map_err(|error| match error {
        GroupError::Db(error) => error.into(),
        _ => EvidenceError::NotFound,
    })?;
    // Who has a tie to the workplace adds nothing to what is told of it.
    if row.establishment_id.is_some_and(|place| actor.ties().contains(&place)) {
        return Err(EvidenceError::NotFound);
    }
    let filed = filing::Entity::find_by_id(row.id).one(house.reader()).await?;
    filed
        .filter(|filing| filing.organisation_id == organisation.id)
        .map(|_| (row, Author::Filer))
        .ok_or(EvidenceError::NotFound)
}

/// How many files were given to what this account or its organisation filed, and how many more may be.
///
/// # Errors
/// [`EvidenceError::NotFound`] where they filed no such complaint.
pub async fn room_for_filed(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<Given, EvidenceError> {
    let (row, by) = filed_row(desk, actor, reference).await?;
    given(desk, &row, by).await
}

/// Adds what was taken to what this account or its organisation filed.
///
/// # Errors
/// [`EvidenceError`]; then nothing was stored.
pub async fn add_evidence_to_filed(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    received: &mut [Received],
) -> Result<(), EvidenceError> {
    let (row, by) = filed_row(desk, actor, reference).await?;
    let adding = Adding { actor: actor.clone(), row: &row, reference, by, tells: true };
    add(desk, &adding, received).await.map(|_| ())
}
