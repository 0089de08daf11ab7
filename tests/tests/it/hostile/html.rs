//! As much of HTML as our own pages need: links, forms and their fields, and what a page says of itself.

use std::collections::BTreeMap;

/// One tag: its name (`/form` for an end), its attributes, and where its text begins.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    after: usize,
}

/// Undoes the escapes that the templates make.
fn plain(text: &str) -> String {
    let named =
        [("&#34;", "\""), ("&quot;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&lt;", "<"), ("&#62;", ">")];
    let mut text = named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text = text.replace("&gt;", ">").replace("&#38;", "&");
    text.replace("&amp;", "&")
}

fn attributes(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => match after.strip_prefix('=') {
                Some(bare) => bare.split_at(bare.find(char::is_whitespace).unwrap_or(bare.len())),
                None => ("", after),
            },
        };
        found.insert(name.to_ascii_lowercase(), plain(value));
        rest = after.trim_start();
    }
    found
}

fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset + 1) {
        let mut quoted = false;
        let end = html[start..].find(|c: char| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let Some(end) = end.map(|offset| start + offset) else { break };
        let inside = html[start..end].trim_end_matches('/');
        let (name, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        found.push(Tag { name: name.to_ascii_lowercase(), attributes: attributes(rest), after: end + 1 });
        at = end + 1;
    }
    found
}

/// A form as a browser would send it untouched: choices that are not made take the first.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub action: String,
    pub post: bool,
    /// Whether it takes files.
    pub files: bool,
    pub fields: Vec<(String, String)>,
    /// Fields in which people type.
    pub typed: Vec<String>,
    /// Fields of which one of several codes is chosen.
    pub chosen: Vec<String>,
}

impl Form {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The same with one field set.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut form = self.clone();
        match form.fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, old)) => value.clone_into(old),
            None => form.fields.push((name.to_owned(), value.to_owned())),
        }
        form
    }

    /// The same without a field.
    pub fn without(&self, name: &str) -> Self {
        let mut form = self.clone();
        form.fields.retain(|(field, _)| field != name);
        form
    }

    fn first(&mut self, name: &str, value: &str) {
        if self.get(name).is_none() {
            self.fields.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// The forms of a page that change something.
pub fn forms(html: &str) -> Vec<Form> {
    let mut found = Vec::new();
    let mut open: Option<Form> = None;
    let mut select = String::new();
    for tag in tags(html) {
        let of = |name: &str| tag.attributes.get(name).cloned().unwrap_or_default();
        if tag.name == "form" {
            let files = of("enctype") == "multipart/form-data";
            open =
                Some(Form { action: of("action"), post: of("method") == "post", files, ..Form::default() });
            continue;
        }
        let Some(form) = open.as_mut() else { continue };
        let name = of("name");
        match tag.name.as_str() {
            "/form" => found.extend(open.take().filter(|form| form.post)),
            "input" if name.is_empty() => {}
            "input" if of("type") == "radio" => {
                form.first(&name, &of("value"));
                if tag.attributes.contains_key("checked") {
                    *form = form.with(&name, &of("value"));
                }
                form.chosen.push(name);
            }
            "input" if of("type") == "checkbox" && tag.attributes.contains_key("checked") => {
                form.first(&name, &of("value"));
            }
            "input" if of("type") == "checkbox" || of("type") == "file" => {}
            "input" => {
                form.first(&name, &of("value"));
                // Nobody gets into a field that is a trap for robots.
                if of("type") != "hidden" && of("tabindex") != "-1" {
                    form.typed.push(name);
                }
            }
            "textarea" => {
                let text = html[tag.after..].split("</textarea>").next().unwrap_or_default();
                form.first(&name, &plain(text.strip_prefix('\n').unwrap_or(text)));
                form.typed.push(name);
            }
            "select" => {
                form.chosen.push(name.clone());
                select = name;
            }
            "option" if !select.is_empty() => {
                let value = of("value");
                if tag.attributes.contains_key("selected") || !value.is_empty() {
                    let chosen = tag.attributes.contains_key("selected");
                    if chosen { *form = form.with(&select, &value) } else { form.first(&select, &value) }
                }
            }
            "/select" => select.clear(),
            "button" if !name.is_empty() => form.first(&name, &of("value")),
            _ => {}
        }
    }
    for form in &mut found {
        // Radio buttons stand one after the other.
        form.chosen.dedup();
    }
    found
}

/// Where a page leads to.
pub fn links(html: &str) -> Vec<String> {
    let anchors = tags(html).into_iter().filter(|tag| tag.name == "a");
    anchors.filter_map(|tag| tag.attributes.get("href").cloned()).collect()
}

/// The language that a page says it is in.
pub fn language(html: &str) -> String {
    let page = tags(html).into_iter().find(|tag| tag.name == "html");
    page.and_then(|tag| tag.attributes.get("lang").cloned()).unwrap_or_default()
}

/// How many headings of the first order it has.
pub fn headings(html: &str) -> usize {
    tags(html).iter().filter(|tag| tag.name == "h1").count()
}

#[test]
fn our_own_pages_are_read() {
    let page = r#"<html lang="ar" dir="rtl"><h1>x</h1><a href="/a?b=1&#38;c=2">y</a>
        <form method="post" action="/do"><input type="hidden" name="token" value="t"><textarea id="n" name="n">
a &#60; b</textarea><select name="s"><option value="">-</option><option value="one">1</option><option value="two" selected>2</option></select>
        <label><input type="radio" name="r" value="r1"></label><input type="radio" name="r" value="r2" checked>
        <button class="btn" name="go" value="next">go</button></form></html>"#;
    let form = &forms(page)[0];
    let wanted = [("token", "t"), ("n", "a < b"), ("s", "two"), ("r", "r2"), ("go", "next")];
    for (name, value) in wanted {
        assert_eq!(form.get(name), Some(value), "{name}");
    }
    assert_eq!(
        (form.typed.clone(), form.chosen.clone()),
        (vec!["n".to_owned()], vec!["s".to_owned(), "r".to_owned()])
    );
    assert_eq!(links(page), ["/a?b=1&c=2"]);
    assert_eq!((language(page), headings(page)), ("ar".to_owned(), 1));
}
