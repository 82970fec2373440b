//! Filters, orders and addresses, in the words of those who use them.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{Case, Domain, Fact, LeadKind, Snapshot, Status, Term};
use joint_procurement_core::query::{
    Answer, CaseColumn, CaseFilter, CaseQuery, Columns, Facet, Has, Matches, MonthRange, Near, Page, PerPage,
    QueryProblem, Range, ScopeFilter, SearchIndex, Set, Sort, SortKey, StatusAnswer, TownSize, View,
};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::{Published, generate, published};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// The rows that a query shows, in order of id.
fn rows(snapshot: &Snapshot, index: &SearchIndex, filter: &CaseFilter) -> Vec<usize> {
    Matches::new(snapshot, index, filter).selection(&snapshot.cases).rows().to_vec()
}

/// The query shows exactly the published cases that satisfy the plain condition, and there are some.
#[track_caller]
fn check(query: &str, expected: impl Fn(&Case) -> bool) {
    let Published { snapshot, municipalities, details } = published();
    let (query, problems) = CaseQuery::parse(query);
    assert_eq!(problems, []);
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    let expected: Vec<usize> =
        snapshot.cases.iter().filter(|case| expected(&case.to_case())).map(|case| case.row()).collect();
    assert!(!expected.is_empty(), "the example shows nothing");
    assert_eq!(rows(&snapshot, &index, &query.filter), expected);
}

fn of_prefectures(case: &Case) -> bool {
    case.scope.slug() == "prefecture"
}

#[test]
fn without_conditions_the_cases_with_a_prefecture_are_shown() {
    check("", of_prefectures);
}

#[test]
fn another_scope_shows_the_others() {
    check("scope=all", |_| true);
    check("scope=municipal", |case| !of_prefectures(case));
}

#[test]
fn conditions_hold_together_and_any_of_their_values_suffices() {
    check("domain=services,tools", |case| of_prefectures(case) && case.domain != Domain::GeneralAffairs);
    check("pref=31,32&domain=services", |case| {
        let prefecture = case.lead.prefecture.to_string();
        of_prefectures(case) && case.domain == Domain::Services && (prefecture == "31" || prefecture == "32")
    });
    check("system=gis&scope=all", |case| case.system_type.as_str() == "gis");
    check("lead=union&scope=all", |case| case.lead.kind == LeadKind::Union);
    check("status=planned,ended", |case| {
        of_prefectures(case)
            && (case.status == Fact::Known(Status::Planned) || case.status == Fact::Known(Status::Ended))
    });
    check("benefit=better-security", |case| {
        let benefits = case.benefits.clone().known().unwrap_or_default();
        of_prefectures(case) && benefits.iter().any(|slug| slug.as_str() == "better-security")
    });
}

#[test]
fn a_region_means_the_leads_prefecture() {
    let shikoku = ["36", "37", "38", "39"];
    check("region=shikoku", |case| {
        of_prefectures(case) && shikoku.contains(&case.lead.prefecture.to_string().as_str())
    });
}

#[test]
fn unknown_can_be_asked_for_and_is_not_no() {
    check("subsidy=yes", |case| of_prefectures(case) && case.subsidy_used == Fact::Known(true));
    check("subsidy=unknown", |case| of_prefectures(case) && !case.subsidy_used.is_known());
    check("spec=yes", |case| of_prefectures(case) && case.specification_available == Fact::Known(true));
    check("status=unknown", |case| of_prefectures(case) && !case.status.is_known());
}

#[test]
fn has_asks_that_each_named_thing_is_known() {
    check("has=costs", |case| of_prefectures(case) && case.costs.any_known());
    check("has=savings", |case| of_prefectures(case) && case.savings.is_known());
    check("has=participants,documents", |case| {
        of_prefectures(case) && case.participants.count.is_known() && case.document_kinds.is_known()
    });
}

#[test]
fn ranges_include_their_ends_and_leave_out_unknown_values() {
    check("members=19-35", |case| {
        of_prefectures(case) && case.participants.count.known().is_some_and(|it| (19..=35).contains(&it))
    });
    check("pop=-100000&scope=all", |case| case.participants.population.is_some_and(|it| it <= 100_000));
    check("staff=1000-&scope=all", |case| case.participants.staff.is_some_and(|it| it >= 1_000));
    check("initial=100000000-&scope=all", |case| {
        case.costs.initial.known().is_some_and(|it| it.upper() >= 100_000_000)
    });
    check("annual=-50000000&scope=all", |case| {
        case.costs.annual.known().is_some_and(|it| it.lower() <= 50_000_000)
    });
    check("end=2021-01..2022-12&scope=all", |case| {
        case.contract_end.known().is_some_and(|end| end.year == 2021 || end.year == 2022)
    });
}

#[test]
fn a_planned_case_has_no_year_of_introduction() {
    check("year=2020-", |case| {
        let planned = case.status == Fact::Known(Status::Planned);
        of_prefectures(case) && !planned && case.introduced.known().is_some_and(|it| it.at.year >= 2020)
    });
}

