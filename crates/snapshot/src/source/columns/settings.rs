//! `snapshot.toml`: keys in tables are written with a dot between.

use joint_procurement_core::domain::SnapshotKind;

use super::kind::{Kind::*, slugs};
use super::{Shape, table};

table! {
    SETTINGS: "snapshot.toml" "設定" Shape::Settings, "データ版そのものについて、表からは分からないこと。" {
        "id" "データ版の名前" = Slug, must, "フォルダー名と URL になる（例 2026-11-23）。別の時点のデータとして公開するときは、日付とともに新しくする。";
        "title" "題名" = Text, must, "画面とダウンロードしたファイルに出る題名。";
        "period" "対象期間" = Text, must, "対象期間。言葉で書く。";
        "kind" "種類" = Word(slugs::<SnapshotKind>), must, "何から作ったデータか。";
        "licence" "利用条件" = Text, must, "利用条件。言葉で書く。";
        "as_of" "資料を読んだ日" = Day, must, "資料を読んだ日。";
        "published_at" "公開した日" = Day, must, "公開した日。資料を読んだ日か、その後の日。";
        "default" "はじめに見せる版か" = Answer, must, "「はい」なら、データ版を指定せずに開いたときにこの版を見せる。";
        "update_note" "更新の予定" = Text, may, "いつ更新するか。空欄なら画面に「未設定」と出る。";
        "maintainer.name" "公開者の名称" = Text, may, "このサイトを公開している人・組織。";
        "maintainer.url" "公開者のURL" = WebAddress, may, "公開者のページのアドレス。";
        "maintainer.email" "公開者のメールアドレス" = Text, may, "事例の情報を知らせてもらう部署のメールアドレス。個人のものは書かない。";
        "totals.cities" "市の数（照合用）" = Count, may, "全国の表に印刷された市の数。";
        "totals.special_wards" "特別区の数（照合用）" = Count, may, "全国の表に印刷された特別区の数。";
        "totals.towns" "町の数（照合用）" = Count, may, "全国の表に印刷された町の数。";
        "totals.villages" "村の数（照合用）" = Count, may, "全国の表に印刷された村の数。";
        "totals.population" "人口（照合用）" = Count, may, "全国の表に印刷された人口。";
    }
}

/// The keys of a credit line, which stand on the sheet as `credits.1.subject` and so on, with their words.
pub const CREDIT_KEYS: [(&str, &str); 3] =
    [("subject", "出典の表示：対象"), ("text", "出典の表示：文"), ("url", "出典の表示：URL")];
