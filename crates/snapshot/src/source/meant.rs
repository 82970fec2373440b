//! The valid values that were probably meant by one that is none. They are told, never used.

use std::str::FromStr;

use joint_procurement_core::domain::{Date, Domain, Slug, SystemType, Term, Terms, YenRange};
use joint_procurement_core::text::{fold, normalize};
use serde_json::Value;

use crate::values::{self, Alias, AmountUnit, FiscalYear, Read};

mod address;
mod aliases;
mod precise;
mod year;

use self::address::address;
use self::aliases::ALIASES;
pub use self::precise::{Day, Month};
pub use self::year::earlier;
use self::year::slipped;

/// The values that are told of one mistake at most.
const MOST: usize = 3;

/// Advice for a value that joins several where there can be one.
pub const ONLY_ONE: &str = "書けるのは一つだけです。一つを選んでください。";

/// Finds the word of a list; `synonyms` are pairs of one meaning.
pub fn word<'a>(
    text: &str,
    valid: impl IntoIterator<Item = &'a str>,
    synonyms: &[Vec<String>],
) -> Option<String> {
    let pairs = synonyms.iter().filter_map(|pair| match pair.as_slice() {
        [one, other] => Some((one.as_str(), other.as_str())),
        _ => None,
    });
    let aliases: Vec<Alias<'_>> = ALIASES.iter().copied().chain(pairs).collect();
    values::nearest(text, valid, &aliases).filter(|word| *word != text).map(str::to_owned)
}

/// Finds the word of a list that is like another, or means the same.
pub fn nearest_word<'a>(text: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<String> {
    word(text, valid, &[])
}

/// Finds the type of system, by its slug or name; `shown` gives the slug, or nothing for the name. Several where the
/// text names several.
pub fn system_type(text: &str, terms: &Terms, shown: fn(&Slug) -> &str) -> Vec<String> {
    let types = &terms.system_types;
    let known = |text: &str| {
        let is_it = |it: &&SystemType| [it.name.as_str(), it.slug.as_str()].contains(&text);
        types.iter().find(is_it).map(|it| value_of(it, shown))
    };
    one_or_several(text, known, type_among(text, types, &terms.synonyms, shown))
}

/// Finds the slug of a type of system, of which the name may have been written.
pub fn type_slug(text: &str, types: &[SystemType]) -> Option<String> {
    type_among(text, types, &[], Slug::as_str)
}

/// Says of a name of a field of work, where a type of system is wanted, that it is one.
pub fn field_of_work(text: &str) -> Option<String> {
    let is_it = |domain: &&Domain| [domain.slug(), domain.ja()].iter().any(|it| folded(it) == folded(text));
    let domain = Domain::ALL.iter().find(is_it)?;
    Some(format!("「{}」は領域です。領域に入る種別のどれかを書いてください。", domain.ja()))
}

/// Finds the values that a text joins, where each of them is known. Otherwise the whole is one value.
fn one_or_several(text: &str, known: impl Fn(&str) -> Option<String>, whole: Option<String>) -> Vec<String> {
    let lists =
        values::items(text).candidates().into_iter().filter(|items| (2..=MOST).contains(&items.len()));
    let all = |items: Vec<String>| items.iter().map(|item| known(item)).collect::<Option<Vec<String>>>();
    let mut found = lists.filter_map(all).next().unwrap_or_default();
    found.dedup();
    if found.len() > 1 { found } else { whole.into_iter().collect() }
}

fn type_among(
    text: &str,
    types: &[SystemType],
    synonyms: &[Vec<String>],
    shown: fn(&Slug) -> &str,
) -> Option<String> {
    let slug = word(text, types.iter().map(|it| it.slug.as_str()), &[]);
    let name = || word(text, types.iter().map(|it| it.name.as_str()), synonyms);
    let is_same = |it: &&SystemType| {
        let own = [it.name.as_str(), it.slug.as_str()].contains(&text);
        (own || folded(&it.name_en) == folded(text)) && shown(&it.slug) != text
    };
    if let Some(same) = types.iter().find(is_same) {
        return Some(value_of(same, shown));
    }
    let found = slug.and_then(|slug| types.iter().find(|it| it.slug.as_str() == slug));
    let found = found.or_else(|| types.iter().find(|it| Some(&it.name) == name().as_ref()))?;
    Some(value_of(found, shown)).filter(|value| value != text)
}

