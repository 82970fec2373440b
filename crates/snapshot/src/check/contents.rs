//! The check of the files of one snapshot by their contents. Each is held against the schema of its version and
//! looked at by itself, then all together.

use joint_procurement_core::domain::{
    CaseDetail, CaseId, CaseRef, CaseTable, DetailShard, Errata, Field, FileRole, Funding, Municipalities,
    Outlines, ParticipantsSize, PrefectureCode, Prefectures, SCHEMA_VERSION, SnapshotMeta, Term, Terms,
};
use joint_procurement_core::files::open::CATALOG;
use joint_procurement_core::files::schema_version;
use joint_procurement_core::text::amounts;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::evidence;
use super::files::Files;
use crate::load::{REBUILD, decode};
use crate::problem::{Problem, Report};
use crate::schema::Schemas;

/// Reports everything that does not decode or does not fit together. Notes are only of the snapshot that is shown,
/// since the others do not change any more.
pub fn check(snapshot: &SnapshotMeta, is_shown: bool, files: &Files, report: &mut Report) {
    check_schemas(snapshot.schema_version, files, report);
    check_maps(files, report);
    let cases = file(files, FileRole::Cases, report);
    let terms = file(files, FileRole::Terms, report);
    let prefectures = file(files, FileRole::Prefectures, report);
    let municipalities = file(files, FileRole::Municipalities, report);
    check_places(files, prefectures.as_ref(), municipalities.as_ref(), report);

    check_funding(snapshot, terms.as_ref(), files, report);

    let path = path(files, FileRole::Cases);
    let Some(cases) = cases.filter(|cases| check_table(path, cases, report)) else { return };
    if cases.len() as u64 != u64::from(snapshot.cases) {
        report.add(
            Problem::new(CATALOG, format!("データ版 {} の事例の数が、中身と違います。", snapshot.id))
                .column("cases")
                .value(snapshot.cases)
                .allowed(cases.len().to_string())
                .advice(REBUILD),
        );
    }
    check_details(snapshot, is_shown, &cases, files, report);
    check_errata(&cases, files, report);
    for case in cases.every() {
        let problems = terms.iter().flat_map(|terms| unknown_terms(case, terms));
        let problems =
            problems.chain(municipalities.iter().flat_map(|places| wrong_participants(case, places)));
        for what in problems {
            let problem = Problem::new(path, what).advice(REBUILD);
            report.add(Problem { subject: Some(case.id().to_string()), ..problem });
        }
    }
}

/// Holds each file against the schema of the snapshot's version. This program has written what is of its own
/// version, or a later program has, which may add fields: that is only noted.
fn check_schemas(version: u32, files: &Files, report: &mut Report) {
    let schemas = Schemas::of(version);
    for (role, (path, bytes)) in files {
        // One that is no JSON is reported where it is read.
        let Ok(json) = serde_json::from_slice::<Value>(bytes) else { continue };
        let stated = json.get("schema_version").and_then(Value::as_u64);
        if stated.is_some_and(|stated| stated <= u64::from(SCHEMA_VERSION) && stated != u64::from(version)) {
            let what = "形式の版（schema_version）が、目録に書かれたデータ版のものと違います。";
            report.add(
                Problem::new(path, what)
                    .value(stated.unwrap_or_default())
                    .allowed(version.to_string())
                    .advice(REBUILD),
            );
        } else if let Some(fault) = schemas.fault(version, *role, &json) {
            let what = format!("形式の版{version}のスキーマに合いません（{fault}）。");
            if version < SCHEMA_VERSION {
                report.add(Problem::new(path, what).advice(REBUILD));
            } else {
                report.note(format!("{path}：{what}"));
            }
        }
    }
}

fn path(files: &Files, role: FileRole) -> &str {
    files.get(&role).map_or("", |(path, _)| path)
}

fn file<T: PublishedFile>(files: &Files, role: FileRole, report: &mut Report) -> Option<T> {
    let (path, bytes) = files.get(&role)?;
    read(path, bytes, report)
}

trait PublishedFile: Serialize + DeserializeOwned {}

impl<T: Serialize + DeserializeOwned> PublishedFile for T {}

