//! The words of the page about the data.

use joint_procurement_core::domain::{FileEntry, SnapshotKind};

pub struct DataWords {
    pub heading: &'static str,
    pub lead: fn(SnapshotKind, as_of: &str, cases: usize) -> String,
    pub about: &'static str,
    pub snapshot: &'static str,
    pub cases: &'static str,
    /// Between two things counted.
    pub between: &'static str,
    pub updates: &'static str,
    /// In place of what the maintainer has left empty.
    pub not_set: &'static str,
    pub coverage: &'static str,
    pub coverage_list: fn(SnapshotKind) -> &'static [&'static str],
    pub definitions: &'static str,
    /// Words with their meanings.
    pub definition_list: fn(SnapshotKind) -> &'static [(&'static str, &'static str)],
    pub reasons: &'static str,
    pub reasons_text: fn(&str) -> String,
    pub fill: &'static str,
    pub fill_lead: &'static str,
    pub fill_caption: fn(cases: usize) -> String,
    pub fill_known: &'static str,
    pub fill_percent: &'static str,
    pub fill_unknown: &'static str,
    pub fill_reasons: &'static str,
    /// The words for a field that is not known of all cases, while reasons of others are recorded.
    pub fill_no_reason: &'static str,
    /// The words for a field that is known of all cases.
    pub fill_complete: &'static str,
    pub files: &'static str,
    pub files_lead: &'static str,
    pub file: &'static str,
    pub file_content: &'static str,
    pub file_size: &'static str,
    pub file_checksum: &'static str,
    pub file_role: fn(&FileEntry) -> &'static str,
    pub snapshot_files: &'static str,
    pub more_snapshot_files: &'static str,
    pub source_files: &'static str,
    pub more_source_files: &'static str,
    pub schemas: &'static str,
    pub schema: fn(name: &str) -> String,
    pub bytes: fn(u64) -> String,
    pub snapshots: &'static str,
    pub errata: &'static str,
    pub errata_lead: &'static str,
    pub errata_columns: [&'static str; 6],
    pub no_errata: fn(published_at: &str) -> String,
    /// The words for a correction that is not of one case.
    pub errata_general: &'static str,
    /// Where nothing stood before, or nothing stands now.
    pub errata_nothing: &'static str,
    pub errata_source: &'static str,
    pub credits: &'static str,
    pub contact: &'static str,
    pub contact_cases: &'static str,
    /// Where the maintainer has given no address.
    pub contact_cases_only: &'static str,
    pub maintainer: &'static str,
    /// The offices of the government's own dashboard, with how to reach them.
    pub original_offices: &'static [(&'static str, &'static str)],
    pub original_note: &'static str,
    pub original: &'static str,
    pub original_url: &'static str,
}
