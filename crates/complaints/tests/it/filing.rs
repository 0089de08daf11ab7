//! Who may say who files, what a name may hold, and that what she reads over, changes and comes back to is what she
//! said.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use haqqi_complaints::{
    Channel, Contact, FieldProblem, FileComplaint, FileError, Filed, State, Whose, acknowledge_row, api,
    change_contact, enter, file, open, pages, set_state, summary,
};
use haqqi_kernel::{Action, Actor, Role, judge};
use http_body_util::BodyExt;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::world::{World, staff};

fn told(words: &str) -> FileComplaint {
    FileComplaint { language: "en".to_owned(), narrative: words.to_owned(), ..FileComplaint::default() }
}

async fn complaints(world: &World) -> i64 {
    let house = &world.test.house;
    let statement = Statement::from_string(house.db().backend(), "SELECT COUNT(*) AS many FROM complaint");
    house.reader().query_one_raw(statement).await.unwrap().unwrap().try_get("", "many").unwrap()
}

async fn send(world: &World, request: Request<Body>) -> Response {
    let rooms = pages(world.desk.clone()).merge(api(world.desk.clone()).split_for_parts().0);
    haqqi_web::shell(rooms, &world.desk.site).oneshot(request).await.unwrap()
}

async fn body(response: Response) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

async fn post_json(world: &World, path: &str, value: &Value) -> (StatusCode, Value) {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    let response = send(world, request.body(Body::from(value.to_string())).unwrap()).await;
    (response.status(), serde_json::from_str(&body(response).await).unwrap_or_default())
}

async fn post(world: &World, path: &str, cookie: &str, form: &[(&str, &str)]) -> Response {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, cookie)
        .body(Body::from(serde_html_form::to_string(form).unwrap()))
        .unwrap();
    send(world, request).await
}

