//! The data that pages read, each file fetched once and kept.

use joint_procurement_core::domain::{
    CaseDetail, Catalog, DetailShard, Errata, FileRole, Funding, Municipalities, Outlines, Snapshot,
    SnapshotId,
};
use joint_procurement_core::files::{Cause, DataError, open};
use leptos::prelude::*;

use super::fetch::Fetch;
use super::loader::{Attempt, Loaded, Loader, Pending};

/// The part of the essential data that has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub bytes: u64,
    /// The size of all of it; 0 until the catalog has arrived.
    pub total: u64,
}

/// The catalog and the snapshot that was found in it.
type Opened = (&'static Catalog, &'static Snapshot);

/// Handles to the data, given by context.
///
/// Snapshots never change and few are opened in one visit. So what was decoded is leaked on purpose: pages
/// hold plain references instead of clones and locks.
#[derive(Clone, Copy)]
pub struct Data {
    opened: Loader<Opened>,
    progress: ReadSignal<Progress>,
    municipalities: OnDemand<&'static Municipalities>,
    details: OnDemand<&'static [CaseDetail]>,
    errata: OnDemand<&'static Errata>,
    funding: OnDemand<&'static Funding>,
}

impl Data {
    /// Begins to fetch the snapshot asked for, or the default one.
    pub fn start(requested: Memo<Option<SnapshotId>>) -> Self {
        let (progress, set_progress) = signal(Progress::default());
        let opened = Loader::new(move || {
            let requested = requested.get();
            Some(Box::pin(async move {
                let files = Fetch::telling(move |now| set_progress.set(now));
                let catalog = open::catalog(&files).await?;
                let snapshot = open::snapshot(&files, &catalog, requested.as_ref()).await?;
                Ok((&*Box::leak(Box::new(catalog)), &*Box::leak(Box::new(snapshot))))
            }))
        });
        let municipalities = OnDemand::new(opened, |snapshot| {
            Box::pin(async {
                let municipalities = open::municipalities(&Fetch::default(), &snapshot.meta).await?;
                Ok(&*Box::leak(Box::new(municipalities)))
            })
        });
        let details = OnDemand::new(opened, |snapshot| {
            Box::pin(async {
                let details = open::details(&Fetch::default(), &snapshot.meta).await?;
                Ok(&*Box::leak(details.into_boxed_slice()))
            })
        });
        let errata = OnDemand::new(opened, |snapshot| {
            Box::pin(async {
                let errata = open::errata(&Fetch::default(), &snapshot.meta).await?;
                Ok(&*Box::leak(Box::new(errata)))
            })
        });
        let funding = OnDemand::new(opened, |snapshot| {
            Box::pin(async {
                let funding = open::funding(&Fetch::default(), &snapshot.meta).await?;
                Ok(&*Box::leak(Box::new(funding)))
            })
        });
        Self { opened, progress, municipalities, details, errata, funding }
    }

    /// Holds data that are at hand; nothing is asked for. A part of a page whose file is not given only comes in the
    /// browser.
    pub fn given(given: Given) -> Self {
        let Given { catalog, snapshot, municipalities, details, funding } = given;
        Self {
            opened: Loader::given(Some((catalog, snapshot))),
            progress: signal(Progress::default()).0,
            municipalities: OnDemand::given(municipalities),
            details: OnDemand::given(details),
            errata: OnDemand::given(None),
            funding: OnDemand::given(funding),
        }
    }

    pub fn snapshot(self) -> Loaded<&'static Snapshot> {
        self.opened.get().map(|opened| opened.map(|(_, snapshot)| snapshot))
    }

    /// Gives the catalog; there as soon as the snapshot is.
    pub fn catalog(self) -> Loaded<&'static Catalog> {
        self.opened.get().map(|opened| opened.map(|(catalog, _)| catalog))
    }

    /// Fetches the snapshot again after a failure.
    pub fn retry(self) {
        self.opened.retry();
    }

    /// Tells how often the snapshot was asked for, and if it is being fetched.
    pub fn attempt(self) -> Attempt {
        self.opened.attempt()
    }

    pub fn progress(self) -> Progress {
        self.progress.get()
    }

    /// Gives the municipalities; asked for by `want`.
    pub fn municipalities(self) -> OnDemand<&'static Municipalities> {
        self.municipalities
    }

    /// Gives the details of all cases, in order of id; asked for by `want`.
    pub fn details(self) -> OnDemand<&'static [CaseDetail]> {
        self.details
    }

    /// Gives the corrections; asked for by `want`.
    pub fn errata(self) -> OnDemand<&'static Errata> {
        self.errata
    }

    /// Gives the money that can pay for joint procurement; asked for by `want`.
    pub fn funding(self) -> OnDemand<&'static Funding> {
        self.funding
    }

    /// Fetches the outlines of a map, for as long as it is shown.
    pub fn outlines(snapshot: &'static Snapshot, role: FileRole) -> Loader<Outlines> {
        Loader::new(move || {
            let files = Fetch::while_shown();
            Some(Box::pin(async move { open::outlines(&files, &snapshot.meta, role).await }))
        })
    }

    /// Gives the details of one case for as long as it is shown. They are taken from those of all, where they
    /// are there, or fetched with the few others of its file.
    pub fn detail(self, snapshot: &'static Snapshot, row: usize) -> Loader<CaseDetail> {
        let id = snapshot.cases.row(row).id();
        if let Some(Ok(all)) = self.details.loader.get_untracked()
            && let Some(detail) = CaseDetail::find(all, id)
        {
            return Loader::given(Some(detail.clone()));
        }
        Loader::new(move || {
            let files = Fetch::while_shown();
            Some(Box::pin(async move {
                let case = snapshot.cases.row(row);
                let details = open::shard(&files, &snapshot.meta, DetailShard::of_row(row)).await?;
                let detail = details.into_iter().find(|detail| detail.id == *case.id());
                detail.ok_or_else(|| DataError::new(case.id().as_str(), Cause::Unlisted))
            }))
        })
    }
}

/// The data from which pages are written.
#[derive(Clone, Copy)]
pub struct Given {
    pub catalog: &'static Catalog,
    pub snapshot: &'static Snapshot,
    pub municipalities: Option<&'static Municipalities>,
    /// The details of all cases, in order of id.
    pub details: Option<&'static [CaseDetail]>,
    pub funding: Option<&'static Funding>,
}

/// A file that only some pages need: fetched at the first `want`, then kept.
#[derive(Clone, Copy)]
pub struct OnDemand<T: 'static> {
    wanted: RwSignal<bool>,
    loader: Loader<T>,
}

impl<T: Copy + Send + Sync + 'static> OnDemand<T> {
    fn new(opened: Loader<Opened>, fetch: fn(&'static Snapshot) -> Pending<T>) -> Self {
        let wanted = RwSignal::new(false);
        let loader = Loader::new(move || {
            let (_, snapshot) = opened.get().and_then(Result::ok).filter(|_| wanted.get())?;
            Some(fetch(snapshot))
        });
        Self { wanted, loader }
    }

    fn given(value: Option<T>) -> Self {
        Self { wanted: RwSignal::new(true), loader: Loader::given(value) }
    }

    /// Begins to fetch it unless that was done before.
    pub fn want(self) {
        if !self.wanted.get_untracked() {
            self.wanted.set(true);
        }
    }

    /// Fetches it again after a failure.
    pub fn retry(self) {
        self.loader.retry();
    }

    pub fn get(self) -> Loaded<T> {
        self.loader.get()
    }
}
