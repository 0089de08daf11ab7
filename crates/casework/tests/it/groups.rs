//! Many workers, one workplace: rows from a spreadsheet, own claims for each, and a second organisation that joins.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use haqqi_accounts::{SignIn, code_at, sign_in};
use haqqi_complaints::{
    Confidentiality, FileGroup, GroupError, GroupWorker, WageClaim, file_for_workers, filed_list, open,
    put_together, related,
};
use haqqi_kernel::{Action, Reference, Role, judge};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::world::World;

fn reference(text: &str) -> Reference {
    text.parse().unwrap()
}

fn worker(name: &str) -> GroupWorker {
    GroupWorker { name: name.to_owned(), ..GroupWorker::default() }
}

fn group(workers: Vec<GroupWorker>) -> FileGroup {
    let mut told = World::command();
    told.narrative = "They have not been paid since spring.".to_owned();
    told.employer.name = "Al Amal".to_owned();
    told.employer.place = "behind the mosque".to_owned();
    FileGroup { told, workers, group: None }
}

fn claim(month: &str, agreed: i64, paid: i64) -> WageClaim {
    WageClaim { month: month.to_owned(), agreed: Some(agreed), paid: Some(paid) }
}

#[tokio::test]
async fn each_worker_of_a_group_has_own_claims_contact_and_confidentiality() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let union = world.partner("union", "Union", "union").await;
        let first = GroupWorker {
            claims: vec![claim("2026-05", 280_000, 0), claim("2026-06", 280_000, 100_000)],
            confidentiality: Some(Confidentiality::Anonymous),
            phone: "0790000001".to_owned(),
            when: "\u{202e}Fridays".to_owned(),
            ..worker("First")
        };
        // Nobody else says for her that she may be named.
        let second = GroupWorker { confidentiality: Some(Confidentiality::Open), ..worker("Second") };
        let mut told = group(vec![first.clone(), second]);
        told.told.claims = vec![claim("2026-04", 1, 0)];
        let filed = file_for_workers(desk, &union, &told, None).await.unwrap();
        let officer = world.staff(Role::ComplaintsOfficer);
        let of = async |at: usize| {
            open(desk, &officer, reference(&filed.receipts[at].reference), "test").await.unwrap()
        };
        let (one, two) = (of(0).await, of(1).await);
        assert_eq!(one.claims, first.claims, "{on}");
        assert_eq!(two.claims, told.told.claims, "{on}: as for all");
        assert_eq!(one.summary.confidentiality, Confidentiality::Anonymous, "{on}");
        assert_eq!(two.summary.confidentiality, Confidentiality::Confidential, "{on}");
        assert_eq!((&*one.contact.address, &*one.contact.when), ("0790000001", "Fridays"), "{on}");
        assert!(two.contact.address.is_empty(), "{on}");

        let wrong = GroupWorker { claims: vec![claim("2026-13", 1, 1)], ..worker("Third") };
        let refused = file_for_workers(desk, &union, &group(vec![worker("A"), wrong]), None).await;
        assert!(matches!(refused, Err(GroupError::Worker(1, "claims", _))), "{on}: {refused:?}");
    }
}

