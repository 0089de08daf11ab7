//! Configuration: a TOML file, then `HAQQI_…` from the environment (`HAQQI_SERVER__LISTEN`), unknown keys refused.
//! `docs/haqqi.example.toml` documents each key.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use figment::Figment;
use figment::providers::{Env, Format, Toml};
use haqqi_accounts::{Provider, ProviderSettings};
use haqqi_complaints::{Doors, EvidenceRules};
use haqqi_kernel::DbSettings;
use haqqi_messaging::{KannelSettings, SmtpSettings};
use haqqi_web::Limits;
use serde::Deserialize;

use crate::work::WaysOut;

/// Everything that can be set.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The data folder: SQLite and what else is not in PostgreSQL.
    pub data: PathBuf,
    /// The HTTP server.
    pub server: Server,
    /// The database.
    pub database: Database,
    /// The key file; outside the data folder.
    pub keys: PathBuf,
    /// The jurisdiction pack.
    pub pack: PackChoice,
    /// Photos, papers and recordings.
    pub evidence: EvidenceRules,
    /// People's accounts.
    pub accounts: Accounts,
    /// Another provider of sign-ins, if there is one.
    pub provider: Option<ProviderSettings>,
    /// Mail, if there is any.
    pub mail: Option<SmtpSettings>,
    /// Text messages, if there are any.
    pub sms: Option<KannelSettings>,
    /// Platforms that bring texts.
    pub hooks: Hooks,
    /// How long things are kept.
    pub retention: Retention,
    /// The electronic patrol.
    pub patrol: Patrol,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("haqqi-data"),
            server: Server::default(),
            database: Database::default(),
            keys: PathBuf::from("haqqi.keys"),
            pack: PackChoice::default(),
            evidence: EvidenceRules::default(),
            accounts: Accounts::default(),
            provider: None,
            mail: None,
            sms: None,
            hooks: Hooks::default(),
            retention: Retention::default(),
            patrol: Patrol::default(),
        }
    }
}

/// The electronic patrol.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Patrol {
    /// Whether feeds may be fetched from networks that are not public, and from any port. Whoever may add a feed can then
    /// make the server ask its neighbours.
    pub private_addresses: bool,
}

/// The HTTP server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Server {
    /// Where pages and the API are served.
    pub listen: SocketAddr,
    /// Where metrics are served; none if absent.
    pub admin: Option<SocketAddr>,
    /// The address that people type, for links and cookies.
    pub base_url: String,
    /// Requests a minute that one network address may send.
    pub requests_per_minute: u32,
    /// Filings a minute from one network address before the next ones wait a moment.
    pub filings_per_minute: u32,
    /// Filings a minute in the whole house before all wait a moment.
    pub filings_everywhere: u32,
    /// How many seconds that moment is.
    pub wait_seconds: u32,
    /// Proxies in front of the server, whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// Where the quick exit leads.
    pub exit_url: String,
}

impl Server {
    /// What a flood may not do.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits {
            filings_per_minute: self.filings_per_minute,
            filings_everywhere: self.filings_everywhere,
            wait_seconds: self.wait_seconds,
            proxies: self.proxies.clone(),
        }
    }
}

impl Default for Server {
    fn default() -> Self {
        let limits = Limits::default();
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            admin: None,
            base_url: "http://127.0.0.1:8080".to_owned(),
            requests_per_minute: 240,
            filings_per_minute: limits.filings_per_minute,
            filings_everywhere: limits.filings_everywhere,
            wait_seconds: limits.wait_seconds,
            proxies: limits.proxies,
            exit_url: "https://www.wikipedia.org/".to_owned(),
        }
    }
}

/// The database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    /// `postgresql://…`; absent: SQLite in the data folder.
    pub url: Option<String>,
    /// Connections in PostgreSQL's pool.
    pub connections: u32,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: None, connections: 16 }
    }
}

/// Which pack: one inside the binary by name, or a folder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PackChoice {
    /// Name of a pack inside the binary.
    pub name: String,
    /// A folder that holds a pack; wins over the name.
    pub dir: Option<PathBuf>,
}

impl Default for PackChoice {
    fn default() -> Self {
        Self { name: "jordan".to_owned(), dir: None }
    }
}

/// People's accounts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Accounts {
    /// File of passwords that were found in breaches, as SHA-1, sorted; absent: none is looked up.
    pub breached: Option<PathBuf>,
}

/// How long things are kept, beside the pack's schedule.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// After how many days the last backup that holds something is gone; absent: reports cannot say when an erasure is
    /// complete.
    pub backups_kept_days: Option<u16>,
}

/// Who else may bring texts: WhatsApp, telephone menus and the like.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hooks {
    /// File with the key of a platform that signs.
    pub secret_file: Option<PathBuf>,
    /// File with the token of a platform that cannot.
    pub token_file: Option<PathBuf>,
}

/// Fewest characters of a secret that lets somebody in.
const SHORTEST_SECRET: usize = 24;

/// The secret in a file, without the end of its line.
fn secret(file: &Path, key: &str) -> anyhow::Result<String> {
    let text =
        std::fs::read_to_string(file).with_context(|| format!("{key} {} cannot be read", file.display()))?;
    let text = text.trim().to_owned();
    anyhow::ensure!(
        text.len() >= SHORTEST_SECRET,
        "{key} {}: give a secret of at least {SHORTEST_SECRET} characters",
        file.display()
    );
    Ok(text)
}

