//! Rules for every text and address in the source tables.

mod address;
mod alike;
mod characters;
mod markup;
mod nothing;
mod plain;
mod privacy;
mod telephone;
mod working;

use joint_procurement_core::text::grouped;

pub use address::{
    MAIL_ADDRESS, ONE_EACH, SEVERAL, WEB_ADDRESS, count as count_addresses, is_of_local_government,
    is_social, is_top_page, page, share, tracking,
};
pub use characters::{is_unseen, name};
pub use nothing::{is_nothing, reason};
pub use plain::{dense, plain, unbroken};
pub use privacy::personal_mail;
pub use working::{is_working_note, working_note};

/// A fault of a text: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFault {
    pub what: String,
    pub advice: String,
}

impl TextFault {
    fn new((what, advice): (String, String)) -> Self {
        Self { what, advice }
    }

    fn not_published(what: String) -> Self {
        Self { what, advice: "公開しないため、取り除いてください。".to_owned() }
    }
}

/// Finds faults of form, which no text may have.
pub fn form_faults(text: &str) -> Vec<TextFault> {
    let characters = characters::faults(text).into_iter().map(|fault| fault.sentences());
    let edge = (text.trim() != text).then(|| match text.trim() {
        "" => ("空白だけが書かれています。".to_owned(), "値を書くか、空欄にしてください。".to_owned()),
        _ => ("前か後ろに空白があります。".to_owned(), "空白を取り除いてください。".to_owned()),
    });
    let remains = markup::remains(text).into_iter().map(|remain| remain.sentences());
    characters
        .chain(edge)
        .chain(remains)
        .chain(ditto(text))
        .chain(too_long(text))
        .map(TextFault::new)
        .collect()
}

/// Finds a text that no cell of a spreadsheet can hold.
fn too_long(text: &str) -> Option<(String, String)> {
    const MOST: usize = 32_767;
    // As Excel counts them.
    let length = text.encode_utf16().count();
    (length > MOST).then(|| {
        let [length, most] = [length, MOST].map(|it| grouped(it as u64));
        (
            format!("文字が多すぎます（{length}文字）。"),
            format!("Excel のセルに入る{most}文字までに縮めてください。"),
        )
    })
}

/// Gives the text that was meant by one with faults of form, where that is certain.
pub fn mended(text: &str) -> Option<String> {
    let mended = characters::mended(text);
    (mended != text && !mended.is_empty() && form_faults(&mended).is_empty()).then_some(mended)
}

/// Finds a sign for what the cell above says, which no row tells by itself.
fn ditto(text: &str) -> Option<(String, String)> {
    let is_ditto = ["〃", "″", "\"", "々", "同上", "同左", "上に同じ", "上記と同じ"].contains(&text.trim());
    is_ditto.then(|| {
        (
            "ほかのセルと同じことを表す書き方です。".to_owned(),
            "並べ替えても分かるように、値そのものを書いてください。".to_owned(),
        )
    })
}

/// Finds what must not be published: people's addresses, telephone numbers and machines' paths.
pub fn privacy_faults(text: &str) -> Vec<TextFault> {
    if !text.contains(may_be_private) {
        return Vec::new();
    }
    let mail = privacy::mail(text)
        .map(|found| TextFault::not_published(format!("メールアドレスがあります：{found}")));
    let telephone = telephone::number(text)
        .map(|found| TextFault::not_published(format!("電話番号のような数字があります：{found}")));
    let path = privacy::local_path(text).map(|found| TextFault {
        what: format!("パソコンの中のファイルの場所があります：{found}"),
        advice: "公開された資料の名前かURLに書き換えてください。".to_owned(),
    });
    [mail, telephone, path].into_iter().flatten().collect()
}

/// Finds faults of an address of a page that has the form of one.
pub fn address_faults(address: &str) -> Vec<TextFault> {
    let characters = characters::faults(address).into_iter().map(|fault| fault.sentences());
    let address = address::faults(address).into_iter().map(|fault| fault.sentences());
    characters.chain(address).map(TextFault::new).collect()
}

/// Tells if an address, number or path needs the character. Most cells have none, and are done with.
fn may_be_private(c: char) -> bool {
    match c {
        '@' | '-' | '/' | '\\' | '%' | '&' | '.' | '★' | '☆' | '◎' | '0'..='9' => true,
        '\0'..='\x7f' | 'ぁ'..='ゖ' | 'ァ'..='ー' | '、' | '。' | '「' | '」' => false,
        '〇' | '零' => true,
        '一'..='鿿' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_at_the_edges_is_told_once() {
        for text in [" 電子申請", "電子申請 ", "電子申請\u{3000}", "\t電子申請"] {
            let faults = form_faults(text);
            assert_eq!(faults.len(), 1, "{text:?}: {faults:?}");
            assert!(faults[0].what.contains("空白"), "{text:?}: {faults:?}");
        }
        assert_eq!(form_faults("電子 申請"), []);
    }

    #[test]
    fn what_was_meant_is_told_where_it_is_certain() {
        for (text, meant) in [
            ("　電子申請 ", Some("電子申請")),
            ("電子\u{3000}申請", Some("電子 申請")),
            ("電子\u{200b}申請", Some("電子申請")),
            ("ｶﾞｽ", Some("ガス")),
            ("クラウト\u{3099}", Some("クラウド")),
            ("АI", Some("AI")),
            ("電子\n申請", None),
            ("電子\u{fffd}申請", None),
            ("同上", None),
            ("電子申請", None),
            ("　", None),
        ] {
            assert_eq!(mended(text).as_deref(), meant, "{text:?}");
        }
    }

    #[test]
    fn no_text_is_longer_than_a_cell() {
        assert_eq!(form_faults(&"あ".repeat(32_767)), []);
        let faults = form_faults(&"あ".repeat(32_768));
        assert!(faults.len() == 1 && faults[0].what.contains("32,768文字"), "{faults:?}");
    }

    #[test]
    fn signs_for_the_cell_above_are_no_values() {
        for text in ["〃", "同上", " 同上 ", "々"] {
            assert!(form_faults(text).iter().any(|fault| fault.what.contains("ほかのセル")), "{text}");
        }
        assert_eq!(form_faults("同上寺市"), []);
    }

    #[test]
    fn what_must_not_be_published_is_told() {
        for (text, told) in [
            ("a＠example．jp", "メールアドレスがあります：a@example.jp"),
            ("電話03-1234-5678。", "電話番号のような数字があります：03-1234-5678"),
            ("（/tmp/x）", "ファイルの場所があります：/tmp/"),
            ("someone[アットマーク]example.jp", "メールアドレス"),
            ("￥￥server￥share", "ファイルの場所"),
        ] {
            let faults = privacy_faults(text);
            assert!(faults.len() == 1 && faults[0].what.contains(told), "{text}: {faults:?}");
        }
        assert_eq!(privacy_faults("電子申請・AI-OCR（令和4年4月）"), []);
    }
}
