//! Keyed traces of what was told, by which the same story, the same phone and the same employer are found again. They
//! are made while the words are in hand, so nobody and nothing opens them later for it; every value is the output of a
//! keyed hash, so that a stolen database tells which complaints are alike, and nothing of what they say.

mod alike;
mod around;
mod named;
mod numbers;

use haqqi_kernel::{House, Job, Uow};
use haqqi_likeness::{Seeds, Signature};
use haqqi_messaging::Number;
use haqqi_names::Name;
use haqqi_pack::Pack;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

pub use alike::{
    Alike, Named, alike, at_establishment, mark_traces, note_cluster, summaries_of, with_employer_told,
    with_phone,
};

pub use around::{around_places, around_workplaces};
pub(crate) use named::forget_named;
pub use named::{mark_workplace, workplaces_of};
pub(crate) use numbers::tells_number;

use crate::Desk;
use crate::entity::{complaint_mark, complaint_trace};
use crate::model::{Channel, Contact, Employer};

/// The job that looks for complaints like this one. Payload: `{"complaint": id}`.
pub const LOOK_ALIKE: &str = "complaint.look-alike";

/// Bytes of a mark.
const MARK: usize = 16;
/// Fewer characters than this tell no place: “the city”.
const SHORTEST_PLACE: usize = 10;
/// At most so many keys of an employer's name.
const MOST_KEYS: usize = 40;

/// What a mark is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Words,
    Phone,
    EmployerPhone,
    Employer,
    EmployerWhole,
    Trade,
    Place,
}

impl Sort {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Phone => "phone",
            Self::EmployerPhone => "employer-phone",
            Self::Employer => "employer",
            Self::EmployerWhole => "employer-whole",
            Self::Trade => "trade",
            Self::Place => "place",
        }
    }
}

/// What is told at once.
#[derive(Default)]
pub(crate) struct Traced<'a> {
    /// Words and their language.
    pub words: Option<(&'a str, &'a str)>,
    pub contact: Option<&'a Contact>,
    pub employer: Option<&'a Employer>,
}

/// The seeds of this house.
pub(crate) fn seeds(house: &House) -> Seeds {
    Seeds::from_key(&house.vault().blind_index("likeness.seeds", b"character 5-grams"))
}

fn blind(house: &House, field: &str, bytes: &[u8]) -> Vec<u8> {
    house.vault().blind_index(field, bytes).into_iter().take(MARK).collect()
}

/// The mark of a telephone number, however it is written; none for what is no number.
pub(crate) fn phone_mark(house: &House, pack: &Pack, text: &str) -> Option<Vec<u8>> {
    let number = Number::read(text, pack.identity().phone.as_ref()).ok()?;
    Some(blind(house, "complaint.phone", number.as_str().as_bytes()))
}

/// What is told as an employer's name, in pieces: “Al-Amal / شركة الأمل” is two names of one.
fn names(text: &str) -> impl Iterator<Item = Name> {
    text.split(['/', '|', '(', ')', '\n']).map(Name::read)
}

fn blind_keys(house: &House, field: &str, mut keys: Vec<String>) -> Vec<Vec<u8>> {
    keys.sort_unstable();
    keys.dedup();
    keys.iter().take(MOST_KEYS).map(|key| blind(house, field, key.as_bytes())).collect()
}

/// The marks of an employer's name as somebody tells it, in any script.
pub(crate) fn employer_marks(house: &House, text: &str) -> Vec<Vec<u8>> {
    blind_keys(house, "complaint.employer", names(text).flat_map(|name| name.own_keys()).collect())
}

/// The marks of the whole of such a name: one shared is one name, where marks of its words may be of many.
fn whole_marks(house: &House, text: &str) -> Vec<Vec<u8>> {
    blind_keys(house, "complaint.employer-whole", names(text).flat_map(|name| name.whole_keys()).collect())
}

