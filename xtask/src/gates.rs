//! Gates: one after the other, each with its time, all of them even when one fails, and a last line
//! that adds them up.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What a gate found: its own tests when it has some, else itself as one check.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

/// The gates that have run.
#[derive(Default)]
pub struct Gates {
    done: Vec<Done>,
}

struct Done {
    name: String,
    time: Duration,
    tally: Tally,
}

impl Gates {
    /// Runs a gate and records what it found; `None` when it failed and gave nothing to go on with.
    pub fn run<T>(&mut self, name: &str, gate: impl FnOnce(&mut Tally) -> Result<T>) -> Option<T> {
        println!("\n── {name}");
        let begun = Instant::now();
        let mut tally = Tally::default();
        let result = gate(&mut tally);
        let time = begun.elapsed();
        let answer = match result {
            Ok(answer) => {
                if tally == Tally::default() {
                    tally.passed = 1;
                }
                Some(answer)
            }
            Err(error) => {
                eprintln!("   {name}: {error:#}");
                tally.failed = tally.failed.max(1);
                None
            }
        };
        let word = if tally.failed == 0 { "passed" } else { "FAILED" };
        println!("── {name}: {word} in {}", seconds(time));
        self.done.push(Done { name: name.to_owned(), time, tally });
        answer
    }

    /// Records a gate that could not run because another one failed. That is a failure too.
    pub fn blocked(&mut self, name: &str, by: &str) {
        eprintln!("\n── {name}: FAILED, cannot run without {by}");
        let tally = Tally { passed: 0, failed: 1 };
        self.done.push(Done { name: name.to_owned(), time: Duration::ZERO, tally });
    }

    /// Prints the table and the last line; whether nothing failed.
    pub fn conclude(&self) -> bool {
        let mut table = String::from("\n");
        let mut sum = Tally::default();
        for Done { name, time, tally } in &self.done {
            let word = if tally.failed == 0 { "ok  " } else { "FAIL" };
            let _ = writeln!(
                table,
                "{word}  {name:<34} {:>9}  {:>5} passed  {:>3} failed",
                seconds(*time),
                tally.passed,
                tally.failed
            );
            sum.passed += tally.passed;
            sum.failed += tally.failed;
        }
        println!("{table}\n{} passed, {} failed", sum.passed, sum.failed);
        sum.failed == 0
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Runs a command, shows what it prints, and counts the tests that it reports.
///
/// Understands the result lines of `cargo test` and of Node's test runner.
pub fn count_tests(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} did not start", command.get_program().display()))?;
    let output = child.stdout.take().context("no output to read")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count_line(&line, tally);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{} ended with {status}", command.get_program().display());
    }
    Ok(())
}

fn count_line(line: &str, tally: &mut Tally) {
    let line = line.trim();
    if let Some(result) = line.strip_prefix("test result: ") {
        tally.passed += number_before(result, " passed");
        tally.failed += number_before(result, " failed");
        return;
    }
    let node = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "));
    match node.and_then(|node| node.split_once(' ')) {
        Some(("pass", count)) => tally.passed += count.parse().unwrap_or(0),
        Some(("fail" | "cancelled", count)) => tally.failed += count.parse().unwrap_or(0),
        _ => {}
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Runs a command that shows its own output; an error when it fails.
pub fn must_succeed(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_os_string();
    let status = command.stdin(Stdio::null()).status();
    let status = status.with_context(|| format!("{} did not start", name.display()))?;
    if !status.success() {
        bail!("{} ended with {status}", name.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Gates, Tally, count_line};

    #[test]
    fn lines_of_both_runners_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
            "ℹ pass 4",
            "# fail 2",
            "# cancelled 1",
            "# tests 6",
            "test a::b ... ok",
        ] {
            count_line(line, &mut tally);
        }
        assert_eq!(tally, Tally { passed: 16, failed: 6 });
    }

    #[test]
    fn one_failure_is_enough() {
        let mut gates = Gates::default();
        gates.run("good", |_| Ok(()));
        assert!(gates.conclude());
        gates.run("bad", |_| -> anyhow::Result<()> { anyhow::bail!("no") });
        assert!(!gates.conclude());
    }
}
