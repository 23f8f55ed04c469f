//! Tables and columns of the program as sources and columns of expressions.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::object::{self, ColumnObject, DefaultKind, Handle, Target};
use super::super::state::Cx;
use super::awaited;
use super::value::{self, Made, not_understood};
use crate::eval::Value;
use crate::model::SqlExpr;
use crate::model::column::ServerDefault;
use crate::model::expr::from::{ColumnDefault, ColumnRole, ForeignKeyHint};
use crate::model::expr::{ColumnClause, ColumnRef, From, FromKind, LabelName};
use crate::model::types::Type;

/// Tables as expressions know them, so that the columns of one stay the same objects.
#[derive(Default)]
pub struct KnownTables {
    tables: RefCell<FxHashMap<u64, Rc<From>>>,
    /// Types that the program itself turns values into, with the objects that do it.
    decorators: RefCell<Vec<(Rc<Type>, Value)>>,
}

impl KnownTables {
    /// Forgets all tables.
    pub fn clear(&self) {
        self.tables.borrow_mut().clear();
        self.decorators.borrow_mut().clear();
    }
}

/// A `sa.Table` as a source of rows.
pub fn table(cx: &mut Cx<'_>, handle: &Handle) -> Made<Rc<From>> {
    let Some(cell) = object::table(handle) else {
        return not_understood(cx, "what is used as a table is none");
    };
    let object = cell.borrow();
    if let Some(doubt) = &object.doubt {
        return Err(value::Stop::Absorb(doubt.value.clone()));
    }
    let (identity, name, schema, columns) = (object.identity, object.name.clone(), object.schema.clone(), object.columns.clone());
    drop(object);
    let counting = super::super::tables::autoincrement_column(handle);
    let mut clauses = Vec::with_capacity(columns.len());
    let mut foreign_keys = Vec::new();
    for column in &columns {
        let counts = counting.as_ref().is_some_and(|counting| Rc::ptr_eq(counting, column));
        clauses.push(clause(cx, column, counts)?);
        foreign_keys.extend(hints(column));
    }
    let library = Rc::clone(&cx.library);
    let mut known = library.expressions.tables.borrow_mut();
    if let Some(before) = known.get(&identity.number()) {
        let unchanged = before.columns.len() == clauses.len() && before.columns.iter().zip(&clauses).all(|(old, new)| old == new);
        if unchanged && before.schema() == schema.as_ref() {
            return Ok(Rc::clone(before));
        }
        for clause in &mut clauses {
            if let Some(old) = before.columns.iter().find(|old| *old == clause) {
                *clause = Rc::clone(old);
            }
        }
    }
    let kind = FromKind::Table { schema: schema.filter(|schema| !schema.text.is_empty()), real: true, foreign_keys };
    let from = Rc::new(From { id: identity, name: Some(LabelName::Given(name)), kind, columns: clauses });
    known.insert(identity.number(), Rc::clone(&from));
    Ok(from)
}

/// A `sa.Column` within its table, or on its own.
pub fn column(cx: &mut Cx<'_>, handle: &Handle) -> Made<ColumnRef> {
    let Some(cell) = object::column(handle) else {
        return not_understood(cx, "what is used as a column is none");
    };
    let owner = cell.borrow().table.as_ref().and_then(std::rc::Weak::upgrade);
    let Some(owner) = owner else {
        return Ok(ColumnRef { from: None, column: clause(cx, handle, false)? });
    };
    let from = table(cx, &owner)?;
    let index = object::table(&owner).and_then(|table| table.borrow().columns.iter().position(|column| Rc::ptr_eq(column, handle)));
    match index.and_then(|index| from.columns.get(index)) {
        Some(column) => Ok(ColumnRef { column: Rc::clone(column), from: Some(from) }),
        None => Ok(ColumnRef { from: None, column: clause(cx, handle, false)? }),
    }
}

fn clause(cx: &mut Cx<'_>, handle: &Handle, counts: bool) -> Made<Rc<ColumnClause>> {
    let Some(cell) = object::column(handle) else {
        return not_understood(cx, "what is used as a column is none");
    };
    let (doubt, name, key, ty) = {
        let object = cell.borrow();
        (object.doubt.clone(), object.name.clone(), object.key.clone(), object.ty.clone())
    };
    if let Some(doubt) = doubt.filter(|doubt| doubt.field.contains("name")) {
        return Err(value::Stop::Absorb(doubt.value));
    }
    let name = name.unwrap_or_else(|| awaited::placeholder(cx, handle));
    let ty = type_of(cx, &ty)?;
    let role = role(cx, &cell.borrow(), counts)?;
    let key = key.filter(|key| *key != name.text);
    Ok(Rc::new(ColumnClause { name: LabelName::Given(name), key, ty, literal: false, role }))
}

