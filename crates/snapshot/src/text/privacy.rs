//! Mail addresses and paths of machines, which are never published.

use percent_encoding::percent_decode_str;

use super::plain::unbroken;

/// The ways in which people disguise @, between letters or digits of ASCII.
const AT: [&str; 22] = [
    "[at]",
    "(at)",
    "<at>",
    "{at}",
    "【at】",
    "「at」",
    "[アットマーク]",
    "(アットマーク)",
    "【アットマーク】",
    "アットマーク",
    "[アット]",
    "(アット)",
    "_atmark_",
    "-atmark-",
    "(atmark)",
    "[atmark]",
    "_at_",
    "[@]",
    "(@)",
    "★",
    "☆",
    "◎",
];
const DOT: [&str; 6] = ["[dot]", "(dot)", "{dot}", "_dot_", "【dot】", "(ドット)"];
/// Endings of files: what stands behind the @ in such an address is a file.
const FILES: &str = "asp aspx html htm shtml xhtml php jsp cgi do action pdf jpg jpeg png gif svg webp css js mjs json xml txt \
    csv zip doc docx xls xlsx ppt pptx mp4 mp3";
/// Services that give mail addresses to persons.
const PERSONAL: &str = "gmail.com googlemail.com yahoo.co.jp yahoo.ne.jp yahoo.com ymail.ne.jp ymail.com outlook.com outlook.jp \
    hotmail.com hotmail.co.jp live.jp live.com msn.com icloud.com me.com mac.com aol.com aol.jp proton.me protonmail.com \
    docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp y-mobile.ne.jp willcom.com \
    pdx.ne.jp rakuten.jp goo.jp excite.co.jp qq.com";
/// Times that an address is decoded: a gateway that is passed on by another gateway is encoded twice.
const DEPTH: usize = 5;

/// Finds a mail address in a text, or in an address of a page: there it may be encoded.
pub fn mail(text: &str) -> Option<String> {
    let has_sign = text.contains(['@', '＠', '★', '☆', '◎', '%', '％', '&', '＆', '\\']);
    if !has_sign
        && !["at", "AT", "At", "ａｔ", "ＡＴ", "アット", "ｱｯﾄ"].iter().any(|word| text.contains(word))
    {
        return None;
    }
    let mut text = unbroken(text);
    for _ in 0..DEPTH {
        if let Some(found) = mail_address(&text).or_else(|| mail_address(&undisguised(&text))) {
            return Some(found);
        }
        let decoded = html_escape::decode_html_entities(&text);
        let decoded = percent_decode_str(&decoded).decode_utf8_lossy().into_owned();
        let decoded = decoded.replace("\\u0040", "@");
        if decoded == text {
            return None;
        }
        text = decoded;
    }
    None
}

/// Gives the service of a mail address that persons have, not offices.
pub fn personal_mail(address: &str) -> Option<&'static str> {
    let host = address.trim().rsplit_once('@')?.1.to_ascii_lowercase();
    PERSONAL
        .split_whitespace()
        .find(|service| host.strip_suffix(service).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

/// Puts @ and dots in the place of what stands for them.
fn undisguised(text: &str) -> String {
    let mut text = text.to_ascii_lowercase();
    for (signs, sign) in [(AT.as_slice(), "@"), (DOT.as_slice(), ".")] {
        for written in signs {
            text = between_ascii(&text, written, sign);
        }
    }
    // Two words in one address; one alone may be English.
    if text.contains(" at ") && text.contains(" dot ") {
        text = text.replace(" at ", "@").replace(" dot ", ".");
    }
    text
}

/// Replaces a sign between two letters or digits of ASCII, blanks around it included.
fn between_ascii(text: &str, written: &str, sign: &str) -> String {
    let mut parts = text.split(written);
    let mut done = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_inside = done.trim_end().ends_with(|c: char| c.is_ascii_alphanumeric())
            && part.trim_start().starts_with(|c: char| c.is_ascii_alphanumeric());
        if is_inside {
            done.truncate(done.trim_end().len());
            done.push_str(sign);
            done.push_str(part.trim_start());
        } else {
            done.push_str(written);
            done.push_str(part);
        }
    }
    done
}

