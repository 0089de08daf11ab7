//! Search over the public pages: a ranked match of folded words, in memory, in any script. What is not shown is not
//! found. Whole words count most, beginnings and parts less, one wrong letter least; rare words count more.

use std::collections::BTreeMap;
use std::sync::Arc;

use haqqi_names::fold;

use crate::guide::Guide;
use crate::shown::{Reader, Shown, ShownBlock};

/// More words than this are not looked at.
const LONGEST: usize = 12;
/// How many places are shown.
const MOST: usize = 12;

/// Something that can be found.
#[derive(Debug, Clone)]
struct Entry {
    found: Found,
    /// Folded words with what each weighs.
    words: Vec<(String, f32)>,
}

/// A place that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Path behind the language.
    pub to: String,
    /// The page's title.
    pub title: String,
    /// The heading within it; may be empty.
    pub heading: String,
    /// How it begins.
    pub begins: String,
}

/// Everything that one language can find.
#[derive(Debug, Clone, Default)]
pub struct Index {
    language: String,
    entries: Vec<Entry>,
    /// In how many entries a word stands.
    common: BTreeMap<String, usize>,
}

/// Scripts that put no space between words: two neighbouring letters stand for a word.
fn unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x1000..=0x109F | 0x3400..=0x9FFF)
}

/// Words under which a text is kept, and asked for.
fn words(text: &str, language: &str) -> Vec<String> {
    let mut all = Vec::new();
    for token in fold(text, language).tokens {
        let letters: Vec<char> = token.word.chars().collect();
        if letters.len() > 2 && letters.iter().any(|c| unspaced(*c)) {
            all.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
            continue;
        }
        all.push(bare(&token.word));
    }
    all
}

/// An Arabic word without its article and the letters that are written together with it.
fn bare(word: &str) -> String {
    for prefix in ["وال", "بال", "لل", "ال"] {
        if let Some(rest) = word.strip_prefix(prefix)
            && rest.chars().count() >= 3
        {
            return rest.to_owned();
        }
    }
    word.to_owned()
}

/// How well a word that was asked for fits one that stands there: 1 is whole.
fn fits(asked: &str, there: &str) -> f32 {
    if asked == there {
        return 1.0;
    }
    let (long, other) = (asked.chars().count(), there.chars().count());
    if asked.chars().any(unspaced) {
        return 0.0;
    }
    if long >= 3 && there.starts_with(asked) {
        return 0.7;
    }
    if other >= 4 && asked.starts_with(there) {
        return 0.5;
    }
    if long >= 4 && there.contains(asked) {
        return 0.4;
    }
    if long >= 5 && one_letter_apart(asked, there) { 0.35 } else { 0.0 }
}

/// Whether one letter more, less, other, or two neighbours swapped make the one the other.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tail = |a: usize, b: usize| one.get(head + a..) == other.get(head + b..);
    match one.len().abs_diff(other.len()) {
        0 => {
            let swapped = one.get(head) == other.get(head + 1) && one.get(head + 1) == other.get(head);
            tail(1, 1) || (swapped && tail(2, 2))
        }
        1 => tail(0, 1) || tail(1, 0),
        _ => false,
    }
}

impl Index {
    /// The index of what these pages show.
    #[must_use]
    pub fn of(language: &str, pages: &[Shown]) -> Self {
        let mut index = Self { language: language.to_owned(), ..Self::default() };
        for page in pages {
            for (at, section) in page.sections.iter().enumerate() {
                let text = plain(&section.blocks);
                let to = if at == 0 || section.heading.is_empty() {
                    format!("/guide/{}", page.topic)
                } else {
                    format!("/guide/{}#part-{at}", page.topic)
                };
                let begins = text.chars().take(160).collect();
                let found = Found { to, title: page.title.clone(), heading: section.heading.clone(), begins };
                index.add(found, &text);
            }
        }
        index
    }

    /// Adds a place with its text.
    pub fn add(&mut self, found: Found, text: &str) {
        let mut kept: BTreeMap<String, f32> = BTreeMap::new();
        for (text, weight) in [(found.title.as_str(), 2.0), (found.heading.as_str(), 3.0), (text, 1.0_f32)] {
            for word in words(text, &self.language) {
                let best = kept.entry(word).or_insert(0.0);
                *best = best.max(weight);
            }
        }
        for word in kept.keys() {
            *self.common.entry(word.clone()).or_default() += 1;
        }
        self.entries.push(Entry { found, words: kept.into_iter().collect() });
    }

