use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};

use crate::site::TestSite;

#[tokio::test]
async fn one_address_may_not_ask_for_ever_and_hears_when_to_try_again() {
    let site = TestSite::with(|settings| settings.requests_per_minute = 3).await;
    let from = async |peer: &str, path: &str| {
        let peer: SocketAddr = peer.parse().unwrap();
        let request = Request::get(path).extension(ConnectInfo(peer)).body(Body::empty()).unwrap();
        site.send(request).await
    };
    for _ in 0..3 {
        assert_eq!(from("192.0.2.7:1000", "/en/hello").await.status, StatusCode::OK);
    }
    let refused = from("192.0.2.7:2000", "/en/hello").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), "60");
    assert!(refused.text().contains("Too many tries"), "{}", refused.text());
    assert!(refused.text().contains("href=\"tel:"), "whoever is in danger sees whom to call");
    // Others are not held up by it, nor is the question whether the house lives.
    assert_eq!(from("192.0.2.8:1000", "/en/hello").await.status, StatusCode::OK);
    assert_eq!(from("192.0.2.7:3000", "/health/live").await.status, StatusCode::OK);
}
