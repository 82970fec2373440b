//! The words of the interface: one field a phrase, so that a language with a missing phrase does not
//! compile. What needs a value is a function; nothing is put together from fragments.

mod case_more;
mod compare;
mod conditions;
mod data;
mod find;
mod japanese;
mod japanese_case;
mod japanese_case_more;
mod japanese_compare;
mod japanese_data;
mod japanese_find;
mod japanese_lists;
mod japanese_maps;
mod japanese_matrix;
mod japanese_not_found;
mod japanese_offline;
mod japanese_overview;
mod japanese_prefectures;
mod japanese_system_more;
mod japanese_systems;
mod japanese_town;
mod lists;
mod maps;
mod matrix;
mod offline;
mod overview;
mod prefectures;
mod system_more;
mod systems;
mod town;

pub use case_more::{CaseMoreWords, Inquiry};
pub use compare::CompareWords;
pub use conditions::{Condition, conditions};
pub use data::DataWords;
pub use find::FindWords;
pub use japanese::JAPANESE;
pub(crate) use japanese::date;
pub use lists::{CaseSummary, CaseWords, ListWords, TableWords};
pub use maps::MapWords;
pub use matrix::MatrixWords;
pub use offline::OfflineWords;
pub use overview::OverviewWords;
pub use prefectures::PrefectureWords;
pub use system_more::SystemMoreWords;
pub use systems::{SystemWords, TypesFound};
pub use town::TownWords;

use joint_procurement_core::domain::{
    CaseRef, Date, Fact, Field, Introduction, MissingReason, SnapshotKind, YearMonth,
};
use joint_procurement_core::files::Cause;
use joint_procurement_core::query::QueryProblem;
use joint_procurement_core::routes::Route;

/// Gives the words of the interface.
pub fn use_words() -> &'static Words {
    // One language so far; a second one is chosen here, from the query key `lang`.
    &JAPANESE
}

/// The words of a language.
pub struct Words {
    pub shell: ShellWords,
    pub failure: FailureWords,
    pub copy: CopyWords,
    pub overview: OverviewWords,
    pub list: ListWords,
    pub case: CaseWords,
    pub table: TableWords,
    pub not_found: &'static NotFoundWords,
    pub system: &'static SystemWords,
    pub system_more: &'static SystemMoreWords,
    pub prefecture: &'static PrefectureWords,
    pub matrix: &'static MatrixWords,
    pub offline: &'static OfflineWords,
    pub data: &'static DataWords,
    pub case_more: &'static CaseMoreWords,
    pub compare: &'static CompareWords,
    pub town: &'static TownWords,
    pub map: &'static MapWords,
    pub find: &'static FindWords,
    pub(super) route_name: fn(&Route) -> &'static str,
    pub(super) date: fn(Date) -> String,
    pub(super) year_month: fn(YearMonth) -> String,
    pub(super) snapshot_kind: fn(SnapshotKind) -> &'static str,
    pub(super) missing: fn(Option<MissingReason>, SnapshotKind) -> &'static str,
    pub(super) field: fn(Field) -> &'static str,
    pub(super) failure_text: fn(&Cause) -> String,
    pub(super) query_problem: fn(&QueryProblem) -> String,
}

