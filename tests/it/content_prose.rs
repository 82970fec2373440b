//! The pages that explain: every link leads somewhere, and every figure is that of the snapshot.

use std::collections::BTreeSet;

use joint_procurement::content::{self, Block, PageContent, Question, SiteFacts, Target};
use joint_procurement_core::domain::{CostBasis, Maintainer, Scope, Snapshot, SnapshotKind};
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex, Selection};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::Summary;
use joint_procurement_core::text::cases;
use joint_procurement_testing::{data_folder, published};

use crate::kinds::{catalog, of_kind};
use crate::sources::root;

const KINDS: [SnapshotKind; 3] = [SnapshotKind::Compiled, SnapshotKind::Official, SnapshotKind::Synthetic];

fn pages(snapshot: &Snapshot) -> [PageContent; 2] {
    [content::about(snapshot), content::faq(snapshot)]
}

/// The ids of the parts of a page that links may lead to.
fn ids_of(route: &Route, snapshot: &Snapshot) -> Vec<String> {
    let page = match route {
        Route::Overview => content::overview(snapshot),
        Route::About => content::about(snapshot),
        Route::MaintainerGuide => content::maintainer_guide(snapshot),
        Route::Faq => content::faq(snapshot),
        Route::Data => content::data(snapshot, &catalog()),
        _ => return Vec::new(),
    };
    page.ids().into_iter().map(str::to_owned).collect()
}

/// Tells why a link leads nowhere, or somewhere else than it says.
fn problem(to: &Target, snapshot: &Snapshot) -> Option<String> {
    let address = match to {
        Target::External(url) => return (!url.as_str().starts_with("https://")).then(|| url.to_string()),
        Target::File(path) => {
            let file = data_folder().join(path.strip_prefix("data/")?);
            return (!file.is_file()).then(|| path.clone());
        }
        Target::Internal(address) => address,
    };
    let Address { route, query, card } = address;
    let exists = match route {
        Route::NotFound(_) => false,
        Route::Case(id) => snapshot.cases.find(id).is_some(),
        Route::System(slug) => snapshot.system_type(slug).is_some(),
        _ => true,
    };
    let (read, mut problems) = CaseQuery::parse(query);
    let (read, unknown) = read.known_in(snapshot);
    problems.extend(unknown);
    let there = Route::parse(&route.path()) == *route && exists;
    let part = card.is_empty() || ids_of(route, snapshot).contains(card);
    let understood = problems.is_empty() && read.to_string() == *query;
    (!there || !part || !understood).then(|| address.path())
}

#[test]
fn every_link_leads_somewhere() {
    for kind in KINDS {
        let snapshot = of_kind(kind);
        for page in pages(&snapshot) {
            let problems: Vec<_> = page.links().into_iter().filter_map(|to| problem(to, &snapshot)).collect();
            assert_eq!(problems, Vec::<String>::new(), "{}", page.heading);
            // Brackets and braces that are left are links without a target and names without a value.
            assert!(!page.words().contains(['[', ']', '{', '}']), "{}", page.words());
        }
    }
}

#[test]
fn a_list_that_a_link_promises_is_not_empty() {
    let snapshot = published().snapshot;
    for page in pages(&snapshot) {
        let mut lists = 0;
        for to in page.links() {
            let Target::Internal(Address { route: Route::Cases, query, .. }) = to else { continue };
            let (query, _) = CaseQuery::parse(query);
            let matches = Matches::new(&snapshot, &SearchIndex::default(), &query.filter);
            assert!(!matches.selection(&snapshot.cases).is_empty(), "{query}");
            lists += 1;
        }
        assert!(lists > 3, "{}: {lists}", page.heading);
    }
}

#[test]
fn ids_are_unique() {
    let snapshot = published().snapshot;
    for page in pages(&snapshot) {
        let ids = page.ids();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    }
}

/// The sections of a page, those within sections too.
fn sections(blocks: &[Block]) -> Vec<&content::Section> {
    let sections = blocks.iter().filter_map(|block| match block {
        Block::Section(section) => Some(section),
        _ => None,
    });
    sections.flat_map(|section| std::iter::once(section).chain(self::sections(&section.blocks))).collect()
}

