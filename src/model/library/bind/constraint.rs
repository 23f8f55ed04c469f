//! Constraints.

use std::rc::Rc;

use super::super::object::{self, ConstraintClass, ConstraintObject, Handle};
use super::super::signature::{identifier, plain_text};
use super::super::state::Cx;
use super::super::{bridge, columns, constraints, foreign_keys, literals, metadata, tables};
use super::{flag, options, refuse_doubt, refuse_unknown, text};
use crate::eval::{Unwind, Value};
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, OptionValue, TableName};

/// A constraint.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is no constraint.
pub fn constraint(cx: &mut Cx<'_>, value: &Value) -> Result<Constraint, Unwind> {
    refuse_unknown(cx, value, "a constraint")?;
    match object::handle(value).filter(|handle| object::constraint(handle).is_some()) {
        Some(handle) => of_handle(cx, &handle),
        None => {
            let shown = literals::repr(value);
            Err(cx.raise("ArgumentError", format!("expected a Constraint, got {shown}")))
        }
    }
}

/// The constraint behind a handle.
pub(super) fn of_handle(cx: &mut Cx<'_>, handle: &Handle) -> Result<Constraint, Unwind> {
    let Some(cell) = object::constraint(handle) else {
        return Err(crate::diag::Diagnostic::bug(handle.place, "a constraint is none").into());
    };
    refuse_doubt(cx, cell.borrow().doubt.as_ref(), handle.place)?;
    let kind = kind(cx, handle)?;
    finish(cx, handle, kind)
}

fn kind(cx: &mut Cx<'_>, handle: &Handle) -> Result<ConstraintKind, Unwind> {
    let Some(cell) = object::constraint(handle) else {
        return Ok(ConstraintKind::Unique { columns: Vec::new() });
    };
    let class = cell.borrow().class;
    Ok(match class {
        ConstraintClass::PrimaryKey => ConstraintKind::PrimaryKey { columns: key_columns(cx, handle) },
        ConstraintClass::Unique => ConstraintKind::Unique { columns: idents(&cell.borrow().columns) },
        ConstraintClass::ForeignKey => ConstraintKind::ForeignKey(Box::new(foreign_key_rule(cx, handle)?)),
        ConstraintClass::Check => {
            let condition = cell.borrow().condition.clone();
            ConstraintKind::Check { condition: bridge::expression(cx, &condition, "the condition of a check constraint")? }
        }
        ConstraintClass::Exclude => exclude(cx, handle)?,
    })
}

/// What constraints of every kind have.
fn finish(cx: &mut Cx<'_>, handle: &Handle, kind: ConstraintKind) -> Result<Constraint, Unwind> {
    let mut bound = Constraint::new(kind, handle.place);
    let Some(cell) = object::constraint(handle) else { return Ok(bound) };
    let (deferrable, initially, comment, mut extra) = {
        let object = cell.borrow();
        (object.deferrable.clone(), object.initially.clone(), object.comment.clone(), object.options.clone())
    };
    if cell.borrow().class == ConstraintClass::Exclude {
        extra.retain(|name, _| !matches!(&**name, "using" | "where" | "ops"));
    }
    bound.deferrable = flag(cx, &deferrable, "`deferrable` of a constraint")?;
    bound.initially = text(cx, &initially, "`initially` of a constraint")?;
    bound.comment = text(cx, &comment, "the comment of a constraint")?;
    bound.options = options(cx, &extra)?;
    let object = cell.borrow();
    bound.name = object.name.clone();
    bound.type_bound = object.type_bound;
    Ok(bound)
}

/// Columns of a primary key: of one that the table made for itself, the counting column first.
fn key_columns(cx: &Cx<'_>, handle: &Handle) -> Vec<Ident> {
    let Some(cell) = object::constraint(handle) else { return Vec::new() };
    let object = cell.borrow();
    let mut columns = idents(&object.columns);
    if object.implicit && cx.library.dialect.counting_column_first {
        let counting = constraints::table_of(handle).and_then(|table| tables::autoincrement_column(&table));
        let counting = counting.and_then(|column| object::column(&column)?.borrow().name.clone());
        if let Some(at) = columns.iter().position(|column| Some(column) == counting.as_ref()) {
            let first = columns.remove(at);
            columns.insert(0, first);
        }
    }
    columns
}

