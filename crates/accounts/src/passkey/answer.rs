//! Passkeys that answer: at sign-in, and where the second factor is asked for anew.

use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::ceremony::{Assertion, Expected, Known, Refusal, asserted};
use super::challenge::{self, For};
use super::{Answer, Party, bytes_of, handle, tag_of};
use crate::entity::{passkey, staff};
use crate::password::{PasswordError, Tries};
use crate::session::{self, NewSession, begin};
use crate::sign_in::{Origin, SignInError, count, place, resting};

/// An answer that holds: the challenge that it used up, and the counter that the passkey now has.
struct Held {
    challenge: [u8; 32],
    counter: u32,
}

/// Whether this passkey answered.
fn verify(
    house: &House,
    party: &Party,
    what: For,
    answer: &Answer,
    row: &passkey::Model,
) -> Result<Held, Refusal> {
    let bytes = challenge::taken(house, what, &answer.challenge).ok_or(Refusal::Challenge)?;
    let pieces = [&answer.client_data, &answer.data, &answer.signature, &answer.user].map(|p| bytes_of(p));
    let [Some(client_data), Some(data), Some(signature), Some(user)] = pieces else {
        return Err(Refusal::Shape);
    };
    // 7.2, step 6: where nobody was known before, the authenticator says whose it is.
    let unsaid = user.is_empty() && what != For::SignIn;
    if !unsaid && user != handle(house, row.staff_id) {
        return Err(Refusal::Person);
    }
    let known = Known { key: &row.public_key, counter: row.counter, may_be_copied: row.may_be_copied };
    let assertion = Assertion { client_data: &client_data, data: &data, signature: &signature };
    let counter = asserted(&Expected { party, challenge: &bytes }, &assertion, &known)?;
    Ok(Held { challenge: bytes, counter })
}

/// Says in the log why an answer was refused, and in the audit where a counter went back: the key may have been copied.
async fn refuse(house: &House, row: &passkey::Model, refusal: Refusal) -> Result<(), CommitError> {
    tracing::info!(%refusal, "a passkey was refused");
    if refusal == Refusal::Counter {
        let mut unit = house.unit(Actor::System);
        unit.audit(Audit::write("staff.passkey-went-back", SubjectKind::Staff, row.staff_id));
        unit.commit().await?;
    }
    Ok(())
}

/// Uses the answer up in this unit: of two requests with one answer the second is refused.
fn take(unit: &mut Uow, row: &passkey::Model, held: &Held) {
    challenge::spend(unit, &held.challenge);
    let now = unit.now();
    unit.update_one(
        passkey::Entity::update_many()
            .col_expr(passkey::Column::Counter, Expr::value(i64::from(held.counter)))
            .col_expr(passkey::Column::LastUsedAt, Expr::value(Some(now)))
            .filter(passkey::Column::Id.eq(row.id))
            .filter(passkey::Column::Counter.eq(row.counter)),
    );
}

/// The passkey that an answer names, with its tag.
async fn named(house: &House, answer: &Answer) -> Result<(Vec<u8>, Option<passkey::Model>), DbErr> {
    let tag = tag_of(house, &bytes_of(&answer.credential).unwrap_or_default());
    let row =
        passkey::Entity::find().filter(passkey::Column::Tag.eq(tag.clone())).one(house.reader()).await?;
    Ok((tag, row))
}

/// Signs somebody in by a passkey alone. Wrong tries are counted as those with a password, for each passkey.
///
/// # Errors
/// [`SignInError`].
pub async fn sign_in_by_passkey(
    house: &House,
    from: &Origin,
    party: &Party,
    answer: &Answer,
) -> Result<NewSession, SignInError> {
    let now = house.now();
    let (tag, row) = named(house, answer).await?;
    let person = match &row {
        Some(row) => staff::Entity::find_by_id(row.staff_id).one(house.reader()).await?,
        None => None,
    };
    let name = format!("passkey {}", data_encoding::HEXLOWER.encode(&tag));
    let place = place(house, from, &name, person.as_ref());
    if resting(&place, now) {
        return Err(SignInError::Slow);
    }
    let open = person.filter(|person| person.disabled_at.is_none());
    let Some((row, person)) = row.zip(open) else {
        count(&place, now, false);
        return Err(SignInError::Wrong);
    };
    let held = match verify(house, party, For::SignIn, answer, &row) {
        Ok(held) => held,
        Err(refusal) => {
            count(&place, now, false);
            refuse(house, &row, refusal).await?;
            return Err(SignInError::Wrong);
        }
    };
    let mut unit = house.unit(Actor::System);
    take(&mut unit, &row, &held);
    let session = begin(&mut unit, person.id, from.agent.clone(), true);
    unit.audit(Audit::write("staff.sign-in-passkey", SubjectKind::Staff, person.id));
    match unit.commit().await {
        Err(CommitError::Stale | CommitError::Unique(_)) => return Err(SignInError::Wrong),
        other => other?,
    };
    count(&place, now, true);
    Ok(session)
}

/// Shows by one of the own passkeys that it is still the same person, so that it counts as fresh for some minutes.
///
/// # Errors
/// [`PasswordError`].
pub async fn confirm_by_passkey(
    house: &House,
    actor: &Actor,
    session: Uuid,
    party: &Party,
    answer: &Answer,
) -> Result<(), PasswordError> {
    let own = actor.account().ok_or(PasswordError::Wrong)?;
    let tries = Tries::of(house, session)?;
    let (_, row) = named(house, answer).await?;
    let Some(row) = row.filter(|row| row.staff_id == own) else { return Err(tries.wrong()) };
    let held = match verify(house, party, For::Confirming(session), answer, &row) {
        Ok(held) => held,
        Err(refusal) => {
            refuse(house, &row, refusal).await?;
            return Err(tries.wrong());
        }
    };
    let mut unit = house.unit(actor.clone());
    take(&mut unit, &row, &held);
    session::refresh(&mut unit, session);
    unit.audit(Audit::write("staff.confirm-passkey", SubjectKind::Staff, own));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale | CommitError::Unique(_)) => Err(PasswordError::Wrong),
        Err(error) => Err(error.into()),
    }
}
