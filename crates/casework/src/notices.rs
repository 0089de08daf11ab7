//! Telling staff: who is told of a step of the ladder, and the mails that say that there is work.

use haqqi_accounts::Directory;
use haqqi_complaints::Desk;
use haqqi_kernel::{Actor, Claimed, CommitError, Done, House, JobFailure, out_of_reach};
use haqqi_messaging::{MailKind, SealedMail, is_address, queue_sealed};
use haqqi_worklist::{
    Colleague, bundles, look_for_somebody, on_duty, raise_roster_alarm, set_mail_way, take_bundle, tell,
};
use sea_orm::DbErr;
use uuid::Uuid;

/// The job behind [`haqqi_worklist::TELL`].
///
/// # Errors
/// As [`haqqi_worklist::tell`].
pub async fn tell_staff(desk: &Desk, claimed: &Claimed) -> Done {
    let people = colleagues(&desk.site.house).await.map_err(|e| JobFailure::Again(e.to_string()))?;
    tell(&desk.site.house, desk.clocks(), &people, claimed).await
}

/// The job behind [`haqqi_worklist::SEEK`].
///
/// # Errors
/// As [`haqqi_worklist::look_for_somebody`].
pub async fn seek_somebody(desk: &Desk, claimed: &Claimed) -> Done {
    let people = colleagues(&desk.site.house).await.map_err(|e| JobFailure::Again(e.to_string()))?;
    look_for_somebody(&desk.site.house, &people, claimed).await
}

/// The job behind [`haqqi_worklist::ROSTER_ALARM`].
///
/// # Errors
/// As [`haqqi_worklist::raise_roster_alarm`].
pub async fn tell_roster_gap(desk: &Desk, claimed: &Claimed) -> Done {
    let people = colleagues(&desk.site.house).await.map_err(|e| JobFailure::Again(e.to_string()))?;
    raise_roster_alarm(&desk.site.house, &people, claimed).await
}

/// Everybody who has an account, as the ladder knows them.
pub(crate) async fn colleagues(house: &House) -> Result<Vec<Colleague>, DbErr> {
    let directory = Directory::new(house.clone());
    let duty = on_duty(house, None, house.now()).await?;
    let away = directory.away().await?;
    let stands_in_for = |deputy: Uuid| {
        away.iter().filter(|(_, stands_in)| **stands_in == Some(deputy)).map(|(staff, _)| *staff).collect()
    };
    let mut all = Vec::new();
    for person in directory.everybody().await?.into_iter().filter(|person| !person.disabled) {
        all.push(Colleague {
            id: person.id,
            actor: person.actor(duty.contains(&person.id)),
            tied: out_of_reach(house, &person.ties).await?,
            away: away.contains_key(&person.id),
            stands_in_for: stands_in_for(person.id),
            office: person.office,
        });
    }
    Ok(all)
}

/// Queues the mails that are due to staff: one a person, whatever waits for them.
///
/// # Errors
/// The database's error; what was queued before stays.
pub async fn mail_staff(house: &House) -> Result<usize, DbErr> {
    let mut queued = 0;
    for bundle in bundles(house).await? {
        let mut unit = house.unit(Actor::System);
        if bundle.notices > 0 {
            let effect = format!("notices:{}:{}", bundle.staff, bundle.number);
            let mail = SealedMail {
                subject: bundle.subject,
                address: &bundle.address,
                kind: MailKind::Work,
                language: &bundle.language,
                effect: &effect,
            };
            queue_sealed(&mut unit, &mail);
        }
        take_bundle(&mut unit, &bundle);
        match unit.commit().await {
            Ok(_) => queued += usize::from(bundle.notices > 0),
            // Another worker was faster.
            Err(CommitError::Unique(_) | CommitError::Stale) => {}
            Err(error) => return Err(DbErr::Custom(error.to_string())),
        }
    }
    Ok(queued)
}

/// Why a person's way for mails was not changed.
#[derive(Debug, thiserror::Error)]
pub enum MailWayError {
    /// Only people with an account are told.
    #[error("no account")]
    NotFound,
    /// No mail can reach it.
    #[error("not a mail address")]
    Address,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Sets by which address a person is told of work, or that none is used.
///
/// # Errors
/// [`MailWayError`]; then nothing was written.
pub async fn choose_mail(
    house: &House,
    actor: &Actor,
    address: &str,
    language: &str,
) -> Result<(), MailWayError> {
    let account = actor.account().ok_or(MailWayError::NotFound)?;
    let address = address.trim();
    if !address.is_empty() && !is_address(address) {
        return Err(MailWayError::Address);
    }
    let mut unit = house.unit(actor.clone());
    set_mail_way(&mut unit, account, (!address.is_empty()).then_some((address, language)));
    unit.commit().await?;
    Ok(())
}
