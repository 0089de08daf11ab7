//! Texts that are a word of ours: to get no more messages, to get them again, or that the phone is hers alone.

use haqqi_names::fold;

use crate::Desk;

/// A text as it is compared: letters folded as for screening (wide ones, hamza, marks, invisible ones), without what
/// stands around its words. No language is known of a word alone: folding apart for one of them would miss the others.
fn plain(text: &str) -> String {
    let words = fold(text, "").tokens;
    words.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a list in every language that is offered, and in English.
fn listed(desk: &Desk, id: &str) -> Vec<String> {
    let languages = &desk.site.languages;
    let all = languages.worker().iter().map(|language| language.attribute(id));
    let lists = all.chain(std::iter::once(languages.english().attribute(id)));
    lists
        .flat_map(|list| list.split(',').map(plain).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether the whole text is one of these words.
pub(super) fn is_one_of(desk: &Desk, text: &str, id: &str) -> bool {
    let text = plain(text);
    listed(desk, id).contains(&text)
}

/// Whether she says that the phone is hers alone: a word for it, alone or before a colon or on a line of its own. "My
/// phone was taken" says something else.
pub(super) fn says_mine(desk: &Desk, text: &str) -> bool {
    let head = text.trim().split([':', '：', '፦', '\n', '\r']).next().unwrap_or_default();
    is_one_of(desk, head, "messaging-words-mine")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_word_is_the_same_with_what_people_put_around_it() {
        for typed in ["STOP", " stop. ", "\"Stop\"", "stop!!!"] {
            assert_eq!(plain(typed), "stop");
        }
        for typed in ["أوقف", "اوقف.", "أَوْقِف", "أو\u{200b}قف"] {
            assert_eq!(plain(typed), plain("أوقف"), "{typed:?}");
        }
        assert_eq!(plain("ＳＴＯＰ"), "stop");
        assert_eq!(plain("  বন্ধ।"), plain("বন্ধ"));
        assert_ne!(plain("I cannot stop"), plain("stop"));
    }
}
