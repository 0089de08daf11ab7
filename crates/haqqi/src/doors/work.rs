//! The doors of casework beyond the record's first page: closing, paying, mediation, what is alike, notices, the queue's
//! tools.

use haqqi_kernel::Action as A;

use super::Need::{self, May};

/// Method and path as they are mounted.
pub(super) const WORK: &[(Need, &[&str])] = &[
    (
        May(&[A::ReadComplaint]),
        &[
            "POST /staff/complaints/{reference}/personal",
            "GET /staff/complaints/{reference}/calls",
            "GET /staff/complaints/{reference}/looked",
            "GET /staff/complaints/{reference}/copy",
            "GET /staff/complaints/{reference}/pay",
            "GET /api/v1/casework/{reference}/contacts",
            "GET /api/v1/casework/{reference}/pay",
            "GET /api/v1/casework/{reference}/papers",
            "GET /api/v1/casework/complaints/{reference}/alike",
            "GET /api/v1/casework/complaints/{reference}/check-in",
        ],
    ),
    (
        May(&[A::WorkComplaint]),
        &[
            "GET /staff/homes",
            "POST /staff/complaints/{reference}/again",
            "POST /staff/complaints/{reference}/quiet",
            "POST /api/v1/casework/{reference}/quiet",
            "POST /staff/complaints/{reference}/calls",
            "GET /staff/complaints/{reference}/interview",
            "POST /staff/complaints/{reference}/interview",
            "POST /staff/complaints/{reference}/interview/break",
            "GET /staff/complaints/{reference}/interview/her",
            "POST /staff/complaints/{reference}/interview/her",
            "POST /staff/complaints/{reference}/interview/stop",
            "GET /staff/complaints/{reference}/again-safe",
            "POST /staff/complaints/{reference}/again-safe",
            "GET /staff/complaints/{reference}/close",
            "POST /staff/complaints/{reference}/close/complete",
            "POST /staff/complaints/{reference}/close/take-back",
            "POST /staff/complaints/{reference}/pay",
            "POST /staff/complaints/{reference}/pay/{number}",
            "POST /staff/complaints/{reference}/papers",
            "GET /staff/complaints/{reference}/mediation",
            "POST /staff/complaints/{reference}/mediation",
            "POST /staff/complaints/{reference}/mediation/{number}",
            "POST /staff/complaints/{reference}/joint",
            "POST /api/v1/casework/{reference}/mediation",
            "PUT /api/v1/casework/{reference}/mediation/{number}",
            "POST /api/v1/casework/{reference}/joint",
            "POST /staff/complaints/{reference}/alike",
            "POST /staff/complaints/{reference}/employer-contact",
            "POST /staff/complaints/{reference}/check-in",
            "POST /staff/complaints/{reference}/retaliation",
            "POST /api/v1/casework/{reference}/contacts",
            "POST /api/v1/casework/{reference}/rescreening",
            "POST /api/v1/casework/{reference}/closure/completion",
            "POST /api/v1/casework/{reference}/closure/taken-back",
            "POST /api/v1/casework/{reference}/pay",
            "PUT /api/v1/casework/{reference}/pay",
            "POST /api/v1/casework/{reference}/papers",
            "POST /api/v1/casework/{reference}/reopening",
            "POST /api/v1/casework/complaints/{reference}/alike",
            "POST /api/v1/casework/complaints/{reference}/check-in",
            "POST /api/v1/casework/complaints/{reference}/employer-contact",
            "POST /api/v1/casework/complaints/{reference}/retaliation",
        ],
    ),
    (
        May(&[A::ApproveSettlement]),
        &[
            "POST /staff/complaints/{reference}/joint/decision",
            "POST /api/v1/casework/{reference}/joint/decision",
        ],
    ),
    (
        May(&[A::AssignWork]),
        &[
            "POST /staff/hand-over",
            "POST /staff/assign",
            "POST /api/v1/queue/assignment",
            "POST /api/v1/queue/hand-over",
        ],
    ),
    (
        May(&[A::Translate]),
        &["POST /staff/translations/{item}/back", "POST /api/v1/translations/{item}/back"],
    ),
    // The queue's own sight says what of it somebody meets.
    (
        Need::SignedIn,
        &[
            "GET /staff/notices",
            "POST /staff/notices/seen",
            "POST /staff/notices/mail",
            "GET /api/v1/notices",
            "POST /api/v1/notices/{notice}/seen",
            "GET /staff/late",
            "GET /staff/late/{deadline}",
            "POST /staff/late/{deadline}",
            "GET /api/v1/late",
            "POST /api/v1/late/{deadline}",
        ],
    ),
    (
        May(&[A::ReadQueue]),
        &[
            "POST /staff/views",
            "POST /staff/views/remove",
            "GET /staff/search",
            "POST /staff/search",
            "POST /api/v1/search",
        ],
    ),
    (May(&[A::WorkComplaint, A::HoldMediation]), &["GET /api/v1/casework/{reference}/mediation"]),
    (
        May(&[A::ReadRetention]),
        &[
            "GET /staff/retention",
            "GET /staff/retention/report",
            "POST /staff/retention/report",
            "GET /api/v1/retention",
        ],
    ),
    (
        May(&[A::ApproveErasure]),
        &[
            "GET /staff/retention/lists",
            "GET /staff/retention/lists/{number}",
            "POST /staff/retention/lists/{number}",
            "POST /staff/complaints/{reference}/erasure/decision",
            "GET /api/v1/retention/lists",
            "GET /api/v1/retention/lists/{number}",
            "POST /api/v1/retention/lists/{number}",
            "GET /api/v1/retention/wishes",
            "POST /api/v1/retention/wishes/{reference}/decision",
        ],
    ),
    (
        May(&[A::PutHold]),
        &[
            "GET /staff/retention/holds",
            "POST /staff/retention/holds",
            "POST /staff/retention/holds/end",
            "GET /api/v1/retention/holds",
            "POST /api/v1/retention/holds",
            "DELETE /api/v1/retention/holds/{hold}",
        ],
    ),
    (
        May(&[A::WorkComplaint, A::ApproveErasure]),
        &["GET /staff/complaints/{reference}/erasure", "GET /api/v1/retention/wishes/{reference}"],
    ),
    (
        May(&[A::WorkComplaint]),
        &["POST /staff/complaints/{reference}/erasure", "POST /api/v1/retention/wishes/{reference}"],
    ),
    (
        May(&[A::HoldMediation]),
        &[
            "GET /staff/mediations",
            "GET /staff/mediations/{reference}",
            "POST /staff/mediations/{reference}/{number}",
            "GET /api/v1/mediations",
            "PUT /api/v1/mediations/{reference}/{number}",
        ],
    ),
];
