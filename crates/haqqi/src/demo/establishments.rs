//! An invented register: companies, agencies, brokers and homes with names in two scripts, made from lists of everyday
//! words. Places and sectors are the pack's.

use std::collections::HashMap;

use anyhow::Context as _;
use haqqi_accounts::Directory;
use haqqi_establishments::{Kind, NewEstablishment, add};
use haqqi_kernel::{Reference, Role};
use haqqi_pack::label;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::people::offices;
use crate::compose::Rooms;

/// How many of each kind.
const KINDS: [(Kind, usize); 4] =
    [(Kind::Employer, 470), (Kind::Agency, 14), (Kind::Broker, 8), (Kind::Household, 40)];
/// So many share one unit of work.
const TOGETHER: usize = 40;

/// Everyday words, in Arabic and in Latin letters: two of them make a name that nobody has.
const WORDS: [(&str, &str); 32] = [
    ("رمال", "Rimal"),
    ("سنابل", "Sanabil"),
    ("غيوم", "Ghuyum"),
    ("قناديل", "Qanadil"),
    ("نخيل", "Nakheel"),
    ("ينابيع", "Yanabi"),
    ("شراع", "Shiraa"),
    ("مرجان", "Murjan"),
    ("زيتون", "Zaytoun"),
    ("بيادر", "Bayader"),
    ("لؤلؤ", "Lulu"),
    ("صنوبر", "Sanawbar"),
    ("هدهد", "Hudhud"),
    ("ندى", "Nada"),
    ("ياسمين", "Yasmeen"),
    ("فيروز", "Fayrouz"),
    ("كثبان", "Kuthban"),
    ("أصداف", "Asdaf"),
    ("عنقود", "Unqoud"),
    ("طواحين", "Tawaheen"),
    ("خزامى", "Khuzama"),
    ("جسور", "Jusour"),
    ("ضفاف", "Difaf"),
    ("مناديل", "Manadeel"),
    ("بتلات", "Batalat"),
    ("ظلال", "Dhilal"),
    ("شواطئ", "Shawati"),
    ("أقمار", "Aqmar"),
    ("نوافذ", "Nawafidh"),
    ("حصاد", "Hasad"),
    ("سفوح", "Sufouh"),
    ("واحات", "Wahat"),
];

/// Words of trades by the first letter of the sector's ISIC section, and of one division that has words of its own.
const TRADES: [(&str, &str, &str); 12] = [
    ("C14", "للألبسة", "Garments"),
    ("A", "للزراعة", "Farms"),
    ("B", "للتعدين", "Mining"),
    ("C", "للصناعات", "Industries"),
    ("F", "للمقاولات", "Contracting"),
    ("G", "للتجارة", "Trading"),
    ("H", "للنقل", "Transport"),
    ("I", "للفنادق", "Hotels"),
    ("N", "للنظافة", "Cleaning"),
    ("P", "التعليمية", "Schools"),
    ("Q", "الطبية", "Medical"),
    ("S", "للخدمات", "Services"),
];

/// Legal forms.
const FORMS: [(&str, &str); 4] =
    [("شركة", "Co."), ("مؤسسة", "Est."), ("مصنع", "Factory"), ("مجموعة", "Group")];
/// Family names of homes and brokers: words of trades and colours, nobody's in particular.
const FAMILIES: [(&str, &str); 10] = [
    ("النسّاج", "Al-Nassaj"),
    ("القصّاب", "Al-Qassab"),
    ("الورّاق", "Al-Warraq"),
    ("الصبّاغ", "Al-Sabbagh"),
    ("الحلّاج", "Al-Hallaj"),
    ("السقّا", "Al-Saqqa"),
    ("الخيّام", "Al-Khayyam"),
    ("اللبّان", "Al-Labban"),
    ("البستاني", "Al-Bustani"),
    ("الفاخوري", "Al-Fakhouri"),
];

