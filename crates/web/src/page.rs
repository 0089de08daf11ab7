//! What a template needs of the world: words in the reader's language, times in the office's zone, who is signed
//! in, the way out. Every template has one as `page`.

mod extract;
mod figure;
mod speech;
mod time;

pub use extract::WorkerPage;
pub use figure::Figure;

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use haqqi_language::{Args, Language};
use haqqi_pack::label;

use crate::site::{SESSION_COOKIES, Site};

/// The cookie that keeps the staff side's language.
const LANGUAGE_COOKIE: &str = "language";
/// The cookie that keeps a worker's choice of digits.
const DIGITS_COOKIE: &str = "digits";

/// A link of the staff's menu.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// Where to.
    pub href: &'static str,
    /// Message id.
    pub text: &'static str,
}

/// Who is signed in, as far as a page shows it.
#[derive(Debug, Clone)]
pub struct StaffUser {
    /// Name.
    pub name: String,
    /// Menu, in order, already filtered by what the roles may do.
    pub nav: Vec<NavItem>,
    /// How many notices they have not seen.
    pub bell: u64,
}

/// A link to the same page in another language.
#[derive(Debug, Clone)]
pub struct LanguageLink {
    /// Tag.
    pub tag: &'static str,
    /// Direction of its name.
    pub dir: &'static str,
    /// The language by its own name.
    pub name: &'static str,
    /// ISO 15924 script, to group by.
    pub script: &'static str,
    /// Where to.
    pub href: String,
    /// Whether it is the page's own.
    pub current: bool,
}

/// What a template needs.
#[derive(Clone)]
pub struct Page {
    site: Site,
    language: Language,
    path: String,
    /// What stands behind the path, without the question of language; empty on worker pages.
    query: String,
    worker: bool,
    /// Of which complaint a page and its forms are: a mark that tells nothing, or nothing.
    of: String,
    /// She likes the language's other digits.
    swapped: bool,
    session: String,
    /// What this person must see on every page: where it leads, and the words.
    pub alarms: Vec<(&'static str, String)>,
    /// Who is signed in.
    pub user: Option<StaffUser>,
}

impl Page {
    /// A worker's page in this language. `rest` is the path behind the language, beginning with a slash.
    #[must_use]
    pub fn for_worker(site: Site, language: Language, rest: &str) -> Self {
        Self {
            site,
            language,
            path: rest.to_owned(),
            query: String::new(),
            worker: true,
            of: String::new(),
            swapped: false,
            session: String::new(),
            alarms: Vec::new(),
            user: None,
        }
    }

    /// A staff page: language from `?lang=`, cookie or header.
    #[must_use]
    pub fn for_staff(site: Site, uri: &axum::http::Uri, headers: &HeaderMap) -> Self {
        let asked = uri.query().and_then(|query| {
            query
                .split('&')
                .find_map(|pair| pair.strip_prefix("lang="))
                .and_then(|tag| site.languages.for_staff(tag))
        });
        let kept = || cookie(headers, LANGUAGE_COOKIE).and_then(|tag| site.languages.for_staff(tag));
        let header = || {
            let wanted = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
            wanted
                .split(',')
                .find_map(|tag| site.languages.for_staff(tag.split(['-', ';']).next().unwrap_or("").trim()))
        };
        let pack = || site.languages.for_staff(&site.pack.identity().default_staff_language);
        let language =
            asked.or_else(kept).or_else(header).or_else(pack).unwrap_or_else(|| site.languages.english());
        let session = session_cookie(headers).unwrap_or_default().to_owned();
        let query = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.starts_with("lang="));
        let query = query.filter(|pair| !pair.is_empty()).collect::<Vec<_>>().join("&");
        Self {
            site,
            language,
            path: uri.path().to_owned(),
            query,
            worker: false,
            of: String::new(),
            swapped: false,
            session,
            alarms: Vec::new(),
            user: None,
        }
    }

