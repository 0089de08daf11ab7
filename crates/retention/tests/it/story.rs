//! A complaint's whole life, to its end.

use haqqi_complaints::{ReadError, ReturnError, enter, erased, open};
use haqqi_kernel::{
    Db, DbSettings, Files, FixedEntropy, House, HouseParts, Keys, Role, SignedLines, TestClock, Vault,
    audit_key, check_signed_lines, verify_audit,
};
use haqqi_retention::{
    BatchError, BatchState, approve, batch, batches, confirm, due, prepare, report, report_lines,
};
use haqqi_statistics::{Ask, figures};

use crate::world::{HER_PHONE, HER_WORDS, OFFICE, World, found};

/// Everything that is kept of somebody and must be gone: what is sealed, what is keyed, what finds it again.
const KEPT: [(&str, &str); 15] = [
    ("subject_key", "wrapped"),
    ("complaint", "employer"),
    ("complaint", "worker"),
    ("complaint", "contact"),
    ("complaint_text", "body"),
    ("complaint_trace", "words"),
    ("complaint_trace", "phone"),
    ("complaint_trace", "employer"),
    ("complaint_mark", "mark"),
    ("credential", "digest"),
    ("evidence", "name"),
    ("evidence", "tag"),
    ("evidence", "file_key"),
    ("contact_attempt", "note"),
    ("closing", "content"),
];

