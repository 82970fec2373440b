//! `snapshot build`: what a maintainer is told about mistakes in the other tables and in files as such.

use std::fs;

use joint_procurement_core::domain::{Catalog, WebAddress};
use joint_procurement_core::files::parse;

use crate::program::Workshop;

/// Applies one edit to a good source; the build must refuse it, say the words, and write nothing.
pub fn check(edit: impl Fn(&Workshop), expected: &[&str]) {
    let workshop = Workshop::new();
    edit(&workshop);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{expected:?}: {}", run.err);
    for fragment in expected {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
    assert!(!workshop.data().exists(), "nothing is written");
}

/// Replaces a text in one file.
fn check_text(name: &str, from: &str, to: &str, expected: &[&str]) {
    check(|workshop| workshop.replace(name, from, to), expected);
}

const SAPPORO: &str =
    "011002,北海道,札幌市,さっぽろし,市,43.06208877,141.3543886,1960668,2022-01-01,19583,令和5年度決算カード";

fn check_sapporo(from: &str, to: &str, expected: &[&str]) {
    check_text("municipalities.csv", SAPPORO, &SAPPORO.replacen(from, to, 1), expected);
}

#[test]
fn municipalities_are_checked_cell_by_cell() {
    check_sapporo("011002", "011003", &["2行目 code", "検査数字", "計算では 2"]);
    check_sapporo("011002", "11002", &["2行目 code", "全国地方公共団体コードではありません", "先頭の 0"]);
    check_sapporo("北海道", "青森県", &["2行目 prefecture", "正しい値： 北海道"]);
    check_sapporo("札幌市", "札幌町", &["2行目 name", "「市」で終わる名前"]);
    check_sapporo("さっぽろし", "さっぽろ市", &["2行目 kana", "ひらがな"]);
    check_sapporo(",市,", ",特別区,", &["「区」で終わる名前", "特別区は東京都"]);
    check_sapporo(",市,", ",政令市,", &["2行目 kind", "市、特別区、町、村"]);
    check_sapporo("43.06", "53.06", &["2行目 lat", "日本の中の位置ではありません"]);
    check_sapporo("1960668", "1,960,668", &["2行目", "列の数が見出しと合いません"]);
    check_sapporo("1960668", "約196万", &["2行目 population", "1以上の整数"]);
    check_sapporo(
        "2022-01-01",
        "2023-01-01",
        &["■ municipalities.csv（1件）", "2行目 population_as_of", "ほかの行と基準日が違います"],
    );
    check_sapporo("19583,", "0,", &["2行目 staff", "1以上の整数"]);
    check_sapporo("19583,", ",", &["2行目 staff_as_of", "職員数が空欄なら空欄"]);
}

#[test]
fn municipalities_are_checked_as_a_whole() {
    let twice = format!("{SAPPORO}\n{SAPPORO}");
    check_text("municipalities.csv", SAPPORO, &twice, &["3行目 code", "同じコードが二度", "2行目と同じ位置"]);
    let without = |text: &str| format!("{text}\n");
    check_text(
        "municipalities.csv",
        &without(SAPPORO),
        "",
        &[
            "prefectures.csv",
            "2行目 municipalities",
            "合計した値と合いません",
            "正しい値： 178",
            "2行目 population",
            "snapshot.toml",
            "totals.cities",
            "maps/01.topo.json",
            "表にないコードの図形",
            "wards.csv",
            "この区のある市が municipalities.csv にあるか",
        ],
    );
    check(
        |workshop| {
            let text = workshop.read("municipalities.csv");
            let mut lines: Vec<&str> = text.lines().collect();
            lines.swap(1, 2);
            workshop.write("municipalities.csv", lines.join("\n") + "\n");
        },
        &["3行目 code", "昇順に並べ替え"],
    );
}

#[test]
fn prefectures_and_their_neighbours_are_checked() {
    let file = "prefectures.csv";
    check_text(file, ",03 05,", ",05 03,", &["青森県", "昇順に1回ずつ"]);
    check_text(
        file,
        ",03 05,",
        ",03,",
        &["■ prefectures.csv（1件）", "02 の行の neighbours に 05 を加える", "問題は全部で1件"],
    );
    let in_both_rows = |workshop: &Workshop| {
        workshop.replace(file, ",03 05,", ",03,");
        workshop.replace(file, ",東北,02 03 ", ",東北,03 ");
    };
    check(in_both_rows, &["地図では境界を共有しているのに", "02 と 05", "問題は全部で1件"]);
    check_text(file, ",02:青函トンネル,", ",,", &["2行目 crossing_note", "linked_by_crossing と合いません"]);
    check_text(file, ",東北,", ",北東北,", &["3行目 region", "regions.csv にない地方", "北海道、東北"]);
    check_text(file, "Aomori", "あおもり", &["3行目 name_en", "半角の英数字"]);
    check_text(file, "01,北海道,Hokkaido", "48,北海道,Hokkaido", &["2行目 code", "01から47まで"]);
    check_text(file, ",40,10,0,22,8,", ",40,11,0,21,8,", &["3行目 cities", "3行目 towns"]);
    check_text(file, ",8984,", ",8985,", &["3行目 municipal_staff", "正しい値： 8984"]);
    check_text("regions.csv", "東北", "東北地方", &["prefectures.csv（6件）"]);
    check(
        |workshop| {
            let text = workshop.read(file);
            let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("47,")).collect();
            workshop.write(file, lines.join("\n") + "\n");
        },
        &["47都道府県が、01から47まで", "46行"],
    );
}