#[test]
fn alone_and_together_are_compared_in_five_rows() {
    let page = content::about(&published().snapshot);
    let sections = sections(&page.blocks);
    let comparison = sections.iter().find(|section| section.id == "comparison").unwrap();
    let Block::Table(table) = &comparison.blocks[0] else { panic!("no table") };
    assert_eq!(
        table.columns.iter().map(|it| it.name.as_str()).collect::<Vec<_>>()[1..],
        ["単独調達", "共同調達"]
    );
    let rows: Vec<String> = table.rows.iter().map(|row| row[0].value()).collect();
    assert_eq!(rows, ["調整", "費用", "事務体制", "専門性・ノウハウ", "情報・データ"]);
    assert!(table.to_csv().rows.iter().flatten().all(|cell| !cell.is_empty()));
}

#[test]
fn each_kind_of_reader_has_four_steps_with_links() {
    let page = content::about(&published().snapshot);
    let sections = sections(&page.blocks);
    let guides: Vec<_> = sections.iter().filter(|section| section.id.starts_with("for-")).collect();
    assert_eq!(guides.len(), 4);
    for guide in guides {
        let [Block::Prose(blocks)] = guide.blocks.as_slice() else { panic!("{}", guide.id) };
        let [Block::Steps(steps)] = blocks.as_slice() else { panic!("{}", guide.id) };
        assert_eq!(steps.len(), 4);
        assert!(blocks[0].links().len() >= 3, "{}", guide.id);
    }
}

/// The questions of a page, in its order.
fn questions(page: &PageContent) -> Vec<&Question> {
    let blocks = sections(&page.blocks).into_iter().flat_map(|section| &section.blocks);
    let questions = blocks.flat_map(|block| match block {
        Block::Questions(questions) => questions.as_slice(),
        _ => &[],
    });
    questions.collect()
}

#[test]
fn every_question_is_answered_with_a_link() {
    let page = content::faq(&published().snapshot);
    let questions = questions(&page);
    assert!(questions.len() >= 14);
    for question in questions {
        assert!(question.answer.iter().any(|block| !block.links().is_empty()), "{}", question.id);
    }
}

#[test]
fn parts_that_were_ever_linked_are_there() {
    let links = std::fs::read_to_string(root().join("tests/e2e/published-links.tsv")).unwrap();
    for kind in KINDS {
        for (page, path) in pages(&of_kind(kind)).iter().zip(["about/#", "faq/#"]) {
            let ids = page.ids();
            let linked: BTreeSet<_> = links
                .lines()
                .filter_map(|link| link.strip_prefix(path))
                .filter(|id| !id.contains('\t'))
                .collect();
            assert!(linked.len() > 5, "{path} is not in the list");
            for id in linked {
                assert!(ids.contains(&id), "{path}{id} is gone; a part of a page keeps its id");
            }
        }
    }
}

#[test]
fn what_the_data_lack_is_not_said() {
    let mut snapshot = published().snapshot;
    snapshot.meta.credits.clear();
    let [about, faq] = pages(&snapshot).map(|page| page.words());
    assert!(!about.contains("人口規模\n") && !about.contains("職員規模\n") && !about.contains("出典：\n"));
    assert!(!faq.contains("普通会計") && faq.contains("この時点の値を足しています。"));

    let mut snapshot = published().snapshot;
    for credit in &mut snapshot.meta.credits {
        credit.text = credit.text.replace("普通会計", "全会計");
    }
    let [about, faq] = pages(&snapshot).map(|page| page.words());
    assert!(about.contains("職員規模\n") && !about.contains("普通会計の職員だけ"));
    assert!(faq.contains("全会計") && !faq.contains("普通会計の職員だけ"));
}

/// Where no source says that none was used, 「0件」 would read as if all the others had used one.
#[test]
fn subsidies_are_said_to_be_absent_only_where_a_source_says_so() {
    let snapshot = published().snapshot;
    let counts = SiteFacts::of(&snapshot).summary.by_subsidy;
    let words = content::faq(&snapshot).words();
    assert_eq!(words.contains(&format!("使っていないと分かる事例は{}", cases(counts.no))), counts.no > 0);
    assert_eq!(words.contains(&format!("ほかの{}は未確認です", cases(counts.unknown))), counts.no == 0);
}