/// One that was made, as the history needs it.
pub(super) struct Made {
    pub reference: Reference,
    pub kind: Kind,
    names: (String, String),
}

impl Made {
    /// Its name as a worker may tell it: in her script where she has one of the two, hardly ever with its legal form.
    pub(super) fn told(&self, rng: &mut StdRng, language: &str) -> String {
        let arabic = language == "ar" || language == "ur";
        let name = if arabic { &self.names.0 } else { &self.names.1 };
        let mut words: Vec<&str> = name.split(' ').collect();
        let form = |word: &&str| FORMS.iter().any(|(ar, en)| word == ar || word == en);
        if rng.random_range(0..4) > 0 {
            words.retain(|word| !form(word));
        }
        words.join(" ")
    }
}

/// The register of the demonstration.
pub(super) struct Register {
    by_governorate: HashMap<String, Vec<Made>>,
    /// How many there are.
    pub count: usize,
}

impl Register {
    /// A company of this governorate.
    pub(super) fn employer(&self, rng: &mut StdRng, governorate: &str) -> Option<&Made> {
        let all = self.by_governorate.get(governorate)?;
        let companies: Vec<&Made> = all.iter().filter(|made| made.kind == Kind::Employer).collect();
        if companies.is_empty() { None } else { companies.get(rng.random_range(0..companies.len())).copied() }
    }
}

fn pick<'a, T>(rng: &mut StdRng, from: &'a [T]) -> anyhow::Result<&'a T> {
    if from.is_empty() {
        anyhow::bail!("there is nothing to choose from");
    }
    from.get(rng.random_range(0..from.len())).context("chosen beyond the list")
}

/// A word in Arabic and in Latin letters.
type Word = (&'static str, &'static str);

/// The `at`th pair of two different words, so that no two names are the same.
fn pair(at: usize) -> Option<(Word, Word)> {
    let first = at % WORDS.len();
    let second = (first + 1 + (at / WORDS.len()) % (WORDS.len() - 1)) % WORDS.len();
    Some((*WORDS.get(first)?, *WORDS.get(second)?))
}

/// What the lists and the pack give names and places from.
struct Maker<'a> {
    rooms: &'a Rooms,
    sectors: Vec<String>,
    near: Vec<String>,
    far: Vec<String>,
}

