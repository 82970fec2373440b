//! Whatever a query asks for survives its address, and means the same in any order.

use std::collections::BTreeSet;

use crate::query::rows;
use joint_procurement_core::domain::{
    CaseRef, Domain, Field, LeadKind, Snapshot, SourceClass, Term, YenRange,
};
use joint_procurement_core::query::{
    Answer, CaseColumn, CaseFilter, CaseQuery, Columns, Facet, FormAnswer, Forms, Has, Matches, MonthRange,
    Near, PageNumber, PerPage, Range, ScopeFilter, SearchIndex, Set, Sort, SortKey, StatusAnswer, TownSize,
    Unknown, View,
};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::generate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

/// Participants, years, persons and yen, so that some lie among those of cases whatever is asked.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![0_u64..200, 1996_u64..2030, 0_u64..2_000_000, 0_u64..3_000_000_000]
}

fn range() -> impl Strategy<Value = Range> {
    (option::of(number()), option::of(number())).prop_filter_map("a range", |(a, b)| {
        Range::new(a.min(b).or(a), if a.is_some() { a.max(b).filter(|_| b.is_some()) } else { b })
    })
}

fn month_range() -> impl Strategy<Value = MonthRange> {
    (option::of(generate::year_month()), option::of(generate::year_month()))
        .prop_filter_map("months in order", |(from, to)| MonthRange::new(from, to))
}

/// A condition as likely as this; empty otherwise.
pub fn set<T: Ord + std::fmt::Debug>(
    likely: f64,
    value: impl Strategy<Value = T>,
    at_most: usize,
) -> impl Strategy<Value = Set<T>> {
    let values = option::weighted(likely, vec(value, 1..=at_most));
    values.prop_map(|values| values.unwrap_or_default().into_iter().collect())
}

/// Conditions each as likely as this. With many together no case passes, and nothing is told apart.
pub fn filter(likely: f64) -> impl Strategy<Value = CaseFilter> {
    let terms = (
        set(likely, generate::term::<Domain>(), 2),
        set(likely, generate::system_type(), 3),
        set(likely, generate::prefecture(), 19),
        set(likely, generate::term::<Answer>(), 2),
        set(likely, generate::term::<Answer>(), 2),
        set(likely, generate::term::<StatusAnswer>(), 3),
        select(ScopeFilter::VARIANTS),
        set(likely, generate::term::<LeadKind>(), 3),
        set(likely, generate::benefit(), 2),
        set(likely, generate::term::<Has>(), 1),
    );
    let text = option::weighted(likely, generate::text()).prop_map(Option::unwrap_or_default);
    let names = (text, set(likely, generate::text(), 2), set(likely, generate::text(), 2));
    let ranges = (
        option::weighted(likely, range()),
        option::weighted(likely, range()),
        option::weighted(likely, range()),
        option::weighted(likely, range()),
        option::weighted(likely, range()),
        option::weighted(likely, range()),
        option::weighted(likely, month_range()),
    );
    let places = set(likely, generate::prefecture(), 2);
    let slugs = Field::ALL.iter().map(|it| it.slug()).chain(["population", "staff"]);
    let missing = select(slugs.filter_map(Unknown::from_slug).collect::<Vec<_>>());
    let rest = (
        set(likely, generate::term::<FormAnswer>(), 4),
        set(likely / 2.0, missing, 2),
        set(likely, generate::term::<SourceClass>(), 3),
        set(likely, generate::term::<Answer>(), 2),
    );
    (terms, names, ranges, places, rest).prop_map(|(terms, names, ranges, partner, rest)| CaseFilter {
        text: names.0,
        domain: terms.0,
        system: terms.1,
        pref: terms.2,
        subsidy: terms.3,
        spec: terms.4,
        status: terms.5,
        scope: terms.6,
        lead: terms.7,
        benefit: terms.8,
        has: terms.9,
        vendor: names.1,
        product: names.2,
        members: ranges.0,
        pop: ranges.1,
        staff: ranges.2,
        initial: ranges.3,
        annual: ranges.4,
        year: ranges.5,
        end: ranges.6,
        partner,
        form: rest.0.into(),
        missing: rest.1,
        source: rest.2,
        open: rest.3,
        ..CaseFilter::default()
    })
}

fn sort() -> impl Strategy<Value = Sort> {
    let key = generate::term::<SortKey>().prop_filter("needs a size", |key| *key != SortKey::Near);
    (key, any::<bool>()).prop_map(|(key, descending)| {
        let sign = if descending { "-" } else { "" };
        format!("{sign}{}", key.slug()).parse().unwrap()
    })
}

