//! How she may be reached, as every form of hers asks it: filing, and changing it later. One part of a form, and one
//! reading of it.

use haqqi_web::Page;

use crate::check::FieldProblem;
use crate::http::fields::{Choice, choices};
use crate::model::{Channel, Contact, Whose};

/// What was typed, and what the form offers.
pub(super) struct Reach {
    pub channel: String,
    pub address: String,
    pub whose: String,
    pub when: String,
    pub never_call: bool,
    pub no_message: bool,
    pub open_words: bool,
    pub safe_word: String,
    /// She drops the safe word that she gave before.
    pub forget: bool,
    /// Said beside the number where one of before stays if none is typed; it is not shown again.
    pub kept: String,
    /// So does a safe word.
    pub kept_word: bool,
    pub channels: Vec<Choice>,
    pub owners: Vec<Choice>,
}

impl Reach {
    /// What a form holds: each value by the name of its field.
    pub(super) fn of<'a>(page: &Page, value: impl Fn(&str) -> &'a str) -> Self {
        let channels = Channel::ALL.map(|c| (c.code(), format!("complaints-channel-{}", c.code())));
        let owners = Whose::ALL.map(|w| (w.code(), format!("complaints-whose-{}", w.code())));
        let offered =
            |all: &[(&str, String)]| choices(page, all.iter().map(|(code, id)| (*code, id.as_str())));
        let text = |name: &str| value(name).to_owned();
        let ticked = |name: &str| value(name) == "yes";
        Self {
            channel: text("channel"),
            address: text("address"),
            whose: text("whose"),
            when: text("when"),
            never_call: ticked("never_call"),
            no_message: ticked("no_message"),
            open_words: ticked("open_words"),
            safe_word: text("safe_word"),
            forget: ticked("forget_word"),
            kept: String::new(),
            kept_word: false,
            channels: offered(&channels),
            owners: offered(&owners),
        }
    }

    /// The form as it is shown to who changes what she gave before: her wishes stand in it. Number and safe word do not,
    /// for whoever has got hold of her code must not learn them; nor whose phone it is, for a new number is another phone.
    pub(super) fn before(page: &Page, before: &Contact) -> Self {
        let mut reach = Self::of(page, |_| "");
        reach.channel = before.channel.code().to_owned();
        reach.when.clone_from(&before.when);
        reach.never_call = before.never_call;
        reach.no_message = before.no_message;
        reach.open_words = before.open_words;
        reach.keep(page, before);
        reach
    }

    /// Says in the form what stays where nothing is typed.
    pub(super) fn keep(&mut self, page: &Page, before: &Contact) {
        if !before.address.is_empty() {
            self.kept = page.t("complaints-contact-kept");
        }
        self.kept_word = !before.safe_word.is_empty();
    }

    /// What is to hold from now on, where `before` held until now.
    pub(super) fn after(value: &Contact, before: &Contact, forget: bool) -> Contact {
        let number = |channel: Channel| matches!(channel, Channel::Phone | Channel::Text);
        let same_sort = value.channel == before.channel || (number(value.channel) && number(before.channel));
        let kept = value.address.is_empty() && same_sort && value.channel != Channel::None;
        let (address, whose) = if kept {
            (before.address.clone(), value.whose.or(before.whose))
        } else {
            (value.address.clone(), value.whose)
        };
        let hers_alone = match whose {
            Some(whose) => whose == Whose::Alone,
            None => kept && before.hers_alone,
        };
        let safe_word = match (value.safe_word.is_empty(), forget) {
            (false, _) => value.safe_word.clone(),
            (true, true) => String::new(),
            (true, false) => before.safe_word.clone(),
        };
        // Words that say what it is about were allowed for the old address only.
        let open_words = value.open_words && (kept || !before.open_words);
        Contact { address, whose, hers_alone, safe_word, open_words, ..value.clone() }
    }
}

/// The contact that the fields of a form describe.
pub(super) fn contact_of(text: impl Fn(&str) -> String) -> Contact {
    let ticked = |name: &str| text(name) == "yes";
    let whose = Whose::from_code(&text("whose"));
    Contact {
        channel: Channel::from_code(&text("channel")).unwrap_or_default(),
        address: text("address"),
        hers_alone: whose == Some(Whose::Alone),
        whose,
        when: text("when"),
        never_call: ticked("never_call"),
        no_message: ticked("no_message"),
        safe_word: text("safe_word"),
        open_words: ticked("open_words"),
    }
}

/// The field of the form and the message for what cannot be used of a contact.
pub(super) fn wrong(field: &str, problem: FieldProblem, channel: Channel) -> (&'static str, &'static str) {
    let field = match field {
        "contact.address" => "address",
        "contact.when" => "when",
        "contact.safe_word" => "safe_word",
        "contact.never_call" => "never_call",
        "contact.whose" => "whose",
        _ => "channel",
    };
    let message = match (field, problem) {
        ("address", FieldProblem::Malformed) if channel == Channel::Email => "complaints-error-mail",
        ("address", FieldProblem::Malformed) => "complaints-error-address",
        ("never_call", FieldProblem::Contradicts) => "complaints-error-never-call",
        (_, FieldProblem::TooLong) => "complaints-error-long",
        _ => "common-error-choose",
    };
    (field, message)
}
