//! The page of every published case, field by field against the source table.

use std::sync::OnceLock;

use joint_procurement::content::{Block, FactRow, Inline, OfCase, Section, SummedTable, Text};
use joint_procurement_core::domain::{self, CaseDetail, CaseRef, Municipalities, Snapshot};
use joint_procurement_testing::{Published, data_folder, published};
use serde_json::{Value, json};

pub const UNKNOWN: &str = "公開情報で未確認";
pub const SAVINGS: &str = "資料に書かれた効果額";

/// The cases as the maintainer writes them, in order of id.
fn source() -> &'static [Value] {
    static SOURCE: OnceLock<Vec<Value>> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let text = std::fs::read_to_string(data_folder().join("source/cases.jsonl")).unwrap();
        let cases = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut cases: Vec<Value> = cases.filter(|case| case.get("withheld") != Some(&json!(true))).collect();
        cases.sort_by_key(|case| case["id"].as_str().unwrap().to_owned());
        cases
    })
}

/// Each published case with the line of the source that it comes from.
pub fn each(mut check: impl FnMut(&Snapshot, CaseRef<'_>, &Value, &[Block])) {
    let Published { snapshot, municipalities, details, .. } = published();
    assert_eq!(snapshot.cases.len(), source().len());
    for (case, stated) in snapshot.cases.every().zip(source()) {
        assert_eq!(case.id().as_str(), stated["id"]);
        check(&snapshot, case, stated, &parts(&snapshot, case, Some(&details), Some(&municipalities)));
    }
}

pub fn parts(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    details: Option<&[CaseDetail]>,
    municipalities: Option<&Municipalities>,
) -> Vec<Block> {
    let detail = details.map(|details| &details[case.row()]);
    OfCase { row: case.row(), near: None }.blocks(snapshot, detail, municipalities)
}

/// Groups and tiles, each with its id.
pub fn sections(parts: &[Block]) -> Vec<&Section> {
    let sections = parts.iter().flat_map(|part| match part {
        Block::FactGroup(section) => std::slice::from_ref(section),
        Block::Tiles(tiles) => tiles.as_slice(),
        _ => &[],
    });
    sections.collect()
}

#[track_caller]
pub fn section<'a>(parts: &'a [Block], id: &str) -> &'a Section {
    sections(parts).into_iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Gives the value that a group states for a field, or that it is not known, and why. An unknown field stands
/// among those that the group gathers under the reason. Never both.
#[track_caller]
pub fn said(parts: &[Block], id: &str, name: &str) -> (String, bool) {
    let facts = facts(parts, id);
    let gathers = |fact: &&FactRow| {
        let (names, is_unknown) = read(&fact.value);
        is_unknown && names.split('、').any(|it| it == name)
    };
    let gathered: Vec<&FactRow> = facts.iter().filter(gathers).collect();
    let named = facts.iter().any(|fact| fact.name == name);
    match gathered.as_slice() {
        [] => read(&fact(parts, id, name).value),
        [row] if !named => (row.name.clone(), true),
        _ => panic!("{name} stands twice in {id}"),
    }
}

#[track_caller]
pub fn facts<'a>(parts: &'a [Block], id: &str) -> &'a [FactRow] {
    match section(parts, id).blocks.as_slice() {
        [Block::Facts(facts) | Block::Amounts(facts)] => facts,
        other => panic!("{id} holds {other:?}"),
    }
}

#[track_caller]
pub fn fact<'a>(parts: &'a [Block], id: &str, name: &str) -> &'a FactRow {
    let mut named = facts(parts, id).iter().filter(|fact| fact.name == name);
    let fact = named.next().unwrap_or_else(|| panic!("no {name} in {id}"));
    assert_eq!(named.next(), None, "{name} stands twice in {id}");
    fact
}

/// The words, and whether they stand in place of a value.
pub fn read(text: &Text) -> (String, bool) {
    let pieces: Vec<&Inline> = text.iter().collect();
    (text.plain(), matches!(pieces.as_slice(), [Inline::Unknown(_)]))
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits: Vec<char> = number.to_string().chars().rev().collect();
    let groups: Vec<String> = digits.chunks(3).map(|three| three.iter().collect()).collect();
    groups.join(",").chars().rev().collect()
}

/// `2020-04` as `2020年4月`.
fn month(text: &str) -> String {
    match text.split_once('-') {
        Some((year, month)) => format!("{year}年{}月", month.trim_start_matches('0')),
        None => format!("{text}年"),
    }
}

fn people(count: u64) -> String {
    if count < 100_000 {
        format!("{}人", grouped(count))
    } else {
        format!("{}万人", grouped(count / 10_000))
    }
}

