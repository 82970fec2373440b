//! The figures as a table for people.

use std::fmt::Write;

use joint_procurement_core::domain::{Snapshot, SnapshotKind, Term};
use joint_procurement_core::query::{CaseQuery, ScopeFilter};
use joint_procurement_core::stats::{AnswerCounts, CountSumMedian, KnownCost, Summary};
use joint_procurement_core::text::{cases, grouped, yen};
use unicode_width::UnicodeWidthStr;

/// A heading and its lines: label and value.
type FigureGroup = (&'static str, Vec<(String, String)>);

/// Writes every figure of the summary with its Japanese name, values in one column.
pub fn table(snapshot: &Snapshot, query: &CaseQuery, summary: &Summary) -> String {
    written(&sections(snapshot, query, summary))
}

/// Writes what is counted.
pub fn about(snapshot: &Snapshot, query: &CaseQuery, total: usize) -> String {
    written(&[("集計の対象", subject(snapshot, query, total))])
}

fn written(sections: &[FigureGroup]) -> String {
    let labels = sections.iter().flat_map(|(_, lines)| lines).map(|(label, _)| label.width());
    let width = labels.max().unwrap_or_default();
    let mut text = String::new();
    for (heading, lines) in sections {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{heading}");
        for (label, value) in lines {
            let gap = " ".repeat(width - label.width() + 2);
            let _ = writeln!(text, "  {label}{gap}{value}");
        }
        text.push('\n');
    }
    text
}

fn sections(snapshot: &Snapshot, query: &CaseQuery, summary: &Summary) -> Vec<FigureGroup> {
    let by_domain = summary.by_domain.iter().map(|(domain, count)| (domain.ja().to_owned(), count));
    let by_system =
        summary.by_system.iter().map(|(slug, count)| (snapshot.system_name(slug).to_owned(), count));
    let by_prefecture = summary
        .by_prefecture
        .iter()
        .map(|(code, count)| (format!("{code} {}", snapshot.prefecture_name(*code)), count));
    let by_lead = summary.by_lead.iter().map(|(kind, count)| (kind.ja().to_owned(), count));
    let by_benefit = summary.by_benefit.iter().map(|(slug, count)| {
        let name = snapshot.terms.benefit(slug).map_or(slug.as_str(), |benefit| &benefit.name);
        (name.to_owned(), count)
    });
    let by_year = summary.by_year.iter().map(|(year, count)| (format!("{year}年"), count));
    let benefits = match snapshot.meta.kind {
        SnapshotKind::Official => "職員が実感したメリット（事例ごとに複数）",
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "効果・ねらい（事例ごとに複数）",
    };
    vec![
        ("集計の対象", subject(snapshot, query, summary.total)),
        ("領域", counts(by_domain)),
        ("システム種別", counts(by_system)),
        ("代表団体の都道府県", counts(by_prefecture)),
        ("補助金の利用", answers(summary.by_subsidy)),
        ("仕様書の提供", answers(summary.by_specification)),
        ("代表団体の種類", counts(by_lead)),
        (benefits, counts(by_benefit)),
        ("確認できた導入年（計画だけの事例を除く）", counts(by_year)),
        ("規模", sizes(summary)),
        ("費用（予算・計画額を除く）", costs(summary)),
    ]
}

fn subject(snapshot: &Snapshot, query: &CaseQuery, total: usize) -> Vec<(String, String)> {
    let scope = match query.filter.scope {
        ScopeFilter::Prefecture => "都道府県が関わる事例",
        ScopeFilter::Municipal => "市町村どうしの事例",
        ScopeFilter::All => "都道府県が関わる事例と市町村どうしの事例",
    };
    let conditions = query.to_string();
    let conditions = match percent_encoding::percent_decode_str(&conditions).decode_utf8_lossy() {
        readable if readable.is_empty() => "なし".to_owned(),
        readable => readable.into_owned(),
    };
    vec![
        ("データ版".to_owned(), format!("{}（{}）", snapshot.meta.id, snapshot.meta.title)),
        ("条件".to_owned(), conditions),
        ("範囲".to_owned(), scope.to_owned()),
        ("事例".to_owned(), cases(total)),
    ]
}

fn counts(lines: impl Iterator<Item = (String, usize)>) -> Vec<(String, String)> {
    lines.map(|(label, count)| (label, cases(count))).collect()
}

fn answers(answers: AnswerCounts) -> Vec<(String, String)> {
    let lines = [("あり", answers.yes), ("なし", answers.no), ("不明", answers.unknown)];
    counts(lines.into_iter().map(|(label, count)| (label.to_owned(), count)))
}

fn sizes(summary: &Summary) -> Vec<(String, String)> {
    let known = |known: usize| format!("{}中 {}で判明", cases(summary.total), cases(known));
    // A sum of nothing known is not known, and not 0.
    let sum = |sum: u64, of: usize, unit: &str| {
        if of == 0 { "不明".to_owned() } else { format!("延べ {}{unit}", grouped(sum)) }
    };
    let size = |name: &str, figures: CountSumMedian| {
        let median =
            figures.median.map(|median| format!("、中央値 {}人", grouped(median))).unwrap_or_default();
        let sum = sum(figures.sum, figures.known, "人");
        (name.to_owned(), format!("{sum}（{}{median}）", known(figures.known)))
    };
    let participants = summary.participants;
    let bodies = sum(participants.sum, participants.known, "団体");
    vec![
        ("参加自治体".to_owned(), format!("{bodies}（{}）", known(participants.known))),
        size("人口", summary.population),
        size("職員数（普通会計）", summary.staff),
    ]
}

fn costs(summary: &Summary) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for (name, figures) in [("初期費用", &summary.initial_cost_yen), ("年間運用費", &summary.annual_cost_yen)]
    {
        let KnownCost { known, median, bands } = figures;
        let of = format!("（{}中 {}で判明）", cases(summary.total), cases(*known));
        let median = median.map(|yen| format!("中央値 {}円", grouped(yen)));
        let said = median.or_else(|| (!bands.is_empty()).then(|| "金額帯だけ".to_owned()));
        lines.push((name.to_owned(), format!("{}{of}", said.unwrap_or_else(|| "不明".to_owned()))));
        lines.extend(bands.iter().map(|(band, count)| (format!("{name} {}", yen(band)), cases(count))));
    }
    lines
}
