//! Cases that could exist, for property tests.

use joint_procurement_core::domain::{
    Case, CaseTable, Costs, DocumentKind, Domain, Fact, IntroducedKind, Introduction, Lead, LeadKind,
    MissingReason, MunicipalityCode, Participants, PrefectureCode, PrefectureShare, ProcurementMethod,
    Saving, Scope, Slug, Snapshot, Status, Term, YearMonth, YenRange,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::string::string_regex;

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
            case.id = format!("{}-case-{number}", case.lead.prefecture).parse().unwrap();
            case
        });
        numbered.collect()
    })
}

fn case() -> impl Strategy<Value = Case> {
    // A tuple of strategies holds at most twelve.
    let what =
        (prefecture(), text(), text(), term::<LeadKind>(), term::<Scope>(), system_type(), term::<Domain>());
    let who = (participants(), fact(any::<bool>()), btree_set(prefecture(), 0..3));
    let when = (fact(introduction()), fact(term::<Status>()), fact(year_month()));
    let how = (fact(term::<ProcurementMethod>()), fact(text()), fact(text()), costs(), savings());
    let more = (
        fact(term::<PrefectureShare>()),
        fact(any::<bool>()),
        fact(any::<bool>()),
        fact(benefits()),
        fact(btree_set(term::<DocumentKind>(), 1..4).prop_map(|kinds| kinds.into_iter().collect())),
    );
    (what, who, when, how, more).prop_map(|(what, who, when, how, more)| {
        let (prefecture, title, organization, kind, scope, system_type, domain) = what;
        Case {
            id: format!("{prefecture}-case-0").parse().unwrap(),
            title,
            lead: Lead { prefecture, organization, kind },
            scope,
            system_type,
            domain,
            participants: who.0,
            prefecture_participates: who.1,
            partner_prefectures: who.2.into_iter().filter(|partner| *partner != prefecture).collect(),
            introduced: when.0,
            status: when.1,
            contract_end: when.2,
            procurement_method: how.0,
            vendor: how.1,
            product: how.2,
            costs: how.3,
            savings: how.4,
            prefecture_bears_cost: more.0,
            subsidy_used: more.1,
            specification_available: more.2,
            benefits: more.3,
            document_kinds: more.4,
        }
    })
}

fn participants() -> impl Strategy<Value = Participants> {
    let named = btree_set(municipality(), 1..4).prop_map(|codes| codes.into_iter().collect::<Vec<_>>());
    let sizes = (option::of(0_u64..2_000_000), option::of(0_u64..20_000));
    (fact(named), fact(0_u32..200), fact(any::<bool>()), sizes).prop_map(|(codes, count, all, sizes)| {
        Participants { codes, count, all_in_prefecture: all, population: sizes.0, staff: sizes.1 }
    })
}

/// Few, so that some take part in several cases.
pub fn municipality() -> impl Strategy<Value = MunicipalityCode> {
    let codes = ["011002", "012025", "131016", "312011", "472018"];
    select(codes.map(|code| code.parse::<MunicipalityCode>().unwrap()).to_vec())
}

fn costs() -> impl Strategy<Value = Costs> {
    (fact(yen()), fact(yen()), fact(yen()), fact(decimal()), term()).prop_map(
        |(initial, annual, total, years, basis)| {
            let any = initial.is_known() || annual.is_known() || total.is_known();
            Costs { basis: any.then_some(basis), initial, annual, total, years }
        },
    )
}

fn savings() -> impl Strategy<Value = Fact<Vec<Saving>>> {
    let amounts = (option::of(any::<u32>()), option::of(any::<u32>()), option::of(any::<u32>()));
    let saving = (option::of(decimal()), amounts, option::of(decimal()), term(), term(), option::of(text()))
        .prop_map(|(percent, (before, after, saved), period_years, of, kind, by)| Saving {
            percent,
            before_yen: before.map(u64::from),
            after_yen: after.map(u64::from),
            saved_yen: saved.map(u64::from),
            period_years,
            of,
            kind,
            by,
        });
    fact(vec(saving, 1..3))
}

/// A number with at most one decimal place, as sources state them; few, so that some are equal.
fn decimal() -> impl Strategy<Value = f64> {
    prop_oneof![1_u32..=1000, 50_u32..55].prop_map(|tenths| f64::from(tenths) / 10.0)
}

/// Exact amounts, some of them equal, and ranges.
pub fn yen() -> impl Strategy<Value = YenRange> {
    let range = (0_u64..1_000_000_000, 0_u64..1_000_000_000)
        .prop_map(|(a, b)| YenRange::between(a.min(b), a.max(b)).unwrap());
    prop_oneof![range, (0_u64..1_000_000_000).prop_map(YenRange::exact), Just(YenRange::exact(1_000_000))]
}

pub fn year_month() -> impl Strategy<Value = YearMonth> {
    (1996_u16..2030, option::of(1_u8..=12)).prop_map(|(year, month)| YearMonth::new(year, month).unwrap())
}

fn introduction() -> impl Strategy<Value = Introduction> {
    (year_month(), term::<IntroducedKind>()).prop_map(|(at, kind)| Introduction { at, kind })
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

fn benefits() -> impl Strategy<Value = Vec<Slug>> {
    btree_set(benefit(), 1..4).prop_map(|slugs| slugs.into_iter().collect())
}

pub fn term<T: Term + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL.to_vec())
}

/// Text with the characters that addresses and files have to escape.
pub fn text() -> impl Strategy<Value = String> {
    // A plain pattern would be parsed again for every value.
    string_regex("[a-zA-Z0-9ァ-ヶ一-龠&=,%+#?\"'<>/ー（）]{1,12}").unwrap()
}

fn fact<T: Clone + std::fmt::Debug>(known: impl Strategy<Value = T>) -> impl Strategy<Value = Fact<T>> {
    let missing = option::of(term::<MissingReason>());
    prop_oneof![3 => known.prop_map(Fact::Known), 2 => missing.prop_map(Fact::Missing)]
}
