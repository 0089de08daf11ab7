//! What synthetic workers tell: our own sentences, nobody's words. `{n}` is a number of months.

/// A text: language, words, and what an interpreter makes of it for the staff, in each staff language but its own.
pub(super) struct Told {
    pub language: &'static str,
    pub words: &'static str,
    pub arabic: Option<&'static str>,
    pub english: Option<&'static str>,
}

/// The most common complaint.
const LATE: &str = "Last month's salary is {n} days late. Whom do I ask?";

/// The words with a number in them.
pub(super) fn with_number(words: &str, number: &str) -> String {
    words.replace("{n}", number)
}

/// What the interpreter of the demonstration writes for a text of this history; nothing for any other text.
pub(super) fn translation(from: &str, into: &str, body: &str) -> Option<String> {
    EVERYDAY.iter().chain(GRAVE).filter(|told| told.language == from).find_map(|told| {
        let (before, after) = told.words.split_once("{n}")?;
        let number = body.strip_prefix(before)?.strip_suffix(after)?;
        let said = if into == "ar" { told.arabic? } else { told.english? };
        Some(with_number(said, number))
    })
}

/// Everyday complaints in every language of the platform.
pub(super) const EVERYDAY: &[Told] = &[
    Told {
        language: "en",
        words: "My salary of last month is late by {n} days. Normally it comes on time. Whom can I ask?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام، وعادة يصل في وقته. من أسأل؟"),
        english: None,
    },
    Told {
        language: "en",
        words: "They did not count {n} hours of overtime on my payslip and say it is a mistake of the system.",
        arabic: Some("لم يحسبوا {n} ساعات إضافية في قسيمة راتبي ويقولون إنه خطأ في النظام."),
        english: None,
    },
    Told {
        language: "en",
        words: "I finished my contract and the company does not give me the certificate of experience. I asked {n} times.",
        arabic: Some("أنهيت عقدي والشركة لا تعطيني شهادة الخبرة. طلبتها {n} مرات."),
        english: None,
    },
    Told {
        language: "en",
        words: "The machine guard is broken since {n} weeks and nobody repairs it.",
        arabic: Some("واقي الآلة مكسور منذ {n} أسابيع ولا أحد يصلحه."),
        english: None,
    },
    Told {
        language: "ar",
        words: "تأخر راتب هذا الشهر {n} أيام وأريد أن أعرف متى أستطيع أن أشتكي.",
        arabic: None,
        english: Some("This month's salary is {n} days late and I want to know when I may complain."),
    },
    Told {
        language: "ar",
        words: "انتهى عقدي ولم أستلم شهادة الخبرة رغم أنني طلبتها {n} مرات.",
        arabic: None,
        english: Some(
            "My contract ended and I did not get the certificate of experience, though I asked {n} times.",
        ),
    },
    Told {
        language: "ar",
        words: "خصموا من راتبي أجر {n} أيام بسبب غياب لم يحدث.",
        arabic: None,
        english: Some("They cut {n} days of pay from my salary for an absence that never was."),
    },
    Told {
        language: "ar",
        words: "لم تُحسب لي {n} ساعات من العمل الإضافي في الشهر الماضي.",
        arabic: None,
        english: Some("{n} hours of overtime of last month were not counted for me."),
    },
    Told {
        language: "ar",
        words: "أريد أن آخذ إجازتي السنوية والشركة تؤجلها منذ {n} أسابيع.",
        arabic: None,
        english: Some("I want to take my yearly leave and the company has put it off for {n} weeks."),
    },
    Told {
        language: "bn",
        words: "গত মাসের বেতন {n} দিন দেরি হয়েছে। আগে সময়মতো পেতাম। কাকে বলব?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. كان يصل في وقته من قبل. لمن أقول؟"),
        english: Some("Last month's salary is {n} days late. Before, it came in time. Whom do I tell?"),
    },
    Told {
        language: "bn",
        words: "পে স্লিপে আমার {n} ঘণ্টা ওভারটাইম কম লেখা আছে।",
        arabic: Some("كُتب في قسيمة الراتب أن ساعاتي الإضافية أقل بـ {n} ساعات."),
        english: Some("My payslip has {n} hours of overtime too few."),
    },
    Told {
        language: "bn",
        words: "চুক্তি শেষ, কিন্তু কাজের সার্টিফিকেট এখনো দেয়নি। {n} বার চেয়েছি।",
        arabic: Some("انتهى العقد ولم يعطوني شهادة العمل بعد. طلبتها {n} مرات."),
        english: Some(
            "The contract is over, but they have not given the certificate of work yet. I asked {n} times.",
        ),
    },
    Told {
        language: "hi",
        words: "पिछले महीने का वेतन {n} दिन देर से आया। किससे पूछूँ?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "ur",
        words: "پچھلے مہینے کی تنخواہ {n} دن دیر سے آئی۔ کس سے پوچھوں؟",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "ne",
        words: "गत महिनाको तलब {n} दिन ढिलो भयो। कसलाई सोध्ने?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "si",
        words: "පසුගිය මාසයේ වැටුප දින {n}ක් ප්‍රමාදයි. කාගෙන්ද අහන්නේ?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "ta",
        words: "போன மாத சம்பளம் {n} நாள் தாமதம். யாரிடம் கேட்பது?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "fil",
        words: "Late ng {n} araw ang sahod ko noong isang buwan. Kanino ako magtatanong?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "id",
        words: "Gaji bulan lalu terlambat {n} hari. Saya harus bertanya kepada siapa?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "am",
        words: "ያለፈው ወር ደመወዝ {n} ቀን ዘገየ። ማንን ልጠይቅ?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "sw",
        words: "Mshahara wa mwezi uliopita umechelewa siku {n}. Nimuulize nani?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "my",
        words: "ပြီးခဲ့တဲ့လ လစာ {n} ရက် နောက်ကျပါတယ်။ ဘယ်သူ့ကို မေးရမလဲ။",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "zh",
        words: "上个月的工资晚了{n}天。我应该问谁？",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
    Told {
        language: "mg",
        words: "Tara {n} andro ny karama tamin'ny volana lasa. Iza no azoko anontaniana?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
        english: Some(LATE),
    },
];

