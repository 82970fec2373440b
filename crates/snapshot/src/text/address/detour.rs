//! Addresses that lead to another page: through a gateway of mails, a counter of clicks, or a shortened name.

use joint_procurement_core::domain::WebAddress;
use percent_encoding::percent_decode_str;

use super::super::privacy::mail;

/// The service between an address and the page that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// A gateway of mails that looks whether a page is safe.
    Gateway,
    /// A page that only leads on: of a search engine, a social network or a counter of clicks.
    Redirect,
    /// An address that hides the page behind a short name.
    Short,
    /// A file that its owner shares: whoever owns it may end that, and others may have to sign in.
    Share,
    /// A list of what somebody searched for, which is another one tomorrow.
    Search,
    /// A page that only its user sees: mail, chat, an answer of a machine.
    Own,
}

impl Service {
    /// Says what stands between.
    pub fn ja(self) -> &'static str {
        match self {
            Self::Gateway => "メールの安全確認のための URL です",
            Self::Redirect => "ほかのページへ移るための URL です",
            Self::Short => "短縮した URL です",
            Self::Share => "共有リンクです",
            Self::Search => "検索結果のページの URL です",
            Self::Own => "利用者だけが開けるページ（メール、チャット、生成AIなど）の URL です",
        }
    }

    /// Says what to do where the page that is meant is not told.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Search => "検索して見つけたページを開いて、アドレス欄から URL を写してください。",
            Self::Own => "もとになった公開のページを開いて、アドレス欄から URL を写してください。",
            _ => "ページを開いて、アドレス欄から URL を写し直してください。",
        }
    }
}

/// A service by its host, or the end of it, and the path with which its detours begin.
struct Detour {
    service: Service,
    host: &'static str,
    path: &'static str,
    /// The parameters that may hold the page that is meant.
    keys: &'static [&'static str],
}

const fn detour(
    service: Service,
    host: &'static str,
    path: &'static str,
    keys: &'static [&'static str],
) -> Detour {
    Detour { service, host, path, keys }
}

