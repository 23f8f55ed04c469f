//! `CREATE TABLE` (`DDLCompiler.visit_create_table`).

use std::borrow::Cow;
use std::rc::Rc;

use super::autoincrement::{autoincrement_column, has_foreign_key, integer_width, primary_key};
use super::column;
use super::constraint;
use super::literal;
use super::option;
use super::settings;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::dialect::spec::{Autoincrement, TableOptions};
use crate::model::{self, Column, Constraint, ConstraintKind, Ident, Table};
use crate::template::Fields;

/// The whole statement, with the tabs and line breaks of the reference.
///
/// # Errors
/// What the dialect can't say, with the table and the column it is about.
pub fn create(table: &Table, if_not_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(&table.name));
    fields.set("if_not_exists", if_not_exists);
    fields.set("prefixes", table.prefixes.join(" "));
    fields.set("body", body(table, dialect)?);
    fields.set("options", options(table, dialect)?);
    dialect.sentence("create_table", &fields)
}

fn body(table: &Table, dialect: &Dialect) -> Result<String, Diagnostic> {
    let key = primary_key(table);
    let counting = autoincrement_column(&table.columns, &key, &table.constraints)?;
    check_single_key(table, &key, dialect)?;
    check_own_references(table)?;
    let inline = inline_key(table, &key, dialect);
    let mut body = String::with_capacity(64 * table.columns.len());
    let mut separator = "\n\t";
    for column in table.columns.iter().filter(|column| !column.system) {
        let counts = match dialect.spec().strategies.autoincrement {
            Autoincrement::Rowid => inline == Some(&column.name),
            _ => counting.is_some_and(|counting| std::ptr::eq(counting, &**column)),
        };
        let text = one_column(column, counts, dialect).map_err(|error| in_column(error, table, column))?;
        body.push_str(separator);
        body.push_str(&text);
        separator = ", \n\t";
    }
    for text in constraints(table, counting, inline.is_some(), dialect)? {
        body.push_str(separator);
        body.push_str(&text);
        separator = ", \n\t";
    }
    Ok(body)
}

/// A key of several columns does not count where the key itself does (`SQLiteDDLCompiler.get_column_specification`).
fn check_single_key(table: &Table, key: &[&Ident], dialect: &Dialect) -> Result<(), Diagnostic> {
    if dialect.spec().strategies.autoincrement != Autoincrement::Rowid || key.len() < 2 {
        return Ok(());
    }
    match table.columns.iter().find(|column| column.primary_key && column.autoincrement == model::Autoincrement::Yes) {
        Some(column) => {
            Err(crate::dialect::unsupported(dialect, "autoincrement for composite primary keys").label(column.place, "this column"))
        }
        None => Ok(()),
    }
}

/// A foreign key to the table itself names columns that it has: Alembic makes those it does not find, without a type.
fn check_own_references(table: &Table) -> Result<(), Diagnostic> {
    for constraint in &table.constraints {
        let ConstraintKind::ForeignKey(rule) = &constraint.kind else { continue };
        if rule.referred_table != table.name {
            continue;
        }
        let has =
            |name: &Ident| table.columns.iter().any(|column| column.name.text == name.text || column.key.as_deref() == Some(&*name.text));
        if let Some(missing) = rule.referred_columns.iter().find(|name| !has(name)) {
            return Err(Diagnostic::error(
                Code::Unsupported,
                format!("the table `{}` refers to a column of its own that it does not have: `{}`", table.name.name.text, missing.text),
            )
            .label(constraint.place, "this foreign key")
            .help("add the column to the table, or name another"));
        }
    }
    Ok(())
}

/// Whether the database remembers the last key that the table gave away, so that none is given twice.
pub fn keeps_counter(table: &Table, dialect: &Dialect) -> bool {
    inline_key(table, &primary_key(table), dialect).is_some()
}

