//! Japanese.

use joint_procurement_core::domain::{Date, MissingReason, SnapshotKind, Term, YearMonth};
use joint_procurement_core::files::Cause;
use joint_procurement_core::query::QueryProblem;
use joint_procurement_core::routes::Route;

use super::japanese_case::CASE;
use super::japanese_lists::{LIST, TABLE};
use super::japanese_overview::OVERVIEW;
use super::{CopyWords, FailureWords, ShellWords, Words};
use super::{
    japanese_case_more, japanese_compare, japanese_data, japanese_find, japanese_maps, japanese_matrix,
    japanese_not_found, japanese_offline, japanese_prefectures, japanese_system_more, japanese_systems,
    japanese_town,
};

pub static JAPANESE: Words = Words {
    shell: SHELL,
    failure: FAILURE,
    copy: COPY,
    overview: OVERVIEW,
    list: LIST,
    case: CASE,
    table: TABLE,
    not_found: &japanese_not_found::NOT_FOUND,
    system: &japanese_systems::SYSTEM,
    system_more: &japanese_system_more::SYSTEM_MORE,
    prefecture: &japanese_prefectures::PREFECTURE,
    matrix: &japanese_matrix::MATRIX,
    offline: &japanese_offline::OFFLINE,
    data: &japanese_data::DATA,
    case_more: &japanese_case_more::CASE_MORE,
    compare: &japanese_compare::COMPARE,
    town: &japanese_town::TOWN,
    map: &japanese_maps::MAP,
    find: &japanese_find::FIND,
    route_name: |route| match route {
        Route::Overview => "概要",
        Route::About => "共同調達とは",
        Route::Cases => "事例一覧",
        Route::Case(_) => "事例",
        Route::Compare => "事例の比較",
        Route::Systems | Route::System(_) => "システム種別",
        Route::Prefectures | Route::Prefecture(_) => "都道府県",
        Route::Data => "データ",
        Route::Faq => "よくある質問",
        Route::NotFound(_) => "ページが見つかりません",
    },
    date,
    year_month,
    snapshot_kind: |kind| match kind {
        SnapshotKind::Compiled => "公開資料から集めた事例（国の調査ではありません）",
        SnapshotKind::Official => "都道府県への調査",
        SnapshotKind::Synthetic => "架空のデータ（動作の確認用）",
    },
    missing,
    field: Term::ja,
    failure_text,
    query_problem: |problem| match problem {
        QueryProblem::Key(key) => format!("「{key}」という条件はありません。"),
        QueryProblem::Value { key, value } => format!("「{key}」の値「{value}」は使えません。"),
    },
};

pub(crate) fn date(date: Date) -> String {
    let month = year_month(date.year_month());
    date.day().map_or_else(|| month.clone(), |day| format!("{month}{day}日"))
}

pub(super) fn year_month(at: YearMonth) -> String {
    at.month().map_or_else(|| format!("{}年", at.year), |month| format!("{}年{month}月", at.year))
}

fn missing(reason: Option<MissingReason>, kind: SnapshotKind) -> &'static str {
    match (reason, kind) {
        (Some(reason), _) => reason.ja(),
        (None, SnapshotKind::Compiled) => "公開情報で未確認",
        (None, SnapshotKind::Official | SnapshotKind::Synthetic) => "不明",
    }
}

fn failure_text(cause: &Cause) -> String {
    match cause {
        Cause::Network(_) => {
            "サーバーに接続できませんでした。通信の状態を確かめて、もう一度読み込んでください。".to_owned()
        }
        Cause::Status(404) => {
            "データのファイルがサーバーにありません。サイトが更新されている途中かもしれません。少し待ってから、もう一度読み込んでください。"
                .to_owned()
        }
        // Answered by the edition in one file itself (tools/single/start.js).
        Cause::Status(410) => "この1つのファイルの版には入っていないデータです。".to_owned(),
        Cause::Status(status) => {
            format!("サーバーがデータを返せませんでした（HTTP {status}）。少し待ってから、もう一度読み込んでください。")
        }
        Cause::Mismatch => {
            "データの内容が目録と一致しません。サイトが更新されている途中か、通信の途中で内容が変わっています。もう一度読み込んでください。"
                .to_owned()
        }
        Cause::Broken(_) => {
            "データの形が正しくありません。ファイルが壊れているか、途中で別の内容に置き換えられています。もう一度読み込んでください。"
                .to_owned()
        }
        Cause::NewerSchema(_) => {
            "データが新しい形式で公開されています。ページを再読み込みして、サイトを最新の状態にしてください。".to_owned()
        }
        Cause::Inconsistent(_) => {
            "データのファイルどうしが合っていません。サイトが更新されている途中かもしれません。もう一度読み込んでください。"
                .to_owned()
        }
        Cause::UnknownSnapshot(id) => {
            format!("データ版「{id}」は公開されていません。")
        }
        Cause::Unlisted => "データの目録に、必要なファイルがありません。もう一度読み込んでください。".to_owned(),
    }
}

