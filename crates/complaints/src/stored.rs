//! What is stored of what was told, for an assessment of the whole; and the way through all that is open.

use std::collections::BTreeMap;

use haqqi_kernel::{Committed, House, SubjectKey};
use haqqi_screening::engine::TextIn;
use haqqi_screening::{Answer, Given, Source, ToldText};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use crate::entity::{complaint, complaint_text};
use crate::file::ANSWERS;
use crate::model::{Author, State, TextKind};
use crate::open::{ReadError, Summary, unsealed};
use crate::{Desk, store};

/// A text of hers, or of who filed.
#[derive(Debug, Clone)]
pub struct StoredText {
    /// The words; of what was spoken those that an interpreter wrote down, in that language.
    pub told: ToldText,
    /// Who filed for her told it, not she.
    pub by_filer: bool,
    /// It was spoken: the words are an interpreter's.
    pub spoken: bool,
    /// The words in a language of the office: language and words.
    pub translation: Option<(String, String)>,
}

/// What is stored of what was told.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The texts, oldest first.
    pub texts: Vec<StoredText>,
    /// The answers that were given when it was filed, or what was seen at a visit.
    pub answers: Vec<Given>,
}

impl Stored {
    /// The texts as they are weighed.
    #[must_use]
    pub fn told(&self) -> Vec<ToldText> {
        self.texts.iter().map(|text| text.told.clone()).collect()
    }
}

/// From where the answers that lie beside a complaint are known.
fn source_of(desk: &Desk, complaint: &Summary) -> Source {
    match complaint.filed_by.as_str() {
        "self" => Source::Worker,
        other if desk.site.pack.filer(other).is_some_and(|filer| filer.inspectorate) => Source::Observed,
        _ => Source::Reported,
    }
}

/// Opens what is stored. The proof is that the complaint is read.
///
/// # Errors
/// [`ReadError`].
pub async fn stored(
    desk: &Desk,
    complaint: &Summary,
    key: &SubjectKey,
    proof: &Committed,
) -> Result<Stored, ReadError> {
    let house = &desk.site.house;
    let row = complaint::Entity::find_by_id(complaint.id).one(house.reader()).await?;
    let sealed = row.ok_or(ReadError::NotFound)?.answers;
    let json = sealed.map(|sealed| house.open(proof, key, ANSWERS, &sealed)).transpose()?;
    let answers: BTreeMap<String, Answer> = unsealed(json)?;
    let rows = store::texts(house, complaint.id).await?;
    let hers = |row: &&complaint_text::Model| {
        let told = [Author::Worker.code(), Author::Filer.code()].contains(&row.author.as_str());
        told && row.kind != TextKind::Translation.code()
    };
    let mut texts = Vec::new();
    for row in rows.iter().filter(hers) {
        let open = |sealed: &[u8]| house.open(proof, key, "text.body", sealed);
        let body = open(&row.body)?;
        // The first that was written of what was spoken is what was heard; the last of what was written is read.
        let mut others = rows.iter().filter(|other| other.translation_of == Some(row.id));
        let spoken = body.trim().is_empty();
        let other = if spoken { others.next() } else { others.next_back() };
        let other = other.map(|other| Ok::<_, ReadError>((other.language.clone(), open(&other.body)?)));
        let other = other.transpose()?;
        let (language, body, translation) = match other {
            Some((language, heard)) if spoken => (language, heard, None),
            None if spoken => continue,
            other => (row.language.clone(), body, other),
        };
        let text = TextIn { id: row.id, language, body };
        let told = ToldText { text, at: row.created_at };
        texts.push(StoredText { told, by_filer: row.author == Author::Filer.code(), spoken, translation });
    }
    Ok(Stored { texts, answers: source_of(desk, complaint).says(&answers) })
}

/// Every complaint that is neither closed nor erased.
fn open_ones(after: Option<Uuid>) -> Select<complaint::Entity> {
    let states = State::ALL.into_iter().filter(|state| *state != State::Closed).map(State::code);
    let open = complaint::Entity::find().filter(complaint::Column::State.is_in(states));
    match after {
        Some(after) => open.filter(complaint::Column::Id.gt(after)),
        None => open,
    }
}

/// Some of the complaints that are open, in the order of their ids, behind `after`. One whose row does not hold has no
/// summary.
///
/// # Errors
/// The database's error.
pub async fn open_behind(
    house: &House,
    after: Option<Uuid>,
    most: u64,
) -> Result<Vec<(Uuid, Option<Summary>)>, DbErr> {
    let rows = open_ones(after).order_by_asc(complaint::Column::Id).limit(most).all(house.reader()).await?;
    Ok(rows.into_iter().map(|row| (row.id, Summary::of(row))).collect())
}

/// How many complaints are open behind `after`.
///
/// # Errors
/// The database's error.
pub async fn many_open_behind(house: &House, after: Option<Uuid>) -> Result<u64, DbErr> {
    open_ones(after).count(house.reader()).await
}
