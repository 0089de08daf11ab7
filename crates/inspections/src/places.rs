//! What this room asks of the establishments' room, in one place.

use haqqi_establishments::{
    EstablishmentDesk, Kind, ReadError, Search, Summary, open_for_visit, search, summaries, summary_of,
};
use haqqi_kernel::{Actor, Scope};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::{InspectionDesk, VisitError};

/// A workplace as visits see it: codes, and a name where it is a company's.
#[derive(Debug, Clone)]
pub struct Workplace {
    /// Id, never shown.
    pub id: Uuid,
    /// Its reference.
    pub reference: String,
    /// Its names; none of a home, whose name is sealed.
    pub names: Vec<String>,
    /// Its trade, a code of the pack; empty where it is not known.
    pub sector: String,
    /// The rules that hold there, a code of the pack.
    pub regime: String,
    /// Where it is, a code of the pack.
    pub governorate: Option<String>,
    /// Whether it is somebody's home.
    pub home: bool,
}

impl Workplace {
    fn of(summary: &Summary) -> Self {
        Self {
            id: summary.id,
            reference: summary.reference.to_string(),
            names: [&summary.name, &summary.other_name].into_iter().flatten().cloned().collect(),
            sector: summary.sector.clone().unwrap_or_default(),
            regime: summary.regime.clone(),
            governorate: summary.governorate.clone(),
            home: summary.is_home(),
        }
    }

    /// Its names in one line; its reference where they are sealed.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.names.is_empty() { self.reference.clone() } else { self.names.join(" · ") }
    }
}

fn desk_of(desk: &InspectionDesk) -> &EstablishmentDesk {
    &desk.establishments
}

/// One workplace.
pub(crate) async fn workplace(desk: &InspectionDesk, id: Uuid) -> Result<Option<Workplace>, DbErr> {
    Ok(summary_of(desk.house(), id).await?.as_ref().map(Workplace::of))
}

/// Several workplaces, in the order of their ids.
pub(crate) async fn workplaces(desk: &InspectionDesk, ids: &[Uuid]) -> Result<Vec<Workplace>, DbErr> {
    let mut found: Vec<Workplace> = summaries(desk.house(), ids).await?.values().map(Workplace::of).collect();
    found.sort_by_key(|place| place.id);
    Ok(found)
}

/// Every workplace that an office looks after; homes and persons are left out.
pub(crate) async fn of_office(desk: &InspectionDesk, office: &str) -> Result<Vec<Workplace>, DbErr> {
    let mut asked = Search { office: Some(office.to_owned()), most: 500, ..Search::default() };
    let mut all = Vec::new();
    loop {
        let found = search(desk_of(desk), &Actor::System, &asked)
            .await
            .map_err(|error| DbErr::Custom(error.to_string()))?;
        let open = found.rows.iter().map(|row| &row.summary);
        all.extend(open.filter(|s| matches!(s.kind, Kind::Employer | Kind::Agency)).map(Workplace::of));
        match found.next {
            Some(next) => asked.after = Some(next),
            None => return Ok(all),
        }
    }
}

/// Names and addresses as the people who go there need them. What is sealed is opened there, audited.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    pub names: Vec<String>,
    pub places: Vec<String>,
}

/// Names and addresses of a visit's place, for the one whose visit it is by this scope.
pub(crate) async fn shown_for_visit(
    desk: &InspectionDesk,
    actor: &Actor,
    scope: &Scope,
    id: Uuid,
    worksite: Option<Uuid>,
) -> Result<Shown, VisitError> {
    let opened = match open_for_visit(desk_of(desk), actor, scope, id).await {
        Ok(opened) => opened,
        Err(ReadError::NotFound) => return Ok(Shown::default()),
        Err(ReadError::Db(error)) => return Err(error.into()),
        Err(ReadError::Commit(error)) => return Err(error.into()),
        Err(ReadError::Open(error)) => return Err(error.into()),
    };
    let summary = Workplace::of(&opened.summary);
    let names = if summary.names.is_empty() {
        opened.names.iter().filter_map(|name| name.text.clone()).collect()
    } else {
        summary.names
    };
    let places = opened
        .worksites
        .iter()
        .filter(|site| worksite.is_none_or(|wanted| wanted == site.id))
        .filter_map(|site| site.place.clone())
        .filter(|place| !place.trim().is_empty())
        .collect();
    Ok(Shown { names, places })
}
