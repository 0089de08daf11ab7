//! She adds photos and papers. They are there whole, for those who may see them; what is refused is nowhere.

use haqqi_complaints::{
    Entered, EvidenceError, EvidenceRules, FileComplaint, Refusal, Which, acknowledge_row, add_evidence,
    add_evidence_as_staff, evidence_for_staff, evidence_for_worker, open, summary, sweep_files,
    worker_evidence,
};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Action, Role, judge};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::evidence_world::{World, paper, photo, photo_of};

async fn reads(world: &World, her: &Entered) -> u64 {
    audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(her.complaint()))
        .filter(audit_entry::Column::Action.eq("evidence.read"))
        .count(world.test.house.reader())
        .await
        .unwrap()
}

#[tokio::test]
async fn what_she_adds_is_there_whole_and_each_reading_is_on_the_record() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        let picture = photo_of(200, 2_400);
        assert_eq!(world.add(&her, "جواز.jpg", &picture).await.unwrap(), [1], "{on}");
        assert_eq!(world.add(&her, "contract.exe", &paper()).await.unwrap(), [2], "{on}");

        let pieces = worker_evidence(desk, &her).await.unwrap();
        let told: Vec<_> = pieces.iter().map(|one| (one.number, one.sort().code(), one.showable)).collect();
        assert_eq!(told, [(1, "photo", true), (2, "paper", false)], "{on}");
        assert!(pieces.iter().all(|piece| piece.name.is_none()), "{on}: a list opens nothing");
        assert_eq!(reads(&world, &her).await, 0, "{on}");

        let mut original = evidence_for_worker(desk, &her, 1, Which::Original).await.unwrap();
        assert_eq!(original.name, "1.jpg", "{on}: on her phone its name tells nothing");
        assert_eq!(original.file.whole(1 << 30).await.unwrap().to_vec(), picture, "{on}");
        let mut shown = evidence_for_worker(desk, &her, 1, Which::Shown).await.unwrap();
        let bytes = shown.file.whole(1 << 30).await.unwrap();
        let seen = image::load_from_memory(&bytes).unwrap();
        assert_eq!((seen.width(), seen.height()), (2_000, 1_000), "{on}");
        assert_eq!(reads(&world, &her).await, 2, "{on}");

        // The office sees it with its names, made safe and true to what the files are.
        let record = open(desk, &world.officer(), her.reference, "test").await.unwrap();
        let names: Vec<_> = record.evidence.iter().map(|piece| piece.name.as_deref().unwrap()).collect();
        assert_eq!(names, ["جواز.jpg", "contract.exe"], "{on}");
        let taken =
            evidence_for_staff(desk, &world.officer(), her.reference, 2, Which::Original).await.unwrap();
        assert_eq!(
            (taken.name.as_str(), taken.format.media()),
            ("contract.exe.pdf", "application/pdf"),
            "{on}"
        );
        assert_eq!(reads(&world, &her).await, 3, "{on}");

        // Nothing of it stands in the clear, on the disk or in the row.
        for name in world.on_disk() {
            let sealed = std::fs::read(world.test.house.files().folder().join(name)).unwrap();
            assert!(!sealed.windows(5).any(|part| part == b"%PDF-" || part == b"trail"), "{on}");
        }
    }
}

