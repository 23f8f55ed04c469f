//! Columns and constraints of SQL text to the model's.

use std::rc::Rc;

use sqlparser::ast::{self, ColumnOption, Expr, TableConstraint};

use super::super::{Gaps, Schema};
use crate::model::{
    Autoincrement, ByName, Column, Computed, Constraint, ConstraintKind, ForeignKeyRule, Ident, Identity, Index, IndexElement, OptionValue,
    ServerDefault, SqlExpr, TableName, TypeParam,
};
use crate::source::Span;

/// A column with what it brings along.
pub(super) struct WrittenColumn {
    pub column: Column,
    pub gaps: Gaps,
    /// Unique and primary key constraints written beside it.
    pub constraints: Vec<Constraint>,
    /// A counting column, filled from a sequence.
    pub counts: bool,
}

impl Schema {
    /// Reads a column's definition.
    pub(super) fn column_from_sql(&self, definition: &ast::ColumnDef, place: Span) -> WrittenColumn {
        let ty = self.type_from_sql(&definition.data_type.to_string());
        let mut column = Column { place, ..Column::new(self.naming().sql_ident(&definition.name), Rc::new(ty.ty)) };
        column.nullable = !ty.counts;
        column.autoincrement = Autoincrement::No;
        let gaps = Gaps { ty: !ty.known, ..Gaps::default() };
        let mut written = WrittenColumn { column, gaps, constraints: Vec::new(), counts: ty.counts };
        let mut before = None;
        for option in &definition.options {
            match &option.option {
                ColumnOption::OnConflict(action) => self.on_conflict(&mut written.column, before, &format!("{action:?}")),
                _ => self.column_option(&mut written, option, place),
            }
            before = Some(&option.option);
        }
        written
    }

    /// What is done with a row that breaks the rule written before, as the keyword option that says the same.
    fn on_conflict(&self, column: &mut Column, rule: Option<&ColumnOption>, action: &str) {
        let rule = match rule {
            Some(ColumnOption::PrimaryKey(_)) => "primary_key",
            Some(ColumnOption::Unique(_)) => "unique",
            _ => "not_null",
        };
        let option = format!("{}_on_conflict_{rule}", self.rules.dialect);
        column.options.insert(option.into(), OptionValue::Str(action.into()));
    }

    fn column_option(&self, written: &mut WrittenColumn, option: &ast::ColumnOptionDef, place: Span) {
        let own = vec![written.column.name.clone()];
        let name = option.name.as_ref().map(|name| self.naming().constraint_name(name));
        let named = |kind| Constraint { name: name.clone(), ..Constraint::new(kind, place) };
        match &option.option {
            ColumnOption::Null => written.column.nullable = true,
            ColumnOption::NotNull => written.column.nullable = false,
            ColumnOption::Default(expression) => written.column.server_default = Some(default(expression)),
            ColumnOption::PrimaryKey(_) => {
                written.column.primary_key = true;
                written.column.nullable &= !self.rules.keys_not_null;
                written.constraints.push(named(ConstraintKind::PrimaryKey { columns: own }));
            }
            ColumnOption::Unique(_) => written.constraints.push(named(ConstraintKind::Unique { columns: own })),
            ColumnOption::ForeignKey(key) => {
                let constraint = self.foreign_key(key, own, place);
                written.column.constraints.push(Constraint { name: name.or(constraint.name), ..constraint });
            }
            ColumnOption::Check(check) => {
                written.column.constraints.push(named(ConstraintKind::Check { condition: text(&check.expr) }));
            }
            ColumnOption::Collation(name) => collate(&mut written.column, &self.naming().object(name).name),
            ColumnOption::Comment(comment) => written.column.comment = Some(comment.as_str().into()),
            ColumnOption::Generated { generated_as, generation_expr: None, sequence_options, .. } => {
                written.column.server_default = Some(counted(*generated_as, sequence_options.as_deref().unwrap_or(&[])));
                written.column.nullable = false;
            }
            ColumnOption::Generated { generation_expr: Some(expression), generation_expr_mode: mode, .. } => {
                let persisted = Some(matches!(mode, Some(ast::GeneratedExpressionMode::Stored)));
                written.column.server_default =
                    Some(ServerDefault::Computed(Rc::new(Computed { expression: text(expression), persisted })));
            }
            ColumnOption::Identity(_) => written.column.server_default = Some(ServerDefault::Identity(Rc::new(Identity::default()))),
            _ => {}
        }
    }

