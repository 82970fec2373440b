//! Addresses that programs on the way have changed: each shows what was meant, and none that is right changes.

use joint_procurement_core::query::{
    CaseFilter, CaseQuery, FiguresQuery, TRACKING_ENDS, TRACKING_NAMES, TRACKING_STARTS, cleaned,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::published;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;

use crate::query_properties::query;

/// Gives what an address below the site's base shows, as the site writes it.
fn shown(address: &str) -> String {
    let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Address::from_path("/", &format!("/{path}"), query, fragment).unwrap().path()
}

/// Each kind with what is meant.
const MANGLED: &[(&str, &str)] = &[
    ("cases/?pref=27&amp;subsidy=yes", "cases/?pref=27&subsidy=yes"),
    ("cases/?pref=27&amp;amp;subsidy=yes&amp;sort=title", "cases/?pref=27&subsidy=yes&sort=title"),
    ("cases/?pref=27%26subsidy=yes", "cases/?pref=27&subsidy=yes"),
    ("cases/?pref=27%26subsidy%3Dyes%26scope%3Dall", "cases/?pref=27&subsidy=yes&scope=all"),
    ("cases/?pref=27%2526subsidy%253Dyes", "cases/?pref=27&subsidy=yes"),
    ("cases/?q%3D%E9%9B%BB%23%26pref%3D27", "cases/?q=%E9%9B%BB%23&pref=27"),
    ("cases/?pref=（２７）", "cases/?pref=27"),
    ("cases/?pref=27%26amp%3Bsubsidy=yes", "cases/?pref=27&subsidy=yes"),
    ("cases/?pref=27;subsidy=yes", "cases/?pref=27&subsidy=yes"),
    ("cases/?pref%3D27%26subsidy%3Dyes", "cases/?pref=27&subsidy=yes"),
    ("cases/?pref%253D27", "cases/?pref=27"),
    ("cases/%3Fpref=27", "cases/?pref=27"),
    ("cases/%3Fpref%3D27", "cases/?pref=27"),
    ("cases/%253Fpref%253D27", "cases/?pref=27"),
    ("cases%3Fpref=27", "cases/?pref=27"),
    ("cases/%3Fpref=27?utm_source=x&subsidy=yes", "cases/?pref=27&subsidy=yes"),
    ("cases/&pref=27", "cases/?pref=27"),
    ("cases/&utm_source=mail", "cases/"),
    ("cases/??pref=27", "cases/?pref=27"),
    ("cases/?&&pref=27&", "cases/?pref=27"),
    ("cases/?pref=27?utm_source=x", "cases/?pref=27"),
    ("cases/?pref=27?subsidy=yes", "cases/?pref=27&subsidy=yes"),
    ("cases/?pref=27。", "cases/?pref=27"),
    ("cases/?pref=27%E3%80%82", "cases/?pref=27"),
    ("cases/?pref=27)", "cases/?pref=27"),
    ("cases/?pref=27).", "cases/?pref=27"),
    ("cases/?pref=27%22%3E", "cases/?pref=27"),
    ("cases/?pref=27」をご覧ください", "cases/?pref=27"),
    ("cases/?pref=27,", "cases/?pref=27"),
    ("cases/?pref=27/", "cases/?pref=27"),
    ("cases/?pref=%2227%22", "cases/?pref=27"),
    ("cases/?pref=27%0A", "cases/?pref=27"),
    ("cases/?pref=27%E2%80%8B", "cases/?pref=27"),
    ("cases/?pref=27%23results", "cases/?pref=27"),
    ("cases/?pref=%EF%BC%92%EF%BC%97", "cases/?pref=27"),
    ("cases/?pref=２７、２８&members=１０-", "cases/?pref=27,28&members=10-"),
    ("cases/?pref=27%2C28", "cases/?pref=27%2C28"),
    ("cases/?pref=27%252C28", "cases/?pref=27,28"),
    ("cases/?pref=1", "cases/?pref=01"),
    ("cases/?pref=1,27, 2&partner=3", "cases/?pref=01,27,02&partner=03"),
    ("cases/?PREF=27&Subsidy=YES", "cases/?pref=27&subsidy=yes"),
    ("cases/?end=2024-01..)", "cases/?end=2024-01.."),
    ("cases/?end=..2024-01&sort=-title", "cases/?end=..2024-01&sort=-title"),
    ("cases/?q=%25E9%259B%25BB%25E5%25AD%2590", "cases/?q=%E9%9B%BB%E5%AD%90"),
    ("cases/?q=RPA%2520AI", "cases/?q=RPA%20AI"),
    ("cases/?q=電子)&pref=27", "cases/?q=%E9%9B%BB%E5%AD%90&pref=27"),
    ("cases/?q=電子?utm_source=x", "cases/?q=%E9%9B%BB%E5%AD%90"),
    ("cases/?q=電子%26pref=27", "cases/?q=%E9%9B%BB%E5%AD%90&pref=27"),
    ("cases/?vendor=%25E5%25AF%258C%25E5%25A3%25AB", "cases/?vendor=%E5%AF%8C%E5%A3%AB"),
    ("cases/?pref=27#:~:text=%E5%A4%A7%E9%98%AA", "cases/?pref=27"),
    ("cases/?pref=27#results:~:text=x", "cases/?pref=27#results"),
    ("cases/?pref=27%", "cases/?pref=27"),
    ("cases/%23results", "cases/"),
    ("cases/。", "cases/"),
    ("cases/)", "cases/"),
    ("cases/%E3%80%8D", "cases/"),
    ("cases/%20", "cases/"),
    ("prefectures/27/）。", "prefectures/27/"),
    ("faq.", "faq/"),
    ("。", ""),
    ("%3Fpref=27", "?pref=27"),
    ("//cases//", "cases/"),
    ("prefectures//27/index.html", "prefectures/27/"),
    ("compare/?ids=31-e-bidding-2020&utm_source=teams", "compare/?ids=31-e-bidding-2020"),
    ("prefectures/?domain=tools&fbclid=trial", "prefectures/?domain=tools"),
    ("nothing/at/all/?fbclid=1", "nothing/at/all"),
];

#[test]
fn a_mangled_address_shows_what_is_meant() {
    for (mangled, meant) in MANGLED {
        assert_eq!(shown(mangled), *meant, "{mangled}");
        assert_eq!(shown(meant), *meant, "{meant}: written so it stays");
        let in_file = Address::from_fragment(&format!("#/{mangled}")).unwrap();
        if !matches!(in_file.route, Route::NotFound(_)) {
            assert_eq!(in_file.path(), *meant, "{mangled} in the edition in one file");
        }
    }
}

#[test]
fn what_a_reader_may_have_meant_is_not_mended() {
    // A value that is wrong is told; a text that is searched for may hold any mark.
    for query in [
        "pref=99",
        "pref=大阪",
        "pref=大阪27",
        "pref=27/28",
        "pref=27) see",
        "q=電子。",
        "q=what?",
        "q=what?now",
        "q=a=b",
        "q=a;b",
        "q=電子(共同)",
        "q=100%25",
        "q=A%26pref%3D27",
        "q=5%2582",
        "q=a+b",
        "vendor=A%252CB,C%2525",
        "colour=red",
        "colour",
        "q=&domain=",
        "domain=services&domain=tools",
        "q=%ff%fe",
        "%",
        "lang=en&pref=27",
    ] {
        assert_eq!(cleaned(query), query);
    }
}

#[test]
fn names_by_which_others_count_clicks_are_none_of_ours() {
    let known = "utm_source=a&utm_medium=b&utm_campaign=c&utm_id=d&fbclid=1&gclid=1&gclsrc=1&gbraid=1&wbraid=1&dclid=1\
        &msclkid=1&yclid=1&ysclid=1&twclid=1&ttclid=1&li_fat_id=1&igshid=1&igsh=1&mkt_tok=1&_hsenc=1&_hsmi=1&vero_id=1\
        &oly_anon_id=1&oly_enc_id=1&_ga=1&_gl=1*2*3&mc_cid=1&mc_eid=1&si=1&UTM_Source=x&__s=1&utm_source&fbclid";
    assert_eq!(cleaned(known), "");
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..200 {
        let written = query().new_tree(&mut runner).unwrap().current().to_string();
        for key in written.split('&').filter_map(|pair| Some(pair.split_once('=')?.0)) {
            assert!(!TRACKING_NAMES.contains(&key), "{key}");
            assert!(!TRACKING_STARTS.iter().any(|start| key.starts_with(start)), "{key}");
            assert!(!TRACKING_ENDS.iter().any(|end| key.ends_with(end)), "{key}");
        }
    }
    for key in ["ids", "rows", "columns", "measure", "lang", "snapshot", "source", "open", "embed"] {
        assert_eq!(cleaned(&format!("{key}=a")), format!("{key}=a"));
    }
}

#[test]
fn the_script_that_looks_at_the_address_before_knows_the_same_names() {
    let script = include_str!("../../../../assets/theme.js");
    let starts = TRACKING_STARTS.join("|").replace('.', "\\.");
    let [names, ends] = [TRACKING_NAMES, TRACKING_ENDS].map(|it| it.join("|"));
    let expected = format!("/^(?:lang|embed|{names})(?:=|$)|^(?:{starts})|^[^=]*(?:{ends})(?:=|$)/i;");
    assert!(script.contains(&expected), "assets/theme.js wants {expected}");
}

/// Gives the query without percent signs in its texts: escapes of letters are nothing that anybody types.
fn written(mut query: CaseQuery) -> String {
    let without = |text: &String| text.replace('%', "");
    let CaseFilter { text, vendor, product, .. } = &mut query.filter;
    *text = without(text);
    for names in [vendor, product] {
        *names = names.iter().map(without).filter(|name| !name.is_empty()).collect();
    }
    query.to_string()
}

proptest! {
    #[test]
    fn a_query_that_the_site_has_written_stays_as_it_is(query in query().boxed()) {
        let written = written(query);
        prop_assert_eq!(cleaned(&written), written);
    }

    #[test]
    fn a_table_that_the_site_has_written_stays_as_it_is(
        query in query().boxed(),
        rows in select(vec!["system", "pref", "year", "pop"]),
    ) {
        let (query, _) = FiguresQuery::parse(&format!("rows={rows}&columns=subsidy&measure=staff&{}", written(query)));
        let written = query.to_string();
        prop_assert_eq!(cleaned(&written), written);
    }

    #[test]
    fn what_was_mended_stays_so(text in "([a-zA-Z_]{1,4}|q|pref|utm_x)[=?&;%]{0,3}[^#]{0,30}") {
        let once = cleaned(&text);
        prop_assert_eq!(cleaned(&once), once);
    }

    #[test]
    fn marks_of_a_text_around_an_address_change_nothing(
        query in query().boxed(),
        mark in select(vec!["。", "」", "、", ")", "）", "%22", "%3E", "&utm_source=x", "?fbclid=1", "&amp;gclid=1"]),
    ) {
        // Behind what is searched for, a mark may be meant.
        let written = CaseQuery { filter: Default::default(), ..query }.to_string();
        prop_assume!(!written.is_empty());
        prop_assert_eq!(cleaned(&format!("{written}{mark}")), written);
    }

    #[test]
    fn no_path_is_mended_that_leads_to_a_page(route in select(Route::all(&published().snapshot)), mark in "[。)」 ]{0,2}") {
        let path = format!("/{}", route.path());
        prop_assert_eq!(Address::from_path("/", &path, "", ""), Some(route.clone().into()));
        let marked = Address::from_path("/", &format!("{path}{mark}"), "", "");
        prop_assert_eq!(marked.map(|it| it.route), Some(route));
    }
}
