//! `cases.jsonl`: the cases and, on sheets of their own, the parts of which a case can have several.

use joint_procurement_core::domain::{
    CostBasis, DocumentKind, Domain, Form, IntroducedKind, JoinAnswer, LeadKind, LinkState, MissingReason,
    PrefectureShare, ProcurementMethod, SavingKind, SavingOf, Scope, SourceClass, Status,
};

use super::kind::{Kind::*, evidenced, slugs, unknown, words};
use super::{BENEFITS, SYSTEM_TYPES, Shape, table};

table! {
    CASES: "cases.jsonl" "事例" Shape::Cases, "共同調達の事例。1行に1件。分からない値は空欄にする。" {
        "id" "事例のid" = CaseId, must, "変わらない名前。都道府県コードで始まり、1～4桁の数字で終わる。公開した後は変えない。";
        "prefecture_code" "代表団体の都道府県" = Code(2), must, "代表団体の都道府県のコード（01～47）。事例はここで数える。";
        "lead_organization" "代表団体" = Text, must, "調達する団体。";
        "lead_kind" "代表団体の種類" = Word(slugs::<LeadKind>), must, "代表団体がどのような団体か。";
        "scope" "都道府県の関わり" = Word(slugs::<Scope>), must, "都道府県が代表か参加者である、または協議会・その事務局・オブザーバーに入っているか。";
        "form" "形態" = Word(words::<Form>), may, "一つの仕様書で一つの事業者を一緒に選ぶ／一つのシステムを、利用と費用を分け合う団体のために動かす／一つの団体のシステムに、ほかの団体がつながる。";
        "title" "事例名" = Text, must, "調達したものを短く。";
        "system_type" "システム種別" = Of(|| SYSTEM_TYPES, "name"), must, "調達したシステムの種別。";
        "domain" "領域" = Word(words::<Domain>), must, "領域。種別ではなく事例ごとに決める。";
        "participants_count" "参加自治体数" = Count, may, "その時点で出典に書かれた市区町村の数。シート「参加自治体」に名称を書いたときは、その数と同じ。";
        "participants_all_in_prefecture" "全市区町村の参加" = Answer, may, "都道府県内の全市区町村が参加すると出典にあるか。";
        "stated_population" "人口規模（回答）" = Count, may, "調査に回答された参加自治体の人口。書いたときは、参加自治体の合計の代わりに示す。";
        "stated_staff" "職員規模（回答）" = Count, may, "調査に回答された参加自治体の職員数。書いたときは、参加自治体の合計の代わりに示す。";
        "prefecture_participates" "都道府県の参加" = Answer, may, "都道府県自身が参加しているか。";
        "partner_prefecture_codes" "参加するほかの都道府県" = List(&Code(2), ' '), may, "自身か、その市区町村が参加する、ほかの都道府県のコード。";
        "introduced" "導入時期" = YearMonth, may, "導入した年か月。";
        "introduced_kind" "導入時期の種類" = Word(slugs::<IntroducedKind>), may, "導入時期が、稼働開始と調達のどちらの時期か。導入時期があるときだけ、必ず書く。";
        "procurement_method" "調達方式" = Word(words::<ProcurementMethod>), may, "事業者の選び方。";
        "vendor" "事業者" = Text, may, "契約した事業者。";
        "product" "製品・サービス" = Text, may, "製品やサービスの名称。";
        "initial_cost_yen" "初期費用" = YenRange, may, "初期費用（円）。";
        "annual_cost_yen" "年間運用費" = YenRange, may, "一年の運用費（円）。";
        "contract_total_yen" "契約総額" = YenRange, may, "契約年数の全期間の契約額（円）。";
        "contract_years" "契約年数" = Decimal, may, "契約の年数。";
        "contract_end" "契約終了" = Month, may, "契約の終わる月。";
        "cost_basis" "金額の根拠" = Word(words::<CostBasis>), may, "金額が、契約額・根拠の書かれていない公表額・予算や計画の額のどれか。金額が一つでもあるときだけ、必ず書く。";
        "cost_sharing" "費用負担の方法" = Text, may, "費用をどう分けるかを短く。";
        "prefecture_bears_cost" "都道府県の負担" = Word(words::<PrefectureShare>), may, "都道府県の負担する割合。";
        "subsidy_used" "補助金の利用" = Answer, may, "補助金を利用したか。";
        "subsidy_name" "補助金の名称" = Text, may, "補助金の名称。補助金の利用が「はい」のときだけ。";
        "specification_available" "仕様書の提供" = Answer, may, "仕様書を手に入れられるか。";
        "open_to_join" "参加の受付" = Word(words::<JoinAnswer>), may, "ほかの団体が今からでも加われると、出典に書かれているか。書かれていなければ空欄。";
        "join_until" "参加の期限" = Date, may, "受付の最後の日。参加の受付が「参加できる」か「相談に応じる」のときだけ。";
        "join_terms" "参加の条件" = Text, may, "参加の条件を短く。参加の受付が「参加できる」か「相談に応じる」のときだけ。";
        "benefits" "効果・ねらい" = List(&Of(|| BENEFITS, "name"), '、'), may, "出典に書かれた効果・ねらい。";
        "background" "背景" = Text, may, "なぜ行ったか。このプロジェクトの言葉で書く。";
        "process" "経緯" = Text, may, "どのように進んだか。このプロジェクトの言葉で書く。";
        "contact_department" "担当部署" = Text, may, "担当部署の名称。";
        "contact_telephone" "担当部署の電話番号" = Text, may, "部署の電話番号（例 03-1234-5678）。都道府県への調査のときだけ。個人のものは書かない。";
        "contact_email" "担当部署のメールアドレス" = Text, may, "部署のメールアドレス。都道府県への調査のときだけ。個人のものは書かない。";
        "status" "現況" = Word(words::<Status>), may, "出典に書かれているときだけ。実現せずは、実現しなかった計画で、理由を経緯に書く。";
        "withheld" "非掲載" = Answer, may, "掲載を希望しない事例は「はい」。検査されるが、公開されない。";
    }
}

