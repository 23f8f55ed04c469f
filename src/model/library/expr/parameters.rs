//! Parameters: `bindparam`, `text().bindparams()`, and what is handed to `execute()` beside a statement.

use std::rc::Rc;

use super::super::state::Cx;
use super::value::{self, Arguments, Made, Stop, as_expr, not_understood};
use super::{dml, needed, selectables};
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Unwind, Value};
use crate::model::SqlExpr;
use crate::model::expr::statement::Assignments;
use crate::model::expr::{Bind, From, Insert, LabelName, Literal, SetColumn, TextClause};
use crate::model::types::Type;
use crate::model::{Ident, TableName};

/// `sa.bindparam(key, value, type_, …)`.
pub fn bindparam(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let key = arguments.text(cx, "key")?;
    let mut given = arguments.take("value");
    let ty = super::constructors::optional_type(cx, &mut arguments)?;
    let expanding = arguments.flag(cx, "expanding")?;
    let unique = arguments.flag(cx, "unique")?;
    let _ = arguments.keyword("literal_execute");
    if let Some(function) = arguments.keyword("callable_").filter(|function| !function.is_none()) {
        let span = cx.span;
        given = Some(cx.vm.call(cx.host, &function, Args::default(), span)?);
    }
    let required = given.is_none();
    let _ = arguments.keyword("required");
    arguments.finish(cx, "bindparam")?;
    let value = match &given {
        Some(given) => value::literal(cx, given)?,
        None => Literal::None,
    };
    let natural = match (&value, expanding) {
        (Literal::List(items), true) => items.first().map_or_else(Type::null, Literal::natural_type),
        (value, _) => value.natural_type(),
    };
    let ty = ty.unwrap_or_else(|| Rc::new(natural));
    let bind = match key {
        Some(key) if !unique => Bind::named(&key, value, ty, required),
        key => Bind::unique(key.as_deref(), value, ty),
    };
    Ok(SqlExpr::Bind(Rc::new(Bind { expanding, ..(*bind).clone() })))
}

/// `text(…).bindparams(*binds, **values)`.
pub fn bindparams(cx: &mut Cx<'_>, text: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let (source, mut binds) = parts(text);
    for value in arguments.rest() {
        match as_expr(cx, &value)? {
            Some(SqlExpr::Bind(bind)) => {
                let Some(key) = bind.key.plain().map(Rc::from) else {
                    return not_understood(cx, "a parameter without a name is not understood");
                };
                require(cx, &source, &key)?;
                set(&mut binds, key, bind);
            }
            _ => return not_understood(cx, "an argument of `.bindparams()` is no parameter"),
        }
    }
    for (key, given) in arguments.rest_keywords() {
        require(cx, &source, &key)?;
        let bind = bound(cx, &binds, &key, &given)?;
        set(&mut binds, key, bind);
    }
    Ok(SqlExpr::TextClause(Rc::new(TextClause { text: source, binds })))
}

fn require(cx: &mut Cx<'_>, text: &str, key: &str) -> Made<()> {
    if names(text).any(|name| name == key) {
        return Ok(());
    }
    let message = format!("This text() construct doesn't define a bound parameter named '{key}'");
    Err(Stop::Unwind(cx.raise("ArgumentError", message)))
}

/// `text(…).params(**values)`: values for parameters, names that the text lacks passed over.
pub fn params(cx: &mut Cx<'_>, text: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let (source, mut binds) = parts(text);
    let mut given: Vec<(Rc<str>, Value)> = Vec::new();
    for value in arguments.rest() {
        for (key, value) in value::pairs(&value).unwrap_or_default() {
            if let Some(key) = value::text(&key) {
                given.push((key, value));
            }
        }
    }
    given.extend(arguments.rest_keywords());
    for (key, value) in given {
        let bind = bound(cx, &binds, &key, &value)?;
        set(&mut binds, key, bind);
    }
    Ok(SqlExpr::TextClause(Rc::new(TextClause { text: source, binds })))
}

/// A value under a name: the type it was given before, or that of the value.
fn bound(cx: &mut Cx<'_>, binds: &[(Rc<str>, Rc<Bind>)], key: &Rc<str>, given: &Value) -> Made<Rc<Bind>> {
    let value = value::literal(cx, given)?;
    if let Some((_, known)) = binds.iter().find(|(name, _)| name == key) {
        let ty = if known.ty.is_null() && !known.expanding { Rc::new(value.natural_type()) } else { Rc::clone(&known.ty) };
        let ty = match (&value, known.expanding && ty.is_null()) {
            (Literal::List(items), true) => Rc::new(items.first().map_or_else(Type::null, Literal::natural_type)),
            _ => ty,
        };
        return Ok(Rc::new(Bind { value, ty, required: false, ..(**known).clone() }));
    }
    let ty = Rc::new(value.natural_type());
    Ok(Bind::named(key, value, ty, false))
}

fn set(binds: &mut Vec<(Rc<str>, Rc<Bind>)>, key: Rc<str>, bind: Rc<Bind>) {
    match binds.iter_mut().find(|(name, _)| *name == key) {
        Some((_, slot)) => *slot = bind,
        None => binds.push((key, bind)),
    }
}

