//! Failures, and what the reader can do.

use joint_procurement_core::files::Cause;

pub const HEADING: &str = "データを表示できませんでした";
pub const PART: &str = "この部分のデータを読み込めませんでした";
pub const RETRY: &str = "もう一度読み込む";

/// The words while it is being tried again.
pub const RETRYING: &str = "もう一度読み込んでいます…";

/// Tells that the attempt of this number has failed too.
pub fn failed_again(attempts: u32) -> String {
    format!("もう一度試しましたが、読み込めませんでした（{attempts}回目）。")
}

pub const TECHNICAL: &str = "技術的な情報";
pub const DEFAULT_SNAPSHOT: &str = "標準のデータ版を表示する";

pub fn of_cause(cause: &Cause) -> String {
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
