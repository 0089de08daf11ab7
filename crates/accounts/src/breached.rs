//! Passwords that were found in breaches: a local file of SHA-1 digests, sorted, one a line in hexadecimal, whatever
//! stands behind a colon (the form in which Have I Been Pwned gives its list). It is searched where it lies: a look-up
//! reads some thirty short pieces of it, and nothing leaves the house.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sha1::{Digest, Sha1};

/// Hexadecimal digits of a SHA-1.
const DIGITS: u64 = 40;
/// A line is at most so long: digest, colon, count, end of line.
const LONGEST_LINE: usize = 80;

static LIST: OnceLock<PathBuf> = OnceLock::new();

/// The list.
#[derive(Debug, Clone)]
pub struct BreachedList {
    path: PathBuf,
}

fn digest(password: &str) -> String {
    data_encoding::HEXUPPER.encode(&Sha1::digest(password.as_bytes()))
}

impl BreachedList {
    /// The list in this file, once it is seen that it is one.
    ///
    /// # Errors
    /// The system's, or that the file is no sorted list of digests.
    pub fn open(path: &Path) -> io::Result<Self> {
        let list = Self { path: path.to_owned() };
        let mut file = File::open(path)?;
        let size = file.metadata()?.len();
        // Sorted at some places of it: a list that is not would let every password through.
        let mut last = String::new();
        for part in 0..16u64 {
            let Some(line) = line_from(&mut file, size / 16 * part)? else { break };
            if line < last {
                return Err(io::Error::other("the list is not sorted"));
            }
            last = line;
        }
        if last.is_empty() {
            return Err(io::Error::other("the list is empty"));
        }
        Ok(list)
    }

    /// Whether the password stands in the list.
    ///
    /// # Errors
    /// The system's.
    pub fn holds(&self, password: &str) -> io::Result<bool> {
        let wanted = digest(password);
        let mut file = File::open(&self.path)?;
        // The first line that begins at or behind `low` is never beyond the wanted one.
        let (mut low, mut high) = (0u64, file.metadata()?.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match line_from(&mut file, middle)? {
                Some(line) if line == wanted => return Ok(true),
                Some(line) if line < wanted => low = middle + 1,
                _ => high = middle,
            }
        }
        Ok(false)
    }

    /// Uses this list for every password that is chosen from now on in this process.
    pub fn use_here(self) {
        let _ = LIST.set(self.path);
    }
}

/// The digest of the first whole line that begins at or behind an offset.
fn line_from(file: &mut File, offset: u64) -> io::Result<Option<String>> {
    let begin = offset.saturating_sub(1);
    file.seek(SeekFrom::Start(begin))?;
    let mut bytes = Vec::with_capacity(2 * LONGEST_LINE);
    file.take(2 * LONGEST_LINE as u64).read_to_end(&mut bytes)?;
    let rest = if offset == 0 {
        bytes.as_slice()
    } else {
        let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return Ok(None) };
        bytes.get(end + 1..).unwrap_or_default()
    };
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if line.is_empty() {
        return Ok(None);
    }
    let digits = line.get(..usize::try_from(DIGITS).unwrap_or(40)).unwrap_or_default();
    let behind = line.get(usize::try_from(DIGITS).unwrap_or(40));
    if digits.len() as u64 != DIGITS
        || !digits.iter().all(u8::is_ascii_hexdigit)
        || behind.is_some_and(|byte| !matches!(byte, b':' | b'\r' | b' '))
    {
        return Err(io::Error::other("a line does not begin with 40 hexadecimal digits"));
    }
    Ok(Some(String::from_utf8_lossy(digits).to_uppercase()))
}

/// Whether the password was found in a breach, as far as this process has a list. A list that cannot be read any more
/// is told to the log and lets passwords pass: nobody is kept from the work by a lost disk.
pub(crate) fn is_breached(password: &str) -> bool {
    let Some(path) = LIST.get() else { return false };
    match (BreachedList { path: path.clone() }).holds(password) {
        Ok(found) => found,
        Err(error) => {
            tracing::error!(%error, "the list of breached passwords cannot be read");
            false
        }
    }
}

/// Makes a list of plain passwords, one a line, into the file's form.
#[must_use]
pub fn breached_list_of(words: &str) -> String {
    let mut digests: Vec<String> =
        words.lines().map(str::trim_end).filter(|word| !word.is_empty()).map(digest).collect();
    digests.sort_unstable();
    digests.dedup();
    digests.iter().map(|digest| format!("{digest}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_that_is_there_and_no_other() {
        let folder = std::env::temp_dir().join(format!("haqqi_breached_{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("list.txt");
        let words: Vec<String> = (0..1000).map(|n| format!("password number {n}")).collect();
        // As Have I Been Pwned writes it: a count behind each digest, lines of different lengths.
        let list = breached_list_of(&words.join("\n"));
        let counted: String =
            list.lines().enumerate().map(|(n, line)| format!("{line}:{}\r\n", n * n * n + 1)).collect();
        for text in [list, counted] {
            std::fs::write(&file, &text).unwrap();
            let list = BreachedList::open(&file).unwrap();
            for word in &words {
                assert!(list.holds(word).unwrap(), "{word}");
            }
            for other in ["", "password number 1000", "seven quiet herons walk"] {
                assert!(!list.holds(other).unwrap(), "{other}");
            }
        }
        // A file that is no sorted list says so, instead of letting everything through.
        for wrong in ["", "password\n123456\n", "F".repeat(40).as_str()] {
            let text = if wrong.len() == 40 {
                format!("{wrong}\n{}\n", "0".repeat(40)).repeat(40)
            } else {
                wrong.to_owned()
            };
            std::fs::write(&file, text).unwrap();
            assert!(BreachedList::open(&file).is_err(), "{wrong}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
