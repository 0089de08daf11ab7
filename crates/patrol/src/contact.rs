//! What of a text leads to who wrote it: telephone numbers, e-mail addresses, handles, the name of an agency. No I/O.

mod agency;

use haqqi_kernel::plain_digits;
use haqqi_messaging::Number;
use haqqi_pack::Phone;

pub use agency::Words;
use agency::agency;

/// At most so many contacts of one text.
const MOST: usize = 20;
/// Digits of a telephone number as it is written in a text, fewest and most: fewer are a date, a wage, a year.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
/// Hosts whose first piece of path is somebody's handle.
const HANDLES: [&str; 8] = [
    "t.me/",
    "telegram.me/",
    "instagram.com/",
    "facebook.com/",
    "fb.com/",
    "tiktok.com/@",
    "x.com/",
    "twitter.com/",
];
/// The host whose first piece of path is a telephone number.
const NUMBERS: &str = "wa.me/";
/// Pieces of such paths that are nobody's.
const NOBODYS: [&str; 9] =
    ["groups", "share", "sharer", "pages", "watch", "reel", "p", "joinchat", "permalink.php"];

/// What a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A telephone number, E.164.
    Phone,
    /// An e-mail address, in small letters.
    Mail,
    /// A handle of a network, in small letters, without its `@`.
    Handle,
    /// The name of an agency, as it is written.
    Name,
}

impl Sort {
    /// The code kept in tables and in labels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Handle => "handle",
            Self::Name => "name",
        }
    }
}

/// A contact and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What it is.
    pub sort: Sort,
    /// As it is compared.
    pub value: String,
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
}

impl Contact {
    /// So much of it that two can be told apart, and nobody can be called.
    #[must_use]
    pub fn mask(&self) -> String {
        let last = |many: usize| {
            let skipped = self.value.chars().count().saturating_sub(many);
            self.value.chars().skip(skipped).collect::<String>()
        };
        match self.sort {
            Sort::Phone => format!("… {}", last(3)),
            Sort::Mail => format!("…@{}", self.value.rsplit('@').next().unwrap_or_default()),
            Sort::Handle => format!("@{}…", self.value.chars().take(2).collect::<String>()),
            Sort::Name => self.value.clone(),
        }
    }
}

/// Every contact of a text, in order, each value once. Of an agency's name only the first is taken.
#[must_use]
pub fn contacts(text: &str, home: Option<&Phone>, words: &Words) -> Vec<Contact> {
    let mut all = links(text, home);
    all.extend(mails(text));
    all.extend(numbers(text, home));
    all.extend(handles(text));
    all.extend(agency(text, words));
    all.sort_by_key(|contact| (contact.start, contact.end));
    let mut kept: Vec<Contact> = Vec::new();
    let mut reached = 0;
    for contact in all {
        // A number within a link, a handle within an address: the longer one was first.
        let within = contact.start < reached && contact.sort != Sort::Name;
        let known = kept.iter().any(|own| own.sort == contact.sort && own.value == contact.value);
        if within || known || kept.len() >= MOST {
            continue;
        }
        if contact.sort != Sort::Name {
            reached = contact.end;
        }
        kept.push(contact);
    }
    kept
}

/// The first words of a text with nothing by which somebody can be reached.
#[must_use]
pub fn without_contacts(text: &str, found: &[Contact], most: usize) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for contact in found.iter().filter(|contact| contact.sort != Sort::Name) {
        let Some(before) = text.get(from..contact.start) else { continue };
        clean.push_str(before);
        clean.push('…');
        from = contact.end;
    }
    clean.push_str(text.get(from..).unwrap_or_default());
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = haqqi_kernel::one_line(&line);
    let mut short: String = line.chars().take(most).collect();
    if line.chars().count() > most {
        short.push('…');
    }
    short
}

fn number(text: &str, home: Option<&Phone>) -> Option<String> {
    let digits = plain_digits(text).chars().filter(char::is_ascii_digit).count();
    if !DIGITS.contains(&digits) {
        return None;
    }
    Number::read(text, home).ok().map(|number| number.as_str().to_owned())
}

/// Runs of digits in any script, with single marks between.
fn numbers(text: &str, home: Option<&Phone>) -> Vec<Contact> {
    let digit = |c: char| plain_digits(c.encode_utf8(&mut [0; 4])).chars().all(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    let mut parted = 0;
    let mut close = |run: &mut Option<(usize, usize)>| {
        if let Some((start, end)) = run.take() {
            let value = text.get(start..end).and_then(|run| number(run, home));
            found.extend(value.map(|value| Contact { sort: Sort::Phone, value, start, end }));
        }
    };
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if digit(c) {
            let begins = if before == '+' { at - 1 } else { at };
            match &mut run {
                Some((_, end)) => *end = at + c.len_utf8(),
                None => run = Some((begins, at + c.len_utf8())),
            }
            parted = 0;
        } else if matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2011}')
            && run.is_some()
            && parted < 2
        {
            parted += 1;
        } else {
            close(&mut run);
        }
        before = c;
    }
    close(&mut run);
    found
}

