//! Finding complaints by their marks.

use std::collections::{BTreeMap, BTreeSet};

use haqqi_kernel::{House, Scope, Uow};
use haqqi_likeness::Signature;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::{MARK, Sort, employer_marks, named, phone_mark, seeds};
use crate::entity::{complaint, complaint_mark, complaint_trace};
use crate::open::Summary;
use crate::{Desk, store};

/// At most so many that share a mark are looked at, the newest first.
const MOST: u64 = 200;
/// Texts that have less in common are not alike, in thousandths.
const LIKE_WORDS: u16 = 500;
/// Names of employers that share less of their keys are not alike, in thousandths.
pub(super) const LIKE_NAMES: usize = 600;

/// How the employer's name of one complaint is to that of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// Both told a name, and they are not alike.
    Other,
    /// One of them told none.
    Untold,
    /// Words of the name are told alike: “Al-Noor” is the name of many.
    Like,
    /// The whole name is told alike, and no other trade with it.
    Same,
}

/// What a complaint has in common with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The other.
    pub complaint: Uuid,
    /// Both are reached by the same phone.
    pub phone: bool,
    /// Both told the same phone of the employer.
    pub employer_phone: bool,
    /// How their employers' names are to each other.
    pub employer: Named,
    /// The same place is told, in the same governorate: where they work, or where they live.
    pub place: bool,
    /// How much of the text is the same, in thousandths; 0 where that is little.
    pub words: u16,
}

pub(super) async fn traces_of(
    house: &House,
    complaints: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<complaint_trace::Model>, DbErr> {
    complaint_trace::Entity::find()
        .filter(complaint_trace::Column::ComplaintId.is_in(complaints))
        .order_by_asc(complaint_trace::Column::Id)
        .all(house.reader())
        .await
}

fn signature(trace: &complaint_trace::Model) -> Option<Signature> {
    trace.words.as_deref().and_then(Signature::from_bytes)
}

/// The marks of a trace.
fn marks(house: &House, trace: &complaint_trace::Model) -> Vec<(Sort, Vec<u8>)> {
    let seeds = seeds(house);
    let bands = signature(trace)
        .map(|signature| signature.bands(&seeds).map(|band| band.to_le_bytes().to_vec()).collect::<Vec<_>>());
    let keys = |sort: Sort, keys: &Option<Vec<u8>>| {
        let keys = keys.clone().unwrap_or_default();
        keys.chunks(MARK).map(|key| (sort, key.to_vec())).collect::<Vec<_>>()
    };
    let words = bands.into_iter().flatten().map(|band| (Sort::Words, band));
    let phone = trace.phone.iter().map(|mark| (Sort::Phone, mark.clone()));
    let employer_phone = trace.employer_phone.iter().map(|mark| (Sort::EmployerPhone, mark.clone()));
    let place = trace.place.iter().map(|mark| (Sort::Place, mark.clone()));
    words
        .chain(place)
        .chain(phone)
        .chain(employer_phone)
        .chain(keys(Sort::Employer, &trace.employer))
        .chain(keys(Sort::EmployerWhole, &trace.employer_whole))
        .chain(keys(Sort::Trade, &trace.trade))
        .collect()
}

/// Writes the marks of what was told and not marked yet. The caller is the job of this complaint.
///
/// # Errors
/// The database's error.
pub async fn mark_traces(unit: &mut Uow, complaint: Uuid) -> Result<(), DbErr> {
    let house = unit.house().clone();
    let traces = traces_of(&house, [complaint]).await?;
    let fresh: Vec<&complaint_trace::Model> = traces.iter().filter(|t| t.marked_at.is_none()).collect();
    let all: BTreeSet<(&str, Vec<u8>)> =
        fresh.iter().flat_map(|t| marks(&house, t)).map(|(sort, mark)| (sort.code(), mark)).collect();
    for (sort, mark) in all {
        unit.insert_or_ignore(
            complaint_mark::ActiveModel {
                sort: Set(sort.to_owned()),
                mark: Set(mark),
                complaint_id: Set(complaint),
            },
            [complaint_mark::Column::Sort, complaint_mark::Column::Mark, complaint_mark::Column::ComplaintId],
        );
    }
    // A tie may have been declared between the filing and now.
    let employer: Vec<Vec<u8>> = fresh
        .iter()
        .flat_map(|trace| marks(&house, trace))
        .filter_map(|(sort, mark)| (sort == Sort::Employer).then_some(mark))
        .collect();
    named::note(unit, complaint, &employer);
    let now = unit.now();
    for trace in fresh {
        let same = complaint_trace::Column::Phone;
        let same = trace.phone.as_ref().map_or_else(|| same.is_null(), |phone| same.eq(phone.clone()));
        // Stale when she changed how she is reached in the meantime: the old phone must leave no mark behind.
        unit.update_one(
            complaint_trace::Entity::update_many()
                .col_expr(complaint_trace::Column::MarkedAt, Expr::value(Some(now)))
                .filter(complaint_trace::Column::Id.eq(trace.id))
                .filter(same),
        );
    }
    Ok(())
}

/// Who has any of these marks, the newest first; once for each mark shared.
pub(super) async fn having(house: &House, sort: Sort, marks: Vec<Vec<u8>>) -> Result<Vec<Uuid>, DbErr> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let rows = complaint_mark::Entity::find()
        .select_only()
        .column(complaint_mark::Column::ComplaintId)
        .filter(complaint_mark::Column::Sort.eq(sort.code()))
        .filter(complaint_mark::Column::Mark.is_in(marks))
        .order_by_desc(complaint_mark::Column::ComplaintId)
        .limit(MOST)
        .into_tuple::<Uuid>();
    rows.all(house.reader()).await
}

