//! The items that are compared, in the order in which a decision is made.

mod money;

pub(super) use money::bases_differ;

use joint_procurement_core::domain::{
    self, CaseDetail, CaseRef, Document, Field, IntroducedKind, PrefectureCode, Saving, SavingKind, Snapshot,
    SnapshotKind, Status, Term,
};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::routes::Route;
use joint_procurement_core::text::{decimal, persons};

use super::{ComparedGroup, ComparedRow, ComparedValue};
use crate::content::case::{said, without_rehosted_mark};
use crate::content::{Cell, Inline, Link, Target, Text};
use crate::words;

pub(super) fn groups(
    snapshot: &Snapshot,
    cases: &[CaseRef<'_>],
    details: Option<&[CaseDetail]>,
) -> Vec<ComparedGroup> {
    let side = Side { snapshot, cases, details };
    vec![
        ComparedGroup { name: words::compare::WHO, rows: side.who() },
        ComparedGroup { name: words::compare::SIZE, rows: side.size() },
        ComparedGroup { name: words::compare::MONEY, rows: side.money() },
        ComparedGroup { name: words::compare::CONTRACT, rows: side.contract() },
        ComparedGroup { name: words::compare::SUBSIDY, rows: side.subsidy() },
        ComparedGroup { name: words::compare::DOCUMENTS, rows: side.documents() },
        ComparedGroup { name: words::compare::VENDOR, rows: side.vendor() },
        ComparedGroup { name: words::compare::BENEFITS, rows: side.benefits() },
    ]
}

struct Side<'a> {
    snapshot: &'a Snapshot,
    cases: &'a [CaseRef<'a>],
    details: Option<&'a [CaseDetail]>,
}

