//! Plans that came to nothing: they change no page but those that are meant to show them.

use joint_procurement::content::{
    self, Block, Inline, Matrix, OfCase, OfDetails, OfMunicipalities, PageContent, Target, Text, cases_csv,
    matrix_choices, matrix_legend,
};
use joint_procurement_core::domain::{
    Case, CaseDetail, CaseTable, Catalog, Fact, PrefectureCode, Snapshot, Status,
};
use joint_procurement_core::files::parse;
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, CompareQuery, FiguresQuery, Forms, Matches, MatrixQuery, NameIndex, NameScope,
    ScopeFilter, SearchIndex, StatusAnswer,
};
use joint_procurement_core::routes::Route;
use joint_procurement_core::text::{cases, normalize};
use joint_procurement_testing::{Published, data_folder, every_row, generate, is_cancelled, published, rows};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;

use crate::content_case::parts;
use crate::content_links::check_links;

const REASON: &str = "財政上の理由で一つの市が離れ、検討を終えた。";

fn put_together(snapshot: &Snapshot, cases: Vec<Case>) -> Snapshot {
    let Snapshot { meta, terms, prefectures, .. } = snapshot.clone();
    Snapshot::new(meta, CaseTable::new(cases, &[]), terms, prefectures).unwrap()
}

/// The published cases that count.
fn without() -> Published {
    let mut all = published();
    all.snapshot = put_together(&all.snapshot, rows(&all.snapshot));
    all.details.retain(|it| all.snapshot.cases.find(&it.id).is_some());
    all
}

/// The same with these cases as plans that came to nothing. Led by the last prefecture, whose ids come last, they
/// leave the rows of the others as they are.
fn with(without: &Published, plans: Vec<Case>, everywhere: bool) -> Published {
    let mut cases = every_row(&without.snapshot);
    let mut details = without.details.clone();
    for (number, mut plan) in plans.into_iter().enumerate() {
        if !everywhere {
            let last = PrefectureCode::all().last().unwrap();
            plan.partner_prefectures.push(plan.lead_prefecture);
            plan.partner_prefectures.retain(|it| *it != last);
            plan.partner_prefectures.sort_unstable();
            plan.partner_prefectures.dedup();
            plan.lead_prefecture = last;
        }
        plan.status = Fact::Known(Status::Cancelled);
        plan.id = format!("{}-zzz-{number:02}", plan.lead_prefecture).parse().unwrap();
        let detail = json!({ "id": plan.id, "process": REASON });
        details.push(serde_json::from_value::<CaseDetail>(detail).unwrap());
        cases.push(plan);
    }
    details.sort_by(|a, b| a.id.cmp(&b.id));
    let snapshot = put_together(&without.snapshot, cases);
    Published { snapshot, details, ..without.clone() }
}

/// Plans of any kind, and such as the published cases were.
fn plans() -> impl Strategy<Value = Vec<Case>> {
    let published = rows(&published().snapshot);
    (generate::cases(6), vec(any::<Index>(), 1..12)).prop_map(move |(mut plans, picked)| {
        plans.extend(picked.iter().map(|it| it.get(&published).clone()));
        plans
    })
}

fn catalog() -> Catalog {
    parse("catalog.json", &std::fs::read(data_folder().join("catalog.json")).unwrap()).unwrap()
}

/// Takes away the part of a type's page that tells of the plans, and the way to it.
fn without_part(mut page: PageContent) -> PageContent {
    page.blocks.retain(|block| !matches!(block, Block::Section(it) if it.id == "cancelled"));
    for block in &mut page.blocks {
        let Block::Paragraph(text) = block else { continue };
        let leads = |piece: &Inline| match piece {
            Inline::Link(it) => matches!(&it.to, Target::Internal(to) if to.card == "cancelled"),
            _ => false,
        };
        let pieces: Vec<Inline> = text.iter().cloned().collect();
        if let Some(place) = pieces.iter().position(leads) {
            // With the comma before it.
            let rest = pieces.iter().enumerate().filter(|(at, _)| *at != place && *at + 1 != place);
            *text = rest.map(|(_, piece)| piece.clone()).collect::<Text>();
        }
    }
    page
}

