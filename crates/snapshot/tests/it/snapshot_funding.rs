//! Money that can pay for joint procurement: what a maintainer writes of it, and what is published.

use std::fs;

use joint_procurement_core::domain::{Catalog, FileRole, Funding, JointBuying, Programme, Term};
use joint_procurement_core::files::{decode, parse};

use serde_json::{Value, json};

use crate::program::{Run, Workshop};
use crate::snapshot_check::{self as published, Published};

const FILE: &str = "funding.csv";
const SOURCES: &str = "funding_sources.csv";
const HEADER: &str =
    "slug,name,kind,giver,object,joint,rate,ceiling,period,ended,system_types,checked_on,note";
const SOURCES_HEADER: &str = "funding,url,publisher,published,class,note";
const BOND: &str = "bond,見本の地方債,地方債,見本省,新しく入れる費用,eligible,充当率90%,,5年間,,all,2026-11-20,運用費は未確認";
const GRANT: &str =
    "grant,見本の交付金,交付金,見本府,立ち上げの費用,required,1/2,100万円,,yes,e-bidding;gis,2026-11-20,";
const OF_BOND: &str = "bond,https://example.jp/bond?a=1&b=2,見本省,2025-11,公的,率と期間";
const OF_GRANT: &str = "grant,https://example.jp/grant,見本府,,その他,";

fn with_rows(workshop: &Workshop, rows: &[&str], sources: &[&str]) {
    workshop.write(FILE, format!("{HEADER}\n{}\n", rows.join("\n")));
    workshop.write(SOURCES, format!("{SOURCES_HEADER}\n{}\n", sources.join("\n")));
}

/// Puts two sound programmes into a source folder.
pub fn write_tables(workshop: &Workshop) {
    with_rows(workshop, &[BOND, GRANT], &[OF_BOND, OF_GRANT]);
}

fn funding(workshop: &Workshop) -> Option<Funding> {
    let read = |path: &str| fs::read(workshop.data().join(path)).expect(path);
    let catalog = parse::<Catalog>("catalog.json", &read("catalog.json")).expect("a catalog");
    let entry = catalog.snapshot(None).and_then(|meta| meta.file(FileRole::Funding))?.clone();
    Some(decode(&entry, &read(&entry.path)).expect("programmes in JSON"))
}

