//! Her answer about one receiver and one purpose, and taking it back (`safeguards.md` 1 and 2).

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use haqqi_kernel::{Action, Actor, Audit, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{
    About, ItemKind, NewItem, Urgency, drop_deadline, finish_items, meet_deadline, open_item,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;

use crate::desk::ReferralDesk;
use crate::entity::{hand_over, referral_consent};
use crate::error::{ReferralError, Refusal};
use crate::held::{Held, answer_clock};
use crate::model::{Answered, HandOverState, How, Interpreter, LONGEST_WORDS, Present};
use crate::said::said;

/// A consent lasts at most so long; then she is asked again.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// What is noted when she was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ConsentForm {
    /// The receiver, an agency of the pack.
    pub receiver: String,
    /// The purpose, a service of the pack.
    pub purpose: String,
    /// `yes` or `no`.
    pub answer: String,
    /// The last day on which a yes holds, `2027-03-31`.
    pub ends: String,
    /// The language in which she was asked.
    pub language: String,
    /// `in-person`, `call`, `messages`.
    pub how: String,
    /// `not-needed`, `of-the-house`, `independent`.
    pub interpreter: String,
    /// `yes` or `no`: whether she was alone.
    pub alone: String,
    /// Who else was there.
    pub present: Vec<String>,
    /// `yes`: the limits of confidence were told before she answered.
    pub limits_told: String,
    /// The sign-in name of who heard it in a talk that the call log shows; empty for whoever records it.
    pub heard_by: String,
    /// What she said beside it; may be empty.
    pub words: String,
}

/// The form, checked.
struct Checked {
    answer: Answered,
    ends_at: Option<DateTime<Utc>>,
    alone: bool,
    present: String,
}

fn end_of(desk: &ReferralDesk, day: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    let day: NaiveDate = day.trim().parse().map_err(|_| Refusal::End)?;
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    let local = desk.pack().zone().from_local_datetime(&day.and_time(last));
    let end = local.latest().ok_or(Refusal::End)?.with_timezone(&Utc);
    if end <= now || end > now + LONGEST { Err(Refusal::End) } else { Ok(end) }
}

fn check(desk: &ReferralDesk, form: &ConsentForm, now: DateTime<Utc>) -> Result<Checked, Refusal> {
    let pack = desk.pack();
    let agency = pack.agency(&form.receiver).filter(|agency| agency.referral).ok_or(Refusal::Receiver)?;
    let provides = agency.services.is_empty() || agency.services.contains(&form.purpose);
    if !provides || pack.service(&form.purpose).is_none() {
        return Err(Refusal::Receiver);
    }
    let answer = Answered::from_code(&form.answer).ok_or(Refusal::Answer)?;
    if haqqi_language::known(&form.language).is_none() {
        return Err(Refusal::Language);
    }
    How::from_code(&form.how).ok_or(Refusal::How)?;
    Interpreter::from_code(&form.interpreter).ok_or(Refusal::Interpreter)?;
    let present: Option<Vec<Present>> = form.present.iter().map(|code| Present::from_code(code)).collect();
    let present = present.ok_or(Refusal::Presence)?;
    let alone = match form.alone.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Refusal::Presence),
    };
    if alone != present.is_empty() {
        return Err(Refusal::Presence);
    }
    if present.iter().any(|who| who.forbids()) {
        return Err(Refusal::PartyPresent);
    }
    if form.words.chars().count() > LONGEST_WORDS {
        return Err(Refusal::Words);
    }
    let ends_at = match answer {
        Answered::No => None,
        Answered::Yes => {
            if form.limits_told != "yes" {
                return Err(Refusal::Limits);
            }
            Some(end_of(desk, &form.ends, now)?)
        }
    };
    let present = present.iter().map(|who| who.code()).collect::<Vec<_>>().join(" ");
    Ok(Checked { answer, ends_at, alone, present })
}

