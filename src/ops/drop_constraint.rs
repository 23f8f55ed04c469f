//! `op.drop_constraint`.

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::dialect::spec::DropConstraint as ByName;
use crate::eval::{Args, Unwind};
use crate::model::{Name, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::{DroppedKind, Stmt};

/// A constraint dropped by its name (`DefaultImpl.drop_constraint`).
#[derive(Clone, Debug)]
pub struct DropConstraint {
    pub table: TableName,
    pub name: Option<Name>,
    pub kind: Option<DroppedKind>,
    pub if_exists: bool,
    /// Whether a type brought it along, and it goes with the type.
    pub type_bound: bool,
    pub place: Span,
}

impl DropConstraint {
    /// Binds a call.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let fields = binder.fields(&signatures::DROP_CONSTRAINT, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let kind = match fields.optional_text(binder, "type_")?.as_deref() {
            None => None,
            Some("primary") => Some(DroppedKind::PrimaryKey),
            Some("foreignkey") => Some(DroppedKind::ForeignKey),
            Some("unique") => Some(DroppedKind::Unique),
            Some("check") => Some(DroppedKind::Check),
            Some(_) => {
                let message = "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None";
                return Err(binder.cx.raise_builtin("TypeError", message));
            }
        };
        let name = fields.bound.value("constraint_name");
        let name = binder.name(&name, "the name of a constraint", fields.span("constraint_name"))?;
        let name = binder.wrapped(&table, name, kind)?;
        let by_kind = binder.dialect.spec().strategies.drop_constraint == ByName::ByKind && kind == Some(DroppedKind::PrimaryKey);
        if name.is_none() && !by_kind {
            return Err(Diagnostic::error(Code::BadArgument, format!("the constraint of `{}` to drop has no name", table.name.text))
                .label(fields.span("constraint_name"), "this is `None`")
                .help("write the name that the constraint has in the database")
                .into());
        }
        let if_exists = fields.flag(binder, "if_exists")?.unwrap_or(false);
        Ok(vec![Self { table, name, kind, if_exists, type_bound: false, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        match (&self.name, self.kind) {
            (Some(name), _) => schema.drop_constraint(&self.table, name, self.if_exists, false, self.place),
            (None, Some(DroppedKind::PrimaryKey)) => schema.drop_primary_key(&self.table, self.place),
            (None, _) => Effect::Applied,
        }
    }

    /// Its one statement; none where a check goes with its type.
    pub fn lower(&self, dialect: &Dialect) -> Vec<Stmt> {
        if self.type_bound && dialect.spec().strategies.checks_go_with_types {
            return Vec::new();
        }
        vec![Stmt::DropConstraint {
            table: self.table.clone(),
            name: self.name.clone(),
            kind: self.kind,
            if_exists: self.if_exists,
            cascade: false,
        }]
    }
}