/// The names of columns given as keys, columns or light-weight columns.
pub(super) fn idents(values: &[Value]) -> Vec<Ident> {
    values.iter().filter_map(ident_of).collect()
}

fn ident_of(value: &Value) -> Option<Ident> {
    if let Some(handle) = object::handle(value)
        && let Some(column) = object::column(&handle)
    {
        return column.borrow().name.clone();
    }
    identifier(value, None).or_else(|| bridge::column_key(value).map(Ident::new))
}

/// What a foreign key constraint points to and does.
///
/// # Errors
/// A diagnostic for what is not known.
pub fn foreign_key_rule(cx: &mut Cx<'_>, handle: &Handle) -> Result<ForeignKeyRule, Unwind> {
    let Some(cell) = object::constraint(handle) else {
        return Err(crate::diag::Diagnostic::bug(handle.place, "a foreign key is none").into());
    };
    let elements = cell.borrow().elements.clone();
    let locals = cell.borrow().columns.clone();
    let table = constraints::table_of(handle);
    let mut rule = rule(cx, &cell.borrow())?;
    rule.columns = idents(&locals);
    for (element, local) in elements.iter().zip(&rule.columns) {
        if let Some(cell) = object::foreign_key(element) {
            refuse_doubt(cx, cell.borrow().doubt.as_ref(), element.place)?;
        }
        let (name, column) = referred(cx, element, table.as_ref(), local)?;
        rule.referred_table = name;
        rule.referred_columns.push(column);
    }
    Ok(rule)
}

fn rule(cx: &mut Cx<'_>, object: &ConstraintObject) -> Result<ForeignKeyRule, Unwind> {
    Ok(ForeignKeyRule {
        columns: Vec::new(),
        referred_table: TableName::new(""),
        referred_columns: Vec::new(),
        onupdate: text(cx, &object.onupdate, "`onupdate` of a foreign key")?,
        ondelete: text(cx, &object.ondelete, "`ondelete` of a foreign key")?,
        r#match: text(cx, &object.r#match, "`match` of a foreign key")?,
        use_alter: object.use_alter,
    })
}

/// The table and column that an element points to: of the table that is known by the name, else as written.
///
/// # Errors
/// `NoReferencedColumnError` where a table alone is named that is not known.
fn referred(cx: &mut Cx<'_>, element: &Handle, table: Option<&Handle>, local: &Ident) -> Result<(TableName, Ident), Unwind> {
    let resolved =
        table.and_then(|table| foreign_keys::resolve(element, table)).or_else(|| match &object::foreign_key(element)?.borrow().target {
            object::Target::Column(column) => Some(Rc::clone(column)),
            object::Target::Names { .. } => None,
        });
    if let Some(column) = resolved
        && let Some(name) = object::column(&column).and_then(|column| column.borrow().name.clone())
        && let Some(table) = columns::table_of(&column).and_then(|table| tables::name(&table))
    {
        return Ok((table, name));
    }
    let (schema, name, column) = foreign_keys::tokens(element).unwrap_or((None, "".into(), None));
    let owner_schema = || {
        let owner = tables::metadata_of(table?)?;
        object::metadata(&owner)?.borrow().schema.clone()
    };
    let schema = schema.map(Ident::new).or_else(owner_schema);
    let known = table.and_then(tables::metadata_of).and_then(|owner| {
        let key = metadata::key(&name, schema.as_ref().map(|schema| &*schema.text));
        let table = object::metadata(&owner)?.borrow().tables.get(&key).cloned()?;
        tables::name(&table)
    });
    let name = known.unwrap_or(TableName { schema, name: Ident::new(name) });
    match column {
        Some(column) => Ok((name, Ident::new(column))),
        None => {
            let (referred, local) = (&name.name.text, &local.text);
            let text =
                format!("Could not initialize target column for ForeignKey '{referred}': table '{referred}' has no column named '{local}'");
            Err(cx.raise("NoReferencedColumnError", text))
        }
    }
}

