//! `snapshot diff`: what changed from one snapshot to another. `docs/diff.md` describes its JSON.

use std::path::{Path, PathBuf};

use joint_procurement::content::Named;
use joint_procurement_core::changes::{Changes, Version};
use joint_procurement_core::domain::{CaseDetail, CaseId, Errata, Municipalities, Snapshot, SnapshotId};

use super::load::{load_details, load_errata, load_municipalities, required_catalog};
use super::output;
use super::problem::Report;
use super::stats::{Format, PrintArgs, chosen, print_json};

mod json;
mod stated;
mod table;

/// 二つのデータ版を比べ、増えた事例、なくなった事例、変わった事例を、項目ごとに前と後の値で印刷する。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// 公開データのフォルダー（catalog.json のあるところ）
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// 前のデータ版の名前
    #[arg(value_name = "OLD", value_parser = super::arguments::snapshot_id)]
    old: SnapshotId,
    /// 後のデータ版の名前
    #[arg(value_name = "NEW", value_parser = super::arguments::snapshot_id)]
    new: SnapshotId,
    #[command(flatten)]
    print: PrintArgs,
}

/// Prints the changes; gives why where a snapshot does not exist.
pub fn run(args: &Args, report: &mut Report) -> Result<(), String> {
    // Told once, where both snapshots would have to be read from it.
    if required_catalog(&args.folder, report).is_none() {
        return Ok(());
    }
    let old = Opened::read(&args.folder, &args.old, report)?;
    let new = Opened::read(&args.folder, &args.new, report)?;
    let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
    let Some(errata) = load_errata(&args.folder, &new.snapshot.meta, report) else { return Ok(()) };
    let compared = Compared {
        old: old.named(),
        new: new.named(),
        changes: Changes::between(old.version(), new.version()),
        errata: &errata,
    };
    match args.print.format {
        Format::Table => output::print(format_args!("{}", table::table(&compared)), report),
        Format::Json => print_json(&json::Printed::of(&compared), report),
    }
    Ok(())
}

/// A snapshot as it was read.
struct Opened {
    snapshot: Snapshot,
    details: Vec<CaseDetail>,
    municipalities: Municipalities,
}

impl Opened {
    /// Reads a snapshot. Gives why where it does not exist, and `None` after reporting why it cannot be read.
    fn read(folder: &Path, id: &SnapshotId, report: &mut Report) -> Result<Option<Self>, String> {
        let Some(snapshot) = chosen(folder, Some(id), report)? else { return Ok(None) };
        let details = load_details(folder, &snapshot.meta, report);
        let municipalities = load_municipalities(folder, &snapshot.meta, report);
        let files = details.zip(municipalities);
        Ok(files.map(|(details, municipalities)| Self { snapshot, details, municipalities }))
    }

    fn version(&self) -> Version<'_> {
        Version { snapshot: &self.snapshot, details: &self.details }
    }

    fn named(&self) -> Named<'_> {
        Named { snapshot: &self.snapshot, municipalities: &self.municipalities }
    }
}

/// Two snapshots with the changes between them.
struct Compared<'a> {
    old: Named<'a>,
    new: Named<'a>,
    changes: Changes<'a>,
    /// The corrections that the later version states.
    errata: &'a Errata,
}

impl Compared<'_> {
    /// Gives why a case was taken out, where that is stated.
    fn reason(&self, id: &CaseId) -> Option<&str> {
        Some(&self.errata.removal_of(id)?.reason)
    }
}
