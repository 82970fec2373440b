//! Addresses of pages that a browser could follow, but nobody can use.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::markup::{Remain, reference};
use super::privacy::mail;

/// The form of a `MailAddress`, in words.
pub const MAIL_ADDRESS: &str = "dx@pref.example.lg.jp の形の、部署のメールアドレス";

/// The form of a `WebAddress`, in words.
pub const WEB_ADDRESS: &str = "http:// または https:// で始まり、空白を含まない URL";

/// A fault of an address that has the form of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressFault {
    Markup(Remain),
    /// A sign of the sentence in which the address stood.
    Trailing(char),
    /// Letters of full width, and what they should be.
    Wide {
        found: String,
        instead: String,
    },
    /// A host that only some network knows.
    Private(String),
    /// A host without a domain.
    Bare(String),
    Port(String),
    /// A percent sign that encodes nothing.
    Percent(String),
    /// The recipient of the mail from which the address was taken.
    Mail(String),
    /// A gateway of mails, and the address that it leads to.
    Gateway {
        host: String,
        target: Option<String>,
    },
}

impl AddressFault {
    /// Says what is wrong, and what to do.
    pub fn sentences(&self) -> (String, String) {
        const OPEN: &str = "だれもが開けるページの URL に直してください。";
        match self {
            Self::Markup(remain) => remain.sentences(),
            Self::Trailing(sign) => (
                format!("URL の最後に「{sign}」があります。"),
                format!(
                    "文の記号が付いたままのようです。「{sign}」を取り除いて、ページが開くか確かめてください。"
                ),
            ),
            Self::Wide { found, instead } => (
                format!("URL に全角の文字「{found}」があります。"),
                format!("半角の「{instead}」に直してください。"),
            ),
            Self::Private(host) => (format!("組織の中だけで開ける URL です：{host}"), OPEN.to_owned()),
            Self::Bare(host) => (format!("URL のホスト名が途中までのようです：{host}"), OPEN.to_owned()),
            Self::Port(port) => (
                format!("URL のポート番号が正しくありません：{port}"),
                "「:」と番号を取り除くか、1から65535までの番号に直してください。".to_owned(),
            ),
            Self::Percent(found) => (
                format!("URL の % の後に、2桁の16進数がありません：{found}"),
                "ページを開いて、アドレス欄から URL を写し直してください。".to_owned(),
            ),
            Self::Mail(found) => (
                format!("URL の中にメールアドレスがあります：{found}"),
                "公開しないため、ページを開いて、アドレス欄から URL を写し直してください。".to_owned(),
            ),
            Self::Gateway { host, target } => (
                format!("メールの安全確認のための URL です：{host}"),
                match target {
                    Some(target) => format!("行き先の URL に直してください：{target}"),
                    None => "ページを開いて、アドレス欄から URL を写し直してください。".to_owned(),
                },
            ),
        }
    }
}

