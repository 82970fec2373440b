//! Vendors and products.

use joint_procurement_core::query::CaseFilter;
use joint_procurement_core::stats::NameCounts;

use super::Page;
use crate::content::{Block, Cell, Column, Section, Table, cases_link};

/// A longer table opens on demand.
const OPEN: usize = 10;

impl Page<'_> {
    /// The names as sources write them, each with its cases.
    pub(super) fn names(&self) -> Option<Block> {
        let (words, figures) = (self.words.system, &self.figures);
        let vendors = self.name_table("vendors", self.words.list.vendor, &figures.vendors, |it, name| {
            it.vendor = [name].into();
        });
        let products = self.name_table("products", self.words.list.product, &figures.products, |it, name| {
            it.product = [name].into();
        });
        let blocks: Vec<Block> = [vendors, products].into_iter().flatten().collect();
        (!blocks.is_empty()).then(|| {
            Block::Section(Section {
                id: "names".to_owned(),
                heading: words.names_heading.to_owned(),
                lead: (words.names_lead)(figures.vendors.stated, figures.products.stated).into(),
                blocks,
                ..Section::default()
            })
        })
    }

    fn name_table(
        &self,
        id: &str,
        caption: &str,
        counts: &NameCounts<'_>,
        set: fn(&mut CaseFilter, String),
    ) -> Option<Block> {
        let rows = counts.names.iter().map(|it| {
            let mut filter = self.filter();
            set(&mut filter, it.value.to_owned());
            vec![Cell::new(it.value), Cell::number(cases_link(it.cases, filter), it.cases)]
        });
        let table = Table {
            id: format!("{id}-table"),
            caption: caption.to_owned(),
            caption_hidden: false,
            columns: vec![Column::text(caption), Column::number(self.words.overview.count)],
            rows: rows.collect(),
            file_name: self.file_name(caption),
        };
        match table.rows.len() {
            0 => None,
            1..=OPEN => Some(Block::Table(table)),
            names => Some(Block::Disclosure {
                summary: (self.words.system.names_all)(caption, names).into(),
                blocks: vec![Block::Table(table)],
            }),
        }
    }
}
