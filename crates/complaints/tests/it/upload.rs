//! A large file on a bad line: it goes on where it stopped, belongs to her alone, and leaves nothing behind but what was
//! taken.

use std::collections::VecDeque;

use chrono::TimeDelta;
use haqqi_complaints::{
    BeginUpload, Broke, Coming, EvidenceRules, Refusal, SMALLEST_PIECE, TakeError, TakenUpload, UploadError,
    UploadOwner, UploadToken, Which, add_evidence, begin_upload, drop_upload, evidence_for_worker,
    forget_taken, put_piece, sweep_files, sweep_uploads, take_upload, upload_progress,
};
use haqqi_kernel::entity::audit_entry;
use proptest::prelude::*;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use sha2::{Digest, Sha256};

use crate::evidence_world::{ANY, World, photo};

/// What comes over a line: chunks, and whether it breaks after them.
struct Line(VecDeque<Vec<u8>>, bool);

impl Line {
    fn whole(bytes: &[u8]) -> Self {
        Self(bytes.chunks(7_001).map(<[u8]>::to_vec).collect(), false)
    }

    fn that_breaks(bytes: &[u8]) -> Self {
        Self(Self::whole(bytes).0, true)
    }
}

impl Coming for Line {
    async fn more(&mut self) -> Result<Option<impl AsRef<[u8]> + Send>, Broke> {
        match self.0.pop_front() {
            None if self.1 => Err(Broke),
            next => Ok(next),
        }
    }
}

/// A paper of so many bytes and a little more.
fn paper(length: usize) -> Vec<u8> {
    format!("%PDF-1.4\n% {}\n%%EOF\n", "a".repeat(length)).into_bytes()
}

fn begin(bytes: &[u8]) -> BeginUpload {
    let digest = Sha256::digest(bytes).into();
    BeginUpload { name: "عقد.pdf".to_owned(), length: bytes.len() as u64, digest }
}

async fn put(
    world: &World,
    owner: &UploadOwner,
    token: &UploadToken,
    at: usize,
    mut line: Line,
) -> Result<(u64, bool), UploadError> {
    let told = put_piece(&world.desk, owner, token, at as u64, &mut line).await?;
    Ok((told.state.received, told.broke))
}

const MIN: usize = SMALLEST_PIECE as usize;

