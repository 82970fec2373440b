//! The words of every page and file of the survey.

use joint_procurement::content::{
    self, Block, Later, OfCase, PageContent, Section, case_csv, cases_csv, compare,
};
use joint_procurement_core::domain::{CaseDetail, CaseId, Term};
use joint_procurement_core::export::{CsvTable, case_json};
use joint_procurement_core::query::{CompareQuery, Selection};
use joint_procurement_core::routes::Route;
use joint_procurement_snapshot::site::pages::Pages;

use super::{CASES, survey};
use crate::program::{contents, snapshot};
use crate::written::pages_of_catalog;

/// Puts the parts that come with files of their own in their places.
fn whole(blocks: Vec<Block>) -> Vec<Block> {
    let published = &survey().published;
    let (snapshot, details) = (&published.snapshot, &published.details);
    let of = |block: Block| match block {
        Block::Later(Later::OfDetails(part)) => whole(part.blocks(snapshot, details)),
        Block::Later(Later::OfMunicipalities(part)) => {
            whole(part.blocks(snapshot, &published.municipalities, ""))
        }
        Block::Later(Later::OfCase(part)) => {
            whole(part.blocks(snapshot, detail(part), Some(&published.municipalities)))
        }
        Block::Later(Later::Funding(system)) => {
            let funding = published.funding.iter();
            let of = |funding| content::funding(snapshot, funding, system.as_ref());
            whole(funding.flat_map(of).collect())
        }
        Block::Section(section) => vec![Block::Section(whole_section(section))],
        Block::FactGroup(section) => vec![Block::FactGroup(whole_section(section))],
        other => vec![other],
    };
    blocks.into_iter().flat_map(of).collect()
}

fn whole_section(section: Section) -> Section {
    Section { blocks: whole(section.blocks.clone()), ..section }
}

fn detail(part: OfCase) -> Option<&'static CaseDetail> {
    let published = &survey().published;
    CaseDetail::find(&published.details, published.snapshot.cases.row(part.row).id())
}

fn page(route: &Route) -> PageContent {
    let survey = survey();
    let mut page = content::of_route(&survey.published.snapshot, &survey.catalog, None, route);
    page.blocks = whole(page.blocks);
    page
}

fn rows(file: CsvTable) -> String {
    format!("{:?} {:?}", file.header, file.rows)
}

/// Everything that is said, by where.
fn said() -> Vec<(String, String)> {
    let survey = survey();
    let published = &survey.published;
    let snapshot_of = &published.snapshot;
    let all = Selection::all(&snapshot_of.cases);
    let pages: Pages = pages_of_catalog(published.clone(), survey.catalog.clone());
    let mut said = vec![("the file of cases".to_owned(), rows(cases_csv(snapshot_of, &all)))];
    for route in Route::all(snapshot_of) {
        let content = page(&route);
        let words =
            format!("{} {} {} {}", content.title, content.heading, content.lead.plain(), content.words());
        said.push((route.path(), words));
        let written = pages.page(&route, None).unwrap();
        said.push((
            format!("{} as sent", route.path()),
            format!("{} {} {} {}", written.title, written.description, written.linked_data, written.body),
        ));
    }
    for case in snapshot_of.cases.iter() {
        let detail = CaseDetail::find(&published.details, case.id()).unwrap();
        said.push((
            format!("{} as CSV", case.id()),
            rows(case_csv(snapshot_of, case, detail, Some(&published.municipalities))),
        ));
        said.push((format!("{} as JSON", case.id()), case_json(snapshot_of, case, detail)));
    }
    let ids: Vec<CaseId> = snapshot_of.cases.iter().take(4).map(|case| case.id().clone()).collect();
    let query = CompareQuery::new(ids);
    let compared = compare(snapshot_of, &query, &[], Some(&published.details));
    said.push(("the comparison".to_owned(), rows(compared.comparison.unwrap().table().to_csv())));
    let data = survey.workshop.data();
    said.push(("stats".to_owned(), snapshot(&["stats".as_ref(), data.as_os_str()]).out));
    said
}

