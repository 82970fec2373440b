//! The page of a system type.

pub mod answers;
pub mod benefits;
pub mod costs;
pub mod documents;
pub mod ending;
pub mod names;
pub mod participants;
pub mod places;
pub mod reach;
pub mod savings;

use joint_procurement_core::domain::{Date, SnapshotKind, Term};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::stats::{Count, SystemFigures};
use joint_procurement_core::text::cases;

use super::date;

pub fn heading(name: &str, count: usize, prefectures: usize) -> String {
    format!("{name}：都道府県が関わる共同調達は{}、{prefectures}都道府県で確認", cases(count))
}

pub fn heading_none(name: &str, kind: SnapshotKind) -> String {
    match kind {
        SnapshotKind::Compiled => format!("{name}：都道府県が関わる共同調達は公開情報で未確認"),
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            format!("{name}：都道府県が関わる共同調達は、このデータ版にありません")
        }
    }
}

pub fn lead(description: &str, figures: &SystemFigures<'_>) -> String {
    let found = format!("{description}都道府県が関わる共同調達を{}確認しています。", cases(figures.total));
    format!("{found}{}", states(&figures.statuses))
}

/// Tells of the cases among municipalities; its `[words in brackets]` are a link.
pub fn lead_municipal(count: usize) -> String {
    format!("ほかに[市町村どうしの事例が{}]あります。", cases(count))
}

pub fn lead_none(description: &str, kind: SnapshotKind, municipal: usize) -> String {
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

pub fn note_source(title: &str, publisher: &str, published: Option<Date>) -> String {
    match published {
        Some(published) => format!("出典：{title}（{publisher}、{}）", date(published)),
        None => format!("出典：{title}（{publisher}）"),
    }
}

pub const CONTENTS: &str = "このページの内容：";

pub fn no_municipal(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "市町村どうしの事例は公開情報で未確認",
        SnapshotKind::Official | SnapshotKind::Synthetic => "市町村どうしの事例は、このデータ版にありません",
    }
}

pub fn prefectures_note(leads: usize, partners: usize) -> String {
    let counted = format!("47都道府県のうち{leads}都道府県です。代表団体の都道府県で数えています。");
    match partners {
        0 => counted,
        _ => format!("{counted}ほかに{partners}都道府県が参加しています。"),
    }
}

pub const CASE: &str = "事例";

pub fn cases_heading(count: usize, shown: usize) -> String {
    listed_heading("事例：", count, shown)
}

pub fn all_cases(count: usize) -> String {
    format!("事例一覧で見る（{}）", cases(count))
}

pub fn municipal_heading(count: usize, shown: usize) -> String {
    listed_heading("参考：市町村どうしの事例", count, shown)
}

pub const MUNICIPAL_LEAD: &str =
    "都道府県の関わりを確認できていない、市町村どうしの共同調達です。ほかの数字には含めていません。";

pub fn shared_heading(count: usize, shown: usize) -> String {
    listed_heading("参考：県等のシステムを利用する事例", count, shown)
}

pub const SHARED_LEAD: &str = "共同で調達したのではなく、都道府県などが用意したシステムを市町村が利用しています。ほかの数字には含めていません。";
pub const KNOWN_HEADING: &str = "分かっていること";

pub fn found(count: usize) -> String {
    format!("{}で確認", cases(count))
}

pub fn name_with_cases(name: &str, count: usize) -> String {
    format!("{name}（{}）", cases(count))
}

/// Gives the heading for a type whose domains are known, or for one without a domain.
pub fn near_heading(with_domain: bool) -> &'static str {
    if with_domain { "同じ領域のほかの種別" } else { "ほかの種別" }
}

pub fn near_lead(with_domain: bool) -> &'static str {
    if with_domain {
        "同じ領域で、都道府県が関わる事例を確認できた種別です。"
    } else {
        "都道府県が関わる事例を確認できた種別です。"
    }
}

pub const SEARCH: &str = "事例一覧でこのキーワードを探す";
pub const SEE_ALL: &str = "システム種別をすべて見る";

/// Counts every state that occurs: one left out would read as if it had no cases.
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

/// Says how many cases there are, and how many of them are shown where these are fewer.
fn listed_heading(label: &str, count: usize, shown: usize) -> String {
    let count_text = cases(count);
    if count > shown {
        format!("{label}{count_text}のうち分かっていることの多い{}", cases(shown))
    } else {
        format!("{label}{count_text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
