//! Doing jobs: mails, text messages, interpreters to be found, the ladder of deadlines, the audit's sealer.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use haqqi_kernel::{Claimed, Done, JobFailure, JobStore, Lane, Sealer};
use haqqi_messaging::{
    Kannel, KannelSettings, MailDesk, MailLane, Outbound, SEND_JOB, SEND_TEXT_JOB, Smtp, SmtpSettings,
    TEXT_TROUBLE_JOB, TextDesk, Turn,
};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::compose::Rooms;
use crate::config::Config;
use crate::serve::{admin, asked_to_stop, plan};

/// How often the ladder is looked at and the audit sealed.
const BEAT: Duration = Duration::from_secs(2);
/// How long to rest when there is no job.
const REST: Duration = Duration::from_millis(300);
/// How long a claimed job is this worker's.
const LEASE: Duration = Duration::from_secs(60);
/// How often files that no row names are looked for.
const TIDY: Duration = Duration::from_secs(3600);
/// How often it is looked which feeds are due.
const FEEDS: Duration = Duration::from_secs(20);
/// Jobs claimed at once.
const AT_ONCE: u64 = 16;

/// The worker's tasks.
pub(crate) struct Worker {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

#[derive(Clone)]
struct Hands {
    rooms: Rooms,
    text: Option<TextDesk>,
}

/// What messages go out by; each may be absent.
#[derive(Default)]
pub(crate) struct WaysOut<'a> {
    /// Mail.
    pub mail: Option<&'a SmtpSettings>,
    /// Text messages.
    pub sms: Option<&'a KannelSettings>,
}

impl Hands {
    async fn do_job(&self, claimed: &Claimed) -> Done {
        match claimed.kind.as_str() {
            // Where there is a server, mails have a lane of their own.
            SEND_JOB => Err(JobFailure::Again("no mail server is configured".to_owned())),
            SEND_TEXT_JOB => match &self.text {
                Some(desk) => haqqi_messaging::send_text(desk, claimed).await,
                None => haqqi_messaging::send_nowhere(&self.rooms.site.house, claimed).await,
            },
            haqqi_complaints::ASSIGN_TRANSLATION => {
                haqqi_casework::assign_translation(&self.rooms.complaints, claimed).await
            }
            haqqi_complaints::ASSIGN_CALL => {
                haqqi_casework::assign_call(&self.rooms.complaints, claimed).await
            }
            haqqi_complaints::CODE_RENEWED => {
                haqqi_complaints::tell_code_renewed(&self.rooms.complaints, claimed).await
            }
            haqqi_complaints::REOPENED => haqqi_casework::opened_again(&self.rooms.complaints, claimed).await,
            haqqi_complaints::LOOK_ALIKE => haqqi_casework::look_alike(&self.rooms.complaints, claimed).await,
            haqqi_accounts::STANDS_IN => {
                haqqi_casework::part_from_deputy(&self.rooms.complaints, claimed).await
            }
            haqqi_accounts::TIE_DECLARED => {
                // Each room parts from what is its own, whether or not another is done.
                let complaints = haqqi_casework::part_from(&self.rooms.complaints, claimed).await;
                let referral = haqqi_referral::part_from(&self.rooms.referral, claimed).await;
                let visits = haqqi_inspections::part_from(&self.rooms.inspections, claimed).await;
                complaints.and(referral).and(visits)
            }
            haqqi_worklist::WORK_LEFT => {
                let complaints = haqqi_casework::hand_on(&self.rooms.complaints, claimed).await;
                let referral = haqqi_referral::hand_on(&self.rooms.referral, claimed).await;
                let visits = haqqi_inspections::hand_on(&self.rooms.inspections, claimed).await;
                complaints.and(referral).and(visits)
            }
            haqqi_worklist::SEEK => haqqi_casework::seek_somebody(&self.rooms.complaints, claimed).await,
            haqqi_complaints::ROUTE => haqqi_casework::route(&self.rooms.complaints, claimed).await,
            haqqi_complaints::REMIND => haqqi_complaints::remind(&self.rooms.complaints, claimed).await,
            haqqi_worklist::ROSTER_ALARM => {
                haqqi_casework::tell_roster_gap(&self.rooms.complaints, claimed).await
            }
            haqqi_worklist::TELL => haqqi_casework::tell_staff(&self.rooms.complaints, claimed).await,
            haqqi_worklist::MOVE_CLOCKS => {
                let desk = &self.rooms.complaints;
                haqqi_worklist::move_clocks(&desk.site.house, desk.clocks(), claimed).await
            }
            TEXT_TROUBLE_JOB => haqqi_complaints::text_trouble(&self.rooms.complaints, claimed).await,
            haqqi_complaints::WARN => haqqi_complaints::warn(&self.rooms.complaints, claimed).await,
            haqqi_inspections::ISSUE_REPORT => {
                haqqi_inspections::issue_report(&self.rooms.inspections, claimed).await
            }
            haqqi_complaints::CHECK_EVIDENCE => {
                haqqi_complaints::check_evidence(&self.rooms.complaints, claimed).await
            }
            haqqi_complaints::SHOW_EVIDENCE => {
                haqqi_complaints::show_evidence(&self.rooms.complaints, claimed).await
            }
            haqqi_screening::READ_ANEW => haqqi_casework::read_anew(&self.rooms.complaints, claimed).await,
            haqqi_retention::DAILY => haqqi_retention::daily(&self.rooms.retention, claimed).await,
            haqqi_retention::ERASE => haqqi_retention::run_batch(&self.rooms.retention, claimed).await,
            haqqi_retention::SETTLE => haqqi_retention::settle(&self.rooms.retention, claimed).await,
            haqqi_inspections::LOOK => haqqi_interviews::visit_seen(&self.rooms.visits(), claimed).await,
            haqqi_inspections::NEWS => haqqi_casework::visit_news(&self.rooms.visits(), claimed).await,
            haqqi_inspections::VISITED => {
                haqqi_casework::workplace_visited(&self.rooms.complaints, claimed).await
            }
            other => Err(JobFailure::Never(format!("nobody does jobs of kind {other}"))),
        }
    }
}

