//! The items that are compared, in the order in which a decision is made.

use super::{ComparedGroup, ComparedRow, ComparedValue};
use crate::content::case::{amount, said};
use crate::content::{Cell, Inline, Link, Text};
use crate::domain::{
    self, CaseRef, CostBasis, Field, IntroducedKind, PrefectureCode, Saving, SavingKind, Snapshot,
    SnapshotKind, Status, Term, YenRange,
};
use crate::query::StatusAnswer;
use crate::routes::Route;
use crate::text::{CompareWords, Words, decimal, persons};

/// Whether amounts of the cases are of different kinds.
pub(super) fn bases_differ(cases: &[CaseRef<'_>]) -> bool {
    let mut bases = cases.iter().filter_map(|case| case.cost_basis());
    let first = bases.next();
    bases.any(|basis: CostBasis| Some(basis) != first)
}

pub(super) fn groups(snapshot: &Snapshot, words: &Words, cases: &[CaseRef<'_>]) -> Vec<ComparedGroup> {
    let side = Side { snapshot, words, here: words.compare(), cases };
    let here = side.here;
    vec![
        ComparedGroup { name: here.who, rows: side.who() },
        ComparedGroup { name: here.size, rows: side.size() },
        ComparedGroup { name: here.money, rows: side.money() },
        ComparedGroup { name: here.contract, rows: side.contract() },
        ComparedGroup { name: here.subsidy, rows: side.subsidy() },
        ComparedGroup { name: here.documents, rows: side.documents() },
        ComparedGroup { name: here.vendor, rows: side.vendor() },
        ComparedGroup { name: here.benefits, rows: side.benefits() },
    ]
}

struct Side<'a> {
    snapshot: &'a Snapshot,
    words: &'a Words,
    here: &'a CompareWords,
    cases: &'a [CaseRef<'a>],
}