#[test]
fn terms_are_checked() {
    check_text(
        "domains.csv",
        "tools,",
        "tool,",
        &["■ domains.csv（1件）", "slug", "general-affairs、services、tools", "もしかして： 「tools」"],
    );
    check_text("lead_kinds.csv", "council,", "committee,", &["lead_kinds.csv（1件）", "council"]);
    check_text("benefits.csv", "費用削減", "", &["空欄です"]);
    let without_tools = |workshop: &Workshop| {
        let table = workshop.read("domains.csv");
        let lines = table.lines().filter(|line| !line.starts_with("tools,"));
        workshop.write("domains.csv", lines.map(|line| format!("{line}\n")).collect::<String>());
    };
    check(without_tools, &["■ domains.csv（1件）", "行がありません", "tools"]);
    check_text(
        "system_types.csv",
        "online-application,",
        "e-bidding,",
        &["同じものが二度あります（", "行目にも）"],
    );
    check_text("system_types.csv", "\nother,", "\nothers,", &["種別の分からない事例のための行がありません"]);
    check_text(
        "policy_notes.csv",
        "core-systems,",
        "core,",
        &["system_type", "system_types.csv にない slug"],
    );
    check_text("policy_notes.csv", "https://", "ftp://", &["source_url", "URL ではありません"]);
    check_text("policy_notes.csv", "2021-05-19", "2021-05-32", &["source_published", "実在する日付"]);
}

#[test]
fn settings_are_checked() {
    let file = "snapshot.toml";
    check_text(
        file,
        "id = \"2026-11-23\"",
        "id = \"latest\"",
        &["snapshot.toml", "行目 id", "source・schema・latest・changes・maintainer 以外"],
    );
    check_text(file, "as_of = \"2026-11-23\"", "as_of = \"2026-11\"", &["as_of", "日まで"]);
    check_text(file, "published_at = \"2026-11-24\"", "published_at = 2026-11-22", &["as_of より前"]);
    check_text(file, "default = true", "default = \"yes\"", &["default", "true、false（引用符なし）"]);
    check_text(file, "title = ", "titel = ", &["title", "キーがありません", "titel", "知らないキー"]);
    check_text(file, "subject = \"人口\"", "subject = \"\"", &["credits（1番目）.subject", "空です"]);
    check_text(file, "url = \"\"", "url = \"example\"", &["maintainer.url", "URL ではありません"]);
    check_text(
        file,
        "population = 125927902",
        "population = 1",
        &["totals.population", "正しい値： 125927902"],
    );
    check_text(file, "id = \"", "id = ", &["TOML として読めません", "行目"]);
}

