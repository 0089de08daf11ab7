//! Look closer is no flag: what words suggest, and nobody has asked yet, adds questions to the next talk with the worker, on
//! that talk's own clock (`safeguards.md` 9).

use haqqi_complaints::{Desk, Summary};
use haqqi_screening::engine::ASK_AGE;

use crate::whole::{Whole, WholeError};

/// What is to be asked for one of ILO's indicators, or for the age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToAsk {
    /// The indicator; nothing where the age is asked.
    pub indicator: Option<String>,
    /// Fluent ids of the worker's texts.
    pub questions: Vec<String>,
}

/// What the next talk asks: of each indicator that cannot be excluded and that nobody made certain, and of the age where that
/// comes next. Nothing where nothing asks to look closer. The words are opened by a rule of the house; no person reads them by that.
///
/// # Errors
/// [`WholeError`].
pub async fn to_ask(desk: &Desk, complaint: &Summary) -> Result<Vec<ToAsk>, WholeError> {
    let found = Whole::of(desk, complaint).await?.weighed(desk);
    if found.level.is_none() {
        return Ok(Vec::new());
    }
    let today = desk.screening.today();
    let screener = &desk.screening.screener;
    let mut all = Vec::new();
    if found.next_question.as_deref() == Some("age") {
        all.push(ToAsk { indicator: None, questions: vec![ASK_AGE.to_owned()] });
    }
    for name in screener.list(today) {
        if found.not_excluded.iter().any(|own| own == name) {
            let questions = screener.questions_about(name, today).into_iter().map(str::to_owned).collect();
            all.push(ToAsk { indicator: Some(name.to_owned()), questions });
        }
    }
    Ok(all)
}
