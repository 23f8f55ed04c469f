//! `op.alter_column`.

use std::rc::Rc;

use super::add_constraint::AddConstraint;
use super::binder::{Binder, Fields};
use super::change::Change;
use super::drop_constraint::DropConstraint;
use super::signatures;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Unwind, Value};
use crate::model::library::{bind, collections, object};
use crate::model::{Constraint, ConstraintKind, Ident, OptionValue, Options, ServerDefault, TableName, Type, TypeParam};
use crate::schema::{Effect, Facet, Schema};
use crate::source::Span;

/// A column changed in one or several ways (`DefaultImpl.alter_column`).
#[derive(Clone, Debug)]
pub struct AlterColumn {
    pub table: TableName,
    pub column: Ident,
    pub nullable: Option<bool>,
    /// `Some(None)` drops the default.
    pub server_default: Option<Option<ServerDefault>>,
    pub name: Option<Ident>,
    pub ty: Option<Rc<Type>>,
    pub using: Option<Rc<str>>,
    /// `Some(None)` drops the comment.
    pub comment: Option<Option<Rc<str>>>,
    pub existing_type: Option<Rc<Type>>,
    /// Whether the type that decides was given as a class, which Alembic takes for none that keeps the time.
    pub type_is_class: bool,
    pub existing_nullable: Option<bool>,
    pub existing_server_default: Option<ServerDefault>,
    /// Whether it was said what the default was, be it that there was none.
    pub existing_default_known: bool,
    pub existing_comment: Option<Rc<str>>,
    pub options: Options,
    pub place: Span,
}

/// What `alter_column` alters.
const ALTERATIONS: &[&str] = &["nullable", "comment", "server_default", "new_column_name", "type_", "autoincrement"];

impl AlterColumn {
    /// Binds a call: the checks of the old type dropped, the column altered, the checks of the new type added.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let mut fields = binder.fields(&signatures::ALTER_COLUMN, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        // Alembic looks at the name only once there is something to alter.
        if fields.is_column("column_name") && !ALTERATIONS.iter().any(|name| fields.given(name)) {
            return Ok(Vec::new());
        }
        let column = fields.ident(binder, "column_name")?;
        let place = binder.place;
        let existing_type = ty(binder, &fields, "existing_type")?;
        let new_type = ty(binder, &fields, "type_")?;
        let mut changes = Vec::new();
        if let (Some(old), Some(_)) = (&existing_type, &new_type) {
            for constraint in type_checks(binder, &table, &column, old)? {
                let (name, kind) = (constraint.name.clone(), None);
                changes.push(DropConstraint { table: table.clone(), name, kind, if_exists: false, type_bound: true, place }.into());
            }
        }
        let added = match &new_type {
            Some(new) => type_checks(binder, &table, &column, new)?,
            None => Vec::new(),
        };
        let default = |name: &str, binder: &mut Binder<'_, '_>| server_default(binder, &fields, name);
        let server_default = default("server_default", binder)?;
        let existing_default = default("existing_server_default", binder)?;
        let alter = Self {
            nullable: fields.flag(binder, "nullable")?,
            server_default,
            name: fields.optional_ident(binder, "new_column_name")?,
            comment: comment(binder, &fields)?,
            existing_nullable: fields.flag(binder, "existing_nullable")?,
            existing_default_known: existing_default.is_some(),
            existing_server_default: existing_default.flatten(),
            existing_comment: fields.optional_text(binder, "existing_comment")?,
            using: using(binder, &mut fields)?,
            options: options(binder, &mut fields)?,
            table: table.clone(),
            column,
            type_is_class: new_type.as_ref().or(existing_type.as_ref()).is_some_and(|(given, _)| is_class(given)),
            ty: new_type.map(|(_, ty)| ty),
            existing_type: existing_type.map(|(_, ty)| ty),
            place,
        };
        changes.push(alter.into());
        let add = |constraint| AddConstraint { table: table.clone(), constraint: Rc::new(constraint), place }.into();
        changes.extend(added.into_iter().map(add));
        Ok(changes)
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        let facets = [
            self.ty.clone().map(Facet::Type),
            self.nullable.map(Facet::Nullable),
            self.server_default.clone().map(Facet::Default),
            self.comment.clone().map(Facet::Comment),
        ];
        let mut effect = Effect::Applied;
        for facet in facets.into_iter().flatten() {
            effect = effect.and(schema.alter_column(&self.table, &self.column, facet, self.place));
        }
        match &self.name {
            Some(name) => effect.and(schema.rename_column(&self.table, &self.column, name, self.place)),
            None => effect,
        }
    }
}