impl Worker {
    /// Starts the worker's tasks beside the server.
    pub(crate) fn start(rooms: &Rooms, ways: &WaysOut<'_>) -> anyhow::Result<Self> {
        let house = rooms.site.house.clone();
        let text = ways.sms.map(|settings| text_desk(rooms, settings)).transpose()?;
        let mail = match ways.mail {
            Some(settings) => {
                let smtp = Smtp::new(settings).map_err(|error| anyhow::anyhow!(error))?;
                let out: Arc<dyn Outbound> = Arc::new(smtp);
                let languages = Arc::clone(&rooms.site.languages);
                Some(MailLane::new(MailDesk { house: house.clone(), languages, out }, settings.per_minute))
            }
            None => None,
        };
        let (stop, stopped) = watch::channel(false);
        let hands = Hands { rooms: rooms.clone(), text };
        let lane = if mail.is_some() { Lane::Except(SEND_JOB) } else { Lane::All };
        let mut tasks = vec![
            tokio::spawn(jobs(hands, JobStore::new(house), lane, stopped.clone())),
            tokio::spawn(beat(rooms.complaints.clone(), stopped.clone())),
            tokio::spawn(tidy(rooms.visits(), stopped.clone())),
            tokio::spawn(feeds(rooms.patrol.clone(), stopped.clone())),
        ];
        tasks.extend(mail.map(|lane| tokio::spawn(mails(lane, stopped))));
        Ok(Self { stop, tasks })
    }

    /// Lets the tasks end what they do, seals the audit's tail, and stops.
    pub(crate) async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.tasks {
            let _ = task.await;
        }
    }
}

/// What sending text messages needs.
fn text_desk(rooms: &Rooms, settings: &KannelSettings) -> anyhow::Result<TextDesk> {
    let kannel = Kannel::new(settings).map_err(|error| anyhow::anyhow!(error))?;
    let site = &rooms.site;
    Ok(TextDesk {
        house: site.house.clone(),
        languages: Arc::clone(&site.languages),
        out: Arc::new(kannel),
        per_minute: settings.per_minute,
        zone: site.pack.zone(),
    })
}

/// Sends mails, and rests while their server is away.
async fn mails(lane: MailLane, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let rest = match lane.turn().await {
            Ok(Turn::Worked { failed, .. }) => {
                (0..failed).for_each(|_| crate::metrics::mail_failed());
                continue;
            }
            Ok(Turn::Rest(rest)) => rest.to_std().unwrap_or(REST),
            Err(error) => {
                tracing::error!(%error, "the lane of mails stands; it will be tried again");
                BEAT
            }
        };
        tokio::select! { () = tokio::time::sleep(rest) => {}, _ = stopped.changed() => {} }
    }
}

async fn jobs(hands: Hands, store: JobStore, lane: Lane, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let claimed = match store.claim_of(lane, AT_ONCE, LEASE).await {
            Ok(claimed) => claimed,
            Err(error) => {
                tracing::error!(%error, "jobs cannot be claimed");
                Vec::new()
            }
        };
        if claimed.is_empty() {
            tokio::select! { () = tokio::time::sleep(REST) => {}, _ = stopped.changed() => {} }
            continue;
        }
        for job in claimed {
            let done = hands.do_job(&job).await;
            if job.kind == SEND_TEXT_JOB && done.is_err() {
                crate::metrics::text_failed();
            }
            if let Err(JobFailure::Never(why)) = &done {
                tracing::error!(job.kind = %job.kind, %why, "a job is put aside");
            }
            if let Err(error) = store.finish(&job, done).await {
                tracing::error!(%error, "a job's end cannot be written; it will be tried again");
            }
        }
    }
}

