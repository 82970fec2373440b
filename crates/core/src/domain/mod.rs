//! The domain of joint procurement: codes, money, dates, closed vocabularies, cases, places and the published
//! snapshot.
//!
//! The types are those of the published files. These are read tolerantly, so that a program that somebody
//! has installed survives later data: fields that it does not know are passed over, optional ones may be
//! absent, and so may terms, each where it stands. Not so terms that everything depends on (`Domain` and
//! `Scope` of a case, `CostBasis`, `SavingKind`, `SnapshotKind`, `MunicipalityKind`): a new one of these is a
//! new `SCHEMA_VERSION`, as is whatever changes what a field means. The schemas say what is written, strictly;
//! they are made of the comments here too. Those of earlier versions are kept as they were published.
//!
//! Nothing here counts, filters or formats; see `stats`, `query` and `text`.

mod case;
mod catalog;
mod code;
mod column;
mod date;
mod errata;
mod fact;
mod fields;
mod funding;
mod mail_address;
mod money;
mod outlines;
mod place;
mod position;
mod room;
mod size;
mod snapshot;
mod state;
mod table;
mod term;
mod vocabulary;
mod web_address;

pub use case::{CaseDetail, DetailShard, Document, Evidence, Introduction, Link, Saving, Source};
pub use catalog::{Catalog, Credit, FileEntry, FileRole, Maintainer, SnapshotMeta, schema_path, schemas};
pub use code::{CaseId, CodeError, MunicipalityCode, PrefectureCode, Slug, SnapshotId};
pub use column::{Coded, CodedSets, DictionaryEntry};
pub use date::{Date, DateError, YearMonth};
pub use errata::{BasicField, CaseField, Errata, Erratum};
pub use fact::Fact;
pub use fields::{Case, CaseSource, CaseTable, FactSource, Field, FieldKind, FieldValue};
pub use funding::{Funding, FundingSource, JointBuying, Programme};
pub use mail_address::MailAddress;
pub use money::{MoneyError, YenRange};
pub use outlines::{Inset, Outline, Outlines};
pub use place::{
    Crossing, Municipalities, Municipality, Prefecture, Prefectures, Region, SurveyAnswer, Ward,
};
pub use position::Position;
pub use room::{Point, Room};
pub use size::ParticipantsSize;
pub use snapshot::{Snapshot, SnapshotError};
pub use state::SystemState;
pub use table::{CaseRef, Missing, TableError};
pub use term::{PolicyNote, SystemType, TermEntry, Terms};
pub use vocabulary::{
    CostBasis, DocumentKind, Domain, Form, IntroducedKind, JoinAnswer, LeadKind, LinkState, MissingReason,
    MunicipalityKind, PrefectureShare, ProcurementMethod, SavingKind, SavingOf, Scope, SnapshotKind,
    SourceClass, Status, Term,
};
pub(crate) use vocabulary::{published_as_slug, vocabulary};
pub use web_address::{WebAddress, WebAddressError, is_invisible};

/// The version of the published format that this library reads and writes.
///
/// 1: until 2026-11. 2: a source has a key and a class, a case evidence, and a plan may have come to nothing.
pub const SCHEMA_VERSION: u32 = 2;
