//! The officer's side: the queue as the first page of the day, a complaint's record, the acknowledgement within the
//! promised time, messages, translations, the outcome.

mod acknowledge;
mod assess;
mod assign;
mod close;
mod entity;
mod give_code;
mod her_clock;
mod http;
mod link;
mod message;
mod objection;
mod quiet;
mod request_visit;
mod roster;
mod settlement;
mod timeline;
mod translate;
mod visit_news;
mod wages;
mod withdrawal;

pub use acknowledge::{AcknowledgeError, Acknowledged, acknowledge};
pub use assess::{AssessError, assess};
pub use assign::assign_translation;
pub use close::{CloseError, Closing, Settled, close, close_settled};
pub use give_code::{GiveError, Met, give_code};
pub use her_clock::{ClockAnswer, ClockError, settle_clock};
pub use http::{api, pages, upload_api, uploads, visit_api, visit_pages};
pub use link::{LinkError, Workplace, link, suggest};
pub use message::{MessageError, message};
pub use objection::{ObjectionAnswer, decide_objection, may_decide_objection};
pub use quiet::quiet;
pub use request_visit::{
    RequestVisit, RequestVisitError, RequestedVisit, VisitDesk, is_small_office, request_visit,
    requested_visits, seen_result, visit_case,
};
pub use roster::{Roster, RosterError, put_on_duty, roster, take_off_duty};
pub use settlement::{
    SettlementError, Terms, Waiting, decide_settlement, may_decide_settlement, waiting_settlement,
};
pub use timeline::{Happened, timeline};
pub use translate::{ToTranslate, TranslateError, to_translate, translate, voice_to_translate};
pub use visit_news::visit_news;
pub use wages::{Saved, WagesError, WagesOf, save_wages, try_wages, wages_of};
pub use withdrawal::{DecideError, WithdrawalCheck, decide_withdrawal};
