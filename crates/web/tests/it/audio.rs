//! Recordings are offered where they say what the page says, and only there.

use axum::http::StatusCode;
use haqqi_pack::{Audio, Manifest, ManifestRow, digest_of};

use crate::site::TestSite;

#[tokio::test]
async fn a_page_is_read_aloud_where_recordings_say_what_it_says() {
    let folder = std::env::temp_dir().join(format!("haqqi_web_audio_{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("bn")).unwrap();
    for id in ["common-next", "common-send", "common-back", "common-danger-call", "no-such-message"] {
        std::fs::write(folder.join(format!("bn/{id}.mp3")), format!("sound of {id}")).unwrap();
    }
    let words = TestSite::new().await.site.languages.for_worker("bn").unwrap();
    let row = |message: &str, says: &str| ManifestRow {
        tag: "bn".to_owned(),
        message: message.to_owned(),
        synthetic: true,
        voice: "a machine".to_owned(),
        says: digest_of(says),
    };
    // A machine spoke two: one as it reads today, one as it read once.
    let rows = vec![row("common-send", &words.attribute("common-send")), row("common-back", "other words")];
    Manifest { spoken: rows }.write(&folder).unwrap();

    let site = TestSite::speaking(Audio::load(&folder).unwrap(), |_| {}).await;
    let page = site.get("/bn/patterns").await;
    assert!(page.text().contains("data-audio=\"/audio/bn/index.json\""));
    assert!(!site.get("/ar/patterns").await.text().contains("data-audio"), "none in Arabic");
    let index: serde_json::Value =
        serde_json::from_str(site.get("/audio/bn/index.json").await.text()).unwrap();
    let index = index.as_object().unwrap();
    assert_eq!(index.len(), 2, "{index:?}");
    assert_eq!(index[&words.attribute("common-next")], "common-next");
    assert_eq!(index[&words.attribute("common-send")], "common-send");

    let spoken = site.get("/audio/bn/message/common-next").await;
    assert_eq!((spoken.status, spoken.header("content-type")), (StatusCode::OK, "audio/mpeg"));
    assert_eq!(spoken.text(), "sound of common-next");
    let part = site.get_with("/audio/bn/message/common-next", "range", "bytes=9-14").await;
    assert_eq!((part.status, part.text()), (StatusCode::PARTIAL_CONTENT, "common"));
    for nowhere in [
        "/audio/bn/message/common-back",
        "/audio/bn/message/common-danger-call",
        "/audio/bn/message/no-such-message",
        "/audio/bn/message/..%2f..%2fetc%2fpasswd",
        "/audio/ar/message/common-next",
        "/audio/xx/index.json",
    ] {
        assert_eq!(site.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
    let _ = std::fs::remove_dir_all(folder);
}
