use joint_procurement_core::domain::{Catalog, FileEntry, FileRole, Snapshot, schema_path, schemas};
use joint_procurement_core::routes::Route;

use super::snapshot_link;
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table, Target, Text};
use crate::words;

/// The folder of the published data, under the site's base.
const DATA: &str = "data/";

/// Lists everything that can be downloaded, with size and checksum.
pub(super) fn files(snapshot: &Snapshot, catalog: &Catalog) -> Block {
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
                Column::text(words::data::files::FILE),
                Column::text(words::data::files::CONTENT),
                Column::number(words::data::files::SIZE),
                Column::prose(words::data::files::CHECKSUM),
            ],
            rows: files.iter().map(|entry| row(entry)).collect(),
            file_name: format!("{caption}_{}", meta.id),
            ..Table::default()
        })
    };
    let folded = |id: &str, caption: &str, files: &[&FileEntry]| Block::Disclosure {
        summary: caption.into(),
        blocks: vec![table(id, caption, files)],
    };
    let guide = Block::paragraph(Link::new(Route::MaintainerGuide, words::data::files::GUIDE));
    let mut blocks = vec![guide, table("snapshot-files", words::data::files::SNAPSHOT_FILES, &few)];
    blocks.push(folded("more-snapshot-files", words::data::files::MORE_SNAPSHOT_FILES, &many));
    // None where the source tables are not published beside the snapshots.
    if !tables.is_empty() {
        blocks.push(table("source-files", words::data::files::SOURCE_FILES, &tables));
        blocks.push(folded("more-source-files", words::data::files::MORE_SOURCE_FILES, &maps));
    }
    let schema = |&name: &&str| {
        let version = if name == "catalog" { catalog.schema_version } else { meta.schema_version };
        let path = schema_path(version, name);
        Link::new(Target::File(format!("{DATA}{path}")), words::data::files::schema(name))
    };
    let snapshots = catalog.snapshots.iter().map(snapshot_link);
    blocks.push(Block::Paragraph(join(
        words::data::files::SCHEMAS,
        schemas(meta.schema_version).iter().map(schema),
        words::BETWEEN,
    )));
    blocks.push(Block::Paragraph(join(words::data::files::SNAPSHOTS, snapshots, words::BETWEEN)));
    Block::Section(Section {
        id: "files".to_owned(),
        heading: words::data::files::HEADING.to_owned(),
        lead: words::data::files::LEAD.into(),
        more: Link::new(Target::File(format!("{DATA}catalog.json")), words::snapshot::CATALOG).into(),
        blocks,
    })
}

fn row(entry: &FileEntry) -> Vec<Cell> {
    let name = entry.path.rsplit('/').next().unwrap_or(&entry.path);
    vec![
        Cell::new(Link::new(Target::File(format!("{DATA}{}", entry.path)), name)),
        Cell::new(words::data::files::role(entry)),
        Cell::number(words::data::files::bytes(entry.bytes), entry.bytes),
        Cell::new(Inline::Code(entry.sha256.clone())),
    ]
}

/// Joins links after what they are.
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
