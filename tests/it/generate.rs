//! Cases that could exist, for property tests, and the published snapshot.

use std::path::{Path, PathBuf};

use joint_procurement::data::{decode, decode_catalog};
use joint_procurement::domain::{
    Case, CaseDetail, CaseTable, Costs, DetailShard, DocumentKind, Domain, Fact, FileRole, FromJson,
    IntroducedKind, Introduction, Lead, LeadKind, MissingReason, Municipalities, MunicipalityCode,
    Participants, PrefectureCode, PrefectureShare, Prefectures, ProcurementMethod, Saving, SavingKind,
    SavingOf, Scope, Slug, Snapshot, SnapshotMeta, Status, Term, Terms, YearMonth, YenRange,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde::de::DeserializeOwned;

/// The published data.
pub struct Published {
    pub snapshot: Snapshot,
    pub municipalities: Municipalities,
    pub details: Vec<CaseDetail>,
}

pub fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

pub fn published() -> Published {
    let catalog = std::fs::read(data_folder().join("catalog.json")).unwrap();
    let meta = decode_catalog("catalog.json", &catalog).unwrap().snapshot(None).unwrap().clone();
    let shards = meta.files.iter().filter_map(|entry| match entry.role() {
        Some(role @ FileRole::Details(_)) => Some(role),
        _ => None,
    });
    let details = shards.flat_map(|role| file::<DetailShard>(&meta, role).details).collect();
    let municipalities = file(&meta, FileRole::Municipalities);
    let (cases, terms, prefectures) = (
        file::<CaseTable>(&meta, FileRole::Cases),
        file::<Terms>(&meta, FileRole::Terms),
        file::<Prefectures>(&meta, FileRole::Prefectures),
    );
    let snapshot = Snapshot::new(meta, cases, terms, prefectures).unwrap();
    Published { snapshot, municipalities, details }
}

fn file<T: FromJson + DeserializeOwned + PartialEq + std::fmt::Debug>(
    meta: &SnapshotMeta,
    role: FileRole,
) -> T {
    let entry = meta.file(role).unwrap();
    let bytes = std::fs::read(data_folder().join(&entry.path)).unwrap();
    let value: T = decode(entry, &bytes).unwrap();
    assert_eq!(value, serde_json::from_slice(&bytes).unwrap(), "the browser reads {} otherwise", entry.path);
    value
}

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
    let codes = ["011002", "012025", "131016", "312011", "472018"];
    let codes = codes.map(|code| code.parse::<MunicipalityCode>().unwrap());
    let named =
        btree_set(select(codes.to_vec()), 1..4).prop_map(|codes| codes.into_iter().collect::<Vec<_>>());
    let sizes = (option::of(0_u64..2_000_000), option::of(0_u64..20_000));
    (fact(named), fact(0_u32..200), fact(any::<bool>()), sizes).prop_map(|(codes, count, all, sizes)| {
        Participants { codes, count, all_in_prefecture: all, population: sizes.0, staff: sizes.1 }
    })
}

fn costs() -> impl Strategy<Value = Costs> {
    let years = select(vec![0.5, 1.0, 5.0, 7.5]);
    (fact(yen()), fact(yen()), fact(yen()), fact(years), term()).prop_map(
        |(initial, annual, total, years, basis)| {
            let any = initial.is_known() || annual.is_known() || total.is_known();
            Costs { basis: any.then_some(basis), initial, annual, total, years }
        },
    )
}

fn savings() -> impl Strategy<Value = Fact<Vec<Saving>>> {
    let saving = (option::of(select(vec![5.0, 46.7])), option::of(0_u64..1_000_000), term(), term())
        .prop_map(|(percent, saved_yen, of, kind): (_, _, SavingOf, SavingKind)| Saving {
            percent,
            before_yen: None,
            after_yen: None,
            saved_yen,
            period_years: None,
            of,
            kind,
            by: None,
        });
    fact(vec(saving, 1..3))
}

pub fn yen() -> impl Strategy<Value = YenRange> {
    (0_u64..1_000_000_000, 0_u64..1_000_000_000)
        .prop_map(|(a, b)| YenRange::between(a.min(b), a.max(b)).unwrap())
}

pub fn year_month() -> impl Strategy<Value = YearMonth> {
    (1996_u16..2030, option::of(1_u8..=12)).prop_map(|(year, month)| YearMonth::new(year, month).unwrap())
}

fn introduction() -> impl Strategy<Value = Introduction> {
    (year_month(), term::<IntroducedKind>()).prop_map(|(at, kind)| Introduction { at, kind })
}

pub fn prefecture() -> impl Strategy<Value = PrefectureCode> {
    select(PrefectureCode::all().collect::<Vec<_>>())
}

/// Few types, so that some occur several times; `other` among them.
pub fn system_type() -> impl Strategy<Value = Slug> {
    select(
        ["gis", "rpa", "e-bidding", "library", "telework", "other"]
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
    "[a-zA-Z0-9ァ-ヶ一-龠&=,%+#?\"'<>/ー（）]{1,12}"
}

fn fact<T: Clone + std::fmt::Debug>(known: impl Strategy<Value = T>) -> impl Strategy<Value = Fact<T>> {
    let missing = option::of(term::<MissingReason>());
    prop_oneof![3 => known.prop_map(Fact::Known), 2 => missing.prop_map(Fact::Missing)]
}