const SHELL: ShellWords = ShellWords {
    site_name: "自治体システム共同調達ダッシュボード",
    site_name_short: "自治体システム共同調達",
    site_name_part: "ダッシュボード",
    skip: "本文へ移動",
    menu: "メインメニュー",
    footer_menu: "ページ下部のメニュー",
    this_site: "このサイト",
    here: "現在位置",
    loading: "データを読み込んでいます…",
    applying: "条件を当てはめています…",
    not_applied: "条件を当てはめられませんでした。",
    loading_progress: "データの読み込みの進み具合",
    page_address: "このページのアドレス",
    about_data: "このデータについて",
    as_of: "データ時点",
    published_at: "公開日",
    kind: "データの種類",
    period: "対象期間",
    licence: "ライセンス",
    credits: "出典",
    catalog: "データの目録（JSON）",
    theme: "表示の色",
    theme_system: "自動（端末の設定）",
    theme_light: "ライト",
    theme_dark: "ダーク",
    notice: "お知らせ",
    warning: "注意",
    error: "エラー",
    external: "外部サイト",
    rehosted: "転載",
    ignored_query: "アドレスの条件のうち、次のものは使えないため外して表示しています。",
    synthetic: "架空のデータを表示しています。実在する事例ではありません。",
    update_waiting: "新しいデータがあります。",
    update_taken: "別の画面で新しいデータに切り替わりました。",
    update_now: "更新して読み込み直す",
    update_later: "あとで",
    reload: "読み込み直す",
    one_file: |as_of, kind| {
        format!(
            "1つのファイルにまとめた版です。ネットワークがなくても、すべてのページを見られます。データは{as_of}時点、{kind}。"
        )
    },
    one_file_label: "このファイルについて",
    one_file_only: |prefectures| format!("市区町村の地図は{prefectures}の分だけ入っています。"),
    shared_link_heading: "受け取ったリンクを開く",
    shared_link: "リンク（「#/」を含む文字列）",
    shared_link_open: "開く",
    shared_link_unknown: "リンクとして読めません。「#/」から始まる部分を貼ってください。",
    offline: |as_of| format!("オフラインで表示しています（データ {as_of} 版）。"),
    offline_without_copy: "ネットワークにつながっていません。まだ開いていないページは表示できないことがあります。",
    source_line: |kind, as_of| match kind {
        SnapshotKind::Compiled => format!("出典：公開資料から集めた事例（{}時点）", date(as_of)),
        SnapshotKind::Official => format!("出典：都道府県への調査（{}時点）", date(as_of)),
        SnapshotKind::Synthetic => "架空のデータ".to_owned(),
    },
};

const COPY: CopyWords = CopyWords {
    done: "コピーしました",
    failed: "コピーできませんでした。選択して Ctrl+C でコピーしてください。",
    link: "リンクをコピー",
};

const FAILURE: FailureWords = FailureWords {
    heading: "データを表示できませんでした",
    part: "この部分のデータを読み込めませんでした",
    retry: "もう一度読み込む",
    retrying: "もう一度読み込んでいます…",
    failed_again: |attempts| format!("もう一度試しましたが、読み込めませんでした（{attempts}回目）。"),
    technical: "技術的な情報",
    default_snapshot: "標準のデータ版を表示する",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        let dates = [("2020", "2020年"), ("2020-06", "2020年6月"), ("2020-06-03", "2020年6月3日")];
        for (stated, written) in dates {
            assert_eq!(JAPANESE.date(stated.parse().unwrap()), written);
        }
    }

    #[test]
    fn a_known_reason_replaces_the_word_for_unknown() {
        let compiled = SnapshotKind::Compiled;
        assert_eq!(JAPANESE.missing(None, compiled), "公開情報で未確認");
        assert_eq!(JAPANESE.missing(None, SnapshotKind::Official), "不明");
        assert_eq!(JAPANESE.missing(Some(MissingReason::NotPublic), compiled), "非公表");
    }
}
