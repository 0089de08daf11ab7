//! Keeping the register: further names, other names, worksites. And what adding shares with it: checks, and the rows of
//! a name.

use data_encoding::HEXLOWER;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, House, SubjectKey, SubjectKind, Uow, judge};
use haqqi_names::{Name, Script};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::desk::EstablishmentDesk;
use crate::entity::{establishment, establishment_key, establishment_name, worksite};
use crate::model::{LONGEST_NAME, NameRole};
use crate::store;
use crate::view::Summary;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing is in it.
    Empty,
    /// More than fits.
    TooLong,
    /// A code that the pack does not know.
    Unknown,
    /// It does not go with the kind: only homes are under a home's rules, and they alone.
    Regime,
    /// Nothing in it can be compared: no letter, no digit.
    Unreadable,
    /// The register has it as it is.
    Unchanged,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// This account may not.
    #[error("not allowed")]
    Denied,
    /// A field cannot be used as it is.
    #[error("{field}: {problem:?}")]
    Field {
        /// Which, as in the JSON.
        field: &'static str,
        /// What is wrong.
        problem: FieldProblem,
    },
    /// The register has some that may be the same: look, then say that it is another.
    #[error("there are {} that may be the same", .0.len())]
    Similar(Vec<Summary>),
    /// The commit's answer; stale when another changed it in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

pub(crate) fn wrong(field: &'static str, problem: FieldProblem) -> KeepError {
    KeepError::Field { field, problem }
}

/// A name as it may stand in the register: spaces put right, something in it to compare.
pub(crate) fn name_of(field: &'static str, text: &str) -> Result<String, KeepError> {
    let name = words_of(field, text)?.ok_or_else(|| wrong(field, FieldProblem::Empty))?;
    if Name::read(&name).is_empty() { Err(wrong(field, FieldProblem::Unreadable)) } else { Ok(name) }
}

/// Words with spaces put right; none where nothing is told.
pub(crate) fn words_of(field: &'static str, text: &str) -> Result<Option<String>, KeepError> {
    let words = haqqi_kernel::one_line(text);
    if words.chars().count() > LONGEST_NAME {
        return Err(wrong(field, FieldProblem::TooLong));
    }
    Ok(Some(words).filter(|words| !words.is_empty()))
}

/// The key under which a sealed name is found: nobody can read it back.
pub(crate) fn blind(house: &House, key: &str) -> String {
    let tag = house.vault().blind_index("establishment.name", key.as_bytes());
    format!("!{}", HEXLOWER.encode(&tag[..16]))
}

/// Writes a name and the keys under which it is found. With a data key the name is sealed and the keys are blind.
pub(crate) fn write_name(
    unit: &mut Uow,
    establishment: Uuid,
    role: NameRole,
    text: &str,
    seal: Option<&SubjectKey>,
) {
    let name = Name::read(text);
    let id = unit.id();
    let sealed = seal.map(|key| unit.seal(key, "establishment.name", text));
    let clear = |text: String| if seal.is_some() { None } else { Some(text) };
    unit.insert(establishment_name::ActiveModel {
        id: Set(id),
        establishment_id: Set(establishment),
        role: Set(role.code().to_owned()),
        text: Set(clear(text.to_owned())),
        sealed: Set(sealed),
        folded: Set(clear(name.folded())),
        skeleton: Set(clear(name.skeleton())),
        added_at: Set(unit.now()),
    });
    for key in name.keys() {
        let key = if seal.is_some() { blind(unit.house(), &key) } else { key };
        let id = unit.id();
        unit.insert(establishment_key::ActiveModel {
            id: Set(id),
            establishment_id: Set(establishment),
            key: Set(key),
        });
    }
}

/// A place to be written.
pub(crate) struct NewPlace<'a> {
    pub place: Option<&'a str>,
    pub governorate: Option<&'a str>,
    pub office: Option<&'a str>,
    pub seal: Option<&'a SubjectKey>,
}

