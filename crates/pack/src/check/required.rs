//! What the rooms need from every pack.

/// The closed list of outcomes (safeguards 18).
pub const OUTCOMES: [&str; 14] = [
    "settled_paid",
    "settled_part",
    "settled_unverified",
    "remedied",
    "violation_established",
    "judgment",
    "referred_court",
    "transferred",
    "no_violation",
    "insufficient",
    "unreachable",
    "withdrawn",
    "out_of_scope",
    "duplicate",
];

/// Clocks that the rooms start by name.
pub const REQUIRED_DEADLINES: [&str; 19] = [
    "acknowledgement",
    "danger",
    "flag-safety-strong",
    "flag-safety-possible",
    "flag-merits",
    "watch",
    "translation",
    "translation-danger",
    "routed",
    "first-assessment",
    "first-visit",
    "answer-message",
    "decision",
    "retaliation",
    "visit-report",
    "consent-asked",
    "hand-over-sent",
    "hand-over-sent-danger",
    "hand-over-answered",
];

/// Fluent ids of public words, in `worker-*.ftl`.
pub const WORKER_WORDS: [&str; 5] =
    ["pack-country", "pack-authority", "pack-authority-short", "pack-currency", "pack-emergency"];

/// Fluent ids of words on staff pages and papers, in `staff-*.ftl`.
pub const STAFF_WORDS: [&str; 3] = ["pack-inspectorate", "pack-report-heading", "pack-referral-mechanism"];

/// The grounds of a hand-over that the referral room knows (safeguards 1).
pub const GROUNDS: [&str; 5] = ["consent", "child", "danger", "statutory-duty", "court-order"];
