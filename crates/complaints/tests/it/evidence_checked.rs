//! With `clamd`: what it calls clean is there at once, what harms is refused, and while it is away files wait for it. A
//! small daemon of this test speaks its protocol; the real one is asked in `clamd_real`.

use std::path::{Path, PathBuf};

use haqqi_complaints::{
    CHECK_EVIDENCE, EvidenceError, EvidenceRules, Refusal, Which, check_evidence, evidence_for_staff,
    evidence_for_worker, worker_evidence,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixListener;

use crate::evidence_world::{World, paper, photo};

/// What the daemon calls harmful.
const HARM: &[u8] = b"X5O!P%@AP[4 NOT A VIRUS";

/// Answers as `clamd` does, until it is dropped.
struct Daemon(tokio::task::JoinHandle<()>, PathBuf);

impl Drop for Daemon {
    fn drop(&mut self) {
        self.0.abort();
        let _ = std::fs::remove_file(&self.1);
    }
}

fn daemon(at: &Path) -> Daemon {
    let listener = UnixListener::bind(at).unwrap();
    let task = tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut command = [0u8; 10];
            socket.read_exact(&mut command).await.unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            let mut all = Vec::new();
            loop {
                let length = socket.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut chunk = vec![0u8; length as usize];
                socket.read_exact(&mut chunk).await.unwrap();
                all.extend(chunk);
            }
            let found = all.windows(HARM.len()).any(|window| window == HARM);
            let answer: &[u8] = if found { b"stream: Test.Harm FOUND\0" } else { b"stream: OK\0" };
            socket.write_all(answer).await.unwrap();
        }
    });
    Daemon(task, at.to_owned())
}

fn harmful() -> Vec<u8> {
    [b"%PDF-1.4\n".as_slice(), HARM, b"\n%%EOF\n"].concat()
}

/// A desk whose daemon listens in the house's own folder.
async fn worlds() -> Vec<(World, PathBuf)> {
    let mut all = Vec::new();
    for test in haqqi_testing::houses().await {
        let socket = test.house.files().folder().with_extension("ctl");
        let rules = EvidenceRules { clamd: Some(socket.display().to_string()), ..EvidenceRules::default() };
        all.push((World::of(test, rules), socket));
    }
    all
}

#[tokio::test]
async fn what_harms_is_refused_and_what_does_not_is_there_at_once() {
    for (world, socket) in worlds().await {
        let _daemon = daemon(&socket);
        let her = world.she().await;
        assert_eq!(
            world.take("bill.pdf", &harmful()).await.err(),
            Some(Refusal::Harmful),
            "{}",
            world.test.on
        );
        assert!(world.on_disk().is_empty(), "{}", world.test.on);
        world.add(&her, "a.jpg", &photo(1)).await.unwrap();
        assert!(evidence_for_worker(&world.desk, &her, 1, Which::Shown).await.is_ok(), "{}", world.test.on);
    }
}

#[tokio::test]
async fn while_it_is_away_files_wait_and_nobody_opens_them() {
    for (world, socket) in worlds().await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        world.add(&her, "a.jpg", &photo(1)).await.unwrap();
        world.add(&her, "b.pdf", &harmful()).await.unwrap();
        world.add(&her, "c.pdf", &paper()).await.unwrap();
        let waiting = |pieces: Vec<haqqi_complaints::Piece>| pieces.iter().filter(|one| one.waiting).count();
        assert_eq!(waiting(worker_evidence(desk, &her).await.unwrap()), 3, "{on}");
        for which in [Which::Original, Which::Shown] {
            let hers = evidence_for_worker(desk, &her, 1, which).await;
            assert!(matches!(hers, Err(EvidenceError::Waiting)), "{on}");
            let theirs = evidence_for_staff(desk, &world.officer(), her.reference, 1, which).await;
            assert!(matches!(theirs, Err(EvidenceError::Waiting)), "{on}");
        }
        // It is still away: each file gets another job for later, however often.
        for round in 1..=20 {
            let jobs = world.due(CHECK_EVIDENCE).await;
            assert_eq!(jobs.len(), 3, "{on}: round {round}");
            for job in &jobs {
                check_evidence(desk, job).await.unwrap();
                haqqi_kernel::JobStore::new(world.test.house.clone()).finish(job, Ok(())).await.unwrap();
            }
            assert!(world.due(CHECK_EVIDENCE).await.is_empty(), "{on}: not at once");
            world.test.clock.advance(chrono::TimeDelta::minutes(16));
        }
        // It comes back.
        let _daemon = daemon(&socket);
        for job in world.due(CHECK_EVIDENCE).await {
            check_evidence(desk, &job).await.unwrap();
            // A job that is done twice changes nothing.
            check_evidence(desk, &job).await.unwrap();
        }
        let pieces = worker_evidence(desk, &her).await.unwrap();
        let told: Vec<_> = pieces.iter().map(|one| (one.waiting, one.refused)).collect();
        assert_eq!(told, [(false, false), (false, true), (false, false)], "{on}");
        assert!(evidence_for_worker(desk, &her, 1, Which::Shown).await.is_ok(), "{on}");
        let gone = evidence_for_staff(desk, &world.officer(), her.reference, 2, Which::Original).await;
        assert!(matches!(gone, Err(EvidenceError::NotFound)), "{on}");
        assert_eq!(world.on_disk().len(), 3, "{on}: two of the photo, one of the paper");
    }
}