const DETOURS: &[Detour] = &[
    detour(Service::Gateway, "safelinks.protection.outlook.com", "", &["url"]),
    detour(Service::Gateway, "urldefense.com", "", &["u"]),
    detour(Service::Gateway, "urldefense.proofpoint.com", "", &["u"]),
    detour(Service::Gateway, "linkprotect.cudasvc.com", "", &["a"]),
    detour(Service::Gateway, "protect-us.mimecast.com", "", &[]),
    detour(Service::Gateway, "secure-web.cisco.com", "", &[]),
    detour(Service::Redirect, "google.com", "/url?", &["q", "url"]),
    detour(Service::Redirect, "google.co.jp", "/url?", &["q", "url"]),
    detour(Service::Redirect, "bing.com", "/ck/", &[]),
    detour(Service::Redirect, "search.yahoo.co.jp", "/r/", &[]),
    detour(Service::Redirect, "search.yahoo.co.jp", "/clear.gif", &[]),
    detour(Service::Redirect, "duckduckgo.com", "/l/", &["uddg"]),
    detour(Service::Redirect, "l.facebook.com", "", &["u"]),
    detour(Service::Redirect, "lm.facebook.com", "", &["u"]),
    detour(Service::Redirect, "l.instagram.com", "", &["u"]),
    detour(Service::Redirect, "out.reddit.com", "", &["url"]),
    detour(Service::Redirect, "youtube.com", "/redirect?", &["q"]),
    detour(Service::Redirect, "slack-redir.net", "/link", &["url"]),
    detour(Service::Redirect, "statics.teams.cdn.office.net", "/evergreen-assets/safelinks", &["url"]),
    detour(Service::Redirect, "translate.google.com", "/translate", &["u"]),
    detour(Service::Redirect, "translate.google.co.jp", "/translate", &["u"]),
    detour(Service::Redirect, "translate.goog", "", &[]),
    detour(Service::Redirect, "webcache.googleusercontent.com", "", &[]),
    detour(Service::Search, "google.com", "/search?", &[]),
    detour(Service::Search, "google.co.jp", "/search?", &[]),
    detour(Service::Search, "search.yahoo.co.jp", "/", &[]),
    detour(Service::Search, "search.yahoo.com", "/", &[]),
    detour(Service::Search, "news.yahoo.co.jp", "/search", &[]),
    detour(Service::Search, "bing.com", "/search?", &[]),
    detour(Service::Search, "bing.com", "/images/search", &[]),
    detour(Service::Search, "bing.com", "/news/search", &[]),
    detour(Service::Search, "duckduckgo.com", "/?", &[]),
    detour(Service::Search, "search.goo.ne.jp", "/", &[]),
    detour(Service::Search, "search.rakuten.co.jp", "/", &[]),
    detour(Service::Search, "baidu.com", "/s?", &[]),
    detour(Service::Search, "ecosia.org", "/search", &[]),
    detour(Service::Search, "search.brave.com", "/", &[]),
    detour(Service::Search, "youtube.com", "/results", &[]),
    detour(Service::Search, "twitter.com", "/search", &[]),
    detour(Service::Search, "x.com", "/search", &[]),
    detour(Service::Search, "facebook.com", "/search", &[]),
    detour(Service::Own, "mail.google.com", "", &[]),
    detour(Service::Own, "mail.yahoo.co.jp", "", &[]),
    detour(Service::Own, "outlook.live.com", "", &[]),
    detour(Service::Own, "outlook.office.com", "", &[]),
    detour(Service::Own, "outlook.office365.com", "", &[]),
    detour(Service::Own, "teams.microsoft.com", "", &[]),
    detour(Service::Own, "slack.com", "/archives/", &[]),
    detour(Service::Own, "chatwork.com", "", &[]),
    detour(Service::Own, "chatgpt.com", "", &[]),
    detour(Service::Own, "chat.openai.com", "", &[]),
    detour(Service::Own, "gemini.google.com", "/", &[]),
    detour(Service::Own, "claude.ai", "/", &[]),
    detour(Service::Own, "copilot.microsoft.com", "", &[]),
    detour(Service::Own, "perplexity.ai", "/search", &[]),
    detour(Service::Short, "t.co", "/", &[]),
    detour(Service::Short, "bit.ly", "/", &[]),
    detour(Service::Short, "tinyurl.com", "/", &[]),
    detour(Service::Short, "goo.gl", "/", &[]),
    detour(Service::Short, "g.co", "/", &[]),
    detour(Service::Short, "ow.ly", "/", &[]),
    detour(Service::Short, "buff.ly", "/", &[]),
    detour(Service::Short, "is.gd", "/", &[]),
    detour(Service::Short, "x.gd", "/", &[]),
    detour(Service::Short, "lnkd.in", "/", &[]),
    detour(Service::Short, "dlvr.it", "/", &[]),
    detour(Service::Short, "ift.tt", "/", &[]),
    detour(Service::Short, "aka.ms", "/", &[]),
    detour(Service::Short, "ux.nu", "/", &[]),
    detour(Service::Short, "00m.in", "/", &[]),
    detour(Service::Short, "qr.paps.jp", "/", &[]),
    detour(Service::Share, "sharepoint.com", "/:", &[]),
    detour(Service::Share, "1drv.ms", "", &[]),
    detour(Service::Share, "onedrive.live.com", "", &[]),
    detour(Service::Share, "box.com", "/s/", &[]),
    detour(Service::Share, "dropbox.com", "/s/", &[]),
    detour(Service::Share, "dropbox.com", "/scl/", &[]),
    detour(Service::Share, "drive.google.com", "/", &[]),
    detour(Service::Share, "docs.google.com", "/", &[]),
];

/// Finds the service of an address, and the page to which it leads, where the address tells it.
pub fn detour_of(host: &str, address: &str) -> Option<(Service, Option<String>)> {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = after.get(after.find('/').unwrap_or(after.len())..).unwrap_or_default();
    let is_of = |it: &&Detour| {
        let is_host = host.strip_suffix(it.host).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        // A service whose own pages are of use has its detours below a path. Its front page is none.
        is_host && path.starts_with(it.path) && (it.service != Service::Short || path.len() > 1)
    };
    let found = DETOURS.iter().find(is_of)?;
    let target = in_path(path).or_else(|| in_query(path, found.keys));
    let is_open = |target: &String| target.parse::<WebAddress>().is_ok() && mail(target).is_none();
    Some((found.service, target.filter(is_open)))
}

/// Gives the page that stands in the path, as the third version of one gateway writes it.
fn in_path(path: &str) -> Option<String> {
    let (target, _) = path.strip_prefix("/v3/__")?.split_once("__;")?;
    Some(target.to_owned())
}

