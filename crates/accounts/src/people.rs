//! Adding people and declaring conflicts. An office's administrator grants what belongs to that office.

use haqqi_kernel::{Action, Actor, Audit, Job, Role, Scope, Sign, SignKind, SubjectKind, Uow, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::{staff, staff_conflict};
use crate::invite::NewPerson;
use crate::second::codes_of;
use crate::{breached, password};

/// A person to be added.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// The name under which they sign in: small letters, digits, dots, dashes.
    pub sign_in: String,
    /// Name.
    pub name: String,
    /// Office, a code of the pack; none for national roles.
    pub office: Option<String>,
    /// Agency, for a user of one.
    pub agency: Option<String>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Languages they work in.
    pub languages: Vec<String>,
    /// `male` or `female`, where told.
    pub sex: Option<String>,
    /// First password, at least 12 characters.
    pub password: String,
}

/// Who was added, and the secret for the authenticator, shown once.
#[derive(Debug, Clone)]
pub struct Added {
    /// Id.
    pub id: Uuid,
    /// TOTP secret in base32 (RFC 6238: SHA-1, 6 digits, 30 seconds).
    pub totp_secret: String,
}

/// Why a person was not added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddStaffError {
    /// Not allowed.
    #[error("this account may not add people")]
    Denied,
    /// The name for signing in holds other characters than it may, or none.
    #[error("a sign-in name has 2 to 64 small letters, digits, dots or dashes")]
    SignIn,
    /// The password is too short.
    #[error("a password has at least 12 characters")]
    Password,
    /// The password was found in a breach: whoever guesses begins with it.
    #[error("this password is known from a breach; choose another")]
    Breached,
    /// This account may not grant this: another office's, or the nation's.
    #[error("this account grants only what belongs to its own office")]
    Beyond,
    /// No role, or an agency's user with another role, or an agency's role without an agency.
    #[error("the roles do not fit together")]
    Roles,
    /// The hasher failed.
    #[error("the password could not be hashed: {0}")]
    Hash(String),
}

/// What an office's administrator grants; all other roles are the nation's.
const OF_AN_OFFICE: [Role; 7] = [
    Role::ComplaintsOfficer,
    Role::HotlineOperator,
    Role::Inspector,
    Role::Mediator,
    Role::Planner,
    Role::Supervisor,
    Role::Administrator,
];

/// Whether one account may hold these roles: a user of an agency is nothing else, and who manages accounts or reads the
/// audit does no other work, so that nobody opens a record to themselves or looks after themselves.
pub(crate) fn fit_together(roles: &[Role], agency: bool) -> bool {
    let alone = [Role::AgencyUser, Role::Administrator, Role::Auditor];
    let one_of_these = roles.iter().any(|role| alone.contains(role));
    !roles.is_empty() && roles.contains(&Role::AgencyUser) == agency && (roles.len() == 1 || !one_of_these)
}

/// Whether who manages this far may grant these roles in this office.
pub(crate) fn may_grant(scope: &Scope, roles: &[Role], office: Option<&str>) -> bool {
    scope.everything()
        || (scope.covers(office, None, false, false) && roles.iter().all(|role| OF_AN_OFFICE.contains(role)))
}

/// The secrets of a new account.
pub(crate) struct Secrets {
    pub(crate) password: String,
    pub(crate) totp: [u8; 20],
}

/// Puts a new account into this unit, with the roles that it has at once. Nothing is audited here.
pub(crate) fn put(
    unit: &mut Uow,
    new: &NewPerson,
    roles: &[Role],
    secrets: &Secrets,
    sex: Option<&str>,
) -> Result<Uuid, AddStaffError> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
    if !(2..=64).contains(&new.sign_in.len()) || !new.sign_in.chars().all(fits) {
        return Err(AddStaffError::SignIn);
    }
    let id = unit.id();
    let key = unit.new_subject(id);
    let totp = unit.seal(&key, "staff.totp", &data_encoding::BASE32_NOPAD.encode(&secrets.totp));
    unit.insert(staff::ActiveModel {
        id: Set(id),
        sign_in: Set(new.sign_in.clone()),
        name: Set(haqqi_kernel::one_line(&new.name)),
        office: Set(new.office.clone()),
        agency: Set(new.agency.clone()),
        roles: Set(codes_of(roles)),
        languages: Set(new.languages.join(" ")),
        sex: Set(sex.map(str::to_owned)),
        badge: Set(None),
        disabled_at: Set(None),
        password_hash: Set(password::hash(&secrets.password).map_err(AddStaffError::Hash)?),
        totp: Set(totp),
        totp_last_step: Set(0),
        version: Set(1),
        also: Set(None),
        trained_at: Set(None),
    });
    Ok(id)
}

