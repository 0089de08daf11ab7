//! Passkeys: both factors in one, for this site alone, each answer once; what does not fit is answered alike.

use chrono::TimeDelta;
use haqqi_accounts::{
    Answer, Origin, Party, PasskeyError, PasswordError, SignIn, SignInError, add_passkey, confirm_by_passkey,
    offer_adding, offer_confirming, offer_sign_in, open_account, passkeys, remove_passkey, sessions,
    shut_account, sign_in_by_passkey, sign_in_from,
};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{House, Role};
use haqqi_web::Network;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Statement};
use uuid::Uuid;

use crate::device::{Device, Said};
use crate::world::{PASSWORD, Person, hire};

fn party() -> Party {
    Party::of("https://haqqi.example").unwrap()
}

fn from(network: u64) -> Origin {
    Origin { network: Network(network), device: None, agent: None }
}

/// A session of this person, begun with password and code.
async fn session(house: &House, person: &Person) -> Uuid {
    let typed = SignIn { name: person.name.clone(), password: PASSWORD.to_owned(), code: person.code(house) };
    sign_in_from(house, &from(1), typed).await.unwrap();
    sessions(house, person.view.id).await.unwrap()[0].id()
}

/// A device with a passkey of this person.
async fn device(house: &House, person: &Person, session: Uuid, name: &str) -> Device {
    let mut device = Device::new();
    let offer = offer_adding(house, &person.actor, session, &party()).await.unwrap();
    let made = device.make(&offer);
    add_passkey(house, &person.actor, (session, &party()), name, &made).await.unwrap();
    device
}

async fn audited(house: &House, action: &str) -> u64 {
    let entries = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq(action));
    entries.count(house.reader()).await.unwrap()
}

async fn enters(house: &House, network: u64, answer: &Answer) -> bool {
    match sign_in_by_passkey(house, &from(network), &party(), answer).await {
        Ok(_) => true,
        Err(SignInError::Wrong) => false,
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_passkey_signs_in_and_confirms_and_is_taken_away() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let person = hire(house, &format!("keys-{}", test.on), Role::Supervisor, None).await;
        let here = session(house, &person).await;
        assert!(offer_confirming(house, &person.actor, here, &party()).await.unwrap().is_none());
        let mut device = device(house, &person, here, " Laptop of\nthe office ").await;

        assert!(enters(house, 2, &device.answer(&offer_sign_in(house, &party()))).await, "{}", test.on);
        assert_eq!(sessions(house, person.view.id).await.unwrap().len(), 2, "{}", test.on);
        let seen = passkeys(house, &person.actor).await.unwrap();
        assert_eq!((seen.len(), seen[0].name.as_str()), (1, "Laptop of the office"), "{}", test.on);
        assert_eq!(seen[0].last, Some(house.now()));

        // Where the second factor is asked for anew, within the session, the own one does.
        let asked = offer_confirming(house, &person.actor, here, &party()).await.unwrap().unwrap();
        assert_eq!(asked.own, [data_encoding::BASE64URL_NOPAD.encode(&device.id)]);
        let answer = device.answer(&asked);
        let confirm =
            async |answer: &Answer| confirm_by_passkey(house, &person.actor, here, &party(), answer).await;
        confirm(&answer).await.unwrap();
        assert!(matches!(confirm(&answer).await, Err(PasswordError::Wrong)), "{}: once", test.on);
        let other_page = device.answer(&offer_sign_in(house, &party()));
        assert!(matches!(confirm(&other_page).await, Err(PasswordError::Wrong)), "{}", test.on);

        // What names it lies sealed.
        let all = Statement::from_string(
            house.reader().get_database_backend(),
            "SELECT name, credential FROM passkey",
        );
        let row = house.reader().query_one_raw(all).await.unwrap().unwrap();
        let kept: Vec<Vec<u8>> =
            vec![row.try_get("", "name").unwrap(), row.try_get("", "credential").unwrap()];
        assert!(
            !kept[0].windows(6).any(|at| at == b"Laptop") && !kept[1].windows(32).any(|at| at == device.id)
        );

        // A name must be told before anything else is looked at; somebody else's passkey is not made one's own.
        let other = hire(house, &format!("other-{}", test.on), Role::Inspector, None).await;
        test.clock.advance(TimeDelta::seconds(30));
        let there = session(house, &other).await;
        let offer = offer_adding(house, &other.actor, there, &party()).await.unwrap();
        let mut copy = Device::new();
        let made = copy.make_with(&offer, |said| said.credential.clone_from(&device.id));
        let add = async |name: &str| add_passkey(house, &other.actor, (there, &party()), name, &made).await;
        assert!(matches!(add(" ").await, Err(PasskeyError::Name)), "{}", test.on);
        assert!(matches!(add(&"n".repeat(61)).await, Err(PasskeyError::Name)), "{}", test.on);
        assert!(matches!(add("copy").await, Err(PasskeyError::Wrong)), "{}", test.on);
        remove_passkey(house, &other.actor, &seen[0].mark).await.unwrap();
        assert_eq!(passkeys(house, &person.actor).await.unwrap().len(), 1, "{}: not hers to remove", test.on);
        remove_passkey(house, &person.actor, &seen[0].mark).await.unwrap();
        assert!(!enters(house, 2, &device.answer(&offer_sign_in(house, &party()))).await, "{}", test.on);
        for (action, times) in [
            ("staff.add-passkey", 1),
            ("staff.sign-in-passkey", 1),
            ("staff.confirm-passkey", 1),
            ("staff.remove-passkey", 1),
        ] {
            assert_eq!(audited(house, action).await, times, "{}: {action}", test.on);
        }
    }
}

