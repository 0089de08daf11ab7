//! Filing for several at once: one workplace, and for each worker a complaint of her own, with her own words, her own
//! confidentiality, her own claims. Her code is issued to her alone, at the first private contact; who files for her
//! gets a filer's receipt for each (`safeguards.md` 4). What belongs together is a link that no paper, no page of a
//! filer, and no employer sees; each is read and acknowledged by itself (`safeguards.md` 5).

use chrono::{DateTime, Utc};
use haqqi_accounts::{Directory, Organisation};
use haqqi_kernel::idempotency::Fresh;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, SubjectKind, Uow, judge, one_line};
use sea_orm::{DbErr, EntityTrait, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::check::{FieldProblem, check, is_phone};
use crate::claims::WageClaim;
use crate::come_back::{Entered, ReturnError};
use crate::entity::{complaint_group, filing};
use crate::file::{FileComplaint, FileError, file_told};
use crate::model::{Age, Channel, Confidentiality, Contact, Employer, LONGEST_TEXT, Worker};
use crate::open::unsealed;
use crate::{Desk, group_code, store};

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
    /// When a call there is safe.
    pub when: String,
    /// Adult, child, or not told.
    pub age: Age,
    /// How much the employer may learn of this worker; absent: as for all. Only she herself agrees to be named.
    pub confidentiality: Option<Confidentiality>,
    /// Which of her pay is missing, month by month; none: as for all.
    pub claims: Vec<WageClaim>,
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
    /// The code of a group that another organisation filed for at the same workplace: these workers join it.
    #[serde(default)]
    pub group: Option<String>,
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
    /// A code to be given to another organisation that files for workers of this workplace; shown once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_code: Option<String>,
}

/// Why nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// This account may not, or files for no organisation.
    #[error("not allowed")]
    Denied,
    /// No group has this code, or it is not for an organisation of this kind.
    #[error("no such group")]
    Code,
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
            when: worker.when.clone(),
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
            name: one_line(&worker.name),
            age: worker.age,
            nationality: worker.nationality.clone(),
            language,
        },
        contact,
        confidentiality: worker.confidentiality.unwrap_or(group.told.confidentiality),
        claims: if worker.claims.is_empty() { group.told.claims.clone() } else { worker.claims.clone() },
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
            FileError::Field { field: "contact.when", problem } => GroupError::Worker(at, "when", problem),
            FileError::Field { field: "claims", problem } if !worker.claims.is_empty() => {
                GroupError::Worker(at, "claims", problem)
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
    let interested = desk.site.pack.filer(&organisation.filer).is_none_or(|filer| filer.has_interest);
    let typed = group.group.as_deref().map(str::trim).filter(|code| !code.is_empty());
    let (told, first) = match typed {
        None => (group.told.clone(), None),
        Some(_) if interested => return Err(GroupError::Code),
        Some(code) => {
            let (id, workplace) = group_code::group_of(desk, actor, code).await?;
            (
                FileComplaint { employer: joined(&group.told.employer, workplace), ..group.told.clone() },
                Some(id),
            )
        }
    };
    let group = &FileGroup { told, ..group.clone() };
    let commands = check_group(desk, group, &organisation.filer)?;
    let apart = commands.iter().any(|command| desk.is_against_worker(command));
    if apart && first.is_some() {
        return Err(GroupError::Code);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    // Whoever files for workers may say to another organisation where it may add others of the workplace.
    let opened = (first.is_none() && !interested && !apart).then(|| unit.id());
    let by = By {
        channel: "partner",
        organisation: Some(&organisation),
        first: first.or(opened),
        joins: first.is_some(),
    };
    let mut filed = file_all(desk, &mut unit, group, &commands, &by)?;
    if let Some(opened) = opened {
        let code = group_code::issue(desk, &mut unit, opened, &organisation);
        filed.group_code = code.map(|code| code.to_string());
    }
    keep_answer(&mut unit, once, &filed)?;
    unit.commit().await?;
    Ok(filed)
}

/// The workplace of those who join a group: as they told it, else as the group has it.
fn joined(told: &Employer, group: Employer) -> Employer {
    let named = !told.name.trim().is_empty() || !told.place.trim().is_empty();
    let mut workplace =
        if named { told.clone() } else { Employer { phone: told.phone.clone(), ..group.clone() } };
    workplace.governorate = told.governorate.clone().or(group.governorate);
    workplace
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
    let group = FileGroup { told, workers: group.workers.clone(), group: None };
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
    let by = By { channel: "web", organisation: None, first: Some(first), joins: true };
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
    /// That group has others in it already.
    joins: bool,
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
    let receipts = Vec::with_capacity(commands.len());
    let mut filed = FiledGroup { received_at: unit.now(), receipts, group_code: None };
    for (command, worker) in commands.iter().zip(&group.workers) {
        let (one, id, _) = file_told(desk, unit, by.channel, command)?;
        if let Some(belongs) = belongs {
            put_in(unit, id, belongs);
        }
        if belongs.is_some() && (by.joins || commands.len() > 1) {
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
            name: one_line(&worker.name),
            reference: one.reference.to_string(),
            filer_receipt: one.filer_receipt.map(|code| code.to_string()).unwrap_or_default(),
        });
    }
    Ok(filed)
}

pub(crate) fn put_in(unit: &mut Uow, complaint: Uuid, group: Uuid) {
    unit.insert(complaint_group::ActiveModel { complaint_id: Set(complaint), group_id: Set(group) });
}
