//! What can be filed: each field against the pack and against itself. Says the first thing that is wrong.

use haqqi_kernel::{Actor, is_unseen, one_line};
use haqqi_messaging::Number;
use haqqi_pack::Phone;

use crate::claims::{MOST_CLAIMS, WageClaim};
use crate::days::{DaysError, check_days};
use crate::file::{FileComplaint, FileError};
use crate::model::{Channel, Contact, LONGEST_FIELD, LONGEST_TEXT};
use crate::{Desk, kinds, office};

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing is in it.
    Empty,
    /// More than fits.
    TooLong,
    /// A code that the pack does not know.
    Unknown,
    /// Not a mail address or number.
    Malformed,
    /// It cannot be together with another answer.
    Contradicts,
    /// Only people who sign in may say this.
    NotYours,
}

fn field(field: &'static str, problem: FieldProblem) -> FileError {
    FileError::Field { field, problem }
}

/// Checks what was brought against the pack. Says the first thing that is wrong.
///
/// # Errors
/// [`FileError::Field`].
pub fn check(desk: &Desk, command: &FileComplaint) -> Result<(), FileError> {
    if command.narrative.trim().is_empty() && !command.danger {
        return Err(field("narrative", FieldProblem::Empty));
    }
    check_spoken(desk, command)
}

/// Whether this actor may say who files: what the pack offers on no public page (a hotline) is for people who sign in.
///
/// # Errors
/// [`FileError::Field`].
pub fn check_filer(desk: &Desk, actor: &Actor, command: &FileComplaint) -> Result<(), FileError> {
    let filer = command.filed_by.as_deref().and_then(|filer| desk.site.pack.filer(filer));
    let signed_in = actor.is_staff() || matches!(actor, Actor::System);
    // The inspectorate's own complaints come from what a visit brought to light, and by no form.
    if filer.is_some_and(|filer| filer.inspectorate || (!filer.on_page && !signed_in)) {
        return Err(field("filed_by", FieldProblem::NotYours));
    }
    Ok(())
}

/// The same complaint with every short text as one line; the words of the story are left as they are.
pub(crate) fn in_lines(command: &FileComplaint) -> FileComplaint {
    let mut tidy = command.clone();
    for text in
        [&mut tidy.employer.name, &mut tidy.employer.place, &mut tidy.employer.phone, &mut tidy.worker.name]
    {
        *text = one_line(text);
    }
    tidy.contact = contact_in_lines(&command.contact);
    tidy
}

/// The same for how she may be reached.
pub(crate) fn contact_in_lines(contact: &Contact) -> Contact {
    Contact {
        address: one_line(&contact.address),
        when: one_line(&contact.when),
        safe_word: one_line(&contact.safe_word),
        ..contact.clone()
    }
}

/// The same where the words are spoken: none need be written.
///
/// # Errors
/// [`FileError::Field`].
pub fn check_spoken(desk: &Desk, command: &FileComplaint) -> Result<(), FileError> {
    let pack = &desk.site.pack;
    if command.narrative.len() > LONGEST_TEXT {
        return Err(field("narrative", FieldProblem::TooLong));
    }
    if haqqi_language::known(&command.language).is_none() {
        return Err(field("language", FieldProblem::Unknown));
    }
    if command.kind.as_ref().is_some_and(|kind| pack.kind(kind).is_none()) {
        return Err(field("kind", FieldProblem::Unknown));
    }
    if !kinds::fits(pack, command) {
        return Err(field("kind", FieldProblem::Unknown));
    }
    if command.worker.language.as_ref().is_some_and(|tag| haqqi_language::known(tag).is_none()) {
        return Err(field("worker.language", FieldProblem::Unknown));
    }
    if command.filed_by.as_ref().is_some_and(|filer| filer != "self" && pack.filer(filer).is_none()) {
        return Err(field("filed_by", FieldProblem::Unknown));
    }
    if command.employer.governorate.as_ref().is_some_and(|code| pack.governorate(code).is_none()) {
        return Err(field("employer.governorate", FieldProblem::Unknown));
    }
    if command.interpreter_sex.as_ref().is_some_and(|sex| sex != "male" && sex != "female") {
        return Err(field("interpreter_sex", FieldProblem::Unknown));
    }
    if command.answers.keys().any(|id| !desk.screening.asks(id)) {
        return Err(field("answers", FieldProblem::Unknown));
    }
    let short = [
        ("employer.name", &command.employer.name),
        ("employer.place", &command.employer.place),
        ("employer.phone", &command.employer.phone),
        ("worker.name", &command.worker.name),
        ("contact.address", &command.contact.address),
        ("contact.when", &command.contact.when),
        ("contact.safe_word", &command.contact.safe_word),
    ];
    for (name, text) in short {
        if text.chars().count() > LONGEST_FIELD {
            return Err(field(name, FieldProblem::TooLong));
        }
    }
    if command.claims.len() > MOST_CLAIMS || !command.claims.iter().all(WageClaim::holds) {
        return Err(field("claims", FieldProblem::Malformed));
    }
    // Who gains from how it ends says nothing of when her time began.
    let filer = command.filed_by.as_deref().and_then(|filer| pack.filer(filer));
    if !command.days.is_empty() && filer.is_some_and(|filer| filer.has_interest) {
        return Err(field("days", FieldProblem::NotYours));
    }
    let office = kinds::kind_of(pack, command)
        .and_then(|kind| office::of(pack, kind, command.employer.governorate.as_deref()));
    match check_days(desk, office.as_deref(), &command.days) {
        Ok(()) => {}
        Err(DaysError::Unknown(_)) => return Err(field("days", FieldProblem::Unknown)),
        Err(_) => return Err(field("days", FieldProblem::Malformed)),
    }
    check_contact(pack.identity().phone.as_ref(), &command.contact)
}

/// Fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 5;

/// Whether a text can be a telephone number, in the digits of any script.
pub(crate) fn is_phone(text: &str) -> bool {
    let plain = haqqi_kernel::plain_digits(text);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    (FEWEST_DIGITS..=20).contains(&digits)
        && plain
            .chars()
            // A telephone adds marks of direction when a number is pasted.
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–()./#*".contains(c) || is_unseen(c))
}

fn check_contact(home: Option<&Phone>, contact: &Contact) -> Result<(), FileError> {
    let fits = match contact.channel {
        Channel::None => true,
        Channel::Email => haqqi_messaging::is_address(contact.address.trim()),
        Channel::Phone => is_phone(&contact.address),
        // A text message needs a number that a gateway takes. Where the pack tells nothing of the country's numbers we
        // cannot know that: staff write to her by hand.
        Channel::Text if home.is_none() => is_phone(&contact.address),
        Channel::Text => Number::read(&contact.address, home).is_ok(),
    };
    if !fits {
        return Err(field("contact.address", FieldProblem::Malformed));
    }
    if contact.channel == Channel::Phone && contact.never_call {
        return Err(field("contact.never_call", FieldProblem::Contradicts));
    }
    if contact.hers_alone && !contact.is_hers_alone() {
        return Err(field("contact.whose", FieldProblem::Contradicts));
    }
    Ok(())
}