/// Gives the slug of a type as it is shown, or its name.
fn value_of(of: &SystemType, shown: fn(&Slug) -> &str) -> String {
    let slug = shown(&of.slug);
    if slug.is_empty() { of.name.clone() } else { slug.to_owned() }
}

/// Finds the word of a vocabulary, written in Japanese or as its slug. Several where the text names several.
pub fn term<T: Term>(text: &str, name: fn(T) -> &'static str) -> Vec<String> {
    let known = |text: &str| {
        let is_it = |term: &&T| [term.ja(), term.slug()].iter().any(|it| folded(it) == folded(text));
        T::ALL.iter().find(is_it).map(|term| name(*term).to_owned())
    };
    one_or_several(text, known, known(text).or_else(|| term_of(text, name)))
}

/// Finds the word of a vocabulary that is like a text.
fn term_of<T: Term>(text: &str, name: fn(T) -> &'static str) -> Option<String> {
    let by_name = word(text, T::ALL.iter().map(|term| name(*term)), &[]);
    let by_ja = || {
        let ja = word(text, T::ALL.iter().map(|term| term.ja()), &[])?;
        T::from_ja(&ja).map(|term| name(term).to_owned())
    };
    let by_slug = || {
        let slug = word(text, T::ALL.iter().map(|term| term.slug()), &[])?;
        T::from_slug(&slug).map(|term| name(term).to_owned())
    };
    by_name.or_else(by_ja).or_else(by_slug)
}

fn folded(text: &str) -> String {
    fold(text, normalize).trim().to_owned()
}

/// Finds texts that a type takes: dates, codes, slugs and addresses in the form of the tables.
pub fn form<T: FromStr>(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // `S1` is no year of an era where words can stand.
    let is_word = "a".parse::<T>().is_ok() && text.contains(|it: char| it.is_ascii_alphabetic());
    let dates = if is_word { Vec::new() } else { values::date(text, FiscalYear::Ask).candidates() };
    // Only where it is a date in no other way: 2106 is a year, but none that a table can have.
    let slips = if is_word || !dates.is_empty() { Vec::new() } else { slipped(text) };
    let mut forms = forms(text, &dates);
    // The day goes only where no day can be.
    if !dates.iter().any(|date| date.to_string().parse::<T>().is_ok()) {
        forms.extend(dates.iter().map(|date| date.year_month().to_string()));
    }
    for candidate in forms.into_iter().chain(slips) {
        let is_new = candidate != text && !found.contains(&candidate);
        if found.len() < MOST && is_new && candidate.parse::<T>().is_ok() {
            found.push(candidate);
        }
    }
    found
}

/// Gives the values in a text of several that are joined with any mark, where all of them are known.
pub fn several<'a>(text: &str, valid: impl Iterator<Item = &'a str> + Clone) -> Option<Vec<String>> {
    let is_known = |item: &String| valid.clone().any(|known| known == item);
    let blank = text.split_whitespace().map(str::to_owned).collect();
    let mut lists = values::items(text).candidates().into_iter().chain([blank]);
    lists.find(|items: &Vec<String>| items.len() > 1 && items.iter().all(is_known))
}

fn forms(text: &str, dates: &[Date]) -> Vec<String> {
    let mut forms = Vec::new();
    forms.extend(dates.iter().map(ToString::to_string));
    forms.extend(values::municipality_code(text).candidates().iter().map(ToString::to_string));
    forms.extend(values::code(text, 2).sure());
    let plain = normalize(text.trim());
    let joined: String = plain
        .chars()
        .map(|it| {
            if it.is_whitespace() || matches!(it, '_' | '‐' | '–' | '—' | '−' | 'ー') {
                '-'
            } else {
                it
            }
        })
        .collect();
    let (digits, rest) = joined.split_once('-').unwrap_or(("", ""));
    // A case id that lost the zero of its prefecture.
    forms.extend(values::code(digits, 2).sure().map(|code| format!("{code}-{rest}")));
    if !joined.contains("://") {
        forms.push(joined);
    }
    forms.extend(address(text));
    forms
}