/// Gives the page that is the value of one of these keys.
fn in_query(path: &str, keys: &[&str]) -> Option<String> {
    let query = path.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let query = query.split('#').next().unwrap_or_default();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let mut values = pairs.filter(|(key, _)| keys.contains(key)).map(|(_, value)| value);
    let value = values.next()?;
    // The second version of that gateway has signs of its own for % and /.
    let value = match value.split_once("-3A__") {
        Some(_) => value.replace('-', "%").replace('_', "/"),
        None => value.to_owned(),
    };
    Some(percent_decode_str(&value).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, service: Service, target: Option<&str>) {
        let rest = address.split_once("://").unwrap().1;
        let host = rest.split(['/', '?']).next().unwrap();
        assert_eq!(detour_of(host, address), Some((service, target.map(str::to_owned))), "{address}");
    }

    #[test]
    fn the_page_that_is_meant_is_read_out_of_the_address() {
        let target = Some("https://example.jp/a?b=1");
        let encoded = "https%3A%2F%2Fexample.jp%2Fa%3Fb%3D1";
        for (address, service) in [
            (
                format!("https://jpn01.safelinks.protection.outlook.com/?url={encoded}&data=05"),
                Service::Gateway,
            ),
            ("https://urldefense.com/v3/__https://example.jp/a?b=1__;!!x".to_owned(), Service::Gateway),
            (
                "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.jp_a-3Fb-3D1&d=x".to_owned(),
                Service::Gateway,
            ),
            (format!("https://www.google.com/url?sa=t&q={encoded}&usg=x"), Service::Redirect),
            (format!("https://www.google.co.jp/url?url={encoded}"), Service::Redirect),
            (format!("https://l.facebook.com/l.php?u={encoded}&h=x"), Service::Redirect),
            (format!("https://www.youtube.com/redirect?q={encoded}"), Service::Redirect),
        ] {
            check(&address, service, target);
        }
        check(
            "https://translate.google.com/translate?sl=ja&u=https://example.jp/a?b=1",
            Service::Redirect,
            target,
        );
        check("https://t.co/abc", Service::Short, None);
        check("https://bit.ly/3abc", Service::Short, None);
        check("https://example.sharepoint.com/:b:/s/x/y?e=z", Service::Share, None);
        // Where it leads is nothing that may be shown.
        check(
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.jp%2F%3Fto%3Da%40b.jp",
            Service::Redirect,
            None,
        );
    }

    #[test]
    fn lists_of_what_was_searched_and_pages_of_one_user_lead_nowhere() {
        for (address, service) in [
            ("https://www.google.com/search?q=共同調達", Service::Search),
            ("https://www.google.co.jp/search?hl=ja&q=a", Service::Search),
            ("https://search.yahoo.co.jp/search?p=a", Service::Search),
            ("https://www.bing.com/search?q=a", Service::Search),
            ("https://duckduckgo.com/?q=a", Service::Search),
            ("https://x.com/search?q=a", Service::Search),
            ("https://twitter.com/search?q=a", Service::Search),
            ("https://www.youtube.com/results?search_query=a", Service::Search),
            ("https://mail.google.com/mail/u/0/#inbox/x", Service::Own),
            ("https://example.slack.com/archives/C1/p1", Service::Own),
            ("https://chatgpt.com/c/1", Service::Own),
        ] {
            check(address, service, None);
        }
    }

    #[test]
    fn pages_of_the_same_names_are_left() {
        for (host, address) in [
            ("kotoba.ne.jp", "http://kotoba.ne.jp/word/10/HARP構想"),
            ("www.google.com", "https://www.google.com/"),
            ("sites.google.com", "https://sites.google.com/view/a"),
            ("www.youtube.com", "https://www.youtube.com/watch?v=a"),
            ("headlines.yahoo.co.jp", "https://headlines.yahoo.co.jp/hl?a=1"),
            ("news.yahoo.co.jp", "https://news.yahoo.co.jp/articles/1"),
            ("x.com", "https://x.com/pref_example/status/1"),
            ("netflix.com", "https://netflix.com/search"),
            ("not.co", "https://not.co/a"),
            ("bit.ly", "https://bit.ly/"),
            ("example.sharepoint.com", "https://example.sharepoint.com/sites/a"),
        ] {
            assert_eq!(detour_of(host, address), None, "{address}");
        }
    }
}
