//! Attributes of expressions that a program reads: `.c`, `.name`, `.type`, methods to be called.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::names::{self, ClassMember};
use super::super::object::{Handle, Object};
use super::super::state::Cx;
use super::super::types::{self, TypeObject};
use super::methods::packages_of;
use super::typed::json_attribute;
use super::upsert;
use super::value::{Made, Stop, as_expr, not_understood, wrap};
use crate::eval::{Library, Value};
use crate::model::SqlExpr;
use crate::model::expr::{Affinity, ColumnClause, ColumnRef, Ddl, From, FromKind};
use crate::model::types::Type;

/// `object.name`.
pub fn get(cx: &mut Cx<'_>, object: &Handle, name: &str) -> Option<Made<Value>> {
    if packages_of(object).is_some() && !name.starts_with("__") {
        let receiver = Value::Library(Rc::clone(object));
        return Some(Ok(Value::Library(Library::new(cx.span, Object::Method { receiver, name: name.into() }))));
    }
    match Object::of(object)? {
        Object::Expr(expr) => {
            let expr = Rc::clone(expr);
            Some(of_expr(cx, object, &expr, name))
        }
        Object::Column(_) => of_column(cx, object, name),
        _ => None,
    }
}

/// An attribute of a `Column` that only expressions have.
fn of_column(cx: &mut Cx<'_>, object: &Handle, name: &str) -> Option<Made<Value>> {
    if name == "expression" {
        return Some(Ok(Value::Library(Rc::clone(object))));
    }
    if name.starts_with('_') || names::class_member("sqlalchemy.sql.schema.Column", name).is_some() {
        return None;
    }
    let affinity = match as_expr(cx, &Value::Library(Rc::clone(object))) {
        Ok(expr) => expr?.ty().affinity(),
        Err(stop) => return Some(Err(stop)),
    };
    if is_typed_method(name) || (affinity == Affinity::Hstore && is_map_method(name)) {
        return Some(method(cx, object, name));
    }
    let text = format!("Neither 'Column' object nor 'Comparator' object has an attribute '{name}'");
    Some(Err(Stop::Unwind(cx.raise_builtin("AttributeError", text))))
}

/// Functions over maps that are methods (`HSTORE.Comparator`).
fn is_map_method(name: &str) -> bool {
    matches!(name, "defined" | "delete" | "slice" | "keys" | "vals" | "array" | "matrix")
}

fn method(cx: &Cx<'_>, object: &Handle, name: &str) -> Made<Value> {
    let receiver = Value::Library(Rc::clone(object));
    Ok(Value::Library(Library::new(cx.span, Object::Method { receiver, name: name.into() })))
}

fn of_expr(cx: &mut Cx<'_>, object: &Handle, expr: &Rc<SqlExpr>, name: &str) -> Made<Value> {
    if let Some(value) = attribute(cx, expr, name) {
        return Ok(value);
    }
    if let Some(found) = json_attribute(expr, name) {
        return Ok(wrap(cx, found));
    }
    if name.starts_with("__") && name.ends_with("__") && !matches!(name, "__eq__" | "__ne__") {
        return not_understood(cx, format!("`.{name}` of a SQL expression is not understood"));
    }
    let class = class_path(expr);
    match names::class_member(class, name) {
        Some(ClassMember::Attribute) => not_understood(cx, format!("`.{name}` of a SQL expression is not understood")),
        Some(ClassMember::Literal(text)) => Ok(super::super::literals::json(text)),
        Some(ClassMember::Method) => method(cx, object, name),
        _ if matches!(name, "__eq__" | "__ne__") => method(cx, object, name),
        None if expr.ty().affinity() == Affinity::Hstore && is_map_method(name) => method(cx, object, name),
        None if is_typed_method(name) => method(cx, object, name),
        None if name.starts_with('_') => not_understood(cx, format!("`.{name}` of a SQL expression is not understood")),
        None => {
            let short = class.rsplit('.').next().unwrap_or(class);
            Err(Stop::Unwind(cx.raise_builtin("AttributeError", format!("'{short}' object has no attribute '{name}'"))))
        }
    }
}

/// Methods that depend on an expression's type, and those that a dialect's statements have.
fn is_typed_method(name: &str) -> bool {
    matches!(
        name,
        "compile"
            | "has_key"
            | "has_any"
            | "has_all"
            | "contained_by"
            | "overlap"
            | "overlaps"
            | "any"
            | "all"
            | "as_string"
            | "as_integer"
            | "as_boolean"
            | "as_float"
            | "as_numeric"
            | "as_json"
            | "path_exists"
            | "path_match"
            | "isnot"
            | "notin_"
            | "notlike"
            | "notilike"
            | "nullsfirst"
            | "nullslast"
            | "isnot_distinct_from"
            | "as_scalar"
            | "column"
            | "in_boolean_mode"
            | "in_natural_language_mode"
            | "with_query_expansion"
    )
}