/// The log's filter, and variables that only tests read, are no configuration.
const NOT_OURS: [&str; 6] = ["log", "bin", "url", "kills", "test_postgres", "test_sqlite_only"];

impl Config {
    /// Reads the file (if one is named) and the environment.
    ///
    /// # Errors
    /// A line that names the key that is unknown or of a wrong type.
    pub fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let mut figment = Figment::new();
        if let Some(file) = file {
            anyhow::ensure!(file.exists(), "the configuration file {} does not exist", file.display());
            figment = figment.merge(Toml::file_exact(file));
        }
        let environment = Env::prefixed("HAQQI_").ignore(&NOT_OURS).split("__");
        figment.merge(environment).extract().context("the configuration cannot be used")
    }

    /// What messages go out by.
    pub(crate) fn ways_out(&self) -> WaysOut<'_> {
        WaysOut { mail: self.mail.as_ref(), sms: self.sms.as_ref() }
    }

    /// The other provider of sign-ins, with our secret there.
    ///
    /// # Errors
    /// A line that says what is wrong with its settings.
    pub(crate) fn provider(&self) -> anyhow::Result<Option<Arc<Provider>>> {
        let built = self.provider.as_ref().map(|settings| Provider::new(settings, &self.server.base_url));
        built.transpose().map_err(|why| anyhow::anyhow!(why)).map(|provider| provider.map(Arc::new))
    }

    /// The secrets of whoever brings texts, from their files.
    ///
    /// # Errors
    /// A line that names the file that cannot be used.
    pub(crate) fn doors(&self) -> anyhow::Result<Doors> {
        let kannel = self.sms.as_ref().and_then(|sms| sms.inbound_file.as_ref());
        let signing = self.hooks.secret_file.as_ref().map(|file| {
            let text = secret(file, "hooks.secret_file")?;
            Doors::signing_key(&text)
                .map_err(|why| anyhow::anyhow!("hooks.secret_file {}: {why}", file.display()))
        });
        Ok(Doors {
            kannel: kannel.map(|file| secret(file, "sms.inbound_file")).transpose()?,
            signing: signing.transpose()?,
            token: self.hooks.token_file.as_ref().map(|file| secret(file, "hooks.token_file")).transpose()?,
        })
    }

    /// Where the database is.
    #[must_use]
    pub fn database(&self) -> DbSettings {
        match &self.database.url {
            Some(url) => DbSettings::Postgres { url: url.clone(), connections: self.database.connections },
            None => DbSettings::Sqlite { path: self.data.join("haqqi.sqlite") },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/haqqi.example.toml");
        std::fs::read_to_string(path).unwrap()
    }

    /// The example with every key that is off switched on.
    fn all_on() -> String {
        let on = |line: &str| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') => rest.to_owned(),
            _ => line.to_owned(),
        };
        example().lines().map(on).collect::<Vec<_>>().join("\n")
    }

    fn parse(text: &str) -> Result<Config, String> {
        Figment::from(Toml::string(text)).extract().map_err(|error| error.to_string())
    }

    /// The keys that a section knows, told by the refusal of one that it does not.
    fn keys(section: &str) -> Vec<String> {
        let text = if section.is_empty() { "zzz = 1".to_owned() } else { format!("[{section}]\nzzz = 1") };
        let refusal = parse(&text).unwrap_err();
        let (_, expected) = refusal.split_once("expected").expect(&refusal);
        let named =
            |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        expected.split('`').filter(named).map(str::to_owned).collect()
    }

    #[test]
    fn the_example_holds_as_it_is_and_with_everything_on() {
        let plain = parse(&example()).unwrap();
        assert_eq!(plain.server.listen, Server::default().listen);
        assert!(
            plain.mail.is_none()
                && plain.sms.is_none()
                && plain.server.admin.is_none()
                && plain.database.url.is_none()
        );
        let all = parse(&all_on()).unwrap();
        assert!(
            all.mail.is_some() && all.sms.is_some() && all.server.admin.is_some() && all.pack.dir.is_some()
        );
    }

    #[test]
    fn the_example_documents_every_key() {
        let values: toml::Table = toml::from_str(&all_on()).unwrap();
        let sections = [
            "",
            "server",
            "database",
            "pack",
            "evidence",
            "accounts",
            "provider",
            "mail",
            "sms",
            "hooks",
            "retention",
            "patrol",
        ];
        for section in sections {
            let table = if section.is_empty() { &values } else { values[section].as_table().unwrap() };
            let known = keys(section);
            assert!(!known.is_empty());
            for key in known {
                assert!(table.contains_key(&key), "docs/haqqi.example.toml does not show {section}.{key}");
                let inside = table[&key].is_table();
                assert!(!inside || sections.contains(&key.as_str()), "this test does not look into {key}");
            }
        }
    }

    #[test]
    fn an_unknown_key_is_refused_by_its_name() {
        let refusal = parse("[server]\nlisten_on = \"127.0.0.1:1\"").unwrap_err();
        assert!(refusal.contains("listen_on") && refusal.contains("server"), "{refusal}");
    }
}