impl<'a> Side<'a> {
    fn row(&self, name: &str, of: &dyn Fn(CaseRef<'a>) -> ComparedValue) -> ComparedRow {
        let values = self.cases.iter().map(|&case| of(case)).collect();
        ComparedRow { name: name.to_owned(), unit: "", values }
    }

    fn field(&self, field: Field, of: &dyn Fn(CaseRef<'a>) -> ComparedValue) -> ComparedRow {
        self.row(self.words.field(field), of)
    }

    fn who(&self) -> Vec<ComparedRow> {
        let words = &self.words.case;
        let prefecture = |code: PrefectureCode| {
            Text::from(Link::new(Route::Prefecture(code), self.snapshot.prefecture_name(code)))
        };
        vec![
            self.row(words.system_type, &|case| {
                let slug = case.system_type();
                known(Link::system(slug, self.snapshot.system_name(slug)).into())
            }),
            self.row(words.domain, &|case| known(case.domain().ja().into())),
            self.row(words.lead, &|case| known(case.lead_organization().into())),
            self.row(words.lead_kind, &|case| known(case.lead_kind().ja().into())),
            self.row(words.lead_prefecture, &|case| known(prefecture(case.lead_prefecture()))),
            self.row(words.scope, &|case| known(case.scope().ja().into())),
            self.field(Field::PrefectureParticipates, &|case| {
                let said = case.prefecture_participates().map(words.prefecture_participates);
                self.stated(said.map(str::to_owned))
            }),
            self.row(words.partners, &|case| {
                let names =
                    case.partner_prefectures().iter().map(|&code| self.snapshot.prefecture_name(code));
                let names: Vec<&str> = names.collect();
                match names.as_slice() {
                    [] => self.stated(domain::Fact::UNKNOWN),
                    names => set(names),
                }
            }),
        ]
    }

    fn size(&self) -> Vec<ComparedRow> {
        let words = &self.words.case;
        let members = self.field(Field::ParticipantsCount, &|case| match case.participants_count() {
            domain::Fact::Known(count) => {
                number(Inline::Number((words.participants_count)(count)).into(), count.to_string())
            }
            domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
        });
        let scale = |name: &str, of: fn(CaseRef<'a>) -> Option<u64>| {
            let row = self.row(name, &|case| match of(case) {
                // To the person: rounded, unlike values could look alike.
                Some(count) => number(Inline::Number(persons(count)).into(), count.to_string()),
                None => self.stated(domain::Fact::UNKNOWN),
            });
            ComparedRow { unit: self.here.unit_persons, ..row }
        };
        vec![
            ComparedRow { unit: self.here.unit_members, ..members },
            self.field(Field::ParticipantsAllInPrefecture, &|case| {
                let said = case.participants_all_in_prefecture().map(self.here.all_members);
                self.stated(said.map(str::to_owned))
            }),
            scale(words.population, CaseRef::population),
            scale(words.staff, CaseRef::staff),
        ]
    }

    fn money(&self) -> Vec<ComparedRow> {
        let cost = |field, of: fn(CaseRef<'a>) -> domain::Fact<YenRange>| {
            let row = self.field(field, &|case| self.amount(case, of(case)));
            ComparedRow { unit: self.here.unit_yen, ..row }
        };
        vec![
            cost(Field::InitialCost, CaseRef::initial_cost),
            cost(Field::AnnualCost, CaseRef::annual_cost),
            cost(Field::ContractTotal, CaseRef::contract_total),
            self.row(self.words.case.basis_label, &|case| {
                self.stated(domain::Fact::from(case.cost_basis().map(|basis| basis.ja().to_owned())))
            }),
            self.field(Field::PrefectureBearsCost, &|case| {
                self.stated(case.prefecture_bears_cost().map(|share| share.ja().to_owned()))
            }),
        ]
    }

    /// The dates of procurement and of the start of the service are different things.
    fn contract(&self) -> Vec<ComparedRow> {
        let date = |kind: IntroducedKind| {
            self.row((self.here.date)(kind), &|case| match case.introduced() {
                domain::Fact::Known(introduced) if introduced.kind == kind => {
                    let at = self.words.year_month(introduced.at);
                    let planned = case.status() == domain::Fact::Known(Status::Planned);
                    known(if planned { (self.here.planned)(&at) } else { at }.into())
                }
                other => self.stated(domain::Fact::Missing(other.reason())),
            })
        };
        let years = self.field(Field::ContractYears, &|case| match case.contract_years() {
            domain::Fact::Known(years) => number((self.words.case.years)(years).into(), decimal(years)),
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
            ComparedRow { unit: self.here.unit_years, ..years },
            self.field(Field::ContractEnd, &|case| {
                self.stated(case.contract_end().map(|end| self.words.year_month(end)))
            }),
        ]
    }

    fn subsidy(&self) -> Vec<ComparedRow> {
        let subsidy = self.words.case.subsidy;
        vec![self.field(Field::SubsidyUsed, &|case| {
            self.stated(case.subsidy_used().map(|used| subsidy(used, None)))
        })]
    }

    fn documents(&self) -> Vec<ComparedRow> {
        let words = &self.words.case;
        vec![
            self.field(Field::SpecificationAvailable, &|case| {
                self.stated(case.specification_available().map(|yes| (words.specification)(yes).to_owned()))
            }),
            self.field(Field::Documents, &|case| match case.document_kinds() {
                domain::Fact::Known(kinds) => set(&kinds.into_iter().map(Term::ja).collect::<Vec<_>>()),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
        ]
    }

    fn vendor(&self) -> Vec<ComparedRow> {
        vec![
            self.field(Field::Vendor, &|case| self.stated(case.vendor().map(str::to_owned))),
            self.field(Field::Product, &|case| self.stated(case.product().map(str::to_owned))),
        ]
    }

    fn benefits(&self) -> Vec<ComparedRow> {
        let words = &self.words.case;
        let heading = match self.snapshot.meta.kind {
            SnapshotKind::Official => words.benefits_official,
            SnapshotKind::Compiled | SnapshotKind::Synthetic => words.benefits_heading,
        };
        let name = |slug| self.snapshot.terms.benefit(slug).map_or("", |it| it.name.as_str());
        vec![
            self.row(heading, &|case| match case.benefits() {
                domain::Fact::Known(slugs) => set(&slugs.into_iter().map(name).collect::<Vec<_>>()),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
            self.row(words.savings_heading, &|case| match case.savings() {
                domain::Fact::Known(savings) => self.savings(savings),
                domain::Fact::Missing(reason) => self.stated(domain::Fact::Missing(reason)),
            }),
        ]
    }

    fn savings(&self, savings: &[Saving]) -> ComparedValue {
        let words = &self.words.case;
        let mut text = Text::default();
        for saving in savings {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            let tone = if saving.kind == SavingKind::Actual { "success" } else { "neutral" };
            text.push(Inline::Label { tone, text: saving.kind.ja() });
            text.push(format!(" {} {}", (words.saving_value)(saving), (words.saving_of)(saving)));
            if let Some(by) = &saving.by {
                text.push(format!("（{by}）"));
            }
        }
        known(text)
    }

    /// With its basis; amounts of unlike bases are not the same.
    fn amount(&self, case: CaseRef<'_>, yen: domain::Fact<YenRange>) -> ComparedValue {
        let domain::Fact::Known(yen) = yen else {
            return self.stated(domain::Fact::Missing(yen.reason()));
        };
        let text = amount(self.words, case, yen);
        let digits = if yen.is_exact() {
            yen.lower().to_string()
        } else {
            format!("{}～{}", yen.lower(), yen.upper())
        };
        let basis = case.cost_basis().map_or("", Term::ja);
        ComparedValue { key: Some(format!("{digits}{basis}")), cell: Cell::number(text, digits) }
    }

    /// A value in words, or why there is none.
    fn stated(&self, value: domain::Fact<String>) -> ComparedValue {
        let key = value.as_ref().known().cloned();
        ComparedValue { cell: Cell::new(said(self.snapshot, self.words, value)), key }
    }
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
    ComparedValue { cell: Cell::new(names.join("、")), key: Some(sorted.join("、")) }
}
