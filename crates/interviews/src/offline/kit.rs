//! What a tablet needs of one language to ask without a line. It is the same for anybody, and tells of nobody.

use haqqi_casework::VisitDesk;
use haqqi_screening::engine::ASK_AGE;
use haqqi_web::Page;
use serde::Serialize;

use crate::interview::{AGE, ConsentItem, InterviewState, WhyStopped};
use crate::words::{HerWords, months, over_id, words_id};

/// A question, in words.
#[derive(Debug, Clone, Serialize)]
pub struct KitQuestion {
    /// What an answer belongs to: an item of consent, `age`, or an indicator.
    pub id: String,
    /// What she reads or hears.
    pub words: String,
    /// Where somebody speaks it; empty where nobody has recorded it.
    pub recording: String,
    /// A yes means danger by itself.
    pub urgent: bool,
    /// There is no interview without a yes.
    pub needed: bool,
}

/// Everything in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Kit {
    /// BCP 47 tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The seven items of consent, in order.
    pub consents: Vec<KitQuestion>,
    /// Whether she is 18, then the questions of the main instrument, the same for everybody.
    pub questions: Vec<KitQuestion>,
    /// The words on what may be tapped, and of the ends, by name.
    pub words: HerWords,
}

/// The kit of a language in which the page is.
#[must_use]
pub fn kit(desk: &VisitDesk, page: &Page) -> Kit {
    let say = |id: &str, of: &str, urgent: bool, needed: bool| {
        let id = words_id(true, id);
        let words =
            if of == ConsentItem::Kept.code() { page.tn(&id, "months", months(desk)) } else { page.t(&id) };
        let recording = page.recording(&id).unwrap_or_default();
        KitQuestion { id: of.to_owned(), words, recording, urgent, needed }
    };
    let consents = ConsentItem::ALL.map(|item| {
        let id = format!("interviews-hers-consent-{}", item.code());
        say(&id, item.code(), false, item.is_needed())
    });
    let complaints = &desk.complaints;
    let asked = complaints.screening.screener.interview(complaints.screening.today());
    let mut questions = vec![say(ASK_AGE, AGE, false, false)];
    questions.extend(asked.into_iter().map(|one| say(one.ask, one.id, one.urgent, false)));
    let over = |state, why| page.t(&words_id(true, over_id(state, why, false)));
    Kit {
        language: page.tag().to_owned(),
        dir: page.dir().to_owned(),
        consents: consents.to_vec(),
        questions,
        words: HerWords {
            title: page.attribute("interviews-hers-title"),
            yes: page.t("common-yes"),
            no: page.t("common-no"),
            skip: page.t("interviews-hers-skip"),
            stop: page.t("interviews-hers-stop"),
            hide: page.t("interviews-hers-hide"),
            stopped: page.t("interviews-hers-stopped"),
            destroy: page.t("interviews-hers-destroy"),
            keep: page.t("interviews-hers-keep"),
            back: page.t("interviews-hers-back"),
            listen: page.t("common-listen"),
            by_recording: page.t("interviews-hers-by-recording"),
            by_device: page.t("interviews-hers-by-device"),
            by_person: page.t("interviews-hers-by-person"),
            ended: over(InterviewState::Ended, None),
            declined: over(InterviewState::Declined, None),
            destroyed: over(InterviewState::Stopped, Some(WhyStopped::Hers)),
            kept: page.t("interviews-hers-over-kept"),
            danger: over(InterviewState::Stopped, Some(WhyStopped::Danger)),
            child: over(InterviewState::Stopped, Some(WhyStopped::Child)),
            danger_call: page.t1("common-danger-call", "number", page.danger_number()),
            danger_number: page.danger_number(),
            yourself: page.t1(
                "interviews-hers-visit-yourself",
                "address",
                &complaints.site.settings.base_url,
            ),
            numbers: page.help_numbers(),
        },
    }
}
