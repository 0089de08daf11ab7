//! Opening what is sealed: the names and the address of a home or of a broker. One audited read, for a purpose.

use haqqi_kernel::{Action, Actor, Audit, Reference, Scope, SubjectKind, judge};
use uuid::Uuid;

use crate::desk::EstablishmentDesk;
use crate::model::NameRole;
use crate::store;
use crate::view::{KnownName, ReadError, Summary, Worksite};

/// What was sealed, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedHome {
    /// Its clear side.
    pub summary: Summary,
    /// Its names.
    pub names: Vec<KnownName>,
    /// Its places, as `summary.worksites` has them, with their words.
    pub worksites: Vec<Worksite>,
}

/// Opens a home or a broker of the own office.
///
/// # Errors
/// [`ReadError`]; the audit entry is on disk before anything is opened.
pub async fn open_home(
    desk: &EstablishmentDesk,
    actor: &Actor,
    reference: Reference,
    purpose: &str,
) -> Result<OpenedHome, ReadError> {
    let scope = judge(actor, Action::OpenHome).map_err(|_| ReadError::NotFound)?;
    let row = store::sealed_by_reference(&desk.site.house, &scope, reference).await?;
    opened(desk, actor, row.ok_or(ReadError::NotFound)?, purpose).await
}

/// Opens the place of a visit for the one who makes it. The caller shows that the visit is this person's by its scope,
/// of [`Action::ReadVisit`] or [`Action::RecordVisit`].
///
/// # Errors
/// [`ReadError`]; the audit entry is on disk before anything is opened.
pub async fn open_for_visit(
    desk: &EstablishmentDesk,
    actor: &Actor,
    scope: &Scope,
    establishment: Uuid,
) -> Result<OpenedHome, ReadError> {
    if !matches!(scope.action(), Action::ReadVisit | Action::RecordVisit) {
        return Err(ReadError::NotFound);
    }
    let row = store::by_ids(&desk.site.house, &[establishment]).await?.pop();
    opened(desk, actor, row.ok_or(ReadError::NotFound)?, "visit").await
}

async fn opened(
    desk: &EstablishmentDesk,
    actor: &Actor,
    row: crate::entity::establishment::Model,
    purpose: &str,
) -> Result<OpenedHome, ReadError> {
    let house = &desk.site.house;
    let id = row.id;
    let names = store::names(house, &[id]).await?;
    let sites = store::worksites(house, &[id]).await?;
    let clear = sites.iter().cloned().map(Worksite::of).collect();
    let summary = Summary::of(row, clear).ok_or(ReadError::NotFound)?;
    if !summary.kind.is_sealed() {
        let names = names.iter().filter_map(KnownName::of).collect();
        return Ok(OpenedHome { names, worksites: summary.worksites.clone(), summary });
    }
    let key = house.subject_key(id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("establishment.read", SubjectKind::Establishment, id).purpose(purpose));
    let proof = unit.commit().await?;
    let mut known = Vec::with_capacity(names.len());
    for name in &names {
        let Some(role) = NameRole::from_code(&name.role) else { continue };
        let text = match &name.sealed {
            Some(sealed) => Some(house.open(&proof, &key, "establishment.name", sealed)?),
            None => name.text.clone(),
        };
        known.push(KnownName { role, text });
    }
    known.sort_by_key(|name| name.role);
    let mut worksites = Vec::with_capacity(sites.len());
    for site in sites {
        let place = match &site.sealed_place {
            Some(sealed) => Some(house.open(&proof, &key, "worksite.place", sealed)?),
            None => site.place.clone(),
        };
        worksites.push(Worksite { place, ..Worksite::of(site) });
    }
    Ok(OpenedHome { summary, names: known, worksites })
}
