//! Invitations: an administrator says who somebody is and what they do, and never holds their secrets. A code, good once
//! and for three days, lets the person choose password and second factor; the same is the way back for who lost them.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Role, SubjectKind, Uow, judge};
use haqqi_web::Network;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Set,
};
use uuid::Uuid;

use crate::directory::offices_in;
use crate::entity::{invitation, staff};
use crate::manage::{ChangeError, within_reach};
use crate::people::{AddStaffError, Secrets, fit_together, may_grant, put};
use crate::second::{Wanted, What, ask_second, codes_of, read_records};
use crate::{breached, password, recovery, sign_in, token, totp};

/// So long an invitation is good.
const LASTS: TimeDelta = TimeDelta::hours(72);
/// Random bytes of a code: 16 letters of base32.
const BYTES: usize = 10;
/// At most so many are open at once.
const MOST: u64 = 2_000;
/// What the sealed secret in the form is for.
const PURPOSE: &str = "invitation";

/// A person to be invited.
#[derive(Debug, Clone)]
pub struct NewPerson {
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
}

/// An invitation, shown once.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Whom it is for.
    pub staff: Uuid,
    /// The code: four times four letters.
    pub code: String,
    /// Until when it is good.
    pub until: DateTime<Utc>,
    /// Whether a second person has to confirm what the account may do.
    pub waits: bool,
}

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// There is no such invitation, or it is good no more; which is not told.
    #[error("there is no such invitation")]
    NotFound,
    /// Too many wrong codes from this network.
    #[error("too many tries")]
    Slow,
    /// The password is too short.
    #[error("a password has at least 12 characters")]
    Short,
    /// The password was found in a breach.
    #[error("this password is known from a breach; choose another")]
    Breached,
    /// The authenticator's code does not fit the secret that was shown.
    #[error("the code does not fit the secret")]
    Code,
    /// The hasher failed.
    #[error("the password could not be hashed: {0}")]
    Hash(String),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// An invitation that is good, for the person who holds it.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The name under which they will sign in.
    pub sign_in: String,
    /// Their name.
    pub name: String,
    /// A secret for the authenticator, in base32, for the form to show.
    pub secret: String,
    /// The same secret, sealed, for the form to carry.
    pub sealed: String,
}

/// What somebody chose who was invited.
#[derive(Clone)]
pub struct Chosen {
    /// The invitation's code.
    pub code: String,
    /// The sealed secret of the form.
    pub sealed: String,
    /// The password.
    pub password: String,
    /// What the authenticator shows.
    pub shown: String,
}

/// Invites a person in this unit. The name must be new, or the commit answers `Unique`.
///
/// # Errors
/// [`AddStaffError`].
pub fn invite_staff(unit: &mut Uow, new: &NewPerson) -> Result<Invitation, AddStaffError> {
    let scope = judge(unit.actor(), Action::ManagePeople).map_err(|_| AddStaffError::Denied)?;
    if !fit_together(&new.roles, new.agency.is_some()) {
        return Err(AddStaffError::Roles);
    }
    if !may_grant(&scope, &new.roles, new.office.as_deref()) {
        return Err(AddStaffError::Beyond);
    }
    let waits = read_records(&new.roles);
    let now: &[Role] = if waits { &[] } else { &new.roles };
    // Nobody knows these: whoever is invited chooses others.
    let nobodys = data_encoding::HEXLOWER.encode(&random::<32>(unit));
    let secrets = Secrets { password: nobodys, totp: random::<20>(unit) };
    let id = put(unit, new, now, &secrets, None)?;
    if waits {
        ask_second(unit, id, Wanted { what: What::New, roles: &new.roles, also: &[] });
    }
    unit.audit(Audit::write("staff.invite", SubjectKind::Staff, id));
    Ok(issue(unit, id, false, waits))
}

