use leptos::prelude::*;

use super::fact_group;
use crate::components::csv_button;
use crate::components::element::{Element, classed, el};
use crate::domain::{CaseRef, Fact, Municipalities, Municipality, Snapshot};
use crate::export::CsvTable;
use crate::ordering;
use crate::shell::use_words;
use crate::text::persons;

/// The participants with population and staff, largest first.
pub fn participant_table(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    table: &'static Municipalities,
) -> Element {
    let words = use_words();
    let group = |body: Vec<AnyView>| fact_group("participants", words.case.participants_heading, body);
    let Fact::Known(codes) = case.participants() else {
        return group(vec![classed("p", "unknown").child(words.case.participants_unnamed).view()]);
    };
    let mut members: Vec<Municipality<'static>> = codes.iter().filter_map(|&code| table.get(code)).collect();
    ordering::sort_by_key(&mut members, |member| std::cmp::Reverse(member.population));
    let several_prefectures = !case.partner_prefectures().is_empty();
    let rows = members.iter().map(|member| {
        let prefecture = several_prefectures.then(|| snapshot.prefecture_name(member.code.prefecture()));
        let name = el("th").attr("scope", "row").some(prefecture).child(member.name);
        let staff = staff_text(member.staff.map(u64::from), snapshot);
        row(name, persons(member.population), staff)
    });
    let total = row(
        el("th").attr("scope", "row").child(words.table.total),
        case.population().map(persons).unwrap_or_default(),
        staff_text(case.staff(), snapshot),
    );
    let head = [words.table.municipality, words.table.population, words.table.staff];
    let head = head.into_iter().enumerate().map(|(column, name)| {
        let align = (column > 0).then_some("end");
        classed("th", "table__head").attr("scope", "col").maybe("data-align", align).child(name)
    });
    let note = (words.case.participants_note)(&words.date(table.population_as_of), &table.staff_as_of);
    let count = u32::try_from(members.len()).unwrap_or(u32::MAX);
    let caption = classed("caption", "table__caption")
        .attr("id", "participants-caption")
        .child((words.case.participants_count)(count))
        .child(classed("span", "table__caption-note").child(note));
    let grid = classed("table", "table")
        .attr("data-size", "dense")
        .child(caption)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
        .child(el("tfoot").child(total.attr("data-kind", "total")));
    let scroller = classed("div", "table-scroller")
        .attr("role", "region")
        .attr("aria-labelledby", "participants-caption")
        .attr("tabindex", "0")
        .child(grid);
    let file_name = format!("{}_{}", words.case.participants, case.id());
    let file = move || (file_name.clone(), csv(snapshot, &members));
    group(vec![scroller.view(), csv_button(words.table.csv, Box::new(file))])
}

fn row(name: Element, population: String, staff: String) -> Element {
    let figure = |text: String| classed("td", "table__cell").attr("data-align", "end").child(text);
    classed("tr", "table__row")
        .child(name.attr("class", "table__cell"))
        .child(figure(population))
        .child(figure(staff))
}

fn staff_text(staff: Option<u64>, snapshot: &Snapshot) -> String {
    staff.map_or_else(|| use_words().missing(None, snapshot.meta.kind).to_owned(), persons)
}

fn csv(snapshot: &Snapshot, members: &[Municipality<'_>]) -> CsvTable {
    let words = &use_words().table;
    let header = ["団体コード", words.prefecture, words.municipality, words.population, words.staff];
    let rows = members.iter().map(|member| {
        let staff = member
            .staff
            .map_or_else(|| use_words().missing(None, snapshot.meta.kind).to_owned(), |it| it.to_string());
        vec![
            member.code.to_string(),
            snapshot.prefecture_name(member.code.prefecture()).to_owned(),
            member.name.to_owned(),
            member.population.to_string(),
            staff,
        ]
    });
    CsvTable { header: header.map(str::to_owned).to_vec(), rows: rows.collect() }
}