/// The foreign key of a column that is in no table yet.
pub(super) fn of_foreign_key(cx: &mut Cx<'_>, foreign_key: &Handle, column: &Handle) -> Result<Constraint, Unwind> {
    let Some(cell) = object::foreign_key(foreign_key) else {
        return Err(crate::diag::Diagnostic::bug(foreign_key.place, "a foreign key is none").into());
    };
    refuse_doubt(cx, cell.borrow().doubt.as_ref(), foreign_key.place)?;
    let object = cell.borrow();
    let local = object::column(column).and_then(|column| column.borrow().name.clone()).unwrap_or_else(|| "".into());
    let (onupdate, ondelete) = (object.onupdate.clone(), object.ondelete.clone());
    let (r#match, comment) = (object.r#match.clone(), object.comment.clone());
    let (deferrable, initially, extra) = (object.deferrable.clone(), object.initially.clone(), object.options.clone());
    let (name, use_alter) = (object.name.clone(), object.use_alter);
    drop(object);
    let (referred_table, referred_column) = referred(cx, foreign_key, None, &local)?;
    let rule = ForeignKeyRule {
        columns: vec![local],
        referred_table,
        referred_columns: vec![referred_column],
        onupdate: text(cx, &onupdate, "`onupdate` of a foreign key")?,
        ondelete: text(cx, &ondelete, "`ondelete` of a foreign key")?,
        r#match: text(cx, &r#match, "`match` of a foreign key")?,
        use_alter,
    };
    let mut bound = Constraint::new(ConstraintKind::ForeignKey(Box::new(rule)), foreign_key.place);
    bound.name = name;
    bound.deferrable = flag(cx, &deferrable, "`deferrable` of a foreign key")?;
    bound.initially = text(cx, &initially, "`initially` of a foreign key")?;
    bound.comment = text(cx, &comment, "the comment of a foreign key")?;
    bound.options = options(cx, &extra)?;
    Ok(bound)
}

fn exclude(cx: &mut Cx<'_>, handle: &Handle) -> Result<ConstraintKind, Unwind> {
    let (given, extra) = match object::constraint(handle) {
        Some(cell) => (cell.borrow().exclusions.clone(), cell.borrow().options.clone()),
        None => (Vec::new(), indexmap::IndexMap::default()),
    };
    let table = constraints::table_of(handle);
    let mut elements = Vec::new();
    for (element, operator) in given {
        let column = plain_text(&element).and_then(|key| tables::column(table.as_ref()?, &key));
        let expression = match (&column, plain_text(&element)) {
            (Some(column), _) => bridge::column_expression(cx, column)?,
            (None, Some(name)) => Some(bridge::named_column(name)),
            (None, None) => None,
        };
        let expression = match expression {
            Some(expression) => Rc::new(expression),
            None => bridge::expression(cx, &element, "an element of an exclude constraint")?,
        };
        let operator = text(cx, &operator, "an operator of an exclude constraint")?.unwrap_or_default();
        elements.push((expression, operator));
    }
    let using = extra.get("using").and_then(plain_text).unwrap_or_else(|| "gist".into());
    let r#where = match extra.get("where") {
        Some(condition) if !condition.is_none() => Some(bridge::expression(cx, condition, "`where` of an exclude constraint")?),
        _ => None,
    };
    let ops = match extra.get("ops").and_then(literals::option) {
        Some(OptionValue::Map(ops)) => ops
            .into_iter()
            .filter_map(|(name, value)| match value {
                OptionValue::Str(text) => Some((name, text)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    Ok(ConstraintKind::Exclude { elements, using, r#where, ops })
}
