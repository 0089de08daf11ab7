//! Words that every other workplace has in its name. Legal forms and fillers are weak evidence. Concepts match by
//! meaning, not by sound. Ordinals are numbers, and numbers and branch words tell sister worksites apart, so they are
//! never dropped.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a known word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// A legal form or a filler.
    Weak,
    /// A trade, by meaning.
    Concept(&'static str),
    /// An ordinal.
    Number(&'static str),
    /// Branch, unit, plot.
    Branch,
}

/// Folded: أ إ آ are ا, ة is ه, ى is ي. Latin without marks, in small letters.
const WEAK: &str = "
شركه موسسه مجموعه مصنع مصانع معمل مشغل ورشه مكتب محل محدوده المحدوده ذمم شمم شذمم شمع شمل ممح مساهمه تضامن توصيه قابضه القابضه
عامه العامه دوليه الدوليه عالميه العالميه وطنيه الوطنيه حديثه الحديثه وشركاه وشركاوه واولاده واخوانه وابناوه ابنا اولاد اخوان خدمات الخدمات
كمپني لميٹڈ پراييويٹ اداره فيكٹري ملز اينڈ سنز
প্রাইভেট লিমিটেড কোম্পানি কোম্পানী এন্টারপ্রাইজ অ্যান্ড সন্স ফ্যাক্টরি কারখানা
प्राइवेट लिमिटेड कंपनी कम्पनी उद्योग एंड संस फैक्टरी
ኃየተየግማ አማ ድርጅት ፋብሪካ
llc wll spc fze fzco fzllc dmcc co company ltd limited pvt private plc est establishment general services service
intl international group holding and sons bros brothers partners sarl sal sa jsc inc corp corporation gmbh the for of
factory factories workshop office shop enterprise enterprises modern national global
";

const CONCEPTS: [(&str, &str); 25] = [
    (
        "garments",
        "ملابس البسه خياطه garment garments apparel clothing clothes sewing fashion গার্মেন্টস গার্মেন্ট পোশাক गारमेंट गारमेंट्स گارمنٹس",
    ),
    ("textile", "نسيج منسوجات غزل textile textiles fabrics weaving spinning টেক্সটাইল टेक्सटाइल ٹيكسٹايل"),
    ("contracting", "مقاولات تعهدات contracting contractors contractor"),
    ("building", "انشاات انشاييه بنا عمار اعمار construction constructions building builders নির্মাণ निर्माण"),
    ("trade", "تجاره تجاريه trading trade commercial"),
    ("import", "استيراد تصدير import export"),
    ("maintenance", "صيانه maintenance"),
    ("cleaning", "نظافه تنظيف تنظيفات cleaning"),
    ("guarding", "حراسه حمايه امن security guarding guards"),
    ("manpower", "عماله توظيف manpower staffing employment"),
    ("recruitment", "استقدام recruitment recruiting"),
    ("food", "اغذيه غذاييه foods food"),
    ("bakery", "مخبز مخابز bakery bakeries"),
    ("restaurant", "مطعم مطاعم restaurant restaurants রেস্টুরেন্ট रेस्टोरेंट"),
    ("hotel", "فندق فنادق hotel hotels হোটেল होटल"),
    ("farm", "مزرعه مزارع زراعه زراعيه farm farms agriculture agricultural"),
    ("transport", "نقل نقليات شحن transport transportation cargo freight logistics"),
    ("plastic", "بلاستيك plastic plastics"),
    ("metal", "معادن حديد metal metals steel iron"),
    ("wood", "اخشاب نجاره موبيليا furniture carpentry wood"),
    ("chemical", "كيماويات كيماويه chemical chemicals"),
    ("school", "مدرسه مدارس روضه school schools nursery academy"),
    ("hospital", "مستشفي عياده hospital clinic medical طبيه"),
    ("laundry", "غسيل مصبغه laundry"),
    ("industry", "صناعات صناعيه صناعه industries industrial industry manufacturing"),
];

const NUMBERS: [(&str, &str); 10] = [
    ("1", "اول اولي واحد first one"),
    ("2", "ثاني ثانيه اثنان second two ii"),
    ("3", "ثالث ثالثه ثلاثه third three"),
    ("4", "رابع رابعه اربعه fourth four iv"),
    ("5", "خامس خامسه خمسه fifth five"),
    ("6", "سادس سادسه سته sixth six"),
    ("7", "سابع سابعه سبعه seventh seven"),
    ("8", "ثامن ثامنه ثمانيه eighth eight"),
    ("9", "تاسع تاسعه تسعه ninth nine"),
    ("10", "عاشر عاشره عشره tenth ten"),
];

const BRANCH: &str = "فرع وحده قطعه هنغار مبني موقع branch unit plot hangar building block শাখা ইউনিট शाखा";

/// Every known word, folded, and what it is.
static KNOWN: LazyLock<HashMap<&'static str, Known>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    let mut keep = |words: &'static str, is: Known| {
        for word in words.split_whitespace() {
            known.entry(word).or_insert(is);
        }
    };
    keep(BRANCH, Known::Branch);
    keep(WEAK, Known::Weak);
    for (number, words) in NUMBERS {
        keep(words, Known::Number(number));
    }
    for (concept, words) in CONCEPTS {
        keep(words, Known::Concept(concept));
    }
    known
});

/// What a folded word is, if it is one of these. A building is a part of a workplace where a number follows, else a
/// trade.
pub(crate) fn known(word: &str, before_number: bool) -> Option<Known> {
    if word == "building" && !before_number {
        return Some(Known::Concept("building"));
    }
    KNOWN.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::KNOWN;
    use crate::Name;

    #[test]
    fn every_known_word_stands_as_it_is_folded() {
        let wrong: Vec<_> = KNOWN.keys().filter(|word| Name::fold_words(word).join(" ") != **word).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