fn role(cx: &mut Cx<'_>, object: &ColumnObject, counts: bool) -> Made<ColumnRole> {
    let server_default = match &object.server_default {
        Value::None => None,
        _ => Some(ServerDefault::Fetched),
    };
    Ok(ColumnRole {
        primary_key: object.primary_key,
        autoincrement: counts,
        default: column_default(cx, &object.default)?,
        onupdate: column_default(cx, &object.onupdate)?,
        server_default,
        computed: false,
        nullable: object.nullable,
        real: true,
    })
}

/// What `default=` or `onupdate=` puts into a statement.
fn column_default(cx: &mut Cx<'_>, value: &Value) -> Made<ColumnDefault> {
    let handle = match value {
        Value::None => return Ok(ColumnDefault::None),
        value => object::handle(value),
    };
    let Some(handle) = handle else { return Ok(ColumnDefault::Python) };
    if object::sequence(&handle).is_some() {
        return Ok(match super::ddl::sequence(cx, value)? {
            Some(sequence) => ColumnDefault::Sequence(sequence),
            None => ColumnDefault::Python,
        });
    }
    let inner = match object::default(&handle).map(std::cell::RefCell::borrow) {
        Some(default) => match &default.kind {
            DefaultKind::Python(value) | DefaultKind::Clause(value) => Some(value.clone()),
            _ => None,
        },
        None => Some(value.clone()),
    };
    Ok(match inner {
        None => ColumnDefault::None,
        Some(inner) => match value::as_expr(cx, &inner) {
            Ok(Some(SqlExpr::From(_)) | None) | Err(value::Stop::Absorb(_)) => ColumnDefault::Python,
            Ok(Some(expr)) => ColumnDefault::Expr(value::scalar(expr)),
            Err(stop) => return Err(stop),
        },
    })
}

/// The foreign keys of a column, for joins without a condition.
fn hints(column: &Handle) -> Vec<ForeignKeyHint> {
    let Some(cell) = object::column(column) else { return Vec::new() };
    let object = cell.borrow();
    let Some(name) = object.key.clone().or_else(|| object.name.as_ref().map(|name| Rc::clone(&name.text))) else { return Vec::new() };
    object
        .foreign_keys
        .iter()
        .filter_map(|handle| {
            let foreign_key = object::foreign_key(handle)?.borrow();
            match &foreign_key.target {
                Target::Names { schema, table, column } => Some(ForeignKeyHint {
                    column: Rc::clone(&name),
                    schema: schema.clone(),
                    table: Rc::clone(table),
                    referred: column.clone().unwrap_or_else(|| Rc::clone(&name)),
                }),
                Target::Column(target) => column_hint(&name, target),
            }
        })
        .collect()
}

fn column_hint(name: &Rc<str>, target: &Handle) -> Option<ForeignKeyHint> {
    let column = object::column(target)?.borrow();
    let owner = column.table.as_ref()?.upgrade()?;
    let table = object::table(&owner)?.borrow();
    Some(ForeignKeyHint {
        column: Rc::clone(name),
        schema: table.schema.as_ref().map(|schema| Rc::clone(&schema.text)),
        table: Rc::clone(&table.name.text),
        referred: column.key.clone().or_else(|| column.name.as_ref().map(|name| Rc::clone(&name.text)))?,
    })
}

/// A type object or class as a type of the model.
pub fn type_of(cx: &mut Cx<'_>, value: &Value) -> Made<Rc<Type>> {
    if value.is_none() {
        return Ok(Rc::new(Type::null()));
    }
    if let Value::Unknown(_) | Value::Live(_) = value {
        return Err(value::Stop::Absorb(value.clone()));
    }
    let ty = super::super::bind::ty(cx, value)?;
    if ty.decorated.is_some() {
        cx.library.expressions.decorators.borrow_mut().push((Rc::clone(&ty), value.clone()));
    }
    Ok(ty)
}

/// A value as the program's own type hands it to the database (`TypeDecorator.process_bind_param`).
pub fn processed(cx: &mut Cx<'_>, ty: &Rc<Type>, value: &Value) -> Made<Value> {
    if ty.decorated.is_none() || value.is_none() {
        return Ok(value.clone());
    }
    let decorator =
        cx.library.expressions.decorators.borrow().iter().find(|(known, _)| Rc::ptr_eq(known, ty)).map(|(_, value)| value.clone());
    match decorator {
        Some(decorator) => Ok(super::super::bind::bind_param(cx, &decorator, value)?),
        None => Ok(value.clone()),
    }
}
