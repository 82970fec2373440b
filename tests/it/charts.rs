//! The options that ECharts is given. That it draws this is looked at in tests/web/chart.rs.

use joint_procurement::charts::{
    ChartOption, Heat, Height, bars, heat_map, shades, share_map, stacked_bars, year_columns,
};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{KnownCount, YearCount, YearCounts};
use serde_json::{Value, json};

use crate::charts_cases::{costs, events, panels};

fn years() -> ChartOption {
    let years = [(2019, 3), (2020, 0), (2021, 12)];
    let years = years.map(|(year, cases)| YearCount { year, cases }).into();
    year_columns(
        &YearCounts { years, confirmed: KnownCount { known: 15, total: 20 } },
        2026,
        "件",
        "年ごとの件数",
    )
}

fn benefits() -> ChartOption {
    bars(&["費用の削減", "職員の負担の軽減"], &[30, 0], "団体", "効果ごとの団体数")
}

fn parts() -> ChartOption {
    let parts = [("あり", [Some(3), None]), ("なし", [Some(1), Some(2)])];
    let parts = parts.map(|(name, values)| (name.to_owned(), values.to_vec()));
    stacked_bars(&["東北".to_owned(), "関東".to_owned()], &parts, "件", "地方ごとの補助金")
}

fn squares() -> ChartOption {
    let heat = |row, column, value: u64| Heat {
        row,
        column,
        value,
        label: value.to_string(),
        words: format!("{{b}} {value}件"),
        to: (value > 1).then(|| Route::Cases.into()),
    };
    let cells = [heat(0, 0, 1), heat(0, 1, 2), heat(1, 0, 3), heat(1, 1, 9)];
    let names = |names: [&str; 2]| names.map(str::to_owned);
    heat_map(
        &names(["東北", "関東"]),
        &names(["ツール", "総務"]),
        &cells,
        &shades(&cells),
        &|value| format!("{value}件"),
        "地方と領域",
    )
}

/// Squares of shares: 0 % is one, and a place without cases is none.
fn shares() -> ChartOption {
    let heat = |column, value: u64, words: &str| Heat {
        row: 0,
        column,
        value,
        label: value.to_string(),
        words: words.into(),
        to: None,
    };
    let cells =
        [heat(0, 0, "0%"), heat(1, 24, "24%"), heat(2, 25, "25%"), heat(3, 50, "50%"), heat(4, 100, "100%")];
    let columns = ["名", "数", "形", "費", "年", "製"].map(str::to_owned);
    share_map(&["鳥取県".to_owned()], &columns, &cells, "都道府県と項目")
}

fn all() -> [ChartOption; 8] {
    [years(), benefits(), costs(), parts(), squares(), shares(), events(), panels()]
}

/// A value that is there.
#[track_caller]
pub fn at<'a>(option: &'a ChartOption, pointer: &str) -> &'a Value {
    option.json.pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {:#}", option.json))
}

/// A number as JavaScript has it, which knows no whole ones.
#[track_caller]
pub fn number(option: &ChartOption, pointer: &str) -> f64 {
    at(option, pointer).as_f64().unwrap_or_else(|| panic!("{pointer} is no number in {:#}", option.json))
}

#[test]
fn every_year_has_its_place_and_a_year_without_cases_no_number() {
    let option = years();
    assert_eq!(*at(&option, "/xAxis/type"), "category");
    assert_eq!(*at(&option, "/xAxis/data"), json!(["2019", "2020", "2021"]));
    assert_eq!(*at(&option, "/yAxis/type"), "value");
    assert_eq!(*at(&option, "/series/0/type"), "bar");
    assert_eq!(*at(&option, "/series/0/data"), json!([3, null, 12]));
    assert_eq!(*at(&option, "/series/0/label/show"), true);
    assert_eq!(*at(&option, "/series/0/label/position"), "top");
    assert_eq!(*at(&option, "/series/0/labelLayout/hideOverlap"), true);
    assert_eq!(*at(&option, "/tooltip/formatter"), "{b}年：{c}件");
}

