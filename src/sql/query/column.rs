//! Columns and where they belong.

use super::compiler::{Compiler, Context, NameClass};
use crate::model::expr::{ColumnRef, From, FromKind, LabelName, Seed};

impl Compiler<'_> {
    /// A column with its table before it, where it has one that shows (`visit_column`).
    pub fn column(&mut self, reference: &ColumnRef, context: Context<'_>) -> String {
        if reference.from.as_ref().is_some_and(|from| matches!(from.kind, FromKind::Inserted)) {
            return format!("VALUES({})", self.quoted(NameClass::Column, &reference.column.name));
        }
        let name = if reference.column.literal {
            let name = self.name(NameClass::Column, &reference.column.name);
            if self.dialect.doubles_percents() { name.text.replace('%', "%%") } else { name.text.to_string() }
        } else {
            self.quoted(NameClass::Column, &reference.column.name)
        };
        let whole = reference.from.as_ref().is_some_and(|from| matches!(from.kind, FromKind::Function { whole: true, .. }));
        let Some(from) = reference.from.as_ref().filter(|from| context.include_table && from.named_with_column()) else {
            return if whole { format!("{name}{}", self.dialect.spec().query.whole_row) } else { name };
        };
        format!("{}.{name}", self.qualifier(from, context))
    }

    /// What stands before the dot of a column.
    fn qualifier(&mut self, from: &From, context: Context<'_>) -> String {
        if matches!(from.kind, FromKind::Excluded) {
            return "excluded".into();
        }
        if let Some((_, name)) = context.renamed.filter(|(id, _)| *id == from.id.number()) {
            return name.to_owned();
        }
        let Some(name) = &from.name else { return String::new() };
        if let Some(schema) = from.schema() {
            let schema = self.dialect.schema(schema);
            return format!("{schema}.{}", self.quoted(NameClass::Alias, name));
        }
        match name.plain().filter(|text| is_table(from) && context.ambiguous.iter().any(|other| &**other == *text)) {
            Some(text) => {
                let alias = ambiguous_name(text);
                self.quoted(NameClass::Alias, &alias)
            }
            None => self.quoted(NameClass::Alias, name),
        }
    }
}

/// Whether the source is a table of its own.
pub fn is_table(from: &From) -> bool {
    matches!(from.kind, FromKind::Table { .. })
}

/// The alias of a table whose name another schema's table has too.
pub fn ambiguous_name(text: &str) -> LabelName {
    let mut seed: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        seed = (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    LabelName::anonymous(Seed::Object(u64::MAX - seed / 2), text)
}
