//! Disguises that are seen through, and texts that are left alone.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

#[test]
fn mail_addresses_are_found_in_every_disguise() {
    for text in [
        "a.b+c@pref.example.jp",
        "a.b+c＠pref．example．jp",
        "a.b+c[at]pref.example.jp",
        "a.b+c（at）pref.example.jp",
        "a.b+c_atmark_pref.example.jp",
        "a.b+c★pref.example.jp",
        "a.b+c @ pref.example.jp",
        "a.b+c【アットマーク】pref.example.jp",
        "a.b+c at pref dot example dot jp",
        "a.b+c&#64;pref.example.jp",
        "a.b+c%40pref.example.jp",
        "a.b+c%2540pref.example.jp",
        "a.b+c@pref.example.jpまで",
        "a.b+c@pref.example.jp.",
    ] {
        assert_eq!(
            mail(&format!("連絡先: {text} ")).as_deref().map(|it| it.split_at(21).0),
            Some("a.b+c@pref.example.jp"),
            "{text}"
        );
    }
}

#[test]
fn mail_addresses_in_the_address_of_a_gateway_are_found() {
    for url in [
        "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.jp%2Fa&data=05%7C01%7Csomeone%40city.example.jp%7C0",
        "https://example.jp/a?to=someone@city.example.jp",
        "https://example.jp/?next=https%253A%252F%252Fa.jp%252F%253Fm%253Dsomeone%252540city.example.jp",
    ] {
        assert_eq!(mail(url).as_deref(), Some("someone@city.example.jp"), "{url}");
    }
}

#[test]
fn addresses_of_persons_are_told_by_their_service() {
    for (address, service) in [
        ("someone@gmail.com", Some("gmail.com")),
        ("someone@Yahoo.co.jp", Some("yahoo.co.jp")),
        ("someone@t.vodafone.ne.jp", Some("vodafone.ne.jp")),
        ("dx@pref.example.lg.jp", None),
        ("dx@notgmail.com", None),
        ("gmail.com", None),
    ] {
        assert_eq!(personal_mail(address), service, "{address}");
    }
}

#[test]
fn signs_and_names_of_files_are_no_mail_addresses() {
    for text in [
        "@公式",
        "単価@100円",
        "a@b",
        "a@.jp",
        "http://senmonshi.com/archive/02/02101@KcF0BWJBF.asp",
        "https://example.jp/image@2x.png",
        "https://www.google.com/maps/@35.68,139.76,15z",
        "おすすめ★見本.jp",
        "A★B",
        "3★4.5",
        "Q&A",
        "100%",
    ] {
        assert_eq!(mail(text), None, "{text}");
    }
}

#[test]
fn paths_of_machines_are_found() {
    for text in [
        "see /home/a/b.csv",
        "file:///a",
        "FILE:/a",
        "C:\\Users\\a",
        "C:¥共有¥a.xlsx",
        "c：￥共有",
        "D:/共有/a.xlsx",
        "資料は\\\\fileserver\\share\\a.xlsx",
        "￥￥fileserver￥share",
        "¥¥192.168.0.1¥share",
        "（/tmp/x）",
        "~/資料",
        "/mnt/share/a",
        "smb://server/a",
    ] {
        assert!(local_path(text).is_some(), "{text}");
    }
}

#[test]
fn addresses_and_signs_are_no_paths() {
    for text in [
        "https://example.jp/home/a",
        "人口/世帯/数",
        "a/tmp/b",
        "24/7",
        "¥1,000",
        "￥￥",
        "1/2",
        "https://example.jp/~user/a",
        "比率は3:/4",
        "1~/2",
    ] {
        assert_eq!(local_path(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_address_is_found_at_any_depth_of_encoding(
        local in "[a-z][a-z0-9]{0,7}", host in "[a-z]{2,8}\\.(lg\\.jp|or\\.jp|com|net)", depth in 0..4_usize, before in select(vec!["", "https://a.jp/?q=", "連絡先："]),
    ) {
        let sign = (0..depth).fold("@".to_owned(), |sign, _| if sign == "@" { "%40".to_owned() } else { sign.replace('%', "%25") });
        prop_assert_eq!(mail(&format!("{before}{local}{sign}{host}")), Some(format!("{local}@{host}")));
    }

    #[test]
    fn no_text_is_too_strange_to_read(text in any::<String>()) {
        let _ = (mail(&text), local_path(&text));
    }
}
