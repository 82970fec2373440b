//! Texts that seem to stand in the place of another, or of which somebody was not sure.

use joint_procurement_core::domain::{Case, LeadKind, Term};
use joint_procurement_core::text::{fold, normalize, organization};

use super::super::super::names::Directory;
use super::{Doubt, when};

/// Ends of the names of what is procured.
const THINGS: [&str; 16] = [
    "共同調達",
    "共同利用",
    "共同運用",
    "共同整備",
    "共同化",
    "システム",
    "クラウド",
    "サービス",
    "基盤",
    "導入",
    "更新",
    "構築",
    "整備",
    "調達",
    "プラットフォーム",
    "ネットワーク",
];
/// Ends of the names of bodies that several public bodies have made, with the kind of lead that each is.
const BODIES: [(&str, LeadKind); 6] = [
    ("協議会", LeadKind::Council),
    ("一部事務組合", LeadKind::Union),
    ("事務組合", LeadKind::Union),
    ("消防組合", LeadKind::Union),
    ("整備組合", LeadKind::Union),
    ("広域連合", LeadKind::Union),
];
/// Signs and words of which the name of a unit has one.
const UNITS: &str = "課部局室係所庁会班館社団校署院";
const LONG_UNITS: [&str; 9] =
    ["センター", "チーム", "グループ", "担当", "組合", "連合", "機構", "ユニット", "ライン"];
/// Ends and words of what is said of persons.
const PERSONS: [&str; 4] = ["様", "氏", "さん", "殿"];
const ROLES: [&str; 9] = ["主任", "主事", "係長", "課長", "補佐", "主査", "主幹", "参事", "担当者"];
/// The fields that are names.
const NAMES: &[&str] =
    &["title", "lead_organization", "vendor", "product", "contact_department", "subsidy_name"];
/// More letters than a name has. The longest real one has 46.
const LONGEST: usize = 80;
/// The letters that are shown of such a name.
const SHOWN: usize = 20;
/// Words by which firms are known.
const FIRMS: [&str; 5] = ["株式会社", "有限会社", "合同会社", "(株)", "㈱"];

