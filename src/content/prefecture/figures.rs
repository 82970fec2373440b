//! The key figures of a prefecture.

use joint_procurement_core::domain::{Prefecture, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, ScopeFilter};
use joint_procurement_core::stats::PrefectureFigures;
use joint_procurement_core::text::grouped;

use super::{led_by, municipal_of, part_of_page, taken_part_in_by};
use crate::content::{KeyFigure, Target};
use crate::words;

/// Gives the numbers one should know, each linked to what it counts.
pub(super) fn key_figures(
    snapshot: &Snapshot,
    prefecture: &Prefecture,
    figures: &PrefectureFigures,
) -> Vec<KeyFigure> {
    let code = prefecture.code;
    let figure = |label: &str, value: usize, unit: &str, to: Target, note: String| KeyFigure {
        label: label.to_owned(),
        value: grouped(value as u64),
        unit: unit.to_owned(),
        to,
        note: note.into(),
    };
    let of_cases = |label: &str, cases: usize, filter: CaseFilter, note: &str| {
        (cases > 0).then(|| figure(label, cases, words::unit::CASES, filter.into(), note.to_owned()))
    };
    let led_label = words::prefecture::led_figure(&prefecture.name);
    let led = of_cases(&led_label, figures.led.total, led_by(code), words::prefecture::LED_NOTE);
    let mut found = vec![led.unwrap_or_else(|| KeyFigure {
        label: led_label,
        value: snapshot.absent(code).ja().to_owned(),
        unit: String::new(),
        to: part_of_page(code, "nearby"),
        note: words::prefecture::LED_NOTE.into(),
    })];
    let domains = figures.led.domains.iter().filter(|it| it.cases > 0).count();
    if domains > 0 {
        let systems = figures.led.systems();
        let note = words::prefecture::systems_note(domains);
        found.push(figure(
            words::prefectures::SYSTEMS,
            systems,
            words::prefecture::SYSTEMS_UNIT,
            part_of_page(code, "cases"),
            note,
        ));
    }
    let partner = figures.partner.len();
    found.extend(of_cases(
        words::prefectures::PARTNER,
        partner,
        taken_part_in_by(code),
        words::prefecture::PARTNER_NOTE,
    ));
    let municipal = figures.municipal.total;
    found.extend(of_cases(
        words::prefectures::MUNICIPAL,
        municipal,
        municipal_of(code),
        words::prefecture::MUNICIPAL_NOTE,
    ));
    let filter = CaseFilter { scope: ScopeFilter::Municipal, ..taken_part_in_by(code) };
    let municipal_partner = figures.municipal_partner.len();
    found.extend(of_cases(
        words::prefecture::MUNICIPAL_PARTNER,
        municipal_partner,
        filter,
        words::prefecture::MUNICIPAL_PARTNER_NOTE,
    ));
    found.push(figure(
        words::prefectures::MUNICIPALITIES,
        prefecture.municipalities as usize,
        words::prefecture::MUNICIPALITIES_UNIT,
        part_of_page(code, "municipalities"),
        words::prefecture::size(prefecture.population, prefecture.municipal_staff),
    ));
    found
}
