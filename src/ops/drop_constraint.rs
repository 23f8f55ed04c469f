//! `op.drop_constraint`.

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::dialect::spec::DropConstraint as ByName;
use crate::eval::{Args, Unwind};
use crate::model::{Name, TableName};
use crate::schema::table::{constraint_key, name_key};
use crate::schema::{Effect, Knowledge, Schema};
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
        let if_exists = fields.flag(binder, "if_exists")?.unwrap_or(false);
        Ok(vec![Self { table, name, kind, if_exists, type_bound: false, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        match (&self.name, self.kind) {
            (_, Some(DroppedKind::PrimaryKey)) if schema.rules().keys_are_indexes() => schema.drop_primary_key(&self.table, self.place),
            (Some(name), Some(DroppedKind::ForeignKey)) => schema.drop_own_constraint(&self.table, name, self.if_exists, self.place),
            (Some(name), _) => schema.drop_constraint(&self.table, name, self.if_exists, false, self.place),
            (None, Some(DroppedKind::PrimaryKey)) => schema.drop_primary_key(&self.table, self.place),
            (None, _) => Effect::Applied,
        }
    }

    /// Whether it says neither by its name nor by its kind which constraint is meant.
    pub fn is_nameless(&self, dialect: &Dialect) -> bool {
        let by_kind = dialect.spec().strategies.drop_constraint == ByName::ByKind && self.kind == Some(DroppedKind::PrimaryKey);
        self.name.is_none() && !by_kind && !self.type_bound
    }

    /// The change with the name of a constraint that the other way of this revision made. Of those that it gave no name it is the
    /// last that stands, since what was made in one order is dropped in the other; else the only one that it made.
    pub fn completed(&self, schema: &Schema, dialect: &Dialect) -> Option<Self> {
        let table = schema.table(&self.table).filter(|_| self.is_nameless(dialect))?;
        let naming = schema.naming();
        // Of a table that is in doubt, what was made since is sure.
        let is_sure = |name: &Name| {
            !matches!(table.knowledge, Knowledge::Doubtful(_))
                || table.has_constraint(naming, &name_key(naming, name)).known() == Some(true)
        };
        let constraints = schema.constraints_of(&table);
        let candidates = constraints.iter().filter_map(|constraint| {
            let kind = DroppedKind::of(&constraint.kind);
            let asked = self.kind.map_or(kind != Some(DroppedKind::PrimaryKey), |asked| kind == Some(asked));
            let meant = constraint.place.source == self.place.source && asked;
            constraint.name.as_ref().filter(|_| meant).map(|name| (name, kind))
        });
        let candidates: Vec<_> = candidates.collect();
        let unnamed = candidates.iter().rfind(|(name, _)| matches!(name, Name::DatabaseMade(_)) && is_sure(name));
        // Where unique indexes are constraints too, it is not told which of the two was made.
        let may_be_index = |kind: &Option<DroppedKind>| schema.rules().keys_are_indexes() && *kind == Some(DroppedKind::Unique);
        let (name, kind) = match (unnamed, candidates.as_slice()) {
            (Some(found), _) => found,
            (None, [found]) if is_sure(found.0) && !may_be_index(&found.1) => found,
            _ => return None,
        };
        Some(Self { name: Some((*name).clone()), kind: *kind, ..self.clone() })
    }

    /// The change with a name that is surely that of a constraint of its kind. One that the database counted says nothing of which
    /// it is where the table was made anew.
    pub fn named(&self, name: &Name, schema: &Schema) -> Option<Self> {
        let table = schema.table(&self.table)?;
        let naming = schema.naming();
        let key = name_key(naming, name);
        let constraints = schema.constraints_of(&table);
        let found = constraints.iter().find(|constraint| constraint_key(naming, constraint).as_ref() == Some(&key))?;
        let kind = DroppedKind::of(&found.kind);
        let counted = schema.rules().keys_are_indexes() || name.text().ends_with(|letter: char| letter.is_ascii_digit());
        if counted && matches!(found.name, Some(Name::DatabaseMade(_))) {
            return None;
        }
        let sure = table.has_constraint(naming, &key).known() == Some(true) && (self.kind.is_none() || self.kind == kind);
        sure.then(|| Self { name: Some(name.clone()), kind, ..self.clone() })
    }

    /// Its one statement; none where a check goes with its type.
    ///
    /// # Errors
    /// Where nothing says which constraint is meant.
    pub fn lower(&self, dialect: &Dialect) -> Result<Vec<Stmt>, Diagnostic> {
        if self.type_bound && dialect.spec().strategies.checks_go_with_types {
            return Ok(Vec::new());
        }
        if self.is_nameless(dialect) {
            return Err(Diagnostic::error(Code::BadArgument, format!("the constraint of `{}` to drop has no name", self.table.name.text))
                .label(self.place, "its name is `None`, and this revision made none whose name is known")
                .help("write the name that the constraint has in the database"));
        }
        Ok(vec![Stmt::DropConstraint {
            table: self.table.clone(),
            name: self.name.clone(),
            kind: self.kind,
            if_exists: self.if_exists,
            cascade: false,
        }])
    }
}