fn near() -> impl Strategy<Value = Near> {
    let size = (option::of(1_u64..400_000), option::of(1_u64..5_000))
        .prop_filter_map("a size", |(population, staff)| TownSize::new(population, staff));
    prop_oneof![size.prop_map(Near::Size), Just(Near::Municipality("312011".parse().unwrap()))]
}

pub fn query() -> impl Strategy<Value = CaseQuery> {
    let shown = (1_u32..100, select(PerPage::VARIANTS), generate::term::<View>());
    let columns = set(0.9, generate::term::<CaseColumn>(), 5).prop_filter_map("columns", Columns::new);
    (filter(0.6), option::of(near()), option::of(sort()), shown, option::of(columns)).prop_map(
        |(filter, near, sort, (page, per, view), columns)| {
            let mut query = CaseQuery { filter, per, view, ..CaseQuery::default() };
            query.set_near(near);
            query.sort = sort.unwrap_or(query.sort);
            query.page = PageNumber::new(page).unwrap();
            query.columns = columns.unwrap_or_default();
            query
        },
    )
}

/// The filter's conditions one by one.
fn single_conditions(all: CaseFilter) -> Vec<CaseFilter> {
    let none = || CaseFilter {
        scope: ScopeFilter::All,
        form: Forms::all(),
        status: StatusAnswer::ALL.iter().copied().collect(),
        ..CaseFilter::default()
    };
    vec![
        CaseFilter { text: all.text, ..none() },
        CaseFilter { domain: all.domain, ..none() },
        CaseFilter { system: all.system, ..none() },
        CaseFilter { pref: all.pref, ..none() },
        CaseFilter { subsidy: all.subsidy, ..none() },
        CaseFilter { spec: all.spec, ..none() },
        CaseFilter { status: all.status, ..none() },
        CaseFilter { scope: all.scope, ..none() },
        CaseFilter { form: all.form, ..none() },
        CaseFilter { lead: all.lead, ..none() },
        CaseFilter { benefit: all.benefit, ..none() },
        CaseFilter { has: all.has, ..none() },
        CaseFilter { vendor: all.vendor, ..none() },
        CaseFilter { product: all.product, ..none() },
        CaseFilter { members: all.members, ..none() },
        CaseFilter { pop: all.pop, ..none() },
        CaseFilter { staff: all.staff, ..none() },
        CaseFilter { initial: all.initial, ..none() },
        CaseFilter { annual: all.annual, ..none() },
        CaseFilter { year: all.year, ..none() },
        CaseFilter { end: all.end, ..none() },
        CaseFilter { partner: all.partner, ..none() },
        CaseFilter { missing: all.missing, ..none() },
        CaseFilter { source: all.source, ..none() },
        CaseFilter { open: all.open, ..none() },
    ]
}

/// The value that this key sorts a case by; `None` where it is not known.
fn sort_value(snapshot: &Snapshot, key: SortKey, case: CaseRef<'_>) -> Option<(u64, u64, String)> {
    let number = |number: u64| (number, 0, String::new());
    let yen = |amount: YenRange| (amount.lower(), amount.upper().unwrap_or(u64::MAX), String::new());
    match key {
        SortKey::Introduced => case.introduced().known().map(|it| (0, 0, it.at.to_string())),
        SortKey::Members => case.participants_count().known().map(|it| number(it.into())),
        SortKey::Pop => case.population().map(number),
        SortKey::Staff => case.staff().map(number),
        SortKey::Initial => case.initial_cost().known().map(yen),
        SortKey::Annual => case.annual_cost().known().map(yen),
        SortKey::Pref => Some((0, 0, case.lead_prefecture().to_string())),
        SortKey::System => {
            let mut types = snapshot.terms.system_types.iter();
            types.position(|it| it.slug == *case.system_type()).map(|place| number(place as u64))
        }
        SortKey::Title => Some((0, 0, case.title().to_owned())),
        SortKey::Known | SortKey::Near => None,
    }
}

/// The conditions that a range is chosen for.
const RANGES: [Facet; 6] =
    [Facet::Members, Facet::Pop, Facet::Staff, Facet::Initial, Facet::Annual, Facet::Year];

