//! The changes from one snapshot to another: cases added, removed and changed, field by field.
//!
//! Values are compared as they are published. Columns that follow from others are not: the classes of the sources, the
//! pages that state the amounts and the kinds of the documents.

use crate::domain::{
    BasicField, CaseDetail, CaseField, CaseRef, Document, Evidence, Field, Snapshot, SnapshotMeta, Source,
    Term, vocabulary,
};

/// A snapshot with the details of all its cases, in order of id.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    pub snapshot: &'a Snapshot,
    pub details: &'a [CaseDetail],
}

/// A case of a snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Versioned<'a> {
    pub case: CaseRef<'a>,
    /// `None` where no file has its details.
    pub detail: Option<&'a CaseDetail>,
}

/// The changes from one snapshot to another. Cases are in order of id.
#[derive(Clone, Debug)]
pub struct Changes<'a> {
    pub meta: Vec<MetaField>,
    pub added: Vec<CaseRef<'a>>,
    pub removed: Vec<CaseRef<'a>>,
    pub changed: Vec<ChangedCase<'a>>,
    /// The number of cases that are the same in both.
    pub unchanged: usize,
    /// The keys of what is not compared, since only one of the two formats can state it.
    pub not_compared: &'static [&'static str],
}

/// A case that is in both and not the same.
#[derive(Clone, Debug)]
pub struct ChangedCase<'a> {
    pub old: Versioned<'a>,
    pub new: Versioned<'a>,
    /// In the order of `ChangedField::all`; one at least.
    pub fields: Vec<ChangedField>,
}

/// Anything of a case that can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedField {
    Of(CaseField),
    /// The sources of its values.
    Evidence,
    /// Persons, summed over the participants.
    Population,
    /// Staff, summed over the participants.
    Staff,
}

vocabulary! {
    /// A property of a snapshot that readers should know to have changed.
    MetaField {
        Title = "title", "題名";
        Period = "period", "対象期間";
        Kind = "kind", "種類";
        Licence = "licence", "利用条件";
        UpdateNote = "update_note", "更新の予定";
    }
}

/// The version of the format from which on pages have keys, classes and states, and values their evidence.
const WITH_EVIDENCE: u32 = 2;

const NOT_BEFORE: [&str; 8] = [
    "sources.key",
    "sources.class",
    "sources.link",
    "sources.archived_url",
    "documents.class",
    "documents.link",
    "documents.archived_url",
    "evidence",
];

impl ChangedField {
    pub fn all() -> impl Iterator<Item = Self> {
        let stated = CaseField::all().filter(|field| *field != CaseField::REMOVAL).map(Self::Of);
        stated.chain([Self::Evidence, Self::Population, Self::Staff])
    }

    /// Gives the key in the source table; of what is derived, in the published file.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Of(field) => field.slug(),
            Self::Evidence => "evidence",
            Self::Population => "population",
            Self::Staff => "staff",
        }
    }

    /// Gives the Japanese name.
    pub fn ja(self) -> &'static str {
        match self {
            Self::Of(field) => field.ja(),
            Self::Evidence => "典拠",
            Self::Population => "人口規模（参加自治体の合計）",
            Self::Staff => "職員規模（参加自治体の合計）",
        }
    }

    /// Tells if it is not the same. `is_whole` where both formats have all that can be stated.
    fn differs(self, old: Versioned<'_>, new: Versioned<'_>, is_whole: bool) -> bool {
        match self {
            Self::Of(CaseField::Basic(field)) => basic_differs(field, old, new, is_whole),
            Self::Of(CaseField::Field(field)) => field_differs(field, old, new, is_whole),
            Self::Evidence => is_whole && old.evidence() != new.evidence(),
            Self::Population => old.case.derived_population() != new.case.derived_population(),
            Self::Staff => old.case.derived_staff() != new.case.derived_staff(),
        }
    }
}

impl MetaField {
    /// Gives the value as the catalog has it.
    pub fn value(self, meta: &SnapshotMeta) -> &str {
        match self {
            Self::Title => &meta.title,
            Self::Period => &meta.period,
            Self::Kind => meta.kind.slug(),
            Self::Licence => &meta.licence,
            Self::UpdateNote => &meta.update_note,
        }
    }
}

impl<'a> Versioned<'a> {
    pub fn documents(self) -> &'a [Document] {
        self.detail.map_or(&[], |detail| &detail.documents)
    }

    pub fn sources(self) -> &'a [Source] {
        self.detail.map_or(&[], |detail| &detail.sources)
    }

    pub fn evidence(self) -> &'a [Evidence] {
        self.detail.map_or(&[], |detail| &detail.evidence)
    }
}

