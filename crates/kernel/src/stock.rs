//! References that are free. Six characters are enough to be told on a telephone, and few enough that among a hundred
//! thousand complaints of a year some would be drawn twice: the second would be refused when it is filed. So a few are
//! drawn ahead and looked up, and a unit takes one of these. Where none is at hand one is drawn unseen, as rarely wrong.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Datelike, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

use crate::{Entropy, Reference, ReferenceKind};

/// So many are kept ready of a kind and year.
const READY: usize = 32;
/// With fewer, others are drawn.
const LOW: usize = 8;

impl ReferenceKind {
    /// Where references of this kind stand, each once: tables and their column.
    fn places(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Complaint => &[("complaint", "reference")],
            Self::Flag => &[("flag", "reference")],
            Self::Referral => &[("referral_case", "reference")],
            Self::HandOver => &[("hand_over", "reference")],
            Self::Visit => &[("visit", "reference"), ("visit_request", "reference")],
            Self::Establishment => &[("establishment", "reference")],
            Self::Report => &[("visit_report", "number")],
            Self::CallBack => &[("call_back", "reference")],
            Self::Wording => &[("wording", "reference")],
            Self::TextDraft => &[("text_draft", "reference")],
            Self::Erasure => &[("erasure_batch", "number")],
            Self::Advert => &[("advert", "reference")],
            Self::Recruiter => &[("recruiter", "reference")],
            // An alarm is no row of its own.
            Self::Roster => &[],
        }
    }
}

type Of = (ReferenceKind, i32);

#[derive(Default)]
struct Shelf {
    free: HashMap<Of, Vec<Reference>>,
    wanted: HashSet<Of>,
}

/// What is kept ready.
#[derive(Default)]
pub(crate) struct Stock(Mutex<Shelf>);

impl Stock {
    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes one that is free; drawn unseen where none is at hand.
    pub(crate) fn take(&self, kind: ReferenceKind, at: DateTime<Utc>, entropy: &dyn Entropy) -> Reference {
        let mut shelf = self.shelf();
        let free = shelf.free.entry((kind, at.year())).or_default();
        let taken = free.pop();
        if free.len() < LOW {
            shelf.wanted.insert((kind, at.year()));
        }
        drop(shelf);
        taken.unwrap_or_else(|| Reference::random(kind, at, entropy))
    }

    /// Draws what is wanted, and keeps what stands nowhere. Only one fills at a time what is wanted once.
    ///
    /// # Errors
    /// The database's error: then it is wanted still.
    pub(crate) async fn fill(
        &self,
        reader: &DatabaseConnection,
        at: DateTime<Utc>,
        entropy: &dyn Entropy,
    ) -> Result<(), DbErr> {
        let wanted: Vec<Of> = self.shelf().wanted.drain().collect();
        for (kind, year) in wanted {
            // What is wanted of another year than this is not drawn: the year is over.
            if year != at.year() {
                continue;
            }
            let mut drawn: BTreeSet<String> = BTreeSet::new();
            let mut all = Vec::with_capacity(READY);
            for _ in 0..READY {
                let one = Reference::random(kind, at, entropy);
                if drawn.insert(one.to_string()) {
                    all.push(one);
                }
            }
            match taken(reader, kind, &drawn).await {
                Ok(taken) => all.retain(|one| !taken.contains(&one.to_string())),
                Err(error) => {
                    self.shelf().wanted.insert((kind, year));
                    return Err(error);
                }
            }
            let mut shelf = self.shelf();
            let free = shelf.free.entry((kind, year)).or_default();
            all.retain(|one| !free.contains(one));
            free.extend(all);
        }
        Ok(())
    }
}

/// Which of these stand somewhere.
async fn taken(
    reader: &DatabaseConnection,
    kind: ReferenceKind,
    drawn: &BTreeSet<String>,
) -> Result<HashSet<String>, DbErr> {
    let mut taken = HashSet::new();
    for (table, column) in kind.places() {
        let mut query = Query::select();
        query
            .expr_as(Expr::col(Alias::new(*column)), Alias::new("taken"))
            .from(Alias::new(*table))
            .and_where(Expr::col(Alias::new(*column)).is_in(drawn.iter().cloned()));
        for row in reader.query_all(&query).await? {
            taken.insert(row.try_get::<String>("", "taken")?);
        }
    }
    Ok(taken)
}
