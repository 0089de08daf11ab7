//! Forms with files: only their own routes take them, and what is no form is refused in the person's language.

use axum::http::StatusCode;

use crate::site::TestSite;

const KIND: &str = "multipart/form-data; boundary=edge";

fn form(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nআমার কথা\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat()
}

#[tokio::test]
async fn a_file_comes_piece_by_piece_where_files_are_taken() {
    let site = TestSite::new().await;
    let taken = site.post("/bn/files", KIND, form("ছবি.jpg", &vec![b'a'; 1_200_000])).await;
    assert_eq!(taken.text(), "words=আমার কথা;file:ছবি.jpg:1200000;", "more than other routes take");
    let large = site.post("/bn/files", KIND, form("x", &vec![b'a'; 1_600_000])).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.text().contains("lang=\"bn\""));
    let elsewhere = site.post("/bn/echo", KIND, form("x", b"a")).await;
    assert_eq!(elsewhere.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn what_is_no_form_with_files_is_refused_and_says_so() {
    let site = TestSite::new().await;
    let whole = form("x", b"abc");
    let cases: Vec<(&str, &str, Vec<u8>, StatusCode)> = vec![
        (
            "another kind",
            "application/x-www-form-urlencoded",
            b"words=a".to_vec(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        ("no boundary", "multipart/form-data", whole.clone(), StatusCode::BAD_REQUEST),
        ("cut off", KIND, whole[..whole.len() - 12].to_vec(), StatusCode::BAD_REQUEST),
        ("nothing", KIND, Vec::new(), StatusCode::BAD_REQUEST),
        ("another boundary", "multipart/form-data; boundary=other", whole.clone(), StatusCode::BAD_REQUEST),
    ];
    for (what, kind, body, status) in cases {
        let answer = site.post("/ar/files", kind, body).await;
        assert_eq!(answer.status, status, "{what}");
        assert!(answer.text().contains("lang=\"ar\""), "{what}");
    }
    let text = "--edge\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\n";
    for (what, words, status) in [
        ("half a letter", vec![0xff, 0xfe], StatusCode::BAD_REQUEST),
        ("a zero", b"a\0b".to_vec(), StatusCode::BAD_REQUEST),
        ("a long text", vec![b'a'; 140_000], StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let body = [text.as_bytes(), &words, b"\r\n--edge--\r\n"].concat();
        assert_eq!(site.post("/en/files", KIND, body).await.status, status, "{what}");
    }
}
