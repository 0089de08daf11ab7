//! What synthetic workers tell: our own sentences, nobody's words. `{n}` is a number of months.

/// A text: language, words, whether it holds indicators that raise a flag.
pub(super) struct Told {
    pub language: &'static str,
    pub words: &'static str,
}

/// Everyday complaints in every language of the platform.
pub(super) const EVERYDAY: &[Told] = &[
    Told {
        language: "en",
        words: "My salary of last month is late by {n} days. Normally it comes on time. Whom can I ask?",
    },
    Told {
        language: "en",
        words: "They did not count {n} hours of overtime on my payslip and say it is a mistake of the system.",
    },
    Told {
        language: "en",
        words: "I finished my contract and the company does not give me the certificate of experience. I asked {n} times.",
    },
    Told { language: "en", words: "The machine guard is broken since {n} weeks and nobody repairs it." },
    Told {
        language: "ar", words: "تأخر راتب هذا الشهر {n} أيام وأريد أن أعرف متى أستطيع أن أشتكي."
    },
    Told {
        language: "ar", words: "انتهى عقدي ولم أستلم شهادة الخبرة رغم أنني طلبتها {n} مرات."
    },
    Told {
        language: "ar", words: "خصموا من راتبي {n} دنانير بسبب غياب لم يحدث."
    },
    Told {
        language: "ar", words: "لم تُحسب لي {n} ساعات من العمل الإضافي في الشهر الماضي."
    },
    Told {
        language: "ar", words: "أريد أن آخذ إجازتي السنوية والشركة تؤجلها منذ {n} أسابيع."
    },
    Told {
        language: "bn", words: "গত মাসের বেতন {n} দিন দেরি হয়েছে। আগে সময়মতো পেতাম। কাকে বলব?"
    },
    Told {
        language: "bn", words: "পে স্লিপে আমার {n} ঘণ্টা ওভারটাইম কম লেখা আছে।"
    },
    Told {
        language: "bn", words: "চুক্তি শেষ, কিন্তু কাজের সার্টিফিকেট এখনো দেয়নি। {n} বার চেয়েছি।"
    },
    Told {
        language: "hi", words: "पिछले महीने का वेतन {n} दिन देर से आया। किससे पूछूँ?"
    },
    Told {
        language: "ur", words: "پچھلے مہینے کی تنخواہ {n} دن دیر سے آئی۔ کس سے پوچھوں؟"
    },
    Told {
        language: "ne", words: "गत महिनाको तलब {n} दिन ढिलो भयो। कसलाई सोध्ने?"
    },
    Told {
        language: "si", words: "පසුගිය මාසයේ වැටුප දින {n}ක් ප්‍රමාදයි. කාගෙන්ද අහන්නේ?"
    },
    Told {
        language: "ta", words: "போன மாத சம்பளம் {n} நாள் தாமதம். யாரிடம் கேட்பது?"
    },
    Told {
        language: "fil",
        words: "Late ng {n} araw ang sahod ko noong isang buwan. Kanino ako magtatanong?",
    },
    Told { language: "id", words: "Gaji bulan lalu terlambat {n} hari. Saya harus bertanya kepada siapa?" },
    Told {
        language: "am", words: "ያለፈው ወር ደመወዝ {n} ቀን ዘገየ። ማንን ልጠይቅ?"
    },
    Told { language: "sw", words: "Mshahara wa mwezi uliopita umechelewa siku {n}. Nimuulize nani?" },
    Told {
        language: "my", words: "ပြီးခဲ့တဲ့လ လစာ {n} ရက် နောက်ကျပါတယ်။ ဘယ်သူ့ကို မေးရမလဲ။"
    },
    Told { language: "zh", words: "上个月的工资晚了{n}天。我应该问谁？" },
    Told {
        language: "mg",
        words: "Tara {n} andro ny karama tamin'ny volana lasa. Iza no azoko anontaniana?",
    },
];

/// Complaints that hold indicators: a person must look.
pub(super) const GRAVE: &[Told] = &[
    Told {
        language: "en",
        words: "Madam keeps my passport in her cupboard. For {n} months no salary. I am not allowed to go out of the house.",
    },
    Told {
        language: "en",
        words: "The boss took our passports and he threatens to call the police. We cannot leave until the debt is paid, {n} months already.",
    },
    Told {
        language: "ar", words: "صاحب العمل أخذ جواز سفري ويهددني بالشرطة، وما قبضت راتبي من {n} شهور."
    },
    Told {
        language: "ar", words: "تقفل الباب علي ولا تسمح لي بالخروج، وأخذت هاتفي وجوازي منذ {n} أشهر."
    },
    Told {
        language: "bn", words: "ম্যাডাম আমার পাসপোর্ট রেখে দিয়েছে। {n} মাস বেতন পাই না, ঘর থেকে বের হতে দেয় না।"
    },
    Told {
        language: "bn", words: "মালিক পাসপোর্ট নিয়ে গেছে, পুলিশে ধরায় দিবো বলে হুমকি দেয়। {n} মাস বেতন পাই না।"
    },
];
