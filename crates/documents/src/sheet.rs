//! Papers as the template takes them.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::fonts::{Fonts, leading};
use crate::text::{Cleaner, LONG, Said};
use crate::{Block, Paper, PressError, qr_svg};

/// One paper, ready for the template.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    lang: String,
    region: Option<&'static str>,
    rtl: bool,
    fonts: Vec<&'static str>,
    leading: u16,
    digits: Vec<String>,
    sender: Said,
    /// The title once more, for the file.
    name: String,
    title: Said,
    subtitle: Said,
    footer: Said,
    blocks: Vec<Piece>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece {
    Heading {
        level: u8,
        text: Said,
    },
    Text {
        text: Said,
    },
    Small {
        text: Said,
    },
    Pairs {
        rows: Vec<(Said, Said)>,
    },
    List {
        items: Vec<Said>,
    },
    Table {
        widths: Vec<u16>,
        /// Of each column, the longest words: it is not narrower than they are.
        whole: Vec<Vec<String>>,
        heads: Vec<Said>,
        rows: Vec<Vec<Said>>,
    },
    Code {
        label: Said,
        groups: Vec<String>,
    },
    Qr {
        svg: String,
        label: Said,
        alt: String,
    },
    Notice {
        text: Said,
    },
    Signatures {
        labels: Vec<Said>,
    },
    Gap {
        mm: u8,
    },
}

/// The papers as JSON.
pub(crate) fn data(papers: &[Paper], fonts: &Fonts, without: &BTreeSet<char>) -> Result<Vec<u8>, PressError> {
    let sheets: Vec<Sheet> =
        papers.iter().map(|paper| sheet(paper, fonts, without)).collect::<Result<_, _>>()?;
    serde_json::to_vec(&sheets).map_err(|_| PressError::Typesetting { stage: "data", detail: String::new() })
}

fn sheet(paper: &Paper, fonts: &Fonts, without: &BTreeSet<char>) -> Result<Sheet, PressError> {
    let cleaner = Cleaner { fonts, without, rtl: paper.right_to_left };
    let lang: String = paper.language.split(['-', '_']).next().unwrap_or_default().chars().take(3).collect();
    let mut pieces = Vec::with_capacity(paper.blocks.len());
    let mut in_section = false;
    let untitled = |text: &str| text.trim().is_empty();
    if untitled(&paper.title) {
        return Err(PressError::Untitled);
    }
    for block in &paper.blocks {
        if matches!(block, Block::Heading(text) | Block::Subheading(text) if untitled(text)) {
            continue;
        }
        pieces.push(piece(block, &cleaner, &mut in_section)?);
    }
    Ok(Sheet {
        region: (lang == "zh").then_some("CN"),
        rtl: paper.right_to_left,
        fonts: fonts.families(&paper.language),
        leading: leading(&paper.language),
        digits: paper.digits.iter().map(char::to_string).collect(),
        sender: cleaner.said(&paper.sender)?,
        name: cleaner.line(&paper.title)?,
        title: cleaner.said(&paper.title)?,
        subtitle: cleaner.said(&paper.subtitle)?,
        footer: cleaner.said(&paper.footer)?,
        blocks: pieces,
        lang,
    })
}

fn piece(block: &Block, cleaner: &Cleaner<'_>, in_section: &mut bool) -> Result<Piece, PressError> {
    let all = |texts: &[String]| texts.iter().map(|text| cleaner.said(text)).collect::<Result<Vec<_>, _>>();
    Ok(match block {
        Block::Heading(text) => {
            *in_section = true;
            Piece::Heading { level: 2, text: cleaner.said(text)? }
        }
        // Levels may not be left out: who hears the paper walks along them.
        Block::Subheading(text) => {
            Piece::Heading { level: if *in_section { 3 } else { 2 }, text: cleaner.said(text)? }
        }
        Block::Text(text) => Piece::Text { text: cleaner.said(text)? },
        Block::Small(text) => Piece::Small { text: cleaner.said(text)? },
        Block::Notice(text) => Piece::Notice { text: cleaner.said(text)? },
        Block::List(items) => Piece::List { items: all(items)? },
        Block::Signatures(labels) => Piece::Signatures { labels: all(labels)? },
        Block::Gap(mm) => Piece::Gap { mm: *mm },
        Block::Pairs(pairs) => {
            let pair = |(term, value): &(String, String)| Ok((cleaner.said(term)?, cleaner.said(value)?));
            Piece::Pairs { rows: pairs.iter().map(pair).collect::<Result<_, PressError>>()? }
        }
        Block::Code { label, code } => Piece::Code {
            label: cleaner.said(label)?,
            groups: cleaner.line(code)?.split(' ').map(str::to_owned).collect(),
        },
        Block::Qr { content, label } => Piece::Qr {
            svg: qr_svg(content).map_err(|_| PressError::QrTooLong)?,
            label: cleaner.said(label)?,
            alt: cleaner.line(label)?,
        },
        Block::Table { heads, rows, widths } => {
            let mut cells = Vec::with_capacity(rows.len());
            for row in rows {
                let filled = (0..heads.len()).map(|at| row.get(at).map_or("", String::as_str));
                cells.push(filled.map(|text| cleaner.said(text)).collect::<Result<_, _>>()?);
            }
            let widths = if widths.len() == heads.len() { widths.clone() } else { measured(heads, rows) };
            let whole = whole(cleaner, heads, rows)?;
            Piece::Table { widths, whole, heads: all(heads)?, rows: cells }
        }
    })
}

/// Of each column the longest word of its head and of its cells, those left aside that may be broken.
fn whole(
    cleaner: &Cleaner<'_>,
    heads: &[String],
    rows: &[Vec<String>],
) -> Result<Vec<Vec<String>>, PressError> {
    let longest = |texts: Vec<&String>| {
        let words = texts.into_iter().flat_map(|text| text.split_whitespace());
        let word = words.filter(|word| word.chars().count() <= LONG).max_by_key(|word| word.chars().count());
        cleaner.line(word.unwrap_or_default())
    };
    let of = |(at, head)| {
        let cells = rows.iter().filter_map(|row| row.get(at)).collect();
        Ok(vec![longest(vec![head])?, longest(cells)?])
    };
    heads.iter().enumerate().map(of).collect()
}

/// How wide each column should be: as its texts are long on average, but not narrower than its longest word, within
/// bounds.
fn measured(heads: &[String], rows: &[Vec<String>]) -> Vec<u16> {
    let width = |at: usize, head: &String| {
        let cells = || rows.iter().filter_map(|row| row.get(at)).chain(std::iter::once(head));
        let total: usize = cells().map(|text| text.chars().count()).sum();
        let word = cells().flat_map(|text| text.split_whitespace()).map(|word| word.chars().count()).max();
        let wanted = (total / cells().count().max(1)).max(word.unwrap_or(0)).clamp(4, 40);
        u16::try_from(wanted + 2).unwrap_or(u16::MAX)
    };
    heads.iter().enumerate().map(|(at, head)| width(at, head)).collect()
}
