//! Making a recording playable everywhere with `ffmpeg`, where it is present. What it reads lies in memory alone, under no
//! name; it reads nothing else, and it is given little time and one thread.

use std::io;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::process::Command;

use super::format::Format;

/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(40);
/// Where files lie in memory on Linux.
const MEMORY: &str = "/dev/shm";
/// An hour of speech at 40 kbit/s.
const LONGEST: u64 = 20_000_000;

/// What became of it.
#[derive(Debug)]
pub(crate) enum Played {
    /// MP3.
    Mp3(Vec<u8>),
    /// This machine cannot, or not this recording.
    Cannot,
    /// It did not end in time, or was cut off: worth another try.
    Again(String),
}

/// Makes MP3 of a recording.
pub(crate) async fn playable(ffmpeg: &Path, format: Format, bytes: &[u8], name: &str) -> Played {
    let Some(demuxer) = format.demuxer() else { return Played::Cannot };
    let input = match in_memory(bytes, name) {
        Ok(input) => input,
        Err(error) => {
            tracing::warn!(%error, "recordings cannot be converted here: no place in memory");
            return Played::Cannot;
        }
    };
    match run(ffmpeg, demuxer, input).await {
        Ok(Some(out)) => Played::Mp3(out),
        Ok(None) => Played::Cannot,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            tracing::info!("there is no ffmpeg; recordings stay as they came");
            Played::Cannot
        }
        Err(error) => Played::Again(error.to_string()),
    }
}

/// Whether this machine makes recordings playable: a moment of silence becomes MP3.
pub async fn can_play(ffmpeg: &Path) -> bool {
    let samples = vec![0u8; 4_000];
    let length = u32::try_from(samples.len()).unwrap_or(0);
    let rate = 8_000u32.to_le_bytes();
    let format = [1u16.to_le_bytes(), 1u16.to_le_bytes()].concat();
    let sizes = [1u16.to_le_bytes(), 8u16.to_le_bytes()].concat();
    let head = [b"RIFF".as_slice(), &(36 + length).to_le_bytes(), b"WAVEfmt ", &16u32.to_le_bytes()].concat();
    let silence =
        [&head, format.as_slice(), &rate, &rate, &sizes, b"data", &length.to_le_bytes(), &samples].concat();
    let name = format!("doctor-{}", std::process::id());
    matches!(playable(ffmpeg, Format::Wav, &silence, &name).await, Played::Mp3(_))
}

/// A file that lies in memory and has no name any more: nothing of it can stay, whatever happens.
fn in_memory(bytes: &[u8], name: &str) -> io::Result<std::fs::File> {
    use std::io::{Seek, Write};
    let path = Path::new(MEMORY).join(format!("haqqi-{name}"));
    let mut options = std::fs::File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&path)?;
    std::fs::remove_file(&path)?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(file)
}

async fn run(ffmpeg: &Path, demuxer: &str, input: std::fs::File) -> io::Result<Option<Vec<u8>>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut child = Command::new(ffmpeg)
        .env_clear()
        .env("PATH", path)
        .args(["-v", "quiet", "-nostdin", "-protocol_whitelist", "file,pipe", "-max_alloc", "268435456"])
        .args(["-threads", "1", "-f", demuxer, "-i", "/dev/stdin", "-t", "3600"])
        .args(["-vn", "-sn", "-dn", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"])
        .args(["-ac", "1", "-ar", "24000", "-c:a", "libmp3lame", "-b:a", "40k", "-f", "mp3", "pipe:1"])
        .stdin(Stdio::from(input))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let Some(out) = child.stdout.take() else { return Ok(None) };
    let heard = async {
        let mut bytes = Vec::new();
        out.take(LONGEST + 1).read_to_end(&mut bytes).await?;
        if bytes.len() as u64 > LONGEST {
            child.start_kill()?;
        }
        Ok::<_, io::Error>((child.wait().await?, bytes))
    };
    let (status, bytes) = tokio::time::timeout(PATIENCE, heard)
        .await
        .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
    Ok((status.success() && !bytes.is_empty()).then_some(bytes))
}
