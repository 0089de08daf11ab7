//! What is wrong, told beside the field; what is worse, as a problem.

use haqqi_kernel::{CommitError, Reference};
use haqqi_web::{Errors, Page, Problem};

use crate::error::{ReferralError, Refusal};
use crate::model::NoGround;

pub(super) fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// The field of a form and the message beside it.
pub(super) fn told(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::Receiver | Refusal::Ground(NoGround::Receiver) => ("target", "referral-error-receiver"),
        Refusal::Answer => ("answer", "common-error-choose"),
        Refusal::Language => ("language", "common-error-choose"),
        Refusal::How => ("how", "common-error-choose"),
        Refusal::Interpreter => ("interpreter", "common-error-choose"),
        Refusal::Presence => ("alone", "referral-error-presence"),
        Refusal::PartyPresent => ("present", "referral-error-party"),
        Refusal::Talk => ("heard_by", "referral-error-talk"),
        Refusal::NotAsked => ("outcome", "referral-error-not-asked"),
        Refusal::Message => ("how", "referral-error-message"),
        Refusal::Limits => ("limits_told", "referral-error-limits"),
        Refusal::End => ("ends", "referral-error-end"),
        Refusal::Words => ("words", "referral-error-words"),
        Refusal::Why => ("words", "staff-error-reason"),
        Refusal::Kind => ("kind", "common-error-choose"),
        Refusal::Article => ("article", "referral-error-article"),
        Refusal::OrderNumber => ("order_number", "referral-error-order"),
        Refusal::Told => ("told_first", "common-error-choose"),
        Refusal::View => ("view", "referral-error-view"),
        Refusal::Approver => ("approver", "referral-error-approver"),
        Refusal::SamePerson => ("approver", "referral-error-same"),
        Refusal::Basis => ("basis", "common-error-choose"),
        Refusal::Items => ("share", "referral-error-items"),
        Refusal::Changed => ("share", "referral-error-changed"),
        Refusal::Waiting => ("outcome", "referral-error-waiting"),
        Refusal::State => ("state", "referral-error-state"),
        Refusal::Reason => ("reason", "common-error-choose"),
        Refusal::Outcome => ("outcome", "common-error-choose"),
        Refusal::Status => ("status", "common-error-choose"),
        Refusal::Ground(NoGround::Other) => ("basis", "referral-error-other"),
        Refusal::Ground(NoGround::Refused) => ("basis", "referral-error-refused"),
        Refusal::Ground(NoGround::Ended) => ("basis", "referral-error-ended"),
        Refusal::Ground(NoGround::ConsentAlways) => ("target", "referral-error-consent-always"),
        Refusal::Ground(NoGround::Unknown) => ("kind", "common-error-choose"),
        Refusal::Ground(NoGround::Unnamed) => ("article", "referral-error-article"),
        Refusal::Ground(NoGround::NotApproved) => ("basis", "referral-error-not-approved"),
        Refusal::Ground(NoGround::NoChild) => ("kind", "referral-error-no-child"),
    }
}

/// As a problem: for endpoints, and for posts that have no form to go back to.
pub(super) fn problem(error: ReferralError) -> Problem {
    match error {
        ReferralError::NotFound => Problem::not_found(),
        ReferralError::Refused(refusal) => {
            let (field, message) = told(refusal);
            Problem::unprocessable().field(field, message)
        }
        ReferralError::Commit(CommitError::Stale) => Problem::conflict(),
        // The next consent or ground got its number from another in the meantime.
        ReferralError::Commit(CommitError::Unique(_)) => Problem::conflict(),
        other => Problem::because(&other),
    }
}

/// On a form: adds the message, or passes what a form cannot mend.
pub(super) fn on_form(page: &Page, errors: &mut Errors, error: ReferralError) -> Result<(), Problem> {
    match error {
        ReferralError::Refused(refusal) => {
            let (field, message) = told(refusal);
            errors.add(page, field, message);
            Ok(())
        }
        other => Err(problem(other)),
    }
}
