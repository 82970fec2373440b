//! The items that are compared, in the order in which a decision is made.

mod money;

pub(super) use money::bases_differ;
use money::of_basis;

use joint_procurement_core::domain::{
    CaseDetail, CaseRef, Document, Fact, Field, FieldValue, IntroducedKind, MissingReason, PrefectureCode,
    Snapshot, SnapshotKind, Term,
};
use joint_procurement_core::ordering;
use joint_procurement_core::routes::Route;
use joint_procurement_core::text::{decimal, persons};

use super::{ComparedGroup, ComparedRow, ComparedValue};
use crate::content::case::{fact_text, without_rehosted_mark};
use crate::content::fields::{
    self, COMPARED_DOCUMENTS, COMPARED_SIZE, COMPARED_STATE, COMPARED_TERM, COMPARED_VENDOR, COMPARED_WHO,
    CONTACT, JOINING, Size,
};
use crate::content::{Cell, Inline, Link, Text};
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
        ComparedGroup { name: words::compare::VENDOR, rows: side.fields(&COMPARED_VENDOR).collect() },
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

    /// Makes the rows of these fields; those of the details where they are there.
    fn fields(&self, fields: &[Field]) -> impl Iterator<Item = ComparedRow> {
        let there = fields.iter().filter(|&&field| {
            let asked =
                |case: &CaseRef<'a>| fields::is_asked(self.snapshot, *case, self.detail(*case), field);
            (!field.is_in_details() || self.details.is_some()) && self.cases.iter().any(asked)
        });
        there.map(|&field| self.field(field, words::field(field)))
    }

    fn field(&self, field: Field, name: &str) -> ComparedRow {
        let row = self.row(name, &|case| self.value(case, field));
        ComparedRow { unit: fields::unit(field), ..row }
    }

    fn value(&self, case: CaseRef<'a>, field: Field) -> ComparedValue {
        let detail = self.detail(case);
        let text = match fields::text(self.snapshot, case, detail, field) {
            Fact::Known(text) => text,
            Fact::Missing(reason) => return self.missing(reason),
        };
        match case.value(field, detail).known() {
            Some(FieldValue::Count(count)) => number(Inline::Number(text.plain()).into(), count.to_string()),
            Some(FieldValue::Persons(count)) => number(text, count.to_string()),
            Some(FieldValue::Years(years)) => number(text, decimal(years)),
            Some(FieldValue::Yen(yen)) => of_basis(case, yen, text),
            Some(value @ (FieldValue::Benefits(_) | FieldValue::DocumentKinds(_))) => {
                set(fields::names(self.snapshot, &value))
            }
            _ => known(text),
        }
    }

    fn detail(&self, case: CaseRef<'_>) -> Option<&'a CaseDetail> {
        CaseDetail::find(self.details?, case.id())
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
        ];
        rows.extend(self.fields(&COMPARED_WHO));
        rows.push(self.row(words::case::PARTNERS, &|case| {
            let names = case.partner_prefectures().iter().map(|&code| self.snapshot.prefecture_name(code));
            let names: Vec<String> = names.map(str::to_owned).collect();
            if names.is_empty() { self.missing(None) } else { set(names) }
        }));
        rows.extend(self.fields(&CONTACT));
        rows
    }

    fn size(&self) -> Vec<ComparedRow> {
        let scale = |name: &str, of: fn(CaseRef<'a>) -> Fact<Size>| {
            let row = self.row(name, &|case| match of(case) {
                // To the person: rounded, unlike values could look alike.
                Fact::Known(size) => self.size_of(size),
                Fact::Missing(reason) => self.missing(reason),
            });
            ComparedRow { unit: words::unit::PERSONS, ..row }
        };
        let mut rows: Vec<ComparedRow> = self.fields(&COMPARED_SIZE).collect();
        rows.push(scale(words::case::POPULATION, Size::population));
        rows.push(scale(words::case::STAFF, Size::staff));
        rows
    }

    /// Gives a size with a remark of what it rests on, where that differs between cases.
    fn size_of(&self, size: Size) -> ComparedValue {
        let mut text = Text::from(Inline::Number(persons(size.persons)));
        if self.snapshot.meta.kind == SnapshotKind::Official {
            text = text.then(" ").then(Inline::Remark(size.rests_on().to_owned()));
        }
        number(text, size.persons.to_string())
    }

    /// Makes the rows of the contract. The dates of procurement and of the start of the service are different
    /// things.
    fn contract(&self) -> Vec<ComparedRow> {
        let date = |kind: IntroducedKind| {
            self.row(words::compare::date_row(kind), &|case| match case.introduced() {
                Fact::Known(introduced) if introduced.kind == kind => {
                    let at = words::year_month(introduced.at);
                    known(if case.is_plan() { words::compare::planned(&at) } else { at }.into())
                }
                other => self.missing(other.reason()),
            })
        };
        let mut rows: Vec<ComparedRow> = self.fields(&COMPARED_STATE).collect();
        rows.extend([date(IntroducedKind::Procurement), date(IntroducedKind::ServiceStart)]);
        rows.extend(self.fields(&COMPARED_TERM));
        rows.extend(self.fields(&JOINING));
        rows
    }

    fn subsidy(&self) -> Vec<ComparedRow> {
        vec![self.row(words::field(Field::SubsidyUsed), &|case| {
            let name = case.subsidy_name().known();
            match case.subsidy_used() {
                Fact::Known(used) => known(words::case::subsidy(used, name).into()),
                Fact::Missing(reason) => self.missing(reason),
            }
        })]
    }

    fn documents(&self) -> Vec<ComparedRow> {
        let mut rows: Vec<ComparedRow> = self.fields(&COMPARED_DOCUMENTS).collect();
        rows.extend(self.details.map(|_| {
            self.row(
                words::compare::LINKS,
                &|case| match self.detail(case).map(|detail| &*detail.documents) {
                    None | Some([]) => self.missing(case.reason(Field::Documents)),
                    Some(documents) => known(links(documents)),
                },
            )
        }));
        rows
    }

    fn benefits(&self) -> Vec<ComparedRow> {
        let kind = self.snapshot.meta.kind;
        vec![
            self.field(Field::Benefits, words::system::benefits::benefit(kind)),
            self.field(Field::Savings, &words::case::savings_heading(kind)),
        ]
    }

    /// Gives the words in place of a value that is not known.
    fn missing(&self, reason: Option<MissingReason>) -> ComparedValue {
        ComparedValue { cell: Cell::new(fact_text(self.snapshot, Fact::Missing(reason))), key: None }
    }
}

/// Links documents, one below the other.
fn links(documents: &[Document]) -> Text {
    let mut text = Text::default();
    for document in documents {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        let (title, _) = without_rehosted_mark(&document.title);
        text.push(Inline::external(document.url.clone(), title));
    }
    text
}

/// Makes a known value that is compared by its words.
fn known(text: Text) -> ComparedValue {
    ComparedValue { key: Some(text.plain()), cell: Cell::new(text) }
}

/// Makes a number with its unit, compared and saved without it.
fn number(text: Text, value: String) -> ComparedValue {
    ComparedValue { cell: Cell::number(text, &value), key: Some(value) }
}

/// Makes a value of names whose order says nothing.
fn set(names: Vec<String>) -> ComparedValue {
    let cell = Cell::new(names.join(words::BETWEEN));
    let mut sorted = names;
    ordering::sort(&mut sorted);
    ComparedValue { cell, key: Some(sorted.join(words::BETWEEN)) }
}
