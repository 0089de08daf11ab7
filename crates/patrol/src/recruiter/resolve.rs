//! Who recruits: the same number, address or handle is one recruiter, and so is the same name in whatever script. Two that
//! meet in one advertisement stay two: what they have in common is shown, and a person draws the conclusion.

use haqqi_kernel::{House, ReferenceKind, SubjectKey, Uow};
use haqqi_names::Name;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::contact::{Contact, Sort};
use crate::entity::{advert_recruiter, recruiter, recruiter_mark};
use crate::store;

/// Names as alike as this are one, of a thousand: as in the register of establishments.
const SAME_NAME: u16 = 780;
/// At most so many keys of a name.
const MOST_KEYS: usize = 12;
/// Bytes of a mark.
const MARK: usize = 16;

fn mark(house: &House, sort: Sort, value: &str) -> Vec<u8> {
    let field = format!("patrol.{}", sort.code());
    house.vault().blind_index(&field, value.as_bytes()).into_iter().take(MARK).collect()
}

/// The marks of a contact: one of a number, several of a name.
fn marks(house: &House, contact: &Contact) -> Vec<(&'static str, Vec<u8>)> {
    let sort = contact.sort;
    match sort {
        Sort::Name => {
            let keys = Name::read(&contact.value).own_keys();
            keys.iter().take(MOST_KEYS).map(|key| (sort.code(), mark(house, sort, key))).collect()
        }
        _ => vec![(sort.code(), mark(house, sort, &contact.value))],
    }
}

/// The recruiters that are known by these contacts, those of a number before those of a name.
async fn known(house: &House, reach: &[Contact]) -> Result<Vec<Uuid>, DbErr> {
    let exact: Vec<_> =
        reach.iter().filter(|one| one.sort != Sort::Name).flat_map(|one| marks(house, one)).collect();
    let mut ids: Vec<Uuid> = store::marked(house, &exact).await?.iter().map(|row| row.recruiter_id).collect();
    for named in reach.iter().filter(|one| one.sort == Sort::Name) {
        let asked = Name::read(&named.value);
        let rows = store::marked(house, &marks(house, named)).await?;
        let maybe: Vec<Uuid> = rows.iter().map(|row| row.recruiter_id).collect();
        let rows = recruiter::Entity::find()
            .filter(recruiter::Column::Id.is_in(maybe.iter().copied().take(200)))
            .all(house.reader())
            .await?;
        let same = rows.iter().filter(|row| {
            row.name.as_ref().is_some_and(|name| asked.likeness(&Name::read(name)).both >= SAME_NAME)
        });
        ids.extend(same.map(|row| row.id));
    }
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    Ok(ids)
}

/// Links an advertisement to who can be reached by it. Contacts that nobody had are kept with the first that is known, or
/// with a new one.
pub(crate) async fn resolve(unit: &mut Uow, advert: Uuid, reach: &[Contact]) -> Result<(), DbErr> {
    if reach.is_empty() {
        return Ok(());
    }
    let house = unit.house().clone();
    let known = known(&house, reach).await?;
    let (first, key) = match known.first() {
        Some(first) => {
            name(unit, *first, reach).await?;
            (*first, house.subject_key(*first).await?)
        }
        None => new(unit, reach),
    };
    let mut all = known;
    if all.is_empty() {
        all.push(first);
    }
    for contact in reach {
        keep(unit, &key, first, contact, &all).await?;
    }
    for recruiter_id in all {
        let row = advert_recruiter::ActiveModel { advert_id: Set(advert), recruiter_id: Set(recruiter_id) };
        unit.insert_or_ignore(
            row,
            [advert_recruiter::Column::AdvertId, advert_recruiter::Column::RecruiterId],
        );
    }
    Ok(())
}

fn new(unit: &mut Uow, reach: &[Contact]) -> (Uuid, SubjectKey) {
    let id = unit.id();
    let key = unit.new_subject(id);
    let named = reach.iter().find(|one| one.sort == Sort::Name).map(|one| one.value.clone());
    let shown = reach.iter().find(|one| one.sort != Sort::Name).map(Contact::mask);
    unit.insert(recruiter::ActiveModel {
        id: Set(id),
        reference: Set(unit.reference(ReferenceKind::Recruiter).to_string()),
        name: Set(named),
        mask: Set(shown.unwrap_or_default()),
        establishment_id: Set(None),
        linked_at: Set(None),
        linked_by: Set(None),
        added_at: Set(unit.now()),
        version: Set(1),
    });
    (id, key)
}

/// One that had no name until now is called by the first that is seen.
async fn name(unit: &mut Uow, id: Uuid, reach: &[Contact]) -> Result<(), DbErr> {
    let Some(named) = reach.iter().find(|one| one.sort == Sort::Name) else { return Ok(()) };
    let row = recruiter::Entity::find_by_id(id).one(unit.reader()).await?;
    if let Some(row) = row.filter(|row| row.name.is_none()) {
        unit.update_one(
            recruiter::Entity::update_many()
                .col_expr(recruiter::Column::Name, Expr::value(Some(named.value.clone())))
                .col_expr(recruiter::Column::Version, Expr::value(row.version + 1))
                .filter(recruiter::Column::Id.eq(id))
                .filter(recruiter::Column::Version.eq(row.version)),
        );
    }
    Ok(())
}

/// Keeps a contact with one recruiter, unless one of those that are known here has it.
async fn keep(
    unit: &mut Uow,
    key: &SubjectKey,
    with: Uuid,
    contact: &Contact,
    known: &[Uuid],
) -> Result<(), DbErr> {
    let house = unit.house().clone();
    let marks = marks(&house, contact);
    let there = store::marked(&house, &marks).await?;
    for (sort, mark) in marks {
        if there.iter().any(|row| row.mark == mark && row.sort == sort && known.contains(&row.recruiter_id)) {
            continue;
        }
        let value = (contact.sort != Sort::Name).then(|| unit.seal(key, "recruiter.contact", &contact.value));
        let row = recruiter_mark::ActiveModel {
            sort: Set(sort.to_owned()),
            mark: Set(mark),
            recruiter_id: Set(with),
            value: Set(value),
        };
        let of =
            [recruiter_mark::Column::Sort, recruiter_mark::Column::Mark, recruiter_mark::Column::RecruiterId];
        unit.insert_or_ignore(row, of);
    }
    Ok(())
}
