//! The HTML by which others show a card in their pages.

use html_escape::encode_double_quoted_attribute;

/// Gives the frame of a card. It is as wide as its surroundings and loaded when it comes near.
pub fn embed_html(address: &str, title: &str, height: u32) -> String {
    let [address, title] = [address, title].map(encode_double_quoted_attribute);
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0\"></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_holds_address_and_title_as_text_and_never_as_markup() {
        let html = embed_html("https://example.jp/?q=a&embed=years", "\"年\" <b>", 640);
        assert_eq!(
            html,
            "<iframe src=\"https://example.jp/?q=a&amp;embed=years\" title=\"&quot;年&quot; &lt;b&gt;\" width=\"100%\" \
             height=\"640\" loading=\"lazy\" style=\"border:0\"></iframe>"
        );
    }
}
