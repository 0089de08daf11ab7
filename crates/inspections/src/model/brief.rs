//! What a visit's sheet says to look at. Every visit has one, and nothing in it tells whether anyone asked: the
//! number of sections is the same for all visits of a batch, and hazards and languages are what is known of the
//! trade, not of one place alone (`safeguards.md` 11).

use std::collections::{BTreeMap, BTreeSet};

use haqqi_kernel::Entropy;

/// At least so many sections are named first on each sheet.
pub const FOCUS: usize = 4;

/// What a sheet says: codes of the pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brief {
    /// Sections of the checklist to begin with.
    pub sections: Vec<String>,
    /// What may hurt somebody there.
    pub hazards: BTreeSet<String>,
    /// Languages spoken there.
    pub languages: BTreeSet<String>,
}

/// Fills the briefs of one batch so that they tell nothing: `briefs` holds for each visit its trade, the sections
/// that hold there in the checklist's order, and what is known (of a routine visit what earlier visits left, of a
/// requested one what was asked for as well).
pub fn level_briefs(briefs: &mut [(String, Vec<String>, Brief)], entropy: &dyn Entropy) {
    let most = briefs.iter().map(|(_, _, brief)| brief.sections.len()).max().unwrap_or(0).max(FOCUS);
    let mut hazards: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (trade, _, brief) in briefs.iter() {
        hazards.entry(trade.clone()).or_default().extend(brief.hazards.iter().cloned());
        languages.entry(trade.clone()).or_default().extend(brief.languages.iter().cloned());
    }
    for (trade, sections, brief) in briefs.iter_mut() {
        let mut chosen: BTreeSet<&String> =
            sections.iter().filter(|code| brief.sections.contains(code)).collect();
        let mut rest: Vec<&String> = sections.iter().filter(|code| !chosen.contains(code)).collect();
        while chosen.len() < most && !rest.is_empty() {
            let drawn = entropy.below(u32::try_from(rest.len()).unwrap_or(1));
            chosen.insert(rest.swap_remove(usize::try_from(drawn).unwrap_or(0)));
        }
        let kept: Vec<String> = sections.iter().filter(|code| chosen.contains(code)).cloned().collect();
        brief.sections = kept;
        brief.hazards = hazards.get(trade).cloned().unwrap_or_default();
        brief.languages = languages.get(trade).cloned().unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use haqqi_kernel::FixedEntropy;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn of_two_visits_in_one_trade_the_brief_does_not_tell_which_was_asked_for(
            seed in any::<u64>(), asked in prop::collection::btree_set(0usize..9, 0..7), hazards in prop::collection::btree_set("[a-c]", 0..3)
        ) {
            let all: Vec<String> = (0..9).map(|n| format!("s{n}")).collect();
            let wanted = Brief {
                sections: asked.iter().map(|n| format!("s{n}")).collect(),
                hazards,
                languages: ["bn".to_owned()].into(),
            };
            let mut batch = vec![
                ("trade".to_owned(), all.clone(), wanted.clone()),
                ("trade".to_owned(), all.clone(), Brief::default()),
            ];
            level_briefs(&mut batch, &FixedEntropy::seeded(seed));
            let (requested, routine) = (&batch[0].2, &batch[1].2);
            prop_assert_eq!(requested.sections.len(), routine.sections.len());
            prop_assert_eq!(requested.sections.len(), wanted.sections.len().max(FOCUS));
            prop_assert_eq!(&requested.hazards, &routine.hazards);
            prop_assert_eq!(&requested.languages, &routine.languages);
            prop_assert!(wanted.sections.iter().all(|code| requested.sections.contains(code)), "all that was asked is there");
            prop_assert!(requested.sections.is_sorted(), "in the checklist's order");
            prop_assert!(wanted.hazards.is_subset(&requested.hazards), "a hazard always passes");
        }
    }
}