/// Gives the value, or the words of the page where the source is silent.
pub fn or_unknown(value: Option<String>) -> (String, bool) {
    value.map_or((UNKNOWN.to_owned(), true), |value| (value, false))
}

pub fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn yen(value: &Value) -> Option<String> {
    let one = |value: &Value| format!("{}円", grouped(value.as_u64().unwrap()));
    match value {
        Value::Null => None,
        Value::Array(bounds) => Some(format!("{}～{}", one(&bounds[0]), one(&bounds[1]))),
        exact => Some(one(exact)),
    }
}

fn yes_or_no(value: &Value, yes: &str, no: &str) -> Option<String> {
    value.as_bool().map(|is| if is { yes } else { no }.to_owned())
}

pub fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|it| it.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_field_is_shown_or_said_to_be_unknown() {
    each(|snapshot, case, stated, parts| {
        let id = &stated["id"];
        let introduced = string(&stated["introduced"]).map(|at| {
            let planned = stated["status"] == "計画";
            let kind = match (stated["introduced_kind"].as_str().unwrap(), planned) {
                ("service_start", false) => "稼働開始",
                ("service_start", true) => "稼働予定",
                ("procurement", false) => "調達",
                (_, _) => "調達予定",
            };
            let is_over = planned && at.parse::<domain::Date>().unwrap().is_before(snapshot.meta.as_of);
            format!("{}（{kind}{}）", month(&at), if is_over { "。その後は未確認" } else { "" })
        });
        let subsidy = match (stated["subsidy_used"].as_bool(), stated["subsidy_name"].as_str()) {
            (Some(true), Some(name)) => Some(format!("利用あり（{name}）")),
            _ => yes_or_no(&stated["subsidy_used"], "利用あり", "利用なし"),
        };
        let participates = yes_or_no(&stated["prefecture_participates"], "参加している", "参加していない");
        let expected = [
            ("who", "都道府県の参加", participates),
            ("who", "導入時期", introduced),
            ("money", "初期費用", yen(&stated["initial_cost_yen"])),
            ("money", "年間運用費", yen(&stated["annual_cost_yen"])),
            ("money", "契約総額", yen(&stated["contract_total_yen"])),
            ("money", "契約年数", stated["contract_years"].as_f64().map(|years| format!("{years}年"))),
            ("money", "金額の根拠", string(&stated["cost_basis"])),
            ("money", "補助金の利用", subsidy),
            ("money", "費用負担の方法", string(&stated["cost_sharing"])),
            ("money", "都道府県の負担", string(&stated["prefecture_bears_cost"])),
            ("how", "背景", string(&stated["background"])),
            ("how", "経緯", string(&stated["process"])),
            ("how", "調達方式", string(&stated["procurement_method"])),
            ("how", "事業者", string(&stated["vendor"])),
            ("how", "製品・サービス", string(&stated["product"])),
            ("how", "契約終了", string(&stated["contract_end"]).map(|end| month(&end))),
            ("reuse", "仕様書の提供", yes_or_no(&stated["specification_available"], "提供あり", "提供なし")),
            ("who", "人口規模", case.population().map(people)),
            ("who", "職員規模", case.staff().map(people)),
        ];
        for (group, name, value) in expected {
            assert_eq!(said(parts, group, name), or_unknown(value), "{id}: {name}");
        }
        // The state that is not known has a name, as above the heading.
        let unknown = || ("現況不明（公開情報で未確認）".to_owned(), true);
        let status = string(&stated["status"]).map_or_else(unknown, |it| (it, false));
        assert_eq!(read(&fact(parts, "who", "現況").value), status, "{id}");
        check_unknown_once(parts, id);
        // Facts that every case has.
        let certain = [
            ("代表団体", stated["lead_organization"].as_str().unwrap()),
            ("代表団体の都道府県", snapshot.prefecture_name(case.lead_prefecture())),
            ("システム種別", stated["system_type"].as_str().unwrap()),
            ("領域", stated["domain"].as_str().unwrap()),
            ("事例番号", id.as_str().unwrap()),
        ];
        for (name, value) in certain {
            assert_eq!(read(&fact(parts, "who", name).value), (value.to_owned(), false), "{id}: {name}");
        }
        let scope = fact(parts, "who", "都道府県の関わり").value.plain();
        assert_eq!(scope.contains("市町村"), stated["scope"] == "municipal", "{id}");
        let lead_kind = &fact(parts, "who", "代表団体の種類").value.plain();
        let term = snapshot.terms.lead_kinds.iter().find(|term| term.name == *lead_kind).unwrap();
        assert_eq!(domain::Term::slug(term.slug), stated["lead_kind"], "{id}");
    });
}

