//! Python values as operands: literals, expressions, types.

use std::rc::Rc;

use super::super::object::{self, MappedObject, Object};
use super::super::state::Cx;
use super::super::{compiles, declarative};
use super::{awaited, tables};
use crate::eval::{Arg, Data, Library, Origin, Unwind, Value};
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{FromKind, Literal, SqlExpr};
use crate::model::types::Type;

/// Why no expression came of an access.
pub enum Stop {
    /// Python ends here: an exception, or an error of the compilation.
    Unwind(Unwind),
    /// The result is this value: unknown or live, because an operand is.
    Absorb(Value),
}

/// What making an expression gives.
pub type Made<T> = Result<T, Stop>;

impl From<Unwind> for Stop {
    fn from(unwind: Unwind) -> Self {
        Self::Unwind(unwind)
    }
}

/// An expression as the program holds it.
pub fn wrap(cx: &Cx<'_>, expr: SqlExpr) -> Value {
    Value::Library(Library::new(cx.span, Object::Expr(Rc::new(expr))))
}

/// Something of an expression that is not understood.
pub fn not_understood<T>(cx: &Cx<'_>, what: impl Into<String>) -> Made<T> {
    Err(Stop::Absorb(Value::unknown(cx.span, what.into(), Origin::Harmless)))
}

/// `ArgumentError` of SQLAlchemy.
pub fn argument_error<T>(cx: &mut Cx<'_>, text: impl Into<String>) -> Made<T> {
    Err(Stop::Unwind(cx.raise("ArgumentError", text)))
}

/// The expression that a value is, where it is one: an expression, a column, a table.
///
/// # Errors
/// What reading the tables of the program raises.
pub fn as_expr(cx: &mut Cx<'_>, value: &Value) -> Made<Option<SqlExpr>> {
    if let Value::Unknown(_) | Value::Live(_) = value {
        return Err(Stop::Absorb(value.clone()));
    }
    if let Some(element) = clause_element(cx, value)? {
        return as_expr(cx, &element);
    }
    if let Some(path) = compiles::construct(value) {
        return Ok(compiles::type_text(cx, value, path)?.map(SqlExpr::Text));
    }
    // A mapped class stands for its table.
    let mapped = match value {
        Value::Class(class) if declarative::shares_table(class) => {
            let reason = format!("`{}` is a part of its parent's table, and which part is not followed", class.name);
            return Err(Stop::Absorb(Value::unknown(cx.span, reason, Origin::Project)));
        }
        Value::Class(class) => declarative::table_of(class),
        _ => None,
    };
    let Some(handle) = mapped.or_else(|| object::handle(value)) else { return Ok(None) };
    Ok(match Object::of(&handle) {
        Some(Object::Expr(expr)) => Some(awaited::named(cx, expr)?),
        Some(Object::Column(_)) => Some(SqlExpr::Column(tables::column(cx, &handle)?)),
        Some(Object::Mapped(MappedObject::Column(column))) => Some(SqlExpr::Column(tables::column(cx, column)?)),
        Some(Object::Table(_)) => Some(SqlExpr::From(tables::table(cx, &handle)?)),
        Some(Object::Sequence(_)) => None,
        _ => None,
    })
}

/// What `__clause_element__` of an instance gives.
fn clause_element(cx: &mut Cx<'_>, value: &Value) -> Made<Option<Value>> {
    let Value::Instance(instance) = value else { return Ok(None) };
    if instance.class.lookup("__clause_element__").is_none() {
        return Ok(None);
    }
    let span = cx.span;
    Ok(Some(cx.vm.call_method(cx.host, value, "__clause_element__", crate::eval::Args::default(), span)?))
}

/// A value as an operand: an expression, or a literal.
pub fn operand(cx: &mut Cx<'_>, value: &Value) -> Made<Operand> {
    Ok(match as_expr(cx, value)? {
        Some(expr) => Operand::Expr(one_value(expr)),
        None => Operand::Value(literal(cx, value)?),
    })
}

/// A value beside an expression: what is no expression goes through the expression's type.
pub fn operand_beside(cx: &mut Cx<'_>, expr: &SqlExpr, value: &Value) -> Made<Operand> {
    if let Some(other) = as_expr(cx, value)? {
        return Ok(Operand::Expr(one_value(other)));
    }
    let value = tables::processed(cx, &expr.ty(), value)?;
    Ok(Operand::Value(literal(cx, &value)?))
}

/// A statement or a subquery as an operand (`_ColumnCoercions._implicit_coercions`).
fn one_value(expr: SqlExpr) -> SqlExpr {
    match &expr {
        SqlExpr::From(from) => match &from.kind {
            FromKind::Subquery { element, lateral: false } => SqlExpr::ScalarSelect(Rc::new(element.clone())),
            _ => expr,
        },
        _ => scalar(expr),
    }
}

