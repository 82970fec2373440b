//! Faults of texts and addresses, reported at their places.

use crate::problem::{Position, Problem, Report, Said};
use crate::text::{
    ONE_EACH, SEVERAL, TextFault, address_faults, count_addresses, form_faults, is_nothing, is_working_note,
    mended, privacy_faults, share, tracking, working_note,
};

/// The fault of a note of somebody at work in the place of a value.
pub const WORKING_NOTE: &str = "作業中の覚え書きか試しの入力が、値として書かれています。";

/// The texts that are looked up in a table, which has no such note.
const NAMED: &str = "participants_names";

/// The advice on a mail address of a person.
pub const OFFICE: &str = "個人のアドレスは公開しません。部署のアドレス（dx@pref.example.lg.jp の形）がなければ、書かないでください。";

/// Says that a mail address is of a service that persons use.
pub fn personal(host: &str) -> String {
    format!("個人の使うメールサービス（{host}）のアドレスです。")
}

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
    // One that is the whole text is told with the value.
    let is_part = !is_nothing(text) && !is_working_note(text) && !column.starts_with(NAMED);
    if let Some(found) = working_note(text).filter(|_| is_part) {
        let what =
            format!("に、作業中の覚え書きのような「{found}」があります。公開してよい文か確かめてください。");
        note_at(&place.problem(column, ""), &what, report);
    }
}

/// Notes something at the place of a problem; the sentence goes on behind the column.
fn note_at(problem: &Problem, what: &str, report: &mut Report) {
    let Problem { file, place, column, subject, .. } = problem;
    let at = Position { subject: subject.clone(), ..Position::new(file, place.line().unwrap_or_default()) };
    report.note_at(&at, format!("{file}： {place} {} {what}", column.as_deref().unwrap_or_default()));
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
    let mut note = |what: String| note_at(&problem(String::new()), &format!("の URL {what}"), report);
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
