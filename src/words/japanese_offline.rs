use joint_procurement_core::text::grouped;

use super::OfflineWords;

pub(super) static OFFLINE: OfflineWords = OfflineWords {
    heading: "オフラインでの閲覧",
    lead: "一度開くと、このサイトとこのデータ版の全体が端末に保存され、ネットワークにつながらないところでもすべてのページを見られます。",
    unknown: "保存の状況を確かめています。",
    unsupported: "このブラウザーや接続（http、プライベートウィンドウなど）では、端末に保存できません。ネットワークにつながっている間は、すべての機能を使えます。",
    one_file: "このファイルにサイトとこのデータ版の全体が入っています。ネットワークは要りません。",
    off: "端末に保存していません。ネットワークにつながっている間は、すべての機能を使えます。",
    saving: |files, of| match of {
        0 => "オフラインで閲覧できるように保存しています。".to_owned(),
        _ => format!("オフラインで閲覧できるように保存しています（{files}／{of}ファイル）。"),
    },
    progress: "保存の進み具合",
    saved: |bytes, as_of| {
        let size = megabytes(bytes);
        match as_of {
            Some(as_of) => format!("オフラインで閲覧できます（保存済み {size}・データ {as_of} 版）。"),
            None => format!("オフラインで閲覧できます（保存済み {size}）。"),
        }
    },
    incomplete: |missing| {
        format!(
            "保存したファイルのうち{missing}個がブラウザーによって消されました。保存し直すと、オフラインでもすべてのページを見られます。"
        )
    },
    full: "端末かブラウザーの空き容量が足りず、保存できませんでした。ネットワークにつながっている間は、すべての機能を使えます。",
    interrupted: "保存が途中で止まりました。通信の状態を確かめて、もう一度お試しください。ネットワークにつながっている間は、すべての機能を使えます。",
    latest: "最新の版です。",
    not_checked: "新しい版があるかどうかは確かめられませんでした。",
    refresh: "保存し直す・新しい版を確かめる",
    remove: "端末から消す",
    allow: "端末に保存する",
};

/// Rounded up, so that nothing is ever 0 MB.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}\u{a0}MB", grouped(tenths / 10), tenths % 10)
}