/// An attribute that is known at once.
fn attribute(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str) -> Option<Value> {
    Some(match (expr, name) {
        (SqlExpr::From(from), "c" | "columns" | "exported_columns") => collection(cx, from),
        (SqlExpr::From(from), "name" | "description") => name_value(from.name.as_ref()?.plain()?),
        (SqlExpr::From(from), "fullname") => {
            let table = from.name.as_ref()?.plain()?;
            match from.schema() {
                Some(schema) => Value::str(format!("{}.{table}", schema.text)),
                None => name_value(table),
            }
        }
        (SqlExpr::From(from), "schema") => from.schema().map_or(Value::None, |schema| Value::Str(Rc::clone(&schema.text))),
        (SqlExpr::From(from), "column") if matches!(from.kind, FromKind::Function { .. }) => wrap(cx, alias_column(from)),
        (SqlExpr::From(from), "element") => match &from.kind {
            FromKind::Alias { element, .. } => wrap(cx, SqlExpr::From(Rc::clone(element))),
            FromKind::Subquery { element, .. } => wrap(cx, element.clone()),
            _ => return None,
        },
        (SqlExpr::Insert(insert), "excluded" | "inserted") if names::class_member(class_path(expr), name).is_some() => {
            collection(cx, &upsert::pseudo_table(insert, name))
        }
        (SqlExpr::Ddl(ddl), "table") => match &**ddl {
            Ddl::CreateViaSelect(made) => wrap(cx, SqlExpr::From(Rc::clone(&made.table))),
            _ => return None,
        },
        (SqlExpr::Insert(insert), "table") => wrap(cx, SqlExpr::From(Rc::clone(&insert.table))),
        (SqlExpr::Update(update), "table") => wrap(cx, SqlExpr::From(Rc::clone(&update.table))),
        (SqlExpr::Delete(delete), "table") => wrap(cx, SqlExpr::From(Rc::clone(&delete.table))),
        (SqlExpr::Column(reference), "name" | "key" | "description") => match name {
            "key" => name_value(reference.column.key_text()?),
            _ => name_value(reference.column.name.plain()?),
        },
        (SqlExpr::Column(reference), "table") => match &reference.from {
            Some(from) => wrap(cx, SqlExpr::From(Rc::clone(from))),
            None => Value::None,
        },
        (SqlExpr::Column(reference), "is_literal") => Value::Bool(reference.column.literal),
        (SqlExpr::Column(reference), "primary_key") => Value::Bool(reference.column.role.primary_key),
        (SqlExpr::Label(label), "name" | "key") => name_value(label.name.plain()?),
        (SqlExpr::Label(label), "element") => wrap(cx, label.element.clone()),
        (SqlExpr::Function(function), "name") => Value::Str(Rc::clone(&function.name)),
        (SqlExpr::Text(text), "text") => Value::Str(Rc::clone(text)),
        (SqlExpr::TextClause(clause), "text") => Value::Str(Rc::clone(&clause.text)),
        (SqlExpr::Bind(bind), "key") => name_value(bind.key.plain()?),
        (SqlExpr::Binary(binary), "left") => wrap(cx, binary.left.clone()),
        (SqlExpr::Binary(binary), "right") => wrap(cx, binary.right.clone()),
        (statement, "selected_columns") if statement.is_select() => selected(cx, statement),
        (_, "type") if !matches!(expr, SqlExpr::From(_)) => type_value(cx, &expr.ty())?,
        (_, "expression") => wrap(cx, expr.clone()),
        _ => return None,
    })
}

fn name_value(name: &str) -> Value {
    Value::str(name)
}

/// The columns of a source by key.
fn collection(cx: &Cx<'_>, from: &Rc<From>) -> Value {
    let columns = from
        .column_refs()
        .into_iter()
        .filter_map(|column| {
            let key: Rc<str> = match &column {
                // In a join, columns are known by table and name.
                SqlExpr::Column(reference) if matches!(from.kind, FromKind::Join { .. }) => joined_key(reference)?,
                other => other.proxy_key()?,
            };
            Some((key, wrap(cx, column)))
        })
        .collect();
    Value::Library(Library::new(cx.span, Object::Columns(columns)))
}

fn joined_key(reference: &ColumnRef) -> Option<Rc<str>> {
    SqlExpr::Column(reference.clone()).qualified_label()?.plain().map(Rc::from)
}

fn selected(cx: &Cx<'_>, statement: &SqlExpr) -> Value {
    let columns = statement.selected_columns().into_iter().filter_map(|column| Some((column.proxy_key()?, wrap(cx, column)))).collect();
    Value::Library(Library::new(cx.span, Object::Columns(columns)))
}

/// A type of the model as the program holds types.
fn type_value(cx: &Cx<'_>, ty: &Rc<Type>) -> Option<Value> {
    if ty.decorated.is_some() || !ty.variants.is_empty() {
        return None;
    }
    let path = types::path_of(&ty.class)?;
    let object = TypeObject::new(path, (**ty).clone());
    Some(Value::Library(Library::new(cx.span, Object::Type(RefCell::new(object)))))
}