/// Writes a worksite. With a data key its place is sealed.
pub(crate) fn write_worksite(unit: &mut Uow, establishment: Uuid, new: &NewPlace<'_>) -> Uuid {
    let id = unit.id();
    let sealed_place = new.seal.zip(new.place).map(|(key, place)| unit.seal(key, "worksite.place", place));
    unit.insert(worksite::ActiveModel {
        id: Set(id),
        establishment_id: Set(establishment),
        place: Set(new.place.filter(|_| new.seal.is_none()).map(str::to_owned)),
        sealed_place: Set(sealed_place),
        governorate: Set(new.governorate.map(str::to_owned)),
        office: Set(new.office.map(str::to_owned)),
        added_at: Set(unit.now()),
    });
    id
}

/// The key under which this one's names are sealed, if they are. Who may not open a home does not write about it either.
async fn seal_of(unit: &Uow, summary: &Summary) -> Result<Option<SubjectKey>, KeepError> {
    if !summary.kind.is_sealed() {
        return Ok(None);
    }
    let scope = judge(unit.actor(), Action::OpenHome).map_err(|_| KeepError::Denied)?;
    if !scope.covers(summary.office.as_deref(), None, false, false) {
        return Err(KeepError::Denied);
    }
    Ok(Some(unit.house().subject_key(summary.id).await?))
}

/// Who has a tie to a workplace does not write about it: a name put wrong is one under which nobody finds it.
fn may_keep(actor: &Actor, summary: &Summary) -> Result<(), KeepError> {
    let scope = judge(actor, Action::KeepEstablishment).map_err(|_| KeepError::Denied)?;
    if scope.ties().contains(&summary.id) { Err(KeepError::Denied) } else { Ok(()) }
}

/// Guards the establishment by its version, so that two who keep it at once do not undo one another.
fn touch(summary: &Summary) -> sea_orm::UpdateMany<establishment::Entity> {
    establishment::Entity::update_many()
        .col_expr(establishment::Column::Version, Expr::value(summary.version + 1))
        .filter(establishment::Column::Id.eq(summary.id))
        .filter(establishment::Column::Version.eq(summary.version))
}

/// Adds a further name: on a sign, on a payslip, in another script.
///
/// # Errors
/// [`KeepError`]; then nothing was collected.
pub async fn add_name(
    _desk: &EstablishmentDesk,
    unit: &mut Uow,
    summary: &Summary,
    text: &str,
) -> Result<(), KeepError> {
    may_keep(unit.actor(), summary)?;
    let text = name_of("text", text)?;
    let house = unit.house().clone();
    let there = store::names(&house, &[summary.id]).await?;
    if there.iter().any(|row| row.text.as_deref() == Some(text.as_str())) {
        return Err(wrong("text", FieldProblem::Unchanged));
    }
    let seal = seal_of(unit, summary).await?;
    // The first name in another script is shown beside the listed one.
    let other_script = |name: &String| Name::read(name).script() != Name::read(&text).script();
    let beside = summary.other_name.is_none() && summary.name.as_ref().is_some_and(other_script);
    let role = if beside { NameRole::Other } else { NameRole::Further };
    let mut change = touch(summary);
    if beside {
        change = change.col_expr(establishment::Column::OtherName, Expr::value(Some(text.clone())));
    }
    unit.update_one(change);
    write_name(unit, summary.id, role, &text, seal.as_ref());
    unit.audit(Audit::write("establishment.add-name", SubjectKind::Establishment, summary.id));
    unit.event(
        Event::new(SubjectKind::Establishment, summary.id, "establishment.name-added")
            .office(summary.office.as_deref()),
    );
    Ok(())
}