/// Lets a person choose password and second factor anew: those who lost them. What they have now is good until then, and
/// each of their pages says that it was asked.
///
/// # Errors
/// [`ChangeError`].
pub async fn invite_anew(house: &House, actor: &Actor, sign_in: &str) -> Result<Invitation, ChangeError> {
    let scope = judge(actor, Action::ManagePeople).map_err(|_| ChangeError::NotFound)?;
    let person = within_reach(house, actor, Action::ManagePeople, sign_in).await?;
    if actor.account() == Some(person.id) {
        return Err(ChangeError::Oneself);
    }
    if person.disabled || !may_grant(&scope, &person.roles, person.office.as_deref()) {
        return Err(ChangeError::Beyond);
    }
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    unit.update(
        invitation::Entity::update_many()
            .col_expr(invitation::Column::EndedAt, Expr::value(Some(now)))
            .filter(invitation::Column::StaffId.eq(person.id))
            .filter(invitation::Column::EndedAt.is_null()),
    );
    let waits = person.roles.is_empty() || read_records(&person.roles);
    let made = issue(&mut unit, person.id, true, waits);
    unit.audit(Audit::write("staff.invite-anew", SubjectKind::Staff, person.id));
    unit.commit().await?;
    Ok(made)
}

fn random<const MANY: usize>(unit: &Uow) -> [u8; MANY] {
    let mut bytes = [0u8; MANY];
    unit.house().entropy().fill(&mut bytes);
    bytes
}

fn issue(unit: &mut Uow, staff: Uuid, anew: bool, waits: bool) -> Invitation {
    let id = unit.id();
    let code = data_encoding::BASE32_NOPAD.encode(&random::<BYTES>(unit)).to_lowercase();
    let digest = unit.house().vault().digest_secret(id, code.as_bytes());
    let until = unit.now() + LASTS;
    unit.insert(invitation::ActiveModel {
        id: Set(id),
        staff_id: Set(staff),
        digest: Set(digest.to_vec()),
        anew: Set(anew),
        made_by: Set(unit.actor().account()),
        made_at: Set(unit.now()),
        expires_at: Set(until),
        ended_at: Set(None),
    });
    Invitation { staff, code: recovery::grouped(&code), until, waits }
}

fn anew(now: DateTime<Utc>, staff: Uuid) -> Select<invitation::Entity> {
    invitation::Entity::find()
        .filter(invitation::Column::StaffId.eq(staff))
        .filter(invitation::Column::ExpiresAt.gt(now))
        .filter(invitation::Column::EndedAt.is_null())
        .filter(invitation::Column::Anew.eq(true))
}

/// The invitations by which this person may choose their secrets anew.
pub(crate) fn rows_anew(now: DateTime<Utc>, staff: Uuid) -> SelectStatement {
    anew(now, staff).into_query()
}

/// Whether somebody lets this person choose their secrets anew: since when.
///
/// # Errors
/// The database's error.
pub(crate) async fn asked_anew(house: &House, staff: Uuid) -> Result<Option<DateTime<Utc>>, DbErr> {
    let row = anew(house.now(), staff).one(house.reader()).await?;
    Ok(row.map(|row| row.made_at))
}

/// The invitation of this code that is good, and whom it is for.
async fn find(house: &House, typed: &str) -> Result<Option<(invitation::Model, staff::Model)>, DbErr> {
    let Some(code) = recovery::plain(typed) else { return Ok(None) };
    let open = invitation::Entity::find()
        .filter(invitation::Column::EndedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(house.now()))
        .order_by_desc(invitation::Column::Id)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let vault = house.vault();
    let found = open.into_iter().find(|row| vault.secret_matches(row.id, code.as_bytes(), &row.digest));
    let Some(row) = found else { return Ok(None) };
    let person = staff::Entity::find_by_id(row.staff_id).one(house.reader()).await?;
    Ok(person.filter(|person| person.disabled_at.is_none()).map(|person| (row, person)))
}

/// The same, where too many wrong codes make a network wait.
async fn found(
    house: &House,
    from: Network,
    typed: &str,
) -> Result<(invitation::Model, staff::Model), AcceptError> {
    let place = format!("invitation {}", from.0);
    if sign_in::resting(&place, house.now()) {
        return Err(AcceptError::Slow);
    }
    let found = find(house, typed).await?;
    if found.is_none() {
        sign_in::count(&place, house.now(), false);
    }
    found.ok_or(AcceptError::NotFound)
}

/// Opens an invitation to whoever holds its code, with a secret for the authenticator.
///
/// # Errors
/// [`AcceptError`].
pub async fn open_invitation(house: &House, from: Network, code: &str) -> Result<Invited, AcceptError> {
    let (row, person) = found(house, from, code).await?;
    let mut bytes = [0u8; 20];
    house.entropy().fill(&mut bytes);
    Ok(shown(house, &row, person, bytes))
}

