//! What a subject of the audit, of an event, or of a work item is.

use std::fmt;

/// The kinds of subject, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// A complaint.
    Complaint,
    /// A message or text of a complaint.
    Message,
    /// A flag.
    Flag,
    /// A referral case.
    Referral,
    /// A hand-over.
    HandOver,
    /// An establishment.
    Establishment,
    /// A visit.
    Visit,
    /// A request for a visit, before any visit exists.
    VisitRequest,
    /// A member of staff or of an agency.
    Staff,
    /// A call that somebody asked for, before any complaint.
    CallBack,
    /// A report that a wording is wrong.
    Wording,
    /// A text that came in by itself, before any complaint.
    TextDraft,
    /// A file that is on its way in pieces.
    Upload,
    /// An advertisement or a post in which workers are sought or offered.
    Advert,
    /// Whoever recruits, as advertisements show it.
    Recruiter,
    /// A feed of advertisements.
    Feed,
    /// The house itself: settings, packs, keys.
    House,
}

impl SubjectKind {
    /// The code kept in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Message => "message",
            Self::Flag => "flag",
            Self::Referral => "referral",
            Self::HandOver => "hand-over",
            Self::Establishment => "establishment",
            Self::Visit => "visit",
            Self::VisitRequest => "visit-request",
            Self::Staff => "staff",
            Self::CallBack => "call-back",
            Self::Wording => "wording",
            Self::TextDraft => "text-draft",
            Self::Upload => "upload",
            Self::Advert => "advert",
            Self::Recruiter => "recruiter",
            Self::Feed => "feed",
            Self::House => "house",
        }
    }
}

impl fmt::Display for SubjectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
