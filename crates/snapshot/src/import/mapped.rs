//! The import of the cases of any other table, by a mapping.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

use super::cases::{Task, rebuild};
use super::make::NewTables;
use super::table::Changes;
use super::{Args, check_first, mapping, refuse_untold, replace, settings, tell_removed};
use crate::problem::{Problem, Report, Translation, io_reason};
use crate::source::columns::{ANSWERS, CASES, SETTINGS};
use crate::source::read_text;
use crate::workbook::folder;

/// Imports the table; the report holds the problems if there are any.
pub fn run(args: &Args, mapping: &Path, report: &mut Report) {
    let name = file_name(&args.file);
    let mapping = mapping::read(mapping, report);
    let grids = mapping::read_grids(&args.file, report);
    let old = if has_cases(&args.source) { folder::cases(&args.source, report) } else { Vec::new() };
    let known = mapping::Known::read(&args.source, report);
    let (Some(mapping), Some(grids), true) = (mapping, grids, report.is_clean()) else { return };
    let Some(mapped) = mapping::map(&name, grids, &mapping, &known, &old, report) else { return };
    let task = Task { book: &name, may_remove: args.allow_removal };
    let rebuilt = rebuild(&mapped.sheets, &old, task, report);
    let mut new = NewTables::default();
    new.take(CASES.file, CASES.sheet, rebuilt.bytes, rebuilt.changes);
    // The imported table says which participants and reasons a case has.
    new.changes.extend(rebuilt.parts.by_sheet.into_iter().map(|(sheet, changes)| {
        let removed_along = changes.removed_along + changes.removed.len();
        (sheet, Changes { removed_along, removed: Vec::new(), ..changes })
    }));
    if mapping.all_answered {
        let before = fs::read(args.source.join(ANSWERS.file)).ok();
        let bytes = Some(mapping::answers(&known)).filter(|bytes| before.as_ref() != Some(bytes));
        let changed = if bytes.is_some() { known.prefectures.len() } else { 0 };
        new.take(ANSWERS.file, ANSWERS.sheet, bytes, Changes { changed, ..Changes::default() });
    }
    if !mapping.settings.is_empty()
        && let Some(text) = read_text(&args.source, SETTINGS.file, report)
    {
        let bytes = settings::rewrite(&text, &mapping.settings).filter(|new| *new != text);
        let changed = usize::from(bytes.is_some());
        let changes = Changes { changed, ..Changes::default() };
        new.take(SETTINGS.file, SETTINGS.sheet, bytes.map(String::into_bytes), changes);
    }
    let origins = rebuilt.origins;
    let is_whole = mapped.is_whole();
    let placing = Rc::new((mapped, origins));
    let noting = Rc::clone(&placing);
    let translation = Translation {
        problem: Box::new(move |problem| placing.0.place(problem, &placing.1)),
        note: Box::new(move |note| Some(noting.0.note(&note, &noting.1))),
    };
    let before = report.found();
    check_first(args, &new, translation, report);
    refuse_untold(&name, before, report);
    // Rows of which something cannot be read may be those that seem to be gone.
    if is_whole {
        tell_removed(args, &name, &new, report);
        replace(args, &name, new, report);
    }
}

/// Tells if a folder has cases; a new one has none yet.
fn has_cases(source: &Path) -> bool {
    fs::metadata(source.join(CASES.file)).is_ok_and(|file| file.len() > 0)
}

/// Writes a first mapping beside the table. One that is there is never lost.
pub fn write_guess(file: &Path, report: &mut Report) {
    let Some(grids) = mapping::read_grids(file, report) else { return };
    let to = file.with_extension("mapping.toml");
    let text = mapping::guess(&file_name(file), &grids);
    let created = fs::OpenOptions::new().write(true).create_new(true).open(&to);
    match created.and_then(|mut created| created.write_all(text.as_bytes())) {
        Err(error) => report.add(
            Problem::new(file_name(&to), format!("対応表の下書きを書けません。{}。", io_reason(&error)))
                .advice("前に作った下書きがあれば、名前を変えるか、ほかの場所に移してください。"),
        ),
        Ok(()) => crate::output::print(
            format_args!(
                "対応表の下書きを {} に書きました。確かめて直し、--mapping で指定してください。\n",
                to.display()
            ),
            report,
        ),
    }
}

/// Gives the name of a file for messages.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
