//! What instruments must hold before anything is asked by them.

use std::collections::BTreeSet;

use super::fault::{LoadError, fault};
use super::instrument::Instrument;

/// Refuses an instrument that cannot work: ids twice or of no dimension, profiles without a last class, classes that a further yes
/// would lower or that none reaches.
pub(super) fn check(file: &str, text: &str, instrument: &Instrument) -> Result<(), LoadError> {
    let dimensions: BTreeSet<&str> = instrument.dimensions.iter().map(|d| d.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for indicator in &instrument.indicators {
        let id = &indicator.id;
        if !seen.insert(id.as_str()) {
            return Err(fault(file, text, id, format!("the indicator `{id}` stands twice")));
        }
        if !dimensions.contains(indicator.dimension.as_str())
            || !id.starts_with(&format!("{}.", indicator.dimension))
        {
            return Err(fault(
                file,
                text,
                id,
                format!("the indicator `{id}` is of no dimension of this instrument"),
            ));
        }
        if let Some(profile) = indicator.grade.keys().find(|p| !instrument.instrument.profiles.contains(*p)) {
            return Err(fault(
                file,
                text,
                id,
                format!("`{id}` has a grade for `{profile}`, which is no profile here"),
            ));
        }
    }
    for class in &instrument.classes {
        let wrong = |message: String| Err(fault(file, text, &format!("id = \"{}\"", class.id), message));
        let unknown = class.when.iter().flat_map(|when| when.names()).find(|name| !dimensions.contains(name));
        if let Some(name) = unknown {
            return wrong(format!("class `{}` names `{name}`, which is no dimension", class.id));
        }
        if !instrument.instrument.profiles.contains(&class.profile) {
            return wrong(format!(
                "class `{}` is for `{}`, which is no profile here",
                class.id, class.profile
            ));
        }
    }
    if let Some(profile) =
        instrument.instrument.profiles.iter().find(|p| !["adult", "child"].contains(&p.as_str()))
    {
        return Err(fault(file, text, "profiles", format!("`{profile}` is no profile; say adult, child")));
    }
    for profile in &instrument.instrument.profiles {
        let classes: Vec<_> = instrument.classes.iter().filter(|class| class.profile == *profile).collect();
        let open = classes.iter().position(|class| class.when.is_none());
        if !instrument.indicators.is_empty() && (open.is_none() || open != classes.len().checked_sub(1)) {
            let message =
                format!("of the classes of `{profile}` the last, and only the last, must have no condition");
            return Err(fault(file, text, "[[class]]", message));
        }
        check_order(file, text, instrument, profile)?;
    }
    Ok(())
}

/// Most dimensions of which every combination is tried.
const MOST_DIMENSIONS: usize = 12;

/// Every combination of positive dimensions: each class is reached by one, and one more positive dimension never lowers
/// the class.
fn check_order(file: &str, text: &str, instrument: &Instrument, profile: &str) -> Result<(), LoadError> {
    let ids: Vec<&str> = instrument.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    if ids.len() > MOST_DIMENSIONS {
        return Err(fault(file, text, "[[dimension]]", format!("more than {MOST_DIMENSIONS} dimensions")));
    }
    let positive = |mask: usize| -> Vec<&str> {
        ids.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, id)| *id).collect()
    };
    // Nothing is present only where no dimension is positive.
    let states = (0..1usize << ids.len()).flat_map(|mask| [(mask, true), (mask, false)]);
    let mut reached = BTreeSet::new();
    for (mask, anything) in states.filter(|(mask, anything)| *anything || *mask == 0) {
        let Some(class) = instrument.class_of(profile, &positive(mask), anything) else { continue };
        reached.insert(class.id.as_str());
        let more = (0..ids.len()).map(|at| mask | (1 << at)).chain([mask]);
        for with in more {
            let Some(other) = instrument.class_of(profile, &positive(with), true) else { continue };
            if other.rank < class.rank {
                let message = format!(
                    "one more yes turns `{}` into `{}`, whose rank is lower ({})",
                    class.id,
                    other.id,
                    positive(with).join(" ")
                );
                return Err(fault(file, text, &format!("id = \"{}\"", other.id), message));
            }
        }
    }
    let mut own = instrument.classes.iter().filter(|class| class.profile == profile);
    if let Some(class) = own.find(|class| !reached.contains(class.id.as_str())) {
        let message = format!("class `{}` is never reached: others match first", class.id);
        return Err(fault(file, text, &format!("id = \"{}\"", class.id), message));
    }
    Ok(())
}

/// Of one instrument no two versions hold on a day, and at most one instrument is asked first.
pub(super) fn check_versions(loaded: &[(String, String, Instrument)]) -> Result<(), LoadError> {
    for (at, (file, text, one)) in loaded.iter().enumerate() {
        let head = &one.instrument;
        if head.effective.until.is_some_and(|until| until <= head.effective.from) {
            return Err(fault(file, text, "effective", "it ends before it begins".to_owned()));
        }
        for (other_file, _, other) in loaded.iter().take(at) {
            let other = &other.instrument;
            let together = head.effective.meets(other.effective);
            if head.id == other.id && together {
                let message =
                    format!("`{}` {} holds at the same time ({other_file})", other.id, other.version);
                return Err(fault(file, text, "effective", message));
            }
            if head.main && other.main && together {
                let message = format!("`{}` is the main one already ({other_file})", other.id);
                return Err(fault(file, text, "main", message));
            }
        }
    }
    Ok(())
}
