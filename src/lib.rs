//! The application: pages, components and charts, made in the browser (feature `csr`) or written by the
//! program `snapshot` (feature `ssr`). Its content comes from `joint_procurement_core`.
//!
//! Modules stand in the order in which they may use each other, the lowest first. ARCHITECTURE.md says what
//! each is for, and `tests/it/layers.rs` holds them to it.

pub mod browser;
pub mod data;
pub mod words;

pub mod charts;
pub mod content;

pub mod navigation;
pub mod offline;
pub mod readiness;

pub mod components;

pub mod pages;

pub mod app;
