//! One file, tagged, counted through, and the same each time.

use haqqi_documents::{Block, Paper};

use crate::reader::{info, pages, paper, press, structure, text_of};

fn two() -> Vec<Paper> {
    let table = |name: &str| {
        let rows = (1..=200).map(|row| vec![format!("R{row}"), format!("{name} {row}"), "12.500".to_owned()]);
        Block::table(["No", name, "JOD"], rows.collect())
    };
    vec![
        paper("ar", "تقرير زيارة").footer("نسخة").with(Block::heading("الأسماء")).with(table("اسم")),
        paper("en", "Report of a visit")
            .footer("Copy")
            .with(Block::heading("Names"))
            .with(Block::Subheading("All of them".to_owned()))
            .with(table("Name"))
            .with(Block::pairs([("Place", "Amman"), ("Time", "09:30")]))
            .with(Block::Qr {
                content: "V-26-7KQ4M2-X".to_owned(),
                label: "Number of the report".to_owned(),
            }),
    ]
}

#[test]
fn a_table_of_two_hundred_rows_repeats_its_heads_on_each_page() {
    let pdf = press().print_now(&two()).unwrap();
    let text = text_of(&pdf);
    let pages = pages(&pdf);
    assert!(pages >= 8, "{pages}");
    for row in [1, 2, 100, 199, 200] {
        assert!(text.contains(&format!("Name {row}")), "{row}");
    }
    assert!(text.matches("JOD").count() >= pages - 1, "heads stand on each page of a table: {text:.3000}");
    for page in 1..=pages {
        assert!(text.contains(&format!("{page} / {pages}")), "page {page} is counted");
    }
}

#[test]
fn the_file_is_tagged_and_named_and_in_its_language() {
    let pdf = press().print_now(&two()).unwrap();
    let info = info(&pdf);
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{info}");
    assert!(info.contains("تقرير زيارة"), "{info}");
    assert!(info.contains("595.276 x 841.89"), "{info}");
    for hidden in ["Creator", "CreationDate", "ModDate", "Author", "Producer"] {
        assert!(!info.contains(hidden), "{hidden}: {info}");
    }
    let raw = String::from_utf8_lossy(&pdf);
    assert!(raw.contains("pdfuaid"), "the file says that it keeps to PDF/UA");
    assert!(
        raw.contains("/Lang(ar)") || raw.contains("/Lang (ar)"),
        "the file is in the first paper's language"
    );
    assert!(raw.contains("/DisplayDocTitle true"), "a reader shows the title, not the file's name");
    assert!(raw.contains("/Lang(en)") || raw.contains("/Lang (en)"), "what is in another language says so");
    assert!(raw.contains("/Scope/Row") || raw.contains("/Scope /Row"), "heads of rows are heads");
    let tags = structure(&pdf);
    for tag in ["H1", "H2", "H3", "Table", "TH", "TD", "Figure"] {
        assert!(tags.lines().any(|line| line.trim_start().starts_with(tag)), "{tag} in {tags:.2000}");
    }
}

#[test]
fn equal_papers_are_equal_files() {
    let first = press().print_now(&two()).unwrap();
    let again = press().print_now(&two()).unwrap();
    let elsewhere = haqqi_documents::Press::new().print_now(&two()).unwrap();
    assert!(first == again && first == elsewhere);
}

#[test]
fn pages_are_counted_in_the_digits_of_the_language() {
    let mut bengali = paper("bn", "কাগজ");
    bengali.digits = ['০', '১', '২', '৩', '৪', '৫', '৬', '৭', '৮', '৯'];
    let pdf = press().print_now(&[bengali]).unwrap();
    assert!(text_of(&pdf).replace(' ', "").contains("১/১"), "{}", text_of(&pdf));
}

#[test]
fn a_code_is_copied_from_the_file_as_it_stands() {
    let alphabet: Vec<char> = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".chars().collect();
    // Each letter beside each other.
    let codes: Vec<String> = (0..alphabet.len())
        .map(|step| (0..40).map(|at| alphabet[at * (step + 1) % alphabet.len()]).take(16).collect())
        .collect();
    let blocks =
        codes.iter().map(|code| Block::Code { label: "Number".to_owned(), code: format!("C-26-{code}-J") });
    let mut note = paper("ur", "نوٹ");
    note.blocks = blocks.collect();
    let text = text_of(&press().print_now(&[note]).unwrap());
    for code in codes {
        assert!(text.contains(&format!("C-26-{code}-J")), "{code} in {text}");
    }
}

#[tokio::test]
async fn many_may_print_at_once() {
    let prints: Vec<_> = (0..6)
        .map(|number| {
            let press = press().clone();
            tokio::spawn(async move {
                let paper = paper("en", "Note").with(Block::text(format!("only number {number}")));
                press.print(vec![paper]).await
            })
        })
        .collect();
    for (number, print) in prints.into_iter().enumerate() {
        let text = text_of(&print.await.unwrap().unwrap());
        assert_eq!(text.matches("only number").count(), 1);
        assert!(text.contains(&format!("only number {number}")));
    }
}
