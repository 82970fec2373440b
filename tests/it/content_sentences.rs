//! Sentences that are made of figures: ties, ones and zeros, whatever the cases.

use std::collections::BTreeMap;

use joint_procurement::content::{self, Block, PageContent};
use joint_procurement_core::domain::{Case, Fact, PrefectureCode, Scope, Snapshot, SnapshotKind, Status};
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_testing::{generate, is_joint, published, rows};
use proptest::prelude::*;

use crate::content_systems::parts;

/// The pages that are made of figures. The prose states how many cases tell something, of how many; there 0 is right.
fn pages(snapshot: &Snapshot) -> Vec<PageContent> {
    let systems = snapshot.terms.system_types.iter().map(|it| content::system(snapshot, &it.slug));
    let prefectures = PrefectureCode::all().map(|code| content::prefecture(snapshot, code));
    let whole = [
        content::overview(snapshot),
        content::systems(snapshot, ScopeFilter::default()),
        content::prefectures(snapshot),
    ];
    whole.into_iter().chain(systems).chain(prefectures).collect()
}

/// A number of none, in a sentence or a cell: nothing was found, which is no 0.
fn zeros(content: &PageContent) -> Vec<String> {
    let words = content.words();
    let is_zero = |line: &&str| {
        ["0件", "0都道府県", "0種類", "0領域"].iter().any(|zero| {
            line.match_indices(zero).any(|(at, _)| {
                !line[..at]
                    .ends_with(|letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.')
            })
        })
    };
    words.lines().filter(is_zero).map(|line| format!("{}: {line}", content.heading)).collect()
}

fn heading_of_card(content: &PageContent, id: &str) -> Option<String> {
    parts(content).into_iter().find_map(|block| match block {
        Block::Card(card) if card.id == id => Some(card.heading.clone()),
        _ => None,
    })
}

/// Says the years as the heading does, from a plain count.
fn said_of_years(cases: &[Case]) -> String {
    let mut years: BTreeMap<u16, usize> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.status != Fact::Known(Status::Planned)) {
        if let Fact::Known(introduced) = case.introduced {
            *years.entry(introduced.at.year).or_default() += 1;
        }
    }
    let most = years.values().copied().max().unwrap_or_default();
    let top: Vec<String> =
        years.iter().filter(|(_, cases)| **cases == most).map(|(year, _)| format!("{year}年")).collect();
    let few = top.len() <= 3;
    let what = match (years.len(), top.len()) {
        (0, _) => return "確認できた導入年はありません".to_owned(),
        (1, _) if most == 1 => format!("{}の1件", top[0]),
        (1, _) => format!("{most}件とも{}", top[0]),
        (_, 1) => format!("{}が{most}件で最も多い", top[0]),
        (all, tied) if all == tied && few => format!("{}に{most}件ずつ", top.join("と")),
        (all, tied) if all == tied => format!("{tied}つの年に{most}件ずつ"),
        _ if few => format!("{}が{most}件ずつで最も多い", top.join("と")),
        (_, tied) => format!("{most}件ずつの{tied}つの年が最も多い"),
    };
    format!("確認できた導入は{what}")
}

fn check(snapshot: &Snapshot) {
    let counted: Vec<Case> =
        rows(snapshot).into_iter().filter(|case| is_joint(case) && case.scope == Scope::Prefecture).collect();
    let overview = content::overview(snapshot);
    if counted.is_empty() {
        assert_eq!(overview.heading, "都道府県が関わる共同調達は公開情報で未確認");
    } else {
        assert_eq!(heading_of_card(&overview, "years").unwrap(), said_of_years(&counted));
    }
    let zeros: Vec<String> = pages(snapshot).iter().flat_map(zeros).collect();
    assert_eq!(zeros, Vec::<String>::new());
}

#[test]
fn the_published_pages_say_no_zero_and_name_the_fullest_year() {
    check(&published().snapshot);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn pages_of_any_cases_say_no_zero_and_share_the_most_fairly(mut snapshot in generate::snapshot()) {
        snapshot.meta.kind = SnapshotKind::Compiled;
        check(&snapshot);
    }
}
