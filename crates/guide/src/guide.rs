//! All pages of a pack, read and held against each other.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use haqqi_pack::{Pack, Problem, Row, Topic};

use crate::markdown::{Inline, Written, read};
use crate::search::Index;

/// The folder of the pack.
const FOLDER: &str = "guide";
/// Pages of this site that a public page may lead to, behind the language; a topic is `/guide/<topic>`.
const PAGES: [&str; 7] = ["/", "/complain", "/return", "/guide", "/offices", "/inspector", "/committee"];

/// Why a pack's public pages cannot be shown.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the public pages have {} problem(s): {}", .problems.len(), .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct GuideError {
    problems: Vec<Problem>,
}

impl GuideError {
    /// The faults, by file and line.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// Indexes by language, each with the day it was made for.
type Indexes = BTreeMap<String, (NaiveDate, Arc<Index>)>;

/// The public pages of a pack: topic → language → page.
#[derive(Debug, Default)]
pub struct Guide {
    pages: BTreeMap<(String, String), Written>,
    pub(crate) indexes: Mutex<Indexes>,
}

impl Guide {
    /// Reads the pages of a pack: every topic in every language that the pack offers, alike in all of them.
    ///
    /// # Errors
    /// All faults that are known, with file and line.
    pub fn from_pack(pack: &Pack) -> Result<Self, GuideError> {
        let mut guide = Self::default();
        let mut problems = Vec::new();
        for (path, text) in pack.files(FOLDER) {
            let mut fault = |line: usize, message: String| {
                problems.push(Problem { file: path.to_owned(), line, message });
            };
            let named =
                path.strip_prefix("guide/").and_then(|rest| rest.strip_suffix(".md")?.split_once('/'));
            let Some((code, tag)) = named.filter(|(_, tag)| haqqi_language::known(tag).is_some()) else {
                fault(0, "a public page is called guide/<topic>/<language>.md".to_owned());
                continue;
            };
            let Some(topic) = pack.topic(code) else {
                fault(0, format!("no topic is called `{code}`"));
                continue;
            };
            match read(text) {
                Ok(page) => {
                    for message in wrong(pack, topic, &page) {
                        fault(0, message);
                    }
                    guide.pages.insert((code.to_owned(), tag.to_owned()), page);
                }
                Err(faults) => faults.into_iter().for_each(|(line, message)| fault(line, message)),
            }
        }
        for topic in pack.topics() {
            problems.extend(guide.unlike(pack, topic));
        }
        problems.sort();
        if problems.is_empty() { Ok(guide) } else { Err(GuideError { problems }) }
    }

    /// Languages that lack a page, or have it otherwise than the pack's first language.
    fn unlike(&self, pack: &Pack, topic: &Topic) -> Vec<Problem> {
        let first = &pack.identity().default_language;
        let measure = self.written(topic.code(), first).map(Written::outline);
        let problem = |tag: &str, line: usize, message: String| Problem {
            file: format!("{FOLDER}/{}/{tag}.md", topic.code),
            line,
            message,
        };
        let mut found = Vec::new();
        for language in pack.languages() {
            let tag = language.tag.as_str();
            let exists =
                pack.files(FOLDER).any(|(path, _)| path == format!("{FOLDER}/{}/{tag}.md", topic.code));
            match (self.written(topic.code(), tag), &measure) {
                (None, _) if !exists => found.push(problem(tag, 0, "the page is missing".to_owned())),
                (Some(page), Some(measure)) if page.outline() != *measure => {
                    let outline = page.outline();
                    let at = outline.iter().zip(measure).take_while(|(one, other)| one == other).count();
                    let (is, should) = (outline.get(at), measure.get(at));
                    let none = String::from("nothing");
                    let message = format!(
                        "block {} is `{}`, in {first}.md it is `{}`",
                        at + 1,
                        is.unwrap_or(&none),
                        should.unwrap_or(&none)
                    );
                    found.push(problem(tag, 0, message));
                }
                _ => {}
            }
        }
        found
    }

    pub(crate) fn written(&self, topic: &str, tag: &str) -> Option<&Written> {
        self.pages.get(&(topic.to_owned(), tag.to_owned()))
    }
}

/// What is wrong with a page beyond its form.
fn wrong(pack: &Pack, topic: &Topic, page: &Written) -> Vec<String> {
    let leads = |to: &str| {
        PAGES.contains(&to) || to.strip_prefix("/guide/").is_some_and(|code| pack.topic(code).is_some())
    };
    let mut found = Vec::new();
    for piece in page.inlines() {
        match piece {
            Inline::Mark { mark, .. } => found.extend(mark.fault(pack, &topic.regime)),
            Inline::Words { to: Some(to), .. } if !leads(to) => {
                found.push(format!("no public page is at `{to}`"));
            }
            Inline::Words { .. } => {}
        }
    }
    found.extend(
        page.sections
            .iter()
            .filter(|section| section.blocks.is_empty())
            .map(|section| format!("nothing stands below “{}”", section.heading)),
    );
    found
}