/// Finds the whole number that a cell means.
pub fn whole(text: &str) -> Option<String> {
    number(text).filter(|found| found != text)
}

/// Finds the whole number in a text, where a text is wrong by itself.
pub fn number(text: &str) -> Option<String> {
    let amount = || values::amount(text, AmountUnit::Yen).sure().and_then(YenRange::exact_yen);
    let whole = || values::whole(text);
    // 1.2E+07 is one number, although its last digits may be lost, and so is 松江市ほか18市町村.
    let only = || <[u64; 1]>::try_from(whole().candidates()).ok().map(|[number]| number);
    let is_one = || text.contains(['E', 'e', 'Ｅ', 'ｅ', '市', '町', '村', '区']);
    let only = || only().filter(|_| is_one() && !text.contains(['以', '超', '弱', '強']));
    whole().sure().or_else(amount).or_else(only).map(|number| number.to_string())
}

/// Finds the whole number that a value of JSON is, in another type.
pub fn json_whole(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => number(text),
        Value::Number(number) => whole(&number.to_string()),
        _ => None,
    }
}

/// Finds the number with decimals of a key: years, or a share in percent.
pub fn json_number(value: Option<&Value>, key: &str) -> Option<String> {
    let Some(Value::String(text)) = value else { return None };
    let read = if key.ends_with("_years") {
        values::years(text, values::Period::Years)
    } else {
        values::percent(text)
    };
    // One that is about the number may be meant; two are a guess.
    let number = <[f64; 1]>::try_from(read.candidates()).ok().map(|[number]| number);
    number.map(|number| number.to_string()).filter(|found| found != text)
}

/// Finds the number with decimals in a text, where the text is another one.
pub fn decimal(text: &str) -> Option<String> {
    values::decimal(text).sure().map(|number| number.to_string()).filter(|found| found != text)
}

/// Finds the amount, as a number or as its bounds.
pub fn json_amount(value: Option<&Value>) -> Vec<String> {
    let texts = match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        // The bounds the other way round.
        Some(Value::Array(bounds)) => match bounds.as_slice() {
            [lower, upper] => {
                let bounds = lower.as_u64().zip(upper.as_u64());
                let range = bounds.and_then(|(lower, upper)| YenRange::between(upper, lower).ok());
                return range.into_iter().filter_map(|range| serde_json::to_string(&range).ok()).collect();
            }
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let amounts = values::amount(&texts, AmountUnit::Yen).candidates().into_iter().take(MOST);
    amounts.filter_map(|amount| serde_json::to_string(&amount).ok()).collect()
}

/// Finds yes or no.
pub fn json_answer(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    values::answer(&text).sure().map(|answer| answer.to_string())
}

/// Finds the list in a text of several values.
pub fn json_texts(value: Option<&Value>) -> Vec<String> {
    let Some(Value::String(text)) = value else { return Vec::new() };
    let lists = match values::items(text) {
        Read::No => return Vec::new(),
        read => read.candidates(),
    };
    lists.into_iter().filter_map(|list| serde_json::to_string(&list).ok()).collect()
}

/// Finds yes or no in the words of a table.
pub fn answer(text: &str, yes: &str, no: &str) -> Option<String> {
    values::answer(text).sure().map(|answer| if answer { yes } else { no }.to_owned())
}

/// Writes katakana, wide or narrow, as hiragana; nothing where another letter is left.
pub fn hiragana(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let hiragana: String = text
        .nfkc()
        .filter(|it| !it.is_whitespace())
        .map(|it| match it {
            'ァ'..='ン' => char::from_u32(u32::from(it) - 0x60).unwrap_or(it),
            other => other,
        })
        .collect();
    let is_right = !hiragana.is_empty() && hiragana.chars().all(|it| matches!(it, 'ぁ'..='ん' | 'ー'));
    (is_right && hiragana != text).then_some(hiragana)
}

#[cfg(test)]
mod accepted;
#[cfg(test)]
mod tests;
