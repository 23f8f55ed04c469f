//! The arguments of an operation, taken out of Python: known, of the right kind, or an error that points at them.

use std::fmt::{self, Display};
use std::rc::Rc;

use super::signatures;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::eval::{Arg, Args, Unwind, Value};
use crate::model::library::object::{self, Extra, TextKind};
use crate::model::library::signature::{self, Bound, Signature};
use crate::model::library::{Cx, bind, collections, options};
use crate::model::naming::{Named, NamedColumn, NamingConvention, NamingError, Subject};
use crate::model::{Constraint, Ident, Name, Options, TableName};
use crate::source::Span;
use crate::sql::DroppedKind;

/// What binding an operation may ask.
pub struct Binder<'a, 'b> {
    pub cx: &'a mut Cx<'b>,
    pub dialect: Rc<Dialect>,
    /// The convention of the project's `target_metadata`, where it has one.
    pub naming: Rc<NamingConvention>,
    /// The same as the revision's library sees it: `naming_convention=` as given, else None.
    pub convention: Value,
    /// The place of the call.
    pub place: Span,
}

/// The arguments of one call.
pub struct Fields {
    pub bound: Bound,
    of: &'static str,
    place: Span,
}

impl<'b> Binder<'_, 'b> {
    /// Binds the arguments to the parameters of an operation.
    ///
    /// # Errors
    /// `TypeError`, as Python raises it.
    pub fn fields(&mut self, signature: &Signature, args: &Args) -> Result<Fields, Unwind> {
        let bound = signature.bind(self.cx, args)?;
        Ok(Fields { bound, of: signature.of, place: self.place })
    }

    /// The library's view of this binding.
    pub fn cx(&mut self) -> &mut Cx<'b> {
        self.cx
    }

    /// An error for a value that is not known.
    ///
    /// # Errors
    /// Where the value is unknown or live.
    pub fn known(&self, value: &Value, needed: impl Display, span: Span) -> Result<(), Unwind> {
        match self.cx.vm.sink(value, needed, span) {
            Some(diagnostic) => Err(diagnostic.into()),
            None => Ok(()),
        }
    }

    /// An identifier, from a `str` or one of its library subclasses.
    ///
    /// # Errors
    /// For what is not known, and for anything that is no text.
    pub fn ident(&self, value: &Value, needed: impl Display, span: Span) -> Result<Ident, Unwind> {
        self.known(value, &needed, span)?;
        signature::identifier(value, None).ok_or_else(|| wrong(needed, span))
    }

    /// The names in a list or tuple.
    ///
    /// # Errors
    /// As [`Binder::ident`].
    pub fn idents(&mut self, value: &Value, needed: impl Display, span: Span) -> Result<Vec<Ident>, Unwind> {
        self.known(value, &needed, span)?;
        let items = self.cx.vm.iterate(self.cx.host, value, span)?;
        items.iter().map(|item| self.ident(item, &needed, span)).collect()
    }

    /// The name that the naming convention makes of the one given, or of none.
    ///
    /// # Errors
    /// Where the convention wants what is not there, as SQLAlchemy raises it.
    pub fn conventional(
        &mut self,
        kind: Named,
        table: &TableName,
        name: Option<Name>,
        columns: &[NamedColumn],
        referred: Option<(&TableName, &[Ident])>,
    ) -> Result<Option<Name>, Unwind> {
        let referred_columns: Vec<Rc<str>> =
            referred.map(|(_, columns)| columns.iter().map(|column| Rc::clone(&column.text)).collect()).unwrap_or_default();
        let subject = Subject {
            kind,
            name: name.as_ref(),
            table,
            columns,
            referred_table: referred.map(|(table, _)| &*table.name.text),
            referred_columns: &referred_columns,
        };
        let naming = Rc::clone(&self.naming);
        let mut custom = |token: &str| Err(format!("the naming convention computes `{token}` by a function of its own"));
        naming.name(subject, &mut custom).map_err(|error| self.no_name(&error))
    }

    /// The name of a constraint that is dropped: conventions that wrap given names wrap this one too.
    ///
    /// # Errors
    /// As [`Binder::conventional`].
    pub fn wrapped(&mut self, table: &TableName, name: Option<Name>, kind: Option<DroppedKind>) -> Result<Option<Name>, Unwind> {
        let kind = match kind {
            Some(DroppedKind::Check) => Named::Check,
            Some(DroppedKind::Unique) => Named::Unique,
            Some(DroppedKind::PrimaryKey) => Named::PrimaryKey,
            Some(DroppedKind::ForeignKey) => Named::ForeignKey,
            None => return Ok(name),
        };
        self.conventional(kind, table, name, &[], None)
    }

    fn no_name(&mut self, error: &NamingError<String>) -> Unwind {
        match (error.exception(), error) {
            (Some((class, text)), _) => self.cx.raise(class, text),
            (None, NamingError::Custom(reason)) => Diagnostic::error(Code::BadArgument, reason.clone())
                .label(self.place, "a name is needed here")
                .help("name the constraint in the revision")
                .into(),
            (None, _) => Diagnostic::bug(self.place, "a naming convention failed without a reason").into(),
        }
    }

    /// `op.f(name)`: a name that no convention touches any more.
    ///
    /// # Errors
    /// Where the name is not known or no text.
    pub fn conventional_name(&mut self, args: &Args) -> Result<Value, Unwind> {
        let fields = self.fields(&signatures::ONE_NAME, args)?;
        let name = fields.ident(self, "name")?;
        Ok(collections::text(name.text, TextKind::Conv))
    }

    /// `table_args` and `table_kwargs` of `batch_alter_table`.
    ///
    /// # Errors
    /// Where they are not known, or not what a table takes.
    pub fn table_arguments(&mut self, fields: &Fields) -> Result<(Vec<Constraint>, Options), Unwind> {
        let items = match fields.known(self, "table_args")? {
            Some(arg) if !arg.value.is_none() => self.cx.vm.iterate(self.cx.host, &arg.value, arg.span)?,
            _ => Vec::new(),
        };
        let constraints = items.iter().map(|item| bind::constraint(self.cx, item)).collect::<Result<Vec<_>, _>>()?;
        let keywords = match fields.known(self, "table_kwargs")? {
            Some(Arg { value: Value::Dict(entries), .. }) => {
                let entries = entries.borrow();
                entries.iter().filter_map(|(key, value)| key.as_str().map(|key| (Rc::from(key), value.clone()))).collect()
            }
            _ => Extra::default(),
        };
        Ok((constraints, bind::options(self.cx, &keywords)?))
    }

    /// `partial_reordering` of `batch_alter_table`.
    ///
    /// # Errors
    /// Where it is not known, or holds anything but names.
    pub fn partial_reordering(&mut self, fields: &Fields) -> Result<Vec<Vec<Rc<str>>>, Unwind> {
        let Some(arg) = fields.known(self, "partial_reordering")? else { return Ok(Vec::new()) };
        if arg.value.is_none() {
            return Ok(Vec::new());
        }
        let runs = self.cx.vm.iterate(self.cx.host, &arg.value, arg.span)?;
        let names = |run: &Value, binder: &mut Self| {
            binder.idents(run, "`partial_reordering`", arg.span).map(|names| names.into_iter().map(|name| name.text).collect())
        };
        runs.iter().map(|run| names(run, self)).collect()
    }

    /// The name of a constraint or index.
    ///
    /// # Errors
    /// As [`Binder::ident`].
    pub fn name(&mut self, value: &Value, needed: &str, span: Span) -> Result<Option<Name>, Unwind> {
        self.known(value, needed, span)?;
        Ok(bind::name(value))
    }
}