    /// The site.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Language tag for `lang=`.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// `ltr` or `rtl`.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        self.language.dir()
    }

    /// A message.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.language.text(id)
    }

    /// A message for an attribute or a title: without isolation marks.
    #[must_use]
    pub fn attribute(&self, id: &str) -> String {
        self.language.attribute(id)
    }

    /// A message with arguments.
    #[must_use]
    pub fn ta(&self, id: &str, args: &Args) -> String {
        self.language.text_with(id, args)
    }

    /// A message with one argument.
    #[must_use]
    pub fn t1(&self, id: &str, name: &str, value: impl AsRef<str>) -> String {
        self.language.text_with(id, &Args::new().set(name, value.as_ref()))
    }

    /// A message with one number, for its plural.
    #[must_use]
    pub fn tn(&self, id: &str, name: &str, value: impl Figure) -> String {
        self.language.text_with(id, &Args::new().set(name, value.figure()))
    }

    /// The label of a code of the pack: prefix such as `kind`, code such as `wages-unpaid`. An unknown code of an
    /// older pack is shown as it is.
    #[must_use]
    pub fn label(&self, prefix: &str, code: &str) -> String {
        let id = label(prefix, code);
        if self.language.has(&id) { self.language.text(&id) } else { code.to_owned() }
    }

    /// The name of a language, in its own words.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        haqqi_language::known(tag).map_or_else(|| tag.to_owned(), |known| known.own_name.to_owned())
    }

    /// Direction of a language, for `dir=` beside people's words.
    #[must_use]
    pub fn dir_of(&self, tag: &str) -> &'static str {
        haqqi_language::known(tag).map_or("auto", |known| known.dir)
    }

    /// A whole number in the reader's digits.
    #[must_use]
    pub fn number(&self, number: impl Figure) -> String {
        self.language.number(number.figure())
    }

    /// The steps of a journey, as done or not.
    #[must_use]
    pub fn steps(&self, done: impl Figure, all: impl Figure) -> Vec<bool> {
        (1..=all.figure()).map(|step| step <= done.figure()).collect()
    }

    /// A share of a thousand as per cent, to one place.
    #[must_use]
    pub fn per_cent(&self, per_mille: impl Figure) -> String {
        self.t1("staff-per-cent", "number", self.language.per_mille(per_mille.figure()))
    }

    /// Who filed, as staff read it: the pack's label of the worker herself is spoken by her, “I, for myself”.
    #[must_use]
    pub fn filer(&self, code: &str) -> String {
        if code == "self" { self.t("staff-filer-self") } else { self.label("filer", code) }
    }

    /// Whether the country has a notice of leaving.
    #[must_use]
    pub fn has_leaving(&self) -> bool {
        self.site.pack.leaving_kind().is_some()
    }

    /// The digits that this language has beside those of the page, from one to three; none where there are no others.
    #[must_use]
    pub fn other_digits(&self) -> Option<String> {
        self.language.other_digits().map(|other| other.number(123))
    }

    /// The header that changes the digits on this device, until the browser is closed.
    #[must_use]
    pub fn digits_cookie(&self) -> String {
        let secure = if self.site.settings.secure() { "; Secure" } else { "" };
        let value = if self.swapped { "usual" } else { "other" };
        format!("{DIGITS_COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax{secure}")
    }

    /// Whether this is a demonstration.
    #[must_use]
    pub fn demo(&self) -> bool {
        self.site.settings.demo
    }

    /// Where the quick exit leads: past our own door, which forgets what this browser could show again, to a page of
    /// elsewhere.
    #[must_use]
    pub fn exit_url(&self) -> &str {
        "/leave"
    }

    /// The number to call in danger.
    #[must_use]
    pub fn danger_number(&self) -> String {
        self.site.pack.danger_line().map(|line| line.number.clone()).unwrap_or_default()
    }

    /// The numbers at which a person of the house answers, beside the one for danger.
    #[must_use]
    pub fn help_numbers(&self) -> Vec<String> {
        let lines = self.site.pack.hotlines().iter().filter(|line| !line.danger);
        lines.map(|line| line.number.clone()).collect()
    }

    /// Path of the style sheet, with the digest of its content.
    #[must_use]
    pub fn style(&self) -> String {
        crate::static_files::path_of("haqqi.css")
    }

    /// Path of the script.
    #[must_use]
    pub fn script(&self) -> String {
        crate::static_files::path_of("haqqi.js")
    }

    /// Where the recordings of this language's messages are listed; empty where there are none, and on staff pages.
    #[must_use]
    pub fn audio_index(&self) -> String {
        if self.worker { self.site.audio_index(&self.language) } else { String::new() }
    }

    /// Path of a static file by its name.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        crate::static_files::path_of(name)
    }

    /// Reference to an icon of the sprite, for `<use href>`.
    #[must_use]
    pub fn icon(&self, name: &str) -> String {
        format!("{}#{name}", crate::static_files::path_of("icons.svg"))
    }

    /// A worker's address in the page's language: `page.at("/complain")`.
    #[must_use]
    pub fn at(&self, rest: &str) -> String {
        format!("/{}{rest}", self.language.tag())
    }

    /// Says of what this page is. What its forms send names it, for another page may have been opened in another tab since.
    pub fn set_of(&mut self, mark: String) {
        self.of = mark;
    }

    /// Whether the request that asked for this page came from a page of this mark.
    #[must_use]
    pub fn came_from(&self, mark: &str) -> bool {
        !mark.is_empty() && self.of == mark
    }

    /// What stands behind a form's address: of what its page is.
    #[must_use]
    pub fn of(&self) -> String {
        if self.of.is_empty() { String::new() } else { format!("?of={}", self.of) }
    }

    /// The same page in each language that is offered.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageLink> {
        let offered = if self.worker { self.site.languages.worker() } else { self.site.languages.staff() };
        offered
            .iter()
            .map(|language| LanguageLink {
                tag: language.tag(),
                dir: language.dir(),
                name: language.own_name(),
                script: language.script(),
                href: if self.worker {
                    format!("/{}{}", language.tag(), self.path)
                } else {
                    let joint = if self.query.is_empty() { "" } else { "&" };
                    format!("{}?{}{joint}lang={}", self.path, self.query, language.tag())
                },
                current: language.tag() == self.language.tag(),
            })
            .collect()
    }

    /// Whether a link of the menu leads to this page.
    #[must_use]
    pub fn is_here(&self, href: &str) -> bool {
        self.path == href || (href != "/staff/" && self.path.starts_with(href))
    }

    /// The token that each form of the staff side carries.
    #[must_use]
    pub fn form_token(&self) -> String {
        token(&self.site, &self.session)
    }

    /// Whether what a form carried is that token, in constant time. For forms with files, which no extractor checks.
    #[must_use]
    pub fn is_form_token(&self, sent: &str) -> bool {
        subtle::ConstantTimeEq::ct_eq(sent.as_bytes(), self.form_token().as_bytes()).into()
    }

    /// The header that keeps a language asked for by `?lang=`.
    #[must_use]
    pub fn language_cookie(&self) -> String {
        let secure = if self.site.settings.secure() { "; Secure" } else { "" };
        format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}", self.tag())
    }
}

/// A new key for a form that must be sent once only: 128 random bits.
#[must_use]
pub fn form_key(site: &Site) -> String {
    let mut bytes = [0u8; 16];
    site.house.entropy().fill(&mut bytes);
    data_encoding::HEXLOWER.encode(&bytes)
}

impl Page {
    /// A new key for a form that must be sent once only: 128 random bits, in hexadecimal.
    #[must_use]
    pub fn form_key(&self) -> String {
        form_key(&self.site)
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name).and_then(|rest| rest.strip_prefix('=')))
}

pub(crate) fn session_cookie(headers: &HeaderMap) -> Option<&str> {
    SESSION_COOKIES.iter().find_map(|name| cookie(headers, name))
}

pub(crate) fn token(site: &Site, session: &str) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&site.house.vault().web_tag("form", session.as_bytes()))
}
