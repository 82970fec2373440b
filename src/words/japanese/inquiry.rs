//! The letter to the lead of a case.

use joint_procurement_core::domain::SnapshotKind;

use super::date;
use super::snapshot::sources;
use crate::words::Inquiry;

pub const HEADING: &str = "担当に聞く：問い合わせ文の例";

pub fn lead(kind: SnapshotKind, missing: &str) -> String {
    let sources = sources(kind);
    format!(
        "{missing}は、{sources}で確認できていません。次の文をコピーして、代表団体への問い合わせにお使いください。"
    )
}

pub const COPY: &str = "問い合わせ文をコピー";

pub fn letter(it: &Inquiry<'_>) -> String {
    let to = match it.department {
        Some(department) => format!("{}\n{department}\nご担当者様", it.lead),
        None => format!("{}\nご担当者様", it.lead),
    };
    let own = it.own.unwrap_or("（団体名）");
    let missing: Vec<String> = it.missing.iter().map(|what| format!("・{what}")).collect();
    format!(
        "件名：「{title}」についてのお尋ね\n\n{to}\n\n突然のご連絡で失礼いたします。{own}の（部署名・氏名）と申します。\n\n\
         当団体では{system}の導入・更新にあたり、共同での調達を検討しております。{sources}で貴団体の「{title}」を\
         拝見し、ぜひ参考にさせていただきたく、ご連絡いたしました。\n\n\
         {sources}（{as_of}時点の調べ）では次の点を確認できませんでした。差し支えない範囲で、ご教示いただけますと幸いです。\n\n\
         {missing}\n\nお忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。\n\n\
         （署名：団体名・部署名・氏名・電話番号・メールアドレス）\n",
        title = it.title,
        sources = sources(it.kind),
        system = it.system,
        as_of = date(it.as_of),
        missing = missing.join("\n"),
    )
}

pub const ASK_SPECIFICATION: &str = "仕様書（提供の可否と条件）";
pub const ASK_CONDITIONS: &str = "参加・利用の条件（規約や協定）";
