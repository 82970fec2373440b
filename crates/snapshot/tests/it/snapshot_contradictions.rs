//! Cases that state what cannot be true together. Each is refused once, at the case and the field.

use serde_json::{Map, Value, json};

use crate::program::{Workshop, bare_case};
use crate::snapshot_build::told_of;

/// A case of which nothing is known but these fields.
pub fn case(number: usize, fields: &Value) -> Value {
    let mut case = bare_case(&format!("31-x-{number}"));
    // Each is of its own name, time and lead: nothing else is to be said of them.
    case["title"] = json!(format!("見本の共同調達（{number}）"));
    case["lead_organization"] = json!(format!("見本県第{number}課"));
    let fields: &Map<String, Value> = fields.as_object().expect("an object");
    for (key, value) in fields {
        case[key] = value.clone();
    }
    case
}

/// Each case is refused with one problem at the field, in these words.
pub fn check(mistakes: &[(Value, &str, &str)]) {
    let workshop = Workshop::new();
    let cases: Vec<Value> = (1..).zip(mistakes).map(|(number, (fields, ..))| case(number, fields)).collect();
    workshop.write_cases(&cases);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains(&format!("cases.jsonl（{}件）", mistakes.len())), "{}", run.err);
    for (row, (fields, key, words)) in (1..).zip(mistakes) {
        let told = told_of(&run.err, row);
        assert!(
            told.contains(key) && told.contains(words),
            "{fields}: {words:?} at {key} in {told:?} of:\n{}",
            run.err
        );
    }
}

/// None of the cases is refused.
fn check_true(cases: &[Value]) {
    let workshop = Workshop::new();
    workshop.write_cases(&(1..).zip(cases).map(|(number, it)| case(number, it)).collect::<Vec<_>>());
    workshop.build_well();
}

/// A saving with percent, the amounts before and after, and their difference.
fn saving(percent: Value, [before, after, saved]: [Value; 3]) -> Value {
    json!({ "savings": [{
        "percent": percent, "before_yen": before, "after_yen": after, "saved_yen": saved,
        "period_years": null, "of": "運用費", "kind": "見込", "by": null,
    }] })
}

const NONE: Value = Value::Null;

#[test]
fn savings_are_the_difference_of_two_amounts() {
    let millions = |yen: u64| json!(yen * 1_000_000);
    let [ten, six, eight] = [10, 6, 8].map(millions);
    let [after, saved, percent] = ["after_yen", "saved_yen", "percent"];
    check(&[
        (saving(NONE, [six.clone(), ten.clone(), NONE]), after, "前の額（6,000,000円）より多く"),
        (
            saving(NONE, [ten.clone(), six.clone(), millions(5)]),
            saved,
            "（10,000,000円－6,000,000円＝4,000,000円）",
        ),
        (saving(NONE, [six.clone(), NONE, ten.clone()]), saved, "前の額（6,000,000円）より多く"),
        (saving(json!(30), [ten.clone(), six.clone(), NONE]), percent, "計算した割合（40%）"),
        (saving(json!(70), [NONE, six.clone(), millions(4)]), percent, "計算した割合（40%）"),
        (saving(json!(20.5), [ten.clone(), eight.clone(), millions(3)]), saved, "差と合いません"),
        (saving(json!(20), [NONE, NONE, json!(0)]), saved, "0円では"),
        (saving(json!(0), [NONE, NONE, NONE]), percent, "0% では"),
        (saving(json!(0), [ten.clone(), ten.clone(), json!(0)]), after, "減っていません"),
        (saving(NONE, [json!(0), NONE, six.clone()]), "before_yen", "0円では"),
        (saving(json!(100), [NONE, six.clone(), NONE]), percent, "after_yen の値と"),
        (saving(json!(0.467), [ten.clone(), json!(5_330_000), NONE]), percent, "もしかして： 「46.7」"),
        (saving(json!(0.5), [NONE, NONE, NONE]), percent, "1% に満たないなら"),
    ]);
    check_true(&[
        saving(json!(40), [ten.clone(), six.clone(), millions(4)]),
        // As sources write them: about 8,000 million, rounded up; three tenths; to one decimal.
        saving(NONE, [json!(29_920_000_000_u64), json!(21_560_000_000_u64), json!(8_000_000_000_u64)]),
        saving(NONE, [json!(1_600_000_000), json!(656_528_000), json!(950_000_000)]),
        saving(json!(30), [json!(2_010_000_000_u64), json!(1_480_000_000), NONE]),
        saving(json!(35.2), [json!(678_460_000), json!(439_940_000), NONE]),
        saving(json!(100), [ten.clone(), json!(0), ten]),
        saving(json!(46.7), [NONE, NONE, json!(500_000_000)]),
        saving(json!(0.5), [json!(1_000_000), json!(995_000), NONE]),
        saving(json!(0.5), [json!(1_000_000), NONE, json!(5_000)]),
    ]);
}