async fn beat(desk: haqqi_complaints::Desk, mut stopped: watch::Receiver<bool>) {
    let house = desk.site.house.clone();
    let sealer = Sealer::new(house.clone());
    loop {
        loop {
            match haqqi_worklist::tick(&house).await {
                Ok(ticked) if ticked.more => {}
                Ok(_) => break,
                Err(error) => {
                    tracing::error!(%error, "the ladder cannot be climbed");
                    break;
                }
            }
        }
        loop {
            match sealer.seal().await {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "the audit cannot be sealed");
                    break;
                }
            }
        }
        if let Err(error) = haqqi_casework::tidy_roster(&house).await {
            tracing::error!(%error, "the roster cannot be kept true");
        }
        if let Err(error) = haqqi_worklist::watch_roster(&house).await {
            tracing::error!(%error, "the roster cannot be looked at");
        }
        if let Err(error) = haqqi_retention::watch(&house).await {
            tracing::error!(%error, "the day's work of keeping and erasing cannot be asked for");
        }
        if let Err(error) = haqqi_casework::mail_staff(&house).await {
            tracing::error!(%error, "what staff are told cannot be mailed");
        }
        if let Err(error) = haqqi_kernel::idempotency::sweep(&house).await {
            tracing::error!(%error, "kept answers cannot be swept");
        }
        if *stopped.borrow() {
            return;
        }
        tokio::select! { () = tokio::time::sleep(BEAT) => {}, _ = stopped.changed() => {} }
    }
}

/// Looks whether instruments or lexicons are others than the last time this process looked. A version that holds from a day on
/// is another one from that day; what another process has is its own to say.
async fn rules(desk: &haqqi_complaints::Desk, known: &mut Option<String>) {
    let stamp = desk.screening.screener.stamp(desk.screening.today());
    if known.as_ref() == Some(&stamp) {
        return;
    }
    match haqqi_casework::watch_rules(desk).await {
        Ok(began) => {
            if began {
                tracing::info!("instruments or lexicons are others: what is open is read anew");
            }
            *known = Some(stamp);
        }
        Err(error) => tracing::error!(%error, "what is open cannot be read anew"),
    }
}

/// Looks for files that no row names, and for other instruments or lexicons.
async fn tidy(visits: haqqi_casework::VisitDesk, mut stopped: watch::Receiver<bool>) {
    let mut known = None;
    while !*stopped.borrow() {
        rules(&visits.complaints, &mut known).await;
        match haqqi_complaints::sweep_uploads(&visits.complaints).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "files that did not come whole in time are removed"),
            Err(error) => tracing::error!(%error, "files that did not come whole cannot be removed"),
        }
        match haqqi_complaints::sweep_files(&visits.complaints).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "files that no row names are removed"),
            Err(error) => tracing::error!(%error, "files that no row names cannot be removed"),
        }
        match haqqi_interviews::sweep_interviews(&visits).await {
            Ok(0) => {}
            Ok(left) => {
                tracing::info!(left, "interviews that were left are ended, and what was answered is gone")
            }
            Err(error) => tracing::error!(%error, "interviews that were left cannot be ended"),
        }
        tokio::select! { () = tokio::time::sleep(TIDY) => {}, _ = stopped.changed() => {} }
    }
}

/// Fetches the feeds of the patrol that are due, apart from jobs: a site that does not answer holds up nobody.
async fn feeds(desk: haqqi_patrol::PatrolDesk, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let fetched = tokio::select! {
            fetched = haqqi_patrol::fetch_due(&desk) => fetched,
            _ = stopped.changed() => return,
        };
        if let Err(error) = fetched {
            tracing::error!(%error, "feeds cannot be fetched");
        }
        tokio::select! { () = tokio::time::sleep(FEEDS) => {}, _ = stopped.changed() => {} }
    }
}

/// `haqqi worker`.
pub(crate) async fn alone(config: Config) -> anyhow::Result<ExitCode> {
    let plan = plan(&config)?;
    let admin = admin(config.server.admin).await?;
    let rooms = Rooms::build(plan).await?;
    if let Some(admin) = admin {
        admin.serve(rooms.site.house.clone());
    }
    let worker = Worker::start(&rooms, &config.ways_out())?;
    asked_to_stop().await;
    worker.stop().await;
    Ok(ExitCode::SUCCESS)
}
