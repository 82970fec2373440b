//! The address bar and the way of a reader: the page that is shown, how it was reached, its title.

mod address_bar;
mod height;
mod own;
mod place;
mod steps;
mod title;
mod trail;
mod visit;

pub use address_bar::{Navigation, Step, use_navigation};
pub(crate) use height::{APP, at_true_heights, parts_in_window};
pub use own::{Own, OwnMunicipality, use_own};
pub(crate) use title::Titles;
pub use title::set_title;
pub use trail::{Arrival, Trail, is_plain_click};
pub use visit::{Visit, use_visit};
