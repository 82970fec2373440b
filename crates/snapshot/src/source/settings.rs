//! `snapshot.toml`: what the tables do not tell about a snapshot.

use std::path::Path;

use joint_procurement_core::domain::{Credit, Date, Maintainer, MunicipalityKind, SnapshotId, SnapshotKind};
use toml::Table;

use super::Given;
use super::columns;
use super::file::read_text;
use super::meant;
use super::municipalities::MunicipalityTable;
use super::section::TomlSection;
use crate::day::Day;
use crate::problem::{Problem, Report};

pub const FILE: &str = columns::SETTINGS.file;

/// The settings of one snapshot.
#[derive(Clone, Debug)]
pub struct Settings {
    pub id: SnapshotId,
    pub title: String,
    pub period: String,
    pub kind: SnapshotKind,
    pub licence: String,
    pub as_of: Date,
    pub published_at: Date,
    /// Tells if the catalog shows this snapshot unless another is asked for.
    pub default: bool,
    pub update_note: String,
    pub maintainer: Maintainer,
    pub credits: Vec<Credit>,
}

/// Printed totals that the municipalities must add up to.
#[derive(Clone, Debug, Default)]
struct Totals {
    kinds: Vec<(MunicipalityKind, u64)>,
    population: Option<u64>,
}

const KEYS: &[&str] = &[
    "id",
    "title",
    "period",
    "kind",
    "licence",
    "as_of",
    "published_at",
    "default",
    "update_note",
    "maintainer",
    "credits",
    "totals",
];
/// Nobody publishes what was read so many years before.
const MOST_YEARS: u16 = 5;
/// The form that `SnapshotId` accepts, in words.
pub const SNAPSHOT_ID: &str = "半角小文字の英数字の語を - でつないだもの（例 2026-11-23）。source・schema・latest・changes・maintainer 以外";
const KINDS: [(&str, MunicipalityKind); 4] = [
    ("cities", MunicipalityKind::City),
    ("special_wards", MunicipalityKind::SpecialWard),
    ("towns", MunicipalityKind::Town),
    ("villages", MunicipalityKind::Village),
];

/// The settings as far as they are understood.
#[derive(Default)]
pub struct SettingsTable {
    /// All of them; none where one is wrong.
    pub settings: Option<Settings>,
    pub kind: Option<SnapshotKind>,
    pub as_of: Option<Date>,
    /// None also where it is told to be wrong.
    pub published_at: Option<Date>,
    totals: Totals,
    text: String,
    table: Table,
}

/// Reads the settings.
pub fn read(folder: &Path, given: Given<'_>, report: &mut Report) -> SettingsTable {
    let Some(text) = read_text(folder, FILE, report) else { return SettingsTable::default() };
    match text.parse::<Table>() {
        Ok(table) => {
            let read = read_settings(&TomlSection::root(FILE, &text, &table), given, report);
            SettingsTable { text, table, ..read }
        }
        Err(error) => {
            let row =
                error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let line = text.lines().nth(row - 1).unwrap_or_default();
            report.add(
                Problem::new(FILE, "TOML として読めません。")
                    .row(row)
                    .value(line)
                    .allowed("キー = \"値\"")
                    .advice("引用符の閉じ忘れ、同じキーの重複、= の抜けを確かめてください。"),
            );
            SettingsTable::default()
        }
    }
}

fn read_settings(root: &TomlSection<'_>, given: Given<'_>, report: &mut Report) -> SettingsTable {
    root.check_keys(KEYS, report);
    let own_id = root.parsed("id", SNAPSHOT_ID, report);
    let title = root.text("title", report);
    let period = root.text("period", report);
    let kind = root.slug("kind", report);
    let licence = root.text("licence", report);
    let [as_of, published_at] = read_days(root, given.today, report);
    let default = root.yes_or_no("default", report);
    let update_note = root.text_or_empty("update_note", report);
    let maintainer = root.section("maintainer", report).and_then(|maintainer| {
        maintainer.check_keys(&["name", "url", "email"], report);
        let name = maintainer.text_or_empty("name", report);
        let url = maintainer.web_address_or_empty("url", report);
        let email = maintainer.mail_address("email", report);
        Some(Maintainer { name: name?, url: url?, email })
    });
    let credits = read_credits(root, report);
    let totals = read_totals(root, report);
    let read = SettingsTable { kind, as_of, published_at, totals, ..SettingsTable::default() };
    let whole = || {
        Some(Settings {
            id: given.id.cloned().or(own_id)?,
            title: title?,
            period: period?,
            kind: kind?,
            licence: licence?,
            as_of: as_of?,
            published_at: published_at?,
            default: default?,
            update_note: update_note?,
            maintainer: maintainer.unwrap_or_default(),
            credits,
        })
    };
    SettingsTable { settings: whole(), ..read }
}

