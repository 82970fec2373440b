//! The sums of the prefectures, held against the municipalities.

use super::PrefectureRow;
use crate::problem::Report;
use crate::source::municipalities::MunicipalityTable;

impl PrefectureRow {
    /// Compares what is right here with what is right there.
    pub fn check_sums(&self, of_municipalities: &MunicipalityTable, report: &mut Report) {
        let code = self.prefecture.code;
        let municipalities = &of_municipalities.table;
        let is_sure = |own: &str, column: &str| {
            !self.wrong.contains("code")
                && !self.wrong.contains(own)
                && of_municipalities.is_sure(Some(code), column)
        };
        let of_prefecture = || municipalities.of_prefecture(code);
        let kinds = self.kinds.map(|(column, kind, stated)| {
            (column, stated, of_prefecture().filter(|municipality| municipality.kind == kind).count() as u64)
        });
        let count = of_prefecture().count() as u64;
        let population: u64 = of_prefecture().map(|municipality| municipality.population).sum();
        let sums = [
            ("municipalities", u64::from(self.prefecture.municipalities), count, "code"),
            ("population", self.prefecture.population, population, "population"),
        ];
        let kinds = kinds.map(|(column, stated, summed)| (column, stated, summed, "kind"));
        for (column, stated, summed, _) in sums.into_iter().chain(kinds).filter(|it| is_sure(it.0, it.3)) {
            self.check_sum(column, stated, summed, report);
        }

        let staff: Option<u64> = of_prefecture().map(|municipality| municipality.staff.map(u64::from)).sum();
        match (self.prefecture.municipal_staff, staff) {
            _ if !is_sure("municipal_staff", "staff") => {}
            (Some(stated), Some(summed)) => self.check_sum("municipal_staff", stated, summed, report),
            (Some(stated), None) => report.add(
                self.place
                    .problem(
                        "municipal_staff",
                        "職員数の分からない市区町村があるのに、合計が書かれています。",
                    )
                    .value(stated)
                    .allowed("空欄"),
            ),
            (None, _) => {}
        }

        let as_of = municipalities.population_as_of.to_string();
        let staff_as_of =
            if self.prefecture.municipal_staff.is_some() { municipalities.staff_as_of.as_str() } else { "" };
        for (column, stated, expected, of) in [
            ("population_as_of", &self.population_as_of, as_of.as_str(), "population_as_of"),
            ("municipal_staff_as_of", &self.municipal_staff_as_of, staff_as_of, "staff_as_of"),
        ] {
            let has_reason = of != "staff_as_of" || !self.wrong.contains("municipal_staff");
            if stated != expected && has_reason && is_sure(column, of) {
                report.add(
                    self.place
                        .problem(column, "municipalities.csv の基準日・資料名と合いません。")
                        .value(stated)
                        .allowed(if expected.is_empty() { "空欄" } else { expected }),
                );
            }
        }
    }

    fn check_sum(&self, column: &str, stated: u64, summed: u64, report: &mut Report) {
        if stated != summed {
            report.add(
                self.place
                    .problem(column, "municipalities.csv の行を合計した値と合いません。")
                    .value(stated)
                    .allowed(summed.to_string())
                    .advice("municipalities.csv か、この値のどちらかを直してください。"),
            );
        }
    }
}
