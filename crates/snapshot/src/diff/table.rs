//! The changes for people.

use std::fmt::Write;

use joint_procurement::content::Named;
use joint_procurement_core::changes::{ChangedCase, ChangedField, MetaField, Versioned};
use joint_procurement_core::domain::{CaseRef, SnapshotMeta, Term};
use joint_procurement_core::text::cases;

use super::Compared;
use super::stated::stated;

/// The words before the two values of a field, as wide as each other.
const OLD: &str = "前";
const NEW: &str = "後";

pub fn table(compared: &Compared<'_>) -> String {
    let changes = &compared.changes;
    let mut text = format!(
        "データ版の比較\n  {OLD}  {}\n  {NEW}  {}\n  増えた事例 {}、なくなった事例 {}、変わった事例 {}、同じ事例 {}\n",
        version(compared.old),
        version(compared.new),
        cases(changes.added.len()),
        cases(changes.removed.len()),
        cases(changes.changed.len()),
        cases(changes.unchanged),
    );
    if !changes.not_compared.is_empty() {
        text.push_str(
            "  形式の版が違うため、片方にしかない、出典の名前と分類、リンクの状態、典拠は比べていません。\n",
        );
    }
    if !changes.meta.is_empty() {
        text.push_str("\nデータ版の説明の変わったところ\n");
        for field in &changes.meta {
            let [old, new] = [compared.old, compared.new].map(|it| vec![meta(*field, &it.snapshot.meta)]);
            change(&mut text, "  ", field.ja(), &old, &new);
        }
    }
    section(&mut text, "増えた事例", &changes.added, |_| None);
    section(&mut text, "なくなった事例", &changes.removed, |case| {
        Some(format!("理由  {}", compared.reason(case.id())?))
    });
    if !changes.changed.is_empty() {
        let _ = writeln!(text, "\n変わった事例（{}）", cases(changes.changed.len()));
        for case in &changes.changed {
            let _ = writeln!(text, "  {}  {}", case.new.case.id(), case.new.case.title());
            for field in &case.fields {
                let [old, new] = values(compared, case, *field);
                change(&mut text, "    ", field.ja(), &old, &new);
            }
        }
    }
    text
}

fn version(version: Named<'_>) -> String {
    let meta = &version.snapshot.meta;
    format!("{}（{}、{} 時点、{}）", meta.id, meta.title, meta.as_of, cases(version.snapshot.cases.len()))
}

fn meta(field: MetaField, meta: &SnapshotMeta) -> String {
    let value = match field {
        MetaField::Kind => meta.kind.ja(),
        _ => field.value(meta),
    };
    if value.is_empty() { "未設定".to_owned() } else { value.to_owned() }
}

fn section(
    text: &mut String,
    name: &str,
    of: &[CaseRef<'_>],
    remark: impl Fn(&CaseRef<'_>) -> Option<String>,
) {
    if of.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{name}（{}）", cases(of.len()));
    for case in of {
        let _ = writeln!(text, "  {}  {}", case.id(), case.title());
        if let Some(remark) = remark(case) {
            let _ = writeln!(text, "    {remark}");
        }
    }
}

/// Gives both values in words. A list is given without what the other has too. Where the words are the same, what the
/// source table has stands behind them.
fn values(compared: &Compared<'_>, case: &ChangedCase<'_>, field: ChangedField) -> [Vec<String>; 2] {
    let said = |version: Named<'_>, of: Versioned<'_>| {
        let detail = of.detail.map(|detail| compared.changes.as_compared(detail));
        version.said(Versioned { detail: detail.as_ref(), ..of }, field)
    };
    let [old, new] = [said(compared.old, case.old), said(compared.new, case.new)];
    if old == new {
        let exact = [(compared.old, case.old), (compared.new, case.new)]
            .map(|(version, of)| format!("（{}）", stated(version, of, field)));
        let [was, is] = exact.map(|exact| old.iter().cloned().chain([exact]).collect());
        return [was, is];
    }
    [without(&old, &new), without(&new, &old)]
}

/// Leaves out the lines that the other has too, and counts them. Where nothing else is left, the order is another.
fn without(lines: &[String], others: &[String]) -> Vec<String> {
    let own: Vec<String> = lines.iter().filter(|line| !others.contains(line)).cloned().collect();
    let common = lines.len() - own.len();
    match (common, own.is_empty()) {
        (0, _) => own,
        (_, true) if lines.len() == others.len() => lines.to_vec(),
        (_, true) => vec![format!("（同じもの {common}件だけ）")],
        (_, false) => own.into_iter().chain([format!("（ほかに同じもの {common}件）")]).collect(),
    }
}

/// Writes a field with both values, the lines of each below each other.
fn change(text: &mut String, indent: &str, name: &str, old: &[String], new: &[String]) {
    let _ = writeln!(text, "{indent}{name}");
    for (mark, lines) in [(OLD, old), (NEW, new)] {
        let mut mark = mark;
        for line in lines.iter().flat_map(|line| line.lines()) {
            let _ = writeln!(text, "{indent}  {mark}  {line}");
            mark = "　";
        }
    }
}
