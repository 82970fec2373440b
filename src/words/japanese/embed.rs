//! Cards in the pages of others.

pub const COPY: &str = "埋め込み用のHTMLをコピー";
pub const WHOLE: &str = "もとのページを見る（新規タブで開きます）";

/// Says that the page has no such card.
pub fn missing(card: &str) -> String {
    format!("このページには「{card}」という図や表がありません。もとのページでお探しください。")
}

/// Names the frame of a card for those who hear it.
pub fn title(heading: &str) -> String {
    format!("{heading}（{}）", super::site::NAME)
}
