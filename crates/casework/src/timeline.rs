//! What happened to a complaint, from the one history.

use chrono::{DateTime, Utc};
use haqqi_complaints::Desk;
use haqqi_kernel::entity::event;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Happened {
    /// What, as a dotted code; its label is `event-…`.
    pub what: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it, where that is part of what happened: who asked in an interview.
    pub by: Option<Uuid>,
}

/// What is told with who did it.
fn tells_who(what: &str) -> bool {
    what.starts_with("complaint.interview")
}

/// The history of a complaint that the caller may read, oldest first.
///
/// # Errors
/// The database's error.
pub async fn timeline(desk: &Desk, complaint: Uuid) -> Result<Vec<Happened>, DbErr> {
    let rows = event::Entity::find()
        .filter(event::Column::SubjectId.eq(complaint))
        .order_by_asc(event::Column::HappenedAt)
        .order_by_asc(event::Column::Id)
        .all(desk.site.house.reader())
        .await?;
    let mut happened: Vec<_> = rows.into_iter().map(happened_of).collect();
    in_order(&mut happened);
    Ok(happened)
}

fn happened_of(row: event::Model) -> Happened {
    let by = row.actor_id.filter(|_| tells_who(&row.what));
    Happened { what: row.what, at: row.happened_at, by }
}

/// What happened at one moment stands by cause: a complaint is received before anything is made of it.
fn in_order(happened: &mut [Happened]) {
    happened.sort_by_key(|one| (one.at, one.what != "complaint.received"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_received_before_anything_is_made_of_it() {
        let one = |what: &str, second: i64| Happened {
            what: what.to_owned(),
            at: DateTime::from_timestamp(second, 0).unwrap(),
            by: None,
        };
        let mut all = [
            one("assessment.made", 5),
            one("flag.raised", 5),
            one("complaint.received", 5),
            one("complaint.seen", 4),
        ];
        in_order(&mut all);
        let order: Vec<_> = all.iter().map(|one| one.what.as_str()).collect();
        assert_eq!(order, ["complaint.seen", "complaint.received", "assessment.made", "flag.raised"]);
    }
}
