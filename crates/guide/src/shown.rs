//! A page as it is shown on a day: figures in force put in, and “ask us” in place of what no lawyer has approved.

use chrono::NaiveDate;
use haqqi_language::{Args, Language};
use haqqi_pack::{Pack, Topic};

use crate::guide::Guide;
use crate::mark::Filled;
use crate::markdown::{Block, Inline};

/// For whom and when a page is shown.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The country.
    pub pack: &'a Pack,
    /// The words.
    pub language: &'a Language,
    /// The day in the pack's zone.
    pub today: NaiveDate,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
    /// Where they lead to, behind the language; empty where they are no link.
    pub to: String,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownBlock {
    /// A paragraph, and the articles it rests on.
    Text(Vec<Run>, String),
    /// Points, and the articles they rest on.
    List(Vec<Vec<Run>>, String),
    /// What stands here is not approved, or not in force: ask.
    Ask,
    /// The numbers at which a person answers.
    Hotlines,
}

/// What stands below one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownSection {
    /// The heading; empty above the first.
    pub heading: String,
    /// Its blocks.
    pub blocks: Vec<ShownBlock>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The topic's code.
    pub topic: String,
    /// Its icon.
    pub icon: String,
    /// Its title.
    pub title: String,
    /// Its sections.
    pub sections: Vec<ShownSection>,
}

impl Guide {
    /// A topic's page for a reader; none where the pack has no such topic or the language lacks it.
    #[must_use]
    pub fn show(&self, code: &str, reader: Reader<'_>) -> Option<Shown> {
        let topic = reader.pack.topic(code)?;
        let written = self.written(code, reader.language.tag())?;
        let sections = written
            .sections
            .iter()
            .map(|section| ShownSection {
                heading: section.heading.clone(),
                blocks: blocks(&section.blocks, topic, reader),
            })
            .collect();
        Some(Shown {
            topic: code.to_owned(),
            icon: topic.icon.clone(),
            title: written.title.clone(),
            sections,
        })
    }

    /// Every page for a reader, in the order of the pack.
    #[must_use]
    pub fn show_all(&self, reader: Reader<'_>) -> Vec<Shown> {
        reader.pack.topics().iter().filter_map(|topic| self.show(&topic.code, reader)).collect()
    }
}

fn blocks(written: &[Block], topic: &Topic, reader: Reader<'_>) -> Vec<ShownBlock> {
    let mut shown: Vec<ShownBlock> = Vec::new();
    // Two things not approved, one behind the other, are one question.
    let ask = |shown: &mut Vec<ShownBlock>| {
        if shown.last() != Some(&ShownBlock::Ask) {
            shown.push(ShownBlock::Ask);
        }
    };
    for block in written {
        match block {
            Block::Hotlines => shown.push(ShownBlock::Hotlines),
            Block::Text(words) => match line(words, topic, reader) {
                Some((runs, articles)) => shown.push(ShownBlock::Text(runs, cited(&articles, reader))),
                None => ask(&mut shown),
            },
            Block::List(points) => {
                let filled: Vec<_> = points.iter().map(|point| line(point, topic, reader)).collect();
                let missing = filled.iter().any(Option::is_none);
                let (runs, articles): (Vec<_>, Vec<_>) = filled.into_iter().flatten().unzip();
                if !runs.is_empty() {
                    shown.push(ShownBlock::List(runs, cited(&articles.concat(), reader)));
                }
                if missing {
                    ask(&mut shown);
                }
            }
        }
    }
    shown
}

/// A line with its marks filled; none where one of them is not to be had.
fn line(words: &[Inline], topic: &Topic, reader: Reader<'_>) -> Option<(Vec<Run>, Vec<String>)> {
    let mut runs = Vec::new();
    let mut articles = Vec::new();
    for piece in words {
        match piece {
            Inline::Words { text, strong, to } => {
                runs.push(Run { text: text.clone(), strong: *strong, to: to.clone().unwrap_or_default() });
            }
            Inline::Mark { mark, strong } => {
                let Filled { text, article } =
                    mark.fill(reader.pack, reader.language, &topic.regime, reader.today)?;
                articles.extend(article);
                if !text.is_empty() {
                    runs.push(Run { text, strong: *strong, to: String::new() });
                }
            }
        }
    }
    // A mark without words leaves the space that stood beside it.
    if let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    runs.retain(|run| !run.text.is_empty());
    Some((runs, articles))
}

/// The articles by number, each once: “Law 8 of 1996, article 46”.
fn cited(articles: &[String], reader: Reader<'_>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for code in articles {
        let article = reader.pack.article(code, reader.today);
        let Some((article, law)) =
            article.and_then(|article| Some((article, reader.pack.law(&article.law)?)))
        else {
            continue;
        };
        let args = Args::new()
            .set("law", law.number.as_str())
            .set("year", law.year.to_string())
            .set("article", article.number.as_str());
        let line = reader.language.text_with("guide-cited", &args);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join(" · ")
}
