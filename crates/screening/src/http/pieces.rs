//! Words cut at the places that suggest something.

use haqqi_web::Page;

use crate::engine::Hit;

/// A piece of words: plain, or marked with what it suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, as they were written.
    pub text: String,
    /// Whether they suggest something.
    pub marked: bool,
    /// What, for people.
    pub indicator: String,
    /// The entry of the lexicon that says so.
    pub entry: String,
}

/// What a place suggests, for people.
fn says(page: &Page, hit: &Hit) -> String {
    let name = if hit.indicator.is_empty() {
        page.t("screening-danger")
    } else {
        page.label("indicator", &hit.indicator)
    };
    match (hit.doubtful, hit.is_learned()) {
        (true, _) => page.t1("screening-place-doubtful", "indicator", name),
        (false, true) => page.t1("screening-place-learned", "indicator", name),
        (false, false) => name,
    }
}

/// Cuts words at these places, in the order in which they stand. A place that overlaps an earlier one is told with it, so that
/// danger is never hidden behind what else the words say.
#[must_use]
pub fn pieces<'a>(page: &Page, body: &str, hits: impl IntoIterator<Item = &'a Hit>) -> Vec<Piece> {
    let mut hits: Vec<&Hit> = hits.into_iter().filter(|hit| body.get(hit.start..hit.end).is_some()).collect();
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut places: Vec<(&Hit, Vec<String>)> = Vec::new();
    for hit in hits {
        let name = says(page, hit);
        match places.last_mut() {
            Some((first, names)) if hit.start < first.end => {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            _ => places.push((hit, vec![name])),
        }
    }
    let text = |from: usize, to: usize| body.get(from..to).unwrap_or_default().to_owned();
    let plain = |text| Piece { text, marked: false, indicator: String::new(), entry: String::new() };
    let mut pieces = Vec::new();
    let mut at = 0;
    for (hit, names) in places {
        pieces.push(plain(text(at, hit.start)));
        pieces.push(Piece {
            text: text(hit.start, hit.end),
            marked: true,
            indicator: page.language().list(&names),
            entry: hit.why.clone(),
        });
        at = hit.end;
    }
    pieces.push(plain(text(at, body.len())));
    pieces
}
