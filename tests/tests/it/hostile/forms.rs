//! Every form that a worker or anybody signed in can reach: without its token, with another's, with too much, with codes
//! that are none, with bytes that are no text, after the session has ended. Always a page in the person's language.

use std::collections::BTreeMap;

use reqwest::StatusCode;

use super::crawl;
use super::html::{self, Form};
use super::person::{Page, Person};
use super::speaks;
use crate::server::{Folder, Server, access};

/// Words that must come back when something else was wrong.
const WORDS: &str = "Typed with care; must not be lost.";

/// Fields that never come back.
const SECRET: [&str; 3] = ["password", "new_password", "code"];

/// Refused, told on a page in the person's language.
fn refused(person: &Person, page: &Page, what: &str) {
    let status = page.status.as_u16();
    assert!((400..500).contains(&status), "{what}: {status}");
    if status == 413 && page.html.is_empty() {
        return;
    }
    assert!(page.kind.starts_with("text/html"), "{what}: {}", page.kind);
    assert_eq!(html::language(&page.html).split('-').next(), Some(person.language.as_str()), "{what}");
    assert_eq!(html::headings(&page.html), 1, "{what}: one heading");
    assert!(speaks(&person.language, &page.html), "{what}: not in {}", person.language);
}

/// Without the session's token nothing is taken.
async fn tokens(person: &Person, from: &str, form: &Form, others: &str) {
    for (kind, form) in [
        ("no token", form.without("token")),
        ("a forged token", form.with("token", "0000")),
        ("another's token", form.with("token", others)),
    ] {
        let what = format!("{} sends {} with {kind}", person.name, form.action);
        let page = person.send(from, &form).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{what}");
        refused(person, &page, &what);
    }
}

/// Bytes that are no text, and what is no form.
async fn no_form(person: &Person, form: &Form) {
    let token = form.get("token").unwrap_or_default();
    let kind = "application/x-www-form-urlencoded";
    for (what, kind, body) in [
        ("half bytes", kind, format!("token={token}&x=%ff%fe").into_bytes()),
        ("a zero", kind, format!("token={token}&x=%00").into_bytes()),
        ("raw bytes", kind, [format!("token={token}&x=").as_bytes(), &[0xff, 0xc0]].concat()),
        ("JSON", "application/json", b"{\"x\": 1}".to_vec()),
        ("2 MB", kind, format!("token={token}&x={}", "a".repeat(2_000_000)).into_bytes()),
    ] {
        let page = person.send_bytes(&form.action, kind, body).await;
        refused(person, &page, &format!("{} sends {what} to {}", person.name, form.action));
    }
}

/// Too much in each field that people type in; codes that are none in each that they choose in. What else was typed
/// comes back, unless it is secret.
async fn values(person: &Person, from: &str, form: &Form) {
    let typed: Vec<&String> = form.typed.iter().collect();
    for field in &typed {
        let what = format!("{} types too much into {field} of {}", person.name, form.action);
        let page = person.send(from, &form.with(field, &"a".repeat(70_000))).await;
        refused(person, &page, &what);
    }
    let full = typed.iter().fold(form.clone(), |form, field| form.with(field, WORDS));
    let keeps = typed.iter().any(|field| !SECRET.contains(&field.as_str()));
    for (n, field) in form.chosen.iter().enumerate() {
        let what = format!("{} chooses no code in {field} of {}", person.name, form.action);
        let page = person.send(from, &full.with(field, "no-such-code")).await;
        // The first choice may make a later one idle, as accepting does with the reason for declining.
        if n > 0 && page.status == StatusCode::SEE_OTHER {
            break;
        }
        refused(person, &page, &what);
        let kept =
            html::forms(&page.html).iter().any(|form| form.fields.iter().any(|(_, value)| value == WORDS));
        assert!(kept || !keeps, "{what}: what was typed is lost");
    }
}

/// A form that ends something for the person or another is never sent whole.
fn ends_something(form: &Form) -> bool {
    form.action.ends_with("/sign-out") || form.action.ends_with("/shut") || form.action.ends_with("/leave")
}

async fn withstands(person: &Person, forms: &BTreeMap<String, (String, Form)>, others: Option<&str>) {
    for (from, form) in forms.values() {
        if let Some(others) = others {
            tokens(person, from, form, others).await;
        }
        no_form(person, form).await;
        if !ends_something(form) {
            values(person, from, form).await;
        }
    }
}

/// After the session has ended: a page that says so, in the person's language, with what was typed.
async fn after_the_session(base: &str, language: &str, forms: &BTreeMap<String, (String, Form)>) {
    let gone = Person::new(base, "somebody whose session ended", language);
    for (from, form) in forms.values() {
        let full = form.typed.iter().fold(form.clone(), |form, field| form.with(field, WORDS));
        let page = gone.send(from, &full).await;
        let what = format!("{} sends {}", gone.name, form.action);
        // Where nothing was typed, or only what is never shown again, she is led to sign in; nothing is lost.
        if page.status == StatusCode::SEE_OTHER {
            let secret = form.action == "/staff/account/password";
            assert!(
                (secret || form.typed.is_empty())
                    && page.to.is_some_and(|to| to.starts_with("/staff/sign-in")),
                "{what}"
            );
            continue;
        }
        refused(&gone, &page, &what);
        let secret = |field: &String| SECRET.contains(&field.as_str());
        let kept = page.html.contains(WORDS);
        assert!(kept || form.typed.iter().all(secret), "{what}: what was typed is lost");
    }
}

