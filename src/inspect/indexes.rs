//! `get_indexes`.

use std::rc::Rc;

use super::Window;
use super::constraints::{name_text, option_value, options};
use super::shape::{dictionary, entries, optional};
use crate::eval::Value;
use crate::model::{ByName, ConstraintKind, Ident, Index, IndexElement, OptionValue, Options};
use crate::schema::{Schema, Table};

/// An index as the database lists it, its own or that of a constraint.
struct Listed {
    name: Option<Rc<str>>,
    unique: bool,
    elements: Vec<Element>,
    of_constraint: bool,
    method: Option<Rc<str>>,
    options: Options,
}

/// What an index is on.
struct Element {
    column: Option<Rc<str>>,
    text: Rc<str>,
    sorting: Vec<&'static str>,
}

/// The dictionaries of a table's indexes.
pub fn indexes(schema: &Schema, window: &dyn Window, table: &Table) -> Vec<Value> {
    let shapes = &schema.rules().shapes;
    let mut found: Vec<Listed> = table.definition.indexes.iter().map(|index| own(schema, window, table, index)).collect();
    if shapes.constraint_indexes {
        found.extend(of_constraints(window, table));
    }
    if shapes.parts_by_name {
        found.sort_by(|left, right| left.name.cmp(&right.name));
    }
    found.iter().map(|index| dictionary(&shapes.index, |key| field(schema, window, index, key))).collect()
}

fn field(schema: &Schema, window: &dyn Window, index: &Listed, key: &str) -> Option<Value> {
    let expressions = index.elements.iter().any(|element| element.column.is_none());
    match key {
        "name" => Some(optional(index.name.as_ref())),
        "unique" => Some(Value::Bool(index.unique)),
        "column_names" => Some(Value::list(index.elements.iter().map(|element| optional(element.column.as_ref())).collect())),
        "expressions" => {
            expressions.then(|| Value::list(index.elements.iter().map(|element| Value::Str(Rc::clone(&element.text))).collect()))
        }
        "column_sorting" => sorting(index),
        "duplicates_constraint" => index.of_constraint.then(|| optional(index.name.as_ref())),
        "dialect_options" => Some(dialect_options(schema, window, index)),
        _ => None,
    }
}

fn sorting(index: &Listed) -> Option<Value> {
    let sorted: Vec<&Element> = index.elements.iter().filter(|element| !element.sorting.is_empty()).collect();
    let entry = |element: &&Element| {
        let words = element.sorting.iter().map(|word| Value::str(*word)).collect();
        (element.column.as_ref().unwrap_or(&element.text).to_string(), Value::tuple(words))
    };
    (!sorted.is_empty()).then(|| entries(sorted.iter().map(entry)))
}

fn dialect_options(schema: &Schema, window: &dyn Window, index: &Listed) -> Value {
    let rules = schema.rules();
    let given =
        |option: &str| index.options.get(format!("{}_{option}", rules.dialect).as_str()).filter(|value| **value != OptionValue::None);
    let mut found: Vec<(String, Value)> = Vec::new();
    let key = |option: &str| format!("{}_{option}", rules.dialect);
    for option in ["ops", "with"] {
        if let Some(OptionValue::Map(map)) = given(option) {
            found.push((key(option), texts_of(map)));
        }
    }
    if let Some(method) = index.method.as_ref().filter(|method| ***method != *rules.shapes.index_method) {
        found.push((key("using"), Value::Str(Rc::clone(method))));
    }
    if let Some(text) = given("where").and_then(|condition| condition_text(window, condition)) {
        found.push((key("where"), Value::str(text)));
    }
    if let Value::Dict(always) = options(schema, &index.options, "index") {
        found.extend(always.borrow().iter().filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value.clone()))));
    }
    entries(found)
}

