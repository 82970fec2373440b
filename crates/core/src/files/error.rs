//! Reasons why data could not be had.

use std::fmt;

use crate::domain::{SnapshotError, SnapshotId};

/// A file that could not be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// Relative to the folder of the data, for example `catalog.json`.
    pub file: String,
    pub cause: Cause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// No answer: offline, the connection broke, or the disk refused.
    Network(String),
    /// The server answered with a status other than 2xx.
    Status(u16),
    /// The content is not what the catalog promises: half an update, or something on the way changed it.
    Mismatch,
    /// Not JSON of the expected form.
    Broken(String),
    /// Published in a newer format than this program knows.
    NewerSchema(u64),
    /// The files do not fit together.
    Inconsistent(SnapshotError),
    /// The catalog lists no such snapshot.
    UnknownSnapshot(SnapshotId),
    /// The catalog lists no file with this role for the snapshot.
    Unlisted,
}

impl DataError {
    pub fn new(file: impl Into<String>, cause: Cause) -> Self {
        Self { file: file.into(), cause }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.file)?;
        match &self.cause {
            Cause::Network(message) => f.write_str(message),
            Cause::Status(status) => write!(f, "HTTP {status}"),
            Cause::Mismatch => f.write_str("SHA-256 differs from the catalog"),
            Cause::Broken(message) => f.write_str(message),
            Cause::NewerSchema(version) => write!(f, "schema_version {version}"),
            Cause::Inconsistent(error) => error.fmt(f),
            Cause::UnknownSnapshot(id) => write!(f, "no snapshot {id}"),
            Cause::Unlisted => f.write_str("not in the catalog"),
        }
    }
}

impl std::error::Error for DataError {}