#[test]
fn who_publishes_and_when_it_is_updated_may_be_left_open() {
    let check_published = |maintainer: &str, update_note: &str, expected: [&str; 3]| {
        let workshop = Workshop::new();
        workshop.replace("snapshot.toml", "[maintainer]\nname = \"\"\nurl = \"\"", maintainer);
        workshop.replace("snapshot.toml", "update_note = \"\"", update_note);
        workshop.build_well();
        let catalog = fs::read(workshop.data().join("catalog.json")).expect("a catalog");
        let catalog = parse::<Catalog>("catalog.json", &catalog).expect("a catalog");
        let meta = catalog.snapshot(None).expect("a snapshot");
        let url = meta.maintainer.url.as_ref().map_or("", WebAddress::as_str);
        assert_eq!([&*meta.maintainer.name, url, &*meta.update_note], expected);
    };
    check_published("", "update_note = \"\"", ["", "", ""]);
    check_published(
        "[maintainer]\nname = \"見本県\"\nurl = \"\"",
        "update_note = \"年1回\"",
        ["見本県", "", "年1回"],
    );
    check_published(
        "[maintainer]\nname = \"見本県\"\nurl = \"https://example.jp/\"",
        "update_note = \"\"",
        ["見本県", "https://example.jp/", ""],
    );

    let file = "snapshot.toml";
    let workshop = Workshop::new();
    workshop.replace(
        file,
        "name = \"\"\nurl = \"\"",
        "name = \"\"\nurl = \"\"\nemail = \"dx@pref.example.lg.jp\"",
    );
    workshop.build_well();
    let catalog = fs::read_to_string(workshop.data().join("catalog.json")).expect("a catalog");
    assert!(catalog.contains("\"email\": \"dx@pref.example.lg.jp\""), "{catalog}");
    for wrong in ["tanaka@example.com", "dx@pref.example.lg.jp?bcc=a@b.jp", "mailto:dx@example.jp"] {
        check_text(
            file,
            "url = \"\"",
            &format!("url = \"\"\nemail = \"{wrong}\""),
            &["maintainer.email", "メールアドレスとして正しい形ではありません", "dx@pref.example.lg.jp の形"],
        );
    }
    let name = "[maintainer]\nname = \"\"";
    check_text(
        file,
        "url = \"\"",
        "url = \"javascript:alert(1)\"",
        &["maintainer.url", "URL ではありません"],
    );
    check_text(file, "url = \"\"", "url = \"https://a.jp/\\u0009\"", &["maintainer.url", "タブ"]);
    check_text(file, name, "[maintainer]\nname = \"見本\\u202e県\"", &["maintainer.name", "U+202E"]);
    check_text(file, name, "[maintainer]\nname = 1", &["maintainer.name", "文字列ではありません"]);
    check_text(
        file,
        name,
        "[maintainer]\nnmae = \"\"",
        &["maintainer.name", "キーがありません", "maintainer.nmae"],
    );
    check_text(file, "update_note = \"\"", "update_note = \"年\\u00001回\"", &["行目 update_note", "U+0000"]);
    check_text(file, "update_note = \"\"", "update_note = \"\"\"年\n1回\"\"\"", &["update_note", "改行"]);
}

#[test]
fn maps_are_checked() {
    let file = "maps/31.topo.json";
    check_text(file, "\"312011\"", "\"312010\"", &[file, "id"]);
    check_text(file, "\"Polygon\"", "\"LineString\"", &[file, "TopoJSON として読めません"]);
    check_text(file, "\"objects\":{\"31\"", "\"objects\":{\"32\"", &[file, "objects が 31"]);
    check_text("maps/japan.topo.json", "鳥取県", "取鳥県", &["図形の名前が表と違います", "鳥取県"]);
    check_text(
        "maps/japan.topo.json",
        "{",
        &format!("{{\"x\":\"{}\",", "x".repeat(10_000)),
        &["全国地図が大きすぎます"],
    );
}

#[test]
fn columns_are_checked() {
    check_text(
        "municipalities.csv",
        "code,prefecture,",
        "code,pref,",
        &["1行目 pref", "知らない列", "1行目 prefecture", "列がありません"],
    );
    check_text(
        "benefits.csv",
        "slug,name,name_en",
        "slug,name,name",
        &["同じ見出しが二度", "列がありません"],
    );
    check_text("domains.csv", "\n", ",\n", &["名前のない列"]);
    check_text("regions.csv", "\n", "\n\n", &["2行目 ： 空の行"]);
}
