//! SQL expressions and statements to text, as SQLAlchemy's `SQLCompiler` writes them with `literal_binds`.
//!
//! Input: a [`SqlExpr`] and a [`Dialect`]. The rules stand here; what differs between databases is the dialect's
//! data ([`crate::dialect::spec::Query`]).

mod column;
mod compiler;
mod conflict;
mod cte;
mod element;
mod froms;
mod function;
mod hint;
mod insert;
mod literal;
mod operator;
mod row_number;
mod select;
mod source;
mod text;
mod update;

use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::expr::Literal;
use crate::model::types::Type;
use crate::model::{SqlExpr, TableName};

use compiler::{Compiler, Context};

/// The text of a statement or expression (`construct.compile(dialect=…, compile_kwargs={"literal_binds": True})`).
///
/// # Errors
/// `E0302` for a value without a literal form, `E0602` for what the dialect can't say.
pub fn compile(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut compiler = Compiler::new(dialect);
    let context = Context { literals: true, include_table: true, use_schema: true, ..Context::default() };
    compiler.process(expr, context)
}

/// What type a column of a table is known to have.
pub type ColumnTypes<'a> = &'a dyn Fn(&TableName, &str) -> Option<Rc<Type>>;

/// As [`compile`], where values for columns without a type take the type that the table's column is known to have.
///
/// # Errors
/// As [`compile`].
pub fn compile_with(expr: &SqlExpr, dialect: &Dialect, types: ColumnTypes<'_>) -> Result<String, Diagnostic> {
    let mut compiler = Compiler::new(dialect);
    compiler.types = Some(types);
    let context = Context { literals: true, include_table: true, use_schema: true, ..Context::default() };
    compiler.process(expr, context)
}

/// The text of an expression within DDL: an index element, a check, a default; columns have no table before them
/// (`sql_compiler.process(expr, include_table=False, literal_binds=True)`).
///
/// # Errors
/// As [`compile`].
pub fn ddl_expr(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut compiler = Compiler::new(dialect);
    let context = Context { literals: true, include_table: false, use_schema: true, ..Context::default() };
    compiler.process(expr, context)
}

/// A value of a type as a literal (`SQLCompiler.render_literal_value`).
///
/// # Errors
/// `E0302` where the type has no literal form.
pub fn literal(value: &Literal, ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    Compiler::new(dialect).literal(value, ty)
}