type Lie = fn(&mut Said);

/// What a page elsewhere, a device without a person, or a thief would say.
const LIES: [(&str, Lie); 11] = [
    ("another origin", |said| said.origin = "https://haqqi.example.evil.example".to_owned()),
    ("without TLS", |said| said.origin = "http://haqqi.example".to_owned()),
    ("within another page", |said| said.within = true),
    ("another party", |said| said.party = "example".to_owned()),
    ("another challenge", |said| said.challenge = data_encoding::BASE64URL_NOPAD.encode(&[7; 32])),
    ("no challenge", |said| said.challenge = String::new()),
    ("another ceremony", |said| {
        said.kind = if said.kind == "webauthn.get" { "webauthn.create" } else { "webauthn.get" }
    }),
    ("nobody there", |said| said.flags &= !0x01),
    ("nobody verified", |said| said.flags &= !0x04),
    ("copied, though it cannot be", |said| said.flags &= !0x08),
    ("forged", |said| {
        said.format = "packed";
        said.forged = true;
    }),
];

#[tokio::test]
async fn no_lie_adds_a_passkey_or_signs_in() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let person = hire(house, &format!("lies-{}", test.on), Role::Supervisor, None).await;
        let here = session(house, &person).await;
        let mut known = device(house, &person, here, "telephone").await;
        let more: [(&str, Lie); 3] = [
            ("a key of another kind", |said| said.algorithm = -257),
            ("an unknown attestation", |said| said.format = "tpm"),
            ("no id", |said| said.credential.clear()),
        ];
        for (lie, change) in LIES.into_iter().chain(more) {
            let offer = offer_adding(house, &person.actor, here, &party()).await.unwrap();
            let made = Device::new().make_with(&offer, change);
            let added = add_passkey(house, &person.actor, (here, &party()), "new", &made).await;
            assert!(matches!(added, Err(PasskeyError::Wrong)), "{}: adds by {lie}", test.on);
        }
        let own: [(&str, Lie); 4] = [
            ("somebody else's name", |said| said.user = data_encoding::BASE64URL_NOPAD.encode(&[1; 32])),
            ("no name", |said| said.user = String::new()),
            ("an unknown credential", |said| said.credential = vec![9; 32]),
            ("a credential that is none", |said| said.credential = Vec::new()),
        ];
        for (network, (lie, change)) in LIES.into_iter().chain(own).enumerate() {
            let answer = known.answer_with(&offer_sign_in(house, &party()), change);
            assert!(!enters(house, 100 + network as u64, &answer).await, "{}: enters by {lie}", test.on);
        }
        // The answer of another's device under this credential's name; another house's address; bytes that are none.
        let other = hire(house, &format!("liar-{}", test.on), Role::Inspector, None).await;
        test.clock.advance(TimeDelta::seconds(30));
        let there = session(house, &other).await;
        let mut others = device(house, &other, there, "hers").await;
        let id = known.id.clone();
        let borrowed = others.answer_with(&offer_sign_in(house, &party()), |said| said.credential = id);
        assert!(!enters(house, 3, &borrowed).await, "{}: another's device", test.on);
        let asked = offer_confirming(house, &person.actor, here, &party()).await.unwrap().unwrap();
        let confirmed =
            confirm_by_passkey(house, &person.actor, here, &party(), &others.answer(&asked)).await;
        assert!(matches!(confirmed, Err(PasswordError::Wrong)), "{}: a colleague's passkey", test.on);
        let moved = Party::of("https://haqqi.example:8443").unwrap();
        let answer = known.answer(&offer_sign_in(house, &party()));
        let elsewhere = sign_in_by_passkey(house, &from(4), &moved, &answer).await;
        assert!(matches!(elsewhere, Err(SignInError::Wrong)), "{}: another port", test.on);
        let garbage = Answer { client_data: "e30".to_owned(), data: "====".to_owned(), ..answer };
        assert!(!enters(house, 5, &garbage).await, "{}", test.on);
        assert!(!enters(house, 5, &Answer::default()).await, "{}", test.on);
        assert_eq!(passkeys(house, &person.actor).await.unwrap().len(), 1, "{}", test.on);
        assert!(
            enters(house, 6, &known.answer(&offer_sign_in(house, &party()))).await,
            "{}: the truth does",
            test.on
        );

        // The credential's own attestation is taken.
        let offer = offer_adding(house, &person.actor, here, &party()).await.unwrap();
        let made = Device::new().make_with(&offer, |said| said.format = "packed");
        add_passkey(house, &person.actor, (here, &party()), "self-made", &made).await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_counts_once_and_in_time_and_a_counter_never_goes_back() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let person = hire(house, &format!("once-{}", test.on), Role::Supervisor, None).await;
        let here = session(house, &person).await;
        let mut device = device(house, &person, here, "key").await;
        let ask = || offer_sign_in(house, &party());
        let answer = device.answer(&ask());
        assert!(enters(house, 2, &answer).await, "{}", test.on);
        assert!(!enters(house, 2, &answer).await, "{}: replayed", test.on);
        let offer = ask();
        let (first, second) = (device.answer(&offer), device.answer(&offer));
        let at_once = tokio::join!(enters(house, 2, &first), enters(house, 2, &second));
        assert!(at_once.0 != at_once.1, "{}: two at once: {at_once:?}", test.on);

        let late = device.answer(&ask());
        test.clock.advance(TimeDelta::minutes(5) + TimeDelta::seconds(1));
        assert!(!enters(house, 2, &late).await, "{}: late", test.on);

        // A key that counts goes on; one that went back may be a copy, and the audit says so.
        device.counter = 5;
        assert!(enters(house, 2, &device.answer(&ask())).await, "{}", test.on);
        for back in [5, 4, 0] {
            device.counter = back;
            assert!(!enters(house, 2, &device.answer(&ask())).await, "{}: {back}", test.on);
        }
        assert_eq!(audited(house, "staff.passkey-went-back").await, 3, "{}", test.on);
        device.counter = 6;
        assert!(enters(house, 2, &device.answer(&ask())).await, "{}", test.on);

        // Wrong tries rest this passkey, and there alone where they come from.
        for _ in 0..8 {
            device.counter += 1;
            assert!(!enters(house, 7, &device.answer_with(&ask(), |said| said.forged = true)).await);
        }
        device.counter += 1;
        let rested = sign_in_by_passkey(house, &from(7), &party(), &device.answer(&ask())).await;
        assert!(matches!(rested, Err(SignInError::Slow)), "{}", test.on);
        assert!(enters(house, 8, &device.answer(&ask())).await, "{}: elsewhere she gets in", test.on);

        let chief = hire(house, &format!("chief-{}", test.on), Role::Administrator, None).await;
        shut_account(house, &chief.actor, &person.name).await.unwrap();
        device.counter += 1;
        assert!(!enters(house, 8, &device.answer(&ask())).await, "{}: the account is shut", test.on);
        open_account(house, &chief.actor, &person.name).await.unwrap();
        assert!(
            !enters(house, 8, &device.answer(&ask())).await,
            "{}: and its passkeys ended with it",
            test.on
        );
    }
}
