//! What the room works with, and the two traits by which news goes up: opening a referral case, reading her words.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use haqqi_kernel::{Actor, CommitError, Reference, Uow};
use haqqi_pack::Pack;
use haqqi_web::Site;
use haqqi_worklist::Clocks;
use sea_orm::DbErr;
use uuid::Uuid;

use crate::engine::{Audience, Level, Question, Screener};

/// A flag whose merits were decided: escalate.
#[derive(Debug, Clone)]
pub struct EscalatedFlag {
    /// The flag.
    pub flag: Uuid,
    /// Its reference.
    pub reference: Reference,
    /// The complaint.
    pub complaint: Uuid,
    /// The complaint's reference.
    pub complaint_reference: Reference,
    /// Its level.
    pub level: Level,
    /// The office.
    pub office: Option<String>,
    /// Adult, child, unknown.
    pub age: String,
    /// Language of her words.
    pub language: String,
}

/// Opens a referral case in the same unit. Nothing leaves the house by that alone.
#[async_trait]
pub trait Escalation: Send + Sync {
    /// Opens the case.
    async fn open_case(&self, unit: &mut Uow, flag: &EscalatedFlag) -> Result<(), CommitError>;

    /// The case that a flag opened, and when: all that the flag's page tells of it.
    async fn case_of(&self, flag: Uuid) -> Result<Option<(Reference, DateTime<Utc>)>, DbErr>;
}

/// For a house without a referral room: tests of this room alone.
pub struct NoEscalation;

#[async_trait]
impl Escalation for NoEscalation {
    async fn open_case(&self, _unit: &mut Uow, _flag: &EscalatedFlag) -> Result<(), CommitError> {
        Ok(())
    }

    async fn case_of(&self, _flag: Uuid) -> Result<Option<(Reference, DateTime<Utc>)>, DbErr> {
        Ok(None)
    }
}

/// Her words as a flag's page shows them.
#[derive(Debug, Clone)]
pub struct ToldWords {
    /// Which text.
    pub text: Uuid,
    /// Who filed for her told it, not she.
    pub by_filer: bool,
    /// Its language.
    pub language: String,
    /// The words.
    pub body: String,
    /// A translation that a person made: language and words.
    pub translation: Option<(String, String)>,
}

/// Reads the words of a complaint, audited.
#[async_trait]
pub trait Words: Send + Sync {
    /// What she told, first the narrative.
    async fn words(&self, actor: &Actor, complaint: Uuid) -> Result<Vec<ToldWords>, CommitError>;

    /// The nationality that she told, if she told one, to be counted and not kept: an entry of the audit.
    async fn nationality(&self, _actor: &Actor, _complaint: Uuid) -> Result<Option<String>, CommitError> {
        Ok(None)
    }

    /// How many complaints of its office tell of the same workplace, where several do.
    async fn cluster(&self, _complaint: Uuid) -> Result<Option<i32>, DbErr> {
        Ok(None)
    }
}

/// What the room works with.
#[derive(Clone)]
pub struct ScreeningDesk {
    /// The site.
    pub site: Site,
    /// The instruments and lexicons.
    pub screener: Arc<Screener>,
    /// The clocks.
    pub clocks: Clocks,
    /// Where an escalated flag goes.
    pub escalation: Arc<dyn Escalation>,
    /// Where her words are.
    pub words: Arc<dyn Words>,
}

impl ScreeningDesk {
    /// Whether a question of this id is asked of workers.
    #[must_use]
    pub fn asks(&self, id: &str) -> bool {
        self.screener.asks(id)
    }

    /// The day in the pack's zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.site.house.now().with_timezone(&self.pack().zone()).date_naive()
    }

    /// The questions about her safety that a worker is asked today, in order.
    #[must_use]
    pub fn questions(&self) -> Vec<&Question> {
        self.screener.questions(self.today(), Audience::Worker)
    }

    pub(crate) fn pack(&self) -> &Pack {
        &self.site.pack
    }
}

impl axum::extract::FromRef<ScreeningDesk> for Site {
    fn from_ref(desk: &ScreeningDesk) -> Self {
        desk.site.clone()
    }
}
