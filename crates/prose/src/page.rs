//! A page of text as plain values that stand in the program as they are.

use crate::names::{Kind, Place, Run, State, Value};

/// Makes values that can be written as Rust.
macro_rules! values {
    ($($(#[$doc:meta])* pub $word:ident $name:ident { $($body:tt)* })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = joint_procurement_prose))]
            pub $word $name { $($body)* }
        )+
    };
}

values! {
    pub struct Page {
        /// The text under the heading; just one line for each kind of snapshot.
        pub lead: &'static [Line],
        pub sections: &'static [Section],
    }

    /// A part with a heading, or a question with its answer.
    pub struct Section {
        pub id: &'static str,
        pub when: Option<When>,
        pub heading: &'static str,
        pub blocks: &'static [Block],
        /// The parts within it.
        pub sections: &'static [Section],
    }

    pub enum Block {
        Paragraph(Line),
        List(&'static [Item]),
        /// Steps in order, numbered.
        Steps(&'static [Line]),
        Definitions(&'static [Definition]),
        Table(Table),
        /// Lines to be typed as they stand.
        Code(&'static str),
        Picture(Picture),
    }

    /// An entry of a list.
    pub enum Item {
        Line(Line),
        /// As many entries as the snapshot has.
        Each(Run),
    }

    /// A name and its value.
    pub struct Definition {
        pub name: &'static str,
        pub value: Line,
    }

    pub struct Table {
        pub columns: &'static [&'static str],
        pub rows: &'static [&'static [&'static str]],
    }

    /// A picture that shows what the text says.
    pub struct Picture {
        /// The file, relative to the site's base and to the folder of the text.
        pub file: &'static str,
        /// The words for those who do not see it.
        pub alt: &'static str,
        /// Width and height in pixels of the file.
        pub size: (u32, u32),
    }

    /// A run of text.
    pub struct Line {
        pub when: Option<When>,
        pub pieces: &'static [Piece],
    }

    pub enum Piece {
        Text(&'static str),
        Value(Value),
        Link { to: To, words: &'static [Piece] },
    }

    /// The place to which a link leads.
    pub enum To {
        Page { path: &'static str, query: &'static str, part: &'static str },
        /// A file of the site, relative to its base.
        File(&'static str),
        /// Another site.
        Elsewhere(&'static str),
        Place(Place),
    }

    /// A condition under which a part is shown.
    pub struct When {
        pub test: Test,
        /// The answer for which it is shown: false after `if not`.
        pub holds: bool,
    }

    pub enum Test {
        Kind(Kind),
        State(State),
        /// The value is there: not zero, not empty.
        Has(Value),
    }
}