type TypeArgument = (Value, Rc<Type>);

fn ty(binder: &mut Binder<'_, '_>, fields: &Fields, name: &str) -> Result<Option<TypeArgument>, Unwind> {
    match fields.known(binder, name)? {
        Some(arg) if !arg.value.is_none() => Ok(Some((arg.value.clone(), bind::ty(binder.cx, &arg.value)?))),
        _ => Ok(None),
    }
}

fn is_class(ty: &Value) -> bool {
    matches!(ty, Value::Class(_)) || object::handle(ty).is_some_and(|handle| object::name(&handle).is_some())
}

/// The checks that a `Boolean` or `Enum` brings to its column, where it does.
fn type_checks(binder: &mut Binder<'_, '_>, table: &TableName, column: &Ident, ty: &TypeArgument) -> Result<Vec<Constraint>, Unwind> {
    let meant = ty.1.decorated.as_ref().unwrap_or(&ty.1);
    let flagged = matches!(meant.params.get("create_constraint"), Some(TypeParam::Value(OptionValue::Bool(true))));
    if !flagged && !meant.enumeration.as_ref().is_some_and(|enumeration| enumeration.create_constraint) {
        return Ok(Vec::new());
    }
    let (name, schema) = binder.table_values(table);
    let arguments = vec![binder.arg(collections::ident(column)), binder.arg(ty.0.clone())];
    let made = binder.construct("Column", arguments, Vec::new())?;
    let (_, built) = binder.schema_table(name, schema, vec![made], Vec::new())?;
    Ok(built.constraints.into_iter().filter(|constraint| !matches!(constraint.kind, ConstraintKind::PrimaryKey { .. })).collect())
}

/// `False`, and what is not given, leave the default alone; `None` drops it.
fn server_default(binder: &mut Binder<'_, '_>, fields: &Fields, name: &str) -> Result<Option<Option<ServerDefault>>, Unwind> {
    match fields.known(binder, name)? {
        None => Ok(None),
        Some(arg) if matches!(arg.value, Value::Bool(false)) => Ok(None),
        Some(arg) => bind::server_default(binder.cx, &arg.value).map(Some),
    }
}

fn comment(binder: &mut Binder<'_, '_>, fields: &Fields) -> Result<Option<Option<Rc<str>>>, Unwind> {
    match fields.known(binder, "comment")? {
        None => Ok(None),
        Some(arg) if matches!(arg.value, Value::Bool(false)) => Ok(None),
        Some(_) => fields.optional_text(binder, "comment").map(Some),
    }
}

/// `<dialect>_using=`, which only goes with a type.
fn using(binder: &mut Binder<'_, '_>, fields: &mut Fields) -> Result<Option<Rc<str>>, Unwind> {
    if !binder.dialect.spec().features.type_using {
        return Ok(None);
    }
    let keyword = format!("{}_using", binder.dialect.option_prefix());
    let Some(at) = fields.bound.extra.iter().position(|(name, _)| **name == *keyword) else { return Ok(None) };
    let (_, arg) = fields.bound.extra.remove(at);
    if arg.value.is_none() {
        return Ok(None);
    }
    if !fields.bound.has("type_") {
        return Err(Diagnostic::error(Code::BadArgument, format!("{keyword} must be used with the type_ parameter"))
            .label(arg.span, "there is no `type_` beside it")
            .help("say the new type with `type_=`, or leave this out")
            .into());
    }
    Ok(Some(binder.ident(&arg.value, format!("`{keyword}` of `alter_column`"), arg.span)?.text))
}

/// The other keywords: those of other dialects are passed over, as `DefaultImpl.alter_column` takes any.
fn options(binder: &mut Binder<'_, '_>, fields: &mut Fields) -> Result<Options, Unwind> {
    let prefix = format!("{}_", binder.dialect.option_prefix());
    fields.bound.extra.retain(|(name, _)| name.starts_with(&prefix) || name.contains("autoincrement"));
    fields.options(binder, "alter_column")
}
