//! Reads a PDF as somebody who has it would.

use std::io::Write;
use std::process::{Command, Stdio};

use haqqi_documents::{Paper, Press};

/// One press for all tests: it looks at the system's fonts once.
pub fn press() -> &'static Press {
    static PRESS: std::sync::OnceLock<Press> = std::sync::OnceLock::new();
    PRESS.get_or_init(Press::new)
}

/// A paper in a language whose words the product may not have yet.
pub fn paper(tag: &str, title: &str) -> Paper {
    let known = haqqi_language::known(tag).expect("a known language");
    Paper {
        language: known.tag.to_owned(),
        right_to_left: known.dir == "rtl",
        digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        sender: String::new(),
        title: title.to_owned(),
        subtitle: String::new(),
        footer: String::new(),
        blocks: Vec::new(),
    }
}

fn through(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("poppler-utils is installed");
    let mut stdin = child.stdin.take().expect("its input");
    let pdf = pdf.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&pdf));
    let output = child.wait_with_output().expect("it ends");
    let _ = feeding.join().expect("the feeding ends");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text as `pdftotext` gives it, without the marks of direction that it adds, all white space one space.
pub fn text_of(pdf: &[u8]) -> String {
    let text = through("pdftotext", &["-", "-"], pdf);
    let plain: String = text
        .chars()
        .filter(|sign| !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `pdfinfo` says.
pub fn info(pdf: &[u8]) -> String {
    through("pdfinfo", &["-"], pdf)
}

/// The tags with their text.
pub fn structure(pdf: &[u8]) -> String {
    through("pdfinfo", &["-struct-text", "-"], pdf)
}

/// How many pages.
pub fn pages(pdf: &[u8]) -> usize {
    let info = info(pdf);
    let line = info.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a number of pages");
    line.trim().parse().expect("a number")
}
