//! Finds the municipality that a name in a case means, or says what else may have been meant.

use joint_procurement_core::domain::{
    Municipalities, Municipality, MunicipalityCode, PrefectureCode, Prefectures,
};
use joint_procurement_core::text::{fold, normalize};
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
        if let Some(place) = self.coded(name).filter(|it| within.contains(&it.code.prefecture())) {
            return vec![place.name.to_owned()];
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
        let within_codes = within;
        let within = || within.iter().flat_map(|code| self.municipalities.of_prefecture(*code));
        let ward = within()
            .filter(|municipality| {
                name.strip_prefix(municipality.name).is_some_and(|rest| rest.ends_with('区'))
            })
            .map(|municipality| {
                format!("行政区は市区町村に数えません。「{}」と書いてください", municipality.name)
            });
        let by_ward = self
            .municipalities
            .wards()
            .filter(|(ward, city)| ward.name == name && within_codes.contains(&city.code.prefecture()))
            .map(|(_, city)| format!("{name}は行政区です。「{}」と書いてください", city.name));
        let similar = within()
            .filter(|municipality| is_similar(name, municipality.name))
            .map(|municipality| format!("「{}」のことですか", municipality.name));
        let hints: Vec<String> = elsewhere.chain(ward).chain(by_ward).chain(similar).take(3).collect();
        if hints.is_empty() || self.is_prefecture(name) {
            self.other(name).into_iter().collect()
        } else {
            hints
        }
    }

    fn is_prefecture(self, name: &str) -> bool {
        self.prefectures.prefectures.iter().any(|it| it.name == name)
    }

    /// Gives the municipality of which a code stands in the place of a name. For that of a ward it is the city.
    fn coded(self, text: &str) -> Option<Municipality<'a>> {
        let codes = values::municipality_code(text).candidates();
        let of_ward = |code: MunicipalityCode| {
            self.municipalities.wards().find(|(ward, _)| ward.code == code).map(|(_, city)| city)
        };
        codes.into_iter().find_map(|code| self.municipalities.get(code).or_else(|| of_ward(code)))
    }

    /// Says what else a name is, where it is not one of a municipality.
    fn other(self, name: &str) -> Option<String> {
        if values::all_take_part(name)
            || ["全市町村", "全市区町村", "全区市町村"].iter().any(|all| name.contains(all))
        {
            return Some("全市区町村の参加は、participants_all_in_prefecture に書きます".to_owned());
        }
        if let (true, Some(count)) =
            (name.contains(['ほ', '外', '他']), values::whole(name).candidates().first())
        {
            return Some(format!(
                "「ほか」は書けません。名前が全部分かれば一つずつ書き、分からなければ名前を一つも書かず、participants_count を {count} にします"
            ));
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
        if let Some(place) = self.coded(name) {
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

/// Tells if a name was probably meant to be the other. They may differ in variants of kanji and ケ, the county in front,
/// the kind, or one character of several.
fn is_similar(written: &str, name: &str) -> bool {
    let folded = |text: &str| fold(text, normalize).replace(['が', 'か'], "け");
    let without_county = written.rsplit_once('郡').map_or(written, |(_, name)| name);
    let (written, name) = (folded(without_county), folded(name));
    let (stem, kind) = without_kind(&written);
    let (name_stem, name_kind) = without_kind(&name);
    // 米子し: of a longer name the kind itself may be mistyped.
    let is_mistyped = |last: char| kind.is_empty() && stem.strip_suffix(last) == Some(name_stem);
    let has_mistyped_kind =
        name_stem.chars().nth(1).is_some() && stem.chars().last().is_some_and(is_mistyped);
    stem == name_stem || has_mistyped_kind || kind == name_kind && differs_by_one(stem, name_stem)
}

/// Divides a name from its last character, where that says what kind of municipality it is.
fn without_kind(name: &str) -> (&str, &str) {
    let stem = name.strip_suffix(['市', '区', '町', '村']).filter(|stem| !stem.is_empty()).unwrap_or(name);
    (stem, &name[stem.len()..])
}

fn differs_by_one(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - same_start;
    let same_end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    // Two of three characters in common, or 上磯 would be like 上川.
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
            ("岩見澤市", "岩見沢市"),
            ("岩身沢市", "岩見沢市"),
            ("米子し", "米子市"),
        ] {
            assert!(is_similar(written, name), "{written} {name}");
        }
        for (written, name) in [
            ("北町", "南町"),
            ("上磯町", "上川町"),
            ("札幌市", "函館市"),
            ("大阪市", "東京都"),
            ("市", "市川市"),
        ] {
            assert!(!is_similar(written, name), "{written} {name}");
        }
    }
}
