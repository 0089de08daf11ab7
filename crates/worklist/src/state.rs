//! The states of a work item and of a deadline, each with its table of allowed changes.

/// A change that the table does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("from {from} there is no way to {to}")]
pub struct NotAllowed {
    /// The state now.
    pub from: &'static str,
    /// The state wished for.
    pub to: &'static str,
}

/// A work item is open or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// Somebody has to do it.
    Open,
    /// Done.
    Done,
}

impl ItemState {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Done].into_iter().find(|state| state.code() == code)
    }
}

/// What became of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineState {
    /// Runs.
    Running,
    /// Met in time.
    Met,
    /// Its time is over and it is not met.
    Breached,
    /// Met after its time. The breach stays visible.
    MetLate,
    /// No longer asked for. Never a legal clock.
    Dropped,
}

impl DeadlineState {
    const ALL: [Self; 5] = [Self::Running, Self::Met, Self::Breached, Self::MetLate, Self::Dropped];

    /// Every change there is.
    const TABLE: [(Self, Self); 5] = [
        (Self::Running, Self::Met),
        (Self::Running, Self::Breached),
        (Self::Running, Self::Dropped),
        (Self::Breached, Self::MetLate),
        // Offline when it fell due: it is met before any worker saw the breach.
        (Self::Running, Self::MetLate),
    ];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Met => "met",
            Self::Breached => "breached",
            Self::MetLate => "met-late",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Changes the state. A legal clock cannot be dropped.
    ///
    /// # Errors
    /// [`NotAllowed`] for a change that is not in the table.
    pub fn change(self, to: Self, legal: bool) -> Result<Self, NotAllowed> {
        if Self::TABLE.contains(&(self, to)) && !(legal && to == Self::Dropped) {
            Ok(to)
        } else {
            Err(NotAllowed { from: self.code(), to: to.code() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_breached_or_met_never_runs_again() {
        for from in DeadlineState::ALL {
            assert!(from.change(DeadlineState::Running, false).is_err());
            assert_eq!(DeadlineState::from_code(from.code()), Some(from));
        }
        assert!(DeadlineState::Breached.change(DeadlineState::Met, false).is_err());
        assert!(DeadlineState::Breached.change(DeadlineState::MetLate, true).is_ok());
    }

    #[test]
    fn a_legal_clock_is_never_dropped() {
        assert!(DeadlineState::Running.change(DeadlineState::Dropped, false).is_ok());
        assert!(DeadlineState::Running.change(DeadlineState::Dropped, true).is_err());
    }
}
