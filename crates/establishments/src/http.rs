//! The staff's pages and endpoints of the register.

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::desk::EstablishmentDesk;

/// The staff pages of this room.
pub fn pages(desk: EstablishmentDesk) -> Router {
    Router::new().with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: EstablishmentDesk) -> OpenApiRouter {
    OpenApiRouter::new().with_state(desk)
}