/// The marks of the trades in such a name.
fn trade_marks(house: &House, text: &str) -> Vec<Vec<u8>> {
    let trades = names(text).flat_map(|name| name.trades().map(str::to_owned).collect::<Vec<_>>());
    blind_keys(house, "complaint.trade", trades.collect())
}

/// The mark of a place as somebody tells it: a building, a hostel. None where it is too short to be one place.
fn place_mark(house: &House, employer: &Employer) -> Option<Vec<u8>> {
    let words = Name::fold_words(&employer.place).join(" ");
    let governorate = employer.governorate.as_deref()?;
    let told = words.chars().count() >= SHORTEST_PLACE;
    told.then(|| blind(house, "complaint.place", format!("{governorate} {words}").as_bytes()))
}

/// Keeps the traces of what is told, and has those looked for that are like it.
pub(crate) fn trace(desk: &Desk, unit: &mut Uow, complaint: Uuid, told: &Traced<'_>) {
    let house = &desk.site.house;
    let pack = &desk.site.pack;
    let words = told.words.and_then(|(text, language)| Signature::of(text, language, &seeds(house)));
    let phone = told
        .contact
        .filter(|contact| matches!(contact.channel, Channel::Phone | Channel::Text))
        .and_then(|contact| phone_mark(house, pack, &contact.address));
    let of_name = |marks: fn(&House, &str) -> Vec<Vec<u8>>| {
        told.employer.map(|employer| marks(house, &employer.name)).unwrap_or_default()
    };
    let kept = |marks: Vec<Vec<u8>>| Some(marks.concat()).filter(|keys| !keys.is_empty());
    let employer = of_name(employer_marks);
    let employer_phone = told.employer.and_then(|employer| phone_mark(house, pack, &employer.phone));
    let place = told.employer.and_then(|employer| place_mark(house, employer));
    let nothing = words.is_none() && phone.is_none() && employer_phone.is_none() && place.is_none();
    if nothing && employer.is_empty() {
        return;
    }
    named::note(unit, complaint, &employer);
    let id = unit.id();
    unit.insert(complaint_trace::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        words: Set(words.map(|words| words.to_bytes())),
        phone: Set(phone),
        employer_phone: Set(employer_phone),
        employer: Set(kept(employer)),
        employer_whole: Set(kept(of_name(whole_marks))),
        trade: Set(kept(of_name(trade_marks))),
        place: Set(place),
        made_at: Set(unit.now()),
        marked_at: Set(None),
    });
    look_again(unit, complaint, id);
}

/// Has those looked for that are like it, because of `cause`.
pub fn look_again(unit: &mut Uow, complaint: Uuid, cause: Uuid) {
    let payload = serde_json::json!({ "complaint": complaint });
    unit.job(Job::new(LOOK_ALIKE, payload).key(format!("look-alike:{complaint}:{cause}")));
}

/// Forgets the phone by which she was reached until now.
pub(crate) fn forget_phone(unit: &mut Uow, complaint: Uuid) {
    unit.update(
        complaint_trace::Entity::update_many()
            .col_expr(complaint_trace::Column::Phone, Expr::value(Option::<Vec<u8>>::None))
            .filter(complaint_trace::Column::ComplaintId.eq(complaint)),
    );
    unit.delete(
        complaint_mark::Entity::delete_many()
            .filter(complaint_mark::Column::ComplaintId.eq(complaint))
            .filter(complaint_mark::Column::Sort.eq(Sort::Phone.code())),
    );
}

/// Forgets every trace of a complaint: whoever erases it erases these with it.
pub fn forget_traces(unit: &mut Uow, complaint: Uuid) {
    unit.delete(
        complaint_trace::Entity::delete_many().filter(complaint_trace::Column::ComplaintId.eq(complaint)),
    );
    unit.delete(
        complaint_mark::Entity::delete_many().filter(complaint_mark::Column::ComplaintId.eq(complaint)),
    );
    forget_named(unit, complaint);
}