#[tokio::test]
async fn what_is_refused_leaves_neither_row_nor_file() {
    let rules = EvidenceRules { megabytes: 1, ..EvidenceRules::default() };
    for world in World::all(&rules).await {
        let her = world.she().await;
        let half = &photo(9)[..100];
        let cases: Vec<(&str, Vec<u8>, Refusal)> = vec![
            ("photo.jpg", b"<html><script>alert(1)</script></html>".to_vec(), Refusal::Kind),
            ("photo.jpg", b"MZ\x90\x00 this program".to_vec(), Refusal::Kind),
            ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), Refusal::Kind),
            ("photo.jpg", half.to_vec(), Refusal::Broken),
            ("photo.jpg", b"\xff\xd8\xff\xe0 I am a photo, believe me".to_vec(), Refusal::Broken),
            ("paper.pdf", b"%PDF-1.4 and then nothing".to_vec(), Refusal::Broken),
            ("film.webm", [b"\x1a\x45\xdf\xa3".as_slice(), &[0; 60], b"V_VP9"].concat(), Refusal::Film),
            ("empty.jpg", Vec::new(), Refusal::Empty),
            ("long.pdf", [paper(), vec![b' '; 1_100_000], b"%%EOF".to_vec()].concat(), Refusal::TooLarge),
        ];
        for (name, bytes, why) in cases {
            let refused = world.take(name, &bytes).await.err();
            assert_eq!(refused, Some(why), "{}: {name}", world.test.on);
            assert!(world.on_disk().is_empty(), "{}: {name} left a file", world.test.on);
        }
        assert!(worker_evidence(&world.desk, &her).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_same_file_is_there_once_and_no_more_fit_than_fit() {
    let rules = EvidenceRules { files: 3, ..EvidenceRules::default() };
    for world in World::all(&rules).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        assert_eq!(world.add(&her, "a.jpg", &photo(1)).await.unwrap(), [1], "{on}");
        let files = world.on_disk().len();
        assert_eq!(world.add(&her, "again.jpg", &photo(1)).await.unwrap(), [1], "{on}: sent twice");
        let twins = [world.take("b", &photo(2)).await.unwrap(), world.take("b", &photo(2)).await.unwrap()];
        let mut twins = Vec::from(twins);
        assert_eq!(add_evidence(desk, &her, &mut twins).await.unwrap(), [2, 2], "{on}: twice in one form");
        drop(twins);
        assert_eq!(world.on_disk().len(), files + 2, "{on}: the twin's files are gone");

        // Four at once: one of them fits, and numbers are given once.
        let takes = [3, 4, 5, 6].map(photo);
        let adding = takes.iter().map(|bytes| world.add(&her, "x.jpg", bytes));
        let [a, b, c, d] = <[_; 4]>::try_from(adding.collect::<Vec<_>>()).ok().unwrap();
        let (a, b, c, d) = tokio::join!(a, b, c, d);
        let answers = [a, b, c, d];
        let fitted = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(fitted, 1, "{on}: {answers:?}");
        let full = answers.iter().filter(|answer| matches!(answer, Err(EvidenceError::TooMany))).count();
        assert_eq!(full, 3, "{on}: {answers:?}");
        let numbers: Vec<i32> =
            worker_evidence(desk, &her).await.unwrap().iter().map(|one| one.number).collect();
        assert_eq!(numbers, [1, 2, 3], "{on}");
        assert_eq!(world.on_disk().len(), files + 4, "{on}: what did not fit left nothing");
    }
}

