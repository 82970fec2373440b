//! Japanese: a case page beyond its facts.

use joint_procurement_core::stats::Alike;
use joint_procurement_core::text::{cases, decimal, persons_rounded, yen};

use super::japanese::date;
use super::{CaseMoreWords, Inquiry};

pub(super) static CASE_MORE: CaseMoreWords = CaseMoreWords {
    total_per_year: "契約総額の1年あたり",
    initial_per_thousand: "初期費用の人口千人あたり",
    annual_per_thousand: "年間運用費の人口千人あたり",
    total_per_year_per_thousand: "契約総額の1年・人口千人あたり",
    computed: |amount| format!("{}（このサイトで計算）", yen(amount)),
    reuse_heading: "参考にする・参加するには",
    reuse_specification: "仕様書・要求事項の文書",
    reuse_call: "公募・入札・RFIの文書",
    reuse_agreement: "協定・規約の文書",
    reuse_cost_sharing: "負担割合の文書",
    participants_derived: "資料に参加自治体の名前はありません。都道府県内のすべての市区町村が参加し、その数が現在の市区町村数と同じため、現在の市区町村を示しています。",
    alike_heading: "似た事例",
    alike_lead: "同じシステム種別の事例、次に同じ領域の事例を、参加自治体の人口の合計が近い順に並べています。",
    alike_reason,
    inquiry_heading: "担当に聞く：問い合わせ文の例",
    inquiry_lead: |missing| {
        format!(
            "{missing}は、公開資料で確認できていません。次の文をコピーして、代表団体への問い合わせにお使いください。"
        )
    },
    inquiry_copy: "問い合わせ文をコピー",
    inquiry,
    ask_specification: "仕様書（提供の可否と条件）",
    ask_conditions: "参加・利用の条件（規約や協定）",
    json: "この事例をJSONで保存",
    pick: "比較に加える",
    compare: |count| format!("選んだ{}を比較する", cases(count)),
};

fn alike_reason(it: Alike, system: &str, population: Option<u64>) -> String {
    let mut reasons = Vec::new();
    if it.same_system {
        reasons.push("同じシステム種別".to_owned());
    } else {
        reasons.push(format!("同じ領域の「{system}」"));
    }
    if it.same_prefecture {
        reasons.push("同じ都道府県".to_owned());
    }
    match (it.factor, population) {
        (Some(factor), Some(persons)) if factor < 1_100 => {
            reasons.push(format!("人口規模がほぼ同じ（{}）", persons_rounded(persons)));
        }
        (Some(factor), Some(persons)) => {
            // Tenths are enough to tell near from far.
            let times = decimal((factor / 100) as f64 / 10.0);
            reasons.push(format!("人口規模の差は約{times}倍（{}）", persons_rounded(persons)));
        }
        _ => reasons.push("人口規模は比べられません".to_owned()),
    }
    reasons.join("、")
}

fn inquiry(it: &Inquiry<'_>) -> String {
    let to = match it.department {
        Some(department) => format!("{}\n{department}\nご担当者様", it.lead),
        None => format!("{}\nご担当者様", it.lead),
    };
    let own = it.own.unwrap_or("（団体名）");
    let missing: Vec<String> = it.missing.iter().map(|what| format!("・{what}")).collect();
    format!(
        "件名：「{title}」についてのお尋ね\n\n{to}\n\n突然のご連絡で失礼いたします。{own}の（部署名・氏名）と申します。\n\n\
         当団体では{system}の導入・更新にあたり、共同での調達を検討しております。公開資料で貴団体の「{title}」を\
         拝見し、ぜひ参考にさせていただきたく、ご連絡いたしました。\n\n\
         公開資料（{as_of}時点の調べ）では次の点を確認できませんでした。差し支えない範囲で、ご教示いただけますと幸いです。\n\n\
         {missing}\n\nお忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。\n\n\
         （署名：団体名・部署名・氏名・電話番号・メールアドレス）\n",
        title = it.title,
        system = it.system,
        as_of = date(it.as_of),
        missing = missing.join("\n"),
    )
}
