//! The rooms, put together: one house, one site, the desks, and the traits by which news goes up.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use async_trait::async_trait;
use axum::{Extension, Router};
use haqqi_accounts::{OnDuty, Provider, References};
use haqqi_casework::VisitDesk;
use haqqi_complaints::{ComplaintWords, Desk, Doors, EvidenceRules};
use haqqi_documents::Press;
use haqqi_establishments::EstablishmentDesk;
use haqqi_guide::Guide;
use haqqi_inspections::InspectionDesk;
use haqqi_interviews::AskedAtVisits;
use haqqi_kernel::{Clock, Db, DbSettings, Entropy, Files, House, HouseParts, Keys, Vault};
use haqqi_language::Languages;
use haqqi_migrations::{Migrator, MigratorTrait};
use haqqi_pack::{Audio, Pack};
use haqqi_patrol::{Fetcher, PatrolDesk};
use haqqi_referral::{CaseOpener, ReferralDesk};
use haqqi_retention::RetentionDesk;
use haqqi_screening::{Screener, ScreeningDesk};
use haqqi_web::{Settings, Site};
use haqqi_worklist::Clocks;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::config::PackChoice;
use crate::doors::{Gate, pass};
use crate::facts::FactsOfComplaint;
use crate::references::AllReferences;

/// What the house is built of.
pub(crate) struct Plan {
    pub database: DbSettings,
    /// The folder of sealed files.
    pub files: Files,
    /// The folder of recordings beside the pack's own.
    pub audio: PathBuf,
    pub keys: Keys,
    pub pack: PackChoice,
    pub settings: Settings,
    /// What is taken of files.
    pub evidence: EvidenceRules,
    /// Whether text messages can go out.
    pub texts: bool,
    /// After how many days the last backup that holds something is gone.
    pub backups_kept_days: Option<u16>,
    /// The secrets of whoever brings texts.
    pub doors: Doors,
    /// Another provider of sign-ins.
    pub provider: Option<Arc<Provider>>,
    /// Whether feeds may be fetched from networks that are not public.
    pub private_feeds: bool,
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
}

/// The rooms, ready.
#[derive(Clone)]
pub(crate) struct Rooms {
    pub site: Site,
    pub screening: Arc<ScreeningDesk>,
    pub complaints: Desk,
    /// The secrets of whoever brings texts.
    pub doors: Doors,
    /// Another provider of sign-ins.
    pub provider: Option<Arc<Provider>>,
    pub inspections: InspectionDesk,
    /// Prints papers; whoever starts a server warms it.
    pub press: Press,
    pub establishments: EstablishmentDesk,
    /// Referral cases.
    pub referral: ReferralDesk,
    /// How long things are kept.
    pub retention: RetentionDesk,
    /// The electronic patrol.
    pub patrol: PatrolDesk,
    /// Public pages.
    pub guide: Arc<Guide>,
}

/// What to look at when the database does not do what it should.
fn doubt(database: &DbSettings) -> String {
    match database {
        DbSettings::Sqlite { path } => format!(
            "look whether {} may be written and is a whole database; if it is damaged, stop and restore the backup",
            path.display()
        ),
        DbSettings::Postgres { .. } => {
            "look whether `database.url` is right and PostgreSQL answers".to_owned()
        }
    }
}

/// Loads a pack and the words that go with it.
pub(crate) fn load_pack(choice: &PackChoice) -> anyhow::Result<(Pack, Languages)> {
    let pack = match &choice.dir {
        Some(dir) => Pack::load(dir),
        None => Pack::embedded(&choice.name),
    }
    .map_err(|error| {
        let lines: Vec<String> = error.problems().iter().take(20).map(ToString::to_string).collect();
        anyhow!("the pack does not hold:\n{}", lines.join("\n"))
    })?;
    let words: Vec<(String, String, String)> =
        pack.messages().map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned())).collect();
    let offered: Vec<String> = pack
        .languages()
        .iter()
        .map(|language| {
            // The region of the known language is kept: it decides between a 24-hour clock and another.
            let formats =
                haqqi_language::known(&language.tag).map_or(language.tag.as_str(), |known| known.formats);
            format!("{formats}-u-nu-{}", language.digits)
        })
        .collect();
    let languages = Languages::new(words, &offered).context("the words cannot be loaded")?;
    Ok((pack, languages))
}

/// Who is on duty, asked of the roster.
struct Roster(House);

#[async_trait]
impl OnDuty for Roster {
    async fn on_duty(&self, staff: Uuid) -> bool {
        match haqqi_worklist::is_on_duty(&self.0, staff).await {
            Ok(on_duty) => on_duty,
            Err(error) => {
                tracing::error!(%error, "the roster cannot be read");
                false
            }
        }
    }