#[tokio::test]
async fn it_goes_on_where_it_stopped_and_is_evidence_like_any_other() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        let owner = UploadOwner::of(&her).unwrap();
        let bytes = paper(200_000);
        let (token, state, new) = begin_upload(desk, &owner, &begin(&bytes)).await.unwrap();
        assert!(new && state.received == 0, "{on}");
        // A piece comes whole, another breaks off, and what came of it is kept.
        let there = put(&world, &owner, &token, 0, Line::whole(&bytes[..70_000])).await.unwrap();
        assert_eq!(there, (70_000, false), "{on}");
        let there = put(&world, &owner, &token, 70_000, Line::that_breaks(&bytes[70_000..90_000]));
        assert_eq!(there.await.unwrap(), (90_000, true), "{on}");
        // What is not worth a file is not kept, and wrong places are told the right one.
        let little = put(&world, &owner, &token, 90_000, Line::that_breaks(&bytes[90_000..90_100]));
        assert_eq!(little.await.unwrap(), (90_000, true), "{on}");
        for wrong in [0, 89_999, 90_001, 70_000] {
            let answer = put(&world, &owner, &token, wrong, Line::whole(&bytes[..MIN])).await;
            assert!(matches!(answer, Err(UploadError::Offset(90_000))), "{on}: {answer:?}");
        }
        assert!(
            matches!(take_upload(desk, &owner, &token, &ANY).await, Err(UploadError::Unfinished)),
            "{on}"
        );
        // The page is opened again, and the same file chosen: it is known by its content.
        let (again, state, new) = begin_upload(desk, &owner, &begin(&bytes)).await.unwrap();
        assert!(again == token && state.received == 90_000 && !new, "{on}");
        let rest = put(&world, &owner, &token, 90_000, Line::whole(&bytes[90_000..])).await;
        assert_eq!(rest.unwrap().0, bytes.len() as u64, "{on}");

        // Nothing of it stands in the clear on the disk meanwhile.
        assert_eq!(world.on_disk().len(), 3, "{on}");
        for name in world.on_disk() {
            let sealed = std::fs::read(world.test.house.files().folder().join(name)).unwrap();
            assert!(!sealed.windows(8).any(|part| part == b"aaaaaaaa" || part == b"%PDF-1.4"), "{on}");
        }
        let Ok(TakenUpload::Now(received)) = take_upload(desk, &owner, &token, &ANY).await else {
            panic!("{on}: it is whole")
        };
        assert_eq!(add_evidence(desk, &her, &mut [*received]).await.unwrap(), [1], "{on}");
        forget_taken(desk, &owner, &token).await.unwrap();
        assert_eq!(world.on_disk().len(), 1, "{on}: its pieces are gone");
        let mut ready = evidence_for_worker(desk, &her, 1, Which::Original).await.unwrap();
        assert_eq!(ready.file.whole(1 << 30).await.unwrap().to_vec(), bytes, "{on}");
        // The form whose answer was lost comes again.
        let before = take_upload(desk, &owner, &token, &ANY).await;
        assert!(matches!(before, Ok(TakenUpload::Before(digest)) if digest == begin(&bytes).digest), "{on}");
        world.test.clock.advance(TimeDelta::hours(25));
        assert_eq!(sweep_uploads(desk).await.unwrap(), 1, "{on}");
        assert_eq!(world.on_disk().len(), 1, "{on}: what was taken stays");
        let entries = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("upload.piece"));
        assert_eq!(
            entries.count(world.test.house.reader()).await.unwrap(),
            3,
            "{on}: each write is on the record"
        );
    }
}

#[tokio::test]
async fn it_is_hers_alone() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = UploadOwner::of(&world.she().await).unwrap();
        let bytes = paper(40_000);
        let (token, ..) = begin_upload(desk, &her, &begin(&bytes)).await.unwrap();
        let others = [
            UploadOwner::of(&world.she().await).unwrap(),
            UploadOwner::Visitor([0; 16]),
            UploadOwner::Visitor([7; 16]),
        ];
        for other in &others {
            let answers = [
                upload_progress(desk, other, &token).await.err(),
                put(&world, other, &token, 0, Line::whole(&bytes)).await.err(),
                take_upload(desk, other, &token, &ANY).await.err(),
                forget_taken(desk, other, &token).await.err(),
                drop_upload(desk, other, &token).await.err(),
            ];
            for answer in answers {
                assert!(matches!(answer, Some(UploadError::NotFound)), "{on}: {answer:?}");
            }
            // The same content of another is another file.
            let (own, state, new) = begin_upload(desk, other, &begin(&bytes)).await.unwrap();
            assert!(own != token && new && state.received == 0, "{on}");
        }
        assert_eq!(upload_progress(desk, &her, &token).await.unwrap().received, 0, "{on}");
        assert!(world.on_disk().is_empty(), "{on}");
        for text in ["", "..", "a", &"A".repeat(32), &"g".repeat(32), &"a".repeat(33)] {
            assert_eq!(UploadToken::parse(text), None, "{text}");
        }
    }
}