impl Fields {
    /// An argument that must be there, checked to be known.
    ///
    /// # Errors
    /// Where it is unknown or live.
    pub fn known(&self, binder: &Binder<'_, '_>, name: &str) -> Result<Option<Arg>, Unwind> {
        let Some(arg) = self.bound.get(name) else { return Ok(None) };
        binder.known(&arg.value, self.needed(name), arg.span)?;
        Ok(Some(arg.clone()))
    }

    /// The place of an argument, else of the call.
    pub fn span(&self, name: &str) -> Span {
        self.bound.get(name).map_or(self.place, |arg| arg.span)
    }

    /// An identifier that must be there.
    ///
    /// # Errors
    /// Where it is not known or no text.
    pub fn ident(&self, binder: &Binder<'_, '_>, name: &str) -> Result<Ident, Unwind> {
        binder.ident(&self.bound.value(name), self.needed(name), self.span(name))
    }

    /// Whether an argument was given, None or not.
    pub fn given(&self, name: &str) -> bool {
        self.bound.get(name).is_some()
    }

    /// Whether an argument is a `Column` object.
    pub fn is_column(&self, name: &str) -> bool {
        let handle = object::handle(&self.bound.value(name));
        handle.is_some_and(|handle| object::column(&handle).is_some())
    }

