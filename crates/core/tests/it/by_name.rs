//! Finding by name, in the forms in which people type.

use joint_procurement_core::query::{NameIndex, NameScope, Named};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::{Published, published};

/// The published names, and how they are shown here: 「鳥取県岩美町」.
pub struct Names {
    pub published: Published,
    pub index: NameIndex,
}

impl Names {
    pub fn of(scope: NameScope) -> Self {
        let published = published();
        let index = NameIndex::new(&published.snapshot, &published.municipalities, scope, normalize);
        Self { published, index }
    }

    pub fn show(&self, named: Named) -> String {
        let Published { snapshot, municipalities, .. } = &self.published;
        match named {
            Named::Municipality(code) => {
                let name = municipalities.get(code).unwrap().name;
                format!("{}{name}", snapshot.prefecture_name(code.prefecture()))
            }
            Named::Prefecture(code) => snapshot.prefecture_name(code).to_owned(),
            Named::System(at) => snapshot.terms.system_types[at].name.clone(),
            Named::Case(row) => snapshot.cases.row(row).title().to_owned(),
        }
    }

    pub fn found(&self, text: &str) -> Vec<String> {
        self.index.find(text).candidates.iter().map(|it| self.show(it.named)).collect()
    }

    pub fn only_exact(&self, text: &str) -> Option<String> {
        self.index.find(text).only_exact.map(|it| self.show(it))
    }
}

/// Checks what comes first for each of the texts.
#[track_caller]
fn check_first(cases: &[(&str, &[&str])]) {
    let names = Names::of(NameScope::Municipalities);
    for (text, expected) in cases {
        let found = names.found(text);
        assert_eq!(found.get(..expected.len()).unwrap_or(&found), *expected, "{text}: {found:?}");
    }
}

#[test]
fn kanji_kana_and_parts_find() {
    check_first(&[
        ("岩美町", &["鳥取県岩美町"]),
        ("岩美", &["鳥取県岩美町"]),
        ("いわみちょう", &["鳥取県岩美町"]),
        ("イワミチョウ", &["鳥取県岩美町"]),
        ("いわみ", &["鳥取県岩美町", "北海道岩見沢市"]),
        ("とっとりし", &["鳥取県鳥取市"]),
        ("ﾆｾｺ", &["北海道ニセコ町"]),
        ("見沢", &["北海道岩見沢市"]),
    ]);
    let names = Names::of(NameScope::Municipalities);
    assert!(names.found("").is_empty() && names.found(" 　").is_empty());
    assert!(names.found("そのような町はない").is_empty());
}

#[test]
fn a_prefecture_stands_before_the_name_in_one_word_or_two() {
    for (text, first) in [
        ("福島県伊達市", "福島県伊達市"),
        ("福島県 伊達市", "福島県伊達市"),
        ("福島県　伊達市", "福島県伊達市"),
        ("伊達市 福島県", "福島県伊達市"),
        ("伊達 福島", "福島県伊達市"),
        ("福島伊達市", "福島県伊達市"),
        ("福島県伊達", "福島県伊達市"),
        ("福島伊達", "福島県伊達市"),
        ("ふくしまけんだてし", "福島県伊達市"),
        ("ふくしまだて", "福島県伊達市"),
        ("北海道伊達市", "北海道伊達市"),
        ("東京都府中市", "東京都府中市"),
        ("東京府中", "東京都府中市"),
        ("広島県府中市", "広島県府中市"),
        ("広島府中町", "広島県府中町"),
        ("京都府京都市", "京都府京都市"),
        ("とっとりけんいわみちょう", "鳥取県岩美町"),
        ("鳥取 岩", "鳥取県岩美町"),
    ] {
        check_first(&[(text, &[first])]);
    }
    // 長野県 has 原村, but nobody means it so.
    check_first(&[
        ("長野原", &["群馬県長野原町"]),
        ("ながのはら", &["群馬県長野原町"]),
        ("山口市", &["山口県山口市"]),
    ]);
    let names = Names::of(NameScope::Municipalities);
    assert_eq!(names.found("鳥取県 島根"), Vec::<String>::new());
    assert_eq!(names.found("福島県伊達市").len(), 1, "not that of 北海道");
}

#[test]
fn a_prefecture_or_county_alone_lists_what_lies_in_it() {
    let names = Names::of(NameScope::Municipalities);
    let of_tottori = names.found("鳥取県");
    assert_eq!(of_tottori.len(), 19);
    assert!(of_tottori.iter().all(|it| it.starts_with("鳥取県")));
    assert_eq!(names.only_exact("鳥取県"), None);
    assert_eq!(names.found("東伯郡").len(), 4);
    assert!(!names.found("鳥取").iter().any(|it| it.contains("米子")));
}