impl<'a> Version<'a> {
    /// Finds the case of the same id.
    fn find(self, case: CaseRef<'_>) -> Option<Versioned<'a>> {
        let case = self.snapshot.cases.find(case.id())?;
        Some(Versioned { case, detail: CaseDetail::find(self.details, case.id()) })
    }

    fn has_evidence(self) -> bool {
        self.snapshot.meta.schema_version >= WITH_EVIDENCE
    }
}

impl<'a> Changes<'a> {
    /// Compares two snapshots. Plans that came to nothing are cases like the others.
    pub fn between(old: Version<'a>, new: Version<'a>) -> Self {
        let is_whole = old.has_evidence() == new.has_evidence();
        let mut removed = Vec::new();
        let mut changed = Vec::new();
        let mut unchanged = 0;
        for case in old.snapshot.cases.every() {
            let Some((old, new)) = old.find(case).zip(new.find(case)) else {
                removed.push(case);
                continue;
            };
            let differs = |field: &ChangedField| field.differs(old, new, is_whole);
            let fields: Vec<ChangedField> = ChangedField::all().filter(differs).collect();
            match fields.is_empty() {
                true => unchanged += 1,
                false => changed.push(ChangedCase { old, new, fields }),
            }
        }
        let (before, after) = (&old.snapshot.meta, &new.snapshot.meta);
        let meta = MetaField::ALL.iter().copied().filter(|field| field.value(before) != field.value(after));
        Self {
            meta: meta.collect(),
            added: new.snapshot.cases.every().filter(|case| old.find(*case).is_none()).collect(),
            removed,
            changed,
            unchanged,
            not_compared: if is_whole { &[] } else { &NOT_BEFORE },
        }
    }

    /// Gives the details of a case without what is not compared.
    pub fn as_compared(&self, detail: &CaseDetail) -> CaseDetail {
        if self.not_compared.is_empty() {
            return detail.clone();
        }
        CaseDetail {
            documents: detail.documents.iter().map(of_document).collect(),
            sources: detail.sources.iter().map(of_source).collect(),
            evidence: Vec::new(),
            ..detail.clone()
        }
    }
}

fn basic_differs(field: BasicField, old: Versioned<'_>, new: Versioned<'_>, is_whole: bool) -> bool {
    let (a, b) = (old.case, new.case);
    match field {
        BasicField::LeadPrefecture => a.lead_prefecture() != b.lead_prefecture(),
        BasicField::LeadOrganization => a.lead_organization() != b.lead_organization(),
        BasicField::LeadKind => a.lead_kind() != b.lead_kind(),
        BasicField::Scope => a.scope() != b.scope(),
        BasicField::Title => a.title() != b.title(),
        BasicField::SystemType => a.system_type() != b.system_type(),
        BasicField::Domain => a.domain() != b.domain(),
        BasicField::PartnerPrefectures => a.partner_prefectures() != b.partner_prefectures(),
        BasicField::IntroducedKind => {
            let kind = |case: CaseRef<'_>| case.introduced().known().map(|introduced| introduced.kind);
            kind(a) != kind(b)
        }
        BasicField::CostBasis => a.cost_basis() != b.cost_basis(),
        BasicField::Sources => !are_same(old.sources(), new.sources(), is_whole, of_source),
        // A case that was removed is in one version only.
        BasicField::Removal => false,
    }
}

fn field_differs(field: Field, old: Versioned<'_>, new: Versioned<'_>, is_whole: bool) -> bool {
    match field {
        // The kind of its date is a field of its own.
        Field::Introduced => {
            let at = |case: CaseRef<'_>| case.introduced().map(|introduced| introduced.at);
            at(old.case) != at(new.case)
        }
        Field::Documents => {
            old.case.reason(field) != new.case.reason(field)
                || !are_same(old.documents(), new.documents(), is_whole, of_document)
        }
        _ => old.case.value(field, old.detail) != new.case.value(field, new.detail),
    }
}

/// Tells if pages are the same, as far as both formats can state it.
fn are_same<T: Clone + PartialEq>(old: &[T], new: &[T], is_whole: bool, in_both: fn(&T) -> T) -> bool {
    if is_whole { old == new } else { old.iter().map(in_both).eq(new.iter().map(in_both)) }
}

fn of_source(source: &Source) -> Source {
    Source { key: None, class: None, link: None, archived_url: None, ..source.clone() }
}

fn of_document(document: &Document) -> Document {
    Document { class: None, link: None, archived_url: None, ..document.clone() }
}
