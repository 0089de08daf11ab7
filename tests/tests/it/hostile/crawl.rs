//! Walks through all pages that a person reaches by links and collects their forms.

use std::collections::{BTreeMap, VecDeque};

use super::html::{self, Form};
use super::person::Person;

/// So many pages of one pattern are looked at, and so many in all.
const OF_ONE_PATTERN: usize = 2;
const IN_ALL: usize = 80;

/// An address without what differs from case to case.
pub fn pattern(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let differs = |part: &str| part.len() > 8 && part.bytes().any(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = path.split('/').map(|part| if differs(part) { "…" } else { part }).collect();
    parts.join("/")
}

/// Each form once: by where it goes, with the page that it stands on.
pub async fn forms(person: &Person, from: &[&str]) -> BTreeMap<String, (String, Form)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    let mut waiting: VecDeque<String> = from.iter().map(ToString::to_string).collect();
    let mut opened = 0;
    while let Some(address) = waiting.pop_front().filter(|_| opened < IN_ALL) {
        let many = seen.entry(pattern(&address)).or_default();
        *many += 1;
        if *many > OF_ONE_PATTERN {
            continue;
        }
        opened += 1;
        let page = person.follow(&address).await;
        let who = &person.name;
        assert!(page.status.as_u16() < 500, "{who} at {address}: {}", page.status);
        if !page.kind.starts_with("text/html") {
            continue;
        }
        assert!(page.status.as_u16() < 400, "{who} is led to {address}, which answers {}", page.status);
        assert_eq!(html::headings(&page.html), 1, "{who} at {address}: one heading");
        let local =
            |link: &String| link.starts_with('/') && !link.starts_with("/static") && !link.contains("lang=");
        // Staff stay on their side, workers in their language.
        let staff = from[0].starts_with("/staff");
        let stays = |link: &String| match staff {
            true => link.starts_with("/staff/") || link.starts_with("/field/"),
            false => link.starts_with(from[0]),
        };
        waiting.extend(html::links(&page.html).into_iter().filter(|link| local(link) && stays(link)));
        for form in html::forms(&page.html) {
            let to = if form.action.is_empty() { address.clone() } else { form.action.clone() };
            found.entry(pattern(&to)).or_insert((address.clone(), Form { action: to, ..form }));
        }
    }
    found
}