impl<'a> Side<'a> {
    fn row(&self, name: &str, of: &dyn Fn(CaseRef<'a>) -> ComparedValue) -> ComparedRow {
        let values = self.cases.iter().map(|&case| of(case)).collect();
        ComparedRow { name: name.to_owned(), unit: "", values }
    }

    fn field(&self, field: Field, of: &dyn Fn(CaseRef<'a>) -> ComparedValue) -> ComparedRow {
        self.row(words::field(field), of)
    }

    fn detail(&self, case: CaseRef<'_>) -> Option<&'a CaseDetail> {
        let details = self.details?;
        let place = details.binary_search_by(|detail| detail.id.cmp(case.id())).ok()?;
        details.get(place)
    }

    /// An item of the details, where they are there.
    fn long(&self, field: Field, of: fn(&CaseDetail) -> Option<&String>) -> Option<ComparedRow> {
        self.details?;
        Some(self.field(field, &|case| {
            let text = self.detail(case).and_then(of).cloned();
            self.stated(domain::Fact::new(text, case.reason(field)))
        }))
    }

    fn who(&self) -> Vec<ComparedRow> {
        let prefecture = |code: PrefectureCode| {
            Text::from(Link::new(Route::Prefecture(code), self.snapshot.prefecture_name(code)))
        };
        let mut rows = vec![
            self.row(words::case::SYSTEM_TYPE, &|case| {
                let slug = case.system_type();
                known(Link::system(slug, self.snapshot.system_name(slug)).into())
            }),
            self.row(words::case::DOMAIN, &|case| known(case.domain().ja().into())),
            self.row(words::case::LEAD, &|case| known(case.lead_organization().into())),
            self.row(words::case::LEAD_KIND, &|case| known(case.lead_kind().ja().into())),
            self.row(words::case::LEAD_PREFECTURE, &|case| known(prefecture(case.lead_prefecture()))),
            self.row(words::case::SCOPE, &|case| known(case.scope().ja().into())),
            self.field(Field::PrefectureParticipates, &|case| {
                let said = case.prefecture_participates().map(words::case::prefecture_participates);
                self.stated(said.map(str::to_owned))
            }),
            self.row(words::case::PARTNERS, &|case| {
                let names =
                    case.partner_prefectures().iter().map(|&code| self.snapshot.prefecture_name(code));
                let names: Vec<&str> = names.collect();
                match names.as_slice() {
                    [] => self.stated(domain::Fact::UNKNOWN),
                    names => set(names),
                }
            }),
        ];
        rows.extend(self.long(Field::ContactDepartment, |detail| detail.contact_department.as_ref()));
        rows
    }

    fn size(&self) -> Vec<ComparedRow> {
        let members = self.field(Field::ParticipantsCount, &|case| match case.participants_count() {
            domain::Fact::Known(count) => {
                number(Inline::Number(words::case::participants_count(count)).into(), count.to_string())
            }
            domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
        });
        let scale = |name: &str, of: fn(CaseRef<'a>) -> Option<u64>| {
            let row = self.row(name, &|case| match of(case) {
                // To the person: rounded, unlike values could look alike.
                Some(count) => number(Inline::Number(persons(count)).into(), count.to_string()),
                None => self.stated(domain::Fact::UNKNOWN),
            });
            ComparedRow { unit: words::unit::PERSONS, ..row }
        };
        vec![
            ComparedRow { unit: words::unit::MEMBERS, ..members },
            self.field(Field::ParticipantsAllInPrefecture, &|case| {
                let said = case.participants_all_in_prefecture().map(words::compare::all_members);
                self.stated(said.map(str::to_owned))
            }),
            scale(words::case::POPULATION, CaseRef::population),
            scale(words::case::STAFF, CaseRef::staff),
        ]
    }

    /// The dates of procurement and of the start of the service are different things.
    fn contract(&self) -> Vec<ComparedRow> {
        let date = |kind: IntroducedKind| {
            self.row(words::compare::date_row(kind), &|case| match case.introduced() {
                domain::Fact::Known(introduced) if introduced.kind == kind => {
                    let at = words::year_month(introduced.at);
                    let planned = case.status() == domain::Fact::Known(Status::Planned);
                    known(if planned { words::compare::planned(&at) } else { at }.into())
                }
                other => self.stated(domain::Fact::Missing(other.reason())),
            })
        };
        let years = self.field(Field::ContractYears, &|case| match case.contract_years() {
            domain::Fact::Known(years) => number(words::case::years(years).into(), decimal(years)),
            domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
        });
        vec![
            self.field(Field::Status, &|case| match case.status() {
                domain::Fact::Known(_) => known(Inline::Status(StatusAnswer::from(case.status())).into()),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
            self.field(Field::ProcurementMethod, &|case| {
                self.stated(case.procurement_method().map(|method| method.ja().to_owned()))
            }),
            date(IntroducedKind::Procurement),
            date(IntroducedKind::ServiceStart),
            ComparedRow { unit: words::unit::YEARS, ..years },
            self.field(Field::ContractEnd, &|case| self.stated(case.contract_end().map(words::year_month))),
        ]
    }

    fn subsidy(&self) -> Vec<ComparedRow> {
        vec![self.field(Field::SubsidyUsed, &|case| {
            let name = self.detail(case).and_then(|detail| detail.subsidy_name.as_deref());
            self.stated(case.subsidy_used().map(|used| words::case::subsidy(used, name)))
        })]
    }

    fn documents(&self) -> Vec<ComparedRow> {
        let mut rows = vec![
            self.field(Field::SpecificationAvailable, &|case| {
                self.stated(
                    case.specification_available().map(|yes| words::case::specification(yes).to_owned()),
                )
            }),
            self.field(Field::Documents, &|case| match case.document_kinds() {
                domain::Fact::Known(kinds) => set(&kinds.into_iter().map(Term::ja).collect::<Vec<_>>()),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
        ];
        rows.extend(self.details.map(|_| {
            self.row(
                words::compare::LINKS,
                &|case| match self.detail(case).map(|detail| &*detail.documents) {
                    None | Some([]) => self.stated(domain::Fact::Missing(case.reason(Field::Documents))),
                    Some(documents) => known(links(documents)),
                },
            )
        }));
        rows
    }

    fn vendor(&self) -> Vec<ComparedRow> {
        vec![
            self.field(Field::Vendor, &|case| self.stated(case.vendor().map(str::to_owned))),
            self.field(Field::Product, &|case| self.stated(case.product().map(str::to_owned))),
        ]
    }

    fn benefits(&self) -> Vec<ComparedRow> {
        let heading = match self.snapshot.meta.kind {
            SnapshotKind::Official => words::case::BENEFITS_OFFICIAL,
            SnapshotKind::Compiled | SnapshotKind::Synthetic => words::case::BENEFITS_HEADING,
        };
        let name = |slug| self.snapshot.terms.benefit(slug).map_or("", |it| it.name.as_str());
        vec![
            self.row(heading, &|case| match case.benefits() {
                domain::Fact::Known(slugs) => set(&slugs.into_iter().map(name).collect::<Vec<_>>()),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
            self.row(words::case::SAVINGS_HEADING, &|case| match case.savings() {
                domain::Fact::Known(savings) => self.savings(savings),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
        ]
    }

    fn savings(&self, savings: &[Saving]) -> ComparedValue {
        let mut text = Text::default();
        for saving in savings {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            let tone = if saving.kind == SavingKind::Actual { "success" } else { "neutral" };
            text.push(Inline::Label { tone, text: saving.kind.ja() });
            text.push(format!(" {} {}", words::money::saving_value(saving), words::money::saving_of(saving)));
            if let Some(by) = &saving.by {
                text.push(format!("（{by}）"));
            }
        }
        known(text)
    }

    /// A value in words, or why there is none.
    fn stated(&self, value: domain::Fact<String>) -> ComparedValue {
        let key = value.as_ref().known().cloned();
        ComparedValue { cell: Cell::new(said(self.snapshot, value)), key }
    }
}

/// Documents, one below the other.
fn links(documents: &[Document]) -> Text {
    let mut text = Text::default();
    for document in documents {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        let (title, _) = without_rehosted_mark(&document.title);
        text.push(Link::new(Target::External(document.url.clone()), title));
    }
    text
}

/// A known value that is compared by its words.
fn known(text: Text) -> ComparedValue {
    ComparedValue { key: Some(text.plain()), cell: Cell::new(text) }
}

/// A number with its unit, compared and saved without.
fn number(text: Text, value: String) -> ComparedValue {
    ComparedValue { cell: Cell::number(text, &value), key: Some(value) }
}

/// Names whose order says nothing.
fn set(names: &[&str]) -> ComparedValue {
    let mut sorted = names.to_vec();
    sorted.sort_unstable();
    ComparedValue { cell: Cell::new(names.join(words::BETWEEN)), key: Some(sorted.join(words::BETWEEN)) }
}
