//! Cases similar to a case.

use joint_procurement_core::stats::Alike;
use joint_procurement_core::text::{decimal, persons_rounded};

pub const HEADING: &str = "似た事例";
pub const LEAD: &str =
    "同じシステム種別の事例、次に同じ領域の事例を、参加自治体の人口の合計が近い順に並べています。";

pub fn reason(it: Alike, system: &str, population: Option<u64>) -> String {
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