    async fn unseen(&self, staff: Uuid) -> u64 {
        haqqi_worklist::unseen(&self.0, staff).await.unwrap_or_else(|error| {
            tracing::error!(%error, "notices cannot be counted");
            0
        })
    }

    async fn wanted(&self) -> bool {
        haqqi_worklist::roster_alarm_stands(&self.0).await.unwrap_or_else(|error| {
            tracing::error!(%error, "the roster's alarm cannot be read");
            false
        })
    }
}

impl Rooms {
    /// Opens the database, brings its tables up, and puts the rooms together.
    pub(crate) async fn build(plan: Plan) -> anyhow::Result<Self> {
        let (pack, languages) = load_pack(&plan.pack)?;
        let recordings = Audio::load(&plan.audio).map_err(|error| anyhow!(error)).context("recordings")?;
        let pack = pack.with_audio(recordings);
        let screener = Screener::from_pack(&pack).context("the pack's instruments do not hold")?;
        let guide = Arc::new(Guide::from_pack(&pack).context("the pack's public pages do not hold")?);
        let db = Db::open(&plan.database).await.with_context(|| doubt(&plan.database))?;
        Migrator::up(db.chores(), None)
            .await
            .with_context(|| format!("the tables cannot be brought up; {}", doubt(&plan.database)))?;
        let house = House::new(HouseParts {
            db,
            files: plan.files,
            clock: plan.clock,
            entropy: plan.entropy,
            vault: Vault::new(plan.keys),
            pack_version: pack.stamp().to_owned(),
        });
        if !house.keys_fit().await.context("the database cannot be read")? {
            bail!(
                "the key file is not the one under which this database was sealed; \
                 put the right one back, for a new one cannot read what is there"
            );
        }
        let pack = Arc::new(pack);
        let clocks =
            Clocks::new(Arc::clone(&pack)).context("the pack leaves an office without working time")?;
        haqqi_worklist::refresh(&house, &clocks).await.context("the closed days cannot be read")?;
        let site = Site {
            house: house.clone(),
            pack,
            languages: Arc::new(languages),
            settings: Arc::new(plan.settings),
        };
        let screening = Arc::new(ScreeningDesk {
            site: site.clone(),
            screener: Arc::new(screener),
            clocks: clocks.clone(),
            escalation: Arc::new(CaseOpener::new(house.clone(), clocks.clone())),
            words: Arc::new(ComplaintWords::new(house)),
        });
        let press = Press::new();
        let complaints = Desk::new(site.clone(), Arc::clone(&screening), press.clone())
            .with_evidence(plan.evidence)
            .with_texts(plan.texts);
        let retention = RetentionDesk::new(complaints.clone(), plan.backups_kept_days);
        let establishments = EstablishmentDesk::new(site.clone());
        let fetcher = Fetcher::new(plan.private_feeds).map_err(|error| anyhow!(error)).context("feeds")?;
        let patrol = PatrolDesk::new(site.clone(), establishments.clone(), Arc::new(fetcher))
            .context("what the pack says of advertisements does not hold")?;
        let facts = Arc::new(FactsOfComplaint { screening: Arc::clone(&screening) });
        let referral = ReferralDesk { site: site.clone(), clocks, facts };
        let inspections = InspectionDesk {
            site: site.clone(),
            clocks: screening.clocks.clone(),
            establishments: establishments.clone(),
            asked: Arc::new(AskedAtVisits(site.house.clone())),
            screener: Arc::clone(&screening.screener),
            press: press.clone(),
        };
        Ok(Self {
            site,
            screening,
            complaints,
            doors: plan.doors,
            provider: plan.provider,
            inspections,
            press,
            establishments,
            referral,
            retention,
            patrol,
            guide,
        })
    }

    /// Rooms on a database in memory: for printing the API's description.
    pub(crate) async fn on_paper() -> anyhow::Result<Self> {
        Self::build(Plan {
            database: DbSettings::Sqlite { path: ":memory:".into() },
            files: Files::at(&std::env::temp_dir()),
            audio: PathBuf::new(),
            keys: Keys::from_root(&[0; 32]),
            pack: PackChoice::default(),
            settings: Settings {
                demo: false,
                base_url: String::new(),
                exit_url: String::new(),
                requests_per_minute: 1,
                limits: haqqi_web::Limits::default(),
            },
            evidence: EvidenceRules::default(),
            texts: false,
            backups_kept_days: None,
            doors: Doors::default(),
            provider: None,
            private_feeds: false,
            clock: Arc::new(haqqi_kernel::SystemClock),
            entropy: Arc::new(haqqi_kernel::SystemEntropy),
        })
        .await
    }

