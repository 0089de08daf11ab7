//! Interviews without a line: what a tablet locked is opened by the house alone, weighed as any other, and taken once.

use std::collections::BTreeMap;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use data_encoding::BASE64URL_NOPAD;
use haqqi_inspections::VisitError;
use haqqi_interviews::{
    AGE, BeginError, Broken, ConsentItem, InterviewState, KeptError, OfflineKey, SealedInterview, WhyStopped,
    take_kept,
};
use haqqi_kernel::Role;
use haqqi_screening::{Level, flags_of_complaint};
use hkdf::Hkdf;
use p256::SecretKey;
use p256::ecdh::diffie_hellman;
use p256::elliptic_curve::sec1::ToSec1Point;
use serde_json::{Value, json};
use sha2::Sha256;
use uuid::Uuid;

use crate::world::World;

/// What a tablet writes down: everything agreed to, every question answered no but these.
fn told(world: &World, yes: &[&str]) -> Value {
    let screener = &world.desk.screening.screener;
    let asked = screener.interview(world.desk.screening.today());
    let mut said: BTreeMap<&str, &str> =
        asked.iter().map(|one| (one.id, if yes.contains(&one.id) { "y" } else { "n" })).collect();
    said.insert(AGE, "y");
    let consents: BTreeMap<&str, bool> = ConsentItem::ALL.map(|item| (item.code(), true)).into();
    json!({
        "v": 1, "language": "bn", "private": "alone", "interpreter": "staff", "declared": true, "young": false,
        "begun": world.desk.site.house.now().timestamp_millis() - 60_000,
        "consents": consents, "said": said, "keep": false,
    })
}

/// Locks it as the page does, to the key that the page has.
fn locked(world: &World, number: u128, told: &Value) -> SealedInterview {
    let house = OfflineKey::of(&world.desk.site.house).unwrap();
    let public = BASE64URL_NOPAD.decode(house.public().as_bytes()).unwrap();
    let theirs = p256::PublicKey::from_sec1_bytes(&public).unwrap();
    let mut own = [7u8; 32];
    own[..16].copy_from_slice(&number.to_be_bytes());
    let own = SecretKey::from_slice(&own).unwrap();
    let from = own.public_key().to_sec1_point(false).as_bytes().to_vec();
    let shared = diffie_hellman(own.to_nonzero_scalar(), theirs.as_affine());
    let mut key = [0u8; 32];
    Hkdf::<Sha256>::new(None, shared.raw_secret_bytes().as_slice())
        .expand_multi_info(&[b"haqqi interview 1", &from, &public], &mut key)
        .unwrap();
    let once = Uuid::from_u128(number);
    let mut words = told.to_string().into_bytes();
    words.resize(words.len().div_ceil(8192) * 8192, b' ');
    let aad = once.to_string();
    let payload = Payload { msg: &words, aad: aad.as_bytes() };
    let iv = [9u8; 12];
    let cipher = Aes256Gcm::new_from_slice(&key).unwrap();
    let sealed = cipher.encrypt(&Nonce::from(iv), payload).unwrap();
    SealedInterview {
        once,
        key: house.id(),
        from: BASE64URL_NOPAD.encode(&from),
        iv: BASE64URL_NOPAD.encode(&iv),
        sealed: BASE64URL_NOPAD.encode(&sealed),
    }
}

#[tokio::test]
async fn it_is_weighed_like_any_other_and_taken_once_however_often_it_is_sent() {
    for world in World::all().await {
        let (on, rooms) = (world.test.on, &world.visits);
        let visit = world.visit().await;
        let kept = locked(&world, 1, &told(&world, &["D4.hours", "D4.pay"]));
        let first = take_kept(rooms, &visit.inspector, visit.reference, &kept).await.unwrap();
        assert!(!first.again, "{on}");
        let one = &first.interview;
        assert_eq!(
            (one.state, one.weighed, one.level),
            (InterviewState::Ended, true, Some(Level::LookCloser))
        );
        // The line was cut before the tablet heard of it: it sends again, and again.
        for _ in 0..2 {
            let again = take_kept(rooms, &visit.inspector, visit.reference, &kept).await.unwrap();
            assert!(again.again && again.interview.id == one.id, "{on}");
        }
        let both = tokio::join!(
            take_kept(rooms, &visit.inspector, visit.reference, &kept),
            take_kept(rooms, &visit.inspector, visit.reference, &kept)
        );
        assert!(both.0.is_ok() && both.1.is_ok(), "{on}");
        assert_eq!((world.count("interview").await, world.own().await.len()), (1, 1), "{on}");
        assert_eq!(world.count("interview_consent WHERE yes = TRUE").await, 7, "{on}");
        assert_eq!(world.count("interview_answer").await, 0, "{on}: no answer is ever written");
        let of = visit.id(&world).await;
        assert_eq!(rooms.inspections.asked.at(of).await.unwrap(), 1, "{on}: asked alike");
        // It may come in after the visit was finished.
        world.finishes(&visit, &[]).await;
        let late = locked(&world, 2, &told(&world, &[]));
        let late = take_kept(rooms, &visit.inspector, visit.reference, &late).await.unwrap();
        assert_eq!((late.interview.level, world.own().await.len()), (None, 1), "{on}");
    }
}

