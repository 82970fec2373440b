//! Finds the municipality that a name in a case means, or says what else may have been meant.

use joint_procurement_core::domain::{
    Municipalities, Municipality, MunicipalityCode, PrefectureCode, Prefectures,
};
use unicode_normalization::UnicodeNormalization;

use super::municipalities::MunicipalityTable;
use crate::values;

/// The reason why a name means no municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// No such municipality in these prefectures.
    Unknown {
        /// Names that were probably meant.
        meant: Vec<String>,
        hints: Vec<String>,
    },
    /// Several of that name; the ways to write which.
    Ambiguous { choices: Vec<String> },
    /// The name is probably that of a row which is told to be wrong.
    Told,
}

/// All municipalities by name.
#[derive(Clone, Copy)]
pub struct Directory<'a> {
    pub table: &'a MunicipalityTable,
    pub municipalities: &'a Municipalities,
    pub prefectures: &'a Prefectures,
}

impl<'a> Directory<'a> {
    /// Finds the municipality of this name in one of these prefectures; the prefecture's own name may stand
    /// in front (福島県伊達市).
    pub fn resolve(self, name: &str, within: &[PrefectureCode]) -> Result<MunicipalityCode, NameFault> {
        let found: Vec<Municipality<'a>> = within
            .iter()
            .flat_map(|prefecture| self.municipalities.of_prefecture(*prefecture))
            .filter(|municipality| municipality.name == name || self.full_name(*municipality) == name)
            .collect();
        match found.as_slice() {
            [one] => Ok(one.code),
            [] => {
                let (meant, hints) = (self.meant(name, within), self.hints(name, within));
                let is_told = meant.is_empty() && self.table.may_be(name, within);
                Err(if is_told { NameFault::Told } else { NameFault::Unknown { meant, hints } })
            }
            several => Err(NameFault::Ambiguous {
                choices: several.iter().map(|municipality| self.full_name(*municipality)).collect(),
            }),
        }
    }

    fn full_name(self, municipality: Municipality<'_>) -> String {
        format!("{}{}", self.prefectures.name(municipality.code.prefecture()), municipality.name)
    }

    /// Gives the names in these prefectures that are like one in none, three at most.
    fn meant(self, name: &str, within: &[PrefectureCode]) -> Vec<String> {
        if self.is_prefecture(name) {
            return Vec::new();
        }
        let narrow: String = name.nfkc().filter(|it| !it.is_whitespace()).collect();
        let all = within.iter().flat_map(|code| self.municipalities.of_prefecture(*code));
        let same = |it: &Municipality<'_>| narrow == it.name || narrow == self.full_name(*it);
        let (same, others): (Vec<_>, Vec<_>) = all.partition(same);
        let similar = others.into_iter().filter(|it| is_similar(&narrow, it.name));
        let found = if same.is_empty() { similar.collect() } else { same };
        let bare = bare(&narrow).filter(|_| found.is_empty());
        if let Some(Ok(code)) = bare.map(|bare| self.resolve(bare, within)) {
            return self.municipalities.get(code).map(|it| it.name.to_owned()).into_iter().collect();
        }
        found.into_iter().take(3).map(|it| it.name.to_owned()).collect()
    }

    /// Gives at most three ways out, the likeliest first.
    fn hints(self, name: &str, within: &[PrefectureCode]) -> Vec<String> {
        let elsewhere = self
            .municipalities
            .iter()
            .filter(|municipality| municipality.name == name || self.full_name(*municipality) == name)
            .map(|municipality| {
                let code = municipality.code.prefecture();
                format!(
                    "{}なら、partner_prefecture_codes に {code} を加えてください",
                    self.full_name(municipality)
                )
            });
        let within = || within.iter().flat_map(|code| self.municipalities.of_prefecture(*code));
        let ward = within()
            .filter(|municipality| {
                name.strip_prefix(municipality.name).is_some_and(|rest| rest.ends_with('区'))
            })
            .map(|municipality| {
                format!("行政区は市区町村に数えません。「{}」と書いてください", municipality.name)
            });
        let similar = within()
            .filter(|municipality| is_similar(name, municipality.name))
            .map(|municipality| format!("「{}」のことですか", municipality.name));
        let hints: Vec<String> = elsewhere.chain(ward).chain(similar).take(3).collect();
        if hints.is_empty() || self.is_prefecture(name) {
            self.other(name).into_iter().collect()
        } else {
            hints
        }
    }

