//! The names that a text may hold in braces. `prose/README.md` explains them to those who write.

/// Makes an enum of names.
macro_rules! names {
    ($(#[$doc:meta])* $list:ident { $($(#[$said:meta])* $variant:ident = $name:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = joint_procurement_prose))]
        pub enum $list {
            $($(#[$said])* $variant,)+
        }

        impl $list {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Gives the name as texts write it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// Finds what has this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}

names! {
    /// A figure or some words of the open snapshot: `{cases}`. Cases are those with a prefecture, unless said otherwise.
    Value {
        /// All cases: 「208件」.
        Cases = "cases";
        /// Cases of municipalities among themselves.
        MunicipalCases = "municipal_cases";
        /// Cases with any amount.
        CostCases = "cost_cases";
        /// Cases with an amount that is a budget.
        BudgetCases = "budget_cases";
        DocumentCases = "document_cases";
        /// Cases with a saving that a source states.
        SavingCases = "saving_cases";
        /// Cases that give their specification to others.
        SpecificationCases = "specification_cases";
        SubsidyCases = "subsidy_cases";
        /// Cases of which a source says that they had no subsidy.
        NoSubsidyCases = "no_subsidy_cases";
        /// Cases of which nobody says if they had a subsidy.
        UnknownSubsidyCases = "unknown_subsidy_cases";
        /// Cases whose number of municipalities is known.
        ParticipantCases = "participant_cases";
        /// The sum of these numbers, a bare number.
        Participants = "participants";
        /// Cases whose population is known.
        PopulationCases = "population_cases";
        /// Cases whose staff is known.
        StaffCases = "staff_cases";
        /// Cases whose year of introduction is known.
        YearCases = "year_cases";
        /// Cases with partners in other prefectures.
        AcrossCases = "across_cases";
        /// The day whose state the snapshot shows.
        AsOf = "as_of";
        /// The day on which the snapshot was published.
        PublishedAt = "published_at";
        /// The source of the population of the municipalities, with its day.
        PopulationCredit = "population_credit";
        /// The source of the staff of the municipalities, with its year.
        StaffCredit = "staff_credit";
        /// The conditions under which the data may be used.
        Licence = "licence";
        /// The maintainer's words on updates.
        UpdateNote = "update_note";
        /// The maintainer's name, a link where an address is given.
        Maintainer = "maintainer";
    }
}

names! {
    /// Entries of a list that come from the open snapshot: `- {benefits}`.
    Run {
        /// The benefits that most cases state, each with its number of cases.
        Benefits = "benefits";
        /// The kinds of leading organization, each with its number of cases.
        Leads = "leads";
        /// The sources of the population and of the staff.
        Credits = "credits";
        /// The system types with a remark on national policy.
        NotedSystems = "noted_systems";
    }
}

names! {
    /// An address that depends on the open snapshot: `[words]({this_snapshot})`.
    Place {
        /// The list of cases with the open snapshot named in its address.
        ThisSnapshot = "this_snapshot";
    }
}

names! {
    /// The kind of the open snapshot, for conditions: `{if compiled}`.
    Kind {
        /// Data compiled from public pages.
        Compiled = "compiled";
        /// Answers of the prefectures to a survey.
        Official = "official";
        /// Data that are made up.
        Synthetic = "synthetic";
    }
}

names! {
    /// A state of the snapshot that a condition can ask for: `{if partial_staff}`.
    State {
        /// The staff is that of the ordinary account only.
        PartialStaff = "partial_staff";
        /// The staff is that of all accounts. Without any figures neither is true.
        FullStaff = "full_staff";
        /// The maintainer gives an address.
        MaintainerAddress = "maintainer_address";
    }
}
