//! Statements to SQL text.

use std::rc::Rc;

use super::alter::{self, AddColumn, Dropped, Redefined};
use super::stmt::{CopiedColumn, DroppedKind, Stmt};
use super::{comment, expression, index, literal, named, query, table, view};
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::expr::{Cast, Ddl, Select, build};
use crate::model::{Ident, SqlExpr, TableName};
use crate::template::Fields;

/// The SQL of one statement, without terminator: the text that SQLAlchemy's and Alembic's compilers give, tabs and all.
///
/// # Errors
/// What the dialect can't say.
pub fn render(stmt: &Stmt, dialect: &Dialect) -> Result<String, Diagnostic> {
    match stmt {
        Stmt::CreateTable { table, if_not_exists } => table::create(table, *if_not_exists, dialect),
        Stmt::DropTable { table, if_exists } => drop_table(table, *if_exists, dialect),
        Stmt::RenameTable { table, to } => alter::rename_table(table, to, dialect),
        Stmt::AddColumn { table, column, if_not_exists, inline_references, inline_primary_key } => {
            let how =
                AddColumn { if_not_exists: *if_not_exists, inline_references: *inline_references, inline_primary_key: *inline_primary_key };
            alter::add_column(table, column, how, dialect)
        }
        Stmt::DropColumn { table, column, if_exists } => alter::drop_column(table, column, *if_exists, dialect),
        Stmt::ColumnNullable { column, nullable } => alter::nullable(column, *nullable, dialect),
        Stmt::ColumnType { column, ty, using } => alter::column_type(column, ty, using.as_deref(), dialect),
        Stmt::ColumnDefault { column, default } => alter::column_default(column, default.as_ref(), dialect),
        Stmt::ColumnName { column, to } => alter::column_name(column, to, dialect),
        Stmt::ColumnComment { column, comment } => alter::column_comment(column, comment.as_deref(), dialect),
        Stmt::ColumnIdentity { column, from, to } => alter::column_identity(column, from.as_ref(), to.as_ref(), dialect),
        Stmt::RedefineColumn { column, to, ty, nullable, default, autoincrement, comment } => {
            let new = Redefined {
                name: to.as_ref(),
                ty,
                nullable: *nullable,
                default: default.as_ref(),
                autoincrement: *autoincrement,
                comment: comment.as_deref(),
            };
            alter::redefine(column, new, dialect)
        }
        Stmt::DropColumnConstraint { table, column, kind } => alter::drop_column_constraint(table, column, *kind, dialect),
        Stmt::AddConstraint { table, constraint } => alter::add_constraint(table, constraint, dialect),
        Stmt::DropConstraint { table, name, kind, if_exists, cascade } => {
            let dropped = Dropped { table, name: name.as_ref(), kind: *kind, if_exists: *if_exists, cascade: *cascade };
            alter::drop_constraint(dropped, dialect)
        }
        Stmt::CreateIndex { index, if_not_exists } => index::create(index, *if_not_exists, dialect),
        Stmt::DropIndex { index, if_exists } => index::drop(index, *if_exists, dialect),
        Stmt::TableComment { table, comment } => comment::of_table(table, comment.as_deref(), dialect),
        Stmt::SetColumnComment { table, column } => comment::of_column(table, column, dialect),
        Stmt::CreateSequence { sequence, if_not_exists } => named::create_sequence(sequence, *if_not_exists, dialect),
        Stmt::DropSequence { sequence, if_exists } => named::drop_sequence(sequence, *if_exists, dialect),
        Stmt::CreateSchema { name, if_not_exists } => named::create_schema(name, *if_not_exists, dialect),
        Stmt::DropSchema { name, cascade, if_exists } => named::drop_schema(name, *cascade, *if_exists, dialect),
        Stmt::CreateEnum { ty, .. } => named::create_type(ty, dialect),
        Stmt::DropEnum { ty } => named::drop_type(ty, dialect),
        Stmt::CopyRows { from, to, columns, filled } => copy_rows((from, to), columns, filled, dialect),
        Stmt::ForgetCounter { table } => {
            let mut fields = Fields::new();
            fields.set("table", literal::string(&table.name.text, dialect)?);
            dialect.sentence("forget_counter", &fields)
        }
        Stmt::CopyCounter { from, to } => {
            let mut fields = Fields::new();
            fields.set("from", literal::string(&from.name.text, dialect)?).set("to", literal::string(&to.name.text, dialect)?);
            dialect.sentence("copy_counter", &fields)
        }
        Stmt::Expr(expr) => match &**expr {
            SqlExpr::Ddl(element) => schema_element(element, dialect),
            expr => expression::statement(expr, dialect),
        },
        Stmt::Raw(text) => Ok(text.to_string()),
    }
}

