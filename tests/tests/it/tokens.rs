//! A token is as good as its person, its time, and nobody having ended it.

use reqwest::{Client, StatusCode};

use crate::house::{House, said};

#[tokio::test]
async fn a_token_ends_with_its_time_and_when_it_is_revoked() {
    let house = House::new();
    let lasting = house.person("officer", "complaints-officer", &["--office", "amman-1"]);
    let short = house.token("officer", &["--days", "0"]);
    let month = house.token("officer", &["--days", "30"]);
    let serving = house.serve(&[], &[]);
    assert!(serving.up, "{}", serving.heard);
    let http = Client::new();
    let url = format!("{}/api/v1/queue", serving.base);
    let answers = async |token: &str| http.get(&url).bearer_auth(token).send().await.unwrap().status();
    assert_eq!(answers(&lasting).await, StatusCode::OK);
    assert_eq!(answers(&month).await, StatusCode::OK);
    assert_eq!(answers(&short).await, StatusCode::UNAUTHORIZED, "its time is over");

    // The tablet is lost: all of them end at once, while the server runs.
    let ended = house.run(&["user", "revoke", "officer"]);
    assert!(ended.status.success(), "{}", said(&ended));
    assert_eq!(answers(&lasting).await, StatusCode::UNAUTHORIZED);
    assert_eq!(answers(&month).await, StatusCode::UNAUTHORIZED);
    let anew = house.token("officer", &[]);
    assert_eq!(answers(&anew).await, StatusCode::OK, "a new one holds");
    let nobody = house.run(&["user", "revoke", "nobody-here"]);
    assert!(!nobody.status.success() && said(&nobody).contains("nobody signs in as"), "{}", said(&nobody));
}
