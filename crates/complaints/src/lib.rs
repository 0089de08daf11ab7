//! The worker's side: filing a complaint, the receipt, coming back, messages both ways. And the doors through which
//! the officer's side reaches her words: always for a purpose, always audited.

mod ask;
mod attempts;
mod call_back;
mod call_interpreter;
mod change_contact;
mod check;
mod check_words;
mod claims;
mod claims_of;
mod come_back;
mod contact_waits;
mod credential;
mod days;
mod desk;
mod entity;
mod erase;
mod evidence;
mod ex_officio;
mod facts;
mod feedback;
mod file;
mod group;
mod group_code;
mod her_clock;
mod here;
mod http;
mod inbound;
mod inspector;
mod intake;
mod keep;
mod kinds;
mod leave;
mod look_up;
mod model;
mod next;
mod office;
mod open;
mod receipt_again;
mod remind;
mod reopen;
mod sight;
mod stands;
mod store;
mod stored;
mod tell;
mod text_draft;
mod text_trouble;
mod together;
mod traces;
mod upload;
mod visits;
mod wording;
mod words;
mod work;
mod write_back;

pub use ask::{AskError, AskKind, Asked, ask_to_withdraw, asked, decide_ask, object, until};
pub use attempts::{Attempts, Wait, try_to_enter};
pub use call_back::{
    AskCallBack, CallBackError, CallOutcome, OpenedCall, ask_call_back, finish_call_back, open_call_back,
};
pub use call_interpreter::{
    ASSIGN_CALL, CALL_DAYS, CallToInterpret, CallWanted, Joint, arrange_call, call_for_interpreter,
    call_wanted, look_for_interpreter, want_interpreter,
};
pub use change_contact::{ContactError, change_contact};
pub use check::{FieldProblem, check, check_filer, check_spoken};
pub use check_words::{NewCode, SaidWords, WordsError, check_words};
pub use claims::{NoAmount, WageClaim, amount as read_amount, missing_in_all, month_of};
pub use claims_of::claims_for_staff;
pub use come_back::{
    Entered, FilerView, ReturnError, ShownMessage, WorkerView, enter, enter_again, filer_view, worker_view,
};
pub use contact_waits::{SettleError, WaitingContact, settle_contact, waiting_contact};
pub use credential::{code_shown_to, worker_has_code};
pub use days::{
    DaysError, HerClock, Learnt, REMIND, ToldDays, clocks_of, days_asked, days_for_staff, days_of_worker,
    days_version, her_clocks, last_day, last_of_month, learn_days, note_days, tell_days,
};
pub use desk::Desk;
pub use erase::{
    ByRule, Erasable, Leavings, Over, Tombstone, erasable_by_reference, erasable_of, erase_complaint,
    erase_old_calls, erase_old_drafts, erased, guard, guard_establishment, has_open_ask, over_by_office,
    over_since, sweep_complaint, tombstones,
};
pub use evidence::{
    CHECK_EVIDENCE, EvidenceError, EvidenceRules, Format, Given, Piece, Ready, Received, Receiving, Refusal,
    SHOW_EVIDENCE, ScannerState, Sort, TakeError, Which, add_evidence, add_evidence_as_filer,
    add_evidence_as_staff, add_evidence_to_filed, assess_heard, can_play, check_evidence, evidence_for_staff,
    evidence_for_worker, look_at_scanner, room_for_filed, room_for_filer, room_for_staff, room_for_worker,
    say, say_filed, show_evidence, sweep_files, voice_for_interpreter, worker_evidence,
};
pub use ex_officio::{
    ExOfficio, OpenedExOfficio, SeeMoreError, age_seen, complaint_of_visit, note_visit, open_ex_officio,
    see_more, weigh_unfiled,
};
pub use facts::{KnownFacts, ToldText, facts_for_referral};
pub use feedback::{HowItWent, has_said, say_how_it_went};
pub use file::{FileComplaint, FileError, Filed, file};
pub use group::{
    FileGroup, FiledGroup, FilerReceipt, GroupError, GroupWorker, check_group, file_for_workers, file_with_me,
};
pub use her_clock::{WARN, end_warning, is_her_clock, waiting_clock, warn};
pub use here::Here;
pub use http::{
    ANY_SORT, AskedDay, PieceAnswer, Taken, api, asked_days, day_field, evidence_problem, file_size, pages,
    read_days, refuse_whole, say_refused, take_files, upload_api, uploads, which_file,
};
pub use http::{Doors, hooks, text_pages};
pub use inbound::{Carrier, Inbound, InboundError, TakenText, take_inbound};
pub use inspector::{inspector_answer, is_inspector};
pub use intake::{
    AnswerBy, IntakeError, IntakeWords, Interpreted, OpenedIntake, TakeIntake, TakenDown, Way, check_intake,
    take_intake,
};
pub use keep::{KeepError, keep_words, send_note};
pub use leave::{LeaveError, LeavingNotice, tell_leaving};
pub use look_up::{LookUp, Searches, Standing, held_by, look_up, standing};
pub use model::{
    Age, Author, Channel, Confidentiality, Contact, Employer, LONGEST_FIELD, LONGEST_TEXT, State, TextKind,
    Whose, Worker,
};
pub use next::{Next, Step, what_happens_next};
pub use open::{OpenedComplaint, OpenedText, ReadError, Summary, list, open, summary, summary_of};
pub use receipt_again::{ReceiptAgain, receipt_again};
pub use remind::remind;
pub use reopen::reopen;
pub use sight::{
    FiledList, FiledMore, FiledRow, SIGHT_DAYS, Sight, SightError, decide_sight, filed_list, note_sight,
    sight_of,
};
pub use stands::Stands;
pub use stored::{Stored, StoredText, many_open_behind, open_behind, stored};
pub use tell::{CODE_RENEWED, Tidings, tell_code_renewed, tell_news};
pub use text_draft::{
    Aside, CompleteDraft, Completed, DraftError, OpenedDraft, complete_draft, open_draft, set_aside,
};
pub use text_trouble::{TroubleError, see_to_trouble, text_trouble};
pub use together::{TogetherError, put_together, related};
pub use traces::{
    Alike, LOOK_ALIKE, Named, alike, around_places, around_workplaces, at_establishment, forget_traces,
    look_again, mark_traces, mark_workplace, note_cluster, summaries_of, with_employer_told, with_phone,
    workplaces_of,
};
pub use upload::{
    BeginUpload, Broke, Coming, Progress, SMALLEST_PIECE, TakenUpload, UploadError, UploadOwner, UploadState,
    UploadToken, begin_upload, drop_upload, forget_taken, put_piece, sweep_uploads, take_upload,
    upload_progress,
};
pub use visits::{
    LinkedVisit, Source, Told, VisitLink, link_of_request, link_visit, linked_visits, note_told,
};
pub use wording::{OpenedWording, TellWording, WordingError, open_wording, settle_wording, tell_wording};
pub use words::ComplaintWords;
pub use work::{
    InterpreterWish, NewText, OneText, acknowledge_row, add_note, add_text, assess_row, assign_row,
    child_row, close_row, interpreter_wish, is_translated, item_of, last_closing, link_establishment,
    one_text, open_next, quiet_row, renew_worker_code, reopen_row, send_answer, set_state,
    translation_wanted, urgent_row,
};
pub use write_back::write_back;

/// The job that finds an interpreter for a text.
pub const ASSIGN_TRANSLATION: &str = "translation.assign";

/// The job that has what is agreed followed again, for a complaint was opened again. Payload: `{"complaint": id}`.
pub const REOPENED: &str = "complaint.reopened";

/// The job that finds a person to read a new complaint, or another where the one who has it has a tie to the workplace.
pub const ROUTE: &str = "complaint.route";
