//! Small numbers. Who may open the list behind a figure learns nothing new from a one; who may not, could single
//! somebody out by it. For such a reader a number below [`FEWEST`] is not shown, and as many of its neighbours as it
//! takes that it cannot be worked out from the whole; and a figure of one office is not divided further, so that
//! offices cannot be subtracted from the whole. Differences between periods are not guarded against here.

use crate::count::Sums;
use crate::model::Group;

/// Below this a number may tell of one person.
pub const FEWEST: u64 = 10;

/// A number, unless it is small.
pub(crate) fn whole(number: u64, sees_all: bool) -> Option<u64> {
    Some(number).filter(|number| sees_all || *number == 0 || *number >= FEWEST)
}

/// The groups, with what is small hidden, and enough beside it that those hidden are at least two and together at
/// least [`FEWEST`].
pub(crate) fn groups(sums: Sums, sees_all: bool) -> Vec<Group> {
    let mut rest = sums.iter().map(|(_, number)| *number).filter(|number| *number > 0).collect::<Vec<_>>();
    rest.sort_unstable();
    let (mut hidden, mut together) = (0usize, 0u64);
    if !sees_all && rest.first().is_some_and(|smallest| *smallest < FEWEST) {
        for number in &rest {
            if *number >= FEWEST && hidden > 1 && together >= FEWEST {
                break;
            }
            hidden += 1;
            together += number;
        }
    }
    // Sums come with the largest first: those hidden stand at the end.
    let shown = sums.len().saturating_sub(hidden);
    sums.into_iter()
        .enumerate()
        .map(|(at, (code, number))| Group { code, count: Some(number).filter(|_| at < shown) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(numbers: &[u64], sees_all: bool) -> Vec<Option<u64>> {
        let sums = numbers.iter().enumerate().map(|(at, number)| (at.to_string(), *number)).collect();
        groups(sums, sees_all).into_iter().map(|group| group.count).collect()
    }

    #[test]
    fn one_small_number_takes_a_neighbour_with_it() {
        assert_eq!(counts(&[40, 20, 3], false), [Some(40), None, None]);
        assert_eq!(counts(&[40, 20, 3], true), [Some(40), Some(20), Some(3)]);
        assert_eq!(counts(&[40, 20, 10], false), [Some(40), Some(20), Some(10)]);
        assert_eq!(counts(&[3], false), [None]);
    }

    #[test]
    fn two_ones_hide_a_third_that_covers_them() {
        assert_eq!(counts(&[40, 20, 1, 1], false), [Some(40), None, None, None]);
        assert_eq!(counts(&[40, 20, 9, 8], false), [Some(40), Some(20), None, None]);
        assert_eq!((whole(9, false), whole(0, false), whole(9, true)), (None, Some(0), Some(9)));
    }
}
