//! What a joint procurement is: codes, money, dates, closed vocabularies, cases, places and the
//! published snapshot.
//!
//! Nothing here counts, filters or formats; see `stats`, `query` and `text`.

mod case;
mod catalog;
mod code;
mod column;
mod date;
mod errata;
mod fact;
pub mod json;
mod money;
mod outlines;
mod place;
mod size;
mod snapshot;
mod state;
mod table;
mod term;
mod vocabulary;

pub use case::{
    Case, CaseDetail, Costs, DetailShard, Document, Introduction, Lead, Participants, Saving, Source,
};
pub use catalog::{Catalog, Credit, FileEntry, FileRole, Maintainer, SCHEMAS, SnapshotMeta, schema_path};
pub use code::{CaseId, CodeError, MunicipalityCode, PrefectureCode, Slug, SnapshotId};
pub use column::{Coded, CodedSets};
pub use date::{Date, DateError, YearMonth};
pub use errata::{BasicField, CorrectedField, Errata, Erratum};
pub use fact::Fact;
pub use json::{FromJson, JsonError};
pub use money::{MoneyError, YenRange};
pub use outlines::{Inset, Outline, Outlines};
pub use place::{Crossing, Municipalities, Municipality, Prefecture, Prefectures, Region};
pub use size::ParticipantsSize;
pub use snapshot::{Snapshot, SnapshotError};
pub use state::SystemState;
pub use table::{CaseRef, CaseTable, Missing, TableError};
pub use term::{PolicyNote, SystemType, TermEntry, Terms};
pub(crate) use vocabulary::vocabulary;
pub use vocabulary::{
    CostBasis, DocumentKind, Domain, Field, IntroducedKind, LeadKind, MissingReason, MunicipalityKind,
    PrefectureShare, ProcurementMethod, SavingKind, SavingOf, Scope, SnapshotKind, Status, Term,
};

/// The version of the published format that this library reads and writes.
pub const SCHEMA_VERSION: u32 = 1;
