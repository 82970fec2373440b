use joint_procurement_core::domain::{Catalog, FileEntry, FileRole, SCHEMAS, Snapshot, schema_path};

use super::snapshot_link;
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table, Target, Text};
use crate::words::Words;

/// The folder of the published data, under the site's base.
const DATA: &str = "data/";

/// Everything that can be downloaded, with size and checksum.
pub(super) fn files(snapshot: &Snapshot, catalog: &Catalog, words: &Words) -> Block {
    let here = words.data;
    let meta = &snapshot.meta;
    let is_many = |entry: &&FileEntry| {
        matches!(entry.role(), Some(FileRole::Details(_) | FileRole::MapOf(_)))
            || entry.path.contains("/maps/")
    };
    let (many, few): (Vec<&FileEntry>, Vec<&FileEntry>) = meta.files.iter().partition(is_many);
    let (maps, tables): (Vec<&FileEntry>, Vec<&FileEntry>) = catalog.source_files.iter().partition(is_many);
    let table = |id: &str, caption: &str, files: &[&FileEntry]| {
        Block::Table(Table {
            id: id.to_owned(),
            caption: caption.to_owned(),
            columns: vec![
                Column::text(here.file),
                Column::text(here.file_content),
                Column::number(here.file_size),
                Column::prose(here.file_checksum),
            ],
            rows: files.iter().map(|entry| row(entry, words)).collect(),
            file_name: format!("{caption}_{}", meta.id),
            ..Table::default()
        })
    };
    let folded = |id: &str, caption: &str, files: &[&FileEntry]| Block::Disclosure {
        summary: caption.into(),
        blocks: vec![table(id, caption, files)],
    };
    let mut blocks = vec![table("snapshot-files", here.snapshot_files, &few)];
    blocks.push(folded("more-snapshot-files", here.more_snapshot_files, &many));
    // None where the source tables are not published beside the snapshots.
    if !tables.is_empty() {
        blocks.push(table("source-files", here.source_files, &tables));
        blocks.push(folded("more-source-files", here.more_source_files, &maps));
    }
    let schema = |name| Link::new(Target::File(format!("{DATA}{}", schema_path(name))), (here.schema)(name));
    let snapshots = catalog.snapshots.iter().map(snapshot_link);
    blocks.push(Block::Paragraph(join(here.schemas, SCHEMAS.into_iter().map(schema), here.between)));
    blocks.push(Block::Paragraph(join(here.snapshots, snapshots, here.between)));
    Block::Section(Section {
        id: "files".to_owned(),
        heading: here.files.to_owned(),
        lead: here.files_lead.into(),
        more: Link::new(Target::File(format!("{DATA}catalog.json")), words.shell.catalog).into(),
        blocks,
    })
}

fn row(entry: &FileEntry, words: &Words) -> Vec<Cell> {
    let name = entry.path.rsplit('/').next().unwrap_or(&entry.path);
    vec![
        Cell::new(Link::new(Target::File(format!("{DATA}{}", entry.path)), name)),
        Cell::new((words.data.file_role)(entry)),
        Cell::number((words.data.bytes)(entry.bytes), entry.bytes),
        Cell::new(Inline::Code(entry.sha256.clone())),
    ]
}

/// Links after what they are.
fn join(before: &str, links: impl Iterator<Item = Link>, between: &str) -> Text {
    let mut text = Text::from(before);
    for (place, link) in links.enumerate() {
        if place > 0 {
            text.push(between);
        }
        text.push(link);
    }
    text
}