    /// What answers these words, the best first.
    #[must_use]
    pub fn find(&self, asked: &str) -> Vec<Found> {
        let mut asked = words(asked, &self.language);
        asked.sort();
        asked.dedup();
        asked.truncate(LONGEST);
        let all = self.entries.len() as f32;
        let mut scored: Vec<(f32, usize, &Entry)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let mut score = 0.0;
            for word in &asked {
                let best = entry
                    .words
                    .iter()
                    .map(|(there, weight)| {
                        let common = self.common.get(there).copied().unwrap_or(1) as f32;
                        fits(word, there) * weight * (1.0 + all / common).ln()
                    })
                    .fold(0.0, f32::max);
                score += best;
            }
            if score > 0.0 {
                scored.push((score, place, entry));
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = scored.first().map_or(0.0, |(score, ..)| *score);
        scored
            .into_iter()
            .filter(|(score, ..)| *score * 5.0 >= best)
            .take(MOST)
            .map(|(.., entry)| entry.found.clone())
            .collect()
    }
}

fn plain(blocks: &[ShownBlock]) -> String {
    let mut text = String::new();
    let mut add = |runs: &[crate::shown::Run]| {
        if !text.is_empty() {
            text.push(' ');
        }
        for run in runs {
            text.push_str(&run.text);
        }
    };
    for block in blocks {
        match block {
            ShownBlock::Text(runs, _) => add(runs),
            ShownBlock::List(points, _) => points.iter().for_each(|point| add(point)),
            ShownBlock::Ask | ShownBlock::Hotlines => {}
        }
    }
    haqqi_language::strip_isolation(&text)
}

impl Guide {
    /// The index of a reader's language, made once a day.
    pub(crate) fn index(&self, reader: Reader<'_>, more: impl FnOnce(&mut Index)) -> Arc<Index> {
        let tag = reader.language.tag();
        let kept = self.indexes.lock().ok().and_then(|indexes| indexes.get(tag).cloned());
        if let Some((_, index)) = kept.filter(|(day, _)| *day == reader.today) {
            return index;
        }
        let mut index = Index::of(tag, &self.show_all(reader));
        more(&mut index);
        let index = Arc::new(index);
        if let Ok(mut indexes) = self.indexes.lock() {
            indexes.insert(tag.to_owned(), (reader.today, Arc::clone(&index)));
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn index(language: &str, texts: &[(&str, &str)]) -> Index {
        let mut index = Index { language: language.to_owned(), ..Index::default() };
        for (title, text) in texts {
            let found = Found {
                to: format!("/guide/{title}"),
                title: (*title).to_owned(),
                heading: String::new(),
                begins: String::new(),
            };
            index.add(found, text);
        }
        index
    }

    fn first(index: &Index, asked: &str) -> String {
        index.find(asked).first().map(|found| found.title.clone()).unwrap_or_default()
    }

    #[test]
    fn spelling_of_arabic_does_not_matter() {
        let index = index("ar", &[("الأجر", "متى يُدفع الأجر؟"), ("جواز السفر", "لا تعطِ جواز سفرك لأحد")]);
        for asked in ["الاجر", "أجر", "اجر", "الأَجْر"] {
            assert_eq!(first(&index, asked), "الأجر", "{asked}");
        }
        for asked in ["الجواز", "جواز", "جوازسفر", "سفرك"] {
            assert_eq!(first(&index, asked), "جواز السفر", "{asked}");
        }
        assert!(index.find("طائرة").is_empty());
    }

    #[test]
    fn a_wrong_letter_is_forgiven_and_scripts_without_spaces_are_found() {
        let english = index("en", &[("Passport", "who keeps it"), ("Pay", "overtime and wages")]);
        assert_eq!(first(&english, "pasport"), "Passport");
        assert_eq!(first(&english, "overtmie"), "Pay");
        let chinese = index("zh", &[("工资", "老板没有发工资怎么办"), ("护照", "护照要自己拿着")]);
        assert_eq!(first(&chinese, "老板不发工资"), "工资");
        assert_eq!(first(&chinese, "护照"), "护照");
        let burmese = index("my", &[("လစာ", "လစာမပေးဘူး"), ("ခွင့်", "နားရက်")]);
        assert_eq!(first(&burmese, "လစာ"), "လစာ");
        let amharic = index("am", &[("ደመወዝ", "ሠራተኛ"), ("ፓስፖርት", "ሌላ")]);
        assert_eq!(first(&amharic, "ሰራተኛ"), "ደመወዝ");
    }

    proptest! {
        #[test]
        fn nothing_that_is_asked_does_harm(asked in "\\PC{0,300}") {
            let index = index("en", &[("Pay", "overtime and wages"), ("Hours", "rest day")]);
            prop_assert!(index.find(&asked).len() <= 2);
        }

        #[test]
        fn one_letter_apart_is_the_same_both_ways(one in "[a-c]{0,6}", other in "[a-c]{0,6}") {
            prop_assert_eq!(one_letter_apart(&one, &other), one_letter_apart(&other, &one));
        }
    }
}
