//! Mail addresses of organizations.

use std::str::FromStr;

use serde::Serialize;

/// A mail address of an organization in Japan: letters that need no escape, of a host below `jp`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct MailAddress(String);

impl MailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MailAddress {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (local, host) = text.split_once('@').ok_or(())?;
        let word = |text: &str| {
            !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_+".contains(&byte))
        };
        let is_right = local.split('.').all(word) && host.split('.').all(word) && host.ends_with(".jp");
        if is_right { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_organizations_are_mail_addresses() {
        for right in ["dx@pref.example.lg.jp", "johoseisaku-ka@example.jp", "dx.suishin@city.example.lg.jp"] {
            assert_eq!(right.parse::<MailAddress>().map(|it| it.0), Ok(right.to_owned()));
        }
        for wrong in [
            "",
            "dx",
            "dx@",
            "dx@.jp",
            "@example.jp",
            "dx@example",
            "dx@example.com",
            "a@b@example.jp",
            "dx @example.jp",
            "dx@example.jp?cc=x@example.jp",
            "dx%40@example.jp",
            "課@example.jp",
        ] {
            assert_eq!(wrong.parse::<MailAddress>(), Err(()), "{wrong}");
        }
    }
}
