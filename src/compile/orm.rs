//! Changes by way of an ORM query: `session.query(entity).filter(…).update(…)` is a statement, whatever rows there are.

use std::rc::Rc;

use super::host::Compiler;
use super::query::ORM;
use super::statement;
use crate::eval::{Arg, Args, Dict, Evaluated, Live, Value, Vm};
use crate::source::Span;

/// A query of one entity that has only been narrowed so far.
#[derive(Clone)]
struct Narrowed {
    entity: Value,
    conditions: Vec<Arg>,
}

/// What is known of `session.query(entity)`, kept with the live value that it is.
pub(super) fn query(entities: &Args, live: Value) -> Value {
    match (entities.positional.as_slice(), &live) {
        ([entity], Value::Live(inner)) if !entity.value.is_uncertain() => {
            inner.keeping(Rc::new(Narrowed { entity: entity.value.clone(), conditions: Vec::new() }))
        }
        _ => live,
    }
}

/// A call of a method of such a query; nothing for those that only ask.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, live: &Rc<Live>, method: &str, args: &Args, span: Span) -> Option<Evaluated> {
    let narrowed = live.kept(1)?.downcast_ref::<Narrowed>()?.clone();
    holder(compiler, vm, &narrowed.entity, span).ok()?;
    match method {
        "filter" | "where" | "filter_by" => Some(narrow(compiler, vm, live, narrowed, args, span)),
        "update" | "delete" => change(compiler, vm, method, &narrowed, args, span),
        _ => None,
    }
}

fn narrow(compiler: &mut Compiler<'_>, vm: &mut Vm, live: &Live, mut narrowed: Narrowed, args: &Args, span: Span) -> Evaluated {
    narrowed.conditions.extend(args.positional.iter().cloned());
    for (name, arg) in &args.keywords {
        let column = attribute(compiler, vm, &narrowed.entity, name, span)?;
        let value = vm.equals(compiler, &column, &arg.value, arg.span)?;
        narrowed.conditions.push(Arg { value, span: arg.span });
    }
    match live.then("(…)") {
        Value::Live(next) => Ok(next.keeping(Rc::new(narrowed))),
        other => Ok(other),
    }
}

/// The column of a name: of a table, or of a mapped class.
fn attribute(compiler: &mut Compiler<'_>, vm: &mut Vm, entity: &Value, name: &str, span: Span) -> Evaluated {
    let holder = holder(compiler, vm, entity, span)?;
    vm.get_attr(compiler, &holder, name, span)
}

/// What has the columns of an entity: a mapped class itself, or `c` of a table. A column has none.
fn holder(compiler: &mut Compiler<'_>, vm: &mut Vm, entity: &Value, span: Span) -> Evaluated {
    match entity {
        Value::Class(_) => Ok(entity.clone()),
        table => vm.get_attr(compiler, table, "c", span),
    }
}

/// The `UPDATE` or `DELETE`; nothing for an entity that has none, and where more than that is asked for.
fn change(compiler: &mut Compiler<'_>, vm: &mut Vm, method: &str, narrowed: &Narrowed, args: &Args, span: Span) -> Option<Evaluated> {
    let expected = if method == "update" { ["values", "synchronize_session"].as_slice() } else { &["synchronize_session"] };
    let named = || args.keywords.iter().find(|(name, _)| &**name == "values").map(|(_, arg)| arg);
    let values = args.positional.first().or_else(named).filter(|_| method == "update");
    let is_plain = args.positional.len() <= expected.len() && args.keywords.iter().all(|(name, _)| expected.contains(&&**name));
    if !is_plain || (method == "update" && values.is_none()) {
        return None;
    }
    let entity = Args::of([narrowed.entity.clone()], span);
    let begun = vm.import(compiler, "sqlalchemy", span).and_then(|library| vm.call_method(compiler, &library, method, entity, span));
    let begun = begun.ok().filter(|begun| !begun.is_uncertain())?;
    Some(written(compiler, vm, begun, narrowed, values, span))
}

fn written(compiler: &mut Compiler<'_>, vm: &mut Vm, begun: Value, narrowed: &Narrowed, values: Option<&Arg>, span: Span) -> Evaluated {
    let mut statement = begun;
    for condition in &narrowed.conditions {
        let condition = Args { positional: vec![condition.clone()], keywords: Vec::new() };
        statement = vm.call_method(compiler, &statement, "where", condition, span)?;
    }
    if let Some(values) = values {
        let values = by_column(compiler, vm, &narrowed.entity, &values.value, values.span)?;
        statement = vm.call_method(compiler, &statement, "values", Args::of([values], span), span)?;
    }
    statement::execute(compiler, vm, &statement, None, span)?;
    Ok(Value::live(span, ORM))
}

/// The values by columns: those of a mapped class are named by its attributes, which may be called otherwise. What the program says
/// for columns that are not named (`onupdate=`) is among them, as the session sends it.
fn by_column(compiler: &mut Compiler<'_>, vm: &mut Vm, entity: &Value, values: &Value, span: Span) -> Evaluated {
    let Value::Dict(_) = values else { return Ok(values.clone()) };
    let named = super::dictionary(Dict::default());
    let mut set = Vec::new();
    for (key, value) in vm.mapping_items(compiler, values, span)? {
        let column = match &key {
            Value::Str(name) => attribute(compiler, vm, entity, name, span)?,
            _ => key.clone(),
        };
        set.push(vm.get_attr(compiler, &column, "key", span)?.as_str().map(str::to_owned));
        vm.set_item(compiler, &named, &if let Value::Class(_) = entity { column } else { key }, value, span)?;
    }
    for column in columns(compiler, vm, entity, span) {
        let key = vm.get_attr(compiler, &column, "key", span)?.as_str().map(str::to_owned);
        if set.contains(&key) {
            continue;
        }
        if let Some(value) = on_update(compiler, vm, &column, span)? {
            vm.set_item(compiler, &named, &column, value, span)?;
        }
    }
    Ok(named)
}

/// The columns of an entity's table, where it has some.
fn columns(compiler: &mut Compiler<'_>, vm: &mut Vm, entity: &Value, span: Span) -> Vec<Value> {
    let table = match entity {
        Value::Class(_) => vm.get_attr(compiler, entity, "__table__", span),
        table => Ok(table.clone()),
    };
    let columns = table.and_then(|table| vm.get_attr(compiler, &table, "columns", span));
    columns.and_then(|columns| vm.iterate(compiler, &columns, span)).unwrap_or_default()
}

/// What `onupdate=` of a column gives; nothing for what is SQL, which every update has.
fn on_update(compiler: &mut Compiler<'_>, vm: &mut Vm, column: &Value, span: Span) -> Evaluated<Option<Value>> {
    let Ok(default) = vm.get_attr(compiler, column, "onupdate", span) else { return Ok(None) };
    if default.is_none() {
        return Ok(None);
    }
    match vm.get_attr(compiler, &default, "arg", span)? {
        given @ (Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_)) => {
            vm.call(compiler, &given, Args::default(), span).map(Some)
        }
        Value::Library(_) => Ok(None),
        given => Ok(Some(given)),
    }
}