/// Adds a person in this unit with secrets that the house makes: at the command line, for the first of an installation and
/// for the demonstration. Whoever is signed in invites instead. The name must be new, or the commit answers `Unique`.
///
/// # Errors
/// [`AddStaffError`].
pub fn add_staff(unit: &mut Uow, new: &NewStaff) -> Result<Added, AddStaffError> {
    if !matches!(unit.actor(), Actor::System) {
        return Err(AddStaffError::Denied);
    }
    if new.password.chars().count() < password::SHORTEST {
        return Err(AddStaffError::Password);
    }
    if breached::is_breached(&new.password) {
        return Err(AddStaffError::Breached);
    }
    if !fit_together(&new.roles, new.agency.is_some()) {
        return Err(AddStaffError::Roles);
    }
    let mut totp = [0u8; 20];
    unit.house().entropy().fill(&mut totp);
    let secrets = Secrets { password: new.password.clone(), totp };
    let person = NewPerson {
        sign_in: new.sign_in.clone(),
        name: new.name.clone(),
        office: new.office.clone(),
        agency: new.agency.clone(),
        roles: new.roles.clone(),
        languages: new.languages.clone(),
    };
    let id = put(unit, &person, &new.roles, &secrets, new.sex.as_deref())?;
    unit.audit(Audit::write("staff.add", SubjectKind::Staff, id));
    Ok(Added { id, totp_secret: data_encoding::BASE32_NOPAD.encode(&totp) })
}

/// Notes that a person was trained to interview workers, or takes it back, with no question who may: at the command line, for the
/// demonstration, and behind [`crate::set_trained`].
pub fn note_trained(unit: &mut Uow, id: Uuid, trained: bool) {
    let since = trained.then(|| unit.now());
    let noted = staff::Entity::update_many()
        .col_expr(staff::Column::TrainedAt, Expr::value(since))
        .filter(staff::Column::Id.eq(id));
    unit.update_one(noted);
    let what = if trained { "staff.trained" } else { "staff.not-trained" };
    unit.audit(Audit::write(what, SubjectKind::Staff, id));
}

/// Gives a person a badge number, by which anybody can see that the badge is ours. A number that was there before is
/// ours no more: so a lost badge is called in.
///
/// # Errors
/// [`AddStaffError::Denied`].
pub fn give_badge(unit: &mut Uow, id: Uuid) -> Result<Sign, AddStaffError> {
    let badge = Sign::random(SignKind::Badge, unit.house().entropy());
    set_badge(unit, id, Some(badge.to_string()))?;
    unit.audit(Audit::write("staff.give-badge", SubjectKind::Staff, id));
    Ok(badge)
}

/// Takes a person's badge number away.
///
/// # Errors
/// [`AddStaffError::Denied`].
pub fn take_badge(unit: &mut Uow, id: Uuid) -> Result<(), AddStaffError> {
    set_badge(unit, id, None)?;
    unit.audit(Audit::write("staff.take-badge", SubjectKind::Staff, id));
    Ok(())
}

fn set_badge(unit: &mut Uow, id: Uuid, badge: Option<String>) -> Result<(), AddStaffError> {
    judge(unit.actor(), Action::ManagePeople).map_err(|_| AddStaffError::Denied)?;
    unit.update_one(
        staff::Entity::update_many()
            .col_expr(staff::Column::Badge, Expr::value(badge))
            .filter(staff::Column::Id.eq(id)),
    );
    Ok(())
}

/// The job that parts a person from the work that concerns an establishment with which they declared a tie.
pub const TIE_DECLARED: &str = "staff.tie-declared";

/// Declares a conflict of interest: this person is never sent there, and what they have of it goes to others.
pub fn declare_conflict(unit: &mut Uow, staff: Uuid, establishment: Uuid) {
    let id = unit.id();
    unit.insert(staff_conflict::ActiveModel {
        id: Set(id),
        staff_id: Set(staff),
        establishment_id: Set(establishment),
        declared_at: Set(unit.now()),
    });
    let job = serde_json::json!({ "staff": staff, "establishment": establishment });
    unit.job(Job::new(TIE_DECLARED, job));
    unit.audit(Audit::write("staff.conflict", SubjectKind::Staff, staff));
}

/// Ends, in this unit, a declared tie: the person may read and work there again. Whose it is to end, the caller asks.
pub fn end_conflict(unit: &mut Uow, staff: Uuid, establishment: Uuid, why: &str) {
    unit.delete(
        staff_conflict::Entity::delete_many()
            .filter(staff_conflict::Column::StaffId.eq(staff))
            .filter(staff_conflict::Column::EstablishmentId.eq(establishment)),
    );
    unit.audit(Audit::write("staff.end-conflict", SubjectKind::Staff, staff).purpose(why.to_owned()));
}