fn parts(text: &SqlExpr) -> (Rc<str>, NamedBinds) {
    match text {
        SqlExpr::TextClause(clause) => (Rc::clone(&clause.text), clause.binds.clone()),
        SqlExpr::Text(text) => (Rc::clone(text), Vec::new()),
        _ => ("".into(), Vec::new()),
    }
}

/// The names of a text's parameters.
fn names(text: &str) -> impl Iterator<Item = &str> {
    crate::model::expr::text::parameters(text).into_iter().filter_map(|(start, end)| text.get(start + 1..end))
}

/// A statement with the parameters that `execute(statement, parameters)` hands to it, one for each set of them.
///
/// `parameters` is a dict, or a list or tuple of dicts. Values are written out: an `INSERT` takes them as its row,
/// an `UPDATE` as what it sets, texts and other statements where they name them.
///
/// # Errors
/// What reading the values raises; a diagnostic for a value that is not known.
pub fn with_parameters(cx: &mut Cx<'_>, statement: &SqlExpr, parameters: &Value) -> Result<Vec<Rc<SqlExpr>>, Unwind> {
    let made = with_sets(cx, statement, parameters);
    needed(cx, made, "a parameter of a statement")
}

/// `statement.params(**values)`.
pub fn of_statement(cx: &mut Cx<'_>, statement: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut pairs = Vec::new();
    for value in arguments.rest() {
        pairs.extend(value::pairs(&value).unwrap_or_default());
    }
    pairs.extend(arguments.rest_keywords().into_iter().map(|(key, value)| (Value::Str(key), value)));
    with_pairs(cx, statement, pairs)
}

fn with_sets(cx: &mut Cx<'_>, statement: &SqlExpr, parameters: &Value) -> Made<Vec<Rc<SqlExpr>>> {
    let sets = match parameters {
        Value::None => return Ok(vec![Rc::new(statement.clone())]),
        Value::Dict(_) => vec![parameters.clone()],
        _ => value::items(cx, parameters)?,
    };
    let mut made = Vec::with_capacity(sets.len());
    for set in &sets {
        made.push(Rc::new(with_set(cx, statement, set)?));
    }
    Ok(made)
}

fn with_set(cx: &mut Cx<'_>, statement: &SqlExpr, set: &Value) -> Made<SqlExpr> {
    let Some(pairs) = value::pairs(set) else {
        return not_understood(cx, "the parameters of a statement are no dict");
    };
    with_pairs(cx, statement, pairs)
}

fn with_pairs(cx: &mut Cx<'_>, statement: &SqlExpr, pairs: Vec<(Value, Value)>) -> Made<SqlExpr> {
    let mut values = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let Some(key) = value::text(&key) else {
            return not_understood(cx, "the name of a parameter is no text");
        };
        values.push((key, value));
    }
    with_values(cx, statement, values)
}

fn with_values(cx: &mut Cx<'_>, statement: &SqlExpr, values: Vec<(Rc<str>, Value)>) -> Made<SqlExpr> {
    match statement {
        SqlExpr::Text(_) | SqlExpr::TextClause(_) => {
            let (source, mut binds) = parts(statement);
            for (key, value) in &values {
                let bind = bound(cx, &binds, key, value)?;
                self::set(&mut binds, Rc::clone(key), bind);
            }
            Ok(SqlExpr::TextClause(Rc::new(TextClause { text: source, binds })))
        }
        SqlExpr::Insert(insert) => {
            let mut new = (**insert).clone();
            let mut row = new.values.take().unwrap_or_default();
            extend(cx, &insert.table, &mut row, &values)?;
            new.values = Some(row);
            Ok(SqlExpr::Insert(Rc::new(new)))
        }
        SqlExpr::Update(update) => {
            let mut new = (**update).clone();
            let mut literals = literals(cx, &values)?;
            for criterion in &mut new.criteria {
                *criterion = substitute(criterion, &mut literals);
            }
            if let Some(row) = &mut new.values {
                for (_, value) in row.iter_mut() {
                    *value = substitute(value, &mut literals);
                }
            }
            let unused: Vec<(Rc<str>, Value)> =
                values.into_iter().filter(|(key, _)| literals.iter().any(|(name, _, used)| name == key && !used)).collect();
            let mut row = new.values.take().unwrap_or_default();
            extend(cx, &update.table, &mut row, &unused)?;
            new.values = Some(row);
            Ok(SqlExpr::Update(Rc::new(new)))
        }
        SqlExpr::Delete(delete) => {
            let mut new = (**delete).clone();
            let mut literals = literals(cx, &values)?;
            for criterion in &mut new.criteria {
                *criterion = substitute(criterion, &mut literals);
            }
            Ok(SqlExpr::Delete(Rc::new(new)))
        }
        SqlExpr::Select(select) => {
            let mut new = (**select).clone();
            let mut literals = literals(cx, &values)?;
            for criterion in new.criteria.iter_mut().chain(&mut new.columns) {
                *criterion = substitute(criterion, &mut literals);
            }
            Ok(SqlExpr::Select(Rc::new(new)))
        }
        SqlExpr::Compound(compound) => {
            let mut new = (**compound).clone();
            for select in &mut new.selects {
                *select = with_values(cx, select, values.clone())?;
            }
            Ok(SqlExpr::Compound(Rc::new(new)))
        }
        SqlExpr::SelectGrouping(inner) => Ok(SqlExpr::SelectGrouping(Rc::new(with_values(cx, inner, values)?))),
        _ => not_understood(cx, "parameters of this statement are not understood"),
    }
}

