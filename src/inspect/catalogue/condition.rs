//! What a query of the catalogue asks of its rows.

use std::rc::Rc;

use sqlparser::ast::{BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, SelectItem, SetExpr, UnaryOperator, Value};

use super::rows::Fields;
use super::source::{Column, Source};
use crate::dialect::replay::IgnoreCase;
use crate::model::TableName;
use crate::schema::Schema;

/// Something that a field of the row must be.
pub(super) struct Condition {
    /// What of the object the column holds.
    pub field: Rc<str>,
    test: Test,
}

enum Test {
    Among { texts: Vec<Rc<str>>, ignore_case: bool, negated: bool },
    Like { pattern: String, ignore_case: bool, negated: bool },
    Null(bool),
}

impl Condition {
    /// That a field is one of these texts, exactly.
    fn is(field: impl Into<Rc<str>>, texts: Vec<Rc<str>>) -> Self {
        Self { field: field.into(), test: Test::Among { texts, ignore_case: false, negated: false } }
    }

    /// That a field is one of these texts, or none of them, as the catalogue compares them.
    fn compared(schema: &Schema, field: Rc<str>, texts: Vec<Rc<str>>, negated: bool) -> Self {
        let ignore_case = schema.rules().catalogues_ignore_case;
        Self { field, test: Test::Among { texts, ignore_case, negated } }
    }

    /// The texts that the field may be; none where that is not said.
    pub fn texts(&self) -> Option<&[Rc<str>]> {
        match &self.test {
            Test::Among { texts, negated: false, .. } => Some(texts),
            _ => None,
        }
    }

    /// That a field is there.
    pub fn there(field: &str) -> Self {
        Self { field: field.into(), test: Test::Null(false) }
    }

    /// Whether a row is as it must be.
    pub fn meets(&self, fields: &Fields) -> bool {
        match (&self.test, fields.get(&self.field)) {
            (Test::Null(null), text) => text.is_none() == *null,
            // nothing is equal to NULL, nor different from it
            (_, None) => false,
            (Test::Among { texts, ignore_case: false, negated }, Some(text)) => texts.contains(text) != *negated,
            (Test::Among { texts, negated, .. }, Some(text)) => {
                texts.iter().any(|other| other.to_lowercase() == text.to_lowercase()) != *negated
            }
            (Test::Like { pattern, ignore_case: true, negated }, Some(text)) => {
                like(&text.to_lowercase(), &pattern.to_lowercase()) != *negated
            }
            (Test::Like { pattern, negated, .. }, Some(text)) => like(text, pattern) != *negated,
        }
    }
}

/// Reads one condition; none where it is not understood.
pub(super) fn read(schema: &Schema, source: &Source<'_>, expression: &Expr, into: &mut Vec<Condition>) -> Option<()> {
    match expression {
        Expr::BinaryOp { left, op: op @ (BinaryOperator::Eq | BinaryOperator::NotEq), right } => {
            let (column, other) = if source.column(left).is_some() { (left, right) } else { (right, left) };
            return compared(schema, source, column, other, *op == BinaryOperator::Eq, into);
        }
        Expr::InList { expr, list, negated } => {
            let texts = list.iter().map(literal).collect::<Option<_>>()?;
            into.push(Condition::compared(schema, field(schema, source, expr)?, texts, *negated));
        }
        Expr::Like { negated, any: false, expr, pattern, escape_char: None } => {
            into.push(matched(schema, source, expr, pattern, *negated, schema.rules().ignore_case != IgnoreCase::None)?)
        }
        Expr::ILike { negated, any: false, expr, pattern, escape_char: None } => {
            into.push(matched(schema, source, expr, pattern, *negated, true)?)
        }
        Expr::IsNull(expr) => into.push(Condition { field: field(schema, source, expr)?, test: Test::Null(true) }),
        Expr::IsNotNull(expr) => into.push(Condition { field: field(schema, source, expr)?, test: Test::Null(false) }),
        Expr::UnaryOp { op: UnaryOperator::Not, expr } if is_flag(source, expr) => into.push(Condition::is("name", Vec::new())),
        _ if is_flag(source, expression) => {}
        _ => return None,
    }
    Some(())
}

fn compared(schema: &Schema, source: &Source<'_>, column: &Expr, other: &Expr, equal: bool, into: &mut Vec<Condition>) -> Option<()> {
    // Only one database and one current schema are ever looked at.
    if equal && let Some(function) = called(other) {
        let among = |known: &[String]| known.iter().any(|known| known.eq_ignore_ascii_case(&function));
        let rules = schema.rules();
        return match source.column(column)? {
            Column::Field(field) if &*field == "schema" && among(&rules.current_schema) => {
                into.push(Condition::is(field, vec![Rc::clone(&rules.default_schema)]));
                Some(())
            }
            Column::Other if among(&rules.current_others) => Some(()),
            Column::Id(_) => object(schema, other).map(|object| number(source, column, object, into))?,
            _ => None,
        };
    }
    match (source.column(column)?, flag(other)) {
        (Column::Flag, Some(value)) => {
            if value != equal {
                into.push(Condition::is("name", Vec::new()));
            }
        }
        (Column::Field(field), None) if !is_unnamed(schema, &field) => {
            into.push(Condition::compared(schema, field, vec![literal(other)?], !equal));
        }
        (Column::Id(_), None) if equal => return number(source, column, object(schema, other)?, into),
        _ => return None,
    }
    Some(())
}

