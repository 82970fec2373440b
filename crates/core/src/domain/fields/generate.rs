//! Makes the types of a case from the registry of its fields.

/// Makes the types from one list, and all that goes through every field. The types are `Field`; `Case`, a
/// case as a row; and `CaseTable`, the cases by column.
macro_rules! case_fields {
    (
        fields { $($listed:ident,)* }
        columns { $(
            $(#[doc = $doc:literal])* $(#[serde(rename = $published:literal)])?
            $(#[serde(skip_serializing_if = $skip:literal)])?
            $name:ident: $ty:ty $([$second:ident: $second_column:ty])? $(as $column:ty)?
                $(= $field:ident $slug:literal $ja:literal)?;
        )* }
        texts { $($text:ident = $text_field:ident $text_slug:literal $text_ja:literal;)* }
    ) => {
        /// A field of a case that may be unknown; its slug is its key in the source table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($listed,)* }

        impl Term for Field {
            const ALL: &'static [Self] = &[$(Self::$listed,)*];

            fn slug(self) -> &'static str {
                match self { $($(Self::$field => $slug,)?)* $(Self::$text_field => $text_slug,)* }
            }
            fn ja(self) -> &'static str {
                match self { $($(Self::$field => $ja,)?)* $(Self::$text_field => $text_ja,)* }
            }
        }

        published_as_slug!(Field);

        impl Field {
            pub fn kind(self) -> FieldKind {
                match self { $($(Self::$field => <$ty>::KIND,)?)* $(Self::$text_field => FieldKind::LongText,)* }
            }
        }

        /// The facts of one joint procurement, as a row. `CaseTable` holds the same facts by column.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Case {
            $($(#[doc = $doc])* pub $name: either!({ $ty } { Fact<$ty> } $($field)?),)*
        }

        /// The facts that are known of every case, or derived; a reader of cases gives them by hand.
        pub trait CaseSource: FactSource {
            $(either!({ fn $name(&mut self) -> Option<$ty>; } {} $($field)?);)*
        }

        impl Case {
            /// Reads a case. `None` where anything that every case must have is missing; all of it is read
            /// before, so that the source can report every fault.
            pub fn read(source: &mut impl CaseSource) -> Option<Self> {
                $(let $name = either!(
                    { source.$name() }
                    { Some(Fact::new(<$ty>::read(source, $(Field::$field)?), source.reason($(Field::$field)?))) }
                    $($field)?
                );)*
                Some(Self { $($name: $name?,)* })
            }

            /// Gives why fields are missing, where that is known.
            pub(in crate::domain) fn reasons(&self) -> impl Iterator<Item = (Field, MissingReason)> + use<> {
                let reasons = [$($((Field::$field, self.$name.reason()),)?)*];
                reasons.into_iter().filter_map(|(field, reason)| Some((field, reason?)))
            }
        }

        // A column that may be unknown may also be absent. The others are required: nothing can be said of a
        // case without them, or, as the basis of costs, something wrong.
        /// All cases of a snapshot, in order of id. Every column has one entry a case.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct CaseTable {
            pub(in crate::domain) schema_version: u32,
            $(
                $(#[doc = $doc])* $(#[serde(rename = $published)])? $(#[serde(default, skip_serializing_if = $skip)])?
                pub(in crate::domain) $name: either!({ $($column)? } { FieldColumn<$ty> } $($field)?),
                $(pub(in crate::domain) $second: OptionalColumn<$second_column>,)?
            )*
            /// Reasons why values are missing, where that is known; in order of row and field.
            #[serde(default, deserialize_with = "known_reasons")]
            #[cfg_attr(feature = "schema", schemars(!default))]
            pub(in crate::domain) missing: Vec<Missing>,
        }

        impl CaseTable {
            /// Puts the cases, in order of id, by column.
            pub(in crate::domain) fn by_column(cases: &[Case], missing: Vec<Missing>) -> Self {
                Self {
                    schema_version: SCHEMA_VERSION,
                    $(
                        $name: either!(
                            { Stored::of(&mut cases.iter().map(|case| &case.$name)) }
                            { published_column!(
                                <$ty>::store(&mut cases.iter().map(|case| case.$name.as_ref().known())),
                                cases.iter().any(|case| case.$name.is_known())
                                $(, $skip)?
                            ) }
                            $($field)?
                        ),
                        $($second: <$ty>::store_second(cases.iter().map(|case| case.$name.known())).into(),)?
                    )*
                    missing,
                }
            }

            /// Shows every column with its name in the published file.
            pub(in crate::domain) fn each_column(&self, see: &mut dyn FnMut(&'static str, &dyn Fits)) {
                $(
                    see(published_name!($name $($published)?), &self.$name);
                    $(see(stringify!($second), &self.$second);)?
                )*
            }
        }

        impl<'a> CaseRef<'a> {
            $(either!({} {
                $(#[doc = $doc])*
                pub fn $name(self) -> Fact<<$ty as FieldType>::Ref<'a>> {
                    let value = <$ty>::at(&self.table.$name, $(&self.table.$second,)? self.row);
                    Fact::new(value, self.reason($(Field::$field)?))
                }
            } $($field)?);)*

            /// Gives the value of a field; those of the details are unknown without them.
            pub fn value(self, field: Field, detail: Option<&'a CaseDetail>) -> Fact<FieldValue<'a>> {
                match field {
                    $($(Field::$field => self.$name().map(<$ty as FieldType>::view),)?)*
                    $(Field::$text_field => {
                        let text = detail.and_then(|detail| detail.$text.as_deref());
                        Fact::new(text.map(FieldValue::Text), self.reason(field))
                    })*
                }
            }

            /// Shows every value as JSON, with the name of its column in the published file.
            pub(crate) fn each_value(self, see: &mut dyn FnMut(&'static str, Value)) {
                $(
                    let value = either!({ json::value(&self.$name()) } { <$ty>::json(self.$name()) } $($field)?);
                    see(published_name!($name $($published)?), value);
                    $(see(stringify!($second), json::value(&self.$name().known().map(|it| it.kind)));)?
                )*
            }

            /// Gives the same facts as a row.
            pub fn to_case(self) -> Case {
                Case { $($name: either!(
                    { self.$name().to_owned() } { self.$name().map(<$ty as FieldType>::owned) } $($field)?
                ),)* }
            }
        }
    };
}

/// The first, or with a third argument the second: a fact has a field.
macro_rules! either {
    ({ $($plain:tt)* } { $($fact:tt)* }) => { $($plain)* };
    ({ $($plain:tt)* } { $($fact:tt)* } $field:ident) => { $($fact)* };
}

/// A column, or with a third argument none where nothing is known.
macro_rules! published_column {
    ($column:expr, $is_known:expr) => {
        $column.into()
    };
    ($column:expr, $is_known:expr, $skip:literal) => {
        if $is_known { $column.into() } else { OptionalColumn::default() }
    };
}

macro_rules! published_name {
    ($name:ident) => {
        stringify!($name)
    };
    ($name:ident $published:literal) => {
        $published
    };
}

pub(super) use {case_fields, either, published_column, published_name};
