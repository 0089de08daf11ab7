//! Adding an establishment: whoever works on the register may, and is shown first what may be the same.

use haqqi_kernel::{Action, Audit, Event, Reference, ReferenceKind, SubjectKind, Uow, judge};
use sea_orm::Set;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::desk::EstablishmentDesk;
use crate::entity::establishment;
use crate::keep::{
    FieldProblem, KeepError, NewPlace, SEALED_SORT, name_of, sort_name, words_of, write_name, write_worksite,
    wrong,
};
use crate::model::{Kind, LONGEST_REGISTRATION, NameRole};
use crate::search::similar;

/// An establishment to be added. Only kind and name are needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewEstablishment {
    /// What it is.
    pub kind: Kind,
    /// The name under which it is listed.
    pub name: String,
    /// The name in another script.
    #[serde(default)]
    pub other_name: String,
    /// Its number in a register of companies.
    #[serde(default)]
    pub registration: String,
    /// Sector, a code of the pack.
    #[serde(default)]
    pub sector: Option<String>,
    /// The regime of labour law, a code of the pack; absent: the one that the kind or the sector goes with.
    #[serde(default)]
    pub regime: Option<String>,
    /// Governorate, a code of the pack.
    #[serde(default)]
    pub governorate: Option<String>,
    /// Where it is, in words. Sealed for a home.
    #[serde(default)]
    pub place: String,
    /// Somebody looked at those that may be the same, and it is another.
    #[serde(default)]
    pub sure: bool,
}

impl NewEstablishment {
    /// One with this name and nothing else.
    #[must_use]
    pub fn named(kind: Kind, name: &str) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            other_name: String::new(),
            registration: String::new(),
            sector: None,
            regime: None,
            governorate: None,
            place: String::new(),
            sure: false,
        }
    }
}

/// What was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
}

/// The regime: as told, or the one of the kind or the sector. Homes alone are under a home's rules.
fn regime_of(desk: &EstablishmentDesk, new: &NewEstablishment) -> Result<String, KeepError> {
    let pack = desk.pack();
    let sector = match &new.sector {
        Some(code) => Some(pack.sector(code).ok_or_else(|| wrong("sector", FieldProblem::Unknown))?),
        None => None,
    };
    let home = new.kind == Kind::Household;
    let of_kind = || pack.regimes().iter().find(|regime| regime.home == home).map(|r| r.code.as_str());
    let of_sector = sector.map(|sector| sector.regime.as_str());
    let code = new.regime.as_deref().or(if home { of_kind() } else { of_sector.or_else(of_kind) });
    let regime = code.and_then(|code| pack.regime(code));
    let regime = regime.ok_or_else(|| wrong("regime", FieldProblem::Unknown))?;
    if regime.home == home { Ok(regime.code.clone()) } else { Err(wrong("regime", FieldProblem::Regime)) }
}

/// Adds an establishment in this unit.
///
/// # Errors
/// [`KeepError`]; then nothing was collected.
pub async fn add(
    desk: &EstablishmentDesk,
    unit: &mut Uow,
    new: &NewEstablishment,
) -> Result<Added, KeepError> {
    judge(unit.actor(), Action::KeepEstablishment).map_err(|_| KeepError::Denied)?;
    let name = name_of("name", &new.name)?;
    let other = match words_of("other_name", &new.other_name)? {
        Some(other) => Some(name_of("other_name", &other)?),
        None => None,
    };
    let registration = words_of("registration", &new.registration)?;
    if registration.as_ref().is_some_and(|text| text.chars().count() > LONGEST_REGISTRATION) {
        return Err(wrong("registration", FieldProblem::TooLong));
    }
    let place = words_of("place", &new.place)?;
    let governorate = new.governorate.as_deref().filter(|code| !code.is_empty());
    if governorate.is_some_and(|code| desk.pack().governorate(code).is_none()) {
        return Err(wrong("governorate", FieldProblem::Unknown));
    }
    let regime = regime_of(desk, new)?;
    if !new.sure {
        let names: Vec<&str> = std::iter::once(name.as_str()).chain(other.as_deref()).collect();
        let there = similar(desk, unit.actor(), &names, governorate).await?;
        if !there.is_empty() {
            return Err(KeepError::Similar(there));
        }
    }
    let id = unit.id();
    let reference = unit.reference(ReferenceKind::Establishment);
    let sealed = new.kind.is_sealed();
    let key = sealed.then(|| unit.new_subject(id));
    let office = Some(desk.pack().office_for(governorate).to_owned()).filter(|office| !office.is_empty());
    let clear = |text: Option<String>| text.filter(|_| !sealed);
    unit.insert(establishment::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        kind: Set(new.kind.code().to_owned()),
        name: Set(clear(Some(name.clone()))),
        other_name: Set(clear(other.clone())),
        sort_name: Set(if sealed { SEALED_SORT.to_owned() } else { sort_name(&name, other.as_deref()) }),
        registration: Set(clear(registration)),
        sector: Set(new.sector.clone()),
        regime: Set(regime.clone()),
        governorate: Set(governorate.map(str::to_owned)),
        office: Set(office.clone()),
        added_at: Set(unit.now()),
        version: Set(1),
    });
    write_name(unit, id, NameRole::Main, &name, key.as_ref());
    if let Some(other) = &other {
        write_name(unit, id, NameRole::Other, other, key.as_ref());
    }
    let new_place =
        NewPlace { place: place.as_deref(), governorate, office: office.as_deref(), seal: key.as_ref() };
    write_worksite(unit, id, &new_place);
    unit.audit(Audit::write("establishment.add", SubjectKind::Establishment, id));
    let mut event = Event::new(SubjectKind::Establishment, id, "establishment.added")
        .office(office.as_deref())
        .dim("kind", new.kind.code())
        .dim("regime", regime);
    if let Some(sector) = &new.sector {
        event = event.dim("sector", sector.clone());
    }
    if let Some(governorate) = governorate {
        event = event.dim("governorate", governorate);
    }
    unit.event(event);
    Ok(Added { id, reference })
}
