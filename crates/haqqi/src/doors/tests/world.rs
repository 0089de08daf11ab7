//! A house with people of every role, each with a session and a token.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Uri, header};
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{Directory, NewStaff, NewToken, SignIn, add_staff, code_at, new_token, sign_in};
use haqqi_complaints::{Doors, EvidenceRules};
use haqqi_kernel::entity::{audit_entry, event};
use haqqi_kernel::{Actor, DbSettings, Files, House, Keys, Role, SystemEntropy, TestClock};
use haqqi_web::{Network, Page, Settings};
use haqqi_worklist::{AddShift, add_shift};
use sea_orm::{EntityTrait, PaginatorTrait};
use tower::ServiceExt;

use crate::compose::{Plan, Rooms};
use crate::config::PackChoice;

const PASSWORD: &str = "seven quiet herons walk";

/// Somebody at a door.
pub(super) struct Person {
    pub what: String,
    pub actor: Actor,
    pub cookie: String,
    pub token: String,
    secret: String,
}

impl Person {
    /// What the authenticator shows now.
    pub fn code(&self, house: &House) -> String {
        code_at(&self.secret, house.now().timestamp()).unwrap()
    }
}

/// What an answer says.
pub(super) async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A house with its gate.
pub(super) struct World {
    pub rooms: Rooms,
    pub clock: Arc<TestClock>,
    folder: PathBuf,
    router: Router,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn begin() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_500_000, 0).unwrap()
}

impl World {
    pub async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("haqqi_doors_{}_{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let clock = Arc::new(TestClock::at(begin()));
        let rooms = Rooms::build(Plan {
            database: DbSettings::Sqlite { path: folder.join("haqqi.sqlite") },
            files: Files::at(&folder.join("files")),
            audio: folder.join("audio"),
            keys: Keys::from_root(&[3; 32]),
            pack: PackChoice::default(),
            settings: Settings {
                demo: true,
                base_url: "http://127.0.0.1".to_owned(),
                exit_url: String::new(),
                requests_per_minute: 1_000_000,
                limits: haqqi_web::Limits::none(),
            },
            evidence: EvidenceRules::default(),
            texts: false,
            backups_kept_days: None,
            doors: Doors::default(),
            provider: None,
            private_feeds: false,
            clock: Arc::clone(&clock) as _,
            entropy: Arc::new(SystemEntropy),
        })
        .await
        .unwrap();
        let (rooms_router, uploads) = rooms.gated();
        Self { router: rooms_router.merge(uploads), rooms, clock, folder }
    }

    pub fn house(&self) -> &House {
        &self.rooms.site.house
    }

    /// Two offices that take complaints and have a place.
    pub fn offices(&self) -> [String; 2] {
        let takes =
            self.rooms.site.pack.offices().iter().filter(|o| o.complaints && !o.governorates.is_empty());
        let codes: Vec<String> = takes.map(|office| office.code.clone()).take(2).collect();
        codes.try_into().unwrap()
    }

    /// Adds somebody, on duty where the role is, signed in and with a token.
    pub async fn person(&self, role: Role, office: Option<&str>) -> Person {
        let house = self.house();
        let name = format!("{}-{}", role.code(), office.unwrap_or("all"));
        let agency =
            (role == Role::AgencyUser).then(|| self.rooms.site.pack.identity().default_agency.clone());
        let mut unit = house.unit(Actor::System);
        let new = NewStaff {
            sign_in: name.clone(),
            name: name.clone(),
            office: office.map(str::to_owned),
            agency,
            roles: vec![role],
            languages: Vec::new(),
            sex: None,
            password: PASSWORD.to_owned(),
        };
        let added = add_staff(&mut unit, &new).unwrap();
        let asked = NewToken { staff: added.id, name: "test".to_owned(), expires_at: None };
        let token = new_token(&mut unit, &asked);
        unit.commit().await.unwrap();
        let duty = role == Role::DutyOfficer;
        if duty {
            let mut unit = house.unit(Actor::System);
            let (from, to) = (unit.now(), unit.now() + TimeDelta::hours(12));
            add_shift(&mut unit, AddShift { staff: added.id, office: None, from, to }).unwrap();
            unit.commit().await.unwrap();
        }
        let code = code_at(&added.totp_secret, house.now().timestamp()).unwrap();
        let typed = SignIn { name: name.clone(), password: PASSWORD.to_owned(), code };
        let session = sign_in(house, Network(1), typed).await.unwrap();
        let view = Directory::new(house.clone()).person(added.id).await.unwrap().unwrap();
        Person {
            what: name,
            actor: view.actor(duty),
            cookie: format!("session={}", session.cookie),
            token,
            secret: added.totp_secret,
        }
    }

    fn request(&self, method: &str, path: &str, headers: &[(header::HeaderName, String)]) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(path);
        let mut body = Body::empty();
        if method != "GET" && method != "HEAD" {
            if path.starts_with("/api/") {
                request = request.header(header::CONTENT_TYPE, "application/json");
                body = Body::from("{}");
            } else {
                let mut bare = Request::builder();
                for (name, value) in headers {
                    bare = bare.header(name, value);
                }
                let bare = bare.body(()).unwrap();
                let uri: Uri = path.parse().unwrap();
                let page = Page::for_staff(self.rooms.site.clone(), &uri, bare.headers());
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                body = Body::from(format!("token={}", page.form_token()));
            }
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request.body(body).unwrap()
    }

    pub async fn send(&self, method: &str, path: &str, headers: &[(header::HeaderName, String)]) -> Response {
        self.router.clone().oneshot(self.request(method, path, headers)).await.unwrap()
    }

    /// The same with the shell around it, which gives problems their words.
    pub async fn told(&self, method: &str, path: &str, headers: &[(header::HeaderName, String)]) -> Response {
        self.rooms.router().oneshot(self.request(method, path, headers)).await.unwrap()
    }

    /// The door that fits the side: a session for pages, a token for the API.
    pub async fn ask(&self, method: &str, path: &str, person: &Person) -> Response {
        let headers = if path.starts_with("/api/") {
            (header::AUTHORIZATION, format!("Bearer {}", person.token))
        } else {
            (header::COOKIE, person.cookie.clone())
        };
        self.send(method, path, &[headers]).await
    }

    /// A form of a page, with what was typed.
    pub async fn post(&self, path: &str, person: &Person, typed: &[(&str, &str)]) -> Response {
        let bare = Request::builder().header(header::COOKIE, &person.cookie).body(()).unwrap();
        let page = Page::for_staff(self.rooms.site.clone(), &path.parse().unwrap(), bare.headers());
        let coded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let mut body = format!("token={}", coded(&page.form_token()));
        for (name, value) in typed {
            body = format!("{body}&{name}={}", coded(value));
        }
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header(header::COOKIE, &person.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// How much was ever written: entries of the audit and events.
    pub async fn written(&self) -> (u64, u64) {
        let db = self.house().reader();
        let entries = audit_entry::Entity::find().count(db).await.unwrap();
        (entries, event::Entity::find().count(db).await.unwrap())
    }
}
