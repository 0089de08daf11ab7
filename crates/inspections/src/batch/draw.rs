//! Which places are drawn for routine visits: as many old acquaintances beside the requested ones that somebody
//! comes back to a place tells nothing (`docs/decisions/0012`).

use std::collections::BTreeSet;

use haqqi_kernel::Entropy;
use uuid::Uuid;

use crate::places::Workplace;

/// For each request whose place was visited lately, so many routine visits go to such places; one at the least.
pub const AGAIN: usize = 2;
/// Of the other routine visits, one in so many goes to a place that was visited lately.
pub const AGAIN_SHARE: u32 = 4;

/// Draws from `free`. `asked` are the trades of the requested places, each with whether it was visited lately. Every
/// one gets a place of its own sort, of its trade where there is one; none where its sort is used up.
pub(super) fn draw(
    entropy: &dyn Entropy,
    free: Vec<Workplace>,
    lately: &BTreeSet<Uuid>,
    asked: &[(&str, bool)],
    least: usize,
) -> Option<Vec<Workplace>> {
    let (mut known, mut rested): (Vec<_>, Vec<_>) =
        free.into_iter().partition(|place| lately.contains(&place.id));
    super::shuffle(entropy, &mut known);
    super::shuffle(entropy, &mut rested);
    let mut drawn = Vec::new();
    for (trade, again) in asked {
        let from = if *again { &mut known } else { &mut rested };
        drawn.push(take(from, trade)?);
    }
    for (trade, _) in asked.iter().filter(|(_, again)| *again) {
        drawn.extend((1..AGAIN).filter_map(|_| take(&mut known, trade)));
    }
    while drawn.len() < least {
        let again = entropy.below(AGAIN_SHARE) == 0;
        let (first, other) = if again { (&mut known, &mut rested) } else { (&mut rested, &mut known) };
        drawn.push(first.pop().or_else(|| other.pop())?);
    }
    Some(drawn)
}

fn take(from: &mut Vec<Workplace>, trade: &str) -> Option<Workplace> {
    match from.iter().position(|place| place.sector == trade) {
        Some(at) => Some(from.swap_remove(at)),
        None => from.pop(),
    }
}

#[cfg(test)]
mod tests {
    use haqqi_kernel::FixedEntropy;

    use super::*;

    fn places() -> Vec<Workplace> {
        (1..=40u128)
            .map(|n| Workplace {
                id: Uuid::from_u128(n),
                reference: String::new(),
                names: Vec::new(),
                sector: if n % 2 == 0 { "a" } else { "b" }.to_owned(),
                regime: String::new(),
                governorate: None,
                home: false,
            })
            .collect()
    }

    #[test]
    fn of_those_visited_again_at_most_every_second_was_asked_for() {
        let lately: BTreeSet<Uuid> = (1..=12).map(Uuid::from_u128).collect();
        let mut unasked = 0;
        for seed in 0..500 {
            let entropy = FixedEntropy::seeded(seed);
            let asked = [("a", true), ("b", true), ("a", false)];
            let drawn = draw(&entropy, places(), &lately, &asked, 6).unwrap();
            let again = drawn.iter().filter(|place| lately.contains(&place.id)).count();
            assert!(again >= 2 * AGAIN, "two of {} were asked for: a third at most", again + 2);
            assert!(drawn.len() > again, "and one that rested, beside the request that did");
            let drawn = draw(&entropy, places(), &lately, &[], 6).unwrap();
            unasked += drawn.iter().filter(|place| lately.contains(&place.id)).count();
        }
        assert!((600..900).contains(&unasked), "one in four of 3000 without any request: {unasked}");
        let one = [Uuid::from_u128(1)].into();
        let asked = [("a", true)];
        let drawn = draw(&FixedEntropy::seeded(1), places(), &one, &asked, 2).unwrap();
        assert!(drawn.iter().any(|place| one.contains(&place.id)), "one at the least: a half");
        let none = draw(&FixedEntropy::seeded(1), places(), &BTreeSet::new(), &asked, 2);
        assert!(none.is_none(), "alone it would tell");
    }
}
