//! In which language a text probably is: by its script, and where several share one, by its smallest words. A guess for
//! the queue, for choosing an interpreter and for the lexicons that a text is read with; the person who takes the text
//! says what it is.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Scripts that one language of ours writes in, with their range.
const ALONE: [(&str, std::ops::RangeInclusive<char>); 6] = [
    ("bn", '\u{0980}'..='\u{09ff}'),
    ("ta", '\u{0b80}'..='\u{0bff}'),
    ("si", '\u{0d80}'..='\u{0dff}'),
    ("my", '\u{1000}'..='\u{109f}'),
    ("am", '\u{1200}'..='\u{139f}'),
    ("zh", '\u{4e00}'..='\u{9fff}'),
];
/// Letters of Urdu that Arabic has not, and of Arabic that Urdu has not.
const URDU: &str = "ٹڈڑںےۓگچپژہھکی";
const ARABIC: &str = "ةىكيأإآؤئه";
/// Small words by language, for the scripts that several share; those of other scripts as they are typed in Latin
/// letters. Hindi and Urdu are one there.
const DEVANAGARI: [(&str, &str); 2] = [
    (
        "hi",
        "है हैं हूँ हूं मैं मेरा मेरे मुझे नहीं का की के ने से में और रहा रही था दिया दे वह यह पर तो भी \
         को साल मालिक दो महीने ही ले बोला दी तक मैडम बात",
    ),
    (
        "ne",
        "छ छन् छैन छु हो म मेरो मलाई हामी हामीलाई लाई भयो गर्छ गर्नु गर्न दिएन दिएको पाएको र पनि यो उसले \
         महिना भनेर भन्छ तलब दुई कति त साहुले मान्छे भन्ने बिहान दिन्छ तर गर्ने अहिले रे राति दिन्छन् \
         थियो साहु महिनाको",
    ),
];
const LATIN: [(&str, &str); 12] = [
    (
        "en",
        "the i my me is am are not and he she they we to of in for have has pay paid money work help boss \
         please from with does it a this one only say can you will now when that our was told don says if \
         her go because also who said never even before want",
    ),
    (
        "fil",
        "ang ng ako ko hindi sa po ay mga amo sahod akin namin kami tulong wala walang niya ito lang ayaw \
         kinuha buwan dito may daw pag sabi yung pa nila akong si nya pero naman lahat isang ngayon nasa \
         mag para nung kaya kasi araw tapos sya mula yun oras gabi linggo kahit isa hanggang",
    ),
    (
        "id",
        "saya tidak gaji majikan dan yang di ini sudah belum kerja bekerja tolong paspor dengan kami bisa \
         ke dari bulan dibayar ada untuk gak mau sama boleh katanya kalau jam jadi dikasih malam sendiri \
         sampai juta itu disuruh bos udah hp cuma tiap minta dulu bilang tapi tahun sekali pun pernah \
         orang minggu masuk kemarin ikut dua baru",
    ),
    (
        "sw",
        "mimi mshahara mwajiri wangu yangu kwa ya wa hajanilipa sijalipwa nataka msaada kazi miezi mwezi \
         bado tafadhali nimefungiwa amechukua hawataki katika naomba usiku sasa nyumba moja hadi wiki \
         simu siku mbili bila za kila cha saa nne kwenye kumi kama hata hakuna bosi anasema yake pasi \
         ndani mwaka iko",
    ),
    (
        "mg",
        "aho tsy ny sy ahy karama karamako mpampiasa vola asa izao misy amin ampio pasipaoro volana \
         nahazo izahay fa efa mbola azafady tamin ary izy any trano ao an hoe taona patirao miasa ve \
         ihany andro alina anaty vao madama finday afaka roa nisy miala ireo ilay hatramin eto aza ara",
    ),
    (
        "hi",
        "nahi se hai pe tha phir mera gaya bola aur aa wapas wale saal rahi raat pehle paas liya koi hu \
         hi gaye diya bhi ka upar theek rahe permit par mujhe mere mahine log liye likh laya kya kuch \
         kehti karna kar kal isliye hazar haath gaon mein ke ki yahan hun hain ab tak subah masla hum hua \
         hafte bolta baad apni do mobile mara yaar wo thi tankhwah tankhwa sirf pori pichle pata \
         pakistani",
    ),
    (
        "ar",
        "el fi bel kol yom lel men fel bi bab nos ghair warshet shu shi sarli sana mn maktab lama kalb \
         jowwa jawazi jawaz jamb hon bnam banat bala mish mesh mosh ana 3ndi 3ndy wla leh hada ele elli \
         illi ratbi rateb shahr shahar 5alas bas 3la lesa",
    ),
    (
        "bn",
        "er bole amar dey ami te nai theke kore kaj moto mash ekhon amare taka shudhu nijer kotha korle \
         kono khabar kache jaite ja ekta dekhe beton ta age vai tui thaki tarikh shathe rakhsi proshno \
         moddhe mile marse lekha korte kora kofil kintu kete karon jon jokhon jodi hat",
    ),
    (
        "ne",
        "xa xaina vanxa samma vanera matra pani lai vanya ujuri tyo ramro parxa mero maile hunxa haru \
         hajur haina haat bholi aaja jana xu xau vanne vanna vane sanga rati rakheko paudainas nagare \
         manxe maagda lagxa kura jhadu hijo hami garxu garne garmi gareko dinxu dinxa dinna dhanyabad",
    ),
    (
        "si",
        "eka eke kiyala ekak mage masa denne yanna wenakan wela weda thiyagena salli raa paya padi ona \
         nisa mase liyanne kiyanawa kiwwa inne idan gihin ganna gahuwa eya eken ekai dunna denna \
         dawasakwath danne baha athe giya",
    ),
    (
        "ta",
        "um illa la ku en thaan naan ellam yaarum veliya vela varum therinjuka sonna solranga panna ot \
         namma naal mela kitta kitchen irukom enaku enna avan ponga sambalam iruku irukku kudukala panren \
         pannu venum",
    ),
    (
        "am",
        "new yelem sira sew ye wist selam gin dengay amet alu be betam ebakih ezih silk lay beru zare nen \
         neng demoz wer hulu aldefelegnim alkefelegnim",
    ),
];

