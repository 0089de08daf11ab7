//! A site with one small room, and how to ask it.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Query;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use haqqi_language::Languages;
use haqqi_pack::{Audio, Pack};
use haqqi_testing::TestHouse;
use haqqi_web::{Form, Json, Page, Problem, Settings, Site, Upload, WorkerPage};
use http_body_util::BodyExt;
use serde::Deserialize;
use tower::ServiceExt;

pub struct TestSite {
    router: Router,
    pub site: Site,
    _house: TestHouse,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

#[derive(Deserialize)]
struct Words {
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    words: String,
}

#[derive(Deserialize)]
struct Paged {
    #[serde(rename = "page")]
    _page: u32,
}

/// Says what came: each field with its file's name and size.
async fn files(mut upload: Upload) -> Result<String, Problem> {
    let mut told = String::new();
    while let Some(mut part) = upload.part().await? {
        let (field, file) = (part.name().to_owned(), part.file_name());
        let Some(file) = file else {
            told += &format!("{field}={};", part.text().await?);
            continue;
        };
        let mut size = 0;
        while let Some(chunk) = part.chunk().await? {
            size += chunk.len();
        }
        told += &format!("{field}:{file}:{size};");
    }
    Ok(told)
}

async fn echo(Form(Words { words }): Form<Words>) -> String {
    words
}

async fn fields() -> Problem {
    Problem::unprocessable().field("words", "common-error-required")
}

async fn panics() -> Response {
    panic!("a handler of this test")
}

async fn token(page: Page) -> String {
    page.form_token()
}

/// Makes something new each time it is taken, and leads there.
async fn make(page: Page, Form(_): Form<Words>) -> Redirect {
    Redirect::to(&format!("/staff/made/{}", page.form_key()))
}

fn room(site: Site) -> Router {
    Router::new()
        .route("/{language}/echo", post(echo))
        .route("/{language}/fields", get(fields))
        .route("/{language}/hello", get(|WorkerPage(page): WorkerPage| async move { page.t("common-yes") }))
        .route("/staff/echo", post(echo))
        .route("/staff/make", post(make))
        .route("/staff/token", get(token))
        .route("/staff/language", get(|page: Page| async move { page.tag() }))
        .route("/staff/panics", get(panics))
        .route("/staff/paged", get(|Query(_): Query<Paged>| async { "a page" }))
        .route("/api/v1/echo", post(|Json(Strict { words }): Json<Strict>| async { words }))
        .route("/api/v1/fields", get(fields))
        .route(
            "/health/ready",
            get(|| async { (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response() }),
        )
        .with_state(site)
}

impl TestSite {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub async fn with(set: impl FnOnce(&mut Settings)) -> Self {
        Self::speaking(Audio::default(), set).await
    }

    /// A site whose messages are spoken, and with a room that takes files of a megabyte and a half.
    pub async fn speaking(audio: Audio, set: impl FnOnce(&mut Settings)) -> Self {
        let pack = Pack::embedded(Pack::embedded_names().next().unwrap()).unwrap().with_audio(audio);
        let words =
            pack.messages().map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned()));
        let offered = ["ar-u-nu-arab", "en", "bn-u-nu-beng"];
        let languages = Languages::new(words, &offered).unwrap();
        let kept = haqqi_testing::sqlite().await;
        let mut settings = Settings {
            demo: true,
            base_url: "http://haqqi.example".to_owned(),
            exit_url: "https://weather.example/".to_owned(),
            requests_per_minute: 1000,
            limits: haqqi_web::Limits::none(),
        };
        set(&mut settings);
        let site = Site {
            house: kept.house.clone(),
            pack: Arc::new(pack),
            languages: Arc::new(languages),
            settings: Arc::new(settings),
        };
        let uploads = Router::new().route("/{language}/files", post(files)).with_state(site.clone());
        let uploads = haqqi_web::takes_files(uploads, 1_500_000);
        Self { router: haqqi_web::shell_with_uploads(room(site.clone()), uploads, &site), site, _house: kept }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        self.send(Request::get(path).header(name, value).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind).body(body.into()).unwrap()).await
    }
}