#[tokio::test]
async fn what_is_refused_given_up_or_late_leaves_nothing() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let owner = UploadOwner::of(&world.she().await).unwrap();
        let lies: [(Vec<u8>, Refusal); 3] = [
            (b"<html>".repeat(9_000), Refusal::Kind),
            (format!("%PDF-1.4 {}", "a".repeat(50_000)).into_bytes(), Refusal::Broken),
            ([b"\x1a\x45\xdf\xa3".as_slice(), &[0; 60], b"V_VP9", &[1; 50_000]].concat(), Refusal::Film),
        ];
        for (bytes, why) in lies {
            let (token, ..) = begin_upload(desk, &owner, &begin(&bytes)).await.unwrap();
            put(&world, &owner, &token, 0, Line::whole(&bytes[..MIN])).await.unwrap();
            put(&world, &owner, &token, MIN, Line::whole(&bytes[MIN..])).await.unwrap();
            let refused = take_upload(desk, &owner, &token, &ANY).await.err();
            let same = matches!(refused, Some(UploadError::Take(TakeError::Refused(told))) if told == why);
            assert!(same, "{on}: {refused:?}");
            assert!(world.on_disk().is_empty(), "{on}: {why:?} left a file");
            assert!(upload_progress(desk, &owner, &token).await.is_err(), "{on}");
        }
        // Two files mixed into one are neither.
        let (one, other) = (paper(40_000), paper(40_001));
        let (token, ..) = begin_upload(desk, &owner, &begin(&one)).await.unwrap();
        put(&world, &owner, &token, 0, Line::whole(&other[..MIN])).await.unwrap();
        let mixed = [&one[MIN..MIN + 9], b"bb", &one[MIN + 11..]].concat();
        put(&world, &owner, &token, MIN, Line::whole(&mixed)).await.unwrap();
        let refused = take_upload(desk, &owner, &token, &ANY).await.err();
        assert!(matches!(refused, Some(UploadError::Take(TakeError::Refused(Refusal::Broken)))), "{on}");
        // More than was said, and pieces that are too small, store nothing.
        let (token, ..) = begin_upload(desk, &owner, &begin(&one)).await.unwrap();
        let more = put(&world, &owner, &token, 0, Line::whole(&[one.as_slice(), b"x"].concat())).await;
        assert!(matches!(more, Err(UploadError::TooMuch)), "{on}");
        let small = put(&world, &owner, &token, 0, Line::whole(&one[..MIN - 1])).await;
        assert!(matches!(small, Err(UploadError::TooSmall)), "{on}");
        assert!(world.on_disk().is_empty(), "{on}");
        // She gives it up; another she forgets.
        put(&world, &owner, &token, 0, Line::whole(&one[..MIN])).await.unwrap();
        drop_upload(desk, &owner, &token).await.unwrap();
        assert!(world.on_disk().is_empty(), "{on}");
        let (token, ..) = begin_upload(desk, &owner, &begin(&one)).await.unwrap();
        put(&world, &owner, &token, 0, Line::whole(&one[..MIN])).await.unwrap();
        world.test.clock.advance(TimeDelta::hours(23));
        assert_eq!(sweep_uploads(desk).await.unwrap(), 0, "{on}: it may still come");
        assert_eq!(sweep_files(desk).await.unwrap(), 0, "{on}: a row names it");
        world.test.clock.advance(TimeDelta::hours(1));
        assert!(matches!(upload_progress(desk, &owner, &token).await, Err(UploadError::NotFound)), "{on}");
        assert_eq!(sweep_uploads(desk).await.unwrap(), 1, "{on}");
        assert!(world.on_disk().is_empty(), "{on}");
    }
}

