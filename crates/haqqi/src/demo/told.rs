//! What synthetic workers tell: our own sentences, nobody's words. `{n}` is a number of months.

/// A text: language, words, and what an interpreter makes of it for the staff.
pub(super) struct Told {
    pub language: &'static str,
    pub words: &'static str,
    pub arabic: Option<&'static str>,
}

/// The words with a number in them.
pub(super) fn with_number(words: &str, number: &str) -> String {
    words.replace("{n}", number)
}

/// What the interpreter of the demonstration writes for a text of this history; nothing for any other text.
pub(super) fn translation(language: &str, body: &str) -> Option<String> {
    EVERYDAY.iter().chain(GRAVE).filter(|told| told.language == language).find_map(|told| {
        let (before, after) = told.words.split_once("{n}")?;
        let number = body.strip_prefix(before)?.strip_suffix(after)?;
        Some(with_number(told.arabic?, number))
    })
}

/// Everyday complaints in every language of the platform.
pub(super) const EVERYDAY: &[Told] = &[
    Told {
        language: "en",
        words: "My salary of last month is late by {n} days. Normally it comes on time. Whom can I ask?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام، وعادة يصل في وقته. من أسأل؟"),
    },
    Told {
        language: "en",
        words: "They did not count {n} hours of overtime on my payslip and say it is a mistake of the system.",
        arabic: Some("لم يحسبوا {n} ساعات إضافية في قسيمة راتبي ويقولون إنه خطأ في النظام."),
    },
    Told {
        language: "en",
        words: "I finished my contract and the company does not give me the certificate of experience. I asked {n} times.",
        arabic: Some("أنهيت عقدي والشركة لا تعطيني شهادة الخبرة. طلبتها {n} مرات."),
    },
    Told {
        language: "en",
        words: "The machine guard is broken since {n} weeks and nobody repairs it.",
        arabic: Some("واقي الآلة مكسور منذ {n} أسابيع ولا أحد يصلحه."),
    },
    Told {
        language: "ar",
        words: "تأخر راتب هذا الشهر {n} أيام وأريد أن أعرف متى أستطيع أن أشتكي.",
        arabic: None,
    },
    Told {
        language: "ar",
        words: "انتهى عقدي ولم أستلم شهادة الخبرة رغم أنني طلبتها {n} مرات.",
        arabic: None,
    },
    Told {
        language: "ar", words: "خصموا من راتبي أجر {n} أيام بسبب غياب لم يحدث.", arabic: None
    },
    Told {
        language: "ar", words: "لم تُحسب لي {n} ساعات من العمل الإضافي في الشهر الماضي.", arabic: None
    },
    Told {
        language: "ar", words: "أريد أن آخذ إجازتي السنوية والشركة تؤجلها منذ {n} أسابيع.", arabic: None
    },
    Told {
        language: "bn",
        words: "গত মাসের বেতন {n} দিন দেরি হয়েছে। আগে সময়মতো পেতাম। কাকে বলব?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. كان يصل في وقته من قبل. لمن أقول؟"),
    },
    Told {
        language: "bn",
        words: "পে স্লিপে আমার {n} ঘণ্টা ওভারটাইম কম লেখা আছে।",
        arabic: Some("كُتب في قسيمة الراتب أن ساعاتي الإضافية أقل بـ {n} ساعات."),
    },
    Told {
        language: "bn",
        words: "চুক্তি শেষ, কিন্তু কাজের সার্টিফিকেট এখনো দেয়নি। {n} বার চেয়েছি।",
        arabic: Some("انتهى العقد ولم يعطوني شهادة العمل بعد. طلبتها {n} مرات."),
    },
    Told {
        language: "hi",
        words: "पिछले महीने का वेतन {n} दिन देर से आया। किससे पूछूँ?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "ur",
        words: "پچھلے مہینے کی تنخواہ {n} دن دیر سے آئی۔ کس سے پوچھوں؟",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "ne",
        words: "गत महिनाको तलब {n} दिन ढिलो भयो। कसलाई सोध्ने?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "si",
        words: "පසුගිය මාසයේ වැටුප දින {n}ක් ප්‍රමාදයි. කාගෙන්ද අහන්නේ?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "ta",
        words: "போன மாத சம்பளம் {n} நாள் தாமதம். யாரிடம் கேட்பது?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "fil",
        words: "Late ng {n} araw ang sahod ko noong isang buwan. Kanino ako magtatanong?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "id",
        words: "Gaji bulan lalu terlambat {n} hari. Saya harus bertanya kepada siapa?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "am",
        words: "ያለፈው ወር ደመወዝ {n} ቀን ዘገየ። ማንን ልጠይቅ?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "sw",
        words: "Mshahara wa mwezi uliopita umechelewa siku {n}. Nimuulize nani?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "my",
        words: "ပြီးခဲ့တဲ့လ လစာ {n} ရက် နောက်ကျပါတယ်။ ဘယ်သူ့ကို မေးရမလဲ။",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "zh",
        words: "上个月的工资晚了{n}天。我应该问谁？",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
    },
    Told {
        language: "mg",
        words: "Tara {n} andro ny karama tamin'ny volana lasa. Iza no azoko anontaniana?",
        arabic: Some("تأخر راتب الشهر الماضي {n} أيام. من أسأل؟"),
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
    },
    Told {
        language: "en",
        words: "The boss took our passports and he threatens to call the police. We cannot leave until the debt is paid, {n} months already.",
        arabic: Some(
            "أخذ صاحب العمل جوازاتنا ويهدد باستدعاء الشرطة. لا نستطيع الرحيل حتى يُدفع الدين، منذ {n} أشهر.",
        ),
    },
    Told {
        language: "ar",
        words: "صاحب العمل أخذ جواز سفري. ما قبضت راتبي من {n} شهور. يقفل الباب علي ولا يسمح لي بالخروج. يهددني بالشرطة والتسفير.",
        arabic: None,
    },
    Told {
        language: "ar",
        words: "تقفل الباب علي ولا تسمح لي بالخروج. صاحبة البيت أخذت جواز سفري وأخذت هاتفي. ما قبضت راتبي من {n} شهور.",
        arabic: None,
    },
    Told {
        language: "bn",
        words: "ম্যাডাম আমার পাসপোর্ট রেখে দিয়েছে। {n} মাস বেতন পাই না, ঘর থেকে বের হতে দেয় না।",
        arabic: Some("سيدة البيت أخذت جواز سفري. منذ {n} أشهر لا أتسلم راتبًا، ولا تسمح لي بالخروج من البيت."),
    },
    Told {
        language: "bn",
        words: "মালিক পাসপোর্ট নিয়ে গেছে, পুলিশে ধরায় দিবো বলে হুমকি দেয়। {n} মাস বেতন পাই না।",
        arabic: Some("أخذ صاحب العمل جواز السفر ويهدد بأنه سيسلمني للشرطة. منذ {n} أشهر لا أتسلم راتبًا."),
    },
];