/// Complaints that hold indicators: a person must look.
pub(super) const GRAVE: &[Told] = &[
    Told {
        language: "en",
        words: "Madam keeps my passport in her cupboard. For {n} months no salary. I am not allowed to go out of the house.",
        arabic: Some(
            "سيدة البيت تحتفظ بجواز سفري في خزانتها. منذ {n} أشهر بلا راتب، ولا يُسمح لي بالخروج من البيت.",
        ),
        english: None,
    },
    Told {
        language: "en",
        words: "The boss took our passports and he threatens to call the police. We cannot leave until the debt is paid, {n} months already.",
        arabic: Some(
            "أخذ صاحب العمل جوازاتنا ويهدد باستدعاء الشرطة. لا نستطيع الرحيل حتى يُدفع الدين، منذ {n} أشهر.",
        ),
        english: None,
    },
    Told {
        language: "ar",
        words: "صاحب العمل أخذ جواز سفري. ما قبضت راتبي من {n} شهور. يقفل الباب علي ولا يسمح لي بالخروج. يهددني بالشرطة والتسفير.",
        arabic: None,
        english: Some(
            "The employer took my passport and threatens me with the police, and I have had no salary for {n} months.",
        ),
    },
    Told {
        language: "ar",
        words: "تقفل الباب علي ولا تسمح لي بالخروج. صاحبة البيت أخذت جواز سفري وأخذت هاتفي. ما قبضت راتبي من {n} شهور.",
        arabic: None,
        english: Some(
            "She locks the door on me and does not let me out; she has had my phone and passport for {n} months.",
        ),
    },
    Told {
        language: "bn",
        words: "ম্যাডাম আমার পাসপোর্ট রেখে দিয়েছে। {n} মাস বেতন পাই না, ঘর থেকে বের হতে দেয় না।",
        arabic: Some("سيدة البيت أخذت جواز سفري. منذ {n} أشهر لا أتسلم راتبًا، ولا تسمح لي بالخروج من البيت."),
        english: Some(
            "Madam has kept my passport. No salary for {n} months, and she does not let me out of the house.",
        ),
    },
    Told {
        language: "bn",
        words: "মালিক পাসপোর্ট নিয়ে গেছে, পুলিশে ধরায় দিবো বলে হুমকি দেয়। {n} মাস বেতন পাই না।",
        arabic: Some("أخذ صاحب العمل جواز السفر ويهدد بأنه سيسلمني للشرطة. منذ {n} أشهر لا أتسلم راتبًا."),
        english: Some(
            "The boss has taken the passport and threatens to hand me to the police. No salary for {n} months.",
        ),
    },
];
