//! Japanese: the way through the site for each kind of reader.

use joint_procurement_core::domain::LeadKind;
use joint_procurement_core::query::{Answer, Direction, Has, SortKey};
use joint_procurement_core::routes::Route;

use crate::content::{COVERAGE, SiteFacts, Target, Text, Topic, places};

pub(super) fn for_municipalities(_: &SiteFacts<'_>) -> [Text; 4] {
    [
        Text::linked("[システム種別]で、調達したいシステムの事例を探します。", vec![Route::Systems.into()]),
        Text::linked(
            "[事例一覧]で自分の市区町村を選び、規模の近い順に並べます。[参加自治体の少ない順]や[人口規模の小さい順]にも並べられます。",
            vec![
                Route::Cases.into(),
                places::sorted(SortKey::Members, Direction::Ascending),
                places::sorted(SortKey::Pop, Direction::Ascending),
            ],
        ),
        Text::linked(
            "[参考文書がある事例]と[費用が分かる事例]で、仕様と費用を調べます。",
            vec![
                places::list(|it| it.has = [Has::Documents].into()),
                places::list(|it| it.has = [Has::Costs].into()),
            ],
        ),
        Text::linked(
            "[問い合わせ先の調べ方]を見て、代表団体に進め方や費用を尋ねます。",
            vec![places::question(Topic::Contact)],
        ),
    ]
}

pub(super) fn for_prefectures(_: &SiteFacts<'_>) -> [Text; 4] {
    let led_by = |kind: LeadKind| places::list(|it| it.lead = [kind].into());
    [
        Text::linked("[都道府県]で、自分の都道府県の事例を見ます。", vec![Route::Prefectures.into()]),
        Text::linked(
            "[事例一覧]で近隣の都道府県も一緒に選び、共同で進める候補を探します。",
            vec![Route::Cases.into()],
        ),
        Text::linked(
            "[都道府県が代表の事例]と[協議会が代表の事例]を比べ、進め方を考えます。",
            vec![led_by(LeadKind::Prefecture), led_by(LeadKind::Council)],
        ),
        Text::linked(
            "調達するシステムに、国の標準化などの[制度の注記]があるかを確かめます。",
            vec![places::question(Topic::Standardization)],
        ),
    ]
}

pub(super) fn for_readers(_: &SiteFacts<'_>) -> [Text; 4] {
    [
        Text::linked(
            "[数字が表すもの、表さないもの]を読み、数えている範囲を確かめます。",
            vec![places::part(Route::About, COVERAGE)],
        ),
        Text::linked(
            "[概要]と[システム種別]で、全体を見ます。",
            vec![Route::Overview.into(), Route::Systems.into()],
        ),
        Text::linked("[事例一覧]を条件で絞り込み、CSVで保存します。", vec![Route::Cases.into()]),
        Text::linked("[データ]で定義と利用条件を確かめ、出典を添えて使います。", vec![Route::Data.into()]),
    ]
}

pub(super) fn for_maintainers(_: &SiteFacts<'_>) -> [Text; 4] {
    [
        Text::linked("[データ]で、項目の定義を確かめます。", vec![Route::Data.into()]),
        Text::linked(
            "[仕様書の提供が未確認の事例]や[補助金の利用が未確認の事例]から、調べる事例を選びます。",
            vec![
                places::list(|it| it.spec = [Answer::Unknown].into()),
                places::list(|it| it.subsidy = [Answer::Unknown].into()),
            ],
        ),
        "事例のページの出典を読み、事実を確かめます。".into(),
        Text::linked(
            "[表の説明（英語）]に沿ってもとの表を直し、検査を通してから公開します。",
            vec![Target::File("data/source/README.md".to_owned())],
        ),
    ]
}
