//! A system on which nobody has installed fonts: it serves, says what is missing, and prints no empty boxes.

use reqwest::{Client, StatusCode};

use crate::installed::Installed;

#[tokio::test]
async fn without_fonts_the_page_says_what_to_do_and_the_doctor_what_is_missing() {
    let mut house = Installed::new(None);
    assert!(house.doctor().contains("ok   papers can be printed"), "{}", house.doctor());
    house.takes_the_fonts_away();
    let doctor = house.doctor();
    assert!(doctor.contains("FAIL papers can be printed"), "{doctor}");
    assert!(doctor.contains("no font for papers in bn (Bengali); try: sudo apt-get install"), "{doctor}");

    house.serve().await;
    let http = Client::builder().cookie_store(true).build().unwrap();
    let form = [("narrative", "পাসপোর্ট রেখে দিয়েছে।"), ("step", "5"), ("go", "send")];
    let shown = http.post(format!("{}/bn/complain", house.base)).form(&form).send().await.unwrap();
    assert_eq!(shown.status(), StatusCode::OK, "she files all the same");
    let refused = http.get(format!("{}/bn/receipt/pdf", house.base)).send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let page = refused.text().await.unwrap();
    assert!(page.contains("এই ফাইলটি এখন তৈরি করা যাচ্ছে না") && page.contains("ছাপান"), "{page}");
    let printed = http.get(format!("{}/bn/receipt/print", house.base)).send().await.unwrap();
    assert_eq!(printed.status(), StatusCode::OK, "the page to print needs no fonts of ours");
}
