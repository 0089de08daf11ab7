//! Who looked at a complaint, and a copy without what tells who she is.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_complaints::{Desk, OpenedComplaint, Summary, TextKind, open};
use haqqi_kernel::Action;
use haqqi_pack::label;
use haqqi_web::{Page, Problem, render};

use super::record::{found, problem, reference};
use crate::looked::{Looked, LookedError, who_looked};
use crate::reveal::PURPOSES;
use crate::timeline::timeline;

/// Somebody who looked, as the page shows it.
struct Shown {
    who: String,
    last: String,
    times: String,
    purposes: Vec<String>,
}

#[derive(Template)]
#[template(path = "looked.html")]
struct LookedPage {
    page: Page,
    complaint: Summary,
    rows: Vec<Shown>,
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let complaint = found(&desk, &actor, Action::ReadComplaint, &text).await?;
    let all = who_looked(&desk, &actor, &complaint).await.map_err(|error| match error {
        LookedError::Read(error) => problem(error),
        LookedError::Commit(error) => Problem::uncommitted(&error),
        LookedError::Db(error) => Problem::because(&error),
    })?;
    let rows = all.into_iter().map(|one| shown(&page, one)).collect();
    Ok(render(StatusCode::OK, &LookedPage { page, complaint, rows }))
}

fn shown(page: &Page, one: Looked) -> Shown {
    let who = if one.name.is_empty() { page.t(&format!("casework-looked-{}", one.kind)) } else { one.name };
    // What a door of the house has no words for, somebody wrote themselves.
    let said = |code: String| match PURPOSES.contains(&code.as_str()) {
        true => page.t(&format!("casework-purpose-{code}")),
        false => page.label("casework-looked", &code.replace('.', "-")),
    };
    Shown {
        who,
        last: page.date_time(&one.last),
        times: page.number(i64::try_from(one.times).unwrap_or(i64::MAX)),
        purposes: one.purposes.into_iter().map(said).collect(),
    }
}

#[derive(Template)]
#[template(path = "copy.html")]
struct CopyPage {
    page: Page,
    complaint: Summary,
    rows: Vec<(String, String)>,
    texts: Vec<(String, String, String)>,
    entries: Vec<(String, String, String)>,
}

/// A copy to be given on: what tells who she is, is blacked out wherever it stands in the texts. Notes of the office are
/// not in it. A person reads it over before it leaves, and the page says so.
pub(super) async fn copy(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let record = open(&desk, &actor, reference(&text)?, "redacted-copy").await.map_err(problem)?;
    let happened = timeline(&desk, record.summary.id).await.map_err(|e| Problem::because(&e))?;
    let complaint = record.summary.clone();
    let secrets = secrets(&desk, &record);
    let texts = record
        .texts
        .iter()
        .filter(|one| matches!(one.kind, TextKind::Narrative | TextKind::Message | TextKind::Translation))
        .map(|one| (page.date_time(&one.at), one.language.clone(), redacted(&one.body, &secrets)))
        .collect();
    let mut rows = vec![
        (page.t("casework-kind"), page.label("kind", &complaint.kind)),
        (page.t("casework-received"), page.date_time(&complaint.received_at)),
        (page.t("casework-language"), page.language_name(&complaint.language)),
    ];
    if let Some(outcome) = &complaint.outcome {
        rows.push((page.t("casework-outcome"), page.label("outcome", outcome)));
    }
    // That she was asked, met alone, or may be punished, and that he was spoken to, is nobody's outside.
    let entries = happened
        .iter()
        .filter(|one| !INSIDE.iter().any(|inside| one.what.starts_with(inside)))
        .map(|one| (page.machine_time(&one.at), page.date_time(&one.at), page.label("event", &one.what)))
        .collect();
    Ok(render(StatusCode::OK, &CopyPage { page, complaint, rows, texts, entries }))
}

/// What no copy that leaves the house tells of, by the beginning of its name.
const INSIDE: [&str; 9] = [
    "complaint.indicators-said",
    "complaint.read-anew",
    "complaint.interview",
    "complaint.employer-contacted",
    "complaint.check",
    "complaint.retaliation",
    "complaint.rescreened",
    "complaint.met-alone",
    "complaint.contact-tried",
];

/// What is blacked out: her name, number, address, safe word; the employer's name and place, and where that is. Whole, and
/// each word of it.
fn secrets(desk: &Desk, record: &OpenedComplaint) -> Secrets {
    let (contact, employer) = (&record.contact, &record.employer);
    let told = [&record.worker.name, &employer.name, &employer.place].map(Clone::clone);
    let whole = [&contact.address, &contact.safe_word, &employer.phone].map(Clone::clone);
    let mut named = told.to_vec();
    if let Some(place) = &employer.governorate {
        let languages = &desk.site.languages;
        let tags = desk.site.pack.staff_languages().iter().chain([&record.summary.language]);
        let names = tags.filter_map(|tag| languages.for_staff(tag).or_else(|| languages.for_worker(tag)));
        named.extend(names.map(|language| language.text(&label("governorate", place))));
    }
    Secrets::of(whole.iter().chain(&named), &named)
}

/// What must not stand in a copy, in small letters.
#[derive(Debug, Default)]
struct Secrets {
    /// Wherever it stands, the longest first.
    anywhere: Vec<String>,
    /// Short words, that stand in others by chance: only by themselves.
    alone: Vec<String>,
}

