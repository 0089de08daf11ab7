//! What of the queue an account sees: for each kind of work, the rows whose subject it may open.

use std::collections::HashSet;

use haqqi_kernel::{Action, Actor, Denied, Reach, Scope, Tells, judge};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::entity::{deadline, work_item};
use crate::item::{ANY_OFFICE, ItemKind};

/// An account's view of the queue. Made by the judge alone.
#[derive(Debug, Clone)]
pub struct Sight {
    parts: Vec<(ItemKind, Scope)>,
    complaints: Option<Scope>,
    account: Option<Uuid>,
    stands_in_for: Vec<Uuid>,
}

impl Sight {
    /// What this actor sees.
    ///
    /// # Errors
    /// [`Denied`] when the actor may open no kind of work.
    pub fn of(actor: &Actor) -> Result<Self, Denied> {
        let mut parts = Vec::new();
        for kind in ItemKind::ALL {
            parts.extend(
                kind.opened_by()
                    .iter()
                    .filter_map(|action| judge(actor, *action).ok())
                    .map(|scope| (kind, scope)),
            );
        }
        if parts.is_empty() {
            return Err(Denied);
        }
        Ok(Self {
            parts,
            complaints: judge(actor, Action::ReadComplaint).ok(),
            account: actor.account(),
            stands_in_for: Vec::new(),
        })
    }

    /// The same with the work of those for whom this account stands in as its own. It sees no more than before.
    #[must_use]
    pub fn standing_in_for(mut self, away: Vec<Uuid>) -> Self {
        self.stands_in_for = away;
        self
    }

    /// What is the account's own: assigned to it, or to somebody for whom it stands in. Nobody's account: nothing is.
    pub(crate) fn own(&self) -> Condition {
        let mut whose = self.stands_in_for.clone();
        whose.push(self.account.unwrap_or(Uuid::nil()));
        Condition::all().add(work_item::Column::Assignee.is_in(whose))
    }

    /// The account, where there is one.
    #[must_use]
    pub fn account(&self) -> Option<Uuid> {
        self.account
    }

    /// The kinds of work that this account may meet, in the order of filters.
    #[must_use]
    pub fn kinds(&self) -> Vec<ItemKind> {
        ItemKind::ALL.into_iter().filter(|kind| self.parts.iter().any(|(part, _)| part == kind)).collect()
    }

    /// Whether a row is seen by somebody of whom `tied` says what is out of reach: for who is told of it. Whoever looks
    /// asks by [`Self::condition`].
    pub(crate) fn covers(&self, row: &work_item::Model, tied: &HashSet<Uuid>) -> bool {
        let free = row.about.is_none_or(|about| !tied.contains(&about));
        free && self.parts.iter().filter(|(kind, _)| kind.code() == row.kind).any(|(_, scope)| {
            let duty = row.duty && !row.concerned.as_ref().is_some_and(|office| tells_of_mine(scope, office));
            scope.covers(row.office.as_deref(), row.assignee, duty, row.child)
                || scope
                    .reaches()
                    .iter()
                    .any(|reach| matches!(reach, Reach::Agency(own) if Some(own) == row.agency.as_ref()))
        })
    }

    /// The rows of the queue that are seen.
    pub(crate) fn condition(&self) -> Condition {
        use work_item::Column as C;
        // Kinds that reach as far are one condition, so that the database can read it in the order of an index.
        let mut together: Vec<(&Scope, Vec<&'static str>)> = Vec::new();
        for (kind, scope) in &self.parts {
            match together.iter_mut().find(|(other, _)| other.reaches() == scope.reaches()) {
                Some((_, kinds)) => kinds.push(kind.code()),
                None => together.push((scope, vec![kind.code()])),
            }
        }
        let mut any = Condition::any();
        for (scope, kinds) in &together {
            let rows = scope.condition(Tells::of(C::About), |reach| {
                let all = Condition::all();
                match reach {
                    Reach::Offices(offices) => Some(all.add(C::Office.is_in(offices.clone()))),
                    Reach::Assigned(id) => Some(all.add(C::Assignee.eq(*id))),
                    Reach::OnDuty => Some(all.add(C::Duty.eq(true)).add(of_others(scope, C::Concerned))),
                    Reach::Children => Some(all.add(C::Child.eq(true))),
                    Reach::Agency(agency) => Some(all.add(C::Agency.eq(agency.clone()))),
                    Reach::Everything | Reach::Subject(_) => None,
                }
            });
            any = any.add(Condition::all().add(C::Kind.is_in(kinds.clone())).add(rows));
        }
        let mut all = Condition::all().add(any);
        // Said once more where it is the same for all kinds: then the index of the office serves.
        if let [(scope, _)] = together.as_slice()
            && let [Reach::Offices(offices)] = scope.reaches()
        {
            all = all.add(C::Office.is_in(offices.clone()));
        }
        all
    }

    /// The acknowledgements that the figure *read in time* counts: of the offices seen; on duty, of all.
    pub(crate) fn acknowledgements(&self) -> Option<Condition> {
        use deadline::Column as C;
        self.complaints.as_ref().map(|scope| {
            scope.condition(Tells::OfNone, |reach| match reach {
                Reach::Offices(offices) => Some(Condition::all().add(C::Office.is_in(offices.clone()))),
                Reach::OnDuty => Some(Condition::all().add(C::Id.is_not_null())),
                _ => None,
            })
        })
    }
}

/// Whether what is told about an official of this office may be told of the own one. Who has no office is of none.
fn tells_of_mine(scope: &Scope, concerned: &String) -> bool {
    scope.offices().contains(concerned) || concerned == ANY_OFFICE && !scope.offices().is_empty()
}

/// What is told about an official never reaches that official's office by duty (`safeguards.md` 16); of whom it is not known
/// which office he is of, no office. `concerned` is the column that names it.
#[must_use]
pub fn of_others<C: ColumnTrait>(scope: &Scope, concerned: C) -> Condition {
    if scope.offices().is_empty() {
        return Condition::all().add(Expr::value(1).eq(1));
    }
    let others =
        Condition::all().add(concerned.ne(ANY_OFFICE)).add(concerned.is_not_in(scope.offices().to_vec()));
    Condition::any().add(concerned.is_null()).add(others)
}
