//! Her words for the screening room's page, by the trait that the binary wires.

use async_trait::async_trait;
use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind};
use haqqi_screening::{ToldWords, Words};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::complaint;
use crate::model::{Author, TextKind, Worker};
use crate::open::unsealed;
use crate::store;

/// Reads what she told, audited.
pub struct ComplaintWords {
    house: House,
}

impl ComplaintWords {
    /// The words of a house.
    #[must_use]
    pub fn new(house: House) -> Self {
        Self { house }
    }
}

fn failed(cause: impl std::fmt::Display) -> CommitError {
    CommitError::Db(cause.to_string())
}

#[async_trait]
impl Words for ComplaintWords {
    async fn words(&self, actor: &Actor, complaint: Uuid) -> Result<Vec<ToldWords>, CommitError> {
        let texts = store::texts(&self.house, complaint).await.map_err(failed)?;
        let key = self.house.subject_key(complaint).await.map_err(failed)?;
        let mut unit = self.house.unit(actor.clone());
        unit.audit(Audit::read("complaint.read", SubjectKind::Complaint, complaint).purpose("flag"));
        let proof = unit.commit().await?;
        let open = |sealed: &[u8]| self.house.open(&proof, &key, "text.body", sealed).map_err(failed);
        let mut told = Vec::new();
        for text in texts.iter().filter(|text| {
            text.kind != TextKind::Translation.code()
                && (text.author == Author::Worker.code() || text.author == Author::Filer.code())
        }) {
            let translation = texts.iter().rev().find(|other| other.translation_of == Some(text.id));
            told.push(ToldWords {
                text: text.id,
                by_filer: text.author == Author::Filer.code(),
                language: text.language.clone(),
                body: open(&text.body)?,
                translation: match translation {
                    Some(translation) => Some((translation.language.clone(), open(&translation.body)?)),
                    None => None,
                },
            });
        }
        Ok(told)
    }

    async fn nationality(&self, actor: &Actor, complaint: Uuid) -> Result<Option<String>, CommitError> {
        let row = complaint::Entity::find_by_id(complaint).one(self.house.reader()).await.map_err(failed)?;
        let Some(sealed) = row.and_then(|row| row.worker) else { return Ok(None) };
        let key = self.house.subject_key(complaint).await.map_err(failed)?;
        let mut unit = self.house.unit(actor.clone());
        unit.audit(Audit::read("complaint.read", SubjectKind::Complaint, complaint).purpose("measured"));
        let proof = unit.commit().await?;
        let opened = self.house.open(&proof, &key, "complaint.worker", &sealed).map_err(failed)?;
        Ok(unsealed::<Worker>(Some(opened)).map_err(failed)?.nationality)
    }

    async fn cluster(&self, complaint: Uuid) -> Result<Option<i32>, DbErr> {
        let reader = self.house.reader();
        let Some(row) = complaint::Entity::find_by_id(complaint).one(reader).await? else { return Ok(None) };
        let Some(establishment) = row.establishment_id.filter(|_| row.cluster.is_none()) else {
            return Ok(row.cluster);
        };
        // Fewer than make a cluster are told all the same: they hasten nothing, but who decides should know of them.
        use complaint::Column as C;
        let many = complaint::Entity::find()
            .filter(C::EstablishmentId.eq(establishment))
            .filter(C::Office.eq(row.office))
            .filter(Condition::any().add(C::Outcome.is_null()).add(C::Outcome.ne("duplicate")))
            .count(reader)
            .await?;
        Ok(i32::try_from(many).ok().filter(|many| *many > 1))
    }
}