impl Secrets {
    fn of<'a>(whole: impl Iterator<Item = &'a String>, named: &'a [String]) -> Self {
        let long = |text: &str| text.chars().count() >= 5;
        let mut found = Self::default();
        for text in whole.map(|text| text.trim().to_lowercase()).filter(|text| text.chars().count() >= 3) {
            found.anywhere.push(text);
        }
        for text in named {
            for word in text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
                match word.chars().count() {
                    0..=2 => {}
                    _ if long(&word) => found.anywhere.push(word),
                    _ => found.alone.push(word),
                }
            }
        }
        found.anywhere.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
        found
    }

    /// How many characters of what follows are secret.
    fn meet(&self, before: Option<char>, rest: &[char]) -> Option<usize> {
        let low = |c: &char| c.to_lowercase().next().unwrap_or(*c);
        let meets = |secret: &str| {
            let mut has = rest.iter().map(low);
            secret.chars().all(|c| has.next() == Some(c))
        };
        let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
        let by_itself = |secret: &str| {
            !letter(before.as_ref()) && meets(secret) && !letter(rest.get(secret.chars().count()))
        };
        let anywhere = self.anywhere.iter().find(|secret| meets(secret));
        let found = anywhere.or_else(|| self.alone.iter().find(|secret| by_itself(secret)));
        found.map(|secret| secret.chars().count())
    }
}

/// The fewest digits of the number of a phone or a paper.
const NUMBER: usize = 5;

/// How many characters a number takes here, however it is spaced, with the letters that stand at its ends: the number of a
/// paper has them. Nothing where too few digits follow each other.
fn number_at(before: Option<char>, rest: &[char]) -> Option<usize> {
    // In the middle of a word only where its digits begin.
    let digit = rest.first().is_some_and(|c| c.is_numeric());
    if before.is_some_and(|c| c.is_numeric() || (c.is_alphabetic() && !digit)) {
        return None;
    }
    let (mut end, mut digits, mut gap, mut at) = (0, 0, 0, 0);
    while let Some(c) = rest.get(at) {
        let next = rest.get(at + 1).is_some_and(|next| next.is_numeric());
        if c.is_numeric() {
            (digits, gap, end) = (digits + 1, 0, at + 1);
        } else if digits == 0 {
            // Letters and signs right before the first digit.
            if at >= 4 || !(c.is_alphabetic() || "+(".contains(*c)) {
                break;
            }
        } else if gap < 2 && (" -+/()_–".contains(*c) || (".:,".contains(*c) && next)) {
            gap += 1;
        } else {
            break;
        }
        at += 1;
    }
    if digits < NUMBER {
        return None;
    }
    let tail = rest.iter().skip(end).take_while(|c| c.is_alphanumeric()).count();
    Some(end + tail)
}

/// The text with every secret and every longer number blacked out.
fn redacted(text: &str, secrets: &Secrets) -> String {
    const BLACK: &str = "████";
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let (mut at, mut before) = (0, None);
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let hidden = secrets.meet(before, rest).or_else(|| number_at(before, rest));
        match hidden {
            Some(_) => out.push_str(BLACK),
            None => out.extend(rest.first()),
        }
        at += hidden.unwrap_or(1);
        before = chars.get(at - 1).copied();
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Secrets, redacted};

    fn secrets(whole: &[&str], named: &[&str]) -> Secrets {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let (whole, named) = (own(whole), own(named));
        Secrets::of(whole.iter().chain(&named), &named)
    }

    proptest! {
        #[test]
        fn nothing_that_is_secret_stands_in_a_copy(before in "\\PC{0,20}", secret in "[a-z]{3,9}", after in "\\PC{0,20}") {
            let text = format!("{before}{}{after}", secret.to_uppercase());
            let copy = redacted(&text, &secrets(&[&secret], &[])).to_lowercase();
            prop_assert!(!copy.contains(&secret), "{copy}");
        }

        #[test]
        fn no_number_of_a_phone_or_a_paper_leaves_a_sign(
            digits in proptest::collection::vec("[1-9]", 7..12), between in "[ ./-]?", head in "[A-Z]{0,2}", tail in "[A-Z]{0,2}",
        ) {
            let number = format!("{head}{}{tail}", digits.join(between.as_str()));
            let copy = redacted(&format!("it is {number}"), &Secrets::default());
            prop_assert_eq!(copy, "it is ████", "{}", number);
        }
    }

    #[test]
    fn names_places_and_numbers_go_and_the_rest_stays() {
        let known = secrets(&[], &["Rahima Khan", "Noor Garments", "Sahab, gate 3", "Amman"]);
        for (told, copied) in [
            (
                "I am Rahima of Noor Garments, call +962 7 9000 0001, 3 months.",
                "I am ████ of ████, call ████, 3 months.",
            ),
            ("In Sahab, by the gate; in amman too.", "In ████, by the ████; in ████ too."),
            ("Khan is khanjar", "████ is khanjar"),
            ("passport AB1234567C and (079) 000.0001.", "passport ████ and ████."),
            ("رقمي ٠٧٩٠٠٠٠٠٠١ منذ ٣ أشهر", "رقمي ████ منذ ٣ أشهر"),
            ("Since 2024, 12 hours a day.", "Since 2024, 12 hours a day."),
        ] {
            assert_eq!(redacted(told, &known), copied);
        }
    }
}
