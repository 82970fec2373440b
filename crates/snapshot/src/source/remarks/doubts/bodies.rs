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
        fields: &["participants_count", "prefecture_code", "partner_prefecture_codes"],
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
        fields: &["scope", "participants_count", "participants_names"],
        of: |case, _| {
            let count = case.participants_count.as_ref().known().copied();
            let named = case.participants.as_ref().known().map(Vec::len);
            when(case.scope == Scope::Municipal && (count == Some(1) || named == Some(1)))
        },
    },
    Doubt {
        what: "市町村どうしの事例なのに、prefecture_bears_cost が「全額」か「一部」の事例があります",
        advice: "都道府県が協議会などに入っているなら、scope を直してください。",
        fields: &["scope", "prefecture_bears_cost"],
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
        fields: &["lead_organization", "lead_kind", "participants_names"],
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
        fields: &["lead_organization", "prefecture_code"],
        of: |case, world| {
            let name = case.lead_organization.as_str();
            let own = world.directory.prefectures.name(case.lead_prefecture);
            let mut all = world.directory.prefectures.prefectures.iter();
            let other = all.find(|it| name.starts_with(&it.name) && name != it.name)?;
            (!name.contains(&own)).then(|| format!("「{}」", other.name))
        },
    },
    Doubt {
        what: "stated_population か stated_staff が、都道府県の全市区町村の合計より多い事例があります",
        advice: "桁や単位の間違いがないか、人口と職員数が逆でないか、確かめてください。",
        fields: &["stated_population", "stated_staff", "prefecture_code", "partner_prefecture_codes"],
        of: |case, world| {
            let codes = || [case.lead_prefecture].into_iter().chain(case.partner_prefectures.iter().copied());
            let all = || codes().flat_map(|code| world.directory.municipalities.of_prefecture(code));
            let population: u64 = all().map(|it| it.population).sum();
            let staff: Option<u64> = all().map(|it| it.staff.map(u64::from)).sum();
            // Where the participants are known, what is stated is held against theirs.
            let population = Some(population).filter(|_| case.derived_population.is_none());
            let staff = staff.filter(|_| case.derived_staff.is_none());
            let most = [(&case.stated_population, population), (&case.stated_staff, staff)];
            let mut most =
                most.into_iter().filter_map(|(stated, most)| Some((*stated.as_ref().known()?, most?)));
            // People move, and a prefecture has staff of its own.
            let (stated, most) = most.find(|(stated, most)| *stated > most * 2)?;
            Some(format!("{}人（合計は{}人）", grouped(stated), grouped(most)))
        },
    },
    Doubt {
        what: "stated_staff が、参加自治体の職員数の合計とかけ離れた事例があります",
        advice: "桁や単位の間違いがないか、人口でないか、確かめてください。",
        fields: &["stated_staff", "participants_names"],
        of: |case, _| {
            let (stated, sum) = (*case.stated_staff.as_ref().known()?, case.derived_staff?);
            let is_far = stated > sum * TIMES || stated * TIMES < sum;
            is_far.then(|| format!("{}人（合計は{}人）", grouped(stated), grouped(sum)))
        },
    },
    Doubt {
        what: "stated_population が、参加自治体の人口の合計とかけ離れた事例があります",
        advice: "桁や単位（千人、万人）の間違いがないか、確かめてください。",
        fields: &["stated_population", "participants_names"],
        of: |case, _| {
            let (stated, sum) = (*case.stated_population.as_ref().known()?, case.derived_population?);
            let is_far = stated > sum * TIMES || stated * TIMES < sum;
            is_far.then(|| format!("{}人（合計は{}人）", grouped(stated), grouped(sum)))
        },
    },
];