#[tokio::test]
async fn nobody_takes_all_the_room() {
    let rules = EvidenceRules { files: 3, megabytes: 2, megabytes_on_the_way: 8, ..EvidenceRules::default() };
    for world in World::all(&rules).await {
        let (desk, on) = (&world.desk, world.test.on);
        let says = |length: u64, mark: u8| BeginUpload { name: String::new(), length, digest: [mark; 32] };
        let her = UploadOwner::of(&world.she().await).unwrap();
        for length in [0, 2_000_001, u64::MAX] {
            let answer = begin_upload(desk, &her, &says(length, 1)).await;
            assert!(matches!(answer, Err(UploadError::Length)), "{on}: {length}");
        }
        // Her fourth ends her first, with its pieces.
        let bytes = photo(1).repeat(40);
        let (first, ..) = begin_upload(desk, &her, &begin(&bytes)).await.unwrap();
        put(&world, &her, &first, 0, Line::whole(&bytes)).await.unwrap();
        for mark in 1..=3 {
            world.test.clock.advance(TimeDelta::seconds(1));
            begin_upload(desk, &her, &says(10, mark)).await.unwrap();
        }
        assert!(upload_progress(desk, &her, &first).await.is_err(), "{on}");
        assert!(world.on_disk().is_empty(), "{on}");
        // Strangers fill their half and no more: each counts for a megabyte at least, and she still has room.
        let mut taken = 0;
        for id in 0..20u8 {
            match begin_upload(desk, &UploadOwner::Visitor([id; 16]), &says(1, id)).await {
                Ok(_) => taken += 1,
                Err(UploadError::Full) => break,
                Err(other) => panic!("{on}: {other}"),
            }
        }
        assert_eq!(taken, 3, "{on}");
        begin_upload(desk, &her, &says(1_000_000, 9)).await.unwrap();
        // The next day all of it is free again.
        world.test.clock.advance(TimeDelta::hours(25));
        sweep_uploads(desk).await.unwrap();
        begin_upload(desk, &UploadOwner::Visitor([9; 16]), &says(2_000_000, 9)).await.unwrap();
    }
}

#[tokio::test]
async fn two_tabs_that_send_the_same_are_one_file() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let owner = UploadOwner::of(&world.she().await).unwrap();
        let bytes = paper(60_000);
        let told = begin(&bytes);
        let (a, b) = tokio::join!(begin_upload(desk, &owner, &told), begin_upload(desk, &owner, &told));
        let (a, b) = (a.unwrap().0, b.unwrap().0);
        // Whichever of them goes on, each of the two is told where it is.
        let (one, two) = (Line::whole(&bytes[..20_000]), Line::whole(&bytes[..30_000]));
        let (x, y) = tokio::join!(put(&world, &owner, &a, 0, one), put(&world, &owner, &b, 0, two));
        if a == b {
            let fell =
                [&x, &y].into_iter().filter(|answer| matches!(answer, Err(UploadError::Offset(_)))).count();
            assert_eq!(fell, 1, "{on}: {x:?} {y:?}");
            assert_eq!(world.on_disk().len(), 1, "{on}: the slower piece left nothing");
        }
        let at = usize::try_from(upload_progress(desk, &owner, &a).await.unwrap().received).unwrap();
        put(&world, &owner, &a, at, Line::whole(&bytes[at..])).await.unwrap();
        assert!(matches!(take_upload(desk, &owner, &a, &ANY).await, Ok(TakenUpload::Now(_))), "{on}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// However the line cuts it, what is taken is what was sent.
    #[test]
    fn however_it_is_cut_it_comes_whole(length in 1usize..150_000, cuts in prop::collection::vec((1usize..90_000, any::<bool>()), 0..12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let world = World::of(haqqi_testing::sqlite().await, EvidenceRules::default());
            let owner = UploadOwner::of(&world.she().await).unwrap();
            let bytes = paper(length);
            let (token, ..) = begin_upload(&world.desk, &owner, &begin(&bytes)).await.unwrap();
            let mut at = 0usize;
            for (size, breaks) in cuts.into_iter().chain([(usize::MAX, false)]) {
                let end = at.saturating_add(size).min(bytes.len());
                let part = &bytes[at..end];
                let line = if breaks { Line::that_breaks(part) } else { Line::whole(part) };
                match put(&world, &owner, &token, at, line).await {
                    Ok((there, _)) => at = usize::try_from(there).unwrap(),
                    Err(UploadError::TooSmall) => assert!(part.len() < MIN && end < bytes.len()),
                    Err(other) => panic!("{other}"),
                }
            }
            let Ok(TakenUpload::Now(received)) = take_upload(&world.desk, &owner, &token, &ANY).await else {
                panic!("it is whole")
            };
            assert_eq!(*received.digest(), <[u8; 32]>::from(Sha256::digest(&bytes)));
        });
    }
}