    /// Reads a foreign key.
    pub(super) fn foreign_key(&self, key: &ast::ForeignKeyConstraint, own: Vec<Ident>, place: Span) -> Constraint {
        let columns = if key.columns.is_empty() { own } else { key.columns.iter().map(|column| self.naming().sql_ident(column)).collect() };
        let rule = ForeignKeyRule {
            columns,
            referred_table: self.naming().object(&key.foreign_table),
            referred_columns: key.referred_columns.iter().map(|column| self.naming().sql_ident(column)).collect(),
            onupdate: key.on_update.map(|action| action.to_string().into()),
            ondelete: key.on_delete.map(|action| action.to_string().into()),
            r#match: key.match_kind.map(|kind| kind.to_string().trim_start_matches("MATCH ").into()),
            use_alter: false,
        };
        let mut constraint = Constraint::new(ConstraintKind::ForeignKey(Box::new(rule)), place);
        constraint.name = key.name.as_ref().map(|name| self.naming().constraint_name(name));
        characterize(&mut constraint, key.characteristics.as_ref());
        constraint
    }

    /// Reads a constraint of a table; none where its kind is not followed.
    pub(super) fn constraint_from_sql(&self, constraint: &TableConstraint, place: Span) -> Option<Constraint> {
        let columns = |list: &[ast::IndexColumn]| list.iter().map(|column| self.index_column(column)).collect::<Vec<_>>();
        let (name, kind, characteristics) = match constraint {
            TableConstraint::Unique(unique) => (
                unique.name.as_ref().or(unique.index_name.as_ref()),
                ConstraintKind::Unique { columns: columns(&unique.columns) },
                unique.characteristics.as_ref(),
            ),
            TableConstraint::PrimaryKey(key) => {
                (key.name.as_ref(), ConstraintKind::PrimaryKey { columns: columns(&key.columns) }, key.characteristics.as_ref())
            }
            TableConstraint::ForeignKey(key) => return Some(self.foreign_key(key, Vec::new(), place)),
            TableConstraint::Check(check) => (check.name.as_ref(), ConstraintKind::Check { condition: text(&check.expr) }, None),
            TableConstraint::Exclude(exclude) => (exclude.name.as_ref(), exclusion(exclude), exclude.characteristics.as_ref()),
            _ => return None,
        };
        let mut constraint = Constraint::new(kind, place);
        constraint.name = name.map(|name| self.naming().constraint_name(name));
        characterize(&mut constraint, characteristics);
        Some(constraint)
    }

    /// Reads an index that stands among a table's constraints; without a name it has that of its first column.
    pub(super) fn inner_index(&self, table: &TableName, constraint: &TableConstraint, place: Span) -> Option<Index> {
        let (name, columns) = match constraint {
            TableConstraint::Index(index) => (&index.name, &index.columns),
            TableConstraint::FulltextOrSpatial(index) => (&index.opt_index_name, &index.columns),
            _ => return None,
        };
        let elements: Vec<IndexElement> = columns.iter().map(|column| self.index_element(column)).collect();
        let first = elements.iter().find_map(|element| match element {
            IndexElement::Column(column) => Some(crate::model::Name::Conventional(Rc::clone(&column.text))),
            IndexElement::Expr(_) => None,
        });
        let name = name.as_ref().map(|name| self.naming().constraint_name(name)).or(first);
        Some(Index { name, table: table.clone(), elements, unique: false, options: crate::model::Options::default(), place })
    }

    fn index_column(&self, column: &ast::IndexColumn) -> Ident {
        match &column.column.expr {
            Expr::Identifier(ident) => self.naming().sql_ident(ident),
            other => Ident::new(other.to_string()),
        }
    }

