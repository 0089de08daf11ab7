//! Like texts are found, others are not, and without the key nothing is.

use std::collections::HashSet;

use haqqi_likeness::{BANDS, SIGNATURE_BYTES, Seeds, Signature};
use proptest::prelude::*;

fn seeds() -> Seeds {
    Seeds::from_key(&[7; 32])
}

fn words(language: usize) -> Vec<&'static str> {
    let text = [
        "the manager keeps our passports since spring and nobody was paid for march april may we work twelve hours \
         without a free day and sleep eight in a room where water comes through the roof they say whoever complains \
         is sent home the agent took money for the visa and the contract we signed is not what they promised us",
        "المدير ياخذ جوازاتنا منذ الربيع ولم يدفع لنا احد راتب اذار ونيسان نعمل اثنتي عشرة ساعة بلا يوم راحة وننام \
         ثمانية في غرفة يدخلها الماء ويقول من يشتكي نرسله الى بلده والوسيط اخذ مالا مقابل التاشيرة والعقد غير ما وعدونا",
        "ম্যানেজার আমাদের পাসপোর্ট রেখে দিয়েছে আর মার্চ থেকে কেউ বেতন পায়নি আমরা বারো ঘণ্টা কাজ করি কোনো ছুটি নেই \
         একটা ঘরে আটজন ঘুমাই ছাদ দিয়ে পানি পড়ে তারা বলে যে অভিযোগ করবে তাকে দেশে পাঠিয়ে দেবে দালাল ভিসার জন্য টাকা নিয়েছে",
    ];
    text[language].split_whitespace().collect()
}

/// A text of 60 words or more in one of the languages.
fn text() -> impl Strategy<Value = (usize, Vec<usize>)> {
    (0usize..3, proptest::collection::vec(0usize..40, 60..160))
}

fn spoken(language: usize, picks: &[usize]) -> String {
    let all = words(language);
    picks.iter().map(|pick| all[pick % all.len()]).collect::<Vec<_>>().join(" ")
}

/// The true share of common 5-grams.
fn jaccard(one: &str, other: &str) -> f64 {
    let grams = |text: &str| {
        let all: Vec<char> = text.chars().collect();
        all.windows(5).map(|gram| gram.iter().collect::<String>()).collect::<HashSet<_>>()
    };
    let (one, other) = (grams(one), grams(other));
    one.intersection(&other).count() as f64 / one.union(&other).count() as f64
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_estimate_is_near_the_truth((language, picks) in text(), changed in proptest::collection::vec(any::<prop::sample::Index>(), 0..30)) {
        let mut other = picks.clone();
        for at in &changed {
            let at = at.index(other.len());
            other[at] += 7;
        }
        let (one, two) = (spoken(language, &picks), spoken(language, &other));
        let estimate = Signature::of_folded(&one, &seeds()).unwrap().per_mille(&Signature::of_folded(&two, &seeds()).unwrap());
        let truth = jaccard(&one, &two) * 1000.0;
        // 128 places: five standard deviations are at most 221 thousandths.
        prop_assert!((f64::from(estimate) - truth).abs() < 230.0, "{estimate} for {truth}");
        if truth > 800.0 {
            let (s, t) = (seeds(), Signature::of_folded(&two, &seeds()).unwrap());
            let bands: HashSet<u64> = t.bands(&s).collect();
            let one = Signature::of_folded(&one, &s).unwrap();
            prop_assert!(one.bands(&s).any(|band| bands.contains(&band)));
        }
    }

    #[test]
    fn another_key_shares_nothing((language, picks) in text(), key in any::<[u8; 32]>()) {
        prop_assume!(key != [7; 32]);
        let text = spoken(language, &picks);
        let (own, other) = (seeds(), Seeds::from_key(&key));
        let (one, two) = (Signature::of_folded(&text, &own).unwrap(), Signature::of_folded(&text, &other).unwrap());
        // Values of 16 bits: two of 128 equal by chance come once in half a million.
        prop_assert!(one.per_mille(&two) < 20);
        let bands: HashSet<u64> = one.bands(&own).collect();
        prop_assert!(two.bands(&other).all(|band| !bands.contains(&band)));
    }

    #[test]
    fn any_text_at_all_is_taken_and_reads_back(text in "\\PC{0,400}") {
        if let Some(signature) = Signature::of(&text, "ar", &seeds()) {
            let bytes = signature.to_bytes();
            prop_assert_eq!(bytes.len(), SIGNATURE_BYTES);
            prop_assert_eq!(Signature::from_bytes(&bytes).unwrap(), signature.clone());
            prop_assert_eq!(signature.bands(&seeds()).count(), BANDS);
            prop_assert_eq!(signature.per_mille(&signature), 1000);
        }
    }
}

#[test]
fn spelling_is_no_difference() {
    let one = "أَخَذَ المُديرُ جَوازاتِنا، ولم يدفع لنا رواتب ٣ أشهر؛ ننام ثمانية في غرفة واحدة.";
    let other = "اخذ المدير جوازاتنا ولم يدفع لنا رواتب 3 اشهر ننام ثمانيه في غرفه واحده";
    let seeds = seeds();
    let same =
        Signature::of(one, "ar", &seeds).unwrap().per_mille(&Signature::of(other, "ar", &seeds).unwrap());
    assert_eq!(same, 1000);
}

#[test]
fn what_many_say_has_no_signature_and_other_stories_are_apart() {
    let seeds = seeds();
    assert!(Signature::of("They did not pay me for two months.", "en", &seeds).is_none());
    assert!(Signature::from_bytes(&[0; 7]).is_none());
    let one = "They did not pay me for two months and the foreman shouted at all of us in the yard.";
    let other =
        "My contract says eight hours, but the kitchen closes at midnight and I start at six in the morning.";
    let apart =
        Signature::of(one, "en", &seeds).unwrap().per_mille(&Signature::of(other, "en", &seeds).unwrap());
    assert!(apart < 150, "{apart}");
}
