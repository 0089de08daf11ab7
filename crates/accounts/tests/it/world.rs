//! People of a house.

use haqqi_accounts::{Directory, NewStaff, StaffView, add_staff, code_at};
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
