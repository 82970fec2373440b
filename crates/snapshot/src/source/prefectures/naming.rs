//! The names of the prefectures, held against those that the municipalities have.

use std::collections::HashMap;

use joint_procurement_core::domain::PrefectureCode;

use crate::problem::{Position, Report};

/// The names of the prefectures in order of code.
#[derive(Default)]
pub struct PrefectureNames {
    pub names: Vec<String>,
    pub(super) are_told: Vec<bool>,
    pub(super) places: Vec<Position>,
}

impl PrefectureNames {
    /// Takes the name that all municipalities of a prefecture have, where its own is another: theirs is right.
    pub fn settle<'a>(
        &mut self,
        stated: impl Iterator<Item = (PrefectureCode, &'a str)>,
        report: &mut Report,
    ) {
        let mut by_code: HashMap<PrefectureCode, HashMap<&str, usize>> = HashMap::new();
        for (code, name) in stated {
            *by_code.entry(code).or_default().entry(name).or_default() += 1;
        }
        let rows = self.names.iter_mut().zip(&mut self.are_told).zip(&self.places);
        for (code, ((name, is_told), place)) in PrefectureCode::all().zip(rows) {
            let Some(found) = by_code.get(&code).filter(|found| !found.contains_key(name.as_str())) else {
                continue;
            };
            let Some((usual, count)) = found.iter().max_by_key(|(_, count)| **count) else { continue };
            if *is_told || found.len() == 1 && *count > 1 {
                if !*is_told {
                    let what = format!("municipalities.csv の{count}行では、この都道府県は「{usual}」です。");
                    let problem = place.problem("name", what).value(&name).suggestion([(*usual).to_owned()]);
                    report.add(problem.advice("どちらかを直してください。"));
                }
                (*name, *is_told) = ((*usual).to_owned(), true);
            }
        }
    }
}
