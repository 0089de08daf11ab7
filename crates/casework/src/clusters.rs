//! What several tell of: an employer, a recruiter, a home, a place where they live. A flag is one person's; that ten of one
//! dormitory say the same is seen only side by side. Who reads flags sees how many they are and how grave; opening one
//! cluster opens what the instruments found of each, and is an entry of the audit for each.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{Desk, ReadError, State, Summary, around_places, around_workplaces};
use haqqi_establishments::{Kind, Summary as Workplace, summaries};
use haqqi_kernel::{Action, Actor, Reference, ReferenceKind, judge};
use haqqi_screening::{FlagError, FlagRow, FlagState, Level, flags_among, open_assessment};
use sea_orm::DbErr;
use uuid::Uuid;

/// How far back clusters are looked for.
const BACK: TimeDelta = TimeDelta::days(365);
/// At most so many of a cluster are opened at once, the newest.
const OPENED: usize = 50;

/// What they lie around.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Around {
    /// A firm.
    Employer,
    /// A recruitment agency or a broker.
    Recruiter,
    /// A home in which somebody works.
    Home,
    /// A place that is told alike, whoever the employer is: a hostel, a building.
    Place,
}

impl Around {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Employer, Self::Recruiter, Self::Home, Self::Place];

    /// The code in labels and in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Employer => "employer",
            Self::Recruiter => "recruiter",
            Self::Home => "home",
            Self::Place => "place",
        }
    }

    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Employer => Self::Employer,
            Kind::Agency | Kind::Broker => Self::Recruiter,
            Kind::Household => Self::Home,
        }
    }
}

/// Several complaints around one thing.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Around what.
    pub around: Around,
    /// Under which it is opened: the workplace's, or the newest complaint's where only a place is told.
    pub reference: Reference,
    /// The workplace; none for a place that is told.
    pub workplace: Option<Workplace>,
    /// The complaints, the newest first.
    pub complaints: Vec<Summary>,
    /// Their flags, dismissed ones left out.
    pub flags: Vec<FlagRow>,
}

impl Cluster {
    /// The gravest flag that stands.
    #[must_use]
    pub fn gravest(&self) -> Option<Level> {
        self.flags.iter().map(|flag| flag.level).max()
    }

    /// How many of the complaints are not closed.
    #[must_use]
    pub fn open(&self) -> usize {
        self.complaints.iter().filter(|one| one.state != State::Closed).count()
    }

    /// How many complaints have a flag of each level, the gravest first; a complaint counts once, by its gravest.
    #[must_use]
    pub fn levels(&self) -> Vec<(Level, usize)> {
        let mut of: BTreeMap<Uuid, Level> = BTreeMap::new();
        for flag in &self.flags {
            let level = of.entry(flag.complaint).or_insert(flag.level);
            *level = flag.level.max(*level);
        }
        let mut many: BTreeMap<Level, usize> = BTreeMap::new();
        for level in of.into_values() {
            *many.entry(level).or_default() += 1;
        }
        many.into_iter().rev().collect()
    }

    /// When the newest came.
    #[must_use]
    pub fn last(&self) -> Option<DateTime<Utc>> {
        self.complaints.first().map(|one| one.received_at)
    }
}

/// The clusters of the last year within reach: the gravest first, then the largest. One complaint may lie in two.
///
/// # Errors
/// [`ReadError`] where the actor reads no flags.
pub async fn clusters(desk: &Desk, actor: &Actor) -> Result<Vec<Cluster>, ReadError> {
    judge(actor, Action::ReadFlag).map_err(|_| ReadError::NotFound)?;
    let Ok(scope) = judge(actor, Action::ReadComplaint) else { return Ok(Vec::new()) };
    let house = &desk.site.house;
    let from = house.now() - BACK;
    let by_workplace = around_workplaces(desk, &scope, from).await?;
    let ids: Vec<Uuid> = by_workplace.keys().copied().collect();
    let mut known = summaries(house, &ids).await?;
    let mut all: Vec<Cluster> = by_workplace
        .into_iter()
        .filter_map(|(id, complaints)| {
            let workplace = known.remove(&id)?;
            let (around, reference) = (Around::of(workplace.kind), workplace.reference);
            Some(Cluster { around, reference, workplace: Some(workplace), complaints, flags: Vec::new() })
        })
        .collect();
    let places = around_places(desk, &scope, from).await?;
    all.extend(places.into_iter().filter_map(|complaints| {
        // All of them linked to one workplace: that one is told already.
        let first = complaints.first()?;
        let one = first.establishment.is_some()
            && complaints.iter().all(|other| other.establishment == first.establishment);
        let reference = first.reference;
        let cluster =
            Cluster { around: Around::Place, reference, workplace: None, complaints, flags: Vec::new() };
        (!one).then_some(cluster)
    }));
    let ids: Vec<Uuid> = all.iter().flat_map(|one| &one.complaints).map(|one| one.id).collect();
    let mut flags: BTreeMap<Uuid, Vec<FlagRow>> = BTreeMap::new();
    for flag in flags_among(&desk.screening, actor, &ids).await? {
        if flag.state != FlagState::Dismissed {
            flags.entry(flag.complaint).or_default().push(flag);
        }
    }
    for cluster in &mut all {
        cluster.flags =
            cluster.complaints.iter().filter_map(|one| flags.get(&one.id)).flatten().cloned().collect();
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.gravest(), one.complaints.len(), one.last())));
    Ok(all)
}

/// Why a cluster was not opened.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// No such cluster, or not for this account.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What the instruments found does not open.
    #[error(transparent)]
    Flag(#[from] FlagError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A cluster, opened.
#[derive(Debug, Clone)]
pub struct OpenedCluster {
    /// The cluster.
    pub cluster: Cluster,
    /// ILO's indicators that are certain or that words suggest: in how many complaints, the most first.
    pub indicators: Vec<(String, usize)>,
    /// Of how many complaints what was found is counted here.
    pub opened: usize,
}

/// Opens a cluster: by the workplace's reference, or by the reference of a complaint around whose place it lies. Reading what
/// was found of each flag is an entry of the audit.
///
/// # Errors
/// [`ClusterError`].
pub async fn open_cluster(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedCluster, ClusterError> {
    let is_place = reference.kind() == ReferenceKind::Complaint;
    let found = clusters(desk, actor).await?.into_iter().find(|one| {
        if is_place {
            let told = one.complaints.iter().any(|complaint| complaint.reference == reference);
            one.around == Around::Place && told
        } else {
            one.reference == reference
        }
    });
    let cluster = found.ok_or(ReadError::NotFound)?;
    let mut told: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
    let mut opened = Vec::new();
    for flag in cluster.flags.iter().rev().take(OPENED) {
        let found = open_assessment(&desk.screening, actor, flag.reference, "cluster").await?;
        opened.push(flag.complaint);
        for indicator in found.certain.into_iter().chain(found.suggested) {
            told.entry(indicator).or_default().push(flag.complaint);
        }
    }
    let many = |mut ids: Vec<Uuid>| {
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    };
    let mut indicators: Vec<(String, usize)> = told.into_iter().map(|(id, of)| (id, many(of))).collect();
    indicators.sort_by_key(|(id, many)| (std::cmp::Reverse(*many), id.clone()));
    Ok(OpenedCluster { cluster, indicators, opened: many(opened) })
}
