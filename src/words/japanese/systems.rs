//! The page about all system types.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::text::cases;

use crate::words::TypesFound;

/// The word for all types, with which names of files begin.
pub const ALL: &str = "全種別";

pub fn heading(types: usize) -> String {
    if types == 0 {
        return "共同調達を確認できたシステム種別は、まだありません".to_owned();
    }
    format!("共同調達を確認できたシステム種別は{types}種類")
}

pub fn lead(found: &TypesFound) -> String {
    let what = match found.scope {
        ScopeFilter::Prefecture => "都道府県が関わる共同調達",
        ScopeFilter::Municipal => "市町村どうしの共同調達",
        ScopeFilter::All => "共同調達（市町村どうしのものを含む）",
    };
    let TypesFound { types, domains, .. } = found;
    if found.cases == 0 {
        return match found.unclear {
            0 => format!("{what}を確認できていません。"),
            unclear => {
                format!("{what}のうち、種別がはっきりしない事例{}だけを確認しています。", cases(unclear))
            }
        };
    }
    let first = format!("{what}{}を、{domains}領域の{types}種類で確認しています。", cases(found.cases));
    match found.unclear {
        0 => first,
        unclear => format!("{first}ほかに、種別がはっきりしない事例が{}あります。", cases(unclear)),
    }
}

pub fn scope_counted(scope: ScopeFilter) -> &'static str {
    match scope {
        ScopeFilter::Prefecture => "数えているのは、都道府県が代表・参加・事務局などで関わる事例です。",
        ScopeFilter::Municipal => "数えているのは、市町村どうしの事例だけです。",
        ScopeFilter::All => "数えているのは、都道府県が関わる事例と、市町村どうしの事例の両方です。",
    }
}

pub fn scope_other(scope: ScopeFilter) -> &'static str {
    match scope {
        ScopeFilter::Prefecture => "市町村どうしの事例も含めて数える",
        ScopeFilter::Municipal | ScopeFilter::All => "都道府県が関わる事例だけを数える",
    }
}

pub fn domain_heading(domain: &str, types: usize, count: usize) -> String {
    match types {
        0 => format!("{domain}：種別がはっきりしない{}", cases(count)),
        types => format!("{domain}：{types}種類、{}", cases(count)),
    }
}

pub fn domain_table(domain: &str) -> String {
    format!("{domain}のシステム種別")
}

pub fn domain_list(domain: &str, count: usize) -> String {
    format!("{domain}の事例一覧（{}）", cases(count))
}

pub const PREFECTURES: &str = "都道府県数";

pub fn prefectures_value(count: usize) -> String {
    format!("{count}都道府県")
}

/// The cases beside those that the table counts.
pub const MUNICIPAL: &str = "参考：市町村どうし";
pub const SUBSIDY: &str = "補助金の利用を確認";
pub const SPECIFICATION: &str = "仕様書の提供を確認";
pub const DOCUMENTS: &str = "参考文書を確認";
pub const NOTE: &str = "制度の注記";
pub const NOTED: &str = "あり";
pub const NOT_NOTED: &str = "－";

pub fn counting(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => {
            "都道府県数は、代表団体の都道府県で数えています。「公開情報で未確認」は、利用や提供がないという意味ではありません。領域は事例ごとに決まるので、二つの領域に並ぶ種別もあります。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "都道府県数は、代表団体の都道府県で数えています。領域は事例ごとに決まるので、二つの領域に並ぶ種別もあります。"
        }
    }
}

pub fn unconfirmed_heading(kind: SnapshotKind, scope: ScopeFilter, types: usize) -> String {
    let of = match scope {
        ScopeFilter::Prefecture => "都道府県が関わる事例",
        ScopeFilter::Municipal => "市町村どうしの事例",
        ScopeFilter::All => "事例",
    };
    match kind {
        SnapshotKind::Compiled => format!("{of}が公開情報で未確認の種別：{types}種類"),
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            format!("このデータ版に{of}がない種別：{types}種類")
        }
    }
}

pub fn unconfirmed_text(kind: SnapshotKind, scope: ScopeFilter) -> &'static str {
    match (kind, scope) {
        (SnapshotKind::Official | SnapshotKind::Synthetic, _) => {
            "次の種別の事例は、このデータ版にありません。"
        }
        (SnapshotKind::Compiled, ScopeFilter::Prefecture) => {
            "次の種別は、都道府県が関わる共同調達を公開資料で確認できていません。共同調達がないという意味ではありません。"
        }
        (SnapshotKind::Compiled, ScopeFilter::Municipal) => {
            "次の種別は、市町村どうしの共同調達を公開資料で確認できていません。共同調達がないという意味ではありません。"
        }
        (SnapshotKind::Compiled, ScopeFilter::All) => {
            "次の種別は、共同調達を公開資料で確認できていません。共同調達がないという意味ではありません。"
        }
    }
}

/// Names the type that the numbers rest on most; its `[words in brackets]` are a link.
pub fn prevailing(name: &str, count: usize) -> String {
    format!("最も多い種別は[{name}の{}]です。", cases(count))
}

pub fn prefecture_cases(count: usize) -> String {
    format!("都道府県が関わる事例 {}", cases(count))
}
