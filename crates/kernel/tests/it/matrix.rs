//! Who may do what, and how far: every role, every action, the own office and another, against one table that people
//! can read. A new action or role that stands in no line does not pass.

use haqqi_kernel::{Action, Actor, AgencyActor, Reach, Role, StaffActor, Tells, judge};
use uuid::Uuid;

/// The columns, in the order in which lists show roles.
const ROLES: [(&str, Role); 16] = [
    ("ho", Role::HotlineOperator),
    ("co", Role::ComplaintsOfficer),
    ("du", Role::DutyOfficer),
    ("su", Role::Supervisor),
    ("in", Role::Interpreter),
    ("is", Role::Inspector),
    ("pl", Role::Planner),
    ("rc", Role::ReferralCoordinator),
    ("ag", Role::AgencyUser),
    ("cl", Role::ChildLead),
    ("me", Role::Mediator),
    ("pa", Role::Partner),
    ("an", Role::Analyst),
    ("dp", Role::DataProtectionOfficer),
    ("au", Role::Auditor),
    ("ad", Role::Administrator),
];

/// `A` everything; `N` everything, for an account without an office; `O` the own office, and everything for an account
/// of the directorate; `o` the own office alone; `s` what is assigned to oneself; `D` what the duty officer reads, on
/// the roster; `C` what concerns a child; `.` nothing.
const TABLE: &str = "
                     ho co du su in is pl rc ag cl me pa an dp au ad
file-complaint       A  A  D  .  .  .  .  .  .  .  .  A  .  .  .  .
check-words          A  A  D  .  .  .  .  .  .  .  .  .  .  .  .  .
take-intake          A  A  D  .  .  .  .  .  .  .  .  .  .  .  .  .
read-filed           .  .  .  .  .  .  .  .  .  .  .  s  .  .  .  .
add-to-filed         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
return-to-complaint  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
take-text            A  .  D  O  .  .  .  .  .  .  .  .  .  .  .  .
read-queue           s  o  D  O  s  s  O  A  .  C  s  .  .  s  .  .
assign-work          .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .
read-complaint       .  o  D  O  .  .  .  .  .  C  .  .  .  .  .  .
work-complaint       .  o  D  O  .  .  .  .  .  .  .  .  .  .  .  .
approve-settlement   .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .
hold-mediation       .  .  .  .  .  .  .  .  .  .  s  .  .  .  .  .
translate            .  .  .  .  s  .  .  .  .  .  .  .  .  .  .  .
read-flag            .  .  D  O  .  .  .  A  .  C  .  .  .  .  .  .
decide-flag          .  .  D  O  .  .  .  .  .  C  .  .  .  .  .  .
decide-child-flag    .  .  .  .  .  .  .  .  .  C  .  .  .  .  .  .
read-referral        .  .  D  .  .  .  .  A  .  C  .  .  .  .  .  .
work-referral        .  .  D  .  .  .  .  A  .  .  .  .  .  .  .  .
approve-disclosure   .  .  .  s  .  .  .  s  .  s  .  .  .  s  .  .
answer-hand-over     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
read-establishment   .  A  .  A  .  A  A  .  .  .  .  .  .  .  .  .
keep-establishment   .  A  .  A  .  A  A  .  .  .  .  .  .  .  .  .
declare-tie          A  A  A  A  A  A  A  A  .  A  A  A  A  A  A  A
open-home            .  o  .  O  .  .  .  .  .  .  .  .  .  .  .  .
request-visit        .  o  .  O  .  .  .  .  .  .  .  .  .  .  .  .
schedule-visit       .  .  .  O  .  .  O  .  .  .  .  .  .  .  .  .
read-visit           .  .  .  O  .  s  O  .  .  .  .  .  .  .  .  .
record-visit         .  .  .  .  .  s  .  .  .  .  .  .  .  .  .  .
read-figures         .  o  .  A  .  .  A  A  .  .  .  .  A  .  .  .
publish-figures      .  .  .  .  .  .  .  .  .  .  .  .  A  .  .  .
publish-papers       .  .  .  .  .  .  .  .  .  .  .  .  A  .  .  A
read-audit           .  .  .  .  .  .  .  .  .  .  .  .  .  .  A  .
manage-people        .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O
shut-account         .  .  .  O  .  .  .  .  .  .  .  .  .  A  .  O
confirm-people       .  .  .  O  .  .  .  .  .  .  .  .  .  A  .  .
manage-roster        .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  N
ask-to-open          .  s  s  s  .  .  .  s  .  s  .  .  .  .  .  .
agree-to-open        .  .  .  A  .  .  .  .  .  .  .  .  .  A  .  .
watch-openings       .  .  .  A  .  .  .  .  .  .  .  .  .  A  A  .
read-retention       .  .  .  O  .  .  .  .  .  .  .  .  .  A  A  O
approve-erasure      .  .  .  O  .  .  .  .  .  .  .  .  .  A  .  .
put-hold             .  .  .  O  .  .  .  .  .  .  .  .  .  A  .  .
read-patrol          .  .  .  A  .  A  A  .  .  .  .  .  A  .  .  .
patrol               .  .  .  A  .  A  .  .  .  .  .  .  .  .  .  .
";

fn somebody(role: Role, office: Option<&str>, on_duty: bool) -> Actor {
    Actor::Staff(StaffActor {
        id: Uuid::max(),
        roles: vec![role],
        office: office.map(str::to_owned),
        also: Vec::new(),
        on_duty,
    })
}

