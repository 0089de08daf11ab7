//! The HTTP shell: the site's state, what a page needs, layouts and components, forms, problems, security headers,
//! request budgets, static files. Rooms bring pages; the shell brings everything around them.

mod audio;
mod budget;
mod download;
mod form;
mod gate;
mod instant;
mod kept;
mod once;
mod page;
mod patterns;
mod problem;
mod sheet;
mod shell;
mod site;
mod stamp;
mod static_files;
mod turn;
mod upload;
mod waiting;

pub use budget::{Budget, Network};
pub use download::{attachment, download, safe_name};
pub use form::{Errors, Form, FormError, Json, JsonBytes, Pressed};
pub use gate::Visit;
pub use instant::instant;
pub use kept::Sent;
pub use page::{Figure, LanguageLink, NavItem, Page, StaffUser, WorkerPage};
pub use problem::{Problem, render};
pub use sheet::sheet;
pub use shell::{shell, shell_with_uploads};
pub use site::{Limits, SESSION_COOKIES, Settings, Site};
pub use stamp::{Stamp, Stamped};
pub use upload::{LineBroke, Part, Stream, Upload, takes_files};
