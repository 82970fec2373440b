//! The application: pages, components and charts, made in the browser (feature `csr`) or written by the program
//! `snapshot` (feature `ssr`). What it shows comes from `joint_procurement_core`.

pub mod charts;
pub mod content;
pub mod data;
pub mod words;

pub mod components;
pub mod pages;
pub mod shell;
pub mod task;
