//! The officer's side: the queue as the first page of the day, a complaint's record, the acknowledgement within the
//! promised time, messages, translations, the outcome.

mod acknowledge;
mod assess;
mod assign;
mod audited;
mod bars;
mod call_interpreter;
mod calls;
mod child;
mod close;
mod closing;
mod clusters;
mod comes_back;
mod danger;
mod domestic;
mod entity;
mod erase;
mod give_back;
mod give_code;
mod hand_on;
mod hand_over;
mod her_clock;
mod http;
mod indicators;
mod joint;
mod late;
mod link;
mod looked;
mod mark;
mod may_close;
mod mediation;
mod message;
mod notices;
mod objection;
mod open_again;
mod papers;
mod pay;
mod quiet;
mod read_anew;
mod request_visit;
mod rescreen;
mod retaliation;
mod reveal;
mod roster;
mod route;
mod same;
mod search;
mod timeline;
mod to_ask;
mod translate;
mod visit_news;
mod wages;
mod whole;
mod withdrawal;

pub use acknowledge::{AcknowledgeError, Acknowledged, acknowledge};
pub use assess::{AssessError, assess};
pub use assign::assign_translation;
pub use audited::to_read;
pub use bars::{Bar, bars};
pub use call_interpreter::{assign_call, call_to_interpret, give_call_back, interpreter_of_call};
pub use calls::{
    Attempt, CallError, Interpreter, NewAttempt, Person, Private, Talk, Tried, Way, attempts, note_attempt,
    note_talk, understood,
};
pub use child::{may_be_child, tell_child_lead};
pub use close::{CloseComplaint, CloseError, Closing, Settled, Transfer, close};
pub use closing::{
    Content, SettlementError, Terms, Waiting, complete_closing, decide_settlement, may_decide_settlement,
    take_back_closing, waiting_settlement,
};
pub use clusters::{Around, Cluster, ClusterError, OpenedCluster, clusters, open_cluster};
pub use comes_back::ComesBack;
pub use domestic::{InHome, InHomes, Turn, in_homes};
pub use erase::{erase_casework, is_under_way};
pub use give_back::{BackError, BackReason, give_text_back};
pub use give_code::{GiveError, give_another_code, give_code};
pub use hand_on::hand_on;
pub use hand_over::{HandOverError, HandedOver, hand_over};
pub use haqqi_screening::READ_ANEW;
pub use her_clock::{ClockAnswer, ClockError, settle_clock};
pub use http::{api, found, pages, problem, reference, upload_api, uploads, visit_api, visit_pages};
pub use indicators::{IndicatorError, Indicators, Saying, indicators, say_indicators};
pub use joint::{JointError, JointRequest, ask_joint, decide_joint, joint_request};
pub use late::{LateError, say_why_late};
pub use link::{LinkError, Workplace, link, suggest};
pub use looked::{Looked, LookedError, also_here, still_here, who_looked};
pub use mark::mark;
pub use mediation::{
    Came, HeldSession, MediationError, Party, PlanSession, Session, SessionState, hold_session, mediators,
    note_kept, plan_session, sessions, sessions_to_hold,
};
pub use message::{MessageError, message};
pub use notices::{MailWayError, choose_mail, mail_staff, seek_somebody, tell_roster_gap, tell_staff};
pub use objection::{ObjectionAnswer, decide_objection, may_decide_objection};
pub use open_again::{OpenAgainError, open_again, opened_again};
pub use papers::{NewPaper, PAPERS, Paper, PaperError, note_paper, papers};
pub use pay::{
    Evidence, Instalment, NewInstalment, PayError, PayState, Recovered, Seen, agree_pay, instalments,
    recovered, see_pay,
};
pub use quiet::quiet;
pub use read_anew::{AT_ONCE as READ_AT_ONCE, read_anew, watch_rules};
pub use request_visit::{
    RequestVisit, RequestVisitError, RequestedVisit, VisitDesk, is_small_office, request_visit,
    requested_visits, seen_result, visit_case,
};
pub use rescreen::{RescreenError, asked_again, rescreen, subject};
pub use retaliation::{
    CheckIn, CheckInAnswer, CheckInError, check_in, check_ins, looked_into, note_employer_contact,
    plan_check_ins, suspected, workplace_visited,
};
pub use reveal::{PURPOSES, RevealError, masked, reveal};
pub use roster::{Roster, RosterError, for_roster, put_on_duty, roster, take_off_duty, tidy_roster};
pub use route::{part_from, part_from_deputy, route};
pub use same::{
    AlikeRow, Beside, KnownBy, PairAnswer, PairError, PairState, beside, decide_pair, look_alike,
};
pub use search::{Asked, How, SearchError, SearchFound, search};
pub use timeline::{Happened, timeline};
pub use to_ask::{ToAsk, to_ask};
pub use translate::{ToTranslate, TranslateError, to_translate, translate, voice_to_translate};
pub use visit_news::visit_news;
pub use wages::{Saved, WagesError, WagesOf, save_wages, try_wages, wages_of};
pub use whole::WholeError;
pub use withdrawal::{DecideError, WithdrawalCheck, decide_withdrawal};