#[test]
fn bars_stand_in_their_order_from_the_top_each_with_its_name_and_number() {
    let option = benefits();
    assert_eq!(*at(&option, "/yAxis/type"), "category");
    assert_eq!(*at(&option, "/yAxis/inverse"), true);
    assert_eq!(*at(&option, "/yAxis/data"), json!(["費用の削減", "職員の負担の軽減"]));
    assert_eq!(number(&option, "/yAxis/axisLabel/interval"), 0.0, "no name is left out");
    assert_eq!(*at(&option, "/yAxis/axisLabel/overflow"), "break");
    assert!(number(&option, "/yAxis/axisLabel/width") <= 150.0, "names leave room on a phone");
    assert!(number(&option, "/yAxis/axisLabel/lineHeight") >= number(&option, "/yAxis/axisLabel/fontSize"));
    assert_eq!(*at(&option, "/xAxis/type"), "value");
    assert_eq!(*at(&option, "/series/0/data"), json!([30, 0]));
    assert_eq!(*at(&option, "/series/0/label/position"), "right");
    assert_eq!(*at(&option, "/tooltip/formatter"), "{b}：{c}団体");
    assert_eq!(option.height, Height::Rows(2));
    assert_eq!(years().height, Height::Usual);
}

#[test]
fn bars_have_gaps_by_which_they_are_told_apart() {
    for option in [years(), benefits()] {
        let gap = at(&option, "/series/0/barCategoryGap").as_str().and_then(|it| it.strip_suffix('%'));
        assert!(gap.is_some_and(|share| (20..=50).contains(&share.parse().unwrap())), "{gap:?}");
    }
}

#[test]
fn counts_have_no_steps_of_half_a_case() {
    assert_eq!(number(&years(), "/yAxis/minInterval"), 1.0);
    assert_eq!(number(&benefits(), "/xAxis/minInterval"), 1.0);
}

#[test]
fn every_chart_says_what_it_shows_and_keeps_still() {
    let descriptions = [
        "年ごとの件数",
        "効果ごとの団体数",
        "費用と人口",
        "地方ごとの補助金",
        "地方と領域",
        "都道府県と項目",
        "年ごとの事例",
        "種別ごとの件数",
    ];
    for (option, description) in all().iter().zip(descriptions) {
        assert_eq!(*at(option, "/aria/enabled"), true);
        assert_eq!(*at(option, "/aria/label/description"), description);
        // Patterns are asked for in full or not at all: at an empty list of them ECharts stops.
        assert_eq!(option.json["aria"].get("decal"), None);
        assert_eq!(*at(option, "/animation"), false);
    }
}

#[test]
fn tooltips_need_no_inline_style_and_stay_in_the_picture() {
    for option in all() {
        assert_eq!(*at(&option, "/tooltip/trigger"), "item");
        assert_eq!(*at(&option, "/tooltip/renderMode"), "richText");
        assert_eq!(*at(&option, "/tooltip/confine"), true);
        for colour in ["backgroundColor", "borderColor", "textStyle/color"] {
            assert!(at(&option, &format!("/tooltip/{colour}")).is_string());
        }
    }
}

#[test]
fn every_part_that_is_drawn_has_a_colour_of_the_palette() {
    for option in [years(), benefits(), costs(), parts()] {
        let [series, hover] = ["itemStyle", "emphasis/itemStyle"]
            .map(|part| at(&option, &format!("/series/0/{part}/color")).clone());
        assert_ne!(series, hover);
        let text = at(&option, "/xAxis/axisLabel/color").clone();
        assert_eq!(*at(&option, "/yAxis/axisLabel/color"), text);
        assert_eq!(*at(&option, "/tooltip/textStyle/color"), text);
        let line = at(&option, "/tooltip/borderColor").clone();
        let mut lines = Vec::new();
        for axis in ["xAxis", "yAxis"] {
            if option.json[axis]["type"] == "category" {
                assert_eq!(*at(&option, &format!("/{axis}/axisLine/show")), true);
                assert_eq!(*at(&option, &format!("/{axis}/axisTick/show")), false);
                // ECharts makes no line of segments, as charming writes it.
                assert_eq!(*at(&option, &format!("/{axis}/axisLine/lineStyle/color")), line);
            } else {
                lines.push(at(&option, &format!("/{axis}/splitLine/lineStyle/color")).clone());
            }
        }
        assert!(!lines.is_empty() && lines.iter().all(Value::is_string), "{lines:?}");
    }
}

#[test]
fn labels_at_the_ends_of_the_axes_have_room() {
    // Those of several drawings have room of their own.
    for option in all().into_iter().filter(|it| !matches!(it.height, Height::Panels(_))) {
        // ECharts takes one grid alone and in a list.
        assert_eq!(*at(&option, "/grid/0/containLabel"), true);
        for side in ["left", "right", "top", "bottom"] {
            assert!(number(&option, &format!("/grid/0/{side}")) >= 8.0, "{side}");
        }
    }
    // The number at the end of the longest bar, and on top of the highest column.
    assert!(number(&benefits(), "/grid/0/right") >= 32.0);
    assert!(number(&years(), "/grid/0/top") >= 24.0);
}