#[test]
fn figures_are_those_of_the_snapshot() {
    let snapshot = published().snapshot;
    let facts = SiteFacts::of(&snapshot);
    let joint = Selection::all(&snapshot.cases).filter(|case| case.is_joint());
    let with_prefecture = joint.clone().filter(|case| case.scope() == Scope::Prefecture);
    let rows: Vec<_> = with_prefecture.iter().map(|case| case.to_case()).collect();
    let with_costs: Vec<_> = rows.iter().filter(|case| case.cost_basis.is_some()).collect();
    assert_eq!(facts.summary, Summary::of(&with_prefecture));
    assert_eq!(facts.summary.total + facts.municipal, joint.len());
    assert_eq!((facts.costs.known, facts.costs.total), (with_costs.len(), rows.len()));
    let budgets = with_costs.iter().filter(|case| case.cost_basis == Some(CostBasis::Budget));
    assert_eq!(facts.budgets, budgets.count());
    assert_eq!(facts.documents, rows.iter().filter(|case| case.document_kinds.is_known()).count());
    assert_eq!(facts.savings, rows.iter().filter(|case| case.savings.is_known()).count());
    assert_eq!(facts.years.known, facts.summary.by_year.sum());
    assert_eq!(facts.leads().iter().map(|(_, cases)| cases).sum::<usize>(), rows.len());

    let [about, faq] = pages(&snapshot).map(|page| page.words());
    for count in [facts.summary.total, facts.municipal, facts.costs.known, facts.documents, facts.budgets] {
        assert!(about.contains(&cases(count)), "{count}");
        assert!(faq.contains(&cases(count)), "{count}");
    }
}

#[test]
fn no_figure_is_typed_in() {
    let mut snapshot = published().snapshot;
    snapshot.cases = joint_procurement_core::domain::CaseTable::new(Vec::new(), &[]);
    for page in pages(&snapshot) {
        let words = page.words();
        let numbers = words.match_indices('件').filter_map(|(at, _)| {
            let before = words[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
            words[before.len()..at].parse::<u32>().ok()
        });
        // 「3件に参加する自治体」 is an example, 「1件と数え」 a rule.
        let typed: BTreeSet<u32> = numbers.filter(|number| *number > 0).collect();
        assert!(typed.is_subset(&[1, 3].into()), "{typed:?}");
    }
}

#[test]
fn words_follow_the_kind_of_data() {
    for kind in KINDS {
        let [about, faq] = pages(&of_kind(kind)).map(|page| page.words());
        let compiled = kind == SnapshotKind::Compiled;
        for words in [&about, &faq] {
            assert_eq!(words.contains("公開資料で確認できた"), compiled, "{kind:?}");
            assert_eq!(words.contains("公開情報で未確認"), compiled, "{kind:?}");
            assert_eq!(words.contains("架空"), kind == SnapshotKind::Synthetic, "{kind:?}");
            assert_eq!(words.contains("職員が実感したメリット"), kind == SnapshotKind::Official, "{kind:?}");
        }
    }
}

#[test]
fn what_a_maintainer_has_not_set_is_said() {
    let mut snapshot = published().snapshot;
    snapshot.meta.maintainer = Maintainer::default();
    snapshot.meta.update_note = String::new();
    let unset = content::faq(&snapshot).words();
    assert!(unset.contains("運営者は未設定です") && unset.contains("更新の予定は未設定です"));
    assert!(unset.contains("誤りの連絡先は、まだ決まっていません") && !unset.contains("知らせてください"));

    // Names are data: brackets in them are no links.
    snapshot.meta.maintainer =
        Maintainer { name: "共同[調達]会".into(), url: "https://example.jp/".parse().ok(), email: None };
    snapshot.meta.update_note = "毎年4月".into();
    let set = content::faq(&snapshot);
    assert!(set.words().contains("共同[調達]会") && set.words().contains("毎年4月"));
    assert!(!set.words().contains("未設定"));
    assert!(set.links().contains(&&Target::External("https://example.jp/".parse().unwrap())));
    assert!(set.words().contains("知らせてください") && !set.words().contains("誤りの連絡先は"));
    let email = "dx@pref.example.lg.jp".parse().ok();
    snapshot.meta.maintainer = Maintainer { name: "見本県".into(), url: None, email };
    let set = content::faq(&snapshot).words();
    assert!(set.contains("見本県（dx@pref.example.lg.jp）") && set.contains("知らせてください"));
}

#[test]
fn the_day_of_population_and_staff_is_said() {
    for page in pages(&published().snapshot) {
        let words = page.words();
        assert!(words.contains("令和4年1月1日現在") && words.contains("令和5年度 市町村決算カード"));
        assert!(words.contains("普通会計の職員だけ"));
    }
}

/// Every kilobyte is downloaded by phones.
#[test]
fn the_pages_are_short() {
    let [about, faq] = pages(&published().snapshot).map(|page| page.words().len());
    assert!(about <= 9_500, "{about} bytes");
    assert!(faq <= 14_750, "{faq} bytes");
    let guide = content::maintainer_guide(&published().snapshot).words().len();
    assert!(guide <= 9_500, "{guide} bytes");
}
