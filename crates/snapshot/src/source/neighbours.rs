//! The check that the prefectures' links to one another make sense: sorted, mutual, and reaching everyone.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{Prefecture, PrefectureCode, Prefectures};

use super::prefectures::PrefectureTable;
use crate::problem::{Position, Problem, Report};

const NEIGHBOURS: &str = "neighbours";
const CROSSINGS: &str = "linked_by_crossing";

/// The pairs of prefectures with a common border that is told to be wrong, in both orders.
pub type ToldPairs = BTreeSet<(PrefectureCode, PrefectureCode)>;

/// Reports links that are unsorted, one-sided, listed twice, or leave a prefecture out of reach.
pub fn check(table: &PrefectureTable, prefectures: &Prefectures, report: &mut Report) -> ToldPairs {
    let mut links = Links { table, prefectures, told: ToldPairs::new() };
    for prefecture in &prefectures.prefectures {
        let crossings = crossing_codes(prefecture);
        links.check(prefecture, NEIGHBOURS, &prefecture.neighbours, report);
        links.check(prefecture, CROSSINGS, &crossings, report);
        for code in crossings.iter().filter(|code| prefecture.neighbours.contains(code)) {
            report.add(
                links.problem(prefecture, CROSSINGS, "neighbours にもある都道府県です。")
                    .value(code)
                    .advice("陸で接するなら neighbours だけに、橋や海だけでつながるなら linked_by_crossing だけに書いてください。"),
            );
        }
    }
    let reached = reachable(prefectures);
    let is_lost = |it: &&Prefecture| !reached.contains(&it.code);
    for prefecture in prefectures.prefectures.iter().filter(is_lost) {
        // A link that is told may be the one that leads there.
        if !PrefectureCode::all().any(|other| links.is_told(prefecture.code, other)) {
            let what = "ほかの都道府県からたどり着けません。";
            report.add(links.problem(prefecture, NEIGHBOURS, what));
        }
    }
    links.told
}

struct Links<'a> {
    table: &'a PrefectureTable,
    prefectures: &'a Prefectures,
    told: ToldPairs,
}

impl Links<'_> {
    fn check(
        &mut self,
        prefecture: &Prefecture,
        column: &'static str,
        links: &[PrefectureCode],
        report: &mut Report,
    ) {
        if self.is_wrong(prefecture.code, column) {
            return;
        }
        if !links.is_sorted_by(|a, b| a < b) || links.contains(&prefecture.code) {
            let what = "コードの順に並んでいないか、重複か、自分自身があります。";
            let problem = self.problem(prefecture, column, what).value(codes_text(links));
            report.add(problem.allowed("自分以外のコードを昇順に1回ずつ"));
        }
        for code in links {
            let mutual = self.prefectures.get(*code).is_some_and(|other| match column {
                NEIGHBOURS => other.neighbours.contains(&prefecture.code),
                _ => crossing_codes(other).contains(&prefecture.code),
            });
            if mutual || self.is_wrong(*code, column) {
                continue;
            }
            if column == NEIGHBOURS {
                self.told.extend([(prefecture.code, *code), (*code, prefecture.code)]);
            }
            let problem = self.problem(prefecture, column, "相手の行にこの都道府県がありません。");
            report.add(problem.value(code).advice(format!(
                "{code} の行の {column} に {} を加えるか、ここから取り除いてください。",
                prefecture.code
            )));
        }
    }

    /// Tells if a cell is wrong in itself; a crossing and its note go together.
    fn is_wrong(&self, code: PrefectureCode, column: &str) -> bool {
        let is_wrong = |column| self.table.is_wrong(code, column);
        is_wrong("code") || is_wrong(column) || column == CROSSINGS && is_wrong("crossing_note")
    }

    fn is_told(&self, one: PrefectureCode, other: PrefectureCode) -> bool {
        let is_wrong = |code| self.is_wrong(code, NEIGHBOURS) || self.is_wrong(code, CROSSINGS);
        self.told.contains(&(one, other)) || is_wrong(one)
    }

    fn problem(&self, prefecture: &Prefecture, column: &str, what: &str) -> Problem {
        let subject = Some(prefecture.name.clone());
        Position { subject, ..self.table.place(prefecture.code) }.problem(column, what)
    }
}

fn crossing_codes(prefecture: &Prefecture) -> Vec<PrefectureCode> {
    prefecture.crossings.iter().map(|crossing| crossing.prefecture).collect()
}

fn codes_text(codes: &[PrefectureCode]) -> String {
    codes.iter().map(PrefectureCode::to_string).collect::<Vec<_>>().join(" ")
}

fn reachable(prefectures: &Prefectures) -> BTreeSet<PrefectureCode> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<PrefectureCode> = PrefectureCode::all().take(1).collect();
    while let Some(code) = waiting.pop() {
        if reached.insert(code)
            && let Some(prefecture) = prefectures.get(code)
        {
            waiting.extend(prefecture.neighbours.iter().copied().chain(crossing_codes(prefecture)));
        }
    }
    reached
}
