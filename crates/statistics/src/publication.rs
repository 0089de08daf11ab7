//! The ministry's own publications on the committee's page: a report or a plan as PDF, in one language of the staff or in
//! each. It is replaced by a newer one or withdrawn, with a reason that everybody reads; what once was public never
//! vanishes without a word.

use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Reason, SubjectKind, judge};
use haqqi_web::Site;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::entity::{publication, publication_file};

/// The longest PDF, in bytes.
pub const LONGEST_PAPER: usize = 10_000_000;
/// The longest title or reason, in characters.
const LONGEST_WORDS: usize = 300;
/// A PDF says within so many bytes of its end that it ends.
const END_OF_PDF: usize = 2048;

/// Words in each language of the staff, by tag.
pub type Words = Vec<(String, String)>;

/// What is to be published.
#[derive(Debug, Clone, Default)]
pub struct NewPublication {
    /// Its title in every language of the staff.
    pub titles: Words,
    /// The day that stands on it.
    pub dated: Option<NaiveDate>,
    /// The PDF in one or more languages.
    pub papers: Vec<(String, Vec<u8>)>,
    /// The one whose place it takes, with the reason in every language of the staff.
    pub replaces: Option<(Uuid, Words)>,
}

/// Where a publication stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Everybody may take it.
    Public,
    /// A newer one took its place.
    Replaced,
    /// It was withdrawn.
    Withdrawn,
}

impl Standing {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn from_code(code: &str) -> Self {
        // What is not known is not shown.
        [Self::Public, Self::Replaced].into_iter().find(|one| one.code() == code).unwrap_or(Self::Withdrawn)
    }
}

/// A publication, as the page lists it.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Its id.
    pub id: Uuid,
    /// What addresses it: 12 letters that tell nothing.
    pub code: String,
    /// Its titles.
    pub titles: Words,
    /// The day that stands on it.
    pub dated: NaiveDate,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Where it stands.
    pub standing: Standing,
    /// Since when it is public no more, and why.
    pub ended: Option<(DateTime<Utc>, Words)>,
    /// Languages and sizes of its papers.
    pub papers: Vec<(String, u64)>,
}

/// Why nothing was published or withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// This account may not, or there is none.
    #[error("not found")]
    NotFound,
    /// A field is empty, too long, or cannot be: its name.
    #[error("{0} cannot be")]
    Field(&'static str),
    /// A paper is no PDF, or does not end.
    #[error("no PDF")]
    NoPdf,
    /// A paper is too long.
    #[error("too long")]
    TooLong,
    /// It is public no more.
    #[error("public no more")]
    Ended,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Words in every language of the staff, none empty, none too long.
pub(crate) fn all_words(site: &Site, words: &Words) -> Option<String> {
    let wanted = site.pack.staff_languages();
    let told: Option<serde_json::Map<String, serde_json::Value>> = wanted
        .iter()
        .map(|tag| {
            let text = words.iter().find(|(language, _)| language == tag)?.1.trim();
            let fits = !text.is_empty() && text.chars().count() <= LONGEST_WORDS;
            fits.then(|| (tag.clone(), text.into()))
        })
        .collect();
    told.map(|told| serde_json::Value::Object(told).to_string())
}

/// The same, each of them a reason in words.
pub(crate) fn all_reasons(site: &Site, words: &Words) -> Option<String> {
    let reasons = words.iter().all(|(_, text)| Reason::parse(text).is_ok());
    all_words(site, words).filter(|_| reasons)
}

/// Words as they are kept.
pub(crate) fn read_words(kept: &str) -> Words {
    let told: std::collections::BTreeMap<String, String> = serde_json::from_str(kept).unwrap_or_default();
    told.into_iter().collect()
}

fn is_pdf(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(END_OF_PDF)..).unwrap_or_default();
    bytes.starts_with(b"%PDF-") && tail.windows(5).any(|window| window == b"%%EOF")
}

/// Publishes a paper of the ministry; the one that it replaces stays in the list, with the reason.
///
/// # Errors
/// [`PublishError`]; then nothing is public that was not before.
pub async fn publish(site: &Site, actor: &Actor, new: &NewPublication) -> Result<String, PublishError> {
    judge(actor, Action::PublishPapers).map_err(|_| PublishError::NotFound)?;
    let titles = all_words(site, &new.titles).ok_or(PublishError::Field("title"))?;
    let today = site.house.now().with_timezone(&site.pack.zone()).date_naive();
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default();
    let dated = new.dated.filter(|day| (first..=today).contains(day)).ok_or(PublishError::Field("dated"))?;
    if new.papers.is_empty() {
        return Err(PublishError::Field("file"));
    }
    for (language, bytes) in &new.papers {
        if !site.pack.staff_languages().contains(language) {
            return Err(PublishError::Field("file"));
        }
        if bytes.len() > LONGEST_PAPER {
            return Err(PublishError::TooLong);
        }
        if !is_pdf(bytes) {
            return Err(PublishError::NoPdf);
        }
    }
    let house = &site.house;
    let mut unit = house.unit(actor.clone());
    let (id, now) = (unit.id(), unit.now());
    if let Some((before, reason)) = &new.replaces {
        let reason = all_reasons(site, reason).ok_or(PublishError::Field("reason"))?;
        let row = public_row(house, *before).await?;
        unit.update_one(ended(&row, Standing::Replaced, &reason, now, actor));
        unit.audit(Audit::write("publication.replace", SubjectKind::House, row.id));
    }
    let mut code = [0u8; 6];
    house.entropy().fill(&mut code);
    let code = HEXLOWER.encode(&code);
    unit.insert(publication::ActiveModel {
        id: Set(id),
        code: Set(code.clone()),
        titles: Set(titles),
        dated: Set(dated.to_string()),
        standing: Set(Standing::Public.code().to_owned()),
        published_at: Set(now),
        published_by: Set(actor.account().unwrap_or_default()),
        ended_at: Set(None),
        ended_by: Set(None),
        reason: Set(None),
        version: Set(1),
    });
    for (language, bytes) in &new.papers {
        unit.insert(publication_file::ActiveModel {
            id: Set(unit.id()),
            publication_id: Set(id),
            language: Set(language.clone()),
            size: Set(i64::try_from(bytes.len()).unwrap_or(i64::MAX)),
            pdf: Set(bytes.clone()),
        });
    }
    unit.audit(Audit::write("publication.publish", SubjectKind::House, id));
    unit.commit().await?;
    Ok(code)
}

