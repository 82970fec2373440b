use joint_procurement_core::domain::{
    CaseId, MissingReason, MunicipalityCode, PrefectureCode, Status, WebAddress, YearMonth,
};

use super::*;

#[test]
fn forms_are_those_that_the_type_takes() {
    assert_eq!(form::<YearMonth>("2023/4"), ["2023-04"]);
    assert_eq!(form::<YearMonth>("令和5年4月1日"), ["2023-04"]);
    assert_eq!(form::<YearMonth>("令和5年度"), ["2023", "2024"]);
    assert_eq!(form::<Date>("令和5年4月1日")[0], "2023-04-01");
    assert_eq!(form::<Date>("45017")[0], "2023-04-01");
    assert_eq!(form::<PrefectureCode>("1"), ["01"]);
    assert_eq!(form::<MunicipalityCode>("11002"), ["011002"]);
    assert_eq!(form::<CaseId>("1-school-affairs-2023"), ["01-school-affairs-2023"]);
    assert_eq!(form::<Slug>("E Bidding"), ["e-bidding"]);
    assert_eq!(form::<Slug>("S1"), ["s1"]);
    assert_eq!(form::<WebAddress>("www.pref.example.jp/a"), ["https://www.pref.example.jp/a"]);
    assert_eq!(form::<YearMonth>("20234-04"), Vec::<String>::new(), "2023, 2024 and others");
    assert_eq!(form::<YearMonth>("20023-04"), ["2023-04"]);
    assert_eq!(earlier("2106-04", "2026-11-23".parse().unwrap()).as_deref(), Some("2016-04"));
    assert_eq!(earlier("2031-04", "2026-11-23".parse().unwrap()).as_deref(), Some("2013-04"));
    assert_eq!(earlier("2077-04", "2026-11-23".parse().unwrap()), None);
    assert!(form::<YearMonth>("令和5年13月").is_empty());
    assert!(form::<PrefectureCode>("48").is_empty());
}

#[test]
fn words_are_found_by_alias_slug_and_likeness() {
    let status = |text| term::<Status>(text, Status::ja);
    for (text, meant) in
        [("運用中", "稼働中"), ("稼動中", "稼働中"), ("operating", "稼働中"), ("調達済み", "調達済")]
    {
        assert_eq!(status(text), [meant], "{text}");
    }
    assert!(status("牛乳").is_empty());
    assert_eq!(term::<MissingReason>("非公表", MissingReason::slug), ["not_public"]);
    assert_eq!(term::<MissingReason>("非公開", MissingReason::slug), ["not_public"]);
}

#[test]
fn values_of_json_are_found_in_texts() {
    let text = |text: &str| Value::from(text);
    assert_eq!(json_whole(Some(&text("10"))).as_deref(), Some("10"));
    assert_eq!(json_whole(Some(&text("1,234人"))).as_deref(), Some("1234"));
    assert_eq!(json_whole(Some(&Value::from(10.0))).as_deref(), Some("10"));
    assert_eq!(json_whole(Some(&Value::from(10.5))), None);
    assert_eq!(json_amount(Some(&text("1,000万円以上5,000万円未満"))), ["[10000000,49999999]"]);
    assert_eq!(json_amount(Some(&text("120万円"))), ["1200000"]);
    assert_eq!(json_answer(Some(&text("有"))).as_deref(), Some("true"));
    assert_eq!(json_answer(Some(&Value::from(0))).as_deref(), Some("false"));
    assert_eq!(json_texts(Some(&text("札幌市、函館市"))), ["[\"札幌市\",\"函館市\"]"]);
    assert_eq!(hiragana("ｻｯﾎﾟﾛｼ").as_deref(), Some("さっぽろし"));
    assert_eq!(hiragana("札幌"), None);
}

#[test]
fn values_that_are_joined_come_apart_where_all_are_known() {
    let known = ["費用削減", "専門性・ノウハウの補完", "業務の標準化"];
    for text in [
        "費用削減・業務の標準化",
        "費用削減/業務の標準化",
        "費用削減　業務の標準化",
        "費用削減、業務の標準化",
    ] {
        assert_eq!(several(text, known.into_iter()).unwrap(), ["費用削減", "業務の標準化"], "{text}");
    }
    assert_eq!(several("費用削減・専門性", known.into_iter()), None);
    assert_eq!(several("費用削減", known.into_iter()), None);
}

#[test]
fn words_of_an_answer_are_those_of_the_vocabulary() {
    use joint_procurement_core::domain::{JoinAnswer, PrefectureShare};
    for (text, meant) in
        [("有", "参加できる"), ("○", "参加できる"), ("無", "参加できない"), ("要相談", "相談に応じる")]
    {
        assert_eq!(term::<JoinAnswer>(text, JoinAnswer::ja), [meant], "{text}");
    }
    assert_eq!(term::<PrefectureShare>("無", PrefectureShare::ja), ["なし"]);
    assert!(term::<PrefectureShare>("○", PrefectureShare::ja).is_empty());
}

#[test]
fn several_words_where_one_can_be_are_told_as_such() {
    use joint_procurement_core::domain::{Domain, SavingKind};
    assert_eq!(term::<Domain>("事業部門、ツール", Domain::ja), ["事業部門", "ツール"]);
    assert_eq!(term::<Domain>("services; tools", Domain::ja), ["事業部門", "ツール"]);
    assert_eq!(term::<SavingKind>("予測", SavingKind::ja), ["見込"]);
    assert!(term::<Domain>("事業部門でない", Domain::ja).is_empty());

    let of = |slug: &str, name: &str| SystemType {
        slug: slug.parse().unwrap(),
        name: name.to_owned(),
        name_en: name.to_owned(),
        description: String::new(),
        policy_notes: Vec::new(),
    };
    let terms = Terms {
        schema_version: joint_procurement_core::domain::SCHEMA_VERSION,
        system_types: vec![of("gis", "GIS"), of("online-application", "電子申請")],
        domains: Vec::new(),
        benefits: Vec::new(),
        lead_kinds: Vec::new(),
        synonyms: Vec::new(),
    };
    for (text, names, slugs) in [
        ("電子申請、GIS", &["電子申請", "GIS"][..], &["online-application", "gis"][..]),
        ("電子申請システム", &["電子申請"], &["online-application"]),
        ("gis", &["GIS"], &[]),
        ("総務部門", &[], &[]),
    ] {
        assert_eq!(system_type(text, &terms, |_| ""), names, "{text}");
        assert_eq!(system_type(text, &terms, Slug::as_str), slugs, "{text}");
    }
    assert!(field_of_work("総務部門").is_some_and(|told| told.contains("領域です")));
    assert_eq!(field_of_work("電子申請"), None);
}
