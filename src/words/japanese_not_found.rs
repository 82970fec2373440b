//! Japanese: addresses that lead nowhere.

use super::NotFoundWords;

pub(super) static NOT_FOUND: NotFoundWords = NotFoundWords {
    heading: "ページが見つかりません",
    asked: "お探しのアドレス：",
    text: "アドレスが違うか、ページがなくなっています。下のページからお探しください。",
    near: "近いページ",
    pages: "主なページ",
    system_near: "近い種別",
    case_heading: "この事例は見つかりません",
    case_text: "このデータ版には、この番号の事例がありません。番号の誤りか、訂正で外れた事例かもしれません。",
    case_near: "近い事例",
};
