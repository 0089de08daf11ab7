//! A site with its public pages, and how to open them.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use haqqi_guide::Guide;
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use http_body_util::BodyExt;
use tower::ServiceExt;

pub struct Hall {
    pub site: Site,
    pub guide: Arc<Guide>,
    pub test: TestHouse,
    router: Router,
}

/// A page as it came.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

/// The pack with these changes to its files.
pub fn changed(name: &str, change: impl FnOnce(&mut BTreeMap<String, String>)) -> Pack {
    let pack = Pack::embedded(name).unwrap();
    let mut files: BTreeMap<String, String> =
        pack.sources().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    change(&mut files);
    Pack::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

impl Hall {
    pub async fn of(name: &str) -> Self {
        Self::with(Pack::embedded(name).unwrap()).await
    }

    pub async fn with(pack: Pack) -> Self {
        let test = haqqi_testing::sqlite().await;
        let words: Vec<_> =
            pack.messages().map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())).collect();
        let offered: Vec<String> = pack.languages().iter().map(|language| language.tag.clone()).collect();
        let guide = Arc::new(Guide::from_pack(&pack).unwrap_or_else(|error| panic!("{error}")));
        let site = Site {
            house: test.house.clone(),
            languages: Arc::new(Languages::new(words, &offered).unwrap()),
            pack: Arc::new(pack),
            settings: Arc::new(Settings {
                demo: false,
                base_url: "http://localhost".to_owned(),
                exit_url: "https://example.org/".to_owned(),
                requests_per_minute: 100_000,
                limits: haqqi_web::Limits::none(),
            }),
        };
        let router = haqqi_web::shell(haqqi_guide::pages(site.clone(), Arc::clone(&guide)), &site);
        Self { site, guide, test, router }
    }

    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        // Isolation marks are the reader's business.
        let text = haqqi_language::strip_isolation(std::str::from_utf8(&bytes).unwrap());
        Answer { status: parts.status, headers: parts.headers, text }
    }
}
