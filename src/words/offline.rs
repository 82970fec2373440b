//! The words of the part of the data page that is about use without a network.

/// The words for the states and actions in `offline`.
pub struct OfflineWords {
    pub heading: &'static str,
    pub lead: &'static str,
    pub unknown: &'static str,
    pub unsupported: &'static str,
    pub one_file: &'static str,
    pub off: &'static str,
    pub saving: fn(files: u32, of: u32) -> String,
    pub progress: &'static str,
    pub saved: fn(bytes: u64, as_of: Option<&str>) -> String,
    pub incomplete: fn(missing: u32) -> String,
    pub full: &'static str,
    pub interrupted: &'static str,
    /// After `saved`: nothing newer was found.
    pub latest: &'static str,
    /// After `saved`: whether there is something newer could not be found out.
    pub not_checked: &'static str,
    pub refresh: &'static str,
    pub remove: &'static str,
    pub allow: &'static str,
}