    /// Reads an index.
    pub(super) fn index_from_sql(&self, index: &ast::CreateIndex, place: Span) -> Index {
        let prefix = &self.rules.dialect;
        let name = index.name.as_ref().map(|name| self.naming().object(name).name);
        let mut read = Index {
            name: name.map(|name| crate::model::Name::Conventional(name.text)),
            table: self.naming().object(&index.table_name),
            elements: index.columns.iter().map(|column| self.index_element(column)).collect(),
            unique: index.unique,
            options: crate::model::Options::default(),
            place,
        };
        if let Some(using) = &index.using {
            read.options.insert(format!("{prefix}_using").into(), OptionValue::Str(using.to_string().to_lowercase().into()));
        }
        if let Some(predicate) = &index.predicate {
            read.options.insert(format!("{prefix}_where").into(), OptionValue::Expr(text(predicate)));
        }
        let classes = index.columns.iter().filter_map(|column| {
            let class = column.operator_class.as_ref()?.to_string();
            Some((column.column.expr.to_string().into(), OptionValue::Str(class.into())))
        });
        let classes: ByName<OptionValue> = classes.collect();
        if !classes.is_empty() {
            read.options.insert(format!("{prefix}_ops").into(), OptionValue::Map(classes));
        }
        let settings: ByName<OptionValue> = index.with.iter().filter_map(setting).collect();
        if !settings.is_empty() {
            read.options.insert(format!("{prefix}_with").into(), OptionValue::Map(settings));
        }
        if !index.include.is_empty() {
            let names = index.include.iter().map(|name| OptionValue::Str(self.naming().sql_ident(name).text)).collect();
            read.options.insert(format!("{prefix}_include").into(), OptionValue::List(names));
        }
        read
    }

    fn index_element(&self, column: &ast::IndexColumn) -> IndexElement {
        match &column.column.expr {
            Expr::Identifier(ident) if column.column.options.sort.is_none() && column.column.options.nulls_first.is_none() => {
                IndexElement::Column(self.naming().sql_ident(ident))
            }
            other => {
                let written = Expr::to_string(other) + &column.column.options.to_string();
                IndexElement::Expr(Rc::new(SqlExpr::Text(written.into())))
            }
        }
    }

    /// The table that a foreign key's text names, and whether it is another one.
    pub(super) fn table_from_sql(&self, name: &ast::ObjectName) -> TableName {
        self.naming().object(name)
    }
}

fn collate(column: &mut Column, name: &Ident) {
    let collation = TypeParam::Value(OptionValue::Str(Rc::clone(&name.text)));
    let ty = Rc::make_mut(&mut column.ty);
    let collated = match ty.params.get_mut("item_type") {
        Some(TypeParam::Type(item)) => Rc::make_mut(item),
        _ => ty,
    };
    collated.params.insert("collation".into(), collation);
}

/// A default as SQL text writes it; string literals are kept as such.
pub(super) fn default(expression: &Expr) -> ServerDefault {
    ServerDefault::Expr(text(expression))
}

/// An expression's text.
pub(super) fn text(expression: &Expr) -> Rc<SqlExpr> {
    Rc::new(SqlExpr::Text(expression.to_string().into()))
}

fn counted(kind: ast::GeneratedAs, options: &[ast::SequenceOptions]) -> ServerDefault {
    ServerDefault::Identity(Rc::new(Identity {
        always: Some(kind == ast::GeneratedAs::Always),
        sequence: super::object::sequence_settings(options),
        ..Identity::default()
    }))
}

/// `name = value` among an index's settings.
fn setting(expression: &Expr) -> Option<(Rc<str>, OptionValue)> {
    let Expr::BinaryOp { left, right, .. } = expression else { return None };
    Some((left.to_string().into(), OptionValue::Str(right.to_string().trim_matches('\'').into())))
}

fn exclusion(exclude: &ast::ExcludeConstraint) -> ConstraintKind {
    let element = |element: &ast::ExcludeConstraintElement| (text(&element.column.column.expr), Rc::from(element.operator.to_string()));
    ConstraintKind::Exclude {
        elements: exclude.elements.iter().map(element).collect(),
        using: exclude.index_method.as_ref().map_or("gist", |method| &method.value).into(),
        r#where: exclude.where_clause.as_deref().map(text),
        ops: Vec::new(),
    }
}

fn characterize(constraint: &mut Constraint, characteristics: Option<&ast::ConstraintCharacteristics>) {
    if let Some(characteristics) = characteristics {
        constraint.deferrable = characteristics.deferrable;
        constraint.initially = characteristics.initially.map(|initially| match initially {
            ast::DeferrableInitial::Immediate => "IMMEDIATE".into(),
            ast::DeferrableInitial::Deferred => "DEFERRED".into(),
        });
    }
}