/// The key that stands in its column's specification, since the table says `autoincrement` and the dialect counts so.
fn inline_key<'a>(table: &'a Table, key: &[&'a Ident], dialect: &Dialect) -> Option<&'a Ident> {
    let &[name] = key else { return None };
    if dialect.spec().strategies.autoincrement != Autoincrement::Rowid || !option::is_set(&table.options, "autoincrement", dialect) {
        return None;
    }
    let column = table.columns.iter().find(|column| column.name.text == name.text)?;
    let countable = integer_width(&column.ty).is_some() && !has_foreign_key(column, &table.constraints);
    countable.then_some(&column.name)
}

fn one_column(column: &Column, counting: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let specification = column::specification(column, counting, dialect)?;
    let checks = column::checks(column, dialect)?;
    Ok(if checks.is_empty() { specification } else { format!("{specification} {checks}") })
}

/// The primary key, then the rest in the order they were made (`DDLCompiler.create_table_constraints`).
fn constraints(table: &Table, counting: Option<&Column>, inline_key: bool, dialect: &Dialect) -> Result<Vec<String>, Diagnostic> {
    let is_key = |constraint: &&Constraint| matches!(constraint.kind, ConstraintKind::PrimaryKey { .. });
    let given = table.constraints.iter().find(is_key).filter(|_| !inline_key);
    let implied = if given.is_none() && !inline_key { implied_key(table, counting, dialect) } else { None };
    let rest = table.constraints.iter().filter(|constraint| !is_key(constraint) && stands_in_table(constraint, table, dialect));
    let all = given.into_iter().chain(&implied).chain(rest);
    all.filter_map(|constraint| {
        let constraint = with_column_options(constraint, table, dialect);
        constraint::table_constraint(&constraint, dialect).transpose()
    })
    .collect()
}

/// A key of one column with the options that its column was given for it.
fn with_column_options<'a>(constraint: &'a Constraint, table: &Table, dialect: &Dialect) -> Cow<'a, Constraint> {
    let inherited = &dialect.spec().inherited_options;
    let (wanted, columns) = match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => (&inherited.primary_key, columns),
        ConstraintKind::Unique { columns } => (&inherited.unique, columns),
        _ => return Cow::Borrowed(constraint),
    };
    let mut constraint = Cow::Borrowed(constraint);
    if let ([only], false) = (columns.as_slice(), wanted.is_empty())
        && let Some(column) = table.columns.iter().find(|column| column.name.text == only.text)
    {
        for (option, source) in wanted {
            let given = column.options.iter().find(|(keyword, _)| dialect.own_option(keyword) == Some(source));
            let keyword: Rc<str> = format!("{}_{option}", dialect.option_prefix()).into();
            if let Some((_, value)) = given.filter(|_| !constraint.options.contains_key(&keyword)) {
                constraint.to_mut().options.insert(keyword, value.clone());
            }
        }
    }
    constraint
}

/// The key of flagged columns, the counting one first (`PrimaryKeyConstraint.columns_autoinc_first`).
fn implied_key(table: &Table, counting: Option<&Column>, dialect: &Dialect) -> Option<Constraint> {
    let first = counting.filter(|_| dialect.spec().features.counting_column_first).map(|column| column.name.clone());
    let rest = table.columns.iter().filter(|column| column.primary_key && first.as_ref() != Some(&column.name));
    let columns: Vec<Ident> = first.iter().cloned().chain(rest.map(|column| column.name.clone())).collect();
    (!columns.is_empty()).then(|| Constraint::new(ConstraintKind::PrimaryKey { columns }, table.place))
}

/// Foreign keys that are added later do not stand in the table, nor do checks that stand behind their column.
fn stands_in_table(constraint: &Constraint, table: &Table, dialect: &Dialect) -> bool {
    match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => {
            let features = &dialect.spec().features;
            let elsewhere = rule.referred_table.schema != table.name.schema;
            !(rule.use_alter && features.alter) && (features.cross_schema_references || !elsewhere)
        }
        ConstraintKind::Check { .. } if !constraint.type_bound => {
            !table.columns.iter().any(|column| column.constraints.iter().any(|own| own == constraint))
        }
        _ => true,
    }
}

fn options(table: &Table, dialect: &Dialect) -> Result<String, Diagnostic> {
    let inline_comment = table.comment.as_ref().filter(|_| dialect.spec().features.inline_comments);
    if table.options.is_empty() && inline_comment.is_none() {
        return Ok(String::new());
    }
    if dialect.spec().strategies.table_options == TableOptions::Settings {
        return settings::settings(table, dialect);
    }
    let mut fields = Fields::new();
    option::set_fields(&mut fields, &table.options, "table", dialect).map_err(|error| error.label(table.place, "this table"))?;
    if let Some(comment) = inline_comment {
        fields.set("comment", literal::string(comment, dialect)?);
    }
    dialect.sentence("table_options", &fields)
}

fn in_column(mut error: Diagnostic, table: &Table, column: &Column) -> Diagnostic {
    error.message = format!("(in table `{}`, column `{}`): {}", table.name.name.text, column.name.text, error.message);
    error.label(column.place, "this column")
}
