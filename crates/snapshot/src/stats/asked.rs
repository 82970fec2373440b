//! `--query`: the conditions of an address, where a mistake is one of the command line.
//!
//! A page leaves out what it does not understand and says so. Figures that a program reads on would be those of
//! other cases.

use joint_procurement_core::domain::{Domain, Field, LeadKind, Municipalities, Snapshot, SourceClass, Term};
use joint_procurement_core::query::{
    Answer, CaseColumn, CaseQuery, FormAnswer, Has, Near, QueryProblem, ScopeFilter, Selection, SortKey,
    StatusAnswer, Unknown, Vendors, View,
};
use joint_procurement_core::stats::NameCounts;
use joint_procurement_core::text::{fold, normalize};

/// Every key that a query may have, in the order of an address.
pub const KEYS: [&str; 36] = [
    "q",
    "domain",
    "system",
    "pref",
    "region",
    "subsidy",
    "spec",
    "status",
    "scope",
    "lead",
    "benefit",
    "has",
    "vendor",
    "product",
    "members",
    "pop",
    "staff",
    "initial",
    "annual",
    "year",
    "partner",
    "participant",
    "end",
    "near",
    "form",
    "source",
    "open",
    "missing",
    "sort",
    "page",
    "per",
    "view",
    "cols",
    "snapshot",
    "lang",
    "embed",
];

/// At most so many values are all told; of more, those that come nearest.
const FEW: usize = 14;
/// The number of values that are offered instead of a wrong one.
const OFFERED: usize = 3;
/// The least likeness of a value that is offered, of at most 1.
const ALIKE: f64 = 0.45;

/// Finds the mistakes that a query makes by itself: keys that are none, given twice, or without a value.
pub fn faults(text: &str) -> Vec<QueryProblem> {
    let mut faults = Vec::new();
    for part in text.strip_prefix('?').unwrap_or(text).split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        if value.replace("%2C", ",").trim_matches([',', ' ', '+']).is_empty() {
            let value = String::new();
            faults.push(QueryProblem::Value { key: key.to_owned(), value });
        }
    }
    faults.extend(CaseQuery::parse(text).1);
    faults
}

/// Finds the values that this snapshot does not have, which an address may well name.
pub fn unknown(query: &CaseQuery, snapshot: &Snapshot, places: &Municipalities) -> Vec<QueryProblem> {
    let mut faults = query.clone().known_in(snapshot).1;
    let mut fault = |key: &str, value: String| {
        faults.push(QueryProblem::Value { key: key.to_owned(), value });
    };
    let near = match query.near {
        Some(Near::Municipality(code)) => Some(("near", code)),
        _ => None,
    };
    let participants = query.filter.participant.iter().map(|&code| ("participant", code));
    for (key, code) in participants.chain(near).filter(|(_, code)| places.get(*code).is_none()) {
        fault(key, code.to_string());
    }
    let vendors = Vendors::of(&snapshot.cases);
    for name in query.filter.vendor.iter().filter(|name| vendors.find(name).is_none()) {
        fault("vendor", name.clone());
    }
    let is_product = |name: &String| snapshot.cases.every().any(|case| case.product().known() == Some(name));
    for name in query.filter.product.iter().filter(|name| !is_product(name)) {
        fault("product", name.clone());
    }
    faults
}

/// Says what is wrong with a query, and what is allowed instead.
pub fn sentence(fault: &QueryProblem, snapshot: &Snapshot, places: Option<&Municipalities>) -> String {
    let (key, value) = match fault {
        QueryProblem::Key(key) if KEYS.contains(&key.as_str()) => {
            return format!("--query に「{key}」が二度あります。値が複数あるときは、コンマでつなぎます。");
        }
        QueryProblem::Key(key) => {
            let keys: Vec<(String, String)> =
                KEYS.iter().map(|it| ((*it).to_owned(), String::new())).collect();
            let offer = offer(key, &keys);
            return format!("--query に使えない条件です： {key}（{offer}使える条件： {}）", KEYS.join("、"));
        }
        QueryProblem::Value { key, value } => (key.as_str(), value.as_str()),
    };
    let (form, values) = allowed(key, snapshot, places);
    let told = if values.len() <= FEW { list(&values) } else { String::new() };
    let told = match (form.is_empty(), told.is_empty()) {
        (false, false) => format!("{form}。{told}"),
        (true, _) => told,
        (_, true) => form.to_owned(),
    };
    if value.is_empty() {
        return format!("--query の「{key}」に値がありません（使える値： {told}）");
    }
    let offer = if values.len() <= FEW { String::new() } else { offer(value, &values) };
    format!("--query の「{key}」に使えない値です： {value}（{offer}使える値： {told}）")
}

fn list(values: &[(String, String)]) -> String {
    let written = values.iter().map(|(value, name)| match name.as_str() {
        "" => value.clone(),
        name => format!("{value}={name}"),
    });
    written.collect::<Vec<_>>().join("、")
}

/// Offers the values that come nearest, by themselves or by their names; nothing where none is near.
fn offer(asked: &str, values: &[(String, String)]) -> String {
    let asked = fold(asked, normalize);
    let likeness = |text: &str| {
        let text = fold(text, normalize);
        match text.is_empty() || asked.is_empty() {
            true => 0.0,
            false if text == asked => 1.0,
            false if text.contains(&asked) || asked.contains(&text) => 0.9,
            false => strsim::normalized_damerau_levenshtein(&text, &asked),
        }
    };
    let mut near: Vec<(f64, &(String, String))> = values
        .iter()
        .map(|value| (likeness(&value.0).max(likeness(&value.1)), value))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let near: Vec<(String, String)> =
        near.into_iter().take(OFFERED).map(|(_, value)| value.clone()).collect();
    if near.is_empty() { String::new() } else { format!("もしかして： {}。", list(&near)) }
}

