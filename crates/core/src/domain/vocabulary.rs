//! Closed vocabularies. Each value has a slug (JSON, query strings, CSS) and the Japanese word that the
//! source tables and the pages use.

/// One value of a closed vocabulary.
pub trait Term: Copy + Eq + Ord + 'static {
    /// Every value, in the order in which pages list them.
    const ALL: &'static [Self];

    /// Gives the stable name in JSON, query strings and CSS.
    fn slug(self) -> &'static str;

    /// Gives the Japanese word, as in the source tables.
    fn ja(self) -> &'static str;

    /// Finds the value with this slug.
    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.slug() == slug)
    }

    /// Finds the value with this Japanese word.
    fn from_ja(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.ja() == word)
    }
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $slug:literal, $ja:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $crate::domain::Term for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            fn ja(self) -> &'static str {
                match self { $(Self::$variant => $ja,)+ }
            }
        }

        $crate::domain::published_as_slug!($name);
    };
}

/// Publishes the values of a `Term` by their slugs.
macro_rules! published_as_slug {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::domain::Term::slug(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let slug = <String as serde::Deserialize>::deserialize(deserializer)?;
                <Self as $crate::domain::Term>::from_slug(&slug)
                    .ok_or_else(|| serde::de::Error::custom(concat!("unknown ", stringify!($name))))
            }
        }

        impl $crate::domain::DictionaryEntry for $name {
            fn read(text: String) -> Result<Option<Self>, $crate::domain::CodeError> {
                Ok(<Self as $crate::domain::Term>::from_slug(&text))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let slugs: Vec<&str> = $crate::domain::Term::ALL.iter().map(|term: &$name| $crate::domain::Term::slug(*term)).collect();
                schemars::json_schema!({ "type": "string", "enum": slugs })
            }
        }
    };
}

pub(crate) use {published_as_slug, vocabulary};

vocabulary! {
    /// The three fields of work that the original dashboard tells apart.
    Domain {
        GeneralAffairs = "general-affairs", "総務部門";
        Services = "services", "事業部門";
        Tools = "tools", "ツール";
    }
}

vocabulary! {
    /// The kind of body that procures.
    LeadKind {
        Prefecture = "prefecture", "都道府県";
        Council = "council", "協議会";
        Union = "union", "一部事務組合・広域連合";
        Foundation = "foundation", "財団・公社等";
        Municipalities = "municipalities", "市町村どうし";
        Other = "other", "その他";
    }
}

vocabulary! {
    /// The involvement of a prefecture. Figures count `Prefecture` unless asked otherwise.
    Scope {
        Prefecture = "prefecture", "都道府県が関わる事例";
        Municipal = "municipal", "市町村どうしの事例";
    }
}

vocabulary! {
    /// The way in which the bodies of a case share. Figures of joint procurement leave the last one out.
    Form {
        /// One specification and one vendor, chosen together.
        JointProcurement = "joint-procurement", "共同調達";
        /// One system run for several bodies, which share use and cost.
        JointUse = "joint-use", "共同利用";
        /// One body's system that others are connected to.
        SharedService = "shared-service", "県等のシステムを利用";
    }
}

vocabulary! {
    /// The progress of a case; a case without a stated status is unknown, not operating.
    Status {
        Operating = "operating", "稼働中";
        Procured = "procured", "調達済";
        Planned = "planned", "計画";
        Ended = "ended", "終了";
        /// A plan that came to nothing: in no count, list or state unless it is asked for.
        Cancelled = "cancelled", "実現せず";
    }
}

impl Status {
    /// Tells if nothing was procured: a plan, or one that came to nothing.
    pub fn is_plan(self) -> bool {
        matches!(self, Self::Planned | Self::Cancelled)
    }
}

vocabulary! {
    /// The kind of an amount of money.
    CostBasis {
        Contract = "contract", "契約額";
        Published = "published", "公表額";
        /// Budgets, ceilings and plans: shown, but left out of medians and estimates.
        Budget = "budget", "予算・計画額";
    }
}

vocabulary! {
    /// The event that the date of introduction tells.
    IntroducedKind {
        ServiceStart = "service_start", "稼働開始";
        Procurement = "procurement", "調達";
    }
}

vocabulary! {
    ProcurementMethod {
        Proposal = "proposal", "公募型プロポーザル";
        OpenBid = "open-bid", "一般競争入札";
        ComprehensiveEvaluation = "comprehensive-evaluation", "総合評価";
        Negotiated = "negotiated", "随意契約";
    }
}

vocabulary! {
    /// The share of the cost that the prefecture bears.
    PrefectureShare {
        All = "all", "全額";
        Part = "part", "一部";
        None = "none", "なし";
    }
}

vocabulary! {
    /// The answer to those who want to join the case. That none is stated is not "no".
    JoinAnswer {
        Yes = "yes", "参加できる";
        OnRequest = "on-request", "相談に応じる";
        No = "no", "参加できない";
    }
}

vocabulary! {
    /// Pages that help to write a specification.
    DocumentKind {
        Specification = "specification", "仕様書";
        Requirements = "requirements", "要求事項";
        Call = "call", "公募・入札公告";
        Rfi = "rfi", "RFI";
        Agreement = "agreement", "協定・規約";
        CostSharing = "cost-sharing", "負担割合";
        Guide = "guide", "手引き・報告書";
    }
}

vocabulary! {
    /// The publisher of a page, as far as it matters for how much it can be relied on.
    SourceClass {
        /// A public body, or a page that it has others run.
        Official = "official", "公的";
        Press = "press", "報道";
        Vendor = "vendor", "事業者";
        /// A copy of a document on a site of others; the document itself is mostly official.
        Copy = "copy", "転載";
        Personal = "personal", "議員・個人";
        Other = "other", "その他";
    }
}

vocabulary! {
    /// The state of a page's address when it was last seen.
    LinkState {
        Ok = "ok", "閲覧できる";
        Gone = "gone", "なくなった";
        /// The page is found at another address.
        Rehosted = "rehosted", "移転";
        Unknown = "unknown", "不明";
    }
}

vocabulary! {
    /// The cost that a saving is a saving of.
    SavingOf {
        Operation = "operation", "運用費";
        Introduction = "introduction", "導入費";
        Total = "total", "総費用";
        Other = "other", "その他";
    }
}

vocabulary! {
    /// The kind of a saving: reached or expected.
    SavingKind {
        Actual = "actual", "実績";
        Expected = "expected", "見込";
    }
}

vocabulary! {
    /// The reason why a value is missing, where that is known.
    MissingReason {
        NotPublic = "not_public", "非公表";
        NoAnswer = "no_answer", "未回答";
        Withheld = "withheld", "非掲載希望";
        NotCollected = "not_collected", "未調査";
        NotApplicable = "not_applicable", "該当なし";
    }
}

vocabulary! {
    /// The origin of a snapshot's cases.
    SnapshotKind {
        Compiled = "compiled", "公開情報から収集";
        Official = "official", "都道府県への調査";
        Synthetic = "synthetic", "架空のデータ";
    }
}

vocabulary! {
    MunicipalityKind {
        City = "city", "市";
        SpecialWard = "special-ward", "特別区";
        Town = "town", "町";
        Village = "village", "村";
    }
}
