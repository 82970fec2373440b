use leptos::prelude::*;

use super::FactGroup;
use crate::components::CsvButton;
use crate::domain::{CaseRef, Fact, Municipalities, Municipality, Snapshot};
use crate::export::CsvTable;
use crate::query::in_order;
use crate::shell::use_words;
use crate::text::persons;

/// The participants with population and staff, largest first.
#[component]
pub fn ParticipantTable(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    table: &'static Municipalities,
) -> impl IntoView {
    let words = use_words();
    let Fact::Known(codes) = case.participants() else {
        return view! {
            <FactGroup id="participants" heading=words.case.participants_heading>
                <p class="unknown">{words.case.participants_unnamed}</p>
            </FactGroup>
        }
        .into_any();
    };
    let members: Vec<Municipality<'static>> = codes.iter().filter_map(|&code| table.get(code)).collect();
    let members = in_order(&members, |a, b| b.population.cmp(&a.population));
    let several_prefectures = !case.partner_prefectures().is_empty();
    let rows = members.iter().map(|member| {
        let prefecture = several_prefectures.then(|| snapshot.prefecture_name(member.code.prefecture()));
        view! {
            <tr class="table__row">
                <th class="table__cell" scope="row">{prefecture}{member.name}</th>
                <td class="table__cell" data-align="end">{persons(member.population)}</td>
                <td class="table__cell" data-align="end">{staff_text(member.staff.map(u64::from), snapshot)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let note = (words.case.participants_note)(&words.date(table.population_as_of), &table.staff_as_of);
    let total = view! {
        <tr class="table__row" data-kind="total">
            <th class="table__cell" scope="row">{words.table.total}</th>
            <td class="table__cell" data-align="end">{case.population().map(persons)}</td>
            <td class="table__cell" data-align="end">{staff_text(case.staff(), snapshot)}</td>
        </tr>
    };
    let file_name = format!("{}_{}", words.case.participants, case.id());
    view! {
        <FactGroup id="participants" heading=words.case.participants_heading>
            <div class="table-scroller" role="region" aria-labelledby="participants-caption" tabindex="0">
                <table class="table" data-size="dense">
                    <caption class="table__caption" id="participants-caption">
                        {(words.case.participants_count)(u32::try_from(members.len()).unwrap_or(u32::MAX))}
                        <span class="table__caption-note">{note}</span>
                    </caption>
                    <thead>
                        <tr>
                            <th class="table__head" scope="col">{words.table.municipality}</th>
                            <th class="table__head" scope="col" data-align="end">{words.table.population}</th>
                            <th class="table__head" scope="col" data-align="end">{words.table.staff}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{total}</tfoot>
                </table>
            </div>
            <CsvButton file_name rows=move || csv(snapshot, &members)/>
        </FactGroup>
    }
    .into_any()
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