impl Words {
    /// The name of a page in menus and breadcrumbs.
    pub fn route_name(&self, route: &Route) -> &'static str {
        (self.route_name)(route)
    }

    pub fn date(&self, date: Date) -> String {
        (self.date)(date)
    }

    pub fn year_month(&self, at: YearMonth) -> String {
        (self.year_month)(at)
    }

    /// Gives the kind of data that a snapshot is, in a few words.
    pub fn snapshot_kind(&self, kind: SnapshotKind) -> &'static str {
        (self.snapshot_kind)(kind)
    }

    /// Gives the words in place of a value that is not known.
    pub fn missing(&self, reason: Option<MissingReason>, kind: SnapshotKind) -> &'static str {
        (self.missing)(reason, kind)
    }

    /// The known value in words, or why there is none.
    pub fn fact<T>(&self, fact: Fact<T>, kind: SnapshotKind, written: impl FnOnce(T) -> String) -> String {
        match fact {
            Fact::Known(value) => written(value),
            Fact::Missing(reason) => self.missing(reason, kind).to_owned(),
        }
    }

    /// The name of a field of a case.
    pub fn field(&self, field: Field) -> &'static str {
        (self.field)(field)
    }

    /// Tells what happened, and what the reader can do.
    pub fn failure(&self, cause: &Cause) -> String {
        (self.failure_text)(cause)
    }

    /// Tells what of an address was not understood.
    pub fn query_problem(&self, problem: &QueryProblem) -> String {
        (self.query_problem)(problem)
    }
}

/// The words around every page.
pub struct ShellWords {
    pub site_name: &'static str,
    pub site_name_short: &'static str,
    pub site_name_part: &'static str,
    pub skip: &'static str,
    pub menu: &'static str,
    pub footer_menu: &'static str,
    pub this_site: &'static str,
    pub here: &'static str,
    pub loading: &'static str,
    /// While the conditions of the address are still to be applied to what was sent.
    pub applying: &'static str,
    pub not_applied: &'static str,
    pub loading_progress: &'static str,
    /// The label of the page's address, on paper.
    pub page_address: &'static str,
    pub about_data: &'static str,
    pub as_of: &'static str,
    pub published_at: &'static str,
    pub kind: &'static str,
    pub period: &'static str,
    pub licence: &'static str,
    pub credits: &'static str,
    pub catalog: &'static str,
    /// Light or dark.
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub notice: &'static str,
    pub warning: &'static str,
    pub error: &'static str,
    pub external: &'static str,
    /// That a source was found only as a copy on another site.
    pub rehosted: &'static str,
    pub ignored_query: &'static str,
    pub synthetic: &'static str,
    /// A newer version of the site is here.
    pub update_waiting: &'static str,
    /// Another window has begun to use it.
    pub update_taken: &'static str,
    pub update_now: &'static str,
    pub update_later: &'static str,
    pub reload: &'static str,
    /// A sentence on the edition in one file: of when and of what kind the data are.
    pub one_file: fn(as_of: &str, kind: &str) -> String,
    pub one_file_label: &'static str,
    /// A sentence on what it holds of the maps.
    pub one_file_only: fn(prefectures: &str) -> String,
    pub shared_link_heading: &'static str,
    pub shared_link: &'static str,
    pub shared_link_open: &'static str,
    pub shared_link_unknown: &'static str,
    pub offline: fn(as_of: &str) -> String,
    /// Where the site is not kept on the device.
    pub offline_without_copy: &'static str,
    /// Source and date under a figure.
    pub source_line: fn(SnapshotKind, Date) -> String,
}

/// The words of a button that copies.
pub struct CopyWords {
    pub done: &'static str,
    pub failed: &'static str,
    /// The address of a page or of a part of it.
    pub link: &'static str,
}

pub struct FailureWords {
    pub heading: &'static str,
    pub part: &'static str,
    pub retry: &'static str,
    /// While it is being tried again.
    pub retrying: &'static str,
    /// That the attempt of this number has failed too.
    pub failed_again: fn(u32) -> String,
    pub technical: &'static str,
    pub default_snapshot: &'static str,
}

pub struct NotFoundWords {
    pub heading: &'static str,
    pub asked: &'static str,
    pub text: &'static str,
    pub near: &'static str,
    /// Where none is near.
    pub pages: &'static str,
    pub system_near: &'static str,
    pub case_heading: &'static str,
    pub case_text: &'static str,
    pub case_near: &'static str,
}

/// The year or month in which a case began, with what that date is.
pub(super) type IntroductionText = fn(CaseRef<'_>, Introduction) -> String;
