//! People of a house.

use haqqi_accounts::{
    ConfirmError, Directory, NewPerson, NewStaff, Said, StaffView, add_staff, code_at, confirm_waiting,
    own_waiting, waiting,
};
use haqqi_kernel::{Actor, House, Role};

pub const PASSWORD: &str = "seven quiet herons walk";

/// Somebody of this house.
pub struct Person {
    pub name: String,
    pub actor: Actor,
    pub view: StaffView,
    secret: String,
}

impl Person {
    /// What the authenticator shows now.
    pub fn code(&self, house: &House) -> String {
        code_at(&self.secret, house.now().timestamp()).unwrap()
    }
}

pub fn new_staff(name: &str, roles: &[Role], office: Option<&str>) -> NewStaff {
    NewStaff {
        sign_in: name.to_owned(),
        name: name.to_owned(),
        office: office.map(str::to_owned),
        agency: None,
        roles: roles.to_vec(),
        languages: Vec::new(),
        sex: None,
        password: PASSWORD.to_owned(),
    }
}

/// Adds somebody.
pub async fn hire(house: &House, name: &str, role: Role, office: Option<&str>) -> Person {
    let mut unit = house.unit(Actor::System);
    let added = add_staff(&mut unit, &new_staff(name, &[role], office)).unwrap();
    unit.commit().await.unwrap();
    let view = Directory::new(house.clone()).person(added.id).await.unwrap().unwrap();
    Person { name: name.to_owned(), actor: view.actor(true), view, secret: added.totp_secret }
}

pub fn new_person(name: &str, roles: &[Role], office: Option<&str>) -> NewPerson {
    NewPerson {
        sign_in: name.to_owned(),
        name: name.to_owned(),
        office: office.map(str::to_owned),
        agency: None,
        roles: roles.to_vec(),
        languages: Vec::new(),
    }
}

/// Confirms what waits for somebody, with the code that they see.
pub async fn agree(house: &House, second: &Actor, name: &str) -> Result<(), ConfirmError> {
    let person = Directory::new(house.clone()).by_sign_in(name).await.unwrap().unwrap();
    let (_, code) = own_waiting(house, &person).await.unwrap().unwrap();
    let rows = waiting(house, second).await?;
    let row = rows.iter().find(|row| row.person.sign_in == name).ok_or(ConfirmError::NotFound)?;
    confirm_waiting(house, second, &row.mark, Said::Yes(&code)).await
}
