//! Talks in private, as an officer of the demonstration holds and notes them.

use anyhow::Context as _;
use haqqi_accounts::Directory;
use haqqi_casework::{Interpreter, NewAttempt, Person, Private, Tried, Way, note_attempt};
use haqqi_kernel::{Reference, Role};

use crate::compose::Rooms;

/// An officer of the complaint's office speaks with her alone, with an interpreter, and notes it in the call log; under which
/// name.
pub(super) async fn spoke_alone(
    rooms: &Rooms,
    complaint: Reference,
    office: Option<&str>,
    language: &str,
) -> anyhow::Result<String> {
    let directory = Directory::new(rooms.site.house.clone());
    let officers = directory.with_role(Role::ComplaintsOfficer, office).await?;
    let officer = officers.first().context("an office without an officer")?;
    let talk = NewAttempt {
        at: None,
        person: Person::Worker,
        way: Way::Visit,
        language: Some(language.to_owned()),
        interpreter: Interpreter::Staff,
        private: Private::Alone,
        result: Tried::Spoke,
        note: String::new(),
        next_at: None,
    };
    note_attempt(&rooms.complaints, &officer.actor(false), complaint, &talk).await?;
    Ok(officer.sign_in.clone())
}
