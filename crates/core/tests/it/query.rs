//! Filters, orders and addresses, in the words of those who use them.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{
    Case, Domain, Fact, LeadKind, Snapshot, SourceClass, Status, Term, YearMonth,
};
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, Matches, QueryProblem, Range, ScopeFilter, SearchIndex, Set,
};
use joint_procurement_core::text::{normalize, organization};
use joint_procurement_testing::{Published, population, published, staff};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The rows that a query shows, in order of id.
pub fn rows(snapshot: &Snapshot, index: &SearchIndex, filter: &CaseFilter) -> Vec<usize> {
    Matches::new(snapshot, index, filter).selection(&snapshot.cases).rows().to_vec()
}

/// The query shows exactly the published joint cases that satisfy the plain condition, and there are some. It asks for
/// no form.
#[track_caller]
fn check(query: &str, expected: impl Fn(&Case) -> bool) {
    let Published { snapshot, municipalities, details, .. } = published();
    let (query, problems) = CaseQuery::parse(query);
    assert_eq!(problems, []);
    let index = SearchIndex::new(&snapshot, Some(&municipalities), &details, normalize);
    let expected = snapshot.cases.iter().filter(|case| case.is_joint() && expected(&case.to_case()));
    let expected: Vec<usize> = expected.map(|case| case.row()).collect();
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
        let prefecture = case.lead_prefecture.to_string();
        of_prefectures(case) && case.domain == Domain::Services && (prefecture == "31" || prefecture == "32")
    });
    check("system=gis&scope=all", |case| case.system_type.as_str() == "gis");
    check("lead=union&scope=all", |case| case.lead_kind == LeadKind::Union);
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
        of_prefectures(case) && shikoku.contains(&case.lead_prefecture.to_string().as_str())
    });
}

#[test]
fn unknown_can_be_asked_for_and_is_not_no() {
    check("subsidy=yes", |case| of_prefectures(case) && case.subsidy_used == Fact::Known(true));
    check("spec=unknown&scope=all", |case| !case.specification_available.is_known());
    check("subsidy=unknown", |case| of_prefectures(case) && !case.subsidy_used.is_known());
    check("spec=yes", |case| of_prefectures(case) && case.specification_available == Fact::Known(true));
    check("status=unknown", |case| of_prefectures(case) && !case.status.is_known());
}

#[test]
fn missing_asks_that_each_named_thing_is_not_known() {
    check("missing=introduced", |case| of_prefectures(case) && !case.introduced.is_known());
    check("missing=form,population&scope=all", |case| !case.form.is_known() && population(case).is_none());
    check("missing=staff&pref=31", |case| {
        of_prefectures(case) && staff(case).is_none() && case.lead_prefecture.to_string() == "31"
    });
    check("missing=participants_names,documents&scope=all", |case| {
        !case.participants.is_known() && !case.document_kinds.is_known()
    });
    // The long texts are not there when cases are selected.
    let (query, problems) = CaseQuery::parse("missing=background,colour");
    assert_eq!(query, CaseQuery::default());
    assert_eq!(problems.len(), 2);
}

#[test]
fn a_class_of_sources_asks_for_one_such_source() {
    let has = |case: &Case, class| case.source_classes.contains(&class);
    check("source=official", |case| of_prefectures(case) && has(case, SourceClass::Official));
    check("source=vendor,personal&scope=all", |case| {
        has(case, SourceClass::Vendor) || has(case, SourceClass::Personal)
    });
}

#[test]
fn has_asks_that_each_named_thing_is_known() {
    check("has=costs", |case| of_prefectures(case) && case.cost_basis.is_some());
    check("has=savings", |case| of_prefectures(case) && case.savings.is_known());
    check("has=participants,documents", |case| {
        of_prefectures(case) && case.participants_count.is_known() && case.document_kinds.is_known()
    });
}

#[test]
fn ranges_include_their_ends_and_leave_out_unknown_values() {
    check("members=19-35", |case| {
        of_prefectures(case) && case.participants_count.known().is_some_and(|it| (19..=35).contains(&it))
    });
    check("pop=-100000&scope=all", |case| population(case).is_some_and(|it| it <= 100_000));
    check("staff=1000-&scope=all", |case| staff(case).is_some_and(|it| it >= 1_000));
    check("initial=100000000-&scope=all", |case| {
        case.initial_cost.known().is_some_and(|it| it.upper().is_none_or(|upper| upper >= 100_000_000))
    });
    check("annual=-50000000&scope=all", |case| {
        case.annual_cost.known().is_some_and(|it| it.lower() <= 50_000_000)
    });
    check("end=2021-01..2022-12&scope=all", |case| {
        case.contract_end.known().is_some_and(|end| end.year == 2021 || end.year == 2022)
    });
}

