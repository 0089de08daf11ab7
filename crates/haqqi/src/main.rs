//! Haqqi: the only binary. Command line, configuration, and the place where the rooms are put together.

mod audio;
mod calendar;
mod commands;
mod compose;
mod config;
mod demo;
mod doctor;
mod doors;
mod erase;
mod facts;
mod floor;
mod metrics;
mod papers;
mod patrol;
mod receipts;
mod references;
mod screen;
mod serve;
mod trail;
mod work;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "haqqi",
    version,
    about = "Hears workers, inspects workplaces, notices forced labour, hands people on to protection"
)]
struct Cli {
    /// The configuration file; `HAQQI_…` from the environment wins over it.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    /// The data folder; wins over the configuration.
    #[arg(long, global = true)]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves pages and the API, and does the jobs.
    Serve {
        /// Leave the jobs to `haqqi worker`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Serves a demonstration with synthetic data.
    Demo {
        /// Where to serve.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// Where to serve metrics; nowhere if absent.
        #[arg(long)]
        admin: Option<SocketAddr>,
        /// Begin anew: the folder's demonstration is deleted first.
        #[arg(long)]
        reset: bool,
        /// The seed of the synthetic history.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Which of the packs inside the binary.
        #[arg(long, default_value = "jordan")]
        pack: String,
        /// Leave the jobs undone: what stands there stays as it is.
        #[arg(long)]
        no_worker: bool,
    },
    /// Does the jobs alone.
    Worker,
    /// Brings the tables up, one step down, or tells where they are.
    Migrate {
        /// `up`, `down` or `status`.
        direction: String,
    },
    /// Works with a jurisdiction pack.
    Pack {
        /// What to do.
        #[command(subcommand)]
        what: PackCommand,
    },
    /// Works with the days on which this installation is closed, beside those of its pack.
    Calendar {
        /// What to do.
        #[command(subcommand)]
        what: CalendarCommand,
    },
    /// Works with people's accounts.
    User {
        /// What to do.
        #[command(subcommand)]
        what: UserCommand,
    },
    /// Prints the API's description (OpenAPI 3.1).
    Openapi,
    /// Works with the key file, under which everything personal is sealed.
    Keys {
        /// What to do.
        #[command(subcommand)]
        what: KeysCommand,
    },
    /// Checks a receipt without this house: reads the letters of its square, then its code, from standard input, one
    /// line each.
    Verify {
        /// The published key, as `/verify/key` and `haqqi keys public` give it.
        #[arg(long)]
        key: String,
    },
    /// Works with the audit trail.
    Audit {
        /// What to do.
        #[command(subcommand)]
        what: AuditCommand,
    },
    /// Works with what is to be erased by the pack's schedule. Nothing is erased that two people did not decide on.
    Erase {
        /// What to do.
        #[command(subcommand)]
        what: EraseCommand,
    },
    /// Runs the screening engine by hand.
    #[command(subcommand)]
    Screen(screen::ScreenCommand),
    /// Reads advertisements as the electronic patrol does, by hand.
    #[command(subcommand)]
    Patrol(patrol::PatrolCommand),
    /// Looks whether this installation is fit to serve.
    Doctor,
    /// Measures the floor under a run's filings; for `cargo xtask prove filings`.
    #[command(hide = true)]
    Floor {
        /// How many seconds at most.
        seconds: u64,
        /// The SQLite database that a run has left.
        source: PathBuf,
    },
}

#[derive(Subcommand)]
enum PackCommand {
    /// Checks a pack's folder and points at file and line.
    Check {
        /// The folder.
        dir: PathBuf,
        /// Also says how many flags an office must expect that hears so many complaints a week.
        #[arg(long, requires = "history", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
        complaints_a_week: Option<u64>,
        /// Texts from which that is worked out: one JSON object a line with `lang` and `text`.
        #[arg(long, requires = "complaints_a_week")]
        history: Option<PathBuf>,
    },
    /// Makes the recordings of messages that a pack lacks, with espeak-ng, and marks them as a machine's.
    Audio {
        /// Where they go: a pack's own `audio` folder, or `audio` in the data folder. Absent: the latter.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Only this language; may be given several times.
        #[arg(long)]
        language: Vec<String>,
    },
}

#[derive(Subcommand)]
enum CalendarCommand {
    /// Adds the holidays of an iCalendar file (all-day events). What is there already stays as it is.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Lists the days that were added.
    List,
    /// Takes one day back.
    Remove {
        /// The day, such as 2027-03-10.
        day: chrono::NaiveDate,
    },
}

#[derive(Subcommand)]
enum UserCommand {
    /// Adds a person; prints the secret for the authenticator once.
    Add {
        /// Name under which the person signs in.
        sign_in: String,
        /// Name.
        #[arg(long)]
        name: String,
        /// Role, a code such as `complaints-officer`; may be given several times.
        #[arg(long, required = true)]
        role: Vec<String>,
        /// Office, a code of the pack.
        #[arg(long)]
        office: Option<String>,
        /// Agency, for a user of one.
        #[arg(long)]
        agency: Option<String>,
        /// For a partner: what the organisation is, a code of the pack's `who-files.toml`.
        #[arg(long, requires = "organisation")]
        filer: Option<String>,
        /// For a partner: the organisation's name.
        #[arg(long, requires = "filer")]
        organisation: Option<String>,
        /// Languages the person works in.
        #[arg(long)]
        language: Vec<String>,
        /// The person was trained to interview workers.
        #[arg(long)]
        trained: bool,
        /// File that holds the first password.
        #[arg(long)]
        password_file: PathBuf,
    },
    /// Makes an API token for a person; prints it once.
    Token {
        /// Name under which the person signs in.
        sign_in: String,
        /// What the token is for.
        #[arg(long, default_value = "api")]
        name: String,
        /// After how many days it ends; without it, only when it is revoked.
        #[arg(long)]
        days: Option<u16>,
        /// The only actions that it lets through, such as `read-queue`; may be given several times. Without it, all that
        /// the person may do and a token may: no token opens names, hands out codes, exports or manages people.
        #[arg(long)]
        scope: Vec<String>,
    },
    /// Ends every token and every session of a person: a tablet was lost, a person leaves.
    Revoke {
        /// Name under which the person signs in.
        sign_in: String,
    },
    /// Makes new recovery codes for a person who has lost the authenticator; prints them once.
    Recovery {
        /// Name under which the person signs in.
        sign_in: String,
    },
    /// Makes a list of passwords, one a line, into the form in which they are searched: for `accounts.breached`.
    Breached {
        /// The passwords.
        words: PathBuf,
        /// Where the list goes.
        out: PathBuf,
    },
}

#[derive(Subcommand)]
enum KeysCommand {
    /// Makes a new key file that only its owner can read. Keep copies of it in two places, with two people: without it
    /// nothing sealed can be read again.
    New {
        /// Where; outside the data folder. Nothing may be there yet.
        file: PathBuf,
    },
    /// Prints the public key with which anybody checks receipts: publish it.
    Public,
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Checks every entry, batch and signature.
    Verify {
        /// A head that was kept, as `haqqi audit head` printed it: a trail that was cut off shows.
        #[arg(long)]
        head: Option<String>,
    },
    /// Prints the newest batch's number and digest, to be kept elsewhere: daily, on paper or with another house.
    Head,
    /// Prints entries as signed JSON lines.
    Export {
        /// From which day on, such as 2026-11-01.
        #[arg(long)]
        from: Option<chrono::NaiveDate>,
        /// Until before which day.
        #[arg(long)]
        until: Option<chrono::NaiveDate>,
    },
    /// Prints the public key of the audit's signatures.
    Key,
    /// Checks a file of exported entries without this house.
    Check {
        /// The file.
        file: PathBuf,
        /// The public key, as `haqqi audit key` printed it.
        #[arg(long)]
        key: String,
    },
}

#[derive(Subcommand)]
enum EraseCommand {
    /// Prepares lists of what is over, for two people to decide on, and prints numbers by class and office.
    Plan,
    /// Carries out the lists that two people decided on, now.
    Run,
    /// Prints what was erased as signed JSON lines, without names.
    Report {
        /// From which day on, such as 2026-11-01.
        #[arg(long)]
        from: chrono::NaiveDate,
        /// Until before which day.
        #[arg(long)]
        until: chrono::NaiveDate,
    },
    /// Checks a file of such lines without this house.
    Check {
        /// The file.
        file: PathBuf,
        /// The public key, as `haqqi audit key` prints it.
        #[arg(long)]
        key: String,
    },
    /// Writes the database anew without what was deleted (VACUUM). On SQLite nobody can write meanwhile.
    Tidy,
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("HAQQI_LOG")
                .unwrap_or_else(|_| "warn,haqqi=info".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("haqqi: the runtime does not start: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("haqqi: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let configured = || -> anyhow::Result<config::Config> {
        let mut config = config::Config::read(cli.config.as_deref())?;
        if let Some(data) = &cli.data {
            config.data.clone_from(data);
        }
        Ok(config)
    };
    match cli.command {
        Command::Serve { no_worker } => serve::serve(configured()?, !no_worker).await,
        Command::Demo { listen, admin, reset, seed, pack, no_worker } => {
            let data = cli.data.unwrap_or_else(|| PathBuf::from("haqqi-data"));
            // Of a configuration a demonstration takes the gateway for text messages, and nothing else.
            let (sms, doors) = match &cli.config {
                Some(file) => {
                    let config = config::Config::read(Some(file))?;
                    let doors = config.doors()?;
                    (config.sms, doors)
                }
                None => (None, haqqi_complaints::Doors::default()),
            };
            let wish = demo::Wish { data, listen, admin, reset, seed, pack, work: !no_worker, sms, doors };
            demo::run(&wish).await
        }
        Command::Worker => work::alone(configured()?).await,
        Command::Migrate { direction } => commands::migrate(&configured()?, &direction).await,
        Command::Pack { what: PackCommand::Check { dir, complaints_a_week, history } } => {
            commands::pack_check(&dir, complaints_a_week.zip(history))
        }
        Command::Pack { what: PackCommand::Audio { out, language } } => {
            let config = configured()?;
            let out = out.unwrap_or_else(|| config.data.join("audio"));
            audio::run(&audio::Wish { pack: config.pack, out, languages: language })
        }
        Command::Calendar { what: CalendarCommand::Import { file } } => {
            calendar::import(&configured()?, &file).await
        }
        Command::Calendar { what: CalendarCommand::List } => calendar::list(&configured()?).await,
        Command::Calendar { what: CalendarCommand::Remove { day } } => {
            calendar::remove(&configured()?, day).await
        }
        Command::User { what: UserCommand::Breached { words, out } } => commands::breached(&words, &out),
        Command::User { what } => commands::user(&configured()?, what).await,
        Command::Keys { what: KeysCommand::New { file } } => commands::keys_new(&file),
        Command::Keys { what: KeysCommand::Public } => receipts::public(&configured()?),
        Command::Verify { key } => receipts::verify(&key),
        Command::Openapi => commands::openapi().await,
        Command::Audit { what: AuditCommand::Check { file, key } } => trail::check(&file, &key),
        Command::Audit { what } => trail::run(&configured()?, what).await,
        Command::Erase { what: EraseCommand::Check { file, key } } => erase::check(&file, &key),
        Command::Erase { what } => erase::run(&configured()?, what).await,
        Command::Screen(what) => screen::screen(&configured()?, what),
        Command::Patrol(what) => patrol::patrol(&configured()?, what),
        Command::Floor { seconds, source } => floor::run(&source, seconds).await,
        Command::Doctor => doctor::doctor(&configured()?).await,
    }
}
