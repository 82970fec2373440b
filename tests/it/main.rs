//! The one native test binary: a module for each thing tested.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![recursion_limit = "256"]

mod charts;
mod colours;
mod content_case;
mod content_case_item;
mod content_case_more;
mod content_case_page;
mod content_compare;
mod content_data;
mod content_links;
mod content_maps;
mod content_matrix;
mod content_not_found;
mod content_prefectures;
mod content_prose;
mod content_system_more;
mod content_system_parts;
mod content_systems;
mod generate;
mod program;
mod query;
mod query_size;
mod round_trip;
mod routes;
mod snapshot_build;
mod snapshot_check;
mod snapshot_errata;
mod snapshot_publish;
mod snapshot_site;
mod snapshot_site_hosting;
mod snapshot_site_offline;
mod snapshot_site_pages;
mod snapshot_sources;
mod snapshot_stats;
mod snapshot_tables;
mod stats;
mod stats_case;
mod stats_costs;
mod stats_fill;
mod stats_prefecture;
mod stats_reach;
mod stats_similar;
mod stats_states;
mod stats_system;
mod tidy;
