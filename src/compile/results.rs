//! Results of queries that the replayed schema answers: rows known at compile time.

use std::cell::RefCell;
use std::rc::Rc;

use super::host::Compiler;
use crate::eval::{Args, Dict, Unwind, Value, Vm};
use crate::inspect::Rows;
use crate::ops::Thing;
use crate::source::Span;

/// Methods of a result that are understood.
pub(super) const METHODS: &[&str] = &[
    "scalar",
    "scalar_one",
    "scalar_one_or_none",
    "first",
    "one",
    "one_or_none",
    "fetchone",
    "fetchall",
    "fetchmany",
    "all",
    "scalars",
    "mappings",
    "keys",
    "close",
    "unique",
    "yield_per",
    "partitions",
];

/// Those that give the row that comes first, or some.
const ONE_OF: &[&str] = &["scalar", "scalar_one_or_none", "first", "one_or_none", "fetchone", "fetchmany"];

/// Rows as a result object of the program.
pub(super) fn result(rows: Rows, span: Span) -> Value {
    Thing::Result(RefCell::new(rows)).into_value(span)
}

/// A call of a method of a result.
pub(super) fn call(vm: &mut Vm, rows: &RefCell<Rows>, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    let first = || rows.borrow().rows.first().cloned();
    let columns = Rc::new(rows.borrow().columns.clone());
    let count = rows.borrow().rows.len();
    if count > 1 && rows.borrow().any_order && ONE_OF.contains(&name) {
        return Ok(Value::live(span, "a query whose rows come in any order"));
    }
    match name {
        "scalar" | "scalar_one_or_none" => Ok(first().and_then(|row| row.first().cloned()).unwrap_or(Value::None)),
        "scalar_one" | "one" if count != 1 => Err(vm.raise("Exception", "exactly one row was required", span)),
        "scalar_one" => Ok(first().and_then(|row| row.first().cloned()).unwrap_or(Value::None)),
        "first" | "one" | "one_or_none" => Ok(first().map_or(Value::None, |values| row(&columns, values, span))),
        "fetchone" => {
            let mut rows = rows.borrow_mut();
            if rows.rows.is_empty() {
                return Ok(Value::None);
            }
            let values = rows.rows.remove(0);
            Ok(row(&columns, values, span))
        }
        "fetchmany" => {
            let taken = taken(rows, args);
            Ok(all(&RefCell::new(taken), span))
        }
        "fetchall" | "all" => {
            let taken = std::mem::take(&mut rows.borrow_mut().rows);
            Ok(all(&RefCell::new(Rows::new(columns.to_vec(), taken)), span))
        }
        "scalars" => {
            let rows = rows.borrow();
            let single = rows.rows.iter().map(|row| row.iter().take(1).cloned().collect()).collect();
            let columns = rows.columns.iter().take(1).cloned().collect();
            Ok(Thing::Scalars(RefCell::new(Rows { columns, rows: single, any_order: rows.any_order })).into_value(span))
        }
        "mappings" => Ok(Value::list(rows.borrow().rows.iter().map(|values| mapping(&columns, values)).collect())),
        "keys" => Ok(Value::list(columns.iter().map(|column| Value::Str(Rc::clone(column))).collect())),
        "partitions" if count == 0 => Ok(Value::list(Vec::new())),
        "partitions" => Ok(Value::list(vec![all(rows, span)])),
        "unique" | "yield_per" => Ok(result(rows.borrow().clone(), span)),
        _ => Ok(Value::None),
    }
}

/// A call of a method of `result.scalars()`.
pub(super) fn call_scalars(vm: &mut Vm, rows: &RefCell<Rows>, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    match name {
        "all" | "fetchall" => Ok(scalars(rows)),
        "first" | "one_or_none" | "one" => call(vm, rows, if name == "one" { "scalar_one" } else { "scalar" }, &Args::default(), span),
        "fetchmany" => {
            let taken = taken(rows, args);
            Ok(scalars(&RefCell::new(taken)))
        }
        "partitions" if rows.borrow().rows.is_empty() => Ok(Value::list(Vec::new())),
        "partitions" => Ok(Value::list(vec![scalars(rows)])),
        "unique" | "yield_per" => Ok(Thing::Scalars(RefCell::new(rows.borrow().clone())).into_value(span)),
        "close" => Ok(Value::None),
        _ => Err(vm.raise("AttributeError", format!("'ScalarResult' object has no attribute '{name}'"), span)),
    }
}

/// The next rows, as many as are asked for (`fetchmany`).
fn taken(rows: &RefCell<Rows>, args: &Args) -> Rows {
    let mut rows = rows.borrow_mut();
    let size = args.positional.first().or_else(|| args.keywords.first().map(|(_, arg)| arg)).map(|arg| &arg.value);
    let size = match size {
        Some(Value::Int(size)) => usize::try_from(*size).unwrap_or(usize::MAX).min(rows.rows.len()),
        _ => rows.rows.len(),
    };
    Rows::new(rows.columns.clone(), rows.rows.drain(..size).collect())
}

/// All rows as a list.
pub(super) fn all(rows: &RefCell<Rows>, span: Span) -> Value {
    let rows = rows.borrow();
    let columns = Rc::new(rows.columns.clone());
    Value::list(rows.rows.iter().map(|values| row(&columns, values.clone(), span)).collect())
}

/// The first value of each row as a list.
pub(super) fn scalars(rows: &RefCell<Rows>) -> Value {
    Value::list(rows.borrow().rows.iter().map(|row| row.first().cloned().unwrap_or(Value::None)).collect())
}

/// An attribute of a result or of a row.
pub(super) fn attribute(thing: &Thing, name: &str) -> Option<Value> {
    match (thing, name) {
        (Thing::Result(rows), "rowcount") => Some(Value::Int(i128::try_from(rows.borrow().rows.len()).unwrap_or(i128::MAX))),
        (Thing::Result(_), "returns_rows") => Some(Value::Bool(true)),
        (Thing::Row(columns, values), "_mapping") => Some(mapping(columns, values)),
        (Thing::Row(columns, values), _) => columns.iter().position(|column| **column == *name).and_then(|at| values.get(at).cloned()),
        _ => None,
    }
}

/// `row[0]`, `row["name"]`.
pub(super) fn item(vm: &mut Vm, compiler: &mut Compiler<'_>, values: &[Value], key: &Value, span: Span) -> Result<Value, Unwind> {
    let tuple = Value::tuple(values.to_vec());
    vm.get_item(compiler, &tuple, key, span)
}

fn row(columns: &Rc<Vec<Rc<str>>>, values: Vec<Value>, span: Span) -> Value {
    Thing::Row(Rc::clone(columns), values.into()).into_value(span)
}

fn mapping(columns: &[Rc<str>], values: &[Value]) -> Value {
    let mut dict = Dict::default();
    for (column, value) in columns.iter().zip(values) {
        dict.insert_str(column, value.clone());
    }
    super::dictionary(dict)
}

/// `_asdict()` of a row, and its kin.
pub(super) fn call_row(columns: &[Rc<str>], values: &[Value], _args: &Args) -> Value {
    mapping(columns, values)
}