pub const DOUBTS: &[Doubt] = &[
    Doubt {
        what: "lead_organization が調達したものの名前のようであるか、title が団体の名前のような事例があります",
        advice: "lead_organization と title が逆でないか、確かめてください。",
        fields: &["lead_organization", "title"],
        of: |case, _| {
            let (lead, title) = (case.lead_organization.as_str(), case.title.as_str());
            let is_thing = THINGS.iter().any(|end| lead.ends_with(end));
            let is_body = BODIES.iter().any(|(end, _)| title.ends_with(end));
            let said = match (is_thing, is_body) {
                (false, false) => return None,
                (true, _) => lead,
                (false, true) => title,
            };
            Some(format!("「{said}」"))
        },
    },
    Doubt {
        what: "代表団体が市区町村なのに、title に協議会や組合のある事例があります",
        advice: "調達したのがその協議会や組合なら、lead_organization と lead_kind を直してください。",
        fields: &["lead_organization", "title"],
        of: |case, world| {
            let words = ["協議会", "組合", "広域連合", "機構", "企業団"];
            let is_told = words.iter().any(|word| case.title.contains(word));
            when(is_told && is_municipality(&case.lead_organization, world.directory))
        },
    },
    Doubt {
        what: "lead_organization の名前の終わりと、lead_kind が合わない事例があります",
        advice: "lead_kind を確かめてください。",
        fields: &["lead_organization", "lead_kind"],
        of: |case, _| {
            let lead = &case.lead_organization;
            let (_, kind) = BODIES.iter().find(|(end, _)| lead.ends_with(end))?;
            // The last of several bodies says nothing.
            let are_several = lead.contains(['・', '、', '，', ',', '/']) || lead.contains("ほか");
            let is_other = case.lead_kind != *kind && !are_several;
            is_other.then(|| format!("「{}」で「{}」", case.lead_organization, case.lead_kind.ja()))
        },
    },
    Doubt {
        what: "lead_organization が事業者のようであるか、vendor が自治体や協議会のような事例があります",
        advice: "lead_organization と vendor が逆でないか、確かめてください。",
        fields: &["lead_organization", "lead_kind", "vendor"],
        of: |case, world| {
            let lead = case.lead_organization.as_str();
            let is_firm = case.lead_kind != LeadKind::Other && FIRMS.iter().any(|firm| lead.contains(firm));
            let vendor = case.vendor.as_ref().known().map(String::as_str).unwrap_or_default();
            let is_prefecture = world.directory.prefectures.prefectures.iter().any(|it| it.name == vendor);
            let is_body = BODIES.iter().any(|(end, _)| vendor.ends_with(end));
            let is_public = is_body || is_prefecture || is_municipality(vendor, world.directory);
            let said = if is_firm { lead } else { vendor };
            (is_firm || is_public).then(|| format!("「{said}」"))
        },
    },
    Doubt {
        what: "二つの項目に同じものが書かれている事例があります",
        advice: "一方が写し間違いでないか、確かめてください。",
        fields: &["lead_organization", "vendor", "product", "title"],
        of: |case, _| {
            let same =
                |a: &str, b: &str| fold(&organization(a), normalize) == fold(&organization(b), normalize);
            let [vendor, product] = [&case.vendor, &case.product].map(|it| it.as_ref().known());
            let (vendor, product) = (vendor?.as_str(), product.map(String::as_str));
            let pair = if same(vendor, &case.lead_organization) && case.lead_kind != LeadKind::Other {
                "lead_organization と vendor"
            } else if product.is_some_and(|product| same(product, vendor)) {
                "vendor と product"
            } else {
                return None;
            };
            Some(format!("{pair} が「{vendor}」"))
        },
    },
    Doubt {
        what: "contact_department が部署の名前でないか、人の名前や職名のある事例があります",
        advice: "部署の名前だけを書いてください。人の名前は公開しません。",
        fields: &["contact_department"],
        of: |case, _| {
            let name = case.contact_department.as_ref().known()?;
            let is_unit =
                name.contains(|c| UNITS.contains(c)) || LONG_UNITS.iter().any(|it| name.contains(it));
            let is_person =
                PERSONS.iter().any(|it| name.ends_with(it)) || ROLES.iter().any(|it| name.contains(it));
            (!is_unit || is_person).then(|| format!("「{name}」"))
        },
    },
    Doubt {
        what: "background と process に同じ文のある事例があります",
        advice: "background にはなぜ行ったか、process にはどのように進んだかを書いてください。",
        fields: &["background", "process"],
        of: |_, world| {
            let [background, process] = [&world.detail.background, &world.detail.process];
            when(background.is_some() && background == process)
        },
    },
    Doubt {
        what: "名前が文のようか、とても長い事例があります",
        advice: "名前だけを書き、説明は background か process に書いてください。",
        fields: NAMES,
        of: |case, _| {
            let is_sentence = |name: &&String| name.ends_with('。') || name.chars().count() > LONGEST;
            names(case).find(is_sentence).map(|name| {
                let start: String = name.chars().take(SHOWN).collect();
                format!("「{start}…」")
            })
        },
    },
    Doubt {
        what: "名前の最後に「？」のある事例があります",
        advice: "確かでない名前は書かずに、null にしてください。",
        fields: NAMES,
        of: |case, _| {
            let unsure = |name: &&String| name.ends_with(['?', '？']);
            // News end so, too.
            names(case).filter(|name| **name != case.title).find(unsure).map(|name| format!("「{name}」"))
        },
    },
];

/// Gives the names of a case.
fn names(case: &Case) -> impl Iterator<Item = &String> {
    let facts = [&case.vendor, &case.product, &case.contact_department, &case.subsidy_name];
    let facts = facts.into_iter().filter_map(|it| it.as_ref().known());
    [&case.title, &case.lead_organization].into_iter().chain(facts)
}

fn is_municipality(name: &str, directory: Directory<'_>) -> bool {
    directory.municipalities.iter().any(|it| it.name == name)
}