/// A statement where one value is wanted.
pub fn scalar(expr: SqlExpr) -> SqlExpr {
    if expr.is_select() { SqlExpr::ScalarSelect(Rc::new(expr)) } else { expr }
}

/// A value as a column expression: what is no expression becomes a bound value (`roles.ExpressionElementRole`).
pub fn column_expr(cx: &mut Cx<'_>, value: &Value, ty: Option<Rc<Type>>) -> Made<SqlExpr> {
    Ok(match operand(cx, value)? {
        Operand::Expr(expr) => expr,
        Operand::Value(value) => build::literal(value, ty),
    })
}

/// A value as a condition (`roles.WhereHavingRole`).
pub fn condition(cx: &mut Cx<'_>, value: &Value) -> Made<SqlExpr> {
    if let Some(expr) = as_expr(cx, value)? {
        return Ok(scalar(expr));
    }
    match value {
        Value::None => Ok(SqlExpr::Null),
        Value::Bool(true) => Ok(SqlExpr::True),
        Value::Bool(false) => Ok(SqlExpr::False),
        _ => argument_error(cx, "SQL expression for WHERE/HAVING role expected, got a plain value."),
    }
}

/// A Python value as a literal.
pub fn literal(cx: &mut Cx<'_>, value: &Value) -> Made<Literal> {
    Ok(match value {
        Value::Unknown(_) | Value::Live(_) => return Err(Stop::Absorb(value.clone())),
        Value::None => Literal::None,
        Value::Bool(flag) => Literal::Bool(*flag),
        Value::Int(number) => Literal::Int(*number),
        Value::Float(number) => Literal::Float(*number),
        Value::Str(text) => Literal::Str(Rc::clone(text)),
        Value::Bytes(bytes) => Literal::Bytes(Rc::clone(bytes)),
        Value::Data(data) => data_literal(data),
        Value::Tuple(items) => Literal::List(literals(cx, items)?),
        Value::List(items) => {
            let items = items.borrow().clone();
            Literal::List(literals(cx, &items)?)
        }
        Value::Set(items) => {
            let items: Vec<Value> = items.borrow().iter().cloned().collect();
            Literal::List(literals(cx, &items)?)
        }
        Value::FrozenSet(items) => {
            let items: Vec<Value> = items.iter().cloned().collect();
            Literal::List(literals(cx, &items)?)
        }
        Value::Range(_) | Value::Generator(_) => {
            let span = cx.span;
            let items = cx.vm.iterate(cx.host, value, span)?;
            Literal::List(literals(cx, &items)?)
        }
        Value::Dict(entries) => {
            let pairs: Vec<(Value, Value)> = entries.borrow().iter().map(|(key, value)| (key.clone(), value.clone())).collect();
            let mut written = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                written.push((literal(cx, &key)?, literal(cx, &value)?));
            }
            Literal::Map(written.into())
        }
        Value::Instance(instance) => return instance_literal(cx, instance),
        Value::Library(handle) => match Object::of(handle) {
            Some(Object::Text(text)) => Literal::Str(Rc::clone(&text.text)),
            _ => Literal::Other("an object of a library".into()),
        },
        _ => Literal::Other("a Python object".into()),
    })
}

fn literals(cx: &mut Cx<'_>, items: &[Value]) -> Made<Rc<[Literal]>> {
    let mut written = Vec::with_capacity(items.len());
    for item in items {
        written.push(literal(cx, item)?);
    }
    Ok(written.into())
}

/// A member of an enumeration, or an instance of a subclass of `str` and its kin.
fn instance_literal(cx: &mut Cx<'_>, instance: &Rc<crate::eval::Instance>) -> Made<Literal> {
    if instance.class.enum_members().is_some()
        && let (Some(Value::Str(name)), Some(value)) = (instance.attribute("_name_"), instance.attribute("_value_"))
    {
        let value = Rc::new(literal(cx, &value)?);
        return Ok(Literal::Member { name, value });
    }
    let native = instance.native.borrow().clone();
    match native {
        Some(value) => literal(cx, &value),
        None => Ok(Literal::Other(format!("an instance of `{}`", instance.class.name).into())),
    }
}

fn data_literal(data: &Data) -> Literal {
    match data {
        Data::Date(date) => Literal::Date(date.to_string().into()),
        Data::Time(time) => Literal::Time { iso: time_iso(*time).into(), zoned: false },
        Data::DateTime(moment, offset) => {
            let mut iso = format!("{} {}", moment.date(), time_iso(moment.time()));
            if let Some(offset) = offset {
                iso.push_str(&offset_iso(*offset));
            }
            Literal::DateTime { iso: iso.into(), zoned: offset.is_some() }
        }
        Data::TimeDelta(micros) => Literal::Interval(*micros),
        Data::TimeZone(_) => Literal::Other("a time zone".into()),
        Data::Uuid(number) => Literal::Uuid(uuid_text(*number).into()),
        Data::Decimal(text) => Literal::Decimal(Rc::clone(text)),
    }
}