#[test]
fn partners_and_participants_are_told_from_the_lead() {
    check("partner=33&scope=all", |case| {
        case.partner_prefectures.iter().any(|partner| partner.to_string() == "33")
    });
    // 函館市: named, or one of all municipalities of 北海道.
    check("participant=012025&scope=all", |case| {
        let named = case.participants.codes.clone().known().unwrap_or_default();
        named.iter().any(|code| code.to_string() == "012025")
    });
}

#[test]
fn a_name_with_a_comma_is_one_name() {
    let (query, problems) = CaseQuery::parse("vendor=A%252CB,C");
    assert_eq!(problems, []);
    assert_eq!(query.filter.vendor, Set::from(["A,B".to_owned(), "C".to_owned()]));
}

#[test]
fn text_search_finds_words_in_every_text_whatever_their_form() {
    let Published { snapshot, municipalities, details } = published();
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    let found = |text: &str| {
        let filter = CaseFilter { text: text.to_owned(), scope: ScopeFilter::All, ..CaseFilter::default() };
        rows(&snapshot, &index, &filter)
    };
    let ids = |text: &str| -> Vec<String> {
        found(text).into_iter().map(|row| snapshot.cases.row(row).id().to_string()).collect()
    };
    let participant = snapshot.cases.iter().find(|case| case.participants().is_known()).unwrap();
    let member = municipalities.get(participant.participants().known().unwrap()[0]).unwrap();
    assert!(ids(member.name).contains(&participant.id().to_string()));
    assert_eq!(found("クラウド"), found("ｸﾗｳﾄﾞ"));
    assert_eq!(found("クラウド"), found("くらうど"));
    assert_eq!(found("HARP"), found("ｈａｒｐ"));
    let both: BTreeSet<usize> =
        found("北海道").into_iter().filter(|row| found("クラウド").contains(row)).collect();
    assert_eq!(found("北海道　クラウド").into_iter().collect::<BTreeSet<_>>(), both);
    assert!(found("そのような語はどこにもない").is_empty());
    let background = details[0].background.as_deref().unwrap();
    assert!(found(&background[..30]).contains(&0));
}

#[test]
fn what_is_not_understood_is_reported_and_left_out() {
    let (query, problems) =
        CaseQuery::parse("?pref=99,27&colour=red&members=9-1&page=0&domain=services&domain=tools");
    let value = |key: &str, value: &str| QueryProblem::Value { key: key.into(), value: value.into() };
    assert_eq!(
        problems,
        [
            value("pref", "99"),
            QueryProblem::Key("colour".into()),
            value("members", "9-1"),
            value("page", "0"),
            QueryProblem::Key("domain".into()),
        ]
    );
    assert_eq!(query.to_string(), "domain=services&pref=27");
}

#[test]
fn a_slug_that_the_snapshot_does_not_know_is_reported() {
    let (query, problems) = CaseQuery::parse("system=gis,hoverboard").0.known_in(&published().snapshot);
    assert_eq!(query.to_string(), "system=gis");
    assert_eq!(problems, [QueryProblem::Value { key: "system".into(), value: "hoverboard".into() }]);
}

#[test]
fn one_view_has_one_address() {
    let addresses = [
        ("", ""),
        ("scope=prefecture&page=1&per=25&sort=-introduced", ""),
        ("sort=pop&pref=31,01&q=電子 申請", "q=%E9%9B%BB%E5%AD%90%20%E7%94%B3%E8%AB%8B&pref=01,31&sort=pop"),
        ("pref=31%2C01", "pref=01,31"),
        ("near=8000-120&sort=near", "near=8000-120"),
        ("near=312011&sort=-introduced", "near=312011&sort=-introduced"),
        ("view=cards&cols=documents,annual,initial,introduced,pop,members,pref,system", ""),
        ("cols=annual,pref&view=table", "view=table&cols=pref,annual"),
        ("year=2020-&members=-5&end=..2027-03", "members=-5&year=2020-&end=..2027-03"),
    ];
    for (written, canonical) in addresses {
        assert_eq!(CaseQuery::parse(written).0.to_string(), canonical);
    }
}

fn range() -> impl Strategy<Value = Range> {
    (option::of(0_u64..3_000_000_000), option::of(0_u64..3_000_000_000))
        .prop_filter_map("a range", |(a, b)| {
            Range::new(a.min(b).or(a), if a.is_some() { a.max(b).filter(|_| b.is_some()) } else { b })
        })
}

fn month_range() -> impl Strategy<Value = MonthRange> {
    (option::of(generate::year_month()), option::of(generate::year_month()))
        .prop_filter_map("months in order", |(from, to)| MonthRange::new(from, to))
}

