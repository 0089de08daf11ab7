//! What other rooms may look up about people: names, offices, languages, conflicts, absences. Never a credential.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::{Actor, AgencyActor, House, Role, Sign, StaffActor};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::{staff, staff_conflict};

/// A person, as colleagues may know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffView {
    /// Id.
    pub id: Uuid,
    /// The name under which they sign in.
    pub sign_in: String,
    /// Name.
    pub name: String,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// Other offices that they reach too.
    pub also: Vec<String>,
    /// Agency, for a user of one.
    pub agency: Option<String>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Languages they work in.
    pub languages: Vec<String>,
    /// `male` or `female`, where told: homes are visited by both.
    pub sex: Option<String>,
    /// The number on the badge.
    pub badge: Option<String>,
    /// Establishments with which they have a tie: what is told of those is out of their reach.
    pub ties: Vec<Uuid>,
    /// Whether the account is shut.
    pub disabled: bool,
    /// Since when it is noted that they were trained to interview workers.
    pub trained: Option<DateTime<Utc>>,
}

impl StaffView {
    /// These people with their ties, in the order of the rows.
    ///
    /// # Errors
    /// The database's error.
    pub(crate) async fn of(house: &House, rows: Vec<staff::Model>) -> Result<Vec<Self>, DbErr> {
        let conflicts = staff_conflict::Entity::find();
        // One of a few is asked for alone; of many, all that there are.
        let conflicts = match rows.as_slice() {
            [] => return Ok(Vec::new()),
            [one] => conflicts.filter(staff_conflict::Column::StaffId.eq(one.id)),
            _ => conflicts,
        };
        let mut ties: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for row in conflicts.all(house.reader()).await? {
            ties.entry(row.staff_id).or_default().push(row.establishment_id);
        }
        Ok(rows.into_iter().map(|row| Self::tied(ties.remove(&row.id).unwrap_or_default(), row)).collect())
    }

    /// One person, if there is one.
    ///
    /// # Errors
    /// The database's error.
    pub(crate) async fn of_one(house: &House, row: Option<staff::Model>) -> Result<Option<Self>, DbErr> {
        Ok(Self::of(house, row.into_iter().collect()).await?.pop())
    }

    fn tied(ties: Vec<Uuid>, row: staff::Model) -> Self {
        Self {
            ties,
            id: row.id,
            sign_in: row.sign_in,
            name: row.name,
            office: row.office,
            also: offices_in(row.also.as_deref()),
            agency: row.agency,
            roles: row.roles.split(' ').filter_map(Role::from_code).collect(),
            languages: row.languages.split(' ').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
            sex: row.sex,
            badge: row.badge,
            disabled: row.disabled_at.is_some(),
            trained: row.trained_at,
        }
    }

    /// Whether this person goes out and shows a badge.
    #[must_use]
    pub fn wears_badges(&self) -> bool {
        self.roles.contains(&Role::Inspector)
    }

    /// This person as an actor, with their ties.
    #[must_use]
    pub fn actor(&self, on_duty: bool) -> Actor {
        match &self.agency {
            // Without the role, which a second person gives, it is nobody's user yet.
            Some(agency) if self.roles.contains(&Role::AgencyUser) => {
                let agency = AgencyActor { id: self.id, agency: agency.clone() };
                Actor::Agency(agency).tied_to(self.ties.clone())
            }
            _ => {
                let staff = StaffActor {
                    id: self.id,
                    roles: self.roles.clone(),
                    office: self.office.clone(),
                    also: self.also.clone(),
                    on_duty,
                };
                Actor::Staff(staff).tied_to(self.ties.clone())
            }
        }
    }
}

/// Codes of offices as they are kept.
pub(crate) fn offices_in(kept: Option<&str>) -> Vec<String> {
    let codes = kept.unwrap_or_default().split(' ');
    codes.filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// Look-ups about people.
#[derive(Clone)]
pub struct Directory {
    house: House,
}

impl Directory {
    /// The directory of a house.
    #[must_use]
    pub fn new(house: House) -> Self {
        Self { house }
    }

    pub(crate) fn house(&self) -> &House {
        &self.house
    }

    /// One person.
    ///
    /// # Errors
    /// The database's error.
    pub async fn person(&self, id: Uuid) -> Result<Option<StaffView>, DbErr> {
        let row = staff::Entity::find_by_id(id).one(self.house.reader()).await?;
        StaffView::of_one(&self.house, row).await
    }

    /// These people.
    ///
    /// # Errors
    /// The database's error.
    pub async fn people(&self, ids: &[Uuid]) -> Result<Vec<StaffView>, DbErr> {
        let rows = staff::Entity::find()
            .filter(staff::Column::Id.is_in(ids.to_vec()))
            .all(self.house.reader())
            .await?;
        StaffView::of(&self.house, rows).await
    }

    /// The person who signs in under this name.
    ///
    /// # Errors
    /// The database's error.
    pub async fn by_sign_in(&self, sign_in: &str) -> Result<Option<StaffView>, DbErr> {
        let row =
            staff::Entity::find().filter(staff::Column::SignIn.eq(sign_in)).one(self.house.reader()).await?;
        StaffView::of_one(&self.house, row).await
    }

    /// Whether somebody who works here wears this number. Nothing else is told.
    ///
    /// # Errors
    /// The database's error.
    pub async fn wears(&self, badge: &Sign) -> Result<bool, DbErr> {
        let row = staff::Entity::find()
            .filter(staff::Column::Badge.eq(badge.to_string()))
            .filter(staff::Column::DisabledAt.is_null())
            .one(self.house.reader())
            .await?;
        Ok(row.is_some())
    }

    /// Everybody, by name under which they sign in.
    ///
    /// # Errors
    /// The database's error.
    pub async fn everybody(&self) -> Result<Vec<StaffView>, DbErr> {
        let rows = staff::Entity::find().order_by_asc(staff::Column::SignIn).all(self.house.reader()).await?;
        StaffView::of(&self.house, rows).await
    }

    /// Names of these people.
    ///
    /// # Errors
    /// The database's error.
    pub async fn names(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, DbErr> {
        let rows = staff::Entity::find()
            .filter(staff::Column::Id.is_in(ids.to_vec()))
            .all(self.house.reader())
            .await?;
        Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
    }

    /// Names of whoever did something, where it was a person.
    ///
    /// # Errors
    /// The database's error.
    pub async fn names_of(
        &self,
        by: impl IntoIterator<Item = Option<Uuid>>,
    ) -> Result<HashMap<Uuid, String>, DbErr> {
        self.names(&by.into_iter().flatten().collect::<Vec<_>>()).await
    }

    /// Who has the role and an open account; of one office if it is named.
    ///
    /// # Errors
    /// The database's error.
    pub async fn with_role(&self, role: Role, office: Option<&str>) -> Result<Vec<StaffView>, DbErr> {
        let all = self.everybody().await?;
        Ok(all
            .into_iter()
            .filter(|person| !person.disabled && person.roles.contains(&role))
            .filter(|person| office.is_none() || person.office.as_deref() == office)
            .collect())
    }

    /// Who declared a conflict of interest with an establishment.
    ///
    /// # Errors
    /// The database's error.
    pub async fn tied_to(&self, establishment: Uuid) -> Result<Vec<Uuid>, DbErr> {
        let rows = staff_conflict::Entity::find()
            .filter(staff_conflict::Column::EstablishmentId.eq(establishment))
            .all(self.house.reader())
            .await?;
        Ok(rows.into_iter().map(|row| row.staff_id).collect())
    }
}
