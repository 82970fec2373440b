//! `snapshot build`: what a maintainer is told about mistakes in cases, and what a good source becomes.

use serde_json::{Value, json};

use crate::program::{Run, Workshop, bare_case, full_case};

pub fn assert_refused(workshop: &Workshop, run: &Run, fragments: &[&str]) {
    assert_eq!(run.code, 1, "{}", run.err);
    for fragment in fragments {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
    assert!(!workshop.data().exists(), "nothing is written");
}

/// Gives what is told of one line: its problem, or that of several lines without the values of the others.
pub fn told_of(err: &str, row: usize) -> String {
    let (alone, among) = (format!("{row}行目 "), [format!("例： {row}行目（"), format!("例： {row}行目　")]);
    let is_among = |line: &str| among.iter().any(|place| line.contains(place.as_str()));
    // A problem begins with two spaces, its details with more.
    let problems = err.split("\n  ").fold(Vec::<String>::new(), |mut problems, line| {
        match (line.starts_with(' '), problems.last_mut()) {
            (true, Some(problem)) => problem.extend(["\n", line]),
            _ => problems.push(line.to_owned()),
        }
        problems
    });
    let is_told = |problem: &&String| problem.starts_with(&alone) || problem.lines().any(is_among);
    let of_row = problems.iter().find(is_told).map_or("", String::as_str);
    let lines = of_row.lines().filter(|line| !line.contains("例： ") || is_among(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// One line for each mistake; every line must give exactly one problem, with its place and words.
pub fn check_cases(mistakes: &[(&str, Value, &str)]) {
    let workshop = Workshop::new();
    let broken = (1..).zip(mistakes).map(|(number, (key, value, _))| {
        let mut case = full_case();
        case["id"] = json!(format!("31-x-{number}"));
        case[*key] = value.clone();
        case
    });
    workshop.write_cases(&broken.collect::<Vec<_>>());
    let run = workshop.build();
    assert_refused(&workshop, &run, &[&format!("cases.jsonl（{}件）", mistakes.len())]);
    for (row, (key, value, expected)) in (1..).zip(mistakes) {
        let told = told_of(&run.err, row);
        assert!(told.contains(expected), "{key} {value}: {expected:?} in {told:?} of:\n{}", run.err);
    }
}

#[test]
fn identity_and_kind_of_a_case_are_checked() {
    check_cases(&[
        ("prefecture_code", json!(31), "値の形が正しくありません"),
        ("lead_organization", Value::Null, "必ず書きます"),
        ("lead_kind", json!("県"), "council"),
        ("scope", json!("national"), "prefecture、municipal"),
        ("title", json!(""), "空の文字列"),
        ("system_type", json!("電子にゅうさつ"), "system_types.csv"),
        ("domain", json!("general-affairs"), "総務部門、事業部門、ツール"),
        ("status", json!("稼動中"), "稼働中、調達済、計画、終了"),
        ("procurement_method", json!("入札"), "一般競争入札"),
        ("prefecture_bears_cost", json!("半分"), "全額、一部、なし"),
        ("prefecture_participates", json!("yes"), "true、false、null"),
        ("specification_available", json!(1), "true、false、null"),
        ("benefits", json!(["費用削減", "やすい"]), "「やすい」は benefits.csv にありません"),
        ("benefits", json!(["費用削減", "費用削減"]), "「費用削減」が二度"),
        ("benefits", Value::Null, "何もなければ []"),
        ("withheld", json!("true"), "true、false、null"),
    ]);
}

#[test]
fn ids_are_well_formed_and_unique() {
    let workshop = Workshop::new();
    let ids = ["31-A-1", "99-a-1", "31-a", "31-a-12345", "31-ok-1", "31-ok-1"];
    let cases: Vec<Value> = ids
        .iter()
        .map(|id| {
            let mut case = full_case();
            case["id"] = json!(id);
            case
        })
        .collect();
    workshop.write_cases(&cases);
    let run = workshop.build();
    assert_refused(
        &workshop,
        &run,
        &["問題は全部で5件", "6行目 id （31-ok-1）： 5行目と同じ id", "31-groupware-2017"],
    );
}

#[test]
fn the_id_begins_with_the_prefecture() {
    let workshop = Workshop::new();
    let mut case = bare_case("31-gis-1");
    case["prefecture_code"] = json!("32");
    workshop.write_cases(&[case]);
    assert_refused(
        &workshop,
        &workshop.build(),
        &["1行目 prefecture_code （31-gis-1）： id の先頭の2桁と違います", "正しい値： 31"],
    );
}

#[test]
fn participants_are_checked() {
    check_cases(&[
        ("participants_names", json!(["鳥取市", "米子し"]), "もしかして 「米子市」"),
        (
            "participants_names",
            json!(["鳥取市", "岩手町"]),
            "岩手県岩手町なら、partner_prefecture_codes に 03",
        ),
        ("participants_names", json!(["鳥取市", "鳥取市"]), "この市区町村が二度"),
        ("participants_names", json!(["鳥取市", "鳥取県鳥取市"]), "この市区町村が二度"),
        ("participants_names", json!(["鳥取市", "岩美郡岩美町"]), "もしかして 「岩美町」"),
        ("participants_names", json!(["鳥取市", "鳥取県"]), "一部事務組合は含めない"),
        ("participants_names", json!("鳥取市"), "文字列のリスト"),
        ("participants_count", json!(3), "participants_names の数と合いません"),
        ("participants_count", json!("2"), "0以上の整数"),
        ("participants_count", json!(-2), "0以上の整数"),
        ("participants_count", json!(2.5), "0以上の整数"),
        ("participants_all_in_prefecture", json!("all"), "true、false、null"),
        ("partner_prefecture_codes", json!(["31"]), "代表団体の都道府県か、二度"),
        ("partner_prefecture_codes", json!(["48"]), "01から47まで"),
        ("partner_prefecture_codes", json!(["京都"]), "もしかして 「26」"),
        ("partner_prefecture_codes", json!(["東京"]), "もしかして 「13」"),
        ("partner_prefecture_codes", Value::Null, "何もなければ []"),
    ]);
}

#[test]
fn a_name_in_two_of_the_prefectures_needs_its_prefecture() {
    let workshop = Workshop::new();
    let mut case = bare_case("07-gis-2010");
    case["partner_prefecture_codes"] = json!(["01"]);
    case["participants_names"] = json!(["伊達市"]);
    workshop.write_cases(&[case]);
    let run = workshop.build();
    assert_refused(&workshop, &run, &["福島県伊達市、北海道伊達市", "都道府県名を前に"]);
}

#[test]
fn a_ward_of_a_designated_city_is_no_municipality() {
    let workshop = Workshop::new();
    let mut case = bare_case("01-gis-2010");
    case["participants_names"] = json!(["札幌市中央区"]);
    workshop.write_cases(&[case]);
    let run = workshop.build();
    assert_refused(&workshop, &run, &["行政区は市区町村に数えません", "「札幌市」"]);
}

#[test]
fn dates_are_checked() {
    check_cases(&[
        ("introduced", json!("2020-13"), "YYYY または YYYY-MM"),
        ("introduced", json!("2020-04-01"), "YYYY または YYYY-MM"),
        ("introduced", json!("令和2年"), "YYYY または YYYY-MM"),
        ("introduced", json!(2020), "引用符で囲んだ文字列"),
        ("introduced", Value::Null, "両方書くか両方 null"),
        ("introduced_kind", Value::Null, "両方書くか両方 null"),
        ("introduced_kind", json!("稼働開始"), "service_start、procurement"),
        ("contract_end", json!("2025"), "月がありません"),
        ("contract_end", json!("2025-00"), "YYYY-MM"),
    ]);
}

#[test]
fn money_is_checked() {
    check_cases(&[
        ("initial_cost_yen", json!("1,000円"), "円単位の0以上の整数"),
        ("initial_cost_yen", json!(-1), "円単位の0以上の整数"),
        ("initial_cost_yen", json!(1.5), "円単位の0以上の整数"),
        ("initial_cost_yen", json!(u64::MAX), "円単位の0以上の整数"),
        ("annual_cost_yen", json!([200, 100]), "下限 ≦ 上限"),
        ("annual_cost_yen", json!([100]), "下限 ≦ 上限"),
        ("contract_years", json!(0), "0より大きく"),
        ("contract_years", json!("5年"), "0より大きく"),
        ("cost_basis", Value::Null, "金額があるときだけ"),
        ("cost_basis", json!("見積額"), "契約額、公表額、予算・計画額"),
        ("subsidy_used", json!(false), "subsidy_used が true ではありません"),
        ("subsidy_used", Value::Null, "subsidy_used が true ではありません"),
        ("savings", json!({}), "オブジェクトのリスト"),
        ("savings", json!([saving("percent", json!(101))]), "1以上100以下"),
        ("savings", json!([saving("before_yen", json!("300"))]), "0以上の整数"),
        ("savings", json!([saving("of", json!("全部"))]), "運用費、導入費、総費用、その他"),
        ("savings", json!([saving("kind", Value::Null)]), "必ず書きます"),
        ("savings", json!([saving("note", json!("x"))]), "知らないキー"),
    ]);
}

fn saving(key: &str, value: Value) -> Value {
    let mut saving = full_case()["savings"][0].clone();
    saving[key] = value;
    saving
}

#[test]
fn a_basis_without_amounts_is_a_mistake_too() {
    let workshop = Workshop::new();
    let mut case = bare_case("31-gis-1");
    case["cost_basis"] = json!("公表額");
    workshop.write_cases(&[case]);
    assert_refused(
        &workshop,
        &workshop.build(),
        &["1行目 cost_basis", "金額があるときだけ", "正しい値： null"],
    );
}

#[test]
fn sources_and_documents_are_checked() {
    let source = |key: &str, value: Value| {
        let mut source = full_case()["sources"][0].clone();
        source[key] = value;
        json!([source])
    };
    let document = |key: &str, value: Value| {
        let mut document = full_case()["documents"][0].clone();
        document[key] = value;
        json!([document])
    };
    let with_second = |key: &str, value: Value| {
        let mut second = full_case()["sources"][0].clone();
        second[key] = value;
        json!([full_case()["sources"][0], second])
    };
    check_cases(&[
        ("sources", json!([]), "出典がありません"),
        ("sources", Value::Null, "出典がありません"),
        ("sources", with_second("key", json!("s2")), "sources（2番目） url"),
        ("sources", with_second("url", json!("https://example.jp/2")), "同じ key の出典が二度"),
        ("sources", source("key", Value::Null), "必ず書きます"),
        ("sources", source("key", json!("出典1")), "例 s1"),
        ("sources", source("class", Value::Null), "必ず書きます"),
        ("sources", source("class", json!("official")), "公的、報道、事業者、転載、議員・個人、その他"),
        ("sources", source("link", json!("gone")), "オブジェクト"),
        (
            "sources",
            source("link", json!({"state": "lost", "seen_on": "2026-11-28"})),
            "ok、gone、rehosted、unknown",
        ),
        ("sources", source("link", json!({"state": "gone", "seen_on": "2026-11"})), "日がありません"),
        ("sources", source("link", json!({"state": "gone"})), "キーがありません"),
        ("sources", source("archived_url", json!("web.archive.org")), "http:// または https://"),
        ("documents", document("class", json!("官公庁")), "公的、報道"),
        ("documents", document("archived_url", json!("file:///a")), "http:// または https://"),
        ("sources", source("url", json!("ftp://example.jp/")), "http:// または https://"),
        ("sources", source("url", json!("javascript:alert(1)")), "http:// または https://"),
        ("sources", source("url", json!("https://example.jp/a b")), "空白を含まない"),
        ("sources", source("url", json!("https://")), "http:// または https://"),
        ("sources", source("publisher", Value::Null), "必ず書きます"),
        ("sources", source("published", json!("2021-02-29")), "実在する日付"),
        ("sources", source("page", json!(1)), "知らないキー"),
        ("documents", document("kind", json!("設計書")), "仕様書、要求事項"),
        ("documents", document("url", json!("example.jp")), "http:// または https://"),
        ("documents", document("url", json!("javascript:alert(1)")), "http:// または https://"),
        ("documents", document("published", json!("2020/01/01")), "実在する日付"),
        ("documents", Value::Null, "何もなければ []"),
    ]);
}

#[test]
fn texts_that_must_not_be_published_are_found() {
    check_cases(&[
        ("title", json!("電子\u{0}入札"), "U+0000"),
        ("title", json!("電子\n入札"), "改行"),
        ("title", json!("電子\u{202e}入札"), "U+202E"),
        ("vendor", json!("見本\u{200b}"), "U+200B"),
        ("vendor", json!("\u{feff}見本"), "U+FEFF"),
        ("product", json!("見本\u{9f}"), "U+009F"),
        ("background", json!(" 前に空白"), "前か後ろに空白"),
        ("process", json!("後ろに空白\u{3000}"), "前か後ろに空白"),
        ("contact_department", json!("見本課 info@example.jp"), "メールアドレス"),
        ("contact_department", json!("見本課 0857-12-3456"), "電話番号"),
        ("cost_sharing", json!("/home/user/負担.xlsx による"), "ファイルの場所"),
    ]);
}

#[test]
fn reasons_for_missing_values_are_checked() {
    check_cases(&[
        ("missing", json!({"vendor": "not_public"}), "vendor には値があるのに"),
        ("missing", json!({"price": "not_public"}), "price は、理由を書ける項目ではありません"),
        ("missing", json!([]), "理由"),
    ]);
    let workshop = Workshop::new();
    let mut case = bare_case("31-gis-1");
    case["missing"] = json!({"vendor": "secret"});
    workshop.write_cases(&[case]);
    assert_refused(
        &workshop,
        &workshop.build(),
        &["secret は、使える理由ではありません", "not_public、no_answer"],
    );
}