fn shown(house: &House, row: &invitation::Model, person: staff::Model, secret: [u8; 20]) -> Invited {
    let plain = [row.id.as_bytes().as_slice(), &secret].concat();
    let sealed = house.vault().seal_cookie(PURPOSE, &plain, house.entropy());
    Invited {
        sign_in: person.sign_in,
        name: person.name,
        secret: data_encoding::BASE32_NOPAD.encode(&secret),
        sealed: data_encoding::BASE64URL_NOPAD.encode(&sealed),
    }
}

/// The secret that a form of this invitation carried.
fn carried(house: &House, row: &invitation::Model, sealed: &str) -> Option<[u8; 20]> {
    let sealed = data_encoding::BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let plain = house.vault().open_cookie(PURPOSE, &sealed).ok()?;
    plain.strip_prefix(row.id.as_bytes())?.try_into().ok()
}

/// The same invitation again, with the secret that its form carried: what was wrong is put right beside it.
///
/// # Errors
/// [`AcceptError`].
pub async fn reopen_invitation(
    house: &House,
    from: Network,
    chosen: &Chosen,
) -> Result<Invited, AcceptError> {
    let (row, person) = found(house, from, &chosen.code).await?;
    match carried(house, &row, &chosen.sealed) {
        Some(secret) => Ok(shown(house, &row, person, secret)),
        None => open_invitation(house, from, &chosen.code).await,
    }
}

/// Takes what somebody chose. All earlier secrets, sessions and tokens end; the recovery codes that are returned are shown
/// once. Roles that read wait for a second person, the first time and each time that the secrets are new.
///
/// # Errors
/// [`AcceptError`].
pub async fn accept_invitation(
    house: &House,
    from: Network,
    chosen: &Chosen,
) -> Result<Vec<String>, AcceptError> {
    let (row, person) = found(house, from, &chosen.code).await?;
    if chosen.password.chars().count() < password::SHORTEST {
        return Err(AcceptError::Short);
    }
    if breached::is_breached(&chosen.password) {
        return Err(AcceptError::Breached);
    }
    let secret = carried(house, &row, &chosen.sealed).ok_or(AcceptError::Code)?;
    let secret = data_encoding::BASE32_NOPAD.encode(&secret);
    let shown = haqqi_kernel::plain_digits(&chosen.shown);
    let step = totp::step_of(&secret, &shown, house.now().timestamp()).ok_or(AcceptError::Code)?;
    let hash = password::hash_words(chosen.password.clone()).await.map_err(AcceptError::Hash)?;
    let key = house.subject_key(person.id).await?;
    let mut unit = house.unit(Actor::System);
    let now = unit.now();
    unit.update_one(
        invitation::Entity::update_many()
            .col_expr(invitation::Column::EndedAt, Expr::value(Some(now)))
            .filter(invitation::Column::Id.eq(row.id))
            .filter(invitation::Column::EndedAt.is_null()),
    );
    let totp = unit.seal(&key, "staff.totp", &secret);
    let roles: Vec<Role> = person.roles.split(' ').filter_map(Role::from_code).collect();
    let waits = row.anew && read_records(&roles);
    let mut query = staff::Entity::update_many()
        .col_expr(staff::Column::PasswordHash, Expr::value(hash))
        .col_expr(staff::Column::Totp, Expr::value(totp))
        .col_expr(staff::Column::TotpLastStep, Expr::value(step))
        .filter(staff::Column::Id.eq(person.id));
    if waits {
        query = query.col_expr(staff::Column::Roles, Expr::value(codes_of(&[])));
    }
    unit.update_one(query);
    // What they held before, and whoever held it, is shut out.
    token::revoke(&mut unit, person.id);
    if waits {
        let also = offices_in(person.also.as_deref());
        let wanted = Wanted { what: What::Anew, roles: &roles, also: &also };
        crate::second::ask_for(&mut unit, person.id, wanted, row.made_by);
    }
    let codes = recovery::new_recovery_codes(&mut unit, person.id);
    unit.audit(Audit::write("staff.accept-invitation", SubjectKind::Staff, person.id));
    match unit.commit().await {
        Ok(_) => Ok(codes),
        Err(CommitError::Stale) => Err(AcceptError::NotFound),
        Err(error) => Err(error.into()),
    }
}
