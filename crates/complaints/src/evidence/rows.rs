//! Writing the rows that name files, within the caller's unit.

use haqqi_kernel::{CommitError, House, Job, SubjectKey, Uow};
use sea_orm::Set;
use uuid::Uuid;

use super::format::Sort;
use super::jobs::{CHECK_EVIDENCE, SHOW_EVIDENCE};
use super::receive::Received;
use crate::entity::evidence;
use crate::model::Author;

/// What a piece is within its complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// It shows something.
    Evidence,
    /// Her words, spoken.
    Voice,
}

impl Said {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Voice => "voice",
        }
    }
}

/// Whether a piece may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Checked {
    /// It may.
    Ready,
    /// Not before it is checked.
    Waiting,
    /// It was found to harm; its file is gone.
    Refused,
}

impl Checked {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
        }
    }

    pub(crate) fn from_code(code: &str) -> Self {
        // What is not known is not opened.
        [Self::Ready, Self::Waiting].into_iter().find(|state| state.code() == code).unwrap_or(Self::Refused)
    }
}

/// Whether there is a copy that browsers show or play.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copied {
    /// None is needed, or none can be: a paper, a photo that only programs open, a recording that plays as it is.
    None,
    /// It is being made.
    Waiting,
    /// There is.
    Ready,
    /// It cannot be made on this machine.
    Cannot,
}

impl Copied {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Waiting => "waiting",
            Self::Ready => "ready",
            Self::Cannot => "cannot",
        }
    }

    pub(crate) fn from_code(code: &str) -> Self {
        let all = [Self::Waiting, Self::Ready, Self::Cannot];
        all.into_iter().find(|state| state.code() == code).unwrap_or(Self::None)
    }
}

/// Where a piece belongs.
pub(crate) struct Place<'a> {
    pub complaint: Uuid,
    pub key: &'a SubjectKey,
    pub by: Author,
    pub said: Said,
    /// The text that it speaks.
    pub text: Option<Uuid>,
}

/// The keyed tag of a content within one complaint: the same file sent twice is one piece.
pub(crate) fn tag(house: &House, complaint: Uuid, received: &Received) -> Vec<u8> {
    tag_of(house, complaint, received.kept.digest())
}

/// The same, of a digest.
pub(crate) fn tag_of(house: &House, complaint: Uuid, digest: &[u8; 32]) -> Vec<u8> {
    let content = [complaint.as_bytes().as_slice(), digest].concat();
    house.vault().blind_index("evidence.content", &content).to_vec()
}

/// Adds the row of a piece, and the jobs that it needs.
pub(crate) fn put(unit: &mut Uow, place: &Place<'_>, number: i32, received: &Received) {
    let id = unit.id();
    let shown = received.shown.as_ref();
    let converts = received.format.sort() == Sort::Sound && !received.format.plays_everywhere();
    let copied = match shown {
        Some(_) => Copied::Ready,
        None if converts => Copied::Waiting,
        None => Copied::None,
    };
    let row = evidence::ActiveModel {
        id: Set(id),
        complaint_id: Set(place.complaint),
        text_id: Set(place.text),
        number: Set(number),
        said: Set(place.said.code().to_owned()),
        format: Set(received.format.ending().to_owned()),
        name: Set(unit.seal(place.key, "evidence.name", &received.name)),
        tag: Set(tag(unit.house(), place.complaint, received)),
        file: Set(received.kept.name().to_owned()),
        file_key: Set(received.kept.sealed_key(unit, place.key)),
        size: Set(i64::try_from(received.kept.size()).unwrap_or(i64::MAX)),
        state: Set(if received.waits { Checked::Waiting } else { Checked::Ready }.code().to_owned()),
        shown: Set(copied.code().to_owned()),
        shown_format: Set(shown.map(|_| super::Format::Jpeg.ending().to_owned())),
        shown_file: Set(shown.map(|kept| kept.name().to_owned())),
        shown_key: Set(shown.map(|kept| kept.sealed_key(unit, place.key))),
        added_by: Set(place.by.code().to_owned()),
        added_staff: Set(unit.actor().account()),
        added_at: Set(unit.now()),
        version: Set(1),
    };
    unit.insert(row);
    if received.waits {
        unit.job(Job::new(CHECK_EVIDENCE, serde_json::json!({ "evidence": id, "round": 0 })));
    } else if converts {
        unit.job(Job::new(SHOW_EVIDENCE, serde_json::json!({ "evidence": id })));
    }
}

/// After the commit: files stay where a row names them, or may. Where it is certain that none does, they go when dropped.
pub(crate) fn let_stay<'a, T>(
    committed: &Result<T, CommitError>,
    received: impl IntoIterator<Item = &'a mut Received>,
) {
    // A commit that the database did not answer may have happened: the sweeper looks later.
    if matches!(committed, Err(CommitError::Stale | CommitError::Unique(_))) {
        return;
    }
    for one in received {
        one.kept.stay();
        if let Some(shown) = &mut one.shown {
            shown.stay();
        }
    }
}
