//! Remarks on cases: what is probably no mistake of form, but of sense. Nothing of it stops a publication.

use std::collections::BTreeMap;

use joint_procurement_core::domain::Case;
use joint_procurement_core::text::{fold, normalize, organization};

use super::cases::{Cases, FILE, Lookups};
use crate::problem::{Report, first};

pub mod corrections;
mod doubts;

/// The ids that are named of those that a remark is on.
const EXAMPLES: usize = 3;

/// Notes several ways to write one organization, cases that may be one and the same, and statements that are odd.
pub fn note(cases: &Cases, lookups: Lookups<'_>, report: &mut Report) {
    spellings(cases, report);
    same_procurements(&cases.cases, report);
    same_titles(&cases.cases, report);
    doubts::note(cases, lookups, report);
}

/// The cases by what they have in common, as far as several have it.
fn groups<K: Ord>(cases: &[Case], key: impl Fn(&Case) -> Option<K>) -> Vec<Vec<&Case>> {
    let mut groups: BTreeMap<K, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        if let Some(key) = key(case) {
            groups.entry(key).or_default().push(case);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Notes organizations that are written in several ways, whatever they do: lead, sell, or publish a source.
fn spellings(cases: &Cases, report: &mut Report) {
    let mut names: BTreeMap<String, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for (case, detail) in cases.cases.iter().zip(&cases.details) {
        let id = case.id.as_str();
        let own = [Some(&case.lead_organization), case.vendor.as_ref().known()];
        let publishers = detail.sources.iter().map(|source| &source.publisher);
        for name in own.into_iter().flatten().chain(publishers) {
            let key = fold(&organization(name), normalize);
            let ids = names.entry(key).or_default().entry(name).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
    }
    for spellings in names.into_values().filter(|spellings| spellings.len() > 1) {
        let told: Vec<String> = spellings
            .iter()
            .map(|(name, ids)| format!("「{name}」{}件（{}）", ids.len(), examples(ids)))
            .collect();
        report.note(format!(
            "{FILE}： 同じ団体・事業者のようですが、書き方が{}通りあります。{}。1つにそろえると、どこでも同じ名前で見つかります。",
            told.len(),
            told.join("、")
        ));
    }
}

/// Notes cases of one prefecture, type, lead and date, or without a date.
fn same_procurements(cases: &[Case], report: &mut Report) {
    let key = |case: &Case| {
        let at = case.introduced.as_ref().known().map(|introduced| introduced.at);
        let lead = fold(&organization(&case.lead_organization), normalize);
        Some((case.lead_prefecture, case.system_type.clone(), lead, at))
    };
    for group in groups(cases, key) {
        note_same(&group, "都道府県・種別・代表団体・導入時期", report);
    }
}

/// Notes cases of one prefecture and type that have one title.
fn same_titles(cases: &[Case], report: &mut Report) {
    let key =
        |case: &Case| Some((case.lead_prefecture, case.system_type.clone(), fold(&case.title, normalize)));
    for group in groups(cases, key) {
        note_same(&group, "都道府県・種別・事例名", report);
    }
}

fn note_same(group: &[&Case], common: &str, report: &mut Report) {
    let ids: Vec<&str> = group.iter().map(|case| case.id.as_str()).collect();
    report.note(format!(
        "{FILE}： {common}が同じ事例があります（{}）。同じ調達なら、1つにまとめてください。別の調達なら、このままで構いません。",
        examples(&ids)
    ));
}

/// Gives the first of some ids, and how many more there are.
pub fn examples<S: AsRef<str>>(ids: &[S]) -> String {
    first(ids, EXAMPLES, "件")
}
