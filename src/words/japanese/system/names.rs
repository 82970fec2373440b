//! Vendors and products.

use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

pub const HEADING: &str = "事業者と製品・サービス";

pub fn lead(vendors: KnownCount, products: KnownCount) -> String {
    let total = cases(vendors.total);
    let known = match (vendors.known, products.known) {
        (vendors, 0) => format!("事業者が分かるのは{}です", cases(vendors)),
        (0, products) => format!("製品・サービスが分かるのは{}です", cases(products)),
        (vendors, products) => {
            format!("事業者が分かるのは{}、製品・サービスが分かるのは{}です", cases(vendors), cases(products))
        }
    };
    format!("{total}のうち、{known}。名前は資料の表記のままです。")
}

pub fn all(table: &str, names: usize) -> String {
    format!("{table}（{names}種類）を見る")
}
