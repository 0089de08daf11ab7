//! Serves the pattern pages alone, to look at while one works on the shell:
//! `cargo run -p haqqi-web --example patterns -- 127.0.0.1:8099`, then `/patterns` and `/staff/patterns`.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_web::{Settings, Site};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let name = Pack::embedded_names().next().ok_or("there is no pack")?;
    let pack = Pack::embedded(name)?;
    let words = pack.messages().map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned()));
    let tag = |language: &haqqi_pack::Language| format!("{}-u-nu-{}", language.tag, language.digits);
    let offered: Vec<_> = pack.languages().iter().map(tag).collect();
    let languages = Languages::new(words, &offered)?;
    let kept = haqqi_testing::sqlite().await;
    let site = Site {
        house: kept.house.clone(),
        pack: Arc::new(pack),
        languages: Arc::new(languages),
        settings: Arc::new(Settings {
            demo: true,
            base_url: format!("http://{address}"),
            exit_url: "https://www.example.org/weather".to_owned(),
            requests_per_minute: 10_000,
            limits: haqqi_web::Limits::none(),
        }),
    };
    let router = haqqi_web::shell(axum::Router::new(), &site);
    let listener = tokio::net::TcpListener::bind(&address).await?;
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}
