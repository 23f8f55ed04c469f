//! Names of the parser's tree to the model's.

use sqlparser::ast;

use super::super::name::Naming;
use crate::model::{Ident, Name, TableName};

impl Naming<'_> {
    /// A name of SQL text; unquoted ones are folded.
    pub(super) fn sql_ident(self, name: &ast::Ident) -> Ident {
        let text = name.value.as_str().into();
        Ident::new(if name.quote_style.is_some() { text } else { self.fold(&text) })
    }

    /// A name of a constraint or index.
    pub(super) fn constraint_name(self, name: &ast::Ident) -> Name {
        Name::Conventional(self.sql_ident(name).text)
    }

    /// A name that may have a schema.
    pub(super) fn object(self, name: &ast::ObjectName) -> TableName {
        let mut parts = name.0.iter().rev().filter_map(|part| match part {
            ast::ObjectNamePart::Identifier(ident) => Some(self.sql_ident(ident)),
            ast::ObjectNamePart::Function(_) => None,
        });
        let last = parts.next().unwrap_or_else(|| Ident::new(""));
        TableName { schema: parts.next(), name: last }
    }
}
