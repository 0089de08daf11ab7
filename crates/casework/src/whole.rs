//! Weighing all that is known of a complaint: what was told, answered, asked again and said of single indicators. Whoever
//! weighs the whole does it here: an officer who says what is so, and the house when its instruments or lexicons are others.

use std::collections::BTreeMap;

use haqqi_complaints::{Age, Desk, ReadError, Stored, Summary, stored, urgent_row};
use haqqi_kernel::{Actor, CommitError, OpenError, SubjectKey, Uow};
use haqqi_screening::engine::Assessment;
use haqqi_screening::{
    Answer, AssessedSubject, Before, FlagError, Given, Occasion, Recorded, Said, ScreenInput, Source,
    known_before, record, record_whole, weigh,
};
use haqqi_worklist::UnknownClock;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::audited::to_read;
use crate::entity::rescreening;
use crate::rescreen::{FIELD, subject};

/// Why it cannot be weighed.
#[derive(Debug, thiserror::Error)]
pub enum WholeError {
    /// What was told cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What was assessed before cannot be read.
    #[error(transparent)]
    Flag(#[from] FlagError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// All that is known of a complaint, opened by a rule of the house: no person reads it by that.
pub(crate) struct Whole {
    key: SubjectKey,
    subject: AssessedSubject,
    stored: Stored,
    asked_again: Vec<Given>,
    /// What was assessed and said before.
    pub before: Before,
}

impl Whole {
    /// Opens it.
    pub(crate) async fn of(desk: &Desk, complaint: &Summary) -> Result<Self, WholeError> {
        let house = &desk.site.house;
        let (key, proof) =
            to_read::<WholeError>(desk, &Actor::System, complaint.id, "assessment.weigh").await?;
        // First: what is assessed from now on makes all of it stale.
        let before = known_before(&desk.screening, complaint.id, &key, &proof).await?;
        let stored = stored(desk, complaint, &key, &proof).await?;
        let rows = rescreening::Entity::find()
            .filter(rescreening::Column::ComplaintId.eq(complaint.id))
            .all(house.reader())
            .await?;
        let mut asked_again = Vec::new();
        for row in rows {
            let json = house.open(&proof, &key, FIELD, &row.answers)?;
            let answers: BTreeMap<String, Answer> =
                serde_json::from_str(&json).map_err(|_| OpenError::Broken)?;
            asked_again.extend(Source::Worker.says(&answers));
        }
        let kind = desk.site.pack.kind(&complaint.kind);
        let subject = before.grown(AssessedSubject {
            kind_screens: kind.is_some_and(|kind| kind.screen),
            ..subject(complaint)
        });
        Ok(Self { key, subject, stored, asked_again, before })
    }

    /// What was told.
    pub(crate) fn stored(&self) -> &Stored {
        &self.stored
    }

    /// As the engine reads it, with what is said now.
    fn input(&self, desk: &Desk, said: &[Said], occasion: Occasion) -> ScreenInput {
        let mut answers = self.stored.answers.clone();
        answers.extend(self.asked_again.iter().cloned());
        let now = (said, desk.site.house.now());
        let input = self.before.whole(&desk.screening, &self.stored.told(), answers, now);
        ScreenInput { occasion: Some(occasion), ..input }
    }

    /// What it gives today.
    pub(crate) fn weighed(&self, desk: &Desk) -> Assessment {
        weigh(&desk.screening, &self.subject, &self.input(desk, &[], Occasion::ReadAnew))
    }

    /// Whether it gives anything else than the last assessment says, or more.
    pub(crate) fn differs(&self, desk: &Desk) -> bool {
        self.before.differs(&desk.screening, &self.weighed(desk))
    }

    /// Records within the unit what it gives where the worker, or whom her words mean, is or may be under 18. What people decided
    /// before they knew that settles nothing of it. The caller changes the record's row.
    pub(crate) fn record_child(&self, desk: &Desk, unit: &mut Uow) -> Result<Recorded, UnknownClock> {
        let child = AssessedSubject { age: Age::Child.code().to_owned(), ..self.subject.clone() };
        let input = self.input(desk, &[], Occasion::Said);
        let input = ScreenInput { child_met: true, settled: None, ..input };
        let with = (self.before.number, [].as_slice());
        record_whole(unit, &desk.screening, &child, &self.key, &input, with)
    }

    /// Records within the unit what it gives, with what its actor says now.
    pub(crate) fn record(
        &self,
        desk: &Desk,
        unit: &mut Uow,
        complaint: &Summary,
        said: &[Said],
        occasion: Occasion,
    ) -> Result<Recorded, UnknownClock> {
        let input = self.input(desk, said, occasion);
        let with = (self.before.number, said);
        let found = record_whole(unit, &desk.screening, &self.subject, &self.key, &input, with)?;
        mark_danger(unit, complaint, &found);
        Ok(found)
    }
}

/// Records what new answers alone give, within the unit.
pub(crate) fn record_answers(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    input: &ScreenInput,
) -> Result<Recorded, UnknownClock> {
    let found = record(unit, &desk.screening, &subject(complaint), key, input)?;
    mark_danger(unit, complaint, &found);
    Ok(found)
}

fn mark_danger(unit: &mut Uow, complaint: &Summary, found: &Recorded) {
    if found.urgent {
        urgent_row(unit, complaint);
    }
}