#[tokio::test]
async fn a_second_organisation_joins_by_a_code_and_each_sees_its_own_alone() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let union = world.partner("union", "Union", "union").await;
        let embassy = world.partner("embassy", "Embassy", "embassy").await;
        let agency = world.partner("agency", "Agency", "agency").await;
        let first = file_for_workers(desk, &union, &group(vec![worker("One")]), None).await.unwrap();
        let code = first.group_code.clone().unwrap();

        // They need not know for whom these work; their workers join the group.
        let mut joining = group(vec![worker("Two"), worker("Three")]);
        joining.told.employer = Default::default();
        joining.group = Some(code.clone());
        let joined = file_for_workers(desk, &embassy, &joining, None).await.unwrap();
        assert!(joined.group_code.is_none(), "{on}: the group has its code");
        let officer = world.staff(Role::ComplaintsOfficer);
        let scope = judge(&officer, Action::ReadComplaint).unwrap();
        let record = open(desk, &officer, reference(&joined.receipts[0].reference), "test").await.unwrap();
        assert_eq!(
            (&*record.employer.name, &*record.employer.place),
            ("Al Amal", "behind the mosque"),
            "{on}"
        );
        assert_eq!(related(desk, &scope, record.summary.id).await.unwrap().len(), 2, "{on}");
        for (clerk, many) in [(&union, 1), (&embassy, 2)] {
            assert_eq!(filed_list(desk, clerk, None).await.unwrap().rows.len(), many, "{on}");
        }
        let workplace = open(desk, &officer, reference(&first.receipts[0].reference), "test").await.unwrap();
        assert_eq!(world.audited(workplace.summary.id, "complaint.read-workplace").await, 1, "{on}");

        // An invented code, and an agency or employer with a true one, join nothing and leave nothing.
        let digits = "1234567890123456";
        for odd in ["", " ", "x", digits, "\u{202e}1234", &"9".repeat(4000)] {
            let asked = FileGroup { group: Some(odd.to_owned()), ..joining.clone() };
            let answer = file_for_workers(desk, &embassy, &asked, None).await;
            if odd.trim().is_empty() {
                assert!(answer.is_ok(), "{on}: nothing typed is no code");
            } else {
                assert!(matches!(answer, Err(GroupError::Code)), "{on}: {odd}");
            }
        }
        let refused = file_for_workers(desk, &agency, &joining, None).await;
        assert!(matches!(refused, Err(GroupError::Code)), "{on}");
        let own =
            file_for_workers(desk, &agency, &group(vec![worker("A"), worker("B")]), None).await.unwrap();
        assert!(own.group_code.is_none(), "{on}: an agency gets no code");

        // Two groups that an officer puts together are one, by either code.
        let other = file_for_workers(desk, &union, &group(vec![worker("Four")]), None).await.unwrap();
        let (a, b) = (reference(&first.receipts[0].reference), reference(&other.receipts[0].reference));
        put_together(desk, &officer, a, b).await.unwrap();
        let late = FileGroup { group: other.group_code.clone(), ..joining.clone() };
        let late = file_for_workers(desk, &embassy, &late, None).await.unwrap();
        let record = open(desk, &officer, reference(&late.receipts[0].reference), "test").await.unwrap();
        assert_eq!(related(desk, &scope, record.summary.id).await.unwrap().len(), 5, "{on}");
    }
}

/// A partner at the form.
struct Clerk {
    rooms: Router,
    cookie: String,
}

impl Clerk {
    async fn at(world: &World) -> Self {
        let (_, key) = world.partner_with_key("embassy", "Embassy", "clerk").await;
        let house = &world.desk.site.house;
        let attempt = SignIn {
            name: "clerk".to_owned(),
            password: "a long first password".to_owned(),
            code: code_at(&key, house.now().timestamp()).unwrap(),
        };
        let session = sign_in(house, haqqi_web::Network(0), attempt).await.unwrap();
        let rooms =
            haqqi_accounts::pages(world.desk.site.clone()).merge(haqqi_complaints::pages(world.desk.clone()));
        let rooms = haqqi_web::shell(rooms, &world.desk.site);
        Self { rooms, cookie: format!("session={}; language=en", session.cookie) }
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, String) {
        let answer = self.rooms.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// Sends the form with these fields.
    async fn send(&self, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let form = Request::get("/staff/filed/new").header(header::COOKIE, &self.cookie);
        let (_, page) = self.ask(form.body(Body::empty()).unwrap()).await;
        let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut all = vec![("token", token)];
        all.extend(fields);
        let request = Request::post("/staff/filed/new")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(serde_html_form::to_string(all).unwrap()))
            .unwrap();
        self.ask(request).await
    }
}

fn holds(page: &str, name: &str, value: &str) -> bool {
    page.contains(&format!("name=\"{name}\" type=\"text\" value=\"{value}\""))
        || page.contains(&format!("name=\"{name}\" type=\"tel\" value=\"{value}\""))
}

