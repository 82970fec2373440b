//! The benefits of a system type.

use joint_procurement_core::domain::{Slug, SnapshotKind};
use joint_procurement_core::stats::{BenefitCounts, KnownCount, Most};
use joint_procurement_core::text::cases;

/// Says which benefit most cases state; several that share the most are named together. `name` gives its name.
pub fn heading<'a>(kind: SnapshotKind, most: Most<&'a Slug>, name: impl Fn(&'a Slug) -> &'a str) -> String {
    let what = benefit(kind);
    let named = |slugs: &[&'a Slug]| {
        slugs.iter().map(|slug| format!("「{}」", name(slug))).collect::<Vec<_>>().join("")
    };
    match most {
        Most::None => what.to_owned(),
        Most::Only(slug, count) => format!("{what}は{}（{}）", named(&[slug]), cases(count)),
        Most::One(slug, count) => format!("{what}は{}が{}で最も多い", named(&[slug]), cases(count)),
        Most::Tied(slugs, count) if slugs.len() <= NAMED => {
            format!("{what}は{}が{}ずつで最も多い", named(&slugs), cases(count))
        }
        Most::Tied(slugs, count) => format!("{what}は{}ずつの{}項目が最も多い", cases(count), slugs.len()),
        Most::Even(slugs, count) => format!("{what}は{}項目が{}ずつ", slugs.len(), cases(count)),
    }
}

/// Benefits that share the most and are named; more of them are counted.
const NAMED: usize = 2;

pub fn reading(kind: SnapshotKind, known: KnownCount) -> String {
    match kind {
        SnapshotKind::Compiled | SnapshotKind::Synthetic => format!(
            "{}のうち、資料に効果・ねらいの記載があるのは{}です。一つの事例に複数の記載があります。",
            cases(known.total),
            cases(known.known)
        ),
        SnapshotKind::Official => format!(
            "{}のうち、回答があったのは{}です。一つの事例に複数の回答があります。",
            cases(known.total),
            cases(known.known)
        ),
    }
}

pub fn chart(benefits: &BenefitCounts) -> String {
    format!("{}項目の件数の横棒グラフ。数値は下の表にあります。", benefits.benefits.len())
}

pub fn caption(known: KnownCount) -> String {
    match known.unknown() {
        0 => "横軸は件数（件）。".to_owned(),
        unknown => format!("横軸は件数（件）。記載を確認できない{}は含みません。", cases(unknown)),
    }
}

pub fn benefit(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "資料に書かれた効果・ねらい",
        SnapshotKind::Official => "職員が実感したメリット",
    }
}
