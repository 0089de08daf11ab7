//! The officer's side: the queue as the first page of the day, a complaint's record, the acknowledgement within the
//! promised time, messages, translations, the outcome.

mod acknowledge;
mod assess;
mod assign;
mod close;
mod entity;
mod give_back;
mod give_code;
mod hand_over;
mod her_clock;
mod http;
mod late;
mod link;
mod message;
mod notices;
mod objection;
mod quiet;
mod request_visit;
mod retaliation;
mod roster;
mod same;
mod search;
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
pub use give_back::{BackError, BackReason, give_text_back};
pub use give_code::{GiveError, Met, give_code};
pub use hand_over::{HandOverError, HandedOver, hand_over};
pub use her_clock::{ClockAnswer, ClockError, settle_clock};
pub use http::{api, pages, upload_api, uploads, visit_api, visit_pages};
pub use late::{LateError, say_why_late};
pub use link::{LinkError, Workplace, link, suggest};
pub use message::{MessageError, message};
pub use notices::{MailWayError, choose_mail, mail_staff, tell_staff};
pub use objection::{ObjectionAnswer, decide_objection, may_decide_objection};
pub use quiet::{QuietError, quiet};
pub use request_visit::{
    RequestVisit, RequestVisitError, RequestedVisit, VisitDesk, is_small_office, request_visit,
    requested_visits, seen_result, visit_case,
};
pub use retaliation::{
    CheckIn, CheckInAnswer, CheckInError, check_in, check_ins, looked_into, note_employer_contact,
    plan_check_ins, suspected,
};
pub use roster::{Roster, RosterError, put_on_duty, roster, take_off_duty};
pub use same::{
    AlikeRow, Beside, KnownBy, PairAnswer, PairError, PairState, beside, decide_pair, look_alike,
};
pub use search::{Asked, How, SearchError, SearchFound, search};
pub use settlement::{
    SettlementError, Terms, Waiting, decide_settlement, may_decide_settlement, waiting_settlement,
};
pub use timeline::{Happened, timeline};
pub use translate::{ToTranslate, TranslateError, to_translate, translate, voice_to_translate};
pub use visit_news::visit_news;
pub use wages::{Saved, WagesError, WagesOf, save_wages, try_wages, wages_of};
pub use withdrawal::{DecideError, WithdrawalCheck, decide_withdrawal};
