//! The own account.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use haqqi_web::{Json, Page, render};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::extract::{ApiStaff, StaffSession};

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    rows: Vec<(String, String)>,
}

pub(super) async fn show(session: StaffSession) -> Response {
    let StaffSession { staff, page, .. } = session;
    let roles: Vec<String> = staff.roles.iter().map(|role| page.label("role", role.code())).collect();
    let mut rows = vec![
        (page.t("accounts-name"), staff.name.clone()),
        (page.t("accounts-sign-in-name"), staff.sign_in.clone()),
        (page.t("accounts-roles"), page.language().list(&roles)),
    ];
    if let Some(office) = &staff.office {
        rows.push((page.t("accounts-office"), page.label("office", office)));
    }
    if let Some(agency) = &staff.agency {
        rows.push((page.t("accounts-agency"), page.label("agency", agency)));
    }
    let cookie = page.language_cookie();
    let response = render(StatusCode::OK, &AccountPage { page, rows });
    ([(axum::http::header::SET_COOKIE, cookie)], response).into_response()
}

/// Who the token belongs to.
#[derive(Serialize, ToSchema)]
pub(super) struct Me {
    /// Name under which the person signs in.
    sign_in: String,
    /// Name.
    name: String,
    /// Office, a code of the pack.
    office: Option<String>,
    /// Agency, for a user of one.
    agency: Option<String>,
    /// Roles.
    roles: Vec<&'static str>,
}

/// Who am I?
#[utoipa::path(get, path = "/api/v1/me", responses((status = 200, body = Me), (status = 401)), tag = "accounts")]
pub(super) async fn me(caller: ApiStaff) -> Json<Me> {
    Json(Me {
        sign_in: caller.staff.sign_in,
        name: caller.staff.name,
        office: caller.staff.office,
        agency: caller.staff.agency,
        roles: caller.staff.roles.iter().map(|role| role.code()).collect(),
    })
}
