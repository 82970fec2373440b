//! The table of the reader's choice: its words, its links and its pictures.

use joint_procurement::content::{
    Block, Card, Figures, PageContent, Picture, Text, figures, figures_choices, figures_questions,
};
use joint_procurement::words;
use joint_procurement_core::domain::{Case, Fact, Scope, Snapshot, Status, Term};
use joint_procurement_core::query::{Dimension, FiguresQuery, FiguresView, Measure, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_core::text::cases;
use joint_procurement_testing::{generate, is_joint, published, rows};
use proptest::prelude::*;
use proptest::sample::select;

use super::content_links::check_links;

fn shown(snapshot: &Snapshot, query: &str) -> Figures {
    let (query, problems) = FiguresQuery::parse(query);
    figures(snapshot, &SearchIndex::default(), None, query, problems)
}

fn card(figures: &Figures) -> Option<&Card> {
    figures
        .page
        .blocks
        .iter()
        .find_map(|block| if let Block::Card(card) = block { Some(&**card) } else { None })
}

/// The texts of the table, heads first.
fn texts(figures: &Figures) -> Vec<Vec<String>> {
    let table = &card(figures).unwrap().table;
    let head = table.columns.iter().map(|it| it.name.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.plain()).collect());
    [head].into_iter().chain(rows).collect()
}

fn check(snapshot: &Snapshot, query: &str) -> Figures {
    let figures = shown(snapshot, query);
    check_links(snapshot, &figures.page);
    let links = figures.conditions.iter().chain(figures.questions.iter().map(|(link, _)| link));
    let links = links.map(|link| Text::from(link.clone())).collect();
    let around = PageContent { blocks: vec![Block::List(links)], ..PageContent::default() };
    check_links(snapshot, &around);
    figures
}

fn counted(snapshot: &Snapshot) -> Vec<Case> {
    rows(snapshot).into_iter().filter(|case| is_joint(case) && case.scope == Scope::Prefecture).collect()
}

#[test]
fn the_year_of_the_data_is_not_over() {
    let mut snapshot = published().snapshot;
    let year = snapshot.cases.iter().filter_map(|case| case.introduction_year()).max().unwrap();
    for (as_of, expected) in [(year, format!("{year}年（途中）")), (year + 1, format!("{year}年"))] {
        snapshot.meta.as_of = format!("{as_of}-06-30").parse().unwrap();
        let names: Vec<String> =
            texts(&check(&snapshot, "rows=year")).into_iter().map(|row| row[0].clone()).collect();
        assert!(names.contains(&expected), "{expected} in {names:?}");
    }
}

#[test]
fn each_number_is_that_of_a_plain_recount() {
    let snapshot = published().snapshot;
    let all = counted(&snapshot);
    let table = texts(&check(&snapshot, "rows=status&columns=subsidy"));
    assert_eq!(table[0][0], "現況");
    let status = |case: &Case| case.status.known().map_or("現況不明", Status::ja);
    let subsidy = |case: &Case| match case.subsidy_used {
        Fact::Known(true) => "利用あり",
        Fact::Known(false) => "利用なし",
        Fact::Missing(_) => "未確認",
    };
    for row in &table[1..] {
        for (head, cell) in table[0].iter().zip(row).skip(1) {
            let of_row = |case: &&Case| row[0] == "合計" || status(case) == row[0];
            let here = all.iter().filter(of_row).filter(|case| head == "合計" || subsidy(case) == head);
            let expected = match here.count() {
                0 => "－".to_owned(),
                count => cases(count),
            };
            assert_eq!(*cell, expected, "{} {head}", row[0]);
        }
    }
}

#[test]
fn a_sum_says_how_many_cases_it_rests_on() {
    let snapshot = published().snapshot;
    let all = counted(&snapshot);
    let known: Vec<u32> = all.iter().filter_map(|case| case.participants_count.known()).collect();
    let figures = check(&snapshot, "columns=none&measure=participants");
    let table = texts(&figures);
    assert_eq!(table[0], ["地方", "延べ参加自治体数"]);
    let sum = joint_procurement_core::text::grouped(known.iter().map(|it| u64::from(*it)).sum());
    let of = format!("{}中{}で判明", cases(all.len()), cases(known.len()));
    assert_eq!(*table.last().unwrap(), ["合計".to_owned(), format!("{sum}団体{of}")]);
    assert!(card(&figures).unwrap().reading.plain().contains(&format!("{of}しています。")));
    assert!(figures.page.words().contains("延べ"));
}

#[test]
fn the_figures_say_what_they_are_made_of() {
    let snapshot = published().snapshot;
    for query in ["rows=system&columns=lead&pref=31", "rows=system&columns=lead&pref=31&view=heatmap"] {
        let figures = check(&snapshot, query);
        let card = card(&figures).unwrap();
        assert_eq!(card.heading, "システム種別と代表団体の種類ごとの件数");
        let words = figures.page.words();
        let as_of = words::date(snapshot.meta.as_of);
        for part in ["都道府県が関わる事例", "都道府県：鳥取県", as_of.as_str(), "合計"] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(figures.title.starts_with("集計表："));
    }
    assert_eq!(shown(&snapshot, "").title, "集計表");
}

