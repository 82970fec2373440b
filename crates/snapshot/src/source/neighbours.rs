//! The check that the prefectures' links to one another make sense: sorted, mutual, and reaching everyone.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{Prefecture, PrefectureCode, Prefectures};

use super::prefectures::FILE;
use crate::problem::{Problem, Report};

/// Reports links that are unsorted, one-sided, listed twice, or leave a prefecture out of reach.
pub fn check(prefectures: &Prefectures, report: &mut Report) {
    for prefecture in &prefectures.prefectures {
        let crossings = crossing_codes(prefecture);
        for (column, links) in [("neighbours", &prefecture.neighbours), ("linked_by_crossing", &crossings)] {
            check_links(prefectures, prefecture, column, links, report);
        }
        for code in crossings.iter().filter(|code| prefecture.neighbours.contains(code)) {
            report.add(
                problem(prefecture, "linked_by_crossing", "neighbours にもある都道府県です。")
                    .value(code)
                    .advice("陸で接するなら neighbours だけに、橋や海だけでつながるなら linked_by_crossing だけに書いてください。"),
            );
        }
    }
    let reached = reachable(prefectures);
    for prefecture in prefectures.prefectures.iter().filter(|prefecture| !reached.contains(&prefecture.code))
    {
        report.add(problem(prefecture, "neighbours", "ほかの都道府県からたどり着けません。"));
    }
}

fn check_links(
    prefectures: &Prefectures,
    prefecture: &Prefecture,
    column: &str,
    links: &[PrefectureCode],
    report: &mut Report,
) {
    if !links.is_sorted_by(|a, b| a < b) || links.contains(&prefecture.code) {
        report.add(
            problem(prefecture, column, "コードの順に並んでいないか、重複か、自分自身があります。")
                .value(codes_text(links))
                .allowed("自分以外のコードを昇順に1回ずつ"),
        );
    }
    for code in links {
        let mutual = prefectures.get(*code).is_some_and(|other| match column {
            "neighbours" => other.neighbours.contains(&prefecture.code),
            _ => crossing_codes(other).contains(&prefecture.code),
        });
        if !mutual {
            report.add(
                problem(prefecture, column, "相手の行にこの都道府県がありません。").value(code).advice(
                    format!(
                        "{code} の行の {column} に {} を加えるか、ここから取り除いてください。",
                        prefecture.code
                    ),
                ),
            );
        }
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

fn problem(prefecture: &Prefecture, column: &str, what: &str) -> Problem {
    // The table has its header in line 1 and the prefectures in order below it.
    Problem { subject: Some(prefecture.name.clone()), ..Problem::new(FILE, what) }
        .row(prefecture.code.index() + 2)
        .column(column)
}
