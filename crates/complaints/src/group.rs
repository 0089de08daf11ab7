//! Filing for several at once: one workplace, and for each worker a complaint of her own, with her own words, her own
//! confidentiality, her own claims. Her code is issued to her alone, at the first private contact; who files for her
//! gets a filer's receipt for each (`safeguards.md` 4). What belongs together is a link that no paper, no page of a
//! filer, and no employer sees; each is read and acknowledged by itself (`safeguards.md` 5).

use chrono::{DateTime, Utc};
use haqqi_accounts::{Directory, Organisation};
use haqqi_kernel::idempotency::Fresh;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, Scope, SubjectKind, Uow, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::check::{FieldProblem, check, is_phone};
use crate::come_back::{Entered, ReturnError};
use crate::entity::{complaint, complaint_group, filing};
use crate::file::{FileComplaint, FileError, file_told};
use crate::model::{Age, Channel, Contact, Employer, LONGEST_TEXT, Worker};
use crate::open::{ReadError, Summary, unsealed};
use crate::{Desk, store};

/// One of those for whom is filed. Nothing is needed but that she is there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GroupWorker {
    /// A name, any name, or none.
    pub name: String,
    /// Nationality (ISO 3166-1 alpha-2), if told.
    pub nationality: Option<String>,
    /// The language she speaks, if it is another than that of the words.
    pub language: Option<String>,
    /// A phone that is hers alone, else nothing.
    pub phone: String,
    /// Adult, child, or not told.
    pub age: Age,
    /// Her own words; if none, what is told for all.
    pub words: String,
}

/// What is told for several.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGroup {
    /// What is the same for all: language, words, kind, workplace. `filed_by` and `worker` are set by who files.
    pub told: FileComplaint,
    /// For whom.
    pub workers: Vec<GroupWorker>,
}

/// A filer's receipt: *received* and *closed*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilerReceipt {
    /// For whom, as the filer named her.
    pub name: String,
    /// The reference.
    pub reference: String,
    /// The filer's code.
    pub filer_receipt: String,
}

/// What whoever files takes away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledGroup {
    /// When they were received.
    pub received_at: DateTime<Utc>,
    /// One a worker.
    pub receipts: Vec<FilerReceipt>,
}

