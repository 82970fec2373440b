//! The lead, and the part that a prefecture has in the case.

use joint_procurement_core::domain::{Case, LeadKind, Scope, Term};

use super::super::{Directory, Record, Report};

/// Reports a case among municipalities that a prefecture leads or takes part in.
pub fn check_scope(record: &Record, case: &Case, report: &mut Report) {
    if case.scope != Scope::Municipal {
        return;
    }
    let participates = case.prefecture_participates.as_ref().known() == Some(&true);
    let why = match case.lead_kind {
        LeadKind::Prefecture => format!("lead_kind が「{}」です", LeadKind::Prefecture.ja()),
        _ if participates => "prefecture_participates が true です".to_owned(),
        _ => return,
    };
    report.add(
        record
            .problem("scope", format!("都道府県が関わらない事例としているのに、{why}。"))
            .suggestion([Scope::Prefecture.slug().to_owned()])
            .advice("都道府県が代表か参加者なら、scope を直してください。そうでなければ、もう一方を直してください。"),
    );
}

/// Reports a lead of another prefecture, and one that is not of its kind.
pub fn check_lead(record: &Record, case: &Case, directory: Directory<'_>, report: &mut Report) {
    const LEAD: &str = "lead_organization";
    let (name, own) = (case.lead_organization.as_str(), case.lead_prefecture);
    let own_name = directory.prefectures.name(own);
    let of_another = |what: String| {
        record.problem(LEAD, what).advice(format!("{LEAD} か prefecture_code のどちらかを直してください。"))
    };
    let of_kind = |what: &str, kind: LeadKind| {
        record
            .problem("lead_kind", format!("代表団体が{what}であるのに、その種類になっていません。"))
            .suggestion([kind.slug().to_owned()])
            .advice(format!("lead_kind か {LEAD} のどちらかを直してください。"))
    };
    if directory.prefectures.prefectures.iter().any(|it| it.name == name) {
        if name != own_name {
            report.add(of_another(format!("prefecture_code の都道府県（{own_name}）と違う都道府県です。")));
        } else if case.lead_kind != LeadKind::Prefecture {
            report.add(of_kind("都道府県", LeadKind::Prefecture));
        }
        return;
    }
    let bare = name.strip_prefix(&own_name).unwrap_or(name);
    let is_own = directory.municipalities.of_prefecture(own).any(|it| it.name == bare);
    if is_own && case.lead_kind == LeadKind::Prefecture {
        report.add(of_kind("市区町村", LeadKind::Municipalities));
    } else if !is_own && directory.municipalities.iter().any(|it| it.name == name) {
        report.add(of_another(format!("prefecture_code の都道府県（{own_name}）にない市区町村です。")));
    }
}
