//! The audit trail: sealed in batches; any change, gap or reordering shows.

use haqqi_kernel::entity::{audit_batch, audit_entry};
use haqqi_kernel::{
    Action, Actor, Audit, AuditFilter, Role, Sealer, StaffActor, SubjectKind, audit_head, audit_key,
    check_audit_export, export_audit, holds_head, judge, search_audit, verify_audit,
};
use haqqi_testing::TestHouse;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

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

#[tokio::test]
async fn one_changed_byte_shows_in_every_column_of_entries_and_batches() {
    use audit_batch::Column as B;
    use audit_entry::Column as E;
    for test in with_two_batches().await {
        let chores = test.house.db().chores();
        let before = audit_entry::Entity::find().order_by_asc(E::Id).one(chores).await.unwrap().unwrap();
        let flip = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            bytes[3] ^= 1;
            bytes
        };
        let later = before.at + chrono::TimeDelta::microseconds(1);
        let changes: [(E, Expr); 9] = [
            (E::At, Expr::value(later)),
            (E::ActorKind, Expr::value("staff")),
            (E::ActorId, Expr::value(Some(Uuid::nil()))),
            (E::Action, Expr::value("complaint.filf")),
            (E::SubjectKind, Expr::value("flag")),
            (E::SubjectId, Expr::value(Uuid::from_slice(&flip(before.subject_id.as_bytes())).unwrap())),
            (E::Purpose, Expr::value("tesu")),
            (E::ReadsSealed, Expr::value(true)),
            (E::Mac, Expr::value(flip(&before.mac))),
        ];
        for (column, changed) in changes {
            let name = format!("{column:?} on {}", test.on);
            let set = |value: Expr| {
                audit_entry::Entity::update_many().col_expr(column, value).filter(E::Id.eq(before.id))
            };
            set(changed).exec(chores).await.unwrap();
            assert!(!verify_audit(&test.house).await.unwrap().faults.is_empty(), "{name}");
            let back: sea_orm::Value = sea_orm::ModelTrait::get(&before, column);
            set(Expr::value(back)).exec(chores).await.unwrap();
            assert_eq!(
                verify_audit(&test.house).await.unwrap().faults,
                Vec::<String>::new(),
                "{name} put back"
            );
        }
        let batch = audit_batch::Entity::find_by_id(2i64).one(chores).await.unwrap().unwrap();
        let changes: [(B, Expr); 5] = [
            (B::SealedAt, Expr::value(batch.sealed_at + chrono::TimeDelta::microseconds(1))),
            (B::Entries, Expr::value(6i64)),
            (B::Root, Expr::value(flip(&batch.root))),
            (B::Previous, Expr::value(flip(&batch.previous))),
            (B::Signature, Expr::value(flip(&batch.signature))),
        ];
        for (column, changed) in changes {
            let name = format!("{column:?} on {}", test.on);
            let set = |value: Expr| {
                audit_batch::Entity::update_many().col_expr(column, value).filter(B::Number.eq(2i64))
            };
            set(changed).exec(chores).await.unwrap();
            assert!(!verify_audit(&test.house).await.unwrap().faults.is_empty(), "{name}");
            let back: sea_orm::Value = sea_orm::ModelTrait::get(&batch, column);
            set(Expr::value(back)).exec(chores).await.unwrap();
            assert_eq!(
                verify_audit(&test.house).await.unwrap().faults,
                Vec::<String>::new(),
                "{name} put back"
            );
        }
    }
}

#[tokio::test]
async fn entries_that_change_places_across_batches_and_a_tail_cut_off_show() {
    use audit_entry::Column as E;
    for test in with_two_batches().await {
        let chores = test.house.db().chores();
        let head = audit_head(&test.house).await.unwrap().unwrap();
        assert!(holds_head(&test.house, &head).await.unwrap());
        // The second entry of one batch and the second of the other, each whole in itself.
        for (from, to) in [(1i64, 3i64), (2, 1), (3, 2)] {
            audit_entry::Entity::update_many()
                .col_expr(E::Batch, Expr::value(to))
                .filter(E::Batch.eq(from))
                .filter(E::Place.eq(1i64))
                .exec(chores)
                .await
                .unwrap();
        }
        let faults = verify_audit(&test.house).await.unwrap().faults;
        assert_eq!(faults.len(), 2, "both roots, on {}: {faults:?}", test.on);
    }
    for test in with_two_batches().await {
        // Whoever holds the database alone can cut its end off so that the rest holds; the head that was kept tells.
        let chores = test.house.db().chores();
        let head = audit_head(&test.house).await.unwrap().unwrap();
        audit_entry::Entity::delete_many().filter(E::Batch.eq(2i64)).exec(chores).await.unwrap();
        audit_batch::Entity::delete_by_id(2i64).exec(chores).await.unwrap();
        assert!(verify_audit(&test.house).await.unwrap().faults.is_empty());
        assert!(!holds_head(&test.house, &head).await.unwrap(), "on {}", test.on);
        for nothing in ["", "1", "x y", "2 00"] {
            assert!(!holds_head(&test.house, nothing).await.unwrap(), "{nothing}");
        }
    }
}

