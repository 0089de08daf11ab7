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
    /// The same, each by itself.
    pub says: Vec<String>,
    /// The entry of the lexicon that says so.
    pub entry: String,
}

/// Cuts words at these places, in the order in which they stand. A place that overlaps an earlier one is told with it, so that
/// danger is never hidden behind what else the words say.
#[must_use]
pub fn pieces<'a>(page: &Page, body: &str, hits: impl IntoIterator<Item = &'a Hit>) -> Vec<Piece> {
    let plain = |text: &str| Piece {
        text: text.to_owned(),
        marked: false,
        indicator: String::new(),
        says: Vec::new(),
        entry: String::new(),
    };
    let mut hits: Vec<&Hit> = hits.into_iter().collect();
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut pieces = Vec::new();
    let mut at = 0;
    for hit in hits {
        let indicator = if hit.indicator.is_empty() {
            page.t("screening-danger")
        } else {
            page.label("indicator", &hit.indicator)
        };
        let indicator = match (hit.doubtful, hit.is_learned()) {
            (true, _) => page.t1("screening-place-doubtful", "indicator", indicator),
            (false, true) => page.t1("screening-place-learned", "indicator", indicator),
            (false, false) => indicator,
        };
        let (Some(before), Some(inside)) = (body.get(at..hit.start), body.get(hit.start..hit.end)) else {
            let last = pieces.iter_mut().rfind(|piece: &&mut Piece| piece.marked);
            if let Some(last) = last.filter(|last| !last.says.contains(&indicator)) {
                last.says.push(indicator);
                last.indicator = page.language().list(&last.says);
            }
            continue;
        };
        pieces.push(plain(before));
        pieces.push(Piece {
            text: inside.to_owned(),
            marked: true,
            says: vec![indicator.clone()],
            indicator,
            entry: hit.why.clone(),
        });
        at = hit.end;
    }
    pieces.push(plain(body.get(at..).unwrap_or_default()));
    pieces
}
