//! `CREATE INDEX` and `DROP INDEX`.

use super::expression;
use super::option::{self, ElementSuffixes};
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::{Index, IndexElement};
use crate::template::Fields;

/// `CREATE INDEX` (`DDLCompiler.visit_create_index`).
///
/// # Errors
/// An index without a name, or what the dialect can't say.
pub fn create(index: &Index, if_not_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = named(index, "CREATE", dialect)?;
    fields.set("elements", elements(index, dialect)?);
    fields.set("unique", index.unique);
    fields.set("if_not_exists", if_not_exists);
    dialect.sentence("create_index", &fields)
}

/// `DROP INDEX` (`DDLCompiler.visit_drop_index`).
///
/// # Errors
/// As [`create`].
pub fn drop(index: &Index, if_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = named(index, "DROP", dialect)?;
    fields.set("if_exists", if_exists);
    dialect.sentence("drop_index", &fields)
}

fn named<'a>(index: &Index, verb: &str, dialect: &'a Dialect) -> Result<Fields<'a>, Diagnostic> {
    let Some(name) = &index.name else {
        let error = Diagnostic::error(Code::BadArgument, format!("{verb} INDEX requires that the index have a name"));
        return Err(error.label(index.place, "this index"));
    };
    let name = dialect.index_name(name).map_err(|error| error.label(index.place, "this index"))?;
    let schema = index.table.schema.as_ref().filter(|schema| !schema.text.is_empty());
    let mut fields = Fields::new();
    fields.set("name_with_schema", schema.map_or_else(|| name.clone(), |schema| format!("{}.{name}", dialect.schema(schema))));
    fields.set("name", name);
    fields.set("table", dialect.table(&index.table));
    fields.set("table_only", dialect.quote(&index.table.name).into_owned());
    option::set_fields(&mut fields, &index.options, "index", dialect).map_err(|error| error.label(index.place, "this index"))?;
    Ok(fields)
}

fn elements(index: &Index, dialect: &Dialect) -> Result<String, Diagnostic> {
    let suffixes = ElementSuffixes::of(&index.options, "index", dialect);
    let texts: Result<Vec<_>, Diagnostic> = index
        .elements
        .iter()
        .map(|element| {
            let (text, key) = match element {
                IndexElement::Column(name) => (dialect.quote(name).into_owned(), Some(&*name.text)),
                IndexElement::Expr(expr) => (expression::index_element(expr, dialect)?, expression::key(expr)),
            };
            let suffix = suffixes.suffix(key, &text);
            Ok(text + &suffix)
        })
        .collect();
    Ok(texts?.join(", "))
}