fn set<T: Ord + std::fmt::Debug>(
    value: impl Strategy<Value = T>,
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = Set<T>> {
    vec(value, count).prop_map(|values| values.into_iter().collect())
}

fn filter() -> impl Strategy<Value = CaseFilter> {
    let terms = (
        set(generate::term::<Domain>(), 0..3),
        set(generate::system_type(), 0..4),
        set(generate::prefecture(), 0..20),
        set(generate::term::<Answer>(), 0..3),
        set(generate::term::<Answer>(), 0..3),
        set(generate::term::<StatusAnswer>(), 0..4),
        select(ScopeFilter::ALL.to_vec()),
        set(generate::term::<LeadKind>(), 0..4),
        set(generate::benefit(), 0..3),
        set(generate::term::<Has>(), 0..2),
    );
    let names = (generate_text(), set(generate::text(), 0..3), set(generate::text(), 0..3));
    let ranges = (
        option::of(range()),
        option::of(range()),
        option::of(range()),
        option::of(range()),
        option::of(range()),
        option::of(range()),
        option::of(month_range()),
    );
    let places = set(generate::prefecture(), 0..3);
    (terms, names, ranges, places).prop_map(|(terms, names, ranges, partner)| CaseFilter {
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
        ..CaseFilter::default()
    })
}

fn generate_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), generate::text()]
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
    let shown = (1_u32..100, select(PerPage::ALL.to_vec()), generate::term::<View>());
    let columns = set(generate::term::<CaseColumn>(), 1..6).prop_filter_map("columns", Columns::new);
    (filter(), option::of(near()), option::of(sort()), shown, option::of(columns)).prop_map(
        |(filter, near, sort, (page, per, view), columns)| {
            let mut query = CaseQuery { filter, per, view, ..CaseQuery::default() };
            query.set_near(near);
            query.sort = sort.unwrap_or(query.sort);
            query.page = Page::new(page).unwrap();
            query.columns = columns.unwrap_or_default();
            query
        },
    )
}

/// The filter's conditions one by one.
fn single_conditions(filter: &CaseFilter) -> Vec<CaseFilter> {
    let none = || CaseFilter { scope: ScopeFilter::All, ..CaseFilter::default() };
    let all = filter.clone();
    vec![
        CaseFilter { text: all.text, ..none() },
        CaseFilter { domain: all.domain, ..none() },
        CaseFilter { system: all.system, ..none() },
        CaseFilter { pref: all.pref, ..none() },
        CaseFilter { subsidy: all.subsidy, ..none() },
        CaseFilter { spec: all.spec, ..none() },
        CaseFilter { status: all.status, ..none() },
        CaseFilter { scope: all.scope, ..none() },
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
    ]
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
        filter in filter(),
    ) {
        let index = SearchIndex::new(&snapshot, None, &[], normalize);
        let mut expected: BTreeSet<usize> = (0..snapshot.cases.len()).collect();
        for single in single_conditions(&filter).iter().rev() {
            let rows: BTreeSet<usize> = rows(&snapshot, &index, single).into_iter().collect();
            expected.retain(|row| rows.contains(row));
        }
        prop_assert_eq!(rows(&snapshot, &index, &filter), expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_choice_gives_the_number_that_stands_beside_it(snapshot in generate::snapshot(), filter in filter()) {
        let index = SearchIndex::new(&snapshot, None, &[], normalize);
        let matches = Matches::new(&snapshot, &index, &filter);
        let counts = matches.counts(&snapshot.cases, Facet::Domain, |case| [case.domain()]);
        for &domain in Domain::ALL {
            let chosen = CaseFilter { domain: [domain].into(), ..filter.clone() };
            let count = counts.get(&domain).copied().unwrap_or(0);
            prop_assert_eq!(rows(&snapshot, &index, &chosen).len(), count);
        }
        let total = matches.selection_without(&snapshot.cases, Facet::Domain).len();
        prop_assert_eq!(counts.values().sum::<usize>(), total);
    }

    #[test]
    fn sorting_loses_nothing_and_puts_the_unknown_last(snapshot in generate::snapshot(), sort in sort()) {
        let all = Matches::new(&snapshot, &SearchIndex::default(), &CaseFilter {
            scope: ScopeFilter::All,
            ..CaseFilter::default()
        });
        let sorted = sort.apply(&snapshot, all.selection(&snapshot.cases));
        let mut rows = sorted.rows().to_vec();
        rows.sort_unstable();
        prop_assert_eq!(rows, (0..snapshot.cases.len()).collect::<Vec<_>>());

        if sort.key == SortKey::Members {
            let counts: Vec<Option<u32>> = sorted.iter().map(|case| case.participants_count().known()).collect();
            let known: Vec<u32> = counts.iter().flatten().copied().collect();
            prop_assert!(counts[..known.len()].iter().all(Option::is_some));
            let mut expected = known.clone();
            expected.sort_unstable();
            if sort.to_string().starts_with('-') {
                expected.reverse();
            }
            prop_assert_eq!(known, expected);
        }
    }
}