/// Why nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// This account may not, or files for no organisation.
    #[error("not allowed")]
    Denied,
    /// Nobody is named, or more than the pack allows at once.
    #[error("for nobody, or for too many")]
    Many,
    /// A field of one worker cannot be used as it is: which worker, counted from 0.
    #[error("worker {0}, {1}: {2:?}")]
    Worker(usize, &'static str, FieldProblem),
    /// As when filing.
    #[error(transparent)]
    File(#[from] FileError),
    /// As when coming back.
    #[error(transparent)]
    Return(#[from] ReturnError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// The complaint of one of them.
fn of_one(group: &FileGroup, worker: &GroupWorker, filer: &str, interested: bool) -> FileComplaint {
    let own = !worker.words.trim().is_empty();
    let language = worker.language.clone().filter(|tag| !tag.is_empty());
    let phone = worker.phone.trim();
    // What an agency or an employer says of a phone is nothing to rely on.
    let contact = if phone.is_empty() {
        Contact::default()
    } else {
        Contact {
            channel: Channel::Phone,
            address: phone.to_owned(),
            hers_alone: !interested,
            ..Contact::default()
        }
    };
    // Words of their own are in the worker's language.
    let told_in = language.clone().filter(|_| own).unwrap_or_else(|| group.told.language.clone());
    FileComplaint {
        language: told_in,
        narrative: if own { worker.words.clone() } else { group.told.narrative.clone() },
        filed_by: Some(filer.to_owned()),
        worker: Worker {
            name: worker.name.trim().to_owned(),
            age: worker.age,
            nationality: worker.nationality.clone(),
            language,
        },
        contact,
        ..group.told.clone()
    }
}

/// Checks all of it. Says the first thing that is wrong.
///
/// # Errors
/// [`GroupError`].
pub fn check_group(desk: &Desk, group: &FileGroup, filer: &str) -> Result<Vec<FileComplaint>, GroupError> {
    let pack = &desk.site.pack;
    let most = usize::from(pack.identity().most_in_group);
    if group.workers.is_empty() || group.workers.len() > most {
        return Err(GroupError::Many);
    }
    let interested = pack.filer(filer).is_some_and(|filer| filer.has_interest);
    let mut commands = Vec::with_capacity(group.workers.len());
    for (at, worker) in group.workers.iter().enumerate() {
        let wrong = |field, problem| Err(GroupError::Worker(at, field, problem));
        if worker.words.len() > LONGEST_TEXT {
            return wrong("words", FieldProblem::TooLong);
        }
        if worker
            .language
            .as_deref()
            .is_some_and(|tag| !tag.is_empty() && haqqi_language::known(tag).is_none())
        {
            return wrong("language", FieldProblem::Unknown);
        }
        if worker.nationality.as_deref().is_some_and(|code| !is_country(code)) {
            return wrong("nationality", FieldProblem::Malformed);
        }
        if !worker.phone.trim().is_empty() && !is_phone(&worker.phone) {
            return wrong("phone", FieldProblem::Malformed);
        }
        let command = of_one(group, worker, filer, interested);
        check(desk, &command).map_err(|error| match error {
            FileError::Field { field: "worker.name", problem } => GroupError::Worker(at, "name", problem),
            FileError::Field { field: "contact.address", problem } => {
                GroupError::Worker(at, "phone", problem)
            }
            other => other.into(),
        })?;
        commands.push(command);
    }
    Ok(commands)
}

/// Whether a text can be the code of a country: two letters.
pub(crate) fn is_country(code: &str) -> bool {
    code.len() == 2 && code.chars().all(|c| c.is_ascii_uppercase())
}

/// The organisation for which this account files.
pub(crate) async fn organisation_of(desk: &Desk, actor: &Actor) -> Result<Organisation, GroupError> {
    judge(actor, Action::ReadFiled).map_err(|_| GroupError::Denied)?;
    let account = actor.account().ok_or(GroupError::Denied)?;
    Directory::new(desk.site.house.clone()).organisation_of(account).await?.ok_or(GroupError::Denied)
}

/// A partner files for one worker, or for several at one workplace, in one transaction.
///
/// # Errors
/// [`GroupError`]; then nothing was stored.
pub async fn file_for_workers(
    desk: &Desk,
    actor: &Actor,
    group: &FileGroup,
    once: Option<&Fresh>,
) -> Result<FiledGroup, GroupError> {
    let organisation = organisation_of(desk, actor).await?;
    let commands = check_group(desk, group, &organisation.filer)?;
    let mut unit = desk.site.house.unit(actor.clone());
    let by = By { channel: "partner", organisation: Some(&organisation), first: None };
    let filed = file_all(desk, &mut unit, group, &commands, &by)?;
    keep_answer(&mut unit, once, &filed)?;
    unit.commit().await?;
    Ok(filed)
}

/// A worker who filed herself says that they are several: the others get complaints of their own, in her group.
///
/// # Errors
/// [`GroupError`]; then nothing was stored.
pub async fn file_with_me(
    desk: &Desk,
    entered: &Entered,
    group: &FileGroup,
    once: Option<&Fresh>,
) -> Result<FiledGroup, GroupError> {
    let house = &desk.site.house;
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
    let row = store::by_id(house, &scope, entered.complaint()).await?.ok_or(ReturnError::Unknown)?;
    let filer = desk.site.pack.colleague().ok_or(GroupError::Denied)?.code.clone();
    let key = house.subject_key(row.id).await?;
    let mut reading = house.unit(entered.actor());
    reading.audit(Audit::read("complaint.read-workplace", SubjectKind::Complaint, row.id).purpose("group"));
    let proof = reading.commit().await?;
    let sealed = row.employer.as_ref();
    let employer = sealed.map(|s| house.open(&proof, &key, "complaint.employer", s)).transpose();
    let employer = unsealed::<Employer>(employer.map_err(ReturnError::Open)?).map_err(ReturnError::Open)?;
    let told = FileComplaint { employer, ..group.told.clone() };
    let group = FileGroup { told, workers: group.workers.clone() };
    let commands = check_group(desk, &group, &filer)?;
    let mine = complaint_group::Entity::find_by_id(row.id).one(house.reader()).await?;
    let mut unit = house.unit(entered.actor());
    let first = match mine {
        Some(mine) => mine.group_id,
        None => {
            let group = unit.id();
            put_in(&mut unit, row.id, group);
            group
        }
    };
    let by = By { channel: "web", organisation: None, first: Some(first) };
    let filed = file_all(desk, &mut unit, &group, &commands, &by)?;
    unit.audit(Audit::write("complaint.file-others", SubjectKind::Complaint, row.id));
    keep_answer(&mut unit, once, &filed)?;
    unit.commit().await?;
    Ok(filed)
}

fn keep_answer(unit: &mut Uow, once: Option<&Fresh>, filed: &FiledGroup) -> Result<(), CommitError> {
    if let Some(once) = once {
        once.keep(unit, &serde_json::to_vec(filed).map_err(|e| CommitError::Db(e.to_string()))?);
    }
    Ok(())
}

/// Who files, and into which group.
struct By<'a> {
    channel: &'static str,
    organisation: Option<&'a Organisation>,
    first: Option<Uuid>,
}

fn file_all(
    desk: &Desk,
    unit: &mut Uow,
    group: &FileGroup,
    commands: &[FileComplaint],
    by: &By<'_>,
) -> Result<FiledGroup, GroupError> {
    // What an employer brings against workers is never put together with what workers bring.
    let apart = commands.iter().any(|command| desk.is_against_worker(command));
    let several = (commands.len() > 1 && !apart).then(|| unit.id());
    let belongs = by.first.or(several);
    let mut filed = FiledGroup { received_at: unit.now(), receipts: Vec::with_capacity(commands.len()) };
    for (command, worker) in commands.iter().zip(&group.workers) {
        let (one, id, _) = file_told(desk, unit, by.channel, command)?;
        if let Some(belongs) = belongs {
            put_in(unit, id, belongs);
            unit.event(
                Event::new(SubjectKind::Complaint, id, "complaint.grouped").office(one.office.as_deref()),
            );
        }
        if let Some((organisation, account)) = by.organisation.zip(unit.actor().account()) {
            let now = unit.now();
            unit.insert(filing::ActiveModel {
                complaint_id: Set(id),
                organisation_id: Set(organisation.id),
                filed_by: Set(account),
                filed_at: Set(now),
            });
        }
        filed.receipts.push(FilerReceipt {
            name: worker.name.trim().to_owned(),
            reference: one.reference.to_string(),
            filer_receipt: one.filer_receipt.map(|code| code.to_string()).unwrap_or_default(),
        });
    }
    Ok(filed)
}

fn put_in(unit: &mut Uow, complaint: Uuid, group: Uuid) {
    unit.insert(complaint_group::ActiveModel { complaint_id: Set(complaint), group_id: Set(group) });
}

/// What belongs together with a complaint, as far as the scope reaches, newest first.
///
/// # Errors
/// [`ReadError`].
pub async fn related(desk: &Desk, scope: &Scope, complaint: Uuid) -> Result<Vec<Summary>, ReadError> {
    let house = &desk.site.house;
    let Some(own) = complaint_group::Entity::find_by_id(complaint).one(house.reader()).await? else {
        return Ok(Vec::new());
    };
    let all = complaint_group::Entity::find()
        .filter(complaint_group::Column::GroupId.eq(own.group_id))
        .filter(complaint_group::Column::ComplaintId.ne(complaint))
        .all(house.reader())
        .await?;
    let rows = complaint::Entity::find()
        .filter(complaint::Column::Id.is_in(all.into_iter().map(|row| row.complaint_id)))
        .filter(store::within(scope))
        .order_by_desc(complaint::Column::Id)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Why two complaints were not put together.
#[derive(Debug, thiserror::Error)]
pub enum TogetherError {
    /// One of them is not for this account, or they are the same.
    #[error("no such complaint")]
    NotFound,
    /// One is an employer's against a worker.
    #[error("an employer's complaint stays by itself")]
    Apart,
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// An officer puts two complaints of one workplace together: several filers, one group.
///
/// # Errors
/// [`TogetherError`]; then nothing was written.
pub async fn put_together(
    desk: &Desk,
    actor: &Actor,
    one: Reference,
    other: Reference,
) -> Result<(), TogetherError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| TogetherError::NotFound)?;
    let (one, other) =
        (crate::open::summary(desk, &scope, one).await?, crate::open::summary(desk, &scope, other).await?);
    if one.id == other.id {
        return Err(TogetherError::NotFound);
    }
    for complaint in [&one, &other] {
        if desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.against_worker) {
            return Err(TogetherError::Apart);
        }
    }
    let house = &desk.site.house;
    let group = |id| complaint_group::Entity::find_by_id(id).one(house.reader());
    let (of_one, of_other) = (group(one.id).await?, group(other.id).await?);
    let mut unit = house.unit(actor.clone());
    match (of_one, of_other) {
        (Some(a), Some(b)) if a.group_id == b.group_id => return Ok(()),
        (Some(a), Some(b)) => unit.update(
            complaint_group::Entity::update_many()
                .col_expr(complaint_group::Column::GroupId, Expr::value(a.group_id))
                .filter(complaint_group::Column::GroupId.eq(b.group_id)),
        ),
        (Some(a), None) => put_in(&mut unit, other.id, a.group_id),
        (None, Some(b)) => put_in(&mut unit, one.id, b.group_id),
        (None, None) => {
            let group = unit.id();
            put_in(&mut unit, one.id, group);
            put_in(&mut unit, other.id, group);
        }
    }
    for complaint in [&one, &other] {
        unit.audit(Audit::write("complaint.group", SubjectKind::Complaint, complaint.id));
        unit.event(
            Event::new(SubjectKind::Complaint, complaint.id, "complaint.grouped")
                .office(complaint.office.as_deref()),
        );
    }
    unit.commit().await?;
    Ok(())
}