fn mail_address(text: &str) -> Option<String> {
    text.match_indices('@').find_map(|(at, _)| {
        let is_local = |c: char| c.is_alphanumeric() || "_.+-".contains(c);
        let (before, after) = (text[..at].trim_end_matches(' '), text[at + 1..].trim_start_matches(' '));
        let local = before.rsplit(|c: char| !is_local(c)).next().filter(|local| !local.is_empty())?;
        let host = after.split(|c: char| !(c.is_alphanumeric() || "_.-".contains(c))).next()?;
        // A sentence may end behind the address, or go on in kana and kanji.
        let host = host.trim_end_matches(['.', '-', '_']);
        let labels: Vec<&str> = host.split('.').collect();
        let (last, first) = (labels.last()?, labels.first()?);
        let letters: String = last.chars().take_while(char::is_ascii_alphabetic).collect();
        let is_name = letters.len() >= 2
            || last.chars().count() >= 2 && last.chars().all(|c| !c.is_ascii() && c.is_alphabetic());
        let is_file = FILES.split(' ').any(|ending| letters.eq_ignore_ascii_case(ending));
        let is_host = labels.len() >= 2 && !first.is_empty() && is_name && !is_file;
        is_host.then(|| format!("{local}@{host}"))
    })
}

/// Finds the place of a file on a machine or in an office's network.
pub fn local_path(text: &str) -> Option<String> {
    if !text.contains(['/', '／', '\\', '＼', '¥', '￥']) {
        return None;
    }
    let text = unbroken(text).replace('¥', "\\");
    for scheme in ["file:/", "smb:/", "afp:/"] {
        if text.to_ascii_lowercase().contains(scheme) {
            return Some(scheme.to_owned());
        }
    }
    network_share(&text).or_else(|| drive(&text)).or_else(|| folder(&text))
}

/// Finds \\server\share.
fn network_share(text: &str) -> Option<String> {
    text.match_indices("\\\\").find_map(|(at, _)| {
        let rest = text[at..].trim_start_matches('\\');
        let (server, share) = rest.split_once('\\')?;
        let is_name = |name: &str| name.starts_with(|c: char| c.is_alphanumeric() || "_.-?$".contains(c));
        let is_server = is_name(server) && !server.contains(char::is_whitespace) && is_name(share);
        is_server.then(|| format!("\\\\{server}\\"))
    })
}

/// Finds C:\ or C:/.
fn drive(text: &str) -> Option<String> {
    text.match_indices([':']).find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let sign = rest.chars().next().filter(|c| "\\/".contains(*c))?;
        let mut before = text[..at].chars().rev();
        let letter = before.next().filter(char::is_ascii_alphabetic)?;
        let is_alone = !before.next().is_some_and(|c| c.is_ascii_alphanumeric() || "+.-_".contains(c));
        is_alone.then(|| format!("{letter}:{sign}"))
    })
}

/// Finds /home/ and other folders of Unix, and ~/.
fn folder(text: &str) -> Option<String> {
    const ROOTS: [&str; 14] = [
        "work", "tmp", "home", "root", "usr", "var", "Users", "mnt", "opt", "etc", "srv", "media", "Volumes",
        "private",
    ];
    text.match_indices('/').find_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        if before == Some('~')
            && !text[..at - 1].ends_with(|c: char| c.is_alphanumeric() || "/=&?".contains(c))
        {
            return text[at + 1..].starts_with(|c: char| c.is_alphanumeric()).then(|| "~/".to_owned());
        }
        // After a word, a dot, a colon or a slash it is part of an address.
        if before.is_some_and(|c| c.is_alphanumeric() || "_.:/~".contains(c)) {
            return None;
        }
        let root = text[at + 1..].split_once('/').map(|(root, _)| root)?;
        ROOTS.contains(&root).then(|| format!("/{root}/"))
    })
}

#[cfg(test)]
mod tests;