#[test]
fn a_plan_has_saved_nothing_yet_and_no_saving_counts_twice() {
    let mut actual = saving(json!(30), [NONE, NONE, NONE]);
    actual["savings"][0]["kind"] = json!("実績");
    let with_status = |status: &str| {
        let mut case = actual.clone();
        case["status"] = json!(status);
        case
    };
    let mut twice = actual.clone();
    twice["savings"] = json!([actual["savings"][0], actual["savings"][0]]);
    check(&[
        (with_status("計画"), "kind", "status が「計画」なのに"),
        (with_status("実現せず"), "kind", "もしかして： 「見込」"),
        (twice, "of", "同じ効果額が二度"),
    ]);
    check_true(&[with_status("調達済"), with_status("稼働中"), with_status("終了")]);
}

const TOTTORI: [&str; 19] = [
    "鳥取市",
    "米子市",
    "倉吉市",
    "境港市",
    "岩美町",
    "若桜町",
    "智頭町",
    "八頭町",
    "三朝町",
    "湯梨浜町",
    "琴浦町",
    "北栄町",
    "日吉津村",
    "大山町",
    "南部町",
    "伯耆町",
    "日南町",
    "日野町",
    "江府町",
];

#[test]
fn all_municipalities_are_all_of_them() {
    let all = |all: bool, names: &[&str]| {
        json!({
            "participants_all_in_prefecture": all, "participants_names": names, "participants_count": names.len(),
        })
    };
    let key = "participants_all_in_prefecture";
    check(&[
        (all(true, &TOTTORI[..2]), key, "「倉吉市」、「境港市」、「岩美町」ほか14団体が"),
        (all(true, &TOTTORI[1..]), key, "「鳥取市」が、participants_names にありません"),
        (all(false, &TOTTORI), key, "もしかして： 「true」"),
        (
            json!({ key: true, "participants_count": 18 }),
            key,
            "participants_count（18）は、この都道府県の市区町村の数（19）より",
        ),
    ]);
    check_true(&[
        all(true, &TOTTORI),
        all(false, &TOTTORI[1..]),
        json!({ key: true, "participants_count": 39 }),
        json!({ key: false, "participants_count": 19 }),
    ]);
}

#[test]
fn participants_are_at_least_one_and_no_more_than_there_are() {
    let count = |count: u64| json!({ "participants_count": count });
    let since = |at: &str, count: u64| json!({ "participants_count": count, "introduced": at, "introduced_kind": "procurement" });
    let with_partner =
        |count: u64| json!({ "participants_count": count, "partner_prefecture_codes": ["33"] });
    check(&[
        (count(0), "participants_count", "市区町村がない共同調達はありません"),
        (count(500), "participants_count", "（今は19）より、はるかに多い"),
        (since("2015", 41), "participants_count", "（今は19）"),
        (with_partner(300), "participants_count", "（今は46）"),
    ]);
    check_true(&[
        count(1),
        count(39),
        since("2004-03", 39),
        since("2021", 20),
        with_partner(46),
        with_partner(0),
    ]);
}

#[test]
fn a_prefecture_that_leads_or_takes_part_is_in_the_case() {
    check(&[
        (json!({ "scope": "municipal" }), "scope", "lead_kind が「都道府県」"),
        (
            json!({ "scope": "municipal", "lead_kind": "council", "prefecture_participates": true }),
            "scope",
            "prefecture_participates が true",
        ),
        (json!({ "lead_organization": "島根県" }), "lead_organization", "（鳥取県）と違う都道府県"),
        (json!({ "lead_organization": "松江市" }), "lead_organization", "（鳥取県）にない市区町村"),
        (
            json!({ "lead_organization": "鳥取県", "lead_kind": "council" }),
            "lead_kind",
            "もしかして： 「prefecture」",
        ),
        (json!({ "lead_organization": "米子市" }), "lead_kind", "もしかして： 「municipalities」"),
    ]);
    check_true(&[
        json!({ "scope": "municipal", "lead_kind": "union", "prefecture_participates": false }),
        json!({ "lead_organization": "鳥取県" }),
        json!({ "lead_organization": "鳥取県米子市", "lead_kind": "municipalities" }),
        // An observer, or the secretariat.
        json!({ "lead_kind": "council", "prefecture_participates": false }),
    ]);
}

