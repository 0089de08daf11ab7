//! Which subject a reference names, asked of the tables of all rooms: for the audit, which knows ids, and for records that
//! two people open. Ids and references only.

use std::collections::HashMap;

use async_trait::async_trait;
use haqqi_accounts::{Concerned, References};
use haqqi_kernel::{House, Reference, SubjectKind};
use haqqi_worklist::ANY_OFFICE;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// The tables that give references, and what their rows are.
const TABLES: [(SubjectKind, &str); 9] = [
    (SubjectKind::Complaint, "complaint"),
    (SubjectKind::Flag, "flag"),
    (SubjectKind::Referral, "referral_case"),
    (SubjectKind::HandOver, "hand_over"),
    (SubjectKind::Establishment, "establishment"),
    (SubjectKind::Visit, "visit"),
    (SubjectKind::VisitRequest, "visit_request"),
    (SubjectKind::Advert, "advert"),
    (SubjectKind::Recruiter, "recruiter"),
];

/// The look-up over a house.
pub(crate) struct AllReferences(pub House);

impl AllReferences {
    async fn found(&self, reference: Reference) -> Result<Option<(SubjectKind, Uuid)>, DbErr> {
        for (kind, table) in TABLES {
            let mut query = Query::select();
            query.column("id").from(table).and_where(Expr::col("reference").eq(reference.to_string()));
            if let Some(row) = self.0.reader().query_one(&query).await? {
                return Ok(Some((kind, row.try_get("", "id")?)));
            }
        }
        Ok(None)
    }

    async fn named(&self, subjects: &[Uuid]) -> Result<HashMap<Uuid, String>, DbErr> {
        let mut names = HashMap::new();
        for (_, table) in TABLES {
            let mut query = Query::select();
            query.column("id").column("reference").from(table);
            query.and_where(Expr::col("id").is_in(subjects.iter().copied()));
            for row in self.0.reader().query_all(&query).await? {
                let reference: String = row.try_get("", "reference")?;
                // What was erased has no reference any more.
                if !reference.starts_with("erased:") {
                    names.insert(row.try_get("", "id")?, reference);
                }
            }
        }
        Ok(names)
    }
}

#[async_trait]
impl Concerned for AllReferences {
    async fn tells_of(&self, complaint: Uuid, offices: &[String]) -> Result<bool, DbErr> {
        let mut query = Query::select();
        query.column("concerned").from("complaint").and_where(Expr::col("id").eq(complaint));
        let Some(row) = self.0.reader().query_one(&query).await? else { return Ok(false) };
        let concerned: Option<String> = row.try_get("", "concerned")?;
        Ok(concerned.is_some_and(|office| office == ANY_OFFICE || offices.contains(&office)))
    }
}

#[async_trait]
impl References for AllReferences {
    async fn find(&self, reference: Reference) -> Option<(SubjectKind, Uuid)> {
        self.found(reference).await.unwrap_or_else(|error| {
            tracing::error!(%error, "references cannot be looked up");
            None
        })
    }

    async fn names(&self, subjects: &[Uuid]) -> HashMap<Uuid, String> {
        if subjects.is_empty() {
            return HashMap::new();
        }
        self.named(subjects).await.unwrap_or_else(|error| {
            tracing::error!(%error, "references cannot be looked up");
            HashMap::new()
        })
    }
}
