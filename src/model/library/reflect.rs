//! From the plain nouns of the model to library objects: what reflection and inspectors give the program.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;

use super::object::{self, ColumnObject, ConstraintClass, DefaultKind, DefaultObject, Handle, IndexObject, Object, SequenceObject, Target};
use super::state::Cx;
use super::types::{self, TypeObject};
use super::{collections, constraints, foreign_keys, indexes, tables};
use crate::eval::{Library, Unwind, Value};
use crate::model::{
    ByName, Column, Constraint, ConstraintKind, Ident, Index, IndexElement, OptionValue, Options, ServerDefault, SqlExpr, Table, Type,
    TypeParam,
};
use crate::source::Span;

/// A type object of a type.
pub fn ty(cx: &Cx<'_>, ty: &Rc<Type>) -> Value {
    let path = types::path_of(&ty.class).unwrap_or("sqlalchemy.sql.sqltypes.NullType");
    let mut object = TypeObject::new(path, (**ty).clone());
    for (name, param) in &ty.params {
        let value = match param {
            TypeParam::Value(value) => option(value),
            TypeParam::Type(inner) => self::ty(cx, inner),
        };
        object.attributes.insert(Rc::clone(name), value);
    }
    for (dialect, variant) in &ty.variants {
        object.variants.push((Rc::clone(dialect), self::ty(cx, variant)));
    }
    object.into_value(cx)
}

/// An option as a Python value.
pub fn option(value: &OptionValue) -> Value {
    match value {
        OptionValue::None => Value::None,
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int(*number),
        OptionValue::Float(number) => Value::Float(*number),
        OptionValue::Str(text) => Value::Str(Rc::clone(text)),
        OptionValue::Expr(expr) => expression(expr),
        OptionValue::List(items) => Value::list(items.iter().map(option).collect()),
        OptionValue::Map(entries) => {
            let entries: ByName<Value> = entries.iter().map(|(name, value)| (Rc::clone(name), option(value))).collect();
            collections::dict(&entries)
        }
    }
}

/// Options as keyword arguments.
pub fn options(options: &Options) -> ByName<Value> {
    options.iter().map(|(name, value)| (Rc::clone(name), option(value))).collect()
}

/// An expression as a library object.
pub fn expression(expr: &Rc<SqlExpr>) -> Value {
    Value::Library(Library::new(Span::NOWHERE, Object::Expr(Rc::clone(expr))))
}

fn optional_text(text: Option<&Rc<str>>) -> Value {
    text.map_or(Value::None, |text| Value::Str(Rc::clone(text)))
}

/// A column that is in no table.
pub fn column(cx: &Cx<'_>, column: &Column) -> Handle {
    let object = ColumnObject {
        name: Some(column.name.clone()),
        key: Some(column.key.clone().unwrap_or_else(|| Rc::clone(&column.name.text))),
        ty: ty(cx, &column.ty),
        nullable: column.nullable,
        nullable_given: true,
        primary_key: column.primary_key,
        autoincrement: column.autoincrement,
        index: None,
        unique: None,
        server_default: column.server_default.as_ref().map_or(Value::None, server_default),
        server_onupdate: Value::None,
        default: column.sequence.as_ref().map_or(Value::None, |sequence| {
            let object = SequenceObject {
                name: sequence.name.name.clone(),
                schema: sequence.name.schema.clone(),
                counting: sequence.options.clone(),
                optional: sequence.optional,
                data_type: sequence.data_type.as_ref().map_or(Value::None, |data_type| ty(cx, data_type)),
                metadata: None,
                for_update: false,
                attributes: IndexMap::default(),
                doubt: None,
            };
            Value::Library(Library::new(column.place, Object::Sequence(RefCell::new(object))))
        }),
        onupdate: Value::None,
        comment: optional_text(column.comment.as_ref()),
        system: column.system,
        constraints: Vec::new(),
        foreign_keys: Vec::new(),
        options: options(&column.options),
        attributes: IndexMap::default(),
        table: None,
        waiting: Vec::new(),
        doubt: None,
    };
    Library::new(column.place, Object::Column(RefCell::new(object)))
}

