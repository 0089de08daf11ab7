//! The words of the room: states as tables, the brief, the record, the plan. No I/O.

mod brief;
mod found;
mod plan;
mod record;

pub use brief::{Brief, level_briefs};
pub(crate) use found::NO_SUCH_DAY;
pub use found::VisitDays;
pub use plan::{Hours, Place, Planned, Seat, place_teams};
pub use record::{
    Interpreted, Interviews, ItemRecord, MeasureRecord, Observed, Record, RecordProblem, check_draft,
    check_finish,
};

/// Where a visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VisitState {
    /// Has a time and inspectors.
    Planned,
    /// The record was begun.
    UnderWay,
    /// The record is closed; the report is to be issued.
    Finished,
    /// The report is issued.
    Reported,
    /// It will not be made.
    Cancelled,
}

impl VisitState {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Planned, Self::UnderWay, Self::Finished, Self::Reported, Self::Cancelled];

    /// Every change there is. A record once begun is not thrown away.
    pub const TABLE: [(Self, Self); 4] = [
        (Self::Planned, Self::UnderWay),
        (Self::Planned, Self::Cancelled),
        (Self::UnderWay, Self::Finished),
        (Self::Finished, Self::Reported),
    ];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under-way",
            Self::Finished => "finished",
            Self::Reported => "reported",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the table has this change.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        Self::TABLE.contains(&(self, next))
    }

    /// Whether its record can still be written.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::UnderWay)
    }
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestState {
    /// In the pool.
    Waiting,
    /// A visit was made of it.
    Planned,
    /// The visit was made.
    Visited,
}

impl RequestState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Planned, Self::Visited];

    /// Every change there is: a cancelled visit puts its request back.
    pub const TABLE: [(Self, Self); 3] =
        [(Self::Waiting, Self::Planned), (Self::Planned, Self::Waiting), (Self::Planned, Self::Visited)];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Planned => "planned",
            Self::Visited => "visited",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the table has this change.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        Self::TABLE.contains(&(self, next))
    }
}

/// Where a measure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MeasureState {
    /// Needs an approval that is not given yet.
    Proposed,
    /// Holds.
    Imposed,
    /// Was not approved.
    Refused,
    /// What it asked for was done.
    Remedied,
    /// It was not done in time.
    NotRemedied,
    /// The file went where it had to go.
    Filed,
}

impl MeasureState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Proposed, Self::Imposed, Self::Refused, Self::Remedied, Self::NotRemedied, Self::Filed];

    /// Every change there is.
    pub const TABLE: [(Self, Self); 6] = [
        (Self::Proposed, Self::Imposed),
        (Self::Proposed, Self::Refused),
        (Self::Imposed, Self::Remedied),
        (Self::Imposed, Self::NotRemedied),
        (Self::Imposed, Self::Filed),
        (Self::NotRemedied, Self::Filed),
    ];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Imposed => "imposed",
            Self::Refused => "refused",
            Self::Remedied => "remedied",
            Self::NotRemedied => "not-remedied",
            Self::Filed => "filed",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the table has this change.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        Self::TABLE.contains(&(self, next))
    }
}

/// What was found of one statement of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// In order.
    Yes,
    /// Not in order: a finding.
    No,
    /// Does not apply there.
    NotApplicable,
    /// Could not be seen.
    NotSeen,
}

impl Answer {
    /// Every answer, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::NotApplicable, Self::NotSeen];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotApplicable => "not-applicable",
            Self::NotSeen => "not-seen",
        }
    }

    /// The answer of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_asked_a_visit_never_goes_back_and_ends_in_one_of_two_ways(
            wishes in prop::collection::vec(0usize..5, 0..40)
        ) {
            let mut state = VisitState::Planned;
            let mut seen = vec![state];
            for wish in wishes {
                let next = VisitState::ALL[wish];
                if state.may_become(next) {
                    prop_assert!(!seen.contains(&next), "{next:?} twice");
                    state = next;
                    seen.push(state);
                }
            }
            if seen.contains(&VisitState::Reported) {
                let whole = [VisitState::Planned, VisitState::UnderWay, VisitState::Finished, VisitState::Reported];
                prop_assert_eq!(&seen[..], &whole[..]);
            }
            if seen.contains(&VisitState::Cancelled) {
                prop_assert_eq!(seen.len(), 2, "only what was not begun is cancelled");
            }
        }

        #[test]
        fn a_measure_that_was_refused_or_done_stays_so(wishes in prop::collection::vec(0usize..6, 0..40)) {
            let mut state = MeasureState::Proposed;
            for wish in wishes {
                let next = MeasureState::ALL[wish];
                if state.may_become(next) {
                    prop_assert!(!matches!(state, MeasureState::Refused | MeasureState::Remedied | MeasureState::Filed));
                    prop_assert!(next != MeasureState::Proposed);
                    state = next;
                }
            }
        }
    }

    #[test]
    fn what_was_visited_is_not_visited_again_and_codes_read_back() {
        for next in RequestState::ALL {
            assert!(!RequestState::Visited.may_become(next));
            assert_eq!(RequestState::from_code(next.code()), Some(next));
        }
        for state in VisitState::ALL {
            assert_eq!(VisitState::from_code(state.code()), Some(state));
        }
        for state in MeasureState::ALL {
            assert_eq!(MeasureState::from_code(state.code()), Some(state));
        }
        for answer in Answer::ALL {
            assert_eq!(Answer::from_code(answer.code()), Some(answer));
        }
    }
}
