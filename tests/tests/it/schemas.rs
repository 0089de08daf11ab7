//! Names in the description of the API: two bodies of one name would be described as one.

use std::collections::BTreeMap;

use crate::files;

/// The name under which a body is described: what it is said to be, else its own.
fn name<'a>(after: &mut impl Iterator<Item = &'a str>) -> Option<String> {
    let mut said = None;
    for line in after.map(str::trim) {
        if let Some(at) = line.strip_prefix("#[schema(as = ") {
            said = at.split([')', ',']).next().map(str::to_owned);
        }
        let mut words = line.split_whitespace().skip_while(|word| !["struct", "enum"].contains(word)).skip(1);
        if !line.starts_with("//")
            && let Some(own) = words.next()
        {
            let own = own.split(['<', '(', ';']).next().unwrap_or(own);
            return said.or_else(|| Some(own.to_owned()));
        }
    }
    None
}

#[test]
fn each_body_has_a_name_of_its_own() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files::below(&["crates"], &["rs"]) {
        let lines: Vec<&str> = file.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if line.trim().starts_with("#[derive(") && line.contains("ToSchema") {
                let name = name(&mut lines[at + 1..].iter().copied());
                places.entry(name.expect("a struct follows")).or_default().push(file.path.clone());
            }
        }
    }
    assert!(places.len() > 100, "the search itself finds what there is: {}", places.len());
    places.retain(|_, places| places.len() > 1);
    assert!(places.is_empty(), "described under one name; give one `#[schema(as = …)]`: {places:#?}");
}