#[tokio::test]
async fn a_complaint_grows_old_and_two_people_erase_it() {
    for world in World::all().await {
        let (desk, house, on) = (&world.desk, &world.test.house, world.test.on);
        let (filed, id, officer) = world.closed().await;
        world.look_alike().await;
        let record_keeper = world.staff(Role::DataProtectionOfficer, None);
        let supervisor = world.staff(Role::Supervisor, Some(OFFICE));
        let far_off = world.staff(Role::Supervisor, Some("aqaba"));

        // Before its time nothing is prepared.
        assert_eq!(prepare(desk).await.unwrap(), 0, "{on}");
        world.years(5);
        let asked = Ask {
            period: "days".to_owned(),
            from: "2026-01-01".to_owned(),
            to: "2026-12-31".to_owned(),
            office: String::new(),
        };
        let asked = asked.understand(desk.site()).unwrap();
        let analyst = world.staff(Role::Supervisor, None);
        let before = figures(desk.site(), &analyst, &asked).await.unwrap();
        assert!(before.cohort.received.unwrap_or_default() > 0, "{on}");
        let numbers = due(desk, &record_keeper).await.unwrap();
        assert_eq!((numbers.len(), numbers[0].now, numbers[0].soon), (1, 1, 0), "{on}");
        assert!(due(desk, &far_off).await.unwrap().is_empty(), "{on}: another office's numbers");

        let mut kept = vec![filed.reference.to_string().into_bytes()];
        for (table, column) in KEPT {
            let all = world.bytes(table, column).await;
            assert!(!all.is_empty(), "{on}: {table}.{column} is part of the story");
            kept.extend(all);
        }
        kept.sort_unstable();
        kept.dedup();
        house.db().settle().await.unwrap();
        let disk = world.on_disk();
        if on == "sqlite" {
            let parts: Vec<&[u8]> = kept.iter().map(Vec::as_slice).collect();
            let all = disk.iter().find(|(name, _)| name == "haqqi.sqlite").unwrap();
            assert_eq!(found(&all.1, &parts).len(), parts.len(), "what is looked for can be found");
        }
        let files = disk.iter().filter(|(name, _)| !name.starts_with("haqqi.")).count();
        assert_eq!(files, 1, "{on}: her paper");
        let backup = disk.iter().find(|(name, _)| name == "haqqi.sqlite").map(|(_, bytes)| bytes.clone());

        // The list: one approves, another confirms.
        assert_eq!(prepare(desk).await.unwrap(), 1, "{on}");
        assert_eq!(prepare(desk).await.unwrap(), 0, "{on}: it stands on one list at a time");
        let list = batches(desk, &record_keeper).await.unwrap().remove(0);
        assert_eq!((list.state, list.many), (BatchState::Prepared, 1), "{on}");
        assert!(matches!(confirm(desk, &supervisor, &list.number).await, Err(BatchError::Decided)));
        for stranger in [&far_off, &officer, &world.staff(Role::Administrator, None)] {
            assert!(matches!(approve(desk, stranger, &list.number).await, Err(BatchError::NotFound)), "{on}");
        }
        let page = format!("/staff/retention/lists/{}", list.number);
        assert_eq!(world.queue(&record_keeper).await, [page.as_str()], "{on}: it stands in the queue");
        assert_eq!(world.queue(&far_off).await, Vec::<String>::new(), "{on}");
        approve(desk, &record_keeper, &list.number).await.unwrap();
        assert!(matches!(confirm(desk, &record_keeper, &list.number).await, Err(BatchError::SamePerson)));
        world.carry_out().await;
        assert!(open(world.rooms(), &officer, filed.reference, "test").await.is_ok(), "{on}: one is not two");
        confirm(desk, &supervisor, &list.number).await.unwrap();
        world.carry_out().await;

        // It is gone, for everybody.
        let (list, entries) = batch(desk, &record_keeper, &list.number).await.unwrap();
        assert_eq!((list.state, list.erased), (BatchState::Done, 1), "{on}");
        assert_eq!(entries[0].reference, "", "{on}: not even its reference is left on the list");
        let gone = open(world.rooms(), &officer, filed.reference, "test").await;
        assert!(matches!(gone, Err(ReadError::NotFound)), "{on}");
        let back = enter(world.rooms(), filed.reference, filed.code.as_ref().unwrap()).await;
        assert!(matches!(back, Err(ReturnError::Unknown)), "{on}: as a code that never was");
        assert!(house.subject_key(id).await.is_err(), "{on}");
        let left = erased(house, &officer, filed.reference).await.unwrap().unwrap();
        assert_eq!((left.class.as_str(), left.batch), ("complaint-closed", list.id), "{on}");
        assert_eq!(
            (left.approved_by, left.confirmed_by),
            (record_keeper.account(), supervisor.account()),
            "{on}"
        );
        assert!(erased(house, &far_off, filed.reference).await.unwrap().is_none(), "{on}");

        // Figures are as they were; the audit holds.
        let after = figures(desk.site(), &analyst, &asked).await.unwrap();
        let all = |of: &haqqi_statistics::Figures| format!("{:?} {:?}", of.cohort, of.figures);
        assert_eq!(all(&after), all(&before), "{on}");
        let sealer = haqqi_kernel::Sealer::new(house.clone());
        while sealer.seal().await.unwrap() > 0 {}
        assert!(verify_audit(house).await.unwrap().faults.is_empty(), "{on}");

        // Nothing of it is in any row, and on SQLite in no byte of the folder.
        for (table, column) in KEPT {
            let rest = world.bytes(table, column).await;
            assert!(rest.iter().all(|bytes| !kept.contains(bytes)), "{on}: {table}.{column}");
        }
        house.db().tidy().await.unwrap();
        if on == "sqlite" {
            let mut parts: Vec<&[u8]> = kept.iter().map(Vec::as_slice).collect();
            parts.extend([HER_WORDS.as_bytes(), HER_PHONE.as_bytes()]);
            for (name, bytes) in world.on_disk() {
                assert_eq!(found(&bytes, &parts), Vec::<&[u8]>::new(), "{name} holds something of her");
            }
            assert_eq!(world.on_disk().iter().filter(|(name, _)| !name.starts_with("haqqi.")).count(), 0);
            opened_backup(&backup.unwrap(), id, filed.reference.to_string().as_bytes()).await;
        }

        // The report: numbers, no names, a signature, and the day on which it is complete.
        let now = house.now();
        let year = (now - chrono::TimeDelta::days(300), now + chrono::TimeDelta::days(1));
        let auditor = world.staff(Role::Auditor, None);
        let told = report(desk, &auditor, year.0, year.1).await.unwrap();
        assert_eq!((told.sums.len(), told.sums[0].many), (1, 1), "{on}");
        assert_eq!(told.complete, told.last.map(|last| last + chrono::TimeDelta::days(35)), "{on}");
        let lines = report_lines(desk, &auditor, year.0, year.1).await.unwrap();
        assert_eq!(check_signed_lines(SignedLines::ERASED, &lines, &audit_key(house)), Ok(1), "{on}");
        assert!(!lines.contains(&filed.reference.to_string()), "{on}");
        let changed = lines.replacen("complaint-closed", "complaint-opened", 1);
        assert!(check_signed_lines(SignedLines::ERASED, &changed, &audit_key(house)).is_err(), "{on}");
        assert!(report(desk, &officer, year.0, year.1).await.is_err(), "{on}");
    }
}

/// A backup from before: closed to who has not the key file; to who has it, open. That is why an erasure is complete only
/// when the last backup is gone.
async fn opened_backup(backup: &[u8], id: uuid::Uuid, reference: &[u8]) {
    assert_eq!(found(backup, &[reference]), [reference]);
    let folder = std::env::temp_dir().join(format!("haqqi_backup_{id}"));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("haqqi.sqlite");
    std::fs::write(&path, backup).unwrap();
    for (root, opens) in [([8; 32], false), ([7; 32], true)] {
        let db = Db::open(&DbSettings::Sqlite { path: path.clone() }).await.unwrap();
        let house = House::new(HouseParts {
            db,
            files: Files::at(&folder.join("files")),
            clock: std::sync::Arc::new(TestClock::at(haqqi_testing::start())),
            entropy: std::sync::Arc::new(FixedEntropy::seeded(1)),
            vault: Vault::new(Keys::from_root(&root)),
            pack_version: "test".to_owned(),
        });
        assert_eq!(house.subject_key(id).await.is_ok(), opens);
    }
    std::fs::remove_dir_all(folder).unwrap();
}
