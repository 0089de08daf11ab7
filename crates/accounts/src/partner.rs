//! Organisations that file for others — unions, embassies, agencies, employers — and their users. What an organisation
//! is, is a code of the pack's `who-files.toml`; its users see what it filed, as far as that goes (`safeguards.md` 4).

use haqqi_kernel::{Action, Audit, House, Role, SubjectKind, Uow, judge};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::directory::{Directory, StaffView};
use crate::entity::{organisation, partner};

/// The longest name of an organisation, in characters.
const LONGEST: usize = 200;

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Id, never shown.
    pub id: Uuid,
    /// What it is: a code of the pack's `who-files.toml`.
    pub filer: String,
    /// Its name.
    pub name: String,
}

/// Why a user was not put with an organisation.
#[derive(Debug, thiserror::Error)]
pub enum PartnerError {
    /// Not allowed.
    #[error("this account may not manage people")]
    Denied,
    /// It has no name, or one that is too long, or no kind.
    #[error("an organisation has a kind and a name of at most 200 characters")]
    Name,
    /// Only a partner belongs to an organisation.
    #[error("only the role partner, and no other, files for an organisation")]
    Role,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The name as it is compared.
fn folded(filer: &str, name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    format!("{filer}\n{}", words.join(" "))
}

impl Organisation {
    fn of(row: organisation::Model) -> Self {
        Self { id: row.id, filer: row.filer, name: row.name }
    }
}

/// Finds the organisation of this kind and name, or makes it in this unit.
///
/// # Errors
/// [`PartnerError`].
pub async fn organisation(unit: &mut Uow, filer: &str, name: &str) -> Result<Organisation, PartnerError> {
    judge(unit.actor(), Action::ManagePeople).map_err(|_| PartnerError::Denied)?;
    let name = haqqi_kernel::one_line(name);
    let name = name.as_str();
    if filer.is_empty() || name.is_empty() || name.chars().count() > LONGEST {
        return Err(PartnerError::Name);
    }
    let folded = folded(filer, name);
    let found = organisation::Entity::find()
        .filter(organisation::Column::Folded.eq(&folded))
        .one(unit.reader())
        .await?;
    if let Some(row) = found {
        return Ok(Organisation::of(row));
    }
    let row = organisation::Model { id: unit.id(), filer: filer.to_owned(), name: name.to_owned(), folded };
    unit.insert(organisation::ActiveModel {
        id: Set(row.id),
        filer: Set(row.filer.clone()),
        name: Set(row.name.clone()),
        folded: Set(row.folded.clone()),
    });
    unit.audit(Audit::write("organisation.add", SubjectKind::Staff, row.id));
    Ok(Organisation::of(row))
}

/// Puts a new user, added in this unit with these roles, with an organisation.
///
/// # Errors
/// [`PartnerError`].
pub fn join_organisation(
    unit: &mut Uow,
    staff: Uuid,
    roles: &[Role],
    organisation: &Organisation,
) -> Result<(), PartnerError> {
    judge(unit.actor(), Action::ManagePeople).map_err(|_| PartnerError::Denied)?;
    if roles != [Role::Partner] {
        return Err(PartnerError::Role);
    }
    unit.insert(partner::ActiveModel { staff_id: Set(staff), organisation_id: Set(organisation.id) });
    unit.audit(Audit::write("staff.join-organisation", SubjectKind::Staff, staff));
    Ok(())
}

impl Directory {
    /// The organisation for which a person files, if there is one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn organisation_of(&self, person: Uuid) -> Result<Option<Organisation>, DbErr> {
        let house: &House = self.house();
        let Some(row) = partner::Entity::find_by_id(person).one(house.reader()).await? else {
            return Ok(None);
        };
        let row = organisation::Entity::find_by_id(row.organisation_id).one(house.reader()).await?;
        Ok(row.map(Organisation::of))
    }

    /// One organisation.
    ///
    /// # Errors
    /// The database's error.
    pub async fn organisation(&self, id: Uuid) -> Result<Option<Organisation>, DbErr> {
        let row = organisation::Entity::find_by_id(id).one(self.house().reader()).await?;
        Ok(row.map(Organisation::of))
    }

    /// Every organisation, by kind and name.
    ///
    /// # Errors
    /// The database's error.
    pub async fn organisations(&self) -> Result<Vec<Organisation>, DbErr> {
        let rows = organisation::Entity::find()
            .order_by_asc(organisation::Column::Folded)
            .all(self.house().reader())
            .await?;
        Ok(rows.into_iter().map(Organisation::of).collect())
    }
}

/// Who belongs to which organisation, for the list of people.
pub(crate) async fn names_of(
    directory: &Directory,
    people: &[StaffView],
) -> Result<std::collections::HashMap<Uuid, String>, DbErr> {
    let ids: Vec<Uuid> = people.iter().filter(|p| p.roles.contains(&Role::Partner)).map(|p| p.id).collect();
    let rows = partner::Entity::find()
        .filter(partner::Column::StaffId.is_in(ids))
        .all(directory.house().reader())
        .await?;
    let all = directory.organisations().await?;
    let name = |id: Uuid| all.iter().find(|one| one.id == id).map(|one| one.name.clone());
    Ok(rows.into_iter().filter_map(|row| Some((row.staff_id, name(row.organisation_id)?))).collect())
}
