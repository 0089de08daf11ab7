//! What an outcome needs before anything is closed with it: that she was spoken with in private, or tried on as many days
//! as the pack says; and, where another body goes on with it, a receiver and a ground that fit.

use chrono::TimeDelta;
use haqqi_complaints::{Channel, Confidentiality, Desk, Summary};
use haqqi_kernel::{Actor, happened_to};
use haqqi_pack::Outcome;
use haqqi_screening::{FlagState, Level, flags_of_complaint};
use sea_orm::DbErr;

use crate::calls::{days_tried, last_alone};
use crate::close::{CloseError, Transfer};

/// Contact as the outcome needs it (`safeguards.md` 13).
pub(crate) async fn contact_made(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    outcome: &Outcome,
) -> Result<(), CloseError> {
    if outcome.code == "unreachable" && has_indicators(desk, complaint).await? {
        return Err(CloseError::Welfare);
    }
    if outcome.attempts > 0 {
        let (tried, wanted) = (days_tried(desk, complaint).await?.len(), usize::from(outcome.attempts));
        if tried < wanted {
            return Err(CloseError::Attempts(tried, wanted));
        }
    }
    if !outcome.private_contact || last_alone(desk, complaint.id).await?.is_some() {
        return Ok(());
    }
    if reaches_somebody(desk, complaint) {
        return Err(CloseError::NotMet);
    }
    let employers = desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.employer);
    if outcome.asked_days == 0 || employers { Ok(()) } else { asked(desk, actor, complaint, outcome).await }
}

/// Who gave no name, or no way to reach her, was asked all the same: tried, where she left a way; else by a question on her
/// page that stood there for the days of the pack, after all that she told was read in a language of the staff.
async fn asked(desk: &Desk, actor: &Actor, complaint: &Summary, outcome: &Outcome) -> Result<(), CloseError> {
    if complaint.contact_channel != Channel::None {
        let pack = &desk.site.pack;
        let wanted = usize::from(pack.outcome("unreachable").map_or(1, |row| row.attempts.max(1)));
        let tried = days_tried(desk, complaint).await?.len();
        return if tried < wanted { Err(CloseError::Attempts(tried, wanted)) } else { Ok(()) };
    }
    let told = desk.screening.words.words(actor, complaint.id).await?;
    let reads = |tag: &str| desk.site.pack.staff_languages().iter().any(|staff| staff == tag);
    if told.iter().any(|text| !reads(&text.language) && text.translation.is_none()) {
        return Err(CloseError::Untranslated);
    }
    let house = &desk.site.house;
    let mut last_word = None;
    for what in ["complaint.message-in", "complaint.reopened"] {
        let last = happened_to(house, complaint.id, what, None).await?.pop().map(|one| one.at);
        last_word = last_word.max(last);
    }
    let questions = happened_to(house, complaint.id, "complaint.message-out", last_word).await?;
    let stood = TimeDelta::days(i64::from(outcome.asked_days));
    let waited = questions.first().is_some_and(|one| one.at + stood <= house.now());
    if waited { Ok(()) } else { Err(CloseError::NotAsked(outcome.asked_days)) }
}

/// Whether there is a worker whom one could speak with: not where she gave no name or no way to reach her and filed
/// herself, for then she comes back with her code; and not where an employer complains.
pub(crate) fn reaches_somebody(desk: &Desk, complaint: &Summary) -> bool {
    let employers = desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.employer);
    let unknown = complaint.confidentiality == Confidentiality::Anonymous
        || (complaint.filed_by == "self" && complaint.contact_channel == Channel::None);
    !employers && !unknown
}

/// Whether anything points to danger or exploitation: urgent, a flag that was not dismissed, or an indicator that only
/// asked for a closer look and that nobody has looked at with her.
async fn has_indicators(desk: &Desk, complaint: &Summary) -> Result<bool, DbErr> {
    if complaint.urgent {
        return Ok(true);
    }
    let flags = flags_of_complaint(&desk.screening, complaint.id).await?;
    if flags.iter().any(|flag| flag.state != FlagState::Dismissed) {
        return Ok(true);
    }
    if last_alone(desk, complaint.id).await?.is_some() {
        return Ok(false);
    }
    let made = happened_to(&desk.site.house, complaint.id, "assessment.made", None).await?;
    Ok(made.iter().any(|one| one.dim("level").and_then(Level::from_code).is_some()))
}

/// Whether a receiver and a ground of the pack fit each other, and whether a second person must approve the ground.
pub(crate) fn other_body(desk: &Desk, complaint: &Summary, to: &Transfer) -> Result<bool, CloseError> {
    let pack = &desk.site.pack;
    let agency = pack.agency(&to.receiver).filter(|agency| agency.complaints).ok_or(CloseError::Receiver)?;
    let ground = pack.ground(&to.ground).ok_or(CloseError::Ground)?;
    let consent = ground.code == "consent";
    if (agency.consent_always || ground.public_only && agency.kind != haqqi_pack::AgencyKind::Public)
        && !consent
    {
        return Err(CloseError::Ground);
    }
    if ground.code == "child" && complaint.age != haqqi_complaints::Age::Child {
        return Err(CloseError::Ground);
    }
    let today = desk.clocks().calendar(complaint.office.as_deref()).date(desk.site.house.now());
    if ground.article && pack.article(&to.article, today).is_none() {
        return Err(CloseError::Article);
    }
    Ok(ground.approver)
}
