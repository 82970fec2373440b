//! Japanese: sentences of several figures.

use joint_procurement_core::domain::{Field, SnapshotKind, Term};
use joint_procurement_core::query::{ScopeFilter, StatusAnswer};
use joint_procurement_core::stats::{
    AmountFigures, AnswerCounts, CostFigures, Count, KnownCount, Participation, SystemFigures,
};
use joint_procurement_core::text::{cases, grouped};

use crate::words::TypesFound;

pub(super) fn list_lead(found: &TypesFound) -> String {
    let what = match found.scope {
        ScopeFilter::Prefecture => "都道府県が関わる共同調達",
        ScopeFilter::Municipal => "市町村どうしの共同調達",
        ScopeFilter::All => "共同調達（市町村どうしのものを含む）",
    };
    let TypesFound { types, domains, .. } = found;
    let first = format!("{what}{}を、{domains}領域の{types}種類で確認しています。", cases(found.cases));
    match found.unclear {
        0 => first,
        unclear => format!("{first}ほかに、種別がはっきりしない事例が{}あります。", cases(unclear)),
    }
}

pub(super) fn lead(description: &str, figures: &SystemFigures<'_>) -> String {
    let found = format!("{description}都道府県が関わる共同調達を{}確認しています。", cases(figures.total));
    format!("{found}{}", states(&figures.statuses))
}

/// Every state that occurs is counted: one that was left out would read as if it had no cases.
fn states(statuses: &[Count<StatusAnswer>]) -> String {
    let found: Vec<_> = statuses.iter().filter(|it| it.cases > 0).collect();
    let counted = match found.as_slice() {
        [] => return String::new(),
        [one] if one.cases == 1 => format!("{}です。", one.value.ja()),
        [one] => format!("いずれも{}です。", one.value.ja()),
        several => {
            let counts = several.iter().map(|it| format!("{}{}", it.value.ja(), cases(it.cases)));
            format!("うち{}です。", counts.collect::<Vec<_>>().join("、"))
        }
    };
    if found.iter().any(|it| it.value == StatusAnswer::Operating) {
        counted
    } else {
        format!("{counted}稼働中と確認できた事例はありません。")
    }
}

pub(super) fn lead_none(description: &str, kind: SnapshotKind, municipal: usize) -> String {
    let found = match kind {
        SnapshotKind::Compiled => {
            "都道府県が関わる共同調達は、公開資料では確認できていません。共同調達がないという意味ではありません。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "都道府県が関わる共同調達は、このデータ版にありません。"
        }
    };
    match municipal {
        0 => format!("{description}{found}"),
        _ => format!("{description}{found}市町村どうしの共同調達は{}を確認しています。", cases(municipal)),
    }
}

pub(super) fn participants_note(it: &Participation) -> String {
    let Some(median) = it.median else {
        return format!("{}のどれも、参加自治体の数を確認できていません。", cases(it.stated.total));
    };
    let sum = format!(
        "{}のうち、数が分かる{}の合計です。1件あたりの中央値は{}団体です。",
        cases(it.stated.total),
        cases(it.stated.known),
        grouped(median)
    );
    match it.named.known {
        0 => sum,
        named => format!(
            "{sum}名前が分かる{}では、重複を除くと{}団体です。",
            cases(named),
            grouped(it.distinct as u64)
        ),
    }
}

pub(super) fn answer_note(counts: AnswerCounts, kind: SnapshotKind) -> String {
    let AnswerCounts { yes, no, unknown } = counts;
    let total = cases(yes + no + unknown);
    let word = match kind {
        SnapshotKind::Compiled => "公開情報で未確認",
        SnapshotKind::Official | SnapshotKind::Synthetic => "不明",
    };
    match (no, unknown) {
        (0, 0) => format!("{total}のすべてです。"),
        (0, _) if yes == 0 => format!("{total}のどれも{word}です。"),
        (0, _) => format!("{total}のうち{}です。残る{}は{word}です。", cases(yes), cases(unknown)),
        (_, 0) if yes == 0 => format!("{total}のすべてが「なし」です。"),
        (_, 0) => format!("{total}のうち{}です。「なし」は{}です。", cases(yes), cases(no)),
        _ if yes == 0 => {
            format!("{total}のうち「なし」が{}、残る{}は{word}です。", cases(no), cases(unknown))
        }
        _ => format!(
            "{total}のうち{}です。「なし」は{}、残る{}は{word}です。",
            cases(yes),
            cases(no),
            cases(unknown)
        ),
    }
}

