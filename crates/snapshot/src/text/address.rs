//! Addresses of pages that a browser could follow, but nobody can use.

use unicode_normalization::UnicodeNormalization;

use super::markup::{Remain, reference};
use super::privacy::mail;
use detour::{Service, detour_of};
pub use site::{is_of_local_government, is_social, is_top_page, page};

mod detour;
mod site;
#[cfg(test)]
mod tests;

/// The form of a `MailAddress`, in words.
pub const MAIL_ADDRESS: &str = "dx@pref.example.lg.jp の形の、部署のメールアドレス";

/// The form of a `WebAddress`, in words.
pub const WEB_ADDRESS: &str = "http:// または https:// で始まり、空白を含まない URL";

/// The fault of several addresses in one place, and the advice on it.
pub const SEVERAL: &str = "一つの欄に URL が二つ以上あります。";
pub const ONE_EACH: &str =
    "一つずつに分け、二つ目からは行を加えて（出典や文書なら1件を加えて）書いてください。";

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
    /// A service that only leads on, and the address of the page.
    Detour {
        service: Service,
        host: String,
        target: Option<String>,
    },
    /// Several addresses in one.
    Several,
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
            Self::Detour { service, host, target } => (
                format!("{}：{host}", service.ja()),
                match target {
                    Some(target) => format!("行き先の URL に直してください：{target}"),
                    None => service.advice().to_owned(),
                },
            ),
            Self::Several => (SEVERAL.to_owned(), ONE_EACH.to_owned()),
        }
    }
}

/// Finds the faults of an address that begins with http.
pub fn faults(address: &str) -> Vec<AddressFault> {
    if count(address) > 1 {
        return vec![AddressFault::Several];
    }
    let (host, port) = host(address);
    let port = port.filter(|port| !port.parse::<u16>().is_ok_and(|port| port > 0));
    let wide = wide(address);
    let detour = detour_of(&host, address).filter(|(service, _)| *service != Service::Share);
    let detour = detour.map(|(service, target)| AddressFault::Detour { service, host: host.clone(), target });
    // The recipient is part of what a gateway adds.
    let mail = mail(address).filter(|_| detour.is_none()).map(AddressFault::Mail);
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
        detour,
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

/// Counts the addresses that stand one behind the other, with a sign between them or none. One inside another is a part
/// of it.
pub fn count(text: &str) -> usize {
    let starts = text.match_indices("http://").chain(text.match_indices("https://"));
    let is_new = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| {
            !"/=:?&#(+".contains(before)
                && (before.is_alphanumeric() || "、，,；;・|｜／".contains(before) || before.is_whitespace())
        })
    };
    starts.map(|(at, _)| at).filter(is_new).count()
}

/// Gives the host of an address that a file is shared by: whoever owns the file may end that.
pub fn share(address: &str) -> Option<String> {
    let host = host(address).0;
    detour_of(&host, address).filter(|(service, _)| *service == Service::Share).map(|_| host)
}

/// Gives the host in small letters, and the port.
fn host(address: &str) -> (String, Option<&str>) {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = after.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    (host.to_lowercase(), port)
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
