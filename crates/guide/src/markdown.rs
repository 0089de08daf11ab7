//! The little of Markdown that a public page may hold, and nothing else: a title, headings, paragraphs, points,
//! emphasis, links inside, marks. Everything that is not understood is a fault with its line, never passed through.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::mark::Mark;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Words; strong ones stand out; a link leads to a path behind the language.
    Words { text: String, strong: bool, to: Option<String> },
    /// What the pack puts in.
    Mark { mark: Mark, strong: bool },
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph.
    Text(Vec<Inline>),
    /// Points.
    List(Vec<Vec<Inline>>),
    /// The numbers at which a person answers: `{hotlines}` alone in a paragraph.
    Hotlines,
}

/// What stands below one heading; the first may have none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) blocks: Vec<Block>,
}

/// A page as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) title: String,
    pub(crate) sections: Vec<Section>,
}

impl Written {
    /// Every piece of the page.
    pub(crate) fn inlines(&self) -> impl Iterator<Item = &Inline> {
        self.sections.iter().flat_map(|section| &section.blocks).flat_map(|block| match block {
            Block::Text(line) => line.iter().collect::<Vec<_>>(),
            Block::List(points) => points.iter().flatten().collect(),
            Block::Hotlines => Vec::new(),
        })
    }

    /// What every language must have alike: the blocks in order, each with its marks and links.
    pub(crate) fn outline(&self) -> Vec<String> {
        let of = |line: &[Inline]| {
            let mut named: Vec<String> = line
                .iter()
                .filter_map(|piece| match piece {
                    Inline::Mark { mark, .. } => Some(format!("{mark:?}")),
                    Inline::Words { to: Some(to), .. } => Some(to.clone()),
                    Inline::Words { .. } => None,
                })
                .collect();
            // Another language may need another order within the sentence.
            named.sort();
            named.join(" ")
        };
        let mut outline = Vec::new();
        for section in &self.sections {
            outline.push("section".to_owned());
            outline.extend(section.blocks.iter().map(|block| match block {
                Block::Text(line) => format!("text {}", of(line)),
                Block::List(points) => {
                    format!("list {}", points.iter().map(|point| of(point)).collect::<Vec<_>>().join(" | "))
                }
                Block::Hotlines => "hotlines".to_owned(),
            }));
        }
        outline
    }
}

/// A fault: line from 1, and what is wrong.
pub(crate) type Fault = (usize, String);

struct Reader<'a> {
    text: &'a str,
    page: Written,
    faults: Vec<Fault>,
    line: Vec<Inline>,
    points: Option<Vec<Vec<Inline>>>,
    strong: bool,
    to: Option<String>,
}

/// Reads a page.
pub(crate) fn read(text: &str) -> Result<Written, Vec<Fault>> {
    let mut reader = Reader {
        text,
        page: Written::default(),
        faults: Vec::new(),
        line: Vec::new(),
        points: None,
        strong: false,
        to: None,
    };
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        reader.event(event, range.start);
    }
    if reader.page.title.is_empty() {
        reader.faults.insert(0, (1, "a page begins with `# ` and its title".to_owned()));
    }
    if reader.faults.is_empty() { Ok(reader.page) } else { Err(reader.faults) }
}