#[test]
fn parts_lie_on_each_other_each_with_its_name_and_colour() {
    let option = parts();
    assert_eq!(*at(&option, "/series/0/stack"), *at(&option, "/series/1/stack"));
    assert_ne!(*at(&option, "/series/0/itemStyle/color"), *at(&option, "/series/1/itemStyle/color"));
    assert_eq!([0, 1].map(|it| at(&option, &format!("/series/{it}/name")).clone()), ["あり", "なし"]);
    assert_eq!(*at(&option, "/series/0/data"), json!([3, null]));
    assert_eq!(*at(&option, "/yAxis/data"), json!(["東北", "関東"]));
    assert_eq!(*at(&option, "/tooltip/formatter"), "{b}・{a}：{c}件");
    assert_eq!(*at(&option, "/legend/selectedMode"), false);
    assert!(number(&option, "/grid/0/top") >= 32.0, "the names have room");
}

#[test]
fn squares_are_the_darker_the_more_and_have_their_numbers() {
    let option = squares();
    let pieces = at(&option, "/visualMap/0/pieces").as_array().unwrap();
    let ends: Vec<_> = pieces.iter().map(|it| (it["min"].as_f64(), it["max"].as_f64())).collect();
    let expected = [(1.0, 1.0), (2.0, 3.0), (4.0, 5.0), (6.0, 9.0)];
    assert_eq!(ends, expected.map(|(least, most)| (Some(least), Some(most))));
    let words: Vec<_> = pieces.iter().map(|it| it["label"].as_str().unwrap()).collect();
    assert_eq!(words, ["1件", "2件～3件", "4件～5件", "6件～9件"]);
    let colours: Vec<_> = pieces.iter().map(|it| it["color"].as_str().unwrap()).collect();
    assert_eq!(colours, ["#c5d7fb", "#7096f8", "#264af4", "#000060"]);
    assert_eq!(*at(&option, "/series/0/data/0/value"), json!([0, 0, 1]));
    assert_eq!(*at(&option, "/series/1/data/0/value"), json!([1, 1, 9]));
    assert_eq!(*at(&option, "/series/1/data/0/label/formatter"), "9");
    assert_eq!(*at(&option, "/series/0/data/0/tooltip/formatter"), "｛b｝ 1件");
    // Light numbers on dark squares.
    assert_eq!(
        [0, 1].map(|it| at(&option, &format!("/series/{it}/label/color")).clone()),
        ["#333333", "#ffffff"]
    );
    assert_eq!(*at(&option, "/xAxis/data"), json!(["ツ\n｜\nル", "総\n務"]));
    assert_eq!(*at(&option, "/visualMap/0/selectedMode"), false);
}

#[test]
fn a_share_of_none_has_a_square_and_a_place_without_cases_has_not() {
    let option = shares();
    let points = |series: usize| -> Vec<[u64; 2]> {
        let data = at(&option, &format!("/series/{series}/data")).as_array().unwrap();
        data.iter().map(|it| [0, 2].map(|place| it["value"][place].as_u64().unwrap())).collect()
    };
    assert_eq!(points(0), [[0, 0], [1, 24], [2, 25]], "dark numbers on light squares");
    assert_eq!(points(1), [[3, 50], [4, 100]]);
    let pieces = at(&option, "/visualMap/0/pieces").as_array().unwrap();
    for share in 0..=100 {
        let holds = |it: &&Value| {
            it["min"].as_f64() <= Some(share.into()) && Some(share.into()) <= it["max"].as_f64()
        };
        assert_eq!(pieces.iter().filter(holds).count(), 1, "{share} % has one shade");
    }
    let words: Vec<_> = pieces.iter().map(|it| it["label"].as_str().unwrap()).collect();
    assert_eq!(words, ["0%～24%", "25%～49%", "50%～74%", "75%～100%"]);
    // On a phone numbers would lie on each other, and no name may be left out.
    let narrow = at(&option, "/media/0");
    assert!(narrow["query"]["maxWidth"].as_u64().is_some_and(|width| (156..375).contains(&width)));
    assert_eq!(
        [0, 1].map(|series| narrow["option"]["series"][series]["label"]["show"].clone()),
        [false, false]
    );
    assert_eq!(narrow["option"]["xAxis"]["axisLabel"]["interval"], 0);
    assert_eq!(at(&option, "/media/1").get("query"), None, "the form for all others");
}
