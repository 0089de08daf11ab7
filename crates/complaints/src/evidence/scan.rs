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

/// Asks about a file.
///
/// # Errors
/// It does not answer, or not to this question.
pub(crate) async fn scan(at: &str, file: OpenedFile) -> io::Result<Found> {
    let asked = async {
        if at.contains('/') {
            ask(UnixStream::connect(at).await?, file).await
        } else {
            ask(TcpStream::connect(at).await?, file).await
        }
    };
    tokio::time::timeout(PATIENCE, asked).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

async fn ask<S: AsyncRead + AsyncWrite + Unpin>(mut socket: S, mut file: OpenedFile) -> io::Result<Found> {
    socket.write_all(b"zINSTREAM\0").await?;
    let mut at = 0;
    while let Some((_, piece)) = file.piece_at(at).await.map_err(io::Error::other)? {
        if piece.is_empty() {
            break;
        }
        let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
        socket.write_all(&length.to_be_bytes()).await?;
        socket.write_all(&piece).await?;
        at += u64::from(length);
    }
    socket.write_all(&0u32.to_be_bytes()).await?;
    let mut answer = Vec::new();
    socket.take(LONGEST_ANSWER).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let answer = answer.trim_end_matches(['\0', '\n']);
    if answer == "stream: OK" {
        Ok(Found::Nothing)
    } else if answer.ends_with(" FOUND") {
        Ok(Found::Harmful)
    } else {
        Err(io::Error::other("clamd does not say that it is clean"))
    }
}
