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
pub const REQUIRED_DEADLINES: [&str; 33] = [
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
    "first-contact",
    "first-visit",
    "answer-message",
    "call-back",
    "call-interpreted",
    "call-interpreted-danger",
    "wording",
    "text-draft",
    "text-trouble",
    "decision",
    "withdrawal-checked",
    "objection-decided",
    "settlement-approved",
    "pay-verified",
    "joint-approved",
    "contact-confirmed",
    "retaliation",
    "visit-report",
    "consent-asked",
    "hand-over-sent",
    "hand-over-sent-danger",
    "hand-over-answered",
    "hand-over-answered-danger",
];

/// Fluent ids of public words, in `worker-*.ftl`.
pub const WORKER_WORDS: [&str; 5] =
    ["pack-country", "pack-authority", "pack-authority-short", "pack-currency", "pack-emergency"];

/// Fluent ids of words on staff pages and papers, in `staff-*.ftl`.
pub const STAFF_WORDS: [&str; 4] =
    ["pack-inspectorate", "pack-report-heading", "pack-referral-mechanism", "pack-committee"];

/// The grounds of a hand-over that the referral room knows (safeguards 1).
pub const GROUNDS: [&str; 5] = ["consent", "child", "danger", "statutory-duty", "court-order"];

/// The events that figures may count, each with the dimensions it carries. `complaint.received` and
/// `complaint.closed` must be among the figures of every pack: their sums are held against each other.
pub const EVENTS: [(&str, &[&str]); 47] = [
    ("complaint.received", &["kind", "language", "channel", "filed_by", "confidentiality", "governorate"]),
    ("complaint.acknowledged", &["in_time", "by"]),
    ("complaint.seen-by-worker", &[]),
    ("complaint.message-out", &[]),
    ("complaint.message-in", &["code"]),
    ("complaint.translated", &["language"]),
    ("complaint.assessed", &["first", "step"]),
    ("complaint.closed", &["kind"]),
    ("complaint.reopened", &[]),
    ("complaint.contact-tried", &["person", "way", "result", "private"]),
    ("complaint.met-alone", &[]),
    ("complaint.rescreened", &["level"]),
    ("complaint.indicators-said", &[]),
    ("complaint.read-anew", &[]),
    ("complaint.interviewed", &["why"]),
    ("complaint.interview-declined", &["why"]),
    ("complaint.interview-stopped", &["why"]),
    ("complaint.pay-agreed", &[]),
    ("complaint.pay-seen", &["state", "evidence"]),
    ("complaint.paper-returned", &["paper", "holder"]),
    ("complaint.mediation-held", &["result"]),
    ("complaint.withdrawal-asked", &[]),
    ("complaint.withdrawal-decided", &["checked"]),
    ("complaint.objected", &[]),
    ("complaint.objection-decided", &[]),
    ("complaint.feedback", &["answer", "kind"]),
    ("complaint.clock-settled", &["clock", "answer"]),
    ("complaint.intake", &["channel", "filed_by", "interpreted", "private", "answer_by"]),
    ("complaint.grouped", &[]),
    ("complaint.filer-sight", &["answer"]),
    ("assessment.made", &["level"]),
    ("flag.raised", &["level"]),
    ("flag.safety-decided", &[]),
    ("flag.merits-decided", &[]),
    ("flag.indicator-judged", &["indicator", "language"]),
    ("deadline.breached", &["clock", "rung", "who"]),
    ("referral.opened", &["level", "age"]),
    ("referral.consent", &["receiver", "purpose"]),
    ("hand-over.sent", &["receiver", "purpose", "ground"]),
    ("hand-over.answered", &["receiver", "in_time", "reason"]),
    ("visit.scheduled", &[]),
    ("visit.recorded", &["findings"]),
    ("measure.imposed", &["class"]),
    ("visit.report-issued", &[]),
    ("advert.added", &["language", "level", "way"]),
    ("advert.seen-again", &["way"]),
    ("advert.decided", &["level"]),
];

/// The lists that a figure may lead to.
pub const LISTS: [&str; 4] = ["complaints", "flags", "referrals", "visits"];

/// Events that every pack counts.
pub const COUNTED: [&str; 2] = ["complaint.received", "complaint.closed"];
