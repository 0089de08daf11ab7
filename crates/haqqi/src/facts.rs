//! The facts of a complaint, for the referral room: read through the doors of the complaints and screening rooms.

use std::sync::Arc;

use async_trait::async_trait;
use haqqi_complaints::{Author, facts_for_referral};
use haqqi_kernel::{Actor, CommitError, Scope};
use haqqi_referral::{CaseFacts, Facts, TextFact, WhichCase};
use haqqi_screening::{ScreeningDesk, open_assessment};

/// Reads the facts of a case.
pub(crate) struct FactsOfComplaint {
    pub screening: Arc<ScreeningDesk>,
}

#[async_trait]
impl CaseFacts for FactsOfComplaint {
    async fn facts(&self, actor: &Actor, scope: &Scope, which: WhichCase) -> Result<Facts, CommitError> {
        let house = &self.screening.site.house;
        let known = facts_for_referral(house, actor, scope, which.complaint).await?;
        let found = open_assessment(&self.screening, actor, which.flag, "hand-over")
            .await
            .map_err(|error| CommitError::Db(error.to_string()))?;
        let mut indicators = found.certain;
        for indicator in found.suggested {
            if !indicators.contains(&indicator) {
                indicators.push(indicator);
            }
        }
        Ok(Facts {
            name: known.worker.name,
            reach_channel: known.contact.channel.code().to_owned(),
            reach_hers_alone: known.contact.is_hers_alone(),
            reach_address: known.contact.address,
            reach_when: known.contact.when,
            reach_never_call: known.contact.never_call,
            reach_no_message: known.contact.no_message,
            reach_safe_word: known.contact.safe_word,
            age: known.worker.age.code().to_owned(),
            filed_by: Some(known.summary.filed_by).filter(|filer| filer != "self"),
            filer_has_interest: known.summary.filer_has_interest,
            language: known.summary.language,
            interpreter_sex: known.summary.interpreter_sex,
            place: known.employer.place,
            governorate: known.employer.governorate,
            employer: known.employer.name,
            indicators,
            texts: known
                .texts
                .into_iter()
                .map(|text| TextFact {
                    id: text.id,
                    by_filer: text.author != Author::Worker,
                    language: text.language,
                    body: text.body,
                    translation: text.translation,
                })
                .collect(),
        })
    }
}
