//! Names that a table's convention gives to what is attached to it.

use std::rc::Rc;

use indexmap::IndexMap;

use super::object::{self, ConstraintClass, Handle};
use super::signature::plain_text;
use super::state::Cx;
use super::{bind, expr, foreign_keys, tables};
use crate::eval::{Arg, Args, Unwind, Value};
use crate::model::expr::rewrite::column_names;
use crate::model::naming::{Named, NamedColumn, NamingConvention, Subject};
use crate::model::{ByName, Name, TableName};

/// A convention as the program gave it: the patterns, and functions for tokens of its own.
#[derive(Clone, Debug, Default)]
pub struct Convention {
    pub rules: NamingConvention,
    pub functions: ByName<Value>,
}

/// `naming_convention=` taken apart: keys may be `"ix"` and its kin, or the constraint classes.
pub fn convention(value: Option<&Value>) -> Convention {
    let Some(Value::Dict(entries)) = value else { return Convention::default() };
    let entries = entries.borrow();
    if entries.is_empty() {
        return Convention::default();
    }
    let mut rules = NamingConvention { patterns: IndexMap::default(), tokens: Vec::new() };
    let mut functions = IndexMap::default();
    for (key, value) in entries.iter() {
        let key: Option<Rc<str>> = match key {
            Value::Library(handle) => object::name(handle).and_then(|name| class_key(name.short())).map(Rc::from),
            _ => plain_text(key),
        };
        let Some(key) = key else { continue };
        match plain_text(value) {
            Some(pattern) => drop(rules.patterns.insert(key, pattern)),
            None => {
                rules.tokens.push(Rc::clone(&key));
                functions.insert(key, value.clone());
            }
        }
    }
    Convention { rules, functions }
}

fn class_key(class: &str) -> Option<&'static str> {
    Some(match class {
        "Index" => "ix",
        "PrimaryKeyConstraint" => "pk",
        "CheckConstraint" => "ck",
        "UniqueConstraint" => "uq",
        "ForeignKeyConstraint" => "fk",
        _ => return None,
    })
}

/// The columns of an attached constraint or index as conventions see them.
fn named_columns(values: &[Value]) -> Vec<NamedColumn> {
    values
        .iter()
        .filter_map(|value| {
            let object = object::column(&object::handle(value)?)?.borrow().name.clone().map(|name| name.text).zip(key_of(value));
            object.map(|(name, key)| NamedColumn { name, key })
        })
        .collect()
}

/// The columns of an index: of an expression, the first that stands in it (`_extract_col_expression_collection`).
fn columns_within(cx: &mut Cx<'_>, elements: &[Value]) -> Result<Vec<NamedColumn>, Unwind> {
    let mut columns = Vec::new();
    for element in elements {
        match object::handle(element).as_ref().and_then(object::expr) {
            Some(within) => {
                let names = column_names(&expr::in_ddl(cx, &Rc::clone(within))?);
                columns.extend(names.into_iter().next().map(NamedColumn::new));
            }
            None => columns.extend(named_columns(std::slice::from_ref(element))),
        }
    }
    Ok(columns)
}

fn key_of(value: &Value) -> Option<Rc<str>> {
    object::column(&object::handle(value)?)?.borrow().key.clone()
}

/// What a convention needs to know of a constraint or index.
struct Facts {
    kind: Named,
    name: Option<Name>,
    columns: Vec<NamedColumn>,
    referred_table: Option<Rc<str>>,
    referred_columns: Vec<Rc<str>>,
}