/// Values by parameter, and whether the statement named it.
type Literals = Vec<(Rc<str>, Literal, bool)>;

/// The parameters of a text.
type NamedBinds = Vec<(Rc<str>, Rc<Bind>)>;

fn literals(cx: &mut Cx<'_>, values: &[(Rc<str>, Value)]) -> Made<Literals> {
    let mut found = Vec::with_capacity(values.len());
    for (key, value) in values {
        found.push((Rc::clone(key), value::literal(cx, value)?, false));
    }
    Ok(found)
}

fn extend(cx: &mut Cx<'_>, table: &Rc<From>, row: &mut Assignments, values: &[(Rc<str>, Value)]) -> Made<()> {
    for (key, value) in values {
        let value = dml::stored_in(cx, table, &SetColumn::Key(Rc::clone(key)), value)?;
        row.retain(|(column, _)| !matches!(column, SetColumn::Key(known) if known == key));
        row.push((SetColumn::Key(Rc::clone(key)), value));
    }
    Ok(())
}

/// The expression with values for the parameters that it names.
fn substitute(expr: &SqlExpr, literals: &mut Literals) -> SqlExpr {
    let mut fill = |bind: &Rc<Bind>| {
        let LabelName::Given(name) = &bind.key else { return Rc::clone(bind) };
        match literals.iter_mut().find(|(key, ..)| *key == name.text) {
            Some((_, value, used)) => {
                *used = true;
                let ty = if bind.ty.is_null() { Rc::new(value.natural_type()) } else { Rc::clone(&bind.ty) };
                Rc::new(Bind { value: value.clone(), ty, required: false, ..(**bind).clone() })
            }
            None => Rc::clone(bind),
        }
    };
    crate::model::expr::rewrite::binds(expr, &mut fill)
}

/// One row of `op.bulk_insert`: an `INSERT` with every value written out.
///
/// # Errors
/// What reading the values raises; a diagnostic for a value that is not known.
pub fn bulk_row(cx: &mut Cx<'_>, table: &Value, row: &Value) -> Result<Rc<SqlExpr>, Unwind> {
    let made = row_of(cx, table, row);
    needed(cx, made, "a value of a row")
}

/// The table that rows are inserted into.
///
/// # Errors
/// What reading it raises; a diagnostic for a value that is not known.
pub fn bulk_table(cx: &mut Cx<'_>, table: &Value) -> Result<TableName, Unwind> {
    let made = selectables::source(cx, table);
    let from = needed(cx, made, "the table to insert into")?;
    let name = from.name.as_ref().and_then(|name| name.plain()).unwrap_or_default();
    Ok(TableName { schema: from.schema().cloned(), name: Ident::new(name) })
}

fn row_of(cx: &mut Cx<'_>, table: &Value, row: &Value) -> Made<Rc<SqlExpr>> {
    let from = selectables::source(cx, table)?;
    let Some(pairs) = value::pairs(row) else {
        return Err(Stop::Unwind(cx.raise_builtin("TypeError", "List of dictionaries expected")));
    };
    let mut assignments = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let Some(key) = value::text(&key) else {
            return not_understood(cx, "the name of a column is no text");
        };
        if from.column(&key).is_none() {
            return Err(Stop::Unwind(cx.raise_builtin("KeyError", key.to_string())));
        }
        let key = SetColumn::Key(key);
        let expression = as_expr(cx, &value)?;
        let stored = dml::stored_in(cx, &from, &key, &value)?;
        if expression.is_some_and(|given| !matches!(given, SqlExpr::Bind(bind) if bind.inline)) {
            return Err(Stop::Unwind(no_plain_value(cx, &key).into()));
        }
        assignments.push((key, stored));
    }
    Ok(Rc::new(SqlExpr::Insert(Rc::new(Insert { values: Some(assignments), inline: true, ..Insert::new(from) }))))
}

/// A row holds an expression, which Alembic can't write in offline mode.
fn no_plain_value(cx: &Cx<'_>, column: &SetColumn) -> Diagnostic {
    let name = match column {
        SetColumn::Key(name) => name,
        _ => "a column",
    };
    Diagnostic::error(Code::NoLiteral, format!("a row of `bulk_insert` holds a SQL expression for `{}`, which has no literal form", name))
        .label(cx.span, "inserted here")
        .help("insert this row with `op.execute(table.insert().values(…))`, which takes expressions")
}
