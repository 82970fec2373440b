//! Mails that the reader's own program opens.

use percent_encoding::utf8_percent_encode;

use crate::domain::MailAddress;
use crate::query::ESCAPED;

/// The longest address that Windows hands on to a mail program without cutting it.
pub const LONGEST: usize = 1_900;

/// Writes the address that opens a mail. `bodies` say the same in ever fewer letters. The first that fits is
/// taken; where none does, as much of the last as fits.
pub fn mailto(to: &MailAddress, subject: &str, bodies: &[String]) -> String {
    let mut address = format!("mailto:{}?subject={}&body=", to.as_str(), escaped(subject));
    for body in bodies {
        let body = escaped(body);
        if address.len() + body.len() <= LONGEST {
            return address + &body;
        }
    }
    for letter in bodies.last().map_or("", String::as_str).chars() {
        let letter = escaped(letter.encode_utf8(&mut [0; 4]));
        if address.len() + letter.len() > LONGEST {
            break;
        }
        address.push_str(&letter);
    }
    address
}

/// Escapes a text. Lines of a mail end in two characters.
fn escaped(text: &str) -> String {
    utf8_percent_encode(&text.replace('\n', "\r\n"), ESCAPED).to_string()
}
