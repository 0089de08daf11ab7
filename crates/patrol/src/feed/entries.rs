//! The entries of a feed as texts: RSS, Atom or JSON Feed, read by a parser that knows no entities but the usual ones.

use chrono::{DateTime, Utc};

/// At most so many entries of one feed are looked at.
const MOST_ENTRIES: usize = 500;

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// By which the feed knows it.
    pub id: String,
    /// Title and words, without markup.
    pub text: String,
    /// The address of its page, or nothing.
    pub address: String,
    /// When it was published.
    pub at: Option<DateTime<Utc>>,
}

/// The entries of a feed, in its order; nothing where it is none. Entries without words are left out.
pub(super) async fn entries(bytes: Vec<u8>) -> Option<Vec<Entry>> {
    // Apart, so that a hostile file costs a thread and no more.
    tokio::task::spawn_blocking(move || parsed(&bytes)).await.ok().flatten()
}

fn parsed(bytes: &[u8]) -> Option<Vec<Entry>> {
    // An entry that has no mark of its own is known by its words: the parser's marks are drawn anew each time.
    let parser = feed_rs::parser::Builder::new().id_generator(|_, _, _| String::new()).build();
    let feed = parser.parse(bytes).ok()?;
    let entries = feed.entries.into_iter().take(MOST_ENTRIES).filter_map(|entry| {
        let title = entry.title.map(|text| plain(&text.content)).unwrap_or_default();
        let words = entry.content.and_then(|content| content.body);
        let words = words.or(entry.summary.map(|text| text.content)).map(|text| plain(&text));
        let words = words.unwrap_or_default();
        let text = if words.starts_with(&title) { words } else { format!("{title}\n{words}") };
        let text = text.trim().to_owned();
        let address =
            entry.links.into_iter().map(|link| link.href).find(|href| {
                crate::add::host_of(href).is_some() && href.len() <= crate::model::LONGEST_ADDRESS
            });
        let id = if entry.id.is_empty() { text.clone() } else { entry.id };
        (!text.is_empty()).then(|| Entry {
            id,
            text,
            address: address.unwrap_or_default(),
            at: entry.published.or(entry.updated),
        })
    });
    Some(entries.collect())
}

/// Words without markup: what a reader would see, each block on a line of its own.
fn plain(html: &str) -> String {
    const BLOCKS: [&str; 12] =
        ["p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "blockquote"];
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let inner = tag.get(1..).unwrap_or_default();
        // A bare “<” is a sign, not a tag.
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
            out.push('<');
            rest = inner;
            continue;
        }
        let Some(end) = inner.find('>') else {
            rest = "";
            break;
        };
        let closes = inner.starts_with('/');
        let name = inner.get(..end).unwrap_or_default().trim_start_matches('/');
        let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        rest = inner.get(end + 1..).unwrap_or_default();
        // Its closing tag is read as any other; without one, nothing after it is words.
        if !closes && (name == "script" || name == "style") {
            let close = format!("</{name}");
            let found = rest.to_ascii_lowercase().find(&close);
            rest = found.and_then(|at| rest.get(at..)).unwrap_or_default();
        } else if BLOCKS.contains(&name.as_str()) {
            out.push('\n');
        } else {
            out.push(' ');
        }
    }
    out.push_str(rest);
    let lines = out.lines().map(|line| unescaped(line).split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The usual entities, once.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let name = from.get(1..).unwrap_or_default();
        let end = name.char_indices().take(10).find(|(_, c)| *c == ';').map(|(at, _)| at);
        let known = end.and_then(|end| name.get(..end)).and_then(entity);
        match (known, end) {
            (Some(c), Some(end)) => {
                out.push(c);
                rest = name.get(end + 1..).unwrap_or_default();
            }
            _ => {
                out.push('&');
                rest = name;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || *c == '\n');
    }
    let known = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
    ];
    known.into_iter().find(|(own, _)| *own == name).map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        for (html, text) in [
            ("<p>Maids wanted</p><p>Fee: 200</p>", "Maids wanted\nFee: 200"),
            ("pay &amp; food<br/>5 &lt; 6", "pay & food\n5 < 6"),
            ("<script>alert('x')</script>work", "work"),
            ("a < b", "a < b"),
            ("&#1605;&#x637;", "مط"),
            ("&unknown; &", "&unknown; &"),
            ("<b>no end", "no end"),
            ("<broken", ""),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(html in ".{0,200}") {
            let _ = plain(&html);
            let _ = parsed(html.as_bytes());
        }
    }
}