/// The filter with another range for one of these.
fn with_range(mut filter: CaseFilter, facet: Facet, range: Range) -> CaseFilter {
    let condition = match facet {
        Facet::Members => &mut filter.members,
        Facet::Pop => &mut filter.pop,
        Facet::Staff => &mut filter.staff,
        Facet::Initial => &mut filter.initial,
        Facet::Annual => &mut filter.annual,
        Facet::Year => &mut filter.year,
        other => panic!("{other:?} has no range"),
    };
    *condition = Some(range);
    filter
}

proptest! {
    #[test]
    fn a_query_survives_its_address(query in query()) {
        let (read, problems) = CaseQuery::parse(&query.to_string());
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(read, query);
    }

    #[test]
    fn any_text_is_read_without_harm(text in ".{0,60}") {
        let (query, _) = CaseQuery::parse(&text);
        let (again, problems) = CaseQuery::parse(&query.to_string());
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(again, query);
    }

    #[test]
    fn a_filter_is_the_intersection_of_its_conditions_in_any_order(
        snapshot in generate::snapshot(),
        filter in filter(0.1),
    ) {
        let index = SearchIndex::new(&snapshot, None, &[], normalize);
        let mut expected: BTreeSet<usize> = (0..snapshot.cases.len()).collect();
        for single in single_conditions(filter.clone()).iter().rev() {
            let rows: BTreeSet<usize> = rows(&snapshot, &index, single).into_iter().collect();
            expected.retain(|row| rows.contains(row));
        }
        prop_assert_eq!(rows(&snapshot, &index, &filter), expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_choice_gives_the_number_that_stands_beside_it(
        snapshot in generate::snapshot(),
        filter in filter(0.1),
        benefit in generate::benefit(),
        (facet, range) in (select(RANGES.to_vec()), range()),
        has in generate::term::<Has>(),
    ) {
        let index = SearchIndex::new(&snapshot, None, &[], normalize);
        let cases = &snapshot.cases;
        let matches = Matches::new(&snapshot, &index, &filter);
        let shown = |chosen: CaseFilter| rows(&snapshot, &index, &chosen).len();

        let domains = matches.tally(cases, Facet::Domain, Domain::ALL, &|case| vec![case.domain()]);
        prop_assert_eq!(domains.iter().sum::<usize>(), matches.selection_without(cases, Facet::Domain).len());
        for (&domain, count) in Domain::ALL.iter().zip(domains) {
            prop_assert_eq!(count, shown(CaseFilter { domain: [domain].into(), ..filter.clone() }));
        }
        let benefits = |case: CaseRef<'_>| case.benefits().known().unwrap_or_default().into_iter().cloned().collect();
        let counts = matches.tally(cases, Facet::Benefit, std::slice::from_ref(&benefit), &benefits);
        prop_assert_eq!(counts, [shown(CaseFilter { benefit: [benefit].into(), ..filter.clone() })]);

        let counts = matches.tally_ranges(cases, facet, &[range]);
        prop_assert_eq!(counts, [shown(with_range(filter.clone(), facet, range))], "{:?}", facet);

        let counts = matches.tally_has(cases);
        prop_assert_eq!(counts.len(), Has::ALL.len());
        let mut chosen = filter.clone();
        chosen.has.insert(has);
        prop_assert_eq!(counts[Has::ALL.iter().position(|it| *it == has).unwrap()], shown(chosen));
    }

    #[test]
    fn a_list_is_in_the_order_of_its_key_and_the_unknown_comes_last(snapshot in generate::snapshot(), sort in sort()) {
        prop_assume!(sort.key != SortKey::Known); // `query_order`
        let all = Matches::new(&snapshot, &SearchIndex::default(), &CaseFilter {
            scope: ScopeFilter::All,
            form: Forms::all(),
            ..CaseFilter::default()
        });
        let sorted = sort.apply(&snapshot, all.selection(&snapshot.cases));
        let value = |row: usize| sort_value(&snapshot, sort.key, snapshot.cases.row(row));
        let id = |row: usize| snapshot.cases.row(row).id();
        let (mut expected, mut unknown): (Vec<usize>, Vec<usize>) =
            snapshot.cases.iter().map(CaseRef::row).partition(|&row| value(row).is_some());
        let descending = sort.to_string().starts_with('-');
        let by_value = |a: usize, b: usize| if descending { value(b).cmp(&value(a)) } else { value(a).cmp(&value(b)) };
        expected.sort_by(|&a, &b| by_value(a, b).then(id(a).cmp(id(b))));
        unknown.sort_by_key(|&row| id(row));
        expected.extend(unknown);
        prop_assert_eq!(sorted.rows(), expected, "{}", sort);
    }
}