/// A schema element that was given to `execute` (`CreateSequence(…)` and its kin).
fn schema_element(element: &Ddl, dialect: &Dialect) -> Result<String, Diagnostic> {
    match element {
        Ddl::CreateSchema { name, if_not_exists } => named::create_schema(name, *if_not_exists, dialect),
        Ddl::DropSchema { name, cascade, if_exists } => named::drop_schema(name, *cascade, *if_exists, dialect),
        Ddl::CreateSequence { sequence, if_not_exists } => named::create_sequence(sequence, *if_not_exists, dialect),
        Ddl::DropSequence { sequence, if_exists } => named::drop_sequence(sequence, *if_exists, dialect),
        Ddl::CreateTable { table, if_not_exists } => table::create(table, *if_not_exists, dialect),
        Ddl::DropTable { table, if_exists } => drop_table(&table.name, *if_exists, dialect),
        Ddl::CreateIndex { index, if_not_exists } => index::create(index, *if_not_exists, dialect),
        Ddl::DropIndex { index, if_exists } => index::drop(index, *if_exists, dialect),
        Ddl::AddConstraint { table, constraint } => alter::add_constraint(table, constraint, dialect),
        Ddl::DropConstraint { table, constraint, cascade, if_exists } => {
            let (name, kind) = (constraint.name.as_ref(), DroppedKind::of(&constraint.kind));
            alter::drop_constraint(alter::Dropped { table, name, kind, if_exists: *if_exists, cascade: *cascade }, dialect)
        }
        Ddl::CreateType { ty } => named::create_type(ty, dialect),
        Ddl::DropType { ty } => named::drop_type(ty, dialect),
        Ddl::TableComment { table, comment } => comment::of_table(table, comment.as_deref(), dialect),
        Ddl::ColumnComment { table, column } => comment::of_column(table, column, dialect),
        Ddl::ConstraintComment { table, constraint, comment } => comment::of_constraint(table, constraint, comment.as_deref(), dialect),
        Ddl::CreateViaSelect(made) => view::create(made, dialect),
        Ddl::DropView { view, materialized, if_exists } => view::drop(view, *materialized, *if_exists, dialect),
        Ddl::Conditional { element, .. } => schema_element(element, dialect),
        Ddl::Text(text) => Ok(text.to_string()),
    }
}

fn drop_table(table: &TableName, if_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table)).set("if_exists", if_exists);
    dialect.sentence("drop_table", &fields)
}

/// The rows of a table into the one that replaces it (`ApplyBatchImpl._create`).
fn copy_rows(
    (from, to): (&TableName, &TableName),
    columns: &[(Ident, CopiedColumn)],
    filled: &[(Ident, SqlExpr)],
    dialect: &Dialect,
) -> Result<String, Diagnostic> {
    let source = dialect.table(from);
    let mut sources = Vec::with_capacity(columns.len());
    for (target, copied) in columns {
        let column = format!("{source}.{}", dialect.quote(&copied.name));
        sources.push(match &copied.cast {
            Some(ty) => {
                let clause = SqlExpr::Text(column.into());
                let cast = SqlExpr::Cast(Rc::new(Cast { clause, ty: Rc::clone(ty) }));
                format!("{} AS {}", expression::ddl(&cast, dialect)?, dialect.quote(target))
            }
            None => column,
        });
    }
    if !filled.is_empty() {
        let columns = filled.iter().map(|(_, value)| build::self_group(value, None)).collect();
        let select = SqlExpr::Select(Rc::new(Select { columns, ..Select::default() }));
        let text = query::compile(&select, dialect)?;
        let list = text.strip_prefix("SELECT ").unwrap_or(&text);
        sources.push(list.strip_suffix(&*dialect.spec().query.from_nothing).unwrap_or(list).to_owned());
    }
    let targets = columns.iter().map(|(target, _)| target).chain(filled.iter().map(|(target, _)| target));
    let targets: Vec<_> = targets.map(|target| dialect.quote(target)).collect();
    let mut fields = Fields::new();
    fields.set("from", source.as_str()).set("to", dialect.table(to));
    fields.set("columns", targets.join(", ")).set("sources", sources.join(", "));
    dialect.sentence("copy_rows", &fields)
}
