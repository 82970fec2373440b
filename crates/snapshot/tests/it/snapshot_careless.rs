//! Slips of tired people: their own notes in a table, and what they copied from the wrong place.

use serde_json::{Value, json};

use crate::program::{Workshop, full_case};
use crate::snapshot_build::assert_refused;
use crate::snapshot_contradictions::{case, check};
use crate::snapshot_import::Desk;

/// A case with another page.
fn page(key: &str, value: Value) -> Value {
    let mut source = full_case()["sources"][0].clone();
    source[key] = value;
    json!({ "sources": [source] })
}

/// Gives the notes on a case.
fn notes(fields: &Value) -> Vec<String> {
    let workshop = Workshop::new();
    workshop.write_cases(&[case(1, fields)]);
    let run = workshop.build_well();
    run.err.lines().filter(|line| line.starts_with("お知らせ： cases.jsonl")).map(str::to_owned).collect()
}

#[track_caller]
fn check_note(fields: &Value, words: &[&str]) {
    let notes = notes(fields);
    let [note] = notes.as_slice() else { panic!("one note on {fields}: {notes:?}") };
    for word in words {
        assert!(note.contains(word), "{word} in {note}");
    }
}

#[test]
fn notes_trials_and_numbers_in_the_place_of_values_are_refused() {
    check(&[
        (json!({ "vendor": "要確認" }), "vendor", "覚え書き"),
        (json!({ "title": "テスト" }), "title", "覚え書き"),
        (json!({ "product": "（仮）" }), "product", "覚え書き"),
        (json!({ "lead_organization": "ダミー" }), "lead_organization", "覚え書き"),
        (json!({ "cost_sharing": "調整中" }), "cost_sharing", "null と書いて"),
        (json!({ "contact_department": "あああ" }), "contact_department", "覚え書き"),
        (json!({ "status": "要確認" }), "status", "覚え書き"),
        (json!({ "vendor": "12345" }), "vendor", "言葉がありません"),
        (json!({ "vendor": "あり" }), "vendor", "はい・いいえの答え"),
        (json!({ "cost_sharing": "○" }), "cost_sharing", "はい・いいえの答え"),
        (json!({ "process": "5,000" }), "process", "言葉がありません"),
        (json!({ "product": "https://example.jp/product" }), "product", "名前に URL"),
        (page("title", json!("ここに入力")), "sources（1番目） title", "覚え書き"),
        (page("publisher", json!("xxx")), "sources（1番目） publisher", "覚え書き"),
    ]);
}

#[test]
fn notes_inside_a_text_are_noted() {
    check_note(
        &json!({ "process": "協議会で決めた。金額は山田さんに確認中。" }),
        &["1行目 process", "「確認中」"],
    );
    check_note(&json!({ "vendor": "見本株式会社（要確認）" }), &["vendor", "「(要確認)」"]);
    check_note(&json!({ "background": "TODO 背景を書く" }), &["background", "「todo」"]);
    check_note(&page("title", json!("○○市の資料")), &["sources（1番目） title", "「○○」"]);
    check_note(&json!({ "product": "電子入札のために使っている。" }), &["文のようか", "31-x-1"]);
    check_note(&json!({ "vendor": "見本株式会社？" }), &["最後に「？」", "31-x-1"]);
    assert_eq!(notes(&json!({ "process": "仮運用の後、テストをして始めた(仮称)。" })), Vec::<String>::new());
}

#[test]
fn notes_in_other_tables_are_told_too() {
    let workshop = Workshop::new();
    workshop.replace("snapshot.toml", "title = \"", "title = \"テスト\" # \"");
    workshop.replace("benefits.csv", "費用削減", "要確認");
    workshop
        .write("errata.csv", "date,case,field,wrong,right,reason,url\n2026-11-24,,,見本,後で書く,要確認,\n");
    assert_refused(
        &workshop,
        &workshop.build(),
        &["title ： 作業中", "name ： 作業中", "right ： 作業中", "reason ： 作業中"],
    );
    workshop
        .write("errata.csv", "date,case,field,wrong,right,reason,url\n2026-11-24,,,要確認,見本,書き忘れ,\n");
    assert!(!workshop.build().err.contains("errata.csv"), "what was published may have been such a note");
}