#[tokio::test]
async fn what_was_cut_changed_or_sealed_to_another_key_is_not_taken_and_writes_nothing() {
    for world in World::all().await {
        let (on, rooms) = (world.test.on, &world.visits);
        let visit = world.visit().await;
        let whole = locked(&world, 3, &told(&world, &["D2.violence"]));
        let half = whole.sealed[..whole.sealed.len() / 2].to_owned();
        let mut changed = BASE64URL_NOPAD.decode(whole.sealed.as_bytes()).unwrap();
        changed[100] ^= 1;
        let before = world.count("audit_entry").await;
        for (wrong, why) in [
            (SealedInterview { sealed: half, ..whole.clone() }, Broken::Sealed),
            (SealedInterview { sealed: BASE64URL_NOPAD.encode(&changed), ..whole.clone() }, Broken::Sealed),
            // Passed off as another interview.
            (SealedInterview { once: Uuid::from_u128(4), ..whole.clone() }, Broken::Sealed),
            (SealedInterview { from: "AAAA".to_owned(), ..whole.clone() }, Broken::Sealed),
            (SealedInterview { iv: "AAAA".to_owned(), ..whole.clone() }, Broken::Sealed),
            (SealedInterview { sealed: "=".to_owned(), ..whole.clone() }, Broken::Sealed),
            (SealedInterview { key: "AAAAAAAAAAAA".to_owned(), ..whole.clone() }, Broken::Key),
        ] {
            let refused = take_kept(rooms, &visit.inspector, visit.reference, &wrong).await;
            assert!(matches!(&refused, Err(KeptError::Broken(found)) if *found == why), "{on}: {refused:?}");
        }
        // Opened, and no interview: of another form, or held as none may be.
        let mut other = told(&world, &[]);
        other["residence"] = json!("none");
        let refused = take_kept(rooms, &visit.inspector, visit.reference, &locked(&world, 5, &other)).await;
        assert!(
            matches!(refused, Err(KeptError::Form)),
            "{on}: there is no field for a residence: {refused:?}"
        );
        let mut heard = told(&world, &[]);
        heard["private"] = json!("not-alone");
        let refused = take_kept(rooms, &visit.inspector, visit.reference, &locked(&world, 6, &heard)).await;
        assert!(matches!(refused, Err(KeptError::Begin(BeginError::NotAlone))), "{on}: {refused:?}");
        assert_eq!(world.count("audit_entry").await, before, "{on}: nothing was written");
        assert_eq!(world.count("interview").await, 0, "{on}");
        // The whole of it is still taken, for the tablet kept it.
        let taken = take_kept(rooms, &visit.inspector, visit.reference, &whole).await.unwrap();
        assert_eq!(taken.interview.why, Some(WhyStopped::Danger), "{on}");
    }
}

#[tokio::test]
async fn the_house_holds_to_its_rules_whatever_the_tablet_took_it_for() {
    for world in World::all().await {
        let (on, rooms) = (world.test.on, &world.visits);
        let visit = world.visit().await;
        let send = async |number, told: &Value| {
            let kept = locked(&world, number, told);
            take_kept(rooms, &visit.inspector, visit.reference, &kept).await.unwrap().interview
        };
        // Without consent nothing is weighed, whatever was answered.
        let mut declined = told(&world, &["D2.violence"]);
        declined["consents"]["uses"] = json!(false);
        let over = send(10, &declined).await;
        assert_eq!((over.state, over.weighed, over.level), (InterviewState::Declined, false, None), "{on}");
        let mut silent = told(&world, &["D2.violence"]);
        silent["consents"] = json!({ "interview": true });
        assert_eq!(send(11, &silent).await.state, InterviewState::Declined, "{on}");
        // Stopped, and not to be kept.
        let mut stopped = told(&world, &[]);
        stopped["said"] = json!({ "age": "y", "D1.job": "y", "D1.wages": "y" });
        let over = send(12, &stopped).await;
        assert_eq!((over.why, over.weighed), (Some(WhyStopped::Hers), false), "{on}");
        assert!(world.own().await.is_empty(), "{on}");
        stopped["keep"] = json!(true);
        assert!(send(13, &stopped).await.weighed, "{on}");
        // A child, told or seen.
        let mut child = told(&world, &["D2.violence"]);
        child["said"]["age"] = json!("n");
        assert_eq!(send(14, &child).await.why, Some(WhyStopped::Child), "{on}");
        let mut young = told(&world, &[]);
        young["young"] = json!(true);
        young["said"] = json!({});
        assert_eq!(send(15, &young).await.why, Some(WhyStopped::Child), "{on}");
        // Danger.
        let over = send(16, &told(&world, &["D5.violence"])).await;
        assert_eq!((over.why, over.level), (Some(WhyStopped::Danger), Some(Level::Danger)), "{on}");
        let mut levels = Vec::new();
        for one in world.own().await {
            let flags = flags_of_complaint(&world.desk.screening, one.summary.id).await.unwrap();
            levels.extend(flags.iter().map(|flag| flag.level));
        }
        levels.sort();
        assert_eq!(
            levels,
            [Level::Possible, Level::Possible, Level::Danger],
            "{on}: two children, one in danger"
        );
        // Only who made the visit sends, and nobody who reads flags.
        let kept = locked(&world, 17, &told(&world, &[]));
        for role in [Role::Inspector, Role::ComplaintsOfficer, Role::Supervisor] {
            let refused = take_kept(rooms, &world.staff(role), visit.reference, &kept).await;
            assert!(matches!(refused, Err(KeptError::Visit(VisitError::NotFound))), "{on}: {role:?}");
        }
    }
}
