//! What the room works with.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use haqqi_documents::Press;
use haqqi_kernel::{Reference, Role, SubjectKind, Uow, idempotency::UnderWay};
use haqqi_screening::ScreeningDesk;
use haqqi_web::Site;
use haqqi_worklist::{
    About, Clocks, Cover, ItemKind, NewDeadline, NewItem, Promise, UnknownClock, Urgency, cover, open_item,
    promise, set_deadline,
};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::evidence::EvidenceRules;

/// Site, screening, the press, and the requests that are under way.
#[derive(Clone)]
pub struct Desk {
    /// The site.
    pub site: Site,
    /// The screening room.
    pub screening: Arc<ScreeningDesk>,
    /// Prints the receipt.
    pub press: Press,
    /// Filings under way in this process.
    pub under_way: UnderWay,
    /// What is taken of files.
    pub evidence: Arc<EvidenceRules>,
    /// Whether the house has a way out for text messages.
    pub texts: bool,
    /// Wrong codes that were tried at this process.
    pub attempts: crate::Attempts,
    /// How often accounts searched at this process.
    pub searches: crate::Searches,
    /// Who has which record open.
    pub here: crate::Here,
}

impl axum::extract::FromRef<Desk> for Site {
    fn from_ref(desk: &Desk) -> Self {
        desk.site.clone()
    }
}

/// A text that somebody must translate before the office can read it.
pub(crate) struct TranslationNeeded<'a> {
    pub complaint: Uuid,
    pub reference: Reference,
    pub text: Uuid,
    pub language: &'a str,
    pub office: Option<&'a str>,
    pub urgent: bool,
}

impl Desk {
    /// A desk.
    #[must_use]
    pub fn new(site: Site, screening: Arc<ScreeningDesk>, press: Press) -> Self {
        Self {
            site,
            screening,
            press,
            under_way: UnderWay::default(),
            evidence: Arc::default(),
            texts: false,
            attempts: crate::Attempts::default(),
            searches: crate::Searches::default(),
            here: crate::Here::default(),
        }
    }

    /// The desk with other rules about files.
    #[must_use]
    pub fn with_evidence(mut self, rules: EvidenceRules) -> Self {
        self.evidence = Arc::new(rules);
        self
    }

    /// The desk of a house that has a way out for text messages.
    #[must_use]
    pub fn with_texts(mut self, texts: bool) -> Self {
        self.texts = texts;
        self
    }

    /// The clocks.
    #[must_use]
    pub fn clocks(&self) -> &Clocks {
        &self.screening.clocks
    }

    /// What may truthfully be promised of words that came at `began`, to be read before `due`, by this office.
    pub(crate) async fn promise(
        &self,
        office: Option<&str>,
        began: DateTime<Utc>,
        due: DateTime<Utc>,
    ) -> Result<Promise, DbErr> {
        promise(&self.site.house, self.clocks(), office, (began, due)).await
    }

    /// Who is on duty to read what comes now.
    pub(crate) async fn cover(&self) -> Result<Cover, DbErr> {
        cover(&self.site.house, self.site.house.now()).await
    }

    /// Opens the work of a translation, unless the text is in a language of the staff. The clock is the short one
    /// where somebody is in danger (`safeguards.md` 7).
    pub(crate) fn open_translation(
        &self,
        unit: &mut Uow,
        needed: &TranslationNeeded<'_>,
    ) -> Result<(), UnknownClock> {
        if self.site.pack.staff_languages().iter().any(|tag| tag == needed.language) {
            return Ok(());
        }
        self.translate(unit, needed)
    }

    /// Opens the work of a translation from or into this language.
    pub(crate) fn translate(
        &self,
        unit: &mut Uow,
        needed: &TranslationNeeded<'_>,
    ) -> Result<(), UnknownClock> {
        let code = if needed.urgent { "translation-danger" } else { "translation" };
        let clock = self.clocks().begin(code, unit.now(), needed.office)?;
        let item = open_item(
            unit,
            NewItem {
                office: needed.office.map(str::to_owned),
                role: Some(Role::Interpreter),
                urgency: if needed.urgent { Urgency::Danger } else { Urgency::Normal },
                language: Some(needed.language.to_owned()),
                ..NewItem::new(
                    ItemKind::Translation,
                    SubjectKind::Message,
                    needed.text,
                    About::Complaint(needed.complaint),
                    needed.reference,
                    clock.due_at,
                )
            },
        );
        let deadline = NewDeadline {
            subject_kind: SubjectKind::Message,
            subject: needed.text,
            item: Some(item),
            office: needed.office,
        };
        set_deadline(unit, &deadline, &clock);
        unit.job(
            haqqi_kernel::Job::new(
                crate::ASSIGN_TRANSLATION,
                serde_json::json!({ "text": needed.text, "language": needed.language }),
            )
            .key(format!("translation:{}", needed.text)),
        );
        Ok(())
    }
}