    /// An identifier that may be absent or None.
    ///
    /// # Errors
    /// Where it is not known or no text.
    pub fn optional_ident(&self, binder: &Binder<'_, '_>, name: &str) -> Result<Option<Ident>, Unwind> {
        if self.bound.has(name) { self.ident(binder, name).map(Some) } else { Ok(None) }
    }

    /// A text that may be absent or None.
    ///
    /// # Errors
    /// Where it is not known or no text.
    pub fn optional_text(&self, binder: &Binder<'_, '_>, name: &str) -> Result<Option<Rc<str>>, Unwind> {
        Ok(self.optional_ident(binder, name)?.map(|ident| ident.text))
    }

    /// A list of names that must be there.
    ///
    /// # Errors
    /// Where it is not known or holds anything but names.
    pub fn idents(&self, binder: &mut Binder<'_, '_>, name: &str) -> Result<Vec<Ident>, Unwind> {
        binder.idents(&self.bound.value(name), self.needed(name), self.span(name))
    }

    /// `quote=` among the open keywords, taken out: whether the name is to be quoted.
    pub fn quote(&mut self) -> Option<bool> {
        let at = self.bound.extra.iter().position(|(keyword, _)| &**keyword == "quote")?;
        match self.bound.extra.remove(at).1.value {
            Value::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// The table that an operation is about.
    ///
    /// # Errors
    /// As [`Fields::ident`].
    pub fn table(&self, binder: &Binder<'_, '_>, name: &str, schema: &str) -> Result<TableName, Unwind> {
        Ok(TableName { schema: self.optional_ident(binder, schema)?, name: self.ident(binder, name)? })
    }

    /// A flag; `default` where it is absent.
    ///
    /// # Errors
    /// Where it is not known.
    pub fn flag(&self, binder: &mut Binder<'_, '_>, name: &str) -> Result<Option<bool>, Unwind> {
        match self.known(binder, name)? {
            None => Ok(None),
            Some(arg) if arg.value.is_none() => Ok(None),
            Some(arg) => binder.cx.vm.truth(binder.cx.host, &arg.value, arg.span).map(Some),
        }
    }

    /// The keywords that are meant for a dialect.
    ///
    /// # Errors
    /// Where a value is not known, or no dialect knows the keyword.
    pub fn options(&mut self, binder: &mut Binder<'_, '_>, object: &'static str) -> Result<Options, Unwind> {
        let mut extra = std::mem::take(&mut self.bound.extra);
        if class_of(object).is_some() {
            extra.retain(|(keyword, _)| !matches!(&**keyword, "info" | "comment"));
        }
        for (keyword, arg) in &extra {
            binder.known(&arg.value, self.needed(keyword), arg.span)?;
        }
        let extra: Extra = extra.into_iter().map(|(name, arg)| (name, arg.value)).collect();
        if let Some(path) = class_of(object) {
            let short = path.rsplit('.').next().unwrap_or(path);
            let bases: &[&str] = if matches!(object, "index" | "table") { &[] } else { &["Constraint"] };
            options::validate(binder.cx, &[&[short], bases].concat(), path, &extra)?;
        }
        bind::options(binder.cx, &extra)
    }

    /// How errors speak of an argument.
    fn needed(&self, name: &str) -> impl Display {
        fmt::from_fn(move |text| write!(text, "`{name}` of {}", self.of))
    }
}

/// The class whose dialect keywords an operation takes.
fn class_of(object: &str) -> Option<&'static str> {
    Some(match object {
        "index" => "sqlalchemy.sql.schema.Index",
        "unique" => "sqlalchemy.sql.schema.UniqueConstraint",
        "check" => "sqlalchemy.sql.schema.CheckConstraint",
        "foreign_key" => "sqlalchemy.sql.schema.ForeignKeyConstraint",
        "table" => "sqlalchemy.sql.schema.Table",
        _ => return None,
    })
}

/// The error for an argument of the wrong kind.
pub fn wrong(needed: impl Display, span: Span) -> Unwind {
    Diagnostic::error(Code::BadArgument, format!("{needed} is not a name"))
        .label(span, "this is no text")
        .help("give a string; Alembic would fail on this too")
        .into()
}
