//! Cases that could exist, for property tests.

use std::fmt::Debug;
use std::sync::LazyLock;

use joint_procurement_core::domain::{
    Case, CaseId, CaseSource, CaseTable, CostBasis, Date, DocumentKind, Domain, FactSource, Field,
    Introduction, LeadKind, MissingReason, MunicipalityCode, PrefectureCode, Saving, Scope, Slug, Snapshot,
    SourceClass, Term, WebAddress, YearMonth, YenRange,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::string::{RegexGeneratorStrategy, string_regex};
use proptest::test_runner::{Config, TestRunner};

use super::{Published, published};

/// A snapshot of up to 30 generated cases with the published terms and prefectures.
pub fn snapshot() -> impl Strategy<Value = Snapshot> {
    let Published { snapshot, .. } = published();
    cases(30).prop_map(move |cases| {
        let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
        Snapshot::new(meta, CaseTable::new(cases, &[]), terms, snapshot.prefectures.clone()).unwrap()
    })
}

/// Cases with different ids.
pub fn cases(at_most: usize) -> impl Strategy<Value = Vec<Case>> {
    vec(case(), 0..=at_most).prop_map(|cases| {
        let numbered = cases.into_iter().enumerate().map(|(number, mut case)| {
            case.id = format!("{}-case-{number}", case.lead_prefecture).parse().unwrap();
            case
        });
        numbered.collect()
    })
}

fn case() -> impl Strategy<Value = Case> {
    Just(()).prop_perturb(|(), rng| {
        let mut case = Case::read(&mut Random(TestRunner::new_with_rng(Config::default(), rng))).unwrap();
        case.partner_prefectures.retain(|partner| *partner != case.lead_prefecture);
        let any =
            case.initial_cost.is_known() || case.annual_cost.is_known() || case.contract_total.is_known();
        case.cost_basis = case.cost_basis.filter(|_| any);
        case
    })
}

/// A source of any case, so that a new field is generated too. Cases are not made simpler when a test
/// fails; their number is.
struct Random(TestRunner);

impl Random {
    fn any<T>(&mut self, values: impl Strategy<Value = T>) -> Option<T> {
        Some(values.new_tree(&mut self.0).unwrap().current())
    }

    fn fact<T: Clone + Debug>(&mut self, values: impl Strategy<Value = T>) -> Option<T> {
        self.any(option::weighted(0.6, values))?
    }
}

impl CaseSource for Random {
    fn id(&mut self) -> Option<CaseId> {
        // `cases` gives each its own.
        "01-case-0".parse().ok()
    }

    fn title(&mut self) -> Option<String> {
        self.any(text())
    }

    fn lead_prefecture(&mut self) -> Option<PrefectureCode> {
        self.any(prefecture())
    }

    fn lead_organization(&mut self) -> Option<String> {
        self.any(text())
    }

    fn lead_kind(&mut self) -> Option<LeadKind> {
        self.any(term())
    }

    fn scope(&mut self) -> Option<Scope> {
        self.any(term())
    }

    fn system_type(&mut self) -> Option<Slug> {
        self.any(system_type())
    }

    fn domain(&mut self) -> Option<Domain> {
        self.any(term())
    }

    fn derived_population(&mut self) -> Option<Option<u64>> {
        self.any(option::of(or_none(2_000_000)))
    }

    fn derived_staff(&mut self) -> Option<Option<u64>> {
        self.any(option::of(or_none(20_000)))
    }

    fn partner_prefectures(&mut self) -> Option<Vec<PrefectureCode>> {
        self.any(btree_set(prefecture(), 0..3)).map(|codes| codes.into_iter().collect())
    }

    fn source_classes(&mut self) -> Option<Vec<SourceClass>> {
        self.any(btree_set(term(), 0..4)).map(|classes| classes.into_iter().collect())
    }

    fn cost_sources(&mut self) -> Option<Vec<WebAddress>> {
        let pages = self.any(btree_set(1_u8..9, 0..3))?.into_iter();
        pages.map(|page| format!("https://example.jp/{page}").parse().ok()).collect()
    }

    fn cost_basis(&mut self) -> Option<Option<CostBasis>> {
        self.any(term()).map(Some)
    }
}

impl FactSource for Random {
    fn reason(&mut self, _: Field) -> Option<MissingReason> {
        self.any(option::of(term()))?
    }

    fn text(&mut self, _: Field) -> Option<String> {
        self.fact(text())
    }

    fn word<T: Term>(&mut self, _: Field) -> Option<T> {
        self.fact(0..T::ALL.len()).map(|place| T::ALL[place])
    }

    fn answer(&mut self, _: Field) -> Option<bool> {
        self.fact(any::<bool>())
    }

    fn count(&mut self, _: Field) -> Option<u32> {
        self.fact(prop_oneof![9 => 0_u32..200, 1 => Just(0)])
    }

    fn persons(&mut self, _: Field) -> Option<u64> {
        self.any(option::weighted(0.2, or_none(3_000_000)))?
    }

    fn years(&mut self, _: Field) -> Option<f64> {
        self.fact(decimal())
    }

    fn yen(&mut self, _: Field) -> Option<YenRange> {
        self.fact(yen())
    }

    fn month(&mut self, _: Field) -> Option<YearMonth> {
        self.fact(year_month())
    }

    fn date(&mut self, _: Field) -> Option<Date> {
        self.fact(date())
    }

    fn introduction(&mut self, _: Field) -> Option<Introduction> {
        self.fact((year_month(), term()).prop_map(|(at, kind)| Introduction { at, kind }))
    }

    fn municipalities(&mut self, _: Field) -> Option<Vec<MunicipalityCode>> {
        self.fact(btree_set(municipality(), 1..4).prop_map(|codes| codes.into_iter().collect()))
    }

    fn savings(&mut self, _: Field) -> Option<Vec<Saving>> {
        self.fact(vec(saving(), 1..3))
    }

    fn benefits(&mut self, _: Field) -> Option<Vec<Slug>> {
        self.fact(btree_set(benefit(), 1..4).prop_map(|slugs| slugs.into_iter().collect()))
    }

    fn document_kinds(&mut self, _: Field) -> Option<Vec<DocumentKind>> {
        self.fact(btree_set(term(), 1..4).prop_map(|kinds| kinds.into_iter().collect()))
    }
}

/// Few, so that some take part in several cases.
pub fn municipality() -> impl Strategy<Value = MunicipalityCode> {
    let codes = ["011002", "012025", "131016", "312011", "472018"];
    select(codes.map(|code| code.parse::<MunicipalityCode>().unwrap()).to_vec())
}

fn saving() -> impl Strategy<Value = Saving> {
    let amounts = (option::of(any::<u32>()), option::of(any::<u32>()), option::of(any::<u32>()));
    (option::of(decimal()), amounts, option::of(decimal()), term(), term(), option::of(text())).prop_map(
        |(percent, (before, after, saved), period_years, of, kind, by)| Saving {
            percent,
            before_yen: before.map(u64::from),
            after_yen: after.map(u64::from),
            saved_yen: saved.map(u64::from),
            period_years,
            of,
            kind,
            by,
        },
    )
}

/// A number with at most one decimal place, as sources state them; few, so that some are equal.
fn decimal() -> impl Strategy<Value = f64> {
    prop_oneof![1_u32..=1000, 50_u32..55].prop_map(|tenths| f64::from(tenths) / 10.0)
}

/// A number below this one; 0, by which nothing can be divided, more often than chance would have it.
fn or_none(below: u64) -> impl Strategy<Value = u64> {
    prop_oneof![9 => 0..below, 1 => Just(0)]
}

/// Exact amounts, some of them equal or nothing, ranges, and the bands of a survey.
pub fn yen() -> impl Strategy<Value = YenRange> {
    let range = (0_u64..1_000_000_000, 0_u64..1_000_000_000)
        .prop_map(|(a, b)| YenRange::between(a.min(b), a.max(b)).unwrap());
    let exact = or_none(1_000_000_000).prop_map(YenRange::exact);
    let bands = [
        YenRange::between(0, 9_999_999).unwrap(),
        YenRange::between(10_000_000, 49_999_999).unwrap(),
        YenRange::at_least(1_000_000_000),
    ];
    prop_oneof![range, exact, Just(YenRange::exact(1_000_000)), select(bands.to_vec())]
}

pub fn year_month() -> impl Strategy<Value = YearMonth> {
    (1996_u16..2030, option::of(1_u8..=12)).prop_map(|(year, month)| YearMonth::new(year, month).unwrap())
}

/// Dates as exact as sources state them, on both sides of the day of the data.
pub fn date() -> impl Strategy<Value = Date> {
    (year_month(), option::of(1_u8..=28)).prop_map(|(month, day)| {
        match day.filter(|_| month.month().is_some()) {
            Some(day) => format!("{month}-{day:02}").parse().unwrap(),
            None => month.into(),
        }
    })
}

/// Half of them in one region, so that cases have neighbours.
pub fn prefecture() -> impl Strategy<Value = PrefectureCode> {
    let chugoku = ["31", "32", "33", "34", "35"].map(|code| code.parse::<PrefectureCode>().unwrap());
    prop_oneof![select(PrefectureCode::all().collect::<Vec<_>>()), select(chugoku.to_vec())]
}

/// Few types, so that some occur several times; `other` and one with a policy note among them.
pub fn system_type() -> impl Strategy<Value = Slug> {
    select(
        ["gis", "rpa", "e-bidding", "library", "security-cloud", "other"]
            .map(|slug| slug.parse().unwrap())
            .to_vec(),
    )
}

pub fn benefit() -> impl Strategy<Value = Slug> {
    select(["cost-reduction", "expertise", "better-service"].map(|slug| slug.parse().unwrap()).to_vec())
}

pub fn term<T: Term + Debug>() -> impl Strategy<Value = T> {
    select(T::ALL.to_vec())
}

/// Text with the characters that addresses and files have to escape.
pub fn text() -> impl Strategy<Value = String> {
    // Parsed once, not for every value.
    static PATTERN: LazyLock<RegexGeneratorStrategy<String>> =
        LazyLock::new(|| string_regex("[a-zA-Z0-9ァ-ヶ一-龠&=,%+#?\"'<>/ー（）]{1,12}").unwrap());
    &*PATTERN
}