/// The one column of a function's alias, which is the alias itself.
pub fn alias_column(from: &Rc<From>) -> SqlExpr {
    let kind = match &from.kind {
        FromKind::Function { function, lateral, derived, .. } => {
            FromKind::Function { function: Rc::clone(function), lateral: *lateral, derived: *derived, whole: true }
        }
        other => other.clone(),
    };
    let whole = Rc::new(From { kind, ..(**from).clone() });
    match (from.columns.first(), &from.name) {
        (Some(column), Some(name)) => {
            let column = Rc::new(ColumnClause { name: name.clone(), key: None, ..(**column).clone() });
            SqlExpr::Column(ColumnRef { from: Some(whole), column })
        }
        _ => SqlExpr::Null,
    }
}

/// The canonical path of the class that an expression is of.
pub fn class_path(expr: &SqlExpr) -> &'static str {
    match expr {
        SqlExpr::Text(_) | SqlExpr::TextClause(_) => "sqlalchemy.sql.elements.TextClause",
        SqlExpr::Column(_) => "sqlalchemy.sql.elements.ColumnClause",
        SqlExpr::Bind(_) => "sqlalchemy.sql.elements.BindParameter",
        SqlExpr::Null => "sqlalchemy.sql.elements.Null",
        SqlExpr::True => "sqlalchemy.sql.elements.True_",
        SqlExpr::False => "sqlalchemy.sql.elements.False_",
        SqlExpr::Unary(unary) if unary.op == crate::model::expr::Op::Exists => "sqlalchemy.sql.selectable.Exists",
        SqlExpr::Unary(_) => "sqlalchemy.sql.elements.UnaryExpression",
        SqlExpr::Binary(_) => "sqlalchemy.sql.elements.BinaryExpression",
        SqlExpr::List(_) => "sqlalchemy.sql.elements.BooleanClauseList",
        SqlExpr::Tuple(_) => "sqlalchemy.sql.elements.Tuple",
        SqlExpr::Grouping(_) => "sqlalchemy.sql.elements.Grouping",
        SqlExpr::Function(_) | SqlExpr::NextValue(_) => "sqlalchemy.sql.functions.Function",
        SqlExpr::Case(_) => "sqlalchemy.sql.elements.Case",
        SqlExpr::Cast(_) => "sqlalchemy.sql.elements.Cast",
        SqlExpr::TryCast(_) => "sqlalchemy.sql.elements.TryCast",
        SqlExpr::TypeCoerce(_) => "sqlalchemy.sql.elements.TypeCoerce",
        SqlExpr::Extract(_) => "sqlalchemy.sql.elements.Extract",
        SqlExpr::Label(_) => "sqlalchemy.sql.elements.Label",
        SqlExpr::Over(_) => "sqlalchemy.sql.elements.Over",
        SqlExpr::Filter(_) => "sqlalchemy.sql.elements.FunctionFilter",
        SqlExpr::OrderedAggregate(_) => "sqlalchemy.sql.elements.WithinGroup",
        SqlExpr::ScalarSelect(_) => "sqlalchemy.sql.selectable.ScalarSelect",
        SqlExpr::Select(_) => "sqlalchemy.sql.selectable.Select",
        SqlExpr::Compound(_) => "sqlalchemy.sql.selectable.CompoundSelect",
        SqlExpr::TextualSelect(_) => "sqlalchemy.sql.selectable.TextualSelect",
        SqlExpr::SelectGrouping(_) => "sqlalchemy.sql.selectable.SelectStatementGrouping",
        SqlExpr::From(from) => source_class(from),
        SqlExpr::Insert(insert) => insert.class.unwrap_or("sqlalchemy.sql.dml.Insert"),
        SqlExpr::Update(_) => "sqlalchemy.sql.dml.Update",
        SqlExpr::Delete(_) => "sqlalchemy.sql.dml.Delete",
        SqlExpr::Ddl(_) => "sqlalchemy.sql.ddl.ExecutableDDLElement",
        _ => "sqlalchemy.sql.elements.ColumnElement",
    }
}

fn source_class(from: &From) -> &'static str {
    match &from.kind {
        FromKind::Table { real: true, .. } => "sqlalchemy.sql.schema.Table",
        FromKind::Table { .. } => "sqlalchemy.sql.selectable.TableClause",
        FromKind::Subquery { .. } => "sqlalchemy.sql.selectable.Subquery",
        FromKind::Cte(_) => "sqlalchemy.sql.selectable.CTE",
        FromKind::Join { .. } => "sqlalchemy.sql.selectable.Join",
        FromKind::Values { .. } => "sqlalchemy.sql.selectable.Values",
        FromKind::Function { .. } => "sqlalchemy.sql.selectable.TableValuedAlias",
        _ => "sqlalchemy.sql.selectable.Alias",
    }
}