    /// Both rooms that asking for a visit needs.
    pub(crate) fn visits(&self) -> VisitDesk {
        VisitDesk { complaints: self.complaints.clone(), inspections: self.inspections.clone() }
    }

    /// Every endpoint, with its description.
    fn api(&self) -> OpenApiRouter {
        OpenApiRouter::with_openapi(Description::openapi())
            .merge(haqqi_accounts::api(self.site.clone()))
            .merge(haqqi_complaints::api(self.complaints.clone()))
            .merge(haqqi_screening::api((*self.screening).clone()))
            .merge(haqqi_casework::api(self.complaints.clone()))
            .merge(haqqi_referral::api(self.referral.clone()))
            .merge(haqqi_casework::visit_api(self.visits()))
            .merge(haqqi_inspections::api(self.inspections.clone()))
            .merge(haqqi_statistics::api(self.site.clone()))
            .merge(haqqi_retention::api(self.retention.clone()))
            .merge(haqqi_patrol::api(self.patrol.clone()))
            .merge(haqqi_establishments::api(self.establishments.clone()))
    }

    /// The API's description.
    pub(crate) fn description(&self) -> utoipa::openapi::OpenApi {
        self.api().merge(self.upload_api()).into_openapi()
    }

    /// Every endpoint that takes files, with its description.
    fn upload_api(&self) -> OpenApiRouter {
        OpenApiRouter::new()
            .merge(haqqi_complaints::upload_api(self.complaints.clone()))
            .merge(haqqi_casework::upload_api(self.complaints.clone()))
    }

    /// Every page and endpoint, with the shell around them.
    pub(crate) fn router(&self) -> Router {
        let (rooms, uploads) = self.gated();
        haqqi_web::shell_with_uploads(rooms, uploads, &self.site)
    }

    /// Every page and endpoint behind the gate, and those that take files.
    pub(crate) fn gated(&self) -> (Router, Router) {
        let (api, mut description) = self.api().split_for_parts();
        let (upload_api, more) = self.upload_api().split_for_parts();
        description.merge(more);
        let roster: Arc<dyn OnDuty> = Arc::new(Roster(self.site.house.clone()));
        let house = self.site.house.clone();
        let rooms = api
            .merge(haqqi_complaints::pages(self.complaints.clone()))
            .merge(haqqi_complaints::text_pages(self.complaints.clone()))
            .merge(haqqi_complaints::hooks(self.complaints.clone(), self.doors.clone()))
            .merge(haqqi_accounts::pages_with(self.site.clone(), self.provider.clone()))
            .merge(haqqi_casework::pages(self.complaints.clone()))
            .merge(haqqi_casework::visit_pages(self.visits()))
            .merge(haqqi_interviews::pages(self.visits()))
            .merge(haqqi_inspections::pages(self.inspections.clone()))
            .merge(haqqi_screening::pages((*self.screening).clone()))
            .merge(haqqi_referral::pages(self.referral.clone()))
            .merge(haqqi_retention::pages(self.retention.clone()))
            .merge(haqqi_patrol::pages(self.patrol.clone()))
            .merge(haqqi_guide::pages(self.site.clone(), Arc::clone(&self.guide)))
            .merge(haqqi_statistics::pages(self.site.clone()))
            .merge(haqqi_statistics::public_pages(self.site.clone(), self.press.clone()))
            .merge(haqqi_establishments::pages(self.establishments.clone()))
            .merge(crate::doors::refusing().with_state(self.site.clone()))
            .route("/api/v1/openapi.json", axum::routing::get(move || async move { axum::Json(description) }))
            .route("/health/ready", axum::routing::get(move || crate::serve::ready(house)))
            .layer(Extension(Arc::clone(&roster)))
            .layer(Extension(Arc::new(AllReferences(self.site.house.clone())) as Arc<dyn References>));
        let uploads = upload_api
            .merge(haqqi_complaints::uploads(self.complaints.clone()))
            .merge(haqqi_casework::uploads(self.complaints.clone()))
            .merge(haqqi_statistics::uploads(self.site.clone()))
            .merge(haqqi_patrol::uploads(self.patrol.clone()))
            .layer(Extension(Arc::clone(&roster)));
        let gate = Gate { site: self.site.clone(), roster };
        let gated = |rooms: Router| rooms.layer(axum::middleware::from_fn_with_state(gate.clone(), pass));
        (gated(rooms), gated(uploads))
    }
}

/// The head of the API's description.
#[derive(OpenApi)]
#[openapi(info(
    title = "Haqqi",
    description = "Complaints, casework, screening, referral and figures of a labour inspectorate. Problems are RFC 9457 documents."
))]
struct Description;