/// Everything that pages say to a reader who has not asked for the plans.
fn pages(all: &Published, catalog: &Catalog) -> Vec<(String, PageContent)> {
    let Published { snapshot, municipalities, details, .. } = all;
    let shown = |route: &Route| match route {
        Route::Case(id) => !snapshot.cases.find(id).unwrap().is_cancelled(),
        Route::Data => false,
        _ => true,
    };
    let mut pages: Vec<(String, PageContent)> = Vec::new();
    for route in Route::all(snapshot).iter().filter(|route| shown(route)) {
        let page = without_part(content::of_route(snapshot, catalog, None, route));
        pages.push((route.path(), page));
        let mut add = |blocks: Vec<Block>| {
            pages.push((format!("{} later", route.path()), PageContent { blocks, ..PageContent::default() }));
        };
        match route {
            Route::System(slug) => add(OfDetails::SystemDocuments(slug.clone()).blocks(snapshot, details)),
            Route::Prefecture(code) => {
                add(OfDetails::CasesNearby(*code).blocks(snapshot, details));
                add(OfMunicipalities::OfPrefecture(*code).blocks(snapshot, municipalities, ""));
            }
            Route::Data => add(OfDetails::FieldFill.blocks(snapshot, details)),
            Route::Case(id) => {
                let case = snapshot.cases.find(id).unwrap();
                add(parts_of(all, case.row()));
            }
            _ => {}
        }
    }
    let fill = OfDetails::FieldFill.blocks(snapshot, details);
    pages.push(("fill".to_owned(), PageContent { blocks: fill, ..PageContent::default() }));
    for scope in [ScopeFilter::Municipal, ScopeFilter::All] {
        pages.push((format!("systems of {}", scope.slug()), content::systems(snapshot, scope)));
    }
    for query in [
        "rows=status&columns=year&scope=all",
        "rows=system&measure=participants&scope=municipal&form=joint-use",
        "rows=pref&columns=none&q=市",
    ] {
        let (query, problems) = FiguresQuery::parse(query);
        let index = SearchIndex::new(snapshot, Some(municipalities), details, normalize);
        let figures = content::figures(snapshot, &index, Some(municipalities), query.clone(), problems);
        pages.push((query.to_string(), figures.page));
    }
    pages
}

fn parts_of(all: &Published, row: usize) -> Vec<Block> {
    let case = all.snapshot.cases.row(row);
    OfCase { row, near: None }.blocks(
        &all.snapshot,
        CaseDetail::find(&all.details, case.id()),
        Some(&all.municipalities),
    )
}

