//! Pictures in texts.

use std::path::Path;

use pulldown_cmark::{Event, TagEnd};

use super::keep_text;
use super::reader::MarkdownReader;
use crate::page::Picture;

/// The folder of pictures, beside the texts and below the site's base.
const FOLDER: &str = "images/";

impl MarkdownReader<'_> {
    /// Reads a picture that has begun. `None` for one that cannot be shown, which is told.
    pub(super) fn picture(&mut self, address: &str, at: usize) -> Option<Picture> {
        let mut alt = String::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::End(TagEnd::Image) => break,
                Event::Text(text) => alt.push_str(&text),
                _ => {}
            }
        }
        if alt.trim().is_empty() {
            self.fault(at, "the picture has no words for those who do not see it: ![words](images/…)");
        }
        if !address.starts_with(FOLDER) || address.contains("..") {
            self.fault(at, format!("the picture \"{address}\" does not lie in \"{FOLDER}\""));
            return None;
        }
        let file = Path::new(&self.source.file).parent().unwrap_or(Path::new("")).join(address);
        match imagesize::size(&file) {
            Ok(size) => {
                let pixels = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
                let size = (pixels(size.width), pixels(size.height));
                Some(Picture { file: keep_text(address), alt: keep_text(&alt), size })
            }
            Err(error) => {
                self.fault(at, format!("the picture \"{address}\" cannot be read: {error}"));
                None
            }
        }
    }
}
