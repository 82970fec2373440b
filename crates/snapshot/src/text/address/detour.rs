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
}

impl Service {
    /// Says what stands between.
    pub fn ja(self) -> &'static str {
        match self {
            Self::Gateway => "メールの安全確認のための URL です",
            Self::Redirect => "ほかのページへ移るための URL です",
            Self::Short => "短縮した URL です",
            Self::Share => "共有リンクです",
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
    fn pages_of_the_same_names_are_left() {
        for (host, address) in [
            ("kotoba.ne.jp", "http://kotoba.ne.jp/word/10/HARP構想"),
            ("www.google.com", "https://www.google.com/"),
            ("sites.google.com", "https://sites.google.com/view/a"),
            ("www.youtube.com", "https://www.youtube.com/watch?v=a"),
            ("not.co", "https://not.co/a"),
            ("bit.ly", "https://bit.ly/"),
            ("example.sharepoint.com", "https://example.sharepoint.com/sites/a"),
        ] {
            assert_eq!(detour_of(host, address), None, "{address}");
        }
    }
}