#[test]
fn texts_longer_than_a_cell_are_refused() {
    check(&[(json!({ "process": "長".repeat(32_768) }), "process", "32,768文字")]);
}

#[test]
fn titles_and_publishers_that_are_none_are_refused() {
    check(&[
        (page("title", json!("https://example.jp/case")), "title", "題名に URL"),
        (page("title", json!("001234.pdf")), "title", "ファイルの名前です"),
        (page("title", json!("2023-04-01")), "title", "題名に日付"),
        (page("title", json!("404 Not Found")), "title", "開けなかったページ"),
        (page("publisher", json!("12345")), "publisher", "発行者に文字が"),
        (page("publisher", json!("令和5年4月1日")), "publisher", "発行者に日付"),
        (page("publisher", json!("www.pref.example.lg.jp")), "publisher", "発行者に URL"),
    ]);
    check_note(
        &page("title", json!("仕様書（最終）.pdf")),
        &["「仕様書（最終）.pdf」", "ファイルの名前のよう"],
    );
    check_note(&page("title", json!("見本県")), &["「見本県」", "発行者と同じ"]);
    check_note(&page("title", json!("こちら")), &["どのページか分からない"]);
}

#[test]
fn addresses_that_state_nothing_are_told() {
    let url = |url: &str| page("url", json!(url));
    check(&[
        (url("https://www.google.com/search?q=a"), "url", "検索結果のページ"),
        (url("https://search.yahoo.co.jp/search?p=a"), "url", "検索して見つけたページ"),
        (url("https://www.bing.com/search?q=a"), "url", "検索結果のページ"),
        (url("https://duckduckgo.com/?q=a"), "url", "検索結果のページ"),
        (url("https://x.com/search?q=a"), "url", "検索結果のページ"),
        (url("https://mail.google.com/mail/u/0/"), "url", "利用者だけが開ける"),
    ]);
    let mut archived = url("https://example.jp/a");
    archived["sources"][0]["archived_url"] = json!("https://example.jp/a");
    let document = &full_case()["documents"][0];
    check(&[
        (archived, "archived_url", "もとのページと同じ"),
        (json!({ "documents": [document, document] }), "documents（2番目） url", "二度あります"),
    ]);
    check_note(&url("https://www.pref.example.lg.jp/"), &["トップページ", "31-x-1は https://www.pref"]);
    let post = |class: &str| {
        let mut case = url("https://x.com/a/status/1");
        for (key, value) in [("class", class), ("publisher", "見本の広報（X）")] {
            case["sources"][0][key] = json!(value);
        }
        case
    };
    check_note(&post("その他"), &["だれでも書けるサイト", "31-x-1"]);
    assert_eq!(notes(&post("公的")), Vec::<String>::new());
}

#[test]
fn names_in_one_place_are_no_wrong_count_too() {
    let names = |names: &[&str]| json!({ "participants_names": names, "participants_count": 3 });
    check(&[
        (names(&["鳥取市、米子市", "倉吉市"]), "participants_names", "2つに分けて"),
        (names(&["鳥取市", "米子市"]), "participants_count", "数と合いません"),
    ]);
}

#[test]
fn remarks_say_nothing_of_what_is_told() {
    let workshop = Workshop::new();
    let wrong = json!({
        "scope": "municipal", "lead_kind": "council",
        "participants_names": ["鳥取市", "とっとり"], "participants_count": 2,
    });
    let mut saving = full_case()["savings"][0].clone();
    for (key, value) in
        [("percent", json!(null)), ("before_yen", json!("三百円")), ("saved_yen", json!(null))]
    {
        saving[key] = value;
    }
    let amounts = json!({ "savings": [saving] });
    workshop.write_cases(&[case(1, &wrong), case(2, &amounts)]);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.err.contains("cases.jsonl（2件）"), "{}", run.err);
    assert!(!run.err.contains("お知らせ"), "{}", run.err);
}