impl Maker<'_> {
    /// Names of a company, Arabic and Latin, with branch or number now and then.
    fn company(
        &self,
        rng: &mut StdRng,
        at: usize,
        sector: &str,
        place: &str,
    ) -> anyhow::Result<(String, String)> {
        let (first, second) = pair(at).context("the words do not suffice")?;
        let trade = TRADES.iter().find(|(code, ..)| sector == *code);
        let trade = trade.or_else(|| TRADES.iter().find(|(code, ..)| sector.starts_with(code)));
        let (_, trade_ar, trade_en) = trade.copied().unwrap_or(("", "للخدمات", "Services"));
        let (form_ar, form_en) = *pick(rng, &FORMS)?;
        let mut arabic = format!("{form_ar} {} و{} {trade_ar}", first.0, second.0);
        let mut latin = format!("{} & {} {trade_en} {form_en}", first.1, second.1);
        match rng.random_range(0..8) {
            0 => {
                let number = rng.random_range(2..6);
                arabic = format!("{arabic} وحدة {number}");
                latin = format!("{latin} Unit {number}");
            }
            1 => {
                let id = label("governorate", place);
                let languages = &self.rooms.site.languages;
                let arabic_place = languages.for_staff("ar").map(|language| language.text(&id));
                let place = languages.english().text(&id);
                arabic = format!("{arabic} فرع {}", arabic_place.unwrap_or_else(|| place.clone()));
                latin = format!("{latin} {place} Branch");
            }
            _ => {}
        }
        Ok((arabic, latin))
    }

    fn one(&self, rng: &mut StdRng, kind: Kind, at: usize) -> anyhow::Result<NewEstablishment> {
        let near = self.far.is_empty() || rng.random_range(0..10) < 7;
        let governorate = pick(rng, if near { &self.near } else { &self.far })?.clone();
        let sector = pick(rng, &self.sectors)?.clone();
        let (name, other_name) = match kind {
            Kind::Employer => self.company(rng, at, &sector, &governorate)?,
            Kind::Agency => {
                let (first, second) = pair(at).context("the words do not suffice")?;
                (
                    format!("مكتب {} و{} للاستقدام", first.0, second.0),
                    format!("{} & {} Recruitment Office", first.1, second.1),
                )
            }
            Kind::Household | Kind::Broker => {
                let family = pick(rng, &FAMILIES)?;
                let (arabic, latin) = *pick(rng, &WORDS)?;
                (format!("{arabic} {}", family.0), format!("{latin} {}", family.1))
            }
        };
        let number = rng.random_range(1..90);
        let place = if rng.random_range(0..2) == 0 {
            format!("المنطقة الثانية، شارع {number}، مبنى {}", number % 7 + 1)
        } else {
            format!("Second quarter, street {number}, building {}", number % 7 + 1)
        };
        // Half of the companies are listed under their Latin name.
        let latin_first = rng.random_range(0..2) == 0;
        let (name, other_name) = if latin_first { (other_name, name) } else { (name, other_name) };
        let company = kind == Kind::Employer;
        Ok(NewEstablishment {
            kind,
            name,
            other_name,
            registration: if company { format!("{}", 100_000 + at * 17) } else { String::new() },
            sector: company.then_some(sector),
            regime: None,
            governorate: Some(governorate),
            place,
            sure: true,
        })
    }
}

/// Fills the register; the same seed fills it alike.
pub(super) async fn make(rooms: &Rooms, seed: u64) -> anyhow::Result<Register> {
    let mut rng = StdRng::seed_from_u64(seed ^ 0x0E57_AB11);
    let pack = &rooms.site.pack;
    let home = |code: &str| pack.regime(code).is_some_and(|regime| regime.home);
    let near: Vec<String> = offices(rooms)
        .iter()
        .filter_map(|code| pack.office(code))
        .flat_map(|office| office.governorates.clone())
        .collect();
    let far = pack.governorates().iter().map(|row| row.code.clone()).filter(|code| !near.contains(code));
    let maker = Maker {
        rooms,
        sectors: pack.sectors().iter().filter(|s| !home(&s.regime)).map(|s| s.code.clone()).collect(),
        far: far.collect(),
        near,
    };
    let planners = Directory::new(rooms.site.house.clone()).with_role(Role::Planner, None).await?;
    let planner = planners.first().context("nobody plans")?.actor(false);
    let homes = pack.regimes().iter().any(|regime| regime.home);
    let kinds = KINDS.iter().filter(|(kind, _)| homes || *kind != Kind::Household);
    let wanted: Vec<Kind> = kinds.flat_map(|(kind, many)| std::iter::repeat_n(*kind, *many)).collect();
    let mut register = Register { by_governorate: HashMap::new(), count: 0 };
    let mut numbered = wanted.into_iter().enumerate().peekable();
    while numbered.peek().is_some() {
        let mut unit = rooms.site.house.unit(planner.clone());
        for (at, kind) in numbered.by_ref().take(TOGETHER) {
            let new = maker.one(&mut rng, kind, at)?;
            let added = add(&rooms.establishments, &mut unit, &new).await?;
            let latin_first = new.name.is_ascii();
            let names = (new.name, new.other_name);
            let governorate = new.governorate.unwrap_or_default();
            register.by_governorate.entry(governorate).or_default().push(Made {
                reference: added.reference,
                kind,
                names: if latin_first { (names.1, names.0) } else { names },
            });
            register.count += 1;
        }
        unit.commit().await?;
    }
    Ok(register)
}