/// Reads tolerantly, so that it takes what another version has published. That it did is worth a note, unless the
/// format has an earlier version, whose schema judges it.
fn read<T: PublishedFile>(path: &str, bytes: &[u8], report: &mut Report) -> Option<T> {
    let value: T = decode(path, bytes, report)?;
    let is_earlier = schema_version(bytes).is_some_and(|version| version < SCHEMA_VERSION.into());
    if !is_earlier && !serde_json::to_vec(&value).is_ok_and(|written| written == bytes) {
        report.note(format!(
            "{path}：別の版のプログラムが作ったファイルです。知らない項目や語は読み飛ばし、ない項目は不明としました。"
        ));
    }
    Some(value)
}

fn check_table(path: &str, cases: &CaseTable, report: &mut Report) -> bool {
    let checked = cases.check();
    if let Err(error) = &checked {
        report.add(Problem::new(path, format!("表の中が合いません（{error}）。")).advice(REBUILD));
    }
    checked.is_ok()
}

fn check_places(
    files: &Files,
    prefectures: Option<&Prefectures>,
    municipalities: Option<&Municipalities>,
    report: &mut Report,
) {
    if prefectures.is_some_and(|table| !table.prefectures.iter().map(|it| it.code).eq(PrefectureCode::all()))
    {
        let path = path(files, FileRole::Prefectures);
        report.add(Problem::new(path, "47都道府県がコードの順に並んでいません。").advice(REBUILD));
    }
    if municipalities.is_some_and(|table| !table.is_sound()) {
        let path = path(files, FileRole::Municipalities);
        report.add(
            Problem::new(path, "市区町村がコードの順に1回ずつ並んでいないか、列の長さが違います。")
                .advice(REBUILD),
        );
    }
}

fn check_maps(files: &Files, report: &mut Report) {
    for (role, (path, bytes)) in files {
        if !matches!(role, FileRole::MapOfJapan | FileRole::MapOf(_)) {
            continue;
        }
        let Some(map) = read::<Outlines>(path, bytes, report) else { continue };
        let is_ordered = map.areas.is_sorted_by(|a, b| a.code < b.code);
        if !is_ordered || map.areas.iter().any(|area| area.path.is_empty()) {
            report.add(
                Problem::new(path, "地図の図形が欠けているか、コードの順に並んでいません。").advice(REBUILD),
            );
        }
    }
}

/// Checks that the shards hold exactly the cases of the table, in its order.
fn check_details(
    snapshot: &SnapshotMeta,
    is_shown: bool,
    cases: &CaseTable,
    files: &Files,
    report: &mut Report,
) {
    let mut ids: Vec<CaseId> = Vec::new();
    for (number, (role, (path, bytes))) in
        (0..).zip(files.iter().filter(|(role, _)| matches!(role, FileRole::Details(_))))
    {
        if *role != FileRole::Details(number) {
            report.add(Problem::new(path, "詳細のファイルの番号が続いていません。").advice(REBUILD));
        }
        let Some(shard) = read::<DetailShard>(path, bytes, report) else { return };
        for detail in &shard.details {
            if snapshot.schema_version >= SCHEMA_VERSION {
                evidence::check(path, detail, report);
            }
            if is_shown {
                note_amounts(cases, detail, report);
            }
        }
        ids.extend(shard.details.into_iter().map(|detail| detail.id));
    }
    if !ids.iter().eq(cases.every().map(CaseRef::id)) {
        let missing = cases.every().map(CaseRef::id).find(|id| !ids.contains(id));
        let extra = ids.iter().find(|id| cases.find(id).is_none());
        let problem = Problem::new(
            path(files, FileRole::Details(0)),
            "詳細のファイルの事例が、表の事例と同じ順に1回ずつ並んでいません。",
        );
        report.add(match missing.or(extra) {
            Some(id) => problem.value(id).advice(REBUILD),
            None => problem.advice(REBUILD),
        });
    }
}