#[test]
fn dates_stand_in_their_order() {
    let dates = |introduced: &str, end: &str| json!({ "introduced": introduced, "introduced_kind": "service_start", "contract_end": end });
    let joining = |status: &str, answer: &str| json!({ "status": status, "open_to_join": answer });
    check(&[
        (dates("2020-04", "2019-03"), "contract_end", "introduced（2020-04）より前"),
        (dates("2020", "2019-12"), "contract_end", "introduced（2020）より前"),
        (json!({ "introduced": "1923-04", "introduced_kind": "procurement" }), "introduced", "1960年から後"),
        (json!({ "contract_end": "1925-03" }), "contract_end", "元号の年を西暦に"),
        (joining("終了", "参加できる"), "open_to_join", "status が「終了」の事例に"),
        (joining("実現せず", "相談に応じる"), "open_to_join", "もしかして： 「参加できない」"),
    ]);
    check_true(&[
        dates("2020-04", "2020-04"),
        dates("2020", "2020-01"),
        dates("1995", "2000-03"),
        joining("終了", "参加できない"),
        joining("計画", "参加できる"),
    ]);
}

#[test]
fn a_whole_is_no_less_than_its_parts() {
    let amounts = |initial: Value, annual: Value, total: Value, years: Value| {
        json!({
            "initial_cost_yen": initial, "annual_cost_yen": annual, "contract_total_yen": total,
            "contract_years": years, "cost_basis": "公表額",
        })
    };
    let total = "contract_total_yen";
    check(&[
        (
            amounts(json!(50_000_000), NONE, json!(20_000_000), NONE),
            total,
            "initial_cost_yen（50,000,000円）より少なく",
        ),
        (
            amounts(NONE, json!(5_000_000), json!(500_000), json!(5)),
            total,
            "annual_cost_yen（5,000,000円）より少なく",
        ),
        (
            amounts(json!([50_000_000, 99_999_999]), NONE, json!([10_000_000, 39_000_000]), NONE),
            total,
            "（多くて39,000,000円）",
        ),
        (
            json!({ "stated_population": 3_000, "stated_staff": 4_000 }),
            "stated_staff",
            "stated_population（3,000人）より多く",
        ),
    ]);
    check_true(&[
        amounts(json!(20_000_000), json!(6_000_000), json!(50_000_000), json!(5)),
        amounts(json!(20_400_000), NONE, json!(20_000_000), NONE),
        amounts(json!([10_000_000, 49_999_999]), NONE, json!(20_000_000), NONE),
        amounts(NONE, json!(5_000_000), json!(2_500_000), json!(0.5)),
        amounts(json!([10_000_000, null]), NONE, json!([5_000_000, null]), NONE),
    ]);
}

#[test]
fn an_address_is_one_that_leads_to_the_page_itself() {
    let source = |url: &str| {
        json!({ "sources": [{ "key": "s1", "url": url, "title": "見本", "publisher": "見本県",
            "published": null, "class": "公的" }] })
    };
    let page = "https%3A%2F%2Fexample.jp%2Fa";
    check(&[
        (source("https://a.jp/1、https://b.jp/2"), "url", "URL が二つ以上あります"),
        (source("https://a.jp/1 https://b.jp/2"), "url", "URL が二つ以上あります"),
        (source("https://a.jp/1\nhttps://b.jp/2"), "url", "1件を加えて"),
        (
            source(&format!("https://www.google.com/url?q={page}")),
            "url",
            "直してください：https://example.jp/a",
        ),
        (
            source(&format!("https://l.facebook.com/l.php?u={page}")),
            "url",
            "直してください：https://example.jp/a",
        ),
        (source("https://bit.ly/3abc"), "url", "短縮した URL です：bit.ly"),
    ]);
    let workshop = Workshop::new();
    workshop.write_cases(&[case(1, &source("https://example.sharepoint.com/:b:/s/a"))]);
    let run = workshop.build_well();
    let told = "url の URL は、ファイルの共有リンクです（example.sharepoint.com）";
    assert!(run.err.contains(told), "{}", run.err);
}