pub(super) fn costs_lead(costs: &CostFigures, total: usize) -> String {
    let kinds = [
        (Field::InitialCost, &costs.initial),
        (Field::AnnualCost, &costs.annual),
        (Field::ContractTotal, &costs.total),
    ];
    // A kind of cost not known of any case is left out: no number of cases can be said of it.
    let stated = |(field, it): (Field, &AmountFigures)| match (it.known.known + it.budgets, it.budgets) {
        (0, _) => None,
        (count, 0) => Some(format!("{}が{}", field.ja(), cases(count))),
        (count, budgets) => {
            Some(format!("{}が{}（うち予算・計画額{}）", field.ja(), cases(count), cases(budgets)))
        }
    };
    let stated: Vec<String> = kinds.into_iter().filter_map(stated).collect();
    format!("{}のうち、金額が分かるのは{}です。", cases(total), stated.join("、"))
}

pub(super) fn names_lead(vendors: KnownCount, products: KnownCount) -> String {
    let total = cases(vendors.total);
    let known = match (vendors.known, products.known) {
        (vendors, 0) => format!("事業者が分かるのは{}です", cases(vendors)),
        (0, products) => format!("製品・サービスが分かるのは{}です", cases(products)),
        (vendors, products) => {
            format!("事業者が分かるのは{}、製品・サービスが分かるのは{}です", cases(vendors), cases(products))
        }
    };
    format!("{total}のうち、{known}。名前は資料の表記のままです。")
}

pub(super) fn participants_known(it: &Participation) -> String {
    let known = format!("{}のうち{}で判明", cases(it.stated.total), cases(it.stated.known));
    match it.smallest.zip(it.largest) {
        Some((smallest, largest)) if smallest == largest => format!("{}団体（{known}）", grouped(smallest)),
        Some((smallest, largest)) => {
            format!("{}～{}団体（{known}）", grouped(smallest), grouped(largest))
        }
        None => known,
    }
}

/// Says how many cases there are, and how many of them are shown where these are fewer.
pub(super) fn newest_heading(label: &str, count: usize, shown: usize) -> String {
    let count_text = cases(count);
    if count > shown {
        format!("{label}{count_text}のうち新しい{}", cases(shown))
    } else {
        format!("{label}{count_text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_answer_leaves_out_is_said() {
        let note = |yes, no, unknown| answer_note(AnswerCounts { yes, no, unknown }, SnapshotKind::Compiled);
        assert_eq!(note(3, 0, 0), "3件のすべてです。");
        assert_eq!(note(0, 0, 3), "3件のどれも公開情報で未確認です。");
        assert_eq!(note(1, 0, 2), "3件のうち1件です。残る2件は公開情報で未確認です。");
        assert_eq!(note(1, 1, 1), "3件のうち1件です。「なし」は1件、残る1件は公開情報で未確認です。");
        // No number of cases with the answer yes where there are none.
        assert_eq!(note(0, 3, 0), "3件のすべてが「なし」です。");
        assert_eq!(note(0, 1, 2), "3件のうち「なし」が1件、残る2件は公開情報で未確認です。");
    }

    #[test]
    fn every_state_is_counted() {
        use StatusAnswer::{Ended, Operating, Planned, Procured, Unknown};
        let said = |counts: [usize; 5]| {
            let all = [Operating, Procured, Planned, Ended, Unknown].into_iter().zip(counts);
            states(&all.map(|(value, cases)| Count { value, cases }).collect::<Vec<_>>())
        };
        let none_operating = "稼働中と確認できた事例はありません。";
        assert_eq!(said([5, 4, 3, 2, 1]), "うち稼働中5件、調達済4件、計画3件、終了2件、現況不明1件です。");
        assert_eq!(said([0, 0, 0, 5, 5]), format!("うち終了5件、現況不明5件です。{none_operating}"));
        assert_eq!(said([3, 0, 0, 0, 0]), "いずれも稼働中です。");
        assert_eq!(said([0, 0, 1, 0, 0]), format!("計画です。{none_operating}"));
    }
}