type Words = FxHashMap<&'static str, u16>;

/// Each word with the languages that say it, as bits.
fn words_of(tables: &[(&'static str, &'static str)]) -> Words {
    let mut words = Words::default();
    for (nth, (_, own)) in tables.iter().enumerate() {
        own.split_whitespace().for_each(|word| *words.entry(word).or_default() |= 1 << nth);
    }
    words
}

static DEVANAGARI_WORDS: LazyLock<Words> = LazyLock::new(|| words_of(&DEVANAGARI));
static LATIN_WORDS: LazyLock<Words> = LazyLock::new(|| words_of(&LATIN));

/// How many small words of each language a text has.
fn counted(text: &str, tables: &[(&'static str, &str)], known: &Words) -> Vec<(usize, &'static str)> {
    let mut counts: Vec<(usize, &'static str)> = tables.iter().map(|(tag, _)| (0, *tag)).collect();
    let mut lower = String::new();
    for word in text.split(|c: char| c.is_whitespace() || is_stop(c)).filter(|word| !word.is_empty()) {
        let found = if word.chars().any(char::is_uppercase) {
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            known.get(lower.as_str())
        } else {
            known.get(word)
        };
        if let Some(bits) = found {
            for (nth, (count, _)) in counts.iter_mut().enumerate() {
                *count += usize::from(bits & (1 << nth) != 0);
            }
        }
    }
    counts
}

/// Marks that end a sentence or a word, in our scripts.
fn is_stop(c: char) -> bool {
    c.is_ascii_punctuation() || (!c.is_ascii() && "।॥။၊။።፣፤،؛؟…“”‘’«»。，！？：；、·–—".contains(c))
}

/// Of each script that makes out much of a text, the most first: how likely each of its languages is.
fn scripts(text: &str) -> Vec<Vec<(usize, &'static str)>> {
    let (mut alone, mut arabic, mut devanagari, mut latin) = ([0usize; 6], 0usize, 0usize, 0usize);
    let (mut urdu, mut arab) = (0, 0);
    for c in text.chars() {
        if c < '\u{0250}' {
            latin += usize::from(c.is_alphabetic());
        } else if ('\u{0600}'..='\u{06ff}').contains(&c) {
            arabic += 3;
            urdu += usize::from(URDU.contains(c));
            arab += usize::from(ARABIC.contains(c));
        } else if ('\u{0900}'..='\u{097f}').contains(&c) {
            devanagari += 3;
        } else if let Some(at) = ALONE.iter().position(|(_, range)| range.contains(&c))
            && let Some(count) = alone.get_mut(at)
        {
            *count += 3;
        }
    }
    let mut found: Vec<(usize, Vec<(usize, &'static str)>)> =
        ALONE.iter().zip(alone).map(|((tag, _), count)| (count, vec![(count, *tag)])).collect();
    // Without a letter of its own a text in Arabic letters is Arabic.
    found.push((arabic, vec![(arab + usize::from(urdu <= arab), "ar"), (urdu, "ur")]));
    if devanagari > 0 {
        found.push((devanagari, counted(text, &DEVANAGARI, &DEVANAGARI_WORDS)));
    }
    if latin > 0 {
        let mut counts = counted(text, &LATIN, &LATIN_WORDS);
        let roman = counts.iter().find(|(_, tag)| *tag == "hi").map_or(0, |(count, _)| *count);
        counts.push((roman, "ur"));
        found.push((latin, counts));
    }
    let all: usize = found.iter().map(|(letters, _)| letters).sum();
    found.retain(|(letters, _)| *letters > 0 && letters * 6 >= all);
    found.sort_by_key(|(letters, _)| std::cmp::Reverse(*letters));
    found.into_iter().map(|(_, languages)| languages).collect()
}

/// The most likely of a script's languages; several where nothing tells them apart.
fn likeliest(languages: &[(usize, &'static str)], least: usize) -> Vec<&'static str> {
    let most = languages.iter().map(|(count, _)| *count).max().unwrap_or_default();
    let mut found = Vec::new();
    if most >= least {
        found.extend(languages.iter().filter(|(count, _)| *count == most).map(|(_, tag)| *tag));
    }
    found
}

/// The probable language of a text; nothing where two are as likely.
#[must_use]
pub fn guess(text: &str) -> Option<&'static str> {
    match likeliest(scripts(text).first()?, 1).as_slice() {
        [tag] => Some(tag),
        _ => None,
    }
}

/// The languages that a text is to be read in beside the one that it is said to be in: what each script in it speaks
/// for. Of a script that the declared language is written in, another counts only where the words are clearly its own.
#[must_use]
pub fn tongues(text: &str, declared: Option<&str>) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (nth, languages) in scripts(text).iter().enumerate() {
        let own = languages.iter().find(|(_, tag)| Some(*tag) == declared).map(|(count, _)| *count);
        let least = own.map_or(if nth == 0 { 1 } else { 3 }, |own| own * 2 + 3);
        found.extend(likeliest(languages, least).into_iter().filter(|tag| Some(*tag) != declared));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{guess, tongues};

    #[test]
    fn what_workers_write_is_told_apart() {
        for (tag, text) in [
            ("ar", "صاحب العمل أخذ جوازي ولم يدفع راتبي منذ ثلاثة أشهر"),
            ("ar", "ما دفعوا راتبي"),
            ("ur", "میرے مالک نے تین مہینے سے تنخواہ نہیں دی، پاسپورٹ بھی رکھ لیا ہے"),
            ("bn", "মালিক তিন মাস বেতন দেয় না, পাসপোর্ট নিয়ে গেছে"),
            ("hi", "मालिक ने तीन महीने से तनख़्वाह नहीं दी है"),
            ("ne", "मालिकले तीन महिनादेखि तलब दिएको छैन, मलाई मद्दत चाहियो"),
            ("si", "මාස තුනක පඩිය දීලා නැහැ"),
            ("ta", "மூன்று மாதமாக சம்பளம் தரவில்லை"),
            ("my", "သုံးလ လစာမပေးဘူး"),
            ("am", "ሦስት ወር ደሞዝ አልከፈለኝም"),
            ("zh", "老板三个月没发工资，护照也被拿走了"),
            ("en", "My boss did not pay me for three months and he has my passport"),
            ("fil", "Tatlong buwan na po akong walang sahod, kinuha ng amo ang pasaporte ko"),
            ("id", "Gaji saya belum dibayar tiga bulan, paspor saya diambil majikan"),
            ("sw", "Mwajiri wangu hajanilipa mshahara kwa miezi mitatu, naomba msaada"),
            ("mg", "Tsy nahazo karama aho efa telo volana, azafady ampio aho"),
            ("bn", "OK ভাই বেতন পাই না"),
        ] {
            assert_eq!(guess(text), Some(tag), "{text}");
        }
    }

    #[test]
    fn what_is_declared_is_doubted_only_with_reason() {
        let cases: [(&str, &str, &[&str]); 8] = [
            ("en", "صاحب العمل أخذ جوازي ولم يدفع راتبي", &["ar"]),
            ("ar", "My boss did not pay me and he has my passport", &["en"]),
            ("hi", "malik ne mera passport le liya hai", &[]),
            ("en", "malik ne mera passport le liya hai aur kaam bahut hai", &["hi", "ur"]),
            ("en", "my boss", &[]),
            ("ne", "मालिकले तीन महिनादेखि तलब दिएको छैन", &[]),
            ("hi", "मलाई साहुले तीन महिनादेखि तलब दिएको छैन, राति पनि काम छ", &["ne"]),
            ("ta", "My boss took my passport and he is not paying me. சம்பளம் தரவில்லை பல மாதமாக", &["en"]),
        ];
        for (declared, text, beside) in cases {
            assert_eq!(tongues(text, Some(declared)), beside, "{declared}: {text}");
        }
    }

    #[test]
    fn what_tells_nothing_is_not_guessed() {
        for text in ["", "???", "0790000001", "B-7KQ4-M2XA-X", "Xyz", "😀"] {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
