//! Which office reads a complaint. A kind that names its office goes there whatever the place: complaints about
//! officials leave the office concerned from the first form (`safeguards.md` 16).

use haqqi_pack::{Kind, Pack};
use haqqi_worklist::ANY_OFFICE;

/// The office of a complaint of this kind from this place.
pub(crate) fn of(pack: &Pack, kind: &Kind, governorate: Option<&str>) -> Option<String> {
    match &kind.office {
        Some(office) => Some(office.clone()),
        None => Some(pack.office_for(governorate).to_owned()).filter(|office| !office.is_empty()),
    }
}

/// The office that a complaint about an official concerns: that of the place, whoever reads it. Where no place is told, or
/// several offices are there, it may be any.
pub(crate) fn concerned(pack: &Pack, kind: &Kind, governorate: Option<&str>) -> Option<String> {
    kind.office.as_ref()?;
    let there = |place: &str| {
        let offices = pack.offices().iter();
        offices.filter(|office| office.governorates.iter().any(|own| own == place)).count()
    };
    Some(match governorate {
        Some(place) if there(place) <= 1 => pack.office_for(governorate).to_owned(),
        _ => ANY_OFFICE.to_owned(),
    })
}
