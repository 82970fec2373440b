//! Tests of the program `snapshot`, which run it, and of the pages that it writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![recursion_limit = "256"]

mod frozen;
mod guide;
mod help;
mod official;
mod program;
mod snapshot_areas;
mod snapshot_backtest;
mod snapshot_build;
mod snapshot_built;
mod snapshot_check;
mod snapshot_demo;
mod snapshot_diff;
mod snapshot_errata;
mod snapshot_evidence;
mod snapshot_files;
mod snapshot_funding;
mod snapshot_import;
mod snapshot_import_mistakes;
mod snapshot_import_refused;
mod snapshot_joining;
mod snapshot_mapping;
mod snapshot_notes;
mod snapshot_publish;
mod snapshot_recount;
mod snapshot_refused;
mod snapshot_report;
mod snapshot_serve;
mod snapshot_site;
mod snapshot_site_calendar;
mod snapshot_site_hosting;
mod snapshot_site_offline;
mod snapshot_site_pages;
mod snapshot_sources;
mod snapshot_stats;
mod snapshot_stats_by;
mod snapshot_strays;
mod snapshot_synonyms;
mod snapshot_tables;
mod snapshot_withheld;
mod snapshot_workbook;
mod survey_book;
mod written;
mod written_pages;
mod xlsx;
