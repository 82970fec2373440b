//! Tests that cases say how they fit a size: in words, as a strip, as a condition of the list.

use joint_procurement::content::size_fit;
use joint_procurement::words::conditions;
use joint_procurement_core::domain::Municipality;
use joint_procurement_core::query::{CaseQuery, Near, SortKey, TownSize};
use joint_procurement_core::stats::{Closeness, Similarity, SizeGroup, sized_participants};
use joint_procurement_core::text::grouped;
use joint_procurement_testing::{Published, published};

#[test]
fn a_fit_says_how_many_of_the_participants_are_of_the_size() {
    let Published { snapshot, municipalities, .. } = published();
    let town = municipalities.iter().find(|it| (10_000..12_000).contains(&it.population)).unwrap();
    let similarity = Similarity::of(&snapshot, &municipalities, Near::Municipality(town.code)).unwrap();
    let mut with_strip = 0;
    for case in snapshot.cases.iter() {
        let fit = size_fit(&similarity, &municipalities, case);
        assert_eq!(fit.is_own, case.certainly_includes(town.code), "{}", case.id());
        let Closeness::Compared(_) = similarity.row(case.row()) else {
            assert!(fit.words.contains("規模は比べられません") && fit.strip.is_none(), "{}", fit.words);
            continue;
        };
        let (_, participants) = sized_participants(case, &municipalities).unwrap();
        let is_similar = |it: &&Municipality<'_>| {
            it.population <= town.population * 2 && town.population <= it.population * 2
        };
        let similar = participants.iter().filter(is_similar).count();
        let said = format!(
            "{}団体のうち{}団体が、人口の半分から2倍",
            grouped(participants.len() as u64),
            grouped(similar as u64)
        );
        assert!(fit.words.contains(&said), "{}: {} is not {said}", case.id(), fit.words);
        let strip = fit.strip.unwrap();
        assert_eq!(strip.ticks.len(), participants.len());
        let within = strip.ticks.iter().filter(|tick| (strip.similar[0]..=strip.similar[1]).contains(*tick));
        assert!(within.count() >= similar, "the strip shows what the words say");
        let largest = participants.iter().map(|it| it.population).max().unwrap();
        assert!(participants.len() == 1 || fit.words.contains(&grouped(largest)), "{}", fit.words);
        with_strip += 1;
    }
    assert!(with_strip > 0);
}

#[test]
fn a_size_of_staff_alone_is_compared_by_staff() {
    let Published { snapshot, municipalities, .. } = published();
    let near = Near::Size(TownSize::new(None, Some(120)).unwrap());
    let similarity = Similarity::of(&snapshot, &municipalities, near).unwrap();
    let ranked = snapshot.cases.iter().filter(|case| similarity.group(case.row()) == SizeGroup::Ranked);
    let fits: Vec<_> = ranked.map(|case| size_fit(&similarity, &municipalities, case)).collect();
    assert!(!fits.is_empty());
    for fit in fits {
        assert!(fit.words.contains("職員数の半分から2倍") && !fit.words.contains("人口"), "{}", fit.words);
        assert!(fit.strip.is_some());
    }
}

#[test]
fn the_size_that_is_compared_with_is_a_condition_that_can_be_taken_away() {
    let Published { snapshot, municipalities, .. } = published();
    let named: CaseQuery = CaseQuery::parse("near=313025&subsidy=yes").0;
    let all = conditions(&named, &snapshot, Some(&municipalities));
    let texts: Vec<&str> = all.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts.last(), Some(&"規模の近さ：岩美町（鳥取県）"), "{texts:?}");
    assert_eq!(all.last().unwrap().without.to_string(), "subsidy=yes");
    let typed = CaseQuery::parse("near=8000-120&sort=title").0;
    let all = conditions(&typed, &snapshot, None);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].text, "規模の近さ：人口8,000人、職員120人");
    assert_eq!((all[0].without.near, all[0].without.sort.key), (None, SortKey::Title));
}
