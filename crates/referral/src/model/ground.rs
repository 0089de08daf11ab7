//! The rule that lets something leave the house (`safeguards.md` 1 to 3). [`weigh`] alone makes a [`GroundFor`], and
//! sending demands one: a hand-over without a ground does not compile.

use chrono::{DateTime, Utc};
use haqqi_pack::{Agency, AgencyKind, Pack};
use haqqi_screening::Level;
use uuid::Uuid;

use super::{Answered, codes};

/// The grounds, a closed list; the pack says of each what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroundKind {
    /// Her consent.
    Consent,
    /// A stated or apparent child.
    Child,
    /// Imminent danger.
    Danger,
    /// A statutory duty.
    StatutoryDuty,
    /// A court's order.
    CourtOrder,
}

codes!(GroundKind {
    Consent = "consent",
    Child = "child",
    Danger = "danger",
    StatutoryDuty = "statutory-duty",
    CourtOrder = "court-order",
});

/// Whether she was told before, where a ground overrides her.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told {
    /// She was told first.
    Yes,
    /// Telling her first would put her at risk, or she cannot be reached in time; the words say why.
    NotSafe,
}

codes!(Told { Yes = "yes", NotSafe = "not-safe" });

/// Her answer, as far as the rule needs it.
#[derive(Debug, Clone)]
pub struct ConsentGiven {
    /// The row.
    pub id: Uuid,
    /// For whom.
    pub receiver: String,
    /// For what.
    pub purpose: String,
    /// Yes or no.
    pub answer: Answered,
    /// Until when.
    pub ends_at: Option<DateTime<Utc>>,
    /// Whether she took it back.
    pub withdrawn: bool,
}

/// Another ground, as far as the rule needs it.
#[derive(Debug, Clone)]
pub struct GroundHeld {
    /// The row.
    pub id: Uuid,
    /// Which.
    pub kind: GroundKind,
    /// For whom.
    pub receiver: String,
    /// For what.
    pub purpose: String,
    /// The article, a code of the pack.
    pub article: Option<String>,
    /// A court order's number is there.
    pub numbered: bool,
    /// A child by appearance only.
    pub apparent: bool,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
    /// Who approved it.
    pub approved_by: Option<Uuid>,
}

/// On what a hand-over shall rest.
#[derive(Debug, Clone)]
pub enum Basis {
    /// Her consent.
    Consent(ConsentGiven),
    /// Another ground.
    Ground(GroundHeld),
}

impl Basis {
    /// The row.
    #[must_use]
    pub fn id(&self) -> Uuid {
        match self {
            Self::Consent(consent) => consent.id,
            Self::Ground(ground) => ground.id,
        }
    }

    /// For whom and for what.
    #[must_use]
    pub fn target(&self) -> (&str, &str) {
        match self {
            Self::Consent(consent) => (&consent.receiver, &consent.purpose),
            Self::Ground(ground) => (&ground.receiver, &ground.purpose),
        }
    }
}

/// What of the case the rule must know.
#[derive(Debug, Clone)]
pub struct Knows {
    /// The flag's level.
    pub level: Level,
    /// `adult`, `child`, `unknown`.
    pub age: String,
    /// This instant.
    pub now: DateTime<Utc>,
}

/// Why there is no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoGround {
    /// The receiver takes no hand-overs, or does not provide this.
    #[error("this receiver does not take hand-overs for this purpose")]
    Receiver,
    /// It was given for another receiver or purpose.
    #[error("the ground is for another receiver or purpose")]
    Other,
    /// She said no, or took it back.
    #[error("there is no consent")]
    Refused,
    /// Its end has passed.
    #[error("the consent has ended")]
    Ended,
    /// This receiver needs her recorded consent always.
    #[error("this receiver needs consent always")]
    ConsentAlways,
    /// The pack does not know this ground.
    #[error("no such ground")]
    Unknown,
    /// The article, or the order's number, is missing.
    #[error("the ground names no article or number")]
    Unnamed,
    /// Another person must approve first.
    #[error("another person must approve")]
    NotApproved,
    /// She is an adult, or nothing says a child and a grave class.
    #[error("a child and a strong flag are needed")]
    NoChild,
}

