//! Charts in which points are cases, and those of several drawings.

use joint_procurement::charts::{ChartOption, Dot, Event, Height, Panel, dots, small_multiples, timeline};
use joint_procurement_core::domain::Field;
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::routes::Route;
use serde_json::json;

use crate::charts::{at, number};

pub fn costs() -> ChartOption {
    let dot = |across, up, cost, words: &str| Dot {
        across,
        up,
        cost,
        label: "鳥取".to_owned(),
        words: words.to_owned(),
        to: Route::Cases.into(),
    };
    let all = [
        dot(0.5, 1200.0, Field::InitialCost, "A & <B>：5千人"),
        dot(30.0, 4.25, Field::InitialCost, "{b}の共同調達"),
    ];
    dots(&all, "人口（万人）", "初期費用（億円）", "費用と人口")
}

pub fn events() -> ChartOption {
    let event = |year, status| Event { year, status, words: String::new(), to: Route::Cases.into() };
    let all = [
        event(2020, StatusAnswer::Unknown),
        event(2020, StatusAnswer::Operating),
        event(2022, StatusAnswer::Planned),
        event(2020, StatusAnswer::Operating),
    ];
    timeline(&all, 2021, "年ごとの事例")
}

pub fn panels() -> ChartOption {
    let panel = |name: &str, values: [usize; 2]| Panel {
        name: name.to_owned(),
        values: values.into(),
        links: vec![Some(Route::Cases.into()), None],
    };
    let panels = [panel("電子申請", [3, 0]), panel("電子入札", [1, 2]), panel("校務支援", [0, 1])];
    small_multiples(&panels, &["2020", "2021"].map(str::to_owned), "件", "種別ごとの件数")
}

#[test]
fn dots_stand_on_powers_of_ten_each_with_its_own_words() {
    let option = costs();
    for axis in ["xAxis", "yAxis"] {
        assert_eq!(*at(&option, &format!("/{axis}/type")), "log");
        // Steps of at least 1 would leave amounts below 10 without a line.
        assert_eq!(option.json[axis].get("minInterval"), None);
    }
    assert_eq!(*at(&option, "/series/0/type"), "scatter");
    assert_eq!(*at(&option, "/series/0/data/0/value"), json!([0.5, 1200.0]));
    assert_eq!(*at(&option, "/series/0/data/1/value"), json!([30.0, 4.25]));
    assert_eq!(*at(&option, "/series/0/data/0/tooltip/formatter"), "A & <B>：5千人");
    // ECharts would put the point's name in place of {b}.
    assert_eq!(*at(&option, "/series/0/data/1/tooltip/formatter"), "｛b｝の共同調達");
    assert_eq!(option.json["tooltip"].get("formatter"), None, "one for all would win over none");
}

#[test]
fn cases_of_one_year_stand_on_each_other_by_status() {
    let option = events();
    assert_eq!(*at(&option, "/xAxis/data"), json!(["2020", "2021*", "2022*"]), "years without a case too");
    let names = [0, 1, 2].map(|series| at(&option, &format!("/series/{series}/name")).clone());
    assert_eq!(names, ["稼働中", "計画", "現況不明"]);
    let places = |series: usize| at(&option, &format!("/series/{series}/data")).clone();
    let values = |series: usize| -> Vec<_> {
        places(series).as_array().unwrap().iter().map(|it| it["value"].clone()).collect()
    };
    assert_eq!(values(0), [json!([0.0, 1.0]), json!([0.0, 2.0])]);
    assert_eq!(values(1), [json!([2.0, 1.0])]);
    assert_eq!(values(2), [json!([0.0, 3.0])]);
    let looks = [0, 1, 2].map(|it| {
        ["symbol", "itemStyle/color"].map(|part| at(&option, &format!("/series/{it}/{part}")).to_string())
    });
    assert!(looks[0][0] != looks[1][0] && looks[1][0] != looks[2][0], "not by colour alone");
    assert!(looks[0][1] != looks[1][1] && looks[1][1] != looks[2][1]);
    assert_eq!(option.height, Height::Low);
}

#[test]
fn drawings_beside_each_other_have_the_same_axes() {
    let option = panels();
    for place in 0..3 {
        assert_eq!(number(&option, &format!("/series/{place}/xAxisIndex")), f64::from(place));
        assert_eq!(number(&option, &format!("/xAxis/{place}/gridIndex")), f64::from(place));
        assert_eq!(*at(&option, &format!("/xAxis/{place}/data")), json!(["2020", "2021"]));
        assert_eq!(number(&option, &format!("/yAxis/{place}/max")), 4.0);
        assert_eq!(number(&option, &format!("/yAxis/{place}/interval")), 2.0);
    }
    assert_eq!(*at(&option, "/yAxis/1/name"), "電子入札");
    assert_eq!(*at(&option, "/series/0/data"), json!([3, null]));
    assert_eq!(*at(&option, "/media/0/option/yAxis/1/name"), "電子入札");
    // Two beside each other on a phone; none reaches out of the picture.
    for (form, columns) in [(0, 2), (1, 4)] {
        let grids = at(&option, &format!("/media/{form}/option/grid")).as_array().unwrap();
        assert_eq!(grids.len(), 3);
        let percent = |place: usize, side: &str| -> f64 {
            grids[place][side].as_str().unwrap().strip_suffix('%').unwrap().parse().unwrap()
        };
        for place in 0..3 {
            assert!(percent(place, "left") + percent(place, "width") <= 100.0);
            assert!(percent(place, "top") + percent(place, "height") <= 100.0);
        }
        assert!(percent(0, "left") + percent(0, "width") <= percent(1, "left"));
        let below = percent(2, "top") >= percent(0, "top") + percent(0, "height");
        assert_eq!(below, columns == 2);
    }
}

#[test]
fn points_lead_to_what_they_count() {
    let linked = |option: &ChartOption| -> Vec<Vec<bool>> {
        option.links.iter().map(|points| points.iter().map(Option::is_some).collect()).collect()
    };
    assert_eq!(linked(&costs()), [[true, true]]);
    assert_eq!(linked(&panels()), [[true, false]; 3]);
    // As many as there are points.
    for option in [costs(), events(), panels()] {
        for (series, links) in option.links.iter().enumerate() {
            assert_eq!(at(&option, &format!("/series/{series}/data")).as_array().unwrap().len(), links.len());
        }
    }
    assert_eq!(costs().link(0, 1), Some(&Route::Cases.into()));
    assert_eq!(panels().link(0, 1), None);
    assert_eq!(panels().link(7, 0), None);
}
