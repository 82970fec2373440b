//! Remarks on cases: what is probably no mistake of form, but of sense. Nothing of it stops a publication.

use std::collections::{BTreeMap, HashMap, HashSet};

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
    let told = Told(report.wrong_columns(FILE));
    spellings(cases, &told, report);
    same_procurements(cases, &told, report);
    same_titles(cases, &told, report);
    doubts::note(cases, lookups, &told, report);
}

/// The fields with a mistake that is told, by row. No remark is on them.
struct Told(HashMap<usize, HashSet<String>>);

impl Told {
    /// Tells if one of the fields is told.
    fn is_of(&self, row: usize, fields: &[&str]) -> bool {
        self.0.get(&row).is_some_and(|told| fields.iter().any(|field| told.contains(*field)))
    }
}

/// The cases by what they have in common, as far as several have it and none of it is told.
fn groups<'a, K: Ord>(
    cases: &'a Cases,
    told: &Told,
    fields: &[&str],
    key: impl Fn(&Case) -> Option<K>,
) -> Vec<Vec<&'a Case>> {
    let mut groups: BTreeMap<K, Vec<&Case>> = BTreeMap::new();
    for (case, row) in cases.cases.iter().zip(&cases.rows) {
        if let Some(key) = key(case).filter(|_| !told.is_of(*row, fields)) {
            groups.entry(key).or_default().push(case);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Notes organizations that are written in several ways, whatever they do: lead, sell, or publish a source.
fn spellings(cases: &Cases, told: &Told, report: &mut Report) {
    let mut names: BTreeMap<String, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for ((case, detail), row) in cases.cases.iter().zip(&cases.details).zip(&cases.rows) {
        let id = case.id.as_str();
        let own =
            [("lead_organization", Some(&case.lead_organization)), ("vendor", case.vendor.as_ref().known())];
        let publishers = detail.sources.iter().map(|source| ("sources", Some(&source.publisher)));
        let stated = own.into_iter().chain(publishers);
        for name in stated.filter(|(field, _)| !told.is_of(*row, &[*field])).filter_map(|(_, name)| name) {
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
        let of: Vec<&str> = spellings.values().flatten().copied().collect();
        report.note_on(&of, format!(
            "{FILE}： 同じ団体・事業者のようですが、書き方が{}通りあります。{}。1つにそろえると、どこでも同じ名前で見つかります。",
            told.len(),
            told.join("、")
        ));
    }
}

/// Notes cases of one prefecture, type, lead and date, or without a date.
fn same_procurements(cases: &Cases, told: &Told, report: &mut Report) {
    const FIELDS: [&str; 4] = ["prefecture_code", "system_type", "lead_organization", "introduced"];
    let key = |case: &Case| {
        let at = case.introduced.as_ref().known().map(|introduced| introduced.at);
        let lead = fold(&organization(&case.lead_organization), normalize);
        Some((case.lead_prefecture, case.system_type.clone(), lead, at))
    };
    for group in groups(cases, told, &FIELDS, key) {
        note_same(&group, "都道府県・種別・代表団体・導入時期", report);
    }
}

/// Notes cases of one prefecture and type that have one title.
fn same_titles(cases: &Cases, told: &Told, report: &mut Report) {
    const FIELDS: [&str; 3] = ["prefecture_code", "system_type", "title"];
    let key =
        |case: &Case| Some((case.lead_prefecture, case.system_type.clone(), fold(&case.title, normalize)));
    for group in groups(cases, told, &FIELDS, key) {
        note_same(&group, "都道府県・種別・事例名", report);
    }
}

fn note_same(group: &[&Case], common: &str, report: &mut Report) {
    let ids: Vec<&str> = group.iter().map(|case| case.id.as_str()).collect();
    report.note_on(&ids, format!(
        "{FILE}： {common}が同じ事例があります（{}）。同じ調達なら、1つにまとめてください。別の調達なら、このままで構いません。",
        examples(&ids)
    ));
}

/// Gives the first of some ids, and how many more there are.
pub fn examples<S: AsRef<str>>(ids: &[S]) -> String {
    first(ids, EXAMPLES, "件")
}
