//! What a record shows of those that are alike: as far as the reader may see them, with reasons.

use haqqi_complaints::{Desk, Summary, summaries_of};
use haqqi_kernel::Scope;
use sea_orm::DbErr;

use super::cluster::cluster_of;
use super::find::TOLD;
use super::pair::{PairState, other_of, pairs_of};

/// Another complaint that is like this one.
#[derive(Debug, Clone)]
pub struct AlikeRow {
    /// The other, coded side.
    pub other: Summary,
    /// What it is.
    pub state: PairState,
    /// Both are reached by the same phone.
    pub phone: bool,
    /// Both told the same phone of the employer.
    pub employer_phone: bool,
    /// `linked`, `named`, `place`: the same workplace; `told`: only a name that is like it.
    pub workplace: Option<String>,
    /// How much of the text is the same, in thousandths; 0 where that is little.
    pub words: i32,
    /// Days between them.
    pub days: i32,
    /// Whether the other goes on in place of this one.
    pub kept: bool,
}

/// What stands beside a complaint.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Those that are alike, undecided ones first, the strongest reasons first. Those found to be different are left
    /// out.
    pub rows: Vec<AlikeRow>,
    /// How many tell of its workplace, with itself, where they are a cluster of the pack.
    pub cluster: Option<usize>,
}

/// What stands beside a complaint, as far as the scope reaches.
///
/// # Errors
/// The database's error.
pub async fn beside(desk: &Desk, scope: &Scope, complaint: &Summary) -> Result<Beside, DbErr> {
    let pairs = pairs_of(&desk.site.house, complaint.id).await?;
    let others = summaries_of(desk, scope, pairs.iter().map(|pair| other_of(pair, complaint.id))).await?;
    let mut rows: Vec<AlikeRow> = pairs
        .into_iter()
        .filter_map(|pair| {
            let id = other_of(&pair, complaint.id);
            let other = others.iter().find(|other| other.id == id)?.clone();
            let state = PairState::from_code(&pair.state)?;
            (state != PairState::Different).then_some(AlikeRow {
                other,
                state,
                phone: pair.phone,
                employer_phone: pair.employer_phone,
                workplace: pair.workplace,
                words: pair.words,
                days: pair.days,
                kept: pair.kept_id == Some(id),
            })
        })
        .collect();
    let workplace = |row: &AlikeRow| match row.workplace.as_deref() {
        Some(TOLD) => 200,
        Some(_) => 500,
        None => 0,
    };
    let weight = |row: &AlikeRow| i32::from(row.phone) * 1000 + row.words + workplace(row) - row.days;
    rows.sort_by_key(|row| (row.state != PairState::Suggested, std::cmp::Reverse(weight(row))));
    let many = cluster_of(desk, scope, complaint).await?.len();
    let enough = many >= usize::from(desk.site.pack.identity().cluster_many);
    Ok(Beside { rows, cluster: enough.then_some(many) })
}