/// A ground that holds for one receiver and one purpose at this moment. Only [`weigh`] makes one.
#[derive(Debug, Clone)]
pub struct GroundFor {
    receiver: String,
    purpose: String,
    kind: GroundKind,
    basis: Uuid,
    article: Option<String>,
    approved_by: Option<Uuid>,
}

impl GroundFor {
    /// For whom.
    #[must_use]
    pub fn receiver(&self) -> &str {
        &self.receiver
    }

    /// For what.
    #[must_use]
    pub fn purpose(&self) -> &str {
        &self.purpose
    }

    /// Which ground.
    #[must_use]
    pub fn kind(&self) -> GroundKind {
        self.kind
    }

    /// The row on which it rests.
    #[must_use]
    pub fn basis(&self) -> Uuid {
        self.basis
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> Option<&str> {
        self.article.as_deref()
    }

    /// Who approved it.
    #[must_use]
    pub fn approved_by(&self) -> Option<Uuid> {
        self.approved_by
    }
}

/// Whether another person must approve: where the pack says so, where danger is not what the flag says, and where a
/// child is one by appearance only.
#[must_use]
pub fn needs_approver(pack: &Pack, kind: GroundKind, apparent: bool, level: Level) -> bool {
    pack.ground(kind.code()).is_some_and(|row| row.approver)
        || (kind == GroundKind::Danger && level != Level::Danger)
        || (kind == GroundKind::Child && apparent)
}

/// The receiver of a code that takes hand-overs for this purpose.
fn receiver<'a>(pack: &'a Pack, code: &str, purpose: &str) -> Result<&'a Agency, NoGround> {
    let agency = pack.agency(code).filter(|agency| agency.referral).ok_or(NoGround::Receiver)?;
    // A body that lists no services takes any purpose: it finds the right one.
    let provides = agency.services.is_empty() || agency.services.iter().any(|service| service == purpose);
    if provides && pack.service(purpose).is_some() { Ok(agency) } else { Err(NoGround::Receiver) }
}

/// Decides whether a basis lets something go to this receiver for this purpose now.
///
/// # Errors
/// [`NoGround`]: nothing may go.
pub fn weigh(
    pack: &Pack,
    knows: &Knows,
    to: &str,
    purpose: &str,
    basis: &Basis,
) -> Result<GroundFor, NoGround> {
    let agency = receiver(pack, to, purpose)?;
    if basis.target() != (to, purpose) {
        return Err(NoGround::Other);
    }
    let mut ground = GroundFor {
        receiver: to.to_owned(),
        purpose: purpose.to_owned(),
        kind: GroundKind::Consent,
        basis: basis.id(),
        article: None,
        approved_by: None,
    };
    match basis {
        Basis::Consent(consent) => {
            if consent.answer != Answered::Yes || consent.withdrawn {
                return Err(NoGround::Refused);
            }
            if consent.ends_at.is_none_or(|end| end <= knows.now) {
                return Err(NoGround::Ended);
            }
        }
        Basis::Ground(held) => {
            hold(pack, knows, agency, held)?;
            ground.kind = held.kind;
            ground.article.clone_from(&held.article);
            ground.approved_by = held.approved_by;
        }
    }
    Ok(ground)
}

fn hold(pack: &Pack, knows: &Knows, agency: &Agency, held: &GroundHeld) -> Result<(), NoGround> {
    let row = pack.ground(held.kind.code()).ok_or(NoGround::Unknown)?;
    if held.kind == GroundKind::Consent {
        return Err(NoGround::Unknown);
    }
    if agency.consent_always || (row.public_only && agency.kind != AgencyKind::Public) {
        return Err(NoGround::ConsentAlways);
    }
    if (row.article && held.article.is_none()) || (held.kind == GroundKind::CourtOrder && !held.numbered) {
        return Err(NoGround::Unnamed);
    }
    // A child's strong flag is what the graded classes C4 and C5 raise; danger has a ground of its own as well.
    let child = knows.age == "child" || (held.apparent && knows.age == "unknown");
    if held.kind == GroundKind::Child && !(child && knows.level >= Level::Strong) {
        return Err(NoGround::NoChild);
    }
    if needs_approver(pack, held.kind, held.apparent, knows.level) {
        let by_another = held.approved_by.is_some() && held.approved_by != held.recorded_by;
        if !by_another {
            return Err(NoGround::NotApproved);
        }
    }
    Ok(())
}
