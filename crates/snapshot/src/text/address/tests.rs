//! Tests of addresses.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(address: &str, told: &str) {
    let faults = faults(address);
    let [fault] = faults.as_slice() else { panic!("{address}: {faults:?}") };
    let (what, advice) = fault.sentences();
    assert!(format!("{what}{advice}").contains(told), "{address}: {what}{advice}");
}

#[test]
fn addresses_that_nobody_can_use_are_told() {
    check("https://example.jp/?a=1&amp;b=2", "「&amp;」を「&」に");
    check("https://example.jp/a)", "最後に「)」");
    check("https://example.jp/a」", "最後に「」」");
    check("https://example.jp/a。", "最後に「。」");
    check("https://example.jp/a.", "最後に「.」");
    check("https://example.jp/ａｂｃ/", "全角の文字「ａｂｃ」があります");
    check("https://ｅｘａｍｐｌｅ.jp/", "半角の「example」");
    check("http://localhost:8080/", "組織の中だけ");
    check("http://192.168.0.1/a", "組織の中だけ");
    check("http://10.1.2.3/a", "組織の中だけ");
    check("https://wiki.corp/a", "組織の中だけ");
    check("https://example.asp.lgwan.jp/", "組織の中だけ");
    check("https://example/a", "途中までのよう");
    check("https://example.jp:99999/", "ポート番号");
    check("https://example.jp:/", "ポート番号");
    check("https://example.jp/%zz", "%zz");
    check("https://example.jp/100%", "16進数がありません：%");
    check(
        "https://example.jp/?to=someone@city.example.jp",
        "メールアドレスがあります：someone@city.example.jp",
    );
    for joined in ["、", ",", "；", "", "・"] {
        check(&format!("https://a.jp/x{joined}https://b.jp/"), "二つ以上");
    }
    check("https://t.co/abc", "短縮した URL です：t.co");
    check("https://www.google.com/url?q=https://example.jp/a", "直してください：https://example.jp/a");
    check(
        "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.jp%2Fa&data=05%7C01%7Csomeone%40city.example.jp%7C0",
        "行き先の URL に直してください：https://example.jp/a",
    );
}

#[test]
fn good_addresses_are_left() {
    for address in [
        "https://example.jp/",
        "http://a.jp:8080/",
        "https://ja.wikipedia.org/wiki/見本_(曖昧さ回避)",
        "https://bosai.net/announce/detail?info=13247&saveState=~",
        "http://senmonshi.com/archive/02/02101@KcF0BWJBF.asp",
        "https://kkj.go.jp/d/?D=b3Nha2Evc2VubmFu%3D&L=ja",
        "https://例え.jp/北海道/%e5%ba%83",
        "http://kotoba.ne.jp/word/10/HARP構想",
        "https://example.jp/?copy=1&reg=2",
        "http://203.0.113.5/a",
        "https://web.archive.org/web/2020/https://example.jp/",
        "https://example.jp/?to=https://example.jp/a",
        "https://example.sharepoint.com/:b:/s/a",
    ] {
        assert_eq!(faults(address), [], "{address}");
    }
}

#[test]
fn what_only_counts_visitors_is_found() {
    assert_eq!(tracking("https://a.jp/?id=1&utm_source=x&fbclid=y#z"), ["utm_source", "fbclid"]);
    assert_eq!(tracking("https://a.jp/?utm_source"), ["utm_source"]);
    assert!(tracking("https://a.jp/?id=1&link=utm_source#utm_a").is_empty());
}

proptest! {
    #[test]
    fn a_sign_behind_an_address_is_told_once(path in "[a-z0-9/]{0,8}[a-z0-9]", sign in "[)）」』】。、.,;:；：]") {
        prop_assert_eq!(faults(&format!("https://example.jp/{path}{sign}")), [AddressFault::Trailing(sign.chars().next().unwrap_or_default())]);
        prop_assert_eq!(faults(&format!("https://example.jp/{path}")), []);
    }

    #[test]
    fn no_text_is_too_strange_to_read(text in any::<String>()) {
        let _ = (faults(&text), tracking(&text));
    }
}