#[test]
fn a_range_has_the_ends_that_were_asked_for() {
    let filter = CaseQuery::parse("members=5-9&pop=-100000&end=2021-04..").0.filter;
    let ends = |range: Option<Range>| range.map(|it| (it.min(), it.max()));
    assert_eq!(ends(filter.members), Some((Some(5), Some(9))));
    assert_eq!(ends(filter.pop), Some((None, Some(100_000))));
    let months = filter.end.map(|it| (it.from(), it.to()));
    assert_eq!(months, Some((YearMonth::new(2021, Some(4)).ok(), None)));
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
        let named = case.participants.clone().known().unwrap_or_default();
        named.iter().any(|code| code.to_string() == "012025")
    });
}

#[test]
fn vendors_and_products_are_asked_for_by_their_whole_names() {
    let snapshot = published().snapshot;
    let cases: Vec<Case> =
        snapshot.cases.iter().filter(|case| case.is_joint()).map(|case| case.to_case()).collect();
    let stated = |name: fn(&Case) -> Fact<String>| -> BTreeSet<String> {
        cases.iter().filter_map(|case| name(case).known()).collect()
    };
    let vendors = stated(|case| case.vendor.clone());
    let products = stated(|case| case.product.clone());
    assert!(vendors.len() > 20 && products.len() > 20, "the examples show nothing");
    let asked = |key: &str, name: &str| {
        let name = name.replace('%', "%25").replace(',', "%2C");
        format!("{key}={}&scope=all", utf8_percent_encode(&name, NON_ALPHANUMERIC))
    };
    for name in vendors {
        let plain = organization(&name);
        check(&asked("vendor", &name), |case| {
            case.vendor.as_ref().known().is_some_and(|vendor| organization(vendor) == plain)
        });
    }
    for name in products {
        check(&asked("product", &name), |case| case.product == Fact::Known(name.clone()));
    }
}

/// Words of Chinese characters alone, which have one form.
#[test]
fn a_word_is_found_wherever_it_stands() {
    let Published { snapshot, municipalities, details, .. } = published();
    let texts = |case: &Case| {
        let detail = details.iter().find(|it| it.id == case.id).unwrap();
        let row = snapshot.cases.find(&case.id).unwrap();
        let participants = row.certain_participants(&municipalities);
        let mut texts = vec![
            case.title.clone(),
            case.lead_organization.clone(),
            snapshot.prefecture_name(case.lead_prefecture).to_owned(),
            snapshot.system_name(&case.system_type).to_owned(),
        ];
        texts.extend(participants.iter().map(|it| it.name.to_owned()));
        let more = [&case.vendor, &case.product, &case.subsidy_name].map(|it| it.clone().known());
        texts.extend(more.into_iter().chain([detail.background.clone(), detail.process.clone()]).flatten());
        texts
    };
    for words in
        ["電子申請", "図書館", "共同", "鳥取県", "岩美町", "協議会", "電子申請 協議会", "株式会社 共同"]
    {
        check(&format!("q={words}&scope=all"), |case| {
            words.split(' ').all(|word| texts(case).iter().any(|text| text.contains(word)))
        });
    }
}

#[test]
fn a_name_with_a_comma_is_one_name() {
    let (query, problems) = CaseQuery::parse("vendor=A%252CB,C");
    assert_eq!(problems, []);
    assert_eq!(query.filter.vendor, Set::from(["A,B".to_owned(), "C".to_owned()]));
}

#[test]
fn text_search_finds_words_in_every_text_whatever_their_form() {
    let Published { snapshot, municipalities, details, .. } = published();
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
    let query = CaseQuery::parse("system=gis,hoverboard&region=shikoku,atlantis&benefit=expertise,luck").0;
    let (query, problems) = query.known_in(&published().snapshot);
    assert_eq!(query.to_string(), "system=gis&region=shikoku&benefit=expertise");
    let value = |key: &str, value: &str| QueryProblem::Value { key: key.into(), value: value.into() };
    let expected = [value("system", "hoverboard"), value("benefit", "luck"), value("region", "atlantis")];
    assert_eq!(problems, expected);
}

#[test]
fn one_view_has_one_address() {
    let addresses = [
        ("", ""),
        ("scope=prefecture&page=1&per=25&sort=-known", ""),
        ("sort=-introduced", "sort=-introduced"),
        ("sort=known", "sort=known"),
        ("near=8000-120&sort=-known", "near=8000-120&sort=-known"),
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
