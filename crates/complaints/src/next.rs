//! What happens next, for the worker: who acts and until when, from the clocks that run for her complaint. Nothing of it
//! tells of a visit: the page may be seen by others.

use chrono::{DateTime, Utc};
use haqqi_worklist::Owed;

/// What the office does next, as she is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A person reads her words.
    Read,
    /// The office looks into what can be done.
    Assess,
    /// The office works on it.
    Work,
    /// The office answers her message.
    Answer,
    /// The office decides.
    Decide,
    /// A person speaks with her before it is taken back.
    Check,
    /// Another person looks at the outcome.
    Again,
}

/// A step and its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// What.
    pub step: Step,
    /// Before when.
    pub before: DateTime<Utc>,
    /// That time is past.
    pub late: bool,
}

fn step_of(clock: &str) -> Step {
    match clock {
        "acknowledgement" => Step::Read,
        "first-assessment" => Step::Assess,
        "answer-message" => Step::Answer,
        "decision" => Step::Decide,
        "withdrawal-checked" => Step::Check,
        "objection-decided" => Step::Again,
        _ => Step::Work,
    }
}

/// What happens next: each step once, the earliest first.
#[must_use]
pub fn what_happens_next(owed: &[Owed], now: DateTime<Utc>) -> Vec<Next> {
    let mut steps: Vec<Next> = Vec::new();
    for one in owed {
        let step = step_of(&one.clock);
        if !steps.iter().any(|known| known.step == step) {
            steps.push(Next { step, before: one.due_at, late: one.due_at < now });
        }
    }
    steps.sort_by_key(|next| (next.before, next.step));
    steps
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn each_step_is_told_once_and_none_tells_of_a_visit() {
        let now = DateTime::UNIX_EPOCH;
        let owed =
            |clock: &str, hours| Owed { clock: clock.to_owned(), due_at: now + TimeDelta::hours(hours) };
        let told = what_happens_next(
            &[
                owed("decision", 90),
                owed("first-visit", 40),
                owed("answer-message", 3),
                owed("routed", 20),
                owed("answer-message", -1),
            ],
            now,
        );
        let steps: Vec<_> = told.iter().map(|next| (next.step, next.late)).collect();
        assert_eq!(steps, [(Step::Answer, false), (Step::Work, false), (Step::Decide, false)]);
    }
}