/// `isoformat()` of a time: microseconds only where there are any.
fn time_iso(time: jiff::civil::Time) -> String {
    let micros = time.subsec_nanosecond() / 1_000;
    let text = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    if micros == 0 { text } else { format!("{text}.{micros:06}") }
}

fn offset_iso(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let text = format!("{sign}{:02}:{:02}", seconds / 3600, seconds % 3600 / 60);
    if seconds.is_multiple_of(60) { text } else { format!("{text}:{:02}", seconds % 60) }
}

fn uuid_text(number: u128) -> String {
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or("").to_owned();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// A type that was passed as an argument, an object or its class.
pub fn ty(cx: &mut Cx<'_>, value: &Value) -> Made<Rc<Type>> {
    if let Value::Unknown(_) | Value::Live(_) = value {
        return Err(Stop::Absorb(value.clone()));
    }
    tables::type_of(cx, value)
}

/// All items of a collection of arguments: a list, a tuple, a generator.
pub fn items(cx: &mut Cx<'_>, value: &Value) -> Made<Vec<Value>> {
    if let Value::Unknown(_) | Value::Live(_) = value {
        return Err(Stop::Absorb(value.clone()));
    }
    let span = cx.span;
    Ok(match value {
        Value::Tuple(items) => items.to_vec(),
        Value::List(items) => items.borrow().clone(),
        _ => cx.vm.iterate(cx.host, value, span)?,
    })
}

/// Whether a value is a Python collection that stands for several arguments.
pub fn is_collection(value: &Value) -> bool {
    matches!(value, Value::Tuple(_) | Value::List(_) | Value::Set(_) | Value::FrozenSet(_) | Value::Generator(_) | Value::Range(_))
}

/// The pairs of a dict.
pub fn pairs(value: &Value) -> Option<Vec<(Value, Value)>> {
    match value {
        Value::Dict(entries) => Some(entries.borrow().iter().map(|(key, value)| (key.clone(), value.clone())).collect()),
        _ => None,
    }
}

/// The text of a `str`.
pub fn text(value: &Value) -> Option<Rc<str>> {
    match value {
        Value::Str(text) => Some(Rc::clone(text)),
        Value::Library(handle) => object::text(handle).map(|text| Rc::clone(&text.text)),
        Value::Instance(instance) => instance.native.borrow().as_ref().and_then(text),
        _ => None,
    }
}

/// The arguments of a call, taken one by one.
pub struct Arguments {
    positional: std::vec::IntoIter<Arg>,
    keywords: Vec<(Rc<str>, Arg)>,
}

impl Arguments {
    pub fn new(args: &crate::eval::Args) -> Self {
        Self { positional: args.positional.clone().into_iter(), keywords: args.keywords.clone() }
    }

    /// The next positional argument, or the keyword of that name.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        match self.positional.next() {
            Some(arg) => Some(arg.value),
            None => self.keyword(name),
        }
    }

    /// A keyword argument.
    pub fn keyword(&mut self, name: &str) -> Option<Value> {
        let index = self.keywords.iter().position(|(key, _)| &**key == name)?;
        Some(self.keywords.remove(index).1.value)
    }

    /// A keyword argument as a truth value, where it is a plain one.
    pub fn flag(&mut self, cx: &mut Cx<'_>, name: &str) -> Made<bool> {
        match self.keyword(name) {
            None | Some(Value::None) => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(value) => {
                let span = cx.span;
                Ok(cx.vm.truth(cx.host, &value, span)?)
            }
        }
    }

    /// A text argument, positional or by keyword; absent where it is None.
    pub fn text(&mut self, cx: &mut Cx<'_>, name: &str) -> Made<Option<Rc<str>>> {
        match self.take(name) {
            None | Some(Value::None) => Ok(None),
            Some(value @ (Value::Unknown(_) | Value::Live(_))) => Err(Stop::Absorb(value)),
            Some(value) => match text(&value) {
                Some(text) => Ok(Some(text)),
                None => not_understood(cx, format!("`{name}` is given something that is no text")),
            },
        }
    }

    /// All positional arguments that are left.
    pub fn rest(&mut self) -> Vec<Value> {
        self.positional.by_ref().map(|arg| arg.value).collect()
    }

    /// All keywords that are left.
    pub fn rest_keywords(&mut self) -> Vec<(Rc<str>, Value)> {
        std::mem::take(&mut self.keywords).into_iter().map(|(name, arg)| (name, arg.value)).collect()
    }

    /// Stops where an argument is left that nobody asked for.
    pub fn finish(self, cx: &Cx<'_>, function: &str) -> Made<()> {
        if let Some((name, _)) = self.keywords.first() {
            return not_understood(cx, format!("`{name}=` of `{function}` is not understood"));
        }
        if self.positional.len() > 0 {
            return not_understood(cx, format!("`{function}` is given more arguments than are understood"));
        }
        Ok(())
    }
}