#[tokio::test]
async fn rows_of_a_spreadsheet_are_read_and_every_mistake_is_said_by_row_and_column() {
    let world = World::all().await.remove(0);
    let clerk = Clerk::at(&world).await;
    let right = "Phone\tName\tLanguage\tMonth\tAgreed pay\tPaid\n\
                 0790000001\tMona \u{202e}Khalil\tবাংলা\t٠٥/٢٠٢٦\t280\t0\n\
                 \t\t\t2026-06\t280\t100\n\
                 \tGeorge\ten\t\t\t\n";
    let (status, page) = clerk.send(&[("go", "sheet"), ("narrative", "No pay."), ("sheet", right)]).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(holds(&page, "w1-name", "Mona Khalil") && holds(&page, "w2-name", "George"), "{page}");
    assert!(holds(&page, "w1-month-1", "2026-05") && holds(&page, "w1-month-2", "2026-06"), "{page}");
    assert!(page.contains("value=\"bn\" selected") && page.contains("data-test=\"put\""), "{page}");
    assert!(page.contains("No pay."), "what was typed stays");

    // Sent while rows stand in the box: they are read first, so that none is lost.
    let (status, page) = clerk.send(&[("go", "send"), ("narrative", "No pay."), ("sheet", right)]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(holds(&page, "w1-name", "Mona Khalil"), "{page}");

    // Mistakes: said by row and column, and everything stays where it was pasted.
    let wrong =
        "name,phone,age,month,agreed\nGood,0790000002,30,,\nBad,7.9E+08,old,13/2026,x\nOdd,,,,\"lots\n";
    let (status, page) = clerk.send(&[("go", "sheet"), ("sheet", wrong), ("w1-name", "Before")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["column 2 (Phone)", "column 3 (Age)", "column 4 (Month)", "column 5 (Agreed pay)"] {
        assert!(
            page.replace(['\u{2068}', '\u{2069}'], "").contains(&format!("Row 3, {said}")),
            "{said}: {page}"
        );
    }
    assert!(page.contains("Bad,7.9E+08,old,13/2026,x"), "nothing is lost: {page}");
    assert!(holds(&page, "w1-name", "Before") && !page.contains("value=\"Good\""), "{page}");
    assert!(page.contains("value=\"sheet-right\""), "{page}");

    // Those that are right go into the form behind what is there; the others stay in the box.
    let (status, page) = clerk.send(&[("go", "sheet-right"), ("sheet", wrong), ("w1-name", "Before")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(holds(&page, "w1-name", "Before") && holds(&page, "w2-name", "Good"), "{page}");
    let left = page.split("id=\"sheet\"").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(left.contains("Bad") && !left.contains("Good") && left.contains("name"), "{left}");

    // A column that is not known, a month without a worker, no rows, and rubbish.
    for (sheet, said) in [
        ("name\tpassport\nMona\tA123\n", "Name it as one of those above"),
        ("month\tagreed\n2026-05\t100\n", "without a worker above it"),
        ("name\tphone\n", "at least one row"),
        ("\u{feff}\u{202e}\u{1}\t\u{200b}\n\t\n", "at least one row"),
    ] {
        let (status, page) = clerk.send(&[("go", "sheet"), ("sheet", sheet)]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{sheet}");
        assert!(page.contains(said), "{sheet}: {page}");
    }
    let many: String = (0..60).map(|n| format!("Worker {n}\n")).collect();
    let (status, page) = clerk.send(&[("go", "sheet"), ("sheet", &format!("name\n{many}"))]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("No more fit into one form") && page.contains("Worker 59"), "{page}");
    let (_, page) = clerk.send(&[("go", "sheet-right"), ("sheet", &format!("name\n{many}"))]).await;
    assert!(holds(&page, "w50-name", "Worker 49"), "{page}");
    let left = page.split("id=\"sheet\"").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(left.contains("Worker 50") && !left.contains("Worker 49"), "{left}");
}

#[tokio::test]
async fn a_group_is_sent_with_own_months_and_a_wrong_month_is_said_where_it_stands() {
    let world = World::all().await.remove(0);
    let clerk = Clerk::at(&world).await;
    let base = [("go", "send"), ("narrative", "No pay."), ("language", "en"), ("w1-name", "Mona")];
    let with = |more: &[(&'static str, &'static str)]| [&base[..], more].concat();
    let (status, page) = clerk.send(&with(&[("w1-month-1", "May"), ("w1-agreed-1", "280")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("href=\"#w1-month-1\"") && holds(&page, "w1-month-1", "May"), "{page}");
    let (status, page) = clerk.send(&with(&[("w1-month-1", "5/2026"), ("w1-agreed-1", "٢٨٠")])).await;
    assert_eq!(status, StatusCode::CREATED, "{page}");
    assert!(page.contains("data-test=\"group-code\""), "{page}");
    let (status, page) = clerk.send(&with(&[("group", "1234 5678")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("href=\"#group\""), "{page}");
}
