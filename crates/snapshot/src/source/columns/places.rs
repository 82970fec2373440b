//! The tables of places.

use joint_procurement_core::domain::MunicipalityKind;

use super::kind::{Kind::*, words};
use super::{Shape, table};

table! {
    MUNICIPALITIES: "municipalities.csv" "市区町村" Shape::Rows { ordered_by: Some("code") }, "市、特別区、町、村。コードの順に書く。" {
        "code" "団体コード" = Code(6), must, "全国地方公共団体コード（検査数字を含む6桁）。";
        "prefecture" "都道府県" = Of(|| PREFECTURES, "name"), must, "都道府県の名称。";
        "name" "名称" = Text, must, "市区町村の名称。郡の名前は付けない。";
        "kana" "かな" = Text, must, "名称のひらがな。";
        "kind" "種類" = Word(words::<MunicipalityKind>), must, "市、特別区、町、村のどれか。";
        "lat" "緯度" = Decimal, must, "役所・役場の緯度（度）。";
        "lng" "経度" = Decimal, must, "役所・役場の経度（度）。";
        "population" "人口" = Count, must, "住民の数（人）。";
        "population_as_of" "人口の基準日" = Date, must, "人口の基準日。どの行も同じ日。";
        "staff" "職員数" = Count, may, "職員の数（人）。";
        "staff_as_of" "職員数の資料" = Text, may, "職員数の資料の名称。職員数があるときだけ。";
    }
}

table! {
    COUNTIES: "counties.csv" "郡" Shape::Rows { ordered_by: None }, "郡とその町村。名前で探すときに使う。" {
        "prefecture" "都道府県" = Of(|| PREFECTURES, "name"), must, "都道府県の名称。";
        "name" "名称" = Text, must, "「郡」で終わる名前。";
        "municipalities" "町村の団体コード" = List(&Code(6), ' '), must, "その郡の町村の団体コード。";
    }
}

table! {
    WARDS: "wards.csv" "行政区" Shape::Rows { ordered_by: Some("code") }, "指定都市の行政区。区の名前で探すと、その市が見つかる。コードの順に書く。" {
        "code" "団体コード" = Code(6), must, "全国地方公共団体コード（検査数字を含む6桁）。";
        "city" "市" = Text, must, "その区のある市の名称。";
        "name" "名称" = Text, must, "「区」で終わる名前。市の名前は付けない。";
        "kana" "かな" = Text, must, "名称のひらがな。";
    }
}

table! {
    PREFECTURES: "prefectures.csv" "都道府県" Shape::Rows { ordered_by: Some("code") }, "47都道府県。コードの順に書く。" {
        "code" "都道府県コード" = Code(2), must, "01から47まで。";
        "name" "名称" = Text, must, "都道府県の名称。";
        "name_en" "英語の名称" = Text, must, "英語の名称。";
        "kana" "かな" = Text, must, "名称のひらがな。";
        "region" "地方" = Of(|| REGIONS, "name"), must, "地方の名称。";
        "neighbours" "隣接する都道府県" = List(&Code(2), ' '), may, "陸で境を接する都道府県のコード。";
        "linked_by_crossing" "橋などでつながる都道府県" = List(&Code(2), ' '), may, "橋、トンネル、海路だけでつながる都道府県のコード。";
        "crossing_note" "つながりの注記" = Text, may, "「コード:橋などの名前」（例 02:青函トンネル）。複数は ; で区切る。";
        "municipalities" "市区町村の数" = Count, must, "シート「市区町村」の行の数。";
        "cities" "市の数" = Count, must, "市の数。";
        "special_wards" "特別区の数" = Count, must, "特別区の数。";
        "towns" "町の数" = Count, must, "町の数。";
        "villages" "村の数" = Count, must, "村の数。";
        "population" "人口" = Count, must, "市区町村の人口の合計（人）。";
        "population_as_of" "人口の基準日" = Date, must, "人口の基準日。シート「市区町村」と同じ日。";
        "municipal_staff" "市区町村の職員数" = Count, may, "市区町村の職員数の合計（人）。";
        "municipal_staff_as_of" "職員数の資料" = Text, may, "職員数の資料の名称。職員数があるときだけ。";
    }
}

table! {
    REGIONS: "regions.csv" "地方" Shape::Rows { ordered_by: None }, "都道府県の表で使う地方。行の順が画面の順。" {
        "slug" "スラッグ" = Slug, must, "変わらない名前。";
        "name" "名称" = Text, must, "地方の名称。";
        "name_en" "英語の名称" = Text, must, "英語の名称。";
    }
}
