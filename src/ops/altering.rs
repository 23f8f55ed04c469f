//! How a column is altered, by the dialect's strategy.

use std::rc::Rc;

use super::alter_column::AlterColumn;
use super::place::Placed;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::dialect::spec::AlterColumn as Strategy;
use crate::model::expr::Affinity;
use crate::model::{OptionValue, ServerDefault, Type};
use crate::schema::Schema;
use crate::sql::{ColumnConstraint, ColumnRef, Stmt};

impl AlterColumn {
    /// The statements, by the dialect's strategy.
    ///
    /// # Errors
    /// Where the dialect has no way to say the change.
    pub fn lower(&self, dialect: &Dialect) -> Result<Vec<Stmt>, Diagnostic> {
        let strategies = &dialect.spec().strategies;
        match strategies.alter_column {
            Strategy::Separate => self.separate(strategies.type_first),
            Strategy::MergeIntoModify => self.merged(dialect),
            Strategy::TypeCarriesNull => self.carried(),
        }
    }

    /// The change with what the schema knows of the column, where the dialect repeats it and the revision does not say it.
    pub fn completed(&self, schema: &Schema, dialect: &Dialect) -> Option<Self> {
        let repeats_type = match dialect.spec().strategies.alter_column {
            Strategy::Separate => false,
            Strategy::MergeIntoModify => self.is_merged(),
            Strategy::TypeCarriesNull => self.nullable.is_some(),
        };
        if !repeats_type || self.ty.is_some() || self.existing_type.is_some() {
            return None;
        }
        let table = schema.table(&self.table)?;
        let known = table.definition.columns.iter().find(|known| known.name.text == self.column.text)?;
        let default = known.server_default.clone().filter(|default| matches!(default, ServerDefault::Text(_) | ServerDefault::Expr(_)));
        Some(Self {
            existing_type: Some(Rc::clone(&known.ty)),
            existing_nullable: self.existing_nullable.or(Some(known.nullable)),
            existing_server_default: if self.existing_default_known { self.existing_server_default.clone() } else { default },
            existing_comment: self.existing_comment.clone().or_else(|| known.comment.clone()),
            ..self.clone()
        })
    }

    /// One statement for each thing altered (`DefaultImpl.alter_column`).
    fn separate(&self, type_first: bool) -> Result<Vec<Stmt>, Diagnostic> {
        let column = self.column_ref();
        let retyped = self.ty.as_ref().map(|ty| self.retyped(&column, ty));
        let (before, after) = if type_first { (retyped, None) } else { (None, retyped) };
        let nullable = self.nullable.map(|nullable| Stmt::ColumnNullable { column: column.clone(), nullable });
        let default = self.server_default.as_ref().map(|default| self.default(&column, default)).transpose()?;
        Ok([before, nullable, default, after, self.commented(&column), self.renamed(&column)].into_iter().flatten().collect())
    }

    /// One statement that says all of the column anew (`MySQLImpl.alter_column`).
    fn merged(&self, dialect: &Dialect) -> Result<Vec<Stmt>, Diagnostic> {
        let column = self.column_ref();
        let sides = [self.server_default.as_ref().and_then(Option::as_ref), self.existing_server_default.as_ref()];
        let mut statements = Vec::new();
        if sides.iter().flatten().any(|side| matches!(side, ServerDefault::Identity(_) | ServerDefault::Computed(_))) {
            if self.server_default.is_some() {
                return Err(crate::dialect::unsupported(dialect, "changing a computed column or an identity")
                    .here(self.place)
                    .help("drop the column and add it anew"));
            }
            // What Alembic's own statements say stands before the whole definition, which says it again.
            let plain = Self { comment: None, name: None, ..self.clone() };
            statements = plain.separate(false)?;
        }
        let changes = self.name.is_some() || self.keeps_time();
        if !changes && !self.is_merged() {
            let default = |default: &Option<ServerDefault>| Stmt::ColumnDefault { column: column.clone(), default: default.clone() };
            statements.extend(self.server_default.iter().map(default));
            return Ok(statements);
        }
        let Some(ty) = self.ty.as_ref().or(self.existing_type.as_ref()) else { return Err(self.without_type()) };
        let to = changes.then(|| self.name.clone().unwrap_or_else(|| self.column.clone()));
        statements.push(Stmt::RedefineColumn {
            to,
            ty: Rc::clone(ty),
            nullable: self.nullable.or(self.existing_nullable).unwrap_or(true),
            default: self.server_default.clone().unwrap_or_else(|| self.existing_server_default.clone()),
            autoincrement: self.flag("autoincrement").or_else(|| self.flag("existing_autoincrement")).unwrap_or(false),
            comment: self.comment.clone().unwrap_or_else(|| self.existing_comment.clone()),
            column,
        });
        Ok(statements)
    }

