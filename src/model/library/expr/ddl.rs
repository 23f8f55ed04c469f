//! Schema elements as statements: `CreateSchema(…)`, and sequences within expressions.

use std::rc::Rc;

use super::super::object::{self, Object};
use super::super::signature::identifier;
use super::super::state::Cx;
use super::super::{columns, constraints, options, tables};
use super::value::{self, Arguments, Made, not_understood};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::column::Sequence;
use crate::model::expr::columns::proxies;
use crate::model::expr::ddl::TableViaSelect;
use crate::model::expr::from::ColumnRole;
use crate::model::expr::{ColumnClause, Ddl, From, LabelName};
use crate::model::ident::TableName;

/// `sqlalchemy.schema.CreateSchema` and its kin.
pub fn construct(cx: &mut Cx<'_>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    if !matches!(
        name,
        "CreateSchema"
            | "DropSchema"
            | "CreateSequence"
            | "DropSequence"
            | "CreateTable"
            | "DropTable"
            | "CreateIndex"
            | "DropIndex"
            | "AddConstraint"
            | "DropConstraint"
            | "DDL"
            | "CreateView"
            | "CreateTableAs"
            | "DropView"
    ) {
        return comment(cx, name, args);
    }
    if let "CreateView" | "CreateTableAs" = name {
        return Some(via_select(cx, name, None, Arguments::new(args)));
    }
    Some(element(cx, name, Arguments::new(args)).map(|ddl| SqlExpr::Ddl(Rc::new(ddl))))
}

/// The statements that make and drop a named type of a dialect.
pub fn named_type(cx: &mut Cx<'_>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let create = match name {
        "CreateEnumType" | "CreateDomainType" => true,
        "DropEnumType" | "DropDomainType" => false,
        _ => return None,
    };
    let mut arguments = Arguments::new(args);
    let subject = arguments.take("element").or_else(|| arguments.keyword("type_")).unwrap_or(Value::None);
    let made = value::ty(cx, &subject).and_then(|ty| {
        arguments.finish(cx, name)?;
        Ok(SqlExpr::Ddl(Rc::new(if create { Ddl::CreateType { ty } } else { Ddl::DropType { ty } })))
    });
    Some(made)
}

/// `SetTableComment(…)` and its kin.
fn comment(cx: &mut Cx<'_>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let (set, of) = match (name.strip_prefix("Set"), name.strip_prefix("Drop")) {
        (Some(of), _) => (true, of),
        (_, Some(of)) => (false, of),
        _ => return None,
    };
    if !matches!(of, "TableComment" | "ColumnComment" | "ConstraintComment") {
        return None;
    }
    let mut arguments = Arguments::new(args);
    let subject = arguments.take("element").unwrap_or(Value::None);
    let made = commented(cx, name, of, set, &subject).and_then(|ddl| {
        arguments.finish(cx, name)?;
        Ok(SqlExpr::Ddl(Rc::new(ddl)))
    });
    Some(made)
}

fn commented(cx: &mut Cx<'_>, name: &str, of: &str, set: bool, subject: &Value) -> Made<Ddl> {
    if let Value::Unknown(_) | Value::Live(_) = subject {
        return Err(value::Stop::Absorb(subject.clone()));
    }
    let handle = object::handle(subject);
    let class = handle.as_ref().and_then(|handle| Object::of(handle));
    let table = match (&handle, class) {
        (Some(handle), Some(Object::Table(_))) => tables::name(handle),
        (Some(handle), Some(Object::Column(_))) => columns::table_of(handle).and_then(|table| tables::name(&table)),
        (Some(handle), Some(Object::Constraint(_))) => constraints::table_of(handle).and_then(|table| tables::name(&table)),
        _ => None,
    };
    Ok(match (of, class, table) {
        ("TableComment", Some(Object::Table(_)), Some(table)) => {
            let comment = super::super::bind::table(cx, subject)?.comment.filter(|_| set);
            Ddl::TableComment { table, comment }
        }
        ("ColumnComment", Some(Object::Column(_)), Some(table)) => {
            let mut column = super::super::bind::column(cx, subject)?;
            column.comment = column.comment.filter(|_| set);
            Ddl::ColumnComment { table, column: Rc::new(column) }
        }
        ("ConstraintComment", Some(Object::Constraint(_)), Some(table)) => {
            let bound = super::super::bind::constraint(cx, subject)?;
            let Some(constraint) = bound.name else {
                return not_understood(cx, format!("`{name}` of a constraint without a name is not understood"));
            };
            Ddl::ConstraintComment { table, constraint, comment: bound.comment.filter(|_| set) }
        }
        _ => return not_understood(cx, format!("`{name}` of what belongs to no table is not understood")),
    })
}

