//! Asking `clamd` (Debian's `clamav-daemon`) about a file, by its INSTREAM command over a socket. It fails closed: what it
//! did not call clean is not opened by anybody.

use std::io;
use std::time::Duration;

use haqqi_kernel::files::OpenedFile;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing.
    Nothing,
    /// Something that harms.
    Harmful,
}

/// How long a check may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// Its longest answer, in bytes.
const LONGEST_ANSWER: u64 = 4096;
/// The harmless file that every scanner must call harmful (EICAR's), in two halves, so that none takes this program for it.
const TEST_FILE: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

trait Socket: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Socket for S {}

/// One question to it.
struct Asked(Box<dyn Socket>);

impl Asked {
    async fn begin(at: &str, command: &[u8]) -> io::Result<Self> {
        let mut socket: Box<dyn Socket> = if at.contains('/') {
            Box::new(UnixStream::connect(at).await?)
        } else {
            Box::new(TcpStream::connect(at).await?)
        };
        socket.write_all(command).await?;
        Ok(Self(socket))
    }

    async fn send(&mut self, piece: &[u8]) -> io::Result<()> {
        let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
        self.0.write_all(&length.to_be_bytes()).await?;
        self.0.write_all(piece).await
    }

    async fn answer(self) -> io::Result<String> {
        let mut answer = Vec::new();
        self.0.take(LONGEST_ANSWER).read_to_end(&mut answer).await?;
        Ok(String::from_utf8_lossy(&answer).trim_end_matches(['\0', '\n']).to_owned())
    }

    async fn verdict(mut self) -> io::Result<Found> {
        self.0.write_all(&0u32.to_be_bytes()).await?;
        let answer = self.answer().await?;
        if answer == "stream: OK" {
            Ok(Found::Nothing)
        } else if answer.ends_with(" FOUND") {
            Ok(Found::Harmful)
        } else {
            Err(io::Error::other("clamd does not say that it is clean"))
        }
    }
}

async fn in_time<T>(asked: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    tokio::time::timeout(PATIENCE, asked).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

/// Asks about a file.
///
/// # Errors
/// It does not answer, or not to this question.
pub(crate) async fn scan(at: &str, mut file: OpenedFile) -> io::Result<Found> {
    in_time(async {
        let mut asked = Asked::begin(at, b"zINSTREAM\0").await?;
        let mut from = 0;
        while let Some((_, piece)) = file.piece_at(from).await.map_err(io::Error::other)? {
            if piece.is_empty() {
                break;
            }
            asked.send(&piece).await?;
            from += piece.len() as u64;
        }
        asked.verdict().await
    })
    .await
}

/// What the operator should know about `clamd`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannerState {
    /// What it calls itself, with the day of its definitions where it has them.
    pub version: String,
    /// Whether it calls the test file harmful: without definitions it calls nothing so.
    pub refuses_test_file: bool,
    /// Whether it takes a file as long as files may be.
    pub takes_longest: bool,
}

/// Looks at `clamd`: whether it answers, finds the test file, and takes the longest file.
///
/// # Errors
/// It does not answer.
pub async fn look_at_scanner(at: &str, longest: u64) -> io::Result<ScannerState> {
    let version = in_time(async { Asked::begin(at, b"zVERSION\0").await?.answer().await }).await?;
    let test_file = in_time(async {
        let mut asked = Asked::begin(at, b"zINSTREAM\0").await?;
        for half in TEST_FILE {
            asked.send(half.as_bytes()).await?;
        }
        asked.verdict().await
    });
    let refuses_test_file = test_file.await? == Found::Harmful;
    let long = in_time(async {
        let mut asked = Asked::begin(at, b"zINSTREAM\0").await?;
        let piece = vec![b' '; 64 * 1024];
        let mut left = longest;
        while left > 0 {
            let now = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
            asked.send(piece.get(..now).unwrap_or_default()).await?;
            left -= now as u64;
        }
        asked.verdict().await
    });
    let takes_longest = long.await.is_ok();
    Ok(ScannerState { version, refuses_test_file, takes_longest })
}