/// Reads the days; none that is told to be wrong.
fn read_days(root: &TomlSection<'_>, today: Option<Day>, report: &mut Report) -> [Option<Date>; 2] {
    let keys = ["as_of", "published_at"];
    let days = keys.map(|key| root.day(key, report));
    if let Some(today) = today {
        let is_ahead = days.map(|day| day.is_some_and(|day| today.is_ahead(day)));
        for ((key, day), _) in keys.into_iter().zip(days).zip(is_ahead).filter(|(_, is_ahead)| *is_ahead) {
            let meant = day.zip(today.to_string().parse().ok());
            let meant = meant.and_then(|(day, today): (Date, Date)| meant::earlier(&day.to_string(), today));
            report.add(
                root.problem(key, format!("今日（{today}）より後の日です。"))
                    .suggestion(meant)
                    .allowed(format!("{} まで", today.next()))
                    .advice("年を確かめてください。正しければ、このパソコンの日付を確かめてください。"),
            );
        }
        if is_ahead.contains(&true) {
            return [0, 1].map(|at| days[at].filter(|_| !is_ahead[at]));
        }
    }
    let [Some(as_of), Some(published)] = days else { return days };
    if published < as_of {
        report.add(root.problem("published_at", "as_of より前の日です。").allowed("as_of と同じか、後の日"));
        return [Some(as_of), None];
    }
    let years = published.year_month().year - as_of.year_month().year;
    if years >= MOST_YEARS {
        let what = format!("published_at（{published}）の{years}年も前の日です。");
        let same = as_of.to_string().replacen(
            &as_of.year_month().year.to_string(),
            &published.year_month().year.to_string(),
            1,
        );
        let meant = Some(same).filter(|text| text.parse().is_ok_and(|day: Date| day <= published));
        report.add(root.problem("as_of", what).suggestion(meant).advice("年を確かめてください。"));
        return [None, Some(published)];
    }
    days
}

fn read_credits(root: &TomlSection<'_>, report: &mut Report) -> Vec<Credit> {
    let mut credits = Vec::new();
    for credit in root.sections("credits", report) {
        credit.check_keys(&["subject", "text", "url"], report);
        let subject = credit.text("subject", report);
        let text = credit.text("text", report);
        let has_url = credit.table.contains_key("url");
        let url = if has_url { credit.web_address_or_empty("url", report).flatten() } else { None };
        credits.extend(subject.zip(text).map(|(subject, text)| Credit { subject, text, url }));
    }
    credits
}

fn read_totals(root: &TomlSection<'_>, report: &mut Report) -> Totals {
    let Some(totals) = root.section("totals", report) else { return Totals::default() };
    let known: Vec<&str> = KINDS.iter().map(|(key, _)| *key).chain(["population"]).collect();
    totals.check_keys(&known, report);
    let kinds =
        KINDS.iter().filter_map(|(key, kind)| Some((*kind, totals.whole_number(key, report)?))).collect();
    Totals { kinds, population: totals.whole_number("population", report) }
}

impl SettingsTable {
    /// Makes a problem with the value of a key.
    pub fn problem(&self, key: &str, what: &'static str) -> Problem {
        TomlSection::root(FILE, &self.text, &self.table).problem(key, what)
    }

    /// Compares the municipalities with the printed totals, where no row is wrong of those that count.
    pub fn check_totals(&self, municipalities: &MunicipalityTable, report: &mut Report) {
        let mut compare = |column: &str, stated: u64, summed: u64| {
            if stated != summed {
                report.add(
                    Problem::new(FILE, "municipalities.csv を数えた値と合いません。")
                        .column(format!("totals.{column}"))
                        .value(stated)
                        .allowed(summed.to_string())
                        .advice("municipalities.csv の抜けや重複を確かめ、正しければここを直してください。"),
                );
            }
        };
        let all = || municipalities.table.iter();
        for (kind, stated) in &self.totals.kinds {
            let column = KINDS.iter().find(|(_, of)| of == kind).map_or("", |(column, _)| column);
            let count = all().filter(|it| it.kind == *kind).count() as u64;
            if stated.abs_diff(count) > municipalities.without_kind() {
                compare(column, *stated, count);
            }
        }
        if let Some(stated) = self.totals.population.filter(|_| municipalities.is_sure(None, "population")) {
            compare("population", stated, all().map(|municipality| municipality.population).sum());
        }
    }
}
