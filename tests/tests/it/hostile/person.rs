//! A person at a browser without script: cookies, a language, redirects followed by hand.

use std::time::{SystemTime, UNIX_EPOCH};

use reqwest::{Client, StatusCode, redirect};
use serde_json::Value;

use super::html::{self, Form};

/// What a page answered.
pub struct Page {
    pub status: StatusCode,
    pub kind: String,
    pub to: Option<String>,
    pub html: String,
}

pub struct Person {
    pub name: String,
    pub language: String,
    base: String,
    http: Client,
}

/// The code that an authenticator shows now (RFC 6238).
#[expect(clippy::disallowed_methods, reason = "an authenticator has a clock of its own")]
fn code_now(secret: &str) -> String {
    let secret = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(totp_rs::Secret::from(secret.as_slice()))
        .build()
        .unwrap();
    totp.generate(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).to_string()
}

/// The fields of a form that takes files, as a browser sends them.
fn parts(fields: &[(String, String)]) -> Vec<u8> {
    let part = |(name, value): &(String, String)| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    (fields.iter().map(part).collect::<String>() + "--edge--\r\n").into_bytes()
}

impl Person {
    pub fn new(base: &str, name: &str, language: &str) -> Self {
        let http = Client::builder().cookie_store(true).redirect(redirect::Policy::none()).build().unwrap();
        Self { name: name.to_owned(), language: language.to_owned(), base: base.to_owned(), http }
    }

    /// Somebody of the demonstration's file, signed in with both factors.
    pub async fn signed_in(base: &str, user: &Value, language: &str) -> Self {
        let text = |key: &str| user[key].as_str().unwrap().to_owned();
        let person = Self::new(base, &text("role"), language);
        let page = person.open("/staff/sign-in").await;
        let form = html::forms(&page.html).into_iter().find(|form| form.get("password").is_some()).unwrap();
        let form = form.with("name", &text("name")).with("password", &text("password"));
        let form = form.with("code", &code_now(&text("totp_secret")));
        let done = person.send("/staff/sign-in", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{} signs in", person.name);
        person
    }

    async fn answer(&self, request: reqwest::RequestBuilder) -> Page {
        let Some(answer) = super::send(request.header("accept-language", &self.language)).await else {
            let (kind, to, html) = Default::default();
            return Page { status: StatusCode::PAYLOAD_TOO_LARGE, kind, to, html };
        };
        let header = |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let (status, kind, to) = (answer.status(), header("content-type"), header("location"));
        Page { status, kind: kind.unwrap_or_default(), to, html: answer.text().await.unwrap_or_default() }
    }

    pub async fn open(&self, path: &str) -> Page {
        self.answer(self.http.get(format!("{}{path}", self.base))).await
    }

    /// Opens an address and what it leads on to.
    pub async fn follow(&self, path: &str) -> Page {
        let mut page = self.open(path).await;
        for _ in 0..5 {
            let Some(to) = page.to.take().filter(|to| to.starts_with('/')) else { break };
            page = self.open(&to).await;
        }
        page
    }

    /// Sends a form of the page at `from`.
    pub async fn send(&self, from: &str, form: &Form) -> Page {
        let to = if form.action.is_empty() { from } else { &form.action };
        if form.files {
            return self.send_bytes(to, "multipart/form-data; boundary=edge", parts(&form.fields)).await;
        }
        self.answer(self.http.post(format!("{}{to}", self.base)).form(&form.fields)).await
    }

    /// Sends bytes as a form.
    pub async fn send_bytes(&self, to: &str, kind: &str, body: Vec<u8>) -> Page {
        self.answer(self.http.post(format!("{}{to}", self.base)).header("content-type", kind).body(body))
            .await
    }
}