/// A group says at most once of what it does not know, at its end.
#[track_caller]
fn check_unknown_once(parts: &[Block], id: &Value) {
    for group in ["who", "money", "how", "reuse"] {
        let facts = facts(parts, group);
        let gathered = facts.iter().position(|fact| fact.name == UNKNOWN);
        assert!(gathered.is_none_or(|place| place + 1 == facts.len()), "{id}: {group}");
        assert!(facts.iter().all(|fact| fact.value.plain() != UNKNOWN), "{id}: {group}");
    }
}

#[test]
fn participants_and_partners_are_those_of_the_source() {
    let municipalities = published().municipalities;
    each(|snapshot, case, stated, parts| {
        let id = &stated["id"];
        let (count, _) = said(parts, "who", "参加自治体数");
        match stated["participants_count"].as_u64() {
            Some(number) => assert!(count.starts_with(&format!("{}団体", grouped(number))), "{id}: {count}"),
            None => assert!(count.starts_with(UNKNOWN), "{id}: {count}"),
        }
        let all = stated["participants_all_in_prefecture"] == true;
        assert_eq!(count.contains("都道府県内のすべての市区町村"), all, "{id}");
        let codes = strings(&stated["partner_prefecture_codes"]);
        let name = |code: &String| snapshot.prefecture_name(code.parse().unwrap());
        let names: Vec<&str> = codes.iter().map(name).collect();
        let partners = (!names.is_empty()).then(|| names.join("、"));
        assert_eq!(said(parts, "who", "参加するほかの都道府県"), or_unknown(partners), "{id}");

        match (stated["participants_names"].as_array(), &*section(parts, "participants").blocks) {
            (None, [Block::Paragraph(text)]) => {
                assert!(read(text).1 && !case.includes_all_in_prefecture(), "{id}");
            }
            (None, [Block::SummedTable(table), ..]) => {
                assert!(all, "{id}");
                let todays = municipalities.iter().filter(|it| case.certainly_includes(it.code));
                let todays: Vec<String> = todays.map(|it| it.name.to_owned()).collect();
                let count = stated["participants_count"].as_u64();
                assert!(count.is_none_or(|count| count == todays.len() as u64), "{id}");
                let lead = section(parts, "participants").lead.plain();
                assert!(lead.contains("現在の市区町村") && !table.note.contains("資料による"), "{id}");
                check_participants(table, case, &municipalities, &todays);
            }
            (Some(named), [Block::SummedTable(table), ..]) => {
                assert_eq!(table.table.rows.len(), named.len(), "{id}");
                check_participants(table, case, &municipalities, &strings(&stated["participants_names"]));
            }
            other => panic!("{id}: {other:?}"),
        }
    });
}

#[track_caller]
fn check_participants(data: &SummedTable, case: CaseRef<'_>, table: &Municipalities, names: &[String]) {
    let rows = &data.table.rows;
    let mut last = u64::MAX;
    let (mut population, mut staff) = (0, 0);
    assert_eq!(data.file.rows.len(), rows.len());
    for (row, line) in rows.iter().zip(&data.file.rows) {
        let [with_code, code, prefecture, name, ..] = line.as_slice() else { panic!("{line:?}") };
        // The source writes the prefecture before a name that several have.
        let full = format!("{prefecture}{name}");
        assert!(names.iter().any(|it| it == name || *it == full), "{name}");
        let shown = row[0].text.plain();
        assert!(shown == *name || shown == full, "{shown}");
        assert_eq!(*with_code, format!("{name}（{code}）"));
        let member = table.get(code.parse().unwrap()).unwrap();
        assert_eq!((member.name, case.lead_prefecture()), (name.as_str(), member.code.prefecture()));
        assert!(member.population <= last, "the largest first");
        last = member.population;
        population += member.population;
        staff += u64::from(member.staff.unwrap());
        let figures = [member.population, u64::from(member.staff.unwrap())];
        for (figure, (cell, written)) in figures.iter().zip(row[1..].iter().zip(&line[4..])) {
            assert_eq!(cell.text.plain(), format!("{}人", grouped(*figure)));
            assert_eq!(*written, figure.to_string());
        }
    }
    let total: Vec<String> = data.total.iter().map(Text::plain).collect();
    let sums = [population, staff].map(|sum| format!("{}人", grouped(sum)));
    assert_eq!(total, ["合計", sums[0].as_str(), sums[1].as_str()]);
    assert_eq!(data.file.header, ["団体", "団体コード", "都道府県", "参加自治体", "人口", "職員数"]);
}
