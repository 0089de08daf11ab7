//! A desk of one house, somebody who files, and files that are what they say or are not.

use std::io::Cursor;
use std::sync::Arc;

use haqqi_complaints::{
    ComplaintWords, Desk, Entered, EvidenceError, EvidenceRules, FileComplaint, Filed, Received, Receiving,
    Refusal, Sort, TakeError, add_evidence, enter, file,
};
use haqqi_documents::Press;
use haqqi_kernel::{Actor, Claimed, JobStore, Reference, Role, StaffActor};
use haqqi_language::Languages;
use haqqi_pack::Pack;
use haqqi_screening::{NoEscalation, Screener, ScreeningDesk};
use haqqi_testing::TestHouse;
use haqqi_web::{Settings, Site};
use haqqi_worklist::{Clocks, Filter, QueueRow, Sight, queue};
use image::{ImageFormat, Rgb, RgbImage};
use uuid::Uuid;

pub struct World {
    pub test: TestHouse,
    pub desk: Desk,
    /// A part of the country, and the office that serves it.
    pub place: String,
    pub office: String,
}

/// Every sort.
pub const ANY: [Sort; 3] = [Sort::Photo, Sort::Paper, Sort::Sound];

impl World {
    pub fn of(test: TestHouse, rules: EvidenceRules) -> Self {
        let pack = Arc::new(Pack::embedded("example").unwrap());
        let words: Vec<(String, String, String)> = pack
            .messages()
            .map(|(tag, file, text)| (tag.to_owned(), file.to_owned(), text.to_owned()))
            .collect();
        let languages = Languages::new(words, &["ar-u-nu-latn".to_owned(), "en-GB-u-nu-latn".to_owned()]);
        let clocks = Clocks::new(Arc::clone(&pack)).unwrap();
        let site = Site {
            house: test.house.clone(),
            pack: Arc::clone(&pack),
            languages: Arc::new(languages.unwrap()),
            settings: Arc::new(Settings {
                demo: false,
                base_url: "http://localhost".to_owned(),
                exit_url: "/".to_owned(),
                requests_per_minute: 100_000,
                limits: haqqi_web::Limits::none(),
            }),
        };
        let screening = Arc::new(ScreeningDesk {
            site: site.clone(),
            screener: Arc::new(Screener::from_pack(&pack).unwrap()),
            clocks,
            escalation: Arc::new(NoEscalation),
            words: Arc::new(ComplaintWords::new(test.house.clone())),
        });
        let office = pack.offices().iter().find(|office| !office.governorates.is_empty()).unwrap();
        let (place, office) = (office.governorates[0].clone(), office.code.clone());
        let desk = Desk::new(site, screening, Press::new()).with_evidence(rules);
        Self { test, desk, place, office }
    }

    pub async fn all(rules: &EvidenceRules) -> Vec<Self> {
        haqqi_testing::houses().await.into_iter().map(|test| Self::of(test, rules.clone())).collect()
    }

    /// What somebody files here.
    pub fn told(&self, language: &str, narrative: &str) -> FileComplaint {
        let mut told = FileComplaint {
            language: language.to_owned(),
            narrative: narrative.to_owned(),
            ..FileComplaint::default()
        };
        told.employer.governorate = Some(self.place.clone());
        told
    }

    pub async fn filed(&self, told: &FileComplaint) -> Filed {
        let mut unit = self.test.house.unit(Actor::Stranger);
        let filed = file(&self.desk, &mut unit, "web", told).unwrap();
        unit.commit().await.unwrap();
        filed
    }

    pub async fn enter(&self, filed: &Filed) -> Entered {
        let code = filed.code.as_ref().or(filed.filer_receipt.as_ref()).unwrap();
        enter(&self.desk, filed.reference, code).await.unwrap()
    }

    /// She files and comes back.
    pub async fn she(&self) -> Entered {
        let filed = self.filed(&self.told("en", "My pay is late.")).await;
        self.enter(&filed).await
    }

    pub fn staff(&self, roles: &[Role], office: Option<&str>) -> Actor {
        Actor::Staff(StaffActor {
            id: Uuid::from_u128(5),
            roles: roles.to_vec(),
            office: office.map(str::to_owned),
            also: Vec::new(),
            on_duty: false,
        })
    }

    pub fn officer(&self) -> Actor {
        self.staff(&[Role::ComplaintsOfficer], Some(&self.office))
    }

    /// A file as it comes over the line.
    pub async fn take(&self, name: &str, bytes: &[u8]) -> Result<Received, Refusal> {
        let mut receiving = Receiving::begin(&self.desk, name).await.unwrap();
        for chunk in bytes.chunks(4_001) {
            receiving.write(chunk).await.unwrap();
        }
        match receiving.finish(&self.desk, &ANY).await {
            Ok(received) => Ok(received),
            Err(TakeError::Refused(why)) => Err(why),
            Err(TakeError::File(error)) => panic!("{error}"),
        }
    }

    pub async fn add(&self, her: &Entered, name: &str, bytes: &[u8]) -> Result<Vec<i32>, EvidenceError> {
        let received = self.take(name, bytes).await.unwrap();
        add_evidence(&self.desk, her, &mut [received]).await
    }

    /// The names of all files on the disk.
    pub fn on_disk(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.test.house.files().folder()) else { return Vec::new() };
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// What waits for this person.
    pub async fn work(&self, actor: &Actor, kind: &str, reference: Reference) -> Vec<QueueRow> {
        let sight = Sight::of(actor).unwrap();
        let all = queue(&self.test.house, &sight, &Filter::default(), None, 200).await.unwrap();
        all.rows
            .into_iter()
            .filter(|row| row.kind == kind && row.reference == reference.to_string())
            .collect()
    }

    /// The jobs of a kind that are due.
    pub async fn due(&self, kind: &str) -> Vec<Claimed> {
        let lease = std::time::Duration::from_secs(60);
        let all = JobStore::new(self.test.house.clone()).claim(100, lease).await.unwrap();
        all.into_iter().filter(|job| job.kind == kind).collect()
    }
}

/// A photo of a colour.
pub fn photo(colour: u8) -> Vec<u8> {
    photo_of(colour, 240)
}

/// The same, twice as wide as high.
pub fn photo_of(colour: u8, width: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, width / 2, |x, _| Rgb([colour, u8::try_from(x % 7).unwrap(), 0]));
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

/// A paper that somebody scanned.
pub fn paper() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n".to_vec()
}

/// A second of a tone.
pub fn tone(height: usize) -> Vec<u8> {
    let rate = 8_000u32;
    let samples: Vec<u8> =
        (0..rate as usize).map(|at| if (at / height).is_multiple_of(2) { 90 } else { 160 }).collect();
    let length = rate;
    [
        b"RIFF".as_slice(),
        &(36 + length).to_le_bytes(),
        b"WAVEfmt ",
        &16u32.to_le_bytes(),
        &1u16.to_le_bytes(),
        &1u16.to_le_bytes(),
        &rate.to_le_bytes(),
        &rate.to_le_bytes(),
        &1u16.to_le_bytes(),
        &8u16.to_le_bytes(),
        b"data",
        &length.to_le_bytes(),
        &samples,
    ]
    .concat()
}
