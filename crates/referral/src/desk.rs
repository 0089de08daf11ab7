//! What the room works with, and the trait by which the facts of a complaint come up to it.

use std::sync::Arc;

use async_trait::async_trait;
use haqqi_kernel::{Actor, CommitError, Reference, Scope};
use haqqi_pack::Pack;
use haqqi_web::Site;
use haqqi_worklist::Clocks;
use uuid::Uuid;

/// A text that she told, or that was told for her.
#[derive(Debug, Clone)]
pub struct TextFact {
    /// Which.
    pub id: Uuid,
    /// Its language.
    pub language: String,
    /// Who filed for her told it, not she.
    pub by_filer: bool,
    /// The words.
    pub body: String,
    /// A translation that a person made: language and words.
    pub translation: Option<(String, String)>,
}

/// What is known of the worker and may be shared, item by item.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// A name, any name, or none.
    pub name: String,
    /// By what she can be reached: `phone`, `email`, `none`.
    pub reach_channel: String,
    /// Number or address.
    pub reach_address: String,
    /// When it is safe, in her words.
    pub reach_when: String,
    /// Whether phone or mailbox is hers alone.
    pub reach_hers_alone: bool,
    /// Never to be called.
    pub reach_never_call: bool,
    /// No message is left or sent.
    pub reach_no_message: bool,
    /// What whoever calls says first.
    pub reach_safe_word: String,
    /// `adult`, `child`, `unknown`.
    pub age: String,
    /// Her language.
    pub language: String,
    /// The sex of the interpreter she asks for.
    pub interpreter_sex: Option<String>,
    /// Where she works, in her words.
    pub place: String,
    /// The governorate's code in the pack.
    pub governorate: Option<String>,
    /// The employer's name as she tells it.
    pub employer: String,
    /// Indicators present: certain, or suggested by her words.
    pub indicators: Vec<String>,
    /// Who filed for her, a code of the pack; none: she herself.
    pub filed_by: Option<String>,
    /// Whether who filed gains from how it ends.
    pub filer_has_interest: bool,
    /// Her texts, oldest first.
    pub texts: Vec<TextFact>,
}

/// Whose facts.
#[derive(Debug, Clone, Copy)]
pub struct WhichCase {
    /// The complaint.
    pub complaint: Uuid,
    /// The flag.
    pub flag: Reference,
}

/// Reads the facts of a case, audited with the purpose `hand-over`. The scope shows that the judge let this actor work
/// on the case.
#[async_trait]
pub trait CaseFacts: Send + Sync {
    /// The facts.
    async fn facts(&self, actor: &Actor, scope: &Scope, which: WhichCase) -> Result<Facts, CommitError>;
}

/// What the room works with.
#[derive(Clone)]
pub struct ReferralDesk {
    /// The site.
    pub site: Site,
    /// The clocks.
    pub clocks: Clocks,
    /// Where the facts are.
    pub facts: Arc<dyn CaseFacts>,
}

impl ReferralDesk {
    pub(crate) fn pack(&self) -> &Pack {
        &self.site.pack
    }
}

impl axum::extract::FromRef<ReferralDesk> for Site {
    fn from_ref(desk: &ReferralDesk) -> Self {
        desk.site.clone()
    }
}
