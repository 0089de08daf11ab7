//! The staff's pages and endpoints of flags.

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::desk::ScreeningDesk;

/// The staff pages of this room.
pub fn pages(desk: ScreeningDesk) -> Router {
    Router::new().with_state(desk)
}

/// The endpoints of this room.
pub fn api(desk: ScreeningDesk) -> OpenApiRouter {
    OpenApiRouter::new().with_state(desk)
}
