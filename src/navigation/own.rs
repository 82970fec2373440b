//! The reader's own municipality: chosen once, kept on the device, never sent.

use joint_procurement_core::domain::MunicipalityCode;
use leptos::prelude::*;

use crate::browser::Stored;

/// The key of the municipality, read at the next visit by assets/theme.js too. It is named after the project: other sites
/// may stand at the same origin, and share its storage.
const KEY: &str = "joint-procurement.municipality";

/// A municipality with its name, which stands in the header before the table of municipalities has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMunicipality {
    pub code: MunicipalityCode,
    pub name: String,
}

/// Handle to the choice, given by context.
#[derive(Clone, Copy)]
pub struct Own(RwSignal<Option<OwnMunicipality>>);

impl OwnMunicipality {
    /// Reads `312011 鳥取市`; `None` for anything else.
    fn read(text: &str) -> Option<Self> {
        let (code, name) = text.split_once(' ')?;
        (!name.is_empty()).then_some(())?;
        Some(Self { code: code.parse().ok()?, name: name.to_owned() })
    }
}

impl Own {
    /// Restores the choice; nothing where the page is being written.
    pub(crate) fn start(is_written: bool) -> Self {
        let stored = if is_written { None } else { Stored::Always.read(KEY) };
        Self(RwSignal::new(stored.and_then(|text| OwnMunicipality::read(&text))))
    }

    pub fn get(self) -> Option<OwnMunicipality> {
        self.0.get()
    }

    pub fn get_untracked(self) -> Option<OwnMunicipality> {
        self.0.get_untracked()
    }

    pub fn is(self, code: MunicipalityCode) -> bool {
        self.0.with(|own| own.as_ref().is_some_and(|own| own.code == code))
    }

    /// Keeps a municipality, or forgets the one that is kept. Where storage is refused the choice holds for this visit.
    pub fn choose(self, own: Option<OwnMunicipality>) {
        let text = own.as_ref().map(|own| [&own.code.to_string(), own.name.as_str()].join(" "));
        Stored::Always.write(KEY, text.as_deref());
        if let Some(root) = document().document_element() {
            let _ = match own {
                Some(_) => root.set_attribute("data-own", ""),
                None => root.remove_attribute("data-own"),
            };
        }
        self.0.set(own);
    }
}

/// Gives the handle to the reader's own municipality.
pub fn use_own() -> Own {
    expect_context()
}