const RANGE: &str = "最小-最大。0以上の整数で、一方は省けます（例 10-20、10-、-20）";

/// Gives the form of the values of a key, and the values with their names where they can be listed.
fn allowed(
    key: &str,
    snapshot: &Snapshot,
    places: Option<&Municipalities>,
) -> (&'static str, Vec<(String, String)>) {
    let named = |value: &dyn ToString, name: &str| (value.to_string(), name.to_owned());
    let prefectures =
        || snapshot.prefectures.prefectures.iter().map(|it| named(&it.code, &it.name)).collect();
    let municipalities = || {
        let all = places.into_iter().flat_map(Municipalities::iter);
        all.map(|it| named(&it.code, it.name)).collect()
    };
    let all = Selection::all(&snapshot.cases);
    let names = |counts: NameCounts<'_>| counts.names.iter().map(|it| named(&it.value, "")).collect();
    match key {
        "q" => ("探す語", Vec::new()),
        "domain" => ("", terms::<Domain>()),
        "system" => (
            "システム種別の slug",
            snapshot.terms.system_types.iter().map(|it| named(&it.slug, &it.name)).collect(),
        ),
        "pref" | "partner" => ("01（北海道）から47（沖縄県）までの2桁の都道府県コード", prefectures()),
        "region" => ("", snapshot.prefectures.regions.iter().map(|it| named(&it.slug, &it.name)).collect()),
        "subsidy" | "spec" | "open" => ("", terms::<Answer>()),
        "status" => ("", terms::<StatusAnswer>()),
        "scope" => {
            let scopes = [
                (ScopeFilter::Prefecture, "都道府県が関わる事例"),
                (ScopeFilter::Municipal, "市町村どうし"),
                (ScopeFilter::All, "すべて"),
            ];
            ("", scopes.map(|(scope, name)| named(&scope.slug(), name)).into())
        }
        "lead" => ("", terms::<LeadKind>()),
        "benefit" => ("", snapshot.terms.benefits.iter().map(|it| named(&it.slug, &it.name)).collect()),
        "has" => ("", terms::<Has>()),
        "vendor" => ("事例に書かれた事業者の名前", names(NameCounts::vendors(snapshot, &all))),
        "product" => ("事例に書かれた製品・サービスの名前", names(NameCounts::products(&all))),
        "members" | "pop" | "staff" | "initial" | "annual" | "year" => (RANGE, Vec::new()),
        "participant" => ("6桁の全国地方公共団体コード", municipalities()),
        "end" => ("YYYY-MM..YYYY-MM。一方は省けます（例 2025-04..2026-03、2025-04..）", Vec::new()),
        "near" => {
            ("6桁の全国地方公共団体コード、または人口-職員数（例 8000-120、8000-、-120）", municipalities())
        }
        "form" => ("", terms::<FormAnswer>()),
        "source" => ("", terms::<SourceClass>()),
        "missing" => ("項目の名前", unknown_fields()),
        "sort" => {
            ("次のどれか。逆の順は前に - を付けます。near は条件 near と一緒に使います", terms::<SortKey>())
        }
        "page" => ("1以上の整数", Vec::new()),
        "per" => ("", ["25", "50", "100"].map(|rows| named(&rows, "")).into()),
        "view" => ("", terms::<View>()),
        "cols" => ("列の名前", terms::<CaseColumn>()),
        "snapshot" => ("データ版の名前", vec![named(&snapshot.meta.id, &snapshot.meta.title)]),
        _ => ("", Vec::new()),
    }
}

fn terms<T: Term>() -> Vec<(String, String)> {
    T::ALL.iter().map(|term| (term.slug().to_owned(), term.ja().to_owned())).collect()
}

fn unknown_fields() -> Vec<(String, String)> {
    let totals = [(Unknown::Population, "人口規模"), (Unknown::Staff, "職員規模")];
    let totals = totals.map(|(it, name)| (it.slug().to_owned(), name.to_owned()));
    let fields = Field::ALL.iter().filter(|field| !field.is_in_details());
    fields.map(|field| (field.slug().to_owned(), field.ja().to_owned())).chain(totals).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_those_of_an_address() {
        for key in KEYS {
            let problems = CaseQuery::parse(&format!("{key}=x")).1;
            let is_key = |problem: &QueryProblem| matches!(problem, QueryProblem::Key(_));
            assert!(!problems.iter().any(is_key), "{key}");
        }
        assert_eq!(CaseQuery::parse("colour=x").1, [QueryProblem::Key("colour".to_owned())]);
    }

    #[test]
    fn the_nearest_values_are_offered() {
        let value = |value: &str, name: &str| (value.to_owned(), name.to_owned());
        let values = [value("26", "京都府"), value("27", "大阪府"), value("28", "兵庫県")];
        assert_eq!(offer("大阪", &values), "もしかして： 27=大阪府。");
        assert_eq!(offer("xyz", &values), "");
        let keys = KEYS.map(|key| value(key, ""));
        assert!(offer("perf", &keys).contains("pref"), "{}", offer("perf", &keys));
        assert!(offer("prefecture", &keys).contains("pref"));
    }

    #[test]
    fn conditions_without_a_value_are_faults() {
        for text in ["pref=", "pref", "?pref=", "pref=,", "subsidy=yes&pref=+"] {
            let value = QueryProblem::Value { key: "pref".to_owned(), value: String::new() };
            assert_eq!(faults(text), [value], "{text}");
        }
        assert_eq!(faults("pref=27&&subsidy=yes&lang=ja"), []);
        assert_eq!(faults(""), []);
    }
}
