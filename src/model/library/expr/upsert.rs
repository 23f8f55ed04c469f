//! What happens to rows that are there already: `ON CONFLICT`, `ON DUPLICATE KEY UPDATE`.

use std::rc::Rc;

use super::super::names;
use super::super::object::{self, Object};
use super::super::state::Cx;
use super::dml::{merge, set_column};
use super::value::{self, Arguments, Made, Stop, condition, not_understood};
use crate::eval::Value;
use crate::model::expr::{Conflict, ConflictAction, Duplicate, From, FromKind, Insert, LabelName};

/// `on_conflict_do_nothing(…)` and `on_conflict_do_update(…)`.
pub fn conflict(cx: &mut Cx<'_>, insert: &mut Insert, mut arguments: Arguments, update: bool) -> Made<()> {
    let constrained = insert.class.is_some_and(names_constraints);
    let constraint = if constrained { arguments.take("constraint") } else { None };
    let elements = arguments.take("index_elements").filter(|given| !given.is_none());
    let criterion = match arguments.take("index_where") {
        None | Some(Value::None) => None,
        Some(criterion) => Some(condition(cx, &criterion)?),
    };
    let mut found = Conflict { constraint: None, elements: Vec::new(), elements_where: criterion, action: ConflictAction::Nothing };
    let mut elements = elements;
    if let Some(given) = constraint.filter(|given| !given.is_none()) {
        if elements.is_some() {
            return value_error(cx, "'constraint' and 'index_elements' are mutually exclusive");
        }
        elements = target(cx, &given, &mut found)?;
    }
    if update && constrained && elements.is_none() && found.constraint.is_none() {
        return value_error(cx, "Either constraint or index_elements, but not both, must be specified unless DO NOTHING");
    }
    if let Some(given) = elements {
        let items = if value::text(&given).is_some() { vec![given] } else { value::items(cx, &given)? };
        for item in items {
            found.elements.push(set_column(cx, &item)?);
        }
    }
    if update {
        found.action = conflict_update(cx, &Rc::clone(&insert.table), &mut arguments)?;
    }
    arguments.finish(cx, "on_conflict")?;
    insert.conflict = Some(found);
    Ok(())
}

/// Whether the conflict of a class' statement may be with a constraint.
fn names_constraints(class: &str) -> bool {
    let package = class.strip_suffix("Insert").unwrap_or(class);
    names::class_member(&format!("{package}OnConflictClause"), "constraint_target").is_some()
}

/// The constraint a row is in conflict with: by its name, or by its columns, which are handed back.
fn target(cx: &mut Cx<'_>, given: &Value, found: &mut Conflict) -> Made<Option<Value>> {
    if let Some(name) = value::text(given) {
        found.constraint = Some(name);
        return Ok(None);
    }
    let Some(handle) = object::handle(given).filter(|handle| matches!(Object::of(handle), Some(Object::Constraint(_) | Object::Index(_))))
    else {
        return not_understood(cx, "the constraint of an `ON CONFLICT` is no name");
    };
    let span = cx.span;
    let given = Value::Library(handle);
    let name = cx.vm.get_attr(cx.host, &given, "name", span)?;
    if let Some(name) = value::text(&name) {
        found.constraint = Some(name);
        return Ok(None);
    }
    cx.vm.get_attr(cx.host, &given, "columns", span).map(Some).map_err(Stop::from)
}

fn value_error<T>(cx: &mut Cx<'_>, text: &str) -> Made<T> {
    Err(Stop::Unwind(cx.raise_builtin("ValueError", text)))
}

/// What is set, by column: a dict, or a collection of columns.
fn set_pairs(cx: &mut Cx<'_>, given: &Value) -> Made<Option<Vec<(Value, Value)>>> {
    let columns = object::handle(given).filter(|handle| matches!(Object::of(handle), Some(Object::Columns(_))));
    if let Some(handle) = columns
        && let Some(Object::Columns(columns)) = Object::of(&handle)
    {
        return Ok(Some(columns.iter().map(|(key, value)| (Value::Str(Rc::clone(key)), value.clone())).collect()));
    }
    match value::pairs(given) {
        Some(pairs) if pairs.is_empty() => value_error(cx, "set parameter dictionary must not be empty"),
        found => Ok(found),
    }
}

fn conflict_update(cx: &mut Cx<'_>, table: &Rc<From>, arguments: &mut Arguments) -> Made<ConflictAction> {
    let set = arguments.take("set_").unwrap_or(Value::None);
    let Some(pairs) = set_pairs(cx, &set)? else {
        return value_error(
            cx,
            "set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` collection of a Table object",
        );
    };
    let mut assignments = None;
    merge(cx, table, &mut assignments, pairs)?;
    let criterion = match arguments.take("where") {
        None | Some(Value::None) => None,
        Some(criterion) => Some(condition(cx, &criterion)?),
    };
    Ok(ConflictAction::Update { set: assignments.unwrap_or_default(), criterion })
}

/// `on_duplicate_key_update(…)`: a dict, pairs in their order, a collection of columns, or keywords.
pub fn duplicate(cx: &mut Cx<'_>, insert: &mut Insert, mut arguments: Arguments) -> Made<()> {
    if insert.duplicate.is_some() {
        return value::argument_error(cx, "This Insert construct already has an ON DUPLICATE KEY clause present");
    }
    let given = arguments.rest();
    let keywords: Vec<(Value, Value)> = arguments.rest_keywords().into_iter().map(|(key, value)| (Value::Str(key), value)).collect();
    let (pairs, ordered) = match given.as_slice() {
        [] => (keywords, false),
        [_] if !keywords.is_empty() => {
            return value::argument_error(cx, "Can't pass kwargs and positional arguments simultaneously");
        }
        [only] => match set_pairs(cx, only)? {
            Some(pairs) => (pairs, false),
            None => (ordered_pairs(cx, only)?, true),
        },
        _ => return value::argument_error(cx, "Only a single dictionary or list of tuples is accepted positionally."),
    };
    if pairs.is_empty() {
        return value_error(cx, "update parameter dictionary must not be empty");
    }
    let mut set = None;
    merge(cx, &Rc::clone(&insert.table), &mut set, pairs)?;
    insert.duplicate = Some(Duplicate { set: set.unwrap_or_default(), ordered });
    Ok(())
}

fn ordered_pairs(cx: &mut Cx<'_>, given: &Value) -> Made<Vec<(Value, Value)>> {
    let mut pairs = Vec::new();
    for item in value::items(cx, given)? {
        match value::items(cx, &item)?.as_slice() {
            [key, value] => pairs.push((key.clone(), value.clone())),
            _ => return not_understood(cx, "a value of `.on_duplicate_key_update()` is no pair"),
        }
    }
    Ok(pairs)
}

/// `insert.excluded` or `insert.inserted`: the row that could not be inserted.
pub fn pseudo_table(insert: &Insert, name: &str) -> Rc<From> {
    let columns = insert.table.columns.iter().map(crate::model::expr::columns::same_column).collect();
    let kind = if name == "excluded" { FromKind::Excluded } else { FromKind::Inserted };
    From::new(Some(LabelName::from(name)), kind, columns)
}
