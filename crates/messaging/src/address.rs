//! What is a mail address that a mail can reach.

use lettre::Address;

/// The longest address that a server takes.
const LONGEST: usize = 254;

/// Whether a mail can be addressed to this: one mailbox at a named host, nothing around it.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !"<>,;:\"()[]\\".contains(c) && !never_in_one(c);
    let named = |host: &str| {
        let names: Vec<&str> = host.split('.').collect();
        names.len() >= 2
            && names.iter().all(|name| !name.is_empty() && !name.starts_with('-') && !name.ends_with('-'))
    };
    text.len() <= LONGEST
        && text.chars().all(plain)
        && text.parse::<Address>().is_ok_and(|address| named(address.domain()))
}

/// Signs that nobody sees, and the joiners of letters.
fn never_in_one(c: char) -> bool {
    haqqi_kernel::is_unseen(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_mail_reaches_is_an_address() {
        for good in ["her@mail.example", "a.b+c@mail.co.example", "x@bücher.example", "o'neil@mail.example"]
        {
            assert!(is_address(good), "{good}");
        }
        let long = format!("{}@mail.example", "a".repeat(300));
        for odd in [
            "",
            "@",
            "a@",
            "@b",
            "a@b",
            "a b@mail.example",
            "a@@mail.example",
            "a@mail..example",
            "a@.example",
            "a@example.",
            "<a@mail.example>",
            "a@mail.example, b@mail.example",
            "a@mail.example\nBcc: b@mail.example",
            "a@-mail.example",
            "a@[127.0.0.1]",
            "a\u{202e}@mail.example",
            "mailto:a@mail.example",
            long.as_str(),
        ] {
            assert!(!is_address(odd), "{odd}");
        }
    }
}
