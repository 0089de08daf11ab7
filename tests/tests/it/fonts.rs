//! A system on which nobody has installed fonts: it serves, says what is missing, and prints no empty boxes.

use reqwest::{Client, StatusCode};

use crate::house::{House, said};

/// What `haqqi doctor` says, on a system that has no fonts but those of this file.
fn doctor(house: &House, fonts: Option<&str>) -> String {
    let mut command = house.command();
    command.arg("doctor").envs(fonts.map(|file| ("FONTCONFIG_FILE", file)));
    said(&command.output().unwrap())
}

#[tokio::test]
async fn without_fonts_the_page_says_what_to_do_and_the_doctor_what_is_missing() {
    let house = House::new();
    let well = doctor(&house, None);
    assert!(well.contains("ok   papers can be printed"), "{well}");
    let nowhere = house.folder.join("no-fonts");
    std::fs::create_dir_all(&nowhere).unwrap();
    let settings = house.folder.join("fonts.conf");
    std::fs::write(&settings, format!("<fontconfig><dir>{}</dir></fontconfig>", nowhere.display())).unwrap();
    let fonts = settings.to_str().unwrap();
    let doctor = doctor(&house, Some(fonts));
    assert!(doctor.contains("FAIL papers can be printed"), "{doctor}");
    assert!(doctor.contains("no font for papers in bn (Bengali); try: sudo apt-get install"), "{doctor}");

    let serving = house.serve(&[], &[("FONTCONFIG_FILE", fonts)]);
    let http = Client::builder().cookie_store(true).build().unwrap();
    let form = [("narrative", "পাসপোর্ট রেখে দিয়েছে।"), ("step", "5"), ("go", "send")];
    let shown = http.post(format!("{}/bn/complain", serving.base)).form(&form).send().await.unwrap();
    assert_eq!(shown.status(), StatusCode::OK, "she files all the same");
    let refused = http.get(format!("{}/bn/receipt/pdf", serving.base)).send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let page = refused.text().await.unwrap();
    assert!(page.contains("এই ফাইলটি এখন তৈরি করা যাচ্ছে না") && page.contains("ছাপান"), "{page}");
    let printed = http.get(format!("{}/bn/receipt/print", serving.base)).send().await.unwrap();
    assert_eq!(printed.status(), StatusCode::OK, "the page to print needs no fonts of ours");
}