/// Those whose employer's name shares enough of these marks.
async fn like_names(house: &House, own: &[Vec<u8>]) -> Result<BTreeSet<Uuid>, DbErr> {
    let mut shared: BTreeMap<Uuid, usize> = BTreeMap::new();
    for id in having(house, Sort::Employer, own.to_vec()).await? {
        *shared.entry(id).or_default() += 1;
    }
    let rows = complaint_mark::Entity::find()
        .select_only()
        .column(complaint_mark::Column::ComplaintId)
        .column_as(complaint_mark::Column::Mark.count(), "many")
        .filter(complaint_mark::Column::Sort.eq(Sort::Employer.code()))
        .filter(complaint_mark::Column::ComplaintId.is_in(shared.keys().copied()))
        .group_by(complaint_mark::Column::ComplaintId)
        .into_tuple::<(Uuid, i64)>()
        .all(house.reader())
        .await?;
    let alike = |(id, many): (Uuid, i64)| {
        let fewer = usize::try_from(many).unwrap_or(usize::MAX).min(own.len()).max(1);
        let both = shared.get(&id).copied().unwrap_or(0);
        (both * 1000 / fewer >= LIKE_NAMES).then_some(id)
    };
    Ok(rows.into_iter().filter_map(alike).collect())
}

/// How the names that these complaints told are to that of this one, of whose marks `own` gives each sort.
async fn named_among(
    house: &House,
    own: impl Fn(Sort) -> Vec<Vec<u8>>,
    like: &BTreeSet<Uuid>,
    among: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Named>, DbErr> {
    if own(Sort::Employer).is_empty() {
        return Ok(BTreeMap::new());
    }
    let sorts = [Sort::Employer, Sort::EmployerWhole, Sort::Trade];
    let rows = complaint_mark::Entity::find()
        .filter(complaint_mark::Column::Sort.is_in(sorts.map(Sort::code)))
        .filter(complaint_mark::Column::ComplaintId.is_in(among.iter().copied()))
        .all(house.reader())
        .await?;
    let mut theirs: BTreeMap<Uuid, Vec<complaint_mark::Model>> = BTreeMap::new();
    for row in rows {
        theirs.entry(row.complaint_id).or_default().push(row);
    }
    let (whole, trades) = (own(Sort::EmployerWhole), own(Sort::Trade));
    let named = |id: Uuid, marks: &[complaint_mark::Model]| {
        let of = |sort: Sort| marks.iter().filter(move |row| row.sort == sort.code()).map(|row| &row.mark);
        let shares = |sort: Sort, own: &[Vec<u8>]| of(sort).any(|mark| own.contains(mark));
        let told_both = !trades.is_empty() && of(Sort::Trade).next().is_some();
        let other_trade = told_both && !shares(Sort::Trade, &trades);
        if of(Sort::Employer).next().is_none() {
            Named::Untold
        } else if shares(Sort::EmployerWhole, &whole) {
            if other_trade { Named::Like } else { Named::Same }
        } else if like.contains(&id) {
            Named::Like
        } else {
            Named::Other
        }
    };
    Ok(theirs.iter().map(|(id, marks)| (*id, named(*id, marks))).collect())
}

/// What is like this complaint, whatever its office: for the house's own job, which shows nobody more than they may
/// see. The marks of the complaint must be written.
///
/// # Errors
/// The database's error.
pub async fn alike(desk: &Desk, complaint: Uuid) -> Result<Vec<Alike>, DbErr> {
    let house = &desk.site.house;
    let own = traces_of(house, [complaint]).await?;
    let marks: Vec<(Sort, Vec<u8>)> = own.iter().flat_map(|trace| marks(house, trace)).collect();
    let of = |sort: Sort| {
        let own = marks.iter().filter(|(of, _)| *of == sort);
        let all: BTreeSet<&Vec<u8>> = own.map(|(_, mark)| mark).collect();
        all.into_iter().cloned().collect::<Vec<_>>()
    };
    let set = |ids: Vec<Uuid>| ids.into_iter().collect::<BTreeSet<Uuid>>();
    let phones = set(having(house, Sort::Phone, of(Sort::Phone)).await?);
    let employer_phones = set(having(house, Sort::EmployerPhone, of(Sort::EmployerPhone)).await?);
    let names = like_names(house, &of(Sort::Employer)).await?;
    // Of a short name in two scripts few keys are shared, and the whole is.
    let wholes = set(having(house, Sort::EmployerWhole, of(Sort::EmployerWhole)).await?);
    let places = set(having(house, Sort::Place, of(Sort::Place)).await?);
    let worded = set(having(house, Sort::Words, of(Sort::Words)).await?);
    let mut words: BTreeMap<Uuid, u16> = BTreeMap::new();
    let mine: Vec<Signature> = own.iter().filter_map(signature).collect();
    for trace in traces_of(house, worded).await? {
        let Some(theirs) = signature(&trace) else { continue };
        let best = mine.iter().map(|own| own.per_mille(&theirs)).max().unwrap_or(0);
        let kept = words.entry(trace.complaint_id).or_default();
        *kept = best.max(*kept);
    }
    words.retain(|_, share| *share >= LIKE_WORDS);
    let mut all: BTreeSet<Uuid> =
        phones.iter().chain(&employer_phones).chain(&names).chain(&wholes).chain(&places).copied().collect();
    all.extend(words.keys());
    all.remove(&complaint);
    let named = named_among(house, &of, &names, &all).await?;
    let row = |id: Uuid| Alike {
        complaint: id,
        phone: phones.contains(&id),
        employer_phone: employer_phones.contains(&id),
        employer: named.get(&id).copied().unwrap_or(Named::Untold),
        place: places.contains(&id),
        words: words.get(&id).copied().unwrap_or(0),
    };
    Ok(all.into_iter().map(row).collect())
}

/// Complaints of these ids, as far as the scope reaches, the newest first.
///
/// # Errors
/// The database's error.
pub async fn summaries_of(
    desk: &Desk,
    scope: &Scope,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Summary>, DbErr> {
    within(&desk.site.house, scope, ids.into_iter().collect()).await
}

/// The newest complaints that are linked to an establishment, as far as the scope reaches.
///
/// # Errors
/// The database's error.
pub async fn at_establishment(
    desk: &Desk,
    scope: &Scope,
    establishment: Uuid,
) -> Result<Vec<Summary>, DbErr> {
    let rows = complaint::Entity::find()
        .filter(complaint::Column::EstablishmentId.eq(establishment))
        .filter(store::within(scope))
        .order_by_desc(complaint::Column::Id)
        .limit(MOST)
        .all(desk.site.house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Notes on these complaints how many of one office tell of their workplace.
pub fn note_cluster(unit: &mut Uow, complaints: &[Uuid], many: i32) {
    unit.update(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Cluster, Expr::value(Some(many)))
            .filter(complaint::Column::Id.is_in(complaints.to_vec())),
    );
}

pub(super) async fn within(house: &House, scope: &Scope, ids: BTreeSet<Uuid>) -> Result<Vec<Summary>, DbErr> {
    let rows = complaint::Entity::find()
        .filter(complaint::Column::Id.is_in(ids))
        .filter(store::within(scope))
        .order_by_desc(complaint::Column::Id)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Complaints in which exactly this number was told, hers or the employer's, as far as the scope reaches; none where it
/// is no number.
///
/// # Errors
/// The database's error.
pub async fn with_phone(desk: &Desk, scope: &Scope, number: &str) -> Result<Option<Vec<Summary>>, DbErr> {
    let house = &desk.site.house;
    let Some(mark) = phone_mark(house, &desk.site.pack, number) else { return Ok(None) };
    let mut ids: BTreeSet<Uuid> = having(house, Sort::Phone, vec![mark.clone()]).await?.into_iter().collect();
    ids.extend(having(house, Sort::EmployerPhone, vec![mark]).await?);
    within(house, scope, ids).await.map(Some)
}

/// Complaints whose employer was told under a name like this one, in any script, as far as the scope reaches.
///
/// # Errors
/// The database's error.
pub async fn with_employer_told(desk: &Desk, scope: &Scope, name: &str) -> Result<Vec<Summary>, DbErr> {
    let house = &desk.site.house;
    let marks = employer_marks(house, name);
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    within(house, scope, like_names(house, &marks).await?).await
}
