//! Sealed files: whole or refused, read from anywhere, erased with their subject, nothing left of what was given up.

use haqqi_kernel::files::{FileError, PIECE};
use haqqi_kernel::{Actor, Audit, Files, OpenError, SubjectKind};
use haqqi_testing::TestHouse;
use uuid::Uuid;

/// Bytes that differ from piece to piece.
fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|n| u8::try_from((n / 7 + n / PIECE) % 251).unwrap()).collect()
}

struct Row {
    subject: Uuid,
    name: String,
    key: Vec<u8>,
}

async fn kept(test: &TestHouse, plain: &[u8]) -> Row {
    let house = &test.house;
    let mut incoming = house.files().begin(house.entropy()).await.unwrap();
    for chunk in plain.chunks(10_007) {
        incoming.write(chunk).await.unwrap();
    }
    let mut kept = incoming.finish().await.unwrap();
    assert_eq!(kept.size(), plain.len() as u64);
    let mut unit = house.unit(Actor::System);
    let subject = unit.id();
    let key = unit.new_subject(subject);
    let row = Row { subject, name: kept.name().to_owned(), key: kept.sealed_key(&unit, &key) };
    unit.commit().await.unwrap();
    kept.stay();
    row
}

async fn read(test: &TestHouse, row: &Row) -> Result<Vec<u8>, FileError> {
    let house = &test.house;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("test.read", SubjectKind::Complaint, row.subject));
    let proof = unit.commit().await.unwrap();
    let key = house.subject_key(row.subject).await.unwrap();
    let mut file = house.open_file(&proof, &key, &row.name, &row.key).await?;
    Ok(file.whole(1 << 30).await?.to_vec())
}

fn names(files: &Files) -> usize {
    std::fs::read_dir(files.folder()).map_or(0, Iterator::count)
}

#[tokio::test]
async fn what_goes_in_comes_out_and_its_plain_bytes_are_nowhere() {
    let test = haqqi_testing::sqlite().await;
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17] {
        let plain = bytes(length);
        let row = kept(&test, &plain).await;
        assert_eq!(read(&test, &row).await.unwrap(), plain, "{length}");
    }
    let row = kept(&test, b"they keep my passport in the office").await;
    let on_disk = std::fs::read(test.house.files().folder().join(&row.name)).unwrap();
    assert!(!on_disk.windows(8).any(|part| part == b"passport"));
}

#[tokio::test]
async fn any_place_is_read_without_the_rest() {
    let test = haqqi_testing::sqlite().await;
    let plain = bytes(3 * PIECE + 17);
    let row = kept(&test, &plain).await;
    let house = &test.house;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("test.read", SubjectKind::Complaint, row.subject));
    let proof = unit.commit().await.unwrap();
    let key = house.subject_key(row.subject).await.unwrap();
    let mut file = house.open_file(&proof, &key, &row.name, &row.key).await.unwrap();
    for at in [2 * PIECE + 5, 0, 3 * PIECE + 16, PIECE] {
        let (from, piece) = file.piece_at(at as u64).await.unwrap().unwrap();
        let from = usize::try_from(from).unwrap();
        assert!(from <= at && at < from + piece.len());
        assert_eq!(&plain[from..from + piece.len()], &piece[..]);
    }
    assert!(file.piece_at(plain.len() as u64).await.unwrap().is_none());
}

#[tokio::test]
async fn what_was_altered_cut_off_or_moved_does_not_open() {
    let test = haqqi_testing::sqlite().await;
    let row = kept(&test, &bytes(3 * PIECE)).await;
    let path = test.house.files().folder().join(&row.name);
    let good = std::fs::read(&path).unwrap();
    let sealed = PIECE + 16;
    let mut swapped = good.clone();
    swapped[24..24 + 2 * sealed].rotate_left(sealed);
    let mut flipped = good.clone();
    flipped[100] ^= 1;
    let twice = [&good[..24 + sealed], &good[24..]].concat();
    let longer = [&good[..], &[0]].concat();
    let bad = [
        ("swapped", swapped),
        ("flipped", flipped),
        ("twice", twice),
        ("longer", longer),
        ("cut at a piece", good[..24 + sealed].to_vec()),
        ("cut within a piece", good[..good.len() - 1].to_vec()),
        ("cut to its head", good[..24].to_vec()),
        ("empty", Vec::new()),
    ];
    for (what, bytes) in bad {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(read(&test, &row).await, Err(FileError::Open(OpenError::Broken))), "{what}");
    }
    std::fs::write(&path, &good).unwrap();
    assert!(read(&test, &row).await.is_ok());

    // Under another name, or with another file's key, it is another file.
    let other = kept(&test, b"x").await;
    std::fs::copy(&path, test.house.files().folder().join(&other.name)).unwrap();
    assert!(read(&test, &other).await.is_err());
    let wrong = Row { subject: row.subject, name: row.name.clone(), key: other.key.clone() };
    assert!(read(&test, &wrong).await.is_err());
}

#[tokio::test]
async fn what_is_given_up_leaves_nothing_and_what_no_row_names_is_found() {
    let test = haqqi_testing::sqlite().await;
    let files = test.house.files();
    let mut given_up = files.begin(test.house.entropy()).await.unwrap();
    given_up.write(&bytes(100_000)).await.unwrap();
    assert_eq!(names(files), 1);
    drop(given_up);
    assert_eq!(names(files), 0);
    drop(files.begin(test.house.entropy()).await.unwrap().finish().await.unwrap());
    assert_eq!(names(files), 0, "sealed, but no row was written");

    let mut kept = files.begin(test.house.entropy()).await.unwrap().finish().await.unwrap();
    kept.stay();
    let name = kept.name().to_owned();
    drop(kept);
    let long_ago = chrono::DateTime::UNIX_EPOCH;
    assert!(files.older_than(long_ago).await.unwrap().is_empty(), "it may be on its way");
    let far = chrono::DateTime::from_timestamp(1 << 35, 0).unwrap();
    assert_eq!(files.older_than(far).await.unwrap(), std::slice::from_ref(&name));
    files.remove(&name).await.unwrap();
    files.remove(&name).await.unwrap();
    assert!(files.remove("../keys").await.is_err());
    assert_eq!(names(files), 0);
}

#[tokio::test]
async fn a_file_opens_only_when_its_read_is_audited_and_goes_with_its_subject() {
    for test in haqqi_testing::houses().await {
        let row = kept(&test, b"a photo").await;
        let house = &test.house;
        let key = house.subject_key(row.subject).await.unwrap();
        let unaudited = house.unit(Actor::System).commit().await.unwrap();
        let refused = house.open_file(&unaudited, &key, &row.name, &row.key).await;
        assert!(matches!(refused, Err(FileError::Open(OpenError::NotAudited))), "{}", test.on);
        let mut unit = house.unit(Actor::System);
        unit.erase_subject(row.subject);
        unit.commit().await.unwrap();
        assert!(house.subject_key(row.subject).await.is_err(), "{}: nobody can open it any more", test.on);
    }
}
