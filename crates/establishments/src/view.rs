//! Looking up establishments: the clear side, for this room and for the rooms below it.

use std::collections::HashMap;

use haqqi_kernel::{Action, Actor, CommitError, House, OpenError, Reference, judge};
use haqqi_names::{Name, Script};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::EstablishmentDesk;
use crate::entity::{establishment, establishment_name, worksite};
use crate::model::{Kind, NameRole};
use crate::store;

/// Why an establishment cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none, or it is not for this account: the same answer.
    #[error("no such establishment")]
    NotFound,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The audit entry could not be written, so nothing was opened.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// A place where people work for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worksite {
    /// Id, never shown.
    pub id: Uuid,
    /// Its place in words; none where it is sealed or not known.
    pub place: Option<String>,
    /// Governorate, a code of the pack.
    pub governorate: Option<String>,
    /// The office that inspects there.
    pub office: Option<String>,
}

impl Worksite {
    pub(crate) fn of(row: worksite::Model) -> Self {
        Self { id: row.id, place: row.place, governorate: row.governorate, office: row.office }
    }
}

/// The clear side of an establishment: nothing sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// What it is.
    pub kind: Kind,
    /// The name under which it is listed; none where it is sealed.
    pub name: Option<String>,
    /// The name in another script.
    pub other_name: Option<String>,
    /// Its number in a register of companies.
    pub registration: Option<String>,
    /// Sector, a code of the pack.
    pub sector: Option<String>,
    /// The regime of labour law, a code of the pack.
    pub regime: String,
    /// Governorate, a code of the pack.
    pub governorate: Option<String>,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// Where people work for it; the first is the main one.
    pub worksites: Vec<Worksite>,
    /// For optimistic locking.
    pub version: i32,
}

impl Summary {
    pub(crate) fn of(row: establishment::Model, worksites: Vec<Worksite>) -> Option<Self> {
        Some(Self {
            id: row.id,
            reference: row.reference.parse().ok()?,
            kind: Kind::from_code(&row.kind)?,
            name: row.name,
            other_name: row.other_name,
            registration: row.registration,
            sector: row.sector,
            regime: row.regime,
            governorate: row.governorate,
            office: row.office,
            worksites,
            version: row.version,
        })
    }

    /// Whether it is a home: its visits have rules of their own.
    #[must_use]
    pub fn is_home(&self) -> bool {
        self.kind == Kind::Household
    }

    /// The name for a reader of this language: the one in the reader's script, where there is one. None for a sealed
    /// name: then say what kind it is, and its reference.
    #[must_use]
    pub fn name_for(&self, language: &str) -> Option<&str> {
        let wanted = if ["ar", "ur", "fa"].contains(&language) { Script::Arabic } else { Script::Latin };
        let names = [self.name.as_deref(), self.other_name.as_deref()];
        let in_script = names.into_iter().flatten().find(|name| Name::read(name).script() == wanted);
        in_script.or(self.name.as_deref())
    }
}

/// A name of an establishment, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownName {
    /// What it is to it.
    pub role: NameRole,
    /// The name; none while it is sealed.
    pub text: Option<String>,
}

impl KnownName {
    pub(crate) fn of(row: &establishment_name::Model) -> Option<Self> {
        Some(Self { role: NameRole::from_code(&row.role)?, text: row.text.clone() })
    }
}

/// One establishment by its reference.
///
/// # Errors
/// [`ReadError::NotFound`] where there is none or the actor may look up none.
pub async fn by_reference(
    desk: &EstablishmentDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Summary, ReadError> {
    judge(actor, Action::ReadEstablishment).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let row = store::by_reference(house, reference).await?.ok_or(ReadError::NotFound)?;
    let sites = store::worksites(house, &[row.id]).await?.into_iter().map(Worksite::of).collect();
    Summary::of(row, sites).ok_or(ReadError::NotFound)
}

/// One establishment by its id: for rooms that hold the id and have judged on their own.
///
/// # Errors
/// The database's error.
pub async fn summary_of(house: &House, id: Uuid) -> Result<Option<Summary>, DbErr> {
    Ok(summaries(house, &[id]).await?.remove(&id))
}

/// Several establishments by their ids.
///
/// # Errors
/// The database's error.
pub async fn summaries(house: &House, ids: &[Uuid]) -> Result<HashMap<Uuid, Summary>, DbErr> {
    let mut sites: HashMap<Uuid, Vec<Worksite>> = HashMap::new();
    for site in store::worksites(house, ids).await? {
        sites.entry(site.establishment_id).or_default().push(Worksite::of(site));
    }
    let rows = store::by_ids(house, ids).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let id = row.id;
            Some((id, Summary::of(row, sites.remove(&id).unwrap_or_default())?))
        })
        .collect())
}

/// All names of an establishment, the listed one first, sealed ones without their text.
///
/// # Errors
/// [`ReadError::NotFound`] where the actor may look up none.
pub async fn names_of(
    desk: &EstablishmentDesk,
    actor: &Actor,
    summary: &Summary,
) -> Result<Vec<KnownName>, ReadError> {
    judge(actor, Action::ReadEstablishment).map_err(|_| ReadError::NotFound)?;
    let rows = store::names(&desk.site.house, &[summary.id]).await?;
    let mut names: Vec<KnownName> = rows.iter().filter_map(KnownName::of).collect();
    names.sort_by_key(|name| name.role);
    Ok(names)
}
