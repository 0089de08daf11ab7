//! A case as it was read, with all that its state depends on; and the one way to write it back.

use chrono::{DateTime, Utc};
use haqqi_kernel::{House, Reason, Reference, Scope, SubjectKind, Uow};
use haqqi_pack::Pack;
use haqqi_screening::Level;
use haqqi_worklist::{
    About, Clocks, ItemKind, NewDeadline, NewItem, Urgency, drop_deadline, finish_items, meet_deadline,
    open_item, set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::entity::{hand_over, referral_case, referral_consent, referral_ground};
use crate::error::{ReferralError, Refusal};
use crate::model::{
    Answered, Basis, CaseState, ConsentGiven, GroundHeld, GroundKind, HandOverState, Knows, Standing,
    standing, weigh,
};
use crate::store;

/// The coded side of a case.
#[derive(Debug, Clone)]
pub struct CaseRow {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// The flag.
    pub flag: Reference,
    /// The complaint, never shown.
    pub complaint: Uuid,
    /// The complaint's reference.
    pub complaint_reference: Reference,
    /// The flag's level.
    pub level: Level,
    /// `adult`, `child`, `unknown`.
    pub age: String,
    /// Her language.
    pub language: String,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// Where it stands.
    pub state: CaseState,
    /// When the next thing is due.
    pub due_at: DateTime<Utc>,
    /// Protection status, a code.
    pub protection: String,
    /// Since when.
    pub protection_at: Option<DateTime<Utc>>,
    /// When opened.
    pub opened_at: DateTime<Utc>,
    /// When closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// The outcome, once closed.
    pub outcome: Option<String>,
    /// For optimistic locking.
    pub version: i32,
}

impl CaseRow {
    pub(crate) fn of(row: referral_case::Model) -> Option<Self> {
        Some(Self {
            id: row.id,
            reference: row.reference.parse().ok()?,
            flag: row.flag_reference.parse().ok()?,
            complaint: row.complaint_id,
            complaint_reference: row.complaint_reference.parse().ok()?,
            level: Level::from_code(&row.level)?,
            age: row.age,
            language: row.language,
            office: row.office,
            state: CaseState::from_code(&row.state)?,
            due_at: row.due_at,
            protection: row.protection_status,
            protection_at: row.protection_status_at,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            outcome: row.outcome,
            version: row.version,
        })
    }

    /// Somebody is in danger.
    #[must_use]
    pub fn danger(&self) -> bool {
        self.level == Level::Danger
    }
}

/// The coded side of a hand-over.
#[derive(Debug, Clone)]
pub struct HandOverRow {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// The receiver, a code of the pack.
    pub agency: String,
    /// The purpose, a service of the pack.
    pub purpose: String,
    /// The ground, a code.
    pub ground: String,
    /// What kinds of things were shared.
    pub items: Vec<String>,
    /// Somebody is in danger.
    pub danger: bool,
    /// Where it stands.
    pub state: HandOverState,
    /// When sent.
    pub sent_at: DateTime<Utc>,
    /// When its answer is due.
    pub due_at: DateTime<Utc>,
    /// When answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// The reason for declining, a code of the pack.
    pub reason: Option<String>,
    /// When consent to it was withdrawn.
    pub consent_withdrawn_at: Option<DateTime<Utc>>,
    /// For optimistic locking.
    pub version: i32,
}

impl HandOverRow {
    pub(crate) fn of(row: &hand_over::Model) -> Option<Self> {
        Some(Self {
            id: row.id,
            reference: row.reference.parse().ok()?,
            agency: row.agency.clone(),
            purpose: row.purpose.clone(),
            ground: row.ground.clone(),
            items: row.items.split(' ').filter(|item| !item.is_empty()).map(str::to_owned).collect(),
            danger: row.danger,
            state: HandOverState::from_code(&row.state)?,
            sent_at: row.sent_at,
            due_at: row.due_at,
            answered_at: row.answered_at,
            reason: row.reason.clone(),
            consent_withdrawn_at: row.consent_withdrawn_at,
            version: row.version,
        })
    }
}

/// A case with its rows. Use cases change what is held as they change the rows, then [`Held::settle`] writes the case.
pub(crate) struct Held {
    pub row: CaseRow,
    pub consents: Vec<referral_consent::Model>,
    pub grounds: Vec<referral_ground::Model>,
    pub hand_overs: Vec<hand_over::Model>,
}

impl Held {
    /// The case of this reference, if the scope reaches it.
    pub(crate) async fn reach(
        house: &House,
        scope: &Scope,
        reference: Reference,
    ) -> Result<Self, ReferralError> {
        let row = store::case(house, scope, reference).await?.ok_or(ReferralError::NotFound)?;
        Self::load(house, row).await
    }

    /// The case of a row that was reached in another way: a hand-over, a ground to approve.
    pub(crate) async fn of(house: &House, case: Uuid) -> Result<Self, ReferralError> {
        let row = store::case_of(house, case).await?.ok_or(ReferralError::NotFound)?;
        Self::load(house, row).await
    }

    async fn load(house: &House, row: referral_case::Model) -> Result<Self, ReferralError> {
        let row = CaseRow::of(row).ok_or(ReferralError::NotFound)?;
        let consents = store::consents(house, row.id).await?;
        let grounds = store::grounds(house, row.id).await?;
        let hand_overs = store::hand_overs_of(house, row.id).await?;
        Ok(Self { row, consents, grounds, hand_overs })
    }

    /// The case is still open, or nothing can be done with it.
    pub(crate) fn must_be_open(&self) -> Result<(), ReferralError> {
        if self.row.state == CaseState::Closed { Err(Refusal::State.into()) } else { Ok(()) }
    }

    pub(crate) fn knows(&self, now: DateTime<Utc>) -> Knows {
        Knows { level: self.row.level, age: self.row.age.clone(), now }
    }

    /// What a hand-over might rest on, each with the code of forms: `consent-1`, `ground-2`.
    pub(crate) fn bases(&self) -> Vec<(String, Basis)> {
        let consents =
            self.consents.iter().filter_map(|row| Some((format!("consent-{}", row.number), given(row)?)));
        let grounds =
            self.grounds.iter().filter_map(|row| Some((format!("ground-{}", row.number), held(row)?)));
        consents.chain(grounds).collect()
    }

    pub(crate) fn basis(&self, code: &str) -> Result<Basis, ReferralError> {
        let found = self.bases().into_iter().find(|(its, _)| its == code);
        found.map(|(_, basis)| basis).ok_or_else(|| Refusal::Basis.into())
    }

    /// The bases that hold now.
    pub(crate) fn holding(&self, pack: &Pack, now: DateTime<Utc>) -> Vec<(String, Basis)> {
        let knows = self.knows(now);
        let holds = |basis: &Basis| {
            let (receiver, purpose) = basis.target();
            weigh(pack, &knows, receiver, purpose, basis).is_ok()
        };
        self.bases().into_iter().filter(|(_, basis)| holds(basis)).collect()
    }

    fn state(&self, pack: &Pack, now: DateTime<Utc>) -> CaseState {
        let used = |id: Uuid| self.hand_overs.iter().any(|row| row.basis_id == id);
        standing(&Standing {
            closed: self.row.closed_at.is_some(),
            hand_overs: self
                .hand_overs
                .iter()
                .filter_map(|row| HandOverState::from_code(&row.state))
                .collect(),
            unused_grounds: self.holding(pack, now).iter().filter(|(_, basis)| !used(basis.id())).count(),
            answers: self
                .consents
                .iter()
                .filter_map(|row| Some((Answered::from_code(&row.answer)?, row.withdrawn_at.is_some())))
                .collect(),
        })
    }

    /// Writes the case as it now stands, guarded by the version that was read. `due` is the clock that was begun.
    pub(crate) fn settle(
        &self,
        desk: &ReferralDesk,
        unit: &mut Uow,
        due: Option<DateTime<Utc>>,
        more: impl FnOnce(UpdateMany<referral_case::Entity>) -> UpdateMany<referral_case::Entity>,
    ) -> CaseState {
        use referral_case::Column as C;
        let now = unit.now();
        let state = self.state(desk.pack(), now);
        let waiting = self
            .hand_overs
            .iter()
            .filter(|row| HandOverState::from_code(&row.state).is_some_and(HandOverState::waits))
            .map(|row| row.due_at)
            .min();
        let due_at = match state {
            CaseState::HandedOver => waiting.unwrap_or(now),
            CaseState::ToAsk | CaseState::Ready => due.unwrap_or(self.row.due_at),
            CaseState::Closed => self.row.due_at,
            // Nothing runs: the next step is the coordinator's, at once.
            CaseState::Refused | CaseState::Accepted | CaseState::Declined => now,
        };
        let query = referral_case::Entity::update_many()
            .col_expr(C::State, Expr::value(state.code()))
            .col_expr(C::DueAt, Expr::value(due_at))
            .col_expr(C::Version, Expr::value(self.row.version + 1))
            .filter(C::Id.eq(self.row.id))
            .filter(C::Version.eq(self.row.version));
        unit.update_one(more(query));
        state
    }

    /// A work item on this case for the coordinator, or the duty officer where there is danger.
    pub(crate) fn item(&self, kind: ItemKind, subject: Uuid, due_at: DateTime<Utc>) -> NewItem {
        NewItem {
            office: self.row.office.clone(),
            role: Some(haqqi_kernel::Role::ReferralCoordinator),
            urgency: if self.row.danger() { Urgency::Danger } else { Urgency::High },
            language: Some(self.row.language.clone()),
            level: Some(self.row.level.code().to_owned()),
            duty: self.row.danger(),
            child: self.row.age == "child",
            ..NewItem::new(
                kind,
                SubjectKind::Referral,
                subject,
                About::Complaint(self.row.complaint),
                self.row.reference,
                due_at,
            )
        }
    }

    /// A ground is present: something can be sent, and that has a clock.
    pub(crate) fn start_sending(
        &self,
        clocks: &Clocks,
        unit: &mut Uow,
        basis: Uuid,
    ) -> Result<DateTime<Utc>, ReferralError> {
        let code = if self.row.danger() { "hand-over-sent-danger" } else { "hand-over-sent" };
        let clock = clocks.begin(code, unit.now(), self.row.office.as_deref())?;
        let item = open_item(unit, self.item(ItemKind::HandOverToSend, basis, clock.due_at));
        let deadline = NewDeadline {
            subject_kind: SubjectKind::Referral,
            subject: basis,
            item: Some(item),
            office: self.row.office.as_deref(),
        };
        set_deadline(unit, &deadline, &clock);
        Ok(clock.due_at)
    }

    /// Something was sent on this basis.
    pub(crate) async fn sending_done(unit: &mut Uow, basis: Uuid) -> Result<(), ReferralError> {
        for code in ["hand-over-sent", "hand-over-sent-danger"] {
            meet_deadline(unit, basis, code).await?;
        }
        finish_items(unit, basis, ItemKind::HandOverToSend);
        Ok(())
    }

    /// Nothing will be sent on this basis any more.
    pub(crate) async fn sending_stopped(unit: &mut Uow, basis: Uuid) -> Result<(), ReferralError> {
        for code in ["hand-over-sent", "hand-over-sent-danger"] {
            drop_deadline(unit, basis, code).await?;
        }
        finish_items(unit, basis, ItemKind::HandOverToSend);
        Ok(())
    }
}

fn given(row: &referral_consent::Model) -> Option<Basis> {
    Some(Basis::Consent(ConsentGiven {
        id: row.id,
        receiver: row.receiver.clone(),
        purpose: row.purpose.clone(),
        answer: Answered::from_code(&row.answer)?,
        ends_at: row.ends_at,
        withdrawn: row.withdrawn_at.is_some(),
    }))
}

fn held(row: &referral_ground::Model) -> Option<Basis> {
    // A refused ground is no ground, also where nobody had to approve it.
    if row.decision.as_deref() == Some("refused") {
        return None;
    }
    Some(Basis::Ground(GroundHeld {
        id: row.id,
        kind: GroundKind::from_code(&row.kind)?,
        receiver: row.receiver.clone(),
        purpose: row.purpose.clone(),
        article: row.article.clone(),
        numbered: row.order_number.is_some(),
        apparent: row.apparent,
        recorded_by: row.recorded_by,
        approved_by: row.decided_by.filter(|_| row.decision.as_deref() == Some("approved")),
    }))
}

/// The clock of an agency's answer.
pub(crate) fn answer_clock(danger: bool) -> &'static str {
    if danger { "hand-over-answered-danger" } else { "hand-over-answered" }
}

/// A reason in words, not too long.
pub(crate) fn reason_of(text: &str) -> Result<Reason, ReferralError> {
    let reason = Reason::parse(text).ok().filter(|why| why.length() <= crate::model::LONGEST_WORDS);
    reason.ok_or_else(|| Refusal::Why.into())
}

/// Words of a form: there, and not too long.
pub(crate) fn words_of(text: &str) -> Result<&str, ReferralError> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 || length > crate::model::LONGEST_WORDS { Err(Refusal::Words.into()) } else { Ok(text) }
}
