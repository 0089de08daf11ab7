//! What a receiver sees, as a piece of a page: the very same piece stands in the preview and on the agency's page.

use askama::Template;
use haqqi_language::left_to_right;
use haqqi_web::Page;

use crate::model::{Content, Piece};

/// Her words, or a translation of them.
struct Quote {
    heading: String,
    language: String,
    body: String,
}

/// The piece.
#[derive(Template)]
#[template(path = "content.html")]
pub struct ContentPart {
    page: Page,
    heading: String,
    message: String,
    rows: Vec<(String, String)>,
    quotes: Vec<Quote>,
}

impl ContentPart {
    /// The piece in the page's language.
    #[must_use]
    pub fn of(page: &Page, content: &Content) -> Self {
        let mut rows = vec![
            (page.t("referral-receiver"), page.label("agency", &content.receiver)),
            (page.t("referral-purpose"), page.label("service", &content.purpose)),
            (page.t("referral-ground"), page.label("ground", &content.ground)),
        ];
        let mut quotes = Vec::new();
        for piece in &content.pieces {
            match piece {
                Piece::Words { filer, language, body } => quotes.push(Quote {
                    heading: match filer {
                        Some(filer) => page.t1("referral-item-words-filed", "filer", page.filer(filer)),
                        None => page.t("referral-item-words"),
                    },
                    language: language.clone(),
                    body: body.clone(),
                }),
                Piece::Translation { language, body } => quotes.push(Quote {
                    heading: page.t("referral-item-translation"),
                    language: language.clone(),
                    body: body.clone(),
                }),
                other => {
                    let (item, value) = row(page, other);
                    rows.push((page.t(&format!("referral-item-{item}")), value));
                }
            }
        }
        Self {
            page: page.clone(),
            heading: page.label("service", &content.purpose),
            message: content.message.clone(),
            rows,
            quotes,
        }
    }

    /// The piece as markup, escaped by its template.
    #[must_use]
    pub fn markup(&self) -> String {
        self.render().unwrap_or_default()
    }
}

/// The item and what the page says of it.
pub(super) fn row(page: &Page, piece: &Piece) -> (&'static str, String) {
    let joined = |parts: Vec<String>| {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    };
    match piece {
        Piece::Name { name } => ("name", name.clone()),
        Piece::Reach { channel, address, when, hers_alone, never_call, no_message, safe_word } => {
            let alone = if *hers_alone { "referral-reach-hers" } else { "referral-reach-not-hers" };
            let by = page.t(&format!("referral-reach-{channel}"));
            let only = |told: bool, id: &str| if told { page.t(id) } else { String::new() };
            let word = if safe_word.is_empty() {
                String::new()
            } else {
                page.t1("referral-reach-word", "word", safe_word)
            };
            let never = only(*never_call, "referral-reach-never-call");
            let nothing = only(*no_message, "referral-reach-no-message");
            (
                "reach",
                joined(vec![never, nothing, by, left_to_right(address), when.clone(), word, page.t(alone)]),
            )
        }
        Piece::Indicators { codes } => {
            let shown: Vec<String> = codes.iter().map(|code| page.label("indicator", code)).collect();
            ("indicators", page.language().list(&shown))
        }
        Piece::Age { age } => ("age", page.t(&format!("referral-age-{age}"))),
        Piece::Language { language } => ("language", page.language_name(language)),
        Piece::InterpreterSex { sex } => ("interpreter-sex", page.t(&format!("referral-sex-{sex}"))),
        Piece::Workplace { place, governorate } => {
            let where_to = governorate.as_deref().map(|code| page.label("governorate", code));
            ("workplace", joined(vec![place.clone(), where_to.unwrap_or_default()]))
        }
        Piece::FiledBy { filer, interest } => {
            let gains = if *interest { page.t("referral-filer-interest") } else { String::new() };
            ("filed-by", joined(vec![page.filer(filer), gains]))
        }
        Piece::Employer { name } => ("employer", name.clone()),
        Piece::Words { body, .. } => ("words", body.clone()),
        Piece::Translation { body, .. } => ("translation", body.clone()),
    }
}
