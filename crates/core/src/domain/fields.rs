//! The registry of the fields of a case.
//!
//! A line here is all that a field needs in this crate. The type of its value tells how it is read, stored,
//! published, counted and seen (`FieldType`). Where a field also has a condition of the filter, a key to sort
//! by or a column of the list, that is said in `query`.

mod compound;
mod generate;
mod types;
mod value;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use generate::{case_fields, either, published_column, published_name};
pub use types::FactSource;
use types::{ByColumn, FieldColumn, FieldType, Stored};
pub use value::{FieldKind, FieldValue};

use super::column::{Fits, OptionalColumn};
use super::table::{Missing, known_reasons};
use super::vocabulary::published_as_slug;
use super::{
    CaseDetail, CaseId, CaseRef, Coded, CodedSets, CostBasis, Date, DocumentKind, Domain, Fact, Form,
    IntroducedKind, Introduction, JoinAnswer, LeadKind, MissingReason, MunicipalityCode, PrefectureCode,
    PrefectureShare, ProcurementMethod, SCHEMA_VERSION, Saving, Scope, Slug, SourceClass, Status, Term,
    WebAddress, YearMonth, YenRange,
};
use crate::json;

case_fields! {
    // The order of the source table and of the pages.
    fields {
        Form, ParticipantsNames, ParticipantsCount, ParticipantsAllInPrefecture, StatedPopulation, StatedStaff,
        PrefectureParticipates,
        Introduced, ProcurementMethod, Vendor, Product, InitialCost, AnnualCost, ContractTotal, ContractYears, ContractEnd,
        Savings, CostSharing, PrefectureBearsCost, SubsidyUsed, SubsidyName, SpecificationAvailable, OpenToJoin, JoinUntil,
        JoinTerms, Benefits, Background, Process, ContactDepartment, ContactTelephone, ContactEmail, Status, Documents,
    }
    // In the order of the published file. Known of every case, or derived: `name: type as column;`. May be
    // unknown: `name: type = Field "key in the source" "name";`, with `[name: column]` for a second column. One that
    // may be skipped is left out of a file that knows nothing of it.
    columns {
        id: CaseId as Vec<CaseId>;
        title: String as Vec<String>;
        lead_prefecture: PrefectureCode as Vec<PrefectureCode>;
        lead_organization: String as Vec<String>;
        lead_kind: LeadKind as Coded<LeadKind>;
        scope: Scope as Coded<Scope>;
        form: Form = Form "form" "形態";
        system_type: Slug as Coded<Slug>;
        domain: Domain as Coded<Domain>;
        participants_count: u32 = ParticipantsCount "participants_count" "参加自治体数";
        participants: Vec<MunicipalityCode> = ParticipantsNames "participants_names" "参加自治体名";
        participants_all_in_prefecture: bool
            = ParticipantsAllInPrefecture "participants_all_in_prefecture" "全市区町村の参加";
        /// Persons, summed over the participants.
        #[serde(rename = "population")]
        derived_population: Option<u64> as OptionalColumn<Vec<Option<u64>>>;
        /// Staff, summed over the participants.
        #[serde(rename = "staff")]
        derived_staff: Option<u64> as OptionalColumn<Vec<Option<u64>>>;
        /// Persons, as a survey states them; derived ones stand in `population`.
        stated_population: u64 = StatedPopulation "stated_population" "人口規模（回答）";
        stated_staff: u64 = StatedStaff "stated_staff" "職員規模（回答）";
        prefecture_participates: bool = PrefectureParticipates "prefecture_participates" "都道府県の参加";
        partner_prefectures: Vec<PrefectureCode> as OptionalColumn<Vec<Vec<PrefectureCode>>>;
        introduced: Introduction [introduced_kind: Coded<IntroducedKind>] = Introduced "introduced" "導入時期";
        status: Status = Status "status" "現況";
        procurement_method: ProcurementMethod = ProcurementMethod "procurement_method" "調達方式";
        vendor: String = Vendor "vendor" "事業者";
        product: String = Product "product" "製品・サービス";
        cost_basis: Option<CostBasis> as Coded<CostBasis>;
        #[serde(rename = "initial_cost_yen")]
        initial_cost: YenRange = InitialCost "initial_cost_yen" "初期費用";
        #[serde(rename = "annual_cost_yen")]
        annual_cost: YenRange = AnnualCost "annual_cost_yen" "年間運用費";
        #[serde(rename = "contract_total_yen")]
        contract_total: YenRange = ContractTotal "contract_total_yen" "契約総額";
        contract_years: f64 = ContractYears "contract_years" "契約年数";
        contract_end: YearMonth = ContractEnd "contract_end" "契約終了";
        /// An empty list means that none is known.
        savings: Vec<Saving> = Savings "savings" "効果額";
        prefecture_bears_cost: PrefectureShare = PrefectureBearsCost "prefecture_bears_cost" "都道府県の負担";
        subsidy_used: bool = SubsidyUsed "subsidy_used" "補助金の利用";
        subsidy_name: String = SubsidyName "subsidy_name" "補助金の名称";
        specification_available: bool = SpecificationAvailable "specification_available" "仕様書の提供";
        #[serde(skip_serializing_if = "OptionalColumn::is_absent")]
        open_to_join: JoinAnswer = OpenToJoin "open_to_join" "参加の受付";
        #[serde(skip_serializing_if = "OptionalColumn::is_absent")]
        join_until: Date = JoinUntil "join_until" "参加の期限";
        benefits: Vec<Slug> = Benefits "benefits" "効果・ねらい";
        contact_department: String = ContactDepartment "contact_department" "担当部署";
        document_kinds: Vec<DocumentKind> = Documents "documents" "参考文書";
        /// The classes of the sources, each once.
        source_classes: Vec<SourceClass> as OptionalColumn<CodedSets<SourceClass>>;
        /// The pages that state the amounts, as far as recorded.
        cost_sources: Vec<WebAddress> as OptionalColumn<CodedSets<WebAddress>>;
    }
    // Texts of the details, which are read when a page needs them.
    texts {
        background = Background "background" "背景";
        process = Process "process" "経緯";
        cost_sharing = CostSharing "cost_sharing" "費用負担の方法";
        join_terms = JoinTerms "join_terms" "参加の条件";
        contact_telephone = ContactTelephone "contact_telephone" "担当部署の電話番号";
        contact_email = ContactEmail "contact_email" "担当部署のメールアドレス";
    }
}
