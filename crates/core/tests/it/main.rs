//! Tests of the pure core: a module for each thing tested.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod by_name;
mod by_name_order;
mod changes;
mod joining;
mod mailto;
mod mangled;
mod outlines;
mod published_links;
mod query;
mod query_counted;
mod query_order;
mod query_properties;
mod query_size;
mod round_trip;
mod routes;
mod search;
mod stats;
mod stats_absent;
mod stats_backtest;
mod stats_case;
mod stats_costs;
mod stats_cross;
mod stats_fill;
mod stats_next;
mod stats_prefecture;
mod stats_prevailing;
mod stats_reach;
mod stats_similar;
mod stats_states;
mod stats_subsidy;
mod stats_system;
mod stats_timeline;
mod stats_town;
mod tolerant;
mod tolerant_cases;
