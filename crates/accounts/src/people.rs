//! Adding people and declaring conflicts. An office's administrator grants what belongs to that office.

use haqqi_kernel::{Action, Audit, Job, Role, Scope, Sign, SignKind, SubjectKind, Uow, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::{staff, staff_conflict};
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

/// Adds a person in this unit. The name must be new, or the commit answers `Unique`.
///
/// # Errors
/// [`AddStaffError`].
pub fn add_staff(unit: &mut Uow, new: &NewStaff) -> Result<Added, AddStaffError> {
    let scope = judge(unit.actor(), Action::ManagePeople).map_err(|_| AddStaffError::Denied)?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
    if !(2..=64).contains(&new.sign_in.len()) || !new.sign_in.chars().all(fits) {
        return Err(AddStaffError::SignIn);
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
    if !may_grant(&scope, &new.roles, new.office.as_deref()) {
        return Err(AddStaffError::Beyond);
    }
    let id = unit.id();
    let key = unit.new_subject(id);
    let mut secret = [0u8; 20];
    unit.house().entropy().fill(&mut secret);
    let totp_secret = data_encoding::BASE32_NOPAD.encode(&secret);
    let totp = unit.seal(&key, "staff.totp", &totp_secret);
    unit.insert(staff::ActiveModel {
        id: Set(id),
        sign_in: Set(new.sign_in.clone()),
        name: Set(haqqi_kernel::one_line(&new.name)),
        office: Set(new.office.clone()),
        agency: Set(new.agency.clone()),
        roles: Set(new.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")),
        languages: Set(new.languages.join(" ")),
        sex: Set(new.sex.clone()),
        badge: Set(None),
        disabled_at: Set(None),
        password_hash: Set(password::hash(&new.password).map_err(AddStaffError::Hash)?),
        totp: Set(totp),
        totp_last_step: Set(0),
        version: Set(1),
        also: Set(None),
    });
    unit.audit(Audit::write("staff.add", SubjectKind::Staff, id));
    Ok(Added { id, totp_secret })
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