/// The matrix, files, and the things that a typed name may mean.
fn views(all: &Published) -> Vec<String> {
    let Published { snapshot, municipalities, details, .. } = all;
    let mut views = Vec::new();
    for query in ["", "domain=services", "region=kanto&sort=gis"] {
        let (query, problems) = MatrixQuery::parse(query);
        views.push(format!("{:?}", Matrix::of(snapshot, &query, &problems)));
    }
    views.push(format!("{:?} {:?}", matrix_choices(snapshot, None), matrix_legend(snapshot)));
    let index = SearchIndex::new(snapshot, Some(municipalities), details, normalize);
    for query in
        ["", "scope=all", "q=市&scope=all&form=joint-use", "q=離れ&scope=all", "has=costs&scope=municipal"]
    {
        let filter = CaseQuery::parse(query).0.filter;
        let cases = Matches::new(snapshot, &index, &filter).selection(&snapshot.cases);
        views.push(format!("{query} {:?}", cases_csv(snapshot, &cases)));
    }
    let names = NameIndex::new(snapshot, municipalities, NameScope::All, normalize);
    for text in ["市", "共同", "システム", "電子"] {
        let found = names.find(text);
        let options = content::name_options(snapshot, municipalities, NameScope::All, &found);
        views.push(format!(
            "{text} {:?}",
            options.iter().map(|it| (&it.name, &it.detail)).collect::<Vec<_>>()
        ));
    }
    views
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn they_change_no_figure_list_or_state(plans in plans()) {
        let (before, catalog, count) = (without(), catalog(), plans.len());
        let after = with(&before, plans, false);
        let said = pages(&before, &catalog);
        for ((path, expected), (same, found)) in said.iter().zip(pages(&after, &catalog)) {
            prop_assert_eq!(path, &same);
            prop_assert_eq!(expected, &found, "{}", path);
        }
        prop_assert_eq!(views(&before), views(&after));
        let [before, after] = [&before, &after].map(|it| content::data(&it.snapshot, &catalog).words());
        let number = format!("\n、実現しなかった計画 \n{}", cases(count));
        prop_assert!(after.contains(&number));
        prop_assert_eq!(before, after.replace(&number, ""));
    }

    #[test]
    fn whoever_leads_them_no_page_says_anything_else(plans in plans()) {
        let (before, catalog) = (without(), catalog());
        let after = with(&before, plans, true);
        for ((path, expected), (same, found)) in pages(&before, &catalog).iter().zip(pages(&after, &catalog)) {
            prop_assert_eq!(path, &same);
            prop_assert_eq!(expected.words(), found.words(), "{}", path);
            prop_assert_eq!(expected.links_in_words(), found.links_in_words(), "{}", path);
        }
    }

    #[test]
    fn the_page_of_their_type_tells_what_others_learned(plans in plans()) {
        let all = with(&without(), plans, true);
        let snapshot = &all.snapshot;
        for system in &snapshot.terms.system_types {
            let of_type = every_row(snapshot).into_iter().filter(|it| is_cancelled(it) && it.system_type == system.slug);
            let of_type: Vec<Case> = of_type.collect();
            let mut page = content::system(snapshot, &system.slug);
            page.blocks.extend(OfDetails::Cancelled(system.slug.clone()).blocks(snapshot, &all.details));
            check_links(snapshot, &page);
            let words = page.words();
            let heading = format!("実現しなかった計画（{}）", cases(of_type.len()));
            prop_assert_eq!(words.contains(&heading), !of_type.is_empty(), "{}", system.slug);
            prop_assert_eq!(words.matches(REASON).count(), of_type.len());
            for plan in of_type {
                let to: Target = Route::Case(plan.id.clone()).into();
                let links = page.links_in_words();
                prop_assert!(links.contains(&(plan.title.clone(), &to)), "{}", plan.id);
                prop_assert!(words.contains(&plan.lead_organization));
            }
        }
    }

    #[test]
    fn their_own_pages_say_so_at_once(plans in plans()) {
        let all = with(&without(), plans, true);
        for case in all.snapshot.cases.every().filter(|it| it.is_cancelled()) {
            let page = content::case(&all.snapshot, case, None);
            prop_assert!(page.kicker.plain().contains("実現せず"));
            prop_assert!(page.lead.plain().contains("実現しなかった"), "{}", page.lead.plain());
            let Block::Notice { texts, .. } = &page.blocks[0] else { panic!("{:?}", page.blocks) };
            prop_assert!(texts[0].plain().starts_with("この計画は実現しませんでした。"));
            let blocks = parts(&all.snapshot, case, None, None);
            check_links(&all.snapshot, &PageContent { blocks, ..page });
        }
    }

    #[test]
    fn asked_for_they_are_listed_counted_and_compared(plans in plans()) {
        let all = with(&without(), plans, true);
        let snapshot = &all.snapshot;
        let plans: Vec<_> = snapshot.cases.every().filter(|it| it.is_cancelled()).collect();
        let filter = content::cancelled(CaseFilter::default());
        let listed = Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
        prop_assert!(listed.iter().map(|it| it.row()).eq(plans.iter().map(|it| it.row())));
        let file = cases_csv(snapshot, &listed);
        prop_assert!(file.rows.iter().all(|row| row.iter().any(|cell| cell == "実現せず")));

        let (query, problems) = FiguresQuery::parse("rows=status&columns=none&status=cancelled&scope=all&form=joint-procurement,joint-use,shared-service,unknown");
        let figures = content::figures(snapshot, &SearchIndex::default(), None, query, problems);
        check_links(snapshot, &figures.page);
        prop_assert!(figures.page.words().contains(&cases(plans.len())));

        let ids = plans.iter().take(2).map(|it| it.id().clone());
        let ids: Vec<_> = ids.chain(rows(snapshot).first().map(|it| it.id.clone())).collect();
        let compared = content::compare(snapshot, &CompareQuery::new(ids), &[], None).comparison.unwrap();
        let heads = compared.cases.iter().filter(|it| it.title.ends_with("（実現せず）"));
        prop_assert_eq!(heads.count(), plans.len().min(2), "{:?}", compared.cases);
    }
}

#[test]
fn the_published_plans_are_told_of_with_a_reason() {
    let Published { snapshot, details, .. } = published();
    for case in snapshot.cases.every().filter(|it| it.is_cancelled()) {
        let told = OfDetails::Cancelled(case.system_type().clone()).blocks(&snapshot, &details);
        let words = PageContent { blocks: told, ..PageContent::default() }.words();
        let detail = CaseDetail::find(&details, case.id()).unwrap();
        assert!(words.contains(case.title()) && words.contains(detail.process.as_ref().unwrap()), "{words}");
    }
    let status = [StatusAnswer::Cancelled].into();
    let asked = CaseFilter { status, scope: ScopeFilter::All, form: Forms::all(), ..CaseFilter::default() };
    assert_eq!(content::cancelled(CaseFilter::default()), asked);
}
