//! Native tests of what pages say, of charts and colours, and of conventions.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![recursion_limit = "256"]

mod charts;
mod classes;
mod colours;
mod comments;
mod content_below_picture;
mod content_case;
mod content_case_item;
mod content_case_page;
mod content_case_parts;
mod content_compare;
mod content_compare_page;
mod content_data;
mod content_fields;
mod content_figures;
mod content_inquiry;
mod content_links;
mod content_maps;
mod content_matrix;
mod content_names;
mod content_not_found;
mod content_paste;
mod content_prefecture_nearby;
mod content_prefecture_sheet;
mod content_prefecture_unconfirmed;
mod content_prefectures;
mod content_printed;
mod content_prose;
mod content_sentences;
mod content_similar;
mod content_size_fit;
mod content_subsidy;
mod content_system_cost_by_size;
mod content_system_ending;
mod content_system_list;
mod content_system_parts;
mod content_system_reach;
mod content_systems;
mod documents;
mod kinds;
mod layers;
mod libraries;
mod licences;
mod sources;
mod tidy;
