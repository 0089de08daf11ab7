//! The HTTP shell: the site's state, what a page needs, layouts and components, forms, problems, security headers,
//! request budgets, static files. Rooms bring pages; the shell brings everything around them.

mod budget;
mod form;
mod kept;
mod once;
mod page;
mod patterns;
mod problem;
mod shell;
mod site;
mod static_files;

pub use form::{Errors, Form, FormError, Json};
pub use page::{Figure, LanguageLink, NavItem, Page, StaffUser, WorkerPage};
pub use problem::{Problem, render};
pub use shell::shell;
pub use site::{SESSION_COOKIES, Settings, Site};