async fn get(world: &World, path: &str, cookie: &str) -> Response {
    send(world, Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
}

/// The cookie of whoever came back with number and code.
async fn came_back(world: &World, filed: &Filed) -> String {
    let code = filed.code.as_ref().unwrap().to_string();
    let form = [("reference", &*filed.reference.to_string()), ("code", &*code)];
    let entered = post(world, "/en/return", "", &form).await;
    assert_eq!(entered.status(), StatusCode::SEE_OTHER);
    let cookie = entered.headers()[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

/// Where a form of this page goes.
fn action_of(page: &str, path: &str) -> String {
    let begin = page.find(&format!("action=\"{path}")).unwrap() + "action=\"".len();
    page[begin..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn on_a_shared_phone_what_one_types_never_reaches_the_complaint_of_the_other() {
    for world in World::all().await {
        let on = world.test.on;
        let (one, other) = (world.file(&told("Hers.")).await, world.file(&told("The other's.")).await);
        let hers = came_back(&world, &one).await;
        let page = body(get(&world, "/en/mine", &hers).await).await;
        let (write, withdraw) = (
            action_of(&page, "/en/mine/write"),
            action_of(&body(get(&world, "/en/mine/withdraw", &hers).await).await, "/en/mine/withdraw"),
        );
        // Another comes in by the same browser; the first one's pages are still open in other tabs.
        let others = came_back(&world, &other).await;
        let form = [("key", "0123456789abcdef0123456789abcdef"), ("body", "A secret."), ("words", "I stop.")];
        for address in [&write, &withdraw, &"/en/mine/write".to_owned(), &"/en/mine/write?of=".to_owned()] {
            let answer = post(&world, address, &others, &form).await;
            assert!(answer.status().is_client_error(), "{on}: {address}");
            assert!(body(answer).await.contains("A secret."), "{on}: her words come back");
        }
        let seen = body(get(&world, "/en/mine", &others).await).await;
        assert!(!seen.contains("A secret."), "{on}");
        assert_eq!(post(&world, &write, &hers, &form).await.status(), StatusCode::SEE_OTHER, "{on}");
        assert!(body(get(&world, "/en/mine", &hers).await).await.contains("A secret."), "{on}");
        // Who files puts away what was open: the next paper belongs to what was just filed.
        let danger = [("key", "00123456789abcdef0123456789abcde"), ("language", "en")];
        let filed = post(&world, "/en/danger", &hers, &danger).await;
        assert_eq!(filed.status(), StatusCode::SEE_OTHER, "{on}");
        let cookies: Vec<_> = filed.headers().get_all(header::SET_COOKIE).iter().collect();
        assert!(
            cookies.iter().any(|cookie| cookie.to_str().unwrap().starts_with("mine=;")),
            "{on}: {cookies:?}"
        );
    }
}

#[tokio::test]
async fn only_who_signs_in_files_as_the_hotline() {
    for world in World::all().await {
        let on = world.test.on;
        let hotline = world.desk.site.pack.filers().iter().find(|filer| !filer.on_page).unwrap().code.clone();
        let as_hotline = FileComplaint { filed_by: Some(hotline.clone()), ..told("She told me this.") };
        let before = complaints(&world).await;
        let hers = Actor::Worker { complaint: uuid::Uuid::from_u128(7) };
        for stranger in [Actor::Stranger, hers] {
            let mut unit = world.test.house.unit(stranger);
            let refused = file(&world.desk, &mut unit, "api", &as_hotline).unwrap_err();
            let field = FileError::Field { field: "filed_by", problem: FieldProblem::NotYours };
            assert_eq!(refused, field, "{on}");
        }
        let body = json!({ "language": "en", "narrative": "She told me this.", "filed_by": hotline });
        let (status, problem) = post_json(&world, "/api/v1/complaints", &body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on}: {problem}");
        assert_eq!(problem["errors"][0]["field"], "filed_by", "{on}: {problem}");
        let page = [("step", "5"), ("go", "send"), ("narrative", "x"), ("filed_by", &*hotline)];
        assert_eq!(post(&world, "/en/complain", "", &page).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(complaints(&world).await, before, "{on}: nothing was stored");

        let mut unit = world.test.house.unit(world.staff(Role::HotlineOperator));
        assert!(file(&world.desk, &mut unit, "phone", &as_hotline).is_ok(), "{on}");
        unit.commit().await.unwrap();
        assert_eq!(complaints(&world).await, before + 1, "{on}");
    }
}

#[tokio::test]
async fn a_name_turns_nothing_around_and_her_words_stay_as_she_wrote_them() {
    for world in World::all().await {
        let on = world.test.on;
        let story = "They said \u{202e}gnihton\u{202c} to me.\nTwice.";
        let turned = |text: &str| format!(" \u{2067}\u{202e}{text}\u{200f}\u{7}\n\u{feff}{text}\u{2069} ");
        let mut command = told(story);
        command.employer.name = turned("Amal");
        command.employer.place = turned("Irbid");
        command.worker.name = turned("Mona");
        command.contact = Contact {
            channel: Channel::Phone,
            address: "\u{202a}079 123 4567\u{202c}".to_owned(),
            when: turned("Friday"),
            safe_word: turned("rose"),
            ..Contact::default()
        };
        let filed = world.file(&command).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let opened = open(&world.desk, &officer, filed.reference, "test").await.unwrap();
        assert_eq!(opened.texts[0].body, story, "{on}");
        assert_eq!((&*opened.employer.name, &*opened.employer.place), ("Amal Amal", "Irbid Irbid"), "{on}");
        assert_eq!(opened.worker.name, "Mona Mona", "{on}");
        assert_eq!(opened.contact.address, "079 123 4567", "{on}");
        assert_eq!(
            (&*opened.contact.when, &*opened.contact.safe_word),
            ("Friday Friday", "rose rose"),
            "{on}"
        );

        // The same when she changes it, and a name of nothing but such signs is no name.
        let entered = enter(&world.desk, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        let contact = Contact { when: "\u{202e}\u{2066}".to_owned(), ..command.contact.clone() };
        change_contact(&world.desk, &entered, &contact, opened.summary.confidentiality).await.unwrap();
        let opened = open(&world.desk, &officer, filed.reference, "test").await.unwrap();
        assert_eq!((&*opened.contact.address, &*opened.contact.when), ("079 123 4567", ""), "{on}");
    }
}

#[tokio::test]
async fn a_program_is_told_of_her_complaint_what_her_page_tells_and_neither_tells_of_a_visit() {
    for world in World::all().await {
        let on = world.test.on;
        let filed = world.file(&told("No pay.")).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        for state in [None, Some(State::VisitPlanned), Some(State::Visited)] {
            let now = summary(&world.desk, &scope, filed.reference).await.unwrap();
            let mut unit = world.test.house.unit(officer.clone());
            match state {
                None => assert!(acknowledge_row(&mut unit, &now, "request-inspection")),
                Some(state) => assert!(set_state(&mut unit, &now, state), "{on}: {state:?}"),
            }
            unit.commit().await.unwrap();
            let code = filed.code.as_ref().unwrap().to_string();
            let path = format!("/api/v1/complaints/{}", filed.reference);
            let request = Request::get(path).header("Receipt-Code", code).body(Body::empty()).unwrap();
            let answer = body(send(&world, request).await).await;
            let view: Value = serde_json::from_str(&answer).unwrap();
            let cookie = came_back(&world, &filed).await;
            let page = body(get(&world, "/en/mine", &cookie).await).await;
            for telling in ["visit", "inspect", "report"] {
                assert!(!answer.to_lowercase().contains(telling), "{on} {state:?}: {answer}");
            }
            let sentence = view["told"].as_str().unwrap();
            assert!(page.contains(sentence), "{on}: {sentence}");
            let stands = if state.is_none() { "acknowledged" } else { "in_work" };
            assert_eq!(view["state"], stands, "{on}");
            let shown = if state.is_none() { "A person has read it." } else { "We are working on it." };
            assert!(page.contains(shown), "{on}: {page}");
        }
    }
}

/// Everything that the steps ask.
const EVERYTHING: [(&str, &str); 18] = [
    ("narrative", "They keep\nmy <b>passport</b>."),
    ("kind", "documents-held"),
    ("filed_by", "relative"),
    ("employer_name", "Al Amal"),
    ("employer_place", "behind the mosque"),
    ("governorate", "JO-IR"),
    ("confidentiality", "anonymous"),
    ("danger", "yes"),
    ("answer-S.leave", "no"),
    ("age", "child"),
    ("channel", "email"),
    ("address", "her@mail.example"),
    ("whose", "trusted"),
    ("when", "after eight"),
    ("no_message", "yes"),
    ("open_words", "yes"),
    ("safe_word", "jasmine"),
    ("interpreter_sex", "female"),
];

#[tokio::test]
async fn she_reads_over_everything_and_changes_each_of_it_where_it_is_asked() {
    let world = World::in_pack(haqqi_testing::sqlite().await, "jordan");
    let asks = |id: &str| world.desk.screening.asks(id);
    assert!(asks("S.leave"));
    let with = |more: &[(&'static str, &'static str)]| [&EVERYTHING[..], more].concat();
    let over = body(post(&world, "/en/complain", "", &with(&[("step", "4"), ("go", "next")])).await).await;
    let list = over.split("data-test=\"told\"").nth(1).unwrap().split("</dl>").next().unwrap().to_owned();
    for shown in [
        "my &#60;b&#62;passport&#60;/b&#62;.",
        "Al Amal",
        "behind the mosque",
        "I am in danger now",
        "Under 18",
        "her@mail.example",
        "after eight",
        "jasmine",
        "a woman",
        "No, and I give no name",
    ] {
        assert!(list.contains(shown), "{shown}: {list}");
    }
    let questions = world.desk.screening.questions();
    let asked = questions.iter().find(|question| question.id == "S.leave").unwrap();
    let english = world.desk.site.languages.for_worker("en").unwrap();
    assert!(list.contains(&english.text(&asked.ask).replace('\'', "&#39;")), "{list}");
    assert_eq!(list.matches("<dt>").count(), list.matches("value=\"change-").count(), "each has its change");

    // She changes her age: that step, with what she said; then all of it again.
    let back =
        body(post(&world, "/en/complain", "", &with(&[("step", "5"), ("go", "change-3")])).await).await;
    assert!(back.contains("name=\"age\" value=\"child\" checked"), "{back}");
    let again = with(&[("step", "3"), ("over", "yes"), ("go", "next")]);
    let again = body(post(&world, "/en/complain", "", &again).await).await;
    assert!(again.contains("data-test=\"told\""), "straight back to reading over: {again}");
    // What no page offers leads nowhere else and loses nothing.
    for go in ["change-", "change-0", "change-99", "change-\u{202e}", "change-18446744073709551616"] {
        let odd = post(&world, "/en/complain", "", &with(&[("step", "5"), ("go", go)])).await;
        assert!(odd.status() == StatusCode::OK, "{go}");
        assert!(body(odd).await.contains("jasmine"), "{go}");
    }
    // Pay was not asked before: changing the kind to pay asks for it.
    let pay = [&EVERYTHING[..1], &[("kind", "wages-unpaid"), ("step", "1"), ("over", "yes"), ("go", "next")]];
    let pay = body(post(&world, "/en/complain", "", &pay.concat()).await).await;
    assert!(pay.contains("claim-month-1"), "{pay}");
}

#[tokio::test]
async fn what_she_wished_before_stays_when_she_changes_her_number() {
    for world in World::all().await {
        let on = world.test.on;
        let before = Contact {
            channel: Channel::Email,
            address: "her@mail.example".to_owned(),
            hers_alone: true,
            whose: Some(Whose::Alone),
            when: "Fridays".to_owned(),
            never_call: true,
            no_message: false,
            safe_word: "jasmine".to_owned(),
            open_words: true,
        };
        let filed = world.file(&FileComplaint { contact: before.clone(), ..told("No pay.") }).await;
        let cookie = came_back(&world, &filed).await;
        let form = body(get(&world, "/en/mine/contact", &cookie).await).await;
        let goes_to = action_of(&form, "/en/mine/contact");
        for field in
            ["channel", "address", "whose", "when", "never_call", "no_message", "safe_word", "open_words"]
        {
            assert!(form.contains(&format!("name=\"{field}\"")), "{on}: {field}");
        }
        assert!(form.contains("name=\"never_call\" value=\"yes\" checked"), "{on}: {form}");
        assert!(!form.contains("her@mail.example") && !form.contains("jasmine"), "{on}: shown to no thief");

        let contact = || async {
            let officer =
                staff(Role::ComplaintsOfficer, Some(&world.desk.site.pack.identity().default_office), false);
            open(&world.desk, &officer, filed.reference, "test").await.unwrap().contact
        };
        // Only the hours: the rest stays.
        let hours = [("channel", "email"), ("when", "Sundays"), ("never_call", "yes"), ("open_words", "yes")];
        let kept = post(&world, &goes_to, &cookie, &hours).await;
        assert_eq!(kept.status(), StatusCode::SEE_OTHER, "{on}");
        assert_eq!(contact().await, Contact { when: "Sundays".to_owned(), ..before.clone() }, "{on}");

        // A call where she said never to call: refused, with everything that she typed.
        let call =
            [("channel", "phone"), ("address", "0791234567"), ("never_call", "yes"), ("when", "at noon")];
        let refused = post(&world, &goes_to, &cookie, &call).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        let refused = body(refused).await;
        assert!(
            refused.contains("never_call-error") && refused.contains("value=\"0791234567\""),
            "{on}: {refused}"
        );
        assert!(refused.contains("value=\"at noon\""), "{on}");
        assert_eq!(contact().await.channel, Channel::Email, "{on}");

        // Another phone is another phone: whose it is, and open words, are said anew; the safe word stays until dropped.
        let other = [("channel", "phone"), ("address", "0791234567"), ("open_words", "yes")];
        assert_eq!(post(&world, &goes_to, &cookie, &other).await.status(), StatusCode::SEE_OTHER);
        let now = contact().await;
        assert!(!now.hers_alone && now.whose.is_none() && !now.open_words, "{on}: {now:?}");
        assert_eq!((&*now.safe_word, now.never_call), ("jasmine", false), "{on}");
        let none = [("channel", "none"), ("forget_word", "yes")];
        assert_eq!(post(&world, &goes_to, &cookie, &none).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(contact().await, Contact::default(), "{on}: what she gave before is gone");
    }
}