#[tokio::test]
async fn only_she_and_those_who_may_read_the_complaint_see_it() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        world.add(&her, "a.jpg", &photo(1)).await.unwrap();
        let other = world.she().await;
        assert!(matches!(
            evidence_for_worker(desk, &other, 1, Which::Shown).await,
            Err(EvidenceError::NotFound)
        ));
        assert!(evidence_for_worker(desk, &her, 2, Which::Shown).await.is_err());
        let elsewhere =
            world.desk.site.pack.offices().iter().find(|office| office.code != world.office).unwrap();
        let strangers = [
            world.staff(&[Role::ComplaintsOfficer], Some(&elsewhere.code)),
            world.staff(&[Role::Administrator], None),
            world.staff(&[Role::Inspector, Role::Planner, Role::Analyst, Role::Auditor], Some(&world.office)),
            world.staff(&[Role::Interpreter], Some(&world.office)),
            world.staff(&[Role::Partner, Role::HotlineOperator], Some(&world.office)),
        ];
        for actor in &strangers {
            for which in [Which::Original, Which::Shown] {
                let answer = evidence_for_staff(desk, actor, her.reference, 1, which).await;
                assert!(matches!(answer, Err(EvidenceError::NotFound)), "{on}: {actor:?}");
            }
            let mut received = [world.take("b.jpg", &photo(2)).await.unwrap()];
            assert!(add_evidence_as_staff(desk, actor, her.reference, &mut received).await.is_err(), "{on}");
        }
        assert_eq!(reads(&world, &her).await, 0, "{on}: nothing was opened for them");

        // Who filed for another, whatever his interest, neither sees anything nor adds as she does.
        let filers = world.desk.site.pack.filers();
        for filer in filers.iter().filter(|filer| filer.code != "self" && filer.on_page) {
            let told =
                FileComplaint { filed_by: Some(filer.code.clone()), ..world.told("en", "For somebody.") };
            let his = world.enter(&world.filed(&told).await).await;
            assert!(!his.is_herself());
            assert!(worker_evidence(desk, &his).await.is_err(), "{on}: {}", filer.code);
            assert!(world.add(&his, "a.jpg", &photo(3)).await.is_err(), "{on}: {}", filer.code);
            assert!(evidence_for_worker(desk, &his, 1, Which::Shown).await.is_err(), "{on}: {}", filer.code);
        }
    }
}

#[tokio::test]
async fn looking_at_it_is_work_once_the_complaint_was_read() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        let officer = world.officer();
        world.add(&her, "a.jpg", &photo(1)).await.unwrap();
        assert!(
            world.work(&officer, "worker-message", her.reference).await.is_empty(),
            "{on}: whoever reads the complaint will see it"
        );
        let scope = judge(&officer, Action::WorkComplaint).unwrap();
        let complaint = summary(desk, &scope, her.reference).await.unwrap();
        let mut unit = world.test.house.unit(officer.clone());
        let step = desk.site.pack.steps().iter().next().unwrap().code.clone();
        assert!(acknowledge_row(&mut unit, &complaint, &step));
        unit.commit().await.unwrap();
        for colour in [2, 3, 4] {
            world.add(&her, "b.jpg", &photo(colour)).await.unwrap();
        }
        assert_eq!(
            world.work(&officer, "worker-message", her.reference).await.len(),
            1,
            "{on}: once for all"
        );
        // What the office adds itself is no work for it.
        let mut received = [world.take("c.pdf", &paper()).await.unwrap()];
        add_evidence_as_staff(desk, &officer, her.reference, &mut received).await.unwrap();
        assert_eq!(world.work(&officer, "worker-message", her.reference).await.len(), 1, "{on}");
    }
}

#[tokio::test]
async fn a_file_that_no_row_names_goes_and_no_other_does() {
    for world in World::all(&EvidenceRules::default()).await {
        let on = world.test.on;
        let her = world.she().await;
        world.add(&her, "a.jpg", &photo(1)).await.unwrap();
        let named = world.on_disk();
        // As after a kill between file and row.
        let files = world.test.house.files();
        let mut orphan = files.begin(world.test.house.entropy()).await.unwrap();
        orphan.write(b"half of a photo").await.unwrap();
        let mut orphan = orphan.finish().await.unwrap();
        orphan.stay();
        world.test.clock.set(chrono_now());
        assert_eq!(sweep_files(&world.desk).await.unwrap(), 0, "{on}: it may be on its way");
        world.test.clock.advance(chrono::TimeDelta::days(2));
        assert_eq!(sweep_files(&world.desk).await.unwrap(), 1, "{on}");
        assert_eq!(world.on_disk().len(), named.len(), "{on}");
        assert!(evidence_for_worker(&world.desk, &her, 1, Which::Original).await.is_ok(), "{on}");
    }
}

/// What the disk's own clock says: it writes the times of files.
fn chrono_now() -> chrono::DateTime<chrono::Utc> {
    use haqqi_kernel::Clock;
    haqqi_kernel::SystemClock.now()
}
