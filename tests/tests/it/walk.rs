//! One complaint's way through the JSON API of a started binary, chapter by chapter: each file of `walk/` is one. A
//! chapter takes the walk as the chapters before have left it. `travels.rs` tells the story from top to bottom.

pub mod answer;
pub mod come_back;
pub mod evidence;
pub mod figures;
pub mod file;
pub mod filers;
pub mod flag;
pub mod papers;
pub mod patrol;
pub mod read;
pub mod refer;
pub mod same;
pub mod translate;
pub mod visit;
pub mod wages;
pub mod workplace;

use std::time::{Duration, Instant};

use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;

use crate::server::{Folder, Server, access};
use crate::world::World;

/// A country, a running demonstration of it, and what happened so far.
pub struct Walk {
    pub world: World,
    pub http: Client,
    server: Server,
    users: Vec<Value>,
    /// Goes with the walk.
    _folder: Folder,
    /// The office that it all happens in: the first officer's.
    pub office: String,
    /// The complaint's reference.
    pub reference: String,
    /// Her code of 16 digits.
    pub code: String,
    /// The flag's reference.
    pub flag: String,
}

impl Walk {
    pub fn begin(pack: &str) -> Self {
        let folder = Folder::new();
        let server = Server::of(pack, &folder.0);
        let users = access(&folder.0);
        let officer = users.iter().find(|user| user["role"] == "complaints-officer").unwrap();
        let office = officer["office"].as_str().unwrap().to_owned();
        let world = World::of(pack);
        let (reference, code, flag) = Default::default();
        Self { world, http: Client::new(), server, users, _folder: folder, office, reference, code, flag }
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.base)
    }

    /// Everybody with this role.
    pub fn all(&self, role: &str) -> Vec<&Value> {
        self.users.iter().filter(|user| user["role"] == role).collect()
    }

    /// Whoever has this role where it all happens: in the office, or for the whole country.
    fn here(&self, role: &str) -> &Value {
        let here = |user: &&&Value| user["office"].is_null() || user["office"] == self.office.as_str();
        let all = self.all(role);
        all.into_iter().find(|user| here(&user)).unwrap_or_else(|| panic!("nobody here is {role}"))
    }

    /// Their token.
    pub fn token(&self, role: &str) -> &str {
        self.here(role)["token"].as_str().unwrap()
    }

    /// The name under which they sign in.
    pub fn name(&self, role: &str) -> &str {
        self.here(role)["name"].as_str().unwrap()
    }

    /// A request of whoever has this role.
    pub fn get(&self, role: &str, path: &str) -> RequestBuilder {
        self.http.get(self.url(path)).bearer_auth(self.token(role))
    }

    /// A request with a body of whoever has this role.
    pub fn post(&self, role: &str, path: &str, body: &Value) -> RequestBuilder {
        self.http.post(self.url(path)).bearer_auth(self.token(role)).json(body)
    }
}

/// The status alone.
pub async fn status(request: RequestBuilder) -> StatusCode {
    request.send().await.unwrap().status()
}

/// The answer's body, which must have this status.
pub async fn expect(request: RequestBuilder, wanted: StatusCode) -> Value {
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let body = answer.text().await.unwrap();
    assert_eq!(status, wanted, "{body}");
    if body.is_empty() { Value::Null } else { serde_json::from_str(&body).unwrap() }
}

/// What jobs do is done soon: asks until it is there.
pub async fn soon<T, F: Future<Output = Option<T>>>(what: &str, ask: impl Fn() -> F) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{what} did not come");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