impl Reader<'_> {
    fn fault(&mut self, at: usize, message: impl Into<String>) {
        let line = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        self.faults.push((line, message.into()));
    }

    fn words(&mut self, words: &str) {
        if let Some(Inline::Words { text, strong, to }) = self.line.last_mut()
            && *strong == self.strong
            && *to == self.to
        {
            text.push_str(words);
            return;
        }
        self.line.push(Inline::Words { text: words.to_owned(), strong: self.strong, to: self.to.clone() });
    }

    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Text(words) => self.words(&words),
            Event::SoftBreak => self.words(" "),
            Event::End(TagEnd::Heading(level)) => self.heading(level, at),
            Event::Start(Tag::Strong) => self.strong = true,
            Event::End(TagEnd::Strong) => self.strong = false,
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                let inside = dest_url.starts_with('/')
                    && dest_url.bytes().all(|c| c.is_ascii_lowercase() || c == b'-' || c == b'/')
                    && !dest_url.contains("//");
                if !inside || !title.is_empty() {
                    self.fault(
                        at,
                        format!("a link leads to a page of this site such as /complain, not to `{dest_url}`"),
                    );
                }
                self.to = Some(dest_url.to_string());
            }
            Event::End(TagEnd::Link) => self.to = None,
            Event::Start(Tag::List(None)) if self.points.is_none() => self.points = Some(Vec::new()),
            Event::End(TagEnd::List(_)) => {
                let points = self.points.take().unwrap_or_default();
                self.block(Block::List(points));
            }
            Event::Start(Tag::Item | Tag::Paragraph | Tag::Heading { .. }) => {}
            Event::End(TagEnd::Item) => {
                let line = self.line(at);
                if let Some(points) = &mut self.points
                    && !line.is_empty()
                {
                    points.push(line);
                }
            }
            Event::End(TagEnd::Paragraph) if self.points.is_some() => {
                self.fault(at, "a point is one paragraph; leave no empty line between points");
            }
            Event::End(TagEnd::Paragraph) => self.paragraph(at),
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                self.fault(at, "HTML has no place here");
            }
            Event::End(TagEnd::HtmlBlock) => {}
            Event::End(_) => {}
            _ => self.fault(
                at,
                "only headings, paragraphs, points with `-`, **strong** words and links are understood",
            ),
        }
    }

    fn block(&mut self, block: Block) {
        if self.page.sections.is_empty() {
            self.page.sections.push(Section::default());
        }
        if let Some(section) = self.page.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    fn heading(&mut self, level: HeadingLevel, at: usize) {
        let line = std::mem::take(&mut self.line);
        let text = match line.as_slice() {
            [Inline::Words { text, strong: false, to: None }] if !text.contains('{') => {
                text.trim().to_owned()
            }
            _ => {
                self.fault(at, "a heading holds plain words only");
                String::new()
            }
        };
        match level {
            HeadingLevel::H1 if self.page.title.is_empty() && self.page.sections.is_empty() => {
                self.page.title = text;
            }
            HeadingLevel::H2 => self.page.sections.push(Section { heading: text, blocks: Vec::new() }),
            _ => self.fault(at, "one `# ` title, then `## ` headings; no others"),
        }
    }

    fn paragraph(&mut self, at: usize) {
        if let [Inline::Words { text, .. }] = self.line.as_slice()
            && text.trim() == "{hotlines}"
        {
            self.line.clear();
            self.block(Block::Hotlines);
            return;
        }
        let line = self.line(at);
        if !line.is_empty() {
            self.block(Block::Text(line));
        }
    }

    /// The line read so far, its marks taken apart.
    fn line(&mut self, at: usize) -> Vec<Inline> {
        let mut done = Vec::new();
        for piece in std::mem::take(&mut self.line) {
            let Inline::Words { text, strong, to } = piece else { continue };
            let mut rest = text.as_str();
            let mut words = |text: &str| {
                if !text.is_empty() {
                    done.push(Inline::Words { text: text.to_owned(), strong, to: to.clone() });
                }
            };
            let mut pieces = Vec::new();
            while let Some((before, after)) = rest.split_once('{') {
                let Some((inside, behind)) = after.split_once('}') else { break };
                pieces.push((before, inside));
                rest = behind;
            }
            let mut wrong = None;
            let mut marks = Vec::new();
            for (before, inside) in &pieces {
                words(before);
                match Mark::read(inside) {
                    Some(mark) => marks.push(mark),
                    None => wrong = Some(format!("`{{{inside}}}` is no mark that is known")),
                }
                // A place is kept for the mark; it is filled below, once the closure has let go.
                words("\u{0}");
            }
            words(rest);
            if rest.contains(['{', '}']) {
                wrong = Some("a brace stands alone".to_owned());
            }
            if digit(&text, &pieces) {
                wrong = Some("no figure is typed: name the pack's row by a mark".to_owned());
            }
            if let Some(message) = wrong {
                self.fault(at, message);
            }
            let mut marks = marks.into_iter();
            for piece in &mut done {
                if matches!(piece, Inline::Words { text, .. } if text == "\u{0}")
                    && let Some(mark) = marks.next()
                {
                    *piece = Inline::Mark { mark, strong };
                }
            }
        }
        done
    }
}

/// Whether a digit of any script stands outside the marks.
fn digit(text: &str, marks: &[(&str, &str)]) -> bool {
    let mut bare = text.to_owned();
    for (_, inside) in marks {
        bare = bare.replace(&format!("{{{inside}}}"), "");
    }
    haqqi_names::fold(&bare, "en")
        .tokens
        .iter()
        .any(|token| token.word.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrong(text: &str) -> String {
        read(&format!("# Title\n\n{text}\n"))
            .map(|_| String::new())
            .unwrap_or_else(|faults| faults[0].1.clone())
    }

    #[test]
    fn a_page_is_read() {
        let page = read("# Pay\n\nAsk **soon**: [tell us](/complain).\n\n## How much?\n\n- {rate:least-pay} a month\n- more\n\n{hotlines}\n").unwrap();
        assert_eq!(page.title, "Pay");
        assert_eq!(page.sections.len(), 2);
        assert_eq!(page.sections[1].heading, "How much?");
        assert!(matches!(&page.sections[1].blocks[0], Block::List(points) if points.len() == 2));
        assert_eq!(page.sections[1].blocks[1], Block::Hotlines);
        assert_eq!(page.inlines().filter(|piece| matches!(piece, Inline::Mark { .. })).count(), 1);
    }

    #[test]
    fn whatever_is_not_understood_is_refused_with_its_line() {
        assert!(wrong("a <b>c</b>").contains("HTML"));
        assert!(wrong("<script>alert()</script>").contains("HTML"));
        assert!(wrong("[x](https://example.org)").contains("link"));
        assert!(wrong("[x](//example.org)").contains("link"));
        assert!(wrong("[x](javascript:alert)").contains("link"));
        assert!(wrong("![x](/y)").contains("only headings"));
        assert!(wrong("`code`").contains("only headings"));
        assert!(wrong("> words").contains("only headings"));
        assert!(wrong("### deep").contains("title"));
        assert!(wrong("{fee:x}").contains("no mark"));
        assert!(wrong("a { b").contains("brace"));
        assert!(wrong("at least 290 a month").contains("figure"));
        assert!(wrong("كل ٧ أيام").contains("figure"));
        assert!(wrong("৭ দিন").contains("figure"));
        assert_eq!(wrong("pay within {rate:wage-due}"), "");
        assert_eq!(read("# T\n\nok\n\n<i>no</i>\n").unwrap_err()[0].0, 5);
        assert_eq!(read("words\n").unwrap_err()[0].0, 1);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,200}") {
            if let Ok(page) = read(&text) {
                for piece in page.inlines() {
                    if let Inline::Words { to: Some(to), .. } = piece {
                        prop_assert!(to.starts_with('/') && !to.starts_with("//"));
                    }
                }
            }
        }
    }
}