#[test]
fn programmes_are_published_as_written_with_their_sources() {
    let workshop = Workshop::new();
    with_rows(
        &workshop,
        &[BOND, GRANT],
        &[OF_GRANT, OF_BOND, "grant,http://example.jp/2,見本社,2024,報道,名称"],
    );
    workshop.build_well();
    let funding = funding(&workshop).expect("programmes");
    let [bond, grant] = funding.programmes.as_slice() else { panic!("{funding:?}") };
    let Programme { rate, ceiling, period, note, .. } = bond;
    let stated = [rate, ceiling, period, note].map(Option::as_deref);
    assert_eq!(
        stated,
        [Some("充当率90%"), None, Some("5年間"), Some("運用費は未確認")],
        "empty is not known"
    );
    assert_eq!((bond.joint, bond.ended, bond.system_types.len()), (JointBuying::Eligible, None, 0));
    assert_eq!((grant.joint, grant.ended), (JointBuying::Required, Some(true)));
    let fits = |programme: &Programme, slug: &str| programme.fits(&slug.parse().expect("a slug"));
    assert!(fits(bond, "e-contract"), "for all types");
    assert!(fits(grant, "gis") && fits(grant, "e-bidding") && !fits(grant, "e-contract"));
    let urls = |it: &Programme| {
        let urls = it.sources.iter().filter_map(|source| source.url.as_ref());
        urls.map(|url| url.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(urls(bond), ["https://example.jp/bond?a=1&b=2"]);
    assert_eq!(urls(grant), ["https://example.jp/grant", "http://example.jp/2"], "in the order of the table");
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn a_folder_without_the_tables_publishes_none() {
    let workshop = Workshop::new();
    for file in [FILE, SOURCES].map(|name| workshop.file(name)).iter().filter(|file| file.exists()) {
        fs::remove_file(file).expect("removed");
    }
    workshop.build_well();
    assert_eq!(funding(&workshop), None);
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);

    workshop.write(SOURCES, format!("{SOURCES_HEADER}\n{OF_BOND}\n"));
    refused(&workshop.build(), SOURCES, &["funding.csv がないのに"]);
    fs::remove_file(workshop.file(SOURCES)).expect("removed");
    workshop.write(FILE, format!("{HEADER}\n{BOND}\n"));
    refused(&workshop.build(), SOURCES, &["見つかりません"]);
}

/// Holds that the run was refused for one mistake of this file.
fn refused(run: &Run, file: &str, expected: &[&str]) {
    assert_eq!(run.code, 1, "{expected:?}: {}", run.err);
    let heading = format!("■ {file}（1件）");
    for fragment in [heading.as_str(), "問題は全部で1件"].iter().chain(expected) {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
}

/// Replaces a cell of the first programme.
fn check_cell(from: &str, to: &str, expected: &[&str]) {
    assert!(BOND.contains(from), "{from}");
    let workshop = Workshop::new();
    with_rows(&workshop, &[&BOND.replacen(from, to, 1), GRANT], &[OF_BOND, OF_GRANT]);
    refused(&workshop.build(), FILE, &[&["2行目"], expected].concat());
}

#[test]
fn mistakes_of_programmes_are_told() {
    for (from, column) in
        [("見本の地方債", "name"), (",地方債", "kind"), ("見本省", "giver"), ("新しく入れる費用", "object")]
    {
        check_cell(from, if from.starts_with(',') { "," } else { "" }, &[column, "空欄です"]);
    }
    check_cell("eligible", "allowed", &["joint", "使える語ではありません", "required（共同調達が条件）"]);
    check_cell("eligible", "共同調達が条件", &["joint", "使える語ではありません", "unclear"]);
    check_cell("eligible", "", &["joint", "空欄です"]);
    check_cell("5年間,,", "5年間,終了,", &["ended", "使える語ではありません", "yes（終了した）"]);
    check_cell(",all,", ",,", &["system_types", "空欄です"]);
    check_cell(",all,", ",no-such-type,", &["system_types", "no-such-type", "system_types.csv にない slug"]);
    check_cell(",all,", ",電子入札,", &["system_types", "電子入札", "system_types.csv にない slug"]);
    check_cell(",all,", ",gis;all,", &["system_types", "見つかった値： all", "だけ"]);
    check_cell(",all,", ",gis;,", &["system_types", "見つかった値： gis;"]);
    check_cell(",all,", ",gis; e-bidding,", &["system_types", "system_types.csv にない slug"]);
    check_cell(",all,", ",gis;gis,", &["system_types", "同じ種別が二度"]);
    check_cell("2026-11-20", "2026-11", &["checked_on", "日まで書いてください"]);
    check_cell("2026-11-20", "2026-02-30", &["checked_on", "実在する日"]);
    check_cell("2026-11-20", "", &["checked_on", "空欄です"]);
    check_cell("2026-11-20", "2099-01-01", &["checked_on", "公開した日", "published_at"]);
    check_cell("見本の地方債", "見本&amp;地方債", &["name", "HTML の書き方の文字", "&amp;"]);
    check_cell("運用費は未確認", "運用費&#12539;未確認", &["note", "HTML の書き方の文字", "&#12539;"]);
    check_cell("運用費は未確認", "dx@example.jp に聞く", &["note", "メールアドレス"]);
}

#[test]
fn a_programme_stands_once_with_a_slug_of_its_own() {
    let check = |row: &str, expected: &[&str]| {
        let workshop = Workshop::new();
        with_rows(&workshop, &[BOND, row], &[OF_BOND, OF_GRANT]);
        refused(&workshop.build(), FILE, expected);
    };
    check(&GRANT.replacen("見本の交付金", "見本の地方債", 1), &["3行目 name", "同じものが二度"]);
    let workshop = Workshop::new();
    with_rows(&workshop, &[BOND, &GRANT.replacen("grant", "bond", 1)], &[OF_BOND]);
    refused(&workshop.build(), FILE, &["3行目 slug", "同じものが二度"]);
    with_rows(&workshop, &[BOND, &GRANT.replacen("grant", "Grant 1", 1)], &[OF_BOND]);
    refused(&workshop.build(), FILE, &["3行目 slug", "値の形が正しくありません"]);
}

#[test]
fn mistakes_of_sources_are_told() {
    let check = |source: &str, expected: &[&str]| {
        let workshop = Workshop::new();
        with_rows(&workshop, &[BOND, GRANT], &[OF_BOND, OF_GRANT, source]);
        refused(&workshop.build(), SOURCES, &[&["4行目"], expected].concat());
    };
    check("bonds,https://example.jp/,見本社,,報道,", &["funding", "funding.csv にない slug", "bonds"]);
    check(",https://example.jp/,見本社,,報道,", &["funding", "funding.csv にない slug"]);
    check(OF_BOND, &["url", "同じ出典が二度"]);
    check("bond,example.jp,見本社,,報道,", &["url", "URL ではありません"]);
    check("bond,javascript:alert(1),見本社,,報道,", &["url", "URL ではありません"]);
    check("bond,https://example.jp/?a=1&amp;b=2,見本社,,報道,", &["url", "HTML の書き方の文字", "&amp;"]);
    check("bond,https://example.jp/,,,報道,", &["publisher", "空欄です"]);
    check("bond,https://example.jp/,見本社,2025年,報道,", &["published", "値の形が正しくありません"]);
    check(
        "bond,https://example.jp/,見本社,2026-11-21,報道,",
        &["published", "確認した日", "2026-11-20 まで"],
    );

    check("bond,https://example.jp/,見本社,,press,", &["class", "使える語ではありません", "議員・個人"]);
    check("bond,https://example.jp/,見本社,,,", &["class", "空欄です"]);

    let workshop = Workshop::new();
    with_rows(&workshop, &[BOND, GRANT], &[OF_BOND]);
    refused(&workshop.build(), FILE, &["3行目 slug", "出典がありません", "grant"]);
}

#[test]
fn each_word_for_joint_procurement_can_be_written() {
    for joint in JointBuying::ALL {
        let workshop = Workshop::new();
        with_rows(&workshop, &[&BOND.replacen("eligible", joint.slug(), 1)], &[OF_BOND]);
        workshop.build_well();
        let programmes = funding(&workshop).map(|funding| funding.programmes).unwrap_or_default();
        assert_eq!(programmes.iter().map(|it| it.joint).collect::<Vec<_>>(), [*joint]);
    }
}

#[test]
fn wrong_programmes_are_found_in_published_data() {
    let programme = |key: &'static str, value: Value| {
        move |it: &Published| it.edit_file("funding", |file| file["programmes"][0][key] = value.clone())
    };
    published::check(programme("system_types", json!(["abacus"])), &["/funding.", "（bond）", "abacus"]);
    for day in ["2026-11", "2099-01-01"] {
        published::check(programme("checked_on", json!(day)), &["/funding.", "確認した日", day]);
    }
    for sources in [json!([]), json!([{"url": "javascript:alert(1)", "publisher": "p", "class": "press"}])] {
        published::check(programme("sources", sources), &["/funding.", "財源に出典がない"]);
    }
}