#[test]
fn nothing_is_said_of_public_sources() {
    for (place, words) in said() {
        for wrong in ["公開情報", "公開資料", "資料に書かれた", "効果・ねらい"] {
            let found = words.find(wrong).map(|at| {
                let around: String = words[..at].chars().rev().take(40).collect();
                around.chars().rev().chain(words[at..].chars().take(40)).collect::<String>()
            });
            assert_eq!(found, None, "{place}");
        }
    }
}

#[test]
fn pages_say_which_shared_services_they_leave_out() {
    let sentence = "ほかに県等のシステムを利用する事例が1件あり、件数には含みません。";
    let says = |route: Route| page(&route).lead.plain().contains(sentence);
    let system = |slug: &str| Route::System(slug.parse().unwrap());
    let prefecture = |code: &str| Route::Prefecture(code.parse().unwrap());
    assert!(says(system("security-cloud")) && says(prefecture("31")));
    assert!(!says(system("rpa")) && !says(prefecture("13")));
}

#[test]
fn a_case_that_is_withheld_is_nowhere() {
    let withheld = CASES.lines().find(|line| line.contains("\"withheld\": true")).unwrap();
    assert!(withheld.contains("40-withheld-2020"));
    for (place, words) in said() {
        assert!(!words.contains("掲載を希望しない見本") && !words.contains("40-withheld-2020"), "{place}");
    }
    for (path, bytes) in contents(&survey().workshop.data()) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("40-withheld-2020"), "{}", path.display());
    }
}

#[test]
fn a_case_says_whom_to_call_and_what_its_size_rests_on() {
    let said = page(&Route::Case("01-digital-library-2023".parse().unwrap())).words();
    for expected in [
        "見本部情報課",
        "担当部署の電話番号：",
        "011-000-0000（内線 12）",
        "担当部署のメールアドレス：",
        "joho@pref.example.lg.jp",
        "123万人（調査への回答）",
        "9,876人（調査への回答）",
        "1,000万円以上5,000万円未満",
        "職員が実感したメリット",
        "この事例の内容は、都道府県への調査（2026年9月30日時点）への回答によります。",
    ] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    let derived = page(&Route::Case("13-rpa-2022".parse().unwrap())).words();
    assert!(derived.contains("（参加自治体の合計）") && !derived.contains("（調査への回答）"), "{derived}");
    let missing = page(&Route::Case("32-online-application-2026".parse().unwrap())).words();
    assert!(missing.contains("担当部署のメールアドレス：") && missing.contains("非掲載希望"), "{missing}");
}

#[test]
fn the_files_tell_stated_sizes_from_sums() {
    let published = &survey().published;
    let file = cases_csv(&published.snapshot, &Selection::all(&published.snapshot.cases));
    let column = |name: &str| file.header.iter().position(|it| it == name).unwrap();
    let (id, basis) = (column("事例番号"), column("人口規模の根拠"));
    let rests_on = |of: &str| file.rows.iter().find(|row| row[id] == of).unwrap()[basis].as_str();
    assert_eq!(rests_on("01-digital-library-2023"), "調査への回答");
    assert_eq!(rests_on("13-rpa-2022"), "参加自治体の合計");
    assert_eq!(rests_on("32-online-application-2026"), "未回答");
    assert_eq!(rests_on("01-e-bidding-2020"), "不明");
    let upper = column("初期費用の上限（円）");
    let highest = file.rows.iter().find(|row| row[id] == "27-online-application-2021").unwrap();
    assert_eq!(highest[upper], "上限なし");
    assert!(file.header.contains(&"職員が実感したメリット".to_owned()), "{:?}", file.header);
    let form = published.snapshot.cases.iter().find_map(|case| case.form().known()).unwrap();
    assert!(!form.ja().is_empty());
}