#[tokio::test]
async fn an_auditor_finds_entries_and_takes_them_along_signed() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let somebody = |role| {
            Actor::Staff(StaffActor {
                id: Uuid::max(),
                roles: vec![role],
                office: None,
                also: Vec::new(),
                on_duty: false,
            })
        };
        let officer = somebody(Role::Supervisor);
        let start = house.now();
        let subject = Uuid::from_u128(5);
        for (at, (actor, audit)) in [
            (Actor::System, Audit::write("complaint.file", SubjectKind::Complaint, subject)),
            (
                officer.clone(),
                Audit::read("complaint.read", SubjectKind::Complaint, subject).purpose("casework"),
            ),
            (
                officer.clone(),
                Audit::write("flag.decide", SubjectKind::Flag, Uuid::nil()).purpose("she said so"),
            ),
        ]
        .into_iter()
        .enumerate()
        {
            test.clock.set(start + chrono::TimeDelta::minutes(i64::try_from(at).unwrap()));
            let mut unit = house.unit(actor);
            unit.audit(audit);
            unit.commit().await.unwrap();
        }
        let scope = judge(&somebody(Role::Auditor), Action::ReadAudit).unwrap();
        let found = async |filter: AuditFilter| {
            let rows = search_audit(house, &scope, &filter, None, 50).await.unwrap();
            rows.into_iter().map(|row| row.action).collect::<Vec<_>>()
        };
        let all = AuditFilter::default();
        assert_eq!(found(all.clone()).await, ["flag.decide", "complaint.read", "complaint.file"]);
        assert_eq!(found(AuditFilter { subject: Some(subject), ..all.clone() }).await.len(), 2);
        assert_eq!(found(AuditFilter { actor: Some(Uuid::max()), ..all.clone() }).await.len(), 2);
        assert_eq!(found(AuditFilter { reads: true, ..all.clone() }).await, ["complaint.read"]);
        assert_eq!(found(AuditFilter { action: "flag.".to_owned(), ..all.clone() }).await, ["flag.decide"]);
        assert_eq!(found(AuditFilter { action: "%".to_owned(), ..all.clone() }).await.len(), 0);
        let second = Some(start + chrono::TimeDelta::minutes(1));
        assert_eq!(found(AuditFilter { from: second, ..all.clone() }).await.len(), 2);
        assert_eq!(found(AuditFilter { until: second, ..all.clone() }).await, ["complaint.file"]);
        let rows = search_audit(house, &scope, &all, None, 50).await.unwrap();
        assert!(rows[0].words && rows[0].purpose.is_none(), "words are kept and not shown");
        assert_eq!(rows[1].purpose.as_deref(), Some("casework"));
        let next = search_audit(house, &scope, &all, Some(rows[0].id), 1).await.unwrap();
        assert_eq!(next[0], rows[1], "a page goes on behind the last");
        // Who reads the audit by another permission reads none of it.
        let other = judge(&somebody(Role::Supervisor), Action::AskToOpen).unwrap();
        assert_eq!(search_audit(house, &other, &all, None, 50).await.unwrap(), []);

        let (file, more) = export_audit(house, &scope, &all).await.unwrap();
        let key = audit_key(house);
        assert!(!more && !file.contains("she said so"));
        assert_eq!(check_audit_export(&file, &key), Ok(3), "{}", test.on);
        let lines: Vec<&str> = file.lines().collect();
        let join = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        let changed = file.replacen("complaint.read", "complaint.raed", 1);
        let missing = join(&[lines[0], lines[2], lines[3]]);
        let swapped = join(&[lines[1], lines[0], lines[2], lines[3]]);
        let cut = join(&lines[..3]);
        let miscounted = file.replacen("\"entries\":3", "\"entries\":2", 1);
        for wrong in [&changed, &missing, &swapped, &cut, &miscounted, &file[1..], file.trim_end(), ""] {
            assert!(check_audit_export(wrong, &key).is_err(), "{wrong}");
        }
        assert!(check_audit_export(&file, &"00".repeat(32)).is_err(), "another house's key");
        let none = AuditFilter { subject: Some(Uuid::max()), ..all };
        let (empty, _) = export_audit(house, &scope, &none).await.unwrap();
        assert_eq!(check_audit_export(&empty, &key), Ok(0));
    }
}