/// Finds the faults of an address that begins with http.
pub fn faults(address: &str) -> Vec<AddressFault> {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = after.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let host = host.to_lowercase();
    let port = port.filter(|port| !port.parse::<u16>().is_ok_and(|port| port > 0));
    let wide = wide(address);
    let gateway = gateway(&host, address);
    // The recipient is part of what a gateway adds.
    let mail = mail(address).filter(|_| gateway.is_none()).map(AddressFault::Mail);
    let place = if is_private(&host) {
        Some(AddressFault::Private(host.clone()))
    } else if !host.contains('.') {
        Some(AddressFault::Bare(host.clone()))
    } else {
        None
    };
    [
        reference(address).map(AddressFault::Markup),
        trailing(address).map(AddressFault::Trailing),
        wide,
        place,
        port.map(|port| AddressFault::Port(port.to_owned())),
        stray_percent(address).map(AddressFault::Percent),
        mail,
        gateway,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Finds a sign at the end that belongs to the sentence around the address. A closing bracket belongs to the address
/// where it closes one.
fn trailing(address: &str) -> Option<char> {
    let last = address.chars().next_back()?;
    let opening = match last {
        ')' => Some('('),
        '）' => Some('（'),
        ']' => Some('['),
        '」' => Some('「'),
        '』' => Some('『'),
        '】' => Some('【'),
        '。' | '、' | '，' | '．' | '.' | ',' | ';' | ':' | '；' | '：' | '’' | '”' | '\'' | '＞' | '》'
        | '〉' | '!' => None,
        _ => return None,
    };
    let count = |sign: char| address.chars().filter(|c| *c == sign).count();
    let closes = opening.is_some_and(|opening| count(opening) >= count(last));
    (!closes).then_some(last)
}

fn wide(address: &str) -> Option<AddressFault> {
    let is_wide = |c: &char| matches!(c, '！'..='～');
    let start = address.chars().position(|c| is_wide(&c))?;
    let found: String = address.chars().skip(start).take_while(is_wide).collect();
    // The one at the end is told as the sign of a sentence.
    if found.chars().count() == 1 && address.ends_with(&found) && trailing(address).is_some() {
        return None;
    }
    let instead = found.nfkc().collect();
    Some(AddressFault::Wide { found, instead })
}

/// Tells if a host is of one machine or one network only, also that of the governments (LGWAN).
fn is_private(host: &str) -> bool {
    const ENDINGS: [&str; 9] =
        ["localhost", "local", "localdomain", "internal", "intranet", "lan", "corp", "home.arpa", "lgwan.jp"];
    let numbers: Option<Vec<u8>> = host.split('.').map(|part| part.parse().ok()).collect();
    match numbers.as_deref() {
        Some(
            [10 | 127 | 0, ..] | [192, 168, ..] | [172, 16..=31, ..] | [169, 254, ..] | [100, 64..=127, ..],
        ) => true,
        _ => ENDINGS.iter().any(|ending| host == *ending || host.ends_with(&format!(".{ending}"))),
    }
}

fn stray_percent(address: &str) -> Option<String> {
    address.match_indices('%').find_map(|(at, _)| {
        let digits: Vec<char> = address[at + 1..].chars().take(2).collect();
        let is_code = digits.len() == 2 && digits.iter().all(char::is_ascii_hexdigit);
        (!is_code).then(|| format!("%{}", digits.iter().collect::<String>()))
    })
}

fn gateway(host: &str, address: &str) -> Option<AddressFault> {
    const HOSTS: [&str; 6] = [
        "safelinks.protection.outlook.com",
        "urldefense.com",
        "urldefense.proofpoint.com",
        "linkprotect.cudasvc.com",
        "protect-us.mimecast.com",
        "secure-web.cisco.com",
    ];
    HOSTS.iter().find(|it| host == **it || host.ends_with(&format!(".{it}")))?;
    let query = address.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let target =
        query.split('&').find_map(|pair| pair.strip_prefix("url=").or_else(|| pair.strip_prefix("u=")));
    let target = target.map(|target| percent_decode_str(target).decode_utf8_lossy().into_owned());
    let target = target.filter(|target| target.starts_with("http") && mail(target).is_none());
    Some(AddressFault::Gateway { host: host.to_owned(), target })
}

/// Gives the parts of an address that only count visitors: the page is the same without them.
pub fn tracking(address: &str) -> Vec<&str> {
    const KEYS: [&str; 12] = [
        "fbclid", "gclid", "gclsrc", "dclid", "yclid", "msclkid", "twclid", "igshid", "mc_cid", "mc_eid",
        "_ga", "_hsenc",
    ];
    let query = address.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let query = query.split('#').next().unwrap_or_default();
    let keys = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    keys.filter(|key| key.starts_with("utm_") || KEYS.contains(key)).collect()
}

#[cfg(test)]
mod tests {
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
}