    /// Whether a column that keeps the time is said anew under its own name: its default may be the clock
    /// (`_is_mysql_allowed_functional_default`).
    fn keeps_time(&self) -> bool {
        let ty = self.ty.as_ref().or(self.existing_type.as_ref());
        ty.is_some_and(|ty| ty.affinity() == Affinity::DateTime) && !self.type_is_class && self.server_default != Some(None)
    }

    /// Whether more than the default is altered.
    fn is_merged(&self) -> bool {
        let said = self.nullable.is_some() || self.ty.is_some() || self.comment.is_some() || self.name.is_some();
        said || self.flag("autoincrement").is_some()
    }

    /// Nullability repeats the type, and a default is dropped by looking it up (`MSSQLImpl.alter_column`).
    fn carried(&self) -> Result<Vec<Stmt>, Diagnostic> {
        let column = self.column_ref();
        let own = |default: &&ServerDefault| matches!(default, ServerDefault::Identity(_) | ServerDefault::Computed(_));
        let special = self.server_default.iter().flatten().chain(&self.existing_server_default).find(own).is_some();
        let default = self.server_default.as_ref().filter(|_| !special);
        let mut statements = Vec::new();
        if let Some(default) = default
            && (self.existing_default_known || default.is_none())
        {
            statements.push(self.dropped_default());
        }
        let carries = self.nullable.or(self.existing_nullable.filter(|_| self.ty.is_some()));
        if let Some(nullable) = carries {
            let Some(ty) = self.ty.as_ref().or(self.existing_type.as_ref()) else { return Err(self.without_type()) };
            let column = ColumnRef { existing_type: Some(Rc::clone(ty)), ..column.clone() };
            statements.push(Stmt::ColumnNullable { column, nullable });
        }
        if let Some(default) = self.server_default.as_ref().filter(|_| special) {
            statements.push(self.default(&column, default)?);
        }
        statements.extend(self.ty.as_ref().filter(|_| carries.is_none()).map(|ty| self.retyped(&column, ty)));
        statements.extend(self.commented(&column));
        if let Some(Some(default)) = default {
            statements.push(Stmt::ColumnDefault { column: column.clone(), default: Some(default.clone()) });
        }
        statements.extend(self.renamed(&column));
        Ok(statements)
    }

    fn dropped_default(&self) -> Stmt {
        Stmt::DropColumnConstraint { table: self.table.clone(), column: self.column.clone(), kind: ColumnConstraint::Default }
    }

    fn retyped(&self, column: &ColumnRef, ty: &Rc<Type>) -> Stmt {
        Stmt::ColumnType { column: column.clone(), ty: Rc::clone(ty), using: self.using.clone() }
    }

    fn commented(&self, column: &ColumnRef) -> Option<Stmt> {
        self.comment.clone().map(|comment| Stmt::ColumnComment { column: column.clone(), comment })
    }

    fn renamed(&self, column: &ColumnRef) -> Option<Stmt> {
        self.name.clone().map(|to| Stmt::ColumnName { column: column.clone(), to })
    }

    fn flag(&self, option: &str) -> Option<bool> {
        match self.options.get(option) {
            Some(OptionValue::Bool(flag)) => Some(*flag),
            _ => None,
        }
    }

    fn without_type(&self) -> Diagnostic {
        Diagnostic::error(Code::BadArgument, format!("altering `{}` repeats its type, which is not said", self.column.text))
            .here(self.place)
            .help("pass `existing_type=`, as Alembic asks for it here too")
    }

    fn default(&self, column: &ColumnRef, default: &Option<ServerDefault>) -> Result<Stmt, Diagnostic> {
        let sides = [default.as_ref(), self.existing_server_default.as_ref()];
        if sides.iter().flatten().any(|side| matches!(side, ServerDefault::Computed(_))) {
            return Err(Diagnostic::error(
                Code::Unsupported,
                "Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.",
            )
            .here(self.place)
            .help("drop the column and add it anew"));
        }
        if sides.iter().flatten().any(|side| matches!(side, ServerDefault::Identity(_))) {
            if default.as_ref().is_some_and(|default| !matches!(default, ServerDefault::Identity(_))) {
                return Err(Diagnostic::error(Code::Unsupported, "an identity can't become a plain default in one step")
                    .here(self.place)
                    .help("drop the identity with `server_default=None` first, then set the default"));
            }
            return Ok(Stmt::ColumnIdentity { column: column.clone(), from: self.existing_server_default.clone(), to: default.clone() });
        }
        Ok(Stmt::ColumnDefault { column: column.clone(), default: default.clone() })
    }

    fn column_ref(&self) -> ColumnRef {
        ColumnRef {
            table: self.table.clone(),
            name: self.column.clone(),
            existing_type: self.existing_type.clone(),
            existing_nullable: self.existing_nullable,
            existing_server_default: self.existing_server_default.clone(),
            existing_comment: self.existing_comment.clone(),
        }
    }
}