/// Notes amounts in the texts of a case whose own amounts are all empty. They may be its cost, or that of
/// something else.
fn note_amounts(cases: &CaseTable, detail: &CaseDetail, report: &mut Report) {
    let Some(case) = cases.find(&detail.id).filter(|case| !case.has_costs()) else { return };
    for (field, text) in [(Field::Background, &detail.background), (Field::Process, &detail.process)] {
        let found = amounts(text.as_deref().unwrap_or_default());
        if !found.is_empty() {
            report.note(format!(
                "{} の {} に金額があります（{}）。初期費用・年間運用費・契約総額はどれも空です。この事例の費用であれば、もとの表の項目にも書いてください。",
                case.id(),
                field.ja(),
                found.join("、")
            ));
        }
    }
}

/// Checks that the newest come first, each with its day, and of cases that are there or were removed.
fn check_errata(cases: &CaseTable, files: &Files, report: &mut Report) {
    let path = path(files, FileRole::Errata);
    let Some(errata): Option<Errata> = file(files, FileRole::Errata, report) else { return };
    if !errata.entries.is_sorted_by(|a, b| a.date >= b.date) {
        report.add(Problem::new(path, "正誤情報が新しい順に並んでいません。").advice(REBUILD));
    }
    for entry in &errata.entries {
        if entry.date.day().is_none() {
            let what = "正誤情報の日付に日がありません。";
            report.add(Problem::new(path, what).value(entry.date).advice(REBUILD));
        }
        if let Some(id) = &entry.case
            && cases.find(id).is_some() == errata.removes(id)
        {
            let what = "正誤情報の事例が表になく、削除したとも書かれていないか、削除したのに表にあります。";
            report.add(Problem::new(path, what).value(id).advice(REBUILD));
        }
    }
}

/// Checks that each programme is for types that there are, has sources, and was read before the publication.
fn check_funding(snapshot: &SnapshotMeta, terms: Option<&Terms>, files: &Files, report: &mut Report) {
    let path = path(files, FileRole::Funding);
    let Some(funding): Option<Funding> = file(files, FileRole::Funding, report) else { return };
    for programme in &funding.programmes {
        let mut add = |what: &str, value: &str| {
            let problem = Problem::new(path, what).value(value).advice(REBUILD);
            report.add(Problem { subject: Some(programme.slug.to_string()), ..problem });
        };
        for slug in &programme.system_types {
            if terms.is_some_and(|terms| terms.system_type(slug).is_none()) {
                add("財源の対象の種別がありません。", slug.as_str());
            }
        }
        if programme.checked_on.day().is_none() || programme.checked_on > snapshot.published_at {
            add("財源を確認した日に日がないか、公開した日より後です。", &programme.checked_on.to_string());
        }
        if programme.sources.is_empty() || programme.sources.iter().any(|source| source.url.is_none()) {
            add("財源に出典がないか、開けないアドレスの出典があります。", &programme.name);
        }
    }
}

fn unknown_terms(case: CaseRef<'_>, terms: &Terms) -> Vec<String> {
    let system = case.system_type();
    let unknown_type =
        terms.system_type(system).is_none().then(|| format!("システム種別 {system} がありません。"));
    let benefits = case.benefits().known().unwrap_or_default();
    let unknown_benefits = benefits
        .into_iter()
        .filter(|slug| terms.benefit(slug).is_none())
        .map(|slug| format!("効果 {slug} がありません。"));
    let domain = case.domain();
    let unknown_domain = !terms.domains.iter().any(|term| term.slug == domain);
    let kind = case.lead_kind();
    let unknown_kind = !terms.lead_kinds.iter().any(|term| term.slug == kind);
    unknown_type
        .into_iter()
        .chain(unknown_benefits)
        .chain(unknown_domain.then(|| "領域の名前がありません。".to_owned()))
        .chain(unknown_kind.then(|| "代表団体の種類の名前がありません。".to_owned()))
        .collect()
}

fn wrong_participants(case: CaseRef<'_>, municipalities: &Municipalities) -> Vec<String> {
    let codes = case.participants().known().unwrap_or_default();
    let unknown = codes
        .iter()
        .filter(|code| municipalities.get(**code).is_none())
        .map(|code| format!("参加自治体 {code} が市区町村の表にありません。"));
    let size = ParticipantsSize::of(&case.to_case(), municipalities);
    let differs = (size.population, size.staff) != (case.derived_population(), case.derived_staff());
    unknown
        .chain(differs.then(|| "人口か職員数の合計が、参加自治体から計算した値と違います。".to_owned()))
        .collect()
}
