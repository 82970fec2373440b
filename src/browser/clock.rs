//! The day on the reader's clock.

use joint_procurement_core::domain::Date;

/// Gives today. None where the clock says something that is no day of this century.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()).parse().ok()
}