#[test]
fn a_county_stands_before_the_name() {
    for (text, first) in [
        ("西八代郡市川三郷町", "山梨県市川三郷町"),
        ("山梨県西八代郡市川三郷町", "山梨県市川三郷町"),
        ("山梨県 西八代郡 市川三郷町", "山梨県市川三郷町"),
        ("西八代郡市川三郷", "山梨県市川三郷町"),
        ("北安曇郡池田町", "長野県池田町"),
        ("揖斐郡池田町", "岐阜県池田町"),
        ("中川郡池田町", "北海道池田町"),
        ("今立郡池田町", "福井県池田町"),
        ("高岡郡梼原町", "高知県梼原町"),
        ("不破郡関ヶ原町", "岐阜県関ケ原町"),
    ] {
        let names = Names::of(NameScope::Municipalities);
        assert_eq!(names.found(text), [first], "{text}");
        if text.ends_with('町') {
            assert_eq!(names.only_exact(text).as_deref(), Some(first), "{text}");
        }
    }
    // Names that hold the letter are no counties.
    check_first(&[("蒲郡市", &["愛知県蒲郡市"]), ("郡山", &["福島県郡山市"]), ("小郡市", &["福岡県小郡市"])]);
    assert_eq!(Names::of(NameScope::Municipalities).found("東八代郡市川三郷町"), Vec::<String>::new());
}

#[test]
fn ga_ke_and_ka_between_kanji_are_alike() {
    for text in ["関が原町", "関ヶ原町", "関ケ原町", "関ｹ原町", "関け原町", "関が原", "関ヶ", "せきがはら"]
    {
        check_first(&[(text, &["岐阜県関ケ原町"])]);
    }
    for text in ["龍ケ崎市", "龍ヶ崎市", "竜が崎市", "竜ヶ崎", "茨城県龍ヶ崎市"] {
        check_first(&[(text, &["茨城県龍ケ崎市"])]);
    }
    let names = Names::of(NameScope::Municipalities);
    assert!(names.found("ｹ崎").contains(&"岩手県金ケ崎町".to_owned()));
    assert!(names.found("が崎").contains(&"岩手県金ケ崎町".to_owned()));
    // In kana they are letters like others.
    check_first(&[("かほく", &["石川県かほく市"]), ("つがる", &["青森県つがる市"])]);
    assert_eq!(names.found("がほく市"), Vec::<String>::new());
}

#[test]
fn old_forms_find_and_what_is_written_so_comes_first() {
    check_first(&[
        ("鹿嶋市", &["茨城県鹿嶋市", "佐賀県鹿島市"]),
        ("鹿島市", &["佐賀県鹿島市", "茨城県鹿嶋市"]),
        ("鹿嶋", &["茨城県鹿嶋市", "佐賀県鹿島市"]),
        ("鹿島", &["佐賀県鹿島市", "茨城県鹿嶋市"]),
        ("四条畷市", &["大阪府四條畷市"]),
        ("飯館村", &["福島県飯舘村"]),
        ("瀧澤市", &["岩手県滝沢市"]),
        ("塩釜市", &["宮城県塩竈市"]),
        ("檜枝岐", &["福島県檜枝岐村"]),
        ("桧枝岐", &["福島県檜枝岐村"]),
        ("關ケ原町", &["岐阜県関ケ原町"]),
        ("彌彦村", &["新潟県弥彦村"]),
        ("寶塚市", &["兵庫県宝塚市"]),
        ("野野市市", &["石川県野々市市"]),
        ("佐佐町", &["長崎県佐々町"]),
        ("中ノ条町", &["群馬県中之条町"]),
        ("山之内町", &["長野県山ノ内町"]),
    ]);
    let names = Names::of(NameScope::Municipalities);
    for (text, only) in
        [("鹿嶋市", "茨城県鹿嶋市"), ("鹿島市", "佐賀県鹿島市"), ("四条畷市", "大阪府四條畷市")]
    {
        assert_eq!(names.only_exact(text).as_deref(), Some(only), "{text}");
    }
}

#[test]
fn selectors_marks_and_width_do_not_matter() {
    for (text, first) in [
        ("葛\u{e0100}城市", "奈良県葛城市"),
        ("葛\u{fe00}城市", "奈良県葛城市"),
        ("葛城市\u{200b}", "奈良県葛城市"),
        ("いわて ひらいす\u{3099}み", "岩手県平泉町"),
        ("つか\u{3099}る市", "青森県つがる市"),
        ("　岩美町　", "鳥取県岩美町"),
        ("岩 美 町", "鳥取県岩美町"),
        ("ｲﾜﾐﾁｮｳ", "鳥取県岩美町"),
    ] {
        check_first(&[(text, &[first])]);
    }
    let names = Names::of(NameScope::Municipalities);
    assert_eq!(names.only_exact("葛\u{e0100}城市").as_deref(), Some("奈良県葛城市"));
}