/// Puts the listed names right. What they were stays as a former name and is still found.
///
/// # Errors
/// [`KeepError`]; then nothing was collected.
pub async fn rename(
    _desk: &EstablishmentDesk,
    unit: &mut Uow,
    summary: &Summary,
    name: &str,
    other_name: &str,
) -> Result<(), KeepError> {
    may_keep(unit.actor(), summary)?;
    let name = name_of("name", name)?;
    let other = match words_of("other_name", other_name)? {
        Some(other) => Some(name_of("other_name", &other)?),
        None => None,
    };
    // What is sealed is not compared: it would have to be opened.
    let sealed = summary.kind.is_sealed();
    let same = summary.name.as_ref() == Some(&name) && summary.other_name == other;
    if same && !sealed {
        return Err(wrong("name", FieldProblem::Unchanged));
    }
    let seal = seal_of(unit, summary).await?;
    let clear = |text: Option<String>| text.filter(|_| !sealed);
    let sort_name = if sealed { SEALED_SORT.to_owned() } else { sort_name(&name, other.as_deref()) };
    unit.update_one(
        touch(summary)
            .col_expr(establishment::Column::Name, Expr::value(clear(Some(name.clone()))))
            .col_expr(establishment::Column::OtherName, Expr::value(clear(other.clone())))
            .col_expr(establishment::Column::SortName, Expr::value(sort_name)),
    );
    for (role, old, new) in
        [(NameRole::Main, &summary.name, Some(&name)), (NameRole::Other, &summary.other_name, other.as_ref())]
    {
        if old.as_ref() == new && !sealed {
            continue;
        }
        unit.update(
            establishment_name::Entity::update_many()
                .col_expr(establishment_name::Column::Role, Expr::value(NameRole::Former.code()))
                .filter(establishment_name::Column::EstablishmentId.eq(summary.id))
                .filter(establishment_name::Column::Role.eq(role.code())),
        );
        if let Some(new) = new {
            write_name(unit, summary.id, role, new, seal.as_ref());
        }
    }
    unit.audit(Audit::write("establishment.rename", SubjectKind::Establishment, summary.id));
    unit.event(
        Event::new(SubjectKind::Establishment, summary.id, "establishment.renamed")
            .office(summary.office.as_deref()),
    );
    Ok(())
}

/// Where the list puts what has no open name: behind every name, in any script.
pub(crate) const SEALED_SORT: &str = "\u{fffd}";

/// What the register is sorted by: the Latin name where there is one, so that a list reads in one alphabet.
pub(crate) fn sort_name(name: &str, other: Option<&str>) -> String {
    let name = Name::read(name);
    let other = other.map(Name::read);
    match other {
        Some(other) if other.script() == Script::Latin && name.script() != Script::Latin => other.folded(),
        _ => name.folded(),
    }
}

/// Adds a worksite.
///
/// # Errors
/// [`KeepError`]; then nothing was collected.
pub async fn add_worksite(
    desk: &EstablishmentDesk,
    unit: &mut Uow,
    summary: &Summary,
    place: &str,
    governorate: Option<&str>,
) -> Result<Uuid, KeepError> {
    may_keep(unit.actor(), summary)?;
    let place = words_of("place", place)?.ok_or_else(|| wrong("place", FieldProblem::Empty))?;
    if governorate.is_some_and(|code| desk.pack().governorate(code).is_none()) {
        return Err(wrong("governorate", FieldProblem::Unknown));
    }
    let seal = seal_of(unit, summary).await?;
    let office = desk.pack().office_for(governorate).to_owned();
    unit.update_one(touch(summary));
    let new = NewPlace {
        place: Some(&place),
        governorate,
        office: Some(office.as_str()).filter(|office| !office.is_empty()),
        seal: seal.as_ref(),
    };
    let id = write_worksite(unit, summary.id, &new);
    unit.audit(Audit::write("establishment.add-worksite", SubjectKind::Establishment, summary.id));
    unit.event(
        Event::new(SubjectKind::Establishment, summary.id, "establishment.worksite-added")
            .office(new.office)
            .dim("governorate", governorate.unwrap_or_default()),
    );
    Ok(id)
}
