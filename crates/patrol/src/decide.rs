//! A person's decision on an advertisement, and what she saw of what was found in it. Nothing is sent by it.

use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reason, Reference, SubjectKind, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use crate::desk::PatrolDesk;
use crate::entity::{advert, advert_decision, advert_indicator};
use crate::model::{Decision, LONGEST_NOTE, Verdict};
use crate::store;

/// What is decided.
#[derive(Debug, Clone)]
pub struct Decided {
    /// What becomes of it.
    pub decision: Decision,
    /// Why, in words; needed where it is passed on.
    pub note: String,
    /// What was seen of the indicators: each that is named has a verdict.
    pub verdicts: Vec<(String, Verdict)>,
}

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// There is none, or it is out of reach.
    #[error("not found")]
    NotFound,
    /// The note is missing or too long.
    #[error("say why, in at most {LONGEST_NOTE} characters")]
    Note,
    /// An indicator was not found in this advertisement.
    #[error("no such indicator here")]
    Indicator,
    /// The commit's answer; stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's error.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Decides. A later decision takes the place of the one before, which stays in the history.
///
/// # Errors
/// [`DecideError`]; then nothing was written.
pub async fn decide(
    desk: &PatrolDesk,
    actor: &Actor,
    reference: Reference,
    decided: &Decided,
) -> Result<(), DecideError> {
    let scope = judge(actor, Action::Patrol).map_err(|_| DecideError::NotFound)?;
    let house = &desk.site.house;
    let model = store::by_reference(house, &scope, reference).await?.ok_or(DecideError::NotFound)?;
    let note = decided.note.trim();
    let passed_on = matches!(decided.decision, Decision::Inspection | Decision::Cybercrime);
    if note.chars().count() > LONGEST_NOTE || (passed_on && Reason::parse(note).is_err()) {
        return Err(DecideError::Note);
    }
    let own = store::indicators_of(house, &[model.id]).await?;
    if decided.verdicts.iter().any(|(name, _)| !own.iter().any(|one| one.indicator == *name)) {
        return Err(DecideError::Indicator);
    }
    let key = house.subject_key(model.id).await?;
    let mut unit = house.unit(actor.clone());
    let code = decided.decision.code();
    unit.update_one(
        advert::Entity::update_many()
            .col_expr(advert::Column::Decision, Expr::value(Some(code.to_owned())))
            .col_expr(advert::Column::DecidedAt, Expr::value(Some(unit.now())))
            .col_expr(advert::Column::Version, Expr::value(model.version + 1))
            .filter(advert::Column::Id.eq(model.id))
            .filter(advert::Column::Version.eq(model.version)),
    );
    let sealed = (!note.is_empty()).then(|| unit.seal(&key, "decision.note", note));
    unit.insert(advert_decision::ActiveModel {
        id: Set(unit.id()),
        advert_id: Set(model.id),
        decision: Set(code.to_owned()),
        note: Set(sealed),
        decided_at: Set(unit.now()),
        decided_by: Set(actor.account()),
    });
    for (indicator, verdict) in &decided.verdicts {
        unit.update_one(
            advert_indicator::Entity::update_many()
                .col_expr(advert_indicator::Column::Verdict, Expr::value(Some(verdict.code().to_owned())))
                .filter(advert_indicator::Column::AdvertId.eq(model.id))
                .filter(advert_indicator::Column::Indicator.eq(indicator.as_str())),
        );
    }
    unit.audit(Audit::write("advert.decide", SubjectKind::Advert, model.id).purpose(code));
    let from = model.decision.clone().unwrap_or_else(|| "open".to_owned());
    unit.event(
        Event::new(SubjectKind::Advert, model.id, "advert.decided")
            .change(from, code)
            .dim("level", model.level.as_str()),
    );
    unit.commit().await?;
    Ok(())
}