/// A server default as an object.
pub fn server_default(default: &ServerDefault) -> Value {
    let kind = match default {
        ServerDefault::Text(text) => DefaultKind::Clause(Value::Str(Rc::clone(text))),
        ServerDefault::Expr(expr) => DefaultKind::Clause(expression(expr)),
        ServerDefault::Computed(computed) => {
            DefaultKind::Computed { sqltext: expression(&computed.expression), persisted: computed.persisted }
        }
        ServerDefault::Identity(identity) => {
            DefaultKind::Identity { always: identity.always, on_null: identity.on_null, counting: identity.sequence.clone() }
        }
        ServerDefault::Fetched => DefaultKind::Fetched,
    };
    let object = DefaultObject { kind, for_update: false, attributes: IndexMap::default(), doubt: None };
    Value::Library(Library::new(Span::NOWHERE, Object::Default(RefCell::new(object))))
}

/// Puts into a table what is known of it: columns, constraints, indexes, comment. Columns that are there already stay.
///
/// # Errors
/// What attaching a part raises.
pub fn fill_table(cx: &mut Cx<'_>, handle: &Handle, known: &Table) -> Result<(), Unwind> {
    for part in &known.columns {
        let key = part.key.as_deref().unwrap_or(&part.name.text);
        if tables::column(handle, key).is_none() {
            let part = column(cx, part);
            tables::add_column(cx, handle, &part, false, None)?;
        }
    }
    for part in &known.constraints {
        let part = constraint(cx, part);
        constraints::set_table(cx, &part, handle)?;
    }
    for part in &known.indexes {
        let part = index(part);
        indexes::set_table(cx, &part, handle)?;
    }
    if let Some(cell) = object::table(handle) {
        let mut object = cell.borrow_mut();
        object.comment = optional_text(known.comment.as_ref());
        object.options.extend(options(&known.options));
    }
    Ok(())
}

fn texts(idents: &[Ident]) -> Vec<Value> {
    idents.iter().map(|ident| Value::Str(Rc::clone(&ident.text))).collect()
}

/// A constraint that is in no table.
pub fn constraint(cx: &Cx<'_>, constraint: &Constraint) -> Handle {
    let class = match &constraint.kind {
        ConstraintKind::PrimaryKey { .. } => ConstraintClass::PrimaryKey,
        ConstraintKind::Unique { .. } => ConstraintClass::Unique,
        ConstraintKind::ForeignKey(_) => ConstraintClass::ForeignKey,
        ConstraintKind::Check { .. } => ConstraintClass::Check,
        ConstraintKind::Exclude { .. } => ConstraintClass::Exclude,
    };
    let mut object = constraints::empty(cx, class);
    // a reflected name is final: no convention touches it
    object.name = constraint.name.as_ref().map(|name| crate::model::Name::Conventional(name.text().into()));
    object.deferrable = constraint.deferrable.map_or(Value::None, Value::Bool);
    object.initially = optional_text(constraint.initially.as_ref());
    object.comment = optional_text(constraint.comment.as_ref());
    object.options = options(&constraint.options);
    match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => object.columns = texts(columns),
        ConstraintKind::Check { condition } => object.condition = expression(condition),
        ConstraintKind::Exclude { elements, .. } => {
            object.exclusions = elements.iter().map(|(element, operator)| (expression(element), Value::Str(Rc::clone(operator)))).collect();
        }
        ConstraintKind::ForeignKey(rule) => {
            object.columns = texts(&rule.columns);
            object.onupdate = optional_text(rule.onupdate.as_ref());
            object.ondelete = optional_text(rule.ondelete.as_ref());
            object.r#match = optional_text(rule.r#match.as_ref());
            object.use_alter = rule.use_alter;
            let referred = if rule.referred_columns.is_empty() { &rule.columns } else { &rule.referred_columns };
            for column in referred {
                let target = Target::Names {
                    schema: rule.referred_table.schema.as_ref().map(|schema| Rc::clone(&schema.text)),
                    table: Rc::clone(&rule.referred_table.name.text),
                    column: Some(Rc::clone(&column.text)),
                };
                let element = foreign_keys::element(cx, target, &object);
                object.elements.push(element);
            }
        }
    }
    Library::new(constraint.place, Object::Constraint(RefCell::new(object)))
}

/// An index that is on no table.
pub fn index(index: &Index) -> Handle {
    let expressions = index.elements.iter().map(|element| match element {
        IndexElement::Column(name) => Value::Str(Rc::clone(&name.text)),
        IndexElement::Expr(expr) => expression(expr),
    });
    let object = IndexObject {
        name: index.name.as_ref().map(|name| crate::model::Name::Conventional(name.text().into())),
        expressions: expressions.collect(),
        unique: index.unique,
        options: options(&index.options),
        attributes: IndexMap::default(),
        column_flag: false,
        table: None,
        doubt: None,
    };
    Library::new(index.place, Object::Index(RefCell::new(object)))
}