    fn is_prefecture(self, name: &str) -> bool {
        self.prefectures.prefectures.iter().any(|it| it.name == name)
    }

    /// Says what else a name is, where it is not one of a municipality.
    fn other(self, name: &str) -> Option<String> {
        if ["全市町村", "全市区町村", "全区市町村", "すべての市町村"].iter().any(|all| name.contains(all))
        {
            return Some("全市区町村の参加は、participants_all_in_prefecture に書きます".to_owned());
        }
        if let Some(items) = values::items(name).candidates().into_iter().find(|items| items.len() > 1) {
            let rows = items.len();
            return Some(format!("{}を、{rows}つに分けて書いてください", quoted(&items)));
        }
        if ["ほか", "他", "など", "等", "その他"].iter().any(|rest| name.ends_with(rest)) {
            return Some(
                "全部の名前を書いてください。一部しか分からないときは、名前を一つも書かず、数だけを書きます"
                    .to_owned(),
            );
        }
        if bare(name).is_some() {
            return Some("名前だけを書き、かっこの中の補足は経緯などに書いてください".to_owned());
        }
        if self.is_prefecture(name) {
            return Some("都道府県の参加は、prefecture_participates に書きます".to_owned());
        }
        if let Some(place) = name.parse().ok().and_then(|code| self.municipalities.get(code)) {
            return Some(format!("コードではなく名前で、「{}」と書いてください", place.name));
        }
        if ["組合", "連合", "企業団", "協議会", "機構"].iter().any(|end| name.ends_with(end)) {
            return Some("組合や広域連合は書かずに、入っている市区町村を書いてください".to_owned());
        }
        let is_place = name.ends_with(['市', '町', '村', '区']);
        is_place.then(|| {
            "合併などで今はない市区町村なら、今の名前にしてください。ほかの都道府県の市区町村なら、その都道府県も加えてください".to_owned()
        })
    }
}

/// Gives the name in front of a remark in brackets.
fn bare(name: &str) -> Option<&str> {
    let (bare, remark) = name.split_once(['（', '(', '【', '[', '※'])?;
    (!bare.trim().is_empty() && !remark.is_empty()).then(|| bare.trim())
}

fn quoted(items: &[String]) -> String {
    items.iter().map(|item| format!("「{item}」")).collect::<Vec<_>>().concat()
}

/// Tells if a name was probably meant to be the other. They may differ in variants of ケ, the county in front,
/// the kind left off, or one character.
fn is_similar(written: &str, name: &str) -> bool {
    let folded = |text: &str| text.replace(['ヶ', 'ヵ', 'カ', 'が', 'ガ', 'か'], "ケ");
    let without_county = written.rsplit_once('郡').map_or(written, |(_, name)| name);
    let without_kind = name.trim_end_matches(['市', '区', '町', '村']);
    folded(without_county) == folded(name) || written == without_kind || differs_by_one(written, name)
}

fn differs_by_one(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - same_start;
    let same_end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    // Two of three characters in common, or every 北町 would be like every 南町.
    a.len().max(b.len()) - same_start - same_end == 1 && same_start + same_end >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likely_slips_are_recognised() {
        for (written, name) in [
            ("龍ヶ崎市", "龍ケ崎市"),
            ("鳩が谷市", "鳩ケ谷市"),
            ("東磐井郡藤沢町", "藤沢町"),
            ("札幌", "札幌市"),
            ("檮原町", "梼原町"),
            ("岩見沢町", "岩見沢市"),
        ] {
            assert!(is_similar(written, name), "{written} {name}");
        }
        for (written, name) in [("北町", "南町"), ("札幌市", "函館市"), ("大阪市", "東京都")]
        {
            assert!(!is_similar(written, name), "{written} {name}");
        }
    }
}