/// What the table's letter says about a row: of which office, whose, on duty, of a child.
fn written(letter: char, own: Option<&str>, on_duty: bool, row: (&str, bool, bool, bool)) -> bool {
    let (office, mine, duty, child) = row;
    match letter {
        'A' => true,
        'N' => own.is_none(),
        'O' => own.is_none_or(|own| own == office),
        'o' => own == Some(office),
        's' => mine,
        'D' => on_duty && duty,
        'C' => child,
        '.' => false,
        other => panic!("the table says {other}"),
    }
}

/// The lines of the table: an action and a letter for each role.
fn lines() -> Vec<(Action, Vec<char>)> {
    let mut lines = TABLE.trim_matches('\n').lines();
    let head: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
    assert_eq!(head, ROLES.map(|(short, _)| short));
    lines
        .map(|line| {
            let (code, letters) = line.split_once(' ').unwrap();
            let action = Action::from_code(code).unwrap_or_else(|| panic!("{code} is no action"));
            let letters: Vec<char> = letters.split_whitespace().flat_map(str::chars).collect();
            assert_eq!(letters.len(), ROLES.len(), "{code} has a letter for each role");
            (action, letters)
        })
        .collect()
}

#[test]
fn every_role_and_every_action_are_as_the_table_says() {
    let lines = lines();
    let known: Vec<Action> = lines.iter().map(|(action, _)| *action).collect();
    assert_eq!(known, Action::ALL, "each action has its line, in order");
    assert_eq!(ROLES.map(|(_, role)| role), Role::ALL, "each role has its column");
    let two = [false, true];
    for (action, letters) in &lines {
        for ((_, role), letter) in ROLES.iter().zip(letters) {
            for own in [None, Some("amman")] {
                for on_duty in two {
                    let scope = judge(&somebody(*role, own, on_duty), *action).ok();
                    for (office, mine, duty, child) in [("amman", "irbid")]
                        .iter()
                        .flat_map(|(own, other)| [*own, *other])
                        .flat_map(|office| two.map(|mine| (office, mine)))
                        .flat_map(|(office, mine)| two.map(|duty| (office, mine, duty)))
                        .flat_map(|(office, mine, duty)| two.map(|child| (office, mine, duty, child)))
                    {
                        let assigned = mine.then_some(Uuid::max());
                        let done = scope
                            .as_ref()
                            .is_some_and(|scope| scope.covers(Some(office), assigned, duty, child));
                        assert_eq!(
                            done,
                            written(*letter, own, on_duty, (office, mine, duty, child)),
                            "{role:?} of {own:?}, on duty {on_duty}: {action:?} in {office}, mine {mine}, for duty {duty}, child {child}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn who_is_no_staff_may_do_what_their_way_in_is_for() {
    let hers = Uuid::from_u128(7);
    let agency = Actor::Agency(AgencyActor { id: Uuid::max(), agency: "shelter".to_owned() });
    for action in Action::ALL.iter().copied() {
        let reaches = |actor: &Actor| judge(actor, action).map(|scope| scope.reaches().to_vec()).ok();
        let files = (action == Action::FileComplaint).then(|| vec![Reach::Everything]);
        assert_eq!(reaches(&Actor::Stranger), files, "{action:?}");
        let returns = (action == Action::ReturnToComplaint).then(|| vec![Reach::Subject(hers)]);
        assert_eq!(reaches(&Actor::Worker { complaint: hers }), returns.or(files), "{action:?}");
        let adds = (action == Action::AddToFiled).then(|| vec![Reach::Subject(hers)]);
        assert_eq!(reaches(&Actor::Filer { complaint: hers }), adds, "{action:?}");
        let answers = (action == Action::AnswerHandOver).then(|| vec![Reach::Agency("shelter".to_owned())]);
        let ties = (action == Action::DeclareTie).then(|| vec![Reach::Everything]);
        assert_eq!(reaches(&agency), answers.or(ties), "{action:?}");
        assert_eq!(reaches(&Actor::System), Some(vec![Reach::Everything]), "{action:?}");
    }
}

#[test]
fn a_token_takes_away_and_two_people_open_one_record_to_read() {
    let officer = || somebody(Role::ComplaintsOfficer, Some("amman"), false);
    let reads = officer().arriving(Some(vec![Action::ReadQueue]), Vec::new());
    assert!(judge(&reads, Action::ReadQueue).is_ok() && judge(&reads, Action::ReadComplaint).is_err());
    let more = officer().arriving(Some(vec![Action::ReadFlag]), Vec::new());
    assert!(judge(&more, Action::ReadFlag).is_err(), "a token adds nothing");

    let other = Uuid::from_u128(9);
    let coordinator = somebody(Role::ReferralCoordinator, None, false).arriving(None, vec![other]);
    let scope = judge(&coordinator, Action::ReadComplaint).unwrap();
    assert_eq!(scope.reaches(), [Reach::Subject(other)]);
    assert!(judge(&coordinator, Action::WorkComplaint).is_err(), "to read, and no more");
    assert_eq!((coordinator.account(), coordinator.code()), (Some(Uuid::max()), "staff"));
    assert!(coordinator.has(Role::ReferralCoordinator) && coordinator.is_staff());
    let bounded = coordinator.who().clone().arriving(Some(vec![Action::ReadQueue]), vec![other]);
    assert!(judge(&bounded, Action::ReadComplaint).is_err(), "nor beyond a token's bounds");
}

#[test]
fn a_reach_that_a_room_does_not_know_shows_nothing() {
    let scope = judge(&somebody(Role::Interpreter, None, false), Action::Translate).unwrap();
    let statement = format!("{:?}", scope.condition(Tells::OfNone, |_| None));
    assert!(statement.contains("Equal"), "one is not nought: {statement}");
}