/// Records what she said. Returns its number in the case. A yes rests on a talk in private that the call log shows, or on
/// words of hers with her own code.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn record_consent(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    form: &ConsentForm,
) -> Result<i32, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let mut held = Held::reach(house, &scope, reference).await?;
    held.must_be_open()?;
    let mut unit = house.unit(actor.clone());
    let checked = check(desk, form, unit.now())?;
    let said = match (said(desk, actor, &held, form).await, checked.answer) {
        (Ok(said), _) => Some(said),
        // A no holds at once. That she was asked is shown by a talk all the same, and stays to be done without one.
        (Err(ReferralError::Refused(Refusal::Talk | Refusal::Message)), Answered::No) => None,
        (Err(error), _) => return Err(error),
    };
    let key = house.subject_key(held.row.id).await?;
    let number = i32::try_from(held.consents.len()).unwrap_or(i32::MAX).saturating_add(1);
    let words = form.words.trim();
    let row = referral_consent::Model {
        id: unit.id(),
        case_id: held.row.id,
        number,
        receiver: form.receiver.clone(),
        purpose: form.purpose.clone(),
        answer: checked.answer.code().to_owned(),
        asked_at: unit.now(),
        ends_at: checked.ends_at,
        language: form.language.clone(),
        how: form.how.clone(),
        interpreter: form.interpreter.clone(),
        alone: checked.alone,
        present: checked.present,
        limits_told: form.limits_told == "yes",
        words: (!words.is_empty()).then(|| unit.seal(&key, "consent.words", words)),
        recorded_by: actor.account(),
        withdrawn_at: None,
        withdrawn_by: None,
        version: 1,
        said_at: said.map(|said| said.at),
        heard_by: said.and_then(|said| said.heard_by),
    };
    unit.insert(referral_consent::ActiveModel::from(row.clone()));
    if said.is_some() {
        meet_deadline(&mut unit, held.row.id, "consent-asked").await?;
        finish_items(&mut unit, held.row.id, ItemKind::ConsentToAsk);
    }
    let due = match checked.answer {
        Answered::Yes => Some(held.start_sending(&desk.clocks, &mut unit, row.id)?),
        Answered::No => None,
    };
    held.consents.push(row);
    held.settle(desk, &mut unit, due, |query| query);
    unit.audit(
        Audit::write("referral.record-consent", SubjectKind::Referral, held.row.id)
            .purpose(format!("{} {}", form.receiver, form.purpose)),
    );
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.consent")
            .change("", if checked.answer == Answered::Yes { "given" } else { "refused" })
            .office(held.row.office.as_deref())
            .dim("receiver", form.receiver.clone())
            .dim("purpose", form.purpose.clone()),
    );
    unit.commit().await?;
    Ok(number)
}

/// She takes a yes back: what has not gone out stops, what waits for an answer is stopped, and each receiver who has
/// it is told. Nothing is deleted.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn withdraw_consent(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    number: i32,
) -> Result<(), ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let mut held = Held::reach(house, &scope, reference).await?;
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    let row = held.consents.iter_mut().find(|row| row.number == number).ok_or(ReferralError::NotFound)?;
    if row.withdrawn_at.is_some() || row.answer != Answered::Yes.code() {
        return Err(Refusal::State.into());
    }
    unit.update_one(
        referral_consent::Entity::update_many()
            .col_expr(referral_consent::Column::WithdrawnAt, Expr::value(Some(now)))
            .col_expr(referral_consent::Column::WithdrawnBy, Expr::value(actor.account()))
            .col_expr(referral_consent::Column::Version, Expr::value(row.version + 1))
            .filter(referral_consent::Column::Id.eq(row.id))
            .filter(referral_consent::Column::Version.eq(row.version)),
    );
    row.withdrawn_at = Some(now);
    let (consent, receiver) = (row.id, row.receiver.clone());
    Held::sending_stopped(&mut unit, consent).await?;
    for sent in held.hand_overs.iter_mut().filter(|sent| sent.basis_id == consent) {
        tell(desk, &mut unit, sent).await?;
    }
    held.settle(desk, &mut unit, None, |query| query);
    unit.audit(
        Audit::write("referral.withdraw-consent", SubjectKind::Referral, held.row.id)
            .purpose(receiver.clone()),
    );
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.consent")
            .change("given", "withdrawn")
            .office(held.row.office.as_deref())
            .dim("receiver", receiver),
    );
    unit.commit().await?;
    Ok(())
}

/// Stops one hand-over where it can be stopped, and tells its receiver either way.
async fn tell(
    desk: &ReferralDesk,
    unit: &mut haqqi_kernel::Uow,
    sent: &mut hand_over::Model,
) -> Result<(), ReferralError> {
    use hand_over::Column as C;
    let now = unit.now();
    let state = HandOverState::from_code(&sent.state).ok_or(ReferralError::NotFound)?;
    if state == HandOverState::Declined {
        return Ok(());
    }
    let to = if state.may_become(HandOverState::Stopped) { HandOverState::Stopped } else { state };
    unit.update_one(
        hand_over::Entity::update_many()
            .col_expr(C::State, Expr::value(to.code()))
            .col_expr(C::ConsentWithdrawnAt, Expr::value(Some(now)))
            .col_expr(C::Version, Expr::value(sent.version + 1))
            .filter(C::Id.eq(sent.id))
            .filter(C::Version.eq(sent.version)),
    );
    if to == HandOverState::Stopped {
        drop_deadline(unit, sent.id, answer_clock(sent.danger)).await?;
        finish_items(unit, sent.id, ItemKind::HandOverToAnswer);
        finish_items(unit, sent.id, ItemKind::HandOverAnswered);
    }
    let clock = desk.clocks.begin(answer_clock(sent.danger), now, None)?;
    let reference = sent.reference.parse().map_err(|_| ReferralError::NotFound)?;
    open_item(
        unit,
        NewItem {
            agency: Some(sent.agency.clone()),
            urgency: Urgency::High,
            ..NewItem::new(
                ItemKind::ConsentWithdrawn,
                SubjectKind::HandOver,
                sent.id,
                About::Nothing,
                reference,
                clock.due_at,
            )
        },
    );
    unit.event(
        Event::new(SubjectKind::HandOver, sent.id, "hand-over.consent-withdrawn")
            .change(state.code(), to.code())
            .office(sent.office.as_deref())
            .dim("receiver", sent.agency.clone()),
    );
    to.code().clone_into(&mut sent.state);
    sent.consent_withdrawn_at = Some(now);
    Ok(())
}