/// Walks through the steps of a complaint and gathers the form of each; the last one, sent twice, stores once. Gives the
/// receipt's page.
async fn she_tells_step_by_step(
    worker: &Person,
    complain: &str,
    forms: &mut BTreeMap<String, (String, Form)>,
) -> String {
    let mut page = worker.open(complain).await;
    for n in 0..8 {
        let form = html::forms(&page.html).into_iter().find(|form| form.get("step").is_some()).unwrap();
        let form = Form { action: complain.to_owned(), ..form };
        let form =
            if form.typed.iter().any(|f| f == "narrative") { form.with("narrative", WORDS) } else { form };
        forms.insert(format!("{complain} {n}"), (complain.to_owned(), form.clone()));
        page = worker.send(complain, &form).await;
        if page.status.is_redirection() {
            let first = worker.follow(page.to.as_deref().unwrap()).await.html;
            let again = worker.send(complain, &form).await;
            let second = worker.follow(again.to.as_deref().unwrap()).await.html;
            assert_eq!(shown(&first, "reference"), shown(&second, "reference"), "sent twice, stored once");
            return first;
        }
        assert_eq!(page.status, StatusCode::OK, "step {n}");
    }
    panic!("the steps never end");
}

/// What a receipt shows at one of its marks, `reference` or `code`.
fn shown<'a>(html: &'a str, mark: &str) -> &'a str {
    let (_, after) = html.split_once(&format!("data-test=\"{mark}\">")).unwrap();
    after.split('<').next().unwrap().trim()
}

/// She comes back, writes, and sends the same message twice; the forms of her own page withstand as well.
async fn she_looks_again(worker: &Person, start: &str, receipt: &str) {
    let enter = format!("{start}return");
    let page = worker.open(&enter).await;
    let form = html::forms(&page.html).into_iter().find(|form| form.get("code").is_some()).unwrap();
    let form = form.with("reference", shown(receipt, "reference")).with("code", shown(receipt, "code"));
    let page = worker.send(&enter, &form).await;
    let mine = page.to.unwrap();
    let page = worker.open(&mine).await;
    let form =
        html::forms(&page.html).into_iter().find(|form| form.typed.iter().any(|f| f == "body")).unwrap();
    let form = form.with("body", WORDS);
    let before = page.html.matches(WORDS).count();
    for _ in 0..2 {
        assert_eq!(worker.send(&mine, &form).await.status, StatusCode::SEE_OTHER);
    }
    let after = worker.open(&mine).await.html.matches(WORDS).count();
    assert_eq!(after, before + 1, "sent twice, stored once");
    no_form(worker, &Form { action: mine.clone(), ..form.clone() }).await;
    values(worker, &mine, &form).await;
}

#[tokio::test]
async fn every_form_withstands_everything() {
    let folder = Folder::new();
    let server = Server::start(&folder.0);
    let users = access(&folder.0);
    let base = server.base.as_str();
    for language in ["bn", "ar"] {
        let worker = Person::new(base, "a worker", language);
        let start = format!("/{language}/");
        let complain = format!("/{language}/complain");
        let voice = format!("{complain}/voice");
        let mut forms = crawl::forms(&worker, &[&start, &complain, &voice]).await;
        assert!(forms.len() >= 2, "{:?}", forms.keys());
        let receipt = she_tells_step_by_step(&worker, &complain, &mut forms).await;
        withstands(&worker, &forms, None).await;
        she_looks_again(&worker, &start, &receipt).await;
    }
    let mut others = "0".to_owned();
    let mut done: BTreeMap<String, ()> = BTreeMap::new();
    let roles: BTreeMap<&str, usize> =
        users.iter().enumerate().rev().map(|(n, user)| (user["role"].as_str().unwrap(), n)).collect();
    for (n, (_, at)) in roles.into_iter().enumerate() {
        let language = ["ar", "en"][n % 2];
        let person = Person::signed_in(base, &users[at], language).await;
        let forms = crawl::forms(&person, &["/staff/account"]).await;
        let token = forms.values().find_map(|(_, form)| form.get("token")).unwrap().to_owned();
        // A form that several roles have is taken apart once; its token is looked at for each.
        let fresh: BTreeMap<_, _> =
            forms.into_iter().filter(|(pattern, _)| done.insert(pattern.clone(), ()).is_none()).collect();
        withstands(&person, &fresh, Some(&others)).await;
        after_the_session(
            base,
            language,
            &fresh.into_iter().filter(|(_, (_, f))| !ends_something(f)).collect(),
        )
        .await;
        others = token;
    }
}
