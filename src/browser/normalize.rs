use js_sys::JsString;

/// Brings a text into compatibility form and lower case, with the browser's own tables; the same as
/// `text::normalize`.
pub fn normalize(text: &str) -> String {
    JsString::from(text).normalize("NFKC").to_lower_case().into()
}
