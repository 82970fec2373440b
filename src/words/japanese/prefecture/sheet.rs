//! The sheet on paper.

use joint_procurement_core::domain::{SnapshotKind, SystemState};
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

use crate::words::japanese::snapshot::sources;

pub fn heading(name: &str) -> String {
    format!("{name}での種別ごとの状況")
}

pub const LEAD: &str = "かっこの中は、ここでの件数と、全国47都道府県のうち確認できた都道府県の数です。";

pub fn system(system: &str, led: usize, partner: usize, nationwide: usize) -> String {
    let mut inside = Vec::new();
    if led > 0 {
        inside.push(cases(led));
    }
    if partner > 0 {
        inside.push(format!("参加{}", cases(partner)));
    }
    if nationwide > 0 {
        inside.push(format!("全国{nationwide}都道府県"));
    }
    format!("{system}（{}）", inside.join("、"))
}

pub const NOT_KNOWN_HEADING: &str = "分かっていないこと";
pub fn not_known_lead(absent: SystemState) -> &'static str {
    match absent {
        SystemState::None => {
            "調査に回答のあった範囲です。回答のなかった項目は、存在しないという意味ではありません。"
        }
        SystemState::NoAnswer => "調査に回答がないためで、行っていない、存在しないという意味ではありません。",
        _ => "公開資料で見つかっていないという意味で、行っていない、存在しないという意味ではありません。",
    }
}

pub fn not_known_types(absent: &str, types: usize) -> String {
    format!("{absent}の種別（{types}種類）")
}

pub fn not_known_cases(kind: SnapshotKind, cases: &str) -> String {
    let place = sources(kind);
    format!("代表の事例{cases}のうち、{place}で分からないもの")
}

pub fn not_known_field(field: &str, known: KnownCount) -> String {
    format!("{field}：{}", cases(known.unknown()))
}