/// Options of an index come back as texts, whatever they were.
fn texts_of(map: &ByName<OptionValue>) -> Value {
    entries(map.iter().map(|(key, value)| {
        let text = match value {
            OptionValue::Bool(flag) => Value::str(if *flag { "on" } else { "off" }),
            OptionValue::Int(number) => Value::str(number.to_string()),
            other => option_value(other),
        };
        (key.to_string(), text)
    }))
}

fn condition_text(window: &dyn Window, condition: &OptionValue) -> Option<String> {
    let text = match condition {
        OptionValue::Str(text) => text.to_string(),
        OptionValue::Expr(expression) => window.expression(expression)?,
        _ => return None,
    };
    Some(if text.starts_with('(') { text } else { format!("({text})") })
}

fn own(schema: &Schema, window: &dyn Window, table: &Table, index: &Index) -> Listed {
    let method = match index.options.get(format!("{}_using", schema.rules().dialect).as_str()) {
        Some(OptionValue::Str(method)) => Some(Rc::from(method.to_lowercase())),
        _ => None,
    };
    Listed {
        name: name_text(index.name.as_ref()),
        unique: index.unique,
        elements: index.elements.iter().map(|part| element(window, table, part)).collect(),
        of_constraint: false,
        method,
        options: index.options.clone(),
    }
}

fn of_constraints<'a>(window: &'a dyn Window, table: &'a Table) -> impl Iterator<Item = Listed> + 'a {
    table.definition.constraints.iter().filter_map(move |constraint| {
        let (elements, unique, method) = match &constraint.kind {
            ConstraintKind::Unique { columns } => (columns.iter().map(plain).collect(), true, None),
            ConstraintKind::Exclude { elements, using, .. } => {
                let parts = elements.iter().map(|(expression, _)| element(window, table, &IndexElement::Expr(Rc::clone(expression))));
                (parts.collect(), false, Some(Rc::clone(using)))
            }
            _ => return None,
        };
        let name = name_text(constraint.name.as_ref());
        Some(Listed { name, unique, elements, of_constraint: true, method, options: constraint.options.clone() })
    })
}

fn plain(column: &Ident) -> Element {
    Element { column: Some(Rc::clone(&column.text)), text: Rc::clone(&column.text), sorting: Vec::new() }
}

/// An element of an index: a column with its sorting where the text is no more than that.
fn element(window: &dyn Window, table: &Table, part: &IndexElement) -> Element {
    let expression = match part {
        IndexElement::Column(column) => return plain(column),
        IndexElement::Expr(expression) => expression,
    };
    let written = window.expression(expression).unwrap_or_default();
    let (text, sorting) = split_sorting(written.trim());
    let name = text.trim_matches('"');
    let column = table.definition.columns.iter().find(|column| *column.name.text == *name).map(|column| Rc::clone(&column.name.text));
    Element { column, text: text.into(), sorting }
}

/// Takes `ASC`, `DESC`, `NULLS FIRST` and `NULLS LAST` off the end; only what is not the default is told.
fn split_sorting(text: &str) -> (&str, Vec<&'static str>) {
    let (text, nulls) = strip_one(text, &[("nulls first", "nulls_first"), ("nulls last", "nulls_last")]);
    let (text, order) = strip_one(text, &[("desc", "desc"), ("asc", "asc")]);
    let told = match (order, nulls) {
        (Some("desc"), Some("nulls_last")) => vec!["desc", "nulls_last"],
        (Some("desc"), _) => vec!["desc"],
        (_, Some("nulls_first")) => vec!["nulls_first"],
        _ => Vec::new(),
    };
    (text, told)
}

fn strip_one<'a>(text: &'a str, endings: &[(&'static str, &'static str)]) -> (&'a str, Option<&'static str>) {
    for (ending, word) in endings {
        let at = text.len().saturating_sub(ending.len());
        if let (Some(head), Some(tail)) = (text.get(..at), text.get(at..))
            && tail.eq_ignore_ascii_case(ending)
            && head.ends_with(char::is_whitespace)
        {
            return (head.trim_end(), Some(word));
        }
    }
    (text, None)
}