fn element(cx: &mut Cx<'_>, name: &str, mut arguments: Arguments) -> Made<Ddl> {
    let subject =
        arguments.take("element").or_else(|| arguments.keyword("name")).or_else(|| arguments.keyword("statement")).unwrap_or(Value::None);
    if let Value::Unknown(_) | Value::Live(_) = subject {
        return Err(value::Stop::Absorb(subject));
    }
    let if_not_exists = arguments.flag(cx, "if_not_exists")?;
    let if_exists = arguments.flag(cx, "if_exists")?;
    let ddl = match name {
        "CreateSchema" | "DropSchema" => {
            let Some(name_of) = super::super::signature::identifier(&subject, None) else {
                return not_understood(cx, format!("`{name}` of what is no name is not understood"));
            };
            let cascade = arguments.flag(cx, "cascade")?;
            if name == "CreateSchema" {
                Ddl::CreateSchema { name: name_of, if_not_exists }
            } else {
                Ddl::DropSchema { name: name_of, cascade, if_exists }
            }
        }
        "CreateSequence" | "DropSequence" => {
            let Some(sequence) = sequence(cx, &subject)? else {
                return not_understood(cx, format!("`{name}` of what is no sequence is not understood"));
            };
            if name == "CreateSequence" {
                Ddl::CreateSequence { sequence, if_not_exists }
            } else {
                Ddl::DropSequence { sequence, if_exists }
            }
        }
        "CreateTable" | "DropTable" => {
            let Some(handle) = object::handle(&subject).filter(|handle| matches!(Object::of(handle), Some(Object::Table(_)))) else {
                return not_understood(cx, format!("`{name}` of what is no table is not understood"));
            };
            let table = Rc::new(super::super::bind::table(cx, &Value::Library(handle))?);
            if name == "CreateTable" { Ddl::CreateTable { table, if_not_exists } } else { Ddl::DropTable { table, if_exists } }
        }
        "CreateIndex" | "DropIndex" => {
            let Some(handle) = object::handle(&subject).filter(|handle| matches!(Object::of(handle), Some(Object::Index(_)))) else {
                return not_understood(cx, format!("`{name}` of what is no index is not understood"));
            };
            let index = Rc::new(super::super::bind::index(cx, &Value::Library(handle))?);
            if name == "CreateIndex" { Ddl::CreateIndex { index, if_not_exists } } else { Ddl::DropIndex { index, if_exists } }
        }
        "AddConstraint" | "DropConstraint" => {
            let table = object::handle(&subject).as_ref().and_then(constraints::table_of).and_then(|table| tables::name(&table));
            let Some(table) = table else {
                return not_understood(cx, format!("`{name}` of what is no constraint of a table is not understood"));
            };
            let constraint = Rc::new(super::super::bind::constraint(cx, &subject)?);
            let cascade = arguments.flag(cx, "cascade")?;
            arguments.keyword("isolate_from_table");
            if name == "AddConstraint" {
                Ddl::AddConstraint { table, constraint }
            } else {
                Ddl::DropConstraint { table, constraint, cascade, if_exists }
            }
        }
        "DropView" => {
            let Some(SqlExpr::From(from)) = value::as_expr(cx, &subject)? else {
                return not_understood(cx, "`DropView` of what is no table is not understood");
            };
            let Some(LabelName::Given(view)) = from.name.clone() else {
                return not_understood(cx, "`DropView` of a table without a name is not understood");
            };
            let view = TableName { schema: from.schema().cloned(), name: view };
            Ddl::DropView { view, materialized: arguments.flag(cx, "materialized")?, if_exists }
        }
        _ => match value::text(&subject) {
            Some(text) => Ddl::Text(with_context(&text, arguments.take("context").as_ref()).into()),
            None => return not_understood(cx, "`DDL` of what is no text is not understood"),
        },
    };
    arguments.finish(cx, name)?;
    Ok(ddl)
}

