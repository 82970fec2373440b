use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Read<String> {
    date(text, FiscalYear::Ask).map(|date| date.to_string())
}

fn sure(text: &str) -> Option<String> {
    read(text).sure()
}

#[test]
fn every_usual_way_of_writing_a_date_is_read() {
    for (text, meant) in [
        ("2023-04", "2023-04"),
        ("2023/4", "2023-04"),
        ("2023.4", "2023-04"),
        ("2023年4月", "2023-04"),
        ("２０２３年　４月", "2023-04"),
        ("2023年", "2023"),
        ("2023年4月1日", "2023-04-01"),
        ("2023/04/01 0:00:00", "2023-04-01"),
        ("2023-04-01T00:00:00", "2023-04-01"),
        ("202304", "2023-04"),
        ("20230401", "2023-04-01"),
        ("西暦2023年4月", "2023-04"),
        ("令和5年4月", "2023-04"),
        ("令和５年４月１日", "2023-04-01"),
        ("ﾚｲﾜ5年4月", "2023-04"),
        ("R5.4", "2023-04"),
        ("R5/4/1", "2023-04-01"),
        ("r5.4.1", "2023-04-01"),
        ("㋿5年4月", "2023-04"),
        ("令和元年5月", "2019-05"),
        ("平成31年4月", "2019-04"),
        ("平成31年", "2019"),
        ("H31.4.30", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("昭和64年1月", "1989-01"),
        ("昭和64年", "1989"),
        ("大正15年12月", "1926-12"),
        ("2023年4月頃", "2023-04"),
        ("令和10年3月末", "2028-03"),
        ("2023年4月上旬", "2023-04"),
        ("2023年4月下旬頃", "2023-04"),
        ("2023年4月中", "2023-04"),
        ("令和5年4月1日付け", "2023-04-01"),
        ("2026.11.30", "2026-11-30"),
        ("2009.10", "2009-10"),
        ("2009.01", "2009-01"),
        ("R5.1", "2023-01"),
        ("45017", "2023-04-01"),
        ("Apr 2023", "2023-04"),
    ] {
        assert_eq!(sure(text).as_deref(), Some(meant), "{text}");
    }
}

#[test]
fn a_date_that_may_be_another_is_asked_about() {
    for (text, candidates) in [
        ("令和5年度", &["2023", "2024"][..]),
        ("2023年度", &["2023", "2024"]),
        ("2023年4月〜2024年3月", &["2023-04", "2024-03"]),
        ("平成35年4月", &["2023-04"]),
        ("令和元年4月", &["2019-04"]),
        ("昭和64年2月", &["1989-02"]),
        ("昭和64年1月8日", &["1989-01-08"]),
        ("平成31年5月", &["2019-05"]),
        ("2009.1", &["2009-01", "2009-10"]),
        ("令和5年度末", &["2024-03"]),
        ("2023年末", &["2023"]),
        ("5.4", &["2023-04", "1993-04", "2005-04"]),
        ("Apr-23", &["2023-04"]),
        ("2023年4月（予定）", &["2023-04"]),
    ] {
        let candidates = candidates.iter().map(|date| (*date).to_owned()).collect();
        assert_eq!(read(text), Read::Ambiguous(candidates), "{text}");
    }
}

#[test]
fn a_fiscal_year_is_read_as_one_asks() {
    let read = |fiscal| date("令和5年度", fiscal).map(|date| date.to_string()).sure();
    assert_eq!(read(FiscalYear::Year).as_deref(), Some("2023"));
    assert_eq!(read(FiscalYear::April).as_deref(), Some("2023-04"));
}

#[test]
fn the_form_that_is_told_is_that_of_the_date() {
    for (text, form) in
        [("2023年4月1日", "YYYY-MM-DD の"), ("2023年4月", "YYYY-MM の"), ("2023年", "YYYY の")]
    {
        let Read::Converted { why, .. } = read(text) else { panic!("{text}") };
        assert!(why.starts_with(form), "{text}: {why}");
    }
}

#[test]
fn no_other_text_is_a_date() {
    for text in [
        "",
        "未定",
        "令和5年13月",
        "令和5年2月30日",
        "2023-13",
        "2023/2/29",
        "令和0年4月",
        "令和",
        "R",
        "4月",
        "12",
        "1000",
        "99999",
        "2023-4-1-1",
        "20231301",
        "1,000",
        "令和5年4月1日1日",
        "1850年4月",
        "年度",
    ] {
        assert_eq!(read(text).sure(), None, "{text}");
    }
    assert_eq!(read("令和5年13月"), Read::No);
}

#[test]
fn serial_numbers_count_as_excel_counts() {
    for (serial, day) in
        [(61.0, "1900-03-01"), (45_017.0, "2023-04-01"), (45_017.75, "2023-04-01"), (73_050.0, "2099-12-31")]
    {
        assert_eq!(date_of_serial(serial).map(|date| date.to_string()).as_deref(), Some(day));
    }
    for serial in [-1.0, 0.0, 60.0, 73_051.0, f64::NAN, f64::INFINITY] {
        assert_eq!(date_of_serial(serial), None, "{serial}");
    }
}

proptest! {
    #[test]
    fn one_day_is_the_same_however_it_is_written(serial in 43_586_u32..=73_050) {
        // From 令和元年5月1日.
        let day = date_of_serial(f64::from(serial)).unwrap();
        let (month, number) = (day.year_month(), day.day().unwrap());
        let (year, month) = (month.year, month.month().unwrap());
        let wide = |text: String| -> String {
            let wide = |it: char| char::from_u32(u32::from(it) + 0xfee0).unwrap();
            text.chars().map(|it| if it.is_ascii_graphic() { wide(it) } else { it }).collect()
        };
        for text in [
            format!("{year}/{month}/{number}"),
            format!("{year}.{month:02}.{number:02}"),
            format!("{year}年{month}月{number}日"),
            format!("令和{}年{month}月{number}日", year - 2018),
            format!("R{}.{month}.{number}", year - 2018),
            format!("{serial}"),
        ] {
            prop_assert_eq!(date(&text, FiscalYear::Ask).sure(), Some(day), "{}", text);
            prop_assert_eq!(date(&wide(text), FiscalYear::Ask).sure(), Some(day));
        }
        let exact = day.to_string();
        prop_assert_eq!(date(&exact, FiscalYear::Ask), Read::Exact(day));
    }

    #[test]
    fn no_text_stops_the_reader(text in "[0-9年月日度令和平成元RH/.~\\-TFYa-z ]{0,20}", other: String) {
        let _ = (date(&text, FiscalYear::April), date(&other, FiscalYear::Ask));
    }
}