table! {
    PARTICIPANTS: "cases.jsonl" "参加自治体" Shape::PartOfCase("participants_names"), "参加する市区町村。1行に1団体。事例ごとに、全部を書くか、一つも書かない。" {
        "id" "事例のid" = CaseId, must, "シート「事例」にあるid。";
        "name" "参加自治体名" = Text, must, "シート「市区町村」の名称。都道府県、一部事務組合・広域連合、政令指定都市の区は書かない。同じ名称がほかにもあるときは、前に都道府県名を付ける。";
    }
}

table! {
    DOCUMENTS: "cases.jsonl" "参考文書" Shape::PartOfCase("documents"), "仕様書を書く助けになるページ。1行に1ページ。" {
        "id" "事例のid" = CaseId, must, "シート「事例」にあるid。";
        "kind" "文書の種類" = Word(words::<DocumentKind>), must, "どのような文書か。";
        "url" "URL" = WebAddress, must, "ページのアドレス。";
        "title" "題名" = Text, must, "文書の題名。";
        "published" "日付" = Date, may, "公開された日。";
        "class" "分類" = Word(words::<SourceClass>), must, "公開ページの分類。サイトと発行者で決める。";
        "link.state" "アドレスの状態" = Word(slugs::<LinkState>), may, "アドレスが今も使えるか。確かめた日とともに書く。";
        "link.seen_on" "確かめた日" = Day, may, "アドレスの状態を確かめた日。";
        "archived_url" "保存されたページ" = WebAddress, may, "保存されたページのアドレス。";
    }
}

table! {
    SOURCES: "cases.jsonl" "出典" Shape::PartOfCase("sources"), "事実の書かれたページ。1行に1ページ。どの事例にも1件以上（調査のときは0件も可）。" {
        "id" "事例のid" = CaseId, must, "シート「事例」にあるid。";
        "key" "出典の名前" = Slug, must, "事例の中での名前（例 s1）。並べ替えても変えず、使い回さない。";
        "url" "URL" = WebAddress, must, "ページのアドレス。";
        "title" "題名" = Text, must, "ページの題名。";
        "publisher" "発行者" = Text, must, "ページを出しているところ。";
        "published" "日付" = Date, may, "公開された日。";
        "class" "分類" = Word(words::<SourceClass>), must, "公開ページの分類。サイトと発行者で決める。";
        "link.state" "アドレスの状態" = Word(slugs::<LinkState>), may, "アドレスが今も使えるか。確かめた日とともに書く。";
        "link.seen_on" "確かめた日" = Day, may, "アドレスの状態を確かめた日。";
        "archived_url" "保存されたページ" = WebAddress, may, "保存されたページのアドレス。";
    }
}

table! {
    EVIDENCE: "cases.jsonl" "根拠" Shape::PartOfCase("evidence"), "どの出典がその値を示しているか。1行に1項目。出典が一つの事例ではなくてよい。" {
        "id" "事例のid" = CaseId, must, "シート「事例」にあるid。";
        "field" "項目" = Word(evidenced), must, "値のある項目。";
        "sources" "出典の名前" = List(&Slug, ' '), must, "その値を示している、シート「出典」の「出典の名前」。";
    }
}

table! {
    SAVINGS: "cases.jsonl" "効果額" Shape::PartOfCase("savings"), "減った、または減る見込みと出典にある額。計算で出さない。" {
        "id" "事例のid" = CaseId, must, "シート「事例」にあるid。";
        "percent" "割合（%）" = Decimal, may, "減る割合。1以上100以下。";
        "before_yen" "前の額" = Yen, may, "前の額（円）。";
        "after_yen" "後の額" = Yen, may, "後の額（円）。";
        "saved_yen" "差額" = Yen, may, "減る額（円）。";
        "period_years" "期間（年）" = Decimal, may, "額が何年分のものか。";
        "of" "何の額か" = Word(words::<SavingOf>), must, "何の費用が減るか。";
        "kind" "実績か見込か" = Word(words::<SavingKind>), must, "減ったのか、減る見込みか。";
        "by" "だれの額か" = Text, may, "全体のものでないとき、だれの発表か、だれの分か。";
    }
}

table! {
    MISSING: "cases.jsonl" "値のない理由" Shape::PartOfCase("missing"), "値が空欄である理由が分かるもの。1行に1項目。" {
        "id" "事例のid" = CaseId, must, "シート「事例」にあるid。";
        "field" "項目" = Word(unknown), must, "値のない項目。";
        "reason" "理由" = Word(slugs::<MissingReason>), must, "値のない理由。";
    }
}
