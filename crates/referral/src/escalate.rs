//! Opening a case: in the unit of the decision that escalates a flag. Nothing leaves the house by that; somebody is
//! to ask her.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use haqqi_kernel::{Audit, CommitError, Event, House, Reference, ReferenceKind, Role, SubjectKind, Uow};
use haqqi_screening::{EscalatedFlag, Escalation, Level};
use haqqi_worklist::{About, Clocks, ItemKind, NewDeadline, NewItem, Urgency, open_item, seek, set_deadline};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::entity::referral_case;
use crate::model::{CaseState, ProtectionStatus};
use crate::store;

/// Opens cases for the screening room.
pub struct CaseOpener {
    house: House,
    clocks: Clocks,
}

impl CaseOpener {
    /// With these clocks.
    #[must_use]
    pub fn new(house: House, clocks: Clocks) -> Self {
        Self { house, clocks }
    }
}

#[async_trait]
impl Escalation for CaseOpener {
    async fn open_case(&self, unit: &mut Uow, flag: &EscalatedFlag) -> Result<(), CommitError> {
        let id = unit.id();
        // What is noted of the case is sealed under a key of its own, not the complaint's.
        let _key = unit.new_subject(id);
        let reference = unit.reference(ReferenceKind::Referral);
        let clock = self
            .clocks
            .begin("consent-asked", unit.now(), flag.office.as_deref())
            .map_err(|e| CommitError::Db(e.to_string()))?;
        unit.insert(referral_case::ActiveModel::from(referral_case::Model {
            id,
            reference: reference.to_string(),
            flag_id: flag.flag,
            flag_reference: flag.reference.to_string(),
            complaint_id: flag.complaint,
            complaint_reference: flag.complaint_reference.to_string(),
            level: flag.level.code().to_owned(),
            age: flag.age.clone(),
            language: flag.language.clone(),
            office: flag.office.clone(),
            state: CaseState::ToAsk.code().to_owned(),
            due_at: clock.due_at,
            protection_status: ProtectionStatus::None.code().to_owned(),
            protection_status_at: None,
            opened_at: unit.now(),
            opened_by: unit.actor().account(),
            closed_at: None,
            outcome: None,
            version: 1,
        }));
        let danger = flag.level == Level::Danger;
        let item = open_item(
            unit,
            NewItem {
                office: flag.office.clone(),
                role: Some(Role::ReferralCoordinator),
                urgency: if danger { Urgency::Danger } else { Urgency::High },
                language: Some(flag.language.clone()),
                level: Some(flag.level.code().to_owned()),
                duty: danger,
                child: flag.age == "child",
                ..NewItem::new(
                    ItemKind::ConsentToAsk,
                    SubjectKind::Referral,
                    id,
                    About::Complaint(flag.complaint),
                    reference,
                    clock.due_at,
                )
            },
        );
        let deadline = NewDeadline {
            subject_kind: SubjectKind::Referral,
            subject: id,
            item: Some(item),
            office: flag.office.as_deref(),
        };
        set_deadline(unit, &deadline, &clock);
        // Every coordinator may have a tie to the workplace.
        seek(unit, item);
        unit.audit(
            Audit::write("referral.open", SubjectKind::Referral, id).purpose(flag.reference.to_string()),
        );
        unit.event(
            Event::new(SubjectKind::Referral, id, "referral.opened")
                .change("", CaseState::ToAsk.code())
                .office(flag.office.as_deref())
                .dim("level", flag.level.code())
                .dim("age", flag.age.clone()),
        );
        Ok(())
    }

    async fn case_of(&self, flag: Uuid) -> Result<Option<(Reference, DateTime<Utc>)>, DbErr> {
        let row = store::case_of_flag(&self.house, flag).await?;
        Ok(row.and_then(|row| Some((row.reference.parse().ok()?, row.opened_at))))
    }
}