fn mails(text: &str) -> Vec<Contact> {
    let local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let domain = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let each = text.match_indices('@').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let start = before.len() - before.chars().rev().take_while(|c| local(*c)).count();
        let after = text.get(at + 1..)?;
        let length = after.chars().take_while(|c| domain(*c)).count();
        let host = after.get(..length)?.trim_end_matches(['.', '-']);
        let named = host.split_once('.').is_some_and(|(_, end)| end.len() >= 2);
        (start < at && named).then(|| {
            let end = at + 1 + host.len();
            let value = text.get(start..end).unwrap_or_default().to_ascii_lowercase();
            Contact { sort: Sort::Mail, value, start, end }
        })
    });
    each.collect()
}

fn is_handle(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.')
}

fn handle(text: &str, from: usize, start: usize) -> Option<Contact> {
    let rest = text.get(from..)?;
    let length = rest.chars().take_while(|c| is_handle(*c)).count();
    let name = rest.get(..length)?.trim_end_matches('.');
    let value = name.to_ascii_lowercase();
    let is_one = name.len() >= 4 && !NOBODYS.contains(&value.as_str());
    is_one.then(|| Contact { sort: Sort::Handle, value, start, end: from + name.len() })
}

fn handles(text: &str) -> Vec<Contact> {
    let each = text.match_indices('@').filter_map(|(at, _)| {
        let before = text.get(..at)?.chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '_')) {
            return None;
        }
        handle(text, at + 1, at)
    });
    each.collect()
}

fn links(text: &str, home: Option<&Phone>) -> Vec<Contact> {
    // Letters of one byte alone change, so that places stay.
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for host in HANDLES {
        for (at, _) in lower.match_indices(host) {
            let before = lower.get(..at).and_then(|before| before.chars().next_back());
            if before.is_none_or(|c| !c.is_ascii_alphanumeric()) {
                found.extend(handle(text, at + host.len(), at));
            }
        }
    }
    for (at, _) in lower.match_indices(NUMBERS) {
        let from = at + NUMBERS.len();
        let rest = text.get(from..).unwrap_or_default();
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '+').collect();
        let whole = format!("+{}", digits.trim_start_matches('+'));
        let value = number(&whole, home);
        found.extend(value.map(|value| Contact {
            sort: Sort::Phone,
            value,
            start: at,
            end: from + digits.len(),
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn home() -> Phone {
        Phone { code: "962".to_owned(), trunk: "0".to_owned() }
    }

    fn words() -> Words {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Words {
            before: own(&["مكتب", "شركة"]),
            after: own(&["recruitment", "manpower", "لاستقدام", "للتوظيف"]),
            never: own(&["licensed", "the"]),
        }
    }

    fn found(text: &str) -> Vec<(Sort, String)> {
        contacts(text, Some(&home()), &words()).into_iter().map(|one| (one.sort, one.value)).collect()
    }

    #[test]
    fn numbers_addresses_handles_and_names_are_found_once() {
        let one = |sort, value: &str| (sort, value.to_owned());
        for (text, expected) in [
            ("Call 079 000 0001 now", vec![one(Sort::Phone, "+962790000001")]),
            ("للتواصل ٠٧٩٠٠٠٠٠٠١ أو 00962790000001", vec![one(Sort::Phone, "+962790000001")]),
            ("https://wa.me/962790000001?text=hi", vec![one(Sort::Phone, "+962790000001")]),
            (
                "0790000001/0780000002",
                vec![one(Sort::Phone, "+962790000001"), one(Sort::Phone, "+962780000002")],
            ),
            ("salary 350 - 400 from 24-11-2026", vec![]),
            ("Write to Jobs.Desk@Example.org.", vec![one(Sort::Mail, "jobs.desk@example.org")]),
            ("Telegram: @Dream_Jobs or t.me/dream_jobs", vec![one(Sort::Handle, "dream_jobs")]),
            ("see facebook.com/groups/123", vec![]),
            ("Golden Palm Recruitment is hiring", vec![one(Sort::Name, "Golden Palm")]),
            ("licensed Recruitment office", vec![]),
            ("مكتب النخلة الذهبية لاستقدام العاملات", vec![one(Sort::Name, "النخلة الذهبية")]),
            ("نعمل في لاستقدام", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_title_and_a_mask_let_nobody_be_called() {
        let text = "Maid wanted!\nCall 0790000001 or @some_name, mail a.b@example.org";
        let all = contacts(text, Some(&home()), &words());
        let title = without_contacts(text, &all, 90);
        assert_eq!(title, "Maid wanted! Call … or …, mail …");
        let masks: Vec<String> = all.iter().map(Contact::mask).collect();
        assert_eq!(masks, ["… 001", "@so…", "…@example.org"]);
        assert_eq!(without_contacts("abcdef", &[], 3), "abc…");
    }

    proptest! {
        #[test]
        fn places_are_within_the_text_and_in_order(text in "[a-zA-Z0-9@./ +\\n٠-٩ا-ي-]{0,120}") {
            let all = contacts(&text, Some(&home()), &words());
            for contact in &all {
                prop_assert!(text.get(contact.start..contact.end).is_some());
                prop_assert!(!contact.value.is_empty());
            }
            let title = without_contacts(&text, &all, 40);
            prop_assert!(title.chars().count() <= 41);
        }
    }
}