/// `CreateView`, `CreateTableAs`, and `select.into()`.
pub fn via_select(cx: &mut Cx<'_>, class: &str, select: Option<&SqlExpr>, mut arguments: Arguments) -> Made<SqlExpr> {
    let select = match select {
        Some(select) => select.clone(),
        None => match arguments.take("selectable").map(|given| value::as_expr(cx, &given)).transpose()?.flatten() {
            Some(select) if select.is_select() => select,
            _ => return not_understood(cx, format!("`{class}` of what is no statement is not understood")),
        },
    };
    let view = class == "CreateView";
    let given = arguments.take(if view { "view_name" } else { "table_name" }).or_else(|| arguments.keyword("target"));
    let Some(name) = given.and_then(|given| identifier(&given, None)) else {
        return not_understood(cx, format!("`{class}` of what is no name is not understood"));
    };
    let schema = arguments.keyword("schema").and_then(|schema| identifier(&schema, None));
    let (temporary, if_not_exists) = (arguments.flag(cx, "temporary")?, !view && arguments.flag(cx, "if_not_exists")?);
    let (or_replace, materialized) = (view && arguments.flag(cx, "or_replace")?, view && arguments.flag(cx, "materialized")?);
    if arguments.keyword("metadata").is_some_and(|metadata| !metadata.is_none()) {
        return not_understood(cx, format!("`metadata=` of `{class}` is not understood"));
    }
    let extra: object::Extra = arguments.rest_keywords().into_iter().collect();
    options::validate(cx, &[class], &format!("sqlalchemy.sql.ddl.{class}"), &extra)?;
    let options = super::super::bind::options(cx, &extra)?;
    arguments.finish(cx, class)?;
    let columns = proxies(&select).iter().map(|column| real_column(column)).collect();
    let table = From::table(schema.clone(), name.clone(), columns);
    let name = TableName { schema, name };
    let made = TableViaSelect { view, name, table, select, temporary, if_not_exists, or_replace, materialized, options };
    Ok(SqlExpr::Ddl(Rc::new(Ddl::CreateViaSelect(Box::new(made)))))
}

fn real_column(column: &ColumnClause) -> Rc<ColumnClause> {
    let role = ColumnRole { real: true, ..ColumnRole::default() };
    Rc::new(ColumnClause { role, key: None, literal: false, ..column.clone() })
}

/// The text of a `DDL`, its `context=` put in and its percent signs halved.
fn with_context(text: &str, context: Option<&Value>) -> String {
    let mut filled = text.to_owned();
    if let Some(Value::Dict(entries)) = context {
        for (key, value) in entries.borrow().iter() {
            if let (Some(key), Some(value)) = (key.as_str(), value::text(value)) {
                filled = filled.replace(&format!("%({key})s"), &value.replace('%', "%%"));
            }
        }
    }
    filled.replace("%%", "%")
}

/// `element.execute_if(dialect=…)`.
pub fn execute_if(cx: &mut Cx<'_>, expr: &SqlExpr, args: &Args) -> Made<SqlExpr> {
    let SqlExpr::Ddl(element) = expr else { return not_understood(cx, "`.execute_if()` of what is no DDL element is not understood") };
    let mut arguments = Arguments::new(args);
    let given = arguments.take("dialect").unwrap_or(Value::None);
    arguments.finish(cx, "execute_if")?;
    let names = match value::text(&given) {
        Some(name) => vec![given, Value::Str(name)],
        None if given.is_none() => return Ok(expr.clone()),
        None => value::items(cx, &given)?,
    };
    let holds = names.iter().filter_map(value::text).any(|name| name == cx.library.dialect.name);
    Ok(SqlExpr::Ddl(Rc::new(Ddl::Conditional { element: Rc::clone(element), holds })))
}

/// A sequence of the program as the model knows it.
pub fn sequence(cx: &mut Cx<'_>, value: &Value) -> Made<Option<Rc<Sequence>>> {
    let Some(handle) = object::handle(value) else { return Ok(None) };
    let Some(cell) = object::sequence(&handle) else { return Ok(None) };
    if let Some(doubt) = cell.borrow().doubt.clone() {
        return Err(value::Stop::Absorb(doubt.value));
    }
    Ok(Some(Rc::new(super::super::bind::sequence(cx, value)?)))
}
