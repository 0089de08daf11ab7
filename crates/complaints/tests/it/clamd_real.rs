//! The real `clamd` (Debian's `clamav-daemon`), with a list of its own that holds nothing but EICAR's harmless test file:
//! what it calls clean is there, what it finds leaves nothing, and while it is away files wait for it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use haqqi_complaints::{
    CHECK_EVIDENCE, EvidenceError, EvidenceRules, Refusal, Which, add_evidence_as_staff, check_evidence,
    evidence_for_staff, evidence_for_worker, look_at_scanner, worker_evidence,
};
use tokio::net::UnixStream;

use crate::evidence_world::{World, paper, photo};

/// EICAR's test file, in two halves, so that no scanner takes this file for it.
const EICAR: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// A daemon with a folder of its own; it ends when dropped.
struct Clamd {
    child: Child,
    socket: PathBuf,
}

impl Drop for Clamd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_file(&self.socket);
    }
}

impl Clamd {
    /// Starts it with its list, and waits until it answers.
    async fn start(folder: &Path, longest: &str) -> Self {
        let program =
            ["/usr/sbin/clamd", "/usr/local/sbin/clamd"].into_iter().find(|at| Path::new(at).exists());
        let program = program.expect("no clamd: sudo apt-get install clamav-daemon (cargo xtask test does)");
        let lists = folder.join("lists");
        std::fs::create_dir_all(&lists).unwrap();
        let hex: String = EICAR.concat().bytes().map(|byte| format!("{byte:02x}")).collect();
        std::fs::write(lists.join("own.ndb"), format!("Own.Eicar:0:*:{hex}\n")).unwrap();
        let socket = folder.join("clamd.ctl");
        let config = folder.join("clamd.conf");
        let at = |path: &Path| path.display().to_string();
        let settings = format!(
            "DatabaseDirectory {}\nLocalSocket {}\nTemporaryDirectory {}\nForeground yes\nStreamMaxLength {longest}\n",
            at(&lists),
            at(&socket),
            at(folder)
        );
        std::fs::write(&config, settings).unwrap();
        let child = Command::new(program)
            .arg(format!("--config-file={}", at(&config)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut clamd = Self { child, socket };
        // It reads a list of one line; the connection is taken as soon as it listens.
        while UnixStream::connect(&clamd.socket).await.is_err() {
            assert!(clamd.child.try_wait().unwrap().is_none(), "clamd ended; is {} right?", at(&config));
            tokio::task::yield_now().await;
        }
        clamd
    }
}

fn harmful() -> Vec<u8> {
    [b"%PDF-1.4\n".as_slice(), EICAR.concat().as_bytes(), b"\n%%EOF\n"].concat()
}

#[tokio::test]
async fn the_real_daemon_is_asked_and_while_it_is_away_files_wait() {
    for test in haqqi_testing::houses().await {
        let folder = test.house.files().folder().with_file_name("clamd");
        let rules = EvidenceRules {
            clamd: Some(folder.join("clamd.ctl").display().to_string()),
            ..EvidenceRules::default()
        };
        let world = World::of(test, rules);
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;

        let clamd = Clamd::start(&folder, "25M").await;
        let state =
            look_at_scanner(&clamd.socket.display().to_string(), desk.evidence.longest()).await.unwrap();
        assert!(
            state.version.starts_with("ClamAV ") && state.refuses_test_file && state.takes_longest,
            "{state:?}"
        );
        assert_eq!(world.take("bill.pdf", &harmful()).await.err(), Some(Refusal::Harmful), "{on}");
        assert!(world.on_disk().is_empty(), "{on}: nothing of it stays");
        world.add(&her, "a.jpg", &photo(1)).await.unwrap();
        assert!(evidence_for_worker(desk, &her, 1, Which::Shown).await.is_ok(), "{on}: clean");

        drop(clamd);
        let socket = folder.join("clamd.ctl").display().to_string();
        assert!(look_at_scanner(&socket, 1).await.is_err(), "{on}");
        world.add(&her, "b.pdf", &harmful()).await.unwrap();
        world.add(&her, "c.pdf", &paper()).await.unwrap();
        let mut brought = [world.take("d.jpg", &photo(2)).await.unwrap()];
        add_evidence_as_staff(desk, &world.officer(), her.reference, &mut brought).await.unwrap();
        for number in 2..=4 {
            let hers = evidence_for_worker(desk, &her, number, Which::Original).await;
            assert!(matches!(hers, Err(EvidenceError::Waiting)), "{on}: {number}");
            let theirs =
                evidence_for_staff(desk, &world.officer(), her.reference, number, Which::Original).await;
            assert!(matches!(theirs, Err(EvidenceError::Waiting)), "{on}: {number}");
        }

        let _clamd = Clamd::start(&folder, "25M").await;
        let jobs = world.due(CHECK_EVIDENCE).await;
        assert_eq!(jobs.len(), 3, "{on}");
        for job in &jobs {
            check_evidence(desk, job).await.unwrap();
        }
        let pieces = worker_evidence(desk, &her).await.unwrap();
        let told: Vec<_> = pieces.iter().map(|one| (one.waiting, one.refused)).collect();
        assert_eq!(told, [(false, false), (false, true), (false, false), (false, false)], "{on}");
        assert!(
            evidence_for_staff(desk, &world.officer(), her.reference, 4, Which::Shown).await.is_ok(),
            "{on}"
        );
        assert_eq!(world.on_disk().len(), 5, "{on}: two of each photo, one of the paper");
    }
}

#[tokio::test]
async fn one_that_takes_no_long_files_is_told_apart() {
    let test = haqqi_testing::sqlite().await;
    let folder = test.house.files().folder().with_file_name("clamd");
    let clamd = Clamd::start(&folder, "1M").await;
    let state = look_at_scanner(&clamd.socket.display().to_string(), 20_000_000).await.unwrap();
    assert!(state.refuses_test_file && !state.takes_longest, "{state:?}");
}
