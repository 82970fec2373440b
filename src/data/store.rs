//! The data that pages read, each file fetched once and kept.

use leptos::prelude::*;

use super::{DataError, fetch};
use crate::domain::{CaseDetail, Catalog, Errata, Municipalities, Snapshot, SnapshotId};

/// How much of the essential data has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub bytes: u64,
    /// 0 until the catalog has arrived.
    pub total: u64,
}

/// Whether something is still under way, there, or failed.
pub type Loaded<T> = Option<Result<T, DataError>>;

/// The catalog and the snapshot that was found in it.
type Opened = (&'static Catalog, &'static Snapshot);

/// Handles to the data, given by context.
///
/// Snapshots never change and few are opened in one visit, so what was decoded is leaked on purpose:
/// pages hold plain references instead of clones and locks.
#[derive(Clone, Copy)]
pub struct Data {
    opened: LocalResource<Result<Opened, DataError>>,
    progress: ReadSignal<Progress>,
    municipalities: OnDemand<&'static Municipalities>,
    details: OnDemand<&'static [CaseDetail]>,
    errata: OnDemand<&'static Errata>,
}

impl Data {
    /// Begins to fetch the snapshot asked for, or the default one.
    pub fn start(requested: Memo<Option<SnapshotId>>) -> Self {
        let (progress, set_progress) = signal(Progress::default());
        let opened = LocalResource::new(move || {
            let requested = requested.get();
            async move {
                let (catalog, snapshot) =
                    fetch::snapshot(requested, move |now| set_progress.set(now)).await?;
                Ok((&*Box::leak(Box::new(catalog)), &*Box::leak(Box::new(snapshot))))
            }
        });
        let municipalities = OnDemand::new(opened, |snapshot| async {
            let municipalities = fetch::municipalities(&snapshot.meta).await?;
            Ok(&*Box::leak(Box::new(municipalities)))
        });
        let details = OnDemand::new(opened, |snapshot| async {
            let details = fetch::details(&snapshot.meta).await?;
            Ok(&*Box::leak(details.into_boxed_slice()))
        });
        let errata = OnDemand::new(opened, |snapshot| async {
            let errata = fetch::errata(&snapshot.meta).await?;
            Ok(&*Box::leak(Box::new(errata)))
        });
        Self { opened, progress, municipalities, details, errata }
    }

    pub fn snapshot(self) -> Loaded<&'static Snapshot> {
        self.opened.get().map(|opened| opened.map(|(_, snapshot)| snapshot))
    }

    /// The catalog; there as soon as the snapshot is.
    pub fn catalog(self) -> Loaded<&'static Catalog> {
        self.opened.get().map(|opened| opened.map(|(catalog, _)| catalog))
    }

    /// Fetches the snapshot again after a failure.
    pub fn retry(self) {
        self.opened.refetch();
    }

    pub fn progress(self) -> Progress {
        self.progress.get()
    }

    /// The municipalities; asked for by `want`.
    pub fn municipalities(self) -> OnDemand<&'static Municipalities> {
        self.municipalities
    }

    /// The details of all cases, in order of id; asked for by `want`.
    pub fn details(self) -> OnDemand<&'static [CaseDetail]> {
        self.details
    }

    /// The corrections; asked for by `want`.
    pub fn errata(self) -> OnDemand<&'static Errata> {
        self.errata
    }

    /// The details of one case, with the few others of its file.
    pub fn detail(snapshot: &'static Snapshot, row: usize) -> LocalResource<Result<CaseDetail, DataError>> {
        LocalResource::new(move || async move {
            let case = snapshot.cases.row(row);
            let number = crate::domain::DetailShard::of_row(row);
            let details = fetch::shard(&snapshot.meta, number).await?;
            let detail = details.into_iter().find(|detail| detail.id == *case.id());
            detail.ok_or_else(|| DataError::new(case.id().as_str(), super::Cause::Unlisted))
        })
    }
}

/// A file that only some pages need: fetched at the first `want`, then kept.
#[derive(Clone, Copy)]
pub struct OnDemand<T: 'static> {
    wanted: RwSignal<bool>,
    resource: LocalResource<Option<Result<T, DataError>>>,
}

impl<T: Copy + 'static> OnDemand<T> {
    fn new<F>(
        opened: LocalResource<Result<Opened, DataError>>,
        fetch: impl Fn(&'static Snapshot) -> F + Copy + 'static,
    ) -> Self
    where
        F: Future<Output = Result<T, DataError>> + 'static,
    {
        let wanted = RwSignal::new(false);
        let resource = LocalResource::new(move || {
            let opened = opened.get().and_then(Result::ok).filter(|_| wanted.get());
            async move {
                match opened {
                    Some((_, snapshot)) => Some(fetch(snapshot).await),
                    None => None,
                }
            }
        });
        Self { wanted, resource }
    }

    /// Begins to fetch it unless that was done before.
    pub fn want(self) {
        if !self.wanted.get_untracked() {
            self.wanted.set(true);
        }
    }

    /// Fetches it again after a failure.
    pub fn retry(self) {
        self.resource.refetch();
    }

    pub fn get(self) -> Loaded<T> {
        self.resource.get().flatten()
    }
}
