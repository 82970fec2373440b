//! Bodies that rarely have such a part in a case, and numbers of them.

use joint_procurement_core::domain::{LeadKind, PrefectureShare, Scope};
use joint_procurement_core::text::grouped;

use super::super::super::cases::contradictions::{most_ever, today};
use super::{Doubt, when};

/// The times that a population may be more or less than the sum over the participants.
const TIMES: u64 = 3;

pub const DOUBTS: &[Doubt] = &[
    Doubt {
        what: "participants_count が、その都道府県の市区町村の今の数より多い事例があります",
        advice: "合併の前の数なら、このままで構いません。",
        of: |case, world| {
            let count = u64::from(*case.participants_count.as_ref().known()?);
            let today = today(case, world.directory);
            (count > today && count <= most_ever(case, world.directory))
                .then(|| format!("{count}（今は{today}）"))
        },
    },
    Doubt {
        what: "市町村どうしの事例なのに、参加する市区町村が一つだけの事例があります",
        advice: "participants_count か participants_names に抜けがないか、確かめてください。",
        of: |case, _| {
            let count = case.participants_count.as_ref().known().copied();
            let named = case.participants.as_ref().known().map(Vec::len);
            when(case.scope == Scope::Municipal && (count == Some(1) || named == Some(1)))
        },
    },
    Doubt {
        what: "市町村どうしの事例なのに、prefecture_bears_cost が「全額」か「一部」の事例があります",
        advice: "都道府県が協議会などに入っているなら、scope を直してください。",
        of: |case, _| {
            let bears = matches!(
                case.prefecture_bears_cost.as_ref().known()?,
                PrefectureShare::All | PrefectureShare::Part
            );
            when(case.scope == Scope::Municipal && bears)
        },
    },
    Doubt {
        what: "代表団体の市区町村が、participants_names にない事例があります",
        advice: "代表団体も参加しているなら、加えてください。",
        of: |case, world| {
            let named = case.participants.as_ref().known()?;
            let mut own = world.directory.municipalities.of_prefecture(case.lead_prefecture);
            let lead = own.find(|it| it.name == case.lead_organization)?;
            let is_among = case.lead_kind == LeadKind::Municipalities && !named.contains(&lead.code);
            is_among.then(|| format!("「{}」", lead.name))
        },
    },
    Doubt {
        what: "lead_organization が、ほかの都道府県の名前で始まる事例があります",
        advice: "prefecture_code が代表団体の都道府県か、確かめてください。",
        of: |case, world| {
            let name = case.lead_organization.as_str();
            let own = world.directory.prefectures.name(case.lead_prefecture);
            let mut all = world.directory.prefectures.prefectures.iter();
            let other = all.find(|it| name.starts_with(&it.name) && name != it.name)?;
            (!name.contains(&own)).then(|| format!("「{}」", other.name))
        },
    },
    Doubt {
        what: "stated_population が、参加自治体の人口の合計とかけ離れた事例があります",
        advice: "桁や単位（千人、万人）の間違いがないか、確かめてください。",
        of: |case, _| {
            let (stated, sum) = (*case.stated_population.as_ref().known()?, case.derived_population?);
            let is_far = stated > sum * TIMES || stated * TIMES < sum;
            is_far.then(|| format!("{}人（合計は{}人）", grouped(stated), grouped(sum)))
        },
    },
];
