//! `session.query(…)` over a table that surely holds no rows: however it goes on, it gives none.

use super::host::Compiler;
use super::metadata::with_cx;
use super::orm;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Deed, Live, Unwind, Value, Vm};
use crate::model::library::expr;
use crate::ops::Thing;
use crate::source::Span;
use crate::sql;

/// What the query of a live value says where it is one of an ORM session.
pub(super) const ORM: &str = "an ORM query";
/// Methods after which a query that gives no rows gives none still.
const NARROWING: &[&str] = &[
    "filter",
    "filter_by",
    "where",
    "join",
    "outerjoin",
    "options",
    "order_by",
    "group_by",
    "having",
    "limit",
    "offset",
    "slice",
    "distinct",
    "yield_per",
    "execution_options",
    "enable_eagerloads",
    "populate_existing",
    "with_for_update",
    "autoflush",
    "params",
];
/// Methods that ask for what a query gives.
const ASKING: &[&str] = &["all", "first", "one_or_none", "scalar", "get", "count", "one"];

/// Whether a method of such a query is understood.
pub(super) fn has_method(name: &str) -> bool {
    NARROWING.contains(&name) || ASKING.contains(&name)
}

/// `session.query(…)`, or what `session.get(entity, …)` looks for: a query that is known to give no rows, or one that only the
/// database can answer.
pub(super) fn of(compiler: &mut Compiler<'_>, vm: &mut Vm, entities: &Args, span: Span) -> Value {
    match compiler.blind || compiler.settings.blank && gives_none(compiler, vm, entities, span).unwrap_or(false) {
        true => Thing::Query.into_value(span),
        false => orm::query(entities, Value::live(span, ORM)),
    }
}

fn gives_none(compiler: &mut Compiler<'_>, vm: &mut Vm, entities: &Args, span: Span) -> Result<bool, Unwind> {
    let library = vm.import(compiler, "sqlalchemy", span)?;
    let select = vm.get_attr(compiler, &library, "select", span)?;
    let select = vm.call(compiler, &select, entities.clone(), span)?;
    let Some(statement) = with_cx(compiler, vm, span, |cx| expr::executable(cx, &select))? else { return Ok(false) };
    let text = sql::query::compile(&statement, &compiler.settings.dialect)?;
    Ok(compiler.catalogue(&text, span)?.is_some_and(|rows| rows.rows.is_empty()))
}

/// What the session sends to the database without a word of SQL: changes by way of a query, or of an object that one gave.
pub(super) fn refused(live: &Live, deed: Deed<'_>, span: Span) -> Option<Diagnostic> {
    let what = match deed {
        Deed::Call(method @ ("delete" | "update")) => format!("what `Query.{method}()` sends to the database is not known offline"),
        Deed::Store => "what is stored in an object of the ORM is sent to the database when the session says so".to_owned(),
        Deed::Call(_) => return None,
    };
    (&*live.query == ORM).then(|| {
        Diagnostic::error(Code::NotUnderstood, what)
            .label(span, "done here")
            .help("write it as `op.execute(sa.update(…))` or `sa.delete(…)`, or give the revision's SQL by hand in `aludel.toml`")
    })
}

/// A call of a method of such a query.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, span: Span) -> Result<Value, Unwind> {
    if ASKING.contains(&name) {
        compiler.check_given_back(vm, span)?;
    }
    match name {
        "all" => Ok(Value::list(Vec::new())),
        "count" => Ok(Value::Int(0)),
        "one" => with_cx(compiler, vm, span, |cx| Err(cx.raise("NoResultFound", "No row was found when one was required"))),
        _ if ASKING.contains(&name) => Ok(Value::None),
        _ => Ok(Thing::Query.into_value(span)),
    }
}
