//! Prints a few papers into the folder that `HAQQI_LOOK` names, for somebody to look at; and says what they cost.

use std::time::Instant;

use haqqi_documents::{Block, Paper, Press};

use crate::reader::paper;

fn receipt(tag: &str, words: [&str; 6]) -> Paper {
    paper(tag, words[0])
        .with(Block::Code { label: words[1].to_owned(), code: "C-26-7KQ4M2-X".to_owned() })
        .with(Block::Code { label: words[2].to_owned(), code: "1234 5678 9012 3456".to_owned() })
        .with(Block::pairs([(words[3], "\u{2068}24 Nov 2026, 21:40\u{2069}")]))
        .with(Block::text(words[4]))
        .with(Block::Notice(words[5].to_owned()))
}

/// A table as the report of a visit has it: narrow columns with long heads, and words in another script below the
/// paper's own.
fn findings() -> Paper {
    let heads = ["Number", "Finding", "Law", "Weight", "Workers concerned"];
    let said = "Not so: \u{2068}Sick leave is given\u{2069}\nلم تُمنح أي إجازة مرضية للعمال منذ بداية العام، بحسب السجلات.";
    let law = "Labour Law, article 65: Fourteen days of sick leave a year, paid, on a report of a doctor";
    let row = |number: &str| [number, said, law, "serious", "12"].map(str::to_owned).to_vec();
    paper("en", "Findings").with(Block::table(heads, vec![row("1"), row("2")]))
}

fn report(tag: &str, words: [&str; 5]) -> Paper {
    let rows = (1..=24).map(|row| {
        vec![format!("{row}"), words[2].to_owned(), words[3].to_owned(), format!("{row}.500 JOD")]
    });
    paper(tag, words[0])
        .sender(words[1])
        .subtitle("V-26-7KQ4M2-X")
        .footer(words[1])
        .with(Block::pairs([
            (words[2], words[3]),
            (words[4], "Classic Fashion Apparel Industry Ltd. Co."),
            ("", "+962 6 580 2666"),
        ]))
        .with(Block::heading(words[2]))
        .with(Block::text(words[3]))
        .with(Block::List(vec![words[3].to_owned(), words[4].to_owned()]))
        .with(Block::Subheading(words[4].to_owned()))
        .with(Block::table(["#", words[2], words[4], "JOD"], rows.collect()))
        .with(Block::Notice(words[3].to_owned()))
        .with(Block::Small(words[3].to_owned()))
        .with(Block::Qr { content: "V-26-7KQ4M2-X".to_owned(), label: words[0].to_owned() })
        .with(Block::Signatures(vec![words[1].to_owned(), words[4].to_owned(), words[2].to_owned()]))
}

#[test]
fn a_few_papers_to_look_at() {
    let begun = Instant::now();
    let press = Press::new();
    press.warm();
    println!("fonts: {:?}", begun.elapsed());
    let papers = [
        (
            "receipt-en",
            vec![receipt(
                "en",
                ["Note", "Number", "Code", "Date", "Keep this where only you find it.", "Call 06 580 2666"],
            )],
        ),
        (
            "receipt-bn",
            vec![receipt(
                "bn",
                [
                    "নোট",
                    "নম্বর",
                    "কোড",
                    "তারিখ",
                    "এটি এমন জায়গায় রাখুন যেখানে শুধু আপনি খুঁজে পাবেন।",
                    "ফোন করুন \u{2068}+962 6 580 2666\u{2069}",
                ],
            )],
        ),
        (
            "receipt-ar",
            vec![receipt(
                "ar",
                [
                    "ملاحظة",
                    "الرقم",
                    "الرمز",
                    "التاريخ",
                    "احتفظي بها حيث لا يجدها غيرك.",
                    "اتصلي على \u{2068}+962 6 580 2666\u{2069} في أي وقت",
                ],
            )],
        ),
        (
            "receipt-ur",
            vec![receipt(
                "ur",
                [
                    "نوٹ",
                    "نمبر",
                    "کوڈ",
                    "تاریخ",
                    "اسے ایسی جگہ رکھیں جہاں صرف آپ اسے ڈھونڈ سکیں۔ اسے ایسی جگہ رکھیں جہاں صرف آپ اسے ڈھونڈ سکیں۔",
                    "فون کریں \u{2068}+962 6 580 2666\u{2069}",
                ],
            )],
        ),
        (
            "receipt-my",
            vec![receipt(
                "my",
                [
                    "မှတ်စု",
                    "နံပါတ်",
                    "ကုဒ်",
                    "ရက်စွဲ",
                    "ဤစာရွက်ကို လုံခြုံသောနေရာတွင် သိမ်းထားပါ။ ဤစာရွက်ကို လုံခြုံသောနေရာတွင် သိမ်းထားပါ။",
                    "ဖုန်း",
                ],
            )],
        ),
        ("findings", vec![findings()]),
        (
            "report",
            vec![
                report(
                    "ar",
                    [
                        "تقرير زيارة تفتيش",
                        "وزارة العمل",
                        "النتائج",
                        "لوحظ أن العمال لا يحتفظون بجوازات سفرهم.",
                        "المنشأة",
                    ],
                ),
                report(
                    "en",
                    [
                        "Report of an inspection",
                        "Ministry of Labour",
                        "Findings",
                        "Workers did not hold their passports themselves; they were kept in the office.",
                        "Establishment",
                    ],
                ),
            ],
        ),
    ];
    for (name, papers) in papers {
        let begun = Instant::now();
        let pdf = press.print_now(&papers).unwrap();
        println!("{name}: {:?}, {} bytes", begun.elapsed(), pdf.len());
        let begun = Instant::now();
        press.print_now(&papers).unwrap();
        println!("{name} again: {:?}", begun.elapsed());
        if let Some(folder) = std::env::var_os("HAQQI_LOOK") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &pdf).unwrap();
        }
    }
}
