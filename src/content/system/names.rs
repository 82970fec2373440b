//! Vendors and products.

use joint_procurement_core::query::CaseFilter;
use joint_procurement_core::stats::NameCounts;

use super::SystemPage;
use crate::content::{Block, Cell, Column, Section, Table, cases_link};
use crate::words;

/// A longer table opens on demand.
const OPEN: usize = 10;

impl SystemPage<'_> {
    /// Lists the names as sources write them, each with its cases.
    pub(super) fn names(&self) -> Option<Block> {
        let figures = &self.figures;
        let vendors = self.name_table("vendors", words::facet::VENDOR, &figures.vendors, |it, name| {
            it.vendor = [name].into();
        });
        let products = self.name_table("products", words::facet::PRODUCT, &figures.products, |it, name| {
            it.product = [name].into();
        });
        let blocks: Vec<Block> = [vendors, products].into_iter().flatten().collect();
        (!blocks.is_empty()).then(|| {
            Block::Section(Section {
                id: "names".to_owned(),
                heading: words::system::names::HEADING.to_owned(),
                lead: words::system::names::lead(figures.vendors.stated, figures.products.stated).into(),
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
            columns: vec![Column::text(caption), Column::number(words::overview::COUNT)],
            rows: rows.collect(),
            file_name: self.file_name(caption),
        };
        match table.rows.len() {
            0 => None,
            1..=OPEN => Some(Block::Table(table)),
            names => Some(Block::Disclosure {
                summary: words::system::names::all(caption, names).into(),
                blocks: vec![Block::Table(table)],
            }),
        }
    }
}