#[test]
fn a_ward_finds_its_city_and_is_named() {
    let names = Names::of(NameScope::Municipalities);
    for (text, city, ward) in [
        ("横浜市西区", "神奈川県横浜市", "西区"),
        ("神奈川県横浜市西区", "神奈川県横浜市", "西区"),
        ("横浜西区", "神奈川県横浜市", "西区"),
        ("よこはましにしく", "神奈川県横浜市", "西区"),
        ("横浜市 青葉区", "神奈川県横浜市", "青葉区"),
        ("札幌市中央区", "北海道札幌市", "中央区"),
        ("保土ヶ谷区", "神奈川県横浜市", "保土ケ谷区"),
        ("浜名区", "静岡県浜松市", "浜名区"),
        ("天王寺区", "大阪府大阪市", "天王寺区"),
    ] {
        let found = names.index.find(text);
        let first = found.candidates.first().unwrap_or_else(|| panic!("{text}"));
        assert_eq!((names.show(first.named).as_str(), first.ward), (city, Some(ward)), "{text}");
        assert_eq!(found.only_exact, Some(first.named), "{text}");
    }
    let found = names.found("中央区");
    assert_eq!(
        found[..2],
        ["東京都中央区", "大阪府大阪市"],
        "a municipality of that name, then the largest city"
    );
    assert_eq!(names.only_exact("中央区"), None);
    assert_eq!(names.only_exact("北区"), None);
    assert_eq!(names.only_exact("東京都北区").as_deref(), Some("東京都北区"));
    // The city is found by its own name, not by those of its wards.
    let by_city = names.index.find("横浜");
    assert!(by_city.candidates.iter().all(|it| it.ward.is_none()));
    assert!(names.index.find("西").candidates.iter().all(|it| it.ward.is_none()));
}

#[test]
fn there_are_the_wards_of_twenty_cities() {
    let Published { municipalities, .. } = published();
    let mut cities: Vec<&str> = municipalities.wards().map(|(_, city)| city.name).collect();
    assert_eq!(cities.len(), 171);
    cities.dedup();
    assert_eq!(cities.len(), 20);
    assert!(municipalities.wards().all(|(ward, city)| ward.code.prefecture() == city.code.prefecture()));
}

#[test]
fn codes_find_with_and_without_the_check_digit() {
    let names = Names::of(NameScope::Places);
    for text in ["313025", "31302", "３１３０２５", "３１３０２"] {
        assert_eq!(names.found(text), ["鳥取県岩美町"], "{text}");
        assert_eq!(names.only_exact(text).as_deref(), Some("鳥取県岩美町"), "{text}");
    }
    for text in ["310000", "31000", "31"] {
        assert_eq!(names.only_exact(text).as_deref(), Some("鳥取県"), "{text}");
    }
    let ward = names.index.find("141038");
    assert_eq!(
        (names.found("141038").as_slice(), ward.candidates[0].ward),
        (["神奈川県横浜市".to_owned()].as_slice(), Some("西区"))
    );
    assert_eq!(names.found("3130"), ["鳥取県岩美町"]);
    for wrong in ["313026", "310007", "141032"] {
        let found = names.index.find(wrong);
        assert!(
            found.candidates.is_empty() && found.only_exact.is_none() && found.wrong_check_digit,
            "{wrong}"
        );
    }
    let nothing = names.index.find("999999");
    assert!(nothing.candidates.is_empty() && !nothing.wrong_check_digit);
}

#[test]
fn prefectures_systems_and_cases_are_found_where_they_are_asked_for() {
    let names = Names::of(NameScope::All);
    assert_eq!(names.found("鳥取")[..2], ["鳥取県", "鳥取県鳥取市"]);
    assert_eq!(names.only_exact("鳥取県").as_deref(), Some("鳥取県"));
    for system in &names.published.snapshot.terms.system_types {
        assert_eq!(names.found(&system.name).first(), Some(&system.name));
        assert_eq!(names.only_exact(&system.name).as_ref(), Some(&system.name));
    }
    for case in names.published.snapshot.cases.iter() {
        assert!(names.found(case.title()).contains(&case.title().to_owned()), "{}", case.title());
        assert_eq!(names.index.find(case.id().as_str()).only_exact, Some(Named::Case(case.row())));
    }
    let places = Names::of(NameScope::Places);
    assert!(places.index.find("電子申請").candidates.is_empty());
    assert!(
        Names::of(NameScope::Municipalities)
            .index
            .find("大阪府")
            .candidates
            .iter()
            .all(|it| { matches!(it.named, Named::Municipality(_)) })
    );
}
