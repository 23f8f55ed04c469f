//! Reflected tables as the program's objects: what the schema knows, built with the library's own classes.

use std::cell::RefCell;
use std::rc::Rc;

use super::host::Compiler;
use crate::eval::{Arg, Args, Library, Unwind, Value, Vm};
use crate::model::library::collections;
use crate::model::library::object::Object;
use crate::model::library::types::{TypeObject, path_of};
use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, IndexElement, OptionValue, ServerDefault, Table, Type, TypeParam};
use crate::source::Span;

/// A type as a library object, with its arguments as attributes.
pub(super) fn type_value(ty: Type) -> Value {
    let path = path_of(&ty.class).unwrap_or("sqlalchemy.sql.sqltypes.NullType");
    let value = |param: &TypeParam| match param {
        TypeParam::Value(value) => option(value),
        TypeParam::Type(inner) => type_value(Type::clone(inner)),
    };
    let attributes: Vec<_> = ty.params.iter().map(|(name, param)| (Rc::clone(name), value(param))).collect();
    let mut object = TypeObject::new(path, ty);
    object.attributes.extend(attributes);
    Value::Library(Library::new(Span::NOWHERE, Object::Type(RefCell::new(object))))
}

fn option(value: &OptionValue) -> Value {
    match value {
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int(*number),
        OptionValue::Float(number) => Value::Float(*number),
        OptionValue::Str(text) => Value::Str(Rc::clone(text)),
        OptionValue::List(items) => Value::list(items.iter().map(option).collect()),
        OptionValue::None | OptionValue::Expr(_) | OptionValue::Map(_) => Value::None,
    }
}

/// Builds a reflected table's parts with the library's classes.
pub(super) struct Reflection<'a, 'w> {
    pub compiler: &'a mut Compiler<'w>,
    pub vm: &'a mut Vm,
    pub span: Span,
}

impl Reflection<'_, '_> {
    /// The columns, constraints and indexes of a table; columns that are named in `own` are left to the caller.
    pub(super) fn items(&mut self, table: &Table, own: &[Rc<str>]) -> Result<Vec<Value>, Unwind> {
        let mut items = Vec::new();
        for column in table.columns.iter().filter(|column| !own.contains(&column.name.text)) {
            items.push(self.column(column)?);
        }
        for constraint in &table.constraints {
            items.extend(self.constraint(constraint)?);
        }
        for index in &table.indexes {
            items.extend(self.index(index)?);
        }
        Ok(items)
    }

    fn column(&mut self, column: &Column) -> Result<Value, Unwind> {
        let positional = vec![collections::ident(&column.name), type_value(Type::clone(&column.ty))];
        let mut keywords = vec![("nullable", Value::Bool(column.nullable))];
        if let Some(ServerDefault::Expr(expression)) = &column.server_default
            && let Ok(text) = crate::sql::query::ddl_expr(expression, &self.compiler.settings.dialect)
        {
            keywords.push(("server_default", self.construct("text", vec![Value::str(text)], Vec::new())?));
        }
        if let Some(comment) = &column.comment {
            keywords.push(("comment", Value::Str(Rc::clone(comment))));
        }
        self.construct("Column", positional, keywords)
    }

    fn constraint(&mut self, constraint: &Constraint) -> Result<Option<Value>, Unwind> {
        let name = ("name", collections::name(constraint.name.as_ref()));
        let idents = |columns: &[Ident]| columns.iter().map(collections::ident).collect::<Vec<_>>();
        match &constraint.kind {
            ConstraintKind::PrimaryKey { columns } => self.construct("PrimaryKeyConstraint", idents(columns), vec![name]).map(Some),
            ConstraintKind::Unique { columns } => self.construct("UniqueConstraint", idents(columns), vec![name]).map(Some),
            ConstraintKind::ForeignKey(rule) => {
                let table = &rule.referred_table;
                let prefix = table.schema.as_ref().map_or_else(String::new, |schema| format!("{}.", schema.text));
                let target = |column: &Ident| Value::str(format!("{prefix}{}.{}", table.name.text, column.text));
                let targets = rule.referred_columns.iter().map(target).collect();
                let text = |text: &Option<Rc<str>>| text.clone().map_or(Value::None, Value::Str);
                let keywords = vec![name, ("ondelete", text(&rule.ondelete)), ("onupdate", text(&rule.onupdate))];
                let positional = vec![Value::list(idents(&rule.columns)), Value::list(targets)];
                self.construct("ForeignKeyConstraint", positional, keywords).map(Some)
            }
            ConstraintKind::Check { .. } | ConstraintKind::Exclude { .. } => Ok(None),
        }
    }

    fn index(&mut self, index: &Index) -> Result<Option<Value>, Unwind> {
        let mut positional = vec![collections::name(index.name.as_ref())];
        for element in &index.elements {
            match element {
                IndexElement::Column(column) => positional.push(collections::ident(column)),
                IndexElement::Expr(_) => return Ok(None),
            }
        }
        self.construct("Index", positional, vec![("unique", Value::Bool(index.unique))]).map(Some)
    }

    fn construct(&mut self, class: &str, positional: Vec<Value>, keywords: Vec<(&str, Value)>) -> Result<Value, Unwind> {
        let library = self.vm.import(self.compiler, "sqlalchemy", self.span)?;
        let class = self.vm.get_attr(self.compiler, &library, class, self.span)?;
        let arg = |value| Arg { value, span: self.span };
        let args = Args {
            positional: positional.into_iter().map(arg).collect(),
            keywords: keywords.into_iter().map(|(name, value)| (Rc::from(name), arg(value))).collect(),
        };
        self.vm.call(self.compiler, &class, args, self.span)
    }
}
