//! The audit trail: sealed in batches; any change, gap or reordering shows.

use haqqi_kernel::entity::{audit_batch, audit_entry};
use haqqi_kernel::{Actor, Audit, Sealer, SubjectKind, verify_audit};
use haqqi_testing::TestHouse;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

async fn with_two_batches() -> Vec<TestHouse> {
    let houses = haqqi_testing::houses().await;
    for test in &houses {
        for _ in 0..2 {
            for _ in 0..5 {
                let mut unit = test.house.unit(Actor::System);
                let subject = unit.id();
                unit.audit(Audit::write("complaint.file", SubjectKind::Complaint, subject).purpose("test"));
                unit.commit().await.unwrap();
            }
            assert_eq!(Sealer::new(test.house.clone()).seal().await.unwrap(), 5);
        }
    }
    houses
}

#[tokio::test]
async fn an_untouched_trail_holds() {
    for test in with_two_batches().await {
        let verdict = verify_audit(&test.house).await.unwrap();
        assert_eq!((verdict.batches, verdict.entries, verdict.unsealed), (2, 10, 0), "{}", test.on);
        assert_eq!(verdict.faults, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_changed_column_shows() {
    for test in with_two_batches().await {
        audit_entry::Entity::update_many()
            .col_expr(audit_entry::Column::Purpose, Expr::value("another"))
            .filter(audit_entry::Column::Batch.eq(1))
            .filter(audit_entry::Column::Place.eq(3))
            .exec(test.house.db().chores())
            .await
            .unwrap();
        assert_eq!(verify_audit(&test.house).await.unwrap().faults.len(), 1, "{}", test.on);
    }
}

#[tokio::test]
async fn a_gap_a_reordering_and_a_lost_batch_show() {
    for test in with_two_batches().await {
        let chores = test.house.db().chores();
        audit_entry::Entity::delete_many()
            .filter(audit_entry::Column::Batch.eq(2))
            .filter(audit_entry::Column::Place.eq(4))
            .exec(chores)
            .await
            .unwrap();
        assert!(!verify_audit(&test.house).await.unwrap().faults.is_empty(), "a gap, on {}", test.on);
    }
    for test in with_two_batches().await {
        let chores = test.house.db().chores();
        for (from, to) in [(0, 99), (1, 0), (99, 1)] {
            audit_entry::Entity::update_many()
                .col_expr(audit_entry::Column::Place, Expr::value(to))
                .filter(audit_entry::Column::Batch.eq(1))
                .filter(audit_entry::Column::Place.eq(from))
                .exec(chores)
                .await
                .unwrap();
        }
        assert!(!verify_audit(&test.house).await.unwrap().faults.is_empty(), "a reordering, on {}", test.on);
    }
    for test in with_two_batches().await {
        audit_batch::Entity::delete_by_id(1).exec(test.house.db().chores()).await.unwrap();
        assert!(!verify_audit(&test.house).await.unwrap().faults.is_empty(), "a lost batch, on {}", test.on);
    }
}
