//! A schema as the statements that make it anew, in a normal form: the same schema, the same text, whatever the way to it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::create_table::CreateTable;
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::{Constraint, ConstraintKind, Ident, Index, IndexElement, Table, TableName, Type};
use crate::schema::{Key, Knowledge, Reason, Schema, TypeKind};
use crate::source::Span;
use crate::sql::{self, Stmt};

/// What makes a schema anew.
#[derive(Debug, Default)]
pub struct NormalForm {
    /// Statements without terminators: types, tables each after those it refers to, their indexes, triggers, views.
    pub statements: Vec<String>,
    /// Tables of which not all is known, and why.
    pub gaps: Vec<(TableName, Reason, Span)>,
}

/// The normal form of a schema, `left_out` not counting.
///
/// # Errors
/// What the dialect can't say.
pub fn normal_form(schema: &Schema, dialect: &Dialect, left_out: &TableName) -> Result<NormalForm, Diagnostic> {
    let left_out = schema.naming().key(left_out);
    let tables: BTreeMap<Key, Rc<crate::schema::Table>> =
        schema.tables().filter(|(key, _)| **key != left_out).map(|(key, table)| (key.clone(), Rc::clone(table))).collect();
    let mut form = NormalForm::default();
    let mut types = BTreeSet::new();
    let mut made = Vec::new();
    for key in by_reference(schema, &tables) {
        let Some(known) = tables.get(&key) else { continue };
        if let Knowledge::Partial(why) | Knowledge::Doubtful(why) = &known.knowledge {
            form.gaps.push((known.definition.name.clone(), why.reason.clone(), why.place));
        }
        let (table, later) = settled(schema, known, &made);
        let create = CreateTable { table: Rc::new(table), if_not_exists: false, place: Span::NOWHERE };
        for statement in create.lower(dialect).into_iter().chain(later) {
            let text = sql::render(&statement, dialect)?;
            if let Stmt::CreateEnum { .. } = statement {
                types.insert(text);
            } else {
                form.statements.push(text);
            }
        }
        form.statements.extend(
            schema.triggers_on(&known.definition.name).iter().filter_map(|trigger| trigger.statement.as_deref()).map(str::to_owned),
        );
        made.push(key);
    }
    form.statements.splice(0..0, types);
    form.statements.extend(schema.views().filter_map(|(_, view)| view.statement.as_deref().map(str::to_owned)));
    Ok(form)
}

/// The tables, each after those its foreign keys point to where that can be; by name otherwise.
fn by_reference(schema: &Schema, tables: &BTreeMap<Key, Rc<crate::schema::Table>>) -> Vec<Key> {
    let mut left: Vec<&Key> = tables.keys().collect();
    let mut ordered: Vec<Key> = Vec::new();
    while !left.is_empty() {
        let free = |key: &&Key| {
            tables
                .get(*key)
                .is_some_and(|table| targets(schema, &table.definition).all(|target| target == **key || !left.contains(&&target)))
        };
        // In a circle, the first by name goes first.
        let at = left.iter().position(free).unwrap_or(0);
        ordered.push(left.remove(at).clone());
    }
    ordered
}

fn targets<'a>(schema: &'a Schema, table: &'a Table) -> impl Iterator<Item = Key> + 'a {
    table.constraints.iter().filter_map(|constraint| match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => Some(schema.naming().key(&rule.referred_table)),
        _ => None,
    })
}

/// A table in normal form, and the foreign keys that must come after it since what they point to does not stand yet.
fn settled(schema: &Schema, known: &crate::schema::Table, made: &[Key]) -> (Table, Vec<Stmt>) {
    let mut table = known.definition.clone();
    for column in &mut table.columns {
        let column = Rc::make_mut(column);
        (column.unique, column.index) = (false, false);
        column.ty = current_type(schema, &column.ty);
    }
    let own = schema.naming().key(&table.name);
    let waits = |constraint: &Constraint| match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => {
            let target = schema.naming().key(&rule.referred_table);
            target != own && !made.contains(&target) && schema.tables().any(|(key, _)| *key == target)
        }
        _ => false,
    };
    let (later, mut constraints): (Vec<Constraint>, Vec<Constraint>) = table.constraints.drain(..).partition(waits);
    constraints.sort_by_key(|constraint| (rank(&constraint.kind), constraint.name.as_ref().map(|name| name.text().to_owned())));
    table.constraints = constraints;
    // What the database gives a foreign key comes with it.
    let comes_along = |index: &Index, constraint: &Constraint| match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => rule.columns.iter().cloned().map(IndexElement::Column).eq(index.elements.iter().cloned()),
        _ => false,
    };
    let constraints = &known.definition.constraints;
    let implied = |index: &Index| index.name.as_ref().is_some_and(|name| known.implied_indexes.contains(name.text()));
    table.indexes.retain(|index| !(implied(index) && constraints.iter().any(|constraint| comes_along(index, constraint))));
    // How an index was built is no part of it.
    table.indexes.iter_mut().for_each(|index| index.options.retain(|keyword, _| !keyword.ends_with("_concurrently")));
    table.indexes.sort_by_key(|index| index.name.as_ref().map(|name| name.text().to_owned()));
    let add = |constraint: Constraint| Stmt::AddConstraint { table: table.name.clone(), constraint: Rc::new(constraint) };
    let later = later.into_iter().map(add).collect();
    (table, later)
}

/// A type with the labels that it has by now.
fn current_type(schema: &Schema, ty: &Type) -> Rc<Type> {
    let mut ty = schema.effective_type(ty).clone();
    let labels = ty.enumeration.as_ref().filter(|enumeration| enumeration.native).and_then(|enumeration| {
        let name = TableName { schema: enumeration.schema.clone(), name: Ident::new(enumeration.name.as_ref()?.text()) };
        match &schema.type_object(&name)?.get()?.kind {
            TypeKind::Enum(labels) => labels.clone(),
            _ => None,
        }
    });
    if let (Some(labels), Some(enumeration)) = (labels, &mut ty.enumeration) {
        Rc::make_mut(enumeration).values = labels;
    }
    Rc::new(ty)
}

fn rank(kind: &ConstraintKind) -> u8 {
    match kind {
        ConstraintKind::PrimaryKey { .. } => 0,
        ConstraintKind::Unique { .. } => 1,
        ConstraintKind::Check { .. } => 2,
        ConstraintKind::Exclude { .. } => 3,
        ConstraintKind::ForeignKey(_) => 4,
    }
}