#[test]
fn a_picture_has_the_table_of_the_same_rows_beside_it() {
    let snapshot = published().snapshot;
    for &rows in Dimension::ALL {
        for columns in ["none", "system", "year"].into_iter().filter(|it| *it != rows.slug()) {
            let query = |view: &str| format!("rows={}&columns={columns}&view={view}", rows.slug());
            let table = texts(&shown(&snapshot, &query("table")));
            for view in ["heatmap", "bars"] {
                let figures = shown(&snapshot, &query(view));
                assert_eq!(texts(&figures), table);
                let Some(Picture::Chart(chart)) = &card(&figures).unwrap().picture else {
                    panic!("no picture")
                };
                let names = chart.option.json["yAxis"]["data"].as_array().unwrap();
                assert_eq!(names.len(), table.len() - 2, "{}", query(view));
                let data: Vec<_> = chart.option.json["series"].as_array().unwrap().iter().collect();
                let numbers = data.iter().flat_map(|it| it["data"].as_array().unwrap());
                let sum: f64 = numbers.filter_map(|it| it.as_f64().or_else(|| it["value"][2].as_f64())).sum();
                assert_eq!(cases(sum as usize), *table.last().unwrap().last().unwrap(), "{}", query(view));
            }
        }
    }
}

#[test]
fn the_file_holds_the_numbers_bare() {
    let snapshot = published().snapshot;
    let figures = shown(&snapshot, "rows=domain&columns=subsidy");
    let file = card(&figures).unwrap().table.to_csv();
    for (saved, shown) in file.rows.iter().zip(&texts(&figures)[1..]) {
        let bare = shown.iter().map(|text| text.trim_end_matches('件').replace('－', ""));
        assert_eq!(*saved, bare.collect::<Vec<_>>());
    }
}

#[test]
fn prefectures_are_not_put_in_an_order() {
    let snapshot = published().snapshot;
    for query in ["rows=pref&columns=none", "rows=pref", "columns=pref", "rows=pref&columns=region"] {
        let reading = card(&shown(&snapshot, query)).unwrap().reading.plain();
        let names = snapshot.prefectures.prefectures.iter().filter(|it| it.name != "北海道");
        assert!(names.clone().all(|it| !reading.contains(&it.name)), "{query}: {reading}");
    }
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_is_shown() {
    let snapshot = published().snapshot;
    let figures = shown(&snapshot, "rows=colour&measure=yen&columns=lead&region=atlantis");
    let words = figures.page.words();
    for part in ["「rows」の値「colour」", "「measure」の値「yen」", "「region」の値「atlantis」"]
    {
        assert!(words.contains(part), "{words}");
    }
    assert_eq!(figures.query.to_string(), "columns=lead");
    assert!(card(&figures).is_some());
}

#[test]
fn an_empty_result_has_a_way_out() {
    let snapshot = published().snapshot;
    let figures = check(&snapshot, "rows=year&pref=13&status=ended&subsidy=yes&domain=tools&lead=union");
    assert!(card(&figures).is_none());
    assert!(figures.page.words().contains("見つかりませんでした"));
    assert!(!figures.page.words().contains("0件"));
    let links = figures.page.links();
    assert_eq!(links.len(), 1);
    assert_eq!(figures.conditions.len(), 5);
}

#[test]
fn a_question_that_is_asked_is_marked_and_keeps_the_filter() {
    let query = FiguresQuery::parse("rows=system&columns=subsidy&pref=31").0;
    let questions = figures_questions(&query);
    assert_eq!(questions.iter().filter(|(_, asked)| *asked).count(), 1);
    assert!(questions[0].1);
    for (link, _) in questions {
        let joint_procurement::content::Target::Internal(address) = link.to else { panic!("{}", link.text) };
        assert_eq!(address.route, Route::Figures);
        assert!(address.query.ends_with("pref=31"), "{}", address.query);
    }
    let none = figures_questions(&FiguresQuery::default());
    assert!(none.iter().all(|(_, asked)| !asked));
}

#[test]
fn the_menus_offer_everything_but_the_rows_again() {
    let query = FiguresQuery::parse("rows=year&columns=none&measure=costs").0;
    let [rows, columns, measures] = figures_choices(&query);
    assert_eq!((rows.1.as_str(), columns.1.as_str(), measures.1.as_str()), ("year", "", "costs"));
    assert_eq!((rows.0.len(), columns.0.len(), measures.0.len()), (11, 11, 5));
    assert!(columns.0.iter().all(|(value, _)| value != "year"));
    assert_eq!(columns.0[0].1, "なし");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_figures_say_nothing_false(
        snapshot in generate::snapshot(),
        rows in select(Dimension::ALL),
        columns in select(Dimension::ALL),
        measure in select(Measure::ALL),
        view in select(FiguresView::ALL),
    ) {
        let columns = if rows == columns { "none" } else { columns.slug() };
        let query = format!(
            "rows={}&columns={columns}&measure={}&view={}&scope=all", rows.slug(), measure.slug(), view.slug()
        );
        let figures = check(&snapshot, &query);
        let words = figures.page.words();
        prop_assert!(!words.lines().any(|line| line == "0件"), "{}", words);
        if let Some(card) = card(&figures) {
            let reading = card.reading.plain();
            prop_assert!(reading.ends_with('。') && !reading.contains("が最も多いのは「不明"), "{}", reading);
        }
    }
}
