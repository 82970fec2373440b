//! Faults of texts and addresses, reported at their places.

use crate::problem::{Position, Problem, Report, Said};
use crate::text::{
    ONE_EACH, SEVERAL, TextFault, address_faults, count_addresses, form_faults, mended, privacy_faults,
    share, tracking,
};

/// Reports everything that no text of a source table may have. The id of a case that is not published conceals the
/// rest of the row.
pub fn report_text(place: &Position, column: &str, text: &str, report: &mut Report) {
    if !report.conceals() && report.names_withheld(text) {
        let column = Some(column).filter(|column| !report.names_withheld(column));
        report.add(names_withheld(place, column));
        report.conceal(Some(Vec::new()));
        return;
    }
    let faults = form_faults(text);
    match mended(text) {
        // However many faults it has, one text is right.
        Some(meant) => {
            let whats: String = faults.iter().map(|fault| fault.what.as_str()).collect();
            let advice = faults.first().map(|fault| fault.advice.clone()).unwrap_or_default();
            let advice = with_quotes(place, text, advice);
            let problem = place.problem(column, whats).value(text).suggestion([meant]);
            report.add(problem.advice(advice));
        }
        None => {
            for TextFault { what, advice } in faults {
                let advice = with_quotes(place, text, advice);
                report.add(place.problem(column, what).value(text).advice(advice));
            }
        }
    }
    for TextFault { what, advice } in privacy_faults(text) {
        report.add(place.problem(column, what).value(text).advice(advice));
    }
}

/// Advises on quotation marks too, where a cell of CSV goes on in the next line.
fn with_quotes(place: &Position, text: &str, advice: String) -> Said {
    if place.file.ends_with(".csv") && text.contains(['\n', '\r']) {
        return Said::each(format!("{advice}引用符（\"）の閉じ忘れも確かめてください。"), advice);
    }
    advice.into()
}

/// Reports several addresses in one place, and tells if there are.
pub fn is_several(text: &str, problem: impl Fn(&'static str) -> Problem, report: &mut Report) -> bool {
    let is_several = count_addresses(text) > 1;
    if is_several {
        report.add(problem(SEVERAL).advice(ONE_EACH));
    }
    is_several
}

/// Reports everything that no address of a page may have, and notes what it could do without.
pub fn report_address(address: &str, problem: impl Fn(String) -> Problem, report: &mut Report) {
    for TextFault { what, advice } in address_faults(address) {
        report.add(problem(what).advice(advice));
    }
    let mut note = |what: String| {
        let Problem { file, place, column, .. } = problem(String::new());
        report.note(format!("{file}： {place} {} の URL {what}", column.unwrap_or_default()));
    };
    let tracking = tracking(address);
    if !tracking.is_empty() {
        note(format!(
            "に、閲覧を数えるためだけの部分（{}）があります。取り除いても同じページが開きます。",
            tracking.join("、")
        ));
    }
    if let Some(host) = share(address) {
        note(format!(
            "は、ファイルの共有リンクです（{host}）。だれでも開けるか確かめてください。公開されたページがあれば、その URL にしてください。"
        ));
    }
}

/// Makes the problem of a row that repeats the id of a withheld case. It shows nothing of the row.
pub fn names_withheld(place: &Position, column: Option<&str>) -> Problem {
    let problem = Problem::new(
        &place.file,
        Said::each(
            "非掲載希望（withheld）の事例の id が書かれています。",
            "非掲載希望の事例の id が書かれています。",
        ),
    )
    .row(place.row);
    let problem = problem.advice("公開しないため、この行を削除するか、id を取り除いてください。");
    Problem { column: column.map(str::to_owned), ..problem }
}
