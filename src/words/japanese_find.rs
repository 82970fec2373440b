//! Japanese: finding cases.

use joint_procurement_core::query::TownSize;
use joint_procurement_core::stats::{Basis, Comparison};
use joint_procurement_core::text::{cases, grouped, persons};

use super::FindWords;

pub(super) static FIND: FindWords = FindWords {
    size_heading: "似た規模の事例を探す",
    size_lead: "市区町村を選ぶと、参加自治体の規模が近い順に並びます。名前は漢字・かな、一部だけでも探せます。",
    typed: "人口・職員数を入力する",
    population: "人口（人）",
    staff: "職員数（人）",
    apply_size: "この規模で並べる",
    size_wrong: "人口か職員数を、1以上の整数で入力してください。",
    compared_with: |town| format!("{town}に規模が近い順に並べています。"),
    no_such_town: "この団体コードの市区町村はありません。",
    drop_size: "規模の比較をやめる",
    size,
    town: |name, prefecture, size| format!("{name}（{prefecture}、{size}）"),
    measure: "参加自治体の人口（職員数も分かるときは職員数も）の中央値が、選んだ規模の何倍か、または何分の一かで比べます。参加自治体の名前が分かる事例、都道府県内のすべての市区町村が参加する事例、参加自治体の数だけが分かる事例、参加自治体が分からない事例の順です。",
    closeness: "規模の近さ",
    compared,
    count_only: |count| {
        format!(
            "参加は{}団体。参加自治体の名前を確認できないため、規模は比べられません。",
            grouped(u64::from(count))
        )
    },
    size_unknown: "参加自治体を確認できないため、規模は比べられません。",
    at_least: "下限",
    at_most: "上限",
    apply_range: "絞り込む",
    range_wrong: "0以上の整数を、下限が上限を超えないように入力してください。",
    known_of: |known| format!("分かる事例は{}", cases(known)),
    chosen: |count| format!("{}個選択", grouped(count as u64)),
    found_in: |field| format!("{field}に一致"),
    view: "表示",
    columns: "表示する項目",
    table: "事例の表",
    pick: |title| format!("「{title}」を選ぶ"),
    pick_short: "選ぶ",
    pick_column: "選択",
    picked: |count| format!("{}を選択中", cases(count)),
    compare: "選んだ事例を比較する",
    compare_from: "比較するには、もう1件選んでください。",
    compare_up_to: "並べて比較できるのは4件までです。",
    drop_picked: "選択をすべて解除",
    paste: "庁内資料に貼る",
    address: |address| format!("アドレス：{address}"),
    conditions: |conditions| format!("条件：{conditions}"),
    to_results: "検索結果へ移動",
    all_again: |count| format!("条件をすべて解除（{}）", cases(count)),
    any_scope: |count| format!("市町村どうしの事例も含める（{}）", cases(count)),
    previous_case: "前の事例",
    next_case: "次の事例",
    place_in_list: |place, total| format!("一覧の{}件中{}件目", grouped(total as u64), grouped(place as u64)),
    back_to_list: "一覧に戻る",
    list_way: "一覧の中の移動",
};

fn size(size: TownSize) -> String {
    let population = size.population().map(|count| format!("人口{}", persons(count)));
    let staff = size.staff().map(|count| format!("職員{}", persons(count)));
    population.into_iter().chain(staff).collect::<Vec<_>>().join("、")
}

fn compared(town: TownSize, it: Comparison) -> String {
    let of = match it.basis {
        Basis::Named => "参加自治体",
        Basis::WholePrefecture => "参加する都道府県内の全市区町村",
    };
    let mut parts = Vec::new();
    if let Some(own) = town.population() {
        parts.push(format!("人口の中央値 {}（比べる規模 {}）", persons(it.median_population), persons(own)));
    }
    if let Some((own, median)) = town.staff().zip(it.median_staff) {
        parts.push(format!("職員数の中央値 {}（比べる規模 {}）", persons(median), persons(own)));
    }
    let (participants, similar) = (grouped(it.participants as u64), grouped(it.similar as u64));
    format!("{of}の{}。{participants}団体のうち半分から2倍の規模は{similar}団体", parts.join("、"))
}