/// The function that an expression calls.
fn called(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Function(function) => Some(function.name.to_string()),
        Expr::Cast { expr, .. } => called(expr),
        _ => None,
    }
}

/// The number of an object, by its name.
fn number(source: &Source<'_>, column: &Expr, object: TableName, into: &mut Vec<Condition>) -> Option<()> {
    let Column::Id(field) = source.column(column)? else { return None };
    let namespace = if &*field == "referred_table" { "referred_schema" } else { "schema" };
    into.push(Condition::is(field, vec![object.name.text]));
    into.extend(object.schema.map(|name| Condition::is(namespace, vec![name.text])));
    Some(())
}

fn is_flag(source: &Source<'_>, expression: &Expr) -> bool {
    match expression {
        Expr::Nested(inner) => is_flag(source, inner),
        _ => matches!(source.column(expression), Some(Column::Flag)),
    }
}

fn flag(expression: &Expr) -> Option<bool> {
    match expression {
        Expr::Value(value) => match value.value {
            Value::Boolean(flag) => Some(flag),
            _ => None,
        },
        _ => None,
    }
}

fn field(schema: &Schema, source: &Source<'_>, expression: &Expr) -> Option<Rc<str>> {
    match source.column(expression)? {
        Column::Field(field) if !is_unnamed(schema, &field) => Some(field),
        _ => None,
    }
}

/// Whether a field holds the name of the schema where only the connection knows it.
pub(super) fn is_unnamed(schema: &Schema, field: &str) -> bool {
    matches!(field, "schema" | "used_schema" | "referred_schema") && schema.rules().default_schema.is_empty()
}

/// A text that is written out.
pub(super) fn literal(expression: &Expr) -> Option<Rc<str>> {
    match expression {
        Expr::Value(value) => match &value.value {
            Value::SingleQuotedString(text) => Some(text.as_str().into()),
            _ => None,
        },
        Expr::Nested(inner) | Expr::Cast { expr: inner, .. } => literal(inner),
        _ => None,
    }
}

fn matched(schema: &Schema, source: &Source<'_>, expression: &Expr, pattern: &Expr, negated: bool, ignore_case: bool) -> Option<Condition> {
    let pattern = literal(pattern)?.to_string();
    // how it is escaped is not followed
    let plain = !pattern.contains('\\');
    plain
        .then(|| Some(Condition { field: field(schema, source, expression)?, test: Test::Like { pattern, ignore_case, negated } }))
        .flatten()
}

/// `LIKE`: `%` stands for any text, `_` for one character.
fn like(text: &str, pattern: &str) -> bool {
    let mut letters = pattern.chars();
    match letters.next() {
        None => text.is_empty(),
        Some('%') => {
            let rest = letters.as_str();
            text.char_indices().map(|(at, _)| at).chain([text.len()]).any(|at| like(&text[at..], rest))
        }
        Some(letter) => {
            let mut own = text.chars();
            own.next().is_some_and(|first| letter == '_' || first == letter) && like(own.as_str(), letters.as_str())
        }
    }
}

/// The object whose number is compared: `'t'::regclass`, `to_regclass('t')`, `(SELECT oid FROM pg_class WHERE relname = 't')`.
pub(super) fn object(schema: &Schema, expression: &Expr) -> Option<TableName> {
    match expression {
        Expr::Nested(inner) => object(schema, inner),
        // what there is not can't be cast
        Expr::Cast { expr, data_type, .. } if is_registry(&data_type.to_string()) => {
            let name = schema.parse_name(&literal(expr)?)?;
            let there = [super::relation(schema, &name), schema.has_type(&name)].iter().any(|answer| answer.known() == Some(true));
            there.then_some(name)
        }
        Expr::Function(function) if is_registry(function.name.to_string().to_lowercase().strip_prefix("to_")?) => {
            let FunctionArguments::List(list) = &function.args else { return None };
            let [FunctionArg::Unnamed(FunctionArgExpr::Expr(argument))] = list.args.as_slice() else { return None };
            schema.parse_name(&literal(argument)?)
        }
        Expr::Subquery(query) => {
            let SetExpr::Select(select) = &*query.body else { return None };
            let (source, conditions) = Source::of(schema, select)?;
            let [SelectItem::UnnamedExpr(selected)] = select.projection.as_slice() else { return None };
            let whole = matches!(source.column(selected)?, Column::Id(field) if &*field == "name");
            let mut read_conditions = Vec::new();
            conditions.iter().filter(|_| whole).try_for_each(|condition| read(schema, &source, condition, &mut read_conditions))?;
            named(&read_conditions)
        }
        _ => None,
    }
}

/// Types whose texts are names of objects.
fn is_registry(name: &str) -> bool {
    ["regclass", "regtype", "regnamespace"].iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The object that conditions name, and nothing besides.
fn named(conditions: &[Condition]) -> Option<TableName> {
    let one = |field: &str| match conditions.iter().find(|condition| &*condition.field == field)?.texts()? {
        [text] => Some(crate::model::Ident::new(Rc::clone(text))),
        _ => None,
    };
    let said = |condition: &Condition| matches!(&*condition.field, "name" | "schema" | "letter");
    let name = one("name").filter(|_| conditions.iter().all(said))?;
    Some(TableName { schema: one("schema"), name })
}
