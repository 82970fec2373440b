//! The vocabularies.

use joint_procurement_core::domain::{Domain, LeadKind, Term};

use super::kind::{Choice, Kind::*};
use super::{Shape, table};

/// Gives the slugs themselves: in these tables they are the keys, with names beside them.
fn bare<T: Term>() -> Vec<Choice> {
    T::ALL.iter().map(|term| Choice { value: term.slug(), ja: term.slug() }).collect()
}

table! {
    SYSTEM_TYPES: "system_types.csv" "システム種別" Shape::Rows { ordered_by: None }, "調達の対象になるシステムの種別。行の順が画面の順。other（その他）の行は必ず残す。" {
        "slug" "スラッグ" = Slug, must, "変わらない名前。公開した後は変えない。";
        "name" "名称" = Text, must, "種別の名称。";
        "name_en" "英語の名称" = Text, must, "英語の名称。";
        "description" "説明" = Text, must, "一文の説明。";
    }
}

table! {
    POLICY_NOTES: "policy_notes.csv" "国の制度の注記" Shape::Rows { ordered_by: None }, "国の制度についての、出典のある注記。一つの種別にいくつあってもよい。" {
        "system_type" "システム種別のスラッグ" = Of(|| SYSTEM_TYPES, "slug"), must, "どの種別についてか。";
        "note" "注記" = Text, must, "注記の文章。";
        "source_title" "出典の題名" = Text, must, "出典の題名。";
        "source_publisher" "出典の発行者" = Text, must, "出典の発行者。";
        "source_url" "出典のURL" = WebAddress, must, "出典のアドレス。";
        "source_published" "出典の日付" = Date, may, "出典が公開された日。";
    }
}

table! {
    DOMAINS: "domains.csv" "領域" Shape::Rows { ordered_by: None }, "三つの領域。スラッグはプログラムで決まっている。" {
        "slug" "スラッグ" = Word(bare::<Domain>), must, "変わらない名前。";
        "name" "名称" = Text, must, "領域の名称。";
        "name_en" "英語の名称" = Text, must, "英語の名称。";
        "description" "説明" = Text, must, "一文の説明。";
    }
}

table! {
    BENEFITS: "benefits.csv" "効果・ねらい" Shape::Rows { ordered_by: None }, "出典に書かれる効果・ねらいの種類。行の順が画面の順。" {
        "slug" "スラッグ" = Slug, must, "変わらない名前。公開した後は変えない。";
        "name" "名称" = Text, must, "効果・ねらいの名称。読点（、）は使わない。";
        "name_en" "英語の名称" = Text, must, "英語の名称。";
    }
}

table! {
    LEAD_KINDS: "lead_kinds.csv" "代表団体の種類" Shape::Rows { ordered_by: None }, "代表団体の種類。スラッグはプログラムで決まっている。" {
        "slug" "スラッグ" = Word(bare::<LeadKind>), must, "変わらない名前。";
        "name" "名称" = Text, must, "種類の名称。";
        "name_en" "英語の名称" = Text, must, "英語の名称。";
        "description" "説明" = Text, must, "一文の説明。";
    }
}