/// Names a constraint by the convention of its table.
///
/// # Errors
/// `InvalidRequestError` where the pattern wraps a name and there is none; what functions of the program raise.
pub fn name_constraint(cx: &mut Cx<'_>, handle: &Handle, table: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::constraint(handle) else { return Ok(()) };
    let object = cell.borrow();
    let kind = match object.class {
        ConstraintClass::PrimaryKey => Named::PrimaryKey,
        ConstraintClass::Unique => Named::Unique,
        ConstraintClass::ForeignKey => Named::ForeignKey,
        ConstraintClass::Check => Named::Check,
        ConstraintClass::Exclude => return Ok(()),
    };
    let tokens = object.elements.first().and_then(foreign_keys::tokens);
    let referred_columns = object.elements.iter().filter_map(|element| referred_column(element, table)).collect();
    let columns = match object::handle(&object.condition).filter(|_| object.columns.is_empty()) {
        Some(condition) => match object::expr(&condition) {
            Some(condition) => column_names(&expr::in_ddl(cx, &Rc::clone(condition))?),
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let facts = Facts {
        kind,
        name: object.name.clone(),
        columns: if columns.is_empty() { named_columns(&object.columns) } else { columns.into_iter().map(NamedColumn::new).collect() },
        referred_table: tokens.map(|(_, table, _)| table),
        referred_columns,
    };
    let unresolved = object.elements.iter().find(|element| foreign_keys::resolve(element, table).is_none()).cloned();
    let column = facts.columns.first().map_or_else(String::new, |column| column.name.to_string());
    drop(object);
    if let Some(element) = unresolved.filter(|_| facts.name.is_none() && asks_referred_column(table)) {
        return Err(no_referenced_table(cx, table, &column, &element));
    }
    let name = name(cx, handle, table, &facts)?;
    cell.borrow_mut().name = name;
    Ok(())
}

/// Whether the table's convention names foreign keys after the column referred to, which must be there then.
fn asks_referred_column(table: &Handle) -> bool {
    let given = tables::metadata_of(table).and_then(|owner| object::metadata(&owner).map(|owner| owner.borrow().convention.clone()));
    convention(given.flatten().as_ref()).rules.patterns.get("fk").is_some_and(|pattern| pattern.contains("referred_column_"))
}

fn no_referenced_table(cx: &mut Cx<'_>, table: &Handle, column: &str, element: &Handle) -> Unwind {
    let own = tables::name(table).map_or_else(String::new, |name| name.name.text.to_string());
    let (referred, target) = foreign_keys::tokens(element).map_or_else(Default::default, |(_, table, column)| {
        (table.to_string(), column.map_or_else(String::new, |column| column.to_string()))
    });
    let text = format!(
        "Foreign key associated with column '{own}.{column}' could not find table '{referred}' with which to generate a foreign key to \
         target column '{target}'"
    );
    cx.raise("NoReferencedTableError", text)
}

/// The name of the column that a foreign key refers to: by its table where that is known, else as it was written.
fn referred_column(element: &Handle, table: &Handle) -> Option<Rc<str>> {
    let resolved = foreign_keys::resolve(element, table).and_then(|column| object::column(&column)?.borrow().name.clone());
    resolved.map(|name| name.text).or_else(|| foreign_keys::tokens(element)?.2)
}

/// Names an index by the convention of its table.
///
/// # Errors
/// As [`name_constraint`].
pub fn name_index(cx: &mut Cx<'_>, handle: &Handle, table: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::index(handle) else { return Ok(()) };
    let facts = Facts {
        kind: Named::Index,
        name: cell.borrow().name.clone(),
        columns: columns_within(cx, &cell.borrow().expressions)?,
        referred_table: None,
        referred_columns: Vec::new(),
    };
    let name = name(cx, handle, table, &facts)?;
    cell.borrow_mut().name = name;
    Ok(())
}

fn name(cx: &mut Cx<'_>, handle: &Handle, table: &Handle, facts: &Facts) -> Result<Option<Name>, Unwind> {
    if matches!(facts.name, Some(Name::Conventional(_))) {
        return Ok(facts.name.clone());
    }
    let given = tables::metadata_of(table).and_then(|owner| object::metadata(&owner).map(|owner| owner.borrow().convention.clone()));
    let convention = convention(given.flatten().as_ref());
    let table_name = tables::name(table).unwrap_or_else(|| TableName::new(""));
    let subject = Subject {
        kind: facts.kind,
        name: facts.name.as_ref(),
        table: &table_name,
        columns: &facts.columns,
        referred_table: facts.referred_table.as_deref(),
        referred_columns: &facts.referred_columns,
    };
    let span = cx.span;
    let named = convention.rules.name(subject, &mut |token| {
        let Some(function) = convention.functions.get(token) else { return Ok(String::new()) };
        let arg = |handle: &Handle| Arg { value: Value::Library(Rc::clone(handle)), span };
        let args = Args { positional: vec![arg(handle), arg(table)], keywords: Vec::new() };
        let value = cx.vm.call(cx.host, function, args, span)?;
        bind::refuse_unknown(cx, &value, "a token of a naming convention")?;
        Ok(plain_text(&value).map(|text| text.to_string()).unwrap_or_default())
    });
    named.map_err(|error| match error {
        crate::model::naming::NamingError::Custom(unwind) => unwind,
        other => match other.exception() {
            Some((class, text)) => cx.raise(class, text),
            None => cx.raise("InvalidRequestError", "the naming convention gives no name"),
        },
    })
}
