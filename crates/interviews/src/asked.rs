//! How many were asked alike at a visit: all that the visit's own room learns of it.

use async_trait::async_trait;
use haqqi_inspections::AskedAlike;
use haqqi_kernel::House;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::interview;

/// Counts the interviews of a visit.
pub struct AskedAtVisits(pub House);

#[async_trait]
impl AskedAlike for AskedAtVisits {
    async fn at(&self, visit: Uuid) -> Result<u64, DbErr> {
        let over = interview::Entity::find()
            .filter(interview::Column::AboutId.eq(visit))
            .filter(interview::Column::EndedAt.is_not_null());
        over.count(self.0.reader()).await
    }
}
