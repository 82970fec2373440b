//! Use without a network.

use joint_procurement_core::text::grouped;

pub fn shown(as_of: &str) -> String {
    format!("オフラインで表示しています（データ {as_of} 版）。")
}

/// The words where the site is not kept on the device.
pub const WITHOUT_COPY: &str =
    "ネットワークにつながっていません。まだ開いていないページは表示できないことがあります。";
pub const HEADING: &str = "オフラインでの閲覧";
pub const LEAD: &str = "一度開くと、このサイトとこのデータ版の全体が端末に保存され、ネットワークにつながらないところでもすべてのページを見られます。";
pub const UNKNOWN: &str = "保存の状況を確かめています。";
pub const UNSUPPORTED: &str = "このブラウザーや接続（http、プライベートウィンドウなど）では、端末に保存できません。ネットワークにつながっている間は、すべての機能を使えます。";
pub const ONE_FILE: &str =
    "このファイルにサイトとこのデータ版の全体が入っています。ネットワークは要りません。";
pub const OFF: &str = "端末に保存していません。ネットワークにつながっている間は、すべての機能を使えます。";

pub fn saving(files: u32, of: u32) -> String {
    match of {
        0 => "オフラインで閲覧できるように保存しています。".to_owned(),
        _ => format!("オフラインで閲覧できるように保存しています（{files}／{of}ファイル）。"),
    }
}

pub const PROGRESS: &str = "保存の進み具合";

pub fn saved(bytes: u64, as_of: Option<&str>) -> String {
    let size = megabytes(bytes);
    match as_of {
        Some(as_of) => format!("オフラインで閲覧できます（保存済み {size}・データ {as_of} 版）。"),
        None => format!("オフラインで閲覧できます（保存済み {size}）。"),
    }
}

pub fn incomplete(missing: u32) -> String {
    format!(
        "保存したファイルのうち{missing}個がブラウザーによって消されました。保存し直すと、オフラインでもすべてのページを見られます。"
    )
}

pub const FULL: &str = "端末かブラウザーの空き容量が足りず、保存できませんでした。ネットワークにつながっている間は、すべての機能を使えます。";
pub const INTERRUPTED: &str = "保存が途中で止まりました。通信の状態を確かめて、もう一度お試しください。ネットワークにつながっている間は、すべての機能を使えます。";

/// The words after `saved` where nothing newer was found.
pub const LATEST: &str = "最新の版です。";

/// The words after `saved` where nobody could tell if there is something newer.
pub const NOT_CHECKED: &str = "新しい版があるかどうかは確かめられませんでした。";
pub const REFRESH: &str = "保存し直す・新しい版を確かめる";
pub const REMOVE: &str = "端末から消す";
pub const ALLOW: &str = "端末に保存する";

/// Rounds up, so that nothing is ever 0 MB.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}\u{a0}MB", grouped(tenths / 10), tenths % 10)
}
