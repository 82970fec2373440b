//! Corrections, the answers to a survey, and synonyms.

use super::kind::{Kind::*, corrected};
use super::{Shape, table};

table! {
    ERRATA: "errata.csv" "正誤情報" Shape::Rows { ordered_by: None }, "公開したものの訂正。1行に一つ。行は消さずに残す。" {
        "date" "訂正した日" = Day, must, "訂正した日。公開した日より後にはできない。";
        "case" "事例のid" = CaseId, may, "どの事例か。一つの事例についてでないときは空欄。";
        "field" "項目" = Word(corrected), may, "誤りのあった項目。事例を取り除いたときは「事例の削除」。";
        "wrong" "誤" = Text, may, "前に公開した内容。なかったものは空欄。";
        "right" "正" = Text, may, "今の内容。なくなったものは空欄。";
        "reason" "理由" = Text, must, "理由を短く。";
        "url" "URL" = WebAddress, may, "詳しいことの分かるページ。";
    }
}

table! {
    ANSWERS: "answers.csv" "調査への回答" Shape::Rows { ordered_by: Some("prefecture_code") }, "都道府県への調査のときだけ。47都道府県をコードの順に書く。" {
        "prefecture_code" "都道府県コード" = Code(2), must, "01から47まで。";
        "answered" "回答したか" = Answer, must, "事例が一つもなくても、回答があれば「はい」。";
        "date" "回答した日" = Date, may, "回答した日。分からなければ空欄。";
    }
}

table! {
    SYNONYMS: "synonyms.csv" "同義語" Shape::Rows { ordered_by: None }, "検索で同じに扱う語の組。空白のない語に限る。" {
        "term" "入力する語" = Text, must, "人が入力する語やかな。";
        "synonym" "事例にある語" = Text, must, "事例に書かれている語。";
    }
}