/// Withdraws a publication: the list says when and why, and its papers are no longer given out.
///
/// # Errors
/// [`PublishError`]; then it stands as before.
pub async fn withdraw_paper(
    site: &Site,
    actor: &Actor,
    id: Uuid,
    reason: &Words,
) -> Result<(), PublishError> {
    judge(actor, Action::PublishPapers).map_err(|_| PublishError::NotFound)?;
    let reason = all_reasons(site, reason).ok_or(PublishError::Field("reason"))?;
    let row = public_row(&site.house, id).await?;
    let mut unit = site.house.unit(actor.clone());
    let now = unit.now();
    unit.update_one(ended(&row, Standing::Withdrawn, &reason, now, actor));
    unit.audit(Audit::write("publication.withdraw", SubjectKind::House, id));
    unit.commit().await?;
    Ok(())
}

async fn public_row(house: &House, id: Uuid) -> Result<publication::Model, PublishError> {
    let row = publication::Entity::find_by_id(id).one(house.reader()).await?;
    let row = row.ok_or(PublishError::NotFound)?;
    if Standing::from_code(&row.standing) == Standing::Public { Ok(row) } else { Err(PublishError::Ended) }
}

fn ended(
    row: &publication::Model,
    standing: Standing,
    reason: &str,
    now: DateTime<Utc>,
    actor: &Actor,
) -> sea_orm::UpdateMany<publication::Entity> {
    publication::Entity::update_many()
        .col_expr(publication::Column::Standing, Expr::value(standing.code()))
        .col_expr(publication::Column::EndedAt, Expr::value(Some(now)))
        .col_expr(publication::Column::EndedBy, Expr::value(actor.account()))
        .col_expr(publication::Column::Reason, Expr::value(Some(reason.to_owned())))
        .col_expr(publication::Column::Version, Expr::value(row.version + 1))
        .filter(publication::Column::Id.eq(row.id))
        .filter(publication::Column::Version.eq(row.version))
}

/// Everything that was ever published, the newest first. For everybody.
///
/// # Errors
/// The database's error.
pub async fn publications(site: &Site) -> Result<Vec<Publication>, DbErr> {
    use sea_orm::QuerySelect;
    let rows = publication::Entity::find()
        .order_by_desc(publication::Column::Dated)
        .order_by_desc(publication::Column::PublishedAt)
        .all(site.house.reader())
        .await?;
    let files: Vec<(Uuid, String, i64)> = publication_file::Entity::find()
        .select_only()
        .columns([
            publication_file::Column::PublicationId,
            publication_file::Column::Language,
            publication_file::Column::Size,
        ])
        .order_by_asc(publication_file::Column::Language)
        .into_tuple()
        .all(site.house.reader())
        .await?;
    let all = rows.into_iter().filter_map(|row| {
        let of_it = files.iter().filter(|(publication, ..)| *publication == row.id);
        Some(Publication {
            id: row.id,
            titles: read_words(&row.titles),
            dated: row.dated.parse().ok()?,
            published_at: row.published_at,
            standing: Standing::from_code(&row.standing),
            ended: row.ended_at.map(|at| (at, read_words(row.reason.as_deref().unwrap_or_default()))),
            papers: of_it.map(|(_, tag, size)| (tag.clone(), u64::try_from(*size).unwrap_or(0))).collect(),
            code: row.code,
        })
    });
    Ok(all.collect())
}

/// The PDF of a publication that is public, in this language.
///
/// # Errors
/// [`PublishError::NotFound`], or the database's error.
pub async fn paper_of(site: &Site, code: &str, language: &str) -> Result<Vec<u8>, PublishError> {
    let house = &site.house;
    let row = publication::Entity::find()
        .filter(publication::Column::Code.eq(code))
        .filter(publication::Column::Standing.eq(Standing::Public.code()))
        .one(house.reader())
        .await?
        .ok_or(PublishError::NotFound)?;
    let file = publication_file::Entity::find()
        .filter(publication_file::Column::PublicationId.eq(row.id))
        .filter(publication_file::Column::Language.eq(language))
        .one(house.reader())
        .await?;
    Ok(file.ok_or(PublishError::NotFound)?.pdf)
}