#[test]
fn days_of_the_settings_are_held_against_today() {
    let desk = |as_of: &str, published_at: &str| {
        let desk = Desk::new();
        desk.change(|it| {
            it.set_text("設定", "B8", as_of);
            it.set_text("設定", "B9", published_at);
        });
        desk
    };
    let slip = "もしかして： 「2026-11-24」";
    let run =
        desk("2026-11-23", "2062-11-24").assert_refused(&["B9", "今日（2026-11-30）より後の日です", slip]);
    assert!(run.err.contains("全部で1件"), "{}", run.err);
    desk("2026-11-23", "2206-11-24").assert_refused(&["B9", slip]);
    // The wrong one is told, not the other.
    let run = desk("2206-11-23", "2026-11-24").assert_refused(&["B8", "もしかして： 「2026-11-23」"]);
    assert!(!run.err.contains("B9"), "{}", run.err);
    desk("2016-11-23", "2026-11-24").assert_refused(&["B8", "10年も前", "もしかして： 「2026-11-23」"]);
    assert_eq!(desk("2026-11-30", "2026-12-01").import().code, 0);
}

#[test]
fn a_slow_clock_does_not_stop_tables_that_were_right() {
    let workshop = Workshop::new();
    for key in ["as_of", "published_at"] {
        let text = workshop.read("snapshot.toml");
        let lines = text.lines().map(|line| match line.starts_with(&format!("{key} = ")) {
            true => format!("{key} = \"2027-01-01\"\n"),
            false => format!("{line}\n"),
        });
        workshop.write("snapshot.toml", lines.collect::<String>());
    }
    Desk::of(workshop).assert_unchanged();
}

#[test]
fn names_and_readings_of_another_row_are_told() {
    let workshop = Workshop::new();
    workshop.replace("prefectures.csv", "Aomori", "Iwate");
    workshop.replace("municipalities.csv", "はこだてし", "はこだてちょう");
    workshop.replace("municipalities.csv", "ニセコ町,にせこちょう", "ニセコ町,くっちゃんちょう");
    workshop.replace("wards.csv", "ちゅうおうく", "ちゅうおうし");
    assert_refused(
        &workshop,
        &workshop.build(),
        &[
            "4行目 name_en ： 同じものが二度あります（3行目にも）",
            "「し」で終わる読み",
            "もしかして： 「にせこちょう」",
            "「く」で終わる読み",
            "全部で4件",
        ],
    );
    let workshop = Workshop::new();
    let from = "函館市,はこだてし";
    workshop.replace("municipalities.csv", from, "函館市,さっぽろし");
    let run = workshop.build_well();
    assert!(run.err.contains("kana の「さっぽろし」は、同じ都道府県の"), "{}", run.err);
    let usual = Workshop::new().build_well();
    assert!(!usual.err.contains("kana"), "{}", usual.err);
}

#[test]
fn people_and_staff_in_each_others_place_are_one_mistake() {
    let workshop = Workshop::new();
    let table = workshop.read("municipalities.csv");
    let swapped = table.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[2] == "鳥取市" {
            cells.swap(7, 9);
        }
        cells.join(",") + "\n"
    });
    workshop.write("municipalities.csv", swapped.collect::<String>());
    assert_refused(&workshop, &workshop.build(), &["staff ： 人口（", "逆でないか", "全部で1件"]);
}

#[test]
fn mail_addresses_of_persons_are_refused_with_the_reason() {
    for address in ["someone@gmail.com", "someone@yahoo.co.jp"] {
        let workshop = Workshop::new();
        workshop.replace(
            "snapshot.toml",
            "[maintainer]\n",
            &format!("[maintainer]\nemail = \"{address}\"\n"),
        );
        assert_refused(
            &workshop,
            &workshop.build(),
            &["maintainer.email", "個人の使うメールサービス", "部署のアドレス"],
        );
    }
}

#[test]
fn what_a_setting_can_be_is_told() {
    let workshop = Workshop::new();
    workshop.replace("snapshot.toml", "kind = \"compiled\"", "kind = \"アンケート\"");
    assert_refused(&workshop, &workshop.build(), &["kind ： 使える語ではありません", "official（"]);
}
