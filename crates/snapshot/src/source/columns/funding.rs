//! Public money and its sources.

use joint_procurement_core::domain::{JointBuying, SourceClass};

use super::kind::{Kind::*, slugs, words};
use super::{Shape, table};

table! {
    FUNDING: "funding.csv" "補助金など" Shape::Rows { ordered_by: None }, "共同調達の費用に充てられる可能性のある制度。行の順が画面の順。ページに書かれていないことは空欄にする。" {
        "slug" "スラッグ" = Slug, must, "変わらない名前。公開した後は変えない。";
        "name" "名称" = Text, must, "制度の名称。";
        "kind" "種類" = Text, must, "補助金、地方債など。";
        "giver" "実施主体" = Text, must, "だれの制度か。";
        "object" "充てられる費用" = Text, must, "何の費用に充てられるか。";
        "joint" "共同調達の扱い" = Word(slugs::<JointBuying>), must, "共同調達が条件か、優先されるか、対象に含まれるか。";
        "rate" "率" = Text, may, "補助率など。書かれているとおり。";
        "ceiling" "上限額" = Text, may, "上限額。書かれているとおり。";
        "period" "期間" = Text, may, "期間。書かれているとおり。";
        "ended" "終了したか" = Answer, may, "終了した制度は「はい」。分からなければ空欄。";
        "system_types" "対象の種別" = List(&Slug, ';'), must, "シート「システム種別」のスラッグ。すべての種別なら all だけを書く。";
        "checked_on" "確認した日" = Day, must, "出典を読んだ日。";
        "note" "注意" = Text, may, "読む人に知らせること。";
    }
}

table! {
    FUNDING_SOURCES: "funding_sources.csv" "補助金などの出典" Shape::Rows { ordered_by: None }, "制度の出典。どの制度にも1行以上。主な出典を先に書く。" {
        "funding" "制度のスラッグ" = Of(|| FUNDING, "slug"), must, "どの制度の出典か。";
        "url" "URL" = WebAddress, must, "ページのアドレス。";
        "publisher" "発行者" = Text, must, "ページを出しているところ。";
        "published" "日付" = Date, may, "公開された日。";
        "class" "分類" = Word(words::<SourceClass>), must, "公開ページの分類。";
        "note" "補足" = Text, may, "どの値が書かれているかなど。";
    }
}
